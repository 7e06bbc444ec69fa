"""The people who are quoted, and what they said, as messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram.constants import MessageLimit

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.answers import Page, clip, escape, keyboard, paging, quotation, source_line
from bot.messages.buttons import List, ListName
from bot.messages.markup import units
from retrieval.answers.records import Excerpt
from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
from retrieval.articles import Span

_LONGEST = 1_500
"""Characters of a quotation; a longer one is cut between words, and the cut is marked."""

_NAME = 100
_LINES = 40
"""Speakers on a page."""


def speaker_list(speakers: Sequence[Speaker], number: int, language: BotLanguage) -> Page:
    """Return page *number*, from 0, of everybody who is quoted; past the last, the last page."""
    if not speakers:
        return Page(escape(language.say(strings.NOBODY)))
    counts = sorted(((one.quoted + one.reported, one.name) for one in speakers), key=_most_first)
    lines = [f"{escape(clip(name, _NAME))}: {language.number(count)}" for count, name in counts]
    groups = ["\n".join(lines[n : n + _LINES]) for n in range(0, len(lines), _LINES)]
    head = escape(language.say(strings.SPEAKERS))
    return page_of([f"{head}\n\n{group}" for group in groups], number, language)


def _most_first(counted: tuple[int, str]) -> tuple[int, str]:
    return -counted[0], counted[1]


def said(quotations: SpeakerQuotations, wanted: str, number: int, language: BotLanguage) -> Page:
    """
    Return page *number*, from 0, of the quotations found for the name *wanted*; past the last, the
    last page: the articles may have changed.
    """
    excerpts = quotations.excerpts
    if not excerpts:
        return Page(_no_quotations(quotations, wanted, language))
    first, *others = quotations.speakers
    several = bool(others) or any(excerpt.speaker not in first.names for excerpt in excerpts)
    blocks = [_quotation(excerpt, language, named=several) for excerpt in excerpts]
    name = escape(clip(first.name, _NAME))
    if quotations.others:
        topic, count = escape(clip(quotations.topic, _NAME)), language.number(quotations.others)
        blocks.append(language.say(strings.OTHER_WORDS, topic=topic, count=count))
    return page_of(packed([] if several else [f"<b>{name}</b>"], blocks), number, language)


def _no_quotations(quotations: SpeakerQuotations, wanted: str, language: BotLanguage) -> str:
    name = escape(clip(wanted, _NAME))
    if quotations.speakers:
        names = escape(clip(", ".join(speaker.name for speaker in quotations.speakers), _NAME))
        topic = escape(clip(quotations.topic, _NAME))
        return language.say(strings.NO_WORDS_ABOUT, name=names, topic=topic)
    if quotations.suggestions:
        others = escape(clip(", ".join(quotations.suggestions), _NAME))
        return language.say(strings.LIKE_A_SPEAKER, name=name, others=others)
    return language.say(strings.UNKNOWN_SPEAKER, name=name)


def _quotation(excerpt: Excerpt, language: BotLanguage, *, named: bool) -> str:
    span, cut = Span(excerpt.start, excerpt.end), ""
    if span.end - span.start > _LONGEST:
        end = excerpt.article.text.rfind(" ", span.start, span.start + _LONGEST)
        span, cut = Span(span.start, end if end > span.start else span.start + _LONGEST), "[…]\n"
    name = escape(clip(excerpt.speaker or "", _NAME))
    if excerpt.voice and excerpt.voice.form == "reported":
        head = f"{language.say(strings.REPORTED, name=name)}:\n"
    else:
        head = f"{name}:\n" if named else ""
    return f"{head}{quotation(excerpt.article, span, ())}\n{cut}{source_line(excerpt, language)}"


def packed(head: Sequence[str], blocks: Iterable[str]) -> list[str]:
    """Return pages of whole *blocks*, with *head* at the top of each."""
    pages: list[list[str]] = []
    for block in blocks:
        # Telegram counts the parsed text; this is longer, so what fits here fits there.
        if pages and units("\n\n".join([*pages[-1], block])) <= MessageLimit.MAX_TEXT_LENGTH:
            pages[-1].append(block)
        else:
            pages.append([*head, block])
    return ["\n\n".join(page) for page in pages]


def page_of(
    pages: Sequence[str], number: int, language: BotLanguage, of: ListName = "said"
) -> Page:
    """Return page *number* of *pages*, or the last, with buttons to those beside it."""
    number = min(number, len(pages) - 1)
    around = [(n, List(n, language.code, of).data) for n in (number - 1, number + 1)]
    return Page(pages[number], keyboard(paging(number, len(pages), around)))
