"""
Text for a pipe: no colours, no wrapping, stable for scripts.

The sentences here are also what `terminal` draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from retrieval.answers.cited_words import Words
from retrieval.answers.records import Answer, Citation, Coverage, Excerpt, NoAnswer, Reason, Side
from retrieval.articles import Article, Skipped
from retrieval.articles.publication_dates import spell_date
from retrieval.query.parser import MAX_QUESTION
from retrieval.ranking.evidence import Evidence
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

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.collection.sync_records import SyncReport
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation, JudgedQuestion
    from retrieval.ranking.ranker import Ranking

_WHY: dict[Reason, str] = {
    "empty": "The question has no words to look for.",
    "too-long": f"The question is longer than {MAX_QUESTION:,} characters.",
    "filtered-out": "No answer: what matches lies outside the limits that the question sets.",
    "unknown-words": "No answer: words of the question stand in none of the articles.",
    "not-together": "No answer: the words of the question never stand together.",
    "weak": "No answer: nothing matches the question well enough.",
}

_ALSO = 3
"""Other articles to name under an excerpt."""

ADDED = 10
"""Articles to show of a file that was added; a collection has many."""

# A control character in an article must not command a terminal. One for one: offsets still hold.
_HARMLESS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd") | {
    ord("\t"): " ",
    ord("\n"): "\n",
    ord("\r"): "\n",
}


def harmless(text: str) -> str:
    """*text* without control characters, of the same length."""
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """*text* without control characters or line feeds, words apart by one space."""
    return " ".join(harmless(text).split())


def lines_of(excerpt: Excerpt) -> Iterator[tuple[int, int]]:
    """
    Where each line of *excerpt* starts and ends in `excerpt.text`, without surrounding white space.

    Several empty lines in a row count as one.
    """
    position = 0
    spans = []
    for line in harmless(excerpt.text).split("\n"):
        start = position + len(line) - len(line.lstrip())
        spans.append((start, max(start, position + len(line.rstrip()))))
        position += len(line) + 1
    for empty, group in groupby(spans, key=lambda span: span[0] == span[1]):
        alike = list(group)
        yield from alike[:1] if empty else alike


def why(refusal: NoAnswer) -> str:
    """The reason of a "no" in one sentence."""
    return _WHY[refusal.reason]


def missing(refusal: NoAnswer) -> str | None:
    """The words that stand nowhere."""
    if not refusal.unknown_terms:
        return None
    return f"Not in the articles: {', '.join(map(one_line, refusal.unknown_terms))}"


def looked_through(searched: Coverage) -> str:
    """What was searched: how many articles, from when to when."""
    articles = "1 article" if searched.articles == 1 else f"{searched.articles:,} articles"
    dates = [spell_date(date) for date in dict.fromkeys((searched.since, searched.until)) if date]
    span = f", from {' to '.join(dates)}" if len(dates) == 2 else "".join(f", {d}" for d in dates)
    return f"Searched: {articles}{span}"


def source(citation: Citation | Article) -> str:
    """Who published it, by whom, when; empty when nothing is known."""
    parts = [citation.publisher, citation.author and f"by {citation.author}", when(citation)]
    return ", ".join(one_line(part) for part in parts if part)


def when(citation: Citation | Article) -> str:
    """The date, marked when it was inferred from the text; empty when it is unknown."""
    if not citation.published:
        return ""
    inferred = " (inferred from the text)" if citation.dated_by == "text" else ""
    return spell_date(citation.published) + inferred


def place(citation: Citation) -> str:
    """Where in its article it stands."""
    under = f" under “{one_line(citation.section)}”" if citation.section else ""
    page = f"p. {citation.page}, " if citation.page else ""
    return f"{page}paragraph {citation.paragraph}{under}"


def cited(excerpt: Excerpt) -> list[str]:
    """The lines under an excerpt: its article, where it stands, who else, its receipt."""
    parts = (*standing(excerpt.citation), also(excerpt), f"receipt {excerpt.receipt}")
    return [one_line(part) for part in parts if part]


def standing(citation: Citation) -> list[str]:
    """The lines of a citation: its article, where it stands, its address."""
    parts = (source(citation), place(citation))
    where = ", ".join(filter(None, parts))
    return [one_line(part) for part in (citation.title, where, citation.url) if part]


def also(excerpt: Excerpt) -> str | None:
    """The first of the other articles that tell the same, and how many more there are."""
    told = [", ".join(filter(None, (of.title, of.publisher, when(of)))) for of in excerpt.also]
    more = [f"and {len(told) - _ALSO} more"] if len(told) > _ALSO else []
    return f"Also in: {'; '.join([*told[:_ALSO], *more])}" if told else None


def heard(excerpt: Excerpt) -> str | None:
    """Whose words stand in an excerpt, or whom its first words mean, in brackets."""
    if excerpt.voices:
        told = (f"{v.name} (reported)" if v.form == "reported" else v.name for v in excerpt.voices)
        return f"{one_line(', '.join(told))}:"
    return _leaning(excerpt)


def _leaning(excerpt: Excerpt) -> str | None:
    if not (of := excerpt.leans_on):
        return None
    words, name = excerpt.article.slice(of.words), excerpt.article.slice(of.name)
    return f"[{one_line(words)}: {one_line(name)}]"


def notes(given: Answer) -> list[str]:
    """How the question was understood, a sentence each."""
    return [one_line(str(note)) for note in given.notes]


DIFFER = "The articles say different things:"


def answer(given: Answer) -> str:
    """Excerpts quoted as in a mail, or the honest "no"; ends with a line feed."""
    if given.no_answer is None:
        told = ["\n".join(notes(given))] if given.notes else []
        blocks = (
            told
            + _sides(given)
            + [_excerpt(f"{rank}.", one) for rank, one in enumerate(given.excerpts, 1)]
        )
    else:
        refusal = given.no_answer
        head = (why(refusal), missing(refusal), *notes(given), looked_through(refusal.coverage))
        nearest = (_excerpt("Nearest, not an answer:", one) for one in refusal.nearest)
        blocks = ["\n".join(filter(None, head)), *nearest]
    return "\n\n".join(blocks) + "\n"


def _sides(given: Answer) -> list[str]:
    """What the articles say differently, side by side."""
    if not given.sides:
        return []
    return [DIFFER, *(_side(one) for one in given.sides)]


def _side(side: Side) -> str:
    return "\n".join(filter(None, (_excerpt("", side.excerpt), agreeing(side))))


def agreeing(side: Side) -> str | None:
    """How many articles say the same, and how many of them in words of their own."""
    if not side.agreeing:
        return None
    reports = "1 report" if side.reports == 1 else f"{side.reports:,} reports"
    return f"{len(side.agreeing) + 1:,} articles, {reports}"


def _excerpt(head: str, excerpt: Excerpt) -> str:
    text = harmless(excerpt.text)
    quoted = (f"> {text[start:end]}".rstrip() for start, end in lines_of(excerpt))
    return "\n".join(filter(None, (head, heard(excerpt), *quoted, *cited(excerpt))))


def verified(given: Verification) -> str:
    """What a receipt is worth; its name is the first word. Ends with a line feed."""
    blocks = [judged(given)]
    for head, words in wordings(given):
        blocks.append("\n".join(filter(None, (head, *_quoted(words)))))
    return "\n\n".join(blocks) + "\n"


def judged(given: Verification) -> str:
    """A *verdict* in a sentence or two."""
    sentence = _JUDGED[given.name]
    if isinstance(given, Forged) and given.receipt:
        sentence = "it was tampered with: that version of the article has other words there"
    elif isinstance(given, Renamed):
        sentence = f"the article is called “{one_line(given.words.article.id)}” now, and {sentence}"
    elif isinstance(given, Changed):
        sentence = f"“{one_line(given.article.title)}” {sentence}"
        if not given.old:
            sentence += ", and its text of then is not kept"
        elif not given.new:
            sentence += "; nothing in it is like them"
    elif isinstance(given, Removed) and not given.old:
        sentence += ", and its text is not kept"
    return f"{given.name}: {sentence}."


_JUDGED: dict[Name, str] = {
    "verbatim": "the words between [[ and ]] stand in the article as the receipt says",
    "moved": "the article has changed since, and the same words, between [[ and ]], still stand in it",
    "renamed": "the words between [[ and ]] stand in it as the receipt says",
    "changed": "has changed since, and these words stand in it no more",
    "removed": "the article is not in the collection any more",
    "unknown": "no article here is the one that the receipt names",
    "forged": "this is no receipt, or not as it was made: a letter is wrong, too many or missing",
}


def wordings(given: Verification) -> list[tuple[str, Words]]:
    """The words that a verdict shows, each with what to say before them."""
    match given:
        case Verbatim() | Moved() | Renamed():
            shown: list[tuple[str, Words | None]] = [("", given.words)]
        case Removed():
            shown = [("It said:", given.old)]
        case Changed():
            shown = [("It said:", given.old), ("The nearest that it says now:", given.new)]
        case _:
            shown = []
    return [(head, words) for head, words in shown if words]


def _quoted(words: Words) -> Iterator[str]:
    """The paragraph, the words in it between [[ and ]], and its citation."""
    article, (start, end) = words.article, words.span
    before, after = article.text[words.around.start : start], article.text[end : words.around.end]
    marked = f"{before}[[{words.text}]]{after}"
    lines = (line.strip() for line in harmless(marked).split("\n"))
    yield from (f"> {line}" for line in lines if line)
    yield from standing(words.citation)


def explained(ranking: Ranking) -> list[tuple[str, ...]]:
    """A head and a row for each hit whose sentences were weighed: where, score, evidence."""
    names = Evidence._fields
    rows: list[tuple[str, ...]] = [("rank", "source", "paragraph", "score", *names)]
    for rank, hit in enumerate(ranking.hits, 1):
        if hit.choice:
            shares = (f"{getattr(hit.evidence, name):.2f}" for name in names)
            where = (hit.passage.article, str(hit.passage.paragraph))
            rows.append((str(rank), *where, f"{hit.score:.2f}", *shares))
    return rows


def confident(ranking: Ranking) -> str:
    """The confidence and the features behind it."""
    of = ", ".join(f"{name} {value:.2f}" for name, value in ranking.features.items())
    shown = int(100 * ranking.confidence) / 100  # rounded up, it would claim to be certain
    return f"confidence {shown:.2f}" + (f" of {of}" if of else "")


def explanation(ranking: Ranking) -> str:
    """Columns apart by tabs, then the confidence; ends with a line feed."""
    table = "".join("\t".join(map(one_line, row)) + "\n" for row in explained(ranking))
    return f"{table}{confident(ranking)}\n"


# Who said what


def sayings(found: SpeakerQuotations) -> str:
    """The quotations of a speaker, numbered; ends with a line feed."""
    blocks = (_excerpt(f"{rank}.", one) for rank, one in enumerate(found.excerpts, 1))
    return "\n\n".join(blocks) + "\n"


def unsaid(found: SpeakerQuotations, name: str) -> str:
    """Why there are none."""
    if not found.speakers:
        return f"Nobody called {one_line(name)} is quoted; `cuttings said` lists who is."
    names = ", ".join(one_line(one.name) for one in found.speakers)
    about = f" about {one_line(found.topic)}" if found.topic else ""
    return f"No words of {names}{about} stand between quotation marks."


def speakers(some: Sequence[Speaker]) -> str:
    """A speaker a line, with how often they are quoted and reported, apart by tabs."""
    rows = [("speaker", "quoted", "reported")]
    rows += [(one_line(one.name), str(one.quoted), str(one.reported)) for one in some]
    return "".join("\t".join(row) + "\n" for row in rows)


# Articles


def size(of: Article) -> str:
    """How much of an article there is, and the share of its characters that is skipped."""
    counts = (f"{n:,} {name if n != 1 else name[:-1]}" for name, n in _counts(of).items())
    return f"{', '.join(counts)}, {_skipped(of)} skipped"


def added(path: Path, articles: Sequence[Article]) -> str:
    """The new file, and what was read of it; ends with a line feed."""
    told = ["\n".join([*head(of), size(of)]) for of in articles[:ADDED]]
    more = [f"and {len(articles) - ADDED:,} more"] if len(articles) > ADDED else []
    return "\n\n".join([f"Added {one_line(str(path))}", *told, *more]) + "\n"


def sources(articles: Iterable[Article]) -> str:
    """One article a line, columns apart by tabs."""
    rows = [["id", "title", "publisher", "date", "sections", "paragraphs", "words", "skipped"]]
    for of in articles:
        known = [of.id, of.title, of.publisher or "", when(of)]
        rows.append([*known, *map(str, _counts(of).values()), _skipped(of)])
    return "".join("\t".join(map(one_line, row)) + "\n" for row in rows)


def _counts(of: Article) -> dict[str, int]:
    return {
        "sections": len(of.sections),
        "paragraphs": sum(1 for _ in of.paragraphs()),
        "words": len(of.text.split()),
    }


def _skipped(of: Article) -> str:
    characters = sum(end - start for start, end, _ in of.skipped)
    return f"{characters / max(1, len(of.text)):.0%}"


class Piece(NamedTuple):
    """Consecutive text of an article that is drawn alike; `reason` says why it is skipped."""

    text: str
    heading: bool = False
    reason: str | None = None


def pieces(of: Article) -> Iterator[Piece]:
    """The whole text of *of*, in order; what is skipped for one reason in a row is one piece."""
    headings = [Skipped(*section.heading, "") for section in of.sections if section.heading]
    spans: list[Skipped] = []
    for span in sorted((*headings, *of.skipped)):
        last = spans[-1] if spans else Skipped(0, 0, "")
        between = of.text[last.end : span.start]
        if span.reason and span.reason == last.reason and not any(map(str.isalnum, between)):
            spans[-1] = Skipped(last.start, span.end, span.reason)
        elif last.end <= span.start:
            spans.append(span)
    position = 0
    for start, end, reason in spans:
        yield Piece(of.text[position:start])
        yield Piece(of.text[start:end], heading=not reason, reason=reason or None)
        position = end
    yield Piece(of.text[position:])


def head(of: Article) -> list[str]:
    """What stands above an article that is read: its title, its source, its address."""
    return [one_line(line) for line in (of.title, source(of), of.url) if line]


def article(of: Article) -> str:
    """The article as it stands, but what is skipped has lines of its own, the reason before each."""
    blocks = [*head(of), ""]
    shown = (piece for piece in pieces(of) if piece.text.strip())
    for is_skipped, group in groupby(shown, key=lambda piece: piece.reason is not None):
        if is_skipped:
            blocks += (f"[skipped: {one.reason}] {line}" for one in group for line in _lines(one))
        else:
            text = harmless("".join(one.text for one in group).replace("\r\n", "\n"))
            blocks.append(text.removeprefix("\n").rstrip(" ").removesuffix("\n"))
    return "\n".join(blocks).rstrip("\n") + "\n"


def _lines(piece: Piece) -> list[str]:
    lines = harmless(piece.text).split("\n")
    return [line.strip() for line in lines if line.strip()]


# Evaluations


def measured(of: Evaluation, baseline: Evaluation | None = None) -> list[tuple[str, ...]]:
    """Rows of names and figures; with *baseline* also the figure there and the difference."""
    rows = []
    for name, value in of.measures.items():
        shape, difference = (".0f", "+.0f") if name == "queries" else (".4f", "+.4f")
        row = [name, format(value, shape)]
        if baseline and (before := baseline.measures.get(name)) is not None:
            row += [format(before, shape), format(value - before, difference)]
        rows.append(tuple(row))
    return rows


def decisions(of: Evaluation) -> list[str]:
    """How the present threshold decides."""
    lines = []
    for answerable, name in ((True, "answerable"), (False, "unanswerable")):
        asked = [question for question in of.questions if question.answerable is answerable]
        if asked:
            answered = sum(question.answered for question in asked)
            lines.append(f"{answered} of {len(asked)} {name} questions answered")
    return lines


def verdict(question: JudgedQuestion) -> tuple[str, bool]:
    """What came of a question in a few words, and whether that is right."""
    found = question.answer_rank is not None
    if not question.answerable:
        return ("answered, wrongly", False) if question.answered else ("refused, rightly", True)
    shown = f"answer in excerpt {question.answer_rank}" if found else "answer not found"
    return (shown, found) if question.answered else (f"refused, {shown}", False)


def evaluation(
    of: Evaluation,
    baseline: Evaluation | None,
    changed: Sequence[Change],
    *,
    each: bool,
) -> str:
    """Questions first when *each* is set, then gains and losses, then the measures."""
    blocks = []
    if each:
        blocks.append(_columns((one.id, verdict(one)[0], one.text) for one in of.questions))
    for title, better in (("Losses", False), ("Gains", True)):
        of_kind = [change for change in changed if change.better is better]
        if of_kind:
            rows = ((one.id, f"{one.before} to {one.after}", one.text) for one in of_kind)
            blocks.append(f"{title}: {len(of_kind)}\n{_columns(rows)}")
    columns = [("", "now", "baseline", "difference")] if baseline else []
    blocks.append(_columns([*columns, *measured(of, baseline)]))
    blocks.append("".join(f"{line}\n" for line in decisions(of)))
    return "\n".join(blocks)


def report(of: SyncReport) -> str:
    """What became of the articles, in one line; before it, why the index was made anew."""
    said = [
        f"{count:,} {what}"
        for count, what in [
            (of.added, "new"),
            (of.changed, "changed"),
            (of.removed, "removed"),
            (of.unchanged, "as before"),
            (len(of.problems), "not read"),
        ]
        if count
    ]
    line = f"{of.passages:,} passages in {of.seconds:.1f} s; articles: {', '.join(said) or 'none'}"
    return f"Made anew: {of.rebuilt}.\n{line}" if of.rebuilt else line


def _columns(rows: Iterable[Sequence[str]]) -> str:
    """*rows* with each column but the last as wide as its widest cell."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue="")]
    return "".join("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in cells)
