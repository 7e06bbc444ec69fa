"""
All sentences of the bot, in Telegram's HTML: English here, which is the key in the other catalogues.

A {name} stands for a value. `N_` marks a sentence for translation, and `Plural` one that counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.i18n.languages import N_, Plural
from retrieval.answers.records import Reason
from retrieval.receipts.verification import Name

# Commands and descriptions

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


# Privacy

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

QUESTIONS_ARE_LOGGED = N_("""\
Whoever runs this bot has chosen that its log holds the text of your questions, without your name.""")
"""What /privacy adds where `LOG_QUESTIONS` is set."""

# Limits

TOO_MANY = N_("""\
I answer {number} questions a minute for each person. Please wait a few seconds and ask again.""")
TOO_MANY_INLINE = N_("Too many questions. Please wait.")
"""On a button, which has little room."""

# Start and settings

WELCOME = Plural(
    "Ask me a question, and I answer with the exact words of {number} article, and say where they "
    "stand.\nTap a question below, or send your own.",
    "Ask me a question, and I answer with the exact words of {number} articles, and say where they "
    "stand.\nTap a question below, or send your own.",
)
WELCOME_IN_GROUP = Plural(
    "Ask with /ask and a question, and I answer with the exact words of {number} article, and "
    "say where they stand.",
    "Ask with /ask and a question, and I answer with the exact words of {number} articles, and "
    "say where they stand.",
)
EXCERPTS = Plural("{number} excerpt", "{number} excerpts")
WITHOUT_PREVIEWS, WITH_PREVIEWS = N_("Without previews of links"), N_("With previews")

# Answers

NO_QUESTION: Mapping[Reason, str] = {
    "empty": N_("Please ask in words, for example about a person, a place or an event."),
    "too-long": N_("Please ask in at most {most} characters: this question is longer."),
}
"""Why a message is no question."""

WEAK: Mapping[Reason, str] = {
    "filtered-out": N_("What matches lies outside the limits that the question sets."),
    "not-together": N_("Its words are there, but never close together."),
    "weak": N_("What comes nearest matches too little of the question."),
}
"""Why what was found is no answer."""

NOT_FOUND = N_("I found no answer to this in the articles.")
NOWHERE = N_("Nowhere in them: {words}.")
NEAREST = N_("The nearest excerpt, which is not an answer:")
SEARCHED = N_("Searched: {articles}.")
SEARCHED_ON = N_("Searched: {articles}, {date}.")
SEARCHED_BETWEEN = N_("Searched: {articles}, {since} to {until}.")
READ_AS = N_("Reading this as: {question}")
REPORTED = N_("{name} (reported)")
DIFFERENT = N_("The articles say different things:")
AND_MORE = N_("and {number} more")
LISTED_AND_MORE = N_("{listed} and {number} more")
ALSO_IN = N_("Also in: {articles}")
DATE_INFERRED = N_("{date} (date inferred from the text)")
PARAGRAPH, PAGE = N_("paragraph {number}"), N_("p. {number}")
ARTICLES = Plural("{number} article", "{number} articles")
REPORTS = Plural("{number} report", "{number} reports")
PARTS_SHOWN = N_("The section is long: these are parts {first} to {last} of {number}.")
NOT_CONFIRMED = N_("Telegram has not confirmed that these words are in the message above.")

# Buttons

CONTEXT, LESS_CONTEXT = N_("Context"), N_("Less context")
SOURCE = N_("Source")
SHOW_IN_ARTICLE = N_("Show in article")
COPY_CITATION = N_("Copy citation")
ONLY_WHAT_I_WROTE = N_("Only what I wrote")
PUBLISHERS_PAGE = N_("Publisher’s page")
BACK_TO_ANSWER = N_("Back to the answer")
ALL_ARTICLES = N_("All articles")

# Articles and speakers

ARTICLE_LIST = Plural("I answer from {number} article:", "I answer from {number} articles:")
SECTIONS = Plural("{number} section", "{number} sections")
PARAGRAPHS = Plural("{number} paragraph", "{number} paragraphs")
SPEAKERS = N_("Quoted in the articles, and how often. /said and a name shows the words:")
NOBODY = N_("Nobody is quoted in the articles.")
UNKNOWN_SPEAKER = N_("Nobody called {name} is quoted. /said lists who is.")
NO_WORDS = N_("No words of {name} stand between quotation marks.")
NO_WORDS_ABOUT = N_("No words of {name} about {topic} stand between quotation marks.")

# Receipts

VERIFY_USAGE = N_("""\
Every excerpt has a receipt: a word of letters and digits that names the article, its version and the \
place. Send it after /verify, and I show the words where they stand, or how they have changed since.""")
RECEIPT: Mapping[Name, str] = {
    "verbatim": N_("<b>Verbatim</b>: these words stand in the article as the receipt says."),
    "moved": N_(
        "<b>Verbatim</b>: the article has changed since, and the same words still stand in it."
    ),
    "renamed": N_(
        "<b>Verbatim</b>: the article is called {name} now, and these words stand in it as the receipt says."
    ),
    "changed": N_(
        "<b>Changed</b>: the article has changed since, and the words of the receipt stand in it no more."
    ),
    "removed": N_("<b>Removed</b>: the article is not in the collection any more."),
    "unknown": N_("<b>Unknown</b>: no article of mine is the one that the receipt names."),
    "forged": N_(
        "<b>Not valid</b>: this is no receipt, or not as it was made. Perhaps a letter is wrong, too many "
        "or missing."
    ),
}
TAMPERED = N_("<b>Tampered with</b>: that version of the article has other words there.")
IT_SAID = N_("It said:")
IT_SAID_IS_NOT_KEPT = N_("What it said then is not kept.")
NOTHING_LIKE_IT = N_("Nothing that it says now is like them.")
NEAREST_NOW = N_("The nearest that it says now:")

# For admins

ADMIN_COMMANDS: Mapping[str, str] = {
    "add": N_("add an article: an address, or a file"),
    "forget_article": N_("take an article out"),
    "reload": N_("read the articles again now"),
    "stats": N_("questions, times, the index"),
}
"""The commands that only admins have."""

ADD_USAGE = N_("""\
Send /add and the address of a page, a file with /add as its caption, or /add as a reply to a file.""")
NOT_AN_ADDRESS = N_("“{what}” is no address of a page: one begins with https://")
TOO_LARGE = N_("{name}: is larger than {size} MB, the most that a bot is given.")
ADDED = N_("Added {file}.")
SEVERAL = N_("It holds {count} articles. The first of them:")
ARTICLE_BEGINS = N_("Sections: {sections}. Paragraphs: {paragraphs}. It begins:")
NO_PUBLISHER = N_("It does not say who published it.")
NO_AUTHOR = N_("It does not say who wrote it.")
NO_DATE = N_("It does not say when it was published.")
INFERRED = N_("The date is not stated: it was inferred from the text.")
CORRECT = N_("What is missing or wrong can be said in {file}.")
NOT_YET_FOUND = N_("It is kept, but cannot be found yet: {cause}")
LEFT_OUT = N_("Left out: {problem}")
MORE_LEFT_OUT = N_("Left out as well: {count} more.")

FORGET_USAGE = N_("Send /forget_article and words of a title, or the id of an article.")
UNKNOWN_ARTICLE = N_("No article is called “{wanted}”. /sources lists them.")
CHOOSE = N_("Several articles are called so. Which one?")
MORE_ARTICLES = N_("There are {count} more: say more of the title.")
DELETE_ASKED = N_("Delete {file}, “{title}”?")
LEAVE_OUT_ASKED = N_("Leave out {id}, one of several in {file}, “{title}”?")
FORGET, KEEP = N_("Forget"), N_("Keep")
KEPT = N_("Nothing was changed.")
LAST = N_("It is the last article, and without any there is nothing to ask. Add another first.")
DELETED = N_("{file} is deleted.")
IS_LEFT_OUT = N_("{id} is left out from now on, though {file} still has it.")
GONE = N_("I looked: nothing of “{title}” can be found.")
STILL_FOUND = N_("But this is still found: “{sentence}”")
UNCERTAIN = N_("But it may still be found: {cause}")
OTHERWISE = N_("The article has changed since, or is gone. Send /forget_article again.")
TOO_OLD = N_("I can no longer see this message. Send /forget_article again.")

RELOADED = N_("Added: {added}. Changed: {changed}. Removed: {removed}. Articles now: {articles}.")
UNCHANGED = N_("Nothing has changed. Articles: {articles}.")
AS_THEY_WERE = N_("The articles stay as they were: {cause}")

SINCE = N_("Since {since}:")
QUESTIONS = N_("Questions: {questions}, answered: {answered}, not answered: {refused}")
NOT_LOOKED_UP = N_("Could not be looked up: {failed}")
TIMES = N_("Half of them took at most {p50} ms, 99 of 100 at most {p99} ms.")
FEEDBACK = N_("Found good: {good}, found bad: {bad}")
INDEX = N_("Articles: {articles}, passages: {passages}")
IN_MEMORY = N_("Engine: {engine}, in memory")
ON_DISK = N_("Engine: {engine}, {size} MB on disk")
NOT_READ = N_("Files that cannot be read: {count}. /reload names them.")
REFUSED: Mapping[Reason, str] = {
    "unknown-words": N_("words that stand nowhere: {count}"),
    "not-together": N_("words that never stand together: {count}"),
    "weak": N_("nothing near enough: {count}"),
    "filtered-out": N_("outside the limits of the question: {count}"),
    "empty": N_("no words: {count}"),
    "too-long": N_("too long: {count}"),
}

FAULT = N_("Something failed: {what}. In the log it has the id {id}.")
