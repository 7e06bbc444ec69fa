"""Question sets as groups: newsrooms with their mirrors, and sets whose questions name their passage."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.articles import Article, Span
from retrieval.index.in_memory import InMemoryIndex
from retrieval.index.passages import Passage
from retrieval.query.parser import parse
from retrieval.reader.inputs import make_context
from retrieval.reader.training.examples import Example, Group, answering_passage
from retrieval.reading.folder import read_collection

_SEARCHED = 12
"""Candidates among which to look for passages that seem to answer."""

_NEGATIVES = 2
"""Passages of other articles, or other places in the article, that a question gets at most."""


@dataclass(frozen=True, slots=True)
class Side:
    """A set's articles, indexed, and its questions by id, as they stand in the file."""

    index: InMemoryIndex
    articles: Mapping[str, Article]
    queries: Mapping[str, Mapping[str, Any]]

    @classmethod
    def open(cls, folder: Path) -> Side:
        articles, _, _ = read_collection(folder / "corpus.jsonl")
        lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
        queries = {str(query["id"]): query for query in map(json.loads, lines)}
        return cls(InMemoryIndex(articles), {a.id: a for a in articles}, queries)

    def search(self, question: str) -> list[int]:
        """Return the numbers of the best passages for *question*, best first, as the finder has them."""
        worth = parse(question, self.index.vocabulary, "en").worth()
        return [number for number, _ in self.index.engine.search(worth, _SEARCHED)]

    def passages_of(self, article: str) -> list[Passage]:
        return [passage for passage in self.index.passages if passage.article == article]

    def example(self, passage: Passage) -> Example:
        article = self.articles[passage.article]
        heading = article.sections[passage.section].heading
        context = make_context(
            article.title, article.slice(heading) if heading else None, article.published
        )
        return Example(context, article.slice((passage.start, passage.end)), False)


def read_newsroom(folder: Path) -> list[Group]:
    """
    Return the groups of a newsroom: each question with the passage that answers, the likeliest of the same
    article in the mirror, which does not, and others that the finder takes for likely.

    A question that nothing answers has only passages that do not.
    """
    sides = [Side.open(folder), Side.open(folder / "mirror")]
    groups = []
    for own, other in (sides, sides[::-1]):
        for id_, query in own.queries.items():
            if query.get("answerable") is None or query.get("kind") == "voice":
                continue
            found = own.search(query["text"])
            examples: list[Example] = []
            right: set[Passage] = set()
            if query["answerable"]:
                passages = own.passages_of(query["article"])
                ordered = [p for n in found if (p := own.index.passages[n]) in passages]
                ordered += [p for p in passages if p not in ordered]
                answering = answering_passage(
                    own.articles[query["article"]], ordered, query["answers"]
                )
                if not answering:
                    continue
                passage, span = answering
                right = {p for p in ordered if _holds(own, p, query["answers"])}
                examples.append(own.example(passage)._replace(answers=True, answer=span))
                twin = other.queries.get(id_)
                if twin and not twin["answerable"]:
                    examples += _likeliest(other, query["text"], query["article"])
            rest = [p for n in found if (p := own.index.passages[n]) not in right]
            examples += [own.example(p) for p in rest[:_NEGATIVES]]
            groups.append(Group(folder.name, query["text"], tuple(examples)))
    return groups


def _holds(side: Side, passage: Passage, answers: Sequence[str]) -> bool:
    text = side.articles[passage.article].slice((passage.start, passage.end))
    return any(answer in text for answer in answers)


def _likeliest(side: Side, question: str, article: str) -> list[Example]:
    """Return the passage of *article* that the finder ranks highest; none if it finds none."""
    found = (side.index.passages[number] for number in side.search(question))
    return [side.example(p) for p in found if p.article == article][:1]


def read_paragraphs(folder: Path) -> list[Group]:
    """
    Return the groups of a set whose questions name their paragraph: that, whether or not it answers, and the
    likeliest other that the finder has.
    """
    side = Side.open(folder)
    groups = []
    for query in side.queries.values():
        own = side.articles.get(query.get("context_id", ""))
        if not own:
            continue
        answers = [a["text"] if isinstance(a, dict) else a for a in query.get("answers") or []]
        title = own.title
        has_answer = query.get("answerable", bool(answers))
        span = next((Span(p, p + len(a)) for a in answers if (p := own.text.find(a)) >= 0), None)
        context = make_context(title, None, None) if title else ""
        first = Example(context, own.text, bool(has_answer), span if has_answer else None)
        found = (side.index.passages[number] for number in side.search(query["text"]))
        others = [side.example(p) for p in found if p.article != own.id][:1]
        groups.append(Group(f"{folder.name}/{title}", query["text"], (first, *others)))
    return groups


def read_lines(path: Path) -> Iterator[Group]:
    """Yield the groups of a file of questions, each with its passage; those with the same `twin` go together."""
    twins: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        twins.setdefault(
            str(item.get("twin") or f"{item['question']}|{item['passage']}"), []
        ).append(item)
    for items in twins.values():
        by_question: dict[str, list[dict[str, Any]]] = {}
        for item in items:
            by_question.setdefault(item["question"], []).append(item)
        for question, same in by_question.items():
            same.sort(key=lambda item: not item["answers"])
            yield Group(path.stem, question, tuple(map(_example, same[:4])))


def _example(item: Mapping[str, Any]) -> Example:
    span = Span(item["start"], item["end"]) if item.get("start") is not None else None
    context = make_context(item["title"], None, None) if item.get("title") else ""
    return Example(context, item["passage"], bool(item["answers"]), span)
