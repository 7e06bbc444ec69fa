"""Quotations of a speaker as messages."""

from __future__ import annotations

from bot.i18n.languages import language
from bot.messages import speakers
from bot.messages.markup import units
from tests.support.altena import FERRY, FLOOD, dated_library


def test_in_telegram_many_quotations_are_pages_that_fit_a_message() -> None:
    many = "\n\n".join(
        f"“The flood of {n} took {'our boats, ' * 30}and more,” said Ada Park." for n in range(40)
    )
    library = dated_library((many, "2021"))
    page, seen = speakers.said(library.find_quotations("Park"), "Park", 0, language("en")), 0
    while True:
        assert units(page.text) <= 4096
        assert page.buttons
        labels = [button.text for button in page.buttons.inline_keyboard[0]]
        seen += 1
        if "▶" not in labels:
            break
        page = speakers.said(library.find_quotations("Park"), "Park", seen, language("en"))
    assert seen > 1
    assert speakers.said(library.find_quotations("Park"), "Park", 999, language("en")) == page


def test_quotations_that_are_not_about_the_topic_are_counted() -> None:
    library = dated_library((FERRY, "2021-09"), (FLOOD, "2021-07-15"))
    page = speakers.said(library.find_quotations("Wirth ferry"), "Wirth ferry", 0, language("en"))
    assert page.text.endswith("Not about ferry: 2 more.")
    whole = speakers.said(library.find_quotations("Wirth"), "Wirth", 0, language("en"))
    assert "Not about" not in whole.text
