"""Quotations that an article has twice: a heading often quotes a part of what stands beneath it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from retrieval.articles import Article
from retrieval.quotations.records import Quotation, speaker
from retrieval.quotations.roster import speaker_key

_NO_WORD = re.compile(r"\W+")


def without_repeats(article: Article, quotations: Iterable[Quotation]) -> list[Quotation]:
    """
    Return those of *quotations* that have a speaker, in order, each of that speaker's words once.

    A quotation is left out if its words stand in a longer one, also if that is the clause around it.
    """
    spoken: defaultdict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        if name := speaker(article, quotation):
            spoken[speaker_key(name)].append(quotation)
    distinct: list[Quotation] = []
    for several in spoken.values():
        kept: list[str] = []
        for one in sorted(several, key=lambda quotation: quotation.start - quotation.end):
            plain = _NO_WORD.sub(" ", article.text[one.start : one.end]).casefold().strip()
            if not any(f" {plain} " in f" {other} " for other in kept):
                kept.append(plain)
                distinct.append(one)
    return sorted(distinct, key=lambda quotation: (quotation.start, quotation.end))
