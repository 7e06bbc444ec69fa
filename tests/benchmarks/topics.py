"""
Measure how often “what did X say about Y?” is answered: `python -m tests.benchmarks.topics DIR…`.

X is a speaker in the articles of the sets. Y is first the longest word of what they say there, and then
a word of somebody else that does not occur in X's article, so that X said nothing about it. Words have
six small letters and more; at most 60 quotations of each set are used, shuffled.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.articles import Article
from retrieval.library import Library
from retrieval.quotations.attribution import quotations
from retrieval.quotations.records import speaker

_WORD = re.compile(r"\b[a-z]{6,}\b")
_LONG = 60
"""The least characters of a quotation that is about something."""
_MOST = 60
_STEM = 5
"""The first letters that forms of a word share."""


def topics(library: Library) -> Iterator[tuple[Article, str, str]]:
    """Yield articles, each with a speaker and the longest word of what they say."""
    for article in library.articles.values():
        for quotation in quotations(article):
            name = speaker(article, quotation)
            words = _WORD.findall(article.text, quotation.start, quotation.end)
            if name and words and quotation.end - quotation.start > _LONG:
                yield article, name, max(words, key=len)


def main(directories: Sequence[str]) -> None:
    generator = random.Random(4)
    own, others = [], []
    for directory in directories:
        library = Library.open(Path(directory) / "corpus.jsonl")
        topics_of = list(topics(library))
        generator.shuffle(topics_of)
        for article, name, word in topics_of[:_MOST]:
            own.append(library.ask(f"What did {name} say about {word}?").answered)
            other = generator.choice(topics_of)[2]
            if other[:_STEM] not in article.text:
                others.append(library.ask(f"What did {name} say about {other}?").answered)
    print(
        f"answered {sum(own)} of {len(own)} about what they said, {sum(others)} of {len(others)} about else"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
