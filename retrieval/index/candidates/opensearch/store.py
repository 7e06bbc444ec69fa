"""
Candidates in an OpenSearch cluster.

Each database of a collection has an index of its own in the cluster, and remembers the name of it, as
passage numbers of one database mean nothing in another. An alias names the current index.
"""

from __future__ import annotations

import json
import platform
import secrets
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.index.bm25 import K1, B
from retrieval.index.candidates.opensearch.client import ClusterClient
from retrieval.index.candidates.opensearch.errors import BUSY
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.candidates.protocol import GRACE, Candidates

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

_BULK = 4_000_000
"""Characters sent in one request; no more is sent before the cluster has accepted them."""

_REMOVED = 1000
"""Articles removed in one request."""

_WINDOW = 20_000
"""Most candidates of a search; see `_DEEPEST` in `disk.engine`."""

_TEMPLATE: Mapping[str, Any] = {
    "index_patterns": ["cuttings-*"],
    "priority": 200,
    "template": {
        "settings": {
            "refresh_interval": "-1",  # only a commit refreshes
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

_SEARCH_PARAMETERS = {
    "search_type": "dfs_query_then_fetch",  # so that all shards weigh terms alike
    "allow_partial_search_results": "false",
    "filter_path": "timed_out,hits.hits.fields.number",
}


class OpenSearchStore:
    """See `CandidateStore`."""

    def __init__(self, settings: ClusterSettings, grace: float = GRACE) -> None:
        self.client = ClusterClient(settings)
        self.grace = grace

    def without_grace(self) -> OpenSearchStore:
        """See `CandidateStore.without_grace`."""
        return OpenSearchStore(self.client.settings, grace=0.0)

    def begin(self, folder: Path) -> Mapping[str, object]:
        """See `CandidateStore.begin`."""
        settings = self.client.settings
        index = f"{_alias_of(folder)}-{secrets.token_hex(4)}"
        sizes = {"number_of_shards": settings.shards, "number_of_replicas": settings.replicas}
        self.client.read(lambda c: c.indices.put_index_template(name="cuttings", body=_TEMPLATE))
        self.client.write(lambda c: c.indices.create(index=index, body={"settings": sizes}))
        return {"cluster_index": index}

    def has(self, about: Mapping[str, Any]) -> bool:
        """See `CandidateStore.has`."""
        index = about["cluster_index"]
        exists: bool = self.client.read(lambda c: c.indices.exists(index=index))
        return exists

    def reader(self, folder: Path, about: Mapping[str, Any]) -> OpenSearchSearch:  # noqa: ARG002
        return OpenSearchSearch(self.client, about["cluster_index"], about["generation"])

    def writer(self, folder: Path, about: Mapping[str, Any], *, large: bool) -> OpenSearchWriter:  # noqa: ARG002
        return OpenSearchWriter(self.client, about["cluster_index"])

    def settle(self, about: Mapping[str, Any]) -> None:
        """See `CandidateStore.settle`. The alias moves in one step."""
        index = about["cluster_index"]
        alias = index.rpartition("-")[0]
        builds = self.client.write(lambda c: c.indices.get(index=f"{alias}-*"))
        named = [name for name, build in builds.items() if alias in build["aliases"]]
        if named != [index]:
            actions = [{"remove": {"index": name, "alias": alias}} for name in named]
            actions.append({"add": {"index": index, "alias": alias}})
            self.client.write(lambda c: c.indices.update_aliases(body={"actions": actions}))
        for name in builds.keys() - {index}:
            self._retire(name, builds[name]["mappings"].get("_meta", {}).get("replaced"))

    def _retire(self, index: str, since: float | None) -> None:
        """Delete an *index* replaced longer than `grace` ago; otherwise note when that happened."""
        now = time.time()
        if (now if since is None else since) + self.grace <= now:
            self.client.write(lambda c: c.indices.delete(index=index, ignore_unavailable=True))
        elif since is None:
            meta = {"_meta": {"replaced": now}}
            self.client.write(lambda c: c.indices.put_mapping(index=index, body=meta))


def _alias_of(folder: Path) -> str:
    """Return the alias for this machine's database in *folder*; other machines have other numbers."""
    place = f"{platform.node()} {folder.resolve()}"
    return f"cuttings-{blake2b(place.encode(errors='replace'), digest_size=10).hexdigest()}"


class OpenSearchSearch:
    """See `CandidateSearch`. Leaves out what was added since; what was removed since may be missing."""

    fewest = 400  # as fast as fewer, and each search is a round trip

    def __init__(self, client: ClusterClient, index: str, generation: int) -> None:
        self._client = client
        self._index = index
        self._generation = generation

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Candidates:
        """
        See `CandidateSearch.search`; it returns at most `_WINDOW`. The cluster rounds lengths, and
        may count deleted passages.
        """
        filters: list[object] = [{"range": {"generation": {"lte": self._generation}}}]
        filters += [{"terms": {"terms": list(terms)}} for terms in having]
        if articles is not None:
            filters.append({"terms": {"article": list(map(str, articles))}})
        body = self._body(query, filters, min(k, _WINDOW))
        answer = self._client.read(
            lambda c: c.search(index=self._index, body=body, params=_SEARCH_PARAMETERS)
        )
        if answer.get("timed_out"):
            raise self._client.failure("cannot be reached (it is too slow)")
        hits = answer.get("hits", {}).get("hits", [])
        numbers = np.array([hit["fields"]["number"][0] for hit in hits], np.int64)
        return Candidates(numbers, np.full(len(numbers), inf))

    def _body(
        self, query: Mapping[str, float], filters: list[object], size: int
    ) -> dict[str, object]:
        weighted = [
            {"term": {"terms": {"value": term, "boost": float(weight)}}}
            for term, weight in query.items()
        ]
        return {
            "query": {"bool": {"should": weighted, "minimum_should_match": 1, "filter": filters}},
            "size": size,
            "timeout": f"{int(500 * self._client.settings.timeout)}ms",  # half: there may be a retry
            "track_total_hits": False,
            "stored_fields": "_none_",
            "docvalue_fields": ["number"],
        }


class OpenSearchWriter:
    """See `CandidateWriter`. A passage's number is its id there, so writing it twice does no harm."""

    def __init__(self, client: ClusterClient, index: str) -> None:
        self._client = client
        self._index = index
        self._waiting: list[str] = []
        self._size = 0
        self._changed = False
        replicas = {"number_of_replicas": client.settings.replicas}
        client.write(lambda c: c.indices.put_settings(index=index, body=replicas))

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
        # Only a refresh makes visible what a writer that died has sent.
        self._client.write(lambda c: c.indices.refresh(index=self._index))
        self._remove({"term": {"generation": generation}})

    def commit(self) -> None:
        self._send()
        if not self._changed:
            return
        shards = self._client.write(lambda c: c.indices.refresh(index=self._index))["_shards"]
        if shards["failed"]:
            failed = shards["failed"]
            raise self._client.failure(f"shows only a part of what was written ({failed} failed)")
        self._changed = False

    def close(self) -> None:
        self._waiting.clear()

    def _send(self) -> None:
        """
        Raises:
            ClusterError: The cluster did not accept every passage.
        """
        waiting, self._waiting, self._size = self._waiting, [], 0
        for pause in (*self._client.write_pauses, None):
            if not waiting:
                return
            self._changed = True
            items = self._client.write(self._bulk("".join(waiting)))
            left = [at for at, item in enumerate(items) if item["status"] >= 300]
            rejected = [items[at] for at in left if items[at]["status"] not in BUSY]
            if left and (rejected or pause is None):
                error = (rejected or [items[left[0]]])[0].get("error") or {}
                raise self._client.failure(
                    f"did not accept {len(left)} of {len(items)} passages ({error.get('reason')})"
                )
            waiting = [waiting[at] for at in left]
            if waiting:
                time.sleep(pause or 0)

    def _bulk(self, body: str) -> Callable[[OpenSearch], list[dict[str, Any]]]:
        def call(client: OpenSearch) -> list[dict[str, Any]]:
            answer = client.bulk(body=body, index=self._index)
            return [item["index"] for item in answer["items"]]

        return call

    def _remove(self, query: Mapping[str, object]) -> None:
        self._changed = True
        answer = self._client.write(
            lambda c: c.delete_by_query(
                index=self._index, body={"query": query}, params={"conflicts": "proceed"}
            )
        )
        if answer["failures"] or answer["version_conflicts"]:
            raise self._client.failure("did not remove every passage of removed articles")
