"""Reading a collection once, for the terms of its passages and for questions to ask it."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.articles import Article
from retrieval.bench.collection import BenchCollection, BenchError, Contents, Question
from retrieval.index.analyzed_article import bag_article
from retrieval.index.passages import Passage
from retrieval.reading.files import read_file
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import terms, tokens
from retrieval.text.sentences import sentences

MOST_QUESTIONS = 1000

_QUESTION_WORDS = (3, 8)
"""The fewest and the most words of a sentence in a question."""

Text = tuple[str, str | None]
"""The text of a passage, and its language."""


def write_terms(
    collection: BenchCollection, given: Sequence[str], seed: int = 0
) -> tuple[Contents, list[Question]]:
    """
    Write the terms of all passages.

    Args:
        given: Questions that came with the real text.

    Returns:
        The size of the collection, and questions in random order: up to a half are of those *given*,
        the others are words from a sentence of a passage, in their order.
    """
    rng = random.Random(f"{seed} questions")  # noqa: S311 - repeatable, not secret
    articles = passages = total = 0
    words: set[str] = set()
    languages = Counter[str | None]()
    sample: list[Text] = []
    with (
        collection.terms.open("w", encoding="utf-8", newline="\n", errors="replace") as term_lines,
        collection.places.open("w", encoding="ascii", newline="\n") as place_lines,
    ):
        for article in _read(collection):
            articles += 1
            languages[article.language] += 1
            for passage, own in _passages(article):
                term_lines.write(f"{' '.join(own)}\n")
                place_lines.write(f"{json.dumps([article.id, passage.start])}\n")
                passages += 1
                total += len(own)
                words.update(own)
                # Each passage is equally likely to be in the sample; see Vitter, "Random Sampling
                # with a Reservoir" (1985).
                slot = len(sample) if passages <= MOST_QUESTIONS else rng.randrange(passages)
                if slot < MOST_QUESTIONS:
                    text = article.text[passage.start : passage.end]
                    sample[slot : slot + 1] = [(text, article.language)]
    if not passages:
        raise BenchError("The articles have no passage to ask about")
    [(language, _)] = languages.most_common(1)
    questions = _choose_questions([(text, language) for text in given], sample, rng)
    return Contents(articles, passages, total, len(words)), questions


def _read(collection: BenchCollection) -> Iterator[Article]:
    """Yield the articles as they are indexed, in order."""
    for file in list_folder(collection.articles):
        assert isinstance(file, ListedFile)
        for item in read_file(Path(file.path), collection.articles, Metadata()):
            assert isinstance(item, Article)
            yield item


def _passages(article: Article) -> Iterator[tuple[Passage, list[str]]]:
    """Yield each passage with its terms, after those of title and heading."""
    bags = bag_article(article).terms()
    for passage, heading, own in zip(bags.passages, bags.headings, bags.own, strict=True):
        yield passage, [*bags.title, *heading, *own]


def _choose_questions(
    given: Sequence[Text], sample: Sequence[Text], rng: random.Random
) -> list[Question]:
    some = rng.sample(given, min(len(given), MOST_QUESTIONS // 2))
    questions = [_question(*text) for text in some]
    questions += [_question_about(*text, rng) for text in rng.sample(sample, len(sample))]
    questions = [question for question in questions if question.terms][:MOST_QUESTIONS]
    if not questions:
        raise BenchError("The articles have no words to ask for")
    rng.shuffle(questions)
    return questions


def _question_about(text: str, language: str | None, rng: random.Random) -> Question:
    """Return a question of some words from a sentence of *text*."""
    span = rng.choice(sentences(text, 0, len(text), language))
    words = list(tokens(text[span.start : span.end], language))
    size = min(len(words), rng.randint(*_QUESTION_WORDS))
    places = sorted(rng.sample(range(len(words)), size))
    parts = (text[span.start :][words[n].start : words[n].end] for n in places)
    return _question(f"{' '.join(parts)}?", language)


def _question(text: str, language: str | None) -> Question:
    return Question(text, list(dict.fromkeys(terms(text, language))))
