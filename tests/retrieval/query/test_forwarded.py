"""Claims that people pass on: what of a message is the claim, and which messages hold none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.forwarded import find_forwarded

CLAIM = "the bridge at Altena fell on Monday"

WRAPPED = [
    "Fwd: {}",
    "FW: {}!!",
    "Forwarded: {}",
    "forwarded many times: {}",
    "Is it true that {}?",
    "is it true {}?",
    "is this fake news? {}",
    "{} fake or real?",
    "did you hear that {}?",
    "FYI: {}",
    "is this true? {}",
    "Is this right: {}",
    "true or false: {}",
    "fact check: {}",
    "check: {}",
    "please check whether {}",
    "can you confirm that {}?",
    "heard {}, right?",
    "I heard that {}",
    "saw a post that {}",
    "my neighbour says {}. True?",
    "rumour has it that {}",
    "a reader told me that {}, correct?",
    "whatsapp says {}??",
    "Seen on facebook: '{}'",
    "A reader mails: '{}' correct?",
    "someone forwarded: “{}” ??",
    "tip from a reader: {}",
    "“{}” - true?",
    '"{}" fact check pls',
    '"{}" true or false',
    '"{}" - fwd by my editor',
    'saw "{}" on social, is it so',
    "“{}”?",
    "{}, right?",
    "{}, didn't it?",
    "{} - really?",
    "{}, is that right?",
    "{}. Is this true?",
    "{}, saw it in the Bugle, is it true",
    "{}, any truth in this?",
]


@pytest.mark.parametrize("message", WRAPPED)
def test_the_words_around_a_claim_are_left_out(message: str) -> None:
    question = message.format(CLAIM)
    found = find_forwarded(question, "en")
    assert found
    assert question[slice(*found.claim)] == CLAIM
    assert found.asked is None


ASKED = [
    ("“{}” - how many died?", "how many died"),
    ("Fwd: “{}” - does the mayor accept this?", "does the mayor accept this"),
    ("{}. did the mayor admit that", "did the mayor admit that"),
]


@pytest.mark.parametrize(("message", "asked"), ASKED)
def test_what_else_is_asked_about_it_is_told_apart(message: str, asked: str) -> None:
    question = message.format(CLAIM)
    found = find_forwarded(question, "en")
    assert found
    assert found.asked
    assert question[slice(*found.claim)] == CLAIM
    assert question[slice(*found.asked)] == asked


def test_a_long_statement_alone_is_a_claim() -> None:
    statement = "The old bridge at Altena fell into the river on Monday night."
    assert find_forwarded(statement, "en")
    assert find_forwarded(statement.rstrip("."), "en") is None


@pytest.mark.parametrize("message", ["is it true that Ada resigned?", "Stimmt es, dass Ada ging?"])
def test_a_claim_whose_wrapper_stands_before_it_may_be_short(message: str) -> None:
    found = find_forwarded(message, None)
    assert found
    assert message[slice(*found.claim)].startswith("Ada ")


OTHERS = [
    ("de", "die Brücke in Altena ist am Montag eingestürzt", [
        "Stimmt es, dass {}?", "Stimmt das? {}", "Weitergeleitet: {}", "WG: „{}“ – stimmt das?", "„{}“ wahr oder falsch?",
        "Faktencheck: {}", "Bitte prüfen, ob {}", "habe gehört, dass {}, oder?", "{}, richtig?", "{}, nicht wahr?",
        "Meine Tante sagt, dass {}. Stimmt das?", "{}. Ist das wahr?", "auf Facebook gelesen, dass {}", "Jemand hat mir geschickt: {}",
        "Ist das echt? {}", "Kannst du prüfen, ob {}?",
    ]),
    ("es", "el puente de Altena cayó el lunes", [
        "¿Es verdad que {}?", "¿es cierto esto? {}", "Reenviado: {}", "«{}» ¿verdad o mentira?", "Verificar: {}",
        "he oído que {}, ¿no?", "{}, ¿verdad?", "dicen que {}", "Mi tía dice que {}. ¿Es cierto?", "me dijeron que {}",
        "“{}” ¿es un bulo?", "¿Es real? {}", "¿Puedes verificar si {}?", "Afirmación: {}",
    ]),
    ("ru", "мост в Альтене рухнул в понедельник", [
        "Правда ли, что {}?", "Это правда? {}", "Переслано: {}", "«{}» — это правда?", "Проверьте: {}",
        "слышал, что {}, правда?", "{}, да?", "говорят, что {}", "Мне прислали: «{}». Фейк?", "{}. Так ли это?", "Утверждение: {}",
    ]),
    ("uk", "міст в Альтені впав у понеділок", [
        "Чи правда, що {}?", "Це правда? {}", "Переслано: {}", "«{}» — це правда?", "Перевірте: {}",
        "чула, що {}, правда?", "{}, так?", "кажуть, що {}", "Мені надіслали: «{}». Фейк?", "{}. Чи це так?", "Твердження: {}",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "claim", "message"),
    [(code, claim, message) for code, claim, messages in OTHERS for message in messages],
)
def test_other_languages_pass_claims_on_in_their_way(
    language: str, claim: str, message: str
) -> None:
    question = message.format(claim)
    found = find_forwarded(question, language)
    assert found
    assert question[slice(*found.claim)] == claim


OTHER_QUESTIONS = [
    ("de", "Wann ist die Brücke in Altena eingestürzt?"),
    ("de", "Ist die Brücke in Altena eingestürzt?"),
    ("de", "Nenne alle Brücken, die am Montag in Altena eingestürzt sind."),
    ("de", "Was stimmt an der Brücke in Altena nicht?"),
    ("es", "¿Cuándo cayó el puente de Altena?"),
    ("es", "¿Cayó el puente de Altena el lunes?"),
    ("es", "Dime todo lo que dijo la alcaldesa sobre el puente de Altena."),
    ("ru", "Когда рухнул мост в Альтене?"),
    ("ru", "Расскажи всё, что известно о мосте, который рухнул в понедельник."),
    ("ru", "Что говорят о мосте в Альтене?"),
    ("uk", "Коли впав міст в Альтені?"),
    ("uk", "Розкажи все, що відомо про міст, який впав у понеділок."),
    ("uk", "Що кажуть про міст в Альтені?"),
]


@pytest.mark.parametrize(("language", "question"), OTHER_QUESTIONS)
def test_a_question_in_another_language_is_no_claim_either(language: str, question: str) -> None:
    assert find_forwarded(question, language) is None


QUESTIONS = [
    "When did the bridge at Altena fall?",
    "Did the bridge at Altena fall on Monday?",
    "what did the mayor say about true friends?",
    "is there a bridge at Altena?",
    "Tell me everything that the mayor said about the old bridge at Altena.",
    "Name one of those who crossed the old bridge at Altena on Monday.",
    "who wrote “the bridge at Altena fell on Monday”?",
    "“the bridge at Altena fell on Monday” who said that?",
    "bridge at Altena",
    "“old bridge” Altena true cost",
    "the true cost of the bridge at Altena",
    "what is on the left and what on the right?",
    "which parties are on the right?",
    "reason the old bridge at Altena was shut",
    "the mayor on his new bridge, all of it",
    "mayor's excuse for the broken bridge",
    "who claims that the bridge fell?",
    "how many claims were checked?",
    "which rumour did the mayor deny?",
    "who forwarded the letter to the mayor?",
    "what did people see on facebook?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_no_claim(question: str) -> None:
    assert find_forwarded(question, "en") is None


def test_in_a_language_whose_requests_are_not_known_a_statement_may_be_a_request() -> None:
    request = "Wymień jedno z miast, które leżą nad rzeką Lenne w Niemczech."
    assert find_forwarded(request, "pl") is None


@given(
    st.lists(
        st.sampled_from(["Fwd:", "is it true that", "“", "”", "?", "the bridge fell", "right", ", ", ". ", "did he", "\n"]),
        max_size=12,
    )
)  # fmt: skip
def test_a_claim_is_always_words_of_the_message(parts: list[str]) -> None:
    message = " ".join(parts)
    if found := find_forwarded(message, "en"):
        for span in filter(None, found):
            assert 0 <= span.start < span.end <= len(message)
            assert message[span.start].isalnum()
