"""The verification of a receipt, as a message."""

from __future__ import annotations

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.answers import Page, cited, clip, escape, quotation
from retrieval.answers.cited_words import Words
from retrieval.articles import Span
from retrieval.receipts.verification import (
    Changed,
    Forged,
    Moved,
    Removed,
    Renamed,
    Verbatim,
    Verification,
)

_ALONE, _BOTH = 1_000, 600
"""The most characters of a quotation, if there is one, and if there are two: they fit a message."""

_NAME = 100
"""The most characters of an article's id."""


def receipt_page(verification: Verification, language: BotLanguage) -> Page:
    """Return the result, and the words of the receipt in bold in their paragraph."""
    say = language.say
    lines = [say(strings.RECEIPT[verification.name])]
    match verification:
        case Renamed():
            name = escape(clip(verification.words.article.id, _NAME))
            lines = [say(strings.RECEIPT[verification.name], name=name)]
            lines += _shown(verification.words, _ALONE, language)
        case Verbatim() | Moved():
            lines += _shown(verification.words, _ALONE, language)
        case Changed(old=None) | Removed(old=None):
            lines.append(say(strings.IT_SAID_IS_NOT_KEPT))
        case Removed(old=Words() as old):
            lines += ["", say(strings.IT_SAID), *_shown(old, _ALONE, language)]
        case Changed(old=Words() as old, new=None):
            lines.append(say(strings.NOTHING_LIKE_IT))
            lines += ["", say(strings.IT_SAID), *_shown(old, _ALONE, language)]
        case Changed(old=Words() as old, new=Words() as new):
            lines += ["", say(strings.IT_SAID), *_quoted(old, _BOTH)]
            lines += ["", say(strings.NEAREST_NOW), *_shown(new, _BOTH, language)]
        case Forged() if verification.receipt:
            lines = [say(strings.TAMPERED)]
    return Page("\n".join(lines))


def _shown(words: Words, most: int, language: BotLanguage) -> list[str]:
    return [*_quoted(words, most), *cited(words.citation, words.article, words.span, language)]


def _quoted(words: Words, most: int) -> list[str]:
    """Return *most* characters of the paragraph, and “…” if they do not include all the words."""
    part = _part(words, most)
    quoted = quotation(words.article, part, [words.span])
    return [quoted] if part.end >= words.span.end else [quoted, "…"]


def _part(words: Words, most: int) -> Span:
    """Return as much of the paragraph around the words as there is room for, cut between words."""
    (start, end), text = words.span, words.article.text
    if len(range(*words.around)) <= most:
        return words.around
    if end - start >= most:
        return Span(start, start + most)
    room = (most - (end - start)) // 2
    before, after = max(words.around.start, start - room), min(words.around.end, end + room)
    if before > words.around.start:
        before = next((at + 1 for at in range(before, start) if text[at].isspace()), start)
    if after < words.around.end:
        after = next((at for at in range(after, end, -1) if text[at].isspace()), end)
    return Span(before, after)
