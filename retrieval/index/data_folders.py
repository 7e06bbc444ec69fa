"""Where derived data of a collection is kept: it is costly to make, but can be made again."""

from __future__ import annotations

from pathlib import Path

from retrieval.articles.fingerprints import blake2b

ENGINES = ("auto", "rank-bm25", "tantivy", "opensearch")
"""What a collection can be kept in; "auto" decides by its size, and by whether a cluster is set."""


def default_data() -> Path:
    """Return the folder where the platform keeps the data of programs."""
    from platformdirs import user_data_path

    return user_data_path("cuttings", appauthor=False)


def folder_name(collection: Path) -> str:
    """Return the name of the folders for data derived from the *collection* at that path."""
    return blake2b(str(collection.resolve()).encode(errors="replace"), digest_size=16).hexdigest()


def index_folder(data: Path, collection: Path, engine: str = "tantivy") -> Path:
    """Return the folder in *data* for the index of the *collection*; each engine has its own."""
    suffix = "" if engine == "tantivy" else f"-{engine}"
    return data / "indexes" / f"{folder_name(collection)}{suffix}"
