"""Finds the article that has an address."""

from __future__ import annotations

import re
from itertools import islice

from retrieval.articles import Article
from retrieval.index.protocol import PassageIndex
from retrieval.text.analyzer import terms

_READ = 1_000
"""Articles whose address is compared, at most, besides those that have the words of the address."""

_SEARCHED = 200
"""Passages, those with most words of the address, whose articles are compared."""

_WORDS = re.compile(r"[^\W\d_]{3,}")


def find_address(address: str, index: PassageIndex) -> Article | None:
    """Return the article at *address*; in a large collection only one that has words of the address."""
    wanted = _comparable(address)
    path = " ".join(_WORDS.findall(wanted.partition("/")[2]))
    weights = {word: index.idf_of(word) for word in terms(path) if word in index.vocabulary}
    likely = index.engine.search(weights, _SEARCHED) if weights else []
    numbers = dict.fromkeys(index.article_of[number] for number, _ in likely)
    numbers |= dict.fromkeys(islice((number for number, _, _ in index.publications()), _READ))
    articles = map(index.articles.__getitem__, numbers)
    return next((one for one in articles if one.url and _comparable(one.url) == wanted), None)


def _comparable(address: str) -> str:
    """Return *address* without what does not matter: how it is fetched, where in the page, who shared it."""
    address = re.sub(r"^(?:https?://)?(?:www\.|m\.)?", "", address.strip().strip("<>").casefold())
    address = address.partition("#")[0]
    address = re.sub(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|ref)=[^&]*&?", "", address)
    return address.rstrip("?&/")
