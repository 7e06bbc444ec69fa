"""
Take out of updates and calls whatever tells who was there, and leave the words of questions.

What is replaced gets the same replacement wherever it stands again, numbered in the order of first
sight; so what is redacted stays as it is when it is redacted anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import accumulate
from typing import Any

from bot.simulator.wire import BOT, JSON, PRIVATE
from retrieval.text.analyzer import is_stop_word, unspaced

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u1dc0-\u1dff\u200c\u200d"
)
"""Signs that belong to the letter before them; `\\w` has none of them."""

_WORD = re.compile(rf"[\w{_MARKS}]+")
_PIECE = re.compile(r"[^\W_]+")
_GAP = r"[\s().\-]{0,2}"
_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_PATTERNS = re.compile(
    rf"""
      (?P<token>{_TOKEN.pattern})
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
_DIGITS = re.compile(r"\d+")
_ALIAS = re.compile(r"(?P<name>person\d+)|(?P<title>chat\d+)|(?P<username>user_\d+)")
"""What stands for names; case-folded."""

_FEWEST_DIGITS = 7
"""Of a number that somebody may be called at, or known by."""

_SHORTEST_ID = 5
"""Digits of an id that is looked for in texts too; shorter ones are in everybody's mouth."""

_LANGUAGES = ("en", "uk", "ru", "de", "es")
_CODE = re.compile(r"[ -~]{0,64}")
_KIND = re.compile(r"[a-z_]{1,40}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2,8})?")
_MIME = re.compile(r"[a-z]+/[\w.+-]{1,80}")
_MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")

_FIRST_DATE = 1_790_000_000
"""What the first date becomes; the others keep their distance from it."""

TAKEN_OUT = "[taken out]"
"""What the bot repeats in part of what was replaced in the question: a replay repeats something else."""

_FIELDS: dict[str, dict[str, str]] = {
    "update": {
        "update_id": "update_id",
        "message": "message",
        "edited_message": "message",
        "guest_message": "message",
        "callback_query": "callback_query",
        "inline_query": "inline_query",
    },
    "message": {
        "message_id": "message_id",
        "message_thread_id": "message_id",
        "is_topic_message": "flag",
        "date": "date",
        "edit_date": "date",
        "chat": "chat",
        "from": "user",
        "sender_chat": "chat",
        "via_bot": "user",
        "reply_to_message": "message",
        "guest_query_id": "query_id",
        "text": "text",
        "caption": "text",
        "photo": "photo",
        "document": "file",
        "audio": "file",
        "video": "file",
        "animation": "file",
        "voice": "file",
        "video_note": "file",
        "sticker": "file",
        "location": "location",
        "contact": "contact",
        "forum_topic_created": "topic",
        "migrate_to_chat_id": "id",
        "migrate_from_chat_id": "id",
        "reply_markup": "reply_markup",
    },
    "callback_query": {
        "id": "query_id",
        "from": "user",
        "message": "message",
        "inline_message_id": "inline_message_id",
        "chat_instance": "chat_instance",
        "data": "code",
    },
    "inline_query": {
        "id": "query_id",
        "from": "user",
        "query": "text",
        "offset": "code",
        "chat_type": "kind",
    },
    "user": {
        "id": "id",
        "is_bot": "flag",
        "first_name": "name",
        "last_name": "name",
        "username": "username",
        "language_code": "language",
    },
    "chat": {
        "id": "id",
        "type": "kind",
        "title": "title",
        "username": "username",
        "first_name": "name",
        "last_name": "name",
        "is_forum": "flag",
    },
    "file": {
        "file_id": "file_id",
        "file_unique_id": "file_id",
        "type": "kind",
        "width": "size",
        "height": "size",
        "length": "size",
        "duration": "size",
        "mime_type": "mime",
        "is_animated": "flag",
        "is_video": "flag",
    },
    "location": {"latitude": "latitude", "longitude": "longitude"},
    "contact": {
        "phone_number": "phone",
        "first_name": "name",
        "last_name": "name",
        "user_id": "id",
    },
    "topic": {"name": "title", "icon_color": "size"},
    "reply_markup": {"inline_keyboard": "buttons"},
    "button": {"text": "text", "callback_data": "code"},
    "entity": {"type": "kind", "url": "text", "user": "user"},
}
"""What is kept of an update: fields that are not here, or are not what they should be, are left out."""

_TEXTS = {"text": "entities", "caption": "caption_entities"}


@dataclass(frozen=True, slots=True)
class Spot:
    """`text[start:end]` becomes *instead*."""

    start: int
    end: int
    instead: str


def substitute(text: str, spots: Sequence[Spot]) -> tuple[str, Callable[[int, bool], int]]:
    """
    *text* with *spots* replaced, which are in order and do not overlap.

    Returns:
        It, and a function that tells for a place in *text*, in UTF-16 units, where that is now; a
        place inside a spot is where the replacement begins, or ends if its second argument says so.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []  # from and to, each as it was and as it is
    old = list(accumulate((1 + (ord(character) > 0xFFFF) for character in text), initial=0))
    at = now = 0
    for spot in spots:
        parts += [text[at : spot.start], spot.instead]
        now += old[spot.start] - old[at]
        after = now + sum(1 + (ord(character) > 0xFFFF) for character in spot.instead)
        pieces.append((old[spot.start], old[spot.end], now, after))
        at, now = spot.end, after
    parts.append(text[at:])

    def moved(place: int, ends: bool) -> int:
        place = max(0, min(place, old[-1]))
        by = 0
        for start, end, new_start, new_end in pieces:
            if place <= start:
                break
            if place < end:
                return new_end if ends else new_start
            by = new_end - end
        return place + by

    return "".join(parts), moved


class Redactor:
    """
    Remembers what stands for what, for one recording. The bot itself is always @cuttings_bot.

    No update and no call makes it raise.
    """

    def __init__(
        self,
        bot_id: int,
        bot_name: str,
        token: str = "",
        is_public: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        """
        Args:
            bot_name: Its username.
            token: Taken out too where it is of another form than others.
            is_public: Whether a word stands in the articles: there the bot says it in their name.
        """
        self._bot_id = bot_id
        self._bot_name = bot_name
        self._to_bot = re.compile(
            rf"\b((?:t|telegram)\.(?:me|dog)/|tg://resolve\?domain=){re.escape(bot_name)}\b",
            re.IGNORECASE,
        )
        self._is_public = is_public
        self._seen: defaultdict[object, dict[object, int]] = defaultdict(dict)
        self._words: dict[str, str] = {}
        self._phrases: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._since: int | None = None
        self._asked: frozenset[str] = frozenset()
        self._taken_out: frozenset[str] = frozenset()
        self._find_phrases: re.Pattern[str] | None = None
        if token:
            self._learn_phrase(token, "token")

    def update(self, update: JSON) -> JSON:
        """What may be kept of *update*."""
        self._learn(update)
        return self._object("update", update, None)

    def call(self, params: JSON, update: JSON) -> JSON:
        """The parameters of a call that the bot made because of *update*."""
        written = list(self._written(update))
        self._asked = frozenset(
            word.casefold() for text, _ in written for word in _WORD.findall(text)
        )
        self._taken_out = frozenset(
            piece.casefold()
            for text, entities in written
            for spot in self._spots(text, entities)
            for piece in _PIECE.findall(text[spot.start : spot.end])
            if piece not in _PIECE.findall(spot.instead)
        )
        return {
            key: self._params(item, params.get("chat_id"), key, html=_is_html(params))
            for key, item in params.items()
        }

    def answer(self, chat: object, answer: JSON) -> JSON:
        """What came back from a call for *chat*: how it went, and the message that there is now."""
        if answer.get("ok"):
            result = answer.get("result")
            number = result.get("message_id") if isinstance(result, dict) else None
            kept = {} if number is None else {"message_id": self._message_id(number, chat)}
            return {"ok": True, **kept}
        if "lost" in answer:
            return {"ok": False, "lost": answer["lost"]}
        told = answer.get("parameters", {})
        more: JSON = {}
        if (wait := told.get("retry_after")) is not None:
            more["retry_after"] = self._size(wait, None)
        if (moved := told.get("migrate_to_chat_id")) is not None:
            more["migrate_to_chat_id"] = self._id(moved, None)
        return {
            "ok": False,
            "error_code": self._size(answer.get("error_code"), None),
            "description": self.text(str(answer.get("description", ""))),
            **({"parameters": more} if more else {}),
        }

    def text(self, text: str) -> str:
        """*text* that somebody wrote."""
        return substitute(text, self._spots(text))[0]

    def marked(self, text: str, entities: Iterable[JSON]) -> tuple[str, list[JSON]]:
        """*text* that somebody wrote, and the entities in it, which mark the same words as before."""
        entities = list(entities)
        new, moved = substitute(text, self._spots(text, entities))
        marks: list[JSON] = []
        for entity in entities:
            start = moved(entity["offset"], False)
            length = moved(entity["offset"] + entity["length"], True) - start
            about = self._object("entity", entity, None)
            if length > 0 and "type" in about:
                kind = about.pop("type")
                marks.append({"type": kind, "offset": start, "length": length, **about})
        return new, marks

    def evidence(self, value: Any) -> Any:
        """
        Plain data behind the newest answer; words of the question may be its keys. The ids of articles,
        which stand under "article", are the collection's and stay.
        """
        if isinstance(value, dict):
            return {
                self._said(str(key)): item if key == "article" else self.evidence(item)
                for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.evidence(item) for item in value]
        return self._params(value, None)

    def chat(self, chat: int) -> int:
        """What a chat's id, or a person's, became."""
        found = self._id(chat, None)
        assert found is not None
        return found

    # What stands for what.

    def _number(self, kind: object, key: object) -> int:
        """Which one of its *kind* it is, in the order of first sight, from 1."""
        seen = self._seen[kind]
        return seen.setdefault(key, len(seen) + 1)

    def _learn(self, value: Any) -> None:
        """Who is named anywhere in *value*, what is left out too: texts may name them."""
        if isinstance(value, list | tuple):
            for item in value:
                self._learn(item)
        if not isinstance(value, dict):
            return
        for key, item in value.items():
            if not isinstance(item, str):
                self._learn(item)
            elif key in ("first_name", "last_name"):
                self._learn_name(item)
            elif key == "username":
                self._learn_word(item, "username")
            elif key == "title":
                self._learn_phrase(item, "title")

    def _learn_name(self, name: str) -> None:
        """Each word of it for itself: people write one or the other."""
        for word in _WORD.findall(name):
            self._learn_word(word, "name")
            if unspaced(word):
                self._learn_phrase(word, "name")

    def _learn_word(self, word: str, kind: str) -> None:
        if _tells(word):
            self._words.setdefault(word.casefold(), kind)

    def _learn_phrase(self, phrase: str, kind: str) -> None:
        if phrase.casefold() in self._phrases or not _tells(phrase):
            return
        for written in {phrase, escape(phrase, quote=False)}:
            self._phrases[written.casefold()] = kind
        # The longest first, so that none is found in part.
        longest = sorted(self._phrases, key=len, reverse=True)
        found = [
            re.escape(one) if unspaced(one) else rf"(?<!\w){re.escape(one)}(?!\w)"
            for one in longest
        ]
        self._find_phrases = re.compile("|".join(found), re.IGNORECASE)

    # Where it stands in a text.

    def _spots(self, text: str, entities: Iterable[JSON] = (), *, said: bool = False) -> list[Spot]:
        """
        What to replace in *text*, from its beginning to its end.

        Args:
            said: By the bot.
        """
        found = [*self._patterns(text), *self._of_entities(text, entities)]
        found += self._known(text, said=said)
        if said:
            found += self._repeated(text)
        spots: list[Spot] = []
        end = 0
        for start, stop, instead in sorted(found, key=lambda one: (one[0], -one[1])):
            if start >= end:
                spots.append(Spot(start, stop, instead(text[start:stop])))
            elif stop > end:
                spots[-1] = Spot(spots[-1].start, stop, spots[-1].instead)
            end = max(end, stop)
        return spots

    def _patterns(self, text: str) -> Iterator[tuple[int, int, Callable[[str], str]]]:
        for match in _PATTERNS.finditer(text):
            kind = match.lastgroup
            assert kind
            start, end = match.span(kind)
            if kind == "number":
                yield from self._numbers(text, start, end)
            else:
                yield start, end, getattr(self, f"_other_{kind}")

    def _numbers(
        self, text: str, start: int, end: int
    ) -> Iterator[tuple[int, int, Callable[[str], str]]]:
        run = text[start:end]
        if _identifies(run):
            yield start, end, self._other_number
            return
        for part in _DIGITS.finditer(run):
            if part[0] in self._ids:
                yield start + part.start(), start + part.end(), self._other_number

    def _of_entities(
        self, text: str, entities: Iterable[JSON]
    ) -> Iterator[tuple[int, int, Callable[[str], str]]]:
        kinds = {
            "email": self._other_email,
            "phone_number": self._other_phone,
            "text_mention": self._other_name,
        }
        for entity in entities:
            if isinstance(entity.get("type"), str) and (instead := kinds.get(entity["type"])):
                first, last = entity["offset"], entity["offset"] + entity["length"]
                yield _index(text, first), _index(text, last), instead

    def _known(self, text: str, *, said: bool) -> Iterator[tuple[int, int, Callable[[str], str]]]:
        if self._find_phrases:
            for match in self._find_phrases.finditer(text):
                if match[0].casefold() in self._phrases and not (
                    said and self._may_be_said(match[0])
                ):
                    yield *match.span(), self._other_phrase
        for match in _WORD.finditer(text):
            if self._kind_of(match[0]) and not (said and self._may_be_said(match[0])):
                yield *match.span(), self._other_word

    def _repeated(self, text: str) -> Iterator[tuple[int, int, Callable[[str], str]]]:
        """Pieces of what was taken out of the question: the bot names words that it does not know."""
        for match in _PIECE.finditer(text):
            if match[0].casefold() in self._taken_out and not self._is_public(match[0]):
                yield *match.span(), lambda _raw: TAKEN_OUT

    def _kind_of(self, word: str) -> str | None:
        """What kind of name a *word* is, also in what was redacted before."""
        word = word.casefold()
        alias = _ALIAS.fullmatch(word)
        return alias.lastgroup if alias else self._words.get(word)

    def _other_word(self, raw: str) -> str:
        return self._other(self._kind_of(raw) or "name", raw)

    def _other_phrase(self, raw: str) -> str:
        return self._other(self._phrases[raw.casefold()], unescape(raw))

    def _other(self, kind: str, raw: str) -> str:
        match kind:
            case "name":
                return f"Person{self._number('name', raw.casefold())}"
            case "title":
                return f"Chat{self._number('title', raw.casefold())}"
            case "username":
                return self._other_username(raw)
        return "[token]"

    def _other_token(self, _raw: str) -> str:
        return "[token]"

    def _other_link(self, raw: str) -> str:
        if self._to_bot.search(raw):
            return self._link_said(raw)
        return f"https://t.me/link_{self._number('link', raw)}"

    def _other_address(self, raw: str) -> str:
        plain = _LOGIN.sub("", _TAIL.sub("", raw))
        head, slashes, rest = plain.partition("//")
        return f"{head}{slashes}{self.text(rest)}"

    def _other_email(self, raw: str) -> str:
        return f"person{self._number('email', raw.casefold())}@example.org"

    def _other_username(self, raw: str) -> str:
        if raw.casefold() == self._bot_name.casefold():
            return str(BOT["username"])
        return f"user_{self._number('username', raw.casefold())}"

    def _other_number(self, raw: str) -> str:
        return self._ids.get("".join(_DIGITS.findall(raw))) or self._other_phone(raw)

    def _other_phone(self, raw: str) -> str:
        digits = "".join(_DIGITS.findall(raw)).removeprefix("00")
        return f"+1555010{self._number('phone', digits):04}"

    def _other_name(self, raw: str) -> str:
        words = _WORD.findall(raw) or [raw]
        return " ".join(self._other("name", word) for word in words)

    # The fields of an update, each with the chat it is of. None is left out.

    def _object(self, shape: str, value: Any, chat: Any) -> JSON:
        if not isinstance(value, dict):
            return {}
        kept: JSON = {}
        if shape == "message" and isinstance(value.get("chat"), dict):
            chat = value["chat"].get("id")
        known = _FIELDS[shape]
        # Who is there first, then what they write about each other.
        for key in sorted(
            (key for key in value if key in known), key=lambda key: _turn(known[key])
        ):
            kind, item = known[key], value[key]
            if shape == "message" and key in _TEXTS and isinstance(item, str):
                kept[key], marks = self.marked(item, _entities(value, key))
                if marks:
                    kept[_TEXTS[key]] = marks
                continue
            made = getattr(self, f"_{kind}")(item, chat)
            if made is not None:
                kept[key] = made
        return kept

    def _of(self, shape: str, value: Any, chat: Any) -> JSON | None:
        return self._object(shape, value, chat) if isinstance(value, dict) else None

    def _message(self, value: Any, chat: Any) -> JSON | None:
        return self._of("message", value, chat)

    def _callback_query(self, value: Any, chat: Any) -> JSON | None:
        return self._of("callback_query", value, chat)

    def _inline_query(self, value: Any, chat: Any) -> JSON | None:
        return self._of("inline_query", value, chat)

    def _user(self, value: Any, chat: Any) -> JSON | None:
        if isinstance(value, dict) and value.get("id") == self._bot_id:
            return {key: BOT[key] for key in ("id", "is_bot", "first_name", "username")}
        return self._of("user", value, chat)

    def _chat(self, value: Any, chat: Any) -> JSON | None:
        return self._of("chat", value, chat)

    def _photo(self, value: Any, chat: Any) -> list[JSON] | None:
        if not isinstance(value, list | tuple):
            return None
        return [self._object("file", size, chat) for size in value]

    def _file(self, value: Any, chat: Any) -> JSON | None:
        return self._of("file", value, chat)

    def _location(self, value: Any, chat: Any) -> JSON | None:
        return self._of("location", value, chat)

    def _contact(self, value: Any, chat: Any) -> JSON | None:
        return self._of("contact", value, chat)

    def _topic(self, value: Any, chat: Any) -> JSON | None:
        return self._of("topic", value, chat)

    def _reply_markup(self, value: Any, chat: Any) -> JSON | None:
        return self._of("reply_markup", value, chat)

    def _buttons(self, value: Any, chat: Any) -> list[list[JSON]] | None:
        if not isinstance(value, list | tuple):
            return None
        rows = [row for row in value if isinstance(row, list | tuple)]
        return [[self._object("button", one, chat) for one in row] for row in rows]

    def _flag(self, value: Any, _chat: Any) -> bool | None:
        return value if isinstance(value, bool) else None

    def _size(self, value: Any, _chat: Any) -> int | None:
        if type(value) is not int:
            return None
        return value if abs(value) < 10**_FEWEST_DIGITS else 0

    def _kind(self, value: Any, _chat: Any) -> str | None:
        return _as(_KIND, value)

    def _language(self, value: Any, _chat: Any) -> str | None:
        return _as(_LANGUAGE, value)

    def _mime(self, value: Any, _chat: Any) -> str | None:
        return _as(_MIME, value)

    def _text(self, value: Any, _chat: Any) -> str | None:
        return self.text(value) if isinstance(value, str) else None

    def _date(self, value: Any, _chat: Any) -> int | None:
        if type(value) is not int:
            return None
        if not value:
            return 0  # so says Telegram that a message is out of reach
        if self._since is None:
            self._since = value
        return _FIRST_DATE + value - self._since

    def _latitude(self, _value: Any, _chat: Any) -> float:
        return 48.0

    def _longitude(self, _value: Any, _chat: Any) -> float:
        return 37.8

    def _chat_instance(self, _value: Any, _chat: Any) -> str:
        return "1"

    def _code(self, value: Any, _chat: Any) -> str | None:
        """What a button carries, or where results go on: the bot's own words, with ids perhaps."""
        code = _as(_CODE, value)
        return self._with_ids(_TOKEN.sub("[token]", code)) if code is not None else None

    def _update_id(self, value: Any, _chat: Any) -> int:
        return self._number("update", value if isinstance(value, int) else None)

    def _message_id(self, value: Any, chat: Any) -> int | None:
        if type(value) is not int:
            return None
        return self._number(("message", chat if isinstance(chat, int | str) else None), value)

    def _query_id(self, value: Any, _chat: Any) -> str:
        return str(self._number("query", str(value)))

    def _inline_message_id(self, value: Any, _chat: Any) -> str:
        return f"inline_{self._number('inline', str(value))}"

    def _file_id(self, value: Any, _chat: Any) -> str:
        return f"file_{self._number('file', str(value))}"

    def _phone(self, value: Any, _chat: Any) -> str:
        return self._other_phone(str(value))

    def _id(self, value: Any, _chat: Any) -> int | None:
        """Of a user or a chat: its sign, and the -100 of supergroups, stay."""
        if type(value) is not int:
            return None
        written = str(abs(value))
        if value == self._bot_id:
            short = int(BOT["id"])
        elif value > 0:
            short = PRIVATE - 1 + self._number("user", value)
        elif written.startswith("100"):
            short = -int(f"100{1 + self._number('supergroup', value)}")
        else:
            short = -(200 + self._number("group", value))
        if len(written) >= _SHORTEST_ID:
            self._ids[written] = str(abs(short))
            # Links into a supergroup call it without the -100.
            inner = written.removeprefix("100")
            if value < 0 and len(inner) >= _FEWEST_DIGITS:
                self._ids[inner] = str(abs(short))
        return short

    def _name(self, value: Any, _chat: Any) -> str | None:
        if not isinstance(value, str) or not value:
            return None
        self._learn_name(value)
        return self._other_name(value)

    def _username(self, value: Any, _chat: Any) -> str | None:
        if not isinstance(value, str) or not value:
            return None
        self._learn_word(value, "username")
        return self._other_username(value)

    def _title(self, value: Any, _chat: Any) -> str | None:
        if not isinstance(value, str) or not value:
            return None
        self._learn_phrase(value, "title")
        return self._other("title", value)

    # The parameters of a call: the bot's own, so that those not known are kept, redacted.

    def _params(self, value: Any, chat: Any, key: str = "", *, html: bool = False) -> Any:
        if isinstance(value, dict):
            chat = value.get("chat_id", chat)
            return {
                str(name): self._params(item, chat, str(name), html=_is_html(value))
                for name, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._params(item, chat, key, html=html) for item in value]
        if value is None or isinstance(value, bool | float):
            return value
        made = self._id_of(key, value, chat)
        if made is not None:
            return made
        if isinstance(value, int):
            return self._size(value, chat)
        if key in ("callback_data", "id", "next_offset") and _CODE.fullmatch(value):
            return self._code(value, chat)
        if key == "url":
            return self._link_said(str(value))
        return self._html(str(value)) if html else self._said(str(value))

    def _id_of(self, key: str, value: Any, chat: Any) -> Any:
        if key.endswith("inline_message_id"):
            return self._inline_message_id(value, chat)
        if key.endswith(("message_id", "message_ids", "thread_id")):
            return self._message_id(value, chat)
        if key.endswith("query_id"):
            return self._query_id(value, chat)
        if key.endswith(("chat_id", "user_id")):
            return self._id(value, chat)
        if key.endswith("file_id"):
            return self._file_id(value, chat)
        return None

    def _html(self, text: str) -> str:
        """What the bot says, in markup: what it quotes stays, which is an article's, word for word."""
        parts, quoting = list[str](), False
        for part in _MARKUP.split(text):
            if part.startswith("<"):
                quoting = part.startswith("<blockquote") or (
                    quoting and not part.startswith("</blockquote")
                )
                parts.append(self._link_said(part))
            elif quoting or (part.startswith("&") and _MARKUP.fullmatch(part)):
                parts.append(part)
            else:
                parts.append(self._said(part))
        return "".join(parts)

    def _said(self, text: str) -> str:
        return substitute(text, self._spots(text, said=True))[0]

    def _may_be_said(self, word: str) -> bool:
        """Whether it is an article's, and no echo of what the person wrote."""
        return word.casefold() not in self._asked and self._is_public(word)

    def _link_said(self, link: str) -> str:
        """A link of an article, or to the bot."""
        return self._with_ids(self._to_bot.sub(rf"\1{BOT['username']}", link))

    def _with_ids(self, text: str) -> str:
        return _DIGITS.sub(lambda match: self._ids.get(match[0], match[0]), text)

    def _written(self, value: Any) -> Iterator[tuple[str, list[JSON]]]:
        """The texts that people wrote in an update, with their entities."""
        if not isinstance(value, dict):
            return
        sender = value.get("from")
        mine = isinstance(sender, dict) and sender.get("id") == self._bot_id
        for key, item in value.items():
            if isinstance(item, str):
                if key in ("text", "caption", "query") and not mine:
                    yield item, _entities(value, key)
            else:
                yield from self._written(item)


def _is_html(params: JSON) -> bool:
    return params.get("parse_mode") == "HTML"


def _turn(kind: str) -> int:
    return {"text": 2, "message": 1}.get(kind, 0)


def _identifies(run: str) -> bool:
    """Whether a number leads to somebody, rather than being a date, a year or a round number."""
    digits = "".join(_DIGITS.findall(run))
    return len(digits) >= _FEWEST_DIGITS and not _NUMBERS_OF_A_QUESTION.fullmatch(run)


def _tells(name: str) -> bool:
    """Whether a name is looked for in texts: one that is called “What” or “I” cannot be."""
    return len(name) > 1 and not any(is_stop_word(name, language) for language in _LANGUAGES)


def _as(pattern: re.Pattern[str], value: Any) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


def _entities(value: JSON, key: str) -> list[JSON]:
    """The entities of the text *key* of a message."""
    given = value.get(_TEXTS.get(key, ""))
    listed = given if isinstance(given, list | tuple) else ()
    return [
        one
        for one in listed
        if isinstance(one, dict)
        and type(one.get("offset")) is int
        and type(one.get("length")) is int
    ]


def _index(text: str, offset: int) -> int:
    """The index in *text* of the character at *offset*, in UTF-16 units, or inside which that is."""
    at = 0
    for index, character in enumerate(text):
        at += 1 + (ord(character) > 0xFFFF)
        if at > offset:
            return index
    return len(text)
