"""Where what is made of a collection is kept: it is costly, and can be made again."""

from __future__ import annotations

from pathlib import Path

from retrieval.articles.fingerprints import blake2b


def default_data() -> Path:
    """Where the platform keeps the data of programs."""
    from platformdirs import user_data_path

    return user_data_path("cuttings", appauthor=False)


def folder_name(collection: Path) -> str:
    """What the folders for things made of the *collection* at that path are called."""
    return blake2b(str(collection.resolve()).encode(errors="replace"), digest_size=16).hexdigest()


def index_folder(data: Path, collection: Path, engine: str = "tantivy") -> Path:
    """Where the stored index of the *collection* at that path is; each engine has its own."""
    kept_by = "" if engine == "tantivy" else f"-{engine}"
    return data / "indexes" / f"{folder_name(collection)}{kept_by}"
