"""
Candidates in an OpenSearch cluster; see `stored.candidates`. Texts and exact scores stay in the database.

Of a collection each database that is made has an index of its own in the cluster and remembers its name,
as its numbers mean nothing in another. An alias names the one that is asked.
"""

from __future__ import annotations

import json
import logging
import platform
import secrets
import ssl
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from math import inf
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote, urlsplit

import numpy as np

from retrieval.articles import EngineError
from retrieval.index.bm25 import K1, B
from retrieval.index.candidates.tantivy import GRACE, Candidates, CandidatesWriter, Found

if TYPE_CHECKING:
    from opensearchpy import OpenSearch
    from opensearchpy.exceptions import TransportError

T = TypeVar("T")

_TIMEOUT = 10.0
_REST = 3.0
"""Seconds for which a cluster that is away is not called again."""

_READING = (0.0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
_WRITING = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds between tries."""

_WRITTEN = 120.0
"""Seconds that the cluster may take for a part of what is written."""

_BULK = 4_000_000
"""Characters that are sent at once, and no more before the cluster has taken them."""

_REMOVED = 1000
"""Articles that are removed at once."""

_BUSY = frozenset({429, 500, 502, 503, 504})
"""What passes: a node that is being stopped answers 500, and another is asked."""

_WINDOW = 20_000
"""Most candidates of a search; see `_DEEPEST` in `stored.engine`."""

_TEMPLATE: Mapping[str, Any] = {
    "index_patterns": ["cuttings-*"],
    "priority": 200,
    "template": {
        "settings": {
            "refresh_interval": "-1",  # what is committed is refreshed, and nothing else
            "max_result_window": _WINDOW,
            "similarity": {"default": {"type": "BM25", "k1": K1, "b": B}},
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},
            "_routing": {"required": True},
            "properties": {
                "terms": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
                "article": {"type": "keyword", "doc_values": False},
                "generation": {"type": "long", "doc_values": False},
                "number": {"type": "long", "index": False},
            },
        },
    },
}


class ClusterError(EngineError):
    """The search cluster cannot be used, or not now."""


@dataclass(frozen=True, slots=True)
class Settings:
    """
    Attributes:
        url: Of one node, or of several, with commas between them; may hold user and password.
        ca: A file with the certificates to trust, in place of those that are trusted everywhere.
        shards: Of an index; one that is there keeps its own until it is made anew.
        replicas: Of each shard.
        timeout: Seconds for a question, a try at a second node included.
    """

    url: str = field(repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""
    shards: int = 1
    replicas: int = 1
    timeout: float = _TIMEOUT


def settings_of(setting: Callable[[str], str | None]) -> Settings:
    """
    The settings, each asked of *setting* by its name.

    Raises:
        ClusterError: One cannot be used; it is named without its value.
    """

    def whole(name: str, default: int, least: int) -> int:
        text = setting(name) or str(default)
        if not text.isdecimal() or int(text) < least:
            raise ClusterError(f"{name} is not a whole number from {least} on")
        return int(text)

    try:
        seconds = float(setting("OPENSEARCH_TIMEOUT") or _TIMEOUT)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < inf:
        raise ClusterError("OPENSEARCH_TIMEOUT is not a number of seconds")
    return Settings(
        setting("OPENSEARCH_URL") or "",
        setting("OPENSEARCH_USER") or "",
        setting("OPENSEARCH_PASSWORD") or "",
        setting("OPENSEARCH_CA") or "",
        whole("OPENSEARCH_SHARDS", 1, 1),
        whole("OPENSEARCH_REPLICAS", 1, 0),
        seconds,
    )


def hosts(url: str) -> list[dict[str, Any]]:
    """
    The nodes that a setting names, as the client wants them.

    Raises:
        ClusterError: One is no address.
    """
    found = []
    for one in url.split(","):
        try:
            parts = urlsplit(one.strip())
            port = parts.port or (443 if parts.scheme == "https" else 9200)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            usable = False
        if not usable:
            raise ClusterError(
                "OPENSEARCH_URL is not the address of a cluster, such as https://search.example:9200"
            )
        host: dict[str, Any] = {
            "host": parts.hostname,
            "port": port,
            "use_ssl": parts.scheme == "https",
            "url_prefix": parts.path.strip("/"),
        }
        if parts.username:
            host["http_auth"] = unquote(parts.username), unquote(parts.password or "")
        found.append(host)
    return found


class Server:
    """Calls the cluster: again when that may help, and not for a while when it is away."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._hosts = hosts(settings.url)
        self._rests_until = 0.0
        self._away = ""

    def read(self, do: Callable[[OpenSearch], T]) -> T:
        """
        What *do* returns, while somebody waits for it.

        Raises:
            ClusterError: It cannot be done now.
        """
        if self._away and time.monotonic() < self._rests_until:
            raise ClusterError(self._away)
        until = time.monotonic() + self.settings.timeout
        tries = len(self._hosts) + 1
        return self._patiently(lambda: do(self._reads), _READING, until, tries, tries)

    def write(self, do: Callable[[OpenSearch], T]) -> T:
        """As `read`, with more patience."""
        until = time.monotonic() + 3 * _WRITTEN
        return self._patiently(lambda: do(self._writes), _WRITING, until, len(_WRITING))

    def _patiently(
        self,
        do: Callable[[], T],
        pauses: Sequence[float],
        until: float,
        unreached: int,
        unknown: int = 0,
    ) -> T:
        """
        Args:
            pauses: Seconds between tries.
            until: When there is no further try, by the clock `time.monotonic`.
            unreached: Most tries where no node takes a connection.
            unknown: Most tries where a node does not know an index: one that is stopping knows none.
        """
        opensearchpy = _client_library()
        for tried, pause in enumerate((*pauses, None)):
            try:
                done = do()
            except opensearchpy.exceptions.SerializationError:
                raise ClusterError(f"{self.name} does not answer as OpenSearch does") from None
            except opensearchpy.exceptions.TransportError as error:
                may_pass = error.status_code in {"N/A", "TIMEOUT", *_BUSY}
                most = {"N/A": unreached, 404: unknown}.get(error.status_code, len(pauses))
                again = (may_pass or error.status_code == 404) and tried < most
                if again and pause is not None and time.monotonic() + pause < until:
                    time.sleep(pause)
                    continue
                told = f"The search cluster at {self.name} {_cause(error)}"
                if may_pass:
                    self._away, self._rests_until = told, time.monotonic() + _REST
                raise ClusterError(told) from None
            self._away = ""
            return done
        raise AssertionError  # the last try returns or raises

    @property
    def name(self) -> str:
        return ", ".join(f"{host['host']}:{host['port']}" for host in self._hosts)

    @cached_property
    def _reads(self) -> OpenSearch:
        return self._client(self.settings.timeout / 2)

    @cached_property
    def _writes(self) -> OpenSearch:
        return self._client(_WRITTEN)

    @cached_property
    def _trusted(self) -> ssl.SSLContext | None:
        """None where nothing is asked by TLS: reading all certificates takes long."""
        if not any(host["use_ssl"] for host in self._hosts):
            return None
        try:
            return ssl.create_default_context(cafile=self.settings.ca or None)
        except OSError:
            raise ClusterError("OPENSEARCH_CA is no file with certificates") from None

    def _client(self, seconds: float) -> OpenSearch:
        settings = self.settings
        client: OpenSearch = _client_library().OpenSearch(
            self._hosts,
            http_auth=(settings.user, settings.password) if settings.user else None,
            ssl_context=self._trusted,
            timeout=seconds,
            max_retries=0,  # tries are counted here, with pauses
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
    # It logs what failed with where in the code; here that is told in a sentence.
    logging.getLogger("opensearch").setLevel(logging.CRITICAL)
    return opensearchpy


def _cause(error: TransportError) -> str:
    match error.status_code:
        case "TIMEOUT":
            return "cannot be reached (it does not answer in time)"
        case "N/A":
            cause = str(error.info or error.error)
            return f"cannot be reached ({_reason(cause)})"
        case 401 | 403:
            return "refuses OPENSEARCH_USER with OPENSEARCH_PASSWORD"
        case 404:
            return "no longer has this collection; `cuttings index` makes it anew"
        case code if code in _BUSY:
            return f"cannot be reached (it is busy, or short of a node: {code})"
        case code:
            return f"does not take a request ({code}: {error.error})"


def _reason(cause: str) -> str:
    for sign, reason in _REASONS.items():
        if sign.lower() in cause.lower():
            return reason
    return "no connection"


_REASONS = {
    "certificate verify failed": "its certificate is not trusted; OPENSEARCH_CA can name one that is",
    "ssl": "no secure connection; is it http instead of https?",
    "refused": "connection refused",
    "resolve": "there is no such host",
    "name or service": "there is no such host",
    "reset": "the connection broke",
    "aborted": "the connection broke",
}


class Cluster:
    """See `Home`."""

    def __init__(self, settings: Settings, grace: float = GRACE) -> None:
        self._server = Server(settings)
        self.grace = grace

    def at_once(self) -> Cluster:
        """See `Home.at_once`."""
        return Cluster(self._server.settings, grace=0.0)

    def begin(self, folder: Path) -> Mapping[str, object]:
        """See `Home.begin`."""
        settings = self._server.settings
        index = f"{_alias_of(folder)}-{secrets.token_hex(4)}"
        told = {"number_of_shards": settings.shards, "number_of_replicas": settings.replicas}
        self._server.read(lambda c: c.indices.put_index_template(name="cuttings", body=_TEMPLATE))
        self._server.write(lambda c: c.indices.create(index=index, body={"settings": told}))
        return {"cluster_index": index}

    def has(self, about: Mapping[str, Any]) -> bool:
        """See `Home.has`."""
        index = about["cluster_index"]
        found: bool = self._server.read(lambda c: c.indices.exists(index=index))
        return found

    def reader(self, folder: Path, about: Mapping[str, Any]) -> Candidates:  # noqa: ARG002
        return _Candidates(self._server, about["cluster_index"], about["generation"])

    def writer(self, folder: Path, about: Mapping[str, Any], *, large: bool) -> CandidatesWriter:  # noqa: ARG002
        return _Writer(self._server, about["cluster_index"])

    def settle(self, about: Mapping[str, Any]) -> None:
        """See `Home.settle`. The alias is moved in one step."""
        index = about["cluster_index"]
        alias = index.rpartition("-")[0]
        builds = self._server.write(lambda c: c.indices.get(index=f"{alias}-*"))
        named = [name for name, build in builds.items() if alias in build["aliases"]]
        if named != [index]:
            actions = [{"remove": {"index": name, "alias": alias}} for name in named]
            actions.append({"add": {"index": index, "alias": alias}})
            self._server.write(lambda c: c.indices.update_aliases(body={"actions": actions}))
        for name in builds.keys() - {index}:
            self._replaced(name, builds[name]["mappings"].get("_meta", {}).get("replaced"))

    def _replaced(self, index: str, since: float | None) -> None:
        """Delete an *index* that was replaced so long ago that nobody reads it; else note when."""
        now = time.time()
        if (now if since is None else since) + self.grace <= now:
            self._server.write(lambda c: c.indices.delete(index=index, ignore_unavailable=True))
        elif since is None:
            meta = {"_meta": {"replaced": now}}
            self._server.write(lambda c: c.indices.put_mapping(index=index, body=meta))


def _alias_of(folder: Path) -> str:
    """Of this machine's database in *folder*: another's stands in for other numbers."""
    place = f"{platform.node()} {folder.resolve()}"
    return f"cuttings-{blake2b(place.encode(errors='replace'), digest_size=10).hexdigest()}"


class _Candidates:
    """See `Candidates`. What was added since is left out; what is gone since may be missing."""

    fewest = 400  # it is as quick as for fewer, and each search is a way to go

    def __init__(self, server: Server, index: str, generation: int) -> None:
        self._server = server
        self._index = index
        self._generation = generation

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Found:
        """
        See `Candidates.search`; there are never more than `_WINDOW`. The cluster rounds lengths, and
        may count what is deleted.
        """
        seconds = self._server.settings.timeout / 2
        wanted = [
            {"term": {"terms": {"value": term, "boost": float(weight)}}}
            for term, weight in query.items()
        ]
        filters: list[object] = [{"range": {"generation": {"lte": self._generation}}}]
        filters += [{"terms": {"terms": list(some)}} for some in having]
        if articles is not None:
            filters.append({"terms": {"article": list(map(str, articles))}})
        body = {
            "query": {
                "bool": {
                    "should": wanted,
                    "minimum_should_match": 1,
                    "filter": filters,
                }
            },
            "size": min(k, _WINDOW),
            "timeout": f"{int(1000 * seconds)}ms",
            "track_total_hits": False,
            "stored_fields": "_none_",
            "docvalue_fields": ["number"],
        }
        found = self._server.read(
            lambda client: client.search(
                index=self._index,
                body=body,
                params={
                    "search_type": "dfs_query_then_fetch",  # shards weigh terms alike
                    "allow_partial_search_results": "false",
                    "filter_path": "timed_out,hits.hits.fields.number",
                },
            )
        )
        if found.get("timed_out"):
            raise ClusterError(
                f"The search cluster at {self._server.name} cannot be reached (it is too slow)"
            )
        hits = found.get("hits", {}).get("hits", [])
        numbers = np.array([hit["fields"]["number"][0] for hit in hits], np.int64)
        return Found(numbers, np.full(len(numbers), inf))


class _Writer:
    """See `CandidatesWriter`. Each passage is written under its number, so twice is as good as once."""

    def __init__(self, server: Server, index: str) -> None:
        self._server = server
        self._index = index
        self._waiting: list[str] = []
        self._size = 0
        self._changed = False
        replicas = {"number_of_replicas": server.settings.replicas}
        self._write(lambda c: c.indices.put_settings(index=index, body=replicas))

    def add(self, generation: int, article: int, passages: Iterable[tuple[int, str]]) -> None:
        for number, terms in passages:
            action = {"index": {"_id": str(number), "routing": str(article)}}
            fields = {
                "terms": terms,
                "article": str(article),
                "generation": generation,
                "number": number,
            }
            self._waiting.append(f"{json.dumps(action)}\n{json.dumps(fields)}\n")
            self._size += len(self._waiting[-1])
            if self._size >= _BULK:
                self._send()

    def remove_articles(self, articles: Iterable[int]) -> None:
        keys = list(map(str, articles))
        for first in range(0, len(keys), _REMOVED):
            self._remove({"terms": {"article": keys[first : first + _REMOVED]}})

    def remove_generation(self, generation: int) -> None:
        # What a writer that died has sent is found only after this.
        self._write(lambda c: c.indices.refresh(index=self._index))
        self._remove({"term": {"generation": generation}})

    def commit(self) -> None:
        self._send()
        if not self._changed:
            return
        shards = self._write(lambda c: c.indices.refresh(index=self._index))["_shards"]
        if shards["failed"]:
            raise self._failed(f"shows only a part of what it took ({shards['failed']} failed)")
        self._changed = False

    def close(self) -> None:
        self._waiting.clear()

    def _send(self) -> None:
        """
        Raises:
            ClusterError: It did not take every passage.
        """
        waiting, self._waiting, self._size = self._waiting, [], 0
        for pause in (*_WRITING, None):
            if not waiting:
                return
            self._changed = True
            body = "".join(waiting)
            taken = self._write(lambda c, body=body: c.bulk(body=body, index=self._index))  # type: ignore[misc]
            items = [item["index"] for item in taken["items"]]
            left = [at for at, item in enumerate(items) if item["status"] >= 300]
            for_good = [items[at] for at in left if items[at]["status"] not in _BUSY]
            if left and (for_good or pause is None):
                told = (for_good or [items[left[0]]])[0].get("error") or {}
                raise self._failed(
                    f"did not take {len(left)} of {len(items)} passages ({told.get('reason')})"
                )
            waiting = [waiting[at] for at in left]
            if waiting:
                time.sleep(pause or 0)

    def _remove(self, query: Mapping[str, object]) -> None:
        self._changed = True
        done = self._write(
            lambda c: c.delete_by_query(
                index=self._index, body={"query": query}, params={"conflicts": "proceed"}
            )
        )
        if done["failures"] or done["version_conflicts"]:
            raise self._failed("did not remove every passage that is gone")

    def _write(self, do: Callable[[OpenSearch], Any]) -> Any:
        return self._server.write(do)

    def _failed(self, cause: str) -> ClusterError:
        return ClusterError(f"The search cluster at {self._server.name} {cause}")
