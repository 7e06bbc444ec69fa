"""Articles about a bridge, a flood and a ferry at Altena."""

from __future__ import annotations

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

_BRIDGES = {
    "bugle": (
        "Bridge closes",
        "The old bridge at Altena was closed on Monday. Engineers had found cracks in its pillars.",
        Metadata(publisher="The Bugle", published="1997-07-08"),
    ),
    "herald": (
        "Bridge reopens",
        "The old bridge at Altena was opened again on Friday. It cost 3 million euros to repair.",
        Metadata(publisher="Herald", published="1999-05"),
    ),
    "post": (
        "Ferry sinks",
        "A ferry sank near Altena. The World Meteorological Centre (WMC) had warned of storms.",
        Metadata(publisher="Morning Post", published="2001"),
    ),
}

FLOOD = """\
The old bridge at Altena fell in the night of the flood.

“We heard it go at three in the morning,” said Ada Park, who has lived beside the river for years.

“The bridge was 140 years old,” Jonas Wirth, the mayor of Altena, told reporters. “It will be rebuilt within the year.”

The district said that nobody was hurt when the bridge fell."""

FERRY = """\
A ferry takes commuters across the Lenne at Altena since Monday.

Mayor Jonas Wirth said: “The ferry costs nothing, and the bridge has to wait.”

The shop owners of Altena hope that visitors come back before the summer."""

OTHER = """\
“No ferry has ever paid for itself,” said Boris Wirth, a historian at the university, about the Lenne."""


def dated_library(*dated: tuple[str, str]) -> Library:
    """Return a library of texts, each with its date."""
    return Library.of(
        make_article(f"a{n}", text, Metadata(published=date, language="en"))
        for n, (text, date) in enumerate(dated)
    )


def bridges_library() -> Library:
    """Return a library of three articles by three publishers, of three years."""
    return Library.of(
        make_article(name, f"{title}\n\n{text}", known)
        for name, (title, text, known) in _BRIDGES.items()
    )
