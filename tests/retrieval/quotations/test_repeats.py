"""Words that an article has twice count once."""

from __future__ import annotations

from retrieval.quotations.attribution import quotations
from retrieval.quotations.repeats import without_repeats
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

TEXT = """\
The ferry will not pay, says Park

“The ferry will not pay. It never has,” said Ada Park, who called it a toy.

“The ferry will not pay,” said Jonas Wirth, too."""


def test_of_one_speakers_words_the_longest_stay() -> None:
    article = make_article("ferry", TEXT, Metadata(language="en"))
    distinct = without_repeats(article, quotations(article))
    words = [article.text[one.start : one.end].rstrip(",.") for one in distinct]
    assert words == ["The ferry will not pay. It never has", "The ferry will not pay"]
