"""What those who look after the articles are told, as messages: no await, no I/O."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n.languages import N_, Language
from bot.messages.answers import Page, clip, dated, escape
from bot.messages.buttons import key_of
from bot.messages.markup import units
from bot.storage.statistics import Figures
from retrieval.answers.records import Reason
from retrieval.articles import Article, ArticleError, EngineError, Span
from retrieval.collection.protocol import Changes, IndexSize
from retrieval.library import Library
from retrieval.maintenance.adding import Added

COMMANDS: Mapping[str, str] = {
    "add": N_("add an article: an address, or a file"),
    "forget_article": N_("take an article out"),
    "reload": N_("read the articles again now"),
    "stats": N_("questions, times, the index"),
}

ADD_USAGE = N_("""\
Send /add and the address of a page, a file with /add as its caption, or /add as a reply to a file.""")
NOT_AN_ADDRESS = N_("“{what}” is no address of a page: one begins with https://")
TOO_LARGE = N_("{name}: is larger than {size} MB, the most that a bot is given.")
ADDED = N_("Added {file}.")
SEVERAL = N_("It holds {count} articles. The first of them:")
FOUND = N_("Sections: {sections}. Paragraphs: {paragraphs}. It begins:")
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
FAILED = N_("Could not be looked up: {failed}")
TIMES = N_("Half of them took at most {p50} ms, 99 of 100 at most {p99} ms.")
VERDICTS = N_("Found good: {good}, found bad: {bad}")
INDEX = N_("Articles: {articles}, passages: {passages}")
IN_MEMORY = N_("Engine: {engine}, in memory")
ON_DISK = N_("Engine: {engine}, {size} MB on disk")
NOT_READ = N_("Files that cannot be read: {count}. /reload names them.")
REASONS: Mapping[Reason, str] = {
    "unknown-words": N_("words that stand nowhere: {count}"),
    "not-together": N_("words that never stand together: {count}"),
    "weak": N_("nothing near enough: {count}"),
    "filtered-out": N_("outside the limits of the question: {count}"),
    "empty": N_("no words: {count}"),
    "too-long": N_("too long: {count}"),
}

FAULT = N_("Something failed: {what}. In the log it has the id {id}.")

_MOST = 3900
"""UTF-16 units of a message, with room for its last line."""

_SHOWN, _PROBLEMS, _CHOICES = 3, 10, 8
"""Articles, problems and choices that are listed."""

_MAX_TITLE, _MAX_NAME, _MAX_FIRST, _MAX_CAUSE = 160, 100, 200, 300


@dataclass(frozen=True, slots=True)
class Tap:
    """
    A tap on a button that is about an article. Ids can be longer than what a button carries.

    Attributes:
        action: "pick", "forget" or "keep".
        key: Of the article's id.
        version: Of what it says.
    """

    action: str
    key: str
    version: str

    @property
    def data(self) -> str:
        return f"article:{self.action}:{self.key}:{self.version}"


TAPS = re.compile(r"article:(pick|forget|keep):([\w-]{12}):([0-9a-f]{8})")


def tap(action: str, article: Article) -> Tap:
    return Tap(action, key_of(article.id), article.sha256[:8])


def plain(error: Exception, *folders: Path) -> str:
    """The sentence of *error* on one line, with files as they are called in *folders*."""
    told, cause = "", str(error)
    if isinstance(error, ArticleError):
        told, cause = f"{error.path}", error.cause
    for folder in folders:
        told, cause = (text.replace(f"{folder}{os.sep}", "") for text in (told, cause))
    # An address can be long, and why it will not do comes after it.
    return (
        f"{clip(told, _MAX_NAME)}: {clip(cause, _MAX_CAUSE)}" if told else clip(cause, _MAX_CAUSE)
    )


def refusal(error: Exception, *folders: Path) -> Page:
    return Page(escape(plain(error, *folders)))


# Adding


def added(language: Language, of: Added, folder: Path, unfound: Exception | None = None) -> Page:
    """
    What was read of what is new in *folder*.

    Args:
        unfound: Why it cannot be asked about yet.
    """
    file = of.path.relative_to(folder).as_posix()
    blocks = [_said(language, ADDED, file=file)]
    if len(of.articles) > 1:
        blocks.append(_said(language, SEVERAL, count=f"{len(of.articles):,}"))
    blocks += [_article(language, article) for article in of.articles[:_SHOWN]]
    if any(_missing(language, article) for article in of.articles[:_SHOWN]):
        blocks.append(_said(language, CORRECT, file=f"{file}.toml"))
    blocks += _left_out(language, of.problems, folder)
    if unfound:
        blocks.append(_said(language, NOT_YET_FOUND, cause=plain(unfound, folder)))
    return Page(_joined(blocks, "\n\n"))


def _article(language: Language, of: Article) -> str:
    source = [clip(name, _MAX_NAME) for name in (of.author, of.publisher) if name]
    if of.published:
        source.append(dated(of.published, of.dated_by, language))
    counts = _said(
        language,
        FOUND,
        sections=f"{len(of.sections):,}",
        paragraphs=f"{sum(1 for _ in of.paragraphs()):,}",
    )
    lines = [
        f"<b>{escape(clip(of.title, _MAX_TITLE))}</b>",
        escape(", ".join(source)),
        counts,
        f"<blockquote>{escape(of.slice(_first(of)))}</blockquote>",
        *_missing(language, of),
    ]
    return "\n".join(line for line in lines if line)


def _missing(language: Language, of: Article) -> list[str]:
    """What could not be found in an article."""
    missing = []
    if not of.publisher:
        missing.append(language.say(NO_PUBLISHER))
    if not of.author:
        missing.append(language.say(NO_AUTHOR))
    if not of.published:
        missing.append(language.say(NO_DATE))
    elif of.dated_by == "text":
        missing.append(language.say(INFERRED))
    return missing


def _first(of: Article) -> Span:
    """The first words, cut between words where that can be."""
    start, end = next((paragraph for *_, paragraph in of.paragraphs()), Span(0, len(of.text)))
    if end - start <= _MAX_FIRST:
        return Span(start, end)
    cut = of.text.rfind(" ", start, start + _MAX_FIRST)
    return Span(start, cut if cut > start else start + _MAX_FIRST)


# Forgetting


def choices(language: Language, found: Sequence[Article]) -> Page:
    """Several articles to choose from, by numbers."""
    lines, buttons = [language.say(CHOOSE)], []
    for number, article in enumerate(found[:_CHOICES], 1):
        about = [clip(name, _MAX_NAME) for name in (article.publisher,) if name]
        if article.published:
            about.append(dated(article.published, article.dated_by, language))
        told = ", ".join([*about, clip(article.id, _MAX_NAME)])
        lines.append(f"{number}. <b>{escape(clip(article.title, _MAX_TITLE))}</b>\n{escape(told)}")
        label = tap("pick", article).data
        buttons.append(InlineKeyboardButton(str(number), callback_data=label))
    if len(found) > _CHOICES:
        lines.append(_said(language, MORE_ARTICLES, count=f"{len(found) - _CHOICES:,}"))
    rows = [buttons[:4], buttons[4:]] if len(buttons) > 4 else [buttons]
    return Page(_joined(lines, "\n\n"), InlineKeyboardMarkup(rows))


def confirmation(language: Language, article: Article, file: str, *, alone: bool) -> Page:
    """Whether to forget *article*; see `retrieval.maintenance.removal.file_of`."""
    sentence = DELETE_ASKED if alone else LEAVE_OUT_ASKED
    text = _said(
        language, sentence, file=file, id=article.id, title=clip(article.title, _MAX_TITLE)
    )
    labels = ((FORGET, "forget"), (KEEP, "keep"))
    row = [
        InlineKeyboardButton(language.say(label), callback_data=tap(action, article).data)
        for label, action in labels
    ]
    return Page(text, InlineKeyboardMarkup([row]))


def forgotten(
    language: Language,
    article: Article,
    file: str,
    left: str | EngineError | ArticleError | None,
    *,
    alone: bool,
) -> Page:
    """
    What became of *article*.

    Args:
        left: A sentence by which it is still found, or why nobody knows.
    """
    done = _said(language, DELETED if alone else IS_LEFT_OUT, file=file, id=article.id)
    if left is None:
        then = _said(language, GONE, title=clip(article.title, _MAX_TITLE))
    elif isinstance(left, str):
        then = _said(language, STILL_FOUND, sentence=clip(left, _MAX_CAUSE))
    else:
        then = _said(language, UNCERTAIN, cause=plain(left))
    return Page(f"{done}\n{then}")


# How it stands


def reloaded(
    language: Language,
    changes: Changes,
    library: Library,
    folder: Path,
    trouble: str | None = None,
) -> Page:
    """*trouble* is what went wrong with earlier versions of the articles."""
    counts = {name: f"{count:,}" for name, count in changes._asdict().items()}
    sentence = RELOADED if any(changes) else UNCHANGED
    lines = [_said(language, sentence, articles=f"{len(library.articles):,}", **counts)]
    lines += _troubled(trouble)
    return Page(_joined([*lines, *_left_out(language, library.problems, folder)], "\n"))


def statistics(
    language: Language,
    figures: Figures,
    verdicts: tuple[int, int],
    library: Library,
    index_size: IndexSize,
    trouble: str | None = None,
) -> Page:
    """
    *verdicts* are how many people found what they were shown good, and bad; *trouble* is as for `reloaded`.
    """
    since = datetime.fromtimestamp(figures.since, UTC).strftime("%Y-%m-%d %H:%M UTC")
    refused = sum(figures.refused.values())
    lines = [
        _said(language, SINCE, since=since),
        _said(
            language,
            QUESTIONS,
            questions=f"{figures.questions:,}",
            answered=f"{figures.answered:,}",
            refused=f"{refused:,}",
        ),
        *(
            f"  {_said(language, sentence, count=f'{figures.refused[reason]:,}')}"
            for reason, sentence in REASONS.items()
            if figures.refused.get(reason)
        ),
    ]
    if figures.failed:
        lines.append(_said(language, FAILED, failed=f"{figures.failed:,}"))
    if figures.p50 is not None and figures.p99 is not None:
        lines.append(_said(language, TIMES, p50=_ms(figures.p50), p99=_ms(figures.p99)))
    if any(verdicts):
        good, bad = verdicts
        lines.append(_said(language, VERDICTS, good=f"{good:,}", bad=f"{bad:,}"))
    lines += [
        "",
        _said(
            language,
            INDEX,
            articles=f"{len(library.articles):,}",
            passages=f"{library.coverage.passages:,}",
        ),
        _said(
            language,
            ON_DISK if index_size.size else IN_MEMORY,
            engine=index_size.engine,
            size=f"{index_size.size / 1e6:,.1f}",
        ),
    ]
    if library.problems:
        lines.append(_said(language, NOT_READ, count=f"{len(library.problems):,}"))
    lines += _troubled(trouble)
    return Page("\n".join(lines))


def _troubled(trouble: str | None) -> list[str]:
    return [escape(clip(trouble, _MAX_CAUSE))] if trouble else []


def fault(language: Language, id_: str, error: Exception) -> Page:
    """*error*, by its kind alone where its words may be anybody's."""
    what = plain(error).rstrip(".") if isinstance(error, EngineError) else type(error).__name__
    return Page(_said(language, FAULT, what=what, id=id_))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}" if seconds < 0.01 else f"{1000 * seconds:,.0f}"


def _left_out(language: Language, problems: Sequence[ArticleError], folder: Path) -> Iterator[str]:
    for problem in problems[:_PROBLEMS]:
        yield _said(language, LEFT_OUT, problem=plain(problem, folder))
    if len(problems) > _PROBLEMS:
        yield _said(language, MORE_LEFT_OUT, count=f"{len(problems) - _PROBLEMS:,}")


def _said(language: Language, sentence: str, /, **of: str) -> str:
    return language.say(sentence, **{name: escape(told) for name, told in of.items()})


def _joined(blocks: Iterable[str], between: str) -> str:
    """As many of *blocks* as a message holds."""
    text = ""
    for block in blocks:
        longer = f"{text}{between}{block}" if text else block
        if units(longer) > _MOST:
            return f"{text}{between}…"
        text = longer
    return text
