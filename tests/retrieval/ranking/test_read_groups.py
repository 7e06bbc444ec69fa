"""What a reader does to a ranking: the order, the sentence, the words to mark, the confidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.library import Library
from retrieval.ranking.read_groups import READ
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.readers import WordReader, installed, write_reader

QUESTION = "When does the ferry at Altena sail?"
ENGLISH = frozenset({"en"})


def ferry(name: str, text: str, language: str = "en", published: str = "2026-03-04") -> Article:
    metadata = Metadata(language=language, published=published)
    return make_article(name, f"News of the town\n\n{text}", metadata)


ARTICLES = (
    ferry("times", "The ferry at Altena does sail when the mayor says that it does sail."),
    ferry("notes", "At the pier the boats for Lindow wait. The ferry at Altena leaves at dawn."),
    ferry("shops", "The shops of Altena close early."),
)


def read_with(reader: WordReader | None, articles: tuple[Article, ...] = ARTICLES) -> Library:
    return Library.of(articles, reader=reader)


def found(library: Library, question: str = QUESTION) -> list[str]:
    return [hit.passage.article for hit in library.rank(question).hits]


def test_what_answers_for_the_reader_comes_first_and_its_confidence_follows() -> None:
    plain, read = read_with(None), read_with(WordReader("leaves at dawn"))
    unsure = read_with(WordReader("borscht"))

    assert found(plain)[0] == "times"
    assert found(read)[0] == "notes"
    assert found(read)[0] == read.ask(QUESTION).excerpts[0].article.id
    assert read.rank(QUESTION).confidence > unsure.rank(QUESTION).confidence
    assert read.rank(QUESTION).features["reading"] == 6.0


def test_scores_are_in_the_order_of_the_hits() -> None:
    scores = [hit.score for hit in read_with(WordReader("leaves at dawn")).rank(QUESTION).hits]

    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("question", [QUESTION, "What closes early?", "Who cooks borscht?"])
@pytest.mark.parametrize(
    "reader", [WordReader("dawn", frozenset()), WordReader("dawn", frozenset({"de", "ru"}))]
)
def test_a_reader_that_does_not_know_the_language_changes_nothing(
    question: str, reader: WordReader
) -> None:
    plain, read = read_with(None), read_with(reader)

    assert read.ask(question) == plain.ask(question)
    assert read.rank(question).hits == plain.rank(question).hits
    assert not reader.read_passages


def test_where_the_best_passage_is_of_a_language_that_it_does_not_know_nothing_is_read() -> None:
    articles = (replace(ARTICLES[0], language="de"), *ARTICLES[1:])
    reader = WordReader("leaves at dawn", ENGLISH)
    plain, read = read_with(None, articles), read_with(reader, articles)

    assert plain.rank(QUESTION).hits[0].article.language == "de"
    assert read.ask(QUESTION) == plain.ask(QUESTION)
    assert not reader.read_passages


def test_a_passage_of_another_language_follows_what_was_read() -> None:
    other = ferry("blatt", "Die Fahrt nach Altena: ferry!", "de")
    reader = WordReader("leaves at dawn", ENGLISH)
    library = read_with(reader, (other, *ARTICLES))

    assert "blatt" in found(library)[len(reader.read_passages) :]
    assert not any("Fahrt" in passage.text for passage in reader.read_passages)


def test_the_best_of_many_are_read_and_copies_once() -> None:
    many = tuple(
        ferry(f"a{n}", f"The ferry at Altena has {n} {word}s.")
        for n, word in enumerate(
            ["lamp", "seat", "door", "boat", "flag", "drum", "horn", "bell", "sail", "mast"]
        )
    )
    reader = WordReader("lamps")
    library = read_with(reader, (*many, replace(many[0], id="copy")))
    ranking = library.rank(QUESTION)

    assert len(reader.read_passages) == len(set(reader.read_passages)) == READ
    assert len(ranking.hits) == 11


def test_the_reader_is_told_title_heading_and_date() -> None:
    reader = WordReader("dawn")
    article = make_article(
        "a.md", "# Boats\n\n## Times\n\nThe ferry sails at dawn.", Metadata(published="2026-03-04")
    )
    read_with(reader, (replace(article, language="en"),)).rank(QUESTION)

    [passage] = reader.read_passages
    assert passage.text == article.text[passage.start :][: len(passage.text)]
    assert passage.context.endswith("2026-03-04.")
    assert article.title in passage.context


FILLER = "The river stood at the third step of the old stairs beside the mill all night. "


def test_the_sentence_that_the_reader_points_to_is_shown_and_its_words_are_marked() -> None:
    text = f"The ferry at Altena does sail, people hope. {FILLER * 8}It leaves the pier at dawn."
    article = ferry("a", text)
    plain, read = read_with(None, (article,)), read_with(WordReader("at dawn"), (article,))

    assert "dawn" not in plain.ask(QUESTION).excerpts[0].text
    excerpt = read.ask(QUESTION).excerpts[0]
    assert excerpt.text.endswith("It leaves the pier at dawn.")
    assert "at dawn" in [article.slice(mark) for mark in excerpt.highlights]
    assert excerpt.reading
    assert excerpt.reading.answer == excerpt.highlights[-1]


def test_words_of_a_passage_that_rather_does_not_answer_are_not_marked() -> None:
    excerpt = read_with(WordReader("borscht")).rank(QUESTION).hits[0]

    assert excerpt.reading
    assert excerpt.reading.answer is None


def test_what_fails_a_requirement_is_no_answer_however_sure_the_reader_is() -> None:
    sure = WordReader("at dawn")
    library = read_with(sure, (ferry("a", "The ferry at Altena leaves at dawn for Lindow."),))

    assert library.ask("When does the ferry at Altena leave?").answered
    refused = library.ask("When does the ferry at Kherson leave?")
    assert not refused.answered
    assert refused.confidence < 0.5


def test_the_latest_is_the_newest_of_what_answers_for_the_reader() -> None:
    old = ferry("old", "The ferry at Altena leaves at dawn for Lindow.", published="2024-01-08")
    new = ferry("new", "The ferry at Altena now leaves at dawn, too.", published="2024-05-03")
    newest = ferry("newest", "The ferry at Altena was painted.", published="2024-06-03")
    library = read_with(WordReader("at dawn"), (old, new, newest))

    assert library.ask("latest on the ferry at Altena").excerpts[0].article.id == "new"


def test_what_people_said_is_answered_without_reading() -> None:
    reader = WordReader("ferry")
    said = ferry("a", "“The ferry is late,” said Jonas Wirth, the mayor of Altena.")
    answer = read_with(reader, (said,)).ask("What did Jonas Wirth say about the ferry?")

    assert answer.answered
    assert not reader.read_passages


WORTH = {"the": -0.5, "leaves": 6.0, "at": 2.0, "dawn": 6.0, "ferry": 0.0}


def write_articles(folder: Path) -> Path:
    folder.mkdir()
    for article in ARTICLES:
        text = f"{article.title}\n\n{article.text.partition(chr(10))[2].strip()}\n"
        (folder / f"{article.id}.txt").write_text(text)
    return folder


@installed
@pytest.mark.parametrize("engine", ["tantivy", "opensearch"])
def test_the_answer_is_the_same_in_memory_on_disk_and_in_a_cluster(
    engine: str, osmem_url: str, tmp_path: Path
) -> None:
    model = str(write_reader(tmp_path / "model", WORTH, settings={"languages": ["en"]}))
    folder = write_articles(tmp_path / "articles")
    memory = Library.open(folder, reader=model)
    cluster = ClusterSettings(osmem_url, shards=1, replicas=0)
    options = CollectionOptions(folder, tmp_path / "data", engine, cluster=cluster, reader=model)
    library = open_collection(options).library

    assert memory.ask(QUESTION).excerpts[0].article.id == "notes"
    assert memory.ask(QUESTION).excerpts[0].reading
    for question in (QUESTION, "What closes early?", "Who cooks borscht?"):
        here, there = memory.ask(question), library.ask(question)
        assert [e.text for e in here.excerpts] == [e.text for e in there.excerpts]
        assert [e.reading for e in here.excerpts] == [e.reading for e in there.excerpts]
        assert here.confidence == there.confidence


def test_a_library_with_a_reader_loads_it_before_the_first_question() -> None:
    class Loading(WordReader):
        loaded = 0

        def load(self) -> None:
            self.loaded += 1

    reader = Loading("dawn")
    library = read_with(reader)
    library.warm()

    assert library.waits
    assert reader.loaded == 1
