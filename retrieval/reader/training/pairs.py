"""
Articles in two versions, and questions that only one of them answers.

A file has articles, separated by lines `===`. Each begins with `title: …`, `date: …` and `kind: …`, and goes on after a blank line
with its text, where `{3:words of version A|words of version B}` is slot 3. After a line `---` follow the
questions, one a line: `slot | kind | answer in A | answer in B | question`, with `-` where that version has no answer.

The slots are independent: any alternative may stand in any of them. So each question is read with the other
slots filled by chance, and nothing but the words of its own slot tells which version answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from retrieval.articles import Article, QuestionsError
from retrieval.index.passages import Passage, split
from retrieval.reader.inputs import make_context
from retrieval.reader.training.examples import (
    Example,
    Group,
    answering_passage,
    make_article,
    words_of,
)

PAIRS = Path(__file__).with_name("pairs")
"""Our own, by several hands; MIT."""

_SLOT = re.compile(r"\{(\d+):([^{}|]*)\|([^{}|]*)\}")
_BARE_CONTEXT = 0.3
"""Share of the questions whose passages stand without title and date."""
_WITH_NEIGHBOUR = 0.5
"""Share of the questions that get another passage of the article, too."""


@dataclass(frozen=True, slots=True)
class PairQuestion:
    """A question about a slot; `answers` has that of version A and that of B, None for one without."""

    slot: int
    kind: str
    answers: tuple[str | None, str | None]
    text: str


@dataclass(frozen=True, slots=True)
class PairArticle:
    """An article with slots; `template` holds them as the file has them."""

    id: str
    title: str
    published: str
    template: str
    questions: tuple[PairQuestion, ...]

    @property
    def slots(self) -> list[int]:
        return [int(match[1]) for match in _SLOT.finditer(self.template)]

    def render(self, choice: dict[int, int]) -> tuple[Article, dict[int, int]]:
        """Return the article with the alternative (0 or 1) that *choice* has for each slot, and where each slot begins."""
        places: dict[int, int] = {}
        parts: list[str] = []
        length = end = 0
        for match in _SLOT.finditer(self.template):
            slot = int(match[1])
            before = self.template[end : match.start()]
            places[slot] = length + len(before)
            words = match[2 + choice[slot]]
            parts += [before, words]
            length += len(before) + len(words)
            end = match.end()
        text = "".join([*parts, self.template[end:]])
        return make_article(self.id, self.title, text, self.published), places


def read_pairs(path: Path) -> Iterator[PairArticle]:
    """
    Yield the articles of a file.

    Raises:
        QuestionsError: Something in it is not as it should be; the message names the article and the line.
    """
    blocks = re.split(r"(?m)^=== *$", path.read_text(encoding="utf-8"))
    for number, block in enumerate(filter(str.strip, blocks), 1):
        head, _, rest = block.strip("\n").partition("\n\n")
        template, _, asked = rest.partition("\n---\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        lines = [line for line in asked.splitlines() if line.strip()]
        if "title" not in fields or not lines:
            raise QuestionsError(f"{path}: article {number} has no title or no questions")
        id_ = f"{path.stem}-{number}"
        questions = tuple(_question(path, number, line) for line in lines)
        yield PairArticle(id_, fields["title"], fields.get("date", ""), template, questions)


def _question(path: Path, number: int, line: str) -> PairQuestion:
    parts = [part.strip() for part in line.split(" | ")]
    if len(parts) != 5 or not parts[0].isdigit():
        raise QuestionsError(f"{path}: article {number}: not a question with its slot: {line!r}")
    slot, kind, a, b, text = parts
    answers = (None if a == "-" else a, None if b == "-" else b)
    return PairQuestion(int(slot), kind, answers, text)


def make_groups(articles: Sequence[PairArticle], chance: Random) -> Iterator[Group]:
    """Yield a group for each version that answers a question: its passage, and the same passage in the other version."""
    for article in articles:
        for question in article.questions:
            choice = {slot: chance.randrange(2) for slot in article.slots}
            if question.slot not in choice:
                continue
            sides = [article.render(choice | {question.slot: side}) for side in (0, 1)]
            for side, answer in enumerate(question.answers):
                if answer and (group := _group(question, sides, side, chance)):
                    yield group


def _group(
    question: PairQuestion,
    sides: Sequence[tuple[Article, dict[int, int]]],
    side: int,
    chance: Random,
) -> Group | None:
    own, _ = sides[side]
    passages = list(split(own))
    answer = question.answers[side]
    found = answering_passage(own, passages, [answer or ""])
    if not found:
        return None
    passage, span = found
    bare = chance.random() < _BARE_CONTEXT

    def example(article: Article, of: Passage) -> Example:
        text = article.slice((of.start, of.end))
        return Example(
            "" if bare else make_context(article.title, None, article.published), text, False
        )

    examples = [example(own, passage)._replace(answers=True, answer=span)]
    if question.answers[1 - side] is None:
        other, places = sides[1 - side]
        start = places[question.slot]
        same = (p for p in split(other) if p.start <= start < p.end)
        examples += [example(other, p) for p in same]
    if chance.random() < _WITH_NEIGHBOUR or len(examples) == 1:
        asked = set(words_of(question.text))
        rest = [p for p in passages if p is not passage]
        rest.sort(key=lambda p: -len(asked.intersection(words_of(own.slice((p.start, p.end))))))
        examples += [example(own, p) for p in rest[:1]]
    return Group(f"pairs/{own.id}", question.text, tuple(examples))
