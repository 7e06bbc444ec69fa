"""Russian."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="ru",
    name="Russian",
    speech=Speech(
        ands=words("и"),
        buts=words("но"),
        marks=words("назвал назвала спросил спросила"),
        that=words(
            """отметил отметила подчеркнул подчеркнула добавил добавила написал написала рассказал
            рассказала"""
        ),
        clause=words(
            "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили говорит"
        ),
        naming=words("назвал назвала"),
        adding=words("добавил добавила"),
        sources={
            "словам": SourceCue(words("по")),
            "данным": SourceCue(words("по"), of_figures=True),
        },
        conjunctions=words("что"),
        he=words("он"),
        she=words("она"),
    ),
    names=Names(
        more_roles=(
            "профессор|президент|премьер|министр|генерал|директор|депутат|мэр|глава|историк|экономист",
            "журналист|газета|журнал",
        ),
        works=words("книгу книга книге роман поэму поэма песню песня фильм статью статья"),
    ),
)
