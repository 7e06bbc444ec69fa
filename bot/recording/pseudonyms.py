"""Remember which pseudonym stands for each name, id and number in a recording."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import Any

from bot.simulator.wire import BOT, PRIVATE
from retrieval.text.analyzer import is_stop_word, unspaced

_COMBINING = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u1dc0-\u1dff\u200c\u200d"
)
"""Signs that belong to the letter before them; `\\w` contains none of them."""

WORD = re.compile(rf"[\w{_COMBINING}]+")
DIGITS = re.compile(r"\d+")
_ALIAS = re.compile(r"(?P<name>person\d+)|(?P<title>chat\d+)|(?P<username>user_\d+)")
"""Pseudonyms of names, case-folded."""

FEWEST_DIGITS = 7
"""The fewest digits of a number that may lead to somebody."""

_SHORTEST_ID = 5
"""The fewest digits of an id that is looked for in texts; shorter numbers are too common."""

_LANGUAGES = ("en", "uk", "ru", "de", "es")

_FIRST_DATE = 1_790_000_000
"""What the first date becomes; the others keep their distance from it."""

Candidate = tuple[int, int, Callable[[str], str]]
"""Where something to replace in a text begins and ends, and what returns its replacement."""


class Pseudonyms:
    """
    The pseudonyms of one recording, numbered in the order of first sight. The bot itself is always @cuttings_bot.

    A pseudonym is its own pseudonym, so that what is redacted stays the same when it is redacted again.
    """

    def __init__(self, bot_id: int, bot_name: str, token: str = "") -> None:
        """
        Args:
            bot_name: The username of the bot.
            token: The token of the bot, replaced even if it does not look like one.
        """
        self.bot_id = bot_id
        self._bot_name = bot_name
        self._to_bot = re.compile(
            rf"\b((?:t|telegram)\.(?:me|dog)/|tg://resolve\?domain=){re.escape(bot_name)}\b",
            re.IGNORECASE,
        )
        self._numbers: defaultdict[object, dict[object, int]] = defaultdict(dict)
        self._words: dict[str, str] = {}
        self._phrases: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._first_date: int | None = None
        self._find_phrases: re.Pattern[str] | None = None
        if token:
            self._learn_phrase(token, "token")

    def number(self, kind: object, key: object) -> int:
        """Return the number of *key* among those of its *kind*, in the order of first sight, from 1."""
        numbers = self._numbers[kind]
        return numbers.setdefault(key, len(numbers) + 1)

    # Learning names.

    def learn(self, value: Any) -> None:
        """Learn the names anywhere in *value*, also in fields that are left out: texts may contain them."""
        if isinstance(value, list | tuple):
            for item in value:
                self.learn(item)
        if not isinstance(value, dict):
            return
        for key, item in value.items():
            if not isinstance(item, str):
                self.learn(item)
            elif key in ("first_name", "last_name"):
                self._learn_name(item)
            elif key == "username":
                self._learn_word(item, "username")
            elif key == "title":
                self._learn_phrase(item, "title")

    def _learn_name(self, name: str) -> None:
        """Learn each word of *name* by itself, since people write only the first or the last name."""
        for word in WORD.findall(name):
            self._learn_word(word, "name")
            if unspaced(word):
                self._learn_phrase(word, "name")

    def _learn_word(self, word: str, kind: str) -> None:
        if _is_distinctive(word):
            self._words.setdefault(word.casefold(), kind)

    def _learn_phrase(self, phrase: str, kind: str) -> None:
        if phrase.casefold() in self._phrases or not _is_distinctive(phrase):
            return
        for written in {phrase, escape(phrase, quote=False)}:
            self._phrases[written.casefold()] = kind
        patterns = [
            re.escape(known) if unspaced(known) else rf"(?<!\w){re.escape(known)}(?!\w)"
            for known in sorted(self._phrases, key=len, reverse=True)  # no part before the whole
        ]
        self._find_phrases = re.compile("|".join(patterns), re.IGNORECASE)

    # Finding names and ids in texts.

    def find_names(self, text: str) -> Iterator[Candidate]:
        """Yield the names in *text* that were learned, and the pseudonyms of names."""
        for match in self._find_phrases.finditer(text) if self._find_phrases else ():
            if match[0].casefold() in self._phrases:
                yield *match.span(), self._replace_phrase
        for match in WORD.finditer(text):
            if self._kind_of(match[0]):
                yield *match.span(), self._replace_word

    def find_ids(self, text: str) -> Iterator[Candidate]:
        for match in DIGITS.finditer(text):
            if match[0] in self._ids:
                yield *match.span(), self.replace_number

    def _kind_of(self, word: str) -> str | None:
        """Return the kind of name that *word* is, which may be a pseudonym; None if it is no name."""
        word = word.casefold()
        alias = _ALIAS.fullmatch(word)
        return alias.lastgroup if alias else self._words.get(word)

    # Replacing what people wrote.

    def _replace_word(self, word: str) -> str:
        return self._replace(self._kind_of(word) or "name", word)

    def _replace_phrase(self, phrase: str) -> str:
        return self._replace(self._phrases[phrase.casefold()], unescape(phrase))

    def _replace(self, kind: str, name: str) -> str:
        match kind:
            case "name":
                return f"Person{self.number('name', name.casefold())}"
            case "title":
                return f"Chat{self.number('title', name.casefold())}"
            case "username":
                return self.replace_username(name)
        return "[token]"

    def replace_name(self, name: str) -> str:
        return " ".join(self._replace("name", word) for word in WORD.findall(name) or [name])

    def replace_username(self, name: str) -> str:
        if name.casefold() == self._bot_name.casefold():
            return str(BOT["username"])
        return f"user_{self.number('username', name.casefold())}"

    def replace_link(self, link: str) -> str:
        """Return the replacement for a *link* into Telegram that somebody wrote."""
        if self._to_bot.search(link):
            return self.replace_in_link(link)
        return f"https://t.me/link_{self.number('link', link)}"

    def replace_email(self, address: str) -> str:
        return f"person{self.number('email', address.casefold())}@example.org"

    def replace_number(self, number: str) -> str:
        return self._ids.get("".join(DIGITS.findall(number))) or self.replace_phone(number)

    def replace_phone(self, number: str) -> str:
        digits = "".join(DIGITS.findall(number)).removeprefix("00")
        return f"+1555010{self.number('phone', digits):04}"

    def replace_in_link(self, link: str) -> str:
        """Return the bot's own *link*, to itself or to an article, with its name and known ids replaced."""
        return self.replace_ids(self._to_bot.sub(rf"\1{BOT['username']}", link))

    def replace_ids(self, text: str) -> str:
        return DIGITS.sub(lambda match: self._ids.get(match[0], match[0]), text)

    # Replacing values of fields; None where a value is not of the type that its field has.

    def replace_id(self, value: Any) -> int | None:
        """Return the pseudonym of the id of a user or chat; it keeps the sign and the -100 of supergroups."""
        if type(value) is not int:
            return None
        digits = str(abs(value))
        if value == self.bot_id:
            short = int(BOT["id"])
        elif value > 0:
            short = PRIVATE - 1 + self.number("user", value)
        elif digits.startswith("100"):
            short = -int(f"100{1 + self.number('supergroup', value)}")
        else:
            short = -(200 + self.number("group", value))
        if len(digits) >= _SHORTEST_ID:
            self._ids[digits] = str(abs(short))
            # Links into a supergroup contain its id without the -100.
            inner = digits.removeprefix("100")
            if value < 0 and len(inner) >= FEWEST_DIGITS:
                self._ids[inner] = str(abs(short))
        return short

    def replace_date(self, value: Any) -> int | None:
        if type(value) is not int:
            return None
        if not value:
            return 0  # in Telegram: the message cannot be reached
        if self._first_date is None:
            self._first_date = value
        return _FIRST_DATE + value - self._first_date

    def learn_and_replace(self, kind: str, value: Any) -> str | None:
        """Return the pseudonym of the name of a person, a user or a chat, which texts may contain from then on."""
        if not isinstance(value, str) or not value:
            return None
        match kind:
            case "name":
                self._learn_name(value)
                return self.replace_name(value)
            case "username":
                self._learn_word(value, kind)
            case "title":
                self._learn_phrase(value, kind)
        return self._replace(kind, value)


def _is_distinctive(name: str) -> bool:
    """Return whether texts can be searched for *name*; for somebody called “What” or “I” they cannot."""
    return len(name) > 1 and not any(is_stop_word(name, language) for language in _LANGUAGES)
