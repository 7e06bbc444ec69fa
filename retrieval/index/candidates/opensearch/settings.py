"""Which cluster to use, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any
from urllib.parse import unquote, urlsplit

from retrieval.index.candidates.opensearch.errors import ClusterError

_TIMEOUT = 10.0


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """
    Attributes:
        url: The address of one node, or of several with commas between; may hold user and password.
        ca: A file with the certificates to trust instead of the system's.
        shards: Shards of an index; an existing index keeps its own until it is rebuilt.
        replicas: Replicas of each shard.
        timeout: Seconds for a question, including a retry on a second node.
    """

    url: str = field(repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""
    shards: int = 1
    replicas: int = 1
    timeout: float = _TIMEOUT


def read_settings(setting: Callable[[str], str | None]) -> ClusterSettings:
    """
    Read the settings, calling *setting* with the name of each.

    Raises:
        ClusterError: One has an unusable value. The message does not show the value.
    """

    def whole_number(name: str, default: int, least: int) -> int:
        text = setting(name) or str(default)
        if not text.isdecimal() or int(text) < least:
            raise ClusterError(f"{name} is not a whole number of at least {least}")
        return int(text)

    try:
        seconds = float(setting("OPENSEARCH_TIMEOUT") or _TIMEOUT)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < inf:
        raise ClusterError("OPENSEARCH_TIMEOUT is not a number of seconds")
    return ClusterSettings(
        setting("OPENSEARCH_URL") or "",
        setting("OPENSEARCH_USER") or "",
        setting("OPENSEARCH_PASSWORD") or "",
        setting("OPENSEARCH_CA") or "",
        whole_number("OPENSEARCH_SHARDS", 1, 1),
        whole_number("OPENSEARCH_REPLICAS", 1, 0),
        seconds,
    )


def parse_hosts(url: str) -> list[dict[str, Any]]:
    """
    Return the nodes that the setting OPENSEARCH_URL names, as opensearch-py expects them.

    Raises:
        ClusterError: One is not an address.
    """
    hosts = []
    for address in url.split(","):
        try:
            parts = urlsplit(address.strip())
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
        hosts.append(host)
    return hosts
