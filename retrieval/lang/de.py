"""German."""

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
    code="de",
    name="German",
    everywhere=True,
    stop_words=words(
        """wann warum was welche welchem welchen welcher welches wem wen wer weshalb weswegen wessen wie wieso
        wieviel wieviele wo wobei wodurch wofür woher wohin womit woran worauf woraus worin worüber wovon wovor
        wozu wurde wurden gesagt sagt sagte sagten"""
    ),
    dictionary=True,
    definite="der den dem die das",
    questions=Questions(
        intents=(
            ("how-old", "wie", r"\s+alt"),
            ("how-old", "wiealt", ""),
            ("how-many", "wie", r"\s+(?:viele?|lange?|hoch|weit|groß|oft)"),
            ("how-many", "wieviel|wieviele|wielang|wielange|wiehoch|wieweit|wiegroß|wieoft", ""),
            ("when", "wann", ""),
            ("when", "seit", r"\s+wann"),
            ("where", "woher|wohin|wo", ""),
            ("who", "wer|wen|wem|wessen", ""),
        ),
        quoting=(
            (
                "was",
                r"\s+(?:sagte|sagt|meinte|meint|erklärte)\s+(\S.{0,60}?)(?=\s+(?:über|zu|zum|zur)\s|[?!.]|$)",
            ),
            ("was", r"\s+(?:hat|haben)\s+(\S.{0,60}?)\s+(?:(?:über|zu|zum|zur)\s.*)?gesagt"),
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
        about_at_end="zu|zum|zur",
        civilities=words("danke hallo tschüss"),
    ),
    references=References(
        beginnings=(
            "er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|"
            "solche[rsmn]?|aber|und|doch|jedoch|allerdings|dabei|dafür|damit|dazu|"
            "deshalb|daher|dennoch|außerdem"
        ),
        pronouns=(
            "er|sie|ihn|ihm|ihr|ihnen|sein(?:e[rsmn]?)?|ihre[rsmn]?|es|das|"
            "dies(?:e[rsmn]?)?|da(?:mit|für|gegen|von|rüber|zu)"
        ),
        also="und|aber|oder|auch",
        about_also=r"(?:und\s)?was\sist\smit|und\swie\s(?:ist|steht)\ses\smit",
        asking=r"wer|was|wann|wo|warum|wie|welche\w*|wem|wen|hat|haben|ist|sind|war|wird|kann",
        alone="warum|wie|wann|wo|wer",
    ),
    calendar=Calendar(
        months="januar februar märz april mai juni juli august september oktober november dezember",
        after_day="jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez",
        before_year=r"im\sjahr|seit",
        ages=r"\d\s+jahre\b",
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
    ),
    speech=Speech(
        marks=words("begrüßte nannte fragte forderte"),
        that=words("betonte erklärte meinte schrieb ergänzte kündigte warnte berichtete teilte"),
        clause=words("sagte sagt sagten"),
        naming=words("nannte"),
        adding=words("ergänzte"),
        sources={
            "laut": SourceCue(goes_on=True, of_figures=True),
            "angaben": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
        },
        behind=words("zufolge"),
        be=words("wird wurde"),
        between=words("hat haben"),
        verbs=words("ist sind war hat"),
        conjunctions=words("dass"),
        pronoun_follows=True,
        he=words("er"),
        she=words("sie"),
        determiners=words("der die das"),
        links=words("von für des"),
        apposes=words("ein eine einer einem der die dem"),
        behind_marks=words("so"),
        after_comma=words("sagte sagt sagten erklärte betonte meinte schrieb warnte berichtete"),
        not_said=words("als wenn nachdem während bevor wobei und wie"),
        fronted=words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor obwohl auch heute
            gestern später dann dort danach daraufhin laut"""
        ),
    ),
    names=Names(
        more_roles=(
            "(?:bundes)?(?:kanzler|präsident|minister|sprecher|chef|direktor|leiter|vorsitzender?|professor)(?:in)?",
            "(?:bundes)?(?:trainer|doktor|historiker|ökonom|autor|journalist|richter|politiker|bürgermeister)(?:in)?",
            "(?:bundes)?(?:wissenschaftler|forscher)(?:in)?",
            r"\w+(?:minister|sprecher|chef|präsident|wissenschaftler|forscher|politiker|expert)(?:in|e)?",
            "experte|herrn?|frau|zeitung|zeitschrift|magazin",
        ),
        particles=words("de der den von"),
        given=words("Will"),
        document_endings=words(
            """bericht berichte berichten studie studien umfrage umfragen schätzung schätzungen angaben gesetz
            vertrag statistik statistiken quellen"""
        ),
        works=words("buch roman gedicht lied aufsatz predigt titel"),
    ),
)
