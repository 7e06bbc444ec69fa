"""The bot's own words in every language it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.i18n.languages import CATALOGUES, LANGUAGES, language, spoken
from bot.messages import strings
from bot.messages.markup import parse, units
from retrieval.query.notes import Note
from tests.support.paths import ROOT

KEYWORDS = {"N_": None, "Note": None, "Plural": (1, 2)}
OTHERS = [code for code in LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"\{\w+\}|</?\w+>|/[a-z_]{3,}")


def sentences() -> Iterator[str | tuple[str, str]]:
    """All that the bot may say; where it counts, for one and for many."""
    for folder in ("bot", "retrieval"):
        for _, _, message, _, _ in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            yield message if isinstance(message, str) else (message[0], message[1])


def test_the_documented_command_extracts_every_sentence() -> None:
    page = (ROOT / "docs/develop/contributing.md").read_text(encoding="utf-8")
    assert set(re.findall(r"-k (\S+)", page)) == {
        f"{name}:{','.join(map(str, places))}" if places else name
        for name, places in KEYWORDS.items()
    }


def catalogue(code: str) -> Catalog:
    return read_po(BytesIO((CATALOGUES / f"{code}.po").read_bytes()), locale=code)


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_is_there_in_every_language_and_no_other(code: str) -> None:
    known = {message.id for message in catalogue(code) if message.id}
    assert known == set(sentences())


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_says_all_that_the_sentence_says(code: str) -> None:
    of = catalogue(code)
    for message in of:
        if not message.id:
            continue
        assert not message.fuzzy
        said = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        assert len(said) == (of.num_plurals if message.pluralizable else 1)
        wanted = message.id if isinstance(message.id, str) else message.id[1]
        for one in said:
            assert one.strip(), wanted
            assert sorted(PLACEHOLDER.findall(one)) == sorted(PLACEHOLDER.findall(wanted)), one


@pytest.mark.parametrize("code", LANGUAGES)
def test_menus_and_descriptions_stay_inside_the_limits_of_telegram(code: str) -> None:
    say = language(code).say
    assert all(1 <= len(say(about)) <= 256 for about in strings.COMMANDS.values())
    assert len(say(strings.ABOUT)) <= 120
    assert len(say(strings.DESCRIPTION)) <= 512
    for page in (strings.HELP, strings.PRIVACY):
        assert units(parse(say(page))[0]) <= 4096


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("de-AT", "de"),
        ("UK", "uk"),
        ("pt-br", "en"),
        ("", "en"),
        (None, "en"),
        ("x", "en"),
    ],
)
def test_somebody_is_spoken_to_in_the_language_of_their_app(tag: str | None, code: str) -> None:
    assert spoken(tag).code == code


DATES = [
    ("en", "2022-11-09", "9 November 2022"),
    ("uk", "2022-11-09", "9 листопада 2022\u202fр."),
    ("ru", "2022-11", "ноябрь 2022\u202fг."),
    ("de", "2022-11-09", "9. November 2022"),
    ("es", "2022-11", "noviembre de 2022"),
    ("de", "2022", "2022"),
    ("de", "2022-02-31", "2022-02-31"),
    ("uk", "last week", "last week"),
]


@pytest.mark.parametrize(("code", "published", "written"), DATES)
def test_dates_are_written_as_the_language_writes_them(
    code: str, published: str, written: str
) -> None:
    assert language(code).date(published).replace("\xa0", "\u202f") == written


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("uk", ["1 стаття", "3 статті", "5 статей", "21 стаття"]),
        ("de", ["1 Artikel", "3 Artikel", "5 Artikel", "21 Artikel"]),
        ("es", ["1 artículo", "3 artículos", "5 artículos", "21 artículos"]),
    ],
)
def test_things_are_counted_as_the_language_counts(code: str, counted: list[str]) -> None:
    count = language(code).count
    said = [count(strings.ARTICLES, number) for number in (1, 3, 5, 21)]
    assert said == counted
    assert language("de").number(12_345) == "12.345"


def test_a_note_is_told_in_the_language_and_its_date_too() -> None:
    note = Note("Only from {since} to {until}.", dates={"since": "2022-11-09", "until": "2022-12"})
    assert language("en").note(note) == str(note) == "Only from 9 November 2022 to December 2022."
    told = language("de").note(note)
    assert "9. November 2022" in told
    assert "Dezember 2022" in told


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "The articles are in English and German."),
        ("de", "Die Artikel sind auf Deutsch und Englisch."),
        ("es", "Los artículos están en alemán e inglés."),
        ("ru", "Язык статей: английский и немецкий."),
    ],
)
def test_languages_are_listed_by_their_names_in_the_language(code: str, sentence: str) -> None:
    note = Note("The articles are in {languages}.", languages={"languages": ("de", "en")})
    assert spoken(code).note(note) == sentence
