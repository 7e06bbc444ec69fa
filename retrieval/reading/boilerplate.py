"""
The words that sites print around their stories: data for `structure`, matched against whole lines.

Every pattern is for what many sites print. A line that could be part of a story must not match.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from retrieval.text.keyword_patterns import DIGIT, KeywordPatterns


def _lines(lines: Mapping[str, str], end: str = "") -> KeywordPatterns[None]:
    """
    Return patterns of lines.

    Args:
        lines: How a line continues, as a pattern, by the keywords that it may begin with, between |.
        end: A pattern of what follows in all of them.
    """
    return KeywordPatterns(((None, keywords, rest) for keywords, rest in lines.items()), end)


_NEWS = r"(?:news|stories|headlines|videos?)(?:\s+(?:by|from|on|in)\b.{0,40})?"
_AND_SO_ON = r"(?:\s*[|/·,]\s*\w+)*"
NAVIGATION = _lines(
    {
        "do": r"(?:n['’]t|\s+not)\s+miss",
        "most": r"\s+(?:read|popular|viewed|shared|commented)",
        "trending": r"(?:\s+(?:on|now|in)\b.{0,40})?",
        "advertisement": "s?",
        "sponsored": r"(?:\s+content)?",
        "promoted": r"\s+stories",
        "story": r"\s+continues\s+below(?:\s+advertisement)?",
        "skip": r"\s+to\s+(?:main\s+)?content",
        "main": r"\s+menu",
        "menu|close|search|register|teilen|kommentare|anzeige|meistgelesen": "",
        "home": r"\s*page",
        "back": r"\s+to\s+(?:top|home)",
        "sign": r"\s+(?:in|up)",
        "log": r"\s+(?:in|out)",
        "subscribe": r"(?:\s+now)?",
        "share": rf"(?:\s+(?:this|on|via)\b.{{0,30}})?{_AND_SO_ON}",
        "copy": rf"\s+link{_AND_SO_ON}",
        "print": rf"(?:\s+this)?{_AND_SO_ON}",
        "save": rf"(?:\s+for\s+later)?{_AND_SO_ON}",
        "tweet|email|e-mail|facebook|whatsapp|twitter|linkedin|reddit|pinterest|telegram": _AND_SO_ON,
        DIGIT: r"\d+\s+(?:comments?|min(?:ute)?s?\s+read)",
        "comment": "s?",
        "leave": r"\s+a\s+(?:comment|reply)",
        "view": r"\s+(?:all\s+|more\s+)?comments?",
        "show|load": r"\s+(?:more|(?:all\s+|more\s+)?comments?)",
        "latest|top|breaking|other": rf"\s+{_NEWS}",
        "more": rf"\s+(?:{_NEWS}|on\s+this\s+story)",
        "for": r"\s+more\s+(?:visit|news|stories|information)\b.{0,40}",
        "related": r"\s+topics?",
        "tags|topics|sections": "",
        "newsletter|podcast": "s?",
        "recommended": r"(?:\s+for\s+you)?",
        "listen": r"\s+to\s+(?:this\s+)?(?:article|story)",
        "follow": r"\s+us(?:\s+on\b.{0,40})?",
        "die": r"\s+meistgelesen",
        "mehr": r"\s+zum\s+thema",
        "zur": r"\s+startseite",
        "publicidad|compartir|comentarios|publicité|partager": "",
        "lo": r"\s+más\s+(?:leído|visto)",
        "les": r"\s+plus\s+lus",
        "реклама|поделиться|комментарии|поділитися|коментарі|найпопулярніше": "",
        "самое": r"\s+читаемое",
    },
    end=r"\W*$",
)

_LINK_LIST = _lines(
    {
        "related": r"(?:\s+(?:articles?|stories|links|content|posts|reading|coverage))?\s*:?\s*$",
        "recommended": r"\s*:?\s*$",
        "see": r"\s+also\s*(?::?\s*$|[:\u00a0–-])",
        "read": r"\s+(?:(?:more|the\s+latest)\s*:?\s*$|(?:also|next)\s*(?::?\s*$|[:\u00a0–-]))",
        "more": r"\s+(?:on|from|about)\s+[^.]{1,40}\s*:?\s*$",
        "you": r"\s+(?:may|might)\s+(?:also\s+)?like\s*:?\s*$",
        "up": r"\s+next\s*:?\s*$",
        "must": r"\s+read\s*:?\s*$",
        "further": r"\s+reading\s*:?\s*$",
        "lesen": r"\s+sie\s+auch\s*:?\s*$",
        "mehr": r"\s+zum\s+thema\s*:?\s*$",
        "lire": r"\s+aussi\s*(?::?\s*$|[:\u00a0–-])",
        "leer|lea": r"\s+también\s*:?\s*$",
        "читайте": r"\s+(?:также\s*(?::?\s*$|[:\u00a0–-])|також\s*:?\s*$)",
        "смотрите": r"\s+также\s*:?\s*$",
    }
)
_READ_MORE = r"[^a-z.]*\bREAD\s+(?:MORE|THE\s+LATEST|NEXT|ALSO)\b[^a-z.]*:?\s*$"


def is_link_heading(line: str) -> bool:
    """Return whether a list of links follows, which any line that is not a sentence then belongs to."""
    return _LINK_LIST.begins(line) or ("READ" in line and bool(re.match(_READ_MORE, line)))


_MORE = r"(?:more|our|the\s+(?:full|latest)|all\s+the\s+latest|here)\b"
CALL = _lines(
    {
        "read|see|find|get|watch": rf"\s+{_MORE}",
        "listen": rf"\s+to\s+{_MORE}",
        "check": rf"\s+out\s+{_MORE}",
        "click": r"\s+(?:here|on|to|the)\b",
        "tap": r"\s+here\b",
        "sign": r"\s+up\s+(?:for|to|here)\b",
        "subscribe": r"\s+(?:to|for|here)\b",
        "follow": r"\s+(?:our|us|the\s+latest|live)\b",
        "scroll": r"\s+(?:down|to)\b",
        "stay": r"\s+(?:up\s+to\s+date|tuned)\b",
        "download": r"\s+(?:our|the)\s+app\b",
        "join": r"\s+(?:our|the)\s+(?:whatsapp|telegram|newsletter|conversation)\b",
        "do": r"\s+you\s+have\s+a\s+story\b",
        "have": r"\s+your\s+say\b",
    }
)
FOOTER = _lines(
    {
        "our": r"\s+standards\s*:",
        "©": "",
        "(c)": r"\s+\d{4}",
        "copyright": r"\s+(?:©|\d{4})",
        "all": r"\s+rights\s+reserved\b",
        "terms": r"\s+(?:of\s+(?:use|service)|and\s+conditions)\b",
        "privacy": r"\s+(?:policy|notice)\b",
        "cookie": r"\s+(?:policy|settings)\b",
        "by": r"\s+(?:continuing|signing\s+up|using\s+this)\b.{0,60}\byou\s+agree\b",
        "this": r"\s+(?:article|story|page)\s+(?:was|has\s+been|is)\s+(?:originally\s+|first\s+|automatically\s+)?(?:published|generated|republished|updated)\b",
    }
)
WRAPPER = _lines(
    {
        "in|from": r"\s+this\s+(?:article|post|page|story)\b.{0,30}\byou\s+(?:will|can|['’]ll|are\s+going\s+to)\s+(?:get|find|read|learn|know|see)\b",
    }
)

_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:gmt|bst|utc|cet|cest|est|edt|et|msk)?"
    r"|\d{1,3}\s*(?:m|mins?|minutes?|h|hrs?|hours?|d|days?)\s+ago)"
)
TIME_STAMP = _lines(
    {
        DIGIT: _CLOCK,
        "updated|published|posted": rf"\s*(?:at|on|:)?\s*{_CLOCK}",
        "last": rf"\s+(?:updated|modified)\s*(?:at|on|:)?\s*{_CLOCK}",
        "first": rf"\s+published\s*(?:at|on|:)?\s*{_CLOCK}",
    },
    end=r"\W*$",
)

_BY = ("By", "BY", "Words", "Written", "Von", "Автор:", "Текст:")
_BYLINE = (
    r"(?:By|BY|Words\s+by|Written\s+by|Von|Автор:|Текст:)\s+"
    r"(?P<name>(?:[^\W\d_][\w.'’-]*\s+){0,3}[A-ZÀ-ÞА-ЯЄІЇҐ][\w.'’-]+)(?:\s*(?:[,|–-]|\bin\b|\band\b|\bfor\b).{0,80})?\s*$"
)


def find_byline(line: str) -> str | None:
    """Return the name in a line that says who wrote the story."""
    match = re.match(_BYLINE, line) if line.startswith(_BY) else None
    return match["name"].strip() if match else None


_AGENCIES = (
    r"(?:GETTY(?:\s+IMAGES)?|REUTERS|PA(?:\s+(?:MEDIA|WIRE|IMAGES))?|AP(?:\s+PHOTO)?|AFP|EPA|TASS|UPI|DPA|ANSA"
    r"|XINHUA|ALAMY|SHUTTERSTOCK|BBC(?:\s+NEWS)?|CNN|SKY\s+NEWS|GB\s+NEWS|ITV|NBC|ABC|CBS|FACEBOOK|TWITTER|INSTAGRAM|YOUTUBE)"
)
_PIPED_CREDIT = (
    rf"\|\s*(?:{_AGENCIES}(?=[A-Z“\"‘]|\W|$)"  # a known agency, even glued to "A" or "I"
    r"|[A-Z][A-Z0-9&'’.\-/ ]*?[A-Z0-9](?=\s*$|[A-Z][a-z'’]|[“\"‘][A-Z])"
    r"|[^|.!?]{2,40}$)"
)
_MIDLINE_CREDIT = rf"\s\|\s*{_AGENCIES}(?=[A-Z][a-z]|[“\"‘]|\s*$)"


def find_piped_credit(line: str) -> re.Match[str] | None:
    """Find a picture's credit: "|REUTERS", "| AGENCYThe minister", "| Getty Images"; mid-line an agency's."""
    if "|" not in line:
        return None
    return re.match(_PIPED_CREDIT, line) or re.search(_MIDLINE_CREDIT, line)


_OF = r"(?:\s+(?:by|credit|courtesy(?:\s+of)?|source))?\s*[:/–]"
_CREDIT_LINE = _lines(
    {
        "photo": rf"(?:graph)?(?:s?{_OF}|\s+by\b)",
        "picture|image|pic|video|graphic|illustration": f"s?{_OF}",
        "credit": r"\s*:",
        "getty": r"\s+images\b",
    },
    end=r".{0,60}$",
)


def is_credit(line: str) -> bool:
    """Return whether the whole line is a picture's credit: "Photo: Agency"."""
    return _CREDIT_LINE.begins(line.removeprefix("("))
