"""Hebrew."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers

LANGUAGE = Language(
    code="he",
    name="Hebrew",
    numbers=Numbers(
        decimal_point=True,
    ),
)
