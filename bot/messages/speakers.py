"""Who is quoted, and with what words, as messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram.constants import MessageLimit

from bot.i18n.languages import N_, Language
from bot.messages.answers import Page, clip, escape, keyboard, quotation, source, turning
from bot.messages.buttons import List
from bot.messages.markup import units
from retrieval.answers.records import Excerpt
from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
from retrieval.articles import Span
from retrieval.library import Library

_LONGEST = 1_500
"""Characters of a quotation; what is longer is cut between words, and the cut is marked."""

_NAME = 100
_LINES = 40
"""Speakers on a page."""

SPEAKERS = N_("Quoted in the articles, and how often. /said and a name shows the words:")
NOBODY = N_("Nobody is quoted in the articles.")
UNKNOWN = N_("Nobody called {name} is quoted. /said lists who is.")
NOTHING = N_("No words of {name} stand between quotation marks.")
NOTHING_ABOUT = N_("No words of {name} about {topic} stand between quotation marks.")


def drawn(library: Library, wanted: str, page: int, language: Language) -> Page:
    """
    A page, from 0, of what somebody said; of all speakers where nobody is *wanted*.

    A page past the last shows the last: the articles may have changed.
    """
    if not wanted.strip():
        return _listed(library.list_speakers(), page, language)
    found = library.find_quotations(wanted)
    if not found.excerpts:
        return Page(_none(found, wanted, language))
    one = len({excerpt.speaker for excerpt in found.excerpts}) == 1
    blocks = (_said(excerpt, language, named=not one) for excerpt in found.excerpts)
    head = [f"<b>{escape(clip(found.excerpts[-1].speaker or '', _NAME))}</b>"] if one else []
    return _page(_packed(head, blocks), page, language)


def _listed(speakers: Sequence[Speaker], page: int, language: Language) -> Page:
    quoted = [one for one in speakers if one.quoted]
    if not quoted:
        return Page(escape(language.say(NOBODY)))
    lines = [f"{escape(clip(one.name, _NAME))}: {language.number(one.quoted)}" for one in quoted]
    groups = ["\n".join(lines[n : n + _LINES]) for n in range(0, len(lines), _LINES)]
    head = escape(language.say(SPEAKERS))
    return _page([f"{head}\n\n{group}" for group in groups], page, language)


def _none(found: SpeakerQuotations, wanted: str, language: Language) -> str:
    names = escape(clip(", ".join(one.name for one in found.speakers), _NAME))
    if not found.speakers:
        return language.say(UNKNOWN, name=escape(clip(wanted, _NAME)))
    if not found.topic:
        return language.say(NOTHING, name=names)
    return language.say(NOTHING_ABOUT, name=names, topic=escape(clip(found.topic, _NAME)))


def _said(excerpt: Excerpt, language: Language, *, named: bool) -> str:
    span, cut = Span(excerpt.start, excerpt.end), ""
    if span.end - span.start > _LONGEST:
        end = excerpt.article.text.rfind(" ", span.start, span.start + _LONGEST)
        span, cut = Span(span.start, end if end > span.start else span.start + _LONGEST), "[…]\n"
    head = f"{escape(clip(excerpt.speaker or '', _NAME))}:\n" if named else ""
    return f"{head}{quotation(excerpt.article, span, ())}\n{cut}{source(excerpt, language)}"


def _packed(head: Sequence[str], blocks: Iterable[str]) -> list[str]:
    """Pages of whole *blocks*, *head* above each."""
    pages: list[list[str]] = []
    for block in blocks:
        # Telegram counts the parsed text; this is longer, so what fits here fits there.
        if pages and units("\n\n".join([*pages[-1], block])) <= MessageLimit.MAX_TEXT_LENGTH:
            pages[-1].append(block)
        else:
            pages.append([*head, block])
    return ["\n\n".join(page) for page in pages]


def _page(pages: Sequence[str], page: int, language: Language) -> Page:
    page = min(page, len(pages) - 1)
    turn = [(n, List(n, language.code, "said").data) for n in (page - 1, page + 1)]
    return Page(pages[page], keyboard(turning(page, len(pages), turn)))
