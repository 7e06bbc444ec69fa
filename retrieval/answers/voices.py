"""Whose words stand in an excerpt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retrieval.answers.records import Voice
from retrieval.articles import Article, Span
from retrieval.quotations.records import Form, Quotation, speaker

_SHARE = 3
"""One in so many characters of a core that is somebody's words: "said Ada Park, the mayor of …" is long."""
_FIRST = 4
"""Words that show where in an excerpt somebody begins to speak."""


def find_voices(article: Article, quotations: Iterable[Quotation], span: Span) -> list[Voice]:
    """Return whose words stand in *span*, in order; "quoted" if half of them or more are in quotation marks."""
    spans = _spans(article, quotations, [span])
    return [_voice(name, forms) for name, forms in spans.items()]


def find_main_voice(
    article: Article, quotations: Iterable[Quotation], core: Sequence[Span]
) -> Voice | None:
    """Return whose words most characters of *core* are; None if it is the reporter's."""
    spans = _spans(article, quotations, core)
    if not spans:
        return None
    name, forms = max(spans.items(), key=lambda item: max(map(_characters, item[1].values())))
    if _SHARE * max(map(_characters, forms.values())) < _characters(core):
        return None
    return _voice(name, forms)


def find_core_voices(
    article: Article, quotations: Iterable[Quotation], core: Sequence[Span]
) -> tuple[Voice, ...]:
    """Return whose words *core* is, in order; nobody if it is the reporter's."""
    voices = [_voice(name, forms) for name, forms in _spans(article, quotations, core).items()]
    said = _merged(span for voice in voices for span in voice.spans)
    return tuple(voices) if _SHARE * _characters(said) >= _characters(core) else ()


def beginning(article: Article, voice: Voice) -> str:
    """Return the first words of a *voice* in an excerpt, on one line, with "…" where more follow."""
    words = article.slice(voice.spans[0]).split()
    return " ".join(words[:_FIRST]) + ("…" if len(words) > _FIRST else "")


def _spans(
    article: Article, quotations: Iterable[Quotation], core: Sequence[Span]
) -> dict[str, dict[Form, list[Span]]]:
    """Return where words stand in *core*, by speaker and form; a quotation inside reported speech counts as both."""
    found: defaultdict[str, dict[Form, list[Span]]] = defaultdict(
        lambda: {"quoted": [], "reported": []}
    )
    for quotation in quotations:
        if name := speaker(article, quotation):
            for span in core:
                start, end = max(quotation.start, span.start), min(quotation.end, span.end)
                if start < end:
                    found[name][quotation.form].append(Span(start, end))
    return found


def _characters(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _form(spans: Mapping[Form, Sequence[Span]]) -> Form:
    quoted, reported = _characters(spans["quoted"]), _characters(spans["reported"])
    return "quoted" if 2 * quoted >= reported else "reported"


def _voice(name: str, spans: Mapping[Form, Sequence[Span]]) -> Voice:
    """Return the voice of *name* with the *spans* of both forms in order, those that overlap as one."""
    merged = _merged(span for each in spans.values() for span in each)
    quoted = _merged(spans["quoted"])
    return Voice(name, _form(spans), merged, tuple(span for span in merged if span in quoted))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
