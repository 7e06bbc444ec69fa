"""Answers questions in a language that no article is in."""

from __future__ import annotations

from dataclasses import replace

from retrieval.answers.excerpts import build_excerpt
from retrieval.answers.records import Answer, Coverage, Excerpt, FailedRequirement, NoAnswer
from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.schema import Intent
from retrieval.query.model import Query, Word
from retrieval.query.notes import Note
from retrieval.ranking.ranker import Ranker

_NEAR = 0.6
"""Share of the names and numbers of the question that the nearest excerpt needs, to be shown."""


_OF_A_NAME: tuple[Intent | None, ...] = (None, "who", "what", "said")
"""What a question asks for that may be no more than a name."""


def refuse_language(query: Query, ranker: Ranker, coverage: Coverage) -> Answer | None:
    """
    Return why a *query* in a language of no article has no answer, with the excerpt nearest to it.

    Names and numbers are the same in any language. Where it has nothing else ("хто такий Зеленський?"),
    return None: it can be answered like any other.
    """
    index = ranker.index
    borne_out = tuple(word for word in query.words if _is_understood(word, index.vocabulary))
    if len(borne_out) == len(query.words) and query.intent in _OF_A_NAME:
        return None
    understood = replace(query.with_words(borne_out), speaker=(), topic=(), notes=())
    nearest = _find_nearest(understood, ranker) if borne_out else ()
    languages = tuple(sorted(index.languages))
    note = Note("The articles are in {languages}.", languages={"languages": languages})
    failed = (FailedRequirement("language", query.text, note),)
    return Answer(
        query.text, 0.0, (), NoAnswer("other-language", (), coverage, nearest, failed), ()
    )


def _is_understood(word: Word, vocabulary: Vocabulary) -> bool:
    """Return whether *word* is a number, or a name that the articles have in any spelling."""
    if word.term[0].isdigit():
        return word.term in vocabulary
    spelt = [word.term, *(other.terms[0] for other in word.alternatives if len(other.terms) == 1)]
    if any(term in vocabulary.names for term in spelt):
        return True
    # A name that stands only at the beginnings of sentences there
    return word.name and word.term in vocabulary and vocabulary.written(word.term)[0].isupper()


def _find_nearest(query: Query, ranker: Ranker) -> tuple[Excerpt, ...]:
    ranking = ranker.rank(query, shown=1)
    if not ranking.groups or ranking.groups[0].hit.evidence.together < _NEAR:
        return ()
    return (build_excerpt(ranking.groups[0], ranking.weights),)
