"""The languages that the bot itself speaks: gettext catalogues, dates and numbers as CLDR writes them."""

from __future__ import annotations

from collections.abc import Mapping
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
"""What each calls itself, by its ISO 639-1 code."""

_MARKS = {"uk": ("«", "»"), "ru": ("«", "»"), "de": ("„", "“"), "es": ("«", "»")}
"""Around what is quoted, as CLDR has them; babel does not."""

CATALOGUES = Path(__file__).parent / "locales"


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Marks a *sentence* for translation, where it is not said yet."""
    return sentence


class Plural(NamedTuple):
    """A sentence for one thing and for many, in which {number} stands for their number."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Language:
    """English is written in the code, and the key of each sentence in the other catalogues."""

    code: str
    _catalogue: NullTranslations = field(repr=False)

    def say(self, sentence: str, /, **values: object) -> str:
        """*sentence*, each {name} in it filled with one of *values*, which are put in as they are."""
        said = self._catalogue.gettext(sentence)
        return said.format(**values) if values else said

    def count(self, sentence: Plural, number: int) -> str:
        """Return *sentence* in the form that the language has for *number*, which is filled in."""
        return self._catalogue.ngettext(*sentence, number).format(number=self.number(number))

    def note(self, note: Note) -> str:
        dates = {name: self.date(value) for name, value in note.dates.items()}
        return self.say(note.sentence, **note.words, **dates)

    def quote(self, words: str) -> str:
        """*words* between the quotation marks of the language."""
        opening, closing = _MARKS.get(self.code, ("“", "”"))
        return f"{opening}{words}{closing}"

    def number(self, number: int) -> str:
        if self.code == "en":
            return f"{number:,}"
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self.code)

    def date(self, published: str) -> str:
        """A full or partial ISO 8601 date in words; what is no such date stays as it is."""
        known = date_parts(published)
        if self.code == "en" or len(known) < 2:
            return spell_date(published)
        from babel.dates import format_date, format_skeleton

        year, month, *day = known
        try:
            of = date(year, month, *(day or [1]))
        except ValueError:  # a day or a year that there is not
            return published
        if day:
            return format_date(of, "long", locale=self.code)
        return format_skeleton("yMMMM", of, locale=self.code)


@cache
def language(code: str) -> Language:
    """
    The language of a *code* of `LANGUAGES`.

    Raises:
        KeyError: There is no such one.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    if code == "en":
        return Language(code, NullTranslations())
    # Babel is loaded for those who need it: the start does not wait for it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (CATALOGUES / f"{code}.po").open("rb") as written:
        write_mo(compiled, read_po(written, locale=code))
    compiled.seek(0)
    return Language(code, GNUTranslations(compiled))


def spoken(tag: str | None) -> Language:
    """What to speak with somebody whose app is set to the language *tag* (IETF), English where it is no other."""
    code = (tag or "").partition("-")[0].lower()
    return language(code if code in LANGUAGES else "en")
