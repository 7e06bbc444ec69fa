"""What weighs for a passage besides its words."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.ranking.evidence import EVIDENCE_WEIGHTS
from tests.support.altena import dated_library


def test_the_latest_is_preferred_when_it_is_asked_for(bridges: Library) -> None:
    assert bridges.ask("latest on the old bridge at Altena").excerpts[0].article.id == "herald"


OF_HIM = """\
The council met in Altena on Monday, and it rained.

“Jonas Wirth knows nothing about the bridge,” said Ada Park after the evening."""


HIS_OWN = """\
The council met in Altena on Monday, and it rained.

“The bridge is going to be built of stone,” said Jonas Wirth after a long evening with many other items."""


def test_own_words_about_a_topic_come_before_words_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = dated_library((OF_HIM, "2021"), (HIS_OWN, "2021"))
    question = "What did Jonas Wirth say about the bridge?"
    assert library.rank(question).hits[0].passage.article == "a1"
    monkeypatch.setitem(
        EVIDENCE_WEIGHTS, "own", 0.0
    )  # what else is weighed prefers those of others
    assert library.rank(question).hits[0].passage.article == "a0"
