"""
All sentences of the bot, in Telegram's HTML: English here, which is the key in the other catalogues.

A {name} stands for a value. `N_` marks a sentence for translation, and `Plural` one that counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.i18n.languages import N_, Plural
from retrieval.answers.records import Reason
from retrieval.lang.schema import ChatIntent
from retrieval.receipts.verification import Name

# Commands and descriptions

COMMANDS: Mapping[str, str] = {
    "ask": N_("ask a question, here or in a group"),
    "check": N_("what the articles say about a claim"),
    "more": N_("more excerpts for the last question"),
    "new": N_("start over: the next question stands alone"),
    "sources": N_("the articles I answer from"),
    "said": N_("who is quoted, and what they said"),
    "timeline": N_("what happened when: sentences with dates, in order"),
    "verify": N_("check that the words of a receipt are still there"),
    "settings": N_("language, number of excerpts, link previews"),
    "help": N_("how to ask, and what the buttons do"),
    "privacy": N_("what I store"),
    "forget_me": N_("delete everything I store about you"),
    "start": N_("some questions to start with"),
}
"""The commands in the menu of a private chat, and what each is for."""

IN_GROUPS = (
    "ask",
    "check",
    "more",
    "new",
    "sources",
    "said",
    "timeline",
    "verify",
    "help",
    "privacy",
)
"""The commands in the menu of a group."""

ABOUT = N_("I answer questions with exact quotes from articles, and say where each one is from.")
DESCRIPTION = N_("""\
Ask me a question in plain words. I search a collection of articles and answer with their exact words, \
never with my own, and tell you who wrote them, when, and where to find them.

If the articles have no answer, I say so.""")
HELP = N_("""\
Send me a question in plain words. I search a collection of articles and answer with their exact words, \
never with my own.

Below each excerpt you see the article, its publisher, the date, the section and the paragraph. The words \
of your question are <b>bold</b>. ◀ and ▶ go to other excerpts, “Context” shows the paragraphs around the \
excerpt, and “Source” opens the article at that place. Use 👍 and 👎 to tell me whether the excerpt was \
useful.

“Show in article” posts the section and quotes the excerpt from it: Telegram accepts a quote only if it is \
in the message word for word. “Copy citation” gives you a line to paste.

If the articles have no answer, I say so.

You can follow up with a short question, or reply to an answer: “and the bridges?”, “why did he say so?” I \
read it together with the earlier question, and show you how I read it.

In a group I answer /ask followed by a question, messages that mention me, and replies to my messages. In \
any chat, type my username and a question to pick from what I find. If you edit a question, I update my \
answer.

/ask and a question works everywhere
/check and a claim shows what bears on it; you can also forward a message to me
/more shows further excerpts
/new starts over: the next question stands alone
/sources lists the articles, or with a topic those about it
/said and a name lists what they said, word for word
/timeline lists sentences with dates, in order
/verify and a receipt shows whether its words are still there
/settings changes the language, the number of excerpts and link previews
/privacy says what I store, /forget_me deletes it
/start suggests some questions to start with""")

# Replies and notices

ONLY_TEXT = N_("I can only read text. Please type your question.")
UNKNOWN_COMMAND = N_("I don’t know this command. /help lists the ones I know.")
UNKNOWN_BUTTON = N_("I don’t know this button. Please send your question again.")
QUESTION_GONE = N_("I can no longer see the question. Please send it again.")
ARTICLES_CHANGED = N_("The articles have changed in the meantime. Here is what they say now.")
ARTICLE_GONE = N_("This article is no longer in the collection. /sources lists the current ones.")
WORDS_CHANGED = N_("This article has changed since the link was created.")
NO_ANSWER = N_("No answer in the articles")
ASK_IN_PRIVATE = N_("Ask me in a private chat")
FAILED = N_("Something went wrong on my side. Please try again in a moment.")
CANNOT_SEARCH = N_("I cannot search right now. Please try again in a moment.")
NOTHING_ASKED = N_("I don’t remember a question here. Ask one, and /more shows further excerpts.")
CHECK_USAGE = N_("""\
Send /check and a claim, or reply to a message with /check. I show you what the articles say about it, and \
where they differ.""")
NO_MORE = N_("There are no more excerpts for this question.")
ANEW = N_("Done. I will read your next question on its own.")
FORGOTTEN = N_("Deleted: your settings, your ratings and your questions.")
SHOWN_ALREADY = N_("I have just posted it, further down.")
THANKS = N_("Thank you. I store your rating, but not your question.")
TOO_MANY = N_("""\
I answer at most {number} questions per minute and person. Please wait a few seconds and ask again.""")
TOO_MANY_INLINE = N_("Too many questions. Please wait.")
"""On a button, which has little room."""

# Privacy

NOT_LOGGED = N_("My log does not contain the text of your questions.")
QUESTIONS_ARE_LOGGED = N_("""\
The operator of this bot has chosen to log the text of your questions, without your name.""")
"""What /privacy says first where `LOG_QUESTIONS` is set."""

RECORDED = N_("""\
At the moment, conversations with me are recorded so that I can be tested with them: your questions and my \
answers, word for word. Before anything is written, these are removed: names, usernames, chat titles, phone \
numbers, e-mail addresses, invite links, and the numbers by which Telegram identifies people, chats and \
messages.""")
PRIVACY = N_("""\
I keep your recent questions for an hour, so that you can follow up on them; /new deletes them at once. I \
also keep for an hour which excerpt an answer shows.

For a day I keep the message numbers of your question and of my answer, so that I can update the answer if \
you edit the question.

I keep your settings and your ratings of excerpts (👍 👎) until you send /forget_me. A rating is stored with \
the excerpt, and not with your question.

The buttons work because Telegram keeps our messages: to show another page, I read your question from the \
message that mine replies to. Once that hour or day is over, old entries are deleted with the next answer to \
anybody, or when I start.""")

# Start and settings

WELCOME = Plural(
    "Ask me a question. I answer with exact quotes from {number} article, and say where each one is from.\n"
    "Tap a question below, or send your own.",
    "Ask me a question. I answer with exact quotes from {number} articles, and say where each one is from.\n"
    "Tap a question below, or send your own.",
)
WELCOME_IN_GROUP = Plural(
    "Send /ask and a question. I answer with exact quotes from {number} article, and say where each one is "
    "from.",
    "Send /ask and a question. I answer with exact quotes from {number} articles, and say where each one is "
    "from.",
)
SETTINGS = N_("How should I answer you?")
SETTINGS_ARE_YOURS = N_("Settings are personal. Open our private chat to change yours.")
OPEN_CHAT = N_("Open private chat")
EXCERPTS = Plural("{number} excerpt", "{number} excerpts")
WITHOUT_PREVIEWS, WITH_PREVIEWS = N_("Without link previews"), N_("With previews")

# Answers

NO_QUESTION: Mapping[Reason, str] = {
    "empty": N_(
        "Please ask about something in the articles, for example a person, a place or an event."
    ),
    "too-long": N_("This question is too long. Please use at most {most} characters."),
}
"""Why a message is no question."""

REQUESTS: Mapping[ChatIntent, str] = {
    "identity": N_(
        "I am a bot. I answer questions with exact quotes from articles, and write nothing of my own. "
        "/help shows how to ask, /sources lists the articles."
    ),
    "greeting": N_("Hello! Ask me a question about the articles. /sources lists them."),
    "thanks": N_("You’re welcome."),
    "objection": N_(
        "I only quote the articles, and may have picked the wrong words. "
        "Ask again with the name, place or time that you mean; /more shows further excerpts."
    ),
    "summary": N_("I quote the articles and do not summarize them. /sources lists them."),
    "doubt": N_(
        "I only quote the articles, and cannot judge whether they are right. "
        "/check and a claim shows what they say about it, and where they differ."
    ),
    "translation": N_("I quote the articles in their own language and do not translate them."),
    "writing": N_("I quote the articles and write nothing of my own."),
    "clock": N_("I only know what is in the articles, and not what time it is."),
    "test": N_("I am here. Ask me a question about the articles; /sources lists them."),
    "arithmetic": N_("I only quote articles, and do no sums."),
    "link": N_(
        "I found no article with this address in the collection. An admin can add it with /add."
    ),
    "who-wrote": N_(
        "Ask me a question first. Below each answer I say who wrote the article, who published it, and when."
    ),
    "who-said": N_(
        "Ask me a question first. Above each answer I say who is speaking. /said lists everybody who is quoted."
    ),
    "help": N_("/help shows how to ask."),
    "more": N_("/more shows further excerpts."),
    "sources": N_("/sources lists the articles."),
    "speakers": N_("/said lists everybody who is quoted."),
    "timeline": N_("/timeline lists the dated sentences of the articles in order."),
}
"""What serves where a message is meant for the bot and not for the articles."""

ABOUT_NO_ANSWER = N_(
    "I found no answer to your last question, so there is no excerpt to ask about. "
    "Ask it in other words, or with the name, place or time that you mean; /sources lists the articles."
)
ABOUT_NEAREST = N_(
    "I found no answer to your last question. The closest excerpt, which is not an answer:"
)
"""Before what is known about an excerpt."""

WEAK: Mapping[Reason, str] = {
    "filtered-out": N_("The only matches are outside the limits that the question sets."),
    "other-language": N_("No article is in the language of the question."),
    "not-quoted": N_("Nobody is quoted with such words."),
    "other-subject": N_("The articles speak of somebody or something else."),
    "other-place": N_("The articles speak of another place."),
    "other-time": N_("The articles speak of another time."),
    "no-such-value": N_("The articles do not give what is asked for."),
    "not-together": N_("The articles contain the words of the question, but never close together."),
    "weak": N_("The closest match has too little in common with the question."),
}
"""Why what was found is no answer."""

NOT_FOUND = N_("I found no answer to this in the articles.")
NOWHERE = N_("Not in the articles: {words}.")
NEAREST = N_("The closest excerpt, which is not an answer:")
SEARCHED = N_("Searched: {articles}.")
SEARCHED_ON = N_("Searched: {articles}, {date}.")
SEARCHED_BETWEEN = N_("Searched: {articles}, {since} to {until}.")
READ_AS = N_("Reading this as: {question}")
REPORTED = N_("{name} (reported)")
DIFFERENT = N_("The articles say different things:")
AT_DIFFERENT_DATES = N_("Reported at different dates:")
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
ARTICLES_ABOUT = Plural("{number} article about “{topic}”:", "{number} articles about “{topic}”:")
NO_ARTICLE_ABOUT = N_("I found no article about “{topic}”. /sources lists all articles.")
SECTIONS = Plural("{number} section", "{number} sections")
PARAGRAPHS = Plural("{number} paragraph", "{number} paragraphs")
SPEAKERS = N_("""\
Who is quoted in the articles, and how often. Send /said and a name to see the quotes:""")
NOBODY = N_("Nobody is quoted in the articles.")
UNKNOWN_SPEAKER = N_("The articles quote nobody called {name}. /said lists everybody they quote.")
LIKE_A_SPEAKER = N_(
    "The articles quote nobody called {name}. Did you mean {others}? /said lists everybody they quote."
)
NO_WORDS_ABOUT = N_("The articles have no words of {name} about {topic}.")
OTHER_WORDS = N_("Not about {topic}: {count} more.")
SAID_INSTEAD = N_("/said {name} lists what the articles quote.")

NOBODY_SPEAKS = N_("Nobody is quoted there: these are the words of the article.")
NO_DATES = N_("No article names a date.")
NO_DATES_ABOUT = N_("The articles name no date in connection with {topic}.")
NOT_ALL_READ = N_(
    "There are more dates than I can list. /timeline and a topic shows those about it."
)
YEAR_INFERRED = N_("{date} (year inferred)")

# Receipts

VERIFY_USAGE = N_("""\
Every excerpt has a receipt: a code of letters and digits that identifies the article, its version and the \
place in it. Send it after /verify, and I show you the words in the article, or how they have changed since \
then.""")
RECEIPT: Mapping[Name, str] = {
    "verbatim": N_("<b>Verbatim</b>: these words are in the article, where the receipt says."),
    "moved": N_(
        "<b>Verbatim</b>: the article has changed since then, but still contains the same words."
    ),
    "renamed": N_(
        "<b>Verbatim</b>: the article is now called {name}, and these words are in it, where the receipt says."
    ),
    "changed": N_(
        "<b>Changed</b>: the article has changed since then, and no longer contains the words of the receipt."
    ),
    "removed": N_("<b>Removed</b>: the article is no longer in the collection."),
    "unknown": N_("<b>Unknown</b>: the receipt names an article that I do not know."),
    "forged": N_(
        "<b>Not valid</b>: this is not a receipt, or it was altered. Perhaps a letter is wrong, extra or "
        "missing."
    ),
}
TAMPERED = N_("""\
<b>Tampered with</b>: that version of the article has different words in this place.""")
IT_SAID = N_("It said:")
IT_SAID_IS_NOT_KEPT = N_("The earlier text is not stored.")
NOTHING_LIKE_IT = N_("It now contains nothing similar to them.")
NEAREST_NOW = N_("The closest passage now:")

# For admins

ADMIN_COMMANDS: Mapping[str, str] = {
    "add": N_("add an article from a web address or a file"),
    "forget_article": N_("remove an article"),
    "reload": N_("reload the articles now"),
    "stats": N_("questions, response times, index"),
}
"""The commands that only admins have."""

ADD_USAGE = N_("""\
Send /add with the address of a web page, a file with /add as its caption, or /add as a reply to a file.""")
NOT_AN_ADDRESS = N_("“{what}” is not a web address: those start with https://")
TOO_LARGE = N_("{name}: is larger than {size} MB, the most that a bot can download.")
ADDED = N_("Added {file}.")
SEVERAL = N_("It contains {count} articles. The first of them:")
ARTICLE_BEGINS = N_("Sections: {sections}. Paragraphs: {paragraphs}. It begins:")
NO_PUBLISHER = N_("It does not say who published it.")
NO_AUTHOR = N_("It does not say who wrote it.")
NO_DATE = N_("It does not say when it was published.")
INFERRED = N_("The date is not stated: it was inferred from the text.")
CORRECT = N_("You can add or correct these details in {file}.")
NOT_YET_FOUND = N_("It is saved, but cannot be found yet: {cause}")
LEFT_OUT = N_("Left out: {problem}")
MORE_LEFT_OUT = N_("Also left out: {count} more.")

FORGET_USAGE = N_("Send /forget_article with words from the title, or with the id of an article.")
UNKNOWN_ARTICLE = N_("There is no article called “{wanted}”. /sources lists them all.")
CHOOSE = N_("Several articles match. Which one do you mean?")
MORE_ARTICLES = N_("There are {count} more: please give more words from the title.")
DELETE_ASKED = N_("Delete {file}, “{title}”?")
LEAVE_OUT_ASKED = N_("Leave out {id}, “{title}”, one of several articles in {file}?")
FORGET, KEEP = N_("Forget"), N_("Keep")
KEPT = N_("Nothing was changed.")
LAST = N_("""\
This is the last article, and without articles there is nothing to ask about. Please add another one first.""")
DELETED = N_("{file} was deleted.")
IS_LEFT_OUT = N_("{id} is left out from now on, although {file} still contains it.")
GONE = N_("I checked: nothing from “{title}” can be found any more.")
STILL_FOUND = N_("But this can still be found: “{sentence}”")
UNCERTAIN = N_("But it may still be found: {cause}")
OTHERWISE = N_("""\
The article has changed in the meantime, or is gone. Please send /forget_article again.""")
TOO_OLD = N_("I can no longer see this message. Please send /forget_article again.")

RELOADED = N_("Added: {added}. Changed: {changed}. Removed: {removed}. Articles now: {articles}.")
UNCHANGED = N_("Nothing has changed. Articles: {articles}.")
AS_THEY_WERE = N_("The articles stay as they were: {cause}")

SINCE = N_("Since {since}:")
QUESTIONS = N_("Questions: {questions}, answered: {answered}, not answered: {refused}")
NOT_LOOKED_UP = N_("Search was unavailable: {failed}")
TIMES = N_("Half of them took at most {p50} ms, and 99% at most {p99} ms.")
FEEDBACK = N_("Ratings: {good} 👍, {bad} 👎")
INDEX = N_("Articles: {articles}, passages: {passages}")
IN_MEMORY = N_("Engine: {engine}, in memory")
ON_DISK = N_("Engine: {engine}, {size} MB on disk")
EMBEDDED = N_("Comparison by meaning: {done} of {total} passages are ready")
NOT_READ = N_("Files that cannot be read: {count}. /reload lists them.")
REFUSED: Mapping[Reason, str] = {
    "not-a-question": N_("meant for the bot: {count}"),
    "other-language": N_("in a language of no article: {count}"),
    "unknown-words": N_("words that are in no article: {count}"),
    "not-quoted": N_("not quoted, or not on this: {count}"),
    "other-subject": N_("about somebody or something else: {count}"),
    "other-place": N_("about another place: {count}"),
    "other-time": N_("about another time: {count}"),
    "no-such-value": N_("not stated: {count}"),
    "not-together": N_("words that are never close together: {count}"),
    "weak": N_("no match close enough: {count}"),
    "filtered-out": N_("only outside the limits of the question: {count}"),
    "empty": N_("no words: {count}"),
    "too-long": N_("too long: {count}"),
}

FAULT = N_("Something failed: {what}. Its id in the log is {id}.")
