"""The languages of the bot: gettext catalogues, and dates and numbers as in CLDR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from retrieval.articles.publication_dates import date_parts, spell_date
from retrieval.query.notes import Note

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "uk": "Українська",
    "ru": "Русский",
    "de": "Deutsch",
    "es": "Español",
}
"""The name of each in itself, by its ISO 639-1 code."""

_MARKS = {"uk": ("«", "»"), "ru": ("«", "»"), "de": ("„", "“"), "es": ("«", "»")}
"""Quotation marks, as in CLDR; babel does not have them."""

CATALOGUES = Path(__file__).parent / "locales"


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark *sentence* for translation, and return it as it is."""
    return sentence


class Plural(NamedTuple):
    """A sentence for one thing and for many, in which {number} stands for their number."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class BotLanguage:
    """A language; the English sentences in the code are the keys of the other catalogues."""

    code: str
    _catalogue: NullTranslations = field(repr=False)

    def say(self, sentence: str, /, **values: object) -> str:
        """Return the translated *sentence*, with *values* in place of each {name}, as they are."""
        translated = self._catalogue.gettext(sentence)
        return translated.format(**values) if values else translated

    def count(self, sentence: Plural, number: int, **words: str) -> str:
        """Return *sentence* in the form that the language has for *number*, which is filled in, as are *words*."""
        form = self._catalogue.ngettext(*sentence, number)
        return form.format(number=self.number(number), **words)

    def note(self, note: Note) -> str:
        dates = {name: self.date(value) for name, value in note.dates.items()}
        languages = {name: self.list_languages(codes) for name, codes in note.languages.items()}
        return self.say(note.sentence, **note.words, **dates, **languages)

    def list_languages(self, codes: Sequence[str]) -> str:
        """Return the names of the languages with these ISO 639-1 *codes*, as in the middle of a sentence."""
        from babel import Locale
        from babel.lists import format_list

        known = Locale.parse(self.code).languages
        names = sorted(known.get(code, code) for code in codes)
        listed = format_list(names, locale=self.code)
        return listed.replace(" y i", " e i") if self.code == "es" else listed  # CLDR has only "y"

    def quote(self, words: str) -> str:
        """Return *words* in the quotation marks of the language."""
        opening, closing = _MARKS.get(self.code, ("“", "”"))
        return f"{opening}{words}{closing}"

    def number(self, number: int) -> str:
        if self.code == "en":
            return f"{number:,}"
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self.code)

    def date(self, published: str) -> str:
        """Return a full or partial ISO 8601 date in words, and any other text as it is."""
        known = date_parts(published)
        if self.code == "en" or len(known) < 2:
            return spell_date(published)
        from babel.dates import format_date, format_skeleton

        year, month, *day = known
        try:
            value = date(year, month, *(day or [1]))
        except ValueError:  # there is no such day or year
            return published
        if day:
            return format_date(value, "long", locale=self.code)
        return format_skeleton("yMMMM", value, locale=self.code)


@cache
def language(code: str) -> BotLanguage:
    """
    Return the language with a *code* in `LANGUAGES`.

    Raises:
        KeyError: There is no such language.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    if code == "en":
        return BotLanguage(code, NullTranslations())
    # Babel is loaded when it is needed, so that the start does not wait for it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (CATALOGUES / f"{code}.po").open("rb") as written:
        write_mo(compiled, read_po(written, locale=code))
    compiled.seek(0)
    return BotLanguage(code, GNUTranslations(compiled))


def spoken(tag: str | None) -> BotLanguage:
    """Return the language for an app that is set to the IETF language *tag*; by default English."""
    code = (tag or "").partition("-")[0].lower()
    return language(code if code in LANGUAGES else "en")
