"""
Convert public sets of questions for the training of the reader:
`python -m retrieval.reader.public [NAME…] --from FOLDER --out FOLDER [--clear-of FOLDER…]`.

--from is a folder with the repositories of the sets, as `git clone` makes them, with or without a work tree; where one
is missing, a sentence says which. --out gets `NAME.jsonl` for each NAME, by default for all sets, to be given to
`python -m retrieval.reader.train`. --clear-of names question sets (folders with `corpus.jsonl` and `queries.jsonl`) by
which the reader will be judged: what is about their articles, asks their questions, or shares ten words in a row with
their passages is left out.

The same seed gives the same lines.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from random import Random

from retrieval.articles import QuestionsError
from retrieval.reader.training.public.catalogue import SETS
from retrieval.reader.training.public.held_back import HeldBack
from retrieval.reader.training.public.lines import choose, clean, write
from retrieval.reader.training.public.repositories import read_files


def main(arguments: Sequence[str]) -> None:
    """Convert sets, as the module says."""
    parser = ArgumentParser(prog="python -m retrieval.reader.public", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SETS))
    parser.add_argument("--from", type=Path, required=True, dest="source", metavar="FOLDER")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--clear-of", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in SETS]:
        parser.error(f"no set of that name: {', '.join(unknown)}; there are {', '.join(SETS)}")
    held_back = HeldBack(options.clear_of)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or SETS:
        convert(name, options.source, options.out, held_back, Random(f"{options.seed} {name}"))


def convert(name: str, source: Path, out: Path, held_back: HeldBack, chance: Random) -> None:
    """Write the lines of a set, and print how many there are."""
    given = SETS[name]
    files = read_files(source, given.repository, given.commit, given.paths.split())
    made = list(clean(given.convert(files, chance)))
    kept = [line for line in made if not held_back.has(line)]
    lines = choose(kept, given.most, chance)
    write(out / f"{name}.jsonl", lines)
    answered = sum(line.answers for line in lines)
    print(
        f"{name}: {len(lines)} lines, {answered} answered, {len(lines) - answered} not;"
        f" left out: {len(made) - len(kept)} of held-back sets, {len(kept) - len(lines)} too many",
        flush=True,
    )


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except QuestionsError as error:
        sys.exit(str(error))
