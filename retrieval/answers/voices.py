"""Whose words stand in an excerpt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retrieval.answers.records import Voice
from retrieval.articles import Article, Span
from retrieval.quotations.records import Form, Quotation, speaker


def find_voices(article: Article, quotations: Iterable[Quotation], span: Span) -> list[Voice]:
    """Return whose words stand in *span*, in order; "quoted" if half of them or more are in quotation marks."""
    counts = _characters(article, quotations, [span])
    return [Voice(name, _form(count)) for name, count in counts.items()]


def find_main_voice(
    article: Article, quotations: Iterable[Quotation], core: Sequence[Span]
) -> Voice | None:
    """Return whose words most characters of *core* are; None if most are the reporter's."""
    counts = _characters(article, quotations, core)
    if not counts:
        return None
    name, count = max(counts.items(), key=lambda item: max(item[1].values()))
    if 2 * max(count.values()) < sum(span.end - span.start for span in core):
        return None
    return Voice(name, _form(count))


def _characters(
    article: Article, quotations: Iterable[Quotation], core: Sequence[Span]
) -> dict[str, dict[Form, int]]:
    """Count the characters of *core* by speaker and form; a quotation inside reported speech counts as both."""
    counts: defaultdict[str, dict[Form, int]] = defaultdict(lambda: {"quoted": 0, "reported": 0})
    for quotation in quotations:
        if name := speaker(article, quotation):
            for span in core:
                shared = min(quotation.end, span.end) - max(quotation.start, span.start)
                if shared > 0:
                    counts[name][quotation.form] += shared
    return counts


def _form(count: Mapping[Form, int]) -> Form:
    return "quoted" if 2 * count["quoted"] >= count["reported"] else "reported"
