"""Calls to a cluster: what is tried again, and what is said while it cannot be reached."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages import strings
from bot.simulator.conversations import Step, replay
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch.client import ClusterClient
from retrieval.index.candidates.opensearch.errors import ClusterError
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.library import Library
from tests.support.clusters import finds, open_library
from tests.support.command import cuttings
from tests.support.gate import Fault, Gate, gate
from tests.support.paths import ROOT
from tests.support.ports import free_ports

CERTIFICATE = ROOT / "tests" / "data" / "bugle.example.pem"
PASSWORD = "hush-hush"  # noqa: S105 - nobody's


@pytest.mark.parametrize("faults", [(503, 429), (404,)])  # one that is stopping knows no index
def test_a_search_that_fails_is_tried_again(
    library: Library, way: Gate, faults: tuple[int, ...]
) -> None:
    way.fails("_search", *faults)
    assert finds(library, "yak") == ["farm"]


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (503, "cannot be reached (it is busy, or short of a node: 503)"),
        (401, "refuses OPENSEARCH_USER with OPENSEARCH_PASSWORD"),
        (404, "no longer has this collection; `cuttings index` rebuilds it"),
        (lambda _: (200, {"timed_out": True}), "cannot be reached (it is too slow)"),
    ],
)
def test_why_it_cannot_be_searched_is_one_sentence(
    library: Library, way: Gate, fault: int | Fault, cause: str
) -> None:
    way.fails("_search", *[fault] * 3)
    with pytest.raises(ClusterError) as caught:
        library.ask("What did the yak eat?")
    assert str(caught.value) == f"The search cluster at 127.0.0.1:{way.port} {cause}"


def test_a_cluster_that_is_away_is_left_alone_for_a_while_and_then_found_again(
    library: Library, way: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    monkeypatch.setattr(ClusterClient, "rest", 3.0)
    way.is_open = False
    for _ in range(2):
        with pytest.raises(ClusterError, match=r"cannot be reached \(the connection broke\)"):
            finds(library, "yak")
        tried = len(way.asked)
    way.is_open = True
    with pytest.raises(ClusterError):
        finds(library, "yak")
    assert len(way.asked) == tried
    clock[0] += 3.1
    assert finds(library, "yak") == ["farm"]


@pytest.mark.usefixtures("library")
def test_another_node_is_asked_when_one_is_away(way: Gate, index: Path) -> None:
    both = OpenSearchStore(ClusterSettings(f"http://127.0.0.1:{free_ports(1)[0]},{way.url}"))
    assert all(finds(open_library(index, both), "yak") == ["farm"] for _ in range(4))


def test_the_bot_says_that_it_cannot_search_and_recovers(
    library: Library, way: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    async def asked() -> str:
        [[call]] = await replay(library, [Step("message", "What did the yak eat?")])
        return str(call.params["text"])

    way.is_open = False
    assert asyncio.run(asked()) == strings.CANNOT_SEARCH
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.exc_info for record in warnings] == [None]
    assert "cannot be reached (the connection broke)" in warnings[0].getMessage()
    way.is_open = True
    assert "five apples" in asyncio.run(asked())


def test_a_command_says_that_the_cluster_is_away(folder: Path) -> None:
    port = free_ports(1)[0]
    url = f"http://ada:{PASSWORD}@127.0.0.1:{port}"
    for command in (["ask", "What did the yak eat?"], ["index"]):
        result = cuttings(
            *command, "--articles", folder, "--data", folder.parent, OPENSEARCH_URL=url
        )
        sentence = f"The search cluster at 127.0.0.1:{port} cannot be reached (connection refused)"
        assert result == (2, "", f"cuttings: {sentence}\n")


def test_without_the_extra_it_is_named(
    folder: Path, index: Path, store: OpenSearchStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with pytest.raises(ClusterError, match=r"pip install 'cuttings\[opensearch\]'"):
        sync(IndexedFolder(folder, index, store))


# Safe transport


def test_a_certificate_of_ones_own_is_trusted_where_it_is_named(
    osmem_url: str, folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest: real("127.0.0.1", *rest))
    with gate(osmem_url, CERTIFICATE) as way:
        settings = ClusterSettings(f"https://bugle.example:{way.port}", "ada", PASSWORD, replicas=0)
        assert PASSWORD not in repr(settings)
        trusting = OpenSearchStore(replace(settings, ca=str(CERTIFICATE)))
        sync(IndexedFolder(folder, index, trusting))
        assert finds(open_library(index, trusting), "yak") == ["farm"]
        with pytest.raises(ClusterError, match=r"its certificate is not trusted; OPENSEARCH_CA"):
            finds(open_library(index, OpenSearchStore(settings)), "yak")
