"""Records as the JSON that `--json` prints. Scripts rely on these keys: do not remove or rename any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answers.cited_words import Words
from retrieval.answers.records import Answer, CheckedClaim, Citation, Excerpt, NoAnswer, Side
from retrieval.articles import Article, Span
from retrieval.receipts.verification import Changed, Moved, Removed, Renamed, Verbatim, Verification

if TYPE_CHECKING:
    from retrieval.answers.timeline import DatedSentence
    from retrieval.collection.sync_records import SyncReport
    from retrieval.reader.records import Reading

Json = dict[str, object]


def export_answer(answer: Answer) -> Json:
    """Return the answer as `docs/guide/json.md` describes it; `sides` and `claim` only if there are any."""
    sides: Json = {}
    if answer.sides:
        sides["at_different_dates"] = answer.at_different_dates
        sides["sides"] = list(map(_side, answer.sides))
    claim: Json = {"claim": _claim(answer, answer.claim)} if answer.claim else {}
    return {
        "question": answer.question,
        "answered": answer.answered,
        "confidence": float(answer.confidence),
        "excerpts": _excerpts(answer.excerpts),
        "no_answer": answer.no_answer and _no_answer(answer.no_answer),
        **sides,
        **claim,
    }


def export_article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "dated_by": article.dated_by,
        "url": article.url,
        "language": article.language,
        "sections": len(article.sections),
        "paragraphs": sum(len(section.paragraphs) for section in article.sections),
        "characters": len(article.text),
        "sha256": article.sha256,
    }


def export_report(report: SyncReport) -> Json:
    """Return the report; it counts articles, except `passages`, which are those of the whole index."""
    return {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "problems": [{"file": str(p.path), "cause": p.cause} for p in report.problems],
        "passages": report.passages,
        "seconds": round(report.seconds, 3),
        "rebuilt": report.rebuilt,
    }


def export_verification(receipt: str, verification: Verification) -> Json:
    """
    Return the verification: `start`, `end` and `text` are those of the words as `article` has them now;
    `old` and `new` are wordings with `start`, `end`, `text` and `paragraph`.
    """
    now = verification.words if isinstance(verification, Verbatim | Moved | Renamed) else None
    old = verification.old if isinstance(verification, Changed | Removed) else None
    new = verification.new if isinstance(verification, Changed) else None
    words = now or new or old
    changed = verification.article if isinstance(verification, Changed) else None
    article = words.article if words else changed
    return {
        "receipt": receipt,
        "verdict": verification.name,
        "article": article and article.id,
        "start": now and int(now.span.start),
        "end": now and int(now.span.end),
        "text": now and now.text,
        "paragraph": now and now.article.slice(now.around),
        "old": old and _wording(old),
        "new": new and _wording(new),
        "citation": words and _citation(words.citation),
    }


def _wording(words: Words) -> Json:
    return {
        "start": int(words.span.start),
        "end": int(words.span.end),
        "text": words.text,
        "paragraph": words.article.slice(words.around),
    }


def _excerpts(excerpts: tuple[Excerpt, ...]) -> list[Json]:
    return [export_excerpt(rank, excerpt) for rank, excerpt in enumerate(excerpts, 1)]


def export_excerpt(rank: int, excerpt: Excerpt) -> Json:
    return {
        "rank": rank,
        "text": excerpt.text,
        "article": excerpt.article.id,
        "start": int(excerpt.start),
        "end": int(excerpt.end),
        "highlights": [[int(start), int(end)] for start, end in excerpt.highlights],
        "score": float(excerpt.score),
        "speaker": excerpt.speaker,
        "voices": [
            {
                "speaker": voice.name,
                "start": int(span.start),
                "end": int(span.end),
                "direct": span in voice.marked,
            }
            for voice in excerpt.voices
            for span in voice.spans
        ],
        "receipt": excerpt.receipt,
        "citation": _citation(excerpt.citation),
        "leans_on": _reference(excerpt),
        "also": [_other(article) for article in excerpt.also],
        "speech": excerpt.voice.form if excerpt.voice else None,
        **({"reading": _reading(excerpt.reading)} if excerpt.reading else {}),
    }


def _reading(reading: Reading) -> Json:
    start, end = reading.span or (None, None)
    return {"answers": round(reading.answers, 4), "start": start, "end": end}


def export_dated_sentence(sentence: DatedSentence) -> Json:
    """Return the date, whether its year is inferred, and the sentence as an excerpt."""
    return {
        "date": sentence.date,
        "inferred": sentence.inferred,
        "excerpt": export_excerpt(1, sentence.excerpt),
    }


def _side(side: Side) -> Json:
    """Return a conflicting claim; `said` has the offsets of the words in which the articles differ."""
    return {
        "said": [int(side.said.start), int(side.said.end)],
        "excerpt": export_excerpt(1, side.excerpt),
        "agreeing": [_other(article) for article in side.agreeing],
        "reports": side.reports,
    }


def _claim(answer: Answer, claim: CheckedClaim) -> Json:
    """Return the claim and its pieces, as offsets into the question, and how each excerpt compares with it."""
    pieces, question = claim.pieces, answer.question
    return {
        **_words(question, pieces.span),
        "names": [_words(question, place) for place, _ in pieces.names],
        "words": [_words(question, place) for place, _ in pieces.words],
        "numbers": [_words(question, Span(q.start, q.end)) for q in pieces.quantities],
        "times": [_words(question, Span(time.start, time.end)) for time in pieces.times],
        "negations": [_words(question, place) for place in pieces.negations],
        "compared": [
            {
                "rank": rank,
                "kind": each.kind,
                "agrees": each.agrees,
                "rounded": each.rounded,
                "claimed": each.claimed and _words(question, each.claimed),
                "told": each.told and _words(answer.excerpts[rank - 1].article.text, each.told),
            }
            for rank, comparisons in enumerate(claim.comparisons, 1)
            for each in comparisons
        ],
    }


def _words(text: str, span: Span) -> Json:
    return {"text": text[slice(*span)], "start": int(span.start), "end": int(span.end)}


def _reference(excerpt: Excerpt) -> Json | None:
    """Return whom the first words refer to; `start` and `end` are the offsets of that name."""
    if not (reference := excerpt.reference):
        return None
    return {
        "words": excerpt.article.slice(reference.words),
        "name": excerpt.article.slice(reference.name),
        "start": int(reference.name.start),
        "end": int(reference.name.end),
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
        "failed": [
            {"requirement": each.requirement, "words": each.words, "note": str(each.note)}
            for each in refusal.failed
        ],
        **({"speaker": refusal.speaker} if refusal.speaker else {}),
        **({"request": refusal.request.intent} if refusal.request else {}),
    }
