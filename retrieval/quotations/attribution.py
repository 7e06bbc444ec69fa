"""Who said what in an article, in quotation marks and in reported speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from retrieval.articles import Article, Span
from retrieval.lang.registry import speech as speech_of
from retrieval.lang.schema import Speech
from retrieval.quotations.clauses import Places
from retrieval.quotations.cues import Cue, cues, preface
from retrieval.quotations.insertions import divided, with_lines
from retrieval.quotations.interviews import (
    begins_with_dash,
    exchanges,
    first_question,
    may_be_interview,
    turns,
)
from retrieval.quotations.lexicon import is_body, is_role
from retrieval.quotations.marks import MARKS, Marked, blanked, marked
from retrieval.quotations.names import name_of, runs
from retrieval.quotations.quoted import attribution_of, in_brackets, is_long, is_speech
from retrieval.quotations.records import Form, Quotation
from retrieval.quotations.sentences import (
    Attribution,
    ReadSentence,
    RecentSentences,
    pieces,
    sentences,
    without_dateline,
)
from retrieval.quotations.speakers import Speakers
from retrieval.quotations.subjects import Subject
from retrieval.quotations.tokens import BLANK, TextToken, owns, tokens

_ANY_MARK = re.compile(f"[{MARKS.replace('’', '')}]")
_ASIDE = re.compile(r"\([^()]*\) ?")
_JOINS = frozenset(["and", "but", ",", "–", "—"])
"""What joins a reported clause to the next verb of speech."""
_RELATIVE = frozenset(["who", "which", "that"])
_ENDS = ".!?…,;"
_MOST_CUES = 8
"""Most cues that are read in one sentence."""
_LONGEST_PREFACE = 12
"""Most words before a colon that may lead to a quotation."""
_LONGEST_NAME = 8
"""Most words before a colon that may be the speaker's name."""


def quotations(article: Article) -> tuple[Quotation, ...]:
    """
    Return what *article* quotes and reports, in order of start; those of one form do not overlap.

    Words between marks are a quotation where a cue says so, or where they are four or more; fewer
    are the name of something, or a word that the writer keeps a distance from. The words of a
    heading are also one where the section beneath quotes the same.
    """
    return _read(article, list(_parts(article)))


def quotations_in(article: Article, span: Span) -> tuple[Quotation, ...]:
    """Return those of `quotations` in the sections that have a part of *span*, without reading the others."""
    parts = list(_parts(article))
    ends = [
        max((piece.end for piece in (heading, *under) if piece), default=0)
        for heading, under in parts
    ]
    first = bisect_right(ends, span.start)
    last = min(bisect_left(ends, span.end), len(parts) - 1)
    while 0 < first < len(parts) and not parts[first][0]:
        first -= 1  # without a heading between, a section goes on with whoever spoke last
    return _read(article, parts[first : last + 1])


def _read(article: Article, parts: Sequence[_Part]) -> tuple[Quotation, ...]:
    text = article.text
    if not (
        _ANY_MARK.search(text)
        or speech_of(article.language).reports(text)
        or may_be_interview(text)
        or (speech_of(article.language).inside_marks and begins_with_dash(text))
    ):
        return ()
    reader = _Reader(article)
    spoken: list[Quotation] = []
    for heading, paragraphs in parts:
        spoken += reader.section(heading, paragraphs)
    return tuple(_without_overlaps(spoken))


_Part = tuple[Span | None, Sequence[Span]]
"""A heading, or the title, and the paragraphs beneath it."""


def _parts(article: Article) -> Iterator[_Part]:
    """Yield the title, where it stands above the text, then each section's heading and paragraphs."""
    first = article.sections[0].paragraphs[0].start if article.sections else 0
    for skip in article.skipped:
        if skip.reason == "title" and skip.start < first:
            yield Span(skip.start, skip.end), ()
            break
    for section in article.sections:
        yield section.heading, section.paragraphs


def _without_overlaps(spoken: Iterable[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations in order; of two of one form that overlap only the first."""
    ends: dict[Form, int] = {"quoted": -1, "reported": -1}
    for quotation in sorted(spoken, key=lambda quotation: (quotation.start, quotation.end)):
        if ends[quotation.form] <= quotation.start < quotation.end:
            ends[quotation.form] = quotation.end
            yield quotation


class _Reader:
    """Reads the sections of an article in order, and remembers who spoke last."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text
        self._speech = speech_of(article.language)
        self._recent = RecentSentences(article, self._speech)
        self._speakers = Speakers(article, self._speech, self._recent)
        self._last: Span | None = None  # who spoke last
        self._last_at = -1  # and in which paragraph
        self._number = 0  # of the paragraph, counted through the article
        self._answers = self._interviewee()

    def _interviewee(self) -> tuple[int, Span] | None:
        """Return where an interview begins whose answers alone are in marks, and who gives them."""
        pieces = [
            piece
            for heading, paragraphs in _parts(self._article)
            for piece in (*([heading] if heading else []), *paragraphs)
        ]
        asked = first_question(self._text, pieces)
        before = [one for one in pieces if asked and one.end <= asked.start]
        name = self._speakers.introduced(before)
        return (asked.start, name) if asked and name else None

    def section(self, heading: Span | None, paragraphs: Sequence[Span]) -> list[Quotation]:
        self._recent.clear()
        above: list[Quotation] = []
        if heading:
            self._last = None
            above = self._paragraphs([heading], heading=True)
            if paragraphs:
                self._last = None
                self._recent.clear()
        beneath = [*self._turns(paragraphs), *self._paragraphs(paragraphs, heading=False)]
        return [*_named_beneath(self._text, heading, above, beneath), *beneath]

    def _turns(self, paragraphs: Sequence[Span]) -> Iterator[Quotation]:
        """Yield what the answers of an interview are, and the questions of a named interviewer."""
        said = turns(self._text, paragraphs)
        speakers: dict[str, Span | None] = {}
        for turn in said:
            label = self._article.slice(turn.label)
            if label not in speakers:
                before = [one for one in paragraphs if one.end <= said[0].label.start]
                speakers[label] = self._in_interview(turn.label, before)
            if label not in self._speech.asker:
                yield Quotation(*turn.words, "quoted", speakers[label], None)
        if self._speech.inside_marks and (asked := exchanges(self._text, paragraphs)):
            before = [one for one in paragraphs if one.end <= asked[0].question.start]
            asks, answers = self._interviewer(before), self._speakers.introduced(before)
            for question, answer in asked:
                yield Quotation(*question, "quoted", asks, None)
                yield Quotation(*answer, "quoted", answers, None)

    def _interviewer(self, paragraphs: Sequence[Span]) -> Span | None:
        """Return whom *paragraphs* name as who asks: "Із нею розмовляла Ада Парк"."""
        for paragraph in paragraphs:
            text = self._article.slice(paragraph)
            words = tokens(text, paragraph.start, self._article.language)
            for place, word in enumerate(words[:-1]):
                if word.text.lower() in self._speech.interviewing:
                    first, last = next(runs(words[place + 1 :]), (1, 1))
                    name = name_of(words[place + 1 :][first : last + 1], self._article.language)
                    return name.span if name and first == 0 else None
        return None

    def _in_interview(self, label: Span, before: Sequence[Span]) -> Span | None:
        """Return who speaks after *label* in an interview that the paragraphs *before* introduce."""
        if self._article.slice(label) in self._speech.answerer:
            return self._speakers.introduced(before)
        words = tokens(self._article.slice(label), label.start, self._article.language)
        name = name_of(words, self._article.language)
        return self._speakers.fullest(name.span) if name else None

    def _paragraphs(self, paragraphs: Sequence[Span], heading: bool) -> list[Quotation]:
        between = list(marked(self._text, paragraphs))
        inside = list(divided(self._text, between, self._speech))
        if self._speech.inside_marks:
            inside = with_lines(self._text, paragraphs, inside, self._speech)
        spoken: list[Quotation] = []
        place = 0
        for paragraph in paragraphs:
            self._number += 1
            while place < len(inside) and inside[place].outer.end <= paragraph.start:
                place += 1
            stop = place
            while stop < len(inside) and inside[stop].outer.start < paragraph.end:
                stop += 1
            spoken += self._paragraph(paragraph, inside[place:stop], heading)
        return spoken

    def _paragraph(
        self, paragraph: Span, inside: Sequence[Marked], heading: bool
    ) -> list[Quotation]:
        prose = blanked(self._text, paragraph, inside, BLANK)
        spoken: list[Quotation] = []
        if not heading and not inside and not self._speech.reports(prose):
            self._recent.pass_over(paragraph.start, prose, self._number)
            return spoken
        begun: Sequence[Marked] = [one for one in inside if one.outer.start >= paragraph.start]
        for start, piece in pieces(prose, paragraph.start):
            if not heading and not self._may_say(piece):
                here, begun = _divided(begun, start + len(piece))
                spoken += self._quoted(ReadSentence((), self._number), here, paragraph)
                self._recent.pass_over(start, piece, self._number)
                continue
            self._recent.take_passed()
            words = tokens(piece, start, self._article.language)
            if start == paragraph.start:
                words = [*without_dateline(words)]
            for sentence in sentences(words, self._text, self._speech):
                here, begun = _divided(begun, sentence[-1].end)
                spoken += self._sentence(sentence, here, paragraph, heading)
        return spoken

    def _may_say(self, piece: str) -> bool:
        """Return whether *piece* may say who speaks; only then it is split into words."""
        if BLANK not in piece:
            return self._speech.reports(piece)
        return self._may_go_on() or ":" in piece or self._speech.tells(piece)

    def _may_go_on(self) -> bool:
        return self._last is not None and self._number - self._last_at <= 1

    def _sentence(
        self, words: Sequence[TextToken], inside: Sequence[Marked], paragraph: Span, heading: bool
    ) -> list[Quotation]:
        sentence = ReadSentence(words, self._number)
        attributions = sentence.attributions
        for cue in islice(cues(words, self._article.language, heading), _MOST_CUES):
            previous = self._last if self._number - self._last_at <= 2 else None
            name = self._speakers.speaker(cue, sentence, previous)
            attributions.append(Attribution(cue, name))
        if heading and (attribution := self._after_dash(words)):
            attributions.append(attribution)
        if inside and (attribution := self._before_colon(sentence)):
            attributions.append(attribution)
        spoken = [*_reported(sentence, self._speech), *self._quoted(sentence, inside, paragraph)]
        for attribution in attributions[:1]:
            self._last, self._last_at = attribution.name, self._number
        self._recent.add(sentence)
        return spoken

    def _quoted(
        self, sentence: ReadSentence, inside: Sequence[Marked], paragraph: Span
    ) -> Iterator[Quotation]:
        text = self._text
        for words in inside:
            attribution = attribution_of(sentence, words, self._speech)
            if in_brackets(text, words, paragraph) or not is_speech(
                text, sentence, words, attribution, self._speech
            ):
                continue
            if attribution:
                name, cue = attribution.name, _span(sentence.words, attribution.cue)
                yield Quotation(words.start, words.end, "quoted", name, cue)
                self._last, self._last_at = name, self._number
            elif is_long(text, words, paragraph) or self._goes_on(sentence, words):
                name = self._previous_speaker(sentence, words, paragraph)
                yield Quotation(words.start, words.end, "quoted", name, None)

    def _previous_speaker(
        self, sentence: ReadSentence, quoted: Marked, paragraph: Span
    ) -> Span | None:
        """Return who spoke before, in this paragraph or the last, where nobody else can be meant."""
        if self._answers and paragraph.start > self._answers[0]:
            return self._answers[1]
        if not self._may_go_on():
            return None
        if quoted.outer.start == paragraph.start and quoted.outer.end >= paragraph.end - 1:
            before = self._text[max(0, paragraph.start - 8) : paragraph.start]
            is_answer = before.rstrip(' \n\r\t\xa0”"’').endswith("?")
            return None if is_answer else self._last
        return self._last if self._goes_on(sentence, quoted) else None

    def _goes_on(self, sentence: ReadSentence, quoted: Marked) -> bool:
        """Return whether a speaker goes on: "“No,” Ada Park said. “Never.”"."""
        alone = all(word.quoted or word.text in ".!?…," for word in sentence.words)
        whole = not quoted.single or self._text[quoted.end - 1] in _ENDS
        return alone and whole and self._may_go_on() and self._has_just_spoken()

    def _has_just_spoken(self) -> bool:
        """Return whether only speech stands in the paragraph since somebody last spoke there."""
        before = next(iter(self._recent.nearest_first()), None)
        if before is None or before.paragraph != self._number:
            return True
        return bool(before.attributions) or any(word.quoted for word in before.words)

    def _before_colon(self, sentence: ReadSentence) -> Attribution | None:
        """Return the speaker of "Ada Park: “No.”", and of "Ada Park was blunt: “No.”"."""
        words = sentence.words
        for place, token in enumerate(words[: _LONGEST_PREFACE + 1]):
            if token.text == ":" and place + 1 < len(words) and words[place + 1].quoted:
                named = self._attributed(words, place, 0, self._topic(sentence, place), None)
                if named or sentence.attributions:
                    return named
                cue = preface(words, place, self._article.language)
                name = self._speakers.speaker(cue, sentence, None) if cue else None
                return Attribution(cue, name) if cue and name else None
        return None

    def _topic(self, sentence: ReadSentence, colon: int) -> int:
        """Return where the speaker before *colon* ends: at the comma in "Ada Park, on the bridge: “No.”"."""
        words = sentence.words
        comma = next((at for at in range(colon) if words[at].text == ","), colon)
        is_topic = comma + 1 < colon and words[comma + 1].text.lower() in self._speech.links
        return comma if is_topic else colon

    def _after_dash(self, words: Sequence[TextToken]) -> Attribution | None:
        """Return the speaker of a heading: "It rained – Ada Park"."""
        for place in range(len(words) - 1, max(2, len(words) - _LONGEST_NAME), -1):
            if words[place].text in "–—-":
                return self._attributed(words, place, place + 1, len(words), (0, place))
        return None

    def _attributed(
        self,
        words: Sequence[TextToken],
        sign: int,
        first: int,
        end: int,
        clause: tuple[int, int] | None,
    ) -> Attribution | None:
        """Return who is named by the words from *first* to before *end*, where they are one name."""
        while first < end - 1 and _describes(words[first], words[first + 1]):
            first += 1  # "Labour leader Ada Park:"
        run = words[first:end]
        if list(runs(run)) != [(0, len(run) - 1)]:
            return None
        name = name_of(run, self._article.language)
        if name is None:
            return None
        cue = Cue(sign, sign, Subject(first, end - 1, name.span), False, clause)
        return Attribution(cue, self._speakers.fullest(name.span))


def _describes(word: TextToken, following: TextToken) -> bool:
    """Return whether *word* belongs to a role before a name that begins with *following* or later."""
    return is_role(word.text) or is_role(following.text) or owns(word)


def _divided(inside: Sequence[Marked], end: int) -> tuple[Sequence[Marked], Sequence[Marked]]:
    """Return those that begin before *end*, and the others."""
    place = bisect_left(inside, end, key=lambda one: one.outer.start)
    return inside[:place], inside[place:]


def _span(words: Sequence[TextToken], cue: Cue) -> Span:
    return Span(words[cue.first].start, words[cue.last].end)


def _reported(sentence: ReadSentence, speech: Speech) -> Iterator[Quotation]:
    """Yield the clauses that the cues of *sentence* report; of two that overlap, one."""
    words = sentence.words
    taken: list[Places] = []
    for attribution in sorted(
        sentence.attributions, key=lambda one: words[one.cue.first].text.lower() == "according"
    ):
        cue, name = attribution
        if _only_relays(sentence, cue, speech):
            continue
        for clause in _reported_words(sentence, cue, speech):
            if not any(clause[0] < end and first < clause[1] for first, end in taken):
                taken.append(clause)
                start, end = words[clause[0]].start, words[clause[1] - 1].end
                yield Quotation(start, end, "reported", name, _span(words, cue))


def _only_relays(sentence: ReadSentence, cue: Cue, speech: Speech) -> bool:
    """Return whether what *cue* reports is that somebody else says so: "Ada Park denies it, the Bugle reports"."""
    return sentence.words[cue.first].text.lower() in speech.relaying and any(
        cue.clause and cue.clause[0] <= other.first < cue.clause[1] <= cue.first
        for other, _ in sentence.attributions
    )


def _reported_words(sentence: ReadSentence, cue: Cue, speech: Speech) -> Iterator[Places]:
    """Yield the places of the words that *cue* reports, without pauses and without marks alone."""
    words = sentence.words
    for clause in filter(None, (cue.clause, cue.rest)):
        first, end = clause
        while end > first and words[end - 1].text in ",–—-;":
            end -= 1
        while first < end and words[first].text in ",–—-":
            first += 1
        for other, _ in sentence.attributions:  # what another reports begins there
            if other.first and words[other.first - 1].text.lower() in _RELATIVE:
                continue  # "the witness who testified"
            cut = other.first
            if other.subject.first > first:
                cut = min(cut, other.subject.first)
            if other is not cue and other.clause and first + 2 < cut < other.clause[0] < end:
                end = cut
        while end > first and words[end - 1].text.lower() in _JOINS:
            end -= 1
        if any(
            not word.quoted
            and word.text[0].isalnum()
            and word.text.lower() not in speech.determiners
            for word in words[first:end]
        ):
            yield first, end


def _named_beneath(
    text: str, heading: Span | None, above: Sequence[Quotation], beneath: Sequence[Quotation]
) -> Iterator[Quotation]:
    """Yield what the heading quotes, with the speaker who says the same words in its section."""
    spoken = [
        (_ASIDE.sub("", _plain(text[quotation.start : quotation.end])), quotation.name)
        for quotation in beneath
        if quotation.form == "quoted" and quotation.name
    ]
    for quotation in above:
        if quotation.form == "quoted" and _may_be_country(text, quotation.name):
            name = _speaker_of(text[quotation.start : quotation.end], spoken)
            yield replace(quotation, name=name or quotation.name)
        else:
            yield quotation
    known = {quotation.start for quotation in above}
    for words in marked(text, [heading] if heading else []):
        name = _speaker_of(text[words.start : words.end], spoken)
        if words.start not in known and name:
            yield Quotation(words.start, words.end, "quoted", name, None)


def _may_be_country(text: str, name: Span | None) -> bool:
    """Return whether a heading names nobody, or by one word that is no organization: "Lenne accuses …"."""
    written = text[slice(*name)] if name else ""
    return " " not in written and not is_body(written)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _speaker_of(words: str, spoken: Sequence[tuple[str, Span | None]]) -> Span | None:
    """Return the speaker of the first of *spoken* that contains *words*."""
    wanted = re.compile(rf"(?<!\w){re.escape(_plain(words))}(?!\w)")
    return next((name for text, name in spoken if wanted.search(text)), None)
