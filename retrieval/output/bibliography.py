"""
Answers for documents: Markdown, BibLaTeX and CSL-JSON.

The words of an excerpt are those of the article. Where a format has no line breaks, white space is one
space. An author is given as the article names them: which of the words is a surname is not known.
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
from retrieval.output.plain_text import lines_of, looked_through, missing, one_line, place, why


class Asked(NamedTuple):
    """An answer, and what to call its question where there are several."""

    answer: Answer
    headline: str = ""


# Markdown

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_START = re.compile(r"([#+=-]|\d+(?=[.)]))")


def markdown(asked: Sequence[Asked]) -> str:
    """
    Each excerpt as a block quote with its source under it, or why there is none.

    See CommonMark.
    """
    return "\n\n".join(block for one in asked for block in _blocks(one)) + "\n"


def _blocks(asked: Asked) -> Iterator[str]:
    if asked.headline:
        yield f"## {_escaped(asked.headline)}"
    if asked.answer.no_answer:
        yield "  \n".join(map(_escaped, _no(asked.answer.no_answer)))
    for excerpt in asked.answer.excerpts:
        text = excerpt.text
        lines = [f"> {_escaped(text[slice(*span)])}".rstrip() for span in lines_of(excerpt)]
        yield "\n".join([*lines, ">", f"> — {_attribution(excerpt)}"])


def _attribution(excerpt: Excerpt) -> str:
    citation = excerpt.citation
    title = _escaped(citation.title)
    url = link_to_excerpt(excerpt)
    if url:
        title = f"[{title}](<{_safe(url)}>)"
    names = (
        excerpt.speaker,
        citation.author,
        citation.publisher,
        write_date(citation),
        place(citation),
        None if url else excerpt.receipt,
    )
    speaker, *others = [name and _escaped(name) for name in names]
    return ", ".join(part for part in (speaker, title, *others) if part)


def _escaped(text: str) -> str:
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    if found := _AT_START.match(line):
        at = found.end() if found[0].isdigit() else 0
        line = f"{line[:at]}\\{line[at:]}"
    return line


def _safe(url: str) -> str:
    """*url* where <, >, braces and backslashes would mean something."""
    return re.sub(r"[<>{}\\\"`|^\x00-\x20\x7f]", lambda found: f"%{ord(found[0]):02X}", url)


# BibLaTeX

_LATEX: Mapping[str, str] = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, those after a backslash too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(asked: Sequence[Asked]) -> str:
    """
    An entry for each cited article, its quotations in `annotation`; text is UTF-8, as biber reads it.

    Questions without an answer are comments before the entries: what is outside of one is skipped.
    """
    blocks = [_comment(one) for one in asked if one.answer.no_answer]
    for excerpts in _cited(asked).values():
        article = excerpts[0].article
        fields = {
            "title": f"{{{_latex(article.title)}}}",
            "author": f"{{{_latex(article.author)}}}" if article.author else None,
            "journaltitle": _latex(article.publisher or ""),
            "date": _iso(article),
            "url": _safe(article.url) if article.url else None,
            "annotation": _latex(_quotations(excerpts)),
        }
        kind = "article" if article.publisher else "online" if article.url else "misc"
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        blocks.append("\n".join([f"@{kind}{{{key(article)},", *lines, "}"]))
    return "\n\n".join(blocks) + "\n"


def _comment(asked: Asked) -> str:
    assert asked.answer.no_answer
    told = [asked.headline or asked.answer.question, *_no(asked.answer.no_answer)]
    # An @ begins an entry even here.
    return "\n".join(f"% {one_line(line).replace('@', '(at)')}" for line in told)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in one_line(text))


def _iso(article: Article) -> str:
    """The date as far as it is known, with the ? of EDTF where it was inferred; empty for what is none."""
    found = date_parts(article.published or "")
    date = "-".join(f"{number:0{4 if n == 0 else 2}}" for n, number in enumerate(found))
    return date and date + "?" * (article.dated_by == "text")


# CSL-JSON


def csl_json(asked: Sequence[Asked]) -> str:
    """An array of the cited articles, their quotations in `note`. See csl-data.json of CSL 1.0.2."""
    items = [_item(excerpts) for excerpts in _cited(asked).values()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(excerpts: Sequence[Excerpt]) -> dict[str, object]:
    article = excerpts[0].article
    fields = {
        "id": key(article),
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


# All of them

FORMATS: Mapping[str, Callable[[Sequence[Asked]], str]] = {
    "markdown": markdown,
    "bibtex": bibtex,
    "csl-json": csl_json,
}


def key(article: Article) -> str:
    """What stands for *article* in a document: the same each time, and of no other article."""
    from hashlib import blake2b

    first = next((word for word in map(_plain, article.title.split()) if len(word) > 3), "")
    year = "".join(map(str, date_parts(article.published or "")[:1]))
    digest = blake2b(article.id.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{_plain(article.publisher or '')[:20]}{year}{first[:20]}-{digest}".lstrip("-")


def _plain(text: str) -> str:
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", letters)


def _cited(asked: Iterable[Asked]) -> dict[str, list[Excerpt]]:
    """The excerpts of each article, by its id, in the order that they were found; each once."""
    found: dict[str, list[Excerpt]] = {}
    for one in asked:
        for excerpt in one.answer.excerpts:
            known = found.setdefault(excerpt.article.id, [])
            if all((excerpt.start, excerpt.end) != (it.start, it.end) for it in known):
                known.append(excerpt)
    return found


def _quotations(excerpts: Iterable[Excerpt]) -> str:
    told = []
    for excerpt in excerpts:
        said = f"{one_line(excerpt.speaker)}, " if excerpt.speaker else ""
        told.append(
            f"“{one_line(excerpt.text)}” ({said}{place(excerpt.citation)}, {excerpt.receipt})"
        )
    return "; ".join(told)


def _no(refusal: NoAnswer) -> list[str]:
    return [
        line for line in (why(refusal), missing(refusal), looked_through(refusal.coverage)) if line
    ]
