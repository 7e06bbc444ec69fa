"""
How often “what did X say about Y?” is answered: `python -m tests.benchmarks.topics DIR…`.

X are speakers of the sets' articles, Y the longest word of what they say there, and then one of what
others say, which X's article does not have: of that X said nothing that the set holds. Words of six
small letters and more; at most 60 quotations of a set, shuffled.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.articles import Article
from retrieval.library import Library
from retrieval.quotations.attribution import quotations, speaker

_WORD = re.compile(r"\b[a-z]{6,}\b")
_LONG = 60
"""Characters of a quotation that tells of something."""
_MOST = 60
_STEM = 5
"""Letters that forms of a word share."""


def told(library: Library) -> Iterator[tuple[Article, str, str]]:
    """Each article, who speaks there, and a word of it."""
    for article in library.articles.values():
        for one in quotations(article):
            name = speaker(article, one)
            words = _WORD.findall(article.text, one.start, one.end)
            if name and words and one.end - one.start > _LONG:
                yield article, name, max(words, key=len)


def main(directories: Sequence[str]) -> None:
    chosen = random.Random(4)  # noqa: S311 - no secret, but to be repeated
    own, others = [], []
    for directory in directories:
        library = Library.open(Path(directory) / "corpus.jsonl")
        found = list(told(library))
        chosen.shuffle(found)
        for article, name, word in found[:_MOST]:
            own.append(library.ask(f"What did {name} say about {word}?").answered)
            other = chosen.choice(found)[2]
            if other[:_STEM] not in article.text:
                others.append(library.ask(f"What did {name} say about {other}?").answered)
    print(
        f"answered {sum(own)} of {len(own)} about what they said, {sum(others)} of {len(others)} about else"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
