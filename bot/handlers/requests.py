"""What the bot does with messages that are meant for it and not for the articles: “help”, “who said that?”"""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import pages
from bot.i18n.languages import BotLanguage
from bot.messages import chatting, strings
from bot.messages.answers import Page
from bot.messages.articles import Opening, opened
from retrieval.answers.addresses import find_address
from retrieval.answers.records import Answer
from retrieval.articles import Article
from retrieval.lang.schema import ChatIntent
from retrieval.library import Library
from retrieval.query.chat_intent import ChatRequest

ABOUT_ANSWERS: tuple[ChatIntent, ...] = ("who-wrote", "who-said", "doubt")
"""What somebody may want to know about an answer."""


def answer_request(
    library: Library,
    request: ChatRequest,
    message: str,
    language: BotLanguage,
    answer: Answer | None = None,
    place: int = 0,
) -> Page:
    """
    Return what serves for a *request* to the bot.

    Args:
        message: The words of the request.
        answer: The one before it, which it may be about.
        place: Which excerpt of that answer is shown, from 0.
    """
    if answer and request.intent in ABOUT_ANSWERS:
        return _about_answer(request, answer, place, language)
    match request.intent:
        case "help":
            return Page(language.say(strings.HELP))
        case "sources":
            return pages.article_list(library, request.topic, 0, language)
        case "speakers":
            return pages.said(library, "", 0, language)
        case "timeline":
            return pages.timeline(library, request.topic, 0, language)
        case "link" if article := _find_address(library, message):
            return opened(article, Opening(), language)
    return Page(language.say(strings.REQUESTS[request.intent]))


def _about_answer(request: ChatRequest, answer: Answer, place: int, language: BotLanguage) -> Page:
    """Return what is known about an excerpt of *answer*, or about the closest one if there is no answer."""
    if refusal := answer.no_answer:
        if not refusal.nearest:
            return Page(language.say(strings.ABOUT_NO_ANSWER))
        head, excerpt = [language.say(strings.ABOUT_NEAREST)], refusal.nearest[0]
    else:
        excerpt = answer.excerpts[min(place, len(answer.excerpts) - 1)]
        head = [language.say(strings.REQUESTS["doubt"])] if request.intent == "doubt" else []
    describe = chatting.who_said if request.intent == "who-said" else chatting.who_wrote
    about = describe(excerpt, language)
    return replace(about, text="\n\n".join([*head, about.text]))


def _find_address(library: Library, address: str) -> Article | None:
    with library.store.reading():
        return find_address(address, library.index)
