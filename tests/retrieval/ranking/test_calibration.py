"""What a collection reaches by chance, judged by its own passages."""

from __future__ import annotations

import pytest

from retrieval.index.in_memory import InMemoryIndex
from retrieval.library import Library
from retrieval.ranking import calibration
from retrieval.ranking.near_duplicates import is_copy
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.sentences import sentences
from tests.support.paths import XQUAD


@pytest.fixture(scope="module")
def library() -> Library:
    """A sample of XQuAD, every two sentences an article."""
    articles = []
    for article in Library.open(XQUAD / "corpus.jsonl").articles.values():
        spans = sentences(article.text, 0, len(article.text), "en")
        for number in range(0, len(spans) - 1, 2):
            text = article.text[spans[number].start : spans[number + 1].end]
            articles.append(make_article(f"{article.id}-{number}", text, Metadata(language="en")))
    return Library.of(articles)


@pytest.fixture(scope="module")
def index(library: Library) -> InMemoryIndex:
    return InMemoryIndex(library.articles.values())


def test_a_collection_is_asked_the_same_questions_each_time(index: InMemoryIndex) -> None:
    questions = list(calibration.make_questions(index))
    assert len(questions) > 50
    assert questions == list(calibration.make_questions(index))
    assert len({own.number for own in questions}) > 0.9 * len(index.passages)


def test_its_questions_are_words_of_a_passage_in_their_order(index: InMemoryIndex) -> None:
    for own in calibration.make_questions(index):
        article = index.articles[index.article_of[own.number]]
        at = index.passages[own.number].start
        for word in own.text.split(" "):
            assert word in own.wording
            at = article.text.index(word, at, index.passages[own.number].end) + len(word)


def test_a_miss_is_of_another_article_and_says_something_else(
    library: Library, index: InMemoryIndex
) -> None:
    hits = library.rank("What did the Broncos win?").hits
    own = calibration.OwnQuestion("", "", "en", hits[0].number)
    missed = calibration.find_miss(own, hits, index)
    assert missed
    assert missed.passage.article != hits[0].passage.article
    assert not is_copy(own.number, missed.number, index)


@pytest.mark.parametrize(
    ("misses", "least", "most"),
    [
        ([0.0] * 100, 0, 0),
        ([n / 100 for n in range(100)], 0.9, 1.3),
        ([n / 100 for n in range(90)] + [9.0] * 10, 0.9, 1.4),  # other articles that say the same
        ([n / 100 - 5 for n in range(100)], -4.1, -3.7),
    ],
)
def test_few_misses_exceed_what_is_reached_by_chance(
    misses: list[float], least: float, most: float
) -> None:
    assert least <= calibration.READINGS["words"].reached_by_chance(misses) <= most


def test_the_misses_of_a_collection_count_as_much_as_the_model_lets_them() -> None:
    misses = [n / 100 for n in range(100)]
    own = calibration.MissReading(1.0, weight=1.0).reached_by_chance(misses)
    drawn = {
        weight: calibration.MissReading(1.0, weight).threshold(misses, usual=own + 2)
        for weight in (0.0, 0.5, 1.0)
    }
    assert drawn == pytest.approx({0.0: own + 2, 0.5: own + 1, 1.0: own})


def test_a_question_about_something_else_is_refused_and_one_of_its_own_answered(
    library: Library,
) -> None:
    questions = list(calibration.make_questions(InMemoryIndex(library.articles.values())))
    assert sum(library.ask(own.text).answered for own in questions) > 0.8 * len(questions)
    assert not library.ask("Which striker scored against Juventus in Turin?").answered


def test_too_few_articles_tell_nothing_of_chance(seeds: Library) -> None:
    assert list(calibration.find_misses(seeds.ranker)) == []
