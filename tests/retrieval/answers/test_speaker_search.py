"""Who is quoted in a collection, what they said, and whose words an excerpt is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.i18n.languages import language
from bot.messages import speakers
from bot.messages.markup import units
from retrieval.answers.records import Voice
from retrieval.cli import main
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.library import Library
from retrieval.ranking.evidence import EVIDENCE_WEIGHTS
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

FLOOD = """\
The old bridge at Altena fell in the night of the flood.

“We heard it go at three in the morning,” said Ada Park, who has lived beside the river for years.

“The bridge was 140 years old,” Jonas Wirth, the mayor of Altena, told reporters. “It will be rebuilt within the year.”

The district said that nobody was hurt when the bridge fell."""
FERRY = """\
A ferry takes commuters across the Lenne at Altena since Monday.

Mayor Jonas Wirth said: “The ferry costs nothing, and the bridge has to wait.”

The shop owners of Altena hope that visitors come back before the summer."""
OTHER = """\
“No ferry has ever paid for itself,” said Boris Wirth, a historian at the university, about the Lenne."""


def made(*told: tuple[str, str]) -> Library:
    return Library.of(
        make_article(f"a{n}", text, Metadata(published=date, language="en"))
        for n, (text, date) in enumerate(told)
    )


@pytest.fixture(params=["memory", "disk"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    if request.param == "memory":
        yield made((FERRY, "2021-09"), (FLOOD, "2021-07-15"))
        return
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a0", FERRY), ("a1", FLOOD)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    about = '[[article]]\nfile = "{}.txt"\npublished = "{}"\n\n'
    told = about.format("a0", "2021-09") + about.format("a1", "2021-07-15")
    (folder / "articles.toml").write_text(told, encoding="utf-8")
    yield open_collection(CollectionOptions(folder, tmp_path / "data", "tantivy")).library


def test_speakers_are_listed_with_how_often_they_are_quoted(library: Library) -> None:
    told = [(one.name, one.quoted) for one in library.list_speakers() if one.quoted]
    assert told == [("Jonas Wirth", 3), ("Ada Park", 1)]


def test_the_words_of_a_speaker_come_oldest_first_and_are_exact(library: Library) -> None:
    found = library.find_quotations("Wirth").excerpts
    assert [one.text.partition(",")[0].rstrip(".") for one in found] == [
        "The bridge was 140 years old",
        "It will be rebuilt within the year",
        "The ferry costs nothing",
    ]
    for one in found:
        assert one.article.text[one.start : one.end] == one.text
        assert one.voice == Voice("Jonas Wirth", "quoted")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("wirth", 3),
        ("Mayor Wirth", 3),
        ("Jonas Wirth", 3),
        ("Wirth about the ferry", 1),
        ("Wirth ferry", 1),
        ("Wirth pensions", 0),
        ("Ada", 1),
        ("Merkel", 0),
        ("", 0),
    ],
)
def test_a_name_and_a_topic_say_whose_words_are_wanted(
    wanted: str, count: int, library: Library
) -> None:
    assert len(library.find_quotations(wanted).excerpts) == count


def test_two_people_of_one_family_name_are_told_apart() -> None:
    library = made((FERRY, "2021-09"), (FLOOD, "2021-07-15"), (OTHER, "2022"))
    assert {"Jonas Wirth", "Boris Wirth"} <= {one.name for one in library.list_speakers()}
    assert {one.speaker for one in library.find_quotations("Boris Wirth").excerpts} == {
        "Boris Wirth"
    }
    assert len(library.find_quotations("Wirth").speakers) == 2


def test_an_acronym_names_what_it_stands_for(seeds: Library) -> None:
    assert [one.name for one in seeds.find_quotations("WHO").speakers] == [
        "World Health Organisation"
    ]


OF_HIM = """\
The council met in Altena on Monday, and it rained.

“Jonas Wirth knows nothing about the bridge,” said Ada Park after the evening."""
HIS_OWN = """\
The council met in Altena on Monday, and it rained.

“The bridge is going to be built of stone,” said Jonas Wirth after a long evening with many other items."""


def test_own_words_about_a_topic_come_before_words_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = made((OF_HIM, "2021"), (HIS_OWN, "2021"))
    question = "What did Jonas Wirth say about the bridge?"
    assert library.rank(question).hits[0].passage.article == "a1"
    monkeypatch.setitem(
        EVIDENCE_WEIGHTS, "own", 0.0
    )  # what else is weighed prefers those of others
    assert library.rank(question).hits[0].passage.article == "a0"


@pytest.mark.parametrize(
    ("question", "possible"),
    [
        ("What did Jonas Wirth say?", True),
        ("What did Jonas Wirth say about it?", True),
        ("What did Jonas Wirth say about the bridge?", True),
        ("What did Jonas Wirth say about bridges and tunnels?", True),
        ("What did Jonas Wirth say about rebuilding?", True),
        ("What did Mayor Jonas Wirth say recently?", True),
        ("What did Jonas Wirth say in the interview?", True),
        ("What did Jonas Wirth say about pensions?", False),
        ("What did Jonas Wirth say about the shop owners?", True),
        ("What did Ada Park say about the shop owners?", False),
        ("What has Mayor Jonas Wirth announced regarding pensions?", False),
    ],
)
def test_what_somebody_says_of_something_else_is_no_answer(
    question: str, possible: bool, library: Library
) -> None:
    answer = library.ask(question)
    assert (answer.confidence > 0) == possible
    assert possible or not answer.answered


def test_a_word_that_stands_nowhere_is_told_where_somebody_is_asked_of_it(library: Library) -> None:
    why = library.ask("What did Jonas Wirth say about pensions?").no_answer
    assert why
    assert (why.reason, why.unknown_terms) == ("unknown-words", ("pensions",))


def test_in_a_compound_it_is_not_missed() -> None:
    text = "„Das Brückengeländer ist alt und rostig“, sagte Jonas Wirth am Montag in Altena."
    article = make_article("a", text, Metadata(language="de"))
    assert Library.of([article]).ask("Was sagte Jonas Wirth über die Brücke?").confidence > 0


def test_an_excerpt_names_everybody_whose_words_stand_there(seeds: Library) -> None:
    first = seeds.ask("what did the WHO say about winter?").excerpts[0]
    assert first.voices == (
        Voice("World Health Organisation", "reported"),
        Voice("Dr Hans Henri P Kluge", "quoted"),
    )


def test_the_words_of_the_reporter_are_nobodys(library: Library) -> None:
    first = library.ask("What do the shop owners of Altena hope for?").excerpts[0]
    assert first.voice is None


def test_the_command_lists_and_quotes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    of = ["--articles", str(tmp_path)]
    assert main(["said", *of]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "speaker\tquoted\treported",
        "Jonas Wirth\t2\t0",
    ]
    assert main(["said", "Park", *of, "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["speaker"], told["speech"]) == ("Ada Park", "quoted")
    assert main(["said", "Merkel", *of]) == 1
    assert capsys.readouterr().err == (
        "Nobody called Merkel is quoted; `cuttings said` lists who is.\n"
    )


def test_in_telegram_many_quotations_are_pages_that_fit_a_message() -> None:
    many = "\n\n".join(
        f"“The flood of {n} took {'our boats, ' * 30}and more,” said Ada Park." for n in range(40)
    )
    library = made((many, "2021"))
    page, seen = speakers.said(library.find_quotations("Park"), "Park", 0, language("en")), 0
    while True:
        assert units(page.text) <= 4096
        assert page.buttons
        labels = [button.text for button in page.buttons.inline_keyboard[0]]
        seen += 1
        if "▶" not in labels:
            break
        page = speakers.said(library.find_quotations("Park"), "Park", seen, language("en"))
    assert seen > 1
    assert speakers.said(library.find_quotations("Park"), "Park", 999, language("en")) == page
