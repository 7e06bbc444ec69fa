"""Candidates in a cluster: what is written there, what is left of it, and what the cluster rejects."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch import store as opensearch
from retrieval.index.candidates.opensearch.errors import ClusterError
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.index.data_folders import index_folder
from tests.support.articles import write_article
from tests.support.clusters import builds, count_passages, finds, open_library
from tests.support.command import cuttings
from tests.support.gate import Fault, Gate
from tests.support.parameters import slow_after
from tests.support.paths import ROOT

# In step with a folder


def test_who_reads_an_earlier_commit_finds_what_is_gone_since(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    before = open_library(index, store)
    write_article(folder / "farm.txt", "vole")
    (folder / "zoo.txt").unlink()
    sync(IndexedFolder(folder, index, store))
    now = open_library(index, store)
    assert [finds(before, animal) for animal in ("yak", "zebra", "vole")] == [["farm"], ["zoo"], []]
    assert [finds(now, animal) for animal in ("yak", "zebra", "vole")] == [[], [], ["farm"]]
    assert count_passages(store) == 3


def test_what_is_gone_leaves_the_cluster_after_a_while(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    (folder / "zoo.txt").unlink()
    sync(IndexedFolder(folder, index, store))
    sync(IndexedFolder(folder, index, store))
    assert count_passages(store) == 2
    sync(IndexedFolder(folder, index, store.without_grace()))
    assert count_passages(store) == 1


def test_an_index_made_anew_takes_the_alias_and_the_one_before_goes_after_a_while(
    folder: Path, index: Path, store: OpenSearchStore
) -> None:
    sync(IndexedFolder(folder, index, store))
    before, [(first, [alias])] = open_library(index, store), builds(store).items()
    sync(IndexedFolder(folder, index, store), rebuild=True)
    assert finds(before, "yak") == finds(open_library(index, store), "yak") == ["farm"]
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
    assert finds(open_library(index, store), "yak") == ["farm"]


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
    library = open_library(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) in [(["farm"], []), ([], ["farm"])]
    sync(IndexedFolder(folder, index, store.without_grace()))
    library = open_library(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) == ([], ["farm"])
    assert count_passages(store) == 2


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
    assert finds(open_library(index, store), "yak") == ["farm"]


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
    library = open_library(index, store)
    assert (finds(library, "yak"), finds(library, "vole")) == (["farm"], [])
    sync(IndexedFolder(folder, index, store))
    assert finds(open_library(index, store), "vole") == ["farm"]


def test_no_more_waits_to_be_sent_than_fits_a_request(
    folder: Path, index: Path, store: OpenSearchStore, way: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch, "_BULK", 1)
    sync(IndexedFolder(folder, index, store))
    assert sum("_bulk" in asked for asked in way.asked) == 2
    assert count_passages(store) == 2


def test_a_question_is_put_to_the_cluster_where_one_is_set(folder: Path, way: Gate) -> None:
    where: list[str | Path] = ["--articles", folder, "--data", folder.parent / "data"]
    env = {"OPENSEARCH_URL": way.url, "OPENSEARCH_REPLICAS": "0"}
    for _ in range(2):  # the first time indexes it
        code, output, _ = cuttings("ask", "--json", "What did the yak eat?", *where, **env)
        assert code == 0
        assert json.loads(output)["excerpts"][0]["article"] == "farm"
    assert sum("_search" in asked for asked in way.asked)
    searched = len(way.asked)
    on_disk = {**env, "ENGINE": "tantivy"}
    assert cuttings("ask", "What did the yak eat?", *where, **on_disk)[0] == 0
    assert len(way.asked) == searched


def test_nothing_of_what_is_forgotten_stays_in_the_cluster(
    folder: Path, way: Gate, store: OpenSearchStore
) -> None:
    data = folder.parent / "data"
    where: list[str | Path] = ["--articles", folder, "--data", data]
    env = {"OPENSEARCH_URL": way.url, "OPENSEARCH_REPLICAS": "0"}
    assert cuttings("index", *where, **env)[0] == 0
    assert count_passages(store) == 2
    code, output, _ = cuttings("forget", "farm", "--yes", *where, **env)
    assert (code, output.endswith("nothing of “News of the yak” can be found any more.\n")) == (
        0,
        True,
    )
    assert count_passages(store) == 1
    assert not index_folder(data, folder).exists()
