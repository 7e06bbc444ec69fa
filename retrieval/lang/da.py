"""Danish."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, Numbers, SourceCue, Speech, words

LANGUAGE = Language(
    code="da",
    name="Danish",
    stop_words=words(
        """hvad hvem hvilke hvilken hvilket hvor hvordan hvorfor hvornår sagde sagt siger"""
    ),
    numbers=Numbers(
        in_words=True,
    ),
    speech=Speech(
        marks=words("spurgte spørger svarede svarer kritiserede kaldte kalder"),
        that=words(
            """tilføjede tilføjer forklarede forklarer skrev skriver fortalte fortæller understregede understreger
            advarede advarer hævdede hævder oplyste oplyser mener mente bekræftede bekræfter"""
        ),
        clause=words("siger sagde sagt"),
        naming=words("kaldte kalder"),
        adding=words("tilføjede tilføjer"),
        sources={"ifølge": SourceCue(goes_on=True, of_figures=True)},
        be=words("blev bliver"),
        between=words("har havde også"),
        verbs=words("er var har havde bliver blev skal kan vil"),
        conjunctions=words("at"),
        he=words("han"),
        she=words("hun"),
        links=words("i på fra for af til ved"),
        ands=words("og"),
        buts=words("men"),
        no_clause=words("i på til om fra under ved"),
    ),
    names=Names(
        more_roles=("borgmester",),
        given=words("Hans"),
    ),
)
