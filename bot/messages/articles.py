"""Articles as messages: the list of them, and each of them in parts to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from telegram import InlineKeyboardButton
from telegram.constants import MessageLimit

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.answers import (
    Page,
    clip,
    dated,
    escape,
    keyboard,
    linkable,
    marked,
    paging,
    read_as,
)
from bot.messages.buttons import Action, List, ListName, Open, Shown, Tap, key_of
from bot.messages.markup import units
from bot.messages.parts import ArticleBlock, part_with, parts
from retrieval.answers.text_fragments import link_to_words
from retrieval.articles import Article, Span

ON_A_PAGE = 8
"""Articles on a page of the list: their buttons fit a small screen."""


@dataclass(frozen=True, slots=True)
class Opening:
    """
    Where an article is opened, and from where.

    Attributes:
        number: The place of the article in the list of articles, from 0.
        part: Which part to show, from 0; None for the one that holds `words`, or else the first.
        words: Some of the article's text, to be marked.
        back: The excerpt that the article was opened from.
        question: The question of `back`, if it was read together with an earlier one.
    """

    number: int = 0
    part: int | None = None
    words: Span | None = None
    back: Shown | None = None
    question: str | None = None


def article_list(
    articles: Mapping[str, Article], number: int, language: BotLanguage, topic: str = ""
) -> Page:
    """
    Return page *number*, from 0, of the list of *articles*, which are keyed by id; each has a button
    that opens it. Past the last, return the last page: there may have been more articles.

    Args:
        topic: What they are about; empty if these are all articles.
    """
    topic = escape(clip(topic, 100))
    if topic and not articles:
        return Page(language.say(strings.NO_ARTICLE_ABOUT, topic=topic))
    count = len(articles)
    pages = max(1, -(-count // ON_A_PAGE))
    number = min(number, pages - 1)
    first = number * ON_A_PAGE
    # Only those of the page are read: a collection on disk may have very many.
    ids = list(islice(articles, first, first + ON_A_PAGE))
    listed = [articles[id_] for id_ in ids]
    if topic:
        head = language.count(strings.ARTICLES_ABOUT, count, topic=topic)
    else:
        head = language.count(strings.ARTICLE_LIST, count)
    for described in (_described, _named):
        blocks = [
            f"{place}. {described(article, language)}"
            for place, article in enumerate(listed, first + 1)
        ]
        text = "\n\n".join([head, *blocks])
        # Telegram counts the parsed text; this is longer, so what fits here fits there.
        if units(text) <= MessageLimit.MAX_TEXT_LENGTH:
            break
    buttons = [
        InlineKeyboardButton(str(place), callback_data=Open(key_of(id_), 0, language.code).data)
        for place, id_ in enumerate(ids, first + 1)
    ]
    of: ListName = "about" if topic else "list"
    around = [(n, List(n, language.code, of).data) for n in (number - 1, number + 1)]
    return Page(text, keyboard(buttons[:4], buttons[4:], paging(number, pages, around)))


def opened(article: Article, opening: Opening, language: BotLanguage) -> Page:
    """Return the part of *article* that *opening* asks for; past the last, the last part."""
    all_parts, words, back = parts(article), opening.words, opening.back
    if opening.part is None:
        part = part_with(all_parts, words.start if words else 0)
    else:
        part = min(opening.part, len(all_parts) - 1)
    body = _body(article, all_parts[part], [words] if words else [])
    reading = [read_as(opening.question, language)] if opening.question else []
    head = f"<b>{escape(clip(article.title, 160))}</b>"
    text = "\n\n".join(["\n".join([*reading, head, *_about(article, language)]), *body])
    key = key_of(article.id)
    around = [(n, Open(key, n, language.code, back).data) for n in (part - 1, part + 1)]
    row = []
    if url := linkable(article.url):
        target = link_to_words(url, article.text, *words) if words else url
        row.append(InlineKeyboardButton(language.say(strings.PUBLISHERS_PAGE), url=target))
    if back:
        label, data = strings.BACK_TO_ANSWER, Tap(Action.PAGE, back).data
    else:
        label, data = strings.ALL_ARTICLES, List(opening.number // ON_A_PAGE, language.code).data
    row.append(InlineKeyboardButton(language.say(label), callback_data=data))
    return Page(text, keyboard(paging(part, len(all_parts), around), row))


def _body(article: Article, part: Sequence[ArticleBlock], marks: Sequence[Span]) -> Iterator[str]:
    for block in part:
        if block.heading:
            yield f"<b>{escape(article.slice(block.span))}</b>"
        else:
            yield marked(article, block.span, marks)


def _described(article: Article, language: BotLanguage) -> str:
    headings = sum(section.heading is not None for section in article.sections)
    paragraphs = sum(len(section.paragraphs) for section in article.sections)
    size = [language.count(strings.SECTIONS, headings)] if headings else []
    size.append(language.count(strings.PARAGRAPHS, paragraphs))
    title = f"<b>{escape(clip(article.title, 160))}</b>"
    return "\n".join([title, *_about(article, language), ", ".join(size)])


def _named(article: Article, _: BotLanguage) -> str:
    """Return less than `_described`, for a page that has no room for that."""
    return f"<b>{escape(clip(article.title, 100))}</b>"


def _about(article: Article, language: BotLanguage) -> Iterator[str]:
    """Yield who published the article and when, and the note about this copy of it."""
    about = [escape(clip(name, 100)) for name in [article.author, article.publisher] if name]
    if article.published:
        about.append(escape(dated(article.published, article.dated_by, language)))
    if about:
        yield ", ".join(about)
    if article.note:
        yield f"<i>{escape(clip(article.note, 200))}</i>"
