"""Romanian."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    stop_words=words("câți câte cât câtă când care ce cine cui cum de unde spune spus"),
    speech=Speech(
        marks=words("întrebat răspuns criticat acuzat"),
        that=words(
            """declarat declară afirmat afirmă explicat explică adăugat adaugă subliniat subliniază anunțat anunță
            precizat precizează scris scrie avertizat avertizează susținut susține menționat menționează
            confirmat"""
        ),
        clause=words("spus spune"),
        adding=words("adăugat adaugă"),
        sources={"potrivit": SourceCue(of_figures=True)},
        be=words("fost este"),
        between=words("a au mai și apoi"),
        verbs=words("este sunt era erau va vor fost are au"),
        conjunctions=words("că"),
        he=words("el"),
        she=words("ea"),
        links=words("de din la în cu pentru pe"),
        ands=words("și"),
        buts=words("dar"),
        no_clause=words("la în cu de pentru pe"),
    ),
    names=Names(
        more_roles=("ministrul",),
        given=words("Al"),
    ),
)
