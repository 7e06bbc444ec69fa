"""Calls to the cluster, with retries."""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from retrieval.index.candidates.opensearch.errors import BUSY, ClusterError, describe
from retrieval.index.candidates.opensearch.settings import ClusterSettings, parse_hosts

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

T = TypeVar("T")

_WRITE_TIMEOUT = 120.0
"""Seconds that the cluster may take for one request to write."""


class ClusterClient:
    """Calls the cluster: retries where that may help, and pauses while it is unreachable."""

    read_pauses = (0.0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
    write_pauses = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
    """Seconds between tries."""

    rest = 3.0
    """Seconds for which an unreachable cluster is not called again."""

    def __init__(self, settings: ClusterSettings) -> None:
        self.settings = settings
        self._hosts = parse_hosts(settings.url)
        self._rests_until = 0.0
        self._problem = ""

    def read(self, call: Callable[[OpenSearch], T]) -> T:
        """
        Return what *call* returns, within the timeout of a question.

        Raises:
            ClusterError: The cluster cannot do it now.
        """
        if self._problem and time.monotonic() < self._rests_until:
            raise ClusterError(self._problem)
        until = time.monotonic() + self.settings.timeout
        tries = len(self._hosts) + 1
        return self._retry(lambda: call(self._reader), self.read_pauses, until, tries, tries)

    def write(self, call: Callable[[OpenSearch], T]) -> T:
        """Do as `read` does, but wait longer."""
        until = time.monotonic() + 3 * _WRITE_TIMEOUT
        return self._retry(
            lambda: call(self._writer), self.write_pauses, until, len(self.write_pauses)
        )

    def _retry(
        self,
        call: Callable[[], T],
        pauses: Sequence[float],
        until: float,
        unreached: int,
        unknown: int = 0,
    ) -> T:
        """
        Args:
            pauses: Seconds between tries.
            until: When to stop retrying, by `time.monotonic`.
            unreached: Most retries while no node accepts a connection.
            unknown: Most retries while a node does not know an index, as when it is shutting down.
        """
        opensearchpy = _client_library()
        for tried, pause in enumerate((*pauses, None)):
            try:
                result = call()
            except opensearchpy.exceptions.SerializationError:
                raise ClusterError(f"{self.name} does not answer as OpenSearch does") from None
            except opensearchpy.exceptions.TransportError as error:
                may_pass = error.status_code in {"N/A", "TIMEOUT", *BUSY}
                most = {"N/A": unreached, 404: unknown}.get(error.status_code, len(pauses))
                again = (may_pass or error.status_code == 404) and tried < most
                if again and pause is not None and time.monotonic() + pause < until:
                    time.sleep(pause)
                    continue
                problem = self.failure(describe(error))
                if may_pass:
                    self._problem, self._rests_until = str(problem), time.monotonic() + self.rest
                raise problem from None
            self._problem = ""
            return result
        raise AssertionError  # the last try returns or raises

    @property
    def name(self) -> str:
        return ", ".join(f"{host['host']}:{host['port']}" for host in self._hosts)

    def failure(self, cause: str) -> ClusterError:
        """Return an error that names the cluster before its *cause*."""
        return ClusterError(f"The search cluster at {self.name} {cause}")

    @cached_property
    def _reader(self) -> OpenSearch:
        return self._connect(self.settings.timeout / 2)

    @cached_property
    def _writer(self) -> OpenSearch:
        return self._connect(_WRITE_TIMEOUT)

    @cached_property
    def _trusted(self) -> ssl.SSLContext | None:
        """None where no node uses TLS: loading all certificates takes long."""
        if not any(host["use_ssl"] for host in self._hosts):
            return None
        try:
            return ssl.create_default_context(cafile=self.settings.ca or None)
        except OSError:
            raise ClusterError("OPENSEARCH_CA is not a file with certificates") from None

    def _connect(self, seconds: float) -> OpenSearch:
        settings = self.settings
        client: OpenSearch = _client_library().OpenSearch(
            self._hosts,
            http_auth=(settings.user, settings.password) if settings.user else None,
            ssl_context=self._trusted,
            timeout=seconds,
            max_retries=0,  # `_retry` counts the tries, and pauses between them
            retry_on_timeout=True,  # the next try is at another node
        )
        return client


def _client_library() -> ModuleType:
    try:
        import opensearchpy
    except ImportError:
        raise ClusterError(
            "OpenSearch needs the extra “opensearch”: pip install 'cuttings[opensearch]'"
        ) from None
    # It logs each failure with a traceback; we report failures in one sentence.
    logging.getLogger("opensearch").setLevel(logging.CRITICAL)
    return opensearchpy
