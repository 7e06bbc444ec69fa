"""Names of those who may speak, people and bodies, as an article writes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from itertools import accumulate
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.quotations.marks import MARKS
from retrieval.quotations.person_names import (
    BODIES,
    CALENDAR,
    FEMALE,
    MALE,
    PARTICLES,
    TITLES,
    Gender,
)
from retrieval.text.acronyms import definitions
from retrieval.text.analyzer import LATIN_LETTERS
from retrieval.text.context_dependence import ROLES
from retrieval.text.language import stop_words

_LETTERS = (
    rf"(?:[{LATIN_LETTERS}]++|[^\W\d_]++)++"  # most are in the list, and are found there sooner
)
_TOKEN = re.compile(  # most are words before a space, which need no more
    rf"([A-Za-z]++(?= )|{_LETTERS}(?:['’.-]{_LETTERS})*['’]?|\ufffc+|\d[\d.,:]*\d|\d+\w*|[^\w\s\ufffc])"
)
BLANK = "\ufffc"
"""Stands for words between quotation marks."""

_KEPT_TITLES = frozenset([
    "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "King", "Queen", "Prince", "Princess",
    "Pope", "Saint", "St", "Emperor", "Empress", "Duke", "Baron", "Baroness",
])  # fmt: skip
"""Titles that belong to a name even where the given name stands."""

_ROLES = frozenset(ROLES.split("|"))
_BODY_NOUNS = frozenset([
    "government", "army", "military", "police", "ministry", "parliament", "embassy", "presidency",
    "company", "court", "navy", "administration", "agency", "council", "commission", "committee",
    "party", "union", "university", "team", "newspaper",
])  # fmt: skip
_MORE_BODIES = re.compile(
    r"\b(?:of|for|and|the|Centre|Center|Foundation|Society|Authority|Observatory|Service|Fund|Alliance|"
    r"Movement|Assembly|Bureau|Board|Government|Police|Watch|International|Institution)\b"
)
_OWNER = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_OTHER_ROLES = re.compile(  # of other languages, and some that are no reason to lean on a sentence
    r"(?:bundes)?(?:kanzler|präsident|minister|sprecher|chef|direktor|leiter|vorsitzender?|professor|trainer"
    r"|doktor|historiker|ökonom|autor|journalist|richter|politiker|bürgermeister|wissenschaftler|forscher)(?:in)?"
    r"|\w+(?:minister|sprecher|chef|präsident|wissenschaftler|forscher|politiker|expert)(?:in|e)?|experte"
    r"|herrn?|frau|zeitung|zeitschrift|magazin"
    r"|(?:vice)?(?:ministr|secretari|consejer)[oa]|(?:vice)?president[ea]|portavoz|alcalde(?:sa)?|jef[ea]"
    r"|directora?|gobernadora?|embajadora?"
    r"|présidente?|ministre|maire|préf[eè]te?|député[e]?|sénat(?:eur|rice)|direct(?:eur|rice)|porte-parole|ingénieure?"
    r"|procureure?|secrétaire|chef(?:fe)?|responsable|avocate?|chercheu(?:r|se)"
    r"|sindac[oa]|assessor[ea]|direttor[ea]|direttrice|portavoce|deputat[oa]|senator[ea]|professor(?:e|essa)|procurator[ea]"
    r"|prefeit[oa]|governadora?|deputad[oa]|porta-voz|diretora?|vereadora?|ministr(?:yně|a|ul)"
    r"|prezydent|burmistrz|rzeczni(?:k|czka)|dyrektor(?:ka)?|poseł|posłanka|prezes|profesor"
    r"|starost(?:a|ka)|prezident(?:ka)?|premiér(?:ka)?|mluvčí|ředitel(?:ka)?|primátor(?:ka)?|poslanec|poslankyně"
    r"|burgemeester|woordvoer(?:der|ster)|voorzitter|borgmästare|ordförande|borgmester|ordfører|pormestari"
    r"|δήμαρχος|υπουργός|πρωθυπουργός|πρόεδρος|εκπρόσωπος|διευθυντ(?:ής|ρια)|καθηγητ(?:ής|ρια)"
    r"|\w+(?:ologist|ographer|icist|onomer)|commissioner|superintendent|curator"
    r"|профессор|президент|премьер|министр|генерал|директор|депутат|мэр|глава|историк|экономист|журналист|газета|журнал"
    r"|прем['’]єр|міністр|професор|голова|історик|економіст|журналіст"
)
_OPENERS = frozenset([
    "now", "then", "today", "yesterday", "tonight", "meanwhile", "however", "instead", "indeed",
    "later", "earlier", "afterwards", "moreover", "nevertheless", "still", "overall", "finally",
    "although", "despite", "another", "many", "several", "two", "three", "one", "like", "according",
    "asked", "speaking", "following", "unlike", "perhaps", "also", "thus", "therefore", "besides",
    "early", "late", "most", "others", "both", "critics", "people", "scholars", "experts",
    "commentators", "opponents", "proponents", "supporters", "officials", "researchers", "scientists",
    "historians", "economists", "analysts", "observers", "residents", "witnesses", "reviewers",
    "activists", "authorities", "sources", "lawyers", "doctors", "politicians", "lawmakers",
    "prosecutors", "investigators", "journalists", "teachers", "students", "workers", "protesters",
    "campaigners", "advocates", "academics", "engineers", "leaders", "members", "users", "fans",
    "nobody", "somebody", "someone", "everybody", "everyone", "anybody", "anyone", "none", "nothing",
])  # fmt: skip
"""Words that begin a sentence and are no name."""
_DOCUMENTS = frozenset([
    "act", "treaty", "treaties", "book", "report", "article", "articles", "law", "laws", "study",
    "survey", "bible", "gospel", "gospels", "scripture", "constitution", "charter", "directive",
    "regulation", "convention", "agreement", "declaration", "bill", "code", "amendment", "protocol",
    "clause", "section", "chapter", "song", "film", "novel", "album", "poem", "play", "series",
    "episode", "theory", "model", "doctrine", "census", "theorem", "principle", "edition", "dictionary",
    "talmud", "torah", "quran", "koran", "qur’an", "qur'an",
])  # fmt: skip
_OTHER_DOCUMENTS = (
    "bericht", "berichte", "berichten", "studie", "studien", "umfrage", "umfragen", "schätzung",
    "schätzungen", "angaben", "gesetz", "vertrag", "statistik", "statistiken", "quellen",
)  # fmt: skip
"""How such words end in German."""
_AGES = frozenset([
    "teenage", "teenaged", "young", "younger", "old", "older", "elder", "adult", "baby", "little",
    "present-day", "modern", "future", "former", "fellow", "late", "poor", "dear",
])  # fmt: skip
"""Words that stand before a name and are no part of it."""

_ABBREVIATED = TITLES | {"St", "Jr", "Sr"} | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Token(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def quoted(self) -> bool:
        return self.text[0] == BLANK


_token: Callable[[Iterable[object]], Token] = partial(tuple.__new__, Token)
"""Of its fields; without a call of Python, which takes as long again for each of many."""


def bare(token: Token) -> str:
    """Without the possessive ending."""
    return _OWNER.sub("", token.text)


_ELIDED = {
    "fr": re.compile(r"(l|d|qu|n|s|c|j|m|t|lorsqu|puisqu|jusqu)['’](?=\w)", re.IGNORECASE),
    "it": re.compile(r"(l|un|d|c|(?:d|a|da|ne|su)ll|quell|quest)['’](?=\w)", re.IGNORECASE),
}
_INVERTED = re.compile(r"(?:-t)?-(?=(?:il|elle|on|ils|elles)$)", re.IGNORECASE)
_HELPING = frozenset(["a", "ont", "avait", "avaient"])
_WHOLE = {
    "fr": {"l": "le", "d": "de", "qu": "que", "s": "se", "lorsqu": "lorsque"},
    "it": {"l": "il", "d": "di", "dell": "della", "all": "alla", "dall": "dalla", "nell": "nella"},
}
"""As it is written before other words."""


def tokens(text: str, start: int, language: str | None = None) -> list[Token]:
    """
    Words, numbers and signs of *text*, whose first character is at *start* of the article.

    In French and Italian also those that an apostrophe joins: "l’OMS", of which the first has the text
    that it has before other words; in French those that a hyphen does: "dit-il", but of "a-t-il" the
    verb is no word of its own.
    """
    found = _tokens(text, start)
    if language not in _ELIDED:
        return found
    return [part for token in found for part in _parted(token, language)]


def _parted(token: Token, language: str) -> Iterator[Token]:
    start, end, word = token
    if match := _ELIDED[language].match(word):
        small = match[1].lower()
        yield Token(start, start + match.end(), _WHOLE[language].get(small, small))
        start, word = start + match.end(), word[match.end() :]
    if language == "fr" and (match := _INVERTED.search(word)):
        verb, word = word[: match.start()], word[match.end() :]
        if verb.lower() not in _HELPING:
            yield Token(start, start + len(verb), verb)
            start += match.end()
    yield Token(start, end, word)


def _tokens(text: str, start: int) -> list[Token]:
    pieces = _TOKEN.split(text)  # by turns what is between tokens, and one
    places = [*accumulate(map(len, pieces), initial=start)]
    found = list(map(_token, zip(places[1::2], places[2::2], pieces[1::2], strict=False)))
    return list(map(_unmarked, found)) if "'" in text or "’" in text else found


def _unmarked(token: Token) -> Token:
    """Without a closing mark, which is one that makes no owner."""
    start, end, word = token
    if word[-1] in "'’" and len(word) > 1 and not _OWNER.search(word):
        return Token(start, end - 1, word[:-1])
    return token


def owns(token: Token) -> bool:
    return _OWNER.search(token.text) is not None


def is_role(word: str) -> bool:
    small = word.lower()
    return (
        small in _ROLES
        or small.removesuffix("s") in _ROLES
        or word in TITLES
        or small in ("prime", "vice", "deputy", "former", "defence", "defense", "foreign")
        or _OTHER_ROLES.fullmatch(small) is not None
    )


def is_document(words: str) -> bool:
    """Whether *words* name what is written and no speaker: an act, a treaty, a study."""
    head = re.split(r"\s(?:of|on|for|in|to)\s", words.lower(), maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    return last in _DOCUMENTS or last.endswith(_OTHER_DOCUMENTS)


def is_body(words: str) -> bool:
    """Whether *words* name no person: a ministry, a country's government, an acronym."""
    if BODIES.search(words) or _MORE_BODIES.search(words):
        return True
    last = words.rpartition(" ")[2]
    return last.lower() in _BODY_NOUNS or (" " not in words and len(words) > 1 and words.isupper())


def runs(sequence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last place, inclusive, of words in capitals that make a name together."""
    place, most = 0, len(sequence)
    while place < most:
        if not _names(sequence[place]):
            place += 1
            continue
        first = last = place
        while not owns(sequence[last]):
            after = last + 1
            if after < most and sequence[after].text == "." and abbreviated(sequence, last):
                after += 1
            further = after
            while further < min(most, after + 2) and sequence[further].text in PARTICLES:
                further += 1
            if further >= most or not _names(sequence[further]):
                break
            last = further
        yield first, last
        place = last + 1


def _names(token: Token) -> bool:
    return token.capital and not CALENDAR.fullmatch(token.text)


def abbreviated(sequence: Sequence[Token], place: int) -> bool:
    """Whether a dot behind the word at *place* is of an abbreviation in a name."""
    word = sequence[place].text
    return (word in _ABBREVIATED or "." in word) and (
        place + 1 < len(sequence) and sequence[place + 1].start == sequence[place].end
    )


_GIVEN = frozenset(["Al", "Ali", "Bo", "Dan", "Ella", "Hans", "Mia", "Per", "Sam", "Sue", "Will"])
"""Names that are stop words in some language."""
_ARTICLES = {"pt": ("A", "O"), "el": ("Ο", "Η")}
"""Of one letter, as an initial is."""


class Name(NamedTuple):
    """A name; `before` are the words of its run that are no part of it: "French President"."""

    span: Span
    family: str
    before: tuple[str, ...]
    title: str | None


def name_of(run: Sequence[Token], language: str | None) -> Name | None:
    """The name in a run of words in capitals; None when they are a role or an ordinary word."""
    words = [token for token in run if token.text != "."]
    while words and (
        words[0].text.lower() in _OPENERS
        or (words[0].text.lower().endswith("ly") and len(words[0].text) > 5)
        or (words[0].text.lower() in stop_words(language or "en") and len(words[0].text) > 1)
        or words[0].text in _ARTICLES.get(language or "", ())
    ):
        if words[0].text.isupper() and len(words[0].text) > 1:
            break  # WHO
        if words[0].text in _GIVEN and len(words) > 1:
            break
        words = words[1:]
    if not words:
        return None
    first = 0
    for place, word in enumerate(words):
        if is_role(word.text):
            first = place + 1
    whole = " ".join(word.text for word in words)
    if first and BODIES.search(" ".join(word.text for word in words[first:])):
        first = 0  # "Russian Defence Ministry"
    if first == len(words) or (first == len(words) - 1 and owns(words[-1]) and first):
        return None if first == len(words) else _name(words, first)
    if first == 0 and is_body(whole):
        return _name(words, 0)
    return _name(words, first)


def _name(words: Sequence[Token], first: int) -> Name:
    title = words[first - 1].text if first else None
    begin = first
    alone = len(words) - first == 1
    while begin > 0 and (
        words[begin - 1].text in _KEPT_TITLES or (alone and words[begin - 1].text in TITLES)
    ):
        begin -= 1
    last = words[-1]
    owner = _OWNER.search(last.text)
    end = last.end - (len(owner[0]) if owner else 0)
    family = last.text[: owner.start()] if owner else last.text
    return Name(
        Span(words[begin].start, end),
        family,
        tuple(word.text for word in words[:begin]),
        title if title in TITLES else None,
    )


_UPPER = "".join(chr(code) for code in range(0x530) if chr(code).isupper())
_WRITTEN = re.compile(  # a capital first, which `re` looks for at once
    rf"[{_UPPER}](?<!\w.)[\w'’-]*+(?:\.?\s(?:[a-z]{{2,5}}\s){{0,2}}[{_UPPER}][\w'’-]*+)+"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from)\s$", re.IGNORECASE)
_FROM_A_PLACE = re.compile(
    r"(?:(?:ss|ain|al|nd|an|ad|urop)ian|[a-z]{3}ean|ican|[a-z]{2}ese|[a-z]{2}ish)$", re.IGNORECASE
)
"""How words end that tell where somebody is from, and are no given name."""
_SPELLINGS = 40
"""Of one family name, that are told apart."""
_MOST = 8
"""Words of the longest name: a run of more is a headline."""


def is_origin(word: str) -> bool:
    """Whether *word* tells where somebody is from: "Russian"."""
    return _FROM_A_PLACE.search(word) is not None


_LAST_WORD = re.compile(r"\b(\w+),?\s$")
_SHOWN_AFTER = re.compile(
    r",?\s(?:who|(?:has\s|also\s|later\s)?(?P<cue>[a-z]+ed|says?|said|told|wrote|tells|writes))\b|,\s\d{1,3},"
    r"|\s\((?:born\s)?[^()]{0,30}\d{4}|\swas\s(?:born|a|an|the)\b"
)
_SHOWN_BEFORE = re.compile(r"(?:[a-z]{2}[\w’'-]*,?|[,)])\s$")
"""What stands before a name inside of a sentence, where its first word has no other reason for a capital."""


_TELLING = frozenset([
    "tell", "tells", "told", "telling", "asks", "asked", "informs", "informed", "assures", "assured",
    "reminds", "reminded",
])  # fmt: skip


class Roster:
    """The names that stand in an article in full; each is looked up when it is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._named: dict[str, list[Name]] = {}

    @cached_property
    def _runs(self) -> list[tuple[int, str, str]]:
        """Where words in capitals stand together, and they, as written and small."""
        return [(one.start(), one[0], one[0].lower()) for one in _written(self._article)]

    @cached_property
    def acronyms(self) -> dict[str, Span]:
        """Where the words stand first that an acronym is for."""
        found: dict[str, Span] = {}
        text = self._article.text
        for acronym, long in definitions(text):
            if acronym not in found and (place := text.find(long)) >= 0:
                found[acronym] = Span(place, place + len(long))
        return found

    def named(self, family: str) -> list[Name]:
        """Where each spelling stands first of the people whose last name, small, is *family*."""
        found = self._named.get(family)
        if found is None:
            found = self._named[family] = list(self._spellings(family))
        return found

    def _spellings(self, family: str) -> Iterator[Name]:
        seen: set[str] = set()
        for start, words, small in self._runs:
            if family not in small:
                continue
            for name, first, last in self._names(words, start):
                written = self._article.slice(name.span)
                given = written.partition(" ")[0].lower()
                if (
                    name.family.lower() == family
                    and last > first
                    and written not in seen
                    and given not in _AGES
                    and not is_origin(given)
                    and self._is_shown(name)
                ):
                    seen.add(written)
                    yield name
                if len(seen) >= _SPELLINGS:
                    return

    def _names(self, words: str, start: int) -> Iterator[tuple[Name, int, int]]:
        found = tokens(words, start, self._article.language)
        for first, last in runs(found):
            name = name_of(found[first : last + 1], self._article.language)
            if name and last - first < _MOST:
                yield name, first, last

    def _is_shown(self, name: Name) -> bool:
        """Whether what stands beside *name* shows somebody."""
        if name.title or any(is_role(word) for word in name.before):
            return True
        text, (start, end) = self._article.text, name.span
        if _is_thing(text, start):
            return False
        last = _LAST_WORD.search(text, max(0, start - 20), start)
        two = last is not None and last[1].lower() in _TELLING  # "tells Ada Kim often asked"
        return bool(
            (not two and _SHOWN_BEFORE.search(text, max(0, start - 20), start))
            or _SHOWN_AFTER.match(text, end, end + 50)
            or self._role_beside(name.span, start)
        )

    def _role_beside(self, name: Span, start: int) -> re.Match[str] | None:
        before, after = _role_near()
        text = self._article.text
        last = _LAST_WORD.search(text, max(0, start - 20), start)
        if last and last[1].lower() in _ROLES:
            return before.search(text, max(0, start - 60), start)
        if text.startswith(",", name.end):
            return after.match(text, name.end, min(len(text), name.end + 90))
        return None

    @cached_property
    def roles(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """By a role, small: whose it is, with the words in capitals that go with it."""
        roles: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for start, words, _ in self._runs:
            for name, _, _ in self._names(words, start):
                family = name.family.lower()
                written = self._article.slice(name.span)
                if (written, name.before) in seen:
                    continue
                seen.add((written, name.before))
                for word in (*name.before, name.title or ""):
                    if word.lower() in _ROLES:
                        others = (other.lower() for other in name.before if not is_role(other))
                        roles[word.lower()].append((frozenset(others), family))
                begin = name.span.start - sum(len(word) + 1 for word in name.before)
                if not name.before and _is_thing(self._article.text, name.span.start):
                    continue
                near = self._role_beside(name.span, max(0, begin))
                if near:
                    spoken = " ".join(group or "" for group in near.groups())
                    others = (
                        word.lower()
                        for word in spoken.split()
                        if word[0].isupper() and word != "The"
                    )
                    roles[near[2].lower()].append((frozenset(others), family))
        return dict(roles)

    def gender(self, family: str) -> Gender | None:
        for name in self.named(family.lower()):
            if name.title in MALE:
                return "he"
            if name.title in FEMALE:
                return "she"
        return None


def _is_thing(text: str, start: int) -> bool:
    """Whether the name at *start* has an article or a mark before it, as a title or a place has."""
    return text[max(0, start - 4) : start].lower() == "the " or text[max(0, start - 1) : start] in (
        *MARKS,
    )


def _written(article: Article) -> Iterator[re.Match[str]]:
    for section in article.sections:
        for piece in (*([section.heading] if section.heading else []), *section.paragraphs):
            for match in _WRITTEN.finditer(article.text, *piece):
                before = article.text[max(piece.start, match.start() - 6) : match.start()]
                if not _PLACE_BEFORE.search(before):
                    yield match


_NO_ADJECTIVE = "that|which|who|whose|when|where|while|as|if|because|but|than|to"


@cache
def _role_near() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(rf"((?:[\w’'-]+\s){{0,4}})\b({ROLES}),?\s$", re.IGNORECASE)
    after = re.compile(
        rf",\s(?:(?:the|a|an|who\sis)\s)?((?:(?!(?:{_NO_ADJECTIVE})\s)[\w’'-]+\s){{0,4}}?)({ROLES})\b"
        rf"(?:\s(?:of|for)\s(?:the\s)?((?:[{_UPPER}][\w’'-]*\s?)+))?",
        re.IGNORECASE,
    )
    return before, after


def fullest(article: Article, names: Roster, name: Span) -> Span:
    """
    The longest spelling in the article of whoever *name* means there.

    Of two people of one family name the one whose given name *name* has, else the one named last
    before it.
    """
    written = " ".join(article.slice(name).split())
    short = " " not in written and sum(map(str.isupper, written)) > 1
    if short and (words_of_it := names.acronyms.get(written)):
        return words_of_it
    if is_body(written):
        return name
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", written) if word not in TITLES]
    if not words:
        return name
    family = words[-1].lower()
    best, most = name, _size(words, written)
    given = {word.lower() for word in words[:-1]}
    people: dict[str, Name] = {}
    for other in names.named(family):
        spelled = _spelled(article, other.span)
        if given <= {word.lower() for word in spelled}:
            if len(spelled) > 1:
                people.setdefault(spelled[0], other)
            size = _size(spelled, article.slice(other.span))
            if size > most:
                best, most = other.span, size
    if len(people) > 1 and not given:
        near = [one for one in people.values() if one.span.start < name.start]
        return max(near, key=lambda one: one.span.start).span if near else name
    return best


def _size(words: Sequence[str], written: str) -> tuple[int, int, int]:
    return len(words), len(written.split()), len(written)


def _spelled(article: Article, span: Span) -> list[str]:
    words = re.findall(r"[^\W\d_][\w'’-]*", article.slice(span))
    return [word for word in words if word not in TITLES]


def in_role(names: Roster, role: Sequence[str]) -> str | None:
    """The family name, small, of the one person in the role that the words *role* tell."""
    head = next((word.lower() for word in reversed(role) if word.lower() in _ROLES), None)
    if head is None:
        return None
    others = {
        word[:4].lower()
        for word in role
        if word[0].isupper() and word != "The" and not is_role(word)
    }
    fitting: set[str] = set()
    exact: set[str] = set()
    for modifiers, family in names.roles.get(head, ()):
        theirs = {word[:4] for word in modifiers if not is_role(word)}
        if not theirs or not others or others & theirs:
            fitting.add(family)
            if others & theirs:
                exact.add(family)
    for found in (exact, fitting):
        if len(found) == 1:
            return next(iter(found))
    return None


def body_of(words: Iterable[str]) -> bool:
    """Whether a noun phrase names a body by a common noun: "the Japanese government"."""
    *others, last = words
    return last.lower() in _BODY_NOUNS and any(
        word[0].isupper() and word.lower() != "the" for word in others
    )


def is_body_noun(word: str) -> bool:
    return word.lower() in _BODY_NOUNS
