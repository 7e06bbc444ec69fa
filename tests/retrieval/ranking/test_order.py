"""Filters, evidence and order, on a collection in plain sight."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest

from retrieval.library import Library
from retrieval.output import json_output, plain_text
from retrieval.query.intent import Intent
from retrieval.query.model import Alternative, Query, Word
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import has_kind
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.normalization import spaced

TEXTS = {
    "bugle": (
        "Bridge closes",
        "The old bridge at Altena was closed on Monday. Engineers had found cracks in its pillars.",
        Metadata(publisher="The Bugle", published="1997-07-08"),
    ),
    "herald": (
        "Bridge reopens",
        "The old bridge at Altena was opened again on Friday. It cost 3 million euros to repair.",
        Metadata(publisher="Herald", published="1999-05"),
    ),
    "post": (
        "Ferry sinks",
        "A ferry sank near Altena. The World Meteorological Centre (WMC) had warned of storms.",
        Metadata(publisher="Morning Post", published="2001"),
    ),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.of(
        make_article(name, f"{title}\n\n{text}", known)
        for name, (title, text, known) in TEXTS.items()
    )


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("old bridge Altena", ["bugle", "herald"]),
        ("old bridge Altena from:herald", ["herald"]),
        ('old bridge Altena from:"the bugle"', ["bugle"]),
        ("old bridge Altena since:1999", ["herald"]),
        ("old bridge Altena until:1997-12", ["bugle"]),
        ('Altena "closed on Monday"', ["bugle"]),
        ('Altena "Closed  ON monday"', ["bugle"]),
        ("old bridge Altena -cracks", ["herald"]),
        ("old bridge Altena from:nobody", []),
        ('old bridge Altena "monday closed"', []),
    ],
)
def test_filters_let_through_only_what_they_name(
    library: Library, question: str, articles: list[str]
) -> None:
    shown = [e.article.id for e in library.build_excerpts(library.rank(question))]
    assert sorted(id_ for id_ in shown if id_ != "post") == articles


def test_an_answer_says_what_filtered_it(library: Library) -> None:
    assert [*map(str, library.ask("old bridge Altena from:herald").notes)] == ["Only from Herald."]


def test_a_corrected_word_is_told(library: Library) -> None:
    answer = library.ask("Engineers in Altenna")
    assert [*map(str, answer.notes)] == ["Showing “Altena” for “Altenna”."]


def test_the_latest_is_preferred_when_it_is_asked_for(library: Library) -> None:
    assert library.ask("latest on the old bridge at Altena").excerpts[0].article.id == "herald"


def test_an_acronym_finds_its_full_name_and_marks_it(library: Library) -> None:
    best = library.ask("What did the WMC warn of?").excerpts[0]
    assert {"WMC", "World", "Centre"} <= {best.article.slice(mark) for mark in best.highlights}


def weights_of(*words: Word) -> QuestionWeights:
    return QuestionWeights(
        Query("", None, words), lambda term: float(len(term)), lambda term: term != "gone"
    )


@pytest.mark.parametrize(
    ("present", "share"),
    [
        ({"aa", "bb"}, 1.0),
        ({"aa"}, 0.5),
        ({"cc"}, 0.25),
        ({"cc", "aa"}, 0.75),
        ({"bb", "cc"}, 0.5),
        (set(), 0.0),
    ],
)
def test_a_word_counts_at_its_best(present: set[str], share: float) -> None:
    words = (
        Word("aa", "aa", False),
        Word("bb", "bb", False, alternatives=(Alternative(("cc",), 0.5),)),
    )
    assert weights_of(*words).share(present) == pytest.approx(share)


def test_a_word_that_only_shapes_the_question_is_not_missed_where_no_article_has_it() -> None:
    assert (
        weights_of(Word("aa", "aa", False), Word("gone", "gone", False, 0.2)).share({"aa"}) == 1.0
    )
    assert weights_of(Word("aa", "aa", False), Word("gone", "gone", False)).share({"aa"}) < 0.5


@pytest.mark.parametrize(
    ("sequence", "adjacent", "near"),
    [
        (["aa", "bb"], 1.0, 1.0),
        (["aa", "x", "bb"], 0.0, 0.5),
        (["bb", "aa"], 0.0, 1 / 1.5),
        (["aa", "x"], 0.0, 0.0),
    ],
)
def test_neighbours_in_the_question_are_best_as_neighbours(
    sequence: list[str], adjacent: float, near: float
) -> None:
    words = weights_of(Word("aa", "aa", False), Word("bb", "bb", False))
    assert words.nearness(sequence) == pytest.approx((adjacent, near))


@pytest.mark.parametrize(
    ("word", "text", "share"),
    [
        ("Brücke", "Die Brücke ist zu.", 1.0),
        ("Brücke", "Die Autobahnbrücken sind zu.", 3 / 5),  # rück, ücke and brüc, no edges
        ("Autobahnbrücke", "Eine Brücke", 4 / 13),
        ("ja", "ja, so ist es", 1.0),  # shorter than a piece: as a word
        ("ja", "jahrelang", 0.0),
        ("Kherson's", "in Kherson’s port", 1.0),
        ("rain", "snow", 0.0),
    ],
)
def test_what_stems_leave_apart_meets_by_its_letters(word: str, text: str, share: float) -> None:
    assert weights_of(Word(word, word, False)).letters(spaced(text)) == pytest.approx(share)


# Repeats

ROSE = "The Lenne rose by four metres on Monday night and tore away the old bridge at Altena."
REWORKED = "On Monday night the Lenne rose by four metres, tearing away the old bridge at Altena, it was said."
OTHER_FIGURE = (
    "The Lenne rose by six metres on Monday night and tore away the old bridge at Altena."
)
OWN_WORDS = (
    "Altena's old bridge has gone: a flood of four metres took it, a witness told our reporter."
)
QUESTION = "What tore away the old bridge at Altena?"


def told(question: str, **texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The articles of the excerpts, each with those that tell the same; titles say nothing."""
    library = Library.of(
        make_article(name, f"{name.title()}\n\n{text}", Metadata()) for name, text in texts.items()
    )
    excerpts = library.build_excerpts(library.rank(question))
    return [(e.article.id, tuple(other.id for other in e.also)) for e in excerpts]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (ROSE, [("bugle", ("herald",))]),
        (REWORKED, [("bugle", ("herald",))]),
        (OTHER_FIGURE, [("bugle", ()), ("herald", ())]),
        (OWN_WORDS, [("bugle", ()), ("herald", ())]),
    ],
)
def test_a_repeat_by_another_publisher_is_told_and_another_report_is_shown(
    second: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert told(QUESTION, bugle=ROSE, herald=second) == expected


def test_an_article_that_repeats_itself_is_no_other_source() -> None:
    assert told(QUESTION, bugle=f"{ROSE} {REWORKED}") == [("bugle", ())]


@pytest.mark.parametrize("times", [2, 30])
def test_a_second_source_is_not_crowded_out_by_the_repeats_of_the_first(times: int) -> None:
    posts = "\n\n".join(
        f"{ROSE} Post {name} of our live blog has all that is known of the flood tonight. "
        + " ".join(f"{name}{word}" for word in ("alpha", "beta", "gamma") * 20)
        for name in ["".join(pair) for pair in product("abcdef", repeat=2)][:times]
    )
    shown = told(QUESTION, bugle=posts, herald=OWN_WORDS + " It rained. " * 30)
    assert shown == [("bugle", ()), ("herald", ())]


def test_other_articles_that_tell_the_same_are_named_once() -> None:
    copies = dict.fromkeys(("herald", "post", "mail", "echo", "star"), f"{ROSE} {REWORKED}")
    library = Library.of(
        make_article(name, f"{name.title()}\n\n{text}", Metadata(published="1997-07-08"))
        for name, text in {"bugle": ROSE, **copies}.items()
    )
    [excerpt] = library.ask(QUESTION).excerpts
    others = [article.id for article in excerpt.also]
    assert sorted([excerpt.article.id, *others]) == sorted(["bugle", *copies])
    drawn = plain_text.format_answer(library.ask(QUESTION))
    assert re.search(r"^Also in: (\w+, 8 July 1997; ){3}and 2 more$", drawn, re.MULTILINE)
    [exported] = json.loads(json.dumps(json_output.export_answer(library.ask(QUESTION))))[
        "excerpts"
    ]
    assert [other["article"] for other in exported["also"]] == others


def test_a_filter_shows_no_passage_twice_though_looking_deeper_changes_the_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wire = [
        make_article(str(n), f"Bridge {n}\n\nThe bridge {'creaked ' * n}on Monday.", Metadata())
        for n in range(8)
    ]
    library = Library.of(wire)
    search = library.index.engine.search
    monkeypatch.setattr(library.index.engine, "search", lambda q, k, *_: search(q, k)[::-1])
    hits = library.rank("bridge -swan", 3).hits
    assert len({hit.number for hit in hits}) == len(hits) == 3
    hits = library.rank("bridge -creaked", 3).hits
    assert [hit.passage.article for hit in hits] == ["0"]


@pytest.mark.parametrize(
    ("kind", "sentence", "has"),
    [
        ("when", "The war ended in 1945.", True),
        ("when", "It ended on 8 May.", True),
        ("when", "Er endete am 8. Mai.", True),
        ("when", "Она закончилась 9 мая.", True),
        ("when", "It stopped last night.", True),
        ("when", "It began two weeks ago.", True),
        ("when", "They serve for one year.", False),
        ("when", "All men aged 18-30 serve.", False),
        ("when", "It cost 1,945 pounds.", False),
        ("how-old", "Ada Park, 61, lives there.", True),
        ("how-old", "The 61-year-old lives there.", True),
        ("how-old", "All men aged 18-30 serve.", True),
        ("how-old", "Residents young and old came.", False),
        ("how-old", "61 people came.", False),
        ("how-many", "61 people came.", True),
        ("how-many", "People came.", False),
        ("said", "“We saw it,” she said.", True),
        ("said", "She said they saw it.", False),
        ("where", "It rained.", True),
    ],
)
def test_a_sentence_has_the_kind_of_thing_asked_for(kind: Intent, sentence: str, has: bool) -> None:
    assert has_kind(sentence, 0, len(sentence), kind) is has
