"""The articles themselves: in parts that hold all they tell, in a list, and behind links."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.questions import LONGEST
from bot.i18n.languages import language
from bot.messages import articles, links, markup
from bot.messages.answers import Page
from bot.messages.articles import Opening
from bot.messages.buttons import List, ListName, Shown, key_of
from bot.messages.parts import MAX_PART, part_with, parts
from retrieval.articles import Article, Section, Span
from retrieval.library import Library
from tests.support.oracles import clean, see

ENGLISH = language("en")
words = st.text("ab😀é<& \n", min_size=1).filter(str.strip)


def article(*sections: tuple[str | None, list[str]], id_: str = "a") -> Article:
    """One whose paragraphs stand behind each other, a blank line between them."""
    text, made = "", []
    for heading, paragraphs in sections:
        spans = []
        for part in [heading, *paragraphs]:
            if part is not None:
                part = part.strip()
                spans.append(Span(len(text), len(text) + len(part)))
                text += f"{part}\n\n"
        made.append(Section(spans.pop(0) if heading is not None else None, tuple(spans)))
    about = dict.fromkeys(["author", "published", "dated_by", "url", "language"])
    return Article(id=id_, title=f"Title of {id_}", text=text, publisher="Bugle", sections=tuple(made), skipped=(), **about)  # type: ignore[arg-type] # fmt: skip


sections = st.lists(
    st.tuples(st.none() | words, st.lists(words, min_size=1, max_size=4)), max_size=4
)


@given(sections, st.integers(1, 900))
def test_the_parts_of_an_article_hold_all_it_tells_in_order(
    told: list[tuple[str | None, list[str]]], longer: int
) -> None:
    of = article(*[(heading, [p * longer for p in paragraphs]) for heading, paragraphs in told])
    found = parts(of)
    blocks = [block.span for part in found for block in part]
    assert blocks == sorted(blocks)
    whole = [span for s in of.sections for span in [s.heading, *s.paragraphs] if span]
    shown = "".join(of.slice(block) for block in blocks)
    assert "".join(shown.split()) == "".join("".join(map(of.slice, whole)).split())
    for number, part in enumerate(found):
        assert sum(markup.units(of.slice(block.span)) + 2 for block in part) <= MAX_PART + 302
        assert all(part_with(found, block.span.start) == number for block in part)


@given(sections)
def test_an_opened_article_fits_a_message_and_is_quoted_as_it_stands(
    told: list[tuple[str | None, list[str]]],
) -> None:
    of = article(*told)
    for part in range(len(parts(of))):
        seen = see(articles.opened(of, Opening(part=part), ENGLISH).text).text
        assert markup.units(seen) <= 4096
        for block in parts(of)[part]:
            assert clean(of.slice(block.span)).strip() in clean(seen)


@pytest.mark.parametrize("paragraph", ["😀", "😀" * 150, "😀" * 5000, "a b " * 999])
def test_the_longest_there_can_be_of_an_article_fits_a_message(paragraph: str) -> None:
    long = "😀" * 900
    known = {"title": long, "author": long, "publisher": long, "published": long, "note": long}
    of = article(*[(paragraph, [paragraph] * 40) for _ in range(4)])
    of = replace(of, dated_by="text", **known)  # type: ignore[arg-type]
    back = Shown(0, "01234567", continued=True)
    for part in range(len(parts(of))):
        opening = Opening(part=part, back=back, question="😀" * LONGEST)
        page = articles.opened(of, opening, ENGLISH)
        assert markup.units(see(page.text).text) <= 4096


def labels(page: Page) -> list[str]:
    rows = page.buttons.inline_keyboard if page.buttons else ()
    return [button.text for row in rows for button in row]


def test_a_heading_goes_with_what_it_is_the_heading_of() -> None:
    of = article(("One", ["x" * (MAX_PART - 10)]), ("Two", ["y" * 20]))
    first, second = parts(of)
    assert [of.slice(block.span)[:3] for block in first] == ["One", "xxx"]
    assert [of.slice(block.span) for block in second] == ["Two", "y" * 20]


def test_an_article_opens_where_its_words_stand_and_marks_them() -> None:
    of = article((None, ["x" * MAX_PART, "It rained on Monday."]))
    start = of.text.index("rained")
    opening = Opening(words=Span(start, start + 6), back=Shown(0, "01234567"))
    page = articles.opened(of, opening, ENGLISH)
    assert "It <b>rained</b> on Monday." in page.text
    assert labels(page) == ["◀", "2/2", "Back to the answer"]


def test_the_list_has_every_article_on_one_of_its_pages() -> None:
    library = Library.of(article((None, ["Some words."]), id_=str(n)) for n in range(20))
    pages = [articles.article_list(library.articles, number, ENGLISH) for number in range(4)]
    for page in pages:
        assert markup.units(see(page.text).text) <= 4096
        assert page.text.startswith("I answer from 20 articles:")
    titles = [title for page in pages[:3] for title in re.findall(r"<b>(.*?)</b>", page.text)]
    assert titles == [f"Title of {n}" for n in range(20)]
    assert pages[3] == pages[2]  # there may have been more articles
    assert labels(pages[1]) == [*map(str, range(9, 17)), "◀", "2/3", "▶"]


@pytest.mark.parametrize(("topic", "of"), [("", "list"), ("the ferry", "about")])
def test_the_next_page_of_a_list_is_about_the_same(topic: str, of: ListName) -> None:
    library = Library.of(article((None, ["Some words."]), id_=str(n)) for n in range(20))
    page = articles.article_list(library.articles, 0, ENGLISH, topic)
    assert page.buttons
    turn = page.buttons.inline_keyboard[-1][-1]
    assert (turn.text, turn.callback_data) == ("▶", List(1, "en", of).data)


def test_a_list_of_articles_with_the_longest_names_fits_a_message() -> None:
    long = "😀" * 900
    known = {"title": long, "author": long, "publisher": long, "published": long, "note": long}
    of = [replace(article((None, ["x"]), id_=str(n)), **known) for n in range(9)]  # type: ignore[arg-type]
    page = articles.article_list(Library.of(of).articles, 0, ENGLISH)
    assert markup.units(see(page.text).text) <= 4096
    assert labels(page)[:8] == [*"12345678"]


@given(st.text(), st.none() | st.tuples(st.integers(0, 10**8 - 1), st.integers(0, 10**8 - 1)))
def test_a_link_leads_back_to_what_it_was_made_of(id_: str, span: tuple[int, int] | None) -> None:
    of = article((None, ["Some words."]), id_=id_)
    made = links.link("cuttings_bot", of, Span(*span) if span else None)
    payload = made.removeprefix("https://t.me/cuttings_bot?start=")
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)  # as Telegram takes it
    linked = links.read(payload)
    assert linked
    assert (linked.key, linked.span) == (key_of(id_), span)


@pytest.mark.parametrize(
    "payload", ["", "inline", "a-short", "a-ABCDEFGHIJKL-1-2", "b-ABCDEFGHIJKL"]
)
def test_a_payload_of_no_link_of_ours_is_known_as_such(payload: str) -> None:
    assert links.read(payload) is None
