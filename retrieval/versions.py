"""What names the state of a collection: eight characters, which change when any article does."""

from __future__ import annotations

from retrieval.hashing import blake2b

_BITS = 64


def share_of(id_: str, sha256: str) -> int:
    """What an article adds to the sum that names its collection; its text has that *sha256*."""
    told = f"{id_} {sha256}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=_BITS // 8).digest())


def name_of(total: int) -> str:
    """The name of a collection whose articles add up to *total*, in whatever order they come."""
    return f"{total % (1 << _BITS):016x}"[:8]
