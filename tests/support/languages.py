"""
What the table of a language may check. Each row has what to check, a text, and what is expected.

A text of two parts has " | " between them.
"""

from __future__ import annotations

from collections.abc import Callable

from retrieval.index.vocabulary import Vocabulary
from retrieval.library import Library
from retrieval.query.follow_up import combine, continues, stands_alone
from retrieval.query.intent import find_intent
from retrieval.query.parser import parse
from retrieval.query.speech_request import find_speech_requests
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import term, terms
from retrieval.text.context_dependence import depends_on_context
from retrieval.text.dates import dates
from retrieval.text.language import detect
from retrieval.text.quantities import quantities
from tests.support.quotations import spoken

Row = tuple[str, str, str]


def _speaker(text: str, language: str) -> str:
    return ", ".join(str(name) for form, _, name in spoken(text, language) if form == "quoted")


def _reported(text: str, language: str) -> str:
    found = [(words, name) for form, words, name in spoken(text, language) if form == "reported"]
    return "; ".join(f"{name}: {words.rstrip('.')}" for words, name in found)


def _speakers(text: str, language: str) -> str:
    return ", ".join(name for _, _, name in spoken(text, language) if name) or "nobody"


def _speech(text: str, language: str) -> str:
    return "; ".join(words for _, words, _ in spoken(text, language)) or "none"


def _request(text: str, language: str) -> str:
    """Return whose words a question asks for, or whose it wants to know, and the topic or the words."""
    for request in find_speech_requests(text, language):
        who, topic = (text[part.start : part.end] if part else "" for part in request[:2])
        return f"who said: {topic}" if request.asks_who else f"{who}: {topic}".removesuffix(": ")
    return "no"


def _asked(text: str, language: str) -> str:
    """Return the words of a question that are looked for."""
    return " ".join(word.text for word in parse(text, Vocabulary.of([]), language).words)


def _answer(text: str) -> str:
    """Read a story and a question about it."""
    story, question = text.split(" | ")
    article = make_article("a", story, Metadata(title="Title"))
    answer = Library.of([article]).ask(question)
    if answer.no_answer:
        return "unknown words" if answer.no_answer.unknown_terms else answer.no_answer.reason
    return "yes"


def _weak(text: str, language: str) -> str:
    """Return the words of a question that weigh little."""
    words = parse(text, Vocabulary.of([]), language).words
    return " ".join(word.text for word in words if word.weight < 1.0)


def _follow_up(text: str) -> str:
    before, question = text.split(" | ")
    assert continues(question)
    assert not stands_alone(question)
    return combine(before, question)


def _continues(text: str) -> str:
    return "follow-up" if continues(text) else "complete" if stands_alone(text) else "either"


def _dates(text: str, language: str) -> str:
    found = dates(text, 0, len(text), language)
    return ", ".join("-".join(str(part or "?") for part in (d.year, d.month, d.day)) for d in found)


def _quantities(text: str, language: str) -> str:
    found = quantities(text, 0, len(text), language)
    return ", ".join(f"{text[number.start : number.end]} = {number.least:g}" for number in found)


READ: dict[str, Callable[[str, str], str]] = {
    # The language that a text is detected to be in.
    "language": lambda text, _: str(detect(text)),
    # The terms of a text, and those of each of its words, stop words or not, without repeats.
    "terms": lambda text, language: " ".join(terms(text, language)),
    "stems": lambda text, language: " ".join(sorted({term(w, language) for w in text.split()})),
    # Who says the words in quotation marks, and what is reported without them.
    "speaker": _speaker,
    "reported": _reported,
    # Everybody who is named as a speaker, or "nobody"; every quotation, or "none".
    "speakers": _speakers,
    "speech": _speech,
    # Whether a story answers a question: "yes", or why not.
    "answer": lambda text, _: _answer(text),
    # What a question asks for, and its words that weigh little.
    "intent": lambda text, language: str(find_intent(text, language)[0]),
    "weak words": _weak,
    # Whose words a question asks for, and on what; the words that are looked for.
    "request": _request,
    "asked": _asked,
    # Two questions read as one; whether one can be asked alone.
    "follow-up": lambda text, _: _follow_up(text),
    "question": lambda text, _: _continues(text),
    # Whether a sentence depends on the one before it.
    "depends": lambda text, lang: "yes" if depends_on_context(text, 0, lang) else "no",
    "dates": _dates,
    "quantities": _quantities,
}
"""Each check reads a text in a language, and returns what it found in words."""
