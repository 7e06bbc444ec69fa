"""Articles to something that can be ranked: passages, their terms, and the engines over them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from retrieval.analysis import names, terms, tokens
from retrieval.articles import Article
from retrieval.engines import Engine
from retrieval.engines.rank_bm25 import RankBm25
from retrieval.excerpts import Sentence, analyze
from retrieval.passages import Passage, split


class Index:
    """
    The passages of some articles, numbered from 0, with their terms.

    Attributes:
        articles: As given; an article's place is its number.
        passages: In the articles' order.
        terms: Of each passage: those of its heading, then its own.
        article_of: Each passage's article number.
        languages: Of the articles, as ISO 639-1 codes.
        names: The terms that have a capital wherever they stand.
        engine: Ranks the passages.
        article_engine: Ranks whole articles: title and passages. Its vocabulary is the collection's.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = list(articles)
        self.passages: list[Passage] = []
        self.terms: list[list[str]] = []
        self.titles: list[frozenset[str]] = []
        self.article_of: list[int] = []
        capital: dict[str, bool] = {}  # term: whether it has a capital wherever it stands
        whole: list[list[str]] = []
        for number, article in enumerate(self.articles):
            title = terms(article.title, article.language)
            body: list[str] = []
            for passage in split(article):
                text = article.text[passage.start : passage.end]
                found = list(tokens(text, article.language))
                own = [token.term for token in found]
                for term, is_name in names(text, found):
                    capital[term] = is_name and capital.get(term, True)
                over = article.sections[passage.section].heading
                heading = terms(article.slice(over), article.language) if over else []
                self.passages.append(passage)
                self.terms.append(heading + own)
                self.article_of.append(number)
                body += heading + own
            self.titles.append(frozenset(title))
            whole.append(title + body)
        self.languages = frozenset(a.language for a in self.articles if a.language)
        self.names = frozenset(term for term, always in capital.items() if always)
        self.engine: Engine = RankBm25(self.terms)
        self.article_engine: Engine = RankBm25(whole)
        self.sentences = lru_cache(maxsize=2048)(self._sentences)

    def _sentences(self, number: int) -> tuple[Sentence, ...]:
        return analyze(self.articles[self.article_of[number]], self.passages[number])
