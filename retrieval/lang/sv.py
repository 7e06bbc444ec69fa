"""Swedish."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    stop_words=words("hur när vad var varför vart vem vems vilka vilken vilket sa sade sagt säger"),
    speech=Speech(
        marks=words("frågade frågar svarade svarar kritiserade kallade kallar"),
        that=words(
            """tillade tillägger förklarade förklarar skrev skriver berättade berättar betonade betonar varnade
            varnar hävdade hävdar meddelade meddelar uppgav uppger konstaterade konstaterar menar bekräftade
            bekräftar"""
        ),
        clause=words("säger sade sa sagt"),
        naming=words("kallade kallar"),
        adding=words("tillade tillägger"),
        sources={"enligt": SourceCue(goes_on=True, of_figures=True)},
        be=words("blev blir"),
        between=words("har hade också"),
        verbs=words("är var har hade kommer blir blev ska kan"),
        conjunctions=words("att"),
        he=words("han"),
        she=words("hon"),
        links=words("i på från för av till vid"),
        ands=words("och"),
        buts=words("men"),
        no_clause=words("i på till om från under vid"),
    ),
    names=Names(
        more_roles=("borgmästare|ordförande",),
        given=words("Hans"),
    ),
)
