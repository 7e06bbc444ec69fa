"""Polish."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, Questions, References, SourceCue, Speech, words

LANGUAGE = Language(
    code="pl",
    name="Polish",
    stop_words=words(
        """co czego czemu czyj czym dlaczego gdzie ile ilu jak jaka jaki jakich jakie jakiej jakim kiedy kim kogo
        komu kto która które którego której który których skąd mówi powiedział powiedziała powiedzieli"""
    ),
    questions=Questions(
        civilities=words("cześć dziękuję"),
    ),
    references=References(
        beginnings="on[aeio]?|ten|ta|to|te|ci|jego|jej|ich|ale|i|a|jednak|lecz|ponadto",
    ),
    speech=Speech(
        marks=words("zapytał zapytała pytał pytała odpowiedział odpowiedziała nazwał nazwała"),
        that=words(
            """dodał dodała podkreślił podkreśliła zaznaczył zaznaczyła stwierdził stwierdziła ocenił oceniła
            zapewnił zapewniła ogłosił ogłosiła przyznał przyznała napisał napisała wyjaśnił wyjaśniła
            poinformował poinformowała ostrzegł ostrzegła zauważył zauważyła przypomniał przypomniała twierdzi
            uważa"""
        ),
        clause=words("powiedział powiedziała powiedzieli mówił mówiła mówi oświadczył oświadczyła"),
        naming=words("nazwał nazwała"),
        adding=words("dodał dodała"),
        sources={
            "według": SourceCue(goes_on=True, of_figures=True),
            "zdaniem": SourceCue(goes_on=True, of_figures=True),
        },
        between=words("też także również następnie"),
        verbs=words("jest są był była było byli były będzie będą ma mają"),
        conjunctions=words("że"),
        he=words("on"),
        she=words("ona"),
        links=words("z ze w we do na dla od przy"),
        ands=words("i"),
        buts=words("ale"),
        no_clause=words("w we na o z ze do podczas"),
    ),
    names=Names(
        more_roles=(
            "prezydent|burmistrz|rzeczni(?:k|czka)|dyrektor(?:ka)?|poseł|posłanka|prezes|profesor",
        ),
        given=words("Bo Sam"),
    ),
)
