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
