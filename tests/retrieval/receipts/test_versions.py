"""Which versions of articles are kept, and for how long."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.articles import Article, StoreError
from retrieval.articles.receipt_tokens import key_of
from retrieval.collection.opening import CollectionOptions
from retrieval.maintenance.removal import find_file, forget
from retrieval.receipts.verification import (
    Changed,
    Removed,
    Verbatim,
    Verification,
    verify,
)
from retrieval.receipts.versions import Versions, versions_of
from tests.support.articles import ARTICLE
from tests.support.bridge import (
    BOTH,
    FIRST,
    LATER,
    SAID,
    Opens,
    in_memory,
    on_disk,
    receipt_for,
    story,
)


def kept(versions: Versions) -> list[Path]:
    return sorted(path for path in versions.folder.glob("*") if path.stat().st_size)


def age(path: Path, days: float) -> None:
    then = time.time() - days * 24 * 60 * 60
    os.utime(path, (then, then))


def test_a_change_while_nothing_ran_is_noticed(folder: Path, versions: Versions) -> None:
    made = receipt_for(in_memory(folder, versions))
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    verification = verify(made, in_memory(folder, versions).library, versions)
    assert isinstance(verification, Changed)
    assert verification.old


@pytest.mark.parametrize("changed", ["before", "gone", "not"])
def test_a_rebuilt_index_keeps_what_changed_meanwhile(
    folder: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    made = receipt_for(on_disk(folder, versions))
    assert not versions.folder.exists()
    if changed == "before":
        (folder / "bridge.txt").write_text(story(FIRST, LATER))
    elif changed == "gone":
        (folder / "bridge.txt").unlink()
    monkeypatch.setattr(
        "retrieval.collection.edition_choice.index_version", lambda: "another version"
    )
    collection = on_disk(folder, versions)
    collection.sync()
    verification = verify(made, collection.library, versions)
    if changed == "not":
        assert isinstance(verification, Verbatim)
        assert not versions.folder.exists()
        return
    assert isinstance(verification, Changed if changed == "before" else Removed)
    assert verification.old
    assert verification.old.text == SAID
    assert len(kept(versions)) == 1


def test_a_rebuilt_index_does_not_keep_what_was_forgotten(
    folder: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = on_disk(folder, versions).library.articles["bridge"]
    (folder / "bridge.txt").unlink()
    versions.forget(article)
    monkeypatch.setattr(
        "retrieval.collection.edition_choice.index_version", lambda: "another version"
    )
    on_disk(folder, versions).sync()
    assert not versions.holds(article)


def test_an_unreadable_index_is_rebuilt_without_keeping_what_it_held(
    folder: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk(folder, versions)
    (folder / "bridge.txt").unlink()
    monkeypatch.setattr(
        "retrieval.collection.edition_choice.index_version", lambda: "another version"
    )
    monkeypatch.setattr("retrieval.index.disk.database.read_article", _damaged)
    collection = on_disk(folder, versions)
    collection.sync()
    assert list(collection.library.articles) == ["farm"]
    assert not versions.folder.exists()


def _damaged(*_: object) -> Article:
    raise StoreError("the text is not what was stored")


def test_versions_are_kept_for_as_long_as_is_set(folder: Path, data: Path) -> None:
    collection = in_memory(folder, versions_of(data, folder, 5))
    made = receipt_for(collection)
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()

    def verify_after(days: float) -> Verification:
        for path in kept(versions_of(data, folder)):
            age(path, days)
        versions = versions_of(data, folder, 5)
        return verify(made, in_memory(folder, versions).library, versions)

    early, late = verify_after(4.9), verify_after(5.1)
    assert isinstance(early, Changed)
    assert early.old
    assert isinstance(late, Changed)
    assert late.old is None


def test_a_version_that_is_current_stays_and_its_time_begins_when_it_changes(
    folder: Path, data: Path
) -> None:
    versions = versions_of(data, folder, 5)
    collection = in_memory(folder, versions)
    for path in kept(versions):
        age(path, 100)
    versions.sweep(collection.library.hashes, at_once=True)
    assert len(kept(versions)) == 2
    assert all(time.time() - path.stat().st_mtime < 100 for path in kept(versions))


def test_no_version_is_kept_if_none_should_be(folder: Path, data: Path) -> None:
    in_memory(folder, versions_of(data, folder, 5))
    none = versions_of(data, folder, 0)
    in_memory(folder, none)
    assert kept(none) == []


def test_of_too_many_versions_the_oldest_are_deleted(folder: Path, versions: Versions) -> None:
    collection = in_memory(folder, versions)
    first, second = kept(versions)
    age(first, 3)
    versions.max_bytes = second.stat().st_size
    versions.sweep(collection.library.hashes, at_once=True)
    assert kept(versions) == [second]


@pytest.mark.parametrize("broken", [b"rubbish", b"", None])
def test_a_version_that_is_damaged_loses_only_the_old_wording(
    folder: Path, versions: Versions, broken: bytes | None
) -> None:
    collection = in_memory(folder, versions)
    made = receipt_for(collection)
    for path in kept(versions):
        # Whole, and of another article.
        path.write_bytes(kept(versions)[-1].read_bytes() if broken is None else broken)
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    verification = verify(made, collection.library, versions)
    assert isinstance(verification, Changed)
    assert verification.old is None
    assert bool(versions.problem) == (broken != b"")


def test_a_folder_that_cannot_be_written_loses_only_the_old_wording(
    folder: Path, data: Path
) -> None:
    data.write_text("no folder")
    versions = versions_of(data, folder)
    collection = in_memory(folder, versions)
    made = receipt_for(collection)
    assert versions.problem
    assert "\n" not in versions.problem
    assert isinstance(verify(made, collection.library, versions), Verbatim)
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    assert isinstance(verify(made, collection.library, versions), Changed)


@BOTH
def test_of_a_forgotten_article_no_word_is_left(
    folder: Path, data: Path, versions: Versions, opens: Opens
) -> None:
    collection = opens(folder, versions)
    made = [receipt_for(collection)]
    (folder / "bridge.txt").write_text(story(FIRST, LATER))
    collection.sync()
    made.append(receipt_for(collection, LATER))
    article = collection.library.articles["bridge"]
    file, alone = find_file(article, folder)
    assert forget(article, file, CollectionOptions(folder, data), alone=alone) is None
    collection.sync()  # of a bot that ran all the while
    assert not versions.holds(article)
    for receipt in made:
        verification = verify(receipt, collection.library, versions)
        assert isinstance(verification, Removed)
        assert verification.old is None
    assert not any(LATER.encode() in path.read_bytes() for path in versions.folder.iterdir())


def test_a_forgotten_article_is_not_kept_by_who_still_has_it(
    folder: Path, versions: Versions
) -> None:
    index = on_disk(folder, versions)
    article = index.library.articles["bridge"]
    (folder / "bridge.txt").unlink()
    versions.forget(article)
    index.sync()  # takes it out, and would keep it
    assert not versions.holds(article)


def test_forgetting_says_what_is_still_kept(
    folder: Path, data: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = in_memory(folder, versions).library.articles["bridge"]
    monkeypatch.setattr(Versions, "forget", lambda *_: None)
    file, alone = find_file(article, folder)
    left = forget(article, file, CollectionOptions(folder, data), alone=alone)
    assert left == article.title


def test_a_text_with_half_a_letter_is_kept_as_it_is(versions: Versions) -> None:
    article = replace(ARTICLE, id="a\n\udc80", text="Half \ud800 a letter\n")
    assert versions.keep([article])
    assert versions.load(key_of(article.id), article.sha256) == article
    assert not versions.keep([article])
