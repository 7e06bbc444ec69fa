"""
Receipts: what names an excerpt, the article that it is from, and the version of that.

A receipt needs no secret and proves no author: whoever has the article can make the same one. It says
which words of which text were shown, and a slip or a change of it shows.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from retrieval.articles import Article
from retrieval.articles.fingerprints import blake2b

LONGEST = 48
"""Characters of a receipt, each a letter, a digit, "-" or "_"."""

_FORMAT = b"\xac"
"""Of what follows it. It makes the first character an "r", which no shell takes for an option."""

_KEY, _VERSION, _WORDS, _SEAL = 9, 8, 4, 4
"""Bytes; of the seal there are up to two more, so that no bit is left over in base64."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_PAYLOAD = "r-"
_LIKE_ONE = re.compile(rf"r[A-P][A-Za-z0-9_-]{{32,{LONGEST}}}")


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    What a receipt says.

    Attributes:
        key: Of the article; see `key_of`.
        version: The first 16 digits of the hash of the article's text.
        start, end: Of the excerpt, as offsets into that text.
        words: Of the hash of the excerpt's words, with all the above.
    """

    key: str
    version: str
    start: int
    end: int
    words: bytes

    def names(self, article: Article) -> bool:
        """Whether *article*, of that key, is of the version."""
        return article.sha256.startswith(self.version)

    def is_of(self, words: str) -> bool:
        """Whether the excerpt's words are these."""
        head = _head(self.key, self.version, self.start, self.end)
        return len(words) == self.end - self.start and _hashed(head, words) == self.words

    def __str__(self) -> str:
        return _sealed(_head(self.key, self.version, self.start, self.end) + self.words)


def key_of(article: str) -> str:
    """
    Twelve letters, digits, "-" and "_" that stand for the id of an *article*, which may be longer than
    a receipt, a button or a link can hold: 72 bits of BLAKE2 (RFC 7693).
    """
    digest = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest()
    return urlsafe_b64encode(digest).decode()


def receipt(article: Article, start: int, end: int) -> str:
    """
    What names the words of *article* from *start* to *end*: at most `LONGEST` characters, for any text
    of less than 2**35 characters.
    """
    version = article.sha256[: 2 * _VERSION]
    head = _head(key_of(article.id), version, start, end)
    return _sealed(head + _hashed(head, article.text[start:end]))


def payload(of: str) -> str:
    """What a link into the chat with the bot carries for the receipt *of* an excerpt."""
    return _PAYLOAD + of


def is_payload(text: str) -> bool:
    """Whether *text* is such a `payload`, of a receipt or of what was meant to be one."""
    return text.startswith(_PAYLOAD)


def read(text: str) -> Receipt | None:
    """
    The receipt in *text*, which may be a link or a sentence with it; None without one, or with several.

    Each receipt has one spelling, and with any letter of it changed it is none.
    """
    tokens = {token.removeprefix(_PAYLOAD) for token in _TOKEN.findall(text)}
    found = {one for one in map(_read, tokens) if one}
    return found.pop() if len(found) == 1 else None


def is_like_one(text: str) -> bool:
    """Whether *text* is nothing but a receipt, or what was one before a letter was lost or changed."""
    return bool(_LIKE_ONE.fullmatch(text.strip()))


def _read(token: str) -> Receipt | None:
    if len(token) > LONGEST or len(token) % 4:
        return None
    sealed = urlsafe_b64decode(token)
    place = 1 + _KEY + _VERSION
    start, place = _number(sealed, place)
    length, place = _number(sealed, place)
    key, version = sealed[1 : 1 + _KEY], sealed[1 + _KEY : 1 + _KEY + _VERSION]
    words = sealed[place : place + _WORDS]
    named = urlsafe_b64encode(key).decode(), version.hex()
    found = Receipt(*named, start, start + length, words)
    return found if length and str(found) == token else None


def _head(key: str, version: str, start: int, end: int) -> bytes:
    named = urlsafe_b64decode(key) + bytes.fromhex(version)
    return _FORMAT + named + _packed(start) + _packed(end - start)


def _hashed(head: bytes, words: str) -> bytes:
    told = head + words.encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=_WORDS).digest()


def _sealed(told: bytes) -> str:
    size = _SEAL + -(len(told) + _SEAL) % 3
    return urlsafe_b64encode(told + blake2b(told, digest_size=size).digest()).decode()


def _packed(number: int) -> bytes:
    """Seven bits a byte, the lowest first; all but the last have the eighth set."""
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def _number(packed: bytes, place: int) -> tuple[int, int]:
    """The number that begins at *place*, and where what follows it begins; 0 where there is none."""
    number = shift = 0
    for at in range(place, len(packed)):
        number |= (packed[at] & 0x7F) << shift
        shift += 7
        if packed[at] <= 0x7F:
            return number, at + 1
    return 0, len(packed)
