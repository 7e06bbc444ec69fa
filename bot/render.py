"""An answer as a Telegram message: its text, in Telegram's HTML, and its buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape as attribute

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import Action, Tap
from retrieval.answers import Answer, Citation, Excerpt, NoAnswer, Reason, Searched
from retrieval.articles import Article, Span
from retrieval.dates import spell
from retrieval.question import MAX_QUESTION

MAX_CONTEXT = 1000
"""Longest text around an excerpt, in characters: with any citation it fits a message."""

_FOLDED_FROM = 700
"""A quotation of this many characters is folded, to be opened by a tap; no excerpt is as long."""

escape = partial(attribute, quote=False)
"""Text for Telegram's HTML; inside an attribute quotes are escaped too."""

_LINK = re.compile(r"https?://[^\s\x00-\x1f]+")
_MAX_UNKNOWN = 8
_MAX_NOTES = 3
_MAX_WORD = 40
_MAX_NAME = 100
_MAX_TITLE = 160
_MAX_ABOUT = 140
_MAX_QUESTION = 256
_MAX_ALSO = 3
_MAX_ALSO_TITLE = 35

_UNASKED: Mapping[Reason, str] = {
    "empty": "Please ask in words, for example about a person, a place or an event.",
    "too-long": f"Please ask in at most {MAX_QUESTION:,} characters: this question is longer.",
}
"""What is no question."""

_WEAK: Mapping[Reason, str] = {
    "filtered-out": "What matches lies outside the limits that the question sets.",
    "not-together": "Its words are there, but never close together.",
    "weak": "What comes nearest matches too little of the question.",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A message to be. `text` is Telegram's HTML: at most 4,096 UTF-16 units once it is parsed."""

    text: str
    buttons: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An excerpt in a list to choose from: plain text of a line each, and the message that it becomes."""

    title: str
    about: str
    page: Page


def page(answer: Answer, index: int, around: Span, version: str, *, widened: bool = False) -> Page:
    """
    One excerpt of an answer, or *around* in its place.

    Args:
        answer: One that has excerpts.
        index: Which excerpt, from 0.
        around: The excerpt's surroundings, at most `MAX_CONTEXT` characters.
        version: Of the collection, for the buttons to carry.
        widened: Show *around*.
    """
    excerpt = answer.excerpts[index]
    own = Span(excerpt.start, excerpt.end)
    lines = [*_notes(answer), _excerpt(excerpt, around if widened else own)]
    if not widened:  # there is no room for both
        lines += _also(excerpt.also)
    text = "\n".join(lines)
    rows = [_paging(index, len(answer.excerpts), version)]
    if widened:
        rows.append([_button("Less context", Action.PAGE, index, version)])
    elif around != own:
        rows.append([_button("More context", Action.MORE, index, version)])
    rows = [row for row in rows if row]
    return Page(text, InlineKeyboardMarkup(rows) if rows else None)


def listed(answer: Answer, index: int, *, asked: bool = False) -> Listed:
    """
    One excerpt of an answer, to be chosen.

    Args:
        asked: Show the question over it, where its readers have not seen it.
    """
    excerpt = answer.excerpts[index]
    span = Span(excerpt.start, excerpt.end)
    lines = [*_question(answer, asked=asked), *_notes(answer), _excerpt(excerpt, span)]
    _, *source = _briefly(excerpt.article)
    about = clip(excerpt.article.slice(span), _MAX_ABOUT)
    told = f"{', '.join(source)}: {about}" if source else about
    return Listed(clip(excerpt.article.title, _MAX_NAME), told, Page("\n".join(lines)))


def no_answer(answer: Answer, *, asked: bool = False) -> Page:
    """
    Why there is no answer, what was searched, and the nearest excerpt, named as no answer.

    Args:
        asked: As `listed` has it.
    """
    no = answer.no_answer
    assert no
    if no.reason in _UNASKED:
        return Page(_UNASKED[no.reason])
    lines = [*_question(answer, asked=asked), "I found no answer to this in the articles.", ""]
    lines += map(escape, _reasons(no))
    lines += _notes(answer)
    lines.append(_searched(no.searched))
    if no.nearest:
        nearest = no.nearest[0]
        quotation = _excerpt(nearest, Span(nearest.start, nearest.end))
        lines += ["", "<i>The nearest excerpt, which is not an answer:</i>", quotation]
    return Page("\n".join(lines))


def why(answer: Answer) -> str:
    """Why there is no answer, on a line of plain text."""
    no = answer.no_answer
    assert no
    return _UNASKED.get(no.reason) or " ".join([*_reasons(no), _searched(no.searched)])


def _reasons(no: NoAnswer) -> Iterator[str]:
    if no.unknown_terms:
        yield f"Nowhere in them: {_words(no.unknown_terms)}."
    if no.reason in _WEAK:
        yield _WEAK[no.reason]


def _question(answer: Answer, *, asked: bool) -> list[str]:
    return [f"“{escape(clip(answer.question, _MAX_QUESTION))}”"] if asked else []


def dated(published: str, dated_by: str | None) -> str:
    """A date in words, and how it is known."""
    return clip(spell(published), 40) + (
        " (date inferred from the text)" if dated_by == "text" else ""
    )


def clip(text: str, limit: int) -> str:
    """*text* on one line, cut between words to at most *limit* characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[:limit].rsplit(" ", 1)[0]
    # A word longer than the limit is cut inside, as gently as it can be.
    return words[: limit - 1].rstrip("\u200d\ufe0f") + "…"


def _paging(index: int, count: int, version: str) -> list[InlineKeyboardButton]:
    if count == 1:
        return []
    row = [_button(f"{index + 1}/{count}", Action.STAY, index, version)]
    if index > 0:
        row.insert(0, _button("◀", Action.PAGE, index - 1, version))
    if index < count - 1:
        row.append(_button("▶", Action.PAGE, index + 1, version))
    return row


def _button(label: str, action: Action, index: int, version: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=Tap(action, index, version).data)


def _notes(answer: Answer) -> list[str]:
    """How the question was understood."""
    return [f"<i>{escape(clip(note, _MAX_NAME))}</i>" for note in answer.notes[:_MAX_NOTES]]


def _excerpt(excerpt: Excerpt, span: Span) -> str:
    quoted = [_quotation(excerpt.article, span, excerpt.highlights), *_citation(excerpt.citation)]
    return "\n".join([*_who(excerpt, span), *quoted])


def _who(excerpt: Excerpt, span: Span) -> list[str]:
    """Who says it, or whom its first words mean where the quotation begins with them."""
    if excerpt.speaker:
        return [f"{escape(clip(excerpt.speaker, _MAX_NAME))}:"]
    if excerpt.leans_on and span.start == excerpt.start:
        words = clip(excerpt.article.slice(excerpt.leans_on.words), _MAX_NAME // 4)
        name = clip(excerpt.article.slice(excerpt.leans_on.name), _MAX_NAME * 2 // 3)
        return [f"[{escape(words)}: {escape(name)}]"]
    return []


def _also(articles: Sequence[Article]) -> list[str]:
    """The other articles that tell the same, as many as a line can hold."""
    told = [", ".join(_briefly(article)) for article in articles[:_MAX_ALSO]]
    left = len(articles) - len(told)
    return [f"Also in: {escape('; '.join(told))}{more(left)}"] if told else []


def _briefly(article: Article) -> Iterator[str]:
    yield clip(article.title, _MAX_ALSO_TITLE)
    if article.publisher:
        yield clip(article.publisher, _MAX_ALSO_TITLE)
    if article.published:
        yield clip(spell(article.published), 20)


def _quotation(article: Article, span: Span, highlights: Sequence[Span]) -> str:
    parts: list[str] = []
    at = span.start
    for start, end in highlights:
        start, end = max(start, at), min(end, span.end)
        if start < end:
            plain, marked = article.text[at:start], article.text[start:end]
            parts.append(f"{escape(plain)}<b>{escape(marked)}</b>")
            at = end
    parts.append(escape(article.text[at : span.end]))
    folded = " expandable" if span.end - span.start >= _FOLDED_FROM else ""
    return f"<blockquote{folded}>{''.join(parts)}</blockquote>"


def _citation(citation: Citation) -> list[str]:
    title = escape(clip(citation.title, _MAX_TITLE))
    if citation.url and _LINK.fullmatch(citation.url):
        title = f'<a href="{attribute(citation.url)}">{title}</a>'
    source = [title]
    source += [
        escape(clip(name, _MAX_NAME)) for name in [citation.author, citation.publisher] if name
    ]
    if citation.published:
        source.append(escape(dated(citation.published, citation.dated_by)))
    place = [f"paragraph {citation.paragraph}"]
    if citation.page:
        place.insert(0, f"p. {citation.page}")
    if citation.section:
        place.insert(0, f"“{escape(clip(citation.section, _MAX_TITLE))}”")
    return [", ".join(source), ", ".join(place)]


def _words(terms: Sequence[str]) -> str:
    named = [f"“{clip(term, _MAX_WORD)}”" for term in terms[:_MAX_UNKNOWN]]
    return ", ".join(named) + more(len(terms) - len(named))


def more(count: int) -> str:
    return f" and {count:,} more" if count > 0 else ""


def _searched(searched: Searched) -> str:
    articles = counted(searched.articles, "article")
    dates = _unique(spell(day) for day in [searched.since, searched.until] if day)
    return f"Searched: {articles}" + (f", {' to '.join(dates)}" if dates else "") + "."


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
