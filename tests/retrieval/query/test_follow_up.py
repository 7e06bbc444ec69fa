"""Questions that go on from another: which they are, and what they are read as."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.follow_up import combine, continues, stands_alone

WINTER = "what did the WHO say about winter?"
READ = [
    (WINTER, "and the energy grid?", "what did the WHO say about the energy grid?"),
    (WINTER, "And the EU?", "what did the EU say about winter?"),
    (WINTER, "what about Kyiv?", "what did the WHO say about Kyiv?"),
    (WINTER, "and about Kyiv?", "what did the WHO say about Kyiv?"),
    ("what did Zelensky say?", "and Emmanuel Macron?", "what did Emmanuel Macron say?"),
    ("How many men has Russia lost?", "and Ukraine?", "How many men has Ukraine lost?"),
    ("Who called for a meeting?", "why did he call for it?", "Who called for a meeting? why did he call for it?"),
    ("Who is Surovikin?", "why?", "Who is Surovikin? why?"),
    (WINTER, "and what did he say then?", "what did the WHO say about winter? what did he say then?"),
    ("Did the SPD win the vote?", "what about the Greens?", "Did the Greens win the vote?"),
    ("What did Ada Park say about tolls in Norda?", "and Bo Lind?", "What did Bo Lind say about tolls in Norda?"),
    # A place
    ("How many people died in Norda?", "and in Suda?", "How many people died in Suda?"),
    ("How many people died in Norda?", "and Suda?", "How many people died in Suda?"),
    ("How many people died?", "and in Suda?", "How many people died in Suda?"),
    ("How many died in the school?", "and in the hospital?", "How many died in the hospital?"),
    ("Who is the mayor of Norda?", "and in Suda?", "Who is the mayor in Suda?"),
    ("What did Park discuss with Lind?", "and with Moss?", "What did Park discuss with Moss?"),
    # A time
    ("How many people died in 2022?", "and in 2023?", "How many people died in 2023?"),
    ("How many people died in 2022?", "and 2023?", "How many people died in 2023?"),
    ("How many people died in May 2022?", "and in June?", "How many people died in June 2022?"),
    ("How many people died in 2022?", "and yesterday?", "How many people died yesterday?"),
    ("Who spoke on Monday?", "and on Tuesday?", "Who spoke on Tuesday?"),
    ("Was hieß es in 2022?", "and in 2023?", "Was hieß es in 2023?"),
    ("What did Weiß say on Monday?", "and on Tuesday?", "What did Weiß say on Tuesday?"),
    # What is counted, and other things
    ("How many men were drafted?", "and women?", "How many women were drafted?"),
    ("How much did the Altena bridge cost?", "and the tunnel?", "How much did the tunnel cost?"),
    ("How many people were killed?", "and injured?", "How many people were killed? injured?"),
    ("When will Norda reopen?", "and the mill?", "When will the mill reopen?"),
    ("What does the council say?", "what about 2022?", "What does the council say in 2022?"),
    ("What does the council say 2022?", "and in June?", "What does the council say in June?"),
    ("What did Park say?", "what about water?", "What did Park say about water?"),
    # Somebody
    ("What did Park say about tolls?", "when did she leave Norda?", "when did Park leave Norda?"),
    ("Did Park meet Lind?", "when did she leave?", "Did Park meet Lind? when did she leave?"),
    ("Who leads the town of Norda?", "when did she leave?", "Who leads the town of Norda? when did she leave?"),
    ("When was the bridge closed?", "when was that?", "When was the bridge closed? when was that?"),
    ("How many Nordans died?", "and the Sudans?", "How many Sudans died?"),
    ("who is lind", "and Park?", "who is Park?"),
    ("What happened at the school?", "who died there?", "What happened at the school? who died there?"),
    ("What happened at the school? who died there?", "and in Norda?", "What happened in Norda? who died there?"),
    ("What did von der Mark say?", "and Lind?", "What did Lind say?"),
    # Other languages
    ("Was geschah in Norda?", "wer starb dort?", "Was geschah in Norda? wer starb dort?"),
    ("¿Qué pasó en Norda?", "¿quién murió allí?", "¿Qué pasó en Norda? ¿quién murió allí?"),
    ("Что случилось в школе?", "кто там погиб?", "Что случилось в школе? кто там погиб?"),
    ("Що сталося в школі?", "хто там загинув?", "Що сталося в школі? хто там загинув?"),
    ("Wie viele Soldaten hat Norda verloren?", "und die Suda?", "Wie viele Soldaten hat die Suda verloren?"),
    ("Wie viele Menschen starben in Norda?", "und in Suda?", "Wie viele Menschen starben in Suda?"),
    ("Wie viele Menschen starben im Mai 2022?", "und im Juni?", "Wie viele Menschen starben im Juni 2022?"),
    ("Was sagte Lind im Mai 2022?", "und 2023?", "Was sagte Lind im Jahr 2023?"),
    ("Wie viele Menschen starben?", "und 2023?", "Wie viele Menschen starben im Jahr 2023?"),
    ("Wie hoch sind die Kosten der Brücke?", "und der Schule?", "Wie hoch sind die Kosten der Schule?"),
    ("¿Cuántas personas murieron en Norda?", "¿y en Suda?", "¿Cuántas personas murieron en Suda?"),
    ("¿Qué dijo Sanz en mayo de 2022?", "¿y en junio?", "¿Qué dijo Sanz en junio de 2022?"),
    (
        "¿Qué dijo Sanz en mayo de 2022 sobre Norda?",
        "¿y en Suda?",
        "¿Qué dijo Sanz en mayo de 2022 sobre Norda en Suda?",
    ),
    ("¿Qué dijo Sanz sobre los peajes?", "¿y Feo?", "¿Qué dijo Feo sobre los peajes?"),
    ("Сколько людей погибло в Мариуполе?", "а в Херсоне?", "Сколько людей погибло в Херсоне?"),
    ("Сколько людей погибло в 2022 году?", "а в 2023?", "Сколько людей погибло в 2023 году?"),
    ("Кто погиб в мае 2022 года?", "а в июне?", "Кто погиб в июне 2022 года?"),
    ("Кто погиб в мае 2022 года?", "а в 2023 году?", "Кто погиб в 2023 году?"),
    ("Хто загинув у травні 2022 року?", "а у 2023?", "Хто загинув у 2023?"),
    ("Скільки людей загинуло в Маріуполі?", "а в Херсоні?", "Скільки людей загинуло в Херсоні?"),
    ("Що сказав Шольц про податки?", "а Мерц?", "Що сказав Мерц про податки?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "question", "read"), READ, ids=[read for *_, read in READ])
def test_what_it_leaves_out_comes_from_the_question_before(
    before: str, question: str, read: str
) -> None:
    assert continues(question)
    assert not stands_alone(question)
    assert combine(before, question) == read


@pytest.mark.parametrize(
    "question",
    [
        WINTER,
        "How many casualties has Russia suffered?",
        "Did Zelensky say that he would leave?",
        "What did the spokeswoman of the company say? What did she say?",
        "What did the people who lost their homes in the bombing of the city do after it?",
    ],
)
def test_a_question_that_tells_all_goes_on_from_nothing(question: str) -> None:
    assert not continues(question)
    assert stands_alone(question)


@pytest.mark.parametrize(
    "question",
    [
        "the energy grid",
        "winter?",
        "how many wells are there?",
        "will there be peace?",
        "how cold will it get?",
        "how long did it take?",
    ],
)
def test_a_short_one_could_be_either(question: str) -> None:
    """Sent by itself it is asked by itself; as a reply it goes on from what it replies to."""
    assert not continues(question)
    assert not stands_alone(question)


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\x85"])
def test_any_kind_of_space_is_one(space: str) -> None:
    assert combine("Who died in 2022?", f"and{space}in{space}2023?") == "Who died in 2023?"
    assert combine("Who died in 2022?", f"and ?{space}?") == "Who died in 2022?"


def test_a_year_replaces_nothing_where_only_why_was_asked() -> None:
    assert combine("why?", "and in 2023?") == "why? in 2023?"


CHAINS = [
    (["and in Suda?", "and in 2023?", "why?"], "How many died in Suda in 2023? why?"),
    (["why did they die?", "who saw them?"], "How many died in Norda? who saw them?"),
    (["why did they die?", "how?", "when?"], "How many died in Norda? why did they die? when?"),
    (["why did they die?", "and in Suda?"], "How many died in Suda? why did they die?"),
    (["why?", "and in 2023?"], "How many died in Norda in 2023?"),
]  # fmt: skip


@pytest.mark.parametrize(("questions", "read"), CHAINS, ids=[read for _, read in CHAINS])
def test_each_of_several_continues_the_last_that_stood_alone(
    questions: list[str], read: str
) -> None:
    assert reduce(combine, questions, "How many died in Norda?") == read


@given(
    st.lists(
        st.sampled_from(["why?", "when was that?", "who saw them?", "and Ada?", "and in May?"])
    )
)
def test_a_chain_does_not_grow(questions: list[str]) -> None:
    assert len(reduce(combine, questions, "How many died in Norda?")) < 80


@pytest.mark.parametrize(
    "question", ["And who leads the council of Norda?", "Und wer leitet den Rat von Norda?"]
)
def test_a_question_that_only_begins_with_and_stands_alone(question: str) -> None:
    assert not continues(question)


@given(st.text(), st.text())
def test_any_two_texts_are_read_somehow(before: str, question: str) -> None:
    continues(question)
    read = combine(before, question)
    assert read.endswith("?")
    assert len(read) <= len(before) + len(question) + 3
