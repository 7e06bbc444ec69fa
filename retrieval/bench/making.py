"""Make a collection to measure with: its files, the terms of its passages, questions to ask it."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from retrieval.articles import Article
from retrieval.bench import dealing
from retrieval.bench.collection import BenchError, Contents, Made, Question
from retrieval.index.analyzed_article import bag_article
from retrieval.index.passages import split
from retrieval.reading.article import make_article
from retrieval.reading.files import read_file
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import terms, tokens
from retrieval.text.sentences import sentences

_IN_FILE = 100
"""Articles in a file: what is read again when one of them changes."""

_SAMPLE = 200  # articles to tell from how many passages one has
_ASKED = (3, 8)  # words of a sentence in a question

QUESTIONS = 1000
"""Most to ask."""


def make(source: Sequence[Article], passages: int | None, folder: Path, seed: int = 0) -> Made:
    """
    Write a collection of about so many *passages* dealt out of the *source*, or, without a number,
    the source as it is. One that *folder* has from the same source is taken as it is.
    """
    made = Made(folder)
    origin = {"source": _hash(source), "passages": passages, "seed": seed}
    told = folder / "made.json"
    if told.exists() and json.loads(told.read_text()) == origin:
        return made
    shutil.rmtree(made.articles, ignore_errors=True)
    made.articles.mkdir(parents=True)
    entries = _dealt(source, passages, seed) if passages else _as_they_are(source)
    for number in count():
        some = list(islice(entries, _IN_FILE))
        if not some:
            break
        lines = "".join(f"{json.dumps(entry, ensure_ascii=False)}\n" for entry in some)
        (made.articles / f"{number:06}.jsonl").write_text(lines, encoding="utf-8", errors="replace")
    told.write_text(json.dumps(origin))
    return made


def _hash(source: Iterable[Article]) -> str:
    hashed = sha256(Path(dealing.__file__).read_bytes())
    for article in source:
        hashed.update(f"{article.id}\0{article.sha256}\0".encode(errors="replace"))
    return hashed.hexdigest()


def _dealt(source: Sequence[Article], passages: int, seed: int) -> Iterator[dict[str, str]]:
    dealer = dealing.Dealer(source, seed)
    sizes = []
    for number in count():
        title, text = dealer.article(number)
        if number < _SAMPLE:
            article = make_article(str(number), text, Metadata(title=title))
            sizes.append(sum(1 for _ in split(article)))
            if sum(sizes) >= passages:
                passages = 0
        yield {"id": f"{number:07}", "title": title, "text": text}
        if number + 1 >= round(passages * len(sizes) / sum(sizes)):
            return


def _as_they_are(source: Iterable[Article]) -> Iterator[dict[str, str]]:
    for article in source:
        known = {name: getattr(article, name) for name in ("publisher", "published", "url")}
        yield {"id": article.id, "title": article.title, "text": article.text} | {
            name: value for name, value in known.items() if value
        }


def look_through(
    made: Made, given: Sequence[str], seed: int = 0
) -> tuple[Contents, list[Question]]:
    """
    Write the terms of all passages.

    Args:
        given: Questions that came with the real text.

    Returns:
        What there is, and questions in a mixed order: half of them *given*, as far as there are so
        many, the others some words, in order, of a sentence of a passage.
    """
    chosen = random.Random(f"{seed} questions")  # noqa: S311 - no secret, but to be repeated
    articles, passages, total = 0, 0, 0
    words: set[str] = set()
    languages = Counter[str | None]()
    kept: list[tuple[str, str | None]] = []
    with (
        made.terms.open("w", encoding="utf-8", newline="\n", errors="replace") as term_lines,
        made.places.open("w", encoding="ascii", newline="\n") as place_lines,
    ):
        for article in _read(made):
            found = bag_article(article).terms()
            articles += 1
            languages[article.language] += 1
            for passage, heading, own in zip(
                found.passages, found.headings, found.own, strict=True
            ):
                here = [*found.title, *heading, *own]
                term_lines.write(f"{' '.join(here)}\n")
                place_lines.write(f"{json.dumps([article.id, passage.start])}\n")
                passages += 1
                total += len(here)
                words.update(here)
                # Each passage is as likely as any to be asked about; see Vitter, "Random Sampling
                # with a Reservoir" (1985).
                slot = len(kept) if passages <= QUESTIONS else chosen.randrange(passages)
                if slot < QUESTIONS:
                    text = article.text[passage.start : passage.end]
                    kept[slot : slot + 1] = [(text, article.language)]
    if not passages:
        raise BenchError("The articles have no passage to ask about")
    [(language, _)] = languages.most_common(1)
    some = chosen.sample(list(given), min(len(given), QUESTIONS // 2))
    asked = [_question(text, language) for text in some]
    asked += [_asked_of(*one, chosen) for one in chosen.sample(kept, len(kept))]
    questions = [question for question in asked if question.terms][:QUESTIONS]
    if not questions:
        raise BenchError("The articles have no words to ask for")
    chosen.shuffle(questions)
    return Contents(articles, passages, total, len(words)), questions


def _read(made: Made) -> Iterator[Article]:
    """The articles as they are indexed, in order."""
    for file in list_folder(made.articles):
        assert isinstance(file, ListedFile)
        for item in read_file(Path(file.path), made.articles, Metadata()):
            assert isinstance(item, Article)
            yield item


def _asked_of(text: str, language: str | None, chosen: random.Random) -> Question:
    span = chosen.choice(sentences(text, 0, len(text), language))
    found = list(tokens(text[span.start : span.end], language))
    size = min(len(found), chosen.randint(*_ASKED))
    places = sorted(chosen.sample(range(len(found)), size))
    words = (text[span.start :][found[n].start : found[n].end] for n in places)
    return _question(f"{' '.join(words)}?", language)


def _question(text: str, language: str | None) -> Question:
    return Question(text, list(dict.fromkeys(terms(text, language))))
