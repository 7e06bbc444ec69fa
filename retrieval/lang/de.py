"""German."""

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

_DAYS = "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
_CALENDAR = f"{_DAYS} {_MONTHS}".replace(" ", "|")
"""Names of days and months, and a pattern of them all."""

_PIECES = r"(?:artikeln?|texten?|berichten?|beiträgen?|beiträge|berichte)"
_TALK = (
    r"(?:(?:sprechen|spricht|berichten|berichtet|schreiben|schreibt)\s+(?:über|von)|handeln\s+von|handelt\s+von"
    r"|erwähnen|erwähnt|behandeln|behandelt|(?:gibt\s+es|hast\s+du|haben\s+sie)\s+(?:über|zu|zum|zur))"
)
"""What articles do with a topic, where somebody asks which of them do."""

_ARTICLES = r"(?:den\s+artikel|die\s+artikel|alle\s+artikel|das|alles|dies|den\s+text|die\s+texte|die\s+nachrichten|es)"
"""The articles of a collection, whatever they are."""

_THIS = r"(?:das|dies|diesen?\s+(?:artikel|text)|den\s+(?:artikel|text))"
_SPEAK = (
    "sagt sagte sagten sagen gesagt meint meinte meinten gemeint äußert äußerte geäußert spricht sprach gesprochen erzählt"
    " erzählte kommentiert kommentierte antwortet antwortete geantwortet reagiert reagierte denkt dachte hält hielt findet"
    " fand schreibt schrieb geschrieben"
)
_CLAIM = (
    "erklärt erklärte begründet begründete behauptet behauptete verspricht versprach versprochen kündigt kündigte angekündigt"
    " warnt warnte gewarnt fordert forderte gefordert verlangt verlangte kritisiert kritisierte beklagt beklagte lobt lobte"
    " gelobt bestreitet bestritt bestritten betont betonte räumt räumte eingeräumt gibt gab zugegeben vermutet vermutete"
    " befürchtet befürchtete fürchtet fürchtete hofft hoffte gehofft bewertet bewertete bezeichnet bezeichnete nennt nannte"
    " genannt schätzt schätzte erwartet erwartete rechtfertigt rechtfertigte verteidigt verteidigte droht drohte gedroht rät"
    " riet geraten empfiehlt empfahl empfohlen schlägt schlug vorgeschlagen wirft warf vorgeworfen ärgert ärgerte geärgert"
    " schimpft schimpfte geschimpft vergleicht verglich verglichen prophezeit prophezeite glaubt glaubte geglaubt"
)
_QUOTES = (
    "zitat zitate aussage aussagen äußerung äußerungen kommentar kommentare stellungnahme stellungnahmen statement"
    " statements worte meinung ansicht reaktion reaktionen antwort antworten einschätzung"
)
_VERBS = (
    r"ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|soll|sollen|muss|müssen|darf|macht\w*"
    r"|passiert\w*|geschieht|geschah|bringt|brachte|steht|stand|gibt|gab|tut|tat|bekommt|bekam|kommt|kam|geht|ging|denkt|dachte"
    r"|hält|hielt|heißt|hieß|findet|fand|spart|\w{2,}(?:tet|rte|gte|chte|nte|dete|elt|elte|ngt|ant|ert|gt|int|ient)"
)
"""Verbs behind "was", which is a verb in English."""
_WHO = r"(?P<who>\S[^?!;,]{0,80}?)"
_ON = (
    r"über|zu|zum|zur|von|vom|nach|bei|beim|wegen|bezüglich|gegen|für|vor|während|am|im|in|an|auf|seit|dass|ob|warum|wie"
    r"|gegenüber|davon|dazu|darüber"
)
_TOPIC = r"(?:[\s,:–—-]+(?P<topic>\S.*?))?"
_WHEN = r"(?:\s+(?:nach|vor|bei|beim|am|im|während|gegenüber)\s[^?]+?)"
_ON_TOPIC = rf"(?:[\s,:–—-]+(?P<topic>(?:{_ON})[\s,].+?))?"
_PARTS = r"(?:\s+(?:mit|an|ein|zu|vor|aus|ab|hinzu|zurück))?"
_EVER = r"(?:(?:denn|eigentlich|genau|alles|noch|sonst|sich|auch|je|schon|jemals|überhaupt)\s+)*"
"""Words and patterns of questions that ask for somebody's words, or who said some."""


LANGUAGE = Language(
    code="de",
    capital_nouns=True,
    before_nouns=(
        r"(?:d(?:er|ie|as|en|em|es)|im|am|ans|ins|beim|vom|zum|zur|aufs|fürs|(?:k|m|d|s)?ein(?:e[mnrs]?)?"
        r"|(?:ihr|unser|euer|dies|jen|jed|welch|manch|solch|all|mehrer|einig|beid|viel|wenig)(?:e[mnrs]?)?|mehr|\d[\d.,]*)"
        r"(?:\s+[a-zäöüß]{2,}e[mnrs]?){0,2}"
    ),
    named_with_article=words(
        """ukraine schweiz türkei slowakei mongolei iran irak jemen libanon sudan kongo niger niederlande niederlanden emirate emiraten
        philippinen krim normandie bretagne toskana provence pfalz lausitz eifel alpen rhein main elbe donau oder spree isar mosel
        weser ruhr ostsee nordsee vatikan kreml antarktis arktis karibik sahara balkan kaukasus gazastreifen hamas taliban hisbollah"""
    ),
    name="German",
    everywhere=True,
    stop_words=words(
        """geäußert meint meinte laut sich sei seien zu zum zur ist hat haben wann warum was welche welchem welchen welcher welches wem wen wer weshalb weswegen wessen wie wieso
        wieviel wieviele wo wobei wodurch wofür woher wohin womit woran worauf woraus worin worüber wovon wovor
        wozu wurde wurden gesagt sagt sagte sagten"""
    ),
    dictionary=True,
    definite="der den dem die das",
    questions=Questions(
        intents=(
            ("how-old", "wie", r"\s+alt"),
            ("how-old", "wiealt", ""),
            ("how-old", "welches|welchem", r"\s+alter"),
            (
                "how-much",
                "wie|für|um|auf|welche|welchen|wieviel",
                r"(?:\s+wie)?(?:\s+viel)?\s+(?:teuer|geld|euro|dollar|kosten|preis|betrag|summe)\b",
            ),
            (
                "how-much",
                "wieviel|wie",
                r"(?:\s+viel)?(?=\s.*\b(?:kostet|kosten|kostete|zahlt|zahlen|zahlte|bezahlt|gezahlt|verdient|verdiente|ausgegeben"
                r"|überweist|spart|spendet|gespendet|investiert)\b)",
            ),
            ("how-long", "wie", r"\s+lang(?:e)?\b(?!\s+ist)"),
            ("how-long", "wielange", ""),
            (
                "how-big",
                "wie",
                r"\s+(?:hoch|weit|groß|lang|tief|breit|schwer|schnell|stark|warm|heiß|kalt)",
            ),
            ("how-big", "wiehoch|wieweit|wiegroß|wielang", ""),
            ("how-many", "wie", r"\s+(?:viele?[nr]?|oft|häufig)"),
            ("how-many", "um", r"\s+wie\s+viele?"),
            ("how-many", "wieviel|wieviele|wievielen|wievielter|wieoft", ""),
            (
                "how-many",
                "welche|welcher|welchen|welches",
                r"\s+(?:zahl|anzahl|anteil|prozentsatz|zinssatz|mehrheit|menge)",
            ),
            ("when", "wann|wan", ""),
            ("when", "seit|ab|bis|für", r"\s+wann"),
            (
                "when",
                "in|im|an|am|um|zu",
                r"\s+welche[mnrs]?\s+(?:jahr|tag|datum|monat|jahrhundert|zeit|zeitpunkt|uhrzeit|stunde)",
            ),
            ("when", "um", r"\s+wie\s?viel\s+uhr"),
            ("where", "woher|wohin|wo", ""),
            (
                "where",
                "in|aus|an|auf",
                r"\s+welche[mnrs]?\s+(?:land|stadt|ort|dorf|straße|region|gegend|schule|hochschule|haus)",
            ),
            ("why", "warum|wieso|weshalb|weswegen|wozu", ""),
            ("why", "aus", r"\s+welchem\s+grund"),
            ("who", "wer|wen|wem|wessen", ""),
            (
                "who",
                "welcher|welche|welchen|welchem",
                r"\s+(?:\w+(?:chef|sprecher|minister|trainer|rat|leiter)(?:in)?|person|politiker(?:in)?|spieler(?:in)?|firma)",
            ),
            ("how", "wie|inwiefern|womit|wodurch", ""),
            ("what", "was", rf"(?=\s+(?:{_VERBS})\b)"),
            (
                "what",
                "welche|welcher|welches|welchen|welchem|worüber|worum|wofür|wogegen|wovon|woran|worauf",
                "",
            ),
        ),
        comparing=(
            ("verglichen|vergleich|unterschied", r"\s+(?:mit|zu|zwischen)"),
            ("im", r"\s+vergleich"),
            ("vorher", r"\s+und\s+nachher"),
        ),
        heads=(
            (
                "how-much",
                words(
                    "kosten preis preise gehalt budget strafe schaden schadenssumme miete gewinn verlust umsatz"
                ),
            ),
            (
                "how-many",
                words(
                    "anzahl zahl zahlen ergebnis stimmen beteiligung wahlbeteiligung mehrheit temperatur prozent"
                ),
            ),
            ("how-long", words("dauer")),
            (
                "how-big",
                words("höhe länge breite tiefe gewicht größe entfernung geschwindigkeit fläche"),
            ),
            ("how-old", words("alter")),
            ("when", words("datum termin zeitpunkt beginn uhrzeit frist")),
            ("where", words("ort adresse standort")),
            ("why", words("grund gründe ursache ursachen motiv anlass")),
        ),
        before_heads=(
            r"(?:(?:was|welche[rsn]?|wie)\s+)?(?:(?:ist|war|sind|waren)\s+)?(?:(?:der|die|das|den|ein|eine)\s+)?"
        ),
        indirect=r"(?:weiß|wissen|weißt|sag|sagen|sagt|erklär|erklären|frage|fragt|und|oder)(?:\s+(?:du|mir|uns|sie|ihr))?\s+",
        polar=(
            r"ist|sind|war(?=\s+(?:der|die|das|es|er|sie|ein|eine|dies\w*)\b)|waren|hat(?!\s+on\b)|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können"
            "|konnte|soll|sollen|will|wollen"
            "|darf|dürfen|muss|müssen|gibt|gab|stimmt|kommt|bleibt|bekommt|gehört|gilt"
        ),
        asking=(
            (
                "wie",
                r"\s+(?:alt|lange?|hoch|weit|groß|tief|breit|schwer|schnell|oft|häufig|teuer|viele?[nr]?)",
            ),
            ("bitte|eigentlich|denn|genau|wirklich|überhaupt|tatsächlich", ""),
        ),
        around=(
            ("hallo|hi|hey|moin|servus|grüß|guten", r"(?:\s+(?:tag|morgen|abend|gott|zusammen))?"),
            ("danke|vielen", r"(?:\s+dank)?(?:\s+im\s+voraus)?"),
            (
                "sag|sagt|sage|erzähl|erzähle|zeig|zeige|nenn|nenne|gib|erklär|erkläre",
                r"\s+(?:mir|uns)(?:\s+(?:mal|bitte|alles))*",
            ),
            (
                "kannst|könntest|können|könnten",
                r"\s+(?:du|sie|ihr)(?:\s+(?:mir|uns|bitte|mal))*(?:\s+sagen)?",
            ),
            ("weißt|wisst|wissen", r"\s+(?:du|ihr|sie)"),
            ("ich", r"\s+(?:möchte|will|würde\s+gern(?:e)?)(?:\s+(?:gern|gerne|wissen))*"),
            ("zitiere|zitier|zitat|zitate", r"(?:\s+(?:von|über|zu|mir|aus))?"),
            ("stimmt", r"\s+(?:es|das)(?:,?\s+dass)?"),
            ("ist", r"\s+(?:es|das|da)\s+(?:wahr|richtig|korrekt|so|was\s+dran)(?:,?\s+dass)?"),
            ("weitergeleitet|weiterleitung|faktencheck|fakten-check", ""),
            ("fakten", r"[\s-]*check"),
            ("wahr", r"\s+oder\s+(?:falsch|nicht)"),
            (
                "artikel|informationen|infos|info|nachrichten|neuigkeiten|neues|meldungen|berichte|alles|etwas|was",
                r"\s+(?:über|zu|zum|zur|von|vom)",
            ),
            ("suche|such|finde|find", r"(?:\s+(?:nach|mir|alles|artikel))*"),
            ("frage", r"\s*:"),
            (
                "laut|in|aus",
                r"\s+(?:den|diesen|deinen|euren)\s+(?:artikeln|quellen|texten|dokumenten)",
            ),
        ),
        quoting=(
            (
                "was|wie",
                r"\s+(?:sagte|sagt|sagten|meinte|meint|erklärte|erklärt|erzählte|antwortete|kommentierte|äußerte)\s+(\S.{0,60}?)"
                r"(?=\s+(?:den|die|das|über|zu|zum|zur|von|vom|nach|vor|bei|am|im|gegenüber|dazu|darüber)\s|[?!.,]|$)",
            ),
            (
                "was|wie",
                r"\s+(?:hat|haben|hatte)\s+(?:sich\s+)?(\S.{0,60}?)\s+(?:(?:über|zu|zum|zur|nach|bei|am|im|alles|gegenüber)\s.*)?"
                r"(?:gesagt|geäußert|erklärt|gemeint|erzählt|geantwortet|kommentiert)",
            ),
        ),
        recent=(
            ("heute|gestern|aktuell|aktuelle|aktueller|aktuellen|aktuelles|kürzlich", ""),
            ("neueste|neuester|neuesten|neuestes", ""),
            ("diese", r"\s+woche"),
        ),
        counts=(
            ("wie", r"\s+viele\s+(.*)"),
            ("wieviele", r"\s+(.*)"),
        ),
        about="über|bezüglich",
        reasons=(
            r"weil|da|denn|wegen|aufgrund|auf\sgrund|infolge|dank|angesichts|mangels|nachdem|damit|deshalb|deswegen|daher"
            r"|darum|sonst|nämlich|gr(?:und|ünde\w*)|ursachen?|anlass|schuld|auslöser|begründe\w+|verursach\w+|ausgelöst|führt\w*"
            r"|liegt\sdaran|lag\sdaran|verantwortlich"
        ),
        about_at_end="zu|zum|zur",
        chats=(
            ("objection", "falsch|quatsch|unsinn|blödsinn", ""),
            ("objection", "falsche", r"\s+antwort"),
            ("objection", "stimmt", r"\s+nicht"),
            (
                "objection",
                "das",
                r"\s+(?:ist|war|stimmt)\s+(?:(?:aber|doch|leider|ganz|einfach|so|gar)\s+)*"
                r"(?:falsch|unsinn|quatsch|nicht|nicht\s+(?:wahr|richtig|korrekt|meine\s+frage)"
                r"|nicht(?:\s+das)?,?\s+(?:was|wonach)\s+ich\s+(?:(?:gefragt|gemeint)\s+(?:habe|hatte)|meinte|wollte|wissen\s+wollte))",
            ),
            ("objection", "danach|das", r"\s+(?:habe?|hatte)\s+ich\s+nicht\s+(?:gefragt|gemeint)"),
            (
                "objection",
                "du|sie",
                r"\s+(?:liegst\s+falsch|liegen\s+falsch|irrst\s+dich|irren\s+sich|(?:hast|haben)\s+unrecht)",
            ),
            ("sources", "neuigkeiten|nachrichten|neues", ""),
            ("sources", "was", r"\s+gibt(?:['’]?s|\s+es)\s+neues"),
            ("more", "mehr|weiter|weitere", r"(?:\s+(?:davon|auszüge|ergebnisse|antworten))?"),
            ("more", "zeig|zeige", r"(?:\s+mir)?\s+(?:noch\s+)?mehr"),
            ("more", "noch", r"\s+(?:mehr|etwas|was)"),
            ("doubt", "bist|sind", r"\s+(?:du|sie)(?:\s+(?:dir|sich|ihnen))?(?:\s+da)?\s+sicher"),
            ("doubt", "stimmt", r"\s+das(?:\s+(?:wirklich|so|auch|überhaupt))*"),
            ("doubt", "ist", r"\s+das\s+(?:wirklich\s+)?(?:wahr|richtig|korrekt|echt|so)"),
            ("doubt", "wirklich|echt|ernsthaft", ""),
            ("doubt", "woher", r"\s+(?:weißt|wissen)\s+(?:du|sie)\s+das"),
            (
                "doubt",
                "kann|darf",
                r"\s+(?:ich|man)\s+(?:dir|ihnen|dem|das|darauf)\s+(?:trauen|vertrauen|glauben)",
            ),
            ("sources", "welche|welcher", rf"\s+{_PIECES}\s+{_TALK}\s+(?P<topic>.{{2,80}}?)"),
            (
                "sources",
                "in",
                rf"\s+welche[nm]\s+{_PIECES}\s+geht\s+es\s+um\s+(?P<topic>.{{2,80}}?)",
            ),
            (
                "sources",
                "was",
                r"\s+(?:hast\s+du|haben\s+sie|habt\s+ihr|gibt\s+es)\s+(?:alles\s+)?über\s+(?P<topic>.{2,80}?)",
            ),
            (
                "sources",
                "was",
                r"\s+(?:hast\s+du|haben\s+sie|habt\s+ihr)\s+(?:alles\s+)?(?:zu|zum|zur)\s+(?P<topic>.{2,80}?)",
            ),
            (
                "sources",
                "hast|haben|habt|gibt",
                rf"\s+(?:du|sie|ihr|es)\s+(?:auch\s+)?(?:(?:etwas|was)\s+(?:über|zum|zur)|{_PIECES}\s+(?:über|zu|zum|zur))"
                r"\s+(?P<topic>.{2,80}?)",
            ),
            (
                "sources",
                "zeig|zeige|such|suche|finde|nenne|nenn|liste",
                rf"(?:\s+mir)?(?:\s+(?:alle|die))*\s+{_PIECES}(?:\s+auf)?,?\s+(?:über|zu|zum|zur|(?:die\s+)?{_TALK})\s+(?P<topic>.{{2,80}}?)(?:\s+(?:auf|handeln|berichten|sprechen|erwähnen))?",
            ),
            ("sources", "artikel|texte", r"\s+(?:über|zu|zum|zur)\s+(?P<topic>.{2,80}?)"),
            ("help", "hilfe|befehle|anleitung", ""),
            ("help", "hilf", r"\s+mir"),
            (
                "help",
                "ich",
                r"\s+(?:brauche\s+hilfe|verstehe\s+(?:das\s+)?nicht(?:,?\s+wie\s+das\s+(?:geht|funktioniert))?)",
            ),
            ("help", "welche", r"\s+(?:befehle|kommandos)\s+(?:gibt\s+es|hast\s+du|kennst\s+du)"),
            (
                "help",
                "wie",
                r"\s+(?:funktioniert\s+(?:das|der\s+bot|dieser\s+bot)|funktionierst\s+du|geht\s+das|benutze\s+ich\s+(?:dich|den\s+bot|das))(?:\s+hier)?",
            ),
            ("help", "was", r"\s+kann\s+ich\s+(?:dich\s+|hier\s+|sie\s+)*(?:fragen|tun|machen)"),
            ("identity", "wer|was", r"\s+(?:bist\s+du|sind\s+sie)(?:\s+(?:eigentlich|denn))?"),
            (
                "identity",
                "wer",
                r"\s+hat\s+(?:dich|sie)\s+(?:gemacht|gebaut|programmiert|entwickelt|erschaffen|erfunden|geschrieben)",
            ),
            (
                "identity",
                "wer",
                r"\s+(?:steckt|steht)\s+hinter\s+(?:dir|ihnen|diesem\s+bot|dem\s+bot)",
            ),
            (
                "identity",
                "wer",
                r"\s+ist\s+(?:dein|ihr)\s+(?:chef|boss|entwickler|programmierer|besitzer|betreiber|erfinder|vater|herr)",
            ),
            ("identity", "für", r"\s+wen\s+arbeitest\s+du"),
            ("identity", "wie", r"\s+alt\s+bist\s+du"),
            ("identity", "was", r"\s+(?:ist|soll)\s+das(?:\s+(?:hier|denn|eigentlich))*"),
            ("help", "gib|zeig", r"\s+mir\s+(?:ein\s+)?beispiele?"),
            ("identity", "woher", r"\s+kommst\s+du"),
            ("identity", "wo", r"\s+(?:bist|wohnst)\s+du"),
            (
                "identity",
                "hast|magst|liebst|kannst|lebst|schläfst",
                r"\s+du(?:\s+(?:mich|gefühle|freunde|einen|namen|denken|lesen|eine|meinung|ein))*",
            ),
            ("identity", "stell|stelle", r"\s+dich\s+vor"),
            ("identity", "erzähl|erzähle", r"(?:\s+mir)?\s+(?:etwas\s+|was\s+)?(?:über|von)\s+dir"),
            ("identity", "erzähl|erzähle", r"(?:\s+mir)?\s+(?:etwas\s+|was\s+)?über\s+dich"),
            (
                "identity",
                "was",
                r"\s+(?:kannst\s+du|können\s+sie|machst\s+du)(?:\s+(?:alles|denn|so|hier))*",
            ),
            ("identity", "wie", r"\s+(?:heißt\s+du|heißen\s+sie)"),
            (
                "identity",
                "bist",
                r"\s+du\s+(?:(?:ein|eine|ne|so|wirklich)\s+)*(?:bot|roboter|mensch|maschine|ki|echt)(?:\s+oder\s+(?:ein\s+)?(?:bot|mensch|roboter|maschine))?",
            ),
            ("identity", "bist", r"\s+du\s+(?:(?:ein|eine|so|wirklich)\s+)*(?P<any>\w+)"),
            (
                "identity",
                "du",
                r"\s+(?:bist\s+(?:(?:ein|eine|so|echt|ja)\s+)*(?P<any>\w+)|nervst|idiot|lügst)",
            ),
            ("identity", "halt", r"\s+(?:die\s+klappe|den\s+mund|s\s+maul)"),
            ("identity", "ich", r"\s+(?:liebe|hasse|mag)\s+dich"),
            ("greeting", "hallo|hi|hey|moin|servus|tschüss|tschüs", ""),
            ("greeting", "was", r"\s+(?:geht|geht\s+ab)"),
            ("greeting", "bis", r"\s+(?:bald|später|morgen|dann)"),
            ("greeting", "guten", r"\s+(?:morgen|tag|abend)"),
            ("greeting", "gute", r"\s+nacht"),
            ("greeting", "grüß|grüss", r"\s+(?:gott|dich)"),
            ("greeting", "auf", r"\s+wiedersehen"),
            ("greeting", "wie", r"\s+geht(?:['’]s|\s+es)(?:\s+(?:dir|ihnen))?"),
            (
                "thanks",
                "danke|dankeschön|merci",
                r"(?:\s+(?:schön|sehr|dir|ihnen|vielmals|für\s+(?:die|deine|ihre)\s+(?:hilfe|antwort|info)))*",
            ),
            ("thanks", "vielen|besten|herzlichen", r"\s+dank"),
            ("thanks", "verstanden", ""),
            ("thanks", "alles", r"\s+klar"),
            (
                "thanks",
                "das",
                r"\s+(?:hilft|war\s+hilfreich|ist\s+(?:gut|super|toll|hilfreich))(?:\s+mir)?",
            ),
            ("thanks", "super|toll|gut|prima|perfekt|okay|klasse", r"(?:\s+(?:gemacht|antwort))?"),
            ("summary", "kürzer", ""),
            (
                "summary",
                "zusammenfassung|überblick|übersicht",
                r"(?:\s+(?:der|aller)\s+(?:artikel|texte|nachrichten))?",
            ),
            (
                "summary",
                "fass|fasse|fassen",
                rf"(?:\s+(?:sie|mir|bitte|mal))*\s+{_ARTICLES}(?:\s+(?:bitte|mal|kurz))*\s+zusammen",
            ),
            (
                "summary",
                "gib|mach|schreib",
                r"(?:\s+mir)?\s+(?:eine|einen)\s+(?:kurze[nr]?\s+)?(?:zusammenfassung|überblick|übersicht)(?:\s+(?:der|aller|über)\s+(?:die\s+)?(?:artikel|texte|nachrichten))?",
            ),
            (
                "summary",
                "die|alle|das|alles",
                r"(?:\s+(?:artikel|texte|nachrichten))?\s+(?:kurz\s+)?zusammenfassen",
            ),
            (
                "translation",
                "das|dies|es|den",
                r"(?:\s+(?:artikel|text))?(?:\s+(?:ins|auf)\s+\w+)?\s+übersetzen",
            ),
            ("summary", "was", r"\s+steht\s+in\s+den\s+(?:artikeln|texten)"),
            ("sources", "artikel|quellen|artikelliste", ""),
            (
                "sources",
                "zeig|zeige|liste|nenne|nenn",
                r"(?:\s+mir)?(?:\s+(?:alle|die|deine))*\s+(?:artikel|quellen|texte)(?:\s+auf)?",
            ),
            (
                "sources",
                "welche",
                r"\s+(?:artikel|quellen|texte|zeitungen)\s+(?:hast\s+du|gibt\s+es|kennst\s+du|sind\s+(?:das|da))(?:\s+hier)?",
            ),
            (
                "sources",
                "wie",
                r"\s+viele\s+(?:artikel|quellen|texte)\s+(?:hast\s+du|gibt\s+es|kennst\s+du)",
            ),
            ("sources", "was", r"\s+weißt\s+du(?:\s+alles)?"),
            ("sources", "worum", r"\s+geht\s+es\s+in\s+(?:den|diesen)\s+(?:artikeln|texten)"),
            (
                "speakers",
                "wer",
                r"\s+(?:wird|wurde)\s+(?:hier\s+|in\s+den\s+artikeln\s+)?(?:alles\s+)?(?:zitiert|erwähnt)",
            ),
            ("speakers", "wen", r"\s+zitierst\s+du"),
            ("speakers", "alle", r"\s+(?:zitate|sprecher|zitierten(?:\s+personen)?)"),
            ("speakers", "wer", r"\s+kommt\s+(?:alles\s+)?zu\s+wort"),
            ("speakers", "zitate|sprecher", ""),
            (
                "speakers",
                "zeig|zeige|liste|nenne|nenn",
                r"(?:\s+mir)?(?:\s+(?:alle|die))*\s+(?:zitate|sprecher|personen,?\s+die\s+zitiert\s+werden|zitierten(?:\s+personen)?)(?:\s+auf)?",
            ),
            (
                "timeline",
                "zeitleiste|zeitstrahl|chronologie|chronik",
                r"(?:\s+(?:der\s+ereignisse|(?:zu|zum|zur|von)\s+(?P<topic>.{2,80}?)))?",
            ),
            ("timeline", "was", r"\s+(?:geschah|passierte|ist)\s+wann(?:\s+passiert)?"),
            (
                "timeline",
                "gib|mach|erstelle|zeig|zeige|schreib",
                r"(?:\s+mir)?\s+eine\s+(?:zeitleiste|chronologie|chronik)(?:\s+(?:der\s+ereignisse|(?:zu|zum|zur|von)\s+(?P<topic>.{2,80}?)))?",
            ),
            ("who-wrote", "wer", rf"\s+hat\s+{_THIS}\s+(?:geschrieben|veröffentlicht|verfasst)"),
            ("who-wrote", "wer", rf"\s+schrieb\s+{_THIS}"),
            ("who-wrote", "von", r"\s+wem\s+ist\s+(?:das|dieser\s+(?:artikel|text))"),
            ("who-wrote", "woher", r"\s+(?:ist|stammt|kommt)\s+das"),
            ("who-wrote", "quelle|autor|link|beleg", ""),
            ("who-wrote", "wer", r"\s+ist\s+der\s+(?:autor|verfasser)"),
            (
                "who-wrote",
                "wo",
                r"\s+(?:steht\s+das|hast\s+du\s+das\s+her|kann\s+ich\s+das\s+(?:lesen|nachlesen))",
            ),
            ("who-wrote", "was|welche", r"\s+ist\s+(?:die|deine|das\s+für\s+eine)\s+quelle"),
            (
                "who-wrote",
                "wann",
                r"\s+(?:ist|wurde)\s+(?:das|der\s+artikel)\s+(?:erschienen|veröffentlicht|geschrieben)(?:\s+worden)?",
            ),
            (
                "who-said",
                "wer",
                r"\s+(?:hat\s+das\s+gesagt|(?:sagt|sagte)\s+das|sagt|spricht(?:\s+(?:da|hier))?)",
            ),
            ("who-said", "wessen", r"\s+worte\s+sind\s+das"),
            ("who-said", "von", r"\s+wem\s+(?:ist|stammt|kommt)\s+(?:das|dieses)\s+zitat"),
            ("who-said", "wer", r"\s+(?:behauptet|spricht|redet)\s+(?:das|hier|da)"),
            ("who-said", "sagt", r"\s+wer"),
            (
                "translation",
                "übersetze|übersetz|übersetzen|übersetzung",
                r"(?:\s+sie)?(?:\s+(?:das|dies|den\s+artikel|den\s+text|.{1,100}(?=\sins?\s)))?(?:\s+ins?\s+(?:das\s+)?\w+)?",
            ),
            ("translation", "auf", r"\s+(?:deutsch|englisch|russisch|ukrainisch|spanisch)"),
            ("writing", "schreib|schreibe|dichte|verfasse", r"\s+(?:mir|uns)\b.{0,100}"),
            (
                "writing",
                "schreib|schreibe|dichte|verfasse",
                r"\s+eine?n?\s+(?:\w+\s+)?(?:aufsatz|gedicht|brief|e-?mail|geschichte|rede|lied|text|artikel)\b.{0,100}",
            ),
            ("writing", "erzähl|erzähle", r"\s+(?:mir|uns)\s+einen?\s+(?:witz|geschichte)"),
            (
                "translation",
                "sprichst|verstehst|kannst",
                r"\s+du\s+(?:auch\s+)?(?:deutsch|englisch|russisch|ukrainisch|spanisch|französisch)",
            ),
            ("clock", "wie", r"\s+(?:spät\s+ist\s+es|viel\s+uhr\s+ist\s+es)(?:\s+jetzt)?"),
            (
                "clock",
                "welcher|welchen|was",
                r"\s+(?:(?:tag|wochentag)\s+ist\s+heute|tag\s+haben\s+wir(?:\s+heute)?|ist\s+heute\s+für\s+ein\s+tag)",
            ),
            ("test", "test|teste", r"(?:[\s,.]+(?:test|eins|zwei|drei|[0-9]+))*"),
            (
                "arithmetic",
                "was|wie|wieviel|rechne",
                r"(?:\s+viel)?(?:\s+(?:ist|sind|macht))?\s+[-+(\d]*\d[\d.,)\s]*[+*×÷^][-+*/×÷^().,\d\s=]*",
            ),
        ),
        courtesies=r"bitte|danke|hallo|hi|hey|und|also|mal|doch|jetzt|(?:kannst|könntest)\s+du|können\s+sie|kurz",
        civilities=words("danke hallo tschüss"),
    ),
    speech_requests=SpeechRequests(
        firm=(
            (
                words(_SPEAK),
                rf"(?:was|wie)\s+{any_of(_SPEAK)}\s+{_EVER}(?P<who>\S(?:(?!\s(?:über|zu|zum|zur|von)\s)[^?!;,]){{0,80}}?){_WHEN}",
            ),
            (
                words(_SPEAK),
                rf"(?:was|wie)(?:\s+alles)?\s+{any_of(_SPEAK)}\s+{_EVER}{_WHO}{_PARTS}{_ON_TOPIC}",
            ),
            (
                words(_SPEAK),
                rf"(?:was|wie)\s+(?:hat|haben|hatte)\s+{_EVER}{_WHO}(?:\s+alles)?(?:\s+(?P<topic>(?:{_ON})\s.+?))?\s+{_EVER}"
                r"(?:gesagt|gemeint|geäußert|gesprochen|erzählt|kommentiert|geantwortet|reagiert)",
            ),
            (words("wissen sagen"), rf"was\s+{_WHO}\s+{_ON_TOPIC}\s+zu\s+sagen\s+(?:hat|hatte)"),
            (
                words(_SPEAK),
                rf"(?:hat|haben)\s+{_EVER}{_WHO}(?:\s+(?:etwas|was))?(?:\s+(?P<topic>(?:{_ON})\s.+?))?\s+{_EVER}"
                r"(?:gesagt|geäußert|gesprochen|kommentiert|stellung\s+genommen)",
            ),
            (
                words(_SPEAK),
                rf"warum\s+(?:sagt|sagte|meint|meinte|findet|fand)\s+{_WHO}(?:,?\s+(?P<topic>(?:{_ON})[\s,].+?))?",
            ),
            (
                words("alles"),
                rf"alles,?\s+was\s+{_WHO}(?:\s+(?P<topic>(?:{_ON})\s.+?))?\s+(?:gesagt\s+hat|sagte|sagt|geäußert\s+hat)",
            ),
            (
                words(_QUOTES),
                rf"(?:(?:alle|die|ein|eine)\s+)?{any_of(_QUOTES)}\s+(?:von|vom|des|der)\s+{_WHO}{_ON_TOPIC}",
            ),
            (words("zitiere zitier"), rf"(?:zitiere|zitier)\s+(?:mir\s+)?{_WHO}{_ON_TOPIC}"),
            (words("laut"), rf"laut\s+{_WHO},\s*(?P<topic>.+?)"),
            (
                words(f"{_SPEAK} {_CLAIM}"),
                rf"wer\s+(?:hat\s+)?{any_of(f'{_SPEAK} {_CLAIM}')}{_PARTS},?\s+(?:dass\s+)?(?P<words>.+?)(?:\s+gesagt)?",
            ),
            (
                words("gesagt"),
                r"(?P<words>\S.+?)[\s,:–—-]+wer\s+(?:hat\s+das\s+gesagt|sagte\s+das|sagt\s+das)",
            ),
            (words("gesagt"), r"wer\s+hat\s+gesagt,?\s+(?:dass\s+)?(?P<words>.+?)"),
            (
                words("wem"),
                r"von\s+wem\s+(?:ist|stammt|sind|stammen)\s+(?:(?:das|der|die|dieser|dieses)\s+)*(?:(?:zitat|satz|worte)\s*[:,]?\s*)?(?P<words>.+?)",
            ),
        ),
        likely=(
            (
                words(_CLAIM),
                rf"(?:was|wie|wovor|wofür|wogegen|womit)\s+{any_of(_CLAIM)}\s+{_EVER}{_WHO}{_PARTS}{_ON_TOPIC}",
            ),
            (
                words("über zu zum zur"),
                r"(?P<who>\S+(?:\s\S+){0,3}?)\s+(?P<topic>(?:über|zu|zum|zur)\s.+?)",
            ),
            (words("laut zufolge"), r"(?P<topic>\S.+?),?\s+laut\s+(?P<who>\S+(?:\s\S+){0,3})"),
        ),
        before=(
            r"(?:hallo|hi|hey|bitte|und|aber|also)\b[,!.]?",
            r"(?:kannst|könntest|können)\s+(?:du|sie|ihr)(?:\s+(?:mir|uns|bitte))*(?:\s+sagen)?",
            r"(?:sag|sage|erzähl|zeig|nenn|gib)\s+(?:mir|uns)(?:\s+mal)?",
        ),
        after=(r"(?:bitte|danke|genau|wörtlich|im\s+wortlaut)",),
        about="über|zu|zum|zur|von|vom|bezüglich|wegen|dass|ob|gegenüber",
        roles_alike="""
            chef chefin leiter leiterin direktor direktorin geschäftsführer geschäftsführerin vorsitzender vorsitzende präsident
            präsidentin vorstand boss chefs; bürgermeister bürgermeisterin rathauschef rathauschefin oberbürgermeister
            oberbürgermeisterin stadtchef; landrat landrätin kreischef; sprecher sprecherin pressesprecher pressesprecherin;
            trainer trainerin coach übungsleiter; kapitän kapitänin spielführer; spieler spielerin stürmer verteidiger
            torwart keeper mittelfeldspieler fußballer; forscher forscherin wissenschaftler wissenschaftlerin professor
            professorin biologe biologin geologe geologin experte expertin gutachter gutachterin; anwalt anwältin
            verteidiger rechtsanwalt rechtsanwältin jurist juristin; polizist polizistin kommissar kommissarin beamter
            beamtin; arzt ärztin mediziner medizinerin doktor; lehrer lehrerin pädagoge; rektor rektorin schulleiter
            schulleiterin; minister ministerin ressortchef; kanzler kanzlerin regierungschef regierungschefin; wirt wirtin
            gastronom gastronomin gastwirt; landwirt landwirtin bauer bäuerin; gewerkschafter gewerkschafterin
            verhandlungsführer verhandlungsführerin; händler händlerin kaufmann geschäftsinhaber inhaber inhaberin besitzer
            besitzerin eigentümer eigentümerin; kämmerer kämmerin finanzchef; ratsherr ratsfrau stadtrat stadträtin
            abgeordneter abgeordnete politiker politikerin; feuerwehrmann einsatzleiter kommandant kommandantin;
            förster försterin waldexperte; rentner rentnerin seniorin; nachbar nachbarin anwohner anwohnerin bewohner
        """,
        nobody=words(
            "man jemand niemand alle leute wir ich du er sie es ihr das artikel text bericht zeitung autor"
        ),
    ),
    forwarding=Forwarding(
        before=(
            ("weitergeleitet|weiterleitung|wg|fwd|fw", r"(?:\s+(?:von|nachricht)(?:\s+\w+)?)?"),
            ("stimmt", r"\s+(?:es|das)(?:\s*,?\s+dass)?"),
            (
                "ist",
                r"\s+(?:es|das)\s+(?:wirklich\s+)?(?:wahr|richtig|korrekt|echt|so|was\s+dran|ein\s+fake)(?:\s*,?\s+dass)?",
            ),
            ("wahr|fakt|echt", r"\s+oder\s+(?:falsch|fake|nicht|gelogen)"),
            ("faktencheck", r"(?:\s+bitte)?"),
            (
                "kannst|könntest|können|kann",
                r"\s+(?:du|sie|jemand)\s+(?:mal\s+|bitte\s+)*(?:prüfen|checken|überprüfen)(?:\s*,?\s+ob)?",
            ),
            ("bitte", r"\s+(?:mal\s+)?(?:prüfen|checken|überprüfen|nachprüfen)(?:\s*,?\s+ob)?"),
            ("prüfe|prüft|checke", r"(?:\s+(?:bitte|mal|das))*(?:\s*,?\s+ob)?"),
            ("habe|hab", r"\s+(?:gerade\s+|eben\s+)?(?:gehört|gelesen|gesehen)(?:\s*,?\s+dass)?"),
            ("ich", r"\s+(?:habe|hab)\s+(?:\w+\s+)?(?:gehört|gelesen|gesehen)(?:\s*,?\s+dass)?"),
            ("gehört|gelesen|gesehen", r"\s*,?\s+dass"),
            (
                "man|alle|viele|jemand|leute",
                r"\s+(?:sagt|sagen|behauptet|behaupten|schreibt|schreiben)(?:\s*,?\s+dass)?",
            ),
            (
                "mein|meine|ein|eine",
                r"\s+(?:\w+\s+){1,2}?(?:sagt|behauptet|meint|schreibt)(?:\s*,?\s+dass)?",
            ),
            (
                "auf|bei|in",
                r"\s+(?:facebook|whatsapp|twitter|telegram|tiktok|instagram)\s+(?:gelesen|gesehen|steht|stand|heißt\s+es)"
                r"(?:\s*,?\s+dass)?",
            ),
            ("es", r"\s+heißt(?:\s*,?\s+dass)?"),
        ),
        after=(
            ("stimmt", r"\s+(?:das|es)(?:\s+(?:so|wirklich|noch|denn))?"),
            (
                "ist",
                r"\s+(?:das|es|da)\s+(?:wirklich\s+)?(?:wahr|richtig|korrekt|so|was\s+dran|fake)",
            ),
            ("wahr|fakt|echt", r"\s+oder\s+(?:falsch|fake|nicht|gelogen)"),
            ("faktencheck", r"(?:\s+bitte)?"),
            ("bitte", r"\s+(?:mal\s+)?(?:prüfen|checken|überprüfen)"),
        ),
        tags=(
            ("stimmt|richtig|wahr|korrekt|oder|echt|wirklich|ja|nein|fake|falsch|gell", ""),
            ("stimmt", r"['’]s"),
            ("nicht", r"\s+wahr"),
            ("oder", r"\s+(?:nicht|etwa\s+nicht|doch)"),
        ),
        hints=words(
            """fwd fw wg geschickt geschrieben weitergeleitet weiterleitung wahr stimmt richtig korrekt falsch fake faktencheck prüfen
            überprüfen checken check echt gesehen gelesen gehört whatsapp facebook twitter telegram tiktok instagram
            gerücht behauptung behauptet angeblich"""
        ),
        requests=words(
            """zeig zeige zeigt nenne nennen nenn sag sage gib erzähl erkläre erklär beschreibe liste suche such finde
            vergleiche fasse übersetze schreib schreibe bitte danke hallo hi welche welcher welches welchem welchen
            alle alles zitate wieviel wieviele weshalb wieso wohin woher wozu worüber"""
        ),
        polar=words(
            """hat haben hatte hatten ist sind war waren wird werden wurde wurden kann können darf soll muss gibt gab
            will wollen stimmt"""
        ),
        back=words("das es dies so dem ihm stimmt wahr"),
    ),
    claims=Claims(
        denying_next=r"kein(?:e[mnrs]?)?|ohne",
        negation=(
            r"\b(?:nicht|nie|niemals|niemand\w*|nichts|kein\w*|nirgends|weder|ohne|bestritt|bestreitet|bestritten"
            r"|dementiert\w*|leugnet\w*|verneint\w*|widersprach|widerspricht|lehnt\w*\s(?:\w+\s){0,6}ab|abgelehnt)\b"
        ),
        denials=(
            r"\b(?:falsch|unwahr|irrtümlich|unverändert|zurückgewiesen|weist\s(?:\w+\s){0,6}zurück|widerlegt\w*"
            r"|statt|stattdessen|tatsächlich|freigesprochen|verschont|abgesagt|gestrichen|kaum|Korrektur|Berichtigung)\b"
        ),
        unsettled=(
            r"\b(?:würden?|könnten?|sollten?|dürften?|ob|falls|wenn|plan(?:t|en|te|ten)|hofft\w*|erwartet\w*|forder(?:t|n|te|ten)"
            r"|prüft|droht|möglicherweise|vielleicht)\b"
        ),
    ),
    references=References(
        beginnings=(
            "er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|"
            "solche[rsmn]?|aber|und|doch|jedoch|allerdings|dabei|dafür|damit|dazu|"
            "deshalb|daher|dennoch|außerdem"
        ),
        pronouns=(
            "er|sie|ihn|ihm|ihr|ihnen|sein(?:e[rsmn]?)?|ihre[rsmn]?|es|das|"
            "dies(?:e[rsmn]?)?|da(?:mit|für|gegen|von|rüber|zu)|dort"
        ),
        also="und|aber|oder|auch",
        about_also=r"(?:und\s)?was\sist\smit|und\swie\s(?:ist|steht)\ses\smit",
        asking=r"wer|was|wann|wo|warum|wie|welche\w*|wem|wen|hat|haben|ist|sind|war|wird|kann",
        alone=(
            r"(?:warum|wieso|weshalb|wann|wo)(?:\s(?:ist|war)\s(?:das|es))?|wie(?:\sviele?|\soft|\slange)?|seit\swann|wer"
            r"(?:\snoch)?"
        ),
    ),
    relations=Relations(
        links=words("von vom der des"),
        inside_names=words("von van de der am an"),
        article="der|die|das|dem|den|des",
        places=words("in im ins bei beim nahe aus nach um von"),
        auxiliaries=words("wurde wurden wird werden"),
        passive=words("wurde wurden wird werden"),
        agent=words("von vom"),
        asks_subject=words("wer"),
        asks_target=words("wen wem"),
        before_names=words("der die das den dem des herr herrn frau dr"),
    ),
    calendar=Calendar(
        days=_DAYS,
        months=_MONTHS,
        previous="letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?",
        same="diese[nrs]|laufenden",
        following="nächste[nrs]?|kommende[nrs]?",
        year="jahr(?:e?s)?",
        recurring="jede[nrms]",
        coming="wird|werden|würden?|soll(?:en)?|will|wollen|geplant|plant|planen|vorgesehen",
        past=r"war|waren|hatten?|wurden?|gab|kam|ging|fand|begann|hat|haben|\w{3,}ierten?",
        until=r"bis|ab|spätestens",
        since=r"seit",
        after_day="jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez",
        before_year=r"im\sJahr|seit",
        times=(
            rf"\b(?i:(?:{_CALENDAR})(?:s|mittags?|morgens?|abends?|nachmittags?|nachts?)?|(?:vor)?gestern|heute|(?:über)?morgen"
            r"|morgens|abends?|nachts?|(?:vor|nach)?mittags?|mitternacht|wochenende|uhr|jahrhunderts?|frühjahr|frühling|sommer"
            r"|herbst|winter|(?:letzte|vergangene|vorige|nächste|kommende|diese|selbe)[nrsm]?\s(?:nacht|woche|monat|jahr)\w*"
            r"|vor\s(?:\w+\s){1,2}(?:stunden|tagen|wochen|monaten|jahren|jahrzehnten))\b"
        ),
        ages=r"\d\s+jahre\b|\b\d+-jährig",
    ),
    numbers=Numbers(
        in_words=True,
        scales={
            "tausend|tsd": 1e3,
            "million(?:en)?|mio": 1e6,
            "milliarden?|mrd": 1e9,
            "billion(?:en)?": 1e12,
        },
        inexact=r"etwa|rund|circa|ca\.|fast|über|mehr\sals|mindestens|knapp",
        percent="Prozent",
        other=(
            r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden?|dutzend\w*|hälfte|halb\w*|doppelt\w*|viertel|drittel"
            r"|\w*zehn|\w*(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|\w*(?:hundert|tausend)\w*"
            r"|million\w*|milliarde\w*|kein\w*"
        ),
        currencies="euros? cents? dollars? pfund franken rubel hrywnja kronen",
        no_price="kostenlos|gratis|umsonst|kostenfrei|nichts",
        measures=(
            ("share", "Prozent(?:punkten?)?", 1.0),
            ("money €", "Euro", 1.0),
            ("money €", "Cent", 0.01),
            ("money $", r"(?:US-)?Dollar", 1.0),
            ("money £", "Pfund", 1.0),
            ("money", r"Franken|Kronen|Rubel|Hrywnja|Yen|Złoty|Mark", 1.0),
            ("duration", "Jahr(?:en?|s)?", 31_557_600.0),
            ("duration", "Monat(?:en?|s)?", 2_629_800.0),
            ("duration", "Wochen?", 604_800.0),
            ("duration", "Tag(?:en?|s)?", 86_400.0),
            ("duration", "Stunden?", 3_600.0),
            ("duration", "Minuten?", 60.0),
            ("duration", "Sekunden?", 1.0),
            ("length", "Kilometern?|km", 1000.0),
            ("length", "Metern?|m", 1.0),
            ("length", "Zentimetern?|cm", 0.01),
            ("length", "Millimetern?|mm", 0.001),
            ("weight", "Kilo(?:gramm)?s?|kg", 1.0),
            ("weight", "Gramm", 0.001),
            ("weight", "Tonnen?", 1000.0),
            ("area", "Hektar", 10_000.0),
            ("area", "Quadratkilometern?", 1e6),
            ("area", "Quadratmetern?", 1.0),
            ("volume", "Litern?", 1.0),
            ("speed", "km/h|Stundenkilometern?", 1.0),
            ("degrees", "Grad", 1.0),
            ("power", "Megawatt", 1e6),
        ),
    ),
    speech=Speech(
        marks=(
            forms(
                """frag begrüß lob kritisier scherz schimpf jubel spott witzel seufz brumm murmel flüster wunder ärger
                freu forder tadel höhn bedank verlang gratulier appellier mein frotzel raun stöhn knurr sinnier orakel
                philosophier erinner resümier bilanzier urteil schwärm""",
                "te ten t",
            )
            | words(
                """nannte nannten nennt nennen rief riefen ruft fragte lachte lächelte bat baten bittet sprach sprachen
                spricht rät riet antwortete antworteten antwortet erwiderte erwiderten erwidert entgegnete entgegneten
                entgegnet konterte kontert forderte fordert fordern freute freut ärgerte ärgert wunderte wundert
                witzelte schrie flüsterte"""
            )
        ),
        that=(
            forms(
                """beteuer beton erklär erzähl schilder begründ bemerk bekräftig versicher bestätig vermut prophezei prognostizier
                kritisier beklag bemängel kommentier behaupt konstatier präzisier unterstrich ergänz zitier äußer
                bericht warn erläuter mutmaß signalisier argumentier bezweifel garantier schimpf spekulier""",
                "te ten t",
            )
            | words(
                """begründete begründeten begründet behauptete behaupteten behauptet berichtete berichteten berichtet
                vermutete vermuten meinte meint meinten schrieb schrieben schreibt beschrieb beschreibt bestritt
                bestritten bestreitet versprach versprachen verspricht befand befanden findet fand gestand gestanden
                gesteht unterstrich unterstreicht hervorhob verriet verrät widersprach widerspricht verkündete
                verkündeten verkündet verteidigte vermeldete vermeldet meldete meldeten meldet glaubt glaubte hofft
                hoffte erwartet erwartete fürchtet fürchtete befürchtet befürchtete rechnete antwortete erwiderte
                erwidert entgegnete entgegnet konterte kontert mahnte mahnt forderte fordert verlangte verlangt
                kündigte kündigten kündigt teilte teilten teilt fügte fügten fügt räumte räumten räumt gab gaben gibt
                wies wiesen weist stellte stellten stellt hob hoben hebt legte warf warfen wirft ließ ließen lässt
                pflichtete wandte wendet nahm schloss schlossen schließt zeigte zeigt machte"""
            )
        ),
        clause=words("sagte sagt sagten sagen"),
        naming=words("nannte nennt"),
        adding=words("ergänzte ergänzt fügte fügt"),
        separable={
            "kündigte": words("an"),
            "kündigten": words("an"),
            "kündigt": words("an"),
            "teilte": words("mit"),
            "teilten": words("mit"),
            "teilt": words("mit"),
            "fügte": words("hinzu an"),
            "fügten": words("hinzu an"),
            "fügt": words("hinzu an"),
            "räumte": words("ein"),
            "räumten": words("ein"),
            "räumt": words("ein"),
            "gab": words("an bekannt bedenken zurück zu"),
            "gaben": words("an bekannt bedenken"),
            "gibt": words("an bekannt bedenken"),
            "wies": words("hin darauf zurück"),
            "wiesen": words("hin darauf zurück"),
            "weist": words("hin darauf zurück"),
            "stellte": words("klar fest aussicht"),
            "stellten": words("klar fest aussicht"),
            "stellt": words("klar fest aussicht"),
            "hob": words("hervor"),
            "hoben": words("hervor"),
            "hebt": words("hervor"),
            "legte": words("nach dar"),
            "warf": words("vor ein"),
            "warfen": words("vor ein"),
            "wirft": words("vor ein"),
            "ließ": words("mitteilen wissen verlauten ausrichten durchblicken erklären"),
            "ließen": words("mitteilen wissen verlauten ausrichten"),
            "lässt": words("mitteilen wissen verlauten ausrichten"),
            "pflichtete": words("bei"),
            "wandte": words("ein"),
            "wendet": words("ein"),
            "nahm": words("vorweg"),
            "schloss": words("aus"),
            "schlossen": words("aus"),
            "schließt": words("aus"),
            "zeigte": words("überzeugt zuversichtlich enttäuscht erleichtert zufrieden besorgt"),
            "zeigt": words("überzeugt zuversichtlich enttäuscht erleichtert zufrieden besorgt"),
            "machte": words("deutlich klar"),
            "sprach": words("aus von"),
            "sprachen": words("aus von"),
            "spricht": words("aus von"),
            "riet": words("ab"),
            "lehnte": words("ab"),
            "lehnten": words("ab"),
            "lehnt": words("ab"),
        },
        subjunctive=words(
            """sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe liege lasse bleibe halte
            brauche mache nehme sehe wisse finde bringe gelte führe heiße laufe fehle bestehe handle handele erhalte
            rechne bedeute zeige gehöre teile glaube hoffe denke arbeite versuche suche zahle fordere biete trage kenne verstehe sage spreche leiste
            reiche funktioniere dauere koste wachse steige sinke beginne ende diene drohe lohne prüfe erfülle werbe setze"""
        ),
        objects=(
            forms(
                "forder verlang kritisier lob bestätig bezeichn schätz prognostizier beziffer verurteil garantier",
                "te ten t",
            )
            | words(
                """nannte nannten nennt nennen fordern forderte fordert begrüßte begrüßten begrüßt versprach verspricht
                bestritt bestreitet erwartet erwartete erwarten rechnet rechnete rechnen sprach sprachen spricht warnte
                warnten warnt bezeichnete bezeichnet bezifferte beziffert kündigte kündigten kündigt lehnte
                lehnten lehnt räumte räumt empfahl empfiehlt verurteilte verurteilt verteidigte
                verteidigt dementierte dementiert stellte stellt"""
            )
        ),
        sources={
            "laut": SourceCue(goes_on=True, of_figures=True),
            "angaben": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "auskunft": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "informationen": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "darstellung": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "worten": SourceCue(words("nach den"), goes_on=True, capital=True),
            "ansicht": SourceCue(words("nach"), goes_on=True, capital=True),
            "meinung": SourceCue(words("nach"), goes_on=True, capital=True),
            "auffassung": SourceCue(words("nach"), goes_on=True, capital=True),
            "einschätzung": SourceCue(words("nach"), goes_on=True, capital=True),
            "überzeugung": SourceCue(words("nach"), goes_on=True, capital=True),
            "rechnung": SourceCue(words("nach"), goes_on=True, capital=True),
            "sicht": SourceCue(words("aus"), goes_on=True, capital=True),
        },
        behind=words("zufolge"),
        be=words("wird wurde wurden werden"),
        between=words("hat haben"),
        verbs=words("ist sind war hat"),
        conjunctions=words("dass"),
        no_clause=words(
            "am im in an auf bei beim vor nach mit aus zu zum zur gegenüber unter seit während"
        ),
        pronoun_follows=True,
        he=words("er"),
        she=words("sie"),
        his=words("seiner seinen"),
        her=words("ihrer ihren"),
        determiners=words("der die das"),
        links=words("von für des"),
        member_links=words("von vom"),
        apposes=words("ein eine einer einem der die dem"),
        behind_marks=words("so"),
        after_comma=words(
            """sagte sagt sagten erklärte erklärt betonte betont meinte meint schrieb schreibt warnte warnt berichtete
            berichtet versicherte versichert behauptete behauptet ergänzte glaubt hofft vermutet fürchtet befürchtet
            räumte gab versprach bestätigte erläuterte erzählte"""
        ),
        not_said=words("als wenn nachdem während bevor wobei und wie"),
        fronted=words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor obwohl auch heute
            gestern später dann dort danach daraufhin laut"""
        ),
        indefinite=words("ein eine einer"),
        many=words("ich wir"),
        roles_refer=True,
        late_subjects=True,
    ),
    names=Names(
        men=words(
            """Achim Albrecht Alexander Andreas Anton Armin Arne Arno Artur August Axel Benedikt Benjamin Bernd
            Bernhard Bertram Björn Boris Burkhard Carsten Christian Christoph Claus Clemens Daniel Detlef Detlev
            Dieter Dietmar Dietrich Dirk Eberhard Eckhard Egon Emil Erich Ernst Erwin Fabian Felix Ferdinand Florian
            Frank Franz Friedrich Fritz Georg Gerd Gerhard Gernot Gregor Guido Gustav Günter Günther Hans Harald
            Hartmut Heiko Heiner Heinrich Heinz Helmut Henning Henrik Herbert Hermann Holger Horst Hubert Hugo Ingo
            Jakob Jan Jannis Jens Joachim Jochen Johann Johannes Jonas Josef Julian Jörg Jürgen Kai Karl Karsten
            Klaus Konrad Konstantin Kurt Lars Lasse Leon Leonhard Lorenz Lothar Ludwig Lukas Lutz Magnus Manfred
            Marcel Marco Marcus Mario Markus Martin Matthias Max Maximilian Michael Mirko Moritz Niklas Nils Norbert
            Olaf Oliver Oskar Otto Pascal Patrick Paul Peter Philipp Rainer Ralf Ralph Reinhard Reinhold Rene
            Richard Robert Roland Rolf Rudi Rudolf Rüdiger Sebastian Siegfried Simon Stefan Steffen Stephan Sven
            Theo Theodor Thomas Thorsten Till Tim Tobias Tom Torben Torsten Ulf Ulrich Uwe Valentin Viktor Volker
            Walter Werner Wilfried Wilhelm Willi Wolf Wolfgang"""
        ),
        women=words(
            """Agnes Alexandra Alina Amelie Amina Andrea Angela Angelika Anja Anke Anna Anne Anneliese Annette Antje
            Astrid Barbara Beate Bettina Birgit Birte Brigitte Britta Carina Carola Caroline Christa Christiane
            Christina Christine Claudia Cordula Corinna Dagmar Daniela Doris Dorothea Edith Elena Elfriede Elisabeth
            Elke Ella Emilia Emma Erika Erna Esther Eva Evelyn Franziska Frauke Frieda Friederike Gabi Gabriele
            Gerda Gertrud Gesine Gisela Grete Gudrun Hanna Hannah Hedwig Heide Heike Helga Henriette Henrike Hilde
            Hildegard Ida Ilka Ilona Ilse Imke Ina Ines Inge Ingeborg Ingrid Irene Iris Irma Irmgard Jana Janina
            Jasmin Jessica Johanna Judith Julia Juliane Jutta Karin Karla Karola Katharina Kathrin Katja Katrin
            Kerstin Kirsten Klara Kristina Lara Laura Lea Lena Leonie Lieselotte Lina Lisa Lotte Luise Lydia
            Magdalena Maja Manuela Mareike Margarete Margit Margot Maria Marianne Marie Marina Marlene Marlies
            Martha Martina Melanie Mia Michaela Mira Miriam Monika Nadine Natalie Nele Nicole Nina Nora Olga
            Patricia Paula Petra Pia Regina Renate Rita Rosa Rosemarie Ruth Sabine Sabrina Sandra Sara Sarah Sibylle
            Sigrid Silke Silvia Simone Sonja Sophia Sophie Stefanie Stephanie Susanne Svenja Sylvia Tanja Tatjana
            Teresa Thea Ulla Ulrike Ursula Uta Ute Vanessa Vera Verena Veronika Viktoria Waltraud Wiebke Yvonne"""
        ),
        roles=words(
            """landrat landrätin stadtrat stadträtin ratsherr ratsfrau kämmerer kämmerin senator senatorin abgeordneter
            abgeordnete staatsanwalt staatsanwältin anwalt anwältin richter richterin arzt ärztin architekt architektin
            ingenieur ingenieurin lehrer lehrerin schulleiter schulleiterin pfarrer pfarrerin bischof kapitän stürmer
            torwart verteidiger schiedsrichter künstler künstlerin sänger sängerin schauspieler schauspielerin regisseur
            regisseurin schriftsteller schriftstellerin unternehmer unternehmerin wirt wirtin bauer bäuerin landwirt
            landwirtin besitzer besitzerin inhaber inhaberin buchhändler apotheker apothekerin geschäftsführer
            geschäftsführerin vorstand intendant intendantin kurator kuratorin rektor rektorin dekan botschafter
            botschafterin gesandter general oberst kommissar kommissarin zeuge zeugin bewohner anwohner anwohnerin
            aktivist aktivistin kandidat kandidatin amtsinhaber amtsinhaberin anführer mitbegründer gründer gründerin"""
        ),
        more_roles=(
            "(?:bundes)?(?:kanzler|präsident|minister|sprecher|chef|direktor|leiter|vorsitzender?|professor)(?:in)?",
            "(?:bundes)?(?:trainer|doktor|historiker|ökonom|autor|journalist|richter|politiker|bürgermeister)(?:in)?",
            "(?:bundes)?(?:wissenschaftler|forscher)(?:in)?",
            r"\w+(?:minister|sprecher|chef|präsident|wissenschaftler|forscher|politiker|expert|leiter|trainer)(?:in|e)?",
            r"\w+(?:führer|meister|anwalt|direktor|berater|beamter|händler|inhaber|referent|beauftragter?)(?:in)?",
            r"\w+(?:vorsitzende[rn]?|beauftragte[rn]?|anwältin|ärztin|arzt|rat|rätin|kapitän)",
            r"[\w-]+-(?:geschäftsführer|sprecher|chef|verhandlungsführer|trainer|präsident|minister|politiker|experte)(?:in)?",
            r"\w+bauer(?:in)?",
            r"\w+(?:ologe|ologin|onom|onomin|iker|ikerin)|(?:feuerwehr)?kommandant(?:in)?",
            r"experte|herrn?|frau|zeitung|zeitschrift|magazin|kollegin|\d+-jährige[rn]?",
        ),
        particles=words("de von"),
        bound_particles=words("der den dem"),
        given=words("Will"),
        capital_nouns=True,
        openers=words(
            """laut beim vom zum zur ins ans statt trotz wegen ohne allein erst kurz rund knapp etwa hinterher danach zuvor anschließend nun jetzt heute gestern millionen milliarden ende anfang mitte
            euro prozent"""
        ),
        bodies=frozenset(
            [
                r"\w*(?:[Mm]inisterium|[Bb]ehörde|[Vv]erwaltung|[Gg]ewerkschaft|[Gg]esellschaft|[Vv]erband)",
                r"\w*(?:[Pp]olizei|[Ff]euerwehr|[Ss]taatsanwaltschaft|[Kk]ammer|[Aa]mt|[Kk]ommission|[Vv]erein)",
            ]
        ),
        body_nouns=words(
            """regierung bundesregierung landesregierung ministerium behörde polizei feuerwehr staatsanwaltschaft gericht
            parlament bundestag kreistag stadtrat ausschuss kommission unternehmen konzern firma betreiber gewerkschaft
            partei fraktion verein klub agentur verband kammer amt verwaltung stadtverwaltung kreisverwaltung
            schulleitung leitung opposition koalition armee botschaft universität zeitung stiftung bank institut
            gesellschaft organisation initiative bürgerliste"""
        ),
        document_endings=words(
            """bericht berichte berichten studie studien umfrage umfragen schätzung schätzungen angaben gesetz
            vertrag statistik statistiken quellen"""
        ),
        works=words("buch roman gedicht lied aufsatz predigt titel"),
    ),
)
