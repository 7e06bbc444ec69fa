"""The records of an answer. Both front ends present them and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from retrieval.articles import Article, Section, Span
from retrieval.articles.receipt_tokens import make_receipt
from retrieval.query.notes import Note
from retrieval.quotations.records import Reference
from retrieval.ranking.evidence import Requirement
from retrieval.reader.records import Reading

if TYPE_CHECKING:
    from retrieval.query.chat_intent import ChatRequest
    from retrieval.query.claim_pieces import ClaimPieces
    from retrieval.quotations.records import Form

Reason = Literal[
    "empty",
    "too-long",
    "not-a-question",
    "filtered-out",
    "other-language",
    "unknown-words",
    "not-quoted",
    "other-subject",
    "other-place",
    "other-time",
    "no-such-value",
    "not-together",
    "weak",
]
"""
Why there is no answer: the question has no words; it has more than `MAX_QUESTION` characters; it is meant
for the program and not for the articles; its filters and exact phrases exclude everything; it is in a
language that no article is in; some words stand nowhere in the articles; the one whose words are asked for is
not quoted, or not on this; the articles speak of another person or thing, another place, another time; they
do not have the number, date or name that is asked for; the words stand there, but never together; the best
match is too weak.
"""


@dataclass(frozen=True, slots=True)
class FailedRequirement:
    """
    A requirement of the question that no passage meets.

    Attributes:
        words: The words of the question that it is about, as typed.
        note: A sentence for the reader that says what fails, and what the articles have instead.
    """

    requirement: Requirement
    words: str
    note: Note


@dataclass(frozen=True, slots=True)
class Citation:
    """
    Where an excerpt stands.

    Attributes:
        dated_by: As in `Article`.
        section: The heading over it.
        paragraph: Counted from 1 under that heading, or from the start of an article without headings.
        page: Where it begins, from 1; None if the article has no pages.
    """

    title: str
    publisher: str | None
    author: str | None
    published: str | None
    dated_by: str | None
    url: str | None
    section: str | None
    paragraph: int
    page: int | None = None


def cite(article: Article, section: Section, offset: int) -> Citation:
    """Return the citation of what begins at *offset* in a paragraph of *section*."""
    number = next(n for n, p in enumerate(section.paragraphs, 1) if offset < p.end)
    return Citation(
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        dated_by=article.dated_by,
        url=article.url,
        section=article.slice(section.heading) if section.heading else None,
        paragraph=number,
        page=article.page(offset),
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """
    Somebody whose words stand in an excerpt, quoted or reported.

    Attributes:
        form: That of most of these words.
        spans: Where these words stand inside the excerpt, as offsets into the article's text, in order.
        marked: Those of the spans that are in quotation marks.
    """

    name: str
    form: Form
    spans: tuple[Span, ...] = ()
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """
    Whole sentences of one article, at most 600 characters: `article.text[start:end]`.

    Attributes:
        highlights: The matched words, as offsets into the article's text, in order, not overlapping.
        score: Compares only within one question.
        voice: Who says most of what the question is about; None if that is unknown or the reporter.
        voices: Everybody whose words stand there, in order.
        core_voices: Those whose words answer, each with these words; nobody where most of what answers is
            the reporter's.
        reference: Whom its first words refer to; None if they need no name or that is unknown.
        also: Other articles with the same report, in nearly the same words.
        reading: What a reader made of its passage, if one has read it.
    """

    article: Article
    start: int
    end: int
    highlights: tuple[Span, ...]
    score: float
    citation: Citation
    voice: Voice | None = None
    voices: tuple[Voice, ...] = ()
    core_voices: tuple[Voice, ...] = ()
    reference: Reference | None = None
    also: tuple[Article, ...] = ()
    reading: Reading | None = None

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def speaker(self) -> str | None:
        return self.voice.name if self.voice else None

    @property
    def receipt(self) -> str:
        """See `receipt_tokens.receipt`."""
        return make_receipt(self.article, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Side:
    """
    One of several conflicting claims about what was asked.

    Attributes:
        excerpt: A single sentence.
        said: The words that differ, as offsets into the article's text.
        agreeing: Other articles that make the same claim.
        reports: How many of all these articles use words of their own; the others repeat one of them.
    """

    excerpt: Excerpt
    said: Span
    agreeing: tuple[Article, ...] = ()
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    One thing on which a claim and an excerpt agree or differ.

    Attributes:
        kind: "negation" if one of them denies something. A "place" is one that differs; one on which they agree is
            a "name".
        agrees: Whether both may be right.
        claimed: The words of the claim, as offsets into the question; None if only the article denies.
        told: The words of the article, as offsets into its text; None if only the claim denies.
        rounded: Whether both may be right only because one of them says that its number is about right.
    """

    kind: Literal["name", "place", "number", "time", "negation"]
    agrees: bool
    claimed: Span | None
    told: Span | None
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """
    A claim that somebody passes on, and how it compares with what bears on it.

    Attributes:
        comparisons: Those of each excerpt of the answer, in the same order.
    """

    pieces: ClaimPieces
    comparisons: tuple[tuple[Comparison, ...], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    How much a collection covers.

    `since` and `until` are the earliest and latest known dates, full or partial ISO 8601.
    """

    articles: int
    passages: int
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """
    Why the articles hold no answer.

    Attributes:
        unknown_terms: Words of the question, as typed, that stand nowhere in the articles.
        nearest: The closest excerpt, if any, which is *not* an answer.
        failed: What the question asks for and no passage has, the most telling first.
        speaker: Somebody whose quotations may serve instead, by a name that `find_quotations` knows.
        request: What the program is asked for, if this is no question to the articles.
    """

    reason: Reason
    unknown_terms: tuple[str, ...]
    coverage: Coverage
    nearest: tuple[Excerpt, ...]
    failed: tuple[FailedRequirement, ...] = ()
    speaker: str | None = None
    request: ChatRequest | None = None

    @property
    def unnamed_terms(self) -> tuple[str, ...]:
        """Unknown terms but those that `failed` already says are missing, as part of a name or a time."""
        named: set[str] = set()
        for each in self.failed:
            if each.requirement == "speaker":
                named.update(each.note.words.get("name", "").split())
            elif each.requirement == "time":
                named.update(each.words.split())
        return tuple(term for term in self.unknown_terms if term not in named)

    @property
    def failed_notes(self) -> tuple[Note, ...]:
        """The notes of `failed`, but those that miss in one article a name which `unknown_terms` misses in all."""
        unknown = set(self.unknown_terms)
        return tuple(
            each.note
            for each in self.failed
            if each.requirement not in ("name", "place")
            or "instead" in each.note.words
            or not unknown.issuperset(each.words.split())
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a question gets back.

    Attributes:
        confidence: The probability, 0..1, that the first excerpt answers.
        excerpts: Best first; empty exactly if `no_answer` is given.
        notes: How the question was understood: spellings, filters.
        sides: Two or more if articles conflict about what was asked, oldest first, the undated last.
        at_different_dates: Whether the sides are of different dates, so that each may have been right then.
        claim: The claim, if the question asks to check one; then each excerpt bears on it.
    """

    question: str
    confidence: float
    excerpts: tuple[Excerpt, ...]
    no_answer: NoAnswer | None
    notes: tuple[Note, ...] = ()
    sides: tuple[Side, ...] = ()
    at_different_dates: bool = False
    claim: CheckedClaim | None = None

    @property
    def answered(self) -> bool:
        return self.no_answer is None
