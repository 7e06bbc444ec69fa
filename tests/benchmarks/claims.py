"""
Measure how often conflicting claims are shown: `python -m tests.benchmarks.claims DIR [QUESTIONS]`.

*DIR* is a question set as for `cuttings evaluate`; that many of its questions are asked, shuffled. Each
one that is answered with conflicting claims is printed with them, for a person to judge: no program can
tell whether they are about the same thing.

`python -m tests.benchmarks.claims --recall DIR [QUESTIONS]` measures how often they are missed. *DIR* is
in English and has answers with their articles and offsets. Of the questions whose answer contains one
number or year, that many are used, shuffled, at most one for each sentence. For each, an article of
another publisher and date is added that repeats the sentence with the number changed, and nothing else.
Printed is how often the answer shows both, for years and for other numbers, and then each reason why
not, with an example. An article in words of its own is harder to match than one that repeats the
sentence, so this is an upper bound.
"""

from __future__ import annotations

import json
import random
import re
import sys
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.answers import conflicting_claims, counted_claims
from retrieval.answers.asking import read_question
from retrieval.answers.conflicting_claims import can_conflict
from retrieval.answers.records import Answer, Side
from retrieval.articles import Article, Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.library import Library
from retrieval.output.safe_text import one_line
from retrieval.query.model import Query
from retrieval.query.parser import parse
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.language import detect
from retrieval.text.sentences import sentences

_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])")
_WORDS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)

_MONTHS = "|".join(filter(None, month_name))
_NAME = re.compile(rf"\b(?!(?:{_MONTHS})\b)[A-Z]\w*[^\W\d]")
"""In "Article 288" the number is part of a name; in "May 1847" it is not."""

_LONGEST = 4
"""The most words of an answer that is a number and what it counts."""


@dataclass(frozen=True, slots=True)
class Differing:
    """
    A question that two articles answer differently.

    Attributes:
        first, other: The articles, and where the number stands in each.
        is_year: Whether the number is a year.
    """

    question: str
    first: tuple[Article, Span]
    other: tuple[Article, Span]
    is_year: bool


def main(directory: str, most: int = 3000) -> None:
    library = Library.open(Path(directory, "corpus.jsonl"))
    lines = Path(directory, "queries.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["text"] for line in lines]
    random.Random(1).shuffle(questions)
    nothing = Vocabulary()
    asking = answered = shown = 0
    for question in questions[:most]:
        if not can_conflict(parse(question, nothing, detect(question, frozenset(["en"])))):
            continue
        answer = library.ask(question)
        asking += 1
        answered += answer.answered
        shown += bool(answer.sides)
        for side in answer.sides:
            print(question, one_line(side.excerpt.text), sep="\t")
    print(f"{asking} can differ, {answered} are answered, {shown} with sides")


def recall(directory: str, most: int = 3000) -> None:
    """Print how often both of two claims are shown, and why not."""
    articles = [
        make_article(row["id"], row["text"], Metadata(row["title"], "One", published="2015-03-02", language="en"))
        for row in _rows(Path(directory, "corpus.jsonl"))
    ]  # fmt: skip
    pairs = list(_differing(directory, {article.id: article for article in articles}, most))
    library = Library.of([*articles, *(pair.other[0] for pair in pairs)])
    missed: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for pair in pairs:
        kind = "years" if pair.is_year else "numbers"
        answer = library.ask(pair.question)
        looked_at = can_conflict(read_question(pair.question, library.index))
        shown = _shows(answer, pair)
        for group in (kind, "all"):
            counts[group] += 1
            counts[f"{group} looked at"] += looked_at
            counts[f"{group} answered"] += looked_at and answer.answered
            counts[f"{group} shown"] += shown
        if not shown:
            missed.setdefault(_why(library, pair, answer), []).append(pair.question)
    for group in ("numbers", "years", "all"):
        print(
            f"{group}: of {counts[group]} questions {counts[f'{group} looked at']} are of a form that is looked at, "
            f"of these {counts[f'{group} answered']} are answered, {counts[f'{group} shown']} with both"
        )
    for why, questions in sorted(missed.items(), key=lambda item: -len(item[1])):
        print(f"{len(questions)}\t{why}\t{questions[0]}")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _differing(directory: str, articles: dict[str, Article], most: int) -> Iterator[Differing]:
    rows = [row for row in _rows(Path(directory, "queries.jsonl")) if row.get("answers")]
    rows = [row for row in rows if row.get("answerable", True)]
    random.Random(1).shuffle(rows)
    taken: set[tuple[str, int]] = set()
    for row in rows:
        article = articles[row["context_id"]]
        if len(taken) >= most or not (place := _number(article, row["answers"][0])):
            continue
        sentence = next(
            (s for s in sentences(article.text, 0, len(article.text), "en") if s.start <= place.start < s.end),
            None,
        )  # fmt: skip
        if not sentence or (article.id, sentence.start) in taken:
            continue
        taken.add((article.id, sentence.start))
        number = article.slice(place)
        written, shift = _changed(number), sentence.start
        text = article.text[shift : place.start] + written + article.text[place.end : sentence.end]
        about = Metadata(article.title, "Another", published="2019-06-05", language="en")
        other = make_article(f"other-{row['id']}", text, about)
        start = other.text.index(text.strip()) + place.start - shift
        yield Differing(
            row["text"],
            (article, place),
            (other, Span(start, start + len(written))),
            _is_year(number),
        )


def _number(article: Article, answer: dict[str, Any]) -> Span | None:
    """Return where the only number of an *answer* stands in its article."""
    start, text = answer["start"], answer["text"]
    numbers = [*_NUMBER.finditer(text), *_WORD.finditer(text)]
    if len(numbers) != 1 or article.text[start : start + len(text)] != text:
        return None
    if len(text.split()) > _LONGEST or _NAME.search(text):
        return None
    return Span(start + numbers[0].start(), start + numbers[0].end())


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"1\d{3}|20\d\d", number))


def _changed(number: str) -> str:
    """Return another *number* of the same kind, about a third larger; for a year, one seven years later."""
    if number.lower() in _WORDS:
        other = _WORDS[(_WORDS.index(number.lower()) + 3) % len(_WORDS)]
        return other.capitalize() if number[0].isupper() else other
    if _is_year(number):
        return str(int(number) + 7)
    whole, _, rest = number.replace(",", "").partition(".")
    more = int(whole) + max(1, round(int(whole) * 0.3))
    return f"{more:,}" if "," in number else f"{more}" + (f".{rest}" if rest else "")


def _shows(answer: Answer, pair: Differing) -> bool:
    """Return whether each of the two numbers stands in a claim of its own."""
    mine, others = (
        _side_of(answer.sides, article, place) for article, place in (pair.first, pair.other)
    )
    return None not in (mine, others) and mine != others


def _side_of(sides: Sequence[Side], article: Article, place: Span) -> int | None:
    number = article.slice(place)
    for at, side in enumerate(sides):
        of = side.excerpt.article
        if number in of.slice(side.said) and article.id in {of.id, *(a.id for a in side.agreeing)}:
            return at
    return None


def _why(library: Library, pair: Differing, answer: Answer) -> str:
    """Return the first reason why not both are shown."""
    query = read_question(pair.question, library.index)
    if not can_conflict(query):
        first, second, *_ = pair.question.lower().split()
        begins = f"{first} {second}" if first == "how" else first
        return f"no form of question that is looked at: {begins} …"
    if not answer.answered:
        return "not answered"
    wide = conflicting_claims.widen(query, library.index.vocabulary)
    weights = QuestionWeights.of(wide, library.index)
    hits = library.ranker.find_hits(weights)
    claims = conflicting_claims.find_claims(weights, hits)
    for name, (article, place) in (("first", pair.first), ("other", pair.other)):
        claim = next((c for c in claims if c.hit.passage.article == article.id), None)
        if not claim:
            return _unclaimed(library, wide, hits, article, place, name)
        if not (claim.said.start < place.end and place.start < claim.said.end):
            return f"another number of the {name} article is taken"
    if len(conflicting_claims.group_conflicting(claims)) < 2:
        return "the two numbers are not taken to differ"
    return "neither is what the first excerpt says, or the side is another's"


def _unclaimed(
    library: Library, query: Query, hits: Sequence[Any], article: Article, place: Span, name: str
) -> str:
    index, weights = library.index, QuestionWeights.of(query, library.index)
    for hit in hits[: conflicting_claims._LOOKED_INTO]:
        passage = hit.passage
        if passage.article != article.id or not passage.start <= place.start < passage.end:
            continue
        over = hit.title | hit.heading
        sentence = next(
            s for s in index.sentences(hit.number) if s.span.start <= place.start < s.span.end
        )
        present = (over & weights.terms) | weights.terms.intersection(sentence.terms)
        noun = conflicting_claims.find_counted_word(query)
        if not counted_claims.has_names(weights, present):
            return "the name of the question stands neither in the sentence nor over it"
        if noun and noun.term not in sentence.terms:
            return "the word for what is counted is not in the sentence"
        least = conflicting_claims._SAME_CLAIM
        if noun:
            least = (
                counted_claims.SAME
                if any(word.name for word in query.words)
                else counted_claims.SAME_UNNAMED
            )
        alone = weights.terms.intersection(sentence.terms)
        if weights.share(present) < least or (
            not noun and weights.share(alone) < counted_claims.SAME
        ):
            named = any(word.name for word in query.words)
            return f"too little of the question in the sentence (a name in it: {named})"
        if noun:
            return "the number is not near the word for what is counted"
        return f"no date is read in the {name} article"
    return f"the {name} article is not among the first hits"


if __name__ == "__main__":
    arguments = sys.argv[1:]
    run = recall if "--recall" in arguments else main
    directory, *numbers = [word for word in arguments if word != "--recall"]
    run(directory, *map(int, numbers))
