"""Who said and who wrote what an answer shows, and timelines, as messages."""

from __future__ import annotations

from bot.i18n.languages import spoken
from bot.messages.chatting import timeline, who_said, who_wrote
from retrieval.answers.timeline import Timeline
from tests.support.altena import FLOOD, dated_library
from tests.support.articles import answer_with

ENGLISH = spoken("en")


def test_what_an_article_does_not_say_of_itself_is_named() -> None:
    [excerpt] = answer_with("The bridge fell.", author=None, publisher="The Bugle").excerpts
    text = who_wrote(excerpt, ENGLISH).text
    assert "The Bugle" in text
    assert "It does not say who wrote it." in text
    assert "It does not say who published it." not in text


def test_narration_is_under_nobodys_name() -> None:
    [excerpt] = answer_with("The bridge fell.").excerpts
    assert who_said(excerpt, ENGLISH).text.startswith("Nobody is quoted there")


def test_a_speaker_is_named_above_their_words() -> None:
    altena = dated_library((FLOOD, "2024"))
    excerpt = altena.ask("what did Ada Park hear in the morning?").excerpts[0]
    assert "<b>Ada Park</b>\n<blockquote>We heard it go" in who_said(excerpt, ENGLISH).text


def test_whoever_answers_is_named_first() -> None:
    told = (
        "“Nobody called,” said Piet Lund. “We heard the bridge go in the morning,” said Ada Park."
    )
    altena = dated_library((told, "2024"))
    excerpt = altena.ask("what did Ada Park hear in the morning?").excerpts[0]
    text = who_said(excerpt, ENGLISH).text
    assert [voice.name for voice in excerpt.voices] == ["Piet Lund", "Ada Park"]
    assert text.index("Ada Park") < text.index("Piet Lund")


def test_words_without_marks_are_told_from_those_of_the_same_speaker_in_marks() -> None:
    told = "Ada Park said that she would stay in Altena. “We came back to mud in Altena,” she said."
    [excerpt, *_] = dated_library((told, "2024")).ask("what did Ada Park say of Altena?").excerpts
    text = who_said(excerpt, ENGLISH).text
    assert "<b>Ada Park (reported)</b>\n<blockquote>she would stay" in text
    assert "<b>Ada Park</b>\n<blockquote>We came back to mud" in text


def test_a_long_timeline_has_pages() -> None:
    sentences = [
        f"On {day} May {year} boat number {day} sank."
        for year in (1900, 1901)
        for day in range(1, 32)
    ]
    found = dated_library(("\n\n".join(sentences), "1902-01-01")).build_timeline()
    first, last = timeline(found, 0, ENGLISH), timeline(found, 99, ENGLISH)
    assert "1 May 1900" in first.text
    assert "31 May 1901" in last.text
    assert len(first.text) <= 4096
    assert first.buttons
    assert first.buttons.inline_keyboard[0][-1].callback_data == "timeline:1:en"


def test_a_timeline_says_that_there_is_nothing_or_more() -> None:
    assert timeline(Timeline("", (), True), 0, ENGLISH).text == "No article names a date."
    assert "in connection with the sea" in timeline(Timeline("the sea", (), True), 0, ENGLISH).text
    found = dated_library((FLOOD + " It fell on 3 May 2024.", "2024")).build_timeline()
    part = Timeline("", found.sentences, complete=False)
    assert timeline(part, 0, ENGLISH).text.startswith("<i>There are more dates")
