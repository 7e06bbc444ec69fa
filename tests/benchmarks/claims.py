"""
How often articles are said to differ: `python -m tests.benchmarks.claims DIR [QUESTIONS]`.

*DIR* is as `cuttings evaluate` takes it; that many of its questions are asked, shuffled. Each that is
answered with sides is printed with them, to be read: whether they are of one thing no program tells.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from retrieval import plain
from retrieval.claims import can_differ
from retrieval.languages import detect
from retrieval.library import Library
from retrieval.question import parse
from retrieval.vocabulary import Vocabulary


def main(directory: str, most: int = 3000) -> None:
    library = Library.open(Path(directory, "corpus.jsonl"))
    lines = Path(directory, "queries.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["text"] for line in lines]
    random.Random(1).shuffle(asked)  # noqa: S311 - no secret, but to be repeated
    nothing = Vocabulary()
    asking = answered = shown = 0
    for question in asked[:most]:
        if not can_differ(parse(question, nothing, detect(question, frozenset(["en"])))):
            continue
        answer = library.ask(question)
        asking += 1
        answered += answer.answered
        shown += bool(answer.sides)
        for side in answer.sides:
            print(question, plain.one_line(side.excerpt.text), sep="\t")
    print(f"{asking} can differ, {answered} are answered, {shown} with sides")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
