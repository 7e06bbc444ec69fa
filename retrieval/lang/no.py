"""Norwegian."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="no",
    name="Norwegian",
    aliases=("nb", "nn"),
    stop_words=words("hva hvem hvilke hvilken hvilket hvor hvordan hvorfor når sa sagt sier"),
    speech=Speech(
        marks=words("spurte spør svarte svarer kritiserte kalte kaller"),
        that=words(
            """forklarte forklarer skrev skriver fortalte forteller understreket understreker advarte advarer hevdet
            hevder opplyste opplyser mener mente bekreftet bekrefter påpeker påpekte"""
        ),
        clause=words("sier sa sagt"),
        naming=words("kalte kaller"),
        sources={"ifølge": SourceCue(goes_on=True, of_figures=True)},
        be=words("ble blir"),
        between=words("har hadde også"),
        verbs=words("er var har hadde blir ble skal kan vil"),
        conjunctions=words("at"),
        he=words("han"),
        she=words("hun"),
        links=words("i på fra for av til ved"),
        ands=words("og"),
        buts=words("men"),
        no_clause=words("i på til om fra under ved"),
    ),
    names=Names(
        more_roles=("ordfører",),
        given=words("Hans"),
    ),
)
