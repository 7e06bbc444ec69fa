"""Hungarian."""

from __future__ import annotations

from retrieval.lang.schema import Language, words

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    stop_words=words(
        """hány hogyan hol honnan hová ki kik kinek mely melyik mennyi mi miért mik mikor milyen mit mond mondta
        mondták"""
    ),
)
