"""The words that ask, in scripts that have no spaces between words and are read as pairs of characters."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.text.analyzer import Token, unspaced

_ASKING = re.compile(
    # Chinese, in both scripts; no geometry, no Guinea, no university
    "[为為]?[什甚][么麼](?:[时時]候|[样樣]|地方|人)?|怎[么麼样樣]?[样樣]?|哪[里裡些个個种種位年]?|[谁誰][说說]?|"
    "多(?:少|久|[遠远]|[长長]|高|重|大(?![学學]))|[几幾](?![何乎内內])[个個]?|如何|何[时時地处處种種人者]|是否|"
    "[请請][问問]|[吗嗎呢]|[说說][了过過]?(?=[什甚怎])|"
    "[对對就](?=.{1,30}[说說][了过過]?[什甚怎])|[关關][于於]|"
    # Japanese, with the particles beside words
    "何(?:人|年|月|日|時|回|歳|度|と|を|が|で|$|[？?])|(?:いつ|どこ|だれ|誰|なぜ|どう|どの|どれ|いくつ|いくら)|"
    "に(?:ついて|関して|対して|よると|よれば)|(?:でしょう|です|ます|まし?た|だった|した)か|"
    "(?<=[をは何と])(?:言|述べ|話)[いっし]?(?:まし)?た?(?:のです)?か?|"
    "(?<=[^ぁ-ん])[はがをにでともの](?=[^ぁ-ん])|(?<=[^ぁ-ん])[はがを]|"
    # Thai
    "อะไร|ใคร|ที่ไหน|เมื่อไหร่|เมื่อไร|เมื่อใด|ทำไม|อย่างไร|ยังไง|กี่|เท่าไหร่|เท่าไร|เท่าใด|ไหน"
)
"""With what stands around them."""


def asks(question: str, token: Token) -> bool:
    """Whether *token* is a pair of characters that has one of a word that asks."""
    if not unspaced(token.term):
        return False
    return any(place in _places(question) for place in range(token.start, token.end))


@lru_cache(1)
def _places(question: str) -> frozenset[int]:
    """Of the characters of such words."""
    return frozenset(
        place for match in _ASKING.finditer(question) for place in range(*match.span())
    )
