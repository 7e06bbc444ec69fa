"""What the bot says beside its answers, in Telegram's HTML."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n.languages import LANGUAGES, N_, Language
from bot.messages.answers import Page
from bot.messages.buttons import Set
from bot.storage.views import View
from retrieval.library import Library

SETTINGS_LINK = "settings"
"""What a link into the private chat carries that opens the settings."""

EXCERPTS = (1, 3, 5, 10)
"""How many there may be to page through."""

COMMANDS: Mapping[str, str] = {
    "ask": N_("ask a question, here or in a group"),
    "more": N_("more excerpts for the last question"),
    "new": N_("begin anew: the next question goes on from nothing"),
    "sources": N_("the articles I answer from"),
    "said": N_("who is quoted, and what somebody said"),
    "verify": N_("whether the words of a receipt still stand"),
    "settings": N_("language, how many excerpts, previews"),
    "help": N_("how to ask, and what the buttons do"),
    "privacy": N_("what I keep"),
    "forget_me": N_("forget all that I keep of you"),
    "start": N_("questions to begin with"),
}
"""The menu of a private chat: what each command is for."""

IN_GROUPS = ("ask", "more", "new", "sources", "said", "verify", "help", "privacy")
"""The commands that the menu of a group has."""

ABOUT = N_("I answer questions with the exact words of articles, and say where they stand.")
DESCRIPTION = N_("""\
Ask me a question in plain words. I look for it in a collection of articles and answer with their \
exact words, never with my own, and say who wrote them, when, and where they stand.

When the articles hold no answer, I say so.""")

ONLY_TEXT = N_("I can only read text. Please send your question in words.")
UNKNOWN_COMMAND = N_("I do not know this command. /help lists those I know.")
UNKNOWN_BUTTON = N_("I do not know this button. Please send your question again.")
QUESTION_GONE = N_("I can no longer see the question. Please send it again.")
ARTICLES_CHANGED = N_("The articles have changed since. Here is what they say now.")
ARTICLE_GONE = N_("This article is not in the collection any more. /sources lists those that are.")
WORDS_CHANGED = N_("This article has changed since the link was made.")
NO_ANSWER = N_("No answer in the articles")
ASK_IN_PRIVATE = N_("Ask me in our own chat")
FAILED = N_("Something went wrong on my side. Please try again in a moment.")
CANNOT_SEARCH = N_("I cannot search right now. Please try again in a moment.")
NOTHING_ASKED = N_("There is no question to go on from. Ask one, and /more shows further excerpts.")
NO_MORE = N_("There are no further excerpts for this question.")
ANEW = N_("Forgotten. Your next question is read by itself.")
FORGOTTEN = N_("Forgotten: your settings, your verdicts, and what you asked.")
SHOWN_ALREADY = N_("I have just posted it, further down.")
THANKS = N_("Thank you. I keep your verdict, and not your question.")
SETTINGS = N_("How shall I answer you?")
SETTINGS_ARE_YOURS = N_("Settings are your own. Open our chat to change them.")
OPEN_CHAT = N_("Open our chat")

HELP = N_("""\
Send me a question in plain words. I look for it in a collection of articles and answer with their \
exact words, never with my own.

Under an excerpt stand its article, publisher, date, section and paragraph. The words of your \
question are <b>bold</b>. ◀ and ▶ turn to other excerpts, “Context” shows the paragraphs around, and \
“Source” opens the article there. With 👍 and 👎 you tell me whether it was of use.

“Show in article” posts the section and quotes the excerpt out of it: Telegram takes no quote that is \
not in the message word for word. “Copy citation” gives you a line to paste.

When the articles hold no answer, I say so.

Go on with a short question, or reply to an answer: “and the bridges?”, “why did he say so?” I read it \
together with the one before, and show how.

In a group I answer /ask and a question, a message that names me, and a reply to one of mine. In any \
chat, write my name and a question to choose from what I find. Edit a question, and my answer follows.

/ask and a question works everywhere
/more shows further excerpts
/new lets the next question go on from nothing
/sources lists the articles
/said and a name lists what somebody said word for word
/verify and a receipt shows whether its words still stand
/settings has language, number of excerpts and previews
/privacy says what I keep, /forget_me forgets it
/start offers questions to begin with""")

NOT_LOGGED = N_("My log holds no word of your questions.")
RECORDED = N_("""\
Just now conversations with me are written down, so that I can be tested with them: your questions and \
my answers, word for word. Left out as they are written are names, usernames, titles of chats, phone \
numbers, e-mail addresses, invite links, and the numbers by which Telegram knows people, chats and \
messages.""")
PRIVACY = N_("""\
For an hour I keep your last questions, so that the next can go \
on from them; /new forgets them at once.

For a day I know the numbers of your question and of my answer, so that the answer can follow when you \
edit the question.

Your settings, and what you think of an excerpt (👍 👎), I keep until you send /forget_me: the excerpt, \
and not what you asked.

The buttons work because Telegram keeps our messages: to turn a page I read your question from the \
message that mine replies to. After that hour and day, what is old is deleted with the next answer \
to anybody, or when I start.""")


def welcome(library: Library, language: Language, *, private: bool) -> str:
    count = len(library.articles)
    if not private:
        return language.count(
            "Ask with /ask and a question, and I answer with the exact words of {number} article, and "
            "say where they stand.",
            "Ask with /ask and a question, and I answer with the exact words of {number} articles, and "
            "say where they stand.",
            count,
        )
    return language.count(
        "Ask me a question, and I answer with the exact words of {number} article, and say where they "
        "stand.\nTap a question below, or send your own.",
        "Ask me a question, and I answer with the exact words of {number} articles, and say where they "
        "stand.\nTap a question below, or send your own.",
        count,
    )


def settings(view: View) -> Page:
    """The settings as they are, each with buttons to change it."""
    language, now = view.language, view.preferences
    languages = list(LANGUAGES.items())
    rows = [
        [_choice(name, Set("language", code), language.code == code) for code, name in some]
        for some in (languages[:3], languages[3:])
    ]
    rows.append(
        [
            _choice(
                language.count("{number} excerpt", "{number} excerpts", number),
                Set("excerpts", str(number)),
                now.excerpts == number,
            )
            for number in EXCERPTS
        ]
    )
    previews = [
        (language.say("Without previews of links"), "off"),
        (language.say("With previews"), "on"),
    ]
    rows.append(
        [
            _choice(label, Set("previews", of), now.previews == (of == "on"))
            for label, of in previews
        ]
    )
    return Page(language.say(SETTINGS), InlineKeyboardMarkup(rows))


def _choice(label: str, of: Set, chosen: bool) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"✓ {label}" if chosen else label, callback_data=of.data)
