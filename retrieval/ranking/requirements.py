"""
What a question asks of a passage: its names, in their roles, its numbers, its times, the kind of thing asked for.

Each requirement is held, failed, or undecided where the passage does not tell.
"""

from __future__ import annotations

from dataclasses import replace

from retrieval.ranking.action_requirements import judge_action
from retrieval.ranking.event_requirements import judge_events
from retrieval.ranking.evidence import Hit, Verdict
from retrieval.ranking.kind_requirements import judge_kind
from retrieval.ranking.name_requirements import judge_name, judge_owned
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.surroundings import Surroundings
from retrieval.ranking.value_requirements import judge_numbers, judge_times


def judge(hit: Hit, weights: QuestionWeights) -> tuple[Verdict, ...]:
    """Return the verdict on each requirement of the question for a *hit* whose sentences were weighed."""
    frame = weights.query.frame
    place = Surroundings(hit, weights)
    verdicts = [judge_name(place, number) for number in range(len(frame.names))]
    verdicts += [judge_owned(place, owned) for owned in frame.owned]
    if frame.action:
        verdicts.append(judge_action(place, frame.action))
    verdicts += judge_numbers(place)
    verdicts += judge_times(place)
    verdicts += judge_kind(place)
    verdicts += judge_events(place)
    return tuple(verdicts)


def with_verdicts(hit: Hit, weights: QuestionWeights) -> Hit:
    """Return *hit* with the verdict on each requirement of the question."""
    return replace(hit, verdicts=judge(hit, weights))
