"""Who speaks for an organisation, as an article says beside a name, and who only stands near one."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.library import Library
from retrieval.quotations.affiliations import introduced
from retrieval.quotations.attribution import quotations
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

AGENCY = ["International Atomic Energy Agency", "IAEA"]
MET = "The International Atomic Energy Agency (IAEA) met in Vienna on Monday."


def introductions(text: str, names: list[str]) -> list[str]:
    article = make_article("a", f"{MET}\n\n{text}", Metadata(language="en"))
    return [words for _, words in introduced(article, quotations(article), names)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It is bad here,” said IAEA’s deputy director, Dr Hans P Kluge.", "IAEA’s deputy director, Dr Hans P Kluge"),
        ("“It is bad here,” IAEA's Europe head Hans Kluge said.", "IAEA's Europe head Hans Kluge"),
        ("The director of the IAEA, Tedros Adhanom, said: “It is bad here.”", "The director of the IAEA, Tedros Adhanom"),
        ("IAEA chief Tedros Adhanom said: “It is very bad here.”", "IAEA chief Tedros Adhanom"),
        ("“It is bad here,” said Hans Kluge, the IAEA director for Europe.", "Hans Kluge, the IAEA director for Europe"),
        ("“It is bad here,” said Hans Kluge, director of the International Atomic Energy Agency.", "Hans Kluge, director of the International Atomic Energy Agency"),
        ("According to Dr Kluge of the IAEA, “it is very bad here”.", "Dr Kluge of the IAEA"),
        ("“It is bad here,” IAEA spokesman Christian Lind told Reuters.", "IAEA spokesman Christian Lind"),
        ("“It is bad here,” said a spokesman for the IAEA.", "a spokesman for the IAEA"),
        ("“It is bad here,” an IAEA spokeswoman told reporters.", "an IAEA spokeswoman"),
    ],
)  # fmt: skip
def test_the_words_that_say_for_whom_somebody_speaks_are_found(text: str, words: str) -> None:
    assert introductions(text, AGENCY) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“It is a disgrace,” said Donald Trump of the IAEA.",
        "“It is a disgrace,” IAEA critic Donald Trump said.",
        "“It is a disgrace,” said former IAEA director Margaret Chan.",
        "“It is a disgrace,” said Margaret Chan, the IAEA's former director.",
        "“It is a disgrace,” said Anna Lee, who wrote to the IAEA director.",
        "“It is a disgrace,” said Anna Lee, a doctor who met the director of the IAEA.",
        "“It is a disgrace,” said Anna Lee, the lawyer of the head of the IAEA.",
        "“It is a disgrace,” said Anna Lee, head of a rival of the IAEA’s partner.",
        "“It is a disgrace,” Anna Lee told the director of the IAEA, Tedros Adhanom.",
        "“It is a disgrace,” said Anna Lee after IAEA director Tedros Adhanom left.",
        "“It is a disgrace,” the IAEA said in a statement.",
    ],
)
def test_a_person_only_near_a_name_speaks_for_nobody(text: str) -> None:
    assert introductions(text, AGENCY) == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("“It is bad here,” said Olha Kit, a spokeswoman for Ukrenergo.", "Ukrenergo", ["Olha Kit, a spokeswoman for Ukrenergo"]),
        ("“It is bad here,” said Olha Kit, head of Ukrenergo.", "Ukrenergo", []),  # it may be a person
        ("“It is bad here,” said Zelensky’s minister Olha Kit.", "Zelensky", []),
        ("“It is bad here,” said Zelensky’s spokeswoman Olha Kit.", "Zelensky", ["Zelensky’s spokeswoman Olha Kit"]),
    ],
)  # fmt: skip
def test_a_name_that_may_be_a_person_has_only_spokespeople(
    text: str, name: str, words: list[str]
) -> None:
    assert introductions(text, [name]) == words


def test_a_person_introduced_once_speaks_for_them_in_the_whole_article() -> None:
    text = "IAEA chief Tedros Adhanom said: “It is very bad here.”\n\n“It will be worse,” said Tedros Adhanom."
    assert introductions(text, AGENCY) == ["IAEA chief Tedros Adhanom"] * 2


# In a collection

WINTER = f"""\
{MET}

“The winter will be hard,” said IAEA’s deputy director, Dr Hans Kluge.

“It is going to be hard for everybody,” the International Atomic Energy Agency said in its report."""
GRID = "The IAEA warned again on Friday.\n\n“We see more colds than ever,” the IAEA said. “The grid is down,” said Olha Kit, a spokeswoman for Ukrenergo."


@pytest.fixture(params=["memory", "disk"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text, date in (("b", WINTER, "2022-11-02"), ("a", GRID, "2022-12-01")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.txt.toml").write_text(f'published = "{date}"\n')
    engine = "tantivy" if request.param == "disk" else "rank-bm25"
    return open_collection(CollectionOptions(folder, tmp_path / "data", engine)).library


@pytest.mark.parametrize("wanted", ["IAEA", "iaea", "International Atomic Energy Agency", "international atomic energy agency"])  # fmt: skip
def test_an_organisation_is_listed_with_who_speaks_for_it(library: Library, wanted: str) -> None:
    matches = library.find_quotations(wanted)
    assert [(excerpt.speaker, excerpt.text) for excerpt in matches.excerpts] == [
        ("IAEA’s deputy director, Dr Hans Kluge", "The winter will be hard,"),
        ("International Atomic Energy Agency", "It is going to be hard for everybody,"),
        ("IAEA", "We see more colds than ever,"),
    ]
    for excerpt in matches.excerpts:
        assert excerpt.article.text[excerpt.start : excerpt.end] == excerpt.text
    about = library.find_quotations(f"{wanted} about winter").excerpts
    assert [excerpt.text for excerpt in about] == ["The winter will be hard,"]


def test_an_acronym_and_what_it_stands_for_are_one_speaker(library: Library) -> None:
    names = {speaker.name: speaker.quoted for speaker in library.list_speakers()}
    assert names["International Atomic Energy Agency"] == 2
    assert "IAEA" not in names


@pytest.mark.parametrize("wanted", ["Ukrenergo", "ukrenergo grid"])
def test_who_is_never_quoted_may_have_somebody_who_speaks_for_them(
    library: Library, wanted: str
) -> None:
    [excerpt] = library.find_quotations(wanted).excerpts
    assert (excerpt.speaker, excerpt.text) == (
        "Olha Kit, a spokeswoman for Ukrenergo",
        "The grid is down,",
    )


def test_an_acronym_of_two_bodies_is_neither() -> None:
    texts = [
        f"The {body} (SAC) met on Monday.\n\n“It rained for days,” the {body} said."
        for body in ("Swiss Alpine Club", "Scottish Arts Council")
    ]
    texts.append("The SAC met again.\n\n“We are not amused at all,” the SAC said.")
    library = Library.of(
        make_article(f"a{n}", text, Metadata(language="en")) for n, text in enumerate(texts)
    )
    assert {"Swiss Alpine Club", "Scottish Arts Council", "SAC"} == {
        speaker.name for speaker in library.list_speakers()
    }
