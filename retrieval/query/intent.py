"""What a question asks for: the kind of thing, whose words, the latest."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from retrieval.articles import Span
from retrieval.text.analyzer import shouts, tokens
from retrieval.text.keyword_patterns import Openings
from retrieval.text.language import ABOUT

Kind = Literal["who", "when", "where", "how-many", "how-old", "said"]
"""What is asked for; "how-old" is an age, "said" somebody's words."""

_TIMES = "(?:year|date|day|month|century|decade|time)"
_ASK: Openings[Kind] = Openings(
    ("how-old", "how", r"\s+old"),
    ("how-old", "what|which", r"\s+ages?"),
    ("how-old", "wie", r"\s+alt"),
    ("how-old", "wiealt", ""),
    ("how-old", "cuántos", r"\s+años"),
    ("how-old", "quel", r"\s+âge"),
    ("how-old", "сколько", r"\s+лет"),
    ("how-old", "скільки", r"\s+років"),
    ("how-many", "how", r"\s+(?:many|much|long|far|often|big|large|high|tall|fast|deep|heavy|wide)"),
    ("how-many", "what|which", r"\s+(?:percentage|percent|proportion|share|number|amount)"),
    ("how-many", "number", r"\s+of"),
    ("how-many", "wie", r"\s+(?:viele?|lange?|hoch|weit|groß|oft)"),
    ("how-many", "wieviel|wieviele|wielang|wielange|wiehoch|wieweit|wiegroß|wieoft", ""),
    ("how-many", "cuánto|cuántos|cuánta|cuántas|combien|сколько|скільки", ""),
    ("when", "when|wann|cuándo|quand|когда|коли", ""),
    ("when", "what|which", rf"\s+{_TIMES}"),
    ("when", "in", rf"\s+what\s+{_TIMES}"),
    ("when", "seit", r"\s+wann"),
    ("where", "where|woher|wohin|wo|dónde|donde|adónde|adonde|où|где|куда|откуда|де|куди|звідки", ""),
    ("where", "what|which", r"\s+(?:country|countries|city|cities|town|village|villages|place|region|state|continent|river)"),
    ("who", "who|whom|whose|wer|wen|wem|wessen|quién|quiénes|qui|кто|кого|кому|хто", ""),
    ("who", "what|which", r"\s+(?:person|president|minister|king|queen|author|actor|actress|singer|player|leader)"),
)  # fmt: skip
_NOUN_BEFORE = r"(?:^|\W)(?:the|a|an)\s+$"

_SAY = (
    "say|claim|warn|tell|announce|think|believe|argue|explain|admit|declare|suggest|promise|deny|confirm"
    "|reveal|add|predict|insist|urge|demand|write|mention|accuse|reply|respond|comment|react|call\\s+for|vow"
)
_SAYING = (
    "saying|claiming|warning|telling|announcing|thinking|arguing|explaining|suggesting|promising|denying"
    "|insisting|urging|demanding|writing|accusing"
)
_SAID = (
    "said|claimed|warned|told|announced|argued|explained|admitted|declared|suggested|promised|denied|confirmed"
    "|revealed|predicted|insisted|urged|demanded|written|vowed"
)
_ASKS_FOR_WORDS = Openings(
    ("en", "what|how", rf"(?:\s+else)?\s+(?:did|does|do)\s+(\S.{{0,80}}?)\s+(?:{_SAY})"),
    ("en", "what", rf"(?:\s+else)?\s+(?:has|have|had)\s+(\S.{{0,80}}?)\s+(?:{_SAID})"),
    ("en", "what", rf"(?:\s+else)?\s+(?:is|are|was|were)\s+(\S.{{0,80}}?)\s+(?:{_SAYING})"),
    ("en", "what", rf"\s+(\S.{{0,80}}?)\s+(?:says|{_SAID})"),
    ("de", "was", r"\s+(?:sagte|sagt|meinte|meint|erklärte)\s+(\S.{0,60}?)(?=\s+(?:über|zu|zum|zur)\s|[?!.]|$)"),
    ("de", "was", r"\s+(?:hat|haben)\s+(\S.{0,60}?)\s+(?:(?:über|zu|zum|zur)\s.*)?gesagt"),
    ("es", "qué", r"\s+(?:dijo|dijeron|dice|ha\s+dicho)\s+(\S.{0,60}?)(?=\s+(?:sobre|acerca|de)\s|[?!.]|$)"),
    ("fr", "qu", r"['’](?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé)\s+(\S.{0,60}?)(?=\s+(?:sur|à\s+propos|de)\s|\s*[?!.]|$)"),
    ("fr", "que", r"\s+(?:dit|disent|déclare|affirme)\s+(\S.{0,60}?)(?=\s+(?:sur|à\s+propos|de)\s|\s*[?!.]|$)"),
    ("fr", "qu", r"['’]est-ce\s+(?:que\s+)?(\S.{0,60}?)\s+(?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé)"),
    ("nl", "wat", r"\s+(?:zei|zegt|zeiden)\s+(\S.{0,60}?)(?=\s+over\s|[?!.]|$)"),
    ("nl", "wat", r"\s+(?:heeft|hebben)\s+(\S.{0,60}?)\s+(?:over\s.*)?gezegd"),
    ("pt", "o", r"\s+que\s+(?:disse|disseram|diz)\s+(\S.{0,60}?)(?=\s+sobre\s|[?!.]|$)"),
    ("ru", "что", r"\s+(?:сказала?|сказали|говорит|заявила?)\s+(\S.{0,60}?)(?=\s+(?:об?|про)\s|[?!.]|$)"),
    ("uk", "що", r"\s+(?:сказала?|сказали|каже|заявила?|заявив|сказав)\s+(\S.{0,60}?)(?=\s+про\s|[?!.]|$)"),
)  # fmt: skip
ACCORDING_TO = Openings(("en", "according", r"\s+to"))
_ACCORDING = Openings(("en", "according", r"\s+to\s+([^\s,;:?!]+(?:\s+[^\s,;:?!]+){0,5})"))


def kind_of(question: str, language: str | None) -> tuple[Kind | None, list[Span]]:
    """What *question* asks for, and where it names those whose words it wants."""
    speakers = [Span(*match.span(1)) for _, match in _ACCORDING.find(question)]
    for _, said in itertools.islice(_ASKS_FOR_WORDS.find(question), 1):
        span = Span(*said.span(1))
        text = question[span.start : span.end]
        before = text.rpartition(" ")[0] + " "
        if any(tokens(text, language)) or re.match(_NOUN_BEFORE, before, re.IGNORECASE):
            return "said", [span, *speakers]
    for kind, match in _ASK.find(question):
        noun = re.search(_NOUN_BEFORE, question[: match.start()], re.IGNORECASE)
        written_as_name = match[0].isupper() and not shouts(question)
        if not noun and not written_as_name:
            return kind, speakers
    return ("said" if speakers else None), speakers


_ABOUT = re.compile(rf"\b(?:{'|'.join(ABOUT.values())})\s", re.IGNORECASE)


def topic_of(question: str, speaker: Sequence[Span]) -> Span | None:
    """What the words of those whom *question* names at *speaker* are to be about; None where it leaves that open."""
    about = _ABOUT.search(question, max(span.end for span in speaker)) if speaker else None
    return Span(about.end(), len(question)) if about else None


RECENT = Openings(
    ("en", "latest|newest|recent|recently|currently|nowadays|today|yesterday|now", ""),
    ("en", "most", r"\s+recent(?:ly)?"),
    ("en", "right", r"\s+now"),
    ("en", "this", r"\s+(?:week|month|morning|evening|afternoon)"),
    ("en", "last", r"\s+(?:night|week)"),
    ("en", "these", r"\s+days"),
    ("de", "heute|gestern|aktuell|aktuelle|aktueller|aktuellen|aktuelles|kürzlich", ""),
    ("de", "neueste|neuester|neuesten|neuestes", ""),
    ("de", "diese", r"\s+woche"),
    ("es", "hoy|ayer|ahora|reciente|recientes|recientemente", ""),
    ("es", "esta", r"\s+semana"),
    ("fr", "aujourd", "['’]hui"),
    ("fr", "hier|récemment|récent|récents|récente|récentes", ""),
    ("fr", "cette", r"\s+semaine"),
    ("fr", "dernières", r"\s+nouvelles"),
    ("ru", "сегодня|вчера|сейчас|недавно|последние", ""),
    ("ru", "на", r"\s+этой\s+неделе"),
    ("uk", "сьогодні|вчора|зараз|нещодавно|останні", ""),
    ("uk", "цього", r"\s+тижня"),
)
