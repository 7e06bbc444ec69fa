"""Pages of the list of articles, of an article, and of who is quoted, read from the library."""

from __future__ import annotations

from bot.i18n.languages import BotLanguage
from bot.messages import articles, chatting, speakers, strings
from bot.messages.answers import Page
from bot.messages.articles import Opening
from bot.messages.buttons import Open, key_of
from bot.messages.links import Linked
from retrieval.articles import Article
from retrieval.library import Library


def find_article(library: Library, key: str) -> tuple[int, Article] | None:
    """Return the article with that *key*, and its place in the list of articles, from 0."""
    for number, id_ in enumerate(library.articles):
        if key_of(id_) == key:
            article = library.articles.get(id_)
            return (number, article) if article else None
    return None


def article_list(library: Library, topic: str, number: int, language: BotLanguage) -> Page:
    """Return a page of the articles about *topic*, or of all if that is empty."""
    if not topic.strip():
        return articles.article_list(library.articles, number, language)
    found = {article.id: article for article in library.find_articles(topic)}
    return articles.article_list(found, number, language, topic)


def article(library: Library, tap: Open, language: BotLanguage, question: str | None) -> Page:
    """Return what a *tap* opens; *question* is as `Opening` has it."""
    found = find_article(library, tap.key)
    if not found:
        return Page(language.say(strings.ARTICLE_GONE))
    number, opened = found
    opening = Opening(number, tap.part, back=tap.back, question=question)
    return articles.opened(opened, opening, language)


def linked(library: Library, link: Linked, language: BotLanguage) -> Page:
    """Return what a *link* leads to, or that it is gone."""
    found = find_article(library, link.key)
    if not found:
        return Page(language.say(strings.ARTICLE_GONE))
    number, opened = found
    if link.text in (None, opened.sha256[:8]):
        return articles.opened(opened, Opening(number, words=link.span), language)
    page = articles.opened(opened, Opening(number), language)
    note = language.say(strings.WORDS_CHANGED)
    return Page(f"<i>{note}</i>\n\n{page.text}", page.buttons)


def said(library: Library, wanted: str, number: int, language: BotLanguage) -> Page:
    """Return a page of what *wanted* said, or of everybody who is quoted if that is empty."""
    if not wanted.strip():
        return speakers.speaker_list(library.list_speakers(), number, language)
    return speakers.said(library.find_quotations(wanted), wanted, number, language)


def timeline(library: Library, topic: str, number: int, language: BotLanguage) -> Page:
    """Return a page of the sentences about *topic* that name a date, or of all if that is empty."""
    return chatting.timeline(library.build_timeline(topic), number, language)
