"""An answer as a Telegram message: its text, in Telegram's HTML, and its buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape as attribute

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit

from bot.i18n.languages import Language
from bot.messages import strings
from bot.messages.buttons import Action, Shown, Tap
from bot.messages.markup import units
from bot.messages.posting import Posts
from retrieval.answers.citation_lines import write_citation
from retrieval.answers.records import (
    Answer,
    Citation,
    Coverage,
    Excerpt,
    NoAnswer,
    Reason,
    Side,
    Voice,
)
from retrieval.answers.text_fragments import link_to_words
from retrieval.articles import Article, Span
from retrieval.query.parser import MAX_QUESTION

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
_MAX_NOTE = 120
_MAX_TITLE = 144
_MAX_ABOUT = 140
_MAX_QUESTION = 256
_MAX_ALSO = 3
_MAX_ALSO_TITLE = 35
_MAX_VOICES, _MAX_VOICE = 3, 48
_SIDES = 3000
"""Characters of what articles say differently, with `_SOURCE` of them for the line under each."""

_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Page:
    """
    A message to be. `text` is Telegram's HTML: at most 4,096 UTF-16 units once it is parsed. `preview`
    shows under it what its link leads to.
    """

    text: str
    buttons: InlineKeyboardMarkup | None = None
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An excerpt in a list to choose from: plain text of a line each, and the message that it becomes."""

    title: str
    about: str
    page: Page


def page(
    answer: Answer, shown: Shown, language: Language, around: Span, *, widened: bool = False
) -> Page:
    """
    One excerpt of an answer, or *around* in its place.

    Args:
        answer: One that has excerpts.
        shown: Which excerpt, and what the buttons are to carry.
        language: Of all that is no quotation.
        around: The excerpt's surroundings, at most `MAX_CONTEXT` characters.
        widened: Show *around*.
    """
    excerpt = answer.excerpts[shown.index]
    own = Span(excerpt.start, excerpt.end)
    lines = [*_read_as(answer, shown, language), *_notes(answer, language)]
    if answer.sides and shown.index == 0 and not widened:
        lines += _sides(answer.sides, language)
    else:
        lines.append(_excerpt(excerpt, around if widened else own, language))
        if not widened:  # there is no room for both
            lines += _also(excerpt.also, language)
    text = "\n".join(lines)
    say = language.say
    context = [button(say(strings.LESS_CONTEXT), Action.PAGE, shown)] if widened else []
    if not widened and around != own:
        context = [button(say(strings.CONTEXT), Action.MORE, shown)]
    source = [button(say(strings.SOURCE), Action.SOURCE, shown)]
    verdict = [button("👍", Action.GOOD, shown), button("👎", Action.BAD, shown)]
    rows = [_excerpt_paging(shown, len(answer.excerpts)), [*context, *source, *verdict]]
    rows.append(
        [
            button(say(strings.SHOW_IN_ARTICLE), Action.SHOW, shown),
            _copying(excerpt, shown, language),
        ]
    )
    return Page(text, keyboard(*rows, _alone(shown, language)), shown.previews)


def listed(answer: Answer, index: int, language: Language, *, asked: bool = False) -> Listed:
    """
    One excerpt of an answer, to be chosen.

    Args:
        asked: Show the question over it, where its readers have not seen it.
    """
    excerpt = answer.excerpts[index]
    span = Span(excerpt.start, excerpt.end)
    lines = [*_question(answer, language, asked=asked), *_notes(answer, language)]
    lines.append(_excerpt(excerpt, span, language))
    _, *source = _briefly(excerpt.article, language)
    about = clip(excerpt.article.slice(span), _MAX_ABOUT)
    told = f"{', '.join(source)}: {about}" if source else about
    return Listed(clip(excerpt.article.title, _MAX_NAME), told, Page("\n".join(lines)))


def no_answer(
    answer: Answer, language: Language, shown: Shown | None = None, *, asked: bool = False
) -> Page:
    """
    Why there is no answer, what was searched, and the nearest excerpt, named as no answer.

    Args:
        shown: What buttons are to carry, where there may be any.
        asked: As `listed` has it.
    """
    no = answer.no_answer
    assert no
    if no.reason in strings.NO_QUESTION:
        return Page(_unasked(no.reason, language))
    lines = [*_question(answer, language, asked=asked)]
    lines += _read_as(answer, shown, language) if shown else []
    lines += [language.say(strings.NOT_FOUND), ""]
    lines += map(escape, _reasons(no, language))
    lines += _notes(answer, language)
    lines.append(escape(_searched(no.coverage, language)))
    if no.nearest:
        nearest = no.nearest[0]
        quotation = _excerpt(nearest, Span(nearest.start, nearest.end), language)
        head = language.say(strings.NEAREST)
        lines += ["", f"<i>{head}</i>", quotation]
    return Page("\n".join(lines), keyboard(_alone(shown, language) if shown else []))


def why(answer: Answer, language: Language) -> str:
    """Why there is no answer, on a line of plain text."""
    no = answer.no_answer
    assert no
    if no.reason in strings.NO_QUESTION:
        return _unasked(no.reason, language)
    return " ".join([*_reasons(no, language), _searched(no.coverage, language)])


def _unasked(reason: Reason, language: Language) -> str:
    return language.say(strings.NO_QUESTION[reason], most=language.number(MAX_QUESTION))


def _reasons(no: NoAnswer, language: Language) -> Iterator[str]:
    if no.unknown_terms:
        yield language.say(strings.NOWHERE, words=_words(no.unknown_terms, language))
    if no.reason in strings.WEAK:
        yield language.say(strings.WEAK[no.reason])


def _question(answer: Answer, language: Language, *, asked: bool) -> list[str]:
    return [language.quote(escape(clip(answer.question, _MAX_QUESTION)))] if asked else []


def _read_as(answer: Answer, shown: Shown, language: Language) -> list[str]:
    return [read_as(answer.question, language)] if shown.continued else []


def read_as(question: str, language: Language) -> str:
    """
    How a question was read that goes on from another, underlined: a tap on a button finds it there.
    """
    underlined = f"<u>{escape(question)}</u>"
    told = language.say(strings.READ_AS, question=underlined)
    return f"<i>{told}</i>"


def dated(published: str, dated_by: str | None, language: Language) -> str:
    """A date in words, and how it is known."""
    date = clip(language.date(published), 40)
    if dated_by == "text":
        return language.say(strings.DATE_INFERRED, date=date)
    return date


def clip(text: str, limit: int) -> str:
    """*text* on one line, cut between words to at most *limit* characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[:limit].rsplit(" ", 1)[0]
    # A word longer than the limit is cut inside, as gently as it can be.
    return words[: limit - 1].rstrip("\u200d\ufe0f") + "…"


def _excerpt_paging(shown: Shown, count: int) -> list[InlineKeyboardButton]:
    if count == 1:
        return []
    row = [button(f"{shown.index + 1}/{count}", Action.STAY, shown)]
    if shown.index > 0:
        row.insert(0, button("◀", Action.PAGE, shown.at(shown.index - 1)))
    if shown.index < count - 1:
        row.append(button("▶", Action.PAGE, shown.at(shown.index + 1)))
    return row


def citing(excerpt: Excerpt, language: Language) -> str:
    """The line of plain text that cites *excerpt*."""
    citation = excerpt.citation
    date = dated(citation.published, citation.dated_by, language) if citation.published else None
    return write_citation(excerpt, published=date)


def to_copy(excerpt: Excerpt, language: Language) -> Page:
    """The line alone, which a tap copies."""
    return Page(f"<code>{escape(citing(excerpt, language))}</code>")


def shown_there(excerpt: Excerpt, section: Posts, language: Language, *, confirmed: bool) -> Page:
    """
    Return the message that quotes *excerpt* from its *section*.

    Args:
        confirmed: Telegram found the words in the message.
    """
    notes = []
    first, last = section.first, section.first + len(section.texts) - 1
    if len(section.texts) < section.of:
        parts = {"first": first, "last": last, "number": section.of}
        notes.append(language.say(strings.PARTS_SHOWN, **parts))
    if not confirmed:
        notes.append(language.say(strings.NOT_CONFIRMED))
    return Page("\n".join([*_citation(excerpt, language), *(f"<i>{note}</i>" for note in notes)]))


def _copying(excerpt: Excerpt, shown: Shown, language: Language) -> InlineKeyboardButton:
    """Copies the line that cites *excerpt* where a button can hold it, else asks for it."""
    label, text = language.say(strings.COPY_CITATION), citing(excerpt, language)
    if units(text) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(text))
    return button(label, Action.CITE, shown)


def paging(
    number: int, count: int, around: Sequence[tuple[int, str]]
) -> list[InlineKeyboardButton]:
    """
    Return buttons to the pages *around* page *number* of *count*, with the number between them.

    Args:
        around: The numbers of the page before and of the page after, each with what its button carries.
    """
    if count == 1:
        return []
    (before, back), (after, on) = around
    row = [InlineKeyboardButton(f"{number + 1}/{count}", callback_data="stay:0:-")]
    if before >= 0:
        row.insert(0, InlineKeyboardButton("◀", callback_data=back))
    if after < count:
        row.append(InlineKeyboardButton("▶", callback_data=on))
    return row


def _alone(shown: Shown, language: Language) -> list[InlineKeyboardButton]:
    if not shown.continued:
        return []
    return [button(language.say(strings.ONLY_WHAT_I_WROTE), Action.ALONE, shown)]


def button(label: str, action: Action, shown: Shown) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=Tap(action, shown).data)


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def _notes(answer: Answer, language: Language) -> list[str]:
    """How the question was understood."""
    told = map(language.note, answer.notes[:_MAX_NOTES])
    return [f"<i>{escape(clip(note, _MAX_NOTE))}</i>" for note in told]


def _excerpt(excerpt: Excerpt, span: Span, language: Language) -> str:
    quoted = quotation(excerpt.article, span, excerpt.highlights)
    source = _citation(excerpt, language)
    return "\n".join([*_who(excerpt, span, language), quoted, *source])


def _who(excerpt: Excerpt, span: Span, language: Language) -> list[str]:
    """Whose words stand in it, or whom its first words mean where the quotation begins with them."""
    if excerpt.voices:
        return [escape(_heard(excerpt.voices, language))]
    if excerpt.reference and span.start == excerpt.start:
        words = clip(excerpt.article.slice(excerpt.reference.words), _MAX_NAME // 4)
        name = clip(excerpt.article.slice(excerpt.reference.name), _MAX_NAME * 2 // 3)
        return [f"[{escape(words)}: {escape(name)}]"]
    return []


def _heard(voices: Sequence[Voice], language: Language) -> str:
    """Who speaks: with their own words, or as somebody reports them."""
    told = []
    for voice in voices[:_MAX_VOICES]:
        name = clip(voice.name, _MAX_VOICE)
        reported = language.say(strings.REPORTED, name=name)
        told.append(name if voice.form == "quoted" else reported)
    return f"{_and_more(', '.join(told), len(voices) - len(told), language)}:"


def _sides(sides: Sequence[Side], language: Language) -> Iterator[str]:
    """What the articles say differently, as much of it as a message can hold, and nothing about who is right."""
    head = language.say(strings.DIFFERENT)
    yield f"<b>{escape(head)}</b>"
    room = _SIDES
    for place, side in enumerate(sides):
        excerpt = side.excerpt
        span = Span(excerpt.start, excerpt.end)
        room -= span.end - span.start + _SOURCE
        if room < 0:
            left = len(sides) - place
            yield escape(language.say(strings.AND_MORE, number=language.number(left)))
            return
        told = "\n".join(
            [*_who(excerpt, span, language), quotation(excerpt.article, span, excerpt.highlights)]
        )
        yield f"{told}\n{source_line(excerpt, language)}"
        if side.agreeing:
            articles, reports = len(side.agreeing) + 1, side.reports
            counted = language.count(strings.ARTICLES, articles)
            own = language.count(strings.REPORTS, reports)
            yield escape(f"{counted}, {own}")


def source_line(excerpt: Excerpt, language: Language) -> str:
    """The date, the title with its link, and the publisher, short."""
    citation = excerpt.citation
    title = _title(citation, excerpt.article, Span(excerpt.start, excerpt.end), _MAX_NAME)
    when = dated(citation.published, citation.dated_by, language) if citation.published else ""
    publisher = clip(citation.publisher or "", _MAX_NAME)
    return ", ".join(filter(None, (escape(when), title, escape(publisher))))


def _also(articles: Sequence[Article], language: Language) -> list[str]:
    """The other articles that tell the same, as many as a line can hold."""
    told = [", ".join(_briefly(article, language)) for article in articles[:_MAX_ALSO]]
    if not told:
        return []
    listed = _and_more("; ".join(told), len(articles) - len(told), language)
    return [escape(language.say(strings.ALSO_IN, articles=listed))]


def _briefly(article: Article, language: Language) -> Iterator[str]:
    yield clip(article.title, _MAX_ALSO_TITLE)
    if article.publisher:
        yield clip(article.publisher, _MAX_ALSO_TITLE)
    if article.published:
        yield clip(language.date(article.published), 20)


def quotation(article: Article, span: Span, highlights: Sequence[Span]) -> str:
    """The words at *span*, those of *highlights* among them bold; folded where they are many."""
    folded = " expandable" if span.end - span.start >= _FOLDED_FROM else ""
    return f"<blockquote{folded}>{marked(article, span, highlights)}</blockquote>"


def marked(article: Article, span: Span, highlights: Sequence[Span]) -> str:
    """The words at *span*, those of *highlights* among them bold."""
    parts: list[str] = []
    at = span.start
    for start, end in highlights:
        start, end = max(start, at), min(end, span.end)
        if start < end:
            plain, bold = article.text[at:start], article.text[start:end]
            parts.append(f"{escape(plain)}<b>{escape(bold)}</b>")
            at = end
    return "".join([*parts, escape(article.text[at : span.end])])


def _citation(excerpt: Excerpt, language: Language) -> list[str]:
    span = Span(excerpt.start, excerpt.end)
    return cited(excerpt.citation, excerpt.article, span, language)


def cited(citation: Citation, article: Article, span: Span, language: Language) -> list[str]:
    """The lines under a quotation; the title leads to the words at *span*."""
    source = [_title(citation, article, span, _MAX_TITLE)]
    source += [
        escape(clip(name, _MAX_NAME)) for name in [citation.author, citation.publisher] if name
    ]
    if citation.published:
        source.append(escape(dated(citation.published, citation.dated_by, language)))
    place = [language.say(strings.PARAGRAPH, number=citation.paragraph)]
    if citation.page:
        place.insert(0, language.say(strings.PAGE, number=citation.page))
    if citation.section:
        place.insert(0, language.quote(escape(clip(citation.section, _MAX_TITLE))))
    return [", ".join(source), ", ".join(place)]


def _title(citation: Citation, article: Article, span: Span, most: int) -> str:
    """At most so many characters of the title; it leads to the words at *span*."""
    title = escape(clip(citation.title, most))
    if url := linkable(citation.url):
        target = link_to_words(url, article.text, *span)
        title = f'<a href="{attribute(target)}">{title}</a>'
    return title


def linkable(url: str | None) -> str | None:
    """*url* where a message can link to it."""
    return url if url and _LINK.fullmatch(url) else None


def _words(terms: Sequence[str], language: Language) -> str:
    named = [language.quote(clip(term, _MAX_WORD)) for term in terms[:_MAX_UNKNOWN]]
    return _and_more(", ".join(named), len(terms) - len(named), language)


def _and_more(listed: str, left: int, language: Language) -> str:
    if left <= 0:
        return listed
    return language.say(strings.LISTED_AND_MORE, listed=listed, number=language.number(left))


def _searched(coverage: Coverage, language: Language) -> str:
    articles = language.count(strings.ARTICLES, coverage.articles)
    dates = _unique(language.date(day) for day in [coverage.since, coverage.until] if day)
    if len(dates) == 2:
        since, until = dates
        return language.say(strings.SEARCHED_BETWEEN, articles=articles, since=since, until=until)
    if dates:
        return language.say(strings.SEARCHED_ON, articles=articles, date=dates[0])
    return language.say(strings.SEARCHED, articles=articles)


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
