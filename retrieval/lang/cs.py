"""Czech."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="cs",
    name="Czech",
    stop_words=words(
        """co jak jaká jaké jaký jakou kde kdo kdy kolik koho komu která které který kterou proč řekl řekla řekli
        říká"""
    ),
    speech=Speech(
        marks=words("zeptal zeptala odpověděl odpověděla označil označila nazval nazvala"),
        that=words(
            """dodal dodala prohlásil prohlásila zdůraznil zdůraznila upozornil upozornila oznámil oznámila
            vysvětlil vysvětlila napsal napsala potvrdil potvrdila připustil připustila varoval varovala tvrdí
            doplnil doplnila"""
        ),
        clause=words("řekl řekla řekli říká uvedl uvedla"),
        naming=words("nazval nazvala označil označila"),
        adding=words("dodal dodala doplnil doplnila"),
        sources={"podle": SourceCue(goes_on=True, of_figures=True)},
        between=words("také rovněž již"),
        verbs=words("je jsou byl byla bylo byli byly bude budou má mají"),
        conjunctions=words("že"),
        he=words("on"),
        she=words("ona"),
        links=words("z ze v ve do na pro od při"),
        ands=words("a i"),
        buts=words("ale"),
        no_clause=words("v ve na o z ze do při"),
    ),
    names=Names(
        more_roles=(
            "starost(?:a|ka)|prezident(?:ka)?|premiér(?:ka)?|mluvčí|ředitel(?:ka)?|primátor(?:ka)?",
            "poslanec|poslankyně|ministryně",
        ),
    ),
)
