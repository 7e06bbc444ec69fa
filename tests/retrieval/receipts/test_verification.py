"""What receipts are worth once their articles have changed, moved or gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.articles.receipt_tokens import make_receipt
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.receipts.verification import (
    Changed,
    Forged,
    Moved,
    Removed,
    Renamed,
    Unknown,
    Verbatim,
    verify,
)
from retrieval.receipts.versions import Versions
from tests.support.articles import ARTICLE
from tests.support.bridge import (
    BOTH,
    FIRST,
    LAST,
    LATER,
    OTHER,
    SAID,
    Opens,
    in_memory,
    receipt_for,
    receipt_of,
    story,
)


@BOTH
def test_words_that_stand_there_are_verbatim(
    folder: Path, versions: Versions, opens: Opens
) -> None:
    collection = opens(folder, versions)
    verification = verify(receipt_for(collection), collection.library, versions)
    assert isinstance(verification, Verbatim)
    assert verification.words.text == SAID
    assert verification.words.article.slice(verification.words.around) == f"{SAID} {LAST}"
    assert verification.words.citation.paragraph == 2


@BOTH
def test_the_old_and_the_new_wording_are_shown(
    folder: Path, versions: Versions, opens: Opens
) -> None:
    collection = opens(folder, versions)
    made = receipt_for(collection)
    (folder / "bridge.txt").write_text(story(FIRST, f"{LATER} {LAST}", FIRST))
    assert collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Changed)
    assert verification.old
    assert verification.old.text == SAID
    assert verification.old.article.slice(verification.old.around) == f"{SAID} {LAST}"
    assert verification.new
    assert verification.new.text == LATER


@BOTH
@pytest.mark.parametrize("kept", [True, False])
def test_words_that_stand_elsewhere_now_have_moved(
    folder: Path, versions: Versions, opens: Opens, kept: bool
) -> None:
    collection = opens(folder, versions)
    made = receipt_for(collection)
    text = story(LAST, FIRST, f"{LAST} {SAID}")
    (folder / "bridge.txt").write_text(text)
    collection.sync()
    verification = verify(made, collection.library, versions if kept else None)
    assert isinstance(verification, Moved)
    assert verification.words.span.start == text.index(SAID)
    assert verification.words.text == SAID


def test_of_words_that_stand_there_twice_the_nearer_ones_are_taken(
    folder: Path, versions: Versions
) -> None:
    collection = InMemoryCollection(folder)
    article = collection.library.articles["bridge"]
    start = article.text.rindex(FIRST)
    made = make_receipt(article, start, start + len(FIRST))
    text = story("New.", FIRST, f"{SAID} {LAST}", FIRST)
    (folder / "bridge.txt").write_text(text)
    collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Moved)
    assert verification.words.span.start == text.rindex(FIRST)


def test_without_the_old_text_it_is_said_that_it_is_not_kept(
    folder: Path, versions: Versions
) -> None:
    collection = InMemoryCollection(folder)
    made = receipt_for(collection)
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Changed)
    assert (verification.old, verification.new) == (None, None)


def test_nothing_is_called_a_new_wording_that_is_not_like_the_old(
    folder: Path, versions: Versions
) -> None:
    collection = in_memory(folder, versions)
    made = receipt_for(collection)
    (folder / "bridge.txt").write_text(story(OTHER))
    collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Changed)
    assert verification.old
    assert verification.new is None


@BOTH
def test_of_a_removed_article_the_old_words_are_shown(
    folder: Path, versions: Versions, opens: Opens
) -> None:
    collection = opens(folder, versions)
    made = receipt_for(collection)
    (folder / "bridge.txt").unlink()
    collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Removed)
    assert verification.old
    assert verification.old.text == SAID


@BOTH
@pytest.mark.parametrize("kept", [True, False])
def test_words_of_an_article_that_goes_by_another_name_are_verbatim(
    folder: Path, versions: Versions, opens: Opens, kept: bool
) -> None:
    collection = opens(folder, versions)
    made = receipt_for(collection)
    (folder / "bridge.txt").rename(folder / "altena.txt")
    collection.sync()
    verification = verify(made, collection.library, versions if kept else None)
    assert isinstance(verification, Renamed)
    assert (verification.words.article.id, verification.words.text) == ("altena", SAID)
    assert verification.words.citation.paragraph == 2


def test_a_changed_article_is_not_taken_for_its_old_copy(folder: Path, versions: Versions) -> None:
    collection = in_memory(folder, versions)
    made = receipt_for(collection)
    (folder / "bridge.txt").rename(folder / "copy.txt")
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    assert isinstance(verify(made, collection.library, versions), Changed)


def test_an_article_that_was_never_here_is_unknown(folder: Path, versions: Versions) -> None:
    strange = replace(ARTICLE, id="strange", text=SAID)
    verification = verify(receipt_of(strange, SAID), InMemoryCollection(folder).library, versions)
    assert isinstance(verification, Unknown)


@pytest.mark.parametrize("kept", ["now", "then", "elsewhere"])
def test_a_receipt_of_other_words_than_stand_there_is_forged(
    folder: Path, versions: Versions, kept: str
) -> None:
    """Whoever makes one up knows how receipts are made, so that it can be read."""
    collection = in_memory(folder, versions)
    article = collection.library.articles["bridge"]
    lie = replace(article, text=article.text.replace("years", "weeks"))
    object.__setattr__(lie, "_sha256", article.sha256)
    made = receipt_of(lie, SAID.replace("years", "weeks"))
    if kept == "then":
        (folder / "bridge.txt").write_text(story(LATER))
        collection.sync()
    if kept == "elsewhere":
        (folder / "bridge.txt").rename(folder / "altena.txt")
        collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Forged)
    assert verification.receipt


@pytest.mark.parametrize("text", ["", "what is this?", "A" * 48, "r" * 400])
def test_a_text_without_a_receipt_is_forged(folder: Path, text: str) -> None:
    assert verify(text, InMemoryCollection(folder).library) == Forged()
