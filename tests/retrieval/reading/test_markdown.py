"""What Markdown's front matter says."""

from __future__ import annotations

from retrieval.articles import Article
from retrieval.reading.dispatch import read_articles
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import SourceFile


def test_authors_within_authors_are_no_names() -> None:
    """An alias may stand for a list of aliases, and so on."""
    aliases = "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    text = f"---\na0: &a0 [x]\n{aliases}author: [Ada Park, *a59]\n---\nThe vole ate pears."
    [article] = read_articles(SourceFile("a.md", "a.md", text.encode(), Metadata()))
    assert isinstance(article, Article)
    assert article.author == "Ada Park"
