"""Claims that people pass on: the sentences that bear on them, and how these compare with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.answers.claim_comparison import describe
from retrieval.answers.records import Answer
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.index.passage_sentences import MAX_EXCERPT
from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

TEXTS = {
    "flood": (
        "The river Lenne rose all night at Altena. Twelve people were killed by the flood in Altena, the mayor said on "
        "Monday.\n\nThe gauge at the old bridge stood at 4.2 metres, the highest level since 1961. The town hall "
        "stayed dry."
    ),
    "bridge": (
        "The old bridge at Altena will not be rebuilt. Ada Park, the engineer, denied that its pillars had been "
        "neglected.\n\nThe new bridge costs £2.6m, of which the district pays a third. It opens in May 2023."
    ),
    "ferry": "A ferry crosses the Lenne at Werdohl. It takes six cars, and runs every two hours until dark.",
}


def library() -> Library:
    return Library.of(
        make_article(
            name, text, Metadata(title=name.title(), publisher="Bugle", published="2021-08")
        )
        for name, text in TEXTS.items()
    )


def notes(answer: Answer, rank: int = 0) -> list[str]:
    """Return what the excerpt at *rank* and the claim agree on, and where they differ, as printed."""
    assert answer.claim
    comparisons = answer.claim.comparisons[rank]
    article = answer.excerpts[rank].article
    return [str(note) for note in describe(answer.question, article, comparisons)]


BEARING = [
    (
        "Fwd: “31 people were killed by the flood in Altena” true?",
        "Twelve people were killed",
        ["Agrees on: Altena", "Differs: the claim says “31”, the article “Twelve”."],
    ),
    (
        "is it true that 12 people were killed by the flood in Altena?",
        "Twelve people were killed",
        ["Agrees on: Twelve, Altena"],
    ),
    (
        "heard the gauge at the old bridge stood at 5.4 metres, right?",
        "stood at 4.2 metres",
        ["Differs: the claim says “5.4 metres”, the article “4.2 metres”."],
    ),
    (
        "“The old bridge at Altena will be rebuilt” - is that so?",
        "will not be rebuilt",
        ["Agrees on: Altena", "Differs: the article says “not”, the claim does not."],
    ),
    (
        "saw a post that Ada Park neglected the pillars of the bridge",
        "denied that its pillars",
        ["Agrees on: Ada Park", "Differs: the article says “denied”, the claim does not."],
    ),
    (
        "Fwd: the new bridge costs 4.1 million pounds",
        "costs £2.6m",
        ["Differs: the claim says “4.1 million pounds”, the article “£2.6m”."],
    ),
    (
        "fact check: the ferry at Werdohl runs every two hours",
        "every two hours",
        ["Agrees on: Werdohl, two hours"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("message", "words", "expected"), BEARING, ids=[m for m, *_ in BEARING])
def test_what_bears_on_a_claim_is_set_beside_it(
    message: str, words: str, expected: list[str]
) -> None:
    answer = library().ask(message)
    assert answer.answered
    assert words in answer.excerpts[0].text
    assert notes(answer) == expected


ONE_BY_ONE = [
    # Each number with one that counts the same
    (
        "More than 70 firefighters with nine boats worked through the night.",
        "70 firefighters with twelve boats worked through the night",
        ["Agrees on: 70", "Differs: the claim says “twelve”, the article “nine”."],
    ),
    (
        "The council bought 14 buses and 40 lamps.",
        "The council bought 40 buses",
        ["Differs: the claim says “40”, the article “14”."],
    ),
    (
        "The strike cost the union £800,000. It cost the company £4.6m, its director said.",
        "The strike cost the union £1m",
        ["Differs: the claim says “£1m”, the article “£800,000”."],
    ),
    (
        "Turnout in Altena was 61 percent. Four years ago it was 54 percent, the clerk said.",
        "Turnout in Altena was 61 percent",
        ["Agrees on: Altena, 61 percent"],
    ),
    (
        "We gave the depth of the water in Altena as 1.4 metres. It was 1.1 metres.",
        "The depth of the water in Altena was 1.4 metres",
        ["Agrees on: Altena, 1.4 metres", "Differs: the claim says “1.4 metres”, the article “1.1 metres”."],
    ),
    # The day of a date at the end of a sentence
    (
        "The council of Altena votes through Sept. 5.",
        "The council of Altena votes through Sept. 15",
        ["Agrees on: Altena", "Differs: the claim says “Sept. 15”, the article “Sept. 5”."],
    ),
    # Rounded only where one of them says so, or in another unit
    (
        "The flood drove 412 families out.",
        "The flood drove about 400 families out",
        ["Rounded: the claim says “400”, the article “412”."],
    ),
    (
        "The flood drove 412 families out.",
        "The flood drove 400 families out",
        ["Differs: the claim says “400”, the article “412”."],
    ),
    (
        "The flood drove nearly 400 families out.",
        "The flood drove 412 families out",
        ["Rounded: the claim says “412”, the article “400”."],
    ),
    (
        "The tunnel is 10 miles long.",
        "The tunnel is 16 km long",
        ["Rounded: the claim says “16 km”, the article “10 miles”."],
    ),
    # No number is compared twice
    (
        "The council lent £20m to the mill on Monday.",
        "The council lent £20m and £30m to the mill",
        ["Agrees on: £20m"],
    ),
    # A place only where the sentence tells of the same event
    (
        "A footbridge was swept away in Altena on the coldest night.",
        "A footbridge was swept away in Werdohl",
        ["Differs: the claim says “Werdohl”, the article “Altena”."],
    ),
    # A denial only where it denies what is claimed
    (
        "A footbridge was swept away, but no homes were flooded.",
        "A footbridge was swept away",
        [],
    ),
    (
        "The council agreed, without a vote, to mend the footbridge.",
        "The council agreed to mend the footbridge",
        [],
    ),
    (
        "The bank of Altena would not rule out job cuts.",
        "The bank of Altena would not rule out job cuts",
        ["Agrees on: Altena"],
    ),
    (
        "The state of Tawasa declined to join the suit.",
        "The state of Tawasa declined to join the suit",
        ["Agrees on: Tawasa"],
    ),
    (
        "The state of Tawasa declined to join the suit.",
        "The state of Tawasa joined the suit",
        ["Agrees on: Tawasa", "Differs: the article says “declined”, the claim does not."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("told", "claim", "expected"), ONE_BY_ONE)
def test_a_claim_and_a_sentence_differ_in_exactly_what_they_say_otherwise(
    told: str, claim: str, expected: list[str]
) -> None:
    articles = (
        make_article(name, text, Metadata(title=name.title(), language="en"))
        for name, text in {"news": told, **TEXTS}.items()
    )
    answer = Library.of(articles).check(claim)
    assert answer.answered
    assert answer.excerpts[0].text == told
    assert notes(answer) == expected


def test_another_time_is_no_difference_where_the_excerpt_has_the_time_of_the_claim() -> None:
    told = (
        "Brenn, which runs the port, will cut 240 of its jobs by the end of June, its director told workers on Tuesday."
        "\n\nBrenn had cut 90 jobs at the port in January."
    )
    article = make_article("a", told, Metadata(title="Brenn"))
    answer = Library.of([article]).ask("check: Brenn will cut 300 jobs by June")
    assert "January" in answer.excerpts[0].text
    assert "Agrees on: June" in notes(answer)
    assert "January" not in " ".join(notes(answer))


def test_a_contraction_is_told_whole() -> None:
    told = "The old bridge at Altena wasn't rebuilt after the flood. The town hall stayed dry."
    answer = Library.of([make_article("a", told, Metadata(title="Bridge"))]).check(
        "The old bridge at Altena was rebuilt after the flood"
    )
    assert "Differs: the article says “wasn't”, the claim does not." in notes(answer)


def test_a_contradiction_does_not_agree_that_nothing_was_so() -> None:
    told = "In fact one man died in the flood at Altena. The town hall stayed dry."
    answer = Library.of([make_article("a", told, Metadata(title="Flood"))]).check(
        "Nobody died in the flood at Altena"
    )
    assert answer.answered
    assert "In fact" not in " ".join(notes(answer))


IN_OTHER_LANGUAGES = [
    (
        "de",
        "Bei der Flut in Altena kamen zwölf Menschen ums Leben. Die alte Brücke wurde nicht zerstört.\n\nDer Pegel stand "
        "bei 4,2 Metern.",
        "Stimmt es, dass bei der Flut in Altena 31 Menschen ums Leben kamen?",
        "Differs: the claim says “31”, the article “zwölf”.",
    ),
    (
        "de",
        "Der Pegel in Altena stand bei 4,2 Metern. Die alte Brücke in Altena wurde nicht zerstört.",
        "Weitergeleitet: „Die alte Brücke in Altena wurde zerstört“ – stimmt das?",
        "Differs: the article says “nicht”, the claim does not.",
    ),
    (
        "es",
        "El puente de Altena no cayó durante la inundación. La reparación costará 2,5 millones de euros.",
        "¿Es verdad que el puente de Altena cayó durante la inundación?",
        "Differs: the article says “no”, the claim does not.",
    ),
    (
        "ru",
        "При наводнении в Альтене погибли 12 человек. Мост в Альтене закрыли на два года.",
        "Правда ли, что при наводнении в Альтене погибли 40 человек?",
        "Differs: the claim says “40”, the article “12”.",
    ),
    (
        "uk",
        "Під час повені в Альтені загинули 12 людей. Міст в Альтені закрили.",
        "Переслано: «Під час повені в Альтені загинули 40 людей» Це правда?",
        "Differs: the claim says “40”, the article “12”.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "message", "difference"), IN_OTHER_LANGUAGES)
def test_claims_in_other_languages_are_checked_by_their_own_words(
    language: str, text: str, message: str, difference: str
) -> None:
    article = make_article("a", text, Metadata(title="Altena", language=language))
    answer = Library.of([article]).ask(message)
    assert answer.answered
    assert difference in notes(answer)


def test_days_of_the_week_are_times() -> None:
    answer = Library.of(
        [make_article("a", "The ferry at Werdohl sank on Tuesday night.", Metadata(title="Ferry"))]
    ).ask("heard the ferry at Werdohl sank on Friday, right?")
    assert "Differs: the claim says “Friday”, the article “Tuesday”." in notes(answer)


NOTHING = [
    "Fwd: “31 people were arrested at the airport of Hagen” true?",
    "is it true that the mayor of Altena has resigned?",
    "heard the ferry sank with everybody on board, right?",
    "“Ada Park was paid a bonus by the railway” - legit?",
]


@pytest.mark.parametrize("message", NOTHING)
def test_where_nothing_bears_on_a_claim_it_is_a_no(message: str) -> None:
    answer = library().ask(message)
    assert not answer.answered
    assert answer.no_answer
    assert answer.claim
    assert [failed.requirement for failed in answer.no_answer.failed] == ["topic"]


@pytest.mark.parametrize(("dates", "apart"), [(("2021", "2022"), True), (("2021", "2021"), False)])
def test_articles_that_tell_different_numbers_are_sides(
    dates: tuple[str, str], *, apart: bool
) -> None:
    texts = (
        "The new bridge at Altena will cost £2.6m.",
        "Work is over. In the end the new bridge at Altena has cost £3.1m, the mayor said.",
    )
    answer = Library.of(
        make_article(f"a{n}", text, Metadata(title="Bridge", published=date))
        for n, (text, date) in enumerate(zip(texts, dates, strict=True))
    ).ask("Fwd: the new bridge at Altena cost £9m")
    told = [side.excerpt.article.slice(side.said) for side in answer.sides]
    assert sorted(told) == ["£2.6m", "£3.1m"]
    assert answer.at_different_dates is apart


def test_every_excerpt_is_words_of_its_article() -> None:
    answer = library().ask("Fwd: the flood in Altena killed 31 people at the old bridge")
    assert answer.claim
    assert len(answer.claim.comparisons) == len(answer.excerpts) > 0
    for excerpt in answer.excerpts:
        assert excerpt.text == excerpt.article.text[excerpt.start : excerpt.end]


def test_of_an_overlong_sentence_that_bears_on_a_claim_a_part_is_shown() -> None:
    text = (
        "The flood in Altena killed twelve people at the old bridge, "
        + "and rose, " * 80
        + "and fell."
    )
    answer = Library.of([make_article("a", text, Metadata())]).ask(
        "Fwd: the flood in Altena killed 31 people at the old bridge"
    )
    assert 0 < len(answer.excerpts[0].text) <= MAX_EXCERPT < len(text)


def test_an_index_on_disk_gives_the_same_answer(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{name.title()}\n\n{text}", encoding="utf-8")
    texts = []
    for engine in ("rank-bm25", "tantivy"):
        options = CollectionOptions(folder, tmp_path / engine, engine)
        answer = open_collection(options).library.ask(BEARING[0][0])
        texts.append([excerpt.text for excerpt in answer.excerpts])
    assert texts[0] == texts[1] != []
