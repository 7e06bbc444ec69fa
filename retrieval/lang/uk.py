"""Ukrainian."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="uk",
    name="Ukrainian",
    speech=Speech(
        ands=words("і та й"),
        buts=words("але"),
        marks=words("назвав запитав"),
        that=words(
            """наголосив наголосила зазначив зазначила додав додала написав написала розповів розповіла
            підкреслив підкреслила"""
        ),
        clause=words(
            "сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили каже"
        ),
        naming=words("назвав"),
        adding=words("додав додала"),
        sources={
            "словами": SourceCue(words("за")),
            "даними": SourceCue(words("за"), of_figures=True),
        },
        conjunctions=words("що"),
        he=words("він"),
        she=words("вона"),
    ),
    names=Names(
        more_roles=("прем['’]єр|міністр|професор|голова|історик|економіст|журналіст",),
        works=words("книзі поему поема пісню пісня фільм статтю стаття"),
    ),
)
