"""`cuttings verify`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.articles.receipt_tokens import payload
from tests.support.bridge import FIRST, LAST, LATER, SAID, story, write_bridge
from tests.support.command import cuttings

pytestmark = pytest.mark.usefixtures("only_our_settings")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bridge(tmp_path / "articles")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def where(folder: Path, data: Path) -> list[str | Path]:
    return ["--articles", folder, "--data", data]


def make_receipt(where: list[str | Path]) -> str:
    answer = cuttings("ask", "--json", "Who warned of the northern pillar?", *where)
    return str(json.loads(answer.stdout)["excerpts"][0]["receipt"])


def test_verify_shows_the_words_in_their_paragraph(where: list[str | Path]) -> None:
    made = make_receipt(where)
    printed = cuttings("verify", f"https://t.me/b?start={payload(made)}", *where)
    assert printed.exit_code == 0
    assert printed.stdout.startswith("verbatim: ")
    quoted, cited = printed.stdout.split("\nBridge to close\n")
    assert "\n> [[" in quoted
    assert SAID in quoted
    assert cited == "paragraph 1\n"


@pytest.mark.parametrize("engine", ["rank-bm25", "tantivy"])
def test_verify_shows_what_was_said_and_what_is_said_now(
    folder: Path, where: list[str | Path], engine: str
) -> None:
    where = [*where, "--engine", engine]
    made, before = make_receipt(where), (folder / "bridge.txt").read_text()
    (folder / "bridge.txt").write_text(story(FIRST, f"{LATER} {LAST}"))
    printed = cuttings("verify", made, *where)
    assert printed.exit_code == 1
    assert printed.stdout.startswith("changed: “Bridge to close” has changed since")
    _, old, new = printed.stdout.split(":\n> ")
    assert SAID in old
    assert old.endswith("The closest words in it now")
    assert LATER in new
    (folder / "bridge.txt").unlink()
    printed = cuttings("verify", made, *where)
    assert printed.exit_code == 1
    assert printed.stdout.startswith("removed: ")
    assert SAID in printed.stdout
    (folder / "altena.txt").write_text(before)
    printed = cuttings("verify", made, *where)
    assert printed.exit_code == 0
    assert printed.stdout.startswith("renamed: the article is called “altena” now, and the words ")
    assert SAID in printed.stdout


def test_json_of_a_verdict_has_its_keys_whatever_it_is(
    folder: Path, where: list[str | Path]
) -> None:
    made = make_receipt(where)
    keys = ["receipt", "verdict", "article", "start", "end", "text", "paragraph", "old", "new", "citation"]  # fmt: skip

    def verdict(code: int, text: str = made) -> dict[str, object]:
        printed = cuttings("verify", "--json", text, *where)
        assert printed.exit_code == code
        verification: dict[str, object] = json.loads(printed.stdout)
        assert list(verification) == keys
        return verification

    first = verdict(0)
    assert (first["verdict"], first["article"], first["receipt"]) == ("verbatim", "bridge", made)
    text = (folder / "bridge.txt").read_text()
    assert isinstance(first["start"], int)
    assert text[first["start"] :].startswith(str(first["text"]))
    (folder / "bridge.txt").write_text(text.replace("\n\n", "\n\nAnew.\n\n", 1))
    assert verdict(0)["verdict"] == "moved"
    (folder / "bridge.txt").write_text(story(FIRST, f"{LATER} {LAST}"))
    changed = verdict(1)
    assert (changed["verdict"], changed["text"]) == ("changed", None)
    assert isinstance(changed["old"], dict)
    assert isinstance(changed["new"], dict)
    assert changed["old"]["text"] == first["text"]
    assert LATER in changed["new"]["text"]
    (folder / "bridge.txt").unlink()
    assert verdict(1)["verdict"] == "removed"
    (folder / "altena.txt").write_text(text)
    renamed = verdict(0)
    assert (renamed["verdict"], renamed["article"]) == ("renamed", "altena")
    assert renamed["text"] == first["text"]
    assert verdict(2, made[:-1])["verdict"] == "forged"


def test_a_receipt_that_was_tampered_with_is_one_sentence(where: list[str | Path]) -> None:
    made = make_receipt(where)
    printed = cuttings("verify", made[:20] + ("A" if made[20] != "A" else "B") + made[21:], *where)
    assert printed == (
        2,
        "",
        "cuttings: forged: this is not a receipt, or it was copied wrongly: a character is wrong, "
        "missing or extra.\n",
    )


def test_how_long_versions_are_kept_can_be_set(data: Path, where: list[str | Path]) -> None:
    cuttings("ask", "Who warned of the northern pillar?", *where, KEEP_VERSIONS="0")
    assert not data.exists()
    printed = cuttings("ask", "Who warned of the pillar?", *where, KEEP_VERSIONS="long")
    assert printed.stderr == "cuttings: KEEP_VERSIONS is not a whole number of at least 0\n"
