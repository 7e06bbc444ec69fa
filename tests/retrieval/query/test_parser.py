from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.model import Query
from retrieval.query.parser import parse
from retrieval.text.analyzer import terms

VOCABULARY = Vocabulary.of(
    [
        "A statement of the World Health Organisation (WHO) in Kherson. In winter the WHO will help.",
        "He told The Sun Online that Ukrainian troops near Zaporizhzhia hear Surovikin daily.",
        "Two UAVs (unmanned aerial vehicles) of the Japanese flew over Kyiv and Chornobyl in November.",
        "The mobilisation, a defence programme, gave children 2.5 billion euros and President Zelensky won.",
        "That the EU and the US pay is known. One spoke of the invasion. The German chancellor talks.",
    ]
)
for published, publisher in (("2022-11", "The Sun"), ("2025", "GB News")):
    VOCABULARY.add_publication(published, publisher)


def ask(question: str) -> Query:
    return parse(question, VOCABULARY, "en")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what did the WHO say about winter?", ["WHO*", "winter"]),
        ("what did the who say about winter?", ["winter", "WHO*"]),
        ("WHAT DID THE WHO SAY ABOUT WINTER?", ["winter", "WHO*"]),
        ("Who warned about winter?", ["warn", "winter"]),
        ("Winter in Kherson", ["winter", "kherson*"]),
        ("winter in kherson", ["winter", "kherson*"]),
        ("WHO", ["WHO*"]),
        ("who?", ["WHO*"]),
        ("winter, winter and winter", ["winter"]),
        ("winter AND Kherson", ["winter", "kherson*"]),
        ("What did the US AND the WHO do ABOUT winter?", ["US*", "WHO*", "winter"]),
        ("<b>winter</b> in <a href='x'>Kherson</a>", ["winter", "kherson*"]),
        ("¿Winter en Kherson?", ["winter", "en", "kherson*"]),
        ("thanks!", []),
        ("Hello", []),
        ("thanks to Surovikin", ["thank", "surovikin*"]),
        ("is it?", []),
        ("", []),
    ],
)
def test_a_question_becomes_terms_and_names(question: str, words: list[str]) -> None:
    assert [word.term + "*" * word.name for word in ask(question).words] == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("latest from Kherson", "Kherson"),
        ("Kherson this week", "Kherson"),
        ("How old is Kherson?", "Kherson"),
        ("how often do troops fly", "troops fly"),
        ("What age are the troops?", "age troops"),
        ("tell me abt winter pls", "winter"),
        ("whos Surovikin", "Surovikin"),
        ("Hello! Can you tell me who pays, please?", "pays"),
        ("do you have anything on the invasion?", "invasion"),
        ("fact check: Kherson invasion", "Kherson invasion"),
        ("Kherson invasion - is it true?", "Kherson invasion"),
        ("list the articles that mention Surovikin", "Surovikin"),
        ("quote Surovikin on winter", "Surovikin winter"),
        ("news from Kherson", "Kherson"),
        ("winter in Kherson acc to the WHO", "winter Kherson WHO"),
        ("winter vs summer", "winter summer"),
        # The same words amid a question are looked for, and names are anywhere.
        (
            "which show in Kherson lists winter news from troops",
            "show Kherson lists winter news troops",
        ),
        ("What does USA Today say?", "USA Today"),
    ],
)
def test_words_that_only_ask_are_not_looked_for(question: str, words: str) -> None:
    assert " ".join(word.text for word in ask(question).words) == words


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("Is Kherson online?", "less"),
        ("is kherson online?", "as much"),
        ("Is Kherson Online?", "as much"),
    ],
)
def test_a_word_in_lower_case_hardly_means_a_name(question: str, weighs: str) -> None:
    trust = {w.term: w.trust for w in ask(question).words}
    assert (trust["onlin"] < trust["kherson"]) == (weighs == "less")


@pytest.mark.parametrize(
    ("question", "light", "heavy"),
    [
        ("How many people bake bread?", "people", "bread"),
        ("Did 2.5 billion euros help?", "euros", "billion"),
        ("According to Scholz, is it winter?", "According", "Scholz"),
    ],
)
def test_some_words_weigh_less_than_the_subject(question: str, light: str, heavy: str) -> None:
    weight = {word.text: word.weight for word in ask(question).words}
    assert weight[light] < weight[heavy]


def test_women_are_no_mere_shape_of_a_question() -> None:
    assert [w.weight for w in ask("How many women were drafted?").words] == [1, 1]


@pytest.mark.parametrize(
    ("question", "word", "written"),
    [
        # acronyms, both ways
        ("what did the WHO say", "WHO", "world health organis"),
        ("what did the World Health Organisation say", "World", "WHO"),
        ("what did the World Health Organization say", "Health", "WHO"),
        ("unmanned aerial vehicles", "aerial", "uav"),
        ("is the European Union paying", "Union", "eu"),
        ("is the United States paying", "United", "US"),
        # British and American
        ("second wave of mobilization", "mobilization", "mobilis"),
        ("the defense of Kherson", "defense", "defenc"),
        ("a defence program", "program", "programm"),
        # other forms
        ("help from Japan", "Japan", "japanes"),
        ("troops of Ukraine", "Ukraine", "ukrainian"),
        ("Germany talks", "Germany", "german"),
        ("a child", "child", "children"),
        ("who wins", "wins", "won"),
        ("did Russia invade", "invade", "invas"),
        ("speaking of winter", "speaking", "spoke"),
        # names carried over from another alphabet
        ("what did Zelenskyy say", "Zelenskyy", "zelenski"),
        ("a disaster at Chernobyl", "Chernobyl", "chornobyl"),
        ("talks in Kiev", "Kiev", "kyiv"),
        ("zaporizhia", "zaporizhia", "zaporizhzhia"),
        # numbers and months
        ("2,500,000,000 for Kherson", "2,500,000,000", "2.5 billion"),
        ("in Nov", "Nov", "novemb"),
        ("2 troops", "2", "two"),
        # slips
        ("surovkin", "surovkin", "surovikin"),
    ],
)
def test_the_articles_may_write_a_word_otherwise(question: str, word: str, written: str) -> None:
    alternatives = next(w.alternatives for w in ask(question).words if w.text == word)
    assert written in [" ".join(other.terms) for other in alternatives]


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Rome in winter", "Rome"),  # no place of the articles, and no people of one
        ("is it in the programme", "programme"),  # spelled like that in the articles
        ("the windows of Kherson", "windows"),
        ("a german measles case", "measles"),
    ],
)
def test_a_word_without_other_forms_in_the_articles_has_none(question: str, word: str) -> None:
    assert next(w.alternatives for w in ask(question).words if w.text == word) == ()


@pytest.mark.parametrize(
    ("question", "excluded"),
    [
        ("drones -Crimea", {"crimea", "crimean"}),
        ("drones -crimea", {"crimea", "crimean"}),
        ("drones -Kiev", {"kiev", "kyiv"}),
        ("drones -France", {"franc", "french"}),
        ("drones -Rome", {"rome"}),
        ("Rome -drones", {"drone"}),
    ],
)
def test_an_excluded_place_is_left_out_under_its_other_names_and_with_its_people(
    question: str, excluded: set[str]
) -> None:
    texts = ["In Kyiv a Crimean in Crimea, not Crimean drones.", "A French and the Crimean drone."]
    assert set(parse(question, Vocabulary.of(texts), "en").excluded) == excluded


HELICOPTERS = Vocabulary.of(
    ["A helicopter closed the road, and the dam was rejected.", "They shut it in Closing and turn."]
)


@pytest.mark.parametrize(
    ("question", "word", "others"),
    [
        ("why did the chopper come", "chopper", ["helicopt"]),
        ("was the dam turned down", "turned", ["reject"]),
        ("was the dam turned", "turned", []),
        ("who gave the order", "order", []),
        ("a new highway", "highway", ["road"]),
        ("what did Chopper do", "Chopper", []),  # a name has no synonyms
        ("a lynx", "lynx", []),
    ],
)
def test_the_articles_may_have_another_word_of_the_same_meaning(
    question: str, word: str, others: list[str]
) -> None:
    words = parse(question, HELICOPTERS, "en").words
    related = next(w.related for w in words if w.text == word)
    assert [other.terms[0] for other in related] == others


def test_a_word_of_the_same_meaning_is_worth_less_beside_the_word_itself() -> None:
    only, beside = ["A pail."], ["A pail.", "A bucket."]
    weights = [
        parse("bucket", Vocabulary.of(texts)).words[0].related[0] for texts in (only, beside)
    ]
    assert weights[0].weight > weights[1].weight


def test_a_slip_is_worth_less_than_the_word() -> None:
    (word,) = ask("surovkin").words
    assert [other.weight < 1 for other in word.alternatives] == [True]


def test_another_form_is_worth_less_where_the_articles_have_the_word_as_well() -> None:
    weights = {
        word.text: {" ".join(other.terms): other.weight for other in word.alternatives}
        for question in ("who wins", "who gave", "a president", "Kherson and the WHO")
        for word in ask(question).words
    }
    assert weights["wins"]["won"] > 0.5
    assert weights["WHO"]["world health organis"] < 0.9
    assert (
        parse("give", Vocabulary.of(["They give and gave."])).words[0].alternatives[0].weight < 0.5
    )


@pytest.mark.parametrize(
    ("question", "kind", "speaker"),
    [
        ("Who warned about winter?", "who", ""),
        ("WHO WON?", "who", ""),
        ("Is the WHO in Kherson?", "yes-no", ""),
        ("When did the water stop?", "when", ""),
        ("What year was it?", "when", ""),
        ("Where is the plant?", "where", ""),
        ("How many attacks were there?", "how-many", ""),
        ("How much aid will the EU give?", "how-many", ""),
        ("How old is the mayor?", "how-old", ""),
        ("Wie alt ist der Bürgermeister?", "how-old", ""),
        ("Сколько лет мэру?", "how-old", ""),
        ("How bad is the damage?", "how", ""),
        ("What did Keith Kellogg say about deep strikes?", "said", "keith kellogg"),
        ("What did the WHO say about winter?", "said", "WHO"),
        ("what did the who say about winter?", "said", "WHO"),
        ("What did Olaf Scholz warn?", "said", "olaf scholz"),
        ("What has Peskov said about peace?", "said", "peskov"),
        ("How did Macron respond?", "said", "macron"),
        ("According to the EU, how many came?", "how-many", "eu"),
        ("What did the man do?", "what", ""),
        ("Wer hat gewonnen?", "who", ""),
        ("Was sagte Olaf Scholz zu den Panzern?", "said", "olaf scholz"),
        ("Wie viele Panzer?", "how-many", ""),
        ("¿Cuándo llegó?", "when", ""),
        ("¿Qué dijo Macron sobre la paz?", "said", "macron"),
        ("Où est la ville ?", "where", ""),
        ("Qu'a dit Macron sur la paix ?", "said", "macron"),
        ("Qu’a déclaré Olaf Scholz ?", "said", "olaf scholz"),
        ("Que dit Macron de la paix ?", "said", "macron"),
        ("Qu'est-ce que Macron a dit sur la paix ?", "said", "macron"),
        ("Qu'est-ce qu'Olaf Scholz a dit ?", "said", "olaf scholz"),
        ("Wat zei Macron over vrede?", "said", "macron"),
        ("Wat heeft Macron over vrede gezegd?", "said", "macron"),
        ("O que disse Macron sobre a paz?", "said", "macron"),
        ("Сколько погибло?", "how-many", ""),
        ("Что сказал Путин о мире?", "said", "путин"),
        ("Де місто?", "where", ""),
        ("Що сказав Зеленський про зиму?", "said", "зеленськии"),
    ],
)
def test_a_question_asks_for_a_kind_of_thing(question: str, kind: str | None, speaker: str) -> None:
    query = ask(question)
    assert query.intent == kind
    assert " ".join(query.speaker) == " ".join(
        terms(speaker, "en") if speaker not in ("WHO", "eu") else [speaker]
    )


@pytest.mark.parametrize(
    ("question", "recent"),
    [
        ("latest from Kherson", True),
        ("what happened this week", True),
        ("what does he say now?", True),
        ("what was known before", False),
        ("the nowhere man", False),
    ],
)
def test_time_words_prefer_recent_articles(question: str, recent: bool) -> None:
    assert ask(question).recent is recent


@pytest.mark.parametrize(
    ("question", "phrases", "excluded", "excluded_phrases", "words"),
    [
        ('who said "playing with fire"', ["playing with fire"], [], [], ["play", "fire"]),
        ("who said “playing  with\nfire”?", ["playing with fire"], [], [], ["play", "fire"]),
        ("«deep» „strikes“", ["deep", "strikes"], [], [], ["deep", "strike"]),
        ('an open " mark', [], [], [], ["open", "mark"]),
        ('nothing in "…" here', [], [], [], ["noth"]),
        ("drones -Crimea", [], ["crimea"], [], ["drone"]),
        ("drones -Crimea Crimea", [], ["crimea"], [], ["drone"]),
        ("what of -WHO here", [], ["WHO"], [], []),
        ('drones -"deep strikes"', [], [], ["deep strikes"], ["drone"]),
        ("ages 18-30", [], [], [], ["age", "18", "30"]),
        ("war – Crimea", [], [], [], ["war", "crimea"]),
        ("war - Crimea", [], [], [], ["war", "crimea"]),
        ("cold at -20", [], [], [], ["cold", "20"]),
        ("pre-war drones", [], [], [], ["pre", "war", "drone"]),
        ('say "peace -talks"', ["peace -talks"], [], [], ["peac", "talk"]),
    ],
)
def test_quotation_marks_require_and_a_minus_excludes(
    question: str,
    phrases: list[str],
    excluded: list[str],
    excluded_phrases: list[str],
    words: list[str],
) -> None:
    query = ask(question)
    assert list(query.phrases) == phrases
    assert list(query.excluded) == excluded
    assert list(query.excluded_phrases) == excluded_phrases
    assert [word.term for word in query.words] == words


@pytest.mark.parametrize(
    ("question", "publisher", "since", "until"),
    [
        ("winter from:sun", "sun", None, None),
        ('winter FROM:"The Sun"', "The Sun", None, None),
        ("from:“GB News” winter", "GB News", None, None),
        ("winter since:2022", None, "2022", None),
        ("winter since:2022-11-09, until:2023-01", None, "2022-11-09", "2023-01"),
        ("winter since:2022-13", None, None, None),
        ("winter since:2022-02-30", None, None, None),
        ("winter since:yesterday", None, None, None),
        ("winter since:2023 until:2022", None, None, None),
        ("winter from:", None, None, None),
        ("winter not:from:sun", None, None, None),
        # in words, only where articles are from then and the question is for what was told then
        ("What happened in Kherson in November 2022?", None, "2022-11", "2022-11"),
        ("What did the WHO say in 2022?", None, "2022", "2022"),
        ("News from Nov. 2022", None, "2022-11", "2022-11"),
        ("How much aid will the EU give Ukraine in 2023?", None, None, None),
        ("How much aid will the EU give Ukraine in 2022?", None, None, None),
        ("What did the WHO say in 2023?", None, None, None),
        ("What did Putin say about the invasion in 2022?", None, None, None),
        ("How many died in November 2022?", None, None, None),
        ("When did it rain in November 2022?", None, None, None),
        ("Who won the World Cup in 2022?", None, None, None),
    ],
)
def test_a_publisher_and_dates_filter(
    question: str, publisher: str | None, since: str | None, until: str | None
) -> None:
    query = ask(question)
    assert (query.publisher, query.since, query.until) == (publisher, since, until)


def test_the_words_of_a_time_that_filters_stay_in_the_question() -> None:
    words = {word.text: word.weight for word in ask("Kherson in November 2022").words}
    assert 0 < words["November"] < words["Kherson"]
    assert 0 < words["2022"] < words["Kherson"]


def test_a_time_filters_nothing_where_every_article_is_from_then() -> None:
    vocabulary = Vocabulary.of(["It was cold in Kherson."])
    vocabulary.add_publication("2022-11", None)
    assert parse("What happened in Kherson in November 2022?", vocabulary).since is None


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("surovkin in winter", "Showing “Surovikin” for “surovkin”."),
        ("disaster at chernobyl", "Showing “Chornobyl” for “chernobyl”."),
        ("winter from:sun", "Only from The Sun."),
        ("winter from:n", "Only from publishers whose name contains “n”."),
        ("winter from:bbc", "There is no article from “bbc”."),
        ("winter since:2022-11", "Only from November 2022 onwards."),
        ("winter until:2022-11-09", "Only until 9 November 2022."),
        ("winter since:2022 until:2023", "Only from 2022 to 2023."),
        ("What happened in November 2022?", "Only from November 2022."),
        ('the "righteous battle"', "Only with the exact words “righteous battle”."),
        ("drones -Crimea", "Without “Crimea”."),
        (
            "winter since:friday",
            "Ignored “since:friday”: it is not a date such as 2022-11.",
        ),
        (
            "winter since:2023 until:2022",
            "Ignored the dates: since: is later than until:.",
        ),
    ],
)
def test_the_reader_is_told_what_was_understood(question: str, note: str) -> None:
    assert tuple(map(str, ask(question).notes)) == (note,)


@pytest.mark.parametrize(
    "question", ["mobilization in winter", "did the EU pay", "what did Japan give", "a child wins"]
)
def test_nothing_is_said_of_other_forms_of_the_same_word(question: str) -> None:
    assert ask(question).notes == ()


PIECES = st.sampled_from(
    ["from:", "since:", "-", '"', "“", "”", "«", "WHO", "the", " ", "2,500", "in 2022", "what did ", " say"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4))).map("".join)))
@settings(max_examples=100, deadline=None)
def test_any_text_is_understood_somehow(question: str) -> None:
    query = ask(question)
    terms_ = [word.term for word in query.words]
    assert all(terms_)
    assert len(set(terms_)) == len(terms_)
    assert not set(terms_) & set(query.excluded)
    assert all(other.terms for word in query.words for other in word.alternatives)
    assert all(0 < other.weight <= 1 for word in query.words for other in word.alternatives)
    assert all(term in VOCABULARY for w in query.words for o in w.alternatives for term in o.terms)
    assert all(len(note) <= 120 and "\n" not in note for note in map(str, query.notes))
    assert set(terms_) <= set(query.worth())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how long is the film", ["film"]),
        ("how long did The Long Lamp run?", ["Long", "Lamp", "run"]),
        ("who made the long lamp", ["made", "long", "lamp"]),
    ],
)
def test_a_word_that_asks_is_no_name_although_a_title_has_it(
    question: str, words: list[str]
) -> None:
    film = Vocabulary.of(["They made a film, The Long Lamp. It will run for a week, they said."])
    assert [word.text for word in parse(question, film, "en").words] == words
