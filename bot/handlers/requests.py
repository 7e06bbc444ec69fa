"""What the bot does with messages that are meant for it and not for the articles: “help”, “who said that?”"""

from __future__ import annotations

from bot.handlers import pages
from bot.i18n.languages import BotLanguage
from bot.messages import chatting, strings
from bot.messages.answers import Page
from bot.messages.articles import Opening, opened
from retrieval.answers.addresses import find_address
from retrieval.answers.records import Excerpt
from retrieval.articles import Article
from retrieval.library import Library
from retrieval.query.chat_intent import ChatRequest


def answer_request(
    library: Library,
    request: ChatRequest,
    message: str,
    language: BotLanguage,
    excerpt: Excerpt | None = None,
) -> Page:
    """
    Return what serves for a *request* to the bot.

    Args:
        message: The words of the request.
        excerpt: The one that the answer before it shows, which it may be about.
    """
    match request.intent:
        case "help":
            return Page(language.say(strings.HELP))
        case "sources":
            return pages.article_list(library, 0, language)
        case "speakers":
            return pages.said(library, "", 0, language)
        case "timeline":
            return pages.timeline(library, request.topic, 0, language)
        case "who-wrote" if excerpt:
            return chatting.who_wrote(excerpt, language)
        case "who-said" if excerpt:
            return chatting.who_said(excerpt, language)
        case "link" if article := _find_address(library, message):
            return opened(article, Opening(), language)
    return Page(language.say(strings.REQUESTS[request.intent]))


def _find_address(library: Library, address: str) -> Article | None:
    with library.store.reading():
        return find_address(address, library.index)
