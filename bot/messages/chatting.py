"""Who wrote and who says what the last answer shows, and dated sentences in order, as messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.answers import Page, cited, clip, escape, quotation, source_line
from bot.messages.speakers import packed, page_of
from retrieval.answers.records import Excerpt
from retrieval.answers.timeline import DatedSentence, Timeline
from retrieval.articles import Span

_NAME = 100


def who_wrote(excerpt: Excerpt, language: BotLanguage) -> Page:
    """Return author, publisher and date of the article of *excerpt*, and what of these it does not say."""
    citation = excerpt.citation
    lines = cited(citation, excerpt.article, Span(excerpt.start, excerpt.end), language)
    missing = [
        sentence
        for sentence, known in (
            (strings.NO_AUTHOR, citation.author),
            (strings.NO_PUBLISHER, citation.publisher),
            (strings.NO_DATE, citation.published),
        )
        if not known
    ]
    return Page("\n".join([*lines, *(escape(language.say(sentence)) for sentence in missing)]))


def who_said(excerpt: Excerpt, language: BotLanguage) -> Page:
    """
    Return everybody whose words stand in *excerpt*, each with these words and where they are from; first those
    whose words answer.
    """
    source = source_line(excerpt, language)
    if not excerpt.voices:
        return Page(f"{escape(language.say(strings.NOBODY_SPEAKS))}\n{source}")
    return Page("\n".join([*_voices(excerpt, language), source]))


def _voices(excerpt: Excerpt, language: BotLanguage) -> Iterator[str]:
    answering = {voice.name for voice in excerpt.core_voices}
    for voice in sorted(excerpt.voices, key=lambda voice: voice.name not in answering):
        for marked, spans in groupby(voice.spans, voice.marked.__contains__):
            name = clip(voice.name, _NAME)
            named = name if marked else language.say(strings.REPORTED, name=name)
            yield f"<b>{escape(named)}</b>"
            yield from (quotation(excerpt.article, span, ()) for span in spans)


def timeline(found: Timeline, number: int, language: BotLanguage) -> Page:
    """Return page *number*, from 0, of a timeline; past the last, the last page."""
    topic = escape(clip(found.topic, _NAME))
    if not found.sentences:
        nothing = strings.NO_DATES_ABOUT if topic else strings.NO_DATES
        return Page(language.say(nothing, topic=topic) if topic else language.say(nothing))
    head = [] if found.complete else [f"<i>{escape(language.say(strings.NOT_ALL_READ))}</i>"]
    return page_of(packed(head, _dated(found.sentences, language)), number, language, "timeline")


def _dated(sentences: Iterable[DatedSentence], language: BotLanguage) -> Iterator[str]:
    for sentence in sentences:
        excerpt, date = sentence.excerpt, language.date(sentence.date)
        if sentence.inferred:
            date = language.say(strings.YEAR_INFERRED, date=date)
        quoted = quotation(excerpt.article, Span(excerpt.start, excerpt.end), excerpt.highlights)
        yield f"<b>{escape(date)}</b>\n{quoted}\n{source_line(excerpt, language)}"
