"""A collection of articles that can be asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from retrieval.analysis import names, terms, tokens
from retrieval.answers import Answer, Citation, Excerpt, NoAnswer, Reason, Searched
from retrieval.articles import Article, ArticleError, Span
from retrieval.engines import Engine
from retrieval.engines.rank_bm25 import RankBm25
from retrieval.excerpts import Choice, choose
from retrieval.passages import Passage, runs, split
from retrieval.question import MAX_QUESTION, Query, parse
from retrieval.ranking import Hit, distinct
from retrieval.reading import read

_CANDIDATES = 50
_THRESHOLD = 0.4
_ARTICLE_WEIGHT = 0.5
_WINDOW_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Ranking:
    """
    What stands behind an answer: hits best first, the excerpts that would be shown, and how likely
    (0..1) the first of them answers.
    """

    hits: tuple[Hit, ...]
    excerpts: tuple[Excerpt, ...]
    confidence: float


class Library:
    """
    A collection of articles that can be asked. Read-only once open, and safe to share.

    Attributes:
        articles: By id, in the collection's order (file name order for a folder).
        problems: Files that could not be read; everything else is in.
        version: Eight characters that change when any article does; stable over restarts.
    """

    def __init__(
        self,
        articles: list[Article],
        problems: list[ArticleError] | None = None,
        questions: tuple[str, ...] = (),
    ) -> None:
        self.articles: Mapping[str, Article] = {article.id: article for article in articles}
        self.problems = tuple(problems or ())
        self.version = hashlib.sha256(
            "\n".join(f"{article.id} {article.sha256}" for article in articles).encode()
        ).hexdigest()[:8]
        self._questions = questions
        self._passages: list[Passage] = []
        self._terms: list[list[str]] = []
        whole: list[list[str]] = []
        capital: dict[str, bool] = {}  # term: whether it has a capital wherever it stands
        self._article_number = {article.id: number for number, article in enumerate(articles)}
        for article in articles:
            title = terms(article.title, article.language)
            body: list[str] = []
            for passage in split(article):
                heading = (
                    terms(article.slice(passage.heading), article.language)
                    if passage.heading
                    else []
                )
                text = article.text[passage.start : passage.end]
                found = list(tokens(text, article.language))
                own = [token.term for token in found]
                for term, is_name in names(text, found):
                    capital[term] = is_name and capital.get(term, True)
                self._passages.append(passage)
                self._terms.append(heading + own)
                body += own
            whole.append(title + body)
        self._names = frozenset(term for term, always in capital.items() if always)
        self._engine: Engine = RankBm25(self._terms)
        self._article_engine: Engine = RankBm25(whole)

    @classmethod
    def open(cls, path: Path) -> Library:
        """
        Read a folder of articles, or a `corpus.jsonl`.

        Raises:
            ArticleError: *path* is missing, or holds no article that can be read.
        """
        articles, problems, about = read(path)
        return cls(articles, problems, about.questions)

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Questions to offer a newcomer, at most four, each known to be answered."""
        offered = self._questions or tuple(self._headings())
        answered = (question for question in offered if self.ask(question).answered)
        return tuple(question for question, _ in zip(answered, range(4), strict=False))

    def _headings(self) -> Iterator[str]:
        for article in self.articles.values():
            headings = [article.slice(s.heading) for s in article.sections if s.heading]
            yield from headings[:2] or [article.title]

    def ask(self, question: str, top: int = 3) -> Answer:
        """Answer *question* with at most *top* excerpts. Never raises for any text."""
        if len(question) > MAX_QUESTION:
            return self._refusal(question, "too-long")
        query = parse(question, self._engine, self._names)
        if not query.words:
            return self._refusal(question, "empty")
        ranking = self._rank(query, k=_CANDIDATES, top=top)
        if ranking.confidence >= _THRESHOLD:
            return Answer(question, ranking.confidence, ranking.excerpts, None)
        unknown = tuple(word.text for word in query.words if word.term not in self._article_engine)
        reason: Reason = "unknown-words" if unknown else "not-together"
        return Answer(
            question,
            ranking.confidence,
            (),
            NoAnswer(reason, unknown, self.searched, ranking.excerpts[:1]),
        )

    def rank(self, question: str, k: int = _CANDIDATES, date: str | None = None) -> Ranking:  # noqa: ARG002
        """What stands behind an answer, for evaluation: *k* hits, whatever the confidence is."""
        return self._rank(parse(question, self._engine, self._names), k, top=3)

    def _rank(self, query: Query, k: int, top: int) -> Ranking:
        worth = {word.term: word.weight for word in query.words}
        weights = {term: weight * self._engine.idf_of(term) for term, weight in worth.items()}
        total = sum(weights.values())
        of_article = dict(self._article_engine.search(worth, len(self.articles)))
        candidates: list[tuple[float, int, Choice]] = []
        for number, score in self._engine.search(worth, k):
            passage = self._passages[number]
            article = self.articles[passage.article]
            choice = choose(article, passage, weights)
            score += _ARTICLE_WEIGHT * of_article.get(self._article_number[article.id], 0.0)
            score = score / total + _WINDOW_WEIGHT * sum(weights[t] for t in choice.matched) / total
            candidates.append((score, number, choice))
        candidates.sort(key=lambda candidate: -candidate[0])
        hits = [Hit(self._passages[number], score) for score, number, _ in candidates]
        kept = distinct(
            (
                (Hit(self._passages[number], score), frozenset(self._terms[number]))
                for score, number, _ in candidates
            ),
            top,
        )
        choices = {id(self._passages[number]): (number, choice) for _, number, choice in candidates}
        excerpts = tuple(self._excerpt(hit, choices[id(hit.passage)][1]) for hit in kept)
        confidence = (
            self._confidence(query, weights, choices[id(kept[0].passage)][0]) if kept else 0.0
        )
        return Ranking(tuple(hits), excerpts, confidence)

    def _confidence(self, query: Query, weights: Mapping[str, float], number: int) -> float:
        """The share of the question's names and of its other words that stand in the passage."""
        present = set(self._terms[number])

        def share(words: list[str]) -> float:
            return sum(weights[t] for t in words if t in present) / sum(weights[t] for t in words)

        names = [word.term for word in query.words if word.name]
        topic = [word.term for word in query.words if not word.name]
        if not (names and topic):
            return share(names or topic)
        return 0.5 * (share(names) + share(topic)) if share(topic) else 0.0

    def _excerpt(self, hit: Hit, choice: Choice) -> Excerpt:
        article = self.articles[hit.passage.article]
        return Excerpt(
            article,
            *choice.span,
            choice.highlights,
            round(hit.score, 4),
            self._citation(article, choice.span),
        )

    def _citation(self, article: Article, span: Span) -> Citation:
        section, number = next(
            (section, number)
            for section, number, paragraph in article.paragraphs()
            if paragraph.start <= span.start < paragraph.end
        )
        return Citation(
            title=article.title,
            publisher=article.publisher,
            author=article.author,
            published=article.published,
            dated_by=article.dated_by,
            url=article.url,
            section=article.slice(section.heading) if section.heading else None,
            paragraph=number,
        )

    def around(self, excerpt: Excerpt, limit: int) -> Span:
        """The whole paragraphs around *excerpt*, in its section, that fit *limit* characters."""
        best = Span(excerpt.start, excerpt.end)
        for section in excerpt.article.sections:
            for run in runs(excerpt.article, section):
                spans = [span for _, span in run]
                first = next(
                    (i for i, s in enumerate(spans) if s.start <= excerpt.start < s.end), None
                )
                if first is None:
                    continue
                last = next(i for i, s in enumerate(spans) if excerpt.end <= s.end)
                while spans[last].end - spans[first].start <= limit:
                    best = Span(spans[first].start, spans[last].end)
                    if last + 1 < len(spans) and spans[last + 1].end - best.start <= limit:
                        last += 1
                    elif first > 0:
                        first -= 1
                    else:
                        break
        return best

    @cached_property
    def searched(self) -> Searched:
        """How much there is, and from when to when."""
        dates = sorted(a.published for a in self.articles.values() if a.published)
        return Searched(
            len(self.articles),
            len(self._passages),
            dates[0] if dates else None,
            dates[-1] if dates else None,
        )

    def _refusal(self, question: str, reason: Reason) -> Answer:
        return Answer(question, 0.0, (), NoAnswer(reason, (), self.searched, ()))
