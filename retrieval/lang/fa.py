"""Persian."""

from __future__ import annotations

from retrieval.lang.schema import Language, Questions, words

LANGUAGE = Language(
    code="fa",
    name="Persian",
    stop_words=words(
        """چه چی چیست کی کیست چه‌کسی کجا کجاست کدام چند چقدر چرا چطور چگونه آیا درباره دربارۀ دربارهٔ راجع گفت گفته گفتند می‌گوید است را از
        به در با که این آن بود شد"""
    ),
    questions=Questions(
        intents=(
            ("how-old", "چند", r"\s+سال\w*"),
            ("how-many", "چند|چقدر", ""),
            ("when", "کی", r"(?=\s)"),
            ("when", "چه", r"\s+(?:زمانی|وقت|سالی|روزی)"),
            ("where", "کجا|کجاست", ""),
            ("who", "چه", r"\s+کسی"),
            ("why", "چرا", ""),
            ("how", "چطور|چگونه", ""),
            ("what", "چه|چی|چیست|کدام", ""),
        ),
        quoting=(("آنچه|چه", r"\s+(?:گفت|گفته)\s+(\S.{0,60}?)(?=[؟?!.]|$)"),),
        counts=(("چند", r"\s+(.*)"),),
        polar="آیا",
        about="درباره|دربارهٔ|راجع\\sبه",
        civilities=words("سلام ممنون متشکرم"),
    ),
)
