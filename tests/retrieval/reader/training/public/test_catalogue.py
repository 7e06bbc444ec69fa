"""The formats of the public sets, each in a few records of our own."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest

from retrieval.reader.training.public.catalogue import SETS
from retrieval.reader.training.public.documents import NEAREST, SENTENCE_REMOVED
from retrieval.reader.training.public.fm2 import EVIDENCE_REMOVED
from retrieval.reader.training.public.lines import Line
from retrieval.reader.training.public.medquad import OTHER_ATTRIBUTE
from retrieval.reader.training.public.qamr import SENTENCES
from retrieval.reader.training.public.timeqa_human import OTHER_TIME
from retrieval.text.sentences import sentences
from tests.support.lighthouse import BUILT, KEPT, PAGE, WRECK

KEEPER = "Who was keeper of the lighthouse from 1884 to 1901?"
SENTENCES_OF_PAGE = [
    part[span.start : span.end]
    for part in (BUILT, KEPT, WRECK)
    for span in sentences(part, 0, len(part), "en")
]


class Draw(Random):
    """Chance that always draws the same."""

    def __init__(self, drawn: float) -> None:
        super().__init__()
        self._drawn = drawn

    def random(self) -> float:
        return self._drawn


def convert(name: str, content: object, chance: float = 0.0) -> list[Line]:
    """Return the lines of a set whose only file has *content*, as bytes, lines of JSON, or JSON."""
    if isinstance(content, list) and name in {"boolq", "fm2", "qed_nq", "timeqa_human"}:
        data = "\n".join(map(json.dumps, content)).encode()
    else:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return [*SETS[name].convert({"file": data}, Draw(chance))]


def outline(lines: list[Line]) -> list[tuple[str | bool | None, bool]]:
    """Return for each line the words that answer, or how it was made if it does not, and whether it has a twin."""
    return [
        (
            line.passage[slice(*line.answer)] if line.answer else line.answers or line.made,
            line.twin is not None,
        )
        for line in lines
    ]


def squad(*questions: Mapping[str, Any]) -> dict[str, Any]:
    """Return SQuAD's form of questions on the paragraph about keepers."""
    paragraphs = [
        {"context": BUILT, "qas": []},
        {"context": KEPT, "qas": questions},
        {"context": WRECK, "qas": []},
    ]
    return {"data": [{"title": "Orrow_Light", "paragraphs": paragraphs}]}


def answer(words: str, text: str = KEPT) -> dict[str, Any]:
    return {"text": words, "answer_start": text.index(words)}


ANSWERED = {"id": "1", "question": KEEPER, "answers": [answer("Hester Lowe")]}


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (0.0, [("Hester Lowe", True), (SENTENCE_REMOVED, True)]),
        (0.5, [("Hester Lowe", False)]),
        (0.7, []),
        (0.9, [(NEAREST, False)]),
    ],
)
def test_squad_gives_a_question_a_twin_or_the_nearest_passage_by_chance(
    drawn: float, expected: list[tuple[str, bool]]
) -> None:
    lines = convert("squad2_train10", squad(ANSWERED), drawn)
    assert outline(lines) == expected
    assert all(line.title == "Orrow Light" for line in lines)


def test_squad_says_itself_what_its_paragraph_does_not_answer() -> None:
    unanswerable = {
        "id": "2",
        "question": "Who was keeper of the lighthouse until 1911?",
        "is_impossible": True,
        "answers": [],
        "plausible_answers": [answer("Hester Lowe")],
    }
    [line] = convert("squad2_train10", squad(unanswerable))
    assert (line.passage, line.answers, line.made) == (KEPT, False, None)


def test_squadshifts_needs_two_who_agree_but_for_articles_and_marks() -> None:
    agreed = [answer("the first woman"), answer("first woman"), answer("Hester Lowe,")]
    one = {"id": "1", "question": "Who was Hester Lowe?", "answers": agreed}
    two = {"id": "2", "question": KEEPER, "answers": agreed[1:]}
    yes = {"id": "3", "question": "Was she the first woman?", "answers": agreed}
    moved = [{"text": "first woman", "answer_start": 3}] * 2
    wrong = {"id": "4", "question": "Who was it?", "answers": moved}
    lines = convert("squadshifts_wiki", squad(one, two, yes, wrong), 0.5)
    assert outline(lines) == [("the first woman", False)]


def test_covidqa_takes_free_papers_and_a_passage_not_beside_the_answer() -> None:
    def paper(number: int, licence: str) -> dict[str, Any]:
        text = f"Lights\n\nSomebody\nLicense: {licence}\n\nAbstract: {PAGE}"
        questions = [
            {"id": 1, "question": KEEPER, "answers": [answer("Hester Lowe", text)]},
            {
                "id": 2,
                "question": "Who built the lighthouse of granite?",
                "answers": [answer("Maud Tarrant", text)],
            },
        ]
        return {"paragraphs": [{"document_id": number, "context": text, "qas": questions}]}

    lines = convert("covidqa", {"data": [paper(1, "cc-by"), paper(2, "no-known")]})
    assert [(line.passage, line.answers) for line in lines] == [
        (KEPT, True),
        (BUILT, True),
        (WRECK, False),
    ]
    assert outline(lines)[0] == ("Hester Lowe", False)
    assert {line.title for line in lines} == {"Lights"}


def test_tatqa_takes_questions_that_words_of_a_paragraph_answer() -> None:
    def question(words: str, kind: str = "span", source: str = "text") -> dict[str, Any]:
        return {
            "uid": words,
            "question": KEEPER,
            "answer": [words],
            "answer_type": kind,
            "answer_from": source,
            "rel_paragraphs": ["2"],
        }

    report = {
        "paragraphs": [{"order": 2, "text": KEPT}, {"order": 1, "text": BUILT}],
        "questions": [
            question("Hester Lowe."),
            question("1901", source="table"),
            question("17", "arithmetic"),
            question("the"),  # more than once
        ],
    }
    lines = convert("tatqa_text", [report])
    assert outline(lines) == [("Hester Lowe", False), (NEAREST, False)]
    assert [line.passage for line in lines] == [KEPT, BUILT]


def test_timeqa_takes_the_passage_for_another_time() -> None:
    tokens = PAGE.replace("\n\n", " ").replace(".", " .").replace(",", " ,")

    def question(number: int, text: str, words: str) -> dict[str, Any]:
        start = tokens.index(words)
        return {
            "idx": f"/wiki/Orrow_Light#P39#{number}",
            "context": tokens,
            "question": text,
            "targets": [words],
            "from": [start],
            "end": [start + len(words)],
        }

    items = [
        question(0, "Who had the lighthouse in 1862?", "Maud Tarrant"),
        question(1, KEEPER, "Hester Lowe"),
        question(2, "Who had the lighthouse from 1911?", ""),
    ]
    content = gzip.compress("\n".join(map(json.dumps, items)).encode())
    lines = convert("timeqa_human", content)
    assert outline(lines) == [
        ("Maud Tarrant", False),
        (OTHER_TIME, False),
        ("Hester Lowe", False),
        (OTHER_TIME, False),
        (None, False),
    ]
    assert "Hester Lowe" in lines[1].passage
    assert "From 1884 to 1901 it was Hester Lowe, the first woman" in lines[2].passage
    assert {line.title for line in lines} == {"Orrow Light"}


def test_qed_takes_the_answer_that_most_gave_in_natural_questions() -> None:
    tokens = f"{KEPT} {WRECK}".replace(".", " .").replace(",", " ,")

    def given(words: str) -> list[dict[str, Any]]:
        start = tokens.index(words)
        return [{"string": words, "start": start, "end": start + len(words)}]

    item: dict[str, Any] = {
        "example_id": 7,
        "title_text": "Orrow Light",
        "question_text": "who was keeper of the lighthouse from 1884",
        "paragraph_text": tokens,
        "original_nq_answers": [
            given("Hester Lowe , the first woman"),
            given("Hester Lowe"),
            [*given("Josiah Bream"), *given("Hester Lowe")],
        ],
    }
    several = {**item, "original_nq_answers": item["original_nq_answers"][2:]}
    assert outline(convert("qed_nq", [item, several])) == [
        ("Hester Lowe", True),
        (SENTENCE_REMOVED, True),
    ]


def test_qamr_puts_the_sentences_of_a_page_together() -> None:
    listed = [sentence.replace(",", " ,") for sentence in SENTENCES_OF_PAGE]
    ids = [f"Wiki1k:wikipedia:5:{place // 4}:{place % 4}" for place in range(len(listed))]
    rows = "\n".join(map("\t".join, reversed([*zip(ids, listed, strict=True)])))

    def question(text: str, *answers: str) -> str:
        valid = [f"{number}:{tokens}" for number, tokens in enumerate(answers[1:])]
        return "\t".join([ids[6], "", "", "", "", text, answers[0], *valid])

    questions = [
        question("Who was the first keeper of the lighthouse ?", "6 7", "6 7", "6"),
        question("Which coast ?", "14", "14", "6"),  # one word, which may mean any sentence
        question("Who was first on the coast ?", "6 7", "6", "14"),
        question("Who was on the coast and who was not ?", "6 14", "6 14", "6 14"),
        question("Which horse ?", "6 7", "6 7", "6 7"),
    ]
    files = {"dev": "\n".join(questions).encode(), SENTENCES: rows.encode()}
    lines = [*SETS["qamr"].convert(files, Random(0))]
    assert outline(lines) == [("Hester Lowe", True), (SENTENCE_REMOVED, True), ("coast", False)]
    beside = f"{SENTENCES_OF_PAGE[6]} {SENTENCES_OF_PAGE[7]} {SENTENCES_OF_PAGE[8]}"
    assert [beside in line.passage for line in lines] == [True, False, True]


def test_onestopqa_takes_the_words_that_prove_the_answer_on_three_levels() -> None:
    tokens = KEPT.split()
    versions: dict[str, Any] = {
        level: {"context": KEPT, "a_spans": spans}
        for level, spans in (
            ("Adv", [[30, 36]]),
            ("Int", [[[30, 32], [34, 36]]]),
            ("Ele", [[30, 36]]),
        )
    }
    other: dict[str, Any] = {level: {"context": WRECK, "a_spans": []} for level in versions}
    other["qas"] = []
    questions = [{"question": KEEPER, "answers": ["The first woman", "Bream", "Pell", "A goat"]}]
    content = {"data": [{"title": "Light", "paragraphs": [{**versions, "qas": questions}, other]}]}
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("onestop_qa.json", json.dumps(content))
    proof = " ".join(tokens[30:37])
    level = [(proof, True), (SENTENCE_REMOVED, True)]
    lines = convert("onestopqa", packed.getvalue(), 0.9)
    assert outline(lines) == level * 3
    assert len({line.twin for line in lines}) == 3
    assert outline(convert("onestopqa", packed.getvalue(), 0.1)) == [*level, (NEAREST, False)] * 3


def test_selqa_takes_the_only_sentence_that_answers() -> None:
    item = {"article": "Orrow", "question": KEEPER, "candidates": SENTENCES_OF_PAGE, "answers": [6]}
    lines = convert("selqa", [item, {**item, "answers": [5, 6]}, {**item, "answers": []}])
    assert outline(lines) == [(SENTENCES_OF_PAGE[6], True), (SENTENCE_REMOVED, True)]


def test_fm2_takes_the_evidence_away() -> None:
    evidence = SENTENCES_OF_PAGE[6]
    item = {
        "id": "a",
        "text": "A woman kept the light.",
        "label": "SUPPORTS",
        "wikipedia_page": "Orrow",
        "gold_evidence": [{"text": evidence}],
        "retrieved_evidence": [{"text": f", {text}"} for text in SENTENCES_OF_PAGE],
    }
    lines = convert("fm2", [item, {**item, "label": "NOT ENOUGH INFO"}])
    assert outline(lines) == [(True, True), (EVIDENCE_REMOVED, True)]
    assert [evidence in line.passage for line in lines] == [True, False]
    assert all(75 <= len(line.passage.split()) <= 150 for line in lines)


def test_boolq_takes_a_passage_of_another_page_for_one_that_does_not_decide() -> None:
    question = "was the keeper of the lighthouse a woman on the coast"
    items = [
        {"question": question, "title": "Orrow", "passage": KEPT},
        {"question": "is there a bell", "title": "Orrow", "passage": BUILT},
        {"question": "is there a rope", "title": "Amaranth", "passage": WRECK + " Her coast"},
    ]
    lines = convert("boolq", items)
    assert [(line.passage, line.answers, line.title) for line in lines[:2]] == [
        (KEPT, True, "Orrow"),
        (items[2]["passage"], False, "Amaranth"),
    ]


def test_medquad_takes_another_section_of_the_page_unless_the_two_run_into_each_other() -> None:
    def pair(attribute: str, question: str, text: str) -> str:
        return (
            f'<QAPair><Question qtype="{attribute}">{question}</Question>'
            f"<Answer>{text}</Answer></QAPair>"
        )

    page = "".join(
        (
            "<Document><Focus>Salt eye</Focus><QAPairs>",
            pair("causes", "What causes Salt eye ?", f"What causes it? {BUILT}"),
            pair("inheritance", "Is Salt eye inherited ??", f"Summary : {KEPT}"),
            pair("treatment", "What are the treatments for Salt eye ?", "Water."),
            pair("information", "What is (are) Salt eye ?", WRECK),
            pair("research", "Who studies Salt eye ?", WRECK),
            "</QAPairs></Document>",
        )
    )
    files = {"readme.txt": b"No page", "1.xml": page.encode()}
    lines = [*SETS["medquad"].convert(files, Draw(0.1))]
    assert [(line.question, line.passage) for line in lines if line.answers] == [
        ("What causes Salt eye?", BUILT),
        ("Is Salt eye inherited?", KEPT),
        ("Who studies Salt eye?", WRECK),
    ]
    assert [(line.question, line.made) for line in lines if not line.answers] == [
        ("What causes Salt eye?", OTHER_ATTRIBUTE),
        ("Is Salt eye inherited?", OTHER_ATTRIBUTE),
        ("Who studies Salt eye?", OTHER_ATTRIBUTE),
    ]
    assert [line.passage for line in lines if not line.answers][:2] == [WRECK, WRECK]


def test_each_set_is_made_from_one_commit() -> None:
    assert len(SETS) == 12
    for given in SETS.values():
        assert given.repository.count("/") == 1
        assert len(bytes.fromhex(given.commit)) == 20
