from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.acronyms import definitions


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        # in parentheses after the name
        ("said the World Health Organisation (WHO.)", {"WHO": "World Health Organisation"}),
        (
            "by the Centre for Strategic and International Studies (CSIS), losses",
            {"CSIS": "Centre for Strategic and International Studies"},
        ),
        ("the Department of Defense (DoD)", {"DoD": "Department of Defense"}),
        ("heat shock transcription factor (HSF)", {"HSF": "heat shock transcription factor"}),
        ("the Weltgesundheitsorganisation (WHO)", {"WHO": "Weltgesundheitsorganisation"}),
        ("the Organisation of Fruit Exporters (OFE)", {"OFE": "Organisation of Fruit Exporters"}),
        ("the European Union (EU; see below)", {"EU": "European Union"}),
        # the other way round
        ("two UAVs (unmanned aerial vehicles) came", {"UAV": "unmanned aerial vehicles"}),
        ("the ECB (the European Central Bank)", {"ECB": "European Central Bank"}),
        # by initials
        (
            "The International Atomic Energy Agency came. The IAEA left.",
            {"IAEA": "International Atomic Energy Agency"},
        ),
        (
            "The head of the International Atomic Energy Agency came. The IAEA left.",
            {"IAEA": "International Atomic Energy Agency"},
        ),
        (
            "The CSIS, or Centre for Strategic and International Studies",
            {"CSIS": "Centre for Strategic and International Studies"},
        ),
        # not explained
        ("KYIV (Reuters) and LONDON (AP)", {}),
        ("Joe Smith (Democrat) and his dog (REX)", {}),
        ("In Australia (ARIA)", {}),
        ("The IAEA is an agency for atomic energy", {}),
        ("Aunt Betty Carter sang; ABC and BC filmed", {"ABC": "Aunt Betty Carter"}),
        ("The Big British Bank Company. BBC news", {}),
        ("an acronym () and (A) and (the)", {}),
        ("the NATO (NATO) summit", {}),
        ("World Health\nOrganisation (WHO)", {}),
        ("", {}),
    ],
)
def test_an_acronym_is_explained_by_its_text(text: str, explained: dict[str, str]) -> None:
    assert dict(definitions(text)) == explained


@given(st.text())
def test_any_text_may_be_read(text: str) -> None:
    assert all(found.acronym and found.words for found in definitions(text))
