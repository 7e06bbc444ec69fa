"""Candidates in a cluster: what is written there, what is left of it, and what is said when it is away."""

from __future__ import annotations

import json
import logging
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages import strings
from bot.simulator.conversations import Step, replay
from retrieval.cli import main
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch import store as opensearch
from retrieval.index.candidates.opensearch.client import ClusterClient
from retrieval.index.candidates.opensearch.errors import ClusterError
from retrieval.index.candidates.opensearch.settings import ClusterSettings, parse_hosts
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.index.data_folders import index_folder
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from tests.support.articles import write_article
from tests.support.gate import Fault, Gate, gate
from tests.support.parameters import slow_after
from tests.support.paths import ROOT

CERTIFICATE = ROOT / "tests" / "data" / "bugle.example.pem"
PASSWORD = "hush-hush"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without pauses, and without settings of whoever runs the tests."""
    monkeypatch.setattr(ClusterClient, "write_pauses", (0.0, 0.0))
    monkeypatch.setattr(ClusterClient, "read_pauses", (0.0, 0.0))
    monkeypatch.setattr(ClusterClient, "rest", 0.0)
    monkeypatch.chdir(tmp_path)
    for name in ("ARTICLES", "DATA", "ENGINE", "OPENSEARCH_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def way(osmem_url: str) -> Iterator[Gate]:
    with gate(osmem_url) as way:
        yield way


@pytest.fixture
def store(way: Gate) -> OpenSearchStore:
    return OpenSearchStore(ClusterSettings(way.url, replicas=0, timeout=5.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder / "zoo.txt", "zebra")
    write_article(folder / "farm.txt", "yak")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def opened(index: Path, store: OpenSearchStore) -> Library:
    return Library(DiskStore(StoredIndex(index, store)))


def finds(library: Library, animal: str) -> list[str]:
    return [hit.passage.article for hit in library.rank(animal).hits]


def builds(store: OpenSearchStore) -> dict[str, list[str]]:
    """The indexes in the cluster, each with its aliases."""
    told = store.client.write(lambda c: c.indices.get_alias(index="cuttings-*"))
    return {name: list(build["aliases"]) for name, build in told.items()}


def passages(store: OpenSearchStore) -> int:
    """How many are in the cluster, whoever they are for."""
    count: int = store.client.write(lambda c: c.count(index="cuttings-*"))["count"]
    return count


# In step with a folder


def test_who_reads_an_earlier_commit_finds_what_is_gone_since(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    before = opened(index, store)
    write_article(folder / "farm.txt", "vole")
    (folder / "zoo.txt").unlink()
    sync(IndexedFolder(folder, index, store))
    now = opened(index, store)
    assert [finds(before, animal) for animal in ("yak", "zebra", "vole")] == [["farm"], ["zoo"], []]
    assert [finds(now, animal) for animal in ("yak", "zebra", "vole")] == [[], [], ["farm"]]
    assert passages(store) == 3


def test_what_is_gone_leaves_the_cluster_after_a_while(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    (folder / "zoo.txt").unlink()
    sync(IndexedFolder(folder, index, store))
    sync(IndexedFolder(folder, index, store))
    assert passages(store) == 2
    sync(IndexedFolder(folder, index, store.without_grace()))
    assert passages(store) == 1


def test_an_index_made_anew_takes_the_alias_and_the_one_before_goes_after_a_while(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    before, [(first, [alias])] = opened(index, store), builds(store).items()
    sync(IndexedFolder(folder, index, store), rebuild=True)
    assert finds(before, "yak") == finds(opened(index, store), "yak") == ["farm"]
    (second,) = builds(store).keys() - {first}
    assert builds(store) == {first: [], second: [alias]}
    sync(IndexedFolder(folder, index, store.without_grace()))
    assert builds(store) == {second: [alias]}
    with pytest.raises(ClusterError, match="no longer has this collection"):
        finds(before, "yak")


def test_what_the_cluster_has_lost_is_made_anew_and_that_is_said(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    [name] = builds(store)
    store.client.write(lambda c: c.indices.delete(index=name))
    assert sync(IndexedFolder(folder, index, store)).rebuilt == "its candidates were gone"
    assert finds(opened(index, store), "yak") == ["farm"]


DIES = """
import os, signal, sys
from pathlib import Path
from retrieval.collection import sync
from retrieval.index.candidates.opensearch import store as opensearch
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.disk import writer

def dying(real, at):
    def call(*args, **kwargs):
        if at == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

url, where, name, at, folder, index = sys.argv[1:]
store = opensearch.OpenSearchStore(ClusterSettings(url, replicas=0), grace=0.0)
owner = {"cluster": opensearch.OpenSearchWriter, "writer": writer.IndexWriter}[where]
setattr(owner, name, dying(getattr(owner, name), at))
sync.sync(sync.IndexedFolder(Path(folder), Path(index), store))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize(
    "point",
    slow_after(
        1,
        [
            ("cluster", "commit", "after"),
            ("writer", "_write_definitions", "after"),
            ("cluster", "remove_articles", "after"),
        ],
    ),
    ids="-".join,
)
def test_killed_at_any_moment_it_opens_at_a_commit_and_the_next_time_finishes(
    folder: Path, index: Path, store: OpenSearchStore, way: Gate, point: tuple[str, str, str]
) -> None:
    sync(IndexedFolder(folder, index, store))
    write_article(folder / "farm.txt", "vole")
    command = [sys.executable, "-c", DIES, way.url, *point, str(folder), str(index)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL, done.stderr
    library = opened(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) in [(["farm"], []), ([], ["farm"])]
    sync(IndexedFolder(folder, index, store.without_grace()))
    library = opened(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) == ([], ["farm"])
    assert passages(store) == 2


# What the cluster does not take


def busy(body: str) -> tuple[int, object]:
    """The cluster is there, and takes no passage."""
    return refused(body, 429, "rejected_execution_exception")


def refused(body: str, status: int, reason: str) -> tuple[int, object]:
    item = {"index": {"status": status, "error": {"reason": reason}}}
    return 200, {"errors": True, "items": [item] * (body.count("\n") // 2)}


@pytest.mark.parametrize("faults", [(429, 503), (502,), (busy,), (busy, 429)])
def test_what_the_cluster_is_too_busy_for_is_sent_again(
    folder: Path, index: Path, store: OpenSearchStore, way: Gate, faults: tuple[int | Fault, ...]
) -> None:
    way.fails("_bulk", *faults)
    sync(IndexedFolder(folder, index, store))
    assert sum("_bulk" in asked for asked in way.asked) == len(faults) + 1
    assert finds(opened(index, store), "yak") == ["farm"]


@pytest.mark.parametrize(
    ("faults", "sentence"),
    [
        ((429,) * 3, "cannot be reached (it is busy, or short of a node: 429)"),
        ((busy,) * 3, "did not accept 1 of 1 passages (rejected_execution_exception)"),
        ((lambda body: refused(body, 400, "odd"),), "did not accept 1 of 1 passages (odd)"),
        ((413,), "rejects a request (413: "),
    ],
)
def test_what_the_cluster_does_not_take_is_told_and_nothing_is_half_done(
    folder: Path,
    index: Path,
    store: OpenSearchStore,
    way: Gate,
    faults: tuple[int | Fault, ...],
    sentence: str,
) -> None:
    sync(IndexedFolder(folder, index, store))
    write_article(folder / "farm.txt", "vole")
    way.fails("_bulk", *faults)
    with pytest.raises(ClusterError) as caught:
        sync(IndexedFolder(folder, index, store))
    assert sentence in str(caught.value)
    library = opened(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) == (["farm"], [])
    sync(IndexedFolder(folder, index, store))
    assert finds(opened(index, store), "vole") == ["farm"]


def test_no_more_waits_to_be_sent_than_fits_a_request(
    folder: Path, index: Path, store: OpenSearchStore, way: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch, "_BULK", 1)
    sync(IndexedFolder(folder, index, store))
    assert sum("_bulk" in asked for asked in way.asked) == 2
    assert passages(store) == 2


# Away


@pytest.fixture
def library(folder: Path, index: Path, store: OpenSearchStore) -> Library:
    sync(IndexedFolder(folder, index, store))
    return opened(index, store)


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
    both = OpenSearchStore(ClusterSettings(f"http://127.0.0.1:{nobody()},{way.url}"))
    assert all(finds(opened(index, both), "yak") == ["farm"] for _ in range(4))


def nobody() -> int:
    """A port that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def test_the_bot_says_that_it_cannot_search_and_recovers(
    library: Library, way: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    async def asked() -> str:
        [[call]] = await replay(library, [Step("message", "What did the yak eat?")])
        return str(call.params["text"])

    import asyncio

    way.is_open = False
    assert asyncio.run(asked()) == strings.CANNOT_SEARCH
    told = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.exc_info for record in told] == [None]
    assert "cannot be reached (the connection broke)" in told[0].getMessage()
    way.is_open = True
    assert "five apples" in asyncio.run(asked())


# The command line


def cuttings(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path, **env: str
) -> tuple[int, str, str]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(name, value)
        code = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_command_says_that_the_cluster_is_away(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = nobody()
    url = f"http://ada:{PASSWORD}@127.0.0.1:{port}"
    for command in (["ask", "What did the yak eat?"], ["index"]):
        told = cuttings(
            capsys, *command, "--articles", folder, "--data", folder.parent, OPENSEARCH_URL=url
        )
        sentence = f"The search cluster at 127.0.0.1:{port} cannot be reached (connection refused)"
        assert told == (2, "", f"cuttings: {sentence}\n")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("OPENSEARCH_URL", PASSWORD, "OPENSEARCH_URL is not the address of a cluster"),
        (
            "OPENSEARCH_URL",
            f"ftp://a:{PASSWORD}@b",
            "OPENSEARCH_URL is not the address of a cluster",
        ),
        ("OPENSEARCH_URL", f"http://a:{PASSWORD}@b:1x", "OPENSEARCH_URL is not the address of"),
        ("OPENSEARCH_SHARDS", "0", "OPENSEARCH_SHARDS is not a whole number of at least 1"),
        ("OPENSEARCH_REPLICAS", "1.5", "OPENSEARCH_REPLICAS is not a whole number of at least 0"),
        ("OPENSEARCH_TIMEOUT", "soon", "OPENSEARCH_TIMEOUT is not a number of seconds"),
        ("OPENSEARCH_CA", "nowhere.pem", "OPENSEARCH_CA is not a file with certificates"),
        ("OPENSEARCH_CA", __file__, "OPENSEARCH_CA is not a file with certificates"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, value: str, sentence: str
) -> None:
    env = {"OPENSEARCH_URL": "https://127.0.0.1:1", name: value}
    code, _, told = cuttings(capsys, "ask", "yak?", "--articles", folder, "--data", folder, **env)
    assert code == 2
    assert told.startswith(f"cuttings: {sentence}")
    assert PASSWORD not in told


def test_without_an_address_the_engine_says_what_it_needs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = cuttings(capsys, "ask", "yak?", "--articles", folder, "--engine", "opensearch")
    needs = "The engine opensearch needs OPENSEARCH_URL, the address of a cluster"
    assert told == (2, "", f"cuttings: {needs}\n")


def test_without_the_extra_it_is_named(
    folder: Path, index: Path, store: OpenSearchStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with pytest.raises(ClusterError, match=r"pip install 'cuttings\[opensearch\]'"):
        sync(IndexedFolder(folder, index, store))


def test_a_question_is_put_to_the_cluster_where_one_is_set(
    folder: Path, way: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    where: list[str | Path] = ["--articles", folder, "--data", folder.parent / "data"]
    env = {"OPENSEARCH_URL": way.url, "OPENSEARCH_REPLICAS": "0"}
    for _ in range(2):  # the first time indexes it
        code, told, _ = cuttings(capsys, "ask", "--json", "What did the yak eat?", *where, **env)
        assert code == 0
        assert json.loads(told)["excerpts"][0]["article"] == "farm"
    assert sum("_search" in asked for asked in way.asked)
    searched = len(way.asked)
    on_disk = {**env, "ENGINE": "tantivy"}
    assert cuttings(capsys, "ask", "What did the yak eat?", *where, **on_disk)[0] == 0
    assert len(way.asked) == searched


def test_nothing_of_what_is_forgotten_stays_in_the_cluster(
    folder: Path, way: Gate, store: OpenSearchStore, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder.parent / "data"
    where: list[str | Path] = ["--articles", folder, "--data", data]
    env = {"OPENSEARCH_URL": way.url, "OPENSEARCH_REPLICAS": "0"}
    assert cuttings(capsys, "index", *where, **env)[0] == 0
    assert passages(store) == 2
    code, told, _ = cuttings(capsys, "forget", "farm", "--yes", *where, **env)
    assert (code, told.endswith("nothing of “News of the yak” can be found.\n")) == (0, True)
    assert passages(store) == 1
    assert not index_folder(data, folder).exists()


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
        assert finds(opened(index, trusting), "yak") == ["farm"]
        with pytest.raises(ClusterError, match=r"its certificate is not trusted; OPENSEARCH_CA"):
            finds(opened(index, OpenSearchStore(settings)), "yak")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://search", [("search", 9200, False, "", None)]),
        ("https://search/os/", [("search", 443, True, "os", None)]),
        ("https://a:b%40c@search:1", [("search", 1, True, "", ("a", "b@c"))]),
        ("http://one, http://two:2", [("one", 9200, False, "", None), ("two", 2, False, "", None)]),
    ],
)
def test_an_address_names_one_node_or_several(url: str, expected: list[object]) -> None:
    keys = ("host", "port", "use_ssl", "url_prefix", "http_auth")
    assert [tuple(host.get(key) for key in keys) for host in parse_hosts(url)] == expected
