"""Messages that are meant for the program, and questions that look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.chat_intent import find_chat_request

VOCABULARY = Vocabulary.of(
    [
        "The WHO said that the US pays. A ferry to Nice, and IT grew. They toured Nice and saw the Test in Altena.",
        "In Nice the Test went on. Help came to the town. They left Altena.",
    ]
)

MEANT = {
    "help": """help | Help! | help me | how do I use this bot? | what can I ask you | how do you work | Hilfe
        | I don't understand how to use this | show me the commands | ich verstehe das nicht | welche Befehle gibt es?
        | necesito ayuda | no entiendo | мне нужна помощь | я не понимаю | мені потрібна допомога | які є команди
        | wie funktioniert das | ayuda | ¿cómo funciona? | помощь | что можно спросить | допомога""",
    "identity": """how old are you | you are stupid | who are you | What can you do? | what's your name | are you a bot? | hey, who are you
        | who is your boss | who made you? | who are you working for | are you a human or a bot? | are you stupid
        | do you have feelings? | tell me about yourself | you suck | wer hat dich programmiert? | wer ist dein Chef?
        | bist du ein Mensch oder ein Bot? | du bist blöd | ¿quién te creó? | ¿quién es tu jefe? | eres tonto
        | кто тебя создал? | кто твой начальник? | ты глупый | хто тебе створив? | хто твій начальник?
        | wer bist du? | was kannst du | ¿quién eres? | qué puedes hacer | кто ты | что ты умеешь? | хто ти?
        | що ти вмієш""",
    "greeting": """hello | hello there, how are you doing today? | hello world | Hi there! | good morning | how are you? | bye | guten Tag | hola | buenos días
        | привет | добрый день | привіт""",
    "thanks": """thanks | Thank you so much! | thanks a lot bot | great answer | ok | that was helpful | got it | danke für die Hilfe | muchas gracias por tu ayuda | danke schön | gracias
        | muchas gracias | спасибо | дякую!""",
    "objection": """wrong | Wrong! | you're wrong | you are wrong | that's wrong | that is not what I asked | that's not what I asked for
        | that isn't true | this is not an answer to my question | not what I meant | no, that's wrong | nope | no you're wrong | No, that's not it | you didn't answer my question | you misunderstood me | that makes no sense
        | falsch | das stimmt nicht | das ist nicht, was ich gefragt habe | danach habe ich nicht gefragt | du irrst dich
        | incorrecto | te equivocas | eso no es lo que pregunté | no es cierto
        | неправильно | ты не прав | это не то, о чём я спрашивал | я не об этом спрашивал
        | неправильно | ви помиляєтеся | це не те, про що я питав | я не про це питала""",
    "summary": """summarize | summarize the articles | Can you summarize this please? | sum it up | tl;dr | shorter please | kürzer bitte
        | más corto, por favor | короче | коротше
        | give me a short summary of the articles | what do the articles say? | what are the main points
        | fasse die Artikel zusammen | fass das bitte kurz zusammen | resumen de los artículos | перескажи статьи
        | кратко перескажи, пожалуйста | перекажи статті | підсумуй коротко""",
    "sources": """news | any news? | what's new | latest news | what's happening today? | was gibt's Neues?
        | что нового? | list the articles | show me all your sources | which articles do you have? | sources
        | how many articles are there | what are the articles about? | what do you know
        | zeig mir alle Artikel | lista los artículos | список статей | покажи всі джерела""",
    "speakers": """who are you quoting? | list all people quoted | who is quoted | who's quoted in the articles? | list everyone who is quoted
        | show me all quotes | wer wird zitiert? | ¿quién es citado? | кого цитируют | кого цитують""",
    "timeline": """give me a timeline | timeline | timeline of events | gib mir eine Zeitleiste
        | dame una cronología | хронология событий | хронологія""",
    "more": """more | next | tell me more | show me more results | go on | anything else? | mehr | más | ещё | ще""",
    "who-wrote": """link? | where did you get that? | ¿quién es el autor? | кто автор статьи? | wo steht das? | where can I read this | when was it published? | who wrote this? | who wrote this article | source? | what's the source | where is this from
        | which article is this from | when was this published? | wer hat das geschrieben?
        | ¿quién escribió esto? | кто это написал? | хто це написав""",
    "who-said": """who said that? | who said this | who is speaking? | says who? | according to whom?
        | wer hat das gesagt? | ¿quién dijo eso? | кто это сказал | хто це сказав?""",
    "doubt": """are you sure? | is this true? | is that true | really? | prove it | can I trust this? | how do you know?
        | stimmt das? | ist das wirklich wahr? | bist du sicher? | ¿es verdad? | ¿estás seguro? | ¿cómo lo sabes?
        | это правда? | ты уверен? | откуда ты это знаешь? | це правда? | ти впевнений? | чи це правда?""",
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
        ("can I have a timeline of the flood?", "the flood"),
    ],
)
def test_a_timeline_may_be_of_a_topic(message: str, topic: str) -> None:
    request = find_chat_request(message, VOCABULARY)
    assert request
    assert (request.intent, request.topic) == ("timeline", topic)


ABOUT = {
    "the strike": """which articles talk about the strike? | what articles mention the strike | what do you have on the strike?
        | do you have anything about the strike | is there anything on the strike in the articles? | anything on the strike?
        | show the articles on the strike | list the articles that mention the strike | articles about the strike
        | please find articles about the strike""",
    "Altena": """which articles are about Altena? | welche Artikel berichten über Altena? | was hast du zu Altena?
        | gibt es Artikel zu Altena? | in welchen Artikeln geht es um Altena? | zeig mir alle Artikel über Altena
        | ¿qué artículos hablan de Altena? | ¿qué tienes sobre Altena? | ¿hay algo sobre Altena?
        | какие статьи упоминают Altena? | что у тебя есть про Altena? | статьи про Altena | какие статьи про Altena?
        | які статті згадують Altena? | що у тебе є про Altena? | чи є щось про Altena?
        | які статті про Altena?""",
}


@pytest.mark.parametrize(
    ("message", "topic"),
    [(message.strip(), topic) for topic, all_ in ABOUT.items() for message in all_.split("|")],
)
def test_articles_may_be_asked_for_by_topic(message: str, topic: str) -> None:
    request = find_chat_request(message, VOCABULARY)
    assert request
    assert (request.intent, request.topic) == ("sources", topic)


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
list the articles of the treaty
list of people quoted a price by the builder
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
who wrote the letter to the council?
what can the mayor do?
list the reasons for the strike
give me the date of the match
test results in Carden?
who made the decision?
who is your councillor's choice
who is the boss of the company
who created the fund?
who works for the council
who pays for the bridge?
are the workers on strike
are you affected by the strike
do the teachers want more money
do you have to pay the toll
do you need a permit to fish
what do you need to vote
what are you allowed to burn
how do I get to the stadium
how to apply for a permit
how much help did farmers get?
help for farmers in Carden
what commands did the general give
who gave the commands
which model of bus was bought
tell me about the strike
tell me about the mayor
tell me more about the fire
what's up with the bridge
how is it going for the team
what is the mayor up to
that was a good match, who won
is it great news for the town?
who is mentioned in the will
who is mentioned as a successor
who said it was great
who is talking to the union
who wrote the report
who published the figures
what is the source of the smell
where did you get the petition signed
where did the money come from
where did he get that money
are they sure about the figures
is the mayor sure
is it true that the school closes
is that figure correct
was it a real threat
can we trust the council
how do they know
how do you know it is safe, asked the mayor
really cheap houses
what have you got to lose, said the coach
what do we know about the strike
what do you know about the strike
any news on the strike
latest news on the strike
which papers did the thief take
which newspapers covered the scandal
what stories did the survivors tell
what articles of the law were broken
which documents mention the payment
articles of association
article 5 of the treaty
list of demands
list the demands of the union
list everyone who died
list all streets that are closed
show me the price of the ticket
show the score
give me the score
give me a reason for the strike
give an overview of the strike
summarize the dispute
summary of the strike
chronological history of the dam
dates of the festival
what date is the festival
what day is market day
what time does the pool open
what year did the mill close
write-off of the loan
write down of the assets
who wrote the poem
what did the poem say
translate the motto
what language do they speak
do you speak for the council
in English schools how many pupils
what is 5 plus a day
7 times champion
how many times did he win
more than a thousand people
more details on the fire
another fire
next match
why not
who are the people quoted in the lawsuit
who is quoted on the budget
quotes on the budget
sources close to the mayor
which sources confirmed it
link to the scandal
link between smoking and cancer
hello festival dates
good morning britain host
great fire of London
cool temperatures
nice weather?
thanks to whom was the school saved
thanksgiving dinner
bye-election result
wrong turn
wrong numbers in the budget
who was wrong about the flood
this is not the first strike, when was the other
try again after the vote
bad answer by the minister
seriously injured how many
morning traffic
evening service times
i see the mayor resigned, why
understood that the mill closes?
short version of the song
was kann der Bürgermeister tun?
wer hat den Brief geschrieben?
welche Artikel des Gesetzes wurden verletzt
was hast du gegen den Streik, fragte sie
gibt es Streit über die Brücke?
gibt es etwas zu essen
wer ist der Chef der Firma
bist du für den Bau?
alles über die Brücke
was geht in der Schule vor
wann ist das Konzert erschienen
wer spricht für die Gewerkschaft
zeig mir den Preis
ist das Wasser sauber
stimmt das Ergebnis der Wahl
in welchem Artikel steht das Verbot
wo steht das Haus
wen zitierst du, fragte der Richter
qué puede hacer el alcalde
quién escribió la carta
qué artículos de la ley se violaron
quién es el jefe de la empresa
hay agua en el embalse
tienes que pagar peaje
es verdad que cierra la escuela
cuándo se publicó el informe
eres de Madrid
quién habla por el sindicato
dónde dice la ley eso del agua
что может сделать мэр
кто написал письмо
какие статьи закона нарушены
кто начальник полиции
есть ли вода в городе
где ты был, спросил судья
правда ли, что школа закроется
кто стоит за взрывом
ты видел мэра?
когда статья закона вступит в силу
покажи цену билета
что у тебя есть, спросил он
що може зробити мер
хто написав листа
які статті закону порушено
хто начальник поліції
чи є вода в місті
чи правда, що школу закриють
хто стоїть за вибухом
покажи ціну квитка
є щось нове про міст
""".strip().splitlines()


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_that_looks_like_one_stays_a_question(message: str) -> None:
    assert find_chat_request(message, VOCABULARY) is None


@pytest.mark.parametrize(
    "message", [message.strip() for all_ in MEANT.values() for message in all_.split("|")]
)
def test_a_name_of_the_articles_makes_it_a_question(message: str) -> None:
    """Unless it is the topic of the request, or words to translate or to write about."""
    for name in ("Altena", "the ferry"):
        for asked in (f"{message.rstrip('?!.')} {name}", f"{name} {message}"):
            request = find_chat_request(asked, VOCABULARY)
            assert request is None or request.topic or request.intent in ("translation", "writing")


@given(st.text(max_size=200) | st.text("12+-*/(). =what is", max_size=150))
@settings(deadline=1000)
def test_any_text_is_read(text: str) -> None:
    request = find_chat_request(text, VOCABULARY)
    assert request is None or request.topic in text
