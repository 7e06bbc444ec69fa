"""Let a reader read the best hits: what it finds orders them, and chooses their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.ranking.confidence import Model, compute_features, to_probability
from retrieval.ranking.evidence import Hit, chosen_sentences
from retrieval.ranking.kinds import measure_kind
from retrieval.ranking.near_duplicates import RankedGroup
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import choose_all
from retrieval.reader.inputs import make_context
from retrieval.reader.records import Reader, ReaderPassage, Reading, knows

READ = 6
"""Groups whose hit is read; each takes 10 to 20 ms of a core."""


def read_groups(
    groups: Sequence[RankedGroup], weights: QuestionWeights, reader: Reader, model: Model
) -> list[RankedGroup]:
    """
    Return *groups*, which are not empty, with those first that were read, ordered by *model*.

    Where the reader does not know the language of the question, or of what has the best score, nothing is
    read. What else it cannot read follows what it can.
    """
    best = groups[0].hit
    if not knows(reader, weights.query.language) or not knows(reader, best.article.language):
        return list(groups)
    chosen = [each for each in groups if knows(reader, each.hit.article.language)]
    readings = reader.read(weights.query.text, [_passage(each.hit) for each in chosen])
    hits = [
        _with_reading(each.hit, reading, weights)
        for each, reading in zip(chosen, readings, strict=True)
    ]
    log_odds = [model.log_odds(compute_features(hit, weights)) for hit in hits]
    read = [
        # Above everything that was not read, as scores are in the order of the hits.
        replace(group, hit=replace(hit, score=best.score + to_probability(odds)))
        for group, hit, odds in zip(chosen, hits, log_odds, strict=True)
    ]
    read.sort(key=lambda group: -group.hit.score)
    return read + [each for each in groups if each not in chosen]


def put_first(hits: Sequence[Hit], groups: Sequence[RankedGroup]) -> list[Hit]:
    """Return *hits* with those of *groups* that were read first, in the order of the groups."""
    read = {group.hit.number: group.hit for group in groups if group.hit.reading}
    return [*read.values(), *(hit for hit in hits if hit.number not in read)]


def _passage(hit: Hit) -> ReaderPassage:
    article, passage = hit.article, hit.passage
    heading = article.sections[passage.section].heading
    context = make_context(
        article.title, article.slice(heading) if heading else None, article.published
    )
    return ReaderPassage(context, article.slice((passage.start, passage.end)), passage.start)


def _with_reading(hit: Hit, reading: Reading, weights: QuestionWeights) -> Hit:
    """Return *hit* with its *reading*, and with the sentences that it points to if it finds an answer."""
    hit = replace(hit, reading=reading)
    assert hit.choice
    span, least = reading.answer, hit.choice.least
    if not span or (least.start <= span.start and span.end <= least.end):
        return hit
    article = hit.article
    pointed = [s for s in hit.sentences if s.span.start < span.end and span.start < s.span.end]
    if not pointed:
        return hit
    choice = choose_all(article, pointed, weights)
    evidence = hit.evidence
    if weights.query.intent:
        held = measure_kind(article, chosen_sentences(hit.sentences, choice), weights)
        evidence = evidence._replace(kind=held)
    return replace(hit, choice=choice, evidence=evidence)
