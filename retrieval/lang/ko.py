"""Korean."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers

LANGUAGE = Language(
    code="ko",
    name="Korean",
    listed=False,
    numbers=Numbers(
        decimal_point=True,
    ),
)
