"""
The words that sites print around their stories: data for `structure`, matched against whole lines.

Every pattern is about a custom of many sites. A line that a story could hold belongs nowhere here.
"""

from __future__ import annotations

import re


def _whole_line(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})\W*$", re.IGNORECASE)


NAVIGATION = _whole_line(
    r"(?:do(?:n['’]t|\s+not)\s+miss|most\s+(?:read|popular|viewed|shared|commented)|trending(?:\s+(?:on|now|in)\b.{0,40})?)",
    r"(?:advertisements?|sponsored(?:\s+content)?|promoted\s+stories|story\s+continues\s+below(?:\s+advertisement)?)",
    r"(?:skip\s+to\s+(?:main\s+)?content|(?:main\s+)?menu|home\s*page|back\s+to\s+(?:top|home)|close|search|sign\s+(?:in|up)|log\s+(?:in|out)|register|subscribe(?:\s+now)?)",
    r"(?:share(?:\s+(?:this|on|via)\b.{0,30})?|tweet|copy\s+link|print(?:\s+this)?|save(?:\s+for\s+later)?|e-?mail|facebook|whatsapp|twitter|linkedin|reddit|pinterest|telegram)(?:\s*[|/·,]\s*\w+)*",
    r"(?:\d+\s+)?comments?|leave\s+a\s+(?:comment|reply)|(?:view|show|load)\s+(?:all\s+|more\s+)?comments?|(?:load|show)\s+more",
    r"(?:latest|top|breaking|more|other)\s+(?:news|stories|headlines|videos?)(?:\s+(?:by|from|on|in)\b.{0,40})?",
    r"for\s+more\s+(?:visit|news|stories|information)\b.{0,40}",
    r"related\s+topics?|tags|topics|sections|newsletters?|podcasts?|more\s+on\s+this\s+story|recommended(?:\s+for\s+you)?",
    r"\d+\s+min(?:ute)?s?\s+read|listen\s+to\s+(?:this\s+)?(?:article|story)|follow\s+us(?:\s+on\b.{0,40})?",
    r"(?:die\s+)?meistgelesen|anzeige|teilen|kommentare|mehr\s+zum\s+thema|zur\s+startseite",
    r"publicidad|compartir|comentarios|lo\s+más\s+(?:leído|visto)|publicité|partager|les\s+plus\s+lus",
    r"реклама|поделиться|комментарии|самое\s+читаемое|поділитися|коментарі|найпопулярніше",
)
LINK_LIST = re.compile(
    r"(?:"
    r"(?:(?i:related|recommended|see\s+also|read\s+(?:more|also|next|the\s+latest)|more\s+(?:on|from|about)\s+[^.]{1,40}|you\s+(?:may|might)\s+(?:also\s+)?like|up\s+next|must\s+read|further\s+reading|lesen\s+sie\s+auch|mehr\s+zum\s+thema|lire\s+aussi|leer\s+también|lea\s+también|читайте\s+также|читайте\s+також|смотрите\s+также))\s*:?\s*$"
    r"|(?i:related\s+(?:articles?|stories|links|content|posts|reading|coverage))\s*:?\s*$"
    r"|[^a-z.]*\bREAD\s+(?:MORE|THE\s+LATEST|NEXT|ALSO)\b[^a-z.]*:?\s*$"
    r"|(?i:see\s+also|read\s+(?:also|next)|lire\s+aussi|читайте\s+также)\s*[:\u00a0–-]"
    r")"
)
"""The line over a list of links; what follows it and does not end as a sentence belongs to the list."""

CALL = re.compile(
    r"(?:(?:read|see|find|get|watch|listen\s+to|check\s+out)\s+(?:more|our|the\s+(?:full|latest)|all\s+the\s+latest|here)\b"
    r"|click\s+(?:here|on|to|the)\b|tap\s+here\b|sign\s+up\s+(?:for|to|here)\b|subscribe\s+(?:to|for|here)\b"
    r"|follow\s+(?:our|us|the\s+latest|live)\b|scroll\s+(?:down|to)\b|stay\s+(?:up\s+to\s+date|tuned)\b"
    r"|download\s+(?:our|the)\s+app\b|join\s+(?:our|the)\s+(?:whatsapp|telegram|newsletter|conversation)\b"
    r"|do\s+you\s+have\s+a\s+story\b|have\s+your\s+say\b)",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:our\s+standards\s*:|©|\(c\)\s+\d{4}|copyright\s+(?:©|\d{4})|all\s+rights\s+reserved\b"
    r"|terms\s+(?:of\s+(?:use|service)|and\s+conditions)\b|privacy\s+(?:policy|notice)\b|cookie\s+(?:policy|settings)\b"
    r"|by\s+(?:continuing|signing\s+up|using\s+this)\b.{0,60}\byou\s+agree\b"
    r"|this\s+(?:article|story|page)\s+(?:was|has\s+been|is)\s+(?:originally\s+|first\s+|automatically\s+)?(?:published|generated|republished|updated)\b)",
    re.IGNORECASE,
)
WRAPPER = re.compile(
    r"(?:in|from)\s+this\s+(?:article|post|page|story)\b.{0,30}\byou\s+(?:will|can|['’]ll|are\s+going\s+to)\s+"
    r"(?:get|find|read|learn|know|see)\b",
    re.IGNORECASE,
)
TIME_STAMP = re.compile(
    r"(?:(?:updated|published|posted|last\s+(?:updated|modified)|first\s+published)\s*(?:at|on|:)?\s*)?"
    r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:gmt|bst|utc|cet|cest|est|edt|et|msk)?"
    r"|\d{1,3}\s*(?:m|mins?|minutes?|h|hrs?|hours?|d|days?)\s+ago)\W*$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:By|BY|Words\s+by|Written\s+by|Von|Автор:|Текст:)\s+"
    r"(?P<name>(?:[^\W\d_][\w.'’-]*\s+){0,3}[A-ZÀ-ÞА-ЯЄІЇҐ][\w.'’-]+)(?:\s*(?:[,|–-]|\bin\b|\band\b|\bfor\b).{0,80})?\s*$"
)

_AGENCIES = (
    r"(?:GETTY(?:\s+IMAGES)?|REUTERS|PA(?:\s+(?:MEDIA|WIRE|IMAGES))?|AP(?:\s+PHOTO)?|AFP|EPA|TASS|UPI|DPA|ANSA"
    r"|XINHUA|ALAMY|SHUTTERSTOCK|BBC(?:\s+NEWS)?|CNN|SKY\s+NEWS|GB\s+NEWS|ITV|NBC|ABC|CBS|FACEBOOK|TWITTER|INSTAGRAM|YOUTUBE)"
)
PIPED_CREDIT = re.compile(
    rf"\|\s*(?:{_AGENCIES}(?=[A-Z“\"‘]|\W|$)"  # a known agency, even glued to "A" or "I"
    r"|[A-Z][A-Z0-9&'’.\-/ ]*?[A-Z0-9](?=\s*$|[A-Z][a-z'’]|[“\"‘][A-Z])"
    r"|[^|.!?]{2,40}$)"
)
"""At the start of a line: "|REUTERS", "| AGENCYThe minister", "| Getty Images"."""

MIDLINE_CREDIT = re.compile(rf"\s\|\s*{_AGENCIES}(?=[A-Z][a-z]|[“\"‘]|\s*$)")
CREDIT_LINE = re.compile(
    r"\(?(?:(?:photo(?:graph)?|picture|image|pic|video|graphic|illustration)s?(?:\s+(?:by|credit|courtesy(?:\s+of)?|source))?\s*[:/–]"
    r"|credit\s*:|photo(?:graph)?\s+by\b|getty\s+images\b).{0,60}$",
    re.IGNORECASE,
)
