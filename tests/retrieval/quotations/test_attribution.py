"""Who said what: the words, the form, the speaker. Invented sentences, and the seeds read by hand."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.articles import Article
from retrieval.lang.registry import speech
from retrieval.library import Library
from retrieval.quotations.attribution import quotations
from retrieval.quotations.records import Quotation, speaker
from retrieval.quotations.roster import speaker_key
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.paths import DATA

LABELS = DATA / "seed_quotations.jsonl"


def told(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    """Form, words and speaker of each quotation of *text*."""
    article = make_article("a", text, Metadata(title="Title", language=language))
    return [
        (one.form, article.text[one.start : one.end], speaker(article, one))
        for one in quotations(article)
    ]


def quoted(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(words, who) for form, words, who in told(text, language) if form == "quoted"]


def reported(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(words, who) for form, words, who in told(text, language) if form == "reported"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said: “It held.”", "It held.", "Ada Park"),
        ('Ada Park said: "It held."', "It held.", "Ada Park"),
        ("Ada Park said: ‘It held.’", "It held.", "Ada Park"),
        ("“It held,” said Ada Park.", "It held,", "Ada Park"),
        ("“It held,” Ada Park said.", "It held,", "Ada Park"),
        ("“It held,” the engineer Ada Park told The Bugle.", "It held,", "Ada Park"),
        ("“It held,” said Ada Park, an engineer from Altena.", "It held,", "Ada Park"),
        ("“It held,” said the town’s engineer, Dr Ada Park.", "It held,", "Dr Ada Park"),
        ("“It held,” Ada Park, chief of the works, said.", "It held,", "Ada Park"),
        ("Ada Park, head of Lenne Works, the builder, has said it is “solid”.", "solid", "Ada Park"),
        ("In Altena, the head of the works, Ada Park, said: “It held.”", "It held.", "Ada Park"),
        ("Ada Park, who built it, described the bridge as “solid”.", "solid", "Ada Park"),
        ("Ada Park left, calling the bridge “a heap of rust”.", "a heap of rust", "Ada Park"),
        ("Ada Park: “It held.”", "It held.", "Ada Park"),
        ("Ada Park: “It held.", "It held.", "Ada Park"),
        # Mixed, nested and misplaced marks.
        ("Ada Park said: “It held.\"", "It held.", "Ada Park"),
        ("Ada Park said: “They call it ‘the rust’ now.”", "They call it ‘the rust’ now.", "Ada Park"),
        ("Ada Park said: “The town’s ‘rust’ held.”", "The town’s ‘rust’ held.", "Ada Park"),
        ("”It held for a year,” Ada Park said.", "It held for a year,", "Ada Park"),
        ("Ada Park said: ” It held for a year.”", "It held for a year.", "Ada Park"),
        ("Ada Park said: „It held, ‚they say‘.“", "It held, ‚they say‘.", "Ada Park"),
        ("Ada Park said: «It held.»", "It held.", "Ada Park"),
        ("Ada Park said the bridge’s 6' pillars held “for long”.", "for long", "Ada Park"),
        ("“It held,” Ada Park Jr. said.", "It held,", "Ada Park Jr"),
        # As texts have them that are split into words, and as TeX has them.
        ("Ada Park said : `` It held . ''", "It held .", "Ada Park"),
        ("`` It held , '' Ada Park said .", "It held ,", "Ada Park"),
        ("``It held,'' said Ada Park.", "It held,", "Ada Park"),
        ("``They call it `the rust' now,'' said Ada Park.", "They call it `the rust' now,", "Ada Park"),
        ("Ada Park of the WHO said: “It held.”", "It held.", "Ada Park"),
        ("“It held,” said WHO Director Ada Park.", "It held,", "Ada Park"),
        # What is told behind them is of other words.
        ("They sing “it held for years.” Ada Park claimed that it fell.", "it held for years.", None),
        ("Jonas Wirth comments: “It held.” Ada Park urges Kim to leave.", "It held.", "Jonas Wirth"),
        ("The Bugle shows that Jonas Wirth urged the mayor to leave, calling it “a heap”.", "a heap", "Jonas Wirth"),
        ("U.S. Judge Ada Park closed it, calling it “a heap”.", "a heap", "Ada Park"),
        ("Ada Park of Lenne University of Works has described it as “solid”.", "solid", "Ada Park"),
        # Bodies speak as well.
        ("The bridge is “unsafe”, the Lenne Bridge Authority said.", "unsafe", "Lenne Bridge Authority"),
        ("The Ministry of Works said it is “unsafe”.", "unsafe", "Ministry of Works"),
        ("Lenneland’s government said it is “unsafe”.", "unsafe", "Lenneland’s government"),
        # Without anybody to say it.
        ("The bridge is “not what it was” today.", "not what it was", None),
        ("Somebody said: “It held.”", "It held.", None),
        ("“It held,” a witness said.", "It held,", None),
    ],
)  # fmt: skip
def test_words_between_marks_have_their_speaker(text: str, words: str, who: str | None) -> None:
    assert quoted(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park, known as “the Rivet”, left.",
        "It was dubbed “the Rust” by the press.",
        "The so-called “bridge” fell.",
        "The drivers’ union met the owners’ club.",
        "The 6' 2\" door was shut.",
        "Ada Park, who calls her “Kim”, left.",
        "The paradox of “The rust” described Ada Park’s work.",
        "Her aunt “G.G.” urges Ada Park to leave.",
        "Type ``make'' twice.",
        'Type ```make``` or "all", then `x`.',
        "It rained.",
    ],
)
def test_a_name_or_a_measure_is_no_quotation(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said that the bridge held.", "the bridge held", "Ada Park"),
        ("Ada Park said on Monday that the bridge held.", "the bridge held", "Ada Park"),
        ("Ada Park said the bridge was safe.", "the bridge was safe", "Ada Park"),
        ("Ada Park told The Bugle that it held.", "it held", "Ada Park"),
        ("The bridge is safe, Ada Park has said.", "The bridge is safe", "Ada Park"),
        ("The bridge is safe, said the Lenne Authority.", "The bridge is safe", "Lenne Authority"),
        ("According to Ada Park, the bridge held.", "the bridge held", "Ada Park"),
        ("According to Ada Park, an engineer, the bridge held.", "the bridge held", "Ada Park"),
        ("The bridge has held, according to the Institute for Iron and Rust Studies.",
         "The bridge has held", "Institute for Iron and Rust Studies"),
        ("Ada Park said, on Monday, in Altena, that it held.", "it held", "Ada Park"),
        ("Although Altena declared itself free, Ada Park argued that it held.", "it held", "Ada Park"),
        ("Ada Park is angry, but said the bridge was safe.", "the bridge was safe", "Ada Park"),
        ("Ada Park said that the bridge held; the town was dark.", "the bridge held", "Ada Park"),
        ("The bridge is safe, Ada Park has said this morning.", "The bridge is safe", "Ada Park"),
        ("Ada Park said that the bridge held; that the town was dark.",
         "the bridge held; that the town was dark", "Ada Park"),
        ("The Lenne Fund forecasts that the bridge will hold.", "the bridge will hold", "Lenne Fund"),
        ("The Lenne Fund estimated that it held for years.", "it held for years", "Lenne Fund"),
        # In capitals amid small letters it is no pronoun, explained or not.
        ("WHO said that the winter was mild.", "the winter was mild", "WHO"),
        ("The WHO said that the winter was mild.", "the winter was mild", "WHO"),
        ("The winter was mild, said the WHO.", "The winter was mild", "WHO"),
        ("According to the WHO, the winter was mild.", "the winter was mild", "WHO"),
        ("According to reports, the bridge held.", "the bridge held", None),
        ("Officials said the bridge was safe.", "the bridge was safe", None),
    ],
)  # fmt: skip
def test_reported_speech_is_the_clause(text: str, words: str, who: str | None) -> None:
    [(found, name)] = reported(text)
    assert (found.rstrip("."), name) == (words, who)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park is said to be ill.",
        "Ada Park did not say that it rained.",
        "The claims that it rained are many.",
        "Ada Park went to say hello.",
        "Ada Park’s claims that it rained are many.",
        "Ada Park went to find and warn those who would be there.",
        "Some historians endorse the theory, initially proposed by the Lenne Party, that rain was planned and ordered.",
        "The bridge was of iron, and in the letter, Ada Park announced the name.",
    ],
)
def test_who_does_not_say_it_is_not_told_to(text: str) -> None:
    assert all(who is None for _, _, who in told(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Park left. She said: “It held.”", "Ada Park"),
        ("Mr Wirth said it was old. He added: “It held.”", "Mr Wirth"),
        ("Jonas Wirth said it was old.\n\nMr Wirth said: “It held.”", "Jonas Wirth"),
        ("It has no use, spokesman Jonas Wirth said.\n\nPark “is right”, he told The Bugle.", "Jonas Wirth"),
        ("According to Ada Park, an engineer, it held.\n\nTaking to Twitter, she said: “It held.”", "Ada Park"),
        ("Jonas Wirth said it was old. The mayor added: “It held.”", "Jonas Wirth"),
        ("Mayor Jonas Wirth came. It rained. The mayor said: “It held.”", "Jonas Wirth"),
        ("The Lenne mayor, Jonas Wirth, met Altena mayor Ada Park. The Altena mayor said: “It held.”", "Ada Park"),
        ("The Lenneland government has spoken.\n\nThe Lenneland government said: “It held.”", "Lenneland government"),
        # Somebody else may be meant.
        ("Mrs Park left. He said: “It held.”", None),
        ("Sister Park left. He said: “It held.”", None),
        ("At talks with Ada Park, she said: “It held.”", None),
        ("A friend urges Ada Park to come where, she claims, it is “safe”.", None),
        ("Without Ada Park nothing held. She said: “It held.”", None),
        ("According to Ada Park it held. The mayor of Altena came. “It held for years.”", None),
        ("It rained. He said: “It held.”", None),
        ("Jonas Wirth met Ada Park. They said: “It held.”", None),
        ("Jonas Wirth is mayor of Lenne. Ada Park is mayor of Altena. The mayor said: “It held.”", None),
    ],
)  # fmt: skip
def test_a_pronoun_or_a_role_is_whoever_fits_or_nobody(text: str, who: str | None) -> None:
    assert quoted(text)[-1][1] == who


@pytest.mark.parametrize(
    "text",
    [
        "The Bridge Act states that the bridge is old.",
        "According to Lennish custom, the bridge was never to be painted.",
        "Increasingly, states have to build bridges.",
        "Things that the song Ada Park said, are old.",
        "Altena, Lenne, and Park said that it held.",
        "Colonial Rust argued that all is colonial.",
        "Europeans claimed that it held.",
        "Opponents claimed that it held.",
        "The serial, Iron Child, shows that the doctor is old. Later the doctor said that it held.",
        "Although Lenne Park declared itself free, critics argue that it was not.",
        "Jonas Wirth met Ada Park at the bridge. He said that it held.",
        "The mayor left. Later the rain of Lenne stopped. He said that it held.",
        "Ada Park left. The driver stayed. She said that it held.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert all(who is None for _, _, who in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park announced the Lenne Rivet (“the rust”), a club.",
        "In “The Iron Lady” (1901), Ada Park said that it held.",
        "Ada Park warned “Old Rust” again.",
        "Ada Park wrote the novel “It rains in Lenne”.",
    ],
)
def test_a_title_or_a_gloss_is_not_said(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Teenage Jonas left. Jonas said that it held.", "Jonas"),
        ("“Hello Jonas” is a song. Later Jonas said that it held.", "Jonas"),
        ("The engineer Ada Park came. Park said that it held.", "Ada Park"),
        ("It was old; according to Ada Park, it held well.", "Ada Park"),
        ("He tells Ada Jonas often slept. Jonas said that it held.", "Jonas"),
    ],
)
def test_a_longer_name_is_somebody_s(text: str, who: str) -> None:
    assert reported(text)[-1][1] == who


def test_paragraphs_that_begin_with_a_mark_go_on() -> None:
    text = (
        "Ada Park said: “It held.\n\n“It was old, but it held.\n\n“And it holds.”\n\n"
        "“We are glad of it,” said Jonas Wirth."
    )
    assert quoted(text) == [
        ("It held.\n\n“It was old, but it held.\n\n“And it holds.", "Ada Park"),
        ("We are glad of it,", "Jonas Wirth"),
    ]


def test_a_paragraph_of_words_alone_is_of_who_spoke_before() -> None:
    assert quoted("“It held,” said Ada Park.\n\n“It is a very old bridge.”") == [
        ("It held,", "Ada Park"),
        ("It is a very old bridge.", "Ada Park"),
    ]


def test_what_somebody_says_is_not_what_stands_before() -> None:
    found = quoted("They sing “it held for years.” Ada Park told Kim, “No.”")
    assert found == [("it held for years.", None), ("No.", "Ada Park")]


def test_an_answer_is_not_of_who_asked() -> None:
    assert (
        quoted("Ada Park asked: “Does it hold?”\n\n“It holds as it has always done.”")[1][1] is None
    )


def test_an_acronym_is_shown_in_its_words() -> None:
    text = "The World Bridge Organisation (WBO) met. The WBO said: “It held.”"
    assert quoted(text) == [("It held.", "World Bridge Organisation")]


def test_a_heading_takes_its_speaker_from_beneath() -> None:
    text = (
        "The bridge opened in 1901 and has carried trains since.\n\n"
        "  • Bridge ‘held’ all night\n\n"
        "    Ada Park said: “It held all night, and it was a long one for all of us in the town.”\n\n"
        "  • The ‘Iron Lady’ of Lenne\n\n"
        "    It rained all day on the bridge, on the town, and on the river that runs under it.\n"
    )
    assert quoted(text)[0] == ("held", "Ada Park")
    assert len(quoted(text)) == 2


def test_a_cue_is_where_it_stands() -> None:
    article = make_article(
        "a", "“It held,” Ada Park has said.", Metadata(title="Title", language="en")
    )
    [one] = quotations(article)
    assert one.cue
    assert article.slice(one.cue) == "has said"


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Mr Wirth", "wirth"),
        ("Jonas Wirth", "wirth"),
        ("WIRTH’s", "wirth"),
        ("Jonas Wirth Jr", "wirth"),
        ("Prime Minister Ada Park", "park"),
        ("the Lenne Authority", "lenne authority"),
        ("Ministry of Works", "ministry of works"),
        ("WHO", "who"),
        ("…", "…"),
    ],
)
def test_spellings_of_one_speaker_have_one_key(name: str, same: str) -> None:
    assert speaker_key(name) == same


def _check(article: Article, found: tuple[Quotation, ...]) -> None:
    for form in ("quoted", "reported"):
        end = 0
        for one in (one for one in found if one.form == form):
            assert end <= one.start < one.end <= len(article.text)
            end = one.end
    assert list(found) == sorted(found, key=lambda one: one.start)
    for one in found:
        for span in (one.name, one.cue):
            assert span is None or 0 <= span.start < span.end <= len(article.text)
        speaker_key(speaker(article, one) or "")


PIECES = st.sampled_from(
    [
        *"“”\"‘’'«»„‚.,:;?!–—()\n \xa0",
        *[
            "Ada",
            "Park",
            "said",
            "that",
            "he",
            "she",
            "the",
            "mayor",
            "of",
            "Mr",
            "WHO",
            "has",
            "told",
            "saying",
            "and",
            "who",
            "was",
        ],
        *("\n\n", "according to", " – ", "government", "1,000"),
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=60))
@settings(max_examples=150, deadline=None)
def test_offsets_are_right_in_whatever_text(pieces: list[tuple[str, str]]) -> None:
    article = make_article(
        "a", "".join(piece + gap for piece, gap in pieces), Metadata(title="Title", language="en")
    )
    _check(article, quotations(article))


MARKS_OF_ALL = ["«", "»", "„", "“", "”", "'", '"', "``", "’", ",", ".", "?", ":", "–", ";", "\n\n"]
OF_ALL = ["Ada", "Park", "WHO", "l’", "“a b”", "“a b”", "and", "the", "so", "book", "1901"]


@given(
    st.sampled_from(["cs", "de", "el", "es", "fi", "fr", "it", "nl", "pl", "ru", "sv"]), st.data()
)
@settings(max_examples=150, deadline=None)
def test_offsets_are_right_in_whatever_language(language: str, data: st.DataObject) -> None:
    table = speech(language)
    words = sorted(
        table.cues | table.conjunctions | table.ands | table.be | table.he | table.fronted
    )
    piece = st.sampled_from([*words, *MARKS_OF_ALL * 3, *OF_ALL * 5])
    pieces = data.draw(st.lists(st.tuples(piece, st.sampled_from(["", " ", " "])), max_size=60))
    text = "".join(piece + gap for piece, gap in pieces)
    article = make_article("a", text, Metadata(title="Title", language=language))
    _check(article, quotations(article))


@given(st.text(max_size=200))
@settings(deadline=None)
def test_no_text_is_too_odd(text: str) -> None:
    article = make_article("a", text, Metadata(title="Title", language=None))
    _check(article, quotations(article))


@pytest.mark.parametrize(
    "text",
    [
        "“a " * 3_000,
        "‘a “b " * 2_000,
        '"' * 6_000,
        "“Ab c\n\n" * 2_000,
        "he said that " * 2_000,
        "said Ada " * 2_000,
        "Ada " * 2_000 + "said",
        "a, " * 2_000 + "said " * 50,
        "Ada Park said no. " * 1_000,
        "x said “a b c d e” and " * 1_000,
        "It is 'iron'\".\"Ada Park was not here when it was proposed. " * 500,
    ],
)
def test_a_text_of_nothing_but_marks_and_cues_is_read_to_its_end(text: str) -> None:
    article = make_article("a", text, Metadata(title="Title", language="en"))
    _check(article, quotations(article))


def test_the_quotations_of_the_seeds_are_found_with_their_speakers(seeds: Library) -> None:
    """A label is found where a quotation of its form has half of its words or more."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    articles = {article.id.partition("_")[0]: article for article in seeds.articles.values()}
    found = {article.id: quotations(article) for article in articles.values()}
    matched: set[tuple[str, Quotation]] = set()
    named = given_one = right = detected = 0
    for label in labels:
        article = articles[label["article"]]
        start, end = label["start"], label["start"] + len(label["text"])
        assert article.text[start:end] == label["text"]
        named += label["speaker"] is not None
        for one in found[article.id]:
            shared = min(end, one.end) - max(start, one.start)
            if one.form == label["form"] and 2 * shared >= end - start:
                matched.add((article.id, one))
                detected += 1
                who = speaker(article, one)
                given_one += who is not None
                right += who is not None and who == label["speaker"]
                break
    assert len(labels) >= 60
    assert detected / len(labels) >= 0.95
    assert len(matched) / sum(map(len, found.values())) >= 0.95
    assert right / given_one >= 0.95
    assert right / named >= 0.90
