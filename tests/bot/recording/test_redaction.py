"""What is replaced in updates and calls before they are written, and what stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.recording.redaction import Redactor
from bot.simulator.wire import BOT, JSON
from tests.support.paths import CONVERSATIONS, DATA

UPDATES = [
    json.loads(line)["update"]
    for line in (DATA / "telegram-updates.jsonl").read_text(encoding="utf-8").splitlines()
]
TOKEN = "123456789:" + "a-Secret_" * 4


def new_redactor(**more: Any) -> Redactor:
    return Redactor(999_888_777, "clippers_bot", TOKEN, **more)


def second_redactor() -> Redactor:
    """Return a redactor for what is redacted already, where the bot has its pseudonym."""
    return Redactor(BOT["id"], BOT["username"])


def marked(text: str, offset: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("what did the WHO say in 2022?", None),
        ("on 24.02.2022-25.02.2022, 2022-11-24 or 1914-1918", None),
        ("700 attacks, 1 000 000 people, 500,000-700,000 men, at 10:30", None),
        ("+38 (044) 123-45-67", "+15550100001"),
        ("044 123 45 67 is 044-123-45-67, not 123-45-68", "+15550100001 is +15550100001, not +15550100002"),
        ("my id7123456789", "my id+15550100001"),
        ("write to Ann.Lee@mail.example!", "write to person1@example.org!"),
        ("@clippers_bot and @ann_lee and @ANN_LEE", "@cuttings_bot and @user_1 and @user_1"),
        ("/ask@clippers_bot who?", "/ask@cuttings_bot who?"),
        ("join t.me/+AbCdEf-123, https://t.me/joinchat/XyZ", "join https://t.me/link_1, https://t.me/link_2"),
        ("https://t.me/clippers_bot?start=a1", "https://t.me/cuttings_bot?start=a1"),
        ("tg://user?id=7123456789", "https://t.me/link_1"),
        ("is https://u:p@site.example/a/b?token=x#y true?", "is https://site.example/a/b true?"),
        (f"use {TOKEN} now", "use [token] now"),
        ("12345678:" + "B" * 35, "[token]"),
    ],
)  # fmt: skip
def test_what_leads_to_somebody_is_replaced_and_other_words_stay(
    text: str, redacted: str | None
) -> None:
    result = new_redactor().redact_text(text)
    assert result == (redacted or text)
    assert second_redactor().redact_text(result) == result


def message(text: str, **more: object) -> JSON:
    person = {"id": 7123456789, "is_bot": False, "first_name": "Ann", "last_name": "Lee-Ito"}
    chat = {"id": -1001987654321, "type": "supergroup", "title": "Tea & Toast"}
    about = {"message_id": 4711, "date": 1_700_000_000, "chat": chat, "from": person}
    return {"update_id": 5, "message": {**about, "text": text, **more}}


def test_a_name_is_the_same_person_wherever_it_stands() -> None:
    redactor = new_redactor()
    update = redactor.redact_update(
        message("ann, LEE and Ito’s friend of tea & toast: 7123456789, Annex")
    )
    kept = update["message"]
    assert kept["from"]["first_name"] == "Person1"
    assert kept["from"]["last_name"] == "Person2 Person3"
    assert kept["chat"] == {"id": -1002, "type": "supergroup", "title": "Chat1"}
    assert kept["text"] == "Person1, Person2 and Person3’s friend of Chat1: 1001, Annex"
    assert redactor.redact_call({"chat_id": 7123456789, "text": "Hello Ann"}, {}) == {
        "chat_id": 1001,
        "text": "Hello Person1",
    }


def test_a_name_that_is_a_word_of_every_question_stays_in_it() -> None:
    update = message("What will I do?")
    update["message"]["from"] |= {"first_name": "What", "last_name": "I"}
    kept = new_redactor().redact_update(update)["message"]
    assert kept["text"] == "What will I do?"
    assert kept["from"]["first_name"] == "Person1"


def test_what_is_not_known_to_be_harmless_is_left_out() -> None:
    update = message(
        "hi", unheard_of="Ann", forward_origin={"type": "user"}, venue={"title": "Home"}
    )
    update["message"]["from"] |= {"bio": "x", "language_code": "not a language"}
    update["poll"] = {"question": "Ann?"}
    kept = new_redactor().redact_update(update)
    assert set(kept) == {"update_id", "message"}
    assert set(kept["message"]) == {"message_id", "date", "chat", "from", "text"}
    assert set(kept["message"]["from"]) == {"id", "is_bot", "first_name", "last_name"}


def test_what_the_bot_quotes_from_an_article_stays_word_for_word() -> None:
    redactor = new_redactor(is_public=lambda word: word in ("Ann", "Lee"))
    question = message("Who is Ann?")
    redactor.redact_update(question)
    answer = 'Ann Lee: <blockquote>Ann rang <b>+44 20 7946 0000</b></blockquote>Call Ann, <a href="https://news.example/20501234">Lee</a>'
    assert redactor.redact_call({"chat_id": 1, "parse_mode": "HTML", "text": answer}, question)[
        "text"
    ] == (
        # “Lee” is from an article; “Ann” is in the question, and may be an echo.
        'Person1 Lee: <blockquote>Ann rang <b>+44 20 7946 0000</b></blockquote>Call Person1, <a href="https://news.example/20501234">Lee</a>'
    )


WORDS = st.text(
    st.characters(codec="utf-16", exclude_categories=["Cs", "Nd", "No", "Nl"]), max_size=12
)
SECRETS = st.sampled_from(
    ["Zoë", "Qwyx", "@qwyx_z", "+380 44 123 45 67", "7123456789", "q@w.example", "t.me/+Qwyx", "😀", TOKEN]
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, SECRETS), min_size=1, max_size=8).map(" ".join)


@st.composite
def texts_with_entities(draw: st.DrawFn) -> tuple[str, list[JSON]]:
    """Draw words, some of them marked, some of them with surrogate pairs."""
    words = draw(st.lists(st.one_of(WORDS.filter(str.strip), SECRETS), min_size=1, max_size=8))
    text, entities = "", []
    for word in words:
        size = len(text.encode("utf-16-le")) // 2
        if draw(st.booleans()):
            length = len(word.encode("utf-16-le")) // 2
            entities.append({"type": "bold", "offset": size, "length": length})
        text += word + " 😀 "
    return text, entities


@settings(deadline=None, max_examples=60)
@given(texts_with_entities())
def test_entities_mark_the_same_words_once_these_are_replaced(
    given_text: tuple[str, list[JSON]],
) -> None:
    text, entities = given_text
    redactor = new_redactor()
    redactor.redact_update(named())
    new, marks = redactor.redact_marked(text, entities)
    assert [marked(new, m["offset"], m["length"]) for m in marks] == [
        redactor.redact_text(marked(text, e["offset"], e["length"])) for e in entities
    ]


def named() -> JSON:
    update = message("")
    update["message"]["from"] |= {"first_name": "Zoë Qwyx", "username": "qwyx_z"}
    return update


@settings(deadline=None, max_examples=60)
@example(["+380 44 123 45 67, 7123456789"])
@example(["+380 44 123 45 67 123456789:a-Secret_a-Secret_a-Secret_a-Secret_ 7123456789"])
@given(st.lists(TEXTS, max_size=5))
def test_redacting_twice_is_redacting_once(texts: list[str]) -> None:
    redactor, second = new_redactor(), second_redactor()
    for update in [named(), *map(message, texts)]:
        once = redactor.redact_update(update)
        assert second.redact_update(once) == once


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_no_name_and_no_number_survives(text: str) -> None:
    redactor = new_redactor()
    redactor.redact_update(named())
    kept = redactor.redact_update(message(text))["message"]["text"]
    for secret in ["Zoë", "Qwyx", "qwyx_z", "380", "7123456789", "w.example", TOKEN]:
        assert not re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", kept, re.IGNORECASE)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["message", "callback_query", "chat", "from", "id", "text", "entities", "offset", "length", "type", "date",
             "photo", "reply_markup", "inline_keyboard", "message_id", "username", "title", "first_name", "data", "user"]
        ),
        inner,
        max_size=6,
    ),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(["message", "callback_query", "inline_query"]), JSONS))
def test_no_update_makes_it_fail(update: JSON) -> None:
    redactor = new_redactor()
    json.dumps(redactor.redact_update(update))
    redactor.redact_call({"text": "x"}, update)


def _secrets(value: Any, key: str = "") -> Iterator[str]:
    """Yield the names, ids and numbers in an update."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _secrets(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _secrets(item, key)
    elif key in ("first_name", "last_name", "username", "title", "phone_number") or (
        key in ("id", "message_id", "update_id", "file_id") and len(str(value)) > 4
    ):
        yield str(value)


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _values(item)
    else:
        yield str(value)


def test_real_updates_lose_their_names_and_are_updates_still() -> None:
    redactor, second = new_redactor(), second_redactor()
    for update in UPDATES:
        kept = redactor.redact_update(update)
        assert Update.de_json(kept, None)
        words = " ".join(_values(kept))
        for secret in _secrets(update):
            assert not re.search(rf"\b{re.escape(secret)}\b", words)
        assert second.redact_update(kept) == kept


# What is committed

_NEVER = {
    "a token": r"\b\d{6,}:[A-Za-z0-9_-]{30,}",
    "an e-mail address": r"[\w.+-]+@(?!example\.org\b|[\w-]+\.example\b)[\w-]+\.\w+",
    "a phone number": r"\+(?!1555010\d)\d[\d ()-]{6,}",
    "an id": r"(?<![\d.])(?!1555010)\d{7,19}(?![\d.])",
    "the id of a file": r"\b(?:AgAC|BQAC|CAAC|CQAC|DQAC|AwAC|BAAC)[\w-]{10,}",
    "an invitation": r"t\.me/(?:\+|joinchat/)",
}
_PUBLISHED = {12345678, 123456789, 167784957, 167784956, 262181558630368727, 12345678901234}
"""Ids in telegram-updates.jsonl that its publishers made up or replaced."""


def _committed() -> Iterator[tuple[str, str]]:
    for path in sorted(CONVERSATIONS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        # The version of a collection may consist of digits only.
        yield path.name, re.sub(r"(:\w+:|^collection: '?)[0-9a-f]{8}\b", "", text, flags=re.M)
    for path in sorted(DATA.glob("*.jsonl")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'"\w*date": \d{10}\b', "", text)
        yield path.name, re.sub("|".join(rf"\b{id_}(?:_test)?\b" for id_ in _PUBLISHED), "", text)


def test_nothing_that_leads_to_somebody_is_committed() -> None:
    for name, text in _committed():
        for what, pattern in _NEVER.items():
            assert not re.search(pattern, text), f"{name} contains {what}"


@pytest.mark.parametrize(
    "leak",
    [TOKEN, "ann@mail.test", "+44 20 7946 0000", "chat_id: -1001987654321", "AgACAgIAAxkBAAIB", "t.me/+AbCd"],
)  # fmt: skip
def test_what_must_not_be_committed_is_recognized(leak: str) -> None:
    assert any(re.search(pattern, f"text: {leak}\n") for pattern in _NEVER.values())


def test_conversations_are_in_the_chats_of_the_fake() -> None:
    for path in CONVERSATIONS.glob("*.yaml"):
        chats = re.findall(r"chat_id: (-?\d+)", path.read_text(encoding="utf-8"))
        assert set(chats) <= {"1001", "-1002", "-1004"}, path.name
