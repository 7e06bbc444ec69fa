"""What happened, and what was only planned, asked for or refused."""

from __future__ import annotations

import pytest

from tests.support.verdicts import verdicts


@pytest.mark.parametrize(
    ("text", "question", "unreal"),
    [
        ("The mayor asked the county to waive rates.", "Did the county waive the rates?", True),
        ("The county agreed to waive the rates.", "Did the county waive the rates?", False),
        ("The county waived the rates.", "Did the county waive the rates?", False),
        ("Park hopes to win the cup.", "Who won the cup?", True),
        ("Park won the cup. Wirth hopes to win it again.", "Who won the cup?", False),
        ("The firm said that it would not appeal.", "On what grounds did the firm appeal?", True),
        ("The firm did not appeal until May.", "When did the firm appeal?", False),
        ("Park declined to offer the mill.", "When did Park offer the mill?", True),
        ("The mill was never offered to Lind.", "When did Park offer the mill?", False),
        # That it did not happen is an answer to whether it did.
        ("The firm did not appeal.", "Did the firm appeal?", False),
        # A question about a plan is answered by a plan.
        ("The firm would appeal.", "When would the firm appeal?", False),
        ("The firm did not appeal.", "Why didn't the firm appeal?", False),
    ],
)
def test_an_event_fails_where_no_sentence_says_that_it_happened(
    text: str, question: str, unreal: bool
) -> None:
    assert (verdicts(text, question).get("event") is False) is unreal
