"""What a receipt is worth, in the sentences and words that plain text and terminal have in common."""

from __future__ import annotations

from retrieval.answers.cited_words import Words
from retrieval.output.safe_text import one_line
from retrieval.receipts.verification import (
    Changed,
    Forged,
    Moved,
    Name,
    Removed,
    Renamed,
    Verbatim,
    Verification,
)

_VERIFICATIONS: dict[Name, str] = {
    "verbatim": "the words between [[ and ]] are in the article, as the receipt says",
    "moved": "the article has changed since, but still contains the same words, between [[ and ]]",
    "renamed": "the words between [[ and ]] are in it, as the receipt says",
    "changed": "has changed since, and no longer contains these words",
    "removed": "the article is no longer in the collection",
    "unknown": "the receipt refers to no article of this collection",
    "forged": "this is not a receipt, or it was copied wrongly: a character is wrong, missing or extra",
}


def result_sentence(verification: Verification) -> str:
    """Return what a receipt is worth; the name of the result is the first word."""
    sentence = _VERIFICATIONS[verification.name]
    if isinstance(verification, Forged) and verification.receipt:
        sentence = "it was tampered with: that version of the article has different words there"
    elif isinstance(verification, Renamed):
        id_ = one_line(verification.words.article.id)
        sentence = f"the article is called “{id_}” now, and {sentence}"
    elif isinstance(verification, Changed):
        sentence = f"“{one_line(verification.article.title)}” {sentence}"
        if not verification.old:
            sentence += "; its earlier text was not kept"
        elif not verification.new:
            sentence += "; nothing in it is similar"
    elif isinstance(verification, Removed) and not verification.old:
        sentence += ", and its text was not kept"
    return f"{verification.name}: {sentence}."


def wordings(verification: Verification) -> list[tuple[str, Words]]:
    """Return the words to show for a result, each after the line to print above them."""
    match verification:
        case Verbatim() | Moved() | Renamed():
            shown: list[tuple[str, Words | None]] = [("", verification.words)]
        case Removed():
            shown = [("It said:", verification.old)]
        case Changed():
            shown = [
                ("It said:", verification.old),
                ("The closest words in it now:", verification.new),
            ]
        case _:
            shown = []
    return [(head, words) for head, words in shown if words]
