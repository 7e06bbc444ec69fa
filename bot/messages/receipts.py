"""What a receipt is worth, as a message."""

from __future__ import annotations

from collections.abc import Mapping

from bot.i18n.languages import N_, Language
from bot.messages.answers import Page, cited, clip, escape, quotation
from retrieval.answers.cited_words import Words
from retrieval.articles import Span
from retrieval.receipts.verification import (
    Changed,
    Forged,
    Moved,
    Name,
    Removed,
    Renamed,
    Verbatim,
    Verification,
)

_ALONE, _BOTH = 1_000, 600
"""Most characters of a quotation, where there is one, and where there are two: they fit a message."""

_NAME = 100
"""Most characters of an article's id."""

USAGE = N_("""\
Every excerpt has a receipt: a word of letters and digits that names the article, its version and the \
place. Send it after /verify, and I show the words where they stand, or how they have changed since.""")

_SAID: Mapping[Name, str] = {
    "verbatim": N_("<b>Verbatim</b>: these words stand in the article as the receipt says."),
    "moved": N_(
        "<b>Verbatim</b>: the article has changed since, and the same words still stand in it."
    ),
    "renamed": N_(
        "<b>Verbatim</b>: the article is called {name} now, and these words stand in it as the receipt says."
    ),
    "changed": N_(
        "<b>Changed</b>: the article has changed since, and the words of the receipt stand in it no more."
    ),
    "removed": N_("<b>Removed</b>: the article is not in the collection any more."),
    "unknown": N_("<b>Unknown</b>: no article of mine is the one that the receipt names."),
    "forged": N_(
        "<b>Not valid</b>: this is no receipt, or not as it was made. Perhaps a letter is wrong, too many "
        "or missing."
    ),
}


def drawn(verdict: Verification, language: Language) -> Page:
    """The words in their paragraph, those of the receipt bold, under what it is worth."""
    say = language.say
    lines = [say(_SAID[verdict.name])]
    match verdict:
        case Renamed():
            name = escape(clip(verdict.words.article.id, _NAME))
            lines = [say(_SAID[verdict.name], name=name)]
            lines += _shown(verdict.words, _ALONE, language)
        case Verbatim() | Moved():
            lines += _shown(verdict.words, _ALONE, language)
        case Changed(old=None) | Removed(old=None):
            lines.append(say("What it said then is not kept."))
        case Removed(old=Words() as old):
            lines += ["", say("It said:"), *_shown(old, _ALONE, language)]
        case Changed(old=Words() as old, new=None):
            lines.append(say("Nothing that it says now is like them."))
            lines += ["", say("It said:"), *_shown(old, _ALONE, language)]
        case Changed(old=Words() as old, new=Words() as new):
            lines += ["", say("It said:"), *_quoted(old, _BOTH)]
            lines += ["", say("The nearest that it says now:"), *_shown(new, _BOTH, language)]
        case Forged() if verdict.receipt:
            lines = [
                say("<b>Tampered with</b>: that version of the article has other words there.")
            ]
    return Page("\n".join(lines))


def _shown(words: Words, most: int, language: Language) -> list[str]:
    return [*_quoted(words, most), *cited(words.citation, words.article, words.span, language)]


def _quoted(words: Words, most: int) -> list[str]:
    """At most so many characters of the paragraph, and a sign where not all the words are among them."""
    part = _part(words, most)
    quoted = quotation(words.article, part, [words.span])
    return [quoted] if part.end >= words.span.end else [quoted, "…"]


def _part(words: Words, most: int) -> Span:
    """As much of the paragraph as there is room for, cut between words, that of the receipt among it."""
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
