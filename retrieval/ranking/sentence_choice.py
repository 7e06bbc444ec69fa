"""The sentences to show, and the words to mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import MAX_EXCERPT, PassageSentence
from retrieval.index.passages import Passage, runs
from retrieval.query.parser import Kind
from retrieval.quotations.coreference import Leaning
from retrieval.ranking.evidence import Asked
from retrieval.text.analyzer import Token, analyze
from retrieval.text.context_dependence import leans
from retrieval.text.sentences import sentences, trim

_ENOUGH = 420  # an excerpt shorter than this takes in its neighbours, so that it can be understood
_LENGTH_COST = 0.04  # of the question's worth, for each sentence that has to be read
_KIND_WORTH = 0.1  # of the question's worth, for having the kind of thing asked for


@dataclass(frozen=True, slots=True)
class Choice:
    """
    The sentences that a passage is chosen for, or of one that is too long to show a part: where they
    stand, and their terms.
    """

    least: Span
    core: frozenset[str]


class Shown(NamedTuple):
    """
    What a reader sees of a passage: a choice and what helps to understand it, the words there that
    the question is about, in order and apart, and whom its first words mean, where the sentence that
    says so does not fit.
    """

    span: Span
    highlights: tuple[Span, ...]
    leans_on: Leaning | None


def choose(
    article: Article, whole: Sequence[PassageSentence], asked: Asked, kind: Kind | None
) -> Choice:
    """
    The consecutive sentences of a passage that hold most of the question in the fewest words.

    Args:
        whole: The passage, as `sentences_at` returns it; not empty.
        kind: What is asked for; a sentence that has such a thing is preferred.

    Returns:
        At most `MAX_EXCERPT` characters; of a longer sentence, its part around the matched words.
    """
    first, last = _best_window(article.text, whole, asked, kind)
    core = frozenset[str]().union(*(sentence.terms for sentence in whole[first : last + 1]))
    least = Span(whole[first].span.start, whole[last].span.end)
    if least.end - least.start > MAX_EXCERPT:
        least = _cut(article.text, least, _marks(whole[first : last + 1], asked))
    return Choice(least, core)


def extent(article: Article, whole: Sequence[PassageSentence], choice: Choice) -> Span:
    """
    *choice* with those sentences of the passage that it leans on and that follow, until there is
    enough to understand.

    Args:
        whole: The passage, as `sentences_at` returns it.
    """
    chosen = [
        number
        for number, sentence in enumerate(whole)
        if choice.least.start <= sentence.span.start and sentence.span.end <= choice.least.end
    ]
    if not chosen:  # a part of an overlong sentence
        return choice.least
    first, last = _extend(article, whole, chosen[0], chosen[-1])
    return Span(whole[first].span.start, whole[last].span.end)


def _marks(shown: Iterable[PassageSentence], asked: Asked) -> list[Token]:
    """The tokens in the sentences *shown* that the question is about."""
    found = [token for sentence in shown for token in sentence.tokens()]
    return [found[place] for place in asked.marks([token.term for token in found])]


def settle(
    article: Article,
    passage: Passage,
    whole: Sequence[PassageSentence],
    choice: Choice,
    asked: Asked,
) -> Shown:
    """
    The `extent` of *choice*, beginning where a reader can: with the sentences before the passage
    that it leans on. At most `MAX_EXCERPT` characters of one section and nothing skipped.

    Args:
        whole: The passage, as `sentences_at` returns it.
    """
    text, language = article.text, article.language
    wide = extent(article, whole, choice)
    if not any(wide.start == sentence.span.start for sentence in whole):
        start, end = wide  # a part of an overlong sentence
        marks = [m for m in _marks(whole, asked) if start <= m.start and m.end <= end]
        return Shown(wide, _merge(marks), None)
    start, leaning = wide.start, None
    taken: list[PassageSentence] = []
    for span in _before(article, passage, start):
        if not leans(text, start, language) or choice.least.end - span.start > MAX_EXCERPT:
            break
        found = analyze(text, language, *span)
        taken.insert(0, PassageSentence(span, found.terms, found.places))
        start = span.start
    if leans(text, start, language):
        from retrieval.quotations.coreference import who  # many patterns, for few excerpts

        leaning = who(article, start, _before(article, passage, start))
        if not leaning:  # what only fills the excerpt can stay away
            later = (s.span.start for s in whole if start < s.span.start <= choice.least.start)
            start = next((place for place in later if not leans(text, place, language)), start)
    ends = [wide.end, *(s.span.end for s in whole if s.span.end >= choice.least.end)]
    end = max(e for e in ends if e <= wide.end and e - start <= MAX_EXCERPT)
    shown = [s for s in (*taken, *whole) if start <= s.span.start and s.span.end <= end]
    return Shown(Span(start, end), _merge(_marks(shown, asked)), leaning)


def alone(
    article: Article,
    passage: Passage,
    sentence: PassageSentence,
    asked: Asked,
    said: Span | None = None,
) -> Shown:
    """
    One *sentence* of a *passage*, whatever it leans on; at most `MAX_EXCERPT` characters.

    Args:
        said: Words of it to mark, too.
    """
    marks = _marks([sentence], asked)
    if said:
        marks = sorted([*marks, Token(*said, "")])
    span, leaning = sentence.span, None
    if span.end - span.start > MAX_EXCERPT:
        span = _cut(article.text, span, marks)
    if leans(article.text, span.start, article.language):
        from retrieval.quotations.coreference import who

        leaning = who(article, span.start, _before(article, passage, span.start))
    marks = [mark for mark in marks if span.start <= mark.start and mark.end <= span.end]
    return Shown(span, _merge(marks), leaning)


def _before(article: Article, passage: Passage, start: int) -> Iterator[Span]:
    """The sentences before *start* in the section of *passage*, nearest first, to what is skipped."""
    for run in runs(article, article.sections[passage.section]):
        if run[0][1].start <= passage.start < run[-1][1].end:
            for _, paragraph in reversed(run):
                if paragraph.start < start:
                    end = min(paragraph.end, start)
                    yield from reversed(
                        sentences(article.text, paragraph.start, end, article.language)
                    )


_NUMBER = (
    r"(?i)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"hundreds?|thousands?|millions?|billions?|dozens?|half|twice|none)\b"
)
_MONTHS = (
    "jan|ene|feb|fév|mar|mär|apr|abr|avr|ma[iy]|jun|jui|jul|aug|ago|aoû|sep|oct|okt|nov|dec|dez|dic|déc|янв|фев|апр|мая|ию[нл]"
    "|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру"
)
_TIME = (
    r"(?<![\d.,])(?:1\d|20)\d\d(?![\d,.]\d)|\b\d\d?[./]\d|\d\s*[年月日]|\d\d?(?:st|nd|rd|th)\b"
    rf"|\b\d\d?(?:\.|\sde)?\s(?i:{_MONTHS})[^\W\d]*|\b(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Mm]orning|[Aa]fternoon|[Ee]vening|[Cc]entury"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Ss]ame|[Ff]ollowing|[Ee]arlier\sthis)\s(?:night|week|month|year|spring|summer|autumn|winter)"
    r"|(?:week|month|year|decade)s?\s(?:ago|later|earlier))\b"
)
_AGE = (
    r"(?i)\baged?\s+\d|\b(?:years?|months?)[- ]old\b|,\s\d{1,3},|\bborn\b|\byears?\s+of\s+age\b|\bturn(?:s|ed|ing)\s+\d"
    r"|\d\s+(?:лет|года?|років|años|jahre|ans)\b|\d\s*[岁歳]"
)
_SPEECH = '["“”„«»「」]|``|‘[^’]{15,}’'
_ASKED_FOR = {"how-many": _NUMBER, "how-old": _AGE, "when": _TIME, "said": _SPEECH}


def has_kind(text: str, start: int, end: int, kind: Kind | None) -> bool:
    """Whether `text[start:end]` has the kind of thing asked for; True when any would do."""
    pattern = _asked_for(kind)
    return pattern is None or bool(pattern.search(text, start, end))


@cache
def _asked_for(kind: Kind | None) -> re.Pattern[str] | None:
    pattern = _ASKED_FOR.get(kind or "")
    return re.compile(pattern) if pattern else None


def _best_window(
    text: str, whole: Sequence[PassageSentence], asked: Asked, kind: Kind | None
) -> tuple[int, int]:
    """First and last of the sentences with the highest share of the question for their number."""
    found = [asked.terms.intersection(sentence.terms) for sentence in whole]
    suits = [has_kind(text, *sentence.span, kind) for sentence in whole]
    best, best_score = (0, 0), -1.0
    for first in range(len(whole)):
        seen: set[str] = set()
        for last in range(first, len(whole)):
            if last > first and whole[last].span.end - whole[first].span.start > MAX_EXCERPT:
                break
            seen |= found[last]
            if not seen:
                continue
            score = asked.share(seen) - _LENGTH_COST * (last - first)
            score += _KIND_WORTH * any(suits[first : last + 1])
            if score > best_score:
                best, best_score = (first, last), score
    return best


def _extend(
    article: Article, whole: Sequence[PassageSentence], first: int, last: int
) -> tuple[int, int]:
    """Take in what the sentences lean on, then what follows, until there is enough to understand."""

    def fits(first: int, last: int, limit: int) -> bool:
        return whole[last].span.end - whole[first].span.start <= limit

    while (
        first > 0
        and leans(article.text, whole[first].span.start, article.language)
        and fits(first - 1, last, MAX_EXCERPT)
    ):
        first -= 1
    while last + 1 < len(whole) and fits(first, last + 1, _ENOUGH):
        last += 1
    while first > 0 and fits(first - 1, last, _ENOUGH):
        first -= 1
    return first, last


def _cut(text: str, span: Span, marks: Sequence[Token]) -> Span:
    """The part of one overlong sentence around its first marked word, cut between words."""
    start = span.start
    if marks and marks[0].end - span.start > MAX_EXCERPT:
        start = marks[0].start - MAX_EXCERPT // 4
        start = (
            next((m.end() for m in re.finditer(r"\s+", text[start : marks[0].start])), 0) + start
        )
    end = min(span.end, start + MAX_EXCERPT)
    if end < span.end:
        space = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
        end = space if space > start else end
    return trim(text, start, end)


def _merge(marks: Sequence[Token]) -> tuple[Span, ...]:
    """The spans of *marks*, which are in order; those that touch or overlap as one."""
    merged: list[Span] = []
    for mark in marks:
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, mark.end))
        else:
            merged.append(Span(mark.start, mark.end))
    return tuple(merged)
