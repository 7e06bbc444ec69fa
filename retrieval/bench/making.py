"""Writing the files of a collection to measure with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from retrieval.articles import Article
from retrieval.bench import synthesis
from retrieval.bench.collection import BenchCollection
from retrieval.index.passages import split
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

_IN_FILE = 100
"""Articles in a file, all of which are read again when one of them changes."""

_SAMPLE = 200
"""Articles from which to estimate how many passages an article has."""


def make_collection(
    source: Sequence[Article], passages: int | None, folder: Path, seed: int = 0
) -> BenchCollection:
    """
    Write a collection of about so many *passages*, synthesized from *source*; None writes *source* as
    it is. A collection that *folder* already has from the same source is used again.
    """
    collection = BenchCollection(folder)
    origin = {"source": _hash(source), "passages": passages, "seed": seed}
    label = folder / "made.json"
    if label.exists() and json.loads(label.read_text()) == origin:
        return collection
    shutil.rmtree(collection.articles, ignore_errors=True)
    collection.articles.mkdir(parents=True)
    entries = _synthesized(source, passages, seed) if passages else _as_they_are(source)
    for number in count():
        chunk = list(islice(entries, _IN_FILE))
        if not chunk:
            break
        lines = "".join(f"{json.dumps(entry, ensure_ascii=False)}\n" for entry in chunk)
        (collection.articles / f"{number:06}.jsonl").write_text(
            lines, encoding="utf-8", errors="replace"
        )
    label.write_text(json.dumps(origin))
    return collection


def _hash(source: Iterable[Article]) -> str:
    hashed = sha256(Path(synthesis.__file__).read_bytes())
    for article in source:
        hashed.update(f"{article.id}\0{article.sha256}\0".encode(errors="replace"))
    return hashed.hexdigest()


def _synthesized(source: Sequence[Article], passages: int, seed: int) -> Iterator[dict[str, str]]:
    synthesizer = synthesis.Synthesizer(source, seed)
    sizes = []
    for number in count():
        title, text = synthesizer.article(number)
        if number < _SAMPLE:
            article = make_article(str(number), text, Metadata(title=title))
            sizes.append(sum(1 for _ in split(article)))
            if sum(sizes) >= passages:
                passages = 0
        yield {"id": f"{number:07}", "title": title, "text": text}
        if number + 1 >= round(passages * len(sizes) / sum(sizes)):
            return


def _as_they_are(source: Iterable[Article]) -> Iterator[dict[str, str]]:
    for article in source:
        known = {name: getattr(article, name) for name in ("publisher", "published", "url")}
        yield {"id": article.id, "title": article.title, "text": article.text} | {
            name: value for name, value in known.items() if value
        }
