"""What the bot says beside its answers, in Telegram's HTML."""

from __future__ import annotations

from telegram import BotCommand
from telegram.constants import MessageLimit

from bot.markup import units
from bot.render import clip, counted, dated, escape, more
from retrieval.articles import Article
from retrieval.library import Library

COMMANDS = (
    BotCommand("ask", "ask a question, here or in a group"),
    BotCommand("sources", "the articles I answer from"),
    BotCommand("help", "how to ask, and what the buttons do"),
    BotCommand("privacy", "what I keep"),
    BotCommand("start", "questions to begin with"),
)

ONLY_TEXT = "I can only read text. Please send your question in words."
UNKNOWN_COMMAND = "I do not know this command. /help lists those I know."
UNKNOWN_BUTTON = "I do not know this button. Please send your question again."
QUESTION_GONE = "I can no longer see the question. Please send it again."
ARTICLES_CHANGED = "The articles have changed since. Here is what they say now."
NO_ANSWER = "No answer in the articles"
ASK_IN_PRIVATE = "Ask me in our own chat"
FAILED = "Something went wrong on my side. Please try again in a moment."
CANNOT_SEARCH = "I cannot search right now. Please try again in a moment."

HELP = """\
Send me a question in plain words. I look for it in a collection of articles and answer with their \
exact words, never with my own.

Under an excerpt stand its article, publisher, date, section and paragraph. The words of your \
question are <b>bold</b>. ◀ and ▶ turn to other excerpts, “More context” shows the paragraphs \
around.

When the articles hold no answer, I say so.

In a group I answer /ask and a question, a message that names me, and a reply to one of mine. In any \
chat, write my name and a question to choose from what I find. Edit a question, and my answer follows.

/ask and a question works everywhere
/sources lists the articles
/privacy says what I keep
/start offers questions to begin with"""

PRIVACY = """\
I keep no word of your questions: they are answered from memory and forgotten, and my log holds none \
of them.

For a day I know the numbers of your question and of my answer, so that the answer can follow when you \
edit the question.

The buttons work because Telegram keeps our messages: to turn a page I read your question from the \
message that mine replies to. Delete the chat, and with my next \
answer to anybody after that day nothing is left with me."""


def welcome(library: Library, *, private: bool) -> str:
    articles = counted(len(library.articles), "article")
    ask = "Ask me a question" if private else "Ask with /ask and a question"
    text = f"{ask}, and I answer with the exact words of {articles}, and say where they stand."
    return f"{text}\nTap a question below, or send your own." if private else text


def sources(library: Library) -> str:
    """The articles, as many as fit one message."""
    count = len(library.articles)
    text = f"I answer from {counted(count, 'article')}:"
    for number, article in enumerate(library.articles.values()):
        longer = f"{text}\n\n{_source(article)}"
        # Telegram counts the parsed text; this is longer, so what fits here fits there.
        if units(longer) > MessageLimit.MAX_TEXT_LENGTH - 40:
            return f"{text}\n\n…{more(count - number)}."
        text = longer
    return text


def _source(article: Article) -> str:
    about = [escape(clip(name, 100)) for name in [article.author, article.publisher] if name]
    if article.published:
        about.append(escape(dated(article.published, article.dated_by)))
    headings = sum(section.heading is not None for section in article.sections)
    size = [counted(headings, "section")] if headings else []
    size.append(counted(sum(len(section.paragraphs) for section in article.sections), "paragraph"))
    lines = [f"<b>{escape(clip(article.title, 160))}</b>", ", ".join(about), ", ".join(size)]
    if article.note:
        lines.append(f"<i>{escape(clip(article.note, 200))}</i>")
    return "\n".join(line for line in lines if line)
