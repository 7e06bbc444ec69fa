"""QAMR (Michael et al. 2018): questions on single sentences of Wikipedia and Wikinews, several of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.reader.training.public.detokenization import detokenize
from retrieval.reader.training.public.documents import Asked, Document, overlap
from retrieval.reader.training.public.lines import Line
from retrieval.text.analyzer import terms

SENTENCES = "data/wiki-sentences.tsv"

_QUESTIONS = 8
"""Questions of a sentence, at most."""

_AGREED = 2
"""How many of the three who answered a question must give the same words."""


class _Place(NamedTuple):
    """Where a sentence is from, as its id says."""

    page: str
    paragraph: int
    sentence: int


def _place(id_: str) -> _Place:
    page, paragraph, sentence = id_.rsplit(":", 2)
    return _Place(page, int(paragraph), int(sentence))


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield the passages around the sentence of each question, and, as a twin, the same without it."""
    pages: dict[str, dict[_Place, str]] = {}
    for row in files[SENTENCES].decode().splitlines():
        id_, sentence = row.split("\t")
        pages.setdefault(_place(id_).page, {})[_place(id_)] = sentence
    questions: dict[str, dict[tuple[_Place, str], Span]] = {}
    for path, data in files.items():
        if path != SENTENCES:
            for row in data.decode().splitlines():
                columns = row.split("\t")
                place, text = _place(columns[0]), columns[5].strip()
                if span := _agreed([columns[6], *(c.partition(":")[2] for c in columns[7:9])]):
                    questions.setdefault(place.page, {})[place, text] = span
    for page, asked in questions.items():
        yield from _make_lines(pages[page], asked)


def _agreed(answers: Sequence[str]) -> Span | None:
    """Return the tokens that most give as the answer, if these are side by side."""
    listed = [[int(number) for number in answer.split()] for answer in answers]
    spans = Counter(
        Span(tokens[0], tokens[-1] + 1)
        for tokens in listed
        if tokens and tokens == [*range(tokens[0], tokens[-1] + 1)]
    )
    return next((span for span, count in spans.most_common(1) if count >= _AGREED), None)


def _make_lines(
    sentences: Mapping[_Place, str], questions: Mapping[tuple[_Place, str], Span]
) -> Iterator[Line]:
    starts: dict[_Place, int] = {}
    whole = ""
    for place in sorted(sentences):
        starts[place] = len(whole)
        whole += sentences[place] + " "
    spans = []
    for (place, _), (first, last) in questions.items():
        tokens = sentences[place].split(" ")
        start = starts[place] + sum(len(token) + 1 for token in tokens[:first])
        spans.append(Span(start, start + len(" ".join(tokens[first:last]))))
    text, moved = detokenize(whole.strip(), spans)
    document = Document("", text)
    of_sentence: Counter[_Place] = Counter()
    for (place, question), span in zip(questions, moved, strict=True):
        of_sentence[place] += 1
        if of_sentence[place] <= _QUESTIONS and overlap(question, sentences[place]):
            question = question.replace(" 's", "'s")
            asked = Asked(f"{place.page}:{question}", question, span, ())
            # a single word may mean any sentence, so that one without it may answer as well
            single = len(set(terms(question, "en"))) < 2
            yield from document.answering(asked) if single else document.twins(asked)
