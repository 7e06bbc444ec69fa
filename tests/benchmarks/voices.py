"""
Measure attributions: `python -m tests.benchmarks.voices WORLD… [--show wrong|missed|beside] [--language XX] [--json]`.

A world is a folder with articles (`corpus.jsonl`) and their labelled voices (`voices.jsonl`: article, start,
end, speaker or null, direct). A voice is found where a quotation shares half of the shorter of both with it,
and right where its speaker is the labelled one. Recall is the share of the voices with a speaker that are
right; precision the share of the named quotations with a voice that are. A speaker where the label has none
is wrong. Named quotations without a voice are counted, and `--show beside` prints them for a person to judge.
"""

from __future__ import annotations

import json
import re
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from retrieval.articles import Article
from retrieval.quotations.attribution import quotations
from retrieval.quotations.records import Form, Quotation, speaker
from retrieval.reading.folder import read_collection

_RUNS = 5
_AROUND = 120
"""Characters before and after a quotation that is printed."""
_SMALL = frozenset(["the", "of", "mr", "mrs", "dr", "sen", "and", "for"])
"""Words that are not part of a name."""

Outcome = Literal["right", "wrong", "missed", "beside"]


class Voice(NamedTuple):
    """Words of an article that somebody says, as a person labelled them."""

    article: str
    start: int
    end: int
    form: Form
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """What became of one voice, or of one quotation that no voice shares."""

    outcome: Outcome
    article: str
    start: int
    end: int
    form: Form
    labelled: str | None
    given: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """
    What is right of the voices of one form.

    Attributes:
        voices: Those labelled with a speaker.
        found: Those of them that a quotation shares, whoever speaks.
        named: Quotations with a speaker that share a voice.
        beside: Quotations with a speaker that share none.
    """

    voices: int
    found: int
    right: int
    named: int
    named_right: int
    beside: int

    @property
    def recall(self) -> float:
        return self.right / max(1, self.voices)

    @property
    def precision(self) -> float:
        return self.named_right / max(1, self.named)


def read_voices(path: Path) -> list[Voice]:
    """Return the labelled voices of a file."""
    return [
        Voice(
            label["article"],
            label["start"],
            label["end"],
            "quoted" if label["direct"] else "reported",
            label["speaker"],
        )
        for label in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def is_same(labelled: str, given: str) -> bool:
    """Return whether both name one speaker: by the last word, or one within the other."""
    first, second = _words(labelled), _words(given)
    return bool(first and second) and (
        first[-1] in second or " ".join(first) in " ".join(second) or second[-1] == first[-1]
    )


def _words(name: str) -> list[str]:
    plain = name.replace("’", "'").lower()
    return [word for word in re.findall(r"[\w']+", plain.replace("'s", "")) if word not in _SMALL]


def share(voice: Voice, quotation: Quotation) -> bool:
    """Return whether *voice* and *quotation* share half of the shorter of both."""
    shared = min(voice.end, quotation.end) - max(voice.start, quotation.start)
    return 2 * shared >= min(voice.end - voice.start, quotation.end - quotation.start)


def cases(articles: Sequence[Article], voices: Sequence[Voice]) -> Iterator[Case]:
    """Yield a case for each voice, and for each named quotation that shares none."""
    for article in articles:
        labels = [voice for voice in voices if voice.article == article.id]
        found = quotations(article)
        for voice in labels:
            yield _case(article, voice, [one for one in found if share(voice, one)])
        for one in found:
            if one.name and not any(share(voice, one) for voice in labels):
                name = speaker(article, one)
                yield Case("beside", article.id, one.start, one.end, one.form, None, name)


def _case(article: Article, voice: Voice, found: Sequence[Quotation]) -> Case:
    """Return what became of *voice*, which shares its words with the quotations *found*."""
    names = [name for one in found if (name := speaker(article, one))]
    label = voice.speaker
    if label is None:
        outcome: Outcome = "wrong" if names else "right"
    elif any(is_same(label, name) for name in names):
        outcome = "right"
    else:
        outcome = "wrong" if names else "missed"
    given = names[0] if names else None if not found else ""
    return Case(outcome, article.id, voice.start, voice.end, voice.form, label, given)


def figures(
    articles: Sequence[Article], voices: Sequence[Voice], form: Form | None = None
) -> Figures:
    """Return the figures of the voices and quotations of *form*, or of all."""
    every = [case for case in cases(articles, voices) if form in (None, case.form)]
    labelled = [case for case in every if case.outcome != "beside" and case.labelled]
    named = named_right = 0
    for article in articles:
        labels = [voice for voice in voices if voice.article == article.id]
        for one in quotations(article):
            name = speaker(article, one)
            theirs = [voice for voice in labels if share(voice, one)]
            theirs = [voice for voice in theirs if form in (None, voice.form)]
            if name and theirs:
                named += 1
                named_right += any(
                    voice.speaker is not None and is_same(voice.speaker, name) for voice in theirs
                )
    return Figures(
        voices=len(labelled),
        found=sum(case.given is not None for case in labelled),
        right=sum(case.outcome == "right" for case in labelled),
        named=named,
        named_right=named_right,
        beside=sum(case.outcome == "beside" for case in every),
    )


def milliseconds(articles: Sequence[Article]) -> float:
    """Return the milliseconds of processor time that 1,000 such articles take, of the fastest of several runs."""
    least = float("inf")
    for _ in range(_RUNS):
        started = time.process_time()
        for article in articles:
            quotations(article)
        least = min(least, time.process_time() - started)
    return 1e6 * least / max(1, len(articles))


def _printed(case: Case, article: Article) -> str:
    before = article.text[max(0, case.start - _AROUND) : case.start]
    after = article.text[case.end : case.end + _AROUND]
    words = " ".join(f"{before}[[{article.text[case.start : case.end]}]]{after}".split())
    found = "not found" if case.given is None else case.given or "nobody"
    return (
        f"{case.outcome.upper()} {case.article} {case.form} {case.labelled} <- {found}: {words}\n"
    )


def main(
    worlds: Sequence[Path], shown: Outcome | None, language: str | None, as_json: bool
) -> None:
    for world in worlds:
        articles = read_collection(world / "corpus.jsonl")[0]
        articles = [one for one in articles if language in (None, one.language)]
        voices = read_voices(world / "voices.jsonl")
        by_id = {article.id: article for article in articles}
        for case in cases(articles, voices):
            if case.outcome == shown:
                print(_printed(case, by_id[case.article]))
        forms: tuple[Form, Form] = ("quoted", "reported")
        result = {form: figures(articles, voices, form) for form in forms}
        whole = figures(articles, voices)
        spent = milliseconds(articles)
        if as_json:
            plain = {form: asdict(one) for form, one in (*result.items(), ("all", whole))}
            print(json.dumps({"world": world.name, "milliseconds": spent, **plain}))
            continue
        for name, one in (*result.items(), ("all", whole)):
            print(
                f"{world.name:10} {name:9} voices {one.voices:4}  found {one.found:4}  right {one.right:4}"
                f"  recall {one.recall:.3f}  named {one.named:4}  precision {one.precision:.3f}"
                f"  beside {one.beside:3}"
            )
        print(f"{world.name:10} {spent:.0f} ms per 1,000 articles")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("world", nargs="+", type=Path)
    parser.add_argument("--show", choices=["wrong", "missed", "beside"])
    parser.add_argument("--language")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    main(given.world, given.show, given.language, given.json)
