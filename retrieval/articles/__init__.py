"""Articles: their records, what may be wrong with them, and the receipts that name parts of them."""

from retrieval.articles.errors import (
    ArticleError,
    EngineError,
    ModelError,
    QuestionsError,
    StoreError,
)
from retrieval.articles.records import Article, PageStart, Section, Skipped, Span

__all__ = [
    "Article",
    "ArticleError",
    "EngineError",
    "ModelError",
    "PageStart",
    "QuestionsError",
    "Section",
    "Skipped",
    "Span",
    "StoreError",
]
