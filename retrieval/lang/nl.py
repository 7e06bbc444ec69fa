"""Dutch."""

from __future__ import annotations

from retrieval.lang.schema import (
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
    code="nl",
    name="Dutch",
    everywhere=True,
    stop_words=words(
        """hoe hoelang hoeveel waar waarom waarin waarmee waarvan wanneer wat welk welke wie wiens gezegd zegt zei
        zeiden"""
    ),
    dictionary=True,
    questions=Questions(
        quoting=(
            ("wat", r"\s+(?:zei|zegt|zeiden)\s+(\S.{0,60}?)(?=\s+over\s|[?!.]|$)"),
            ("wat", r"\s+(?:heeft|hebben)\s+(\S.{0,60}?)\s+(?:over\s.*)?gezegd"),
        ),
    ),
    references=References(
        beginnings="hij|zij|ze|dit|deze|dat|die|zijn|haar|hun|maar|en|echter|dus|daarom|bovendien",
    ),
    numbers=Numbers(
        in_words=True,
    ),
    speech=Speech(
        marks=words("vroeg vraagt antwoordde noemde noemt"),
        that=words(
            """verklaarde waarschuwde meldde vertelde verklaart waarschuwt meldt vertelt schreef schrijft benadrukte
            benadrukt voegde stelde stelt bevestigde bevestigt verzekerde vindt"""
        ),
        clause=words("zei zegt zeiden zeggen"),
        naming=words("noemde noemt"),
        behind_marks=words("aldus"),
        sources={"volgens": SourceCue(goes_on=True, of_figures=True)},
        be=words("werd wordt is"),
        between=words("heeft hebben had ook later"),
        verbs=words("is zijn was waren heeft hebben wordt worden zal zullen kan"),
        conjunctions=words("dat"),
        he=words("hij"),
        she=words("zij ze"),
        determiners=words("de het een"),
        links=words("van voor uit bij"),
        ands=words("en"),
        buts=words("maar"),
        no_clause=words("in op tegen aan over van tijdens"),
    ),
    names=Names(
        more_roles=("burgemeester|woordvoer(?:der|ster)|voorzitter",),
        particles=words("de van"),
        bound_particles=words("den der"),
        given=words("Al Dan"),
    ),
)
