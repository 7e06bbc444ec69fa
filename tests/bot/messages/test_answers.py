"""What a person sees of an answer, as Telegram's own parser has it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from string import printable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.handlers.questions import LONGEST
from bot.i18n.languages import LANGUAGES, language
from bot.messages import answers, markup
from bot.messages.answers import MAX_CONTEXT, Page
from bot.messages.buttons import Action, List, Open, Set, Shown, Tap, key_of, read
from retrieval.answers.records import Answer, Citation, Coverage, Excerpt, NoAnswer, Voice
from retrieval.articles import Article, Span
from retrieval.query.notes import Note
from retrieval.quotations.records import Reference
from tests.support.oracles import clean, cleaned_by_telegram, see

ENGLISH = language("en")
SEARCHED = Coverage(articles=2, passages=90, since="2022-11", until="2025")
TRICKY = "<>&\"'`/=;#😀👩‍👩‍👧e\u0301שלוםسلام中 \n\r\t\u00a0\u2028\u202e\ufeffb<b>&amp;</blockquote>"
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters(exclude_categories=["Cs"])))
names = texts.map(lambda name: name.strip()[:900])


def article(text: str, title: str = "A title") -> Article:
    return Article(
        id="a",
        title=title,
        text=text,
        publisher=None,
        author=None,
        published=None,
        dated_by=None,
        url=None,
        language="en",
        sections=(),
        skipped=(),
    )


def citation(**known: str) -> Citation:
    unknown = dict.fromkeys(["publisher", "author", "published", "dated_by", "url", "section"])
    return Citation(**{"title": "A title", "paragraph": 1, **unknown, **known})  # type: ignore[arg-type]


def excerpt(text: str, *marks: tuple[int, int], **known: str) -> Excerpt:
    """All of an article as an excerpt; *known* are fields of its citation, or the speaker."""
    speaker = known.pop("speaker", None)
    voice = Voice(speaker, "quoted") if speaker else None
    return Excerpt(
        article=article(text),
        start=0,
        end=len(text),
        highlights=tuple(Span(*mark) for mark in marks),
        score=1.0,
        citation=citation(**known),
        voice=voice,
        voices=(voice,) if voice else (),
        core_voices=(voice,) if voice else (),
    )


def shown(*excerpts: Excerpt, index: int = 0, around: Span | None = None) -> Page:
    own = Span(excerpts[index].start, excerpts[index].end)
    answer = Answer("?", 1.0, excerpts, None)
    where = Shown(index, "01234567")
    return answers.page(answer, where, ENGLISH, around or own, widened=around is not None)


def labels(page: Page) -> list[list[str]]:
    rows = page.buttons.inline_keyboard if page.buttons else ()
    return [[button.text for button in row] for row in rows]


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    """Any part of any text, with any words of it marked."""
    text = draw(texts.filter(bool))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 600)))
    return Excerpt(
        article=article(text),
        start=start,
        end=end,
        highlights=tuple(Span(*mark) for mark in list(pairwise(cuts))[::2]),
        score=1.0,
        citation=Citation(
            title=draw(names),
            publisher=draw(st.none() | names),
            author=draw(st.none() | names),
            published=draw(st.none() | st.sampled_from(["2022-11-09", "2022-11", "2022"]) | names),
            dated_by=draw(st.sampled_from([None, "text"])),
            url=draw(st.none() | names.map(lambda path: f"https://example.org/{path}")),
            section=draw(st.none() | names),
            paragraph=draw(st.integers(1, 500)),
        ),
        core_voices=tuple(
            Voice(name, "reported") for name in draw(st.lists(names.filter(bool), max_size=4))
        ),
        reference=draw(st.none() | st.just(Reference(Span(start, end), Span(0, start)))),
        also=tuple(article("x", title) for title in draw(st.lists(names, max_size=5))),
    )


@given(excerpts())
@example(excerpt("a\r\nb\rc", (0, 1)))
@example(excerpt("😀😀 é <b>", (0, 1), (3, 5)))
def test_the_quotation_is_the_excerpt_and_the_marks_are_its_highlights(given: Excerpt) -> None:
    seen = see(shown(given).text)
    [quotation] = seen.quotations()
    assert quotation == given.text
    [block] = [entity for entity in seen.entities if entity[0].endswith("BlockQuote")]
    marked = {
        unit - block[1]
        for kind, offset, length in seen.entities
        if kind == "Bold"
        for unit in range(offset, offset + length)
    }
    units = [
        number
        for number, character in enumerate(given.article.text[given.start : given.end], given.start)
        for _ in range(markup.units(character))
    ]
    wanted = {
        unit
        for unit, number in enumerate(units)
        if any(start <= number < end for start, end in given.highlights)
    }
    assert marked == wanted


def refused(no: NoAnswer, *notes: Note) -> Answer:
    return Answer("?", 0.1, (), no, notes)


def no_answer(no: NoAnswer, *notes: Note) -> str:
    return answers.no_answer(refused(no, *notes), ENGLISH).text


@given(excerpts())
def test_a_message_never_outgrows_telegram(given: Excerpt) -> None:
    searched = Coverage(articles=10**6, passages=10**7, since="2022-11-09", until="2025-12-31")
    no = NoAnswer("weak", ("word" * 250,) * 100, searched, (given,))
    for text in (shown(given).text, no_answer(no)):
        assert markup.units(see(text).text) <= 4096


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("widened", [False, True])
@pytest.mark.parametrize("said", [False, True])
def test_the_longest_message_there_can_be_fits(code: str, widened: bool, said: bool) -> None:
    long = "😀" * 900
    text = "😀" * MAX_CONTEXT
    known = {"title": long, "publisher": long, "author": long, "published": long, "section": long}
    longest = replace(
        excerpt(text, dated_by="text", **known),
        end=600,
        core_voices=(Voice(long, "reported"),) * 9 if said else (),
        reference=Reference(Span(0, 900), Span(0, 900)),
        also=(replace(article("x", long), publisher=long, published=long),) * 5,
    )
    note = Note("Only from {publisher}.", {"publisher": long})
    question = "😀" * LONGEST
    answer = Answer(question, 1.0, (longest,), None, (note,) * 5)
    where = Shown(0, "01234567", continued=True)
    spoken, around = language(code), Span(0, len(text))
    page = answers.page(answer, where, spoken, around, widened=widened)
    no = NoAnswer("weak", (long,) * 100, SEARCHED, (longest,))
    refusal = answers.no_answer(Answer(question, 0.1, (), no, answer.notes), spoken, where)
    for html in (page.text, refusal.text):
        assert markup.units(see(html).text) <= 4096


@given(excerpts())
def test_the_fake_telegram_reads_markup_as_telegram_does(given: Excerpt) -> None:
    html = shown(given).text
    text, entities = markup.parse(html)
    seen = see(html)
    assert text == seen.text
    kinds = {"Bold": "bold", "BlockQuote": "blockquote", "TextUrl": "text_link"}
    theirs = {(kinds[kind], offset, length) for kind, offset, length in seen.entities}
    assert {(e.type, e.offset, e.length) for e in entities} >= theirs


@example("\u200e\u200f\u200f")
@given(texts)
def test_the_oracle_cleans_text_as_telegram_does(text: str) -> None:
    plain = "".join(c for c in text if c.isalnum() or c not in printable or c.isspace())
    assert clean(f".{plain}.") == cleaned_by_telegram(f".{plain}.")


@pytest.mark.parametrize(
    ("index", "count", "row"),
    [
        (0, 1, []),
        (0, 2, ["1/2", "▶"]),
        (1, 2, ["◀", "2/2"]),
        (1, 3, ["◀", "2/3", "▶"]),
    ],
)
def test_only_buttons_that_lead_somewhere_are_shown(index: int, count: int, row: list[str]) -> None:
    under = ["Source", "👍", "👎"]
    found = labels(shown(*[excerpt("Some words.")] * count, index=index))
    below = ["Show in article", "Copy citation"]
    assert found == [*([row] if row else []), under, below]


def test_context_is_offered_only_where_there_is_more() -> None:
    whole = excerpt("One. Two. Three.")
    part = Excerpt(whole.article, 5, 9, (), 1.0, whole.citation)
    answer = Answer("?", 1.0, (part,), None)
    around, where = Span(0, 16), Shown(0, "v")
    under = ["Source", "👍", "👎"]
    below = ["Show in article", "Copy citation"]
    assert labels(answers.page(answer, where, ENGLISH, Span(5, 9))) == [under, below]
    assert labels(answers.page(answer, where, ENGLISH, around)) == [["Context", *under], below]
    widened = answers.page(answer, where, ENGLISH, around, widened=True)
    assert labels(widened) == [["Less context", *under], below]
    assert see(widened.text).quotations() == ["One. Two. Three."]


def test_only_a_long_quotation_is_folded() -> None:
    assert "<blockquote>" in shown(excerpt("x" * 600)).text
    assert "<blockquote expandable>" in shown(excerpt("x" * 1200)).text


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ({}, ["A title", "paragraph 1"]),
        ({"publisher": "GB News", "published": "2025"}, ["A title, GB News, 2025", "paragraph 1"]),
        (
            {"published": "2022-11", "dated_by": "text", "section": "Winter <1>"},
            ["A title, November 2022 (date inferred from the text)", "“Winter <1>”, paragraph 1"],
        ),
        (
            {"title": "Tom & Jerry", "author": "Ann Lee", "published": "2022-11-09"},
            ["Tom & Jerry, Ann Lee, 9 November 2022", "paragraph 1"],
        ),
    ],
)
def test_a_citation_says_what_is_known_and_nothing_else(
    known: dict[str, str], lines: list[str]
) -> None:
    assert see(shown(excerpt("Some words.", **known)).text).text.split("\n") == [
        "Some words.",
        *lines,
    ]


def test_a_title_links_to_its_page() -> None:
    text = shown(excerpt("Words.", url='https://example.org/?a=1&b="2"')).text
    assert (
        '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;#:~:text=Words.">A title</a>' in text
    )
    assert "<a" not in shown(excerpt("Words.", url="javascript:alert(1)")).text


def test_who_says_it_stands_before_the_quotation() -> None:
    assert see(shown(excerpt("“Hm.”", speaker="Dr Kluge")).text).text.startswith("Dr Kluge:\n“Hm.”")


def test_the_other_articles_that_tell_the_same_are_named_below() -> None:
    other = replace(article("x", "Tom & <Jerry>"), publisher="Bugle", published="1997-07-08")
    told = excerpt("Some words.")
    seen = see(shown(replace(told, also=(other,))).text).text
    assert seen.endswith("paragraph 1\nAlso in: Tom & <Jerry>, Bugle, 8 July 1997")
    many = see(shown(replace(told, also=(article("x"),) * 5)).text).text
    assert many.endswith("Also in: A title; A title; A title and 2 more")


def test_whom_the_first_words_mean_stands_in_brackets_before_the_quotation() -> None:
    text = "Mr <Wirth> spoke. He left."
    reference = Reference(Span(18, 20), Span(0, 10))
    part = Excerpt(article(text), 18, 26, (), 1.0, citation(), reference=reference)
    seen = see(shown(part).text)
    assert seen.text.startswith("[He: Mr <Wirth>]\nHe left.")
    assert seen.quotations() == ["He left."]
    # Where the quotation begins elsewhere it is not about its first words.
    assert "[He" not in shown(part, around=Span(0, 26)).text


@pytest.mark.parametrize(
    ("no", "said"),
    [
        (NoAnswer("empty", (), SEARCHED, ()), "Please ask about something in the articles"),
        (NoAnswer("too-long", (), SEARCHED, ()), "at most 1,000 characters"),
        (NoAnswer("unknown-words", ("<Cup>",), SEARCHED, ()), "Not in the articles: “<Cup>”."),
        (NoAnswer("unknown-words", ("a",) * 11, SEARCHED, ()), "“a” and 3 more."),
        (NoAnswer("filtered-out", (), SEARCHED, ()), "outside the limits that the question sets"),
        (NoAnswer("not-together", (), SEARCHED, ()), "never close together"),
        (NoAnswer("weak", (), SEARCHED, ()), "too little in common with the question"),
        (NoAnswer("weak", (), SEARCHED, ()), "Searched: 2 articles, November 2022 to 2025."),
        (NoAnswer("weak", (), Coverage(1, 9, "2025", "2025"), ()), "Searched: 1 article, 2025."),
        (NoAnswer("weak", (), Coverage(1, 9, None, None), ()), "Searched: 1 article."),
    ],
)
def test_a_no_says_why(no: NoAnswer, said: str) -> None:
    assert said in see(no_answer(no)).text


def test_how_the_question_was_understood_is_told() -> None:
    note = Note("Showing “{shown}” for “{typed}”.", {"shown": "Surovikin", "typed": "surovkin"})
    no = NoAnswer("weak", (), SEARCHED, ())
    assert str(note) == "Showing “Surovikin” for “surovkin”."
    assert str(note) in see(no_answer(no, note)).text
    answer = Answer("?", 0.9, (excerpt("It rained."),), None, (note,))
    page = answers.page(answer, Shown(0, "01234567"), ENGLISH, Span(0, 10))
    assert see(page.text).text.startswith(str(note))


def test_the_nearest_excerpt_is_named_as_no_answer() -> None:
    no = NoAnswer("weak", (), SEARCHED, (excerpt("It rained.", (3, 9)),))
    seen = see(no_answer(no))
    assert seen.quotations() == ["It rained."]
    assert "not an answer" in seen.text.split("It rained.")[0]


@pytest.mark.parametrize(
    ("text", "clipped"),
    [
        ("short", "short"),
        ("two\n words", "two words"),
        ("one two three", "one two…"),
        ("onetwothree", "onetwothr…"),
    ],
)
def test_a_long_name_is_cut_between_words(text: str, clipped: str) -> None:
    assert answers.clip(text, 10) == clipped


@st.composite
def whereabouts(draw: st.DrawFn) -> Shown:
    return Shown(
        draw(st.integers(0, 999)),
        draw(st.text("0123456789abcdef", min_size=8, max_size=8)),
        draw(st.integers(1, 99)),
        draw(st.sampled_from([*LANGUAGES])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


buttons = st.one_of(
    st.builds(Tap, st.sampled_from(Action), whereabouts()),
    st.builds(
        Open,
        texts.map(key_of),
        st.integers(0, 9999),
        st.sampled_from([*LANGUAGES]),
        st.none() | whereabouts(),
    ),
    st.builds(List, st.integers(0, 999_999), st.sampled_from([*LANGUAGES])),
    st.builds(Set, st.just("language"), st.sampled_from([*LANGUAGES])),
)


@given(buttons)
def test_a_button_carries_what_it_means_in_64_bytes(button: Tap | Open | List | Set) -> None:
    assert read(button.data) == button
    assert len(button.data.encode()) <= 64


def test_a_button_of_an_earlier_bot_is_understood() -> None:
    assert read("page:2:01234567") == Tap(Action.PAGE, Shown(2, "01234567"))


@pytest.mark.parametrize(
    "data",
    [
        *(
            None,
            "",
            "page",
            "page:1",
            "page:-1:v",
            "page:1:v:w",
            "page:x:v",
            "buy:1:v",
            "page:１:v",
        ),
        *("open:short:1:en", "open:ABCDEFGHIJKL:x:en", "list:en", "set:name:x", "set:language:"),
    ],
)
def test_data_of_no_button_of_ours_is_known_as_such(data: str | None) -> None:
    assert read(data) is None


def test_a_citation_that_a_button_can_hold_is_copied_by_a_tap_on_it_and_a_longer_one_is_sent() -> (
    None
):
    for words, carried in [("Some words.", True), ("Some more words. " * 20, False)]:
        of = excerpt(words.strip())
        page = shown(of)
        assert page.buttons
        [_, copy] = page.buttons.inline_keyboard[-1]
        assert (copy.copy_text is not None) is carried
        assert (copy.callback_data is None) is carried
        line = answers.citing(of, ENGLISH)
        assert line.startswith(f"“{words.strip()}” — ")
        assert see(answers.to_copy(of, ENGLISH).text).text == line
        if copy.copy_text:
            assert copy.copy_text.text == line
