"""Who does what to whom in a question: "who warned X", "did X warn Y", "was X warned by Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.lang.schema import Relations
from retrieval.query.model import Action, Word

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
_BEFORE_A_NAME = 3
"""Words among which a name begins: "did the old X"."""


def find_action(
    question: str, words: Sequence[Word], names: Sequence[tuple[int, ...]], relations: Relations
) -> Action | None:
    """
    Return what *question* says is done by or to one of its names; None where it does not say.

    Args:
        words: Those that are searched for, in order.
        names: Each the places of its words.
    """
    sentence = _Sentence(question, words, names, relations)
    for place, (before, after) in enumerate(pairwise(sentence.spoken)):
        asks = before[0].casefold()
        if asks in relations.asks_subject | relations.asks_target:
            verb = sentence.word_at(after)
            name = sentence.name_from(place + 2)
            if verb is not None and sentence.name_of(verb) is None and name is not None:
                marked = (
                    place and sentence.spoken[place - 1][0].casefold() in relations.target_marks
                )
                if marked or asks in relations.asks_target:
                    return Action(verb, name, None)
                return Action(verb, None, name)
        if before[0].casefold() in relations.auxiliaries:
            first = sentence.name_from(place + 1)
            if first is not None:
                return sentence.action_of(first, place, before[0].casefold())
    return None


class _Sentence:
    """The words of a question, also those that are not searched for."""

    def __init__(
        self,
        question: str,
        words: Sequence[Word],
        names: Sequence[tuple[int, ...]],
        relations: Relations,
    ) -> None:
        self.spoken = list(_WORD.finditer(question))
        self._by_start = {word.start: place for place, word in enumerate(words)}
        self._words, self._names, self._relations = words, names, relations
        self._name_of_word = {word: name for name, group in enumerate(names) for word in group}

    def word_at(self, match: re.Match[str]) -> int | None:
        """Return the place of a word among those that are searched for."""
        return self._by_start.get(match.start())

    def name_of(self, word: int) -> int | None:
        """Return the name that a word is a part of."""
        return self._name_of_word.get(word)

    def name_from(self, start: int) -> int | None:
        """Return the name that begins with the word at *start*, or soon after articles and the like."""
        for match in self.spoken[start : start + _BEFORE_A_NAME]:
            word = self.word_at(match)
            if word is not None:
                return self.name_of(word)
            if match[0].casefold() not in self._relations.before_names | self._relations.agent:
                return None
        return None

    def action_of(self, name: int, start: int, auxiliary: str) -> Action | None:
        """Return what the *name* behind the *auxiliary* at *start* does, or what is done to it."""
        last = max(self._names[name])
        verb_at = next(
            (
                place
                for place in range(start + 1, len(self.spoken))
                if self._by_start.get(self.spoken[place].start(), -1) > last
            ),
            None,
        )
        if verb_at is None:
            return None
        verb = self._by_start[self.spoken[verb_at].start()]
        if self.name_of(verb) is not None or any(map(self._is_owner, (last, verb))):
            return None
        other = self.name_from(verb_at + 1)
        if not self._is_passive(auxiliary, self.spoken[verb_at][0].casefold()):
            return Action(verb, name, other)
        after = self.spoken[verb_at + 1 : verb_at + 2]
        if after and self.name_of(self._by_start.get(after[0].start(), -1)) is not None:
            return None  # "was X van Y": it is a part of the name
        by_agent = bool(after) and after[0][0].casefold() in self._relations.agent
        return Action(verb, other if by_agent else None, name)

    def _is_passive(self, auxiliary: str, verb: str) -> bool:
        ending = self._relations.progressive
        return auxiliary in self._relations.passive and not (ending and verb.endswith(ending))

    def _is_owner(self, word: int) -> bool:
        """Return whether a word owns what follows it, and so is no subject or verb: "X's"."""
        return bool(
            re.search(rf"(?:{self._relations.possessive or '(?!)'})$", self._words[word].text)
        )
