"""Answers as Telegram messages: text in Telegram's HTML, and buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape as attribute

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.buttons import Action, Shown, Tap
from bot.messages.claims import compare
from bot.messages.markup import units
from bot.messages.posting import Posts
from retrieval.answers.citation_lines import write_citation
from retrieval.answers.records import (
    Answer,
    Citation,
    Coverage,
    Excerpt,
    NoAnswer,
)
from retrieval.answers.text_fragments import link_to_words
from retrieval.answers.voices import beginning
from retrieval.articles import Article, Span
from retrieval.query.parser import MAX_QUESTION

MAX_CONTEXT = 1000
"""The longest text around an excerpt, in characters; it fits a message with any citation."""

_FOLDED_FROM = 700
"""Characters from which on a quotation is collapsed until it is tapped; no excerpt is as long."""

escape = partial(attribute, quote=False)
"""Escapes text for Telegram's HTML, but not quotes, which only attributes need."""

_LINK = re.compile(r"https?://[^\s\x00-\x1f]+")
_MAX_UNKNOWN = 8
_MAX_NOTES = 3
_MAX_WORD = 40
_MAX_NAME = 100
_MAX_NOTE = 120
_COMPARED, _MAX_COMPARED = 4, 160
_MAX_TITLE = 144
_MAX_ABOUT = 140
_MAX_QUESTION = 256
_MAX_ALSO = 3
_MAX_ALSO_TITLE = 35
_MAX_VOICES, _MAX_VOICE = 3, 48
_SIDES = 3000
"""Characters of all conflicting claims together, including `_SOURCE` for the source of each."""

_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Page:
    """
    A message to send. `text` is Telegram's HTML, at most 4,096 UTF-16 units once it is parsed. `preview`
    shows a preview of its link.
    """

    text: str
    buttons: InlineKeyboardMarkup | None = None
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An inline result: two lines of plain text, and the message that it sends."""

    title: str
    about: str
    page: Page


def page(
    answer: Answer, shown: Shown, language: BotLanguage, around: Span, *, widened: bool = False
) -> Page:
    """
    Return the page that shows one excerpt of an answer.

    Args:
        answer: One that has excerpts.
        shown: Which excerpt, and what the buttons carry.
        language: Of everything but quotations.
        around: The text around the excerpt, at most `MAX_CONTEXT` characters.
        widened: Show *around* in place of the excerpt.
    """
    excerpt = answer.excerpts[shown.index]
    span = Span(excerpt.start, excerpt.end)
    lines = [*_read_as(answer, shown, language), *_notes(answer, language)]
    if answer.sides and not answer.claim and shown.index == 0 and not widened:
        lines += _sides(answer, language)
    else:
        lines.append(_excerpt(excerpt, around if widened else span, language))
        lines += _compared(answer, shown.index, language)
        if not widened:  # there is no room for both
            lines += _also(excerpt.also, language)
    text = "\n".join(lines)
    say = language.say
    context = [button(say(strings.LESS_CONTEXT), Action.PAGE, shown)] if widened else []
    if not widened and around != span:
        context = [button(say(strings.CONTEXT), Action.MORE, shown)]
    source = [button(say(strings.SOURCE), Action.SOURCE, shown)]
    rating = [button("👍", Action.GOOD, shown), button("👎", Action.BAD, shown)]
    rows = [_excerpt_paging(shown, len(answer.excerpts)), [*context, *source, *rating]]
    rows.append(
        [
            button(say(strings.SHOW_IN_ARTICLE), Action.SHOW, shown),
            _copying(excerpt, shown, language),
        ]
    )
    return Page(text, keyboard(*rows, _alone(shown, language)), shown.previews)


def listed(
    answer: Answer, index: int, language: BotLanguage, *, with_question: bool = False
) -> Listed:
    """
    Return one excerpt of an answer as an inline result.

    Args:
        with_question: Show the question above it, for readers who have not seen it.
    """
    excerpt = answer.excerpts[index]
    span = Span(excerpt.start, excerpt.end)
    lines = [*_question(answer, language, with_question=with_question), *_notes(answer, language)]
    lines.append(_excerpt(excerpt, span, language))
    lines += _compared(answer, index, language)
    _, *source = _briefly(excerpt.article, language)
    about = clip(excerpt.article.slice(span), _MAX_ABOUT)
    about = f"{', '.join(source)}: {about}" if source else about
    return Listed(clip(excerpt.article.title, _MAX_NAME), about, Page("\n".join(lines)))


def no_answer(
    answer: Answer,
    language: BotLanguage,
    shown: Shown | None = None,
    *,
    with_question: bool = False,
) -> Page:
    """
    Return why there is no answer, what was searched, and the closest excerpt, marked as no answer.

    Args:
        shown: What the buttons carry, if there can be any.
        with_question: See `listed`.
    """
    no = answer.no_answer
    assert no
    if sentence := _unasked(no, language):
        return Page(sentence)
    lines = [*_question(answer, language, with_question=with_question)]
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


def why(answer: Answer, language: BotLanguage) -> str:
    """Return why there is no answer, in one line of plain text."""
    no = answer.no_answer
    assert no
    if sentence := _unasked(no, language):
        return sentence
    return " ".join([*_reasons(no, language), _searched(no.coverage, language)])


def _unasked(no: NoAnswer, language: BotLanguage) -> str:
    """Return what to tell whoever sent no question; "" if it is one."""
    if no.request:
        return language.say(strings.REQUESTS[no.request.intent])
    if no.reason in strings.NO_QUESTION:
        return language.say(strings.NO_QUESTION[no.reason], most=language.number(MAX_QUESTION))
    return ""


def _reasons(no: NoAnswer, language: BotLanguage) -> Iterator[str]:
    if no.unnamed_terms:
        yield language.say(strings.NOWHERE, words=_words(no.unnamed_terms, language))
    if no.failed:
        yield from map(language.note, no.failed_notes)
        if no.speaker:
            yield language.say(strings.SAID_INSTEAD, name=no.speaker)
    elif no.reason in strings.WEAK:
        yield language.say(strings.WEAK[no.reason])


def _question(answer: Answer, language: BotLanguage, *, with_question: bool) -> list[str]:
    return [language.quote(escape(clip(answer.question, _MAX_QUESTION)))] if with_question else []


def _read_as(answer: Answer, shown: Shown, language: BotLanguage) -> list[str]:
    return [read_as(answer.question, language)] if shown.continued else []


def read_as(question: str, language: BotLanguage) -> str:
    """Return how a follow-up question was read, underlined, which is where buttons find it."""
    underlined = f"<u>{escape(question)}</u>"
    return f"<i>{language.say(strings.READ_AS, question=underlined)}</i>"


def dated(published: str, dated_by: str | None, language: BotLanguage) -> str:
    """Return a date in words, and whether it was inferred."""
    date = clip(language.date(published), 40)
    if dated_by == "text":
        return language.say(strings.DATE_INFERRED, date=date)
    return date


def clip(text: str, limit: int) -> str:
    """Return *text* on one line, cut between words to at most *limit* characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[:limit].rsplit(" ", 1)[0]
    # A longer word is cut inside, but not right after a joiner or a variation selector.
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


def citing(excerpt: Excerpt, language: BotLanguage) -> str:
    """Return the line of plain text that cites *excerpt*."""
    citation = excerpt.citation
    date = dated(citation.published, citation.dated_by, language) if citation.published else None
    return write_citation(excerpt, published=date)


def to_copy(excerpt: Excerpt, language: BotLanguage) -> Page:
    """Return the line that cites *excerpt*, which is copied by a tap."""
    return Page(f"<code>{escape(citing(excerpt, language))}</code>")


def shown_there(
    excerpt: Excerpt, section: Posts, language: BotLanguage, *, confirmed: bool
) -> Page:
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


def _copying(excerpt: Excerpt, shown: Shown, language: BotLanguage) -> InlineKeyboardButton:
    """Return a button that copies the citation, or requests it if it is too long for a button."""
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


def _alone(shown: Shown, language: BotLanguage) -> list[InlineKeyboardButton]:
    if not shown.continued:
        return []
    return [button(language.say(strings.ONLY_WHAT_I_WROTE), Action.ALONE, shown)]


def button(label: str, action: Action, shown: Shown) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=Tap(action, shown).data)


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def _notes(answer: Answer, language: BotLanguage) -> list[str]:
    """Return how the question was understood."""
    notes = map(language.note, answer.notes[:_MAX_NOTES])
    return [f"<i>{escape(clip(note, _MAX_NOTE))}</i>" for note in notes]


def _excerpt(excerpt: Excerpt, span: Span, language: BotLanguage) -> str:
    quoted = quotation(excerpt.article, span, excerpt.highlights)
    source = _citation(excerpt, language)
    return "\n".join([*_attribution(excerpt, span, language), quoted, *source])


def _attribution(excerpt: Excerpt, span: Span, language: BotLanguage) -> list[str]:
    """Return who speaks in the excerpt, or to whom its first words refer."""
    if excerpt.core_voices:
        return [escape(_voices(excerpt, language))]
    if excerpt.reference and span.start == excerpt.start:
        words = clip(excerpt.article.slice(excerpt.reference.words), _MAX_NAME // 4)
        name = clip(excerpt.article.slice(excerpt.reference.name), _MAX_NAME * 2 // 3)
        return [f"[{escape(words)}: {escape(name)}]"]
    return []


def _voices(excerpt: Excerpt, language: BotLanguage) -> str:
    """Return who speaks, who of them is reported without marks, and where several do, how each begins."""
    names, voices = [], excerpt.core_voices
    for voice in voices[:_MAX_VOICES]:
        name = clip(voice.name, _MAX_VOICE)
        reported = language.say(strings.REPORTED, name=name)
        begins = (
            f" “{beginning(excerpt.article, voice)}”" if len(voices) > 1 and voice.spans else ""
        )
        names.append(f"{name if voice.form == 'quoted' else reported}{begins}")
    return f"{_and_more(', '.join(names), len(voices) - len(names), language)}:"


def _sides(answer: Answer, language: BotLanguage) -> Iterator[str]:
    """Yield conflicting claims, as many as fit a message, without a judgement of who is right."""
    sides = answer.sides
    head = language.say(
        strings.AT_DIFFERENT_DATES if answer.at_different_dates else strings.DIFFERENT
    )
    yield f"<b>{escape(head)}</b>"
    room = _SIDES
    for number, side in enumerate(sides):
        excerpt = side.excerpt
        span = Span(excerpt.start, excerpt.end)
        room -= span.end - span.start + _SOURCE
        if room < 0:
            left = len(sides) - number
            yield escape(language.say(strings.AND_MORE, number=language.number(left)))
            return
        quoted = quotation(excerpt.article, span, excerpt.highlights)
        source = source_line(excerpt, language)
        yield "\n".join([*_attribution(excerpt, span, language), quoted, source])
        if side.agreeing:
            articles, reports = len(side.agreeing) + 1, side.reports
            counted = language.count(strings.ARTICLES, articles)
            own = language.count(strings.REPORTS, reports)
            yield escape(f"{counted}, {own}")


def _compared(answer: Answer, index: int, language: BotLanguage) -> list[str]:
    """Return how the excerpt at *index* compares with the claim that was asked about, if one was."""
    lines = compare(answer, index, language)
    return [f"<i>{escape(clip(line, _MAX_COMPARED))}</i>" for line in lines[:_COMPARED]]


def source_line(excerpt: Excerpt, language: BotLanguage) -> str:
    """Return the date, the title with its link, and the publisher."""
    citation = excerpt.citation
    title = _title(citation, excerpt.article, Span(excerpt.start, excerpt.end), _MAX_NAME)
    when = dated(citation.published, citation.dated_by, language) if citation.published else ""
    publisher = clip(citation.publisher or "", _MAX_NAME)
    return ", ".join(filter(None, (escape(when), title, escape(publisher))))


def _also(articles: Sequence[Article], language: BotLanguage) -> list[str]:
    """Return the other articles that report the same, as many as fit a line."""
    names = [", ".join(_briefly(article, language)) for article in articles[:_MAX_ALSO]]
    if not names:
        return []
    listed = _and_more("; ".join(names), len(articles) - len(names), language)
    return [escape(language.say(strings.ALSO_IN, articles=listed))]


def _briefly(article: Article, language: BotLanguage) -> Iterator[str]:
    yield clip(article.title, _MAX_ALSO_TITLE)
    if article.publisher:
        yield clip(article.publisher, _MAX_ALSO_TITLE)
    if article.published:
        yield clip(language.date(article.published), 20)


def quotation(article: Article, span: Span, highlights: Sequence[Span]) -> str:
    """Return the text at *span* as a quotation with *highlights* in bold, collapsed if it is long."""
    folded = " expandable" if span.end - span.start >= _FOLDED_FROM else ""
    return f"<blockquote{folded}>{marked(article, span, highlights)}</blockquote>"


def marked(article: Article, span: Span, highlights: Sequence[Span]) -> str:
    """Return the text at *span* with *highlights* in bold."""
    parts: list[str] = []
    at = span.start
    for start, end in highlights:
        start, end = max(start, at), min(end, span.end)
        if start < end:
            plain, bold = article.text[at:start], article.text[start:end]
            parts.append(f"{escape(plain)}<b>{escape(bold)}</b>")
            at = end
    return "".join([*parts, escape(article.text[at : span.end])])


def _citation(excerpt: Excerpt, language: BotLanguage) -> list[str]:
    span = Span(excerpt.start, excerpt.end)
    return cited(excerpt.citation, excerpt.article, span, language)


def cited(citation: Citation, article: Article, span: Span, language: BotLanguage) -> list[str]:
    """Return the lines below a quotation, with a link to the words at *span*."""
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
    """Return the title, cut to *most* characters, with a link to the words at *span*."""
    title = escape(clip(citation.title, most))
    if url := linkable(citation.url):
        target = link_to_words(url, article.text, *span)
        title = f'<a href="{attribute(target)}">{title}</a>'
    return title


def linkable(url: str | None) -> str | None:
    """Return *url* if a message can link to it."""
    return url if url and _LINK.fullmatch(url) else None


def _words(terms: Sequence[str], language: BotLanguage) -> str:
    named = [language.quote(clip(term, _MAX_WORD)) for term in terms[:_MAX_UNKNOWN]]
    return _and_more(", ".join(named), len(terms) - len(named), language)


def _and_more(listed: str, left: int, language: BotLanguage) -> str:
    if left <= 0:
        return listed
    return language.say(strings.LISTED_AND_MORE, listed=listed, number=language.number(left))


def _searched(coverage: Coverage, language: BotLanguage) -> str:
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
