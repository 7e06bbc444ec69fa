"""Turkish."""

from __future__ import annotations

from retrieval.lang.schema import Language, words

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    stop_words=words(
        """hakkında hangi hangisi kaç kim kime kimin ne neden nerede nereden nereye niçin nasıl
        zaman dedi diyor söyledi"""
    ),
)
