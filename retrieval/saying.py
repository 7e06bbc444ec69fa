"""Words that say that somebody speaks, and of whom a sentence says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from retrieval.articles import Span
from retrieval.people import Gender
from retrieval.speakers import (
    Token,
    abbreviated,
    bare,
    body_of,
    is_body,
    is_body_noun,
    is_role,
    name_of,
    owns,
    runs,
)

Strength = Literal["clause", "that", "marks"]
"""What follows a cue where somebody is reported: a bare clause, one after "that", or only words in marks."""


def _forms(strength: Strength, words: str) -> dict[str, Strength]:
    return dict.fromkeys(words.split(), strength)


_CUES: dict[str, Strength] = {
    **_forms(
        "marks",
        """described describes describing called calls calling thanked thanks thanking praised praises
        praising accused accuses accusing slammed slams condemned condemns condemning hailed hails
        criticised criticized labelled labeled branded asked asks asking urged urges urging demanded
        demands congratulated congratulating mocked dismissed rejected blasted joked quipped posted
        posting spoke speaks responded responding answered ordered cried shouted exclaimed replying
        quoted referred referring boasted lamented characterised characterized welcomed vowing
        comments sent sends issued issues gave gives made makes delivered released
        begrüßte nannte fragte forderte dit disent lancé lance confié confie répondu répond
        назвал назвала назвав спросил спросила запитав""",
    ),
    **_forms(
        "that",
        """added adds adding noted notes noting explained explains explaining stressed stresses
        stressing wrote writes writing suggested suggests suggesting indicated indicates indicating
        replied replies continued continues recalled recalls concluded concludes revealed reveals
        remarked maintained maintains contended contends contending asserted
        asserts asserting emphasised emphasized reported proposed proposes complained testified
        commented argued argues arguing declared declares declaring stated states stating admitted
        admits acknowledged acknowledges predicted predicts forecast forecasts forecasting estimated
        estimates estimating
        betonte erklärte meinte schrieb ergänzte kündigte warnte berichtete teilte
        déclaré affirmé affirme indiqué indique expliqué explique ajouté ajoute annoncé assuré assure
        estimé estime précisé précise souligné souligne averti avertit prévenu prévient rappelé
        rappelle confirmé reconnu regretté insisté insiste
        afirmou declarou explicou acrescentou anunciou alertou garantiu
        verklaarde waarschuwde meldde vertelde
        afirmó declaró explicó añadió aseguró escribió anunció advirtió señaló
        отметил отметила подчеркнул подчеркнула добавил добавила написал написала рассказал рассказала
        наголосив наголосила зазначив зазначила додав додала написав написала розповів розповіла
        підкреслив підкреслила""",
    ),
    **_forms(
        "clause",
        """said says say saying claimed claims claim claiming warned warns warn warning insisted insists
        insist insisting announced announces announcing confirmed confirms confirming vowed vows
        alleged alleges alleging denied denies denying promised promises pledged pledges told tells
        telling threatened tweeted
        sagte sagt sagten disse disseram zei zegt zeiden dijo dice dijeron
        сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили
        говорит сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили каже""",
    ),
}
_SOURCES = {
    "according": (),
    "laut": (),
    "según": (),
    "selon": (),
    "volgens": (),
    "après": ("de",),
    "angaben": ("nach",),
    "словам": ("по", "за"),
    "данным": ("по",),
    "даними": ("за",),
}
"""Words before whom something is from, and those that have to stand before them."""
_CAPITAL = frozenset(["angaben"])
"""Of them, what has a capital wherever it stands."""
_VERB_FOLLOWS = frozenset(["laut", "angaben", "volgens"])
"""Of them, those after which the sentence goes on without a comma."""
_OF_SOMEBODY = _VERB_FOLLOWS | {"selon", "après", "данным", "даними"}
"""Of them, those that tell of figures and laws as well."""
_BEHIND = "zufolge"
"""It stands behind."""
CUES = frozenset(_CUES) | frozenset(_SOURCES) | {_BEHIND}
"""In small letters."""
REPORTING = CUES - {word for word, strength in _CUES.items() if strength == "marks"}
"""Those that tell of speech where there are no marks."""

NAMING = frozenset(["called", "calls", "calling", "nannte", "назвал", "назвала", "назвав"])
"""Of the others those that give a name as well."""

_ARGUING = frozenset([
    "argued", "argues", "arguing", "suggesting", "revealed", "reveals", "admitted", "admits", "stated",
    "states", "added", "adds", "explained", "explains",
])  # fmt: skip
"""That are followed by a clause without "that" now and then."""
_TO_OTHERS = frozenset(["told", "tells", "telling", "asked", "urged", "thanked", "accused"])
_NOUNS = frozenset([
    "claim", "claims", "states", "notes", "calls", "demands", "asks", "reports", "comments", "posts",
    "warning", "promises", "warn", "say", "answered", "forecast", "forecasts", "estimates",
])  # fmt: skip
"""Cues that are often nouns, or have many who speak."""
_OF_THINGS = ("announc", "promis", "pledg", "vow", "den", "confirm", "claim", "alleg", "warn")
"""How cues begin that are said of things as well: "announced the opening"."""
_BASE = frozenset(["say", "claim", "warn", "insist", "forecast"])
_ADDING = frozenset([
    "added", "adds", "adding", "continued", "continues", "concluded", "also", "ergänzte", "añadió",
    "добавил", "добавила", "додав", "додала",
])  # fmt: skip
_BE = frozenset([
    "is", "was", "were", "are", "been", "being", "be", "am", "wird", "wurde", "fue", "'s", "’s",
])  # fmt: skip
_NEVER = frozenset(["not", "never", "to", "if", "would", "could", "should", "might", "may", "can", "must"])  # fmt: skip
_BETWEEN = frozenset([
    "has", "have", "had", "also", "later", "then", "now", "already", "since", "long", "once",
    "again", "even", "just", "only", "still", "first", "yesterday", "today", "hat", "haben", "ha",
    "previously", "reportedly", "himself", "herself", "itself", "further", "did", "does", "do",
    "will", "both", "all", "often", "sometimes", "always", "soon", "quickly", "recently",
])  # fmt: skip
_BETWEEN_IN = {
    "fr": _BETWEEN | {"a", "ont", "avait", "avaient", "aussi", "également", "ensuite", "encore"},
    "nl": _BETWEEN | {"heeft", "hebben"},
}
"""Where these are other words in other languages."""
VERBS = frozenset([
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "should", "does", "did", "do", "isn’t", "wasn’t", "won’t", "can’t", "cannot",
    "isn't", "wasn't", "won't", "can't", "ist", "sind", "war", "hat", "est", "sont", "était", "sera",
    "seront", "ont",
])  # fmt: skip
_THAT = frozenset(["that", "dass", "dat", "que", "что", "що"])
_NO_CLAUSE = frozenset([
    "to", "in", "of", "by", "on", "at", "for", "with", "so", "about", "during", "from", "through",
    "when", "while", "after", "before", "goodbye", "hello", "as", "via", "under", "against",
])  # fmt: skip
_HE = {"he": "he", "she": "she", "il": "he", "elle": "she", "er": "he", "sie": "she", "он": "he", "она": "she", "він": "he", "вона": "she"}  # fmt: skip
_THEY = dict.fromkeys(["they", "we", "i"])
_OTHERS = frozenset(["they", "it", "we", "i", "you", "who", "which", "one", "some", "many", "others", "there"])  # fmt: skip
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those", "some", "one", "another", "der", "die", "das", "el", "la", "le", "les"])  # fmt: skip
_OWN = frozenset(["the", "a", "an", "his", "her", "their", "its"])
_FRONTED = frozenset([
    "in", "im", "am", "an", "als", "nach", "nachdem", "seit", "bei", "beim", "vor", "zu", "zur", "zum",
    "sowohl", "wenn", "während", "bevor", "obwohl", "auch", "heute", "gestern", "später", "dann",
    "dort", "danach", "daraufhin", "laut",
])  # fmt: skip
"""With what a German sentence may begin before its verb, and more than what is said."""
_SOME = frozenset(["some", "many", "several", "these", "those", "other", "most"])
_GIVES = frozenset([
    "sent", "sends", "issued", "issues", "gave", "gives", "made", "makes", "delivered", "released",
    "posted",
])  # fmt: skip
_GIVEN = frozenset([
    "warning", "statement", "promise", "speech", "address", "ultimatum", "message", "declaration",
    "tweet", "comment", "remark", "threat", "vow",
])  # fmt: skip
_LINKS = frozenset([
    "of", "for", "in", "at", "to", "from", "with", "on", "by", "near", "into", "von", "für", "de",
    "del", "behind", "against", "about", "over", "outside", "around", "under", "like", "among",
])  # fmt: skip
_BREAKS = frozenset([
    "that", "when", "as", "but", "while", "if", "because", "after", "before", "which", "where",
    "who", "whom", "since", "until", "although", "though", "whether", "than", "and", "or", "so",
    "what", "how", "why", "yet",
])  # fmt: skip
_IN_NAMES = frozenset([("of",), ("of", "the"), ("for",), ("for", "the"), ("and",)])
_OF_A_BODY = frozenset([("of",), ("of", "the"), ("from",), ("from", "the")])
_OPENING_PARTICIPLES = frozenset([",", "and", "or", "while", "before", "after", "by", "in"])
_PAUSES = frozenset(",–—-()[];:")
_APPOSES = frozenset(["a", "an", "who", "ein", "eine", "einer", "einem", "der", "die", "dem"])
_COMMA_FOLLOWS = frozenset([
    "sagte", "sagt", "sagten", "erklärte", "betonte", "meinte", "schrieb", "warnte", "berichtete",
])  # fmt: skip
"""After a comma what is said follows them without "dass"."""
_NOT_SAID = frozenset(["als", "wenn", "nachdem", "während", "bevor", "wobei", "und", "wie"])
"""What else may follow that comma."""
_FAR = 24
"""Words to look back or ahead in for who speaks."""


class Subject(NamedTuple):
    """
    Who a cue says it is, as the sentence has it; `first` and `last` are places of its words.

    `gender` for a pronoun, `role` for the words of a role without a name; neither nor `name` where
    somebody speaks of whom nothing is told.
    """

    first: int
    last: int
    name: Span | None = None
    gender: Gender | None = None
    role: tuple[str, ...] = ()


class Cue(NamedTuple):
    """
    Somebody speaks. `first` and `last` are places of its words, inclusive; `adds` says that it is
    whoever spoke before; `clause` the places of the words reported, the second exclusive.
    """

    first: int
    last: int
    subject: Subject
    adds: bool
    clause: tuple[int, int] | None


def cues(sentence: Sequence[Token], language: str | None, heading: bool = False) -> Iterator[Cue]:
    """What says in *sentence* that somebody speaks, in order."""
    speaks: Subject | None = None
    for place, token in enumerate(sentence):
        small = token.text.lower()
        if small not in CUES:
            continue
        if token.capital and place and small not in _CAPITAL and not heading:
            continue
        if found := _source(sentence, place, language):
            yield found
        elif found := _verb(sentence, place, language, heading, speaks):
            speaks = found.subject
            yield found


def _source(sentence: Sequence[Token], place: int, language: str | None) -> Cue | None:
    """ "According to X, …" and its like in other languages."""
    small = sentence[place].text.lower()
    first = last = place
    if small == _BEHIND:
        subject = _phrase(sentence, place - 1, language)
        if subject is None or subject.first > 1:
            return None
        return Cue(place, place, subject, False, (place + 1, _stop(sentence)))
    needed = _SOURCES.get(small)
    if needed is None:
        return None
    if needed:
        if _word(sentence, place - 1) not in needed:
            return None
        first = place - 1
    if small == "according":
        if _word(sentence, place + 1) != "to":
            return None
        last = place + 1
    subject = _after(sentence, last, language)
    if subject is None or (small in _OF_SOMEBODY and not subject.name):
        return None
    end = _stop(sentence)
    if first <= 1 or (first <= 4 and sentence[first - 1].text == ",") or (
        sentence[first - 1].text == ";"
    ):  # fmt: skip
        begin = subject.last + 1
        if small in _VERB_FOLLOWS and begin < end and sentence[begin].text != ",":
            if _word(sentence, begin) in _LINKS | {"des"}:  # "laut der Zählung von 1901"
                return None
            begin -= 1
        while begin < end and sentence[begin].text != "," and begin > subject.last:
            begin += 1
        if _word(sentence, begin + 1) in _APPOSES:  # "X, an engineer,"
            begin = next((at for at in range(begin + 2, end) if sentence[at].text == ","), begin)
        clause = (begin + 1, end)
    else:
        clause = (0, first)
    return Cue(first, last, subject, False, clause if clause[1] - clause[0] > 2 else None)


def _verb(
    sentence: Sequence[Token],
    place: int,
    language: str | None,
    heading: bool,
    speaks: Subject | None,
) -> Cue | None:
    """
    "X said" and its like.

    Args:
        speaks: Who does before it in the sentence, by a verb.
    """
    word = sentence[place].text.lower()
    strength = _CUES.get(word)
    if strength is None:
        return None
    first, also = place, False
    between = _BETWEEN_IN.get(language or "", _BETWEEN)
    while first and (
        _word(sentence, first - 1) in between or _word(sentence, first - 1).endswith("ly")
    ):
        first -= 1
        also = also or _word(sentence, first) == "also"
    before = _word(sentence, first - 1)
    participle = word.endswith("ing")
    if before in _NEVER or before.endswith(("n’t", "n't")) or (before in _BE and not participle):
        return None
    if word in _GIVES and not any(
        _word(sentence, at).removesuffix("s") in _GIVEN for at in range(place + 1, place + 6)
    ):
        return None
    if (before in _DETERMINERS and before != "that") or (before, word) == ("member", "states"):
        return None  # "the claims"
    if _word(sentence, place + 1) == "by" or (before == "and" and _is_infinitive(sentence, place)):
        return None
    subject = None
    inverted = _follows_marks(sentence, first)
    if inverted:
        subject = _after(sentence, place, language)
    if subject is None and language == "de" and _word(sentence, place + 1) in _HE:
        inverted = True
        subject = _after(sentence, place, language)
    if subject is None and before in ("and", "but"):
        subject = _of_whom(sentence, first, language) or _at_beginning(sentence, first, language)
    if subject is None and participle and before not in _BE and before != "–":
        if before not in _OPENING_PARTICIPLES and first:
            return None
        subject = speaks or _at_beginning(sentence, first, language)
    if subject is None:
        at = first - 1 if participle and before in _BE else first
        subject = _before(sentence, at, language)
    if (
        subject is None
        and not inverted
        and (before in _PAUSES or heading)
        and strength != "marks"
        and word not in _NOUNS
    ):
        inverted = True
        subject = _after(sentence, place, language)
        if subject and any(_word(sentence, at) in VERBS for at in range(place, subject.last + 3)):
            subject = None
    if subject is None or (word in _NOUNS and _word(sentence, place + 1) in VERBS):
        return None
    if word in _NOUNS and not (subject.name or subject.gender or subject.role) and not inverted:
        return None
    clause = None
    if strength != "marks":
        if inverted and subject.first > place:
            clause = _clause_around(sentence, first, subject, language)
        else:
            clause = _clause(sentence, place, subject, strength, word, heading)
    return Cue(first, place, subject, also or word in _ADDING, clause)


def _is_infinitive(sentence: Sequence[Token], cue: int) -> bool:
    """Of a cue after "and" in the form that verbs have after "to": whether that is before it."""
    if _word(sentence, cue) not in _BASE:
        return False
    for place in range(cue - 2, max(-1, cue - _FAR), -1):
        if _word(sentence, place) in _NEVER:
            return True
        if sentence[place].text in _PAUSES:
            return False
    return False


def _of_whom(sentence: Sequence[Token], cue: int, language: str | None) -> Subject | None:
    """Of "X, who was ill and said", X; of a clause about a thing nobody."""
    for place in range(cue - 1, max(0, cue - _FAR), -1):
        word = _word(sentence, place)
        if sentence[place].text in ";:" or sentence[place].quoted:
            return None
        if word == "who":
            return _before(sentence, place + 1, language) or Subject(place, place)
        if word in ("which", "whom", "whose"):
            return Subject(place, place)
    return None


def _clause(
    sentence: Sequence[Token],
    place: int,
    subject: Subject,
    strength: Strength,
    word: str,
    heading: bool,
) -> tuple[int, int] | None:
    end = _before_semicolon(sentence, place)
    following = _word(sentence, place + 1)
    if word in _TO_OTHERS and following in ("of", "about"):
        return None
    for at in range(place + 1, min(end, place + 12)):
        if _word(sentence, at) in _THAT:
            commas = [word.text == "," for word in sentence[place + 1 : at]]
            if sum(commas) == 1 and not commas[0] and not commas[-1]:
                break  # "she declared herself free, critics argue that"
            if at > place + 1 and word not in _TO_OTHERS and (
                following in _DETERMINERS or _word(sentence, at + 1) in VERBS
            ):  # fmt: skip
                break  # "a bridge that holds"
            return at + 1, end
        if sentence[at].text in ".;:" or sentence[at].quoted:
            break
        if at > place + 1 and _word(sentence, at) in _HE | _THEY:
            break  # "told him she saw a bridge that fell"
    if word in _COMMA_FOLLOWS and following == "," and place + 2 < end:
        said = sentence[place + 2].quoted or _word(sentence, place + 2) in _NOT_SAID
        return None if said else (place + 2, end)
    if (
        (strength == "clause" or word in _ARGUING)
        and word not in _TO_OTHERS
        and place + 1 < end
        and following not in _NO_CLAUSE
        and following not in _PAUSES
        and (
            heading
            or any(
                (sentence[at].quoted and not word.startswith(_OF_THINGS))
                or _word(sentence, at) in VERBS
                for at in range(place + 2, end)
            )
        )
    ):
        return place + 1, end
    if strength == "clause" or word in _ARGUING:
        return _clause_before(sentence, place, subject, end)
    return None


def _clause_around(
    sentence: Sequence[Token], cue: int, subject: Subject, language: str | None
) -> tuple[int, int] | None:
    """Of "It rained, said Ada Park", and of "Im Mai sagte Ada Park, dass es regne"."""
    behind = subject.last + 2
    if _word(sentence, behind - 1) == "," and _word(sentence, behind) in _THAT - {"that", "que"}:
        return behind + 1, _before_semicolon(sentence, behind)
    if language == "de" and _word(sentence, 0) in _FRONTED:
        return None
    return 0, cue


def _clause_before(
    sentence: Sequence[Token], place: int, subject: Subject, end: int
) -> tuple[int, int] | None:
    """Of "It rained, Ada Park said"."""
    begin = subject.first
    while begin > 0 and sentence[begin - 1].text not in ",–—" and subject.first - begin < 8:
        begin -= 1
        if _word(sentence, begin) in _BREAKS | VERBS or sentence[begin].text in ";:":
            return None
    told = sentence[: begin - 1]
    if _word(sentence, place + 1) in _OWN and _word(sentence, place) not in _TO_OTHERS:
        return None  # "In the letter, Ada Park announced the name"
    if begin < 3 or _word(sentence, 0) in _BREAKS | _LINKS or _word(sentence, 0).endswith("ing"):
        return None
    if any(word.quoted or word.text.lower() in VERBS for word in sentence[place + 1 : end]):
        return None
    if not any(word.text.lower() in VERBS for word in told) and not told[-1].quoted:
        return None
    return 0, begin - 1


def _stop(sentence: Sequence[Token]) -> int:
    """The place after the last word."""
    end = len(sentence)
    while end and sentence[end - 1].text in ".!?…":
        end -= 1
    return end


def _before_semicolon(sentence: Sequence[Token], place: int) -> int:
    """Where it ends what is said from *place* on: another sentence follows, unless it is told as well."""
    end = _stop(sentence)
    breaks = (at for at in range(place + 1, end) if sentence[at].text == ";")
    return next((at for at in breaks if _word(sentence, at + 1) not in _THAT), end)


def _word(sentence: Sequence[Token], place: int) -> str:
    """In small letters, but capitals beside small ones, which are no word but a name: WHO."""
    if not 0 <= place < len(sentence):
        return ""
    word = sentence[place].text
    if len(word) > 1 and word.isupper() and not _is_loud(sentence, place):
        return word
    return word.lower()


def _is_loud(sentence: Sequence[Token], place: int) -> bool:
    """Whether the next words to the one at *place* are in capitals as well."""
    beside = (
        token.text for at in (place + 1, place - 1) for token in sentence[max(0, at) : at + 1]
    )
    return not any(word[0].isalpha() and not word.isupper() for word in beside)


def _follows_marks(sentence: Sequence[Token], place: int) -> bool:
    place -= 1
    while place >= 0 and sentence[place].text in ",–—-":
        place -= 1
    return place >= 0 and sentence[place].quoted


def _before(sentence: Sequence[Token], cue: int, language: str | None) -> Subject | None:
    """Who stands before the cue at *cue*."""
    last = cue - 1
    if last < 0:
        return None
    if last and sentence[last].text == "." and abbreviated(sentence, last - 1):
        last -= 1  # "Ada Park Jr."
    if _word(sentence, last) == "who":
        last -= 1
        if last >= 0 and sentence[last].text == ",":
            last -= 1
        return _phrase(sentence, last, language)
    if sentence[last].text in ",)–—":
        return _in_apposition(sentence, last, language)
    return _phrase(sentence, last, language)


def _phrase(sentence: Sequence[Token], last: int, language: str | None) -> Subject | None:
    """Who the words that end at *last* name."""
    if last < 0 or sentence[last].quoted or not sentence[last].text[0].isalpha():
        return None
    word = _word(sentence, last)
    if word in _HE and not (
        last and sentence[last].capital and sentence[last - 1].text not in ",–—"
    ):
        return Subject(last, last, gender="he" if _HE[word] == "he" else "she")
    if word in _OTHERS:
        return Subject(last, last)
    if word in _BREAKS or word in _LINKS or word in VERBS or word in _NEVER:
        return None
    first = last
    while first > 0 and last - first < _FAR:
        token = sentence[first - 1]
        if token.quoted or token.text in _PAUSES or (_word(sentence, first - 1) in _BREAKS):
            break
        if not token.text[0].isalnum() and token.text != ".":
            break
        first -= 1
    segment = sentence[first : last + 1]
    found = list(runs(segment))
    if found and found[-1][1] == len(segment) - 1:
        return _named(sentence, first, segment, found, language)
    return _role(sentence, first, segment, language)


def _named(
    sentence: Sequence[Token],
    offset: int,
    segment: Sequence[Token],
    found: Sequence[tuple[int, int]],
    language: str | None,
) -> Subject | None:
    """Of a segment that ends with a name."""
    last = found[-1][1]
    begin = _whole(segment, found, len(found) - 1)
    if member := _member(segment, found, begin, language):
        return Subject(offset + member[0], offset + last, member[1])
    if begin != found[-1][0]:  # "Office of the General Prosecutor"
        return Subject(offset + begin, offset + last, _span(segment[begin : last + 1]))
    start = begin
    before = start - 1
    while before >= 0 and segment[before].text.lower() in ("the", "and", "&"):
        if segment[before].text.lower() != "the":
            return Subject(offset + start, offset + last)  # two speak
        before -= 1
    joined = offset > 1 and before < 0 and _word(sentence, offset - 1) == "and"
    if joined and (sentence[offset - 2].capital or _ends_list(sentence, offset - 2)):
        return Subject(offset + start, offset + last)
    link = segment[before].text.lower() if before >= 0 else ""
    if link in ("of", "for"):
        return _role(sentence, offset, segment, language)
    if owns(segment[last]):
        return None
    words = segment[start : last + 1]
    direct = before == start - 1
    if link in ("in", "at", "near") and direct and len(words) > 1:  # "in Berlin Scholz said"
        words = words[-1:]
        start = last
    elif link in _LINKS:
        return _role(sentence, offset, segment, language)
    if before >= 0 and owns(segment[before]) and is_body(_text(words)):
        words = segment[before : last + 1]
        return Subject(offset + before, offset + last, _span(words))
    name = name_of(words, language)
    if name is None:
        return Subject(offset + start, offset + last, role=_texts(words))
    return Subject(offset + start, offset + last, name.span)


def _member(
    segment: Sequence[Token], found: Sequence[tuple[int, int]], body: int, language: str | None
) -> tuple[int, Span] | None:
    """Of "Ada Park of the WHO", where *body* is the place of the body: where her name begins, and that."""
    if not is_body(_text(segment[body:])):
        return None
    for first, last in found:
        link = _texts(segment[last + 1 : body])
        words = segment[first : last + 1]
        if link in _OF_A_BODY and len(words) > 1 and not owns(words[-1]):
            name = None if is_body(_text(words)) else name_of(words, language)
            return (first, name.span) if name else None
    return None


def _ends_list(sentence: Sequence[Token], comma: int) -> bool:
    """Whether names in a row stand before the comma at *comma*: "X, Y, and Z said"."""
    if comma < 1 or sentence[comma].text != "," or not sentence[comma - 1].capital:
        return False
    return any(
        sentence[at].text == "," and sentence[at - 1].capital
        for at in range(max(1, comma - 5), comma)
    )


def _span(words: Sequence[Token]) -> Span:
    """Of a body's name, without "the"."""
    first = 0
    while first < len(words) - 1 and words[first].text.lower() in _DETERMINERS:
        first += 1
    end = words[-1].end
    return Span(words[first].start, end - len(words[-1].text) + len(bare(words[-1])))


def _whole(segment: Sequence[Token], found: Sequence[tuple[int, int]], number: int) -> int:
    """Where the name begins that the run *number* ends: "Ministry of Foreign Affairs"."""
    first = best = found[number][0]
    while number:
        before = found[number - 1]
        between = tuple(token.text.lower() for token in segment[before[1] + 1 : first])
        if between not in _IN_NAMES or owns(segment[before[1]]):
            break
        first = before[0]
        if between != ("and",) and is_body(_text(segment[before[0] : before[1] + 1])):
            best = first
        number -= 1
    return best


def _text(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)


def _texts(words: Sequence[Token]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _role(
    sentence: Sequence[Token], offset: int, segment: Sequence[Token], language: str | None
) -> Subject | None:
    """Of a segment that ends with a common noun or with what belongs to one."""
    begin = 0
    for place in range(len(segment) - 1, -1, -1):
        if segment[place].text.lower() in _DETERMINERS or owns(segment[place]):
            begin = place
            if place and segment[place - 1].text.lower() in _LINKS:
                continue
            break
    words = list(segment[begin:])
    head = len(words)
    for place, word in enumerate(words):
        if word.text.lower() in _LINKS and place:
            head = place
            break
    noun = words[head - 1].text if head else ""
    at = offset + begin
    follows = (
        at > 1
        and sentence[at - 1].text == ","
        and words[0].text.lower() not in _SOME
        and not any(word.text.lower() in VERBS or word.text.lower() == "to" for word in words)
    )
    if follows and (apposed := _whole_name(sentence, at - 2, language)):
        return Subject(apposed[0], offset + len(segment) - 1, apposed[1])
    last = offset + len(segment) - 1
    if body_of(_texts(words[:head])) and head:
        bare = [word for word in words[:head] if word.text.lower() not in _DETERMINERS]
        return Subject(at, last, Span(bare[0].start, bare[-1].end))
    if is_role(noun) or is_body_noun(noun):
        return Subject(at, last, role=_texts(words))
    return Subject(at, last)


def _whole_name(
    sentence: Sequence[Token], last: int, language: str | None
) -> tuple[int, Span] | None:
    """The name that the words between the comma before and *last* are, and where it begins."""
    first = last
    while first > 0 and last - first < _FAR and sentence[first - 1].text not in ",;:–—" and not (
        sentence[first - 1].quoted
    ):  # fmt: skip
        first -= 1
    words = sentence[first : last + 1]
    found = list(runs(words))
    if not found or found[-1][1] != len(words) - 1 or owns(words[-1]):
        return None
    begin = found[-1][0]
    if any(
        not is_role(word.text) and word.text.lower() not in _DETERMINERS for word in words[:begin]
    ):
        return None
    name = name_of(words[begin:], language)
    return (first, name.span) if name else None


def _in_apposition(sentence: Sequence[Token], comma: int, language: str | None) -> Subject | None:
    """Who stands before words between commas: "X, the mayor, said"."""
    last = comma
    for _ in range(6):
        end = last - 1
        if end < 0:
            return None
        if found := _whole_name(sentence, end, language):
            return Subject(found[0], comma, found[1])
        begin = end
        while begin >= 0 and sentence[begin].text not in ",(–—" and not sentence[begin].quoted:
            begin -= 1
            if end - begin > _FAR:
                return None
        if begin < 0:
            segment = sentence[0 : end + 1]
            if comma == end + 1:
                return None
            found_runs = list(runs(segment))
            if found_runs and found_runs[-1][1] == len(segment) - 1:
                return _named(sentence, 0, segment, found_runs, language)
            return None
        if sentence[begin].quoted:
            return None
        last = begin
    return None


def _at_beginning(sentence: Sequence[Token], cue: int, language: str | None) -> Subject | None:
    """Who the sentence is about, for a participle: "X left, saying that …"."""
    place = 0
    if _word(sentence, 0) in _LINKS | {
        "during",
        "despite",
        "after",
        "before",
        "speaking",
        "taking",
    }:
        while place < cue and sentence[place].text != ",":
            place += 1
        place += 1
    if place >= cue:
        return None
    if _word(sentence, place) in _HE:
        return Subject(place, place, gender="he" if _HE[_word(sentence, place)] == "he" else "she")
    last = place
    while last < cue and (
        sentence[last].capital
        or _word(sentence, last) in _DETERMINERS | {"of"}
        or (last > place and sentence[last].text == "." and abbreviated(sentence, last - 1))
    ):
        last += 1
    if last == place:
        return None
    if last < cue and sentence[last].text == "," and last - place == 1:  # "Now, some experts"
        return None
    if sentence[last - 1].capital and _word(sentence, last - 1) not in _DETERMINERS:
        segment = sentence[place:last]
        found = list(runs(segment))
        if found and found[-1][1] == len(segment) - 1:
            subject = _named(sentence, place, segment, found, language)
            noun = _word(sentence, last)
            if is_body_noun(noun) and last < cue:
                return _role(sentence, place, sentence[place : last + 1], language)
            if is_role(noun) and last + 1 < cue:
                further = last + 1
                while further < cue and sentence[further].capital:
                    further += 1
                if further > last + 1:
                    return _phrase(sentence, further - 1, language)
                return _role(sentence, place, sentence[place : last + 1], language)
            return subject
        return None
    end = last
    while end < cue and end - last < 3 and not (
        is_role(sentence[end].text) or is_body_noun(sentence[end].text)
    ):  # fmt: skip
        end += 1
    if end < cue and end - last < 3:
        return _role(sentence, place, sentence[place : end + 1], language)
    return Subject(place, last - 1)


def _after(sentence: Sequence[Token], cue: int, language: str | None) -> Subject | None:
    """Who stands after the cue at *cue*: "said X", "according to X"."""
    first = cue + 1
    if first >= len(sentence) or sentence[first].quoted or not sentence[first].text[0].isalpha():
        return None
    word = _word(sentence, first)
    if word in _HE:
        return Subject(first, first, gender="he" if _HE[word] == "he" else "she")
    if word in _OTHERS:
        return Subject(first, first)
    last = first
    while last < len(sentence) and last - first < _FAR:
        token = sentence[last]
        small = _word(sentence, last)
        if token.quoted or token.text in _PAUSES or small in _BREAKS - {"and"} or small in VERBS:
            break
        if token.text in "!?…" or (token.text == "." and not (0 < last < len(sentence) - 1)):
            break
        last += 1
    segment = sentence[first:last]
    if not segment:
        return None
    found = list(runs(segment))
    for number, (begin, end) in enumerate(found):
        if owns(segment[end]):
            continue
        whole = begin
        if number:
            whole = _whole(segment, found, number)
        links = [token.text.lower() for token in segment[:begin]]
        if whole == begin and any(link in _LINKS for link in links):
            break
        further = number
        while further + 1 < len(found) and _whole(segment, found, further + 1) == whole:
            further += 1
        words = segment[whole : found[further][1] + 1]
        place = first + found[further][1]
        if further > number or whole != begin:
            if whole and owns(segment[whole - 1]):
                words = segment[whole - 1 : found[further][1] + 1]
            return Subject(first + whole, place, _span(words))
        noun = segment[end + 1].text if end + 1 < len(segment) else ""
        if is_body_noun(noun):
            return Subject(first + begin, place + 1, Span(words[0].start, segment[end + 1].end))
        if is_role(noun) and end + 2 < len(segment) and segment[end + 2].capital:
            continue
        if whole and owns(segment[whole - 1]) and is_body(_text(words)):
            words = segment[whole - 1 : end + 1]
            return Subject(first + whole, place, _span(words))
        name = name_of(words, language)
        if name:
            return Subject(first + begin, place, name.span)
        if end + 1 >= len(segment):
            break
    if last < len(sentence) and sentence[last].text == ",":  # "said its director, X"
        end = last + 1
        while end < len(sentence) and sentence[end].text not in ",.;:" and not sentence[end].quoted:
            if sentence[end].text == "." and end + 1 == len(sentence):
                break
            end += 1
        if any(is_role(token.text) for token in segment) and (
            apposed := _whole_name(sentence, end - 1, language)
        ):
            return Subject(first, end - 1, apposed[1])
    return _role(sentence, first, segment, language)
