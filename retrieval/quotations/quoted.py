"""Which words between quotation marks are speech, and which cue of their sentence belongs to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from retrieval.articles import Span
from retrieval.lang.registry import names
from retrieval.lang.schema import Speech
from retrieval.quotations.cues import Cue
from retrieval.quotations.lexicon import is_role
from retrieval.quotations.marks import Marked
from retrieval.quotations.sentences import Attribution, ReadSentence, last_character
from retrieval.quotations.subjects import is_nickname
from retrieval.quotations.tokens import TextToken

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Words between marks from which on they are taken for speech though no cue says so."""
_TITLE = 8
"""Most words of a title."""
_ARTICLES = frozenset(["a", "an", "the"])
_DESCRIPTION = 4
"""Most words that say what somebody is before the name."""
_SMALL = 3
"""Most letters of a word that may be small in a title."""
_BRACKET = 40
"""Most characters from a bracket to the words in it that explain."""
_TITLE_DETERMINERS = frozenset(["a", "an", "the", "as"])


def attribution_of(sentence: ReadSentence, marked: Marked, speech: Speech) -> Attribution | None:
    """Return the attribution of *sentence* that says who said the words between marks."""
    words = sentence.words
    place = next((at for at, word in enumerate(words) if word.start >= marked.outer.start), None)
    if place is None:
        return None
    before = [one for one in sentence.attributions if one.cue.last < place]
    after = [one for one in sentence.attributions if one.cue.first > place]
    breaks = [at for at, word in enumerate(words) if word.text == ";"]
    if not (
        place and words[place - 1].text == ";" and words[0].quoted
    ):  # “It held,” she said; “it will.”
        before = [one for one in before if not any(one.cue.last < at < place for at in breaks)]
    if after and not (before and before[-1].cue.subject.first > place):
        cue = after[0].cue
        between = words[place + 1 : min(cue.first, cue.subject.first)]
        follows = _leads_to_name(between)
        introduced = before and before[-1].cue.last + 1 >= place - 2
        introduced = introduced or (
            before and words[cue.last].text.lower() in speech.relaying
        )  # “It held”, the Bugle reports
        if follows and words[place].start == marked.outer.start and not introduced:
            return after[0]
    if before:
        return _outer(before, place)
    if not after:
        return None
    cue = after[0].cue
    reports = cue.clause is not None and cue.clause[0] <= place < cue.clause[1]
    return after[0] if reports or _adjoins(words, cue, marked) else None


def _outer(before: Sequence[Attribution], place: int) -> Attribution:
    """Return the last cue before *place*, or the one whose clause has it: "said that officials found “a cell”"."""
    last = before[-1]
    if last.cue.clause is None and last.cue.last + 1 < place:
        for one in before[:-1]:
            if one.cue.clause and one.cue.clause[0] <= last.cue.first < place < one.cue.clause[1]:
                return one
    return last


def is_speech(
    text: str,
    sentence: ReadSentence,
    marked: Marked,
    attribution: Attribution | None,
    speech: Speech,
) -> bool:
    """Return whether words between marks are no gloss, no title, and no name of something."""
    if (
        is_nickname(sentence.words, marked.outer.start, speech)
        or _is_work(text, sentence.words, marked)
        or _is_title_amid(text, sentence.words, marked, speech)
    ):
        return False
    if attribution is None:
        return not looks_like_title(text, marked)
    cue = attribution.cue
    if looks_like_title(text, marked) and not _adjoins(sentence.words, cue, marked):
        return False
    return not _is_name(text, sentence.words, cue, marked, speech)


def is_long(text: str, marked: Marked, paragraph: Span) -> bool:
    """Return whether the words between marks are enough to be speech though no cue says so."""
    length = len(_WORD.findall(text, marked.start, min(marked.end, marked.start + 200)))
    if not marked.single or is_whole(marked, paragraph):
        return length >= _LONG
    return length >= 2 * _LONG


def is_whole(marked: Marked, paragraph: Span) -> bool:
    """Return whether the words between marks are the whole *paragraph*."""
    return marked.outer.start <= paragraph.start and marked.outer.end >= paragraph.end


def in_brackets(text: str, marked: Marked, paragraph: Span) -> bool:
    """Return whether the words between marks explain a word before them, in brackets."""
    start = marked.outer.start
    before = text.rfind("(", max(paragraph.start, start - _BRACKET), start)
    if before < 0 or ")" in text[before:start]:
        return False
    return text[marked.outer.end : marked.outer.end + 1] in (")", ",", ";")


def looks_like_title(text: str, marked: Marked) -> bool:
    """Return whether the words between marks are written as a title: "The Use of Iron"."""
    words = _first_words(text, marked)
    if not 1 < len(words) <= _TITLE or text[marked.start : marked.end].rstrip()[-1:] in ".!?":
        return False
    longer = all(word[0].isupper() for word in words if len(word) > 3)
    return longer and words[-1][0].isupper() and words[0][0].isupper()


def _first_words(text: str, marked: Marked) -> list[str]:
    return _WORD.findall(text, marked.start, min(marked.end, marked.start + 100))


def _adjoins(words: Sequence[TextToken], cue: Cue, marked: Marked) -> bool:
    """Return whether nothing but the speaker stands between *cue* and the words between marks."""
    if words[cue.last].end <= marked.outer.start:
        between = [word for word in words[cue.last + 1 :] if word.end <= marked.outer.start]
        return bool(between) and all(
            word.text in ",–—-:" or word.text.lower() == "that" for word in between
        )
    before = words[: min(cue.first, cue.subject.first)]
    return _leads_to_name([word for word in before if word.start >= marked.outer.end])


def _leads_to_name(words: Sequence[TextToken]) -> bool:
    """Return whether *words*, which precede a speaker, are only what somebody is: "cantonal doctor"."""
    nouns = [word for word in words if word.text not in ",–—-"]
    return all(word.capital or word.text == "the" or is_role(word.text) for word in nouns) or (
        len(nouns) <= _DESCRIPTION
        and (is_role(nouns[-1].text) or nouns[0].text in _ARTICLES)
        and all(word.text[0].isalpha() for word in nouns)
    )


def _is_work(text: str, words: Sequence[TextToken], marked: Marked) -> bool:
    """Return whether the words between marks are a book or the like: "wrote the novel «…»"."""
    place = bisect_left(words, marked.outer.start, key=lambda word: word.start)
    if not 0 < place < len(words) or last_character(text, words[place]) in ".!?…":
        return False
    return (
        len(_first_words(text, marked)) <= _TITLE and words[place - 1].text.lower() in names().works
    )


def _is_title_amid(text: str, words: Sequence[TextToken], marked: Marked, speech: Speech) -> bool:
    """Return whether a preposition or the like joins a title to the words before it: "In “Old Ada”, X says"."""
    place = bisect_left(words, marked.outer.start, key=lambda word: word.start)
    inside = _first_words(text, marked)
    if (
        not 0 < place < len(words)
        or len(inside) > _TITLE
        or last_character(text, words[place]) in ".!?…"
    ):
        return False
    before = words[place - 1].text.lower()
    return before in speech.links | speech.whose and all(
        word[0].isupper() for word in inside if len(word) > _SMALL
    )


def _is_in_subject(
    words: Sequence[TextToken], cue: Cue, marked: Marked, inside: Sequence[str]
) -> bool:
    """Return whether the words *inside* marks are a name amid the subject: "the head of “Altena” Ada Park"."""
    place = bisect_left(words, marked.outer.start, key=lambda word: word.start)
    follows = words[place + 1 : place + 2]
    return (
        len(inside) < _LONG
        and inside[:1] != []
        and inside[0][0].isupper()
        and place > 0
        and words[place - 1].text[0].isalpha()
        and cue.subject.name is not None
        and bool(follows)
        and follows[0].start == cue.subject.name.start
    )


def _is_name(
    text: str, words: Sequence[TextToken], cue: Cue, marked: Marked, speech: Speech
) -> bool:
    """Return whether the words between marks are what somebody is called, or part of the subject."""
    verb, inside = words[cue.last].text.lower(), _first_words(text, marked)
    if _is_in_subject(words, cue, marked, inside):
        return True
    if len(inside) >= _LONG or verb in speech.reporting:
        return False
    place = bisect_left(words, marked.outer.start, key=lambda word: word.start)
    if cue.last < place:
        determined = words[place - 1].text.lower() in _TITLE_DETERMINERS
        capitals = all(word[0].isupper() for word in inside)
        return verb in speech.naming and not determined and capitals
    return cue.first == place + 1 and last_character(text, words[place]) not in ",!?…"
