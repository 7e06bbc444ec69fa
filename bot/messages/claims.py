"""How the excerpts of an answer compare with a claim that somebody passes on, as lines of plain text."""

from __future__ import annotations

from bot.i18n.languages import BotLanguage
from retrieval.answers.claim_comparison import describe
from retrieval.answers.records import Answer


def compare(answer: Answer, index: int, language: BotLanguage) -> list[str]:
    """Return what the claim and the excerpt at *index* agree on, and where they differ; nothing without a claim."""
    if not answer.claim:
        return []
    article, comparisons = answer.excerpts[index].article, answer.claim.comparisons[index]
    return [language.note(note) for note in describe(answer.question, article, comparisons)]
