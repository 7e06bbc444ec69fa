"""Records as the JSON that `--json` prints. Scripts rely on these keys: take none away, rename none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answers.cited_words import Words
from retrieval.answers.records import Answer, Citation, Excerpt, NoAnswer, Side
from retrieval.articles import Article
from retrieval.receipts.verification import Changed, Moved, Removed, Renamed, Verbatim, Verification

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncReport

Json = dict[str, object]


def answer(given: Answer) -> Json:
    """Offsets are character offsets into the article's text; ends are exclusive. `sides` only where there are any."""
    sides: Json = {"sides": [_side(one) for one in given.sides]} if given.sides else {}
    return {
        "question": given.question,
        "answered": given.answered,
        "confidence": float(given.confidence),
        "excerpts": _excerpts(given.excerpts),
        "no_answer": None if given.no_answer is None else _no_answer(given.no_answer),
        **sides,
    }


def article(source: Article) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "dated_by": source.dated_by,
        "url": source.url,
        "language": source.language,
        "sections": len(source.sections),
        "paragraphs": sum(len(section.paragraphs) for section in source.sections),
        "characters": len(source.text),
        "sha256": source.sha256,
    }


def report(of: SyncReport) -> Json:
    """What `cuttings index` did; articles but for `problems` and `passages`."""
    return {
        "added": of.added,
        "changed": of.changed,
        "removed": of.removed,
        "unchanged": of.unchanged,
        "problems": [{"file": str(p.path), "cause": p.cause} for p in of.problems],
        "passages": of.passages,
        "seconds": round(of.seconds, 3),
        "rebuilt": of.rebuilt,
    }


def verdict(receipt: str, given: Verification) -> Json:
    """
    What a *receipt* is worth. `start`, `end` and `text` are of the words as they stand now, in
    `article`; `old` and `new` are wordings with `start`, `end`, `text` and `paragraph`.
    """
    now = given.words if isinstance(given, Verbatim | Moved | Renamed) else None
    old = given.old if isinstance(given, Changed | Removed) else None
    new = given.new if isinstance(given, Changed) else None
    named = given.article if isinstance(given, Changed) else None
    words = now or new or old
    article = words.article if words else named
    return {
        "receipt": receipt,
        "verdict": given.name,
        "article": article and article.id,
        "start": now and int(now.span.start),
        "end": now and int(now.span.end),
        "text": now and now.text,
        "paragraph": now and now.article.slice(now.around),
        "old": old and _wording(old),
        "new": new and _wording(new),
        "citation": _citation(words.citation) if words else None,
    }


def _wording(words: Words) -> Json:
    return {
        "start": int(words.span.start),
        "end": int(words.span.end),
        "text": words.text,
        "paragraph": words.article.slice(words.around),
    }


def _excerpts(excerpts: tuple[Excerpt, ...]) -> list[Json]:
    return [excerpt(rank, one) for rank, one in enumerate(excerpts, 1)]


def excerpt(rank: int, of: Excerpt) -> Json:
    return {
        "rank": rank,
        "text": of.text,
        "article": of.article.id,
        "start": int(of.start),
        "end": int(of.end),
        "highlights": [[int(start), int(end)] for start, end in of.highlights],
        "score": float(of.score),
        "speaker": of.speaker,
        "receipt": of.receipt,
        "citation": _citation(of.citation),
        "leans_on": _leaning(of),
        "also": [_other(article) for article in of.also],
        "speech": of.voice.form if of.voice else None,
    }


def _side(side: Side) -> Json:
    """One of the things said differently: `said` are the offsets of the words that differ."""
    return {
        "said": [int(side.said.start), int(side.said.end)],
        "excerpt": excerpt(1, side.excerpt),
        "agreeing": [_other(article) for article in side.agreeing],
        "reports": side.reports,
    }


def _leaning(excerpt: Excerpt) -> Json | None:
    """Whom the first words mean: `start` and `end` are where that name stands in the article."""
    if not (leaning := excerpt.leans_on):
        return None
    return {
        "words": excerpt.article.slice(leaning.words),
        "name": excerpt.article.slice(leaning.name),
        "start": int(leaning.name.start),
        "end": int(leaning.name.end),
    }


def _other(article: Article) -> Json:
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "url": article.url,
    }


def _citation(citation: Citation) -> Json:
    page: Json = {} if citation.page is None else {"page": citation.page}
    return {
        "title": citation.title,
        "publisher": citation.publisher,
        "author": citation.author,
        "published": citation.published,
        "url": citation.url,
        "section": citation.section,
        "paragraph": citation.paragraph,
        **page,
    }


def _no_answer(refusal: NoAnswer) -> Json:
    return {
        "reason": refusal.reason,
        "unknown_terms": list(refusal.unknown_terms),
        "searched": {
            "articles": refusal.coverage.articles,
            "passages": refusal.coverage.passages,
            "since": refusal.coverage.since,
            "until": refusal.coverage.until,
        },
        "nearest": _excerpts(refusal.nearest),
    }
