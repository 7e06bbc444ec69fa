"""Names of people in an English text, told by what stands beside them: a title, an age, a saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retrieval.articles import Span
from retrieval.text.context_dependence import ROLES, SAYING
from retrieval.text.language import stop_words

Gender = Literal["he", "she"]

_RELATIVES = (
    "man|woman|boy|girl|child|person|husband|wife|father|mother|parent|son|daughter|brother|sister|uncle|aunt|"
    "nephew|niece|cousin|friend|partner|colleague|assistant|servant|rival|victim|suspect|resident"
)
MALE = frozenset([
    "Mr", "Sir", "Lord", "King", "Prince", "Emperor", "Pope", "Tsar", "Sultan", "Sheikh", "Duke",
    "Baron", "Monsieur", "Father",
])  # fmt: skip
FEMALE = frozenset([
    "Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess", "Empress", "Duchess", "Baroness",
    "Madame", "Mme", "Mlle", "Sister",
])  # fmt: skip
_NEUTRAL = frozenset([
    "Dr", "Prof", "Professor", "President", "Chancellor", "Premier", "Minister", "Senator", "Sen",
    "Governor", "Gov", "Mayor", "Rev", "Reverend", "Bishop", "Archbishop", "Cardinal", "General",
    "Gen", "Colonel", "Col", "Major", "Maj", "Captain", "Capt", "Lieutenant", "Lt", "Sergeant",
    "Sgt", "Admiral", "Adm", "Commander", "Judge", "Justice", "Secretary", "Ambassador", "Chairman",
    "Congressman", "Congresswoman",
])  # fmt: skip
TITLES = MALE | FEMALE | _NEUTRAL
_BEFORE_TITLES = frozenset([
    "Prime", "Vice", "Deputy", "Foreign", "Defence", "Defense", "Interior", "Chief",
])  # fmt: skip
PARTICLES = frozenset([
    "de", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "da",
    "di", "dos", "du",
])  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ABBREVIATED = TITLES | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OWNS = re.compile(r"['’]s$|s['’]$")
_QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]{15,}’|«[^»]*»?|``(?:[^']|'(?!'))*(?:'')?")
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Christmas|Easter"
)
BODIES = re.compile(
    r"\b(?:United|University|College|School|Institute|Academy|Ministry|Department|Office|Agency|Council|"
    r"Committee|Commission|Court|Parliament|Congress|Senate|House|Party|Union|Association|Organi[sz]ation|"
    r"Federation|League|Club|Company|Corporation|Group|Bank|Press|News|Times|Post|Journal|Army|Navy|Forces?|"
    r"War|Battle|Treaty|Act|Church|City|County|States?|Kingdom|Republic|Empire|Islands?|River|Lake|Mount|"
    r"Mountains|Valley|Sea|Ocean|Street|Road|Avenue|Square|Bridge|Hospital|Museum|Station|Airport|Prize|"
    r"North|South|East|West|New|San|Los|Saudi|Hong)\b"
)
_ROLE_BEFORE = re.compile(
    rf"\b(?:{ROLES})(?:\s(?:of|for|in)\s[^,.;]{{1,40}},|,)?\s$", re.IGNORECASE
)
_PERSON_AFTER = re.compile(
    rf",\swho\b|,\s\d{{1,3}},|\s\((?:born|c\.\s)?[^()]*\d{{4}}\s?[–-]\s?[^()]*\d{{4}}\)|\s\(born\b"
    rf"|(?:,|\s(?:is|was))\s(?:(?:an?|the|his|her)\s)?(?:[\w’'-]+\s){{0,4}}(?:{ROLES})\b"
    rf"|\swas\s(?:born|married|educated|buried)\b|['’]s\s(?:{_RELATIVES})\b"
)
_SAYS_BEFORE = re.compile(  # after a quotation, of which blanks are left: “…” said the mayor, X
    r"(?:^|\s\s|,\s)(?:said|says|added|adds|wrote|explained|insisted|argued|noted|continued|recalled|admitted|"
    r"claimed|replied|concluded|declared|stressed)"
    rf"(?:\s(?:the\s)?(?:[\w’'-]+\s){{0,4}}(?:{ROLES})|\s[^,.;]{{1,60}},)?\s$"
)
_SAYS_AFTER = re.compile(rf"(?:,[^,]{{1,60}},)?\s(?:also\s|later\s)?(?:{SAYING})\b")
_OPENING = re.compile(
    r"\W*(?:(?:But|And|However|Then|In|On|At|By|After|Before|During|Since|Until)\b[^,]{0,60},?\s)?$"
)
_NO_PERSON_BEFORE = re.compile(rf"\b(?:the|(?:{ROLES})\s(?:of|for|in))\s$", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"\b(?:an?|the|his|her|their|another|every|some|this|that|[\w-]+['’]s?)\s(?:[\w’'-]+\s){{0,2}}"
    rf"(?:{ROLES}|{_RELATIVES})s?\b"
    r"(?!(?:\s(?:of|for|in)\s[^,.;]{1,40},|,)?\s(?-i:[A-Z]))",  # a name follows: "the mayor, X"
    re.IGNORECASE,
)
_TOLD_OF = re.compile(  # of whoever stands before it: "X, a nurse," and "X was a nurse"
    rf"(?:,|\s(?:is|was|became))\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}(?:{ROLES})\b[^,.;]{{0,60}}(?=[,.;]|$)"
)

_BESIDE = 120
"""Characters before and after a name that tell about it."""


@dataclass(frozen=True, slots=True)
class Named:
    """
    Words in capitals that may be somebody's name, with its title.

    Attributes:
        family: Its last word.
        person: Whether a title, an age or the like shows that it is a person.
        subject: Whether the sentence begins with it, or says that it speaks.
        owns: Whether it stands in the possessive.
        gender: Where a title tells it.
    """

    span: Span
    family: str
    person: bool
    subject: bool
    owns: bool
    gender: Gender | None


def without_quotations(text: str) -> str:
    """*text* with blanks in their place, so that it is as long."""
    return _QUOTATION.sub(lambda quoted: " " * len(quoted[0]), text)


def named(text: str, start: int, end: int) -> list[Named]:
    """Whoever may be named in `text[start:end]` outside of quotations, in order."""
    told = without_quotations(text[start:end])
    return [
        name
        for words in _capitalized(told, text)
        if (name := _named(told, words, start)) is not None
    ]


def is_place(name: str, text: str) -> bool:
    """Whether something is in, at or near *name* somewhere in *text*."""
    where = rf"\b(?:in|at|near|into|across|throughout|outside|inside)\s{re.escape(name)}\b(?!['’-])"
    return re.search(where, text) is not None


def has_somebody(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` tells of somebody without a name: "the driver", "his father"."""
    return _SOMEBODY.search(_TOLD_OF.sub("", without_quotations(text[start:end]))) is not None


def _capitalized(told: str, text: str) -> Iterator[list[re.Match[str]]]:
    """The words of each name; an ordinary word that begins a sentence is none."""
    name: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    for number, word in enumerate(_WORD.finditer(told)):
        ended = not name or not _joined(told, (particles or name)[-1], word)
        if ended and name:
            yield name
            name = []
        if word[0][0].isupper() and not (number == 0 and _ordinary(word[0], text)):
            name += [*particles, word] if name else [word]
            particles = []
        elif name and word[0] in PARTICLES:
            particles.append(word)
        elif name:
            yield name
            name, particles = [], []
        if ended:
            particles = []
    if name:
        yield name


def _joined(told: str, one: re.Match[str], other: re.Match[str]) -> bool:
    gap = told[one.end() : other.start()]
    return not _OWNS.search(one[0]) and (gap == " " or (gap == ". " and one[0] in _ABBREVIATED))


def _ordinary(word: str, text: str) -> bool:
    """Whether a word has its capital from the beginning of a sentence only."""
    small = word.lower()
    return small in stop_words("en") or re.search(rf"\b{re.escape(small)}\b", text) is not None


def _named(told: str, words: list[re.Match[str]], offset: int) -> Named | None:
    titles = [place for place, word in enumerate(words) if word[0] in TITLES]
    first = titles[0] if titles else 0
    while first > 0 and words[first - 1][0] in _BEFORE_TITLES:
        first -= 1
    *given, last = words[first:]
    owner = _OWNS.search(last[0])
    family = last[0][: owner.start()] if owner else last[0]
    if family in TITLES | _BEFORE_TITLES or family.isupper() or CALENDAR.fullmatch(family):
        return None
    start, end = (given or [last])[0].start(), last.start() + len(family)
    before, after = told[max(0, start - _BESIDE) : start], told[end : end + _BESIDE]
    if not titles and (_NO_PERSON_BEFORE.search(before) or BODIES.search(told, start, end)):
        return None
    called = {word[0] for word in given}
    return Named(
        Span(offset + start, offset + end),
        family,
        bool(titles) or bool(_ROLE_BEFORE.search(before)) or bool(_PERSON_AFTER.match(after)),
        bool((start < _BESIDE and _OPENING.match(before)) or _SAYS_BEFORE.search(before))
        or bool(_SAYS_AFTER.match(after)),
        owner is not None,
        "she" if called & FEMALE else "he" if called & MALE else None,
    )
