"""
Questions that go on from another: “and the energy grid?”, “why did he call for it?”

What such a question leaves out is taken from the one before, in its words: a name or a subject in it
makes way for what is asked about now, or else both are read one after the other.
"""

from __future__ import annotations

import re

from retrieval.text.language import ABOUT, stop_words

_LANGUAGES = ("en", "uk", "ru", "de", "es")
"""Those that the words below are of; of equals the first."""

_MOST_WORDS = 9
"""A longer question tells enough by itself."""

_ABOUT_ALSO = (
    r"(?:what|how)\sabout|and\s(?:what|how)\sabout"
    r"|а\sяк\s(?:щодо|же)|а\sщодо|а\sщо\s(?:про|з)|щодо|а\sкак\s(?:насч[её]т|же)|как\sнасч[её]т|а\sчто\s(?:про|с)"
    r"|(?:und\s)?was\sist\smit|und\swie\s(?:ist|steht)\ses\smit"
    r"|¿?\s?(?:y\s)?(?:qué\shay\sde|qué\stal|qué\spasa\scon)"
)
_ALSO = r"and(?:\sof)?|but|or|also|а|і|й|и|та|але|або|но|или|und|aber|oder|auch|¿?\s?(?:y|e|pero|o|también)"
"""Words that a question goes on with, in any of the languages: none begins one in another."""

_PRONOUNS = {
    "en": r"he|she|they|him|her|them|his|hers|their|theirs|it|its|himself|herself|themselves",
    "uk": r"він|вона|воно|вони|його|її|їх|йому|їй|їм|ним|нею|ними|ньому|ній|них|нього|неї|їхн\w+|це|цього|цьому",
    "ru": r"он|она|оно|они|его|её|ее|их|ему|ей|им|ним|ней|ними|нём|нем|них|него|неё|нее|это|этого|этом",
    "de": r"er|sie|ihn|ihm|ihr|ihnen|sein(?:e[rsmn]?)?|ihre[rsmn]?|es|das|dies(?:e[rsmn]?)?|da(?:mit|für|gegen|von|rüber|zu)",
    "es": r"él|ella|ellos|ellas|les?|sus?|eso|esto",
}
"""Words that mean somebody or something named before."""

_ASKING = re.compile(
    r"(?:who|what|when|where|why|how|which|whom|whose|did|does|do|is|are|was|were|has|have|had|will|can|could|would|should"
    r"|хто|що|коли|де|чому|як\w*|скільки|куди|навіщо|чи|кто|что|когда|где|почему|как\w*|сколько|куда|зачем"
    r"|wer|was|wann|wo|warum|wie|welche\w*|wem|wen|hat|haben|ist|sind|war|wird|kann"
    r"|quién\w*|qué|cuándo|dónde|por\squé|cómo|cuál\w*|cuánt\w*)\b",
    re.IGNORECASE,
)
"""What a question of its own begins with."""

_ABOUT = ABOUT | {
    "en": rf"{ABOUT['en']}|on|over",
    "de": rf"{ABOUT['de']}|zu|zum|zur",
}
"""What stands before the subject at the end of a question."""

_END = "?!.… \t\n"
_CAPITAL = "[^\\W\\d_a-zà-öø-ÿа-яёіїєґ]"
_NAME = re.compile(rf"(?<=\s){_CAPITAL}\w*(?:[ -]{_CAPITAL}\w*)*")
"""Words with a capital, behind the first of a question."""

_NAMED = re.compile(
    rf"\b(?:(?:[Tt]he|[Dd]e[rnm]|[Dd]ie|[Dd]as|[Ee]l|[Ll]as?|[Ll]os)\s)?{_CAPITAL}\w*(?:[ -]{_CAPITAL}\w*)*"
)
"""A name, with its article."""

_GOING_ON = re.compile(rf"({_ABOUT_ALSO}|{_ALSO})(?:\s+|,\s*)(?=\S)", re.IGNORECASE)
_ALONE = re.compile(
    r"why|how|when|where|who|чому|як|коли|де|хто|почему|как|когда|где|кто|warum|wie|wann|wo|wer"
    r"|por\squé|cómo|cuándo|dónde|quién",
    re.IGNORECASE,
)
"""All of a question that leaves out the rest."""


def continues(question: str) -> bool:
    """Whether *question* leaves out what was said before it."""
    text = question.strip()
    if len(text.split()) > _MOST_WORDS:
        return False
    if _ALONE.fullmatch(text.strip(f"¿{_END}")) or _opening(text)[1]:
        return True
    pronoun = re.search(rf"\b(?:{_PRONOUNS[_language(text)]})\b", text, re.IGNORECASE)
    # A name before it says whom it means.
    return bool(pronoun and not _NAME.search(text, endpos=pronoun.start()))


def stands_alone(question: str) -> bool:
    """Whether *question* says all that it asks: it goes on from nothing, and it is long or names somebody."""
    text = question.strip()
    told = len(text.split()) > _MOST_WORDS or _NAME.search(text) is not None
    return told and not continues(question)


def together(before: str, question: str) -> str:
    """*question*, which goes on from the question *before* it, as one that can be asked alone."""
    rest, opening = _opening(question.strip())
    before = before.strip().rstrip(_END)
    about = rest.strip(_END)
    replaced = None
    if about and not _ASKING.match(about):
        replaced = _replaced(before, about, subject=bool(re.fullmatch(_ABOUT_ALSO, opening, re.I)))
    return f"{replaced or f'{before}? {rest.strip()}'.rstrip(_END)}?"


def _replaced(before: str, about: str, *, subject: bool) -> str | None:
    """
    The question *before*, asked of what this one is *about*; None where nothing makes way for it.

    Args:
        subject: Let that make way which it was about, before somebody who is named in it.
    """
    prepositions = _ABOUT[_language(before)]
    own = re.match(rf"(?:{prepositions})\s", about, re.IGNORECASE)
    subjects = [*re.finditer(rf"\b(?:{prepositions})\s", before, re.IGNORECASE)]
    named = _NAMED.match(about)
    behind_first = len(before.split(maxsplit=1)[0]) if before else 0
    name = _NAMED.search(before, behind_first) if named and not own else None
    if name and not (subject and subjects):
        return f"{before[: name.start()]}{about}{before[name.end() :]}"
    if subjects:
        # “and about Kyiv?” brings a preposition of its own.
        at = subjects[-1].start() if own else subjects[-1].end()
        return f"{before[:at]}{about}"
    return None


def _opening(text: str) -> tuple[str, str]:
    """*text* without the words that it goes on with, and those."""
    opening = _GOING_ON.match(text)
    return (text[opening.end() :], opening[1]) if opening else (text, "")


def _language(text: str) -> str:
    """That which most words of *text* are stop words of: a short question has hardly any others."""
    words = re.findall(r"\w+", text.casefold())
    return max(_LANGUAGES, key=lambda language: sum(map(stop_words(language).__contains__, words)))
