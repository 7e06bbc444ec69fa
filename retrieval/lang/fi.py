"""Finnish."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, Speech, words

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    stop_words=words(
        """kenen kenelle ketkä koska kuinka kuka miksi milloin minkä missä mistä mikä mitkä mitä mihin sanoi
        sanoivat sanonut sanoo"""
    ),
    speech=Speech(
        marks=words("kysyi kysyy vastasi vastaa"),
        that=words(
            """kertoi kertoo totesi toteaa korosti korostaa kirjoitti kirjoittaa varoitti varoittaa vakuutti
            muistutti muistuttaa selitti selittää lisäsi lisää arvioi"""
        ),
        clause=words("sanoi sanoo sanoivat"),
        adding=words("lisäsi lisää"),
        between=words("on myös"),
        verbs=words("on ovat oli olivat ei voi"),
        conjunctions=words("että"),
        ands=words("ja"),
        buts=words("mutta"),
    ),
    names=Names(
        more_roles=("pormestari",),
    ),
)
