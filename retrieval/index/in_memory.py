"""An index of articles in memory."""

from __future__ import annotations

import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain

from retrieval.articles import Article, Span
from retrieval.index.analyzed_article import analyze_article
from retrieval.index.bm25 import idf
from retrieval.index.near_copies import MOST, rank_copies, sketch
from retrieval.index.passage_sentences import PassageSentence, sentences_at, spans_of
from retrieval.index.passages import Passage
from retrieval.index.rank_bm25_engine import RankBm25
from retrieval.index.vocabulary import Vocabulary
from retrieval.quotations.attribution import quotations, quotations_in
from retrieval.quotations.records import Quotation
from retrieval.quotations.records import speaker as speaker_name
from retrieval.quotations.repeats import without_repeats
from retrieval.quotations.roster import speaker_key
from retrieval.text.normalization import spaced


class InMemoryIndex:
    """
    See `PassageIndex`. Passages and articles are numbered from 0.

    Attributes:
        articles: The articles in the given order; the place of an article is its number.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = list(articles)
        self.passages: list[Passage] = []
        self.terms: list[list[str]] = []
        self.headings: list[frozenset[str]] = []
        self.titles: list[frozenset[str]] = []
        self.article_of: list[int] = []
        self.vocabulary = Vocabulary()
        # For each passage, where its own terms start and end in the article's text, alternately.
        self._places: list[array[int]] = []
        self._spans: dict[int, tuple[Span, ...]] = {}
        whole: list[list[str]] = []
        titled: list[list[str]] = []
        for number, article in enumerate(self.articles):
            self.vocabulary.add_publication(article.published, article.publisher)
            analyzed = analyze_article(article, self.vocabulary)
            title = list(analyzed.title)
            for heading, own in zip(analyzed.headings, analyzed.own, strict=True):
                self.terms.append([*heading, *own])
                self.headings.append(frozenset(heading))
                titled.append(title + self.terms[-1])
                self.article_of.append(number)
            self.passages += analyzed.passages
            self._places += analyzed.places
            self.titles.append(frozenset(title))
            whole.append(list(analyzed.all_terms()))
        self.languages = frozenset(a.language for a in self.articles if a.language)
        self.engine = RankBm25(titled)
        self.article_engine = RankBm25(whole)
        self._passages_with = Counter(chain.from_iterable(map(set, self.terms)))
        self._attributed_in = cache(self._find_attributed)
        self._quotations: dict[int, tuple[Quotation, ...]] = {}
        self._quotations_in = lru_cache(maxsize=1024)(self._find_quotations_in)
        self._quotations_by = lru_cache(maxsize=256)(self._find_quotations_by)
        self.sentences = lru_cache(maxsize=2048)(self._sentences)
        self.spaced = lru_cache(maxsize=2048)(self._spaced)
        self.term_set = lru_cache(maxsize=2048)(lambda number: frozenset(self.terms[number]))

    def idf_of(self, term: str) -> float:
        """See `PassageIndex.idf_of`."""
        return idf(len(self.passages), self._passages_with[term])

    @property
    def size(self) -> int:
        """See `PassageIndex.size`."""
        return len(self.passages)

    @property
    def article_count(self) -> int:
        """See `PassageIndex.article_count`."""
        return len(self.articles)

    @property
    def numbers(self) -> range:
        """See `PassageIndex.numbers`."""
        return range(len(self.passages))

    def term_sequence(self, number: int) -> Sequence[str]:
        """See `PassageIndex.term_sequence`."""
        return self.terms[number]

    def publications(self) -> Iterator[tuple[int, str | None, str | None]]:
        """See `PassageIndex.publications`."""
        for number, article in enumerate(self.articles):
            yield number, article.publisher, article.published

    @cached_property
    def dates(self) -> list[str]:
        """See `PassageIndex.dates`."""
        return sorted({article.published or "" for article in self.articles})

    def likely_copies(self, number: int) -> list[int]:
        """See `PassageIndex.likely_copies`."""
        hashes = sketch(self._own(number))
        return rank_copies(number, [self._passages_by_hash[hash_][:MOST] for hash_ in hashes])

    @cached_property
    def _passages_by_hash(self) -> dict[int, list[int]]:
        passages: dict[int, list[int]] = defaultdict(list)
        for number in self.numbers:
            for hash_ in sketch(self._own(number)):
                passages[hash_].append(number)
        return passages

    def _own(self, number: int) -> list[str]:
        """Return the terms of a passage without those of its heading."""
        places = self._places[number]
        return self.terms[number][-len(places) // 2 :] if places else []

    def quotations(self, article: int) -> tuple[Quotation, ...]:
        """See `PassageIndex.quotations`; they are extracted at the first call for an article."""
        if article not in self._quotations:
            self._quotations[article] = quotations(self.articles[article])
        return self._quotations[article]

    def quotations_in(self, article: int, span: Span) -> tuple[Quotation, ...]:
        """See `PassageIndex.quotations_in`; of an article whose quotations are unknown, only these are extracted."""
        known = self._quotations.get(article)
        return self._quotations_in(article, span) if known is None else known

    def _find_quotations_in(self, article: int, span: Span) -> tuple[Quotation, ...]:
        return quotations_in(self.articles[article], span)

    def preload_quotations(self, seconds: float) -> None:
        """Extract quotations now, article by article, for at most *seconds*."""
        until = time.monotonic() + seconds
        for number in range(len(self.articles)):
            if time.monotonic() >= until:
                return
            self.quotations(number)

    def speakers(self) -> Iterator[tuple[str, str, int, int]]:
        """See `PassageIndex.speakers`."""
        count = Counter((name, quotation.form) for _, quotation, name in self._attributed)
        for name in dict.fromkeys(name for _, _, name in self._attributed):
            yield speaker_key(name), name, count[name, "quoted"], count[name, "reported"]

    def quotations_by(self, speaker: str) -> Sequence[tuple[int, Quotation]]:
        """See `PassageIndex.quotations_by`."""
        return self._quotations_by(speaker)

    def _find_quotations_by(self, speaker: str) -> list[tuple[int, Quotation]]:
        last = speaker.rpartition(" ")[2]  # articles without it need not be read
        return [
            (number, quotation)
            for number, text in enumerate(self._folded_texts)
            if last in text
            for quotation, name in self._attributed_in(number)
            if speaker_key(name) == speaker
        ]

    @cached_property
    def _folded_texts(self) -> list[str]:
        return [article.text.casefold() for article in self.articles]

    @cached_property
    def _attributed(self) -> list[tuple[int, Quotation, str]]:
        """The quotations with a speaker: the article's number, the quotation, the speaker's name."""
        return [
            (number, quotation, name)
            for number in range(len(self.articles))
            for quotation, name in self._attributed_in(number)
        ]

    def _find_attributed(self, number: int) -> list[tuple[Quotation, str]]:
        article = self.articles[number]
        return [
            (quotation, name)
            for quotation in without_repeats(article, self.quotations(number))
            if (name := speaker_name(article, quotation))
        ]

    def _sentences(self, number: int) -> tuple[PassageSentence, ...]:
        if number not in self._spans:
            article = self.articles[self.article_of[number]]
            self._spans[number] = spans_of(article, self.passages[number])
        return sentences_at(self._own(number), self._places[number], self._spans[number])

    def _spaced(self, number: int) -> str:
        """See `PassageIndex.spaced`."""
        article, passage = self.articles[self.article_of[number]], self.passages[number]
        return spaced(f"{article.title} {article.text[passage.start : passage.end]}")
