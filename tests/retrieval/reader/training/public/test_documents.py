"""What is made of a document for a question on it."""

from __future__ import annotations

from retrieval.articles import Span
from retrieval.reader.training.public.documents import (
    NEAREST,
    SENTENCE_REMOVED,
    Asked,
    Document,
    Pool,
    cut,
    has_wording,
    overlap,
)
from tests.support.lighthouse import BUILT, KEPT, PAGE, WRECK

PASSAGES = [BUILT, KEPT, WRECK]


def ask(text: str, answer: str, *wordings: str) -> Asked:
    start = PAGE.index(answer)
    return Asked("q1", text, Span(start, start + len(answer)), wordings)


KEEPER = ask("Who was keeper of the lighthouse from 1884?", "Hester Lowe")


def document() -> Document:
    return Document("Orrow", PAGE)


def test_a_document_is_cut_as_an_index_cuts_it_without_what_is_too_short() -> None:
    assert [PAGE[slice(*span)] for span in cut(PAGE)] == PASSAGES
    assert cut("A rest of five words.") == []


def test_the_line_of_an_answer_has_its_passage_and_its_place_there() -> None:
    [line] = document().answering(KEEPER)
    assert (line.passage, line.title, line.answers, line.made) == (KEPT, "Orrow", True, None)
    assert line.answer
    assert line.passage[slice(*line.answer)] == "Hester Lowe"


def test_an_answer_across_two_passages_has_no_line() -> None:
    across = ask("Who studies storms in which storm?", "people who study storms.\n\nIn the storm")
    assert list(document().answering(across)) == []
    assert list(document().twins(across)) == []


def test_a_twin_lacks_the_sentence_that_answers_and_is_filled_up_with_what_follows() -> None:
    first, second = document().twins(KEEPER)
    assert (first.twin, second.twin) == ("q1", "q1")
    assert (second.answers, second.answer, second.made) == (False, None, SENTENCE_REMOVED)
    assert "Josiah Bream" in second.passage
    assert "Hester Lowe" not in second.passage
    assert "In the storm of 1893" in second.passage
    assert len(second.passage.split()) >= len(KEPT.split()) - 8


def test_the_last_passage_is_filled_up_with_what_goes_before() -> None:
    _, second = document().twins(ask("How many sailors climbed to the lighthouse?", "Nine sailors"))
    assert "study storms. In the storm" in second.passage


def test_there_is_no_twin_that_answers_as_well_or_has_nothing_of_the_question() -> None:
    again = ask("Who was keeper of the lighthouse from 1884?", "Hester Lowe", "Josiah Bream")
    strange = ask("Whose?", "Hester Lowe")
    for asked in (again, strange):
        [line] = document().twins(asked)
        assert line.twin is None


def test_the_nearest_passage_is_like_the_question_and_does_not_answer() -> None:
    storm = ask("Who was the Scottish keeper of the lighthouse in the storm?", "Hester Lowe")
    [line] = document().nearest(storm)
    assert (line.passage, line.answers, line.made) == (WRECK, False, NEAREST)
    [line] = document().nearest(storm, among=[0])
    assert line.passage == BUILT
    assert list(document().nearest(storm, among=[1])) == []
    assert list(document().nearest(storm, least=0.9)) == []
    other = ask(
        "Who was the Scottish keeper of the lighthouse in the storm?", "Hester Lowe", "schooner"
    )
    assert [line.passage for line in document().nearest(other)] == [BUILT]


def test_a_question_without_an_answer_may_get_any_passage() -> None:
    asked = Asked("q2", "Who was keeper of the lighthouse in 1860?", None, ())
    [line] = document().nearest(asked)
    assert line.passage == KEPT
    assert list(document().answering(asked)) == []


def test_a_pool_finds_passages_that_share_a_word_best_first() -> None:
    assert Pool(PASSAGES).search("a bell in a storm, and a storm of bells")[0] == 2
    assert Pool(PASSAGES).search("Zanzibar") == []
    assert Pool([]).search("a bell") == []


def test_overlap_is_the_share_of_the_words_that_count() -> None:
    assert overlap("Who was the keeper of goats?", KEPT) == 1
    assert overlap("Which keeper sang?", KEPT) == 0.5
    assert overlap("Who was it?", KEPT) == 0


def test_a_wording_is_whole_words_in_any_case() -> None:
    assert has_wording(KEPT, ["HESTER LOWE,"])
    assert not has_wording(KEPT, ["ester", "", "..."])
