"""Receipts in Telegram, once their articles have changed: what is shown, and that it fits a message."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.i18n.languages import LANGUAGES, language
from bot.messages.markup import parse, units
from bot.messages.receipts import receipt_page
from bot.simulator.wire import Call, Telegram
from retrieval.answers.cited_words import locate_words
from retrieval.articles import Article, Section, Span
from retrieval.articles.receipt_tokens import find_receipt, make_receipt, payload
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.receipts.verification import (
    Changed,
    Forged,
    Moved,
    Removed,
    Renamed,
    Unknown,
    Verbatim,
    Verification,
)
from retrieval.receipts.versions import Versions, versions_of
from tests.support.articles import ARTICLE
from tests.support.bot_process import TOKEN
from tests.support.bridge import FIRST, LAST, LATER, SAID, receipt_of, story, write_bridge
from tests.support.oracles import faults


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bridge(tmp_path / "articles")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def versions(folder: Path, data: Path) -> Versions:
    return versions_of(data, folder)


def answer(
    text: str, collection: InMemoryCollection, versions: Versions | None, *known: Article
) -> Call:
    """The one call that the bot makes of a message, which no oracle may object to."""
    telegram = Telegram()

    async def process() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        library = collection.library
        async with build(library, TOKEN, BotOptions(request=request, versions=versions)) as app:
            await app.process_update(Update.de_json(telegram.write(text), app.bot))

    asyncio.run(process())
    aside = ("getMe", "sendChatAction")
    [call] = [call for call in telegram.calls if call.method not in aside]
    assert faults(call, [*collection.library.articles.values(), *known]) == []
    return call


def test_the_old_and_the_new_wording_are_shown(folder: Path, versions: Versions) -> None:
    collection = InMemoryCollection(folder, versions=versions)
    before = collection.library.articles["bridge"]
    made = receipt_of(before, SAID)
    (folder / "bridge.txt").write_text(story(FIRST, f"{LATER} {LAST}"))
    collection.sync()
    for said in (f"/verify {made}", f"/start {payload(made)}", made):
        reply = answer(said, collection, versions, before).params["text"]
        assert reply == (
            "<b>Changed</b>: the article has changed since then, and no longer contains the words of the "
            f"receipt.\n\nIt said:\n<blockquote><b>{SAID}</b> {LAST}</blockquote>\n\nThe closest passage "
            f"now:\n<blockquote><b>{LATER}</b> {LAST}</blockquote>\nBridge to close\nparagraph 2"
        )


def test_of_a_removed_article_it_is_shown_what_it_said(folder: Path, versions: Versions) -> None:
    collection = InMemoryCollection(folder, versions=versions)
    before = collection.library.articles["bridge"]
    made = receipt_of(before, SAID)
    (folder / "bridge.txt").unlink()
    collection.sync()
    reply = answer(f"/verify {made}", collection, versions, before).params["text"]
    assert reply.startswith("<b>Removed</b>: ")
    assert f"It said:\n<blockquote><b>{SAID}</b>" in reply
    reply = answer(f"/verify {made}", collection, None).params["text"]
    assert reply.startswith("<b>Unknown</b>: ")


def test_of_a_renamed_article_it_is_said_what_it_is_called_now(
    folder: Path, versions: Versions
) -> None:
    collection = InMemoryCollection(folder, versions=versions)
    made = receipt_of(collection.library.articles["bridge"], SAID)
    (folder / "bridge.txt").rename(folder / "R&D.txt")
    collection.sync()
    for said in (f"/verify {made}", f"/start {payload(made)}", made):
        assert answer(said, collection, versions).params["text"] == (
            "<b>Verbatim</b>: the article is now called R&amp;D, and these words are in it, where the "
            f"receipt says.\n<blockquote><b>{SAID}</b> {LAST}</blockquote>\nBridge to close\nparagraph 2"
        )


def test_without_the_old_text_that_is_said(folder: Path) -> None:
    collection = InMemoryCollection(folder)
    made = receipt_of(collection.library.articles["bridge"], SAID)
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    reply = answer(f"/verify {made}", collection, None).params["text"]
    assert reply.endswith("The earlier text is not stored.")
    assert "<blockquote>" not in reply


TEXTS = st.text(st.sampled_from("a <&>𝒜\n😀é."), min_size=1, max_size=3_000)


@given(TEXTS, TEXTS, st.integers(0, 3_000), st.integers(1, 3_000), st.sampled_from([*LANGUAGES]))
def test_whatever_a_receipt_is_of_fits_a_message(
    before: str, now: str, start: int, length: int, code: str
) -> None:
    about = {"title": "<T> " * 100, "publisher": "P&" * 100, "author": "A " * 100, "url": None}
    old = replace(ARTICLE, text=before, sections=_whole(before), **about)  # type: ignore[arg-type]
    new = replace(ARTICLE, text=now, sections=_whole(now), **about)  # type: ignore[arg-type]
    spans = [
        Span(min(start, len(text) - 1), min(min(start, len(text) - 1) + length, len(text)))
        for text in (before, now)
    ]
    was, words = locate_words(old, spans[0]), locate_words(new, spans[1])
    found = find_receipt(make_receipt(new, *spans[1]))
    assert found
    verifications: list[Verification] = [
        Verbatim(found, words),
        Moved(found, words),
        Renamed(found, words),
        Changed(found, new, was, words),
        Changed(found, new, was, None),
        Changed(found, new, None, None),
        Removed(found, was),
        Removed(found, None),
        Unknown(found),
        Forged(),
        Forged(found),
    ]
    reply = [receipt_page(verification, language(code)).text for verification in verifications]
    assert (
        len(set(reply)) >= len(verifications) - 1
    )  # a receipt that moved nowhere is but another sentence
    for text in reply:
        assert 0 < units(parse(text)[0]) <= 4_096


def _whole(text: str) -> tuple[Section, ...]:
    """All of *text* under a long heading, as one paragraph."""
    return (Section(Span(0, len(text)), (Span(0, len(text)),)),)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_receipt_is_worth_is_the_first_word(code: str) -> None:
    some = find_receipt(make_receipt(replace(ARTICLE, text="words"), 0, 5))
    assert some
    verifications: list[Verification] = [Forged(), Unknown(some), Removed(some, None)]
    heads = {
        receipt_page(verification, language(code)).text.partition("</b>")[0]
        for verification in verifications
    }
    assert len(heads) == 3
    assert all(head.startswith("<b>") for head in heads)
