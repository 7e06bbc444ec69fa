"""Dutch."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "“De oude brug is veilig”, zei Ada Park, ingenieur van de stad. De haven sluit dinsdag."

TABLE: list[Row] = [
    ("speaker", "“De brug houdt”, zei Ada Park.", "Ada Park"),
    ("speaker", "“De brug houdt”, aldus Ada Park.", "Ada Park"),
    ("reported", "Ada Park zei dat de brug houdt.", "Ada Park: de brug houdt"),
    ("reported", "Volgens Ada Park houdt de brug goed.", "Ada Park: houdt de brug goed"),
    ("answer", f"{STORY} | Wat heeft Ada Park gezegd over de brug?", "yes"),
    ("answer", f"{STORY} | Wat heeft Jonas Wirth gezegd?", "unknown words"),
    ("intent", "Wat zei Ada Park over de brug?", "said"),
    ("depends", "Zij zei nee.", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_dutch(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "nl") == expected
