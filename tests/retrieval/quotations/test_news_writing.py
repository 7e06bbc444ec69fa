"""How news is written: where the speaker stands, by which verb, and what a name may look like."""

from __future__ import annotations

import pytest

from tests.support.quotations import spoken

BEFORE = "The bridge was shut on Monday, after a long night in the town.\n\n"
"""A first paragraph: somebody without a name who speaks there is often named further down."""

ATTRIBUTIONS = """
The clause comes first
    The bridge will open in May, Park said on Monday. | Park
    The river would rise again overnight, the forecaster said late on Friday. | forecaster
    Nobody had checked the gates for a year, Weigel's deputy, Ada Park, said on Tuesday. | Ada Park
The verb stands in the middle
    The county, Ada Park said, would pay for it. | Ada Park
    The gates, according to Ada Park, were never checked. | Ada Park
    The gates, says Ada Park, were never checked. | Ada Park
Words stand between the verb and its clause
    Ada Park said in an interview on Monday that the gates held. | Ada Park
    Ada Park told a packed hall in Altena that the gates held. | Ada Park
    Ada Park told reporters aboard the train she would open them. | Ada Park
    Ada Park said in a note the gates would hold. | Ada Park
    Ada Park said through a spokesman the gates held. | Ada Park
    Ada Park said this week that the gates held. | Ada Park
There is no "that"
    Ada Park said the gates held. | Ada Park
    Ada Park insisted the gates had held. | Ada Park
    Ada Park reckons the gates need new paint. | Ada Park
Many verbs report
    Ada Park signalled she would open the gates. | Ada Park
    The council signaled the gates would open. | council
    “The gates held,” insisted Ada Park. | Ada Park
    The gates held, Ada Park insisted. | Ada Park
    Ada Park conceded the gates had leaked. | Ada Park
    Ada Park hailed “a good day for Altena”. | Ada Park
    Ada Park hailed the vote as a good day for Altena. | Ada Park
    Ada Park brushed off the report as “gossip”. | Ada Park
    Ada Park brushed aside the criticism: “They are jealous.” | Ada Park
    Ada Park called the vote illegal. | Ada Park
    Ada Park called the vote a farce. | Ada Park
    The Lenne Bridge Authority counted 412 cracks. | Lenne Bridge Authority
    Ada Park spoke of a heavy night. | Ada Park
    Ada Park went on to say that it held. | Ada Park
    Her aide Ada Park could only say: “It held.” | Ada Park
Words stand before a name
    “It held,” said a jubilant Ada Park. | Ada Park
    A tired Ada Park said that it held. | Ada Park
    “It held,” a visibly relieved Ada Park told reporters. | Ada Park
    “It held,” cantonal doctor Ada Park stressed. | Ada Park
    Opposition leader Ada Park: “It held.” | Ada Park
    Ada Park, on the bridge: “It held.” | Ada Park
A quotation has a second half
    “It held,” Ada Park said, “and it will hold.” | Ada Park
    “It held,” said Ada Park. “Nobody was hurt.” | Ada Park
    “It held,” Ada Park said; “nobody was hurt.” | Ada Park
A role or an organization has no name
    The wholesaler said that it held. | wholesaler
    The monitor said on Friday that it held. | monitor
    It held, the watchdog said. | watchdog
An office speaks
    Mayor Ada Park's office said that it held. | Ada Park's office
    “It held,” Mayor Ada Park’s office said. | Ada Park’s office
    The office of Mayor Ada Park said that it held. | office of Mayor Ada Park
A party, a place or an age follows a name
    Sen. Ted Crane, R-Texas, told the Bugle that it held. | Ted Crane
    “It held,” said Sen. Ada Park (R-Ohio). | Ada Park
    Ada Park, of Altena, said that it held. | Ada Park
    Ada Park, 78, reckons it would hold. | Ada Park
    Colonel Ada Park of the border guard said that it held. | Ada Park
Two people have one family name
    Jonas Park, his son, left.//Ada Park arrived.//Park said that it held. | Ada Park
    Barron Wirth is 18. President Donald Wirth came home.//Wirth said that it held. | Donald Wirth
    Ada Park and her brother Jonas Park came. Ada Park said that it held. “It did,” Park said. | Ada Park
A name has "of", "and", "&" or a digit
    Secretary of State Ada Park said that it held. | Ada Park
    The Food and Drug Administration said that it held. | Food and Drug Administration
    The Bank of Lenne said that it held. | Bank of Lenne
    Pell & Stone said that it held. | Pell & Stone
    AT&T said that it held. | AT&T
    Channel 4 said that it held. | Channel 4
    The Lenne and Altena Railway said that it held. | Lenne and Altena Railway
A pronoun means no place and no film
    Ada Park loved Altena. She said that it held. | Ada Park
    Ada Park saw “Iron Child” twice. She said that it held. | Ada Park
    Ada Park flew to Lenne Bay. “It held,” she said. | Ada Park
    Her deputy, Major Jonas Falk, was blunt: the gates would hold, he said. | Jonas Falk
Words before a name have a capital
    Whereas Black said that it held. | Black
    Adds Bailey: “It held.” | Bailey
    MORE: Ada Park said that it held. | Ada Park
    UPDATE Ada Park said that it held. | Ada Park
    BREAKING: The gates have burst, police chief Ada Park says. | Ada Park
A title or a nickname in marks is no speech
    Ada Park sang “Old River” and “Iron Child”. | -
    Her film “The Long Night” opened on Friday. | -
    Jonas “the Fox” Wirth left the room. | -
    In “Old River”, Ada Park says goodbye. | -
    Nicknamed “the Fox”, Wirth said that it held. | Wirth
    Jonas Wirth, nicknamed the “Iron Fox”, said afterwards that it had held. | Jonas Wirth
    Ada Park — known to friends as “Ace” — said that it held. | Ada Park
A possessive hides no head
    The owner of Salter's Mill said that it held. | owner of Salter's Mill
    The director of Lenne's museum said that it held. | director of Lenne's museum
    Salter's Mill's owner said that it held. | Salter's Mill's owner
One passes on what another says
    Ada Park has accused the west of “lying”, the Bugle reports. | Ada Park
    It held, Ada Park has said according to the Bugle. | Ada Park
    Ada Park said that officials had found and marked “four cracks”. | Ada Park
"""


def _rows() -> list[tuple[str, str]]:
    rows = (line.rpartition(" | ") for line in ATTRIBUTIONS.splitlines() if line.startswith(" "))
    return [(text.strip().replace("//", "\n\n"), who) for text, _, who in rows]


@pytest.mark.parametrize(("text", "who"), _rows())
def test_all_that_is_said_has_its_speaker(text: str, who: str) -> None:
    names = {name for _, _, name in spoken(BEFORE + text)}
    assert names == (set() if who == "-" else {who})


@pytest.mark.parametrize(
    "text",
    [
        "The hospital admitted 26 patients on Friday.",
        "Ada Park found the key under the mat.",
        "Staff found the gate open.",
        "Ada Park scored three goals and recorded 3 wins.",
        "Ada Park called the fire brigade to the mill.",
        "Ada Park put her money at risk.",
        "Ada Park ruled the valley for ten years.",
        "Ada Park offered tea to the guests.",
        "Ada Park spoke of nothing.",
        "Ada Park reported to the police station.",
        "Ada Park noted the number on her hand.",
        "Ada Park signalled to the driver.",
        "The rules that govern the bridge are old.",
        "Their hopes that it would hold were dashed.",
        "Officials from Lenne met officials from Altena.",
        "Ada Park called the regional hospital.",
        "Ada Park called her father and the city hospital.",
        "Ada Park called the local police department.",
    ],
)
def test_a_verb_that_also_reports_may_say_nothing(text: str) -> None:
    assert spoken(BEFORE + text) == []


def test_the_answers_of_an_interview_are_by_whom_it_introduces() -> None:
    asked = "Will it hold?\n\n“It will hold for years.”\n\n"
    text = (
        f"Ada Park has built bridges for years.\n\n{asked * 3}She laughs. “Ask me again in May.”\n"
    )
    assert {name for _, _, name in spoken(text)} == {"Ada Park"}


def test_the_narrator_is_under_nobodys_name() -> None:
    text = "Jonas Falk was blunt: the gates would hold, he said."
    assert spoken(BEFORE + text)[0][1] == "the gates would hold"
    text = "Ada Park wrote to the works, whose gates, she said, had held."
    assert [words for _, words, _ in spoken(BEFORE + text)] == ["whose gates", "had held"]
    text = "Ada Park told the court she had not asked him to go."
    assert spoken(BEFORE + text)[0][1] == "she had not asked him to go"


def test_a_heading_is_by_the_person_who_says_its_words_beneath() -> None:
    text = (
        "The bridge opened in 1901 and has carried trains since.\n\n"
        "  • Lenne accuses Altena of ‘nuclear blackmail’\n\n"
        "    “They go on with nuclear blackmail and with shells,” Ada Park, the mayor, said on Friday.\n\n"
        "  • Rain in Lenne\n\n"
        "    It rained all day on the bridge, on the town, and on the river that runs under it.\n"
    )
    assert spoken(text)[0] == ("quoted", "nuclear blackmail", "Ada Park")
