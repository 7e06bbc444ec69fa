"""
Answers for documents: Markdown, BibLaTeX and CSL-JSON.

Quotations have the exact words of the article. Where a format has no line breaks, white space becomes one
space. Authors are written as in the article, because it is unknown which of the words is the surname.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from retrieval.answers.citation_lines import link_to_excerpt, write_date
from retrieval.answers.records import Answer, Excerpt, NoAnswer
from retrieval.articles import Article
from retrieval.articles.publication_dates import date_parts
from retrieval.output.safe_text import lines_of, one_line
from retrieval.output.sentences import (
    failed_lines,
    place_of,
    refusal_sentence,
    searched_line,
    unknown_words,
)


class CitedAnswer(NamedTuple):
    """An answer, with a headline for its question where there are several."""

    answer: Answer
    headline: str = ""


# Markdown

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_START = re.compile(r"([#+=-]|\d+(?=[.)]))")


def format_markdown(answers: Sequence[CitedAnswer]) -> str:
    """
    Return each excerpt as a block quote of CommonMark with its source under it, or why there is none.
    """
    return "\n\n".join(block for cited in answers for block in _blocks(cited)) + "\n"


def _blocks(cited: CitedAnswer) -> Iterator[str]:
    if cited.headline:
        yield f"## {_escaped(cited.headline)}"
    if cited.answer.no_answer:
        yield "  \n".join(map(_escaped, _refusal_lines(cited.answer.no_answer)))
    for excerpt in cited.answer.excerpts:
        text = excerpt.text
        lines = [f"> {_escaped(text[slice(*span)])}".rstrip() for span in lines_of(excerpt.text)]
        yield "\n".join([*lines, ">", f"> — {_attribution(excerpt)}"])


def _attribution(excerpt: Excerpt) -> str:
    citation = excerpt.citation
    title = _escaped(citation.title)
    url = link_to_excerpt(excerpt)
    if url:
        title = f"[{title}](<{_percent_encoded(url)}>)"
    names = (
        excerpt.speaker,
        citation.author,
        citation.publisher,
        write_date(citation),
        place_of(citation),
        None if url else excerpt.receipt,
    )
    speaker, *others = [name and _escaped(name) for name in names]
    return ", ".join(part for part in (speaker, title, *others) if part)


def _escaped(text: str) -> str:
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    if marker := _AT_START.match(line):
        at = marker.end() if marker[0].isdigit() else 0
        line = f"{line[:at]}\\{line[at:]}"
    return line


def _percent_encoded(url: str) -> str:
    """Encode the characters of *url* that have a meaning in LaTeX or between < and >."""
    return re.sub(r"[<>{}\\\"`|^\x00-\x20\x7f]", lambda match: f"%{ord(match[0]):02X}", url)


# BibLaTeX

_LATEX: Mapping[str, str] = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, those after a backslash too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def format_bibtex(answers: Sequence[CitedAnswer]) -> str:
    """
    Return an entry for each cited article, with its quotations in `annotation`, in UTF-8, as biber reads it.

    Questions without an answer are comments before the entries: BibTeX skips text outside of entries.
    """
    blocks = [_comment(cited) for cited in answers if cited.answer.no_answer]
    for excerpts in _excerpts_by_article(answers).values():
        article = excerpts[0].article
        fields = {
            "title": f"{{{_latex(article.title)}}}",
            "author": f"{{{_latex(article.author)}}}" if article.author else None,
            "journaltitle": _latex(article.publisher or ""),
            "date": _date(article),
            "url": _percent_encoded(article.url) if article.url else None,
            "annotation": _latex(_quotations(excerpts)),
        }
        kind = "article" if article.publisher else "online" if article.url else "misc"
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        blocks.append("\n".join([f"@{kind}{{{citation_key(article)},", *lines, "}"]))
    return "\n\n".join(blocks) + "\n"


def _comment(cited: CitedAnswer) -> str:
    assert cited.answer.no_answer
    lines = [cited.headline or cited.answer.question, *_refusal_lines(cited.answer.no_answer)]
    # An @ begins an entry even here.
    return "\n".join(f"% {one_line(line).replace('@', '(at)')}" for line in lines)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in one_line(text))


def _date(article: Article) -> str:
    """Return the date as far as it is known, with the ? of EDTF where it was inferred; empty if unknown."""
    numbers = date_parts(article.published or "")
    date = "-".join(f"{number:0{4 if n == 0 else 2}}" for n, number in enumerate(numbers))
    return date and date + "?" * (article.dated_by == "text")


# CSL-JSON


def format_csl_json(answers: Sequence[CitedAnswer]) -> str:
    """Return an array of the cited articles, with quotations in `note`; see csl-data.json of CSL 1.0.2."""
    items = [_item(excerpts) for excerpts in _excerpts_by_article(answers).values()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(excerpts: Sequence[Excerpt]) -> dict[str, object]:
    article = excerpts[0].article
    fields = {
        "id": citation_key(article),
        "type": "article-newspaper"
        if article.publisher
        else "webpage"
        if article.url
        else "document",
        "title": article.title,
        "author": [{"literal": article.author}] if article.author else None,
        "container-title": article.publisher,
        "issued": _issued(article),
        "language": article.language,
        "URL": article.url,
        "note": _quotations(excerpts),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _issued(article: Article) -> dict[str, object] | None:
    if not article.published:
        return None
    date = date_parts(article.published)
    known = {"date-parts": [list(date)]} if date else {"literal": article.published}
    return known | ({"circa": True} if article.dated_by == "text" else {})


# All formats

FORMATS: Mapping[str, Callable[[Sequence[CitedAnswer]], str]] = {
    "markdown": format_markdown,
    "bibtex": format_bibtex,
    "csl-json": format_csl_json,
}


def citation_key(article: Article) -> str:
    """Return the key that stands for *article* in a document: always the same, and unique."""
    from hashlib import blake2b

    first = next((word for word in map(_plain, article.title.split()) if len(word) > 3), "")
    year = "".join(map(str, date_parts(article.published or "")[:1]))
    digest = blake2b(article.id.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{_plain(article.publisher or '')[:20]}{year}{first[:20]}-{digest}".lstrip("-")


def _plain(text: str) -> str:
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", letters)


def _excerpts_by_article(answers: Iterable[CitedAnswer]) -> dict[str, list[Excerpt]]:
    """Return the excerpts of each article by its id, in the order of the answers, each excerpt once."""
    by_article: dict[str, list[Excerpt]] = {}
    for excerpt in (excerpt for cited in answers for excerpt in cited.answer.excerpts):
        known = by_article.setdefault(excerpt.article.id, [])
        if all((excerpt.start, excerpt.end) != (it.start, it.end) for it in known):
            known.append(excerpt)
    return by_article


def _quotations(excerpts: Iterable[Excerpt]) -> str:
    return "; ".join(map(_quotation, excerpts))


def _quotation(excerpt: Excerpt) -> str:
    speaker = f"{one_line(excerpt.speaker)}, " if excerpt.speaker else ""
    return f"“{one_line(excerpt.text)}” ({speaker}{place_of(excerpt.citation)}, {excerpt.receipt})"


def _refusal_lines(refusal: NoAnswer) -> list[str]:
    searched = searched_line(refusal.coverage)
    lines = (refusal_sentence(refusal), unknown_words(refusal), *failed_lines(refusal), searched)
    return [line for line in lines if line]
