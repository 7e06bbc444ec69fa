"""Records as JSON."""

from __future__ import annotations

import json

import pytest

from retrieval.answers.records import Answer
from retrieval.output import json_output
from tests.support.articles import answer_with


def test_numbers_of_a_library_become_plain_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    given = answer_with("One.")
    odd = Answer("?", numpy.float32(0.5), given.excerpts, None)

    assert json.loads(json.dumps(json_output.export_answer(odd)))["confidence"] == 0.5
