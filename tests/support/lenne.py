"""Two articles about a bridge and a ferry across the Lenne."""

from __future__ import annotations

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

FLOOD = """Old bridge lost to the flood

The Lenne rose by four metres on Monday night and tore away the old bridge at Altena.

“We heard it go at three in the morning,” said Ada Park, who lives beside the river.

The mayor, Jonas Wirth, said: “Nobody was hurt. We will rebuild it within two years.”

Photo: Ada Park

The World Meteorological Centre (WMC) counted 180 millimetres of rain in two days.
"""
FERRY = """Ferry to carry commuters

A ferry will carry commuters across the Lenne until a new bridge stands.

It costs two euros and leaves every ten minutes, the operator Kahn said.
"""


def lenne_library() -> Library:
    """Return a library of both."""
    return Library.of(
        [
            make_article("flood", FLOOD, Metadata(publisher="Bugle", published="1997-07-08")),
            make_article("ferry", FERRY, Metadata(published="1997-09")),
        ]
    )
