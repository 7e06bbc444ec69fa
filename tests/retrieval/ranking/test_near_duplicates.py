"""Repeats are named with the report that they repeat, other reports are shown."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest

from retrieval.library import Library
from retrieval.output import json_output, plain_text
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

ROSE = "The Lenne rose by four metres on Monday night and tore away the old bridge at Altena."
REWORKED = "On Monday night the Lenne rose by four metres, tearing away the old bridge at Altena, it was said."
OTHER_FIGURE = (
    "The Lenne rose by six metres on Monday night and tore away the old bridge at Altena."
)
OWN_WORDS = (
    "Altena's old bridge has gone: a flood of four metres took it, a witness told our reporter."
)
QUESTION = "What tore away the old bridge at Altena?"


def group_articles(question: str, **texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The articles of the excerpts, each with those that tell the same; titles say nothing."""
    library = Library.of(
        make_article(name, f"{name.title()}\n\n{text}", Metadata()) for name, text in texts.items()
    )
    excerpts = library.build_excerpts(library.rank(question))
    return [(e.article.id, tuple(other.id for other in e.also)) for e in excerpts]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (ROSE, [("bugle", ("herald",))]),
        (REWORKED, [("bugle", ("herald",))]),
        (OTHER_FIGURE, [("bugle", ()), ("herald", ())]),
        (OWN_WORDS, [("bugle", ()), ("herald", ())]),
    ],
)
def test_a_repeat_by_another_publisher_is_told_and_another_report_is_shown(
    second: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert group_articles(QUESTION, bugle=ROSE, herald=second) == expected


def test_an_article_that_repeats_itself_is_no_other_source() -> None:
    assert group_articles(QUESTION, bugle=f"{ROSE} {REWORKED}") == [("bugle", ())]


@pytest.mark.parametrize("times", [2, 30])
def test_a_second_source_is_not_crowded_out_by_the_repeats_of_the_first(times: int) -> None:
    posts = "\n\n".join(
        f"{ROSE} Post {name} of our live blog has all that is known of the flood tonight. "
        + " ".join(f"{name}{word}" for word in ("alpha", "beta", "gamma") * 20)
        for name in ["".join(pair) for pair in product("abcdef", repeat=2)][:times]
    )
    shown = group_articles(QUESTION, bugle=posts, herald=OWN_WORDS + " It rained. " * 30)
    assert shown == [("bugle", ()), ("herald", ())]


def test_other_articles_that_tell_the_same_are_named_once() -> None:
    copies = dict.fromkeys(("herald", "post", "mail", "echo", "star"), f"{ROSE} {REWORKED}")
    library = Library.of(
        make_article(name, f"{name.title()}\n\n{text}", Metadata(published="1997-07-08"))
        for name, text in {"bugle": ROSE, **copies}.items()
    )
    [excerpt] = library.ask(QUESTION).excerpts
    others = [article.id for article in excerpt.also]
    assert sorted([excerpt.article.id, *others]) == sorted(["bugle", *copies])
    drawn = plain_text.format_answer(library.ask(QUESTION))
    assert re.search(r"^Also in: (\w+, 8 July 1997; ){3}and 2 more$", drawn, re.MULTILINE)
    [exported] = json.loads(json.dumps(json_output.export_answer(library.ask(QUESTION))))[
        "excerpts"
    ]
    assert [other["article"] for other in exported["also"]] == others
