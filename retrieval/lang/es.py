"""Spanish."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Claims,
    Forwarding,
    Language,
    Names,
    Numbers,
    Questions,
    References,
    Relations,
    SourceCue,
    Speech,
    SpeechRequests,
    any_of,
    forms,
    words,
)

_DAYS = "lunes martes miércoles jueves viernes sábado domingo"
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_CALENDAR = f"{_DAYS} {_MONTHS}".replace(" ", "|")
"""Names of days and months, and a pattern of them all."""

_IS_WHAT = (
    r"es\s+(?:cierto|verdad|correcto|mi\s+pregunta"
    r"|lo\s+que\s+(?:te\s+)?(?:pregunté|preguntaba|pregunto|he\s+preguntado|pedí|quería))"
)
"""What somebody denies of an answer."""

_PIECES = r"(?:artículos?|textos?|noticias?|fuentes?)"
_TALK = r"(?:(?:hablan?|tratan?|informan?)\s+(?:de(?:l)?|sobre|acerca\s+de(?:l)?)|mencionan?(?:\s+al?)?|hay\s+sobre|tienes\s+sobre)"
"""What articles do with a topic, where somebody asks which of them do."""

_ARTICLES = r"(?:(?:todos\s+)?(?:los|las|este|estos|estas)\s+(?:artículos?|noticias|textos?)|esto|eso|todo|el\s+artículo)"
"""The articles of a collection, whatever they are."""

_THIS = r"(?:esto|eso|(?:este|el)\s+(?:artículo|texto))"
_SPEAK = (
    "dijo dijeron dice dicen dicho decía opina opinó opinan piensa pensó piensan cree comentó comenta comentado contó cuenta"
    " contado declaró declara declarado manifestó manifestado respondió responde respondido contestó contesta habló habla"
    " hablado escribió escribe escrito pronunciado pronunció"
)
_CLAIM = (
    "afirmó afirma aseguró asegura explicó explica anunció anuncia prometió promete advirtió advierte avisó avisa exige exigió"
    " pidió pide reclamó reclama reclaman critica criticó denunció denuncia lamentó lamenta negó niega reconoció reconoce"
    " admitió admite teme temió espera esperaba prevé defendió defiende justificó justifica achaca achacó atribuye atribuyó"
    " acusó acusa amenazó amenaza aconsejó aconseja propuso propone sostiene sostuvo calificó califica valoró valora comparó"
    " compara agradeció agradece reprochó reprocha protestó protesta quejó queja calculó calcula estima estimó considera"
    " consideró recordó recuerda bromeó rechazó rechaza descartó descarta confesó confiesa subrayó sentenció dictaminó"
)
_QUOTES = "cita citas declaración declaraciones palabras comentario comentarios opinión reacción respuesta valoración frase frases"
_WHO = r"(?P<who>\S[^?!;,]{0,80}?)"
_ON = r"sobre|acerca|respecto|de|del|a|al|en|por|tras|durante|ante|contra|con|para|cuando|que"
_TOPIC = r"(?:[\s,:–—-]+(?P<topic>\S.*?))?"
_ON_TOPIC = rf"(?:[\s,:–—-]+(?P<topic>(?:{_ON})[\s,].+?))?"
_HAS = r"(?:(?:ha|han|había|se|le|les|lo|ya|también|todo|exactamente)\s+)*"
"""Words and patterns of questions that ask for somebody's words, or who said some."""


LANGUAGE = Language(
    code="es",
    name="Spanish",
    everywhere=True,
    stop_words=words(
        """dijo decía ha han adónde cómo cuál cuáles cuán cuándo cuánta cuántas cuánto cuántos dónde qué quién quiénes dice dicen
        dicho dijeron dijo"""
    ),
    dictionary=True,
    in_names="de del la",
    definite="el la las los",
    questions=Questions(
        intents=(
            ("how-old", "cuántos|cuantos", r"\s+años(?=\s+(?:tiene|tenía|cumple|cumplió))"),
            ("how-old", "qué|que", r"\s+edad"),
            (
                "how-much",
                "cuánto|cuanto|cuántos|cuantos",
                r"(?=\s.*\b(?:cuesta|costó|costará|costaría|vale|cobra|cobran|gana|paga|pagó|pagará|pagan|dinero|euros|dólares"
                r"|invirtió|invierte|gastó|recauda|recaudó|sueldo)\b)",
            ),
            (
                "how-much",
                "qué|que|cuál|a",
                r"(?:\s+(?:es|fue|cuánto))?(?:\s+(?:el|la))?\s+(?:precio|coste|sueldo|importe|presupuesto|ascienden?)",
            ),
            ("when", "cuánto|cuanto", r"\s+tiempo\s+hace"),
            (
                "how-long",
                "cuánto|cuanto|cuántos|cuantos|cuántas|cuantas",
                r"\s+(?:tiempo|dura|duró|durará|tarda|tardó|horas|días|meses|semanas)\b",
            ),
            (
                "how-big",
                "cuánto|cuanto",
                r"\s+(?:pesa|mide|pesaba|medía)\b",
            ),
            (
                "how-big",
                "qué|que|cómo|cuánto",
                r"(?:\s+de)?\s+(?:altura|altos?|alta|grande|longitud|largo|ancho|peso|profundidad|distancia|velocidad|temperatura|superficie|lejos|caudal)\b",
            ),
            ("how-many", "cuánto|cuántos|cuánta|cuántas|cuanto|cuantos|cuanta|cuantas", ""),
            ("how-many", "a", r"\s+cu[aá]nt[ao]s"),
            (
                "how-many",
                "qué|que|cuál",
                r"\s+(?:porcentaje|proporción|número|cantidad|participación|resultado|mayoría)",
            ),
            ("when", "cuándo|cuando", r"(?!\s+\w+\s+\w+\s*,)"),
            (
                "when",
                "a|en|qué|hasta|desde",
                r"\s+(?:qué\s+|que\s+)?(?:hora|año|día|fecha|mes|siglo)\b",
            ),
            ("where", "dónde|donde|adónde|adonde", ""),
            (
                "where",
                "en|de|a",
                r"\s+qu[eé]\s+(?:país|ciudad|pueblo|lugar|sitio|calle|región|barrio|plaza|equipo)",
            ),
            ("why", "por", r"\s+qu[eé]"),
            ("why", "porqué|porque", ""),
            ("why", "a", r"\s+qué\s+se\s+(?:debe|debió)"),
            ("who", "quién|quiénes|quien|quienes", ""),
            (
                "who",
                "qué|que",
                r"\s+(?:empresa|persona|político|ministro|ministra|jugador|jugadora|entrenador|equipo|partido|grupo)",
            ),
            ("how", "cómo|como", r"(?=\s)"),
            ("what", "qué|cuál|cuáles", ""),
            (
                "what",
                "que|cual",
                r"(?=\s+(?:hizo|hace|hacen|pasó|pasa|dijo|es|fue|pide|piden|significa|empresa)\b)",
            ),
        ),
        comparing=(
            ("comparado|comparación|diferencia", r"\s+(?:con|entre)"),
            ("antes", r"\s+y\s+después"),
        ),
        heads=(
            (
                "how-much",
                words(
                    "precio coste costo sueldo salario presupuesto multa pérdidas beneficios deuda"
                ),
            ),
            ("how-many", words("número cantidad resultado participación porcentaje cifra total")),
            ("how-long", words("duración")),
            (
                "how-big",
                words(
                    "altura longitud anchura profundidad peso tamaño distancia velocidad superficie temperatura"
                ),
            ),
            ("how-old", words("edad")),
            ("when", words("fecha hora día plazo")),
            ("where", words("lugar sitio dirección sede")),
            ("what", words("nombre")),  # and not the number that it is in French
            ("why", words("motivo razón razones causa causas")),
        ),
        before_heads=r"(?:(?:qué|cuál|que|cual)\s+)?(?:(?:es|era|fue|son)\s+)?(?:(?:el|la|los|las|un|una)\s+)?",
        indirect=r"(?:sabes|sabe|saben|sabéis|dime|dígame|explica|explícame|pregunta|y|o|e)(?:\s+(?:tú|usted|si))?\s+",
        polar=(
            r"es(?=\s+(?:cierto|verdad|el|la|un|una)\b)|son(?=\s+\w+)|fue(?=\s)|ha|han|hay|hubo|está|están|hizo|tiene|tienen|puede|pueden|podrá"
            r"|piensa|aguantará|aguantaría|se\s+sabe"
        ),
        asking=(
            ("cuántos|cuantos", r"\s+años(?=\s+(?:tiene|tenía|cumple|cumplió))"),
            ("favor|exactamente|realmente", ""),
            ("por", r"\s+favor"),
        ),
        around=(
            ("hola|buenas|buenos|buen", r"(?:\s+(?:días|tardes|noches|día))?"),
            ("gracias|muchas", r"(?:\s+(?:gracias|de\s+antemano))?"),
            (
                "dime|díganos|dinos|dígame|cuéntame|muéstrame|enséñame|explícame|explica|busca|búscame",
                r"(?:\s+(?:todo|por\s+favor|algo))*(?:\s+(?:sobre|de|acerca\s+de))?",
            ),
            (
                "puedes|podrías|puede|podría",
                r"(?:\s+(?:decirme|decir|contarme|explicarme|buscar))?",
            ),
            ("quiero|quisiera|quería|me", r"\s+(?:gustaría\s+)?saber"),
            ("sabes|sabe|saben|sabéis", r"(?:\s+si)?"),
            ("cita|citas|cítame", r"(?:\s+(?:de|sobre))?"),
            ("es|está", r"\s+(?:cierto|verdad|confirmado)(?:\s+que)?"),
            ("verdad|cierto", r"(?:\s+o\s+(?:mentira|falso|no))?"),
            ("reenviado|reenvío|bulo|verificación|comprobación", r"(?:\s+de\s+(?:hechos|datos))?"),
            ("me", r"\s+(?:ha\s+llegado|llegó|han\s+reenviado|reenviaron)(?:\s+que)?"),
            ("dicen|cuentan", r"\s+que"),
            (
                "artículos|artículo|noticias|noticia|información|novedades|algo|todo",
                r"\s+(?:sobre|acerca\s+de|respecto\s+a)",
            ),
            ("pregunta", r"\s*:"),
            ("según", r"\s+(?:los|estos|tus)\s+(?:artículos|textos|documentos)"),
        ),
        quoting=(
            (
                "qué|que",
                r"\s+(?:dijo|dijeron|dice|dicen|opina|opinó|piensa|comentó|contó|declaró|respondió|contestó|explicó"
                r"|ha\s+(?:dicho|declarado|comentado|respondido|explicado))\s+(?!(?:sobre|del?|en|al?)\s)(\S.{0,60}?)"
                r"(?=\s+(?:sobre|acerca|respecto|de|del|en|tras|durante|a|al|ante|por|con)\s|[?!.,]|$)",
            ),
            ("qué|que", r"\s+(?:ha|han|había)\s+(\S.{0,60}?)\s+(?:dicho|declarado|comentado)"),
        ),
        recent=(
            ("hoy|ayer|ahora|reciente|recientes|recientemente", ""),
            ("esta", r"\s+semana"),
        ),
        counts=(("cuántos|cuántas", r"\s+(.*)"),),
        about=r"sobre|acerca\sde|respecto\s(?:a|de)",
        reasons=(
            r"porque|pues|ya\sque|puesto\sque|dado\sque|debido|gracias|a\sraíz|causas?|causó|causad[oa]s?|razón"
            r"|razones|motivos?|culpa|culpó|provoc\w+|achac\w+|atribuy\w+|justific\w+"
        ),
        chats=(
            ("objection", "incorrecto|falso|mentira|equivocado", ""),
            ("objection", "te|se", r"\s+(?:equivocas|equivoca|has\s+equivocado|ha\s+equivocado)"),
            ("objection", "estás|estas|está", r"\s+(?:muy\s+)?equivocad(?:o|a)"),
            ("objection", "respuesta", r"\s+(?:incorrecta|equivocada)"),
            ("objection", "eso|esto", r"\s+es\s+(?:falso|mentira|incorrecto)"),
            (
                "objection",
                "eso|esto",
                rf"\s+no\s+{_IS_WHAT}",
            ),
            ("objection", "no", rf"\s+{_IS_WHAT}"),
            ("objection", "no", r"\s+(?:te\s+)?(?:pregunté|pregunto|he\s+preguntado)\s+eso"),
            ("sources", "noticias|novedades", r"(?:\s+de\s+hoy)?"),
            ("sources", "qué|que", r"\s+hay\s+de\s+nuevo"),
            (
                "more",
                "más|mas|siguiente|continúa|otro|otra",
                r"(?:\s+(?:resultados|citas|respuestas))?",
            ),
            ("more", "muestra|muéstrame|dame|dime", r"\s+más"),
            ("more", "algo", r"\s+más"),
            ("doubt", "estás|está|estas", r"\s+(?:usted\s+)?segur[oa]"),
            (
                "doubt",
                "es|será",
                r"\s+(?:(?:eso|esto)\s+)?(?:verdad|cierto|correcto|fiable|real)(?:\s+(?:eso|esto))?",
            ),
            ("doubt", "seguro|verdad", ""),
            ("doubt", "de", r"\s+verdad"),
            ("doubt", "cómo|como", r"\s+(?:lo\s+sabes|sabes\s+eso)"),
            (
                "doubt",
                "puedo|se",
                r"\s+(?:confiar\s+en\s+(?:ti|esto|eso)|puede\s+confiar\s+en\s+(?:ti|esto|eso))",
            ),
            (
                "sources",
                "qué|que|cuáles|cuales",
                rf"\s+{_PIECES}\s+{_TALK}\s+(?P<topic>.{{2,80}}?)",
            ),
            (
                "sources",
                "qué|que",
                r"\s+(?:tienes|tiene|hay|tenéis)\s+(?:sobre|acerca\s+de(?:l)?)\s+(?P<topic>.{2,80}?)",
            ),
            (
                "sources",
                "tienes|tiene|hay",
                rf"\s+(?:(?:algo|algún|alguna|algunos|algunas|más)\s*)?(?:{_PIECES})?\s*(?:sobre|acerca\s+de(?:l)?)\s+(?P<topic>.{{2,80}}?)",
            ),
            (
                "sources",
                "lista|muestra|muéstrame|enumera|dame|busca|búscame",
                rf"(?:\s+(?:de|una\s+lista\s+de|todos|todas|los|las))*\s+{_PIECES}\s+(?:(?:sobre|acerca\s+de(?:l)?)|que\s+{_TALK})"
                r"\s+(?P<topic>.{2,80}?)",
            ),
            (
                "sources",
                "artículos|artículo",
                r"\s+(?:sobre|acerca\s+de(?:l)?)\s+(?P<topic>.{2,80}?)",
            ),
            ("help", "no", r"\s+(?:lo\s+)?entiendo(?:\s+(?:nada|cómo\s+funciona|esto))?"),
            ("help", "necesito", r"\s+ayuda"),
            ("help", "qué|que|cuáles", r"\s+(?:son\s+los\s+)?comandos(?:\s+(?:hay|tienes))?"),
            ("help", "ayuda|ayúdame|ayudame|comandos|instrucciones", ""),
            (
                "help",
                "cómo|como",
                r"\s+(?:(?:funcionas|funciona|funciona\s+(?:esto|el\s+bot|este\s+bot))?|te\s+uso|se\s+usa|uso\s+(?:esto|el\s+bot))",
            ),
            (
                "help",
                "qué|que",
                r"\s+(?:te\s+)?puedo\s+(?:preguntar|preguntarte|hacer)(?:\s+aquí)?",
            ),
            ("identity", "quién|quien|qué|que", r"\s+eres(?:\s+tú)?"),
            ("identity", "qué|que", r"\s+(?:puedes|sabes)\s+hacer(?:\s+por\s+mí)?"),
            ("identity", "cómo|como", r"\s+te\s+llamas"),
            (
                "identity",
                "quién|quien",
                r"\s+te\s+(?:creó|hizo|programó|desarrolló|inventó|ha\s+(?:creado|hecho|programado))",
            ),
            (
                "identity",
                "quién|quien",
                r"\s+es\s+tu\s+(?:jefe|jefa|dueño|creador|programador|desarrollador|padre|madre|amo|autor)",
            ),
            ("identity", "para", r"\s+quién\s+trabajas"),
            ("identity", "quién|quien", r"\s+está\s+detrás\s+de\s+(?:ti|este\s+bot)"),
            ("identity", "cuántos", r"\s+años\s+tienes"),
            ("identity", "qué|que", r"\s+es\s+esto"),
            ("help", "dame|muéstrame", r"\s+(?:un\s+ejemplo|ejemplos)"),
            ("identity", "de", r"\s+dónde\s+eres"),
            ("identity", "dónde", r"\s+(?:estás|vives)"),
            ("identity", "me", r"\s+(?:quieres|amas|oyes|entiendes)"),
            ("identity", "tienes", r"\s+(?:sentimientos|nombre|amigos|alma|opiniones)"),
            ("identity", "háblame|cuéntame", r"\s+(?:algo\s+)?(?:de|sobre)\s+ti"),
            ("identity", "preséntate", ""),
            ("identity", "te", r"\s+(?:quiero|odio|amo)"),
            ("identity", "cállate|callate", ""),
            (
                "identity",
                "eres",
                r"\s+(?:un\s+|una\s+)?(?:bot|robot|humano|humana|persona|real)(?:\s+o\s+(?:un\s+|una\s+)?(?:bot|robot|humano|humana|persona))?",
            ),
            ("identity", "eres", r"\s+(?:(?:un|una|muy|tan|el|la)\s+)*(?P<any>\w+)"),
            ("greeting", "hola|hey|adiós|adios|chao|saludos", r"(?:\s+a\s+todos)?"),
            ("greeting", "buenos", r"\s+días"),
            ("greeting", "buenas", r"(?:\s+(?:tardes|noches))?"),
            ("greeting", "qué|que", r"\s+(?:tal|pasa)"),
            ("greeting", "cómo|como", r"\s+(?:estás|está\s+usted)"),
            ("greeting", "hasta", r"\s+(?:luego|pronto|mañana)"),
            ("thanks", "gracias", r"(?:\s+(?:por\s+(?:todo|la\s+(?:ayuda|respuesta))))?"),
            (
                "thanks",
                "muchas|mil|muchísimas",
                r"\s+gracias(?:\s+por\s+(?:todo|(?:la|tu)\s+(?:ayuda|respuesta)))?",
            ),
            ("thanks", "entendido|entiendo|claro", ""),
            ("thanks", "de", r"\s+acuerdo"),
            ("thanks", "genial|perfecto|excelente|vale|bien|estupendo", ""),
            ("summary", "más", r"\s+(?:corto|breve)"),
            (
                "summary",
                "resumen|resume|resúmeme|resumir",
                rf"(?:\s+(?:de|me))?(?:\s+{_ARTICLES})?",
            ),
            (
                "summary",
                "dame|haz|hazme|quiero",
                rf"\s+un\s+(?:breve\s+)?resumen(?:\s+de\s+{_ARTICLES})?",
            ),
            ("summary", "qué|que", r"\s+dicen\s+los\s+artículos"),
            ("sources", "artículos|fuentes", ""),
            (
                "sources",
                "lista|muestra|muéstrame|enumera|dame",
                r"(?:\s+(?:de|una\s+lista\s+de|todos|todas|los|las|tus))*\s+(?:artículos|fuentes|textos)",
            ),
            (
                "sources",
                "qué|que|cuáles|cuales",
                r"(?:\s+son)?(?:\s+(?:los|tus))?\s+(?:artículos|fuentes|textos)(?:\s+(?:tienes|hay|conoces))?",
            ),
            ("sources", "cuántos|cuántas", r"\s+(?:artículos|fuentes|textos)\s+(?:tienes|hay)"),
            ("sources", "qué|que", r"\s+sabes"),
            ("sources", "de", r"\s+qué\s+(?:tratan|hablan)\s+los\s+artículos"),
            (
                "speakers",
                "quién|quién|quiénes|quien|quienes",
                r"\s+(?:es|son|está|están)\s+citad[oa]s?(?:\s+en\s+los\s+artículos)?",
            ),
            (
                "speakers",
                "a",
                r"\s+(?:quién|quiénes)\s+(?:se\s+)?(?:citas|citan|cita)(?:\s+en\s+los\s+artículos)?",
            ),
            ("speakers", "citas|hablantes", ""),
            (
                "speakers",
                "quién|quiénes|quien|quienes",
                r"\s+(?:hablan?|aparecen?)\s+en\s+los\s+artículos",
            ),
            ("speakers", "personas", r"\s+citadas"),
            (
                "speakers",
                "lista|muestra|muéstrame|enumera|dame",
                r"(?:\s+(?:de|todas|todos|las|los|a))*\s+(?:citas|personas\s+citadas|citados)",
            ),
            (
                "timeline",
                "cronología|cronologia",
                r"(?:\s+(?:de\s+(?:los\s+)?(?:hechos|acontecimientos)|(?:de|del|sobre)\s+(?P<topic>.{2,80}?)))?",
            ),
            (
                "timeline",
                "línea|linea",
                r"\s+de\s+tiempo(?:\s+(?:de|del|sobre)\s+(?P<topic>.{2,80}?))?",
            ),
            (
                "timeline",
                "dame|haz|hazme|muestra|muéstrame|crea|quiero",
                r"\s+una\s+(?:cronología|línea\s+(?:de|del)\s+tiempo)(?:\s+(?:de\s+(?:los\s+)?(?:hechos|acontecimientos)|(?:de|del|sobre)\s+(?P<topic>.{2,80}?)))?",
            ),
            (
                "who-wrote",
                "quién|quien",
                rf"\s+(?:escribió|ha\s+escrito|publicó|es\s+el\s+autor\s+de)\s+{_THIS}",
            ),
            (
                "who-wrote",
                "de",
                r"\s+(?:dónde\s+(?:es|sale|viene)|quién\s+es)\s+(?:esto|eso|este\s+artículo)",
            ),
            (
                "who-wrote",
                "dónde|donde",
                r"\s+(?:lo|puedo)\s+(?:leíste|leer|leerlo|encontraste|has\s+leído)",
            ),
            ("who-wrote", "fuente|autor|enlace|link", ""),
            ("who-wrote", "quién|quien", r"\s+(?:es|fue)\s+el\s+autor"),
            (
                "who-wrote",
                "cuándo|cuando",
                r"\s+se\s+(?:publicó|escribió)(?:\s+(?:esto|eso|el\s+artículo))?",
            ),
            ("who-wrote", "dónde|donde", r"\s+(?:dice|pone)\s+(?:eso|esto)"),
            ("who-wrote", "cuál|cual", r"\s+es\s+la\s+fuente(?:\s+de\s+(?:esto|eso))?"),
            (
                "who-said",
                "quién|quien",
                r"\s+(?:dijo|lo\s+dijo|dice|ha\s+dicho|lo\s+ha\s+dicho|habla)(?:\s+(?:eso|esto))?",
            ),
            (
                "who-said",
                "de",
                r"\s+quién\s+(?:son\s+(?:estas|esas)\s+palabras|es\s+(?:esa|esta|la)\s+(?:cita|frase))",
            ),
            ("who-said", "según|segun", r"\s+quién"),
            ("timeline", "qué|que", r"\s+(?:pasó|ocurrió)\s+cuándo"),
            (
                "translation",
                "hablas|entiendes",
                r"\s+(?:español|inglés|alemán|ruso|ucraniano|francés)",
            ),
            (
                "translation",
                "traduce|tradúcelo|traducir|traducción",
                r"(?:\s+.{1,100}?)?(?:\s+al?\s+\w+)?",
            ),
            ("translation", "en", r"\s+(?:español|inglés|alemán|ruso|ucraniano)"),
            (
                "writing",
                "escríbeme|escribe|redacta|compón",
                r"\s+(?:un|una)\s+(?:\w+\s+)?(?:poema|ensayo|carta|correo|historia|discurso|canción|texto|artículo)\b.{0,100}",
            ),
            ("writing", "cuéntame|cuenta", r"\s+un\s+(?:chiste|cuento)"),
            ("clock", "qué|que", r"\s+(?:hora\s+es|día\s+es\s+hoy|hora\s+tienes)(?:\s+ahora)?"),
            ("test", "prueba|test|probando", r"(?:[\s,.]+(?:prueba|uno|dos|tres|[0-9]+))*"),
            (
                "arithmetic",
                "cuánto|cuanto|calcula",
                r"(?:\s+(?:es|son|da))?\s+[-+(\d]*\d[\d.,)\s]*[+*×÷^][-+*/×÷^().,\d\s=]*",
            ),
        ),
        courtesies=r"por\s+favor|porfa|gracias|hola|y|oye|pues|ahora|(?:puedes|podrías|puede)|me\s+puedes",
        civilities=words("adiós buenas buenos días gracias hola"),
    ),
    speech_requests=SpeechRequests(
        firm=(
            (
                words(_SPEAK),
                rf"\W*(?:qué|que)\s+{_HAS}{any_of(_SPEAK)}\s+{_WHO}\s+(?:tras|durante|después|antes|al)\s[^?]+?",
            ),
            (
                words(_SPEAK),
                rf"\W*(?:qué|que|cómo)\s+{_HAS}{any_of(_SPEAK)}\s+(?P<topic>(?:sobre|de|del|en)\s.+?)\s+"
                r"(?P<who>(?:(?:el|la)\s+(?:\w+\s+)?)?(?-i:[A-ZÁÉÍÓÚÑ])\S+(?:\s(?-i:[A-ZÁÉÍÓÚÑ])\S+)?)",
            ),
            (words(_SPEAK), rf"\W*(?:qué|que|cómo)\s+{_HAS}{any_of(_SPEAK)}\s+{_WHO}{_ON_TOPIC}"),
            (words(_SPEAK), rf"\W*por\s+qu[eé]\s+(?:dijo|dice|cree|piensa)\s+{_WHO}{_ON_TOPIC}"),
            (
                words(_SPEAK),
                rf"\W*(?:ha|han)\s+(?:dicho|declarado|comentado|hablado|opinado)\s+(?:algo\s+)?{_WHO}{_ON_TOPIC}",
            ),
            (words(_SPEAK), rf"\W*se\s+ha\s+pronunciado\s+{_WHO}{_ON_TOPIC}"),
            (words("todo"), rf"todo\s+lo\s+que\s+{_HAS}{any_of(_SPEAK)}\s+{_WHO}{_ON_TOPIC}"),
            (
                words(_QUOTES),
                rf"(?:(?:todas|las|los|una|la)\s+)*{any_of(_QUOTES)}\s+(?:de|del)\s+{_WHO}(?:\s+(?P<topic>(?:sobre|acerca)\s.+?))?",
            ),
            (words("cítame cita"), rf"c[ií]ta(?:me)?\s+a\s+{_WHO}{_ON_TOPIC}"),
            (words("según"), rf"según\s+{_WHO},\s*(?P<topic>.+?)"),
            (
                words(f"{_SPEAK} {_CLAIM}"),
                rf"\W*qui[eé]n(?:es)?\s+{_HAS}{any_of(f'{_SPEAK} {_CLAIM}')},?\s+(?:(?:de\s+)?que\s+)?(?P<words>.+?)",
            ),
            (
                words("dijo dicho"),
                r"(?P<words>\S.+?)[\s,:–—-]+\W*qui[eé]n\s+(?:lo\s+|ha\s+)*(?:dijo|dicho)(?:\s+eso|\s+esto)?",
            ),
            (
                words("palabras"),
                r"\W*de\s+quién\s+son\s+(?:estas\s+|las\s+)?palabras\s*[:,–—-]*\s*(?P<words>.+?)",
            ),
        ),
        likely=(
            (
                words(_CLAIM),
                rf"\W*(?:(?:a|de|con|por)\s+)?(?:qué|que|cómo)\s+{_HAS}{any_of(_CLAIM)}\s+{_WHO}{_ON_TOPIC}",
            ),
            (
                words("sobre"),
                r"(?P<who>(?!\W*(?:qu[eéi]|c[oóu]))\S+(?:\s\S+){0,3}?)\s+(?P<topic>sobre\s.+?)",
            ),
            (words("según"), r"(?P<topic>\S.+?),?\s+según\s+(?P<who>\S+(?:\s\S+){0,3})"),
        ),
        before=(
            r"\W*(?:hola|por\s+favor|y|pero)\b[,!.]?",
            r"\W*(?:dime|cuéntame|muéstrame|explícame|puedes\s+decirme)",
        ),
        after=(r"(?:por\s+favor|gracias|literalmente|textualmente)",),
        about=r"sobre|acerca\s+de(?:l)?|respecto\s+(?:a|al|de|del)|de|del|a|al|en|que|la|el",
        roles_alike="""
            jefe jefa director directora gerente responsable presidente presidenta consejero consejera dirigente máximo; alcalde
            alcaldesa regidor regidora primer edil; portavoz representante; entrenador entrenadora técnico míster preparador;
            capitán capitana; jugador jugadora delantero defensa portero goleador ariete futbolista lateral central;
            científico científica investigador investigadora bióloga biólogo microbióloga química químico profesor
            profesora experto experta; abogado abogada letrado letrada; policía agente inspector inspectora; médico médica
            doctor doctora; maestro maestra; ministro ministra; concejal concejala edil; sindicalista dirigente líder
            secretario secretaria; empresario empresaria dueño dueña propietario propietaria; bombero bombera; ingeniero
            ingeniera técnica; arquitecto arquitecta; pescador pescadora; panadero panadera; comerciante tendero tendera;
            vecino vecina residente; jubilado jubilada
        """,
        nobody=words(
            "alguien nadie todos la gente nosotros yo tú él ella ellos eso artículo artículos texto autor periódico"
        ),
    ),
    forwarding=Forwarding(
        before=(
            ("reenviado|reenvío|fwd|fw", r"(?:\s+(?:de\s+\w+|muchas\s+veces))?"),
            ("es", r"\s+(?:verdad|cierto|correcto|así|real|falso)(?:\s+(?:que|esto|eso))?"),
            ("es", r"\s+(?:esto|eso)\s+(?:verdad|cierto|correcto)"),
            ("verdad|cierto|verdadero", r"\s+o\s+(?:mentira|falso|no|bulo)"),
            (
                "verificación|verificar|verifica|verifiquen|comprobar|comprueba|chequear",
                r"(?:\s+(?:por\s+favor|esto|si|que))*",
            ),
            (
                "por",
                r"\s+favor\s+(?:verifica|verifiquen|comprueba|comprobar|verificar)(?:\s+(?:si|esto|que))?",
            ),
            (
                "puedes|puede|podrías|podría",
                r"\s+(?:verificar|comprobar|confirmar)(?:\s+(?:si|que|esto))?",
            ),
            ("he", r"\s+(?:oído|leído|visto|escuchado)(?:\s+que)?"),
            ("oí|leí|vi|escuché", r"\s+(?:en\s+\w+\s+)?que"),
            ("dicen|dice|aseguran|cuentan", r"\s+(?:en\s+\w+\s+)?que"),
            ("se", r"\s+(?:dice|rumorea|comenta|cuenta)\s+que"),
            ("me", r"\s+(?:dicen|dijeron|han\s+dicho|enviaron|mandaron|llegó)(?:\s+(?:que|esto))?"),
            ("mi|un|una", r"\s+(?:\w+\s+){1,2}?(?:dice|asegura|afirma|cuenta)\s+que"),
            (
                "en",
                r"\s+(?:facebook|whatsapp|twitter|telegram|tiktok|instagram|redes)\s+(?:dicen|dice|se\s+dice|vi|leí)(?:\s+que)?",
            ),
        ),
        after=(
            ("es", r"\s+(?:esto\s+|eso\s+)?(?:verdad|cierto|correcto|así)(?:\s+(?:esto|eso))?"),
            ("verdad|cierto", r"\s+o\s+(?:mentira|falso|no|bulo)"),
            (
                "verificación|verificar|verifica|comprobar|comprueba",
                r"(?:\s+(?:esto|por\s+favor))*",
            ),
        ),
        tags=(
            ("verdad|cierto|no|correcto|verdadero|falso|bulo|real|seguro|sí", ""),
            ("o", r"\s+(?:no|mentira|es\s+(?:mentira|un\s+bulo))"),
        ),
        hints=words(
            """fwd fw afirmación reenviado reenvío reenvían verdad cierto correcto falso bulo mentira verificar verifica verificación
            comprobar comprueba visto leído oído whatsapp facebook twitter telegram tiktok instagram rumor dicen"""
        ),
        requests=words(
            """dime muestra muéstrame enséñame enseña lista enumera nombra nombre diga cita resume explica describe compara
            busca encuentra traduce escribe ayuda gracias hola todo todos toda todas citas quien quienes que cual cuales
            cuando donde como cuanto cuantos cuantas cuáles quiénes cuánto cuántos cuántas cuánta por"""
        ),
        polar=words("lo la ha han aceptó admitió reconoció confirmó confirma negó"),
        back=words("eso esto lo así cierto verdad"),
    ),
    claims=Claims(
        denying_next=r"ning[uú]n(?:a|o)?|sin",
        negation=(
            r"\b(?:no|nunca|jamás|nadie|nada|ningun[oa]?s?|ningún|tampoco|ni|sin|negó|niega|niegan|negaron|desmintió"
            r"|desmiente|desmienten|rechazó|rechaza|rechazaron)\b"
        ),
        denials=(
            r"\b(?:fals[oa]s?|mentira|erróne[oa]s?|sin\scambios|descartó|descarta|absuelt[oa]s?|en\srealidad|en\slugar\sde"
            r"|apenas|corrección|rectificación|cancelad[oa]s?|suspendid[oa]s?|libr[óe]|sino)\b"
        ),
        unsettled=(
            r"\b(?:podrían?|debería[ns]?|sería[ns]?|habría[ns]?|si|planea[ns]?|espera[ns]?|pide[ns]?|pidió|quiere[ns]?|propone[ns]?"
            r"|quizás?|posiblemente)\b"
        ),
    ),
    references=References(
        beginnings=(
            r"él|ellas?|ellos|est[aeo]s?|es[aeo]s?|aquell[ao]s?|sus?|pero|y|sin\sembargo|"
            r"además|por\seso"
        ),
        pronouns="él|ella|ellos|ellas|les?|sus?|eso|esto|allí|ahí",
        also=r"¿?\s?(?:y|e|pero|o|también)",
        about_also=r"¿?\s?(?:y\s)?(?:qué\shay\sde|qué\stal|qué\spasa\scon)",
        asking=r"quién\w*|qué|cuándo|dónde|por\squé|cómo|cuál\w*|cuánt\w*",
        alone=(
            r"(?:por\squé|cuándo|dónde|cómo)(?:\s(?:es|fue|era)\s(?:eso|esto))?|desde\scuándo|cuánt[oa]s?"
            r"|quién(?:es)?(?:\smás)?"
        ),
    ),
    relations=Relations(
        links=words("de del"),
        inside_names=words("de del la las los y"),
        article="el|la|los|las|un|una",
        places=words("en cerca desde hacia de"),
        passive=words("fue fueron es son ser sido era"),
        agent=words("por"),
        asks_subject=words("quién quien quiénes quienes"),
        target_marks=words("a"),
        before_names=words("a al el la los las don doña señor señora"),
    ),
    calendar=Calendar(
        days=_DAYS,
        months=_MONTHS,
        previous="pasado|último",
        same="este|corriente",
        following="próximo|que\\sviene",
        year="año",
        recurring="cada",
        coming=(r"\w+(?:ará|erá|irá|arán|erán|irán)|va\sa|van\sa|previst[oa]s?|planea\w*|prevé\w*"),
        past=r"\w+(?:ó|aron|ieron)|fue|fueron|hab[íi]an?|estaban?|era|eran|hizo|han?\s\w+",
        until=r"hasta|antes\sde(?:l)?|a\spartir\sde(?:l)?",
        since=r"desde",
        after_day="ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic",
        of_year="de",
        before_year="en|desde",
        times=(
            rf"\b(?i:{_CALENDAR}|ayer|anteayer|anoche|hoy|mañana|tarde|noche|madrugada|mediodía|medianoche|siglo|primavera|verano|otoño"
            r"|invierno|fin\sde\ssemana|a\slas?\s\w+|(?:semana|mes|año|noche)\s(?:pasad[oa]|próxim[oa]|siguiente|que\sviene)"
            r"|(?:próxim|pasad)[oa]\s(?:semana|mes|año)|hace\s(?:\w+\s){1,2}(?:horas|días|semanas|meses|años|décadas))\b"
        ),
        ages=r"\d\s+años\b",
    ),
    numbers=Numbers(
        in_words=True,
        scales={r"mil\smillones": 1e9, "mil": 1e3, "mill(?:ón|ones)": 1e6, "bill(?:ón|ones)": 1e12},
        inexact=r"unos|unas|casi|más\sde|al\smenos|cerca\sde",
        other=(
            r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta"
            r"|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:tos?)?|\w+cient[oa]s|quinient[oa]s|mil(?:es|lón|lones)?|docenas?"
            r"|decenas?|mitad|medi[oa]|tercio|cuarto|doble|triple|ningun[oa]|ningún|amb[oa]s"
        ),
        currencies="euros? céntimos? dólar(?:es)? libras? pesos? francos? coronas? rublos?",
        no_price="gratis|gratuit[oa]s?|nada",
        measures=(
            ("share", r"por\s+ciento", 1.0),
            ("money €", r"(?:de\s+)?euros?", 1.0),
            ("money €", "céntimos?", 0.01),
            ("money $", r"(?:de\s+)?dólares|dólar", 1.0),
            ("money £", r"(?:de\s+)?libras?", 1.0),
            ("money", r"(?:de\s+)?(?:pesos?|francos?|coronas?|rublos?|grivnas?|yenes)", 1.0),
            ("duration", "años?", 31_557_600.0),
            ("duration", "mes(?:es)?", 2_629_800.0),
            ("duration", "semanas?", 604_800.0),
            ("duration", "días?", 86_400.0),
            ("duration", "horas?", 3_600.0),
            ("duration", "minutos?", 60.0),
            ("duration", "segundos?", 1.0),
            ("length", "kilómetros?|km", 1000.0),
            ("length", "metros?|m", 1.0),
            ("length", "centímetros?|cm", 0.01),
            ("length", "milímetros?|mm", 0.001),
            ("weight", "kilogramos?|kilos?|kg", 1.0),
            ("weight", "gramos?", 0.001),
            ("weight", "toneladas?", 1000.0),
            ("area", "hectáreas?", 10_000.0),
            ("area", r"kilómetros?\s+cuadrados?", 1e6),
            ("area", r"metros?\s+cuadrados?", 1.0),
            ("volume", "litros?", 1.0),
            ("speed", r"km/h|kilómetros\s+por\s+hora", 1.0),
            ("degrees", "grados?", 1.0),
            ("power", "megavatios?", 1e6),
        ),
    ),
    speech=Speech(
        inside_marks=True,
        interviewing=words("entrevistó conversó"),
        pronoun_follows=True,
        bare_verbs=words("ó a e o vo jo uso puso"),
        before_bare_verbs=words(
            "según como sí también además no se le les lo así y pero ya incluso asimismo"
        ),
        plural_verbs=words("n"),
        plural_nouns=words("s"),
        marks=(
            forms(
                """pregunt contest critic ironiz zanj brome exclam grit susurr murmur espet apostill sentenci reflexion
                celebr elogi tach calific llam protest bautiz tild limit resopl suspir apunt rememor evoc""",
                "ó aron a",
            )
            | words(
                """describió describe describen respondieron responde responden pidieron pide piden agradeció agradece resumió resume sonrió preguntado
                respondido pedido criticado"""
            )
        ),
        that=(
            forms(
                """afirm declar explic asegur anunci señal indic subray manifest agreg coment confirm denunci lament
                inform argument aleg replic precis puntualiz matiz remarc recalc consider opin estim calcul augur
                vaticin adelant avanz aclar destac resalt record confes relat proclam pronostic reiter acus avis
                justific reproch cuestion rechaz detall acept""",
                "ó aron ado",
            )
            | forms(
                """afirm declar explic asegur anunci señal indic subray manifest agreg coment confirm denunci lament
                inform argument aleg replic precis puntualiz matiz remarc recalc consider opin estim calcul augur
                vaticin adelant avanz aclar destac resalt proclam pronostic reiter avis justific reproch rechaz
                detall acept""",
                "a an",
            )
            | words(
                """añadió añadieron añade añaden añadido escribió escribieron escribe escriben escrito advirtió
                advirtieron advierte advierten advertido recuerda recuerdan reconoció reconocieron reconoce reconocen
                reconocido insistió insistieron insiste insisten insistido sostuvo sostuvieron sostiene sostienen
                sostenido negó negaron niega niegan negado concluyó concluyeron concluye concluyen concluido admitió
                admitieron admite admiten admitido prometió prometieron promete prometen prometido aseveró asevera
                expuso expone exponen mantuvo mantiene mantienen cree creen creía piensa opinaba confiesa confiesan
                cuenta cuentan contó contaron previó prevé prevén propuso propone sugirió sugiere dicho defendió
                defiende defienden respondió respondieron responde responden contestó contesta relató exigió exige
                predijo predice dedujo intuye sospecha teme confía garantizó garantiza"""
            )
        ),
        clause=words("dijo dice dijeron dicen"),
        naming=words("llamó llama bautizó"),
        adding=words("añadió añade agregó agrega apostilló apostilla zanjó"),
        objects=(
            forms(
                """anunci confirm reclam critic rechaz calific denunci lament elogi celebr recomend aconsej calcul estim
                acus culp descart reproch rebaj cifr garantiz public ofert reivindic respald aval censur cuestion""",
                "ó aron a an",
            )
            | words(
                """admite admiten admitió reconoce reconoció pide piden pidió pidieron exige exigen exigió exigieron
                promete prometen prometió niega niegan negó propone proponen propuso defiende defienden defendió
                habla hablan habló prevé prevén previó atribuye atribuyó agradece agradeció advierte advirtió tilda"""
            )
        ),
        sources={
            "según": SourceCue(),
            "acuerdo": SourceCue(words("de"), then="con", of_figures=True),
            "juicio": SourceCue(words("a"), then="de"),
            "entender": SourceCue(words("a"), then="de"),
            "parecer": SourceCue(words("a"), then="de"),
            "opinión": SourceCue(words("en"), then="de"),
            "palabras": SourceCue(words("en"), then="de"),
        },
        be=words("fue es se"),
        between=words("ha han había también le les luego después ayer hoy además asimismo"),
        verbs=words("es son era eran está están fue fueron será serán han hay"),
        conjunctions=words("que"),
        relative=words("que"),
        he=words("él"),
        she=words("ella"),
        their=words("su"),
        roles_refer=True,
        head_first=True,
        late_subjects=True,
        reflexive=words(
            "limitó lamentó quejó preguntó jactó sinceró disculpó refirió pronunció mostró comprometió negó felicitó"
        ),
        indefinite=words("un una algún alguna otro otra"),
        company=words("con contra para sin sobre por entre a al"),
        determiners=words("el la los las un una"),
        member_links=words("de del"),
        links=words("de del al en con por para sobre"),
        ands=words("y e"),
        buts=words("pero"),
        no_clause=words("a al de del en con por para sobre durante"),
        fronted=words(
            """en tanto por para con tras según durante al a desde cuando aunque si como generalmente además también
            después así"""
        ),
    ),
    names=Names(
        men=words(
            """Adolfo Adrián Agustín Alberto Alejandro Alfonso Alfredo Andrés Antonio Armando Arturo Bartolomé Benito
            Bernardo Bruno Carlos Claudio Cristóbal César Daniel David Diego Domingo Eduardo Emilio Enrique Ernesto
            Esteban Eugenio Eusebio Felipe Fermín Fernando Francisco Félix Gabriel Gerardo Germán Gonzalo Gregorio
            Guillermo Gustavo Hermenegildo Hernán Hilario Hugo Ignacio Iker Iván Jacobo Jaime Javier Jerónimo Jesús
            Joaquín Jorge Josué José Juan Julio Julián Leandro Leonardo Leopoldo Lorenzo Lucas Luis Manuel Marcelo
            Marcos Mariano Mario Martín Mateo Matías Mauricio Mauro Miguel Nicolás Néstor Pablo Pascual Patricio
            Pedro Rafael Ramiro Ramón Raúl Ricardo Roberto Rodrigo Rogelio Rubén Salvador Samuel Santiago Sebastián
            Sergio Simón Tadeo Tomás Vicente Víctor Xavier Zacarías Álvaro Ángel Óscar"""
        ),
        women=words(
            """Adela Adriana Alba Alejandra Alicia Almudena Amalia Amparo Ana Andrea Aurora Beatriz Begoña Belén Berta
            Blanca Camila Carla Carlota Carmen Carolina Catalina Cecilia Celia Clara Claudia Concepción Consuelo
            Cristina Daniela Dolores Elena Elisa Elvira Emilia Encarnación Esperanza Estela Ester Eugenia Eva Fátima
            Gloria Graciela Guadalupe Inmaculada Inés Irene Isabel Jimena Josefa Juana Julia Laura Leonor Leticia
            Lidia Lola Lorena Lourdes Lucía Luisa Luz Lía Manuela Margarita Mariana Marina Marisa Marta Martina
            María Matilde Mercedes Miriam Montserrat Mónica Natalia Noelia Nuria Olga Paloma Paola Patricia Paula
            Petra Pilar Raquel Rebeca Remedios Rocío Rosa Rosario Sandra Sara Silvia Sofía Soledad Susana Teresa
            Valentina Valeria Vanesa Verónica Victoria Virginia Viviana Yolanda Águeda Ángela Ángeles"""
        ),
        roles=words(
            """presidente presidenta ministro ministra alcalde alcaldesa regidor regidora edil concejal concejala
            portavoz consejero consejera diputado diputada senador senadora gobernador gobernadora embajador
            embajadora juez jueza fiscal abogado abogada directora jefe jefa gerente secretario secretaria rector
            rectora comisario comisaria coronel capitán comandante entrenador entrenadora técnico delantero defensa
            portero médico médica doctora profesor profesora historiador historiadora economista experto experta
            analista periodista ingeniero ingeniera científico científica investigador investigadora arquitecto
            arquitecta escritor escritora cantante artista sindicalista vicepresidente vicepresidenta vicealcalde
            empresario empresaria candidato candidata líder responsable"""
        ),
        more_roles=(
            "(?:vice)?(?:ministr|secretari|consejer)[oa]|(?:vice)?president[ea]|portavoz|alcalde(?:sa)?",
            "jef[ea]|directora?|gobernadora?|embajadora?|panader[oa]|vecin[oa]|dueñ[oa]|propietari[oa]",
        ),
        particles=words("de del el la"),
        given=words("Al Dan Ella"),
        openers=words(
            "sí también además así ahora luego después ayer hoy tampoco pero preguntado preguntada"
        ),
        bodies=words(
            """Alianza Partido Unión Consejo Ministerio Universidad Instituto Comisión Federación Confederación
            Asociación Fundación Tribunal Banco Junta Gobierno Ayuntamiento Policía Guardia Club Deportivo Atlético
            Calle Plaza Puerto Río Cámara Agencia Servicio Consorcio Plataforma Sindicato Comité"""
        ),
        body_nouns=words(
            """gobierno ejecutivo ministerio ayuntamiento consistorio alcaldía policía fiscalía tribunal parlamento
            congreso senado comité comisión empresa compañía concesionaria sindicato partido club agencia organismo
            servicio departamento consejería confederación consorcio ejército embajada universidad periódico diario
            fundación banco asociación organización federación junta diputación patronal plataforma"""
        ),
        documents=words("informe estudio ley decreto encuesta sondeo recuento comunicado tratado"),
        works=words("libro novela poema canción película álbum ensayo sermón obra"),
    ),
)
