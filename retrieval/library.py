"""A collection of articles that answers questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from retrieval.answers import speaker_search, timeline, topic_search
from retrieval.answers.answering import build_excerpts, measure_coverage
from retrieval.answers.asking import answer_question, check_claim, read_question
from retrieval.answers.records import Answer, Coverage, Excerpt
from retrieval.articles import Article, ArticleError
from retrieval.articles.fingerprints import article_share, collection_version
from retrieval.index.in_memory import InMemoryIndex
from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import parse
from retrieval.ranking import calibration
from retrieval.ranking.ranker import CANDIDATES, Ranker, Ranking
from retrieval.reader import selection
from retrieval.reader.records import OFF
from retrieval.reading.folder import read_collection
from retrieval.semantic import closeness, models, storage
from retrieval.text.analyzer import term

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.answers.timeline import Timeline
    from retrieval.reader.records import Reader
    from retrieval.semantic.vectors import EmbeddingProgress

_SUGGESTIONS = 4
"""Questions to offer, at most."""

_TRIED = 20
"""Headings to try as questions to offer."""

_PRELOADING = 0.5
"""Seconds for which quotations are looked for before the first question."""

_NO_WORD = "unheardofly"
"""A word that stands in no article and in no dictionary."""


class ArticleStore(Protocol):
    """
    The articles of a library, in memory or on disk. Read-only and safe to share.

    Any of it may raise `StoreError` if what is stored turns out to be damaged.

    Attributes:
        articles: By id, in the collection's order (file name order for a folder).
        problems: One for each file that could not be read.
        questions: Questions to offer, as `articles.toml` has them.
        waits: Whether reading waits for a disk or a cluster.
    """

    articles: Mapping[str, Article]
    problems: Sequence[ArticleError]
    questions: Sequence[str]
    index: PassageIndex
    waits: bool

    @property
    def version(self) -> str:
        """Eight characters that change if any article does; stable over restarts."""
        ...

    def hashes(self) -> Iterator[str]:
        """Yield the SHA-256 of each article's text, in hexadecimal."""
        ...

    def of_text(self, sha256: str) -> Article | None:
        """Return the first article, in the collection's order, whose hash begins with *sha256*."""
        ...

    def judge_by_chance(self, ranker: Ranker, /) -> float | None:
        """Return what `calibration.judge_by_chance` returns."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """Return a context in which damage to the index is raised as `StoreError`."""
        ...

    def preload(self, seconds: float) -> None:
        """Prepare what first questions would wait for, for at most that many *seconds*."""
        ...


class MemoryStore:
    """An `ArticleStore` in memory."""

    waits = False

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[ArticleError] = (),
        questions: Iterable[str] = (),
    ) -> None:
        self.articles: Mapping[str, Article] = {article.id: article for article in articles}
        index = InMemoryIndex(self.articles.values())
        self.index: PassageIndex = index
        self.problems: Sequence[ArticleError] = tuple(problems)
        self.questions: Sequence[str] = tuple(questions)
        self.preload = index.preload_quotations

    @cached_property
    def version(self) -> str:
        return collection_version(
            sum(article_share(a.id, a.sha256) for a in self.articles.values())
        )

    def hashes(self) -> Iterator[str]:
        return (article.sha256 for article in self.articles.values())

    def of_text(self, sha256: str) -> Article | None:
        return next((a for a in self.articles.values() if a.sha256.startswith(sha256)), None)

    def judge_by_chance(self, ranker: Ranker) -> float | None:
        return calibration.judge_by_chance(ranker)

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()


class Library:
    """
    A collection of articles that can be asked. Read-only once open, and safe to share.

    Any method that reads articles raises `StoreError` if their store turns out to be damaged.

    Attributes:
        articles, problems, index, version, hashes, of_text: See `ArticleStore`.
        ranker: Ranks the passages of the index.
        waits: Whether a question waits for a disk, a cluster or a model, so that asking several at once
            saves time.
    """

    def __init__(self, store: ArticleStore, reader: Reader | None = None) -> None:
        """*reader* reads the best candidates for a question, if there is one."""
        self.store = store
        self.ranker = Ranker(store.index, judge=store.judge_by_chance, reader=reader)
        self.articles, self.problems, self.index = store.articles, store.problems, store.index
        self.hashes, self.of_text = store.hashes, store.of_text
        self.waits = store.waits or reader is not None

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        problems: Iterable[ArticleError] = (),
        questions: Iterable[str] = (),
        reader: Reader | None = None,
    ) -> Library:
        """Return a library in memory; *questions* are those to offer."""
        return cls(MemoryStore(articles, problems, questions), reader)

    @classmethod
    def open(
        cls,
        path: Path,
        semantic: str | None = None,
        data: Path | None = None,
        progress: EmbeddingProgress | None = None,
        reader: str = OFF,
    ) -> Library:
        """
        Read a folder of articles, or a `corpus.jsonl`, into memory.

        Args:
            semantic: A model whose closeness in meaning joins the evidence, as
                `semantic.load_embedding_model` knows it.
            data: A folder that keeps the vectors of that model; without it they are computed each time.
            progress: Called with how many of them are done, if any have to be computed.
            reader: What reads the best candidates; see `selection.open_reader`.

        Raises:
            ArticleError: *path* is missing, or holds no article that can be read.
            ModelError: The model cannot be loaded.
        """
        articles, problems, about = read_collection(path)
        library = cls.of(articles, problems, about.questions, selection.open_reader(reader))
        if semantic:
            library.weigh_meaning(
                semantic, storage.claim_folder(data, path) if data else None, progress
            )
        return library

    def weigh_meaning(
        self, model: str, folder: Path | None = None, progress: EmbeddingProgress | None = None
    ) -> None:
        """Let closeness in meaning join the evidence; see `semantic.load_embedding_model` for *model*."""
        index = self.index
        texts = (
            closeness.passage_texts(
                index.articles[index.article_of[number]], index.passages[number]
            )
            for number in index.numbers
        )
        meaning = closeness.SemanticIndex(
            models.load_embedding_model(model), texts, folder, progress
        )
        self.ranker = Ranker(index, meaning, self.store.judge_by_chance, self.ranker.reader)
        self.waits = True

    def warm(self, before: Library | None = None) -> None:
        """
        Load what first questions would wait for, including a misspelt one in each language.

        Args:
            before: The library that this one replaces. If that one offered questions and this one
                answers them too, it offers the same.
        """
        read_question(_NO_WORD, self.index)
        if self.ranker.reader:
            self.ranker.reader.load()
        self.store.preload(_PRELOADING)
        for language in self.index.languages:
            parse(_NO_WORD, self.index.vocabulary, language)
        if before and before.store.questions == self.store.questions:
            offered: tuple[str, ...] = vars(before).get("suggestions", ())
            if all(self.ask(question).answered for question in offered):
                if offered:
                    self.suggestions = offered
                return  # nobody asked for suggestions so far: whoever does may wait
        for question in self.suggestions:
            self.ask(question)

    @property
    def version(self) -> str:
        return self.store.version

    @cached_property
    def coverage(self) -> Coverage:
        return measure_coverage(self.index)

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Questions to offer a newcomer, at most four, each known to be answered."""
        candidates = self.store.questions or islice(self._headings(), _TRIED)
        answered = (question for question in candidates if self.ask(question).answered)
        return tuple(islice(answered, _SUGGESTIONS))

    def _headings(self) -> Iterator[str]:
        for article in self.articles.values():
            headings = [article.slice(s.heading) for s in article.sections if s.heading]
            yield from headings[:2] or [article.title]

    def ask(self, question: str, top: int = 3) -> Answer:
        """Answer *question*, which may be any text, with at most *top* excerpts."""
        with self.store.reading():
            return answer_question(question, self.ranker, top)

    def check(self, claim: str, top: int = 3) -> Answer:
        """Return what bears on *claim*, with at most *top* excerpts, whatever it looks like."""
        with self.store.reading():
            return check_claim(claim, self.ranker, top)

    def rank(self, question: str, candidates: int = CANDIDATES) -> Ranking:
        """Return what is behind an answer, with at most that many *candidates* as hits."""
        with self.store.reading():
            return self.ranker.rank(read_question(question, self.index), candidates)

    def build_excerpts(self, ranking: Ranking) -> tuple[Excerpt, ...]:
        """Return the excerpts for a *ranking*, whether or not they are an answer."""
        with self.store.reading():
            return build_excerpts(ranking)

    def mentions(self, words: str) -> bool:
        """Return whether each of *words* stands somewhere in the articles, in some form of it."""
        known, languages = self.index.vocabulary, [*self.index.languages, None]
        return all(
            any(term(word, language) in known for language in languages) for word in words.split()
        )

    def list_speakers(self) -> list[Speaker]:
        """Return everybody who is quoted or reported to say something, the most quoted first."""
        with self.store.reading():
            return speaker_search.list_speakers(self.index)

    def find_quotations(self, wanted: str) -> SpeakerQuotations:
        """Return what somebody said word for word; *wanted* is a name, perhaps followed by a topic."""
        with self.store.reading():
            return speaker_search.find_quotations(wanted, self.index)

    def find_articles(self, topic: str) -> tuple[Article, ...]:
        """Return the articles about *topic*, the one with most of it first."""
        with self.store.reading():
            return topic_search.find_articles(topic, self.index)

    def build_timeline(self, topic: str = "") -> Timeline:
        """Return the sentences about *topic* that name a date, oldest first; all of them without one."""
        with self.store.reading():
            return timeline.build_timeline(topic, self.index)
