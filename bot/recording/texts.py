"""Redact texts: replace in them what leads to somebody, and leave the other words of questions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.recording.pseudonyms import DIGITS, FEWEST_DIGITS, WORD, Candidate, Pseudonyms
from bot.simulator.wire import JSON

_PIECE = re.compile(r"[^\W_]+")
_GAP = r"[\s().\-]{0,2}"
TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_PATTERNS = re.compile(
    rf"""
      (?P<token>{TOKEN.pattern})
    | (?P<link>(?:https?://)?(?:www\.)?(?<![\w.])(?:t|telegram)\.(?:me|dog)/[^\s<>"]*[\w/] | tg://[^\s<>"]*[\w/])
    | (?P<address>https?://[^\s<>"]*[\w/=&-])
    | (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | @(?P<username>[A-Za-z0-9_]{{4,}})
    | (?P<number>\+1555010\d{{4}}(?!\d) | (?:\+|(?<!\w))\(?\d(?:{_GAP}\d)* | \d{{5,}}(?:{_GAP}\d)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = re.compile(r"[?#].*", re.DOTALL)
_LOGIN = re.compile(r"(?<=//)[^/@]*@")
_HARMLESS = r"""
    \d{1,2}[. -]\d{1,2}[. -](?:\d{4}|\d{2}) | \d{4}-\d{2}-\d{2}  # a date
  | (?:1\d|20)\d{2}                                             # a year
  | [1-9]\d{0,2}(?:[. ]000)+                                    # a round number
"""
_NUMBERS_OF_A_QUESTION = re.compile(
    rf"(?:{_HARMLESS})(?:[\s.-]{{1,3}}(?:{_HARMLESS}))*", re.VERBOSE
)
_MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")

TAKEN_OUT = "[taken out]"
"""What replaces a repeated piece of what was replaced in the question: a replay repeats something else."""


@dataclass(frozen=True, slots=True)
class Spot:
    """`text[start:end]` becomes *replacement*."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Echo:
    """
    What the bot may repeat of a question, case-folded.

    Attributes:
        words: The words of the question.
        taken_out: Pieces of what was replaced in it.
    """

    words: frozenset[str] = frozenset()
    taken_out: frozenset[str] = frozenset()


def substitute(text: str, spots: Sequence[Spot]) -> tuple[str, Callable[[int, bool], int]]:
    """
    Replace *spots* of *text*, which are in order and do not overlap.

    Returns:
        The new text, and a function that converts an offset in *text* into one in the new text, both in
        UTF-16 units. An offset inside a spot becomes the start of the replacement, or its end if the
        second argument is true.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []  # start and end before, start and end after
    offsets = _utf16_offsets(text)
    at = now = 0
    for spot in spots:
        parts += [text[at : spot.start], spot.replacement]
        now += offsets[spot.start] - offsets[at]
        after = now + _utf16_offsets(spot.replacement)[-1]
        pieces.append((offsets[spot.start], offsets[spot.end], now, after))
        at, now = spot.end, after
    parts.append(text[at:])

    def move(offset: int, ends: bool) -> int:
        offset = max(0, min(offset, offsets[-1]))
        by = 0
        for start, end, new_start, new_end in pieces:
            if offset <= start:
                break
            if offset < end:
                return new_end if ends else new_start
            by = new_end - end
        return offset + by

    return "".join(parts), move


class TextRedactor:
    """Redacts texts with the pseudonyms of one recording."""

    def __init__(self, pseudonyms: Pseudonyms, is_public: Callable[[str], bool]) -> None:
        """
        Args:
            is_public: Whether a word occurs in the articles, so that the bot may quote it from there.
        """
        self._pseudonyms = pseudonyms
        self._is_public = is_public
        self._replacements: dict[str, Callable[[str], str]] = {
            "token": lambda _token: "[token]",
            "link": pseudonyms.replace_link,
            "address": self._replace_address,
            "email": pseudonyms.replace_email,
            "username": pseudonyms.replace_username,
            "phone_number": pseudonyms.replace_phone,
            "text_mention": pseudonyms.replace_name,
        }

    def redact(self, text: str, echo: Echo | None = None) -> str:
        """Redact *text*, which a person wrote, or the bot if there is an *echo*."""
        return substitute(text, self.find_spots(text, (), echo))[0]

    def redact_html(self, text: str, echo: Echo) -> str:
        """Redact what the bot wrote in markup; quotations are an article's and stay word for word."""
        parts, quoting = list[str](), False
        for part in _MARKUP.split(text):
            if part.startswith("<"):
                quoting = part.startswith("<blockquote") or (
                    quoting and not part.startswith("</blockquote")
                )
                parts.append(self._pseudonyms.replace_in_link(part))
            elif quoting or (part.startswith("&") and _MARKUP.fullmatch(part)):
                parts.append(part)
            else:
                parts.append(self.redact(part, echo))
        return "".join(parts)

    def find_echo(self, texts: Iterable[tuple[str, list[JSON]]]) -> Echo:
        """Return what the bot may repeat of *texts*, each with its entities."""
        texts = list(texts)
        return Echo(
            frozenset(word.casefold() for text, _ in texts for word in WORD.findall(text)),
            frozenset(
                piece.casefold()
                for text, entities in texts
                for spot in self.find_spots(text, entities)
                for piece in _PIECE.findall(text[spot.start : spot.end])
                if piece not in _PIECE.findall(spot.replacement)
            ),
        )

    def find_spots(
        self, text: str, entities: Iterable[JSON] = (), echo: Echo | None = None
    ) -> list[Spot]:
        """Return what to replace in *text*, in order; see `redact`."""
        candidates = [*self._find_patterns(text), *self._find_entities(text, entities)]
        candidates += self._find_names(text, echo)
        if echo:
            candidates += self._find_repeated(text, echo)
        spots: list[Spot] = []
        end = 0
        for start, stop, replace in sorted(candidates, key=lambda spot: (spot[0], -spot[1])):
            if start >= end:
                spots.append(Spot(start, stop, replace(text[start:stop])))
            elif stop > end:
                spots[-1] = Spot(spots[-1].start, stop, spots[-1].replacement)
            end = max(end, stop)
        return spots

    def _find_patterns(self, text: str) -> Iterator[Candidate]:
        for match in _PATTERNS.finditer(text):
            kind = match.lastgroup
            assert kind
            start, end = match.span(kind)
            if kind != "number":
                yield start, end, self._replacements[kind]
            elif _leads_to_somebody(match[kind]):
                yield start, end, self._pseudonyms.replace_number
            else:
                for first, last, replace in self._pseudonyms.find_ids(match[kind]):
                    yield start + first, start + last, replace

    def _find_entities(self, text: str, entities: Iterable[JSON]) -> Iterator[Candidate]:
        for entity in entities:
            if entity.get("type") in ("email", "phone_number", "text_mention"):
                first, last = entity["offset"], entity["offset"] + entity["length"]
                replace = self._replacements[entity["type"]]
                yield _index(text, first), _index(text, last), replace

    def _find_names(self, text: str, echo: Echo | None) -> Iterator[Candidate]:
        """Yield names, but not where the bot names somebody who is in the articles and was not asked about."""
        for start, end, replace in self._pseudonyms.find_names(text):
            name = text[start:end]
            if echo is None or name.casefold() in echo.words or not self._is_public(name):
                yield start, end, replace

    def _find_repeated(self, text: str, echo: Echo) -> Iterator[Candidate]:
        """Yield pieces of what was replaced in the question: the bot names words that it does not know."""
        for match in _PIECE.finditer(text):
            if match[0].casefold() in echo.taken_out and not self._is_public(match[0]):
                yield *match.span(), lambda _piece: TAKEN_OUT

    def _replace_address(self, address: str) -> str:
        head, slashes, rest = _LOGIN.sub("", _TAIL.sub("", address)).partition("//")
        return f"{head}{slashes}{self.redact(rest)}"


def _leads_to_somebody(number: str) -> bool:
    """Return whether *number* leads to somebody, rather than being a date, a year or a round number."""
    digits = "".join(DIGITS.findall(number))
    return len(digits) >= FEWEST_DIGITS and not _NUMBERS_OF_A_QUESTION.fullmatch(number)


def _utf16_offsets(text: str) -> list[int]:
    """Return the offset in UTF-16 units at which each character of *text* begins, and that of its end."""
    return list(accumulate((1 + (ord(character) > 0xFFFF) for character in text), initial=0))


def _index(text: str, offset: int) -> int:
    """Return the index of the character of *text* at *offset*, in UTF-16 units, or around it."""
    return max(0, bisect_right(_utf16_offsets(text), offset) - 1)
