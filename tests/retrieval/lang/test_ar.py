"""Arabic."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "قالت آدا بارك، مهندسة المدينة: «الجسر القديم آمن». وسيغلق الميناء يوم الثلاثاء."

TABLE: list[Row] = [
    (
        "language",
        "اجتمع المجلس يوم الثلاثاء وقرر إغلاق الجسر القديم للإصلاحات التي وعد بها منذ سنوات.",
        "ar",
    ),
    ("terms", "كم متى أين؟", ""),
    ("answer", f"{STORY} | ماذا تقول آدا بارك عن الجسر؟", "yes"),
    ("weak words", "ما هو اسم الجسر؟", "اسم"),
    ("weak words", "ما نوع الجسر؟", "نوع"),
    ("intent", "متى يغلق الجسر؟", "when"),
    ("intent", "ماذا قال الوزير عن الجسر؟", "said"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_arabic(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "ar") == expected
