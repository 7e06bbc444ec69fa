"""Spanish."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Language,
    Names,
    Numbers,
    Questions,
    References,
    SourceCue,
    Speech,
    words,
)

LANGUAGE = Language(
    code="es",
    name="Spanish",
    everywhere=True,
    stop_words=words(
        """adónde cómo cuál cuáles cuán cuándo cuánta cuántas cuánto cuántos dónde qué quién quiénes dice dicen
        dicho dijeron dijo"""
    ),
    dictionary=True,
    in_names="de del la",
    definite="el la las los",
    questions=Questions(
        intents=(
            ("how-old", "cuántos", r"\s+años"),
            ("how-many", "cuánto|cuántos|cuánta|cuántas", ""),
            ("when", "cuándo", ""),
            ("where", "dónde|donde|adónde|adonde", ""),
            ("who", "quién|quiénes", ""),
        ),
        quoting=(
            (
                "qué",
                r"\s+(?:dijo|dijeron|dice|ha\s+dicho)\s+(\S.{0,60}?)(?=\s+(?:sobre|acerca|de)\s|[?!.]|$)",
            ),
        ),
        recent=(
            ("hoy|ayer|ahora|reciente|recientes|recientemente", ""),
            ("esta", r"\s+semana"),
        ),
        counts=(("cuántos|cuántas", r"\s+(.*)"),),
        about=r"sobre|acerca\sde|respecto\s(?:a|de)",
        civilities=words("adiós buenas buenos días gracias hola"),
    ),
    references=References(
        beginnings=(
            r"él|ellas?|ellos|est[aeo]s?|es[aeo]s?|aquell[ao]s?|sus?|pero|y|sin\sembargo|"
            r"además|por\seso"
        ),
        pronouns="él|ella|ellos|ellas|les?|sus?|eso|esto",
        also=r"¿?\s?(?:y|e|pero|o|también)",
        about_also=r"¿?\s?(?:y\s)?(?:qué\shay\sde|qué\stal|qué\spasa\scon)",
        asking=r"quién\w*|qué|cuándo|dónde|por\squé|cómo|cuál\w*|cuánt\w*",
        alone=r"por\squé|cómo|cuándo|dónde|quién",
    ),
    calendar=Calendar(
        months=(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
            "diciembre"
        ),
        after_day="ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic",
        before_year="en|desde",
        ages=r"\d\s+años\b",
    ),
    numbers=Numbers(
        in_words=True,
        scales={r"mil\smillones": 1e9, "mil": 1e3, "mill(?:ón|ones)": 1e6, "bill(?:ón|ones)": 1e12},
        inexact=r"unos|unas|casi|más\sde|al\smenos|cerca\sde",
    ),
    speech=Speech(
        marks=words("preguntó respondió contestó criticó pidió"),
        that=words(
            """afirmó declaró explicó añadió aseguró escribió anunció advirtió señaló dicho declarado afirmado
            explicado asegurado añadido anunciado advertido señalado afirma declara explica añade asegura escribe
            anuncia advierte señala indicó subrayó subraya recordó recuerda reconoció reconoce insistió insiste
            sostuvo sostiene manifestó agregó agrega comentó comenta confirmó confirma negó niega denunció
            lamentó lamenta concluyó concluye informó informa"""
        ),
        clause=words("dijo dice dijeron dicen"),
        adding=words("añadió añade agregó agrega"),
        sources={"según": SourceCue()},
        be=words("fue es se"),
        between=words("ha han había también le les luego después"),
        verbs=words("es son era eran está están fue fueron será serán han hay"),
        conjunctions=words("que"),
        relative=words("que"),
        he=words("él"),
        she=words("ella"),
        determiners=words("el la los las un una"),
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
        more_roles=(
            "(?:vice)?(?:ministr|secretari|consejer)[oa]|(?:vice)?president[ea]|portavoz|alcalde(?:sa)?",
            "jef[ea]|directora?|gobernadora?|embajadora?",
        ),
        particles=words("de del el la"),
        given=words("Al Dan Ella"),
        works=words("libro novela poema canción película álbum ensayo sermón obra"),
    ),
)
