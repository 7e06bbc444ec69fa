"""Whose words an excerpt is, and whether somebody who is asked for says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retrieval.answers.records import Voice
from retrieval.articles import Article, Span
from retrieval.quotations.attribution import Form, Quotation, speaker


def voices(article: Article, said: Iterable[Quotation], span: Span) -> list[Voice]:
    """Whose words stand in *span*, in order: quoted where half of them or more stand between marks."""
    worth = _characters(article, said, [span])
    return [Voice(name, _form(of)) for name, of in worth.items()]


def voice(article: Article, said: Iterable[Quotation], core: Sequence[Span]) -> Voice | None:
    """Whose words most of *core* is, told apart by characters; None where it is mostly the reporter's."""
    worth = _characters(article, said, core)
    if not worth:
        return None
    name, of = max(worth.items(), key=lambda item: max(item[1].values()))
    if 2 * max(of.values()) < sum(span.end - span.start for span in core):
        return None
    return Voice(name, _form(of))


def _characters(
    article: Article, said: Iterable[Quotation], core: Sequence[Span]
) -> dict[str, dict[Form, int]]:
    """How many of *core* each speaker's are; what is quoted inside of what is reported counts in both."""
    worth: defaultdict[str, dict[Form, int]] = defaultdict(lambda: {"quoted": 0, "reported": 0})
    for one in said:
        if name := speaker(article, one):
            for span in core:
                shared = min(one.end, span.end) - max(one.start, span.start)
                if shared > 0:
                    worth[name][one.form] += shared
    return worth


def _form(of: Mapping[Form, int]) -> Form:
    return "quoted" if 2 * of["quoted"] >= of["reported"] else "reported"
