"""Articles to something that can be ranked: passages, their terms, and the engines over them."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from retrieval.analysis import analyze
from retrieval.articles import Article, Span
from retrieval.engines import Engine
from retrieval.engines.rank_bm25 import RankBm25
from retrieval.evidence import spaced
from retrieval.excerpts import Sentence, sentences_at, spans_of
from retrieval.passages import Passage, split
from retrieval.vocabulary import Vocabulary


class Index:
    """
    The passages of some articles, numbered from 0, with their terms.

    Attributes:
        articles: As given; an article's place is its number.
        passages: In the articles' order.
        terms: Of each passage: those of its heading, then its own.
        headings: Of each passage: the terms of its heading.
        article_of: Each passage's article number.
        languages: Of the articles, as ISO 639-1 codes.
        vocabulary: The words of the titles, headings and passages, and how else they are written.
        titles: The terms of each article's title.
        engine: Ranks the passages, each under its title and heading.
        article_engine: Ranks whole articles: title and passages. Its vocabulary is the collection's.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = list(articles)
        self.passages: list[Passage] = []
        self.terms: list[list[str]] = []
        self.headings: list[frozenset[str]] = []
        self.titles: list[frozenset[str]] = []
        self.article_of: list[int] = []
        self.vocabulary = Vocabulary()
        # Of each passage: where its own terms start and end in the article's text, by turns.
        self._places: list[array[int]] = []
        self._spans: dict[int, tuple[Span, ...]] = {}
        whole: list[list[str]] = []
        titled: list[list[str]] = []
        for number, article in enumerate(self.articles):
            self.vocabulary.date(article.published, article.publisher)
            self.vocabulary.define(article.text)
            title = self._headline(article, article.title)
            body: list[str] = []
            for passage in split(article):
                own = analyze(article.text, article.language, passage.start, passage.end)
                self.vocabulary.add(article.text, own)
                self._places.append(own.places)
                over = article.sections[passage.section].heading
                heading = self._headline(article, article.slice(over)) if over else []
                self.passages.append(passage)
                self.terms.append(heading + own.terms)
                self.headings.append(frozenset(heading))
                titled.append(title + heading + own.terms)
                self.article_of.append(number)
                body += heading + own.terms
            self.titles.append(frozenset(title))
            whole.append(title + body)
        self.languages = frozenset(a.language for a in self.articles if a.language)
        self.engine: Engine = RankBm25(titled)
        self.article_engine: Engine = RankBm25(whole)
        self._passages_with = Counter(chain.from_iterable(map(set, self.terms)))
        self.sentences = lru_cache(maxsize=2048)(self._sentences)
        self.spaced = lru_cache(maxsize=2048)(self._spaced)
        self.term_set = lru_cache(maxsize=2048)(lambda number: frozenset(self.terms[number]))

    def idf_of(self, term: str) -> float:
        """
        How much *term* tells passages apart, by Lucene's formula.

        Titles are left out: a name in every title of a small collection is still a name.
        """
        n, df = len(self.passages), self._passages_with[term]
        return math.log(1 + (n - df + 0.5) / (df + 0.5))

    def _headline(self, article: Article, text: str) -> list[str]:
        """The terms of a title or a heading of *article*, which the vocabulary takes in."""
        found = analyze(text, article.language)
        self.vocabulary.add(text, found, headline=True)
        return found.terms

    def _sentences(self, number: int) -> tuple[Sentence, ...]:
        if number not in self._spans:
            article = self.articles[self.article_of[number]]
            self._spans[number] = spans_of(article, self.passages[number])
        places = self._places[number]
        own = self.terms[number][-len(places) // 2 :] if places else []
        return sentences_at(own, places, self._spans[number])

    def _spaced(self, number: int) -> str:
        """The passage under its article's title, for `Asked.letters`."""
        article, passage = self.articles[self.article_of[number]], self.passages[number]
        return spaced(f"{article.title} {article.text[passage.start : passage.end]}")
