"""What a cluster answers when something goes wrong, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.articles import EngineError

if TYPE_CHECKING:
    from opensearchpy.exceptions import TransportError

BUSY = frozenset({429, 500, 502, 503, 504})
"""Status codes that pass: a node that is shutting down answers 500, and another takes over."""

_REASONS = {
    "certificate verify failed": "its certificate is not trusted; OPENSEARCH_CA can name one that is",
    "ssl": "no secure connection; is it http instead of https?",
    "refused": "connection refused",
    "resolve": "there is no such host",
    "name or service": "there is no such host",
    "reset": "the connection broke",
    "aborted": "the connection broke",
}
"""By a part of the client's message, in the order in which they are looked for."""


class ClusterError(EngineError):
    """The search cluster cannot be used, or not now."""


def describe(error: TransportError) -> str:
    """Return what the cluster does wrong, as the end of a sentence."""
    match error.status_code:
        case "TIMEOUT":
            return "cannot be reached (it does not answer in time)"
        case "N/A":
            message = str(error.info or error.error).lower()
            matching = (reason for sign, reason in _REASONS.items() if sign in message)
            return f"cannot be reached ({next(matching, 'no connection')})"
        case 401 | 403:
            return "refuses OPENSEARCH_USER with OPENSEARCH_PASSWORD"
        case 404:
            return "no longer has this collection; `cuttings index` rebuilds it"
        case code if code in BUSY:
            return f"cannot be reached (it is busy, or short of a node: {code})"
        case code:
            return f"rejects a request ({code}: {error.error})"
