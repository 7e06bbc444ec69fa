"""
Receipts: tokens that name an excerpt, its article, and the version of the article.

A receipt needs no secret and proves no author: anyone who has the article can make the same one. It
says which words of which text were shown, and a typing error or a change in it is detected.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from retrieval.articles import Article
from retrieval.articles.fingerprints import blake2b

LONGEST = 48
"""Most characters of a receipt, each a letter, a digit, "-" or "_"."""

_FORMAT = b"\xac"
"""The first byte. It makes the first character an "r", which no shell takes for an option."""

_KEY, _VERSION, _WORDS, _SEAL = 9, 8, 4, 4
"""Sizes in bytes. The seal has up to two more, so that base64 leaves no bit over."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_PAYLOAD = "r-"
_SHAPE = re.compile(rf"r[A-P][A-Za-z0-9_-]{{32,{LONGEST}}}")


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    What a receipt says.

    Attributes:
        key: The key of the article; see `key_of`.
        version: The first 16 digits of the hash of the article's text.
        start, end: The bounds of the excerpt, as offsets into that text.
        words: The first bytes of a hash of the excerpt's words and all of the above.
    """

    key: str
    version: str
    start: int
    end: int
    words: bytes

    def has_version_of(self, article: Article) -> bool:
        """Return whether *article*, which has this key, also has this version."""
        return article.sha256.startswith(self.version)

    def has_words(self, words: str) -> bool:
        """Return whether the excerpt's words are *words*."""
        head = _head(self.key, self.version, self.start, self.end)
        return len(words) == self.end - self.start and _hash_words(head, words) == self.words

    def __str__(self) -> str:
        return _seal(_head(self.key, self.version, self.start, self.end) + self.words)


def key_of(article: str) -> str:
    """
    Return 12 letters, digits, "-" and "_" for the id *article*: 72 bits of its BLAKE2 hash (RFC 7693).

    The id itself may be longer than a receipt, a button or a link can hold.
    """
    digest = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest()
    return urlsafe_b64encode(digest).decode()


def make_receipt(article: Article, start: int, end: int) -> str:
    """
    Return the receipt for the words of *article* from *start* to *end*: at most `LONGEST` characters,
    for any text of less than 2**35 characters.
    """
    version = article.sha256[: 2 * _VERSION]
    head = _head(key_of(article.id), version, start, end)
    return _seal(head + _hash_words(head, article.text[start:end]))


def payload(receipt: str) -> str:
    """Return the `start` parameter of a link to the bot that verifies *receipt*."""
    return _PAYLOAD + receipt


def is_payload(text: str) -> bool:
    """Return whether *text* is a `payload`, even if its receipt is not valid."""
    return text.startswith(_PAYLOAD)


def find_receipt(text: str) -> Receipt | None:
    """
    Return the receipt in *text*, such as a link or a sentence; None if it has none, or several.

    Each receipt has one spelling: with any letter changed it is not valid.
    """
    tokens = {token.removeprefix(_PAYLOAD) for token in _TOKEN.findall(text)}
    receipts = {receipt for receipt in map(_parse, tokens) if receipt}
    return receipts.pop() if len(receipts) == 1 else None


def looks_like_receipt(text: str) -> bool:
    """Return whether *text* is nothing but a receipt, possibly with letters lost or changed."""
    return bool(_SHAPE.fullmatch(text.strip()))


def _parse(token: str) -> Receipt | None:
    if len(token) > LONGEST or len(token) % 4:
        return None
    sealed = urlsafe_b64decode(token)
    place = 1 + _KEY + _VERSION
    start, place = _unpack(sealed, place)
    length, place = _unpack(sealed, place)
    key, version = sealed[1 : 1 + _KEY], sealed[1 + _KEY : 1 + _KEY + _VERSION]
    words = sealed[place : place + _WORDS]
    named = urlsafe_b64encode(key).decode(), version.hex()
    receipt = Receipt(*named, start, start + length, words)
    return receipt if length and str(receipt) == token else None


def _head(key: str, version: str, start: int, end: int) -> bytes:
    named = urlsafe_b64decode(key) + bytes.fromhex(version)
    return _FORMAT + named + _pack(start) + _pack(end - start)


def _hash_words(head: bytes, words: str) -> bytes:
    hashed = head + words.encode("utf-8", "surrogatepass")
    return blake2b(hashed, digest_size=_WORDS).digest()


def _seal(content: bytes) -> str:
    size = _SEAL + -(len(content) + _SEAL) % 3
    return urlsafe_b64encode(content + blake2b(content, digest_size=size).digest()).decode()


def _pack(number: int) -> bytes:
    """Pack *number* into bytes of seven bits, lowest first; all but the last have the eighth bit set."""
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def _unpack(packed: bytes, place: int) -> tuple[int, int]:
    """Return the number packed at *place*, and the place after it; 0 and the end if there is none."""
    number = shift = 0
    for at in range(place, len(packed)):
        number |= (packed[at] & 0x7F) << shift
        shift += 7
        if packed[at] <= 0x7F:
            return number, at + 1
    return 0, len(packed)
