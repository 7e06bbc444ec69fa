"""A collection of articles that can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.answers.records import Answer, Excerpt, NoAnswer, Reason, Searched, Side, cite
from retrieval.articles import Article, ArticleError, Span
from retrieval.articles.fingerprints import article_share, collection_version
from retrieval.index.in_memory import InMemoryIndex
from retrieval.index.passages import runs
from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import MAX_QUESTION, Query, parse
from retrieval.ranking.confidence import Model, Name, features, is_on_topic, model, probability
from retrieval.ranking.evidence import Asked
from retrieval.ranking.order import Hit, Told, distinct, rank
from retrieval.ranking.sentence_choice import Shown, alone, settle
from retrieval.reading import read
from retrieval.text.analyzer import term
from retrieval.text.language import detect

if TYPE_CHECKING:
    from retrieval.answers.conflicting_claims import Claim
    from retrieval.answers.speaker_search import Sayings, Speaker
    from retrieval.semantic import Meaning, Progress

CANDIDATES = 50
_ALL_BUT = 0.95  # of the question's worth: all its words, but for rounding and weak forms
_THRESHOLD = 0.5
_OFFERED = 20  # headings to try as questions to offer
_LISTENING = 0.5
"""Seconds for which quotations are looked for before anybody asks."""

_UNHEARD_OF = "unheardofly"
"""A word that no article has, and no dictionary."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """
    What stands behind an answer: hits best first, the excerpts that would be shown, and how likely
    (0..1) the first of them answers, with the features that say so; none without a hit. "topic" is one
    of them only where nothing of it stands there.
    """

    hits: tuple[Hit, ...]
    excerpts: tuple[Excerpt, ...]
    confidence: float
    features: Mapping[str, float]

    @property
    def answered(self) -> bool:
        """Whether the excerpts are an answer, and not the nearest there is."""
        return self.confidence >= _THRESHOLD


class Library:
    """
    A collection of articles that can be asked. Read-only once open, and safe to share.

    Attributes:
        articles: By id, in the collection's order (file name order for a folder).
        problems: Files that could not be read; everything else is in.
        waits: Whether a question waits for a disk, a cluster or a model, so that several at once gain.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[ArticleError] = (),
        questions: Iterable[str] = (),
    ) -> None:
        known = {article.id: article for article in articles}
        self._fill(known, InMemoryIndex(known.values()), problems, questions)

    def _fill(
        self,
        articles: Mapping[str, Article],
        index: PassageIndex,
        problems: Iterable[ArticleError],
        questions: Iterable[str],
    ) -> None:
        self.articles = articles
        self.problems = tuple(problems)
        self._questions = tuple(questions)
        self._index = index
        self._meaning: Meaning | None = None
        self.waits = not isinstance(index, InMemoryIndex)

    @classmethod
    def open(
        cls,
        path: Path,
        semantic: str | None = None,
        data: Path | None = None,
        progress: Progress | None = None,
    ) -> Library:
        """
        Read a folder of articles, or a `corpus.jsonl`.

        Args:
            semantic: A model whose closeness in meaning joins the evidence; see `semantic.load`.
            data: A folder to keep what that costs; without it that is paid each time.
            progress: Told how much of that is done, where any is to do.

        Raises:
            ArticleError: *path* is missing, or holds no article that can be read.
            SemanticError: the model cannot be loaded.
        """
        articles, problems, about = read(path)
        library = cls(articles, problems, about.questions)
        if semantic:
            from retrieval.semantic import claim

            library.weigh_meaning(semantic, claim(data, path) if data else None, progress)
        return library

    def weigh_meaning(
        self, model: str, folder: Path | None = None, progress: Progress | None = None
    ) -> None:
        """Let closeness in meaning, by a *model* that `semantic.load` knows, join the evidence."""
        from retrieval.semantic import Meaning, load, passage_texts

        index = self._index
        texts = (
            passage_texts(index.articles[index.article_of[number]], index.passages[number])
            for number in index.numbers
        )
        self._meaning = Meaning(load(model), texts, folder, progress)
        self.waits = True

    def warm(self, before: Library | None = None) -> None:
        """
        Load now what first questions would wait for, also one that is misspelt in each language.

        Args:
            before: What this one takes the place of; where that offered questions that this one
                answers too, it offers the same.
        """
        self._parse(_UNHEARD_OF)
        if isinstance(self._index, InMemoryIndex):
            self._index.preload_quotations(_LISTENING)
        for language in self._index.languages:
            parse(_UNHEARD_OF, self._index.vocabulary, language)
        if before and before._questions == self._questions:
            offered: tuple[str, ...] = vars(before).get("suggestions", ())
            if all(self.ask(question).answered for question in offered):
                if offered:
                    self.suggestions = offered
                return  # where nobody looked for any, whoever wants some may wait
        for question in self.suggestions:
            self.ask(question)

    @property
    def passages(self) -> int:
        """How many there are."""
        return self._index.size

    @cached_property
    def version(self) -> str:
        """Eight characters that change when any article does; stable over restarts."""
        return collection_version(
            sum(article_share(id_, one.sha256) for id_, one in self.articles.items())
        )

    def hashes(self) -> Iterator[str]:
        """Of the text of each article."""
        return (article.sha256 for article in self.articles.values())

    def of_text(self, sha256: str) -> Article | None:
        """The first article, in the collection's order, whose text has a hash that begins so."""
        found = (one for one in self.articles.values() if one.sha256.startswith(sha256))
        return next(found, None)

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Questions to offer a newcomer, at most four, each known to be answered."""
        offered = self._questions or islice(self._headings(), _OFFERED)
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
        query = self._parse(question)
        if not query.words:
            return self._refusal(question, "empty")
        ranking = self._rank(query, CANDIDATES, top)
        if ranking.answered:
            sides = self._sides(query, ranking)
            return Answer(question, ranking.confidence, ranking.excerpts, None, query.notes, sides)
        unknown = self._unknown(query)
        nearest = ranking.excerpts[:1]
        if unknown:
            reason: Reason = "unknown-words"
        elif not nearest and query.filters:
            reason = "filtered-out"
        else:
            reason = _reason(ranking)
        if not nearest and query.filters:
            nearest = self._rank(query.unfiltered(), CANDIDATES, 1).excerpts
        why = NoAnswer(reason, unknown, self.searched, nearest)
        return Answer(question, ranking.confidence, (), why, query.notes)

    def _unknown(self, query: Query) -> tuple[str, ...]:
        known = self._index.vocabulary
        return tuple(w.text for w in query.words if w.term not in known and not w.alternatives)

    def mentions(self, words: str) -> bool:
        """Whether each of *words* stands somewhere in the articles, in some form of it."""
        known, languages = self._index.vocabulary, [*self._index.languages, None]
        return all(
            any(term(word, language) in known for language in languages) for word in words.split()
        )

    def rank(self, question: str, k: int = CANDIDATES, date: str | None = None) -> Ranking:  # noqa: ARG002
        """What stands behind an answer, for evaluation: *k* hits, whatever the confidence is."""
        return self._rank(self._parse(question), k, top=3)

    def _parse(self, question: str) -> Query:
        return parse(question, self._index.vocabulary, detect(question, self._index.languages))

    def _rank(self, query: Query, k: int, top: int) -> Ranking:
        asked, hits = self._hits(query, k)
        shown = distinct(query, asked, self._index, hits, top)
        if not shown:
            return Ranking((), (), 0.0, {})
        found = features(query, asked, self._index, shown[0].hit)
        confidence = round(probability(self._model.log_odds(found) - self._by_chance), 4)
        told = {name: found[name] for name in self._model.coefficients}
        if not is_on_topic(query, asked, self._index, shown[0].hit):
            confidence = told["topic"] = 0.0
        excerpts = tuple(self._excerpt(one, asked) for one in shown)
        return Ranking(tuple(hits), excerpts, confidence, told)

    def _asked(self, query: Query) -> Asked:
        return Asked.of(query, self._index)

    def _hits(self, query: Query, k: int) -> tuple[Asked, list[Hit]]:
        asked = self._asked(query)
        return asked, rank(query, asked, self._index, k, self._meaning)

    @property
    def _weighed(self) -> Name:
        return "meaning" if self._meaning else "words"

    @property
    def _model(self) -> Model:
        return model(self._weighed)

    @cached_property
    def _by_chance(self) -> float:
        from retrieval.ranking import calibration

        judged = calibration.judged_by_chance(self._index, self._meaning)
        return self._model.by_chance if judged is None else judged

    def misses(self) -> Iterator[Mapping[str, float]]:
        """See `calibration.misses`."""
        from retrieval.ranking import calibration

        return calibration.misses(self._index, self._meaning)

    def _sides(self, query: Query, ranking: Ranking) -> tuple[Side, ...]:
        """What the articles say differently, where the first excerpt says one of it."""
        from retrieval.answers import conflicting_claims  # seldom asked for

        if not conflicting_claims.can_differ(query):
            return ()
        wide = conflicting_claims.widened(query, self._index.vocabulary)
        if wide.worth().keys() == query.worth().keys():
            asked, hits = self._asked(wide), ranking.hits
        else:
            asked, found = self._hits(wide, CANDIDATES)
            hits = tuple(found)
        told = conflicting_claims.claims(wide, asked, self._index, hits)
        sides = conflicting_claims.sides(told, self._index)
        if not any(_overlap(ranking.excerpts[0], claim) for side in sides for claim in side):
            return ()
        drawn = [self._side(side, asked) for side in sides]
        return tuple(sorted(drawn, key=lambda side: side.excerpt.citation.published or "~"))

    def _side(self, side: Sequence[Claim], asked: Asked) -> Side:
        from retrieval.answers.conflicting_claims import reports

        first = side[0]
        numbers = dict.fromkeys(self._index.article_of[claim.hit.number] for claim in side)
        article, *agreeing = (self._index.articles[number] for number in numbers)
        said = first.said if not isinstance(first.value, bool) else None
        shown = alone(article, first.hit.passage, first.sentence, asked, said)
        excerpt = self._cited(article, first.hit, shown)
        return Side(excerpt, first.said, tuple(agreeing), reports(side, self._index))

    def _excerpt(self, told: Told, asked: Asked) -> Excerpt:
        hit = told.hit
        assert hit.choice  # `distinct` keeps no other
        article = self.articles[hit.passage.article]
        whole = self._index.sentences(hit.number)
        shown = settle(article, hit.passage, whole, hit.choice, asked)
        also = tuple(self._index.articles[number] for number in told.also)
        return self._cited(article, hit, shown, also)

    def _cited(
        self, article: Article, hit: Hit, shown: Shown, also: tuple[Article, ...] = ()
    ) -> Excerpt:
        from retrieval.answers.voices import voice, voices

        said = self._index.quotations(self._index.article_of[hit.number])
        core = [hit.choice.least] if hit.choice else [shown.span]
        citation = cite(article, article.sections[hit.passage.section], shown.span.start)
        return Excerpt(
            article,
            *shown.span,
            shown.highlights,
            round(hit.score, 4),
            citation,
            voice=voice(article, said, core),
            voices=tuple(voices(article, said, shown.span)),
            leans_on=shown.leans_on,
            also=also,
        )

    def speakers(self) -> list[Speaker]:
        """Whoever is quoted, or reported to say something; those first who are quoted most."""
        from retrieval.answers.speaker_search import speakers

        return speakers(self._index)

    def said(self, wanted: str) -> Sayings:
        """What somebody said word for word; *wanted* is a name, and perhaps a topic behind it."""
        from retrieval.answers.speaker_search import sayings

        return sayings(wanted, self._index)

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
        dates = [date for date in self._index.dates if date]
        return Searched(
            len(self.articles),
            self._index.size,
            dates[0] if dates else None,
            dates[-1] if dates else None,
        )

    def _refusal(self, question: str, reason: Reason) -> Answer:
        return Answer(question, 0.0, (), NoAnswer(reason, (), self.searched, ()))


def _overlap(excerpt: Excerpt, claim: Claim) -> bool:
    span = claim.sentence.span
    return (
        claim.hit.passage.article == excerpt.article.id
        and span.start < excerpt.end
        and excerpt.start < span.end
    )


def _reason(ranking: Ranking) -> Reason:
    """Why known words are no answer: they stand apart, or together and still say too little."""
    best = ranking.hits[0].evidence.together if ranking.hits else 0.0
    return "weak" if best > _ALL_BUT else "not-together"
