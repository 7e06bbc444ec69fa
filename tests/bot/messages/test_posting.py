"""A section as messages, and the quote that Telegram takes out of one of them."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.markup import units
from bot.messages.posting import MAX_MESSAGES, as_shown, posts, quote_in
from bot.simulator.conversations import Conversation, Step
from bot.simulator.wire import JSON, Call, RefusedError, Telegram
from retrieval.articles import Article, Section, Span
from retrieval.library import Library
from tests.support.oracles import accepts_quote, cleaned_by_telegram, faults


def article(paragraphs: list[str], heading: str = "A heading") -> tuple[Article, list[Span]]:
    text, spans = f"{heading}\n\n", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n    "
    section = Section(Span(0, len(heading)), tuple(spans))
    about = dict.fromkeys(["publisher", "author", "published", "dated_by", "url", "language"])
    return Article(id="a", title="T", text=text, sections=(section,), skipped=(), **about), spans  # type: ignore[arg-type]


sentence = st.text("ab 😀\u200e\u200f\r\t\u2028é\u030a", min_size=1, max_size=30).map(
    lambda words: f"X{words}y."
)
paragraph = st.tuples(st.lists(sentence, min_size=1, max_size=4).map(" ".join), st.integers(1, 300))


@given(st.lists(paragraph, min_size=1, max_size=6), st.data())
def test_telegram_finds_every_excerpt_in_the_message_that_holds_it(
    told: list[tuple[str, int]], data: st.DataObject
) -> None:
    of, spans = article([" ".join([words] * times) for words, times in told])
    start = data.draw(st.integers(spans[0].start, spans[-1].end - 1))
    end = data.draw(st.integers(start + 1, min(start + 600, spans[-1].end)))
    words = re.search(r"\w(.*\w)?", of.text[start:end], re.DOTALL)
    if not words:  # an excerpt has some
        return
    start, end = start + words.start(), start + words.end()
    made = posts(of, Span(start, end))
    assert len(made.texts) <= MAX_MESSAGES
    assert made.of >= made.first + len(made.texts) - 1
    for text in made.texts:
        assert 0 < units(text) <= 4096
    holding = made.texts[made.holding]
    assert holding[made.before :].startswith(of.text[start:end])
    shown = cleaned_by_telegram(holding).strip()
    quote = quote_in(shown, holding[: made.before], of.text[start:end])
    assert quote
    assert accepts_quote(shown, quote.text, quote.position)


def test_a_section_is_posted_whole_and_as_it_stands() -> None:
    of, spans = article(["One two.", "Three.", "Four."])
    made = posts(of, Span(spans[1].start, spans[2].end))
    assert made.texts == ("A heading\n\nOne two.\n\nThree.\n\n    Four.",)
    assert (made.first, made.of) == (1, 1)


def test_of_a_long_section_the_parts_around_the_excerpt_are_posted() -> None:
    of, spans = article([f"{n} " + "x" * 4000 for n in range(9)])
    made = posts(of, Span(spans[5].start, spans[5].start + 9))
    assert [text[:1] for text in made.texts] == ["4", "5", "6"]
    assert (made.first, made.of, made.holding) == (5, 9, 1)


def test_a_long_paragraph_is_cut_between_sentences_and_not_in_the_excerpt() -> None:
    of, _ = article(["This is a sentence of some words. " * 400])
    start = of.text.index("This", 3900)
    made = posts(of, Span(start, start + 340))
    assert all(text.endswith(".") for text in made.texts)
    assert of.text[start : start + 340] in made.texts[made.holding]


@given(st.text(st.characters(blacklist_characters="*_`~|[]()\\>", blacklist_categories=["Cs"])))
def test_a_message_is_kept_as_telegram_keeps_it(text: str) -> None:
    assert as_shown(text).strip() == cleaned_by_telegram(text).strip()


def tapped(library: Library, telegram: type[Telegram] = Telegram) -> list[Call]:
    async def talk() -> list[Call]:
        conversation = Conversation(library)
        wire = conversation.telegram
        wire.__class__ = telegram
        await conversation.open()
        await conversation.perform(Step("message", "what did the WHO say about winter?"))
        await conversation.perform(Step("tap", "Show in article"))
        await conversation.close()
        return wire.calls

    return asyncio.run(talk())


class Refusing(Telegram):
    """As Telegram would be if it found no quote."""

    def _send(self, params: JSON) -> JSON:
        if "quote" in params.get("reply_parameters", {}):
            raise RefusedError(400, "Bad Request: QUOTE_TEXT_INVALID")
        return super()._send(params)


class Rewriting(Telegram):
    """As Telegram would be if it changed the words of a message."""

    def _send(self, params: JSON) -> JSON:
        return super()._send({**params, "text": params["text"].replace("winter", "summer")})


@pytest.mark.parametrize("telegram", [Refusing, Rewriting])
def test_where_telegram_confirms_nothing_the_bot_says_so(
    seeds: Library, telegram: type[Telegram]
) -> None:
    *_, last = tapped(seeds, telegram)
    assert "quote" not in last.params["reply_parameters"]
    assert "Telegram has not confirmed" in last.params["text"]


def test_one_changed_character_is_no_quote(seeds: Library) -> None:
    *before, last = tapped(seeds)
    [text] = [call.params["text"] for call in before if "disable_notification" in call.params]
    reply = last.params["reply_parameters"]
    articles = seeds.articles.values()
    assert faults(last, articles, before) == []
    assert "Telegram has not" not in last.params["text"]
    for at in range(0, len(reply["quote"]), 7):
        wrong = reply["quote"][:at] + "¤" + reply["quote"][at + 1 :]
        assert not accepts_quote(text, wrong, reply["quote_position"])
        params = {**last.params, "reply_parameters": {**reply, "quote": wrong}}
        assert faults(replace(last, params=params), articles, before)
    elsewhere = {**last.params, "reply_parameters": {**reply, "quote_position": 3}}
    assert faults(replace(last, params=elsewhere), articles, before)


def test_the_wire_refuses_a_quote_as_telegram_does(seeds: Library) -> None:
    class Changing(Telegram):
        def _send(self, params: JSON) -> JSON:
            reply = params.get("reply_parameters", {})
            if "quote" in reply:
                quote = re.sub("winter", "Winter", reply["quote"])
                return super()._send({**params, "reply_parameters": {**reply, "quote": quote}})
            return super()._send(params)

    *_, last = tapped(seeds, Changing)
    assert "Telegram has not confirmed" in last.params["text"]
