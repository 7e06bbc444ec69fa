"""Apply the filters of a query to articles and passages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from retrieval.index.protocol import ArticleFilter, PassageIndex
from retrieval.query.filters import dated_within
from retrieval.query.model import Query
from retrieval.text.analyzer import terms as terms_of
from retrieval.text.phrases import phrase_spans

_NO_UNIT = 4
"""Letters of a word whose term does not depend on a number before it, as that of "bn" does."""


def filter_articles(query: Query, index: PassageIndex) -> ArticleFilter | None:
    """Return which passages are in articles that the filters allow; None if all are."""
    if not (query.publisher or query.since or query.until):
        return None
    articles = frozenset(
        number
        for number, publisher, published in index.publications()
        if _allows_article(query, publisher, published)
    )
    return ArticleFilter(articles, index.article_of)


def find_required_terms(query: Query, index: PassageIndex) -> Iterator[frozenset[str]]:
    """
    Yield a set of terms for each word of the query's phrases: a passage with the phrase has one of them.

    The first word of a phrase is left out: in the article it may end a longer word ("arte" in
    "dell'arte").
    """
    for phrase in query.phrases:
        for word in phrase.casefold().split()[1:]:
            analyzed = [terms_of(word, language) for language in (*index.languages, None)]
            is_term = all(len(terms) == 1 for terms in analyzed)
            # In a script without capitals any word may be part of another.
            if is_term and len(word) >= _NO_UNIT and word != word.upper():
                yield frozenset(chain(*analyzed))


def allows(query: Query, index: PassageIndex, number: int) -> bool:
    """Return whether all filters allow the passage with this *number*."""
    if not query.filters:
        return True
    article = index.articles[index.article_of[number]]
    return _allows_article(query, article.publisher, article.published) and allows_text(
        query, index, number
    )


def allows_text(query: Query, index: PassageIndex, number: int) -> bool:
    """Return whether a passage has all required phrases and no excluded word or phrase."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    text = article.text[passage.start : passage.end]
    return (
        not any(term in index.terms[number] for term in query.excluded)
        and all(phrase_spans(text, phrase) for phrase in query.phrases)
        and not any(phrase_spans(text, phrase) for phrase in query.excluded_phrases)
    )


def _allows_article(query: Query, publisher: str | None, published: str | None) -> bool:
    if query.publisher and query.publisher.casefold() not in (publisher or "").casefold():
        return False
    return (query.since or query.until) is None or dated_within(published, query.since, query.until)
