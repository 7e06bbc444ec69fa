"""Articles of plain paragraphs, and which of their passages answers."""

from __future__ import annotations

from retrieval.articles import Span
from retrieval.index.passages import split
from retrieval.reader.training.examples import answering_passage, make_article

TEXT = "The dam was built in 1931.\n\nIt leaks. Lena Ostrel mended it."


def test_blank_lines_separate_paragraphs() -> None:
    article = make_article("dam", "The dam", TEXT, "1999")
    [section] = article.sections
    assert [article.slice(span) for span in section.paragraphs] == TEXT.split("\n\n")


def test_the_passage_that_holds_an_answer_is_found_with_its_place() -> None:
    article = make_article("dam", "The dam", TEXT)
    passages = list(split(article))
    found = answering_passage(article, passages, ["nobody", "Lena Ostrel"])
    assert found
    passage, span = found
    assert article.slice((passage.start, passage.end))[slice(*span)] == "Lena Ostrel"
    assert isinstance(span, Span)
    assert answering_passage(article, passages, ["nobody"]) is None
