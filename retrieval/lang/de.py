"""German."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="de",
    name="German",
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
        he=words("er"),
        she=words("sie"),
        determiners=words("der die das"),
        links=words("von für des"),
        apposes=words("ein eine einer einem der die dem"),
        behind_marks=words("so"),
        after_comma=words("sagte sagt sagten erklärte betonte meinte schrieb warnte berichtete"),
        not_said=words("als wenn nachdem während bevor wobei und wie"),
        fronted=words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor
            obwohl auch heute gestern später dann dort danach daraufhin laut"""
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
            """bericht berichte berichten studie studien umfrage umfragen schätzung schätzungen
            angaben gesetz vertrag statistik statistiken quellen"""
        ),
        works=words("buch roman gedicht lied aufsatz predigt titel"),
    ),
)
