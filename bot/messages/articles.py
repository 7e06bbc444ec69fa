"""The articles themselves as messages: the list of them, and each in parts to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from telegram import InlineKeyboardButton
from telegram.constants import MessageLimit

from bot.i18n.languages import Language
from bot.messages.answers import (
    Page,
    clip,
    dated,
    escape,
    keyboard,
    linked,
    marked,
    read_as,
    turning,
)
from bot.messages.buttons import Action, List, Open, Shown, Tap, key_of
from bot.messages.markup import units
from bot.messages.parts import Block, part_with, parts
from retrieval.answers.text_fragments import at_words
from retrieval.articles import Article, Span
from retrieval.library import Library

ON_A_PAGE = 8
"""Articles of the list: their titles fit the buttons of a small screen."""


def listing(library: Library, page: int, language: Language) -> Page:
    """
    A page of the list of articles, from 0, each with a button that opens it.

    A page past the last shows the last: there may have been more articles.
    """
    count = len(library.articles)
    pages = max(1, -(-count // ON_A_PAGE))
    page = min(page, pages - 1)
    first = page * ON_A_PAGE
    # Only those of the page are read: a collection on disk may have very many.
    ids = list(islice(library.articles, first, first + ON_A_PAGE))
    shown = [library.articles[id_] for id_ in ids]
    head = language.count(
        "I answer from {number} article:", "I answer from {number} articles:", count
    )
    for described in (_described, _named):
        blocks = [
            f"{number}. {described(article, language)}"
            for number, article in enumerate(shown, first + 1)
        ]
        text = "\n\n".join([head, *blocks])
        # Telegram counts the parsed text; this is longer, so what fits here fits there.
        if units(text) <= MessageLimit.MAX_TEXT_LENGTH:
            break
    buttons = [
        InlineKeyboardButton(str(number), callback_data=Open(key_of(id_), 0, language.code).data)
        for number, id_ in enumerate(ids, first + 1)
    ]
    rows = [buttons[:4], buttons[4:]]
    turn = [(n, List(n, language.code).data) for n in (page - 1, page + 1)]
    return Page(text, keyboard(*rows, turning(page, pages, turn)))


def opened(
    article: Article,
    number: int,
    language: Language,
    part: int | None = None,
    *,
    words: Span | None = None,
    back: Shown | None = None,
    asked: str | None = None,
) -> Page:
    """
    A part of *article*, from 0; without one that which holds *words*, or the first.

    Args:
        number: Its place in the list of articles, from 0.
        words: Some of its text, to be marked.
        back: The excerpt that it was opened from.
        asked: The question that it answers, where that was read together with another.
    """
    found = parts(article)
    at = words.start if words else 0
    part = part_with(found, at) if part is None else min(part, len(found) - 1)
    key = key_of(article.id)
    head = f"<b>{escape(clip(article.title, 160))}</b>"
    body = _body(article, found[part], [words] if words else [])
    reading = [read_as(asked, language)] if asked else []
    text = "\n\n".join(["\n".join([*reading, head, *_about(article, language)]), *body])
    turn = [(n, Open(key, n, language.code, back).data) for n in (part - 1, part + 1)]
    rows = [turning(part, len(found), turn), []]
    if url := linked(article.url):
        target = at_words(url, article.text, *words) if words else url
        rows[1].append(InlineKeyboardButton(language.say("Publisher’s page"), url=target))
    if back:
        label = language.say("Back to the answer")
        rows[1].append(InlineKeyboardButton(label, callback_data=Tap(Action.PAGE, back).data))
    else:
        listed = List(number // ON_A_PAGE, language.code)
        label = language.say("All articles")
        rows[1].append(InlineKeyboardButton(label, callback_data=listed.data))
    return Page(text, keyboard(*rows))


def _body(article: Article, part: Sequence[Block], marks: Sequence[Span]) -> Iterator[str]:
    for block in part:
        if block.heading:
            yield f"<b>{escape(article.slice(block.span))}</b>"
        else:
            yield marked(article, block.span, marks)


def _described(article: Article, language: Language) -> str:
    headings = sum(section.heading is not None for section in article.sections)
    paragraphs = sum(len(section.paragraphs) for section in article.sections)
    size = [language.count("{number} section", "{number} sections", headings)] if headings else []
    size.append(language.count("{number} paragraph", "{number} paragraphs", paragraphs))
    title = f"<b>{escape(clip(article.title, 160))}</b>"
    return "\n".join([title, *_about(article, language), ", ".join(size)])


def _named(article: Article, _: Language) -> str:
    """Less than `_described`, where that of all has no room."""
    return f"<b>{escape(clip(article.title, 100))}</b>"


def _about(article: Article, language: Language) -> Iterator[str]:
    """Who published it and when, and what is to be known of this copy."""
    about = [escape(clip(name, 100)) for name in [article.author, article.publisher] if name]
    if article.published:
        about.append(escape(dated(article.published, article.dated_by, language)))
    if about:
        yield ", ".join(about)
    if article.note:
        yield f"<i>{escape(clip(article.note, 200))}</i>"
