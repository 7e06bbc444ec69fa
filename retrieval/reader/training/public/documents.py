"""
The passages of a document, and the lines that are made of them for a question on it: the passage that answers, the
same without the sentence that answers, and the passage most like the question that does not answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.index.passages import split
from retrieval.index.rank_bm25_engine import RankBm25
from retrieval.reader.training.examples import make_article, words_of
from retrieval.reader.training.public.lines import Line, is_passage
from retrieval.text.analyzer import terms
from retrieval.text.sentences import sentences, trim

SENTENCE_REMOVED = "answer sentence removed"
NEAREST = "nearest passage"

_ABOUT = 0.25
"""Share of a question's words that a passage at least has that does not answer it, so as to seem to."""

_SHORTER = 8
"""Words by which a passage whose sentence was removed may be shorter, so that its length does not tell."""


class Asked(NamedTuple):
    """
    A question on a document.

    Attributes:
        id: Another for each question of a set.
        span: The words of the document that answer; None if none do.
        wordings: All that would answer; a passage that has one of them is not taken for one that does not answer.
    """

    id: str
    text: str
    span: Span | None
    wordings: tuple[str, ...]


def overlap(question: str, text: str) -> float:
    """Return the share of the question's words, stop words aside, that *text* has, too."""
    asked = set(terms(question, "en"))
    return len(asked.intersection(terms(text, "en"))) / len(asked) if asked else 0.0


def has_wording(text: str, wordings: Collection[str]) -> bool:
    """Return whether one of *wordings* stands in *text*, but for case and punctuation."""
    whole = f" {' '.join(words_of(text))} "
    normalized = (" ".join(words_of(wording)) for wording in wordings)
    return any(wording and f" {wording} " in whole for wording in normalized)


def cut(text: str) -> list[Span]:
    """Return the passages of a document whose paragraphs blank lines separate, as an index cuts it."""
    spans = (trim(text, p.start, p.end) for p in split(make_article("", "", text)))
    return [span for span in spans if is_passage(text[slice(*span)])]


class Pool:
    """Passages, of which to find those most like a question."""

    def __init__(self, passages: Sequence[str]) -> None:
        self.passages = passages
        self._engine = RankBm25([terms(passage, "en") for passage in passages] or [[]])

    def search(self, question: str) -> list[int]:
        """Return the numbers of the passages that share a word with *question*, most like it first."""
        query = dict.fromkeys(terms(question, "en"), 1.0)
        return [number for number, _ in self._engine.search(query, len(self.passages))]


class Document:
    """A text in passages."""

    def __init__(self, title: str, text: str) -> None:
        self.title = title
        self.text = text
        self.passages = cut(text)
        self._pool = Pool([text[slice(*span)] for span in self.passages])

    def locate(self, span: Span) -> int | None:
        """Return the number of the passage that holds all of *span*."""
        for number, passage in enumerate(self.passages):
            if passage.start <= span.start and span.end <= passage.end:
                return number
        return None

    def line(self, asked: Asked, number: int, made: str | None = None) -> Line:
        """Return the line of a passage that does not answer."""
        return Line(asked.text, self._pool.passages[number], self.title, made=made)

    def answering(self, asked: Asked) -> Iterator[Line]:
        """Yield the line of the passage that answers, if one holds the whole answer."""
        if asked.span and (number := self.locate(asked.span)) is not None:
            start = self.passages[number].start
            span = Span(asked.span.start - start, asked.span.end - start)
            yield self.line(asked, number)._replace(answers=True, answer=span)

    def twins(self, asked: Asked) -> Iterator[Line]:
        """Yield the line of the passage that answers and, if it can be made, that of the same without the sentence."""
        for line in self.answering(asked):
            text = self._without_sentence(asked)
            seems = text and is_passage(text) and overlap(asked.text, text) >= _ABOUT
            if not text or not seems or self._answers(asked, text):
                yield line
            else:
                yield line._replace(twin=asked.id)
                yield Line(asked.text, text, self.title, twin=asked.id, made=SENTENCE_REMOVED)

    def _without_sentence(self, asked: Asked) -> str | None:
        """
        Return the passage that answers without the sentences that do, filled up with those after it, or before it.

        None if it has no others.
        """
        assert asked.span
        number = self.locate(asked.span)
        assert number is not None
        passage = self.passages[number]
        listed = self._sentences_near(number)
        inside = [s for s in listed if passage.start <= s.start < passage.end]
        kept = [s for s in inside if s.end <= asked.span.start or s.start >= asked.span.end]
        if not kept:
            return None
        after = [s for s in listed if s.start >= passage.end]
        before = [s for s in listed if s.end <= passage.start]
        goal = len(self.text[slice(*passage)].split()) - _SHORTER
        for sentence in after + before[::-1]:
            if sum(len(self.text[slice(*s)].split()) for s in kept) >= goal:
                break
            kept.append(sentence)
        return " ".join(self.text[slice(*s)] for s in sorted(kept))

    def _sentences_near(self, number: int) -> list[Span]:
        """Return the sentences of a passage and of the passages beside it."""
        near = self.passages[max(number - 1, 0) : number + 2]
        return [s for span in near for s in sentences(self.text, *span, "en")]

    def nearest(
        self, asked: Asked, among: Collection[int] | None = None, least: float = _ABOUT
    ) -> Iterator[Line]:
        """Yield the line of the passage most like the question, among these, that does not answer it."""
        own = self.locate(asked.span) if asked.span else None
        for number in self._pool.search(asked.text):
            if number != own and (among is None or number in among):
                text = self._pool.passages[number]
                if overlap(asked.text, text) >= least and not self._answers(asked, text):
                    yield self.line(asked, number, NEAREST)
                    return

    def _answers(self, asked: Asked, text: str) -> bool:
        words = (self.text[slice(*asked.span)],) if asked.span else ()
        return has_wording(text, (*words, *asked.wordings))
