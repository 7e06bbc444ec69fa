"""An article about a bridge, beside one that shares a paragraph with it, for tests that change articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.articles.receipt_tokens import make_receipt
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.opening import CollectionOptions
from retrieval.collection.protocol import Collection
from retrieval.receipts.versions import Versions

FIRST = "The council met on Tuesday and voted to close the old bridge for repairs."
SAID = "Engineers had warned for years that its northern pillar was sinking into the river."
LATER = "Engineers had warned for months that its southern pillar was sinking into the river."
LAST = "Ada Park, who paints the ferry house each spring, called it the end of an age."
OTHER = "The yak of the city farm ate nine apples on Sunday, and was none the worse for it."


def story(*paragraphs: str) -> str:
    """Return the text of the article with these paragraphs."""
    return "Bridge to close\n\n" + "\n\n".join(paragraphs) + "\n"


def write_bridge(folder: Path) -> Path:
    """Write both articles into a new *folder*, and return it."""
    folder.mkdir()
    (folder / "bridge.txt").write_text(story(FIRST, f"{SAID} {LAST}", FIRST))
    (folder / "farm.txt").write_text(f"News of the yak\n\n{OTHER}\n\n{FIRST}\n")
    return folder


def receipt_of(article: Article, words: str) -> str:
    """Return the receipt for the first place of *words* in *article*."""
    start = article.text.index(words)
    return make_receipt(article, start, start + len(words))


def in_memory(folder: Path, versions: Versions) -> Collection:
    return InMemoryCollection(folder, versions=versions)


def on_disk(folder: Path, versions: Versions) -> Collection:
    options = CollectionOptions(folder, versions.folder.parent.parent)
    return OnDiskCollection(options.indexed(versions))


Opens = Callable[[Path, Versions], Collection]
BOTH = pytest.mark.parametrize("opens", [in_memory, on_disk])


def receipt_for(collection: Collection, words: str = SAID, id_: str = "bridge") -> str:
    return receipt_of(collection.library.articles[id_], words)
