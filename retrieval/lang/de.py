"""German."""

from __future__ import annotations

from retrieval.lang.schema import Language, SourceCue, Speech, words

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
)
