"""Splits an article into passages, which are what is indexed and ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.articles import Article, Section, Span
from retrieval.text.analyzer import unspaced
from retrieval.text.sentences import sentences

_LEAST, _AIM, _MOST = 40, 90, 120
"""Words in a passage: a rest shorter than the first joins its neighbour, paragraphs are added up to
the second, and a passage is cut past the third."""


@dataclass(frozen=True, slots=True)
class Passage:
    """
    Consecutive sentences of one section, with nothing skipped between them.

    `section` is the place of that section in the article, from 0; `paragraph` is the number in it,
    from 1, of the paragraph in which the passage begins.
    """

    article: str
    start: int
    end: int
    section: int
    paragraph: int

    def paragraphs(self, article: Article) -> Iterator[tuple[int, Span]]:
        """Yield the paragraphs of *article* that this passage overlaps, with their numbers."""
        listed = article.sections[self.section].paragraphs
        for number in range(self.paragraph, len(listed) + 1):
            if listed[number - 1].start >= self.end:
                return
            yield number, listed[number - 1]


def split(article: Article) -> Iterator[Passage]:
    """Yield the passages of *article* in reading order; every sentence of a paragraph is in one."""
    for place, section in enumerate(article.sections):
        for run in split_at_skipped(article, section):
            for start, end, paragraph in _pack(article, run):
                yield Passage(article.id, start, end, place, paragraph)


def split_at_skipped(article: Article, section: Section) -> Iterator[list[tuple[int, Span]]]:
    """Yield the numbered paragraphs of *section* in groups, divided where text was skipped."""
    numbered = list(enumerate(section.paragraphs, 1))
    group = numbered[:1]
    for (_, before), item in pairwise(numbered):
        if any(before.end <= skip.start < item[1].start for skip in article.skipped):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _pack(article: Article, run: list[tuple[int, Span]]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of the first paragraph of each passage; a short rest joins the last."""
    packed: list[tuple[int, int, int]] = []
    sizes: list[int] = []
    for number, piece, words in _pieces(article, run):
        if sizes and sizes[-1] < _AIM and sizes[-1] + words <= _MOST:
            packed[-1] = (packed[-1][0], piece.end, packed[-1][2])
            sizes[-1] += words
        else:
            packed.append((piece.start, piece.end, number))
            sizes.append(words)
    if len(sizes) > 1 and sizes[-1] < _LEAST and sizes[-2] + sizes[-1] <= _MOST + _LEAST:
        packed[-2:] = [(packed[-2][0], packed[-1][1], packed[-2][2])]
    return iter(packed)


def _pieces(article: Article, run: list[tuple[int, Span]]) -> Iterator[tuple[int, Span, int]]:
    """Yield paragraphs of *run*, or sentences of those too long for a passage, with their word counts."""
    for number, paragraph in run:
        words = _count_words(article.slice(paragraph))
        if words <= _MOST:
            yield number, paragraph, words
        else:
            for sentence in sentences(article.text, *paragraph, article.language):
                yield number, sentence, _count_words(article.slice(sentence))


def _count_words(text: str) -> int:
    """Count the words in *text*; two characters of a script without spaces count as one."""
    return len(text.split()) + unspaced(text) // 2
