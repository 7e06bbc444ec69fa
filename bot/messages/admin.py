"""What admins are told, as messages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n.languages import BotLanguage
from bot.messages import strings
from bot.messages.answers import Page, clip, dated, escape
from bot.messages.buttons import key_of
from bot.messages.markup import units
from bot.storage.statistics import Figures
from retrieval.articles import Article, ArticleError, EngineError, Span
from retrieval.collection.protocol import Embedded
from retrieval.maintenance.adding import Added

_MOST = 3900
"""UTF-16 units of a message, with room for its last line."""

_SHOWN, _PROBLEMS, _CHOICES = 3, 10, 8
"""Articles, problems and choices that are listed."""

_MAX_TITLE, _MAX_NAME, _MAX_FIRST, _MAX_CAUSE = 160, 100, 200, 300


@dataclass(frozen=True, slots=True)
class AdminTap:
    """
    A tap on a button that is about an article, whose id can be longer than what a button carries.

    Attributes:
        action: "pick", "forget" or "keep".
        key: Of the article's id; see `key_of`.
        version: The first eight digits of the hash of the article's text.
    """

    action: str
    key: str
    version: str

    @property
    def data(self) -> str:
        return f"article:{self.action}:{self.key}:{self.version}"


TAPS = re.compile(r"article:(pick|forget|keep):([\w-]{12}):([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class IndexFigures:
    """
    Attributes:
        size: Bytes on disk; 0 for an index in memory.
        problems: How many files cannot be read.
        trouble: What went wrong with earlier versions of the articles.
        embedded: How far embedding is, where it is under way.
    """

    articles: int
    passages: int
    engine: str
    size: int
    problems: int
    trouble: str | None = None
    embedded: Embedded | None = None


def plain(error: Exception, *folders: Path) -> str:
    """Return the sentence of *error* on one line, with paths relative to *folders*."""
    path, cause = "", str(error)
    if isinstance(error, ArticleError):
        path, cause = f"{error.path}", error.cause
    for folder in folders:
        path, cause = (text.replace(f"{folder}{os.sep}", "") for text in (path, cause))
    cause = clip(cause, _MAX_CAUSE)
    # An address can be long, and the cause comes after it.
    return f"{clip(path, _MAX_NAME)}: {cause}" if path else cause


def refusal(error: Exception, *folders: Path) -> Page:
    return Page(escape(plain(error, *folders)))


# Adding


def added(
    language: BotLanguage, new: Added, folder: Path, unfound: Exception | None = None
) -> Page:
    """
    Return what was read of the articles that are new in *folder*.

    Args:
        unfound: Why they cannot be found yet.
    """
    file, articles = new.path.relative_to(folder).as_posix(), new.articles
    blocks = [_say(language, strings.ADDED, file=file)]
    if len(articles) > 1:
        blocks.append(_say(language, strings.SEVERAL, count=f"{len(articles):,}"))
    blocks += [_article(language, article) for article in articles[:_SHOWN]]
    if any(_missing(language, article) for article in articles[:_SHOWN]):
        blocks.append(_say(language, strings.CORRECT, file=f"{file}.toml"))
    blocks += _left_out(language, new.problems, folder)
    if unfound:
        blocks.append(_say(language, strings.NOT_YET_FOUND, cause=plain(unfound, folder)))
    return Page(_joined(blocks, "\n\n"))


def _article(language: BotLanguage, article: Article) -> str:
    source = [clip(name, _MAX_NAME) for name in (article.author, article.publisher) if name]
    if article.published:
        source.append(dated(article.published, article.dated_by, language))
    counts = {
        "sections": f"{len(article.sections):,}",
        "paragraphs": f"{sum(1 for _ in article.paragraphs()):,}",
    }
    lines = [
        f"<b>{escape(clip(article.title, _MAX_TITLE))}</b>",
        escape(", ".join(source)),
        _say(language, strings.ARTICLE_BEGINS, **counts),
        f"<blockquote>{escape(article.slice(_beginning(article)))}</blockquote>",
        *_missing(language, article),
    ]
    return "\n".join(line for line in lines if line)


def _missing(language: BotLanguage, article: Article) -> list[str]:
    """Return a sentence for each fact that the article does not state."""
    missing = []
    if not article.publisher:
        missing.append(language.say(strings.NO_PUBLISHER))
    if not article.author:
        missing.append(language.say(strings.NO_AUTHOR))
    if not article.published:
        missing.append(language.say(strings.NO_DATE))
    elif article.dated_by == "text":
        missing.append(language.say(strings.INFERRED))
    return missing


def _beginning(article: Article) -> Span:
    """Return the first words of the article, cut between words where possible."""
    whole = Span(0, len(article.text))
    start, end = next((paragraph for *_, paragraph in article.paragraphs()), whole)
    if end - start <= _MAX_FIRST:
        return Span(start, end)
    cut = article.text.rfind(" ", start, start + _MAX_FIRST)
    return Span(start, cut if cut > start else start + _MAX_FIRST)


# Forgetting


def choices(language: BotLanguage, articles: Sequence[Article]) -> Page:
    """Return several articles to choose from, by numbers."""
    lines, buttons = [language.say(strings.CHOOSE)], []
    for number, article in enumerate(articles[:_CHOICES], 1):
        about = [clip(article.publisher, _MAX_NAME)] if article.publisher else []
        if article.published:
            about.append(dated(article.published, article.dated_by, language))
        about.append(clip(article.id, _MAX_NAME))
        title = f"<b>{escape(clip(article.title, _MAX_TITLE))}</b>"
        lines.append(f"{number}. {title}\n{escape(', '.join(about))}")
        buttons.append(_button(str(number), "pick", article))
    if len(articles) > _CHOICES:
        left = f"{len(articles) - _CHOICES:,}"
        lines.append(_say(language, strings.MORE_ARTICLES, count=left))
    rows = [buttons[:4], buttons[4:]] if len(buttons) > 4 else [buttons]
    return Page(_joined(lines, "\n\n"), InlineKeyboardMarkup(rows))


def confirmation(language: BotLanguage, article: Article, file: str, *, alone: bool) -> Page:
    """Return the question whether to forget *article*; see `retrieval.maintenance.removal.find_file`."""
    sentence = strings.DELETE_ASKED if alone else strings.LEAVE_OUT_ASKED
    title = clip(article.title, _MAX_TITLE)
    text = _say(language, sentence, file=file, id=article.id, title=title)
    row = [
        _button(language.say(strings.FORGET), "forget", article),
        _button(language.say(strings.KEEP), "keep", article),
    ]
    return Page(text, InlineKeyboardMarkup([row]))


def _button(label: str, action: str, article: Article) -> InlineKeyboardButton:
    tap = AdminTap(action, key_of(article.id), article.sha256[:8])
    return InlineKeyboardButton(label, callback_data=tap.data)


def forgotten(
    language: BotLanguage,
    article: Article,
    file: str,
    remains: str | EngineError | ArticleError | None,
    *,
    alone: bool,
) -> Page:
    """
    Return what became of *article*.

    Args:
        remains: A sentence by which it can still be found, or why that is not known.
    """
    sentence = strings.DELETED if alone else strings.IS_LEFT_OUT
    done = _say(language, sentence, file=file, id=article.id)
    if remains is None:
        then = _say(language, strings.GONE, title=clip(article.title, _MAX_TITLE))
    elif isinstance(remains, str):
        then = _say(language, strings.STILL_FOUND, sentence=clip(remains, _MAX_CAUSE))
    else:
        then = _say(language, strings.UNCERTAIN, cause=plain(remains))
    return Page(f"{done}\n{then}")


# Reports


def reloaded(
    language: BotLanguage,
    counts: Mapping[str, int],
    problems: Sequence[ArticleError],
    folder: Path,
    trouble: str | None = None,
) -> Page:
    """
    Return what has changed in *folder*.

    Args:
        counts: How many articles were "added", "changed" and "removed", and how many "articles" there are.
        trouble: What went wrong with earlier versions of the articles.
    """
    has_changed = any(counts[name] for name in ("added", "changed", "removed"))
    sentence = strings.RELOADED if has_changed else strings.UNCHANGED
    lines = [_say(language, sentence, **{name: f"{count:,}" for name, count in counts.items()})]
    lines += [*_trouble(trouble), *_left_out(language, problems, folder)]
    return Page(_joined(lines, "\n"))


def statistics(
    language: BotLanguage, figures: Figures, feedback: tuple[int, int], index: IndexFigures
) -> Page:
    """*feedback* is how often people found an excerpt good, and bad."""
    lines = [*_questions(language, figures)]
    if any(feedback):
        good, bad = feedback
        lines.append(_say(language, strings.FEEDBACK, good=f"{good:,}", bad=f"{bad:,}"))
    lines += ["", *_index(language, index), *_trouble(index.trouble)]
    return Page("\n".join(lines))


def _questions(language: BotLanguage, figures: Figures) -> Iterator[str]:
    since = datetime.fromtimestamp(figures.since, UTC).strftime("%Y-%m-%d %H:%M UTC")
    yield _say(language, strings.SINCE, since=since)
    counts = {
        "questions": f"{figures.questions:,}",
        "answered": f"{figures.answered:,}",
        "refused": f"{sum(figures.refused.values()):,}",
    }
    yield _say(language, strings.QUESTIONS, **counts)
    for reason, sentence in strings.REFUSED.items():
        if count := figures.refused.get(reason):
            yield f"  {_say(language, sentence, count=f'{count:,}')}"
    if figures.failed:
        yield _say(language, strings.NOT_LOOKED_UP, failed=f"{figures.failed:,}")
    if figures.p50 is not None and figures.p99 is not None:
        yield _say(language, strings.TIMES, p50=_ms(figures.p50), p99=_ms(figures.p99))


def _index(language: BotLanguage, index: IndexFigures) -> Iterator[str]:
    counts = {"articles": f"{index.articles:,}", "passages": f"{index.passages:,}"}
    yield _say(language, strings.INDEX, **counts)
    sentence, size = strings.ON_DISK if index.size else strings.IN_MEMORY, index.size / 1e6
    yield _say(language, sentence, engine=index.engine, size=f"{size:,.1f}")
    if index.embedded:
        done, total = (f"{count:,}" for count in index.embedded)
        yield _say(language, strings.EMBEDDED, done=done, total=total)
    if index.problems:
        yield _say(language, strings.NOT_READ, count=f"{index.problems:,}")


def _trouble(trouble: str | None) -> list[str]:
    return [escape(clip(trouble, _MAX_CAUSE))] if trouble else []


def fault(language: BotLanguage, id_: str, error: Exception) -> Page:
    """Name *error* by its type alone, unless it is one whose text cannot quote what people wrote."""
    what = plain(error).rstrip(".") if isinstance(error, EngineError) else type(error).__name__
    return Page(_say(language, strings.FAULT, what=what, id=id_))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}" if seconds < 0.01 else f"{1000 * seconds:,.0f}"


def _left_out(
    language: BotLanguage, problems: Sequence[ArticleError], folder: Path
) -> Iterator[str]:
    for problem in problems[:_PROBLEMS]:
        yield _say(language, strings.LEFT_OUT, problem=plain(problem, folder))
    if len(problems) > _PROBLEMS:
        yield _say(language, strings.MORE_LEFT_OUT, count=f"{len(problems) - _PROBLEMS:,}")


def _say(language: BotLanguage, sentence: str, /, **values: str) -> str:
    return language.say(sentence, **{name: escape(value) for name, value in values.items()})


def _joined(blocks: Iterable[str], between: str) -> str:
    """Return as many of *blocks* as a message holds."""
    text = ""
    for block in blocks:
        longer = f"{text}{between}{block}" if text else block
        if units(longer) > _MOST:
            return f"{text}{between}…"
        text = longer
    return text
