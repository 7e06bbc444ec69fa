"""Standard output and standard error: which form a command prints in, JSON, and notices beside it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from retrieval.articles import Article, ArticleError
from retrieval.output import plain_text, terminal
from retrieval.output.safe_text import one_line

if TYPE_CHECKING:
    from retrieval.answers.records import Answer
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.answers.timeline import Timeline
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation
    from retrieval.evaluation.trust import GradedOutcome, KindCounts
    from retrieval.ranking.ranker import Ranking
    from retrieval.receipts.verification import Verification


class Printer(Protocol):
    """What `output.plain_text` and `output.terminal` both print."""

    def print_answer(self, answer: Answer, headline: str = "") -> None: ...
    def print_explanation(self, ranking: Ranking) -> None: ...
    def print_verification(self, verification: Verification) -> None: ...
    def print_quotations(self, quotations: SpeakerQuotations) -> None: ...
    def print_timeline(self, timeline: Timeline) -> None: ...

    def print_speakers(self, speakers: Sequence[Speaker]) -> None: ...
    def print_sources(self, articles: Iterable[Article]) -> None: ...
    def print_added(self, path: Path, articles: Sequence[Article]) -> None: ...
    def print_article(self, article: Article) -> None: ...
    def print_evaluation(
        self,
        evaluation: Evaluation,
        before: Evaluation | None,
        changes: Sequence[Change],
        *,
        each: bool,
    ) -> None: ...
    def print_kinds(self, kinds: Sequence[KindCounts]) -> None: ...
    def print_mistakes(self, mistakes: Sequence[GradedOutcome]) -> None: ...


def printer() -> Printer:
    """Return what prints for a person on a terminal, or for a pipe."""
    return terminal if sys.stdout.isatty() else plain_text


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


def report_problems(problems: Iterable[ArticleError]) -> None:
    """Name on standard error the files that could not be read."""
    for problem in problems:
        print(f"left out: {one_line(str(problem))}", file=sys.stderr)


def print_notice(sentence: str | None) -> None:
    """Print a sentence, if there is one, on standard error; it may quote a page, or its server."""
    if sentence:
        print(f"cuttings: {one_line(sentence)}", file=sys.stderr)
