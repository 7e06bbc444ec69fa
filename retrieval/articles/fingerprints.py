"""
Hashes as `hashlib` has them, from modules of Python's own: `hashlib` loads OpenSSL, which takes
longer than an answer has to hash.
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
    except ImportError:  # a Python built without its own
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]

_BITS = 64


def share_of(id_: str, sha256: str) -> int:
    """What an article adds to the sum that names its collection; its text has that *sha256*."""
    told = f"{id_} {sha256}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=_BITS // 8).digest())


def name_of(total: int) -> str:
    """The name of a collection whose articles add up to *total*, in whatever order they come."""
    return f"{total % (1 << _BITS):016x}"[:8]
