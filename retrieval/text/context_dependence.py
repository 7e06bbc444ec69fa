"""Whether a sentence can be read alone, or leans on those before it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

SAYING = (
    "said|says|told|added|adds|warned|warns|claimed|claims|insisted|insists|explained|argued|stressed|noted|"
    "wrote|tweeted|announced|declared|stated|replied|continued|recalled|admitted|denied|confirmed|concluded|"
    "vowed|pledged|revealed|acknowledged"
)
ROLES = (
    "minister|president|chancellor|premier|mayor|governor|senator|king|queen|prince|princess|emperor|empress|"
    "pope|bishop|archbishop|general|colonel|major|captain|lieutenant|sergeant|commander|admiral|officer|"
    "soldier|spokesman|spokeswoman|spokesperson|director|chief|chairman|chairwoman|leader|secretary|"
    "ambassador|envoy|diplomat|judge|lawyer|attorney|prosecutor|professor|doctor|scientist|researcher|"
    "physicist|mathematician|chemist|engineer|inventor|philosopher|historian|economist|author|writer|poet|"
    "novelist|journalist|reporter|editor|coach|manager|player|striker|goalkeeper|quarterback|actor|actress|"
    "singer|musician|composer|painter|artist|politician|lawmaker|candidate|official|head|boss|founder|owner|"
    "analyst|expert|activist|aide|adviser|advisor|deputy|successor|predecessor|driver|teacher|student|"
    "priest|monk|nurse|sheriff|explorer|merchant|biographer"
)

_OPENERS = frozenset("\"“”‘'«„`")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
AT_FIRST = (  # a short beginning that names nobody: "In July 1943 she …"
    r"(?:(?:but|and|so|then|yet|later|also|meanwhile|however),?\s"
    rf"|(?:in|on|at|by|after|before|during|since|until|from)\s(?-i:(?:[a-z0-9’'-]+|{_MONTH}|\w+day)\s){{0,6}}"
    rf"(?-i:[a-z0-9’'-]+|{_MONTH}|\w+day),?\s)?"
)
"""A pattern."""

_FIRST = frozenset([
    "but", "and", "so", "then", "yet", "later", "also", "meanwhile", "however", "in", "on", "at",
    "by", "after", "before", "during", "since", "until", "from",
])  # fmt: skip
"""Words that what `AT_FIRST` is for begins with."""

_POINTING = frozenset([
    "he", "she", "they", "his", "her", "their", "it", "this", "these", "those", "that", "its",
    "such", "but", "and", "so", "however",
])  # fmt: skip
_BACK = frozenset(["latter", "former"])
_ROLES = frozenset(ROLES.split("|"))
_SAYING = frozenset(SAYING.split("|"))

_BEGINNINGS = {
    "de": "er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|solche[rsmn]?|aber|und|"
    "doch|jedoch|allerdings|dabei|dafür|damit|dazu|deshalb|daher|dennoch|außerdem",
    "es": r"él|ellas?|ellos|est[aeo]s?|es[aeo]s?|aquell[ao]s?|sus?|pero|y|sin\sembargo|además|por\seso",
    "fr": "ils?|elles?|ce|cela|cette|cet|ces|son|sa|ses|leurs?|celui-ci|celle-ci|mais|et|cependant|toutefois",
    "it": r"egli|ella|lui|lei|ess[aeio]|loro|quest[aeio]|quell[aeio]|(?:(?:il|la|i|le)\s)?su[aeo]i?|ma|e|"
    "tuttavia|però|inoltre",
    "nl": "hij|zij|ze|dit|deze|dat|die|zijn|haar|hun|maar|en|echter|dus|daarom|bovendien",
    "pl": "on[aeio]?|ten|ta|to|te|ci|jego|jej|ich|ale|i|a|jednak|lecz|ponadto",
    "pt": r"eles?|elas?|est[ae]s?|ess[ae]s?|isso|isto|seus?|suas?|mas|e|no\sentanto|porém|além\sdisso",
    "ru": r"он[аои]?|эт[аои]|этот|эти|так(?:ой|ая|ое|ие)|его|её|ее|их|но|и|а|однако|при\sэтом|кроме\sтого",
    "uk": r"він|вон[аои]|ц[еяі]|цей|так(?:ий|а|е|і)|його|її|їх|їхн\w+|але|і|й|та|а|однак|проте|крім\sтого",
}
"""How a sentence begins that points back, by language (ISO 639-1); for English see `_leans`."""


@cache
def _leaning(language: str) -> re.Pattern[str] | None:
    words = _BEGINNINGS.get(language)
    return re.compile(rf"(?:{words})\b", re.IGNORECASE) if words else None


@cache
def _at_first() -> re.Pattern[str]:
    return re.compile(rf"{AT_FIRST}(?:he|she|they|his|her|their)\b", re.IGNORECASE)


def leans(text: str, start: int, language: str | None) -> bool:
    """Whether the sentence at *start* cannot be understood without the one before it."""
    if text[start : start + 1] in _OPENERS:
        return True
    if language in (None, "en"):
        return _leans(text, start)
    pattern = _leaning(language or "")
    return bool(pattern and pattern.match(text, start))


def _leans(text: str, start: int) -> bool:
    """Of English. Most sentences are told by a word or two, without the one long pattern."""
    first, *then = re.findall(r"\w+", text[start : start + 80].lower())[:4] or [""]
    if first in _POINTING:
        return True
    if first != "the":
        return first in _FIRST and bool(_at_first().match(text, start))
    if then[:1] and then[0] in _BACK:
        return True
    return any(one in _ROLES and other in _SAYING for one, other in pairwise(then))
