"""Messages that pass a claim on, about real and made-up news: what the first excerpt has to hold, or a "no"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from retrieval.answers.claim_comparison import describe
from retrieval.library import Library
from tests.support.paths import DATA, SEEDS

WORLDS: dict[str, Path] = {
    "seeds": SEEDS,
    "valley": DATA / "newsroom" / "valley" / "corpus.jsonl",
    "states": DATA / "newsroom" / "states" / "corpus.jsonl",
    "altena": DATA / "altena",
}

Row = tuple[str, str, str | None, str | None]
"""A world, a message, words of the first excerpt, and what is compared below it; None for a "no" or no comparison."""

CLAIMS: list[Row] = [
    ("seeds", "Fwd: “Putin has drafted 350,000 troops this autumn” true?", "drafted 135,000 new troops", "350,000|135,000"),
    ("seeds", "is it true that 2,500 settlements were liberated from the Russian occupation?", "more than 1,800 settlements", "2,500|1,800"),
    ("seeds", "heard Russian casualties have passed 3 million, right?", "surpassed the one million mark", "3 million|one million"),
    ("seeds", "fact check: five drones were shot down in Sevastopol", "two drones have been shot down", "five|two"),
    ("seeds", "my uncle says the EU gave Ukraine €5billion of macro-financial aid", "€2.5billion", "€5billion|€2.5billion"),
    ("seeds", "“Zelensky spoke to Macron about the Zaporizhzhia nuclear power plant” - true?", "Macron", None),
    ("seeds", "Forwarded: Russian and Ukrainian negotiators met again in September.", "have not met since July", "not"),
    ("seeds", "saw a post that prosecutors found nine torture chambers in Kherson", "four premises", None),
    ("seeds", "Is this right: “Peskov announced that peace talks will be revived”", "no plans currently to revive peace talks", "no"),
    ("seeds", "rumour has it that the British Armed Forces have 250,000 people", "just over 180,000 people", "250,000|180,000"),
    ("seeds", "check: Japan sends generators to Ukraine", "generators and solar lanterns", None),
    ("seeds", "can you confirm that water stopped working in Kherson on November 20?", "November 9", "November 20|November 9"),
    ("seeds", "“Belgium bought forty submarines from Chile” - real?", None, None),
    ("seeds", "heard that Macron resigned after a vote in parliament, true?", None, None),
    ("seeds", "Fwd: the IAEA has moved its headquarters to Lisbon", None, None),
    ("seeds", "someone says the price of bread in Kherson has doubled, correct?", None, None),
    ("valley", "Fwd: “the crack in Tolley Bridge is 9 metres long” is that right?", "2.3 metres long", "9 metres|2.3 metres"),
    ("valley", "is it true the repair of Tolley Bridge will cost £12m?", "has cost £9.1m", "£12m|£9.1m"),
    ("valley", "whatsapp: 'Tolley Bridge was opened in 1901'. really?", "opened in 1847", "1901|1847"),
    ("valley", "heard the bakery takings have fallen by 20 per cent since October, right?", "fallen by 60 per cent", "20 per cent|60 per cent"),
    ("valley", "“Winifred Stroud died at 75” - correct?", "died at 92", None),
    ("valley", "saw a post saying the canoeist was missing for three days", "missing for eleven hours", "three days|eleven hours"),
    ("valley", "Forwarded: the canoeist at Garrow Dam was found dead", "found alive", None),
    ("valley", "is this true? water was let out of Garrow dam on the day the canoeist went missing", "no water had been let out", "no"),
    ("valley", "my neighbour says the union at Brannock Mill wants 12 per cent", "wants 8 per cent", "12 per cent|8 per cent"),
    ("valley", "fact check pls: Harkness Board offered 3.5 per cent", "offered 3.5 per cent", "3.5 per cent"),
    ("valley", "“the canoeist broke his leg” true?", "broken wrist", None),
    ("valley", "Fwd: “Ravensholme is to get a new airport in 2027” true?", None, None),
    ("valley", "heard Winifred Stroud won a Nobel prize, right?", None, None),
    ("valley", "someone forwarded: 'police found gold coins under Hob Moor'", None, None),
    ("states", "Fwd: “Quillmark profit fell to $2.1 billion in the second quarter” true?", "profit of $4.6 billion", "$2.1 billion|$4.6 billion"),
    ("states", "is it true that TransPrairie workers get a raise of 25 percent?", "raises pay by 15 percent", "25 percent|15 percent"),
    ("states", "heard Tilley returned his bonus to the bank, right?", "refused to return", "refused"),
    ("states", "“Gordon Tilley got a bonus of $9 million” - legit?", "$2.3 million bonus", "$9 million|$2.3 million"),
    ("states", "group chat says turnout in Calloway was 75 percent", "61 percent", "75 percent|61 percent"),
    ("states", "fact check: Dellwood pays $9.8 million a year in property tax", "pays $9.8 million a year", "$9.8 million"),
    ("states", "saw a post that the Fort Hale lab of Quillmark has 600 workers", "140 people work", "600|140"),
    ("states", "“Hattie Blom endorsed Renner” true or false", "declined to endorse", None),
    ("states", "Fwd: “the strike at TransPrairie lasted 30 days” correct?", "10-day strike", "30 days|10-day"),
    ("states", "heard Dellwood will build a hospital in Larkin, right?", None, None),
    ("states", "“Renner was arrested for drunk driving” real?", None, None),
    ("states", "is it true that Quillmark bought an airline?", None, None),
    ("altena", "Fwd: “the gauge at Altena stood at 700 centimetres at 18:00” true?", "183 centimetres", "700 centimetres|183 centimetres"),
    ("altena", "heard the old bridge was closed on Friday by the engineer of Altena, right?", "closed the old bridge on Tuesday", None),
]  # fmt: skip

MISSES = {
    "saw a post that prosecutors found nine torture chambers in Kherson",  # the article counts “premises”
    "“the canoeist broke his leg” true?",  # the word is in another sentence than the broken wrist
    "is it true that Quillmark bought an airline?",  # it “bought its way to the top”
}
"""Messages that do not get what they should."""

_KNOWN_MISS = pytest.mark.xfail(strict=True, reason="a known miss")
ROWS = [
    pytest.param(*row, marks=[_KNOWN_MISS] if row[1] in MISSES else [], id=row[1]) for row in CLAIMS
]


@cache
def library(world: str) -> Library:
    return Library.open(WORLDS[world])


@pytest.mark.parametrize(("world", "message", "words", "compared"), ROWS)
def test_a_claim_finds_what_bears_on_it(
    world: str, message: str, words: str | None, compared: str | None
) -> None:
    answer = library(world).ask(message)
    assert answer.claim
    if words is None:
        assert not answer.answered
        return
    assert answer.answered
    first = answer.excerpts[0]
    assert words in first.text
    notes = describe(answer.question, first.article, answer.claim.comparisons[0])
    described = " ".join(map(str, notes))
    for part in (compared or "").split("|"):
        assert part in described


def test_a_sentence_does_not_differ_from_itself() -> None:
    news = library("valley")
    checked = 0
    for number in list(news.index.numbers)[::2]:
        article = news.index.articles[news.index.article_of[number]]
        for sentence in news.index.sentences(number)[:1]:
            claim = article.slice(sentence.span)
            answer = news.check(claim, 1)
            is_claim = 5 < len(claim.split()) < 30 and "?" not in claim
            if not is_claim or not answer.claim or not answer.answered:
                continue
            first = answer.excerpts[0]
            if first.article is article and first.start <= sentence.span.start < first.end:
                checked += 1
                compared = answer.claim.comparisons[0]
                assert [each for each in compared if not each.agrees or each.rounded] == [], claim
    assert checked > 10
