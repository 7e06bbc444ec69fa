"""Messages that are meant for the program, and questions that look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.chat_intent import find_chat_request

VOCABULARY = Vocabulary.of(
    [
        "The WHO said that the US pays. A ferry to Nice, and IT grew. They toured Nice and saw the Test.",
        "In Nice the Test went on. Help came to the town.",
    ]
)

MEANT = {
    "help": """help | Help! | help me | how do I use this bot? | what can I ask you | how do you work | Hilfe
        | wie funktioniert das | ayuda | ¿cómo funciona? | помощь | что можно спросить | допомога""",
    "identity": """how old are you | you are stupid | who are you | What can you do? | what's your name | are you a bot? | hey, who are you
        | wer bist du? | was kannst du | ¿quién eres? | qué puedes hacer | кто ты | что ты умеешь? | хто ти?
        | що ти вмієш""",
    "greeting": """hello | hello there, how are you doing today? | hello world | Hi there! | good morning | how are you? | bye | guten Tag | hola | buenos días
        | привет | добрый день | привіт""",
    "thanks": """thanks | Thank you so much! | thanks a lot bot | great answer | ok | danke schön | gracias
        | muchas gracias | спасибо | дякую!""",
    "objection": """wrong | Wrong! | you're wrong | you are wrong | that's wrong | that is not what I asked | that's not what I asked for
        | that isn't true | this is not an answer to my question | not what I meant | no, that's wrong | nope | no you're wrong | No, that's not it | you didn't answer my question
        | falsch | das stimmt nicht | das ist nicht, was ich gefragt habe | danach habe ich nicht gefragt | du irrst dich
        | incorrecto | te equivocas | eso no es lo que pregunté | no es cierto
        | неправильно | ты не прав | это не то, о чём я спрашивал | я не об этом спрашивал
        | неправильно | ви помиляєтеся | це не те, про що я питав | я не про це питала""",
    "summary": """summarize | summarize the articles | Can you summarize this please? | sum it up | tl;dr
        | give me a short summary of the articles | what do the articles say? | what are the main points
        | fasse die Artikel zusammen | resumen de los artículos | перескажи статьи | перекажи статті""",
    "sources": """news | any news? | what's new | latest news | what's happening today? | was gibt's Neues?
        | что нового? | list the articles | show me all your sources | which articles do you have? | sources
        | how many articles are there | what are the articles about? | what do you know
        | zeig mir alle Artikel | lista los artículos | список статей | покажи всі джерела""",
    "speakers": """list all people quoted | who is quoted | who's quoted in the articles? | list everyone who is quoted
        | show me all quotes | wer wird zitiert? | ¿quién es citado? | кого цитируют | кого цитують""",
    "timeline": """give me a timeline | timeline | timeline of events | gib mir eine Zeitleiste
        | dame una cronología | хронология событий | хронологія""",
    "more": """more | next | tell me more | show me more results | go on | anything else? | mehr | más | ещё | ще""",
    "who-wrote": """link? | are you sure? | where can I read this | when was it published? | who wrote this? | who wrote this article | source? | what's the source | where is this from
        | which article is this from | when was this published? | wer hat das geschrieben?
        | ¿quién escribió esto? | кто это написал? | хто це написав""",
    "who-said": """who said that? | who said this | who is speaking? | says who? | according to whom?
        | wer hat das gesagt? | ¿quién dijo eso? | кто это сказал | хто це сказав?""",
    "translation": """do you speak German? | translate "winter" to Ukrainian | translate this | translate this into German | translate good morning to French
        | übersetze das ins Englische | traduce esto al inglés | переведи на русский | переклади українською""",
    "writing": """write me a poem | write an essay about the flood | tell me a joke | schreib mir ein Gedicht
        | escribe un poema sobre el mar | напиши мне письмо | напиши вірш""",
    "clock": """what time is it | what day is it today? | what's the time | wie spät ist es | ¿qué hora es?
        | который час | котра година?""",
    "test": "test | testing 1 2 3 | test test | ping | prueba | тест",
    "arithmetic": "2+2 | 2 + 2 = | what is 2+2? | 12 * 3 | 10 - 3 | wie viel ist 3*4 | сколько будет 2+2",
    "link": "https://example.com/a/b?c=d | www.example.com | example.com/news/1",
}


@pytest.mark.parametrize(
    ("message", "intent"),
    [(message.strip(), intent) for intent, all_ in MEANT.items() for message in all_.split("|")],
)
def test_a_message_for_the_program_is_recognized(message: str, intent: str) -> None:
    request = find_chat_request(message, VOCABULARY)
    assert request
    assert request.intent == intent


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("timeline of the flood", "the flood"),
        ("Please make a timeline of the bridge repairs!", "the bridge repairs"),
        ("Zeitleiste zum Streik", "Streik"),
        ("timeline of the articles", ""),
    ],
)
def test_a_timeline_may_be_of_a_topic(message: str, topic: str) -> None:
    request = find_chat_request(message, VOCABULARY)
    assert request
    assert (request.intent, request.topic) == ("timeline", topic)


QUESTIONS = """
who wrote the report on the dam
tell me more about the dam
latest on the dam
news from the valley
what's new in the report
what is happening in the valley
more than 500 people
what else did the mayor say
how old are the Hallams
you are what you eat, who said so
where are the children from
is it true that the dam broke
do you know who broke the dam
can you summarize the article about the dam?
main points of the report
who wrote it
who wrote the letter to the mayor?
who said that the bridge was safe?
who said it was a mistake
WHO said that?
who is the author of the study
who is the WHO?
who are the Hallams
who are you voting for, asked the mayor
what can you do about a flood
what can the mayor do
what is your flood plan, minister?
how does the dam work
how does it work
how did the bot network spread
how do I apply for a grant
how many articles did the law have
how many sources confirmed the leak
list the articles that mention the strike
list the articles of the treaty
list of people quoted a price by the builder
show the articles on the flood
name the people quoted by the court
who is quoted on the flood
who was quoted as saying the plan failed
which sources spoke of a strike
thanks to whom did the town survive
thanks to the volunteers
thank you letter from the king
help for the farmers
Help came from where?
help wanted adverts
who helped
hello kitty museum
good morning britain interview
Nice
test results in the valley
Test
test of the sirens
what did the test show
what time is the vote
what time is it in the story when they meet
what time did it happen
what day was the vote
what date is the closing
translate killed how many
who translates the Bible into Welsh
translation of the treaty
write off of the debt
who wrote the song
write-in candidates in the election
who told the joke
summarize the strike
summary of the council meeting
summary of evidence by the judge
overview of the budget
what happened when the dam broke
wrong turn on the bridge
no news of the strike
no, who said that to the mayor?
what did the council get wrong
that is what the mayor asked
is that true of the dam
what is it
what is this about the mayor?
what is the source of the river
source of the leak
where is the money from
where did it come from
9/11
7-1
2023-24
24/7
50-50
what is the 5+1 format
https://example.com/a says the bridge fell. true?
"help"
What Time Is It
great flood
ok corral
sources say the minister resigns
quotes from the mayor
chronology dispute in court
""".strip().splitlines()


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_that_looks_like_one_stays_a_question(message: str) -> None:
    assert find_chat_request(message, VOCABULARY) is None


@given(st.text(max_size=200) | st.text("12+-*/(). =what is", max_size=150))
@settings(deadline=1000)
def test_any_text_is_read(text: str) -> None:
    request = find_chat_request(text, VOCABULARY)
    assert request is None or request.topic in text
