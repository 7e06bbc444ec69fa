"""
Hashes, and the versions of collections made of them.

`blake2b` and `sha256` come from Python's built-in modules, because `hashlib` loads OpenSSL, which
takes longer than everything that an answer hashes.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        blake2b = import_module("_blake2").blake2b
        sha256 = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
    except ImportError:  # a Python built without them
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]

_BITS = 64


def article_share(id_: str, sha256: str) -> int:
    """Return what an article adds to the sum that `collection_version` takes; *sha256* is its text's."""
    hashed = f"{id_} {sha256}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(hashed, digest_size=_BITS // 8).digest())


def collection_version(total: int) -> str:
    """Return the version of a collection whose articles add up to *total*, in any order."""
    return f"{total % (1 << _BITS):016x}"[:8]
