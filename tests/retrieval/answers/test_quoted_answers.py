"""Questions for somebody's words are answered with words of that speaker, or with a "no" that says why."""

from __future__ import annotations

import pytest

from retrieval.answers.records import Answer
from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.altena import dated_library

HARBOUR = """\
The harbour at Lindow will close for the winter, the town council decided on Tuesday.

Marta Okoye, the mayor of Lindow, said the quay was rotten. “A harbour that floods twice a year is a bath,” she said.

“We were never asked,” said Piet Lund, a fisherman who has kept his boat there since 1990. “The council spoke to the yacht club and to nobody else.”

Lindow Ferries, which runs the boats to Skarn, was calmer. Its chief executive, Ada Brandt, told reporters that the winter timetable would not change.

A spokeswoman for the Harbour Board was present and did not speak. Tomas Reed, the harbour master, stood beside her."""

FERRY = """\
Lindow Ferries has ordered two electric boats for the crossing to Skarn.

“The old boats drink oil like sailors drink rum,” Ada Brandt, the company's chief executive, said on Monday. She promised that fares would stay the same until spring.

Dr Edith Okoye, a physicist at the University of Skarn, warned that the batteries would lose a third of their range in frost. “Nobody has tried this in ice,” she said.

“We shall see in January,” said Olaf Berg, a skipper.

Marta Okoye, the mayor, called the order brave."""


@pytest.fixture(scope="module")
def lindow() -> Library:
    dated = (("harbour", HARBOUR, "2023-10-03"), ("ferry", FERRY, "2024-02-12"))
    return Library.of(
        make_article(name, text, Metadata(published=date, language="en"))
        for name, text, date in dated
    )


ANSWERED = """
    What did Marta Okoye say about the harbour?            | Marta Okoye | floods twice a year
    what did the mayor say about the quay                  | Marta Okoye | quay was rotten
    mayor on the harbour                                   | Marta Okoye | floods twice a year
    everything the fisherman said about the council        | Piet Lund   | never asked
    quotes from Lund                                       | Piet Lund   | never asked
    brandt's promise on fares                              | Ada Brandt  | fares would stay the same
    what did the ferry company's boss say about oil        | Ada Brandt  | drink oil
    what does the physicist say about ice                  | Edith Okoye | tried this in ice
    what did Doctor Okoye say about ice                    | Edith Okoye | tried this in ice
    According to Edith Okoye, what happens to batteries in frost? | Edith Okoye | third of their range
    who said nobody has tried this in ice                  | Edith Okoye | tried this in ice
    what did Ada Brandt tell reporters                     | Ada Brandt  | timetable would not change
    what did Piet Lund tell the inquiry                    | Piet Lund   | never asked
    quotes from Lund after the meeting                     | Piet Lund   | never asked
    who said the old boats drink oil                       | Ada Brandt  | drink oil
"""

REFUSED = """
    What did Piet Brandt say about fares?                  | The articles quote nobody who is “Piet Brandt”.
    What did Ada Brandt say about linen?                   | The articles have 3 statements by Ada Brandt, none about “linen”.
    What did Marta Okoye say about harmony?                | The articles have 2 statements by Marta Okoye, none about “harmony”.
    What did Piet Lund say about electric batteries?       | The articles have 2 statements by Piet Lund, none about “electric batteries”.
    what did Olaf Berg say about the yacht club            | The articles have one statement by Olaf Berg, and not about “the yacht club”.
    what did Ada Brandt say about the yacht club           | The articles have 3 statements by Ada Brandt, none about “the yacht club”.
    What did Tomas Reed say?                               | The articles mention “Tomas Reed”, but do not quote them.
    what did the spokeswoman say about the quay            | The articles mention “the spokeswoman”, but do not quote them.
    What did the mayor of Skarn say about the quay?        | The articles quote nobody who is “the mayor of Skarn”.
    brandt's opinion of the yacht club                     | The articles have 3 statements by Ada Brandt, none about “the yacht club”.
    What did Zaphod say about the ferry?                   | No article mentions “Zaphod”.
    who said the harbour was haunted by seals              | Nobody is quoted with words like “the harbour was haunted by seals”.
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _note(answer: Answer) -> str:
    assert answer.no_answer
    return " ".join(str(one.note) for one in answer.no_answer.failed)


def test_a_verb_that_asks_for_words_is_not_missed_in_the_articles(lindow: Library) -> None:
    refusal = lindow.ask("Has Brandt commented on the yacht club in Zaphod?").no_answer
    assert refusal
    assert refusal.unknown_terms == ("Zaphod",)


@pytest.mark.parametrize(("question", "speaker", "words"), _rows(ANSWERED))
def test_the_first_excerpt_holds_words_of_the_speaker(
    question: str, speaker: str, words: str, lindow: Library
) -> None:
    answer = lindow.ask(question)
    assert answer.answered, _note(answer)
    first = answer.excerpts[0]
    assert words in first.text
    assert first.speaker
    assert first.speaker.endswith(speaker)
    assert first.text == first.article.text[first.start : first.end]


@pytest.mark.parametrize(("question", "note"), _rows(REFUSED))
def test_a_no_says_who_does_not_speak_or_on_what(question: str, note: str, lindow: Library) -> None:
    answer = lindow.ask(question)
    assert answer.no_answer
    assert answer.no_answer.reason == "not-quoted"
    assert _note(answer) == note


def test_without_a_topic_the_words_come_oldest_first(lindow: Library) -> None:
    answer = lindow.ask("What did Ada Brandt say?")
    assert [excerpt.article.id for excerpt in answer.excerpts] == ["harbour", "ferry"]


def test_namesakes_are_kept_apart_by_given_name_and_named_where_both_may_be_meant(
    lindow: Library,
) -> None:
    edith = lindow.ask("what did Edith Okoye say")
    assert {excerpt.speaker for excerpt in edith.excerpts} == {"Dr Edith Okoye"}
    okoye = lindow.ask("what did Okoye say about ice")
    assert okoye.excerpts[0].speaker == "Dr Edith Okoye"
    assert "The question may also mean Marta Okoye." in str(okoye.notes[-1])


def test_a_misspelt_name_is_offered_in_its_right_spelling(lindow: Library) -> None:
    answer = lindow.ask("what did Prandt say about oil")
    assert "Did you mean Ada Brandt?" in _note(answer)
    assert answer.no_answer
    assert answer.no_answer.speaker == "Ada Brandt"


def test_a_name_with_a_slip_is_not_said_to_stand_in_the_articles() -> None:
    text = HARBOUR.replace("Ada Brandt", "Ada Adeyemi").replace("Reed", "Irinov")
    named = Library.of([make_article("a", text, Metadata(language="en"))])
    assert "No article mentions “Adeyami”. Did you mean Ada Adeyemi?" in _note(
        named.ask("What did Adeyami say?")
    )
    assert "The articles mention “Irinov”, but do not quote them." in _note(
        named.ask("What did Irinow say?")
    )


def test_a_no_because_of_the_topic_names_whose_words_can_be_listed(lindow: Library) -> None:
    answer = lindow.ask("What did Piet Lund say about electric batteries?")
    assert answer.no_answer
    assert answer.no_answer.speaker == "Piet Lund"
    assert [excerpt.speaker for excerpt in answer.no_answer.nearest] == ["Piet Lund"]


@pytest.mark.parametrize(
    "question",
    [
        "When was the order?",
        "how many boats did Lindow Ferries order",
        "the harbour",
        "battery range forecast for winter",
        "rotten quay on Tuesday",
    ],
)
def test_other_questions_are_answered_as_they_were(question: str, lindow: Library) -> None:
    answer = lindow.ask(question)
    assert not answer.no_answer or answer.no_answer.reason != "not-quoted"


def test_words_that_no_article_has_count_against_whoever_says_the_others(lindow: Library) -> None:
    said = lindow.ask("who said sailors drink rum")
    unsaid = lindow.ask("who said the rum tasted of onions")
    assert said.answered
    assert unsaid.confidence < said.confidence / 2


@pytest.mark.parametrize("the", ["", "the "])
def test_a_role_before_a_body_is_that_of_somebody_else(the: str) -> None:
    text = (
        f"{the.capitalize()}Skarn Chandlers said on Monday that its two shops would stay open.\n\n"
        f"“We ran out of rope,” said Bo Lund, the head of {the}Skarn Chandlers."
    )
    library = Library.of([make_article("a", text, Metadata(language="en"))])
    answer = library.ask("what did the boss of Skarn Chandlers say?")
    assert [excerpt.speaker for excerpt in answer.excerpts] == ["Bo Lund"]


def test_whoever_is_called_by_the_very_word_comes_before_one_who_is_called_alike() -> None:
    text = FERRY.replace("Olaf Berg, a skipper", "Olaf Berg, a chemist")
    library = Library.of([make_article("a", text, Metadata(language="en"))])
    answer = library.ask("what does the physicist say about January")
    assert answer.no_answer
    assert answer.no_answer.speaker == "Dr Edith Okoye"


def test_somebody_of_the_same_family_name_is_not_meant_by_a_given_name() -> None:
    text = HARBOUR.replace("Tomas Reed, the harbour master", "Jan Lund, her brother")
    library = Library.of([make_article("a", text, Metadata(language="en"))])
    assert "but do not quote them" in _note(library.ask("what did Jan Lund say about the council"))


def test_filters_hold_for_words_too(lindow: Library) -> None:
    answer = lindow.ask("What did Ada Brandt say? since:2024")
    assert [excerpt.article.id for excerpt in answer.excerpts] == ["ferry"]
    none = lindow.ask("What did Piet Lund say? since:2024")
    assert none.no_answer
    assert none.no_answer.reason == "filtered-out"


def test_memory_and_disk_answer_alike(altena: Library) -> None:
    answer = altena.ask("What did the mayor of Altena say about the ferry?")
    assert [excerpt.speaker for excerpt in answer.excerpts] == ["Jonas Wirth"]
    assert "The ferry costs nothing" in answer.excerpts[0].text


def test_a_name_in_no_article_is_told_once(lindow: Library) -> None:
    refusal = lindow.ask("What did Zaphod Beeblebrox say about pensions?").no_answer
    assert refusal
    assert [str(each.note) for each in refusal.failed] == [
        "No article mentions “Zaphod Beeblebrox”."
    ]
    assert refusal.unknown_terms == ("Zaphod", "Beeblebrox", "pensions")
    assert refusal.unnamed_terms == ("pensions",)


BESIDE = """
    Ada Park, a former envoy, warned Suda-linked Norda is “playing with fire”, and left. | Norda
    According to the Bugle, officials have met to speak of what Norda had bought.        | Norda
    Ready to talk to Norda, Ada Park said that the bridge was closed.                    | Norda
"""


@pytest.mark.parametrize(
    ("text", "who"),
    [[part.strip() for part in line.split("|")] for line in BESIDE.strip().splitlines()],
)
def test_a_name_that_only_stands_near_a_speaker_says_nothing(text: str, who: str) -> None:
    answer = dated_library((f"{text} Norda is a port. Norda has boats.", "2021")).ask(
        f"What did {who} say?"
    )
    assert answer.no_answer, answer.excerpts[0].speaker


@pytest.mark.parametrize(
    ("role", "speaks"), [("chief engineer", True), ("former chief engineer", False)]
)
def test_whoever_has_a_role_in_a_body_speaks_for_it(role: str, speaks: bool) -> None:
    text = f"“It holds,” said Ada Park, {role} of Lenne Power. Lenne Power is large."
    answer = dated_library((text, "2021")).ask("What did Lenne Power say?")
    assert [each.speaker for each in answer.excerpts] == ["Ada Park"] * speaks


def test_a_speaker_with_another_given_name_is_somebody_else() -> None:
    text = "Ada Park met Bo Lind at the pier. “It rains every day here,” said Lind."
    pier = Library.of([make_article("pier", text, Metadata(language="en"))])

    assert pier.ask("What did Bo Lind say?").answered
    assert "The articles quote nobody who is “Ada Lind”." in _note(
        pier.ask("What did Ada Lind say?")
    )


def test_whoever_is_called_after_a_people_is_the_place_s_own() -> None:
    said = "The Albanian president, Mirela Kodra, said: “We go on.” She left."
    library = dated_library((said, "2021"), ("Albania and Serbia have agreed.", "2022"))

    assert library.ask("What did Albania's Kodra say?").excerpts[0].speaker == "Mirela Kodra"
    assert library.ask("What did Serbia's Kodra say?").no_answer
