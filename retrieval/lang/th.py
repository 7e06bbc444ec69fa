"""Thai."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers, Questions

LANGUAGE = Language(
    code="th",
    name="Thai",
    questions=Questions(
        unspaced=("อะไร|ใคร|ที่ไหน|เมื่อไหร่|เมื่อไร|เมื่อใด|ทำไม|อย่างไร|ยังไง|กี่|เท่าไหร่|เท่าไร|เท่าใด|ไหน"),
    ),
    numbers=Numbers(
        decimal_point=True,
    ),
)
