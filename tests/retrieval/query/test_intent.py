"""What a question asks for, by its wording."""

from __future__ import annotations

import pytest

from retrieval.query.intent import find_intent

ASKED = [
    # With a question word
    ("How many boats came?", "how-many"),
    ("How much water was lost?", "how-many"),
    ("How much did the bridge cost?", "how-much"),
    ("how much for the new roof", "how-much"),
    ("How expensive is the ferry?", "how-much"),
    ("How long did the vote take?", "how-long"),
    ("How tall is the tower?", "how-big"),
    ("How far is the port?", "how-big"),
    ("How old is the mayor?", "how-old"),
    ("How did they cross the river?", "how"),
    ("In what way did it help?", "how"),
    ("Why was the bridge closed?", "why"),
    ("How come the gates were open?", "why"),
    ("What made the boat sink?", "why"),
    ("What is the tower called?", "what"),
    ("whats in the report", "what"),
    ("What happened when the dam broke?", "what"),
    ("what was the vote on the port", "how-many"),
    ("what's the price of the ferry", "how-much"),
    ("which judge has the case", "who"),
    ("which school is closing", "where"),
    ("which firm built it", "who"),
    # Without one
    ("turnout in the ballot", "how-many"),
    ("church roof repair cost?", "how-much"),
    ("cost to the city of the strike", "how-much"),
    ("reason the bridge was shut", "why"),
    ("name of the current mayor", "who"),
    ("closing date for the port", "when"),
    ("the deadline for the plan?", "when"),
    ("planned location of the new port", "where"),
    ("sentence for the builder", "how-long"),
    ("length of the ruling", "how-big"),
    # For a yes or a no, whatever comes later
    ("Did the mayor resign?", "yes-no"),
    ("any injuries at the port?", "yes-no"),
    ("Was the man who fell badly hurt?", "yes-no"),
    ("Did it rain when the boat came?", "yes-no"),
    ("Do you know who built the port?", "who"),
    ("Did sales rise and by how much?", "how-many"),
    # Two things against each other
    ("ferry vs bridge", "compare"),
    ("number of ferries this year vs last", "compare"),
    ("difference between the plans", "compare"),
    ("How does the ferry compare with the train?", "compare"),
    # Nothing that the wording tells
    ("the mayor's plans", None),
    ("news from the cost of living summit", None),
    ("The When is a band", None),
]


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_the_wording_tells_what_is_asked_for(question: str, kind: str | None) -> None:
    assert find_intent(question, "en")[0] == kind
