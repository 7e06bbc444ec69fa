"""A reader in a folder: what it reads, with each kind of model, and what is said if it cannot be used."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from retrieval.articles import ModelError
from retrieval.reader.onnx_reader import OnnxReader
from retrieval.reader.records import ReaderPassage
from retrieval.semantic.bert import export
from tests.support.embedding_models import BERT, bert_tensors
from tests.support.readers import MARKS, NEEDED, Contract, installed, make_tokenizer, write_reader

WORTH = {"the": 0.0, "ferry": 1.0, "left": 0.5, "dawn": 4.0, "at": 2.0, ".": 0.0}
TEXT = "The ferry left at dawn."
START = 70
QUESTION = "When did the ferry leave?"


def read(folder: Path, text: str = TEXT) -> tuple[float, str | None]:
    """Return the log odds, and the words of *text* that answer."""
    [reading] = OnnxReader(str(folder)).read(QUESTION, [ReaderPassage("", text, START)])
    if not reading.span:
        return reading.answers, None
    start, end = reading.span
    return reading.answers, text[start - START : end - START]


@installed
@pytest.mark.parametrize(
    ("contract", "answers", "words"),
    [
        ("ours", 7.5, "dawn"),
        ("squad", 8.0, "dawn"),
        ("one logit", 7.5, None),
        ("two logits", 15.0, None),
    ],
)
def test_each_kind_of_model_reads(
    contract: Contract, answers: float, words: str | None, tmp_path: Path
) -> None:
    assert read(write_reader(tmp_path, WORTH, contract)) == (answers, words)


@installed
@pytest.mark.parametrize("place", ["onnx/model_quantized.onnx", "onnx/model.onnx"])
def test_a_model_may_lie_where_the_hub_has_it(place: str, tmp_path: Path) -> None:
    write_reader(tmp_path, WORTH)
    (tmp_path / "onnx").mkdir()
    (tmp_path / "model.onnx").rename(tmp_path / place)

    assert read(tmp_path)[1] == "dawn"


@installed
def test_a_reading_depends_on_nothing_but_question_and_passage(tmp_path: Path) -> None:
    reader = OnnxReader(str(write_reader(tmp_path, WORTH)))
    passages = [ReaderPassage("", f"The ferry {'left ' * count}.", count) for count in range(20)]
    alone = [OnnxReader(str(tmp_path)).read(QUESTION, [passage])[0] for passage in passages]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: reader.read(QUESTION, passages), range(8)))
    assert together == [alone] * 8
    assert reader.read(QUESTION, []) == []


@installed
def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = OnnxReader(str(write_reader(tmp_path, WORTH)))
    passage = ReaderPassage("", TEXT, 0)
    once = reader.read(QUESTION, [passage])
    monkeypatch.setattr("retrieval.reader.onnx_reader.make_batch", None)

    assert reader.read(QUESTION, [passage]) == once


@installed
def test_reader_json_names_languages_and_the_tokens_to_read(tmp_path: Path) -> None:
    write_reader(tmp_path, WORTH, settings={"languages": ["en", "de"], "tokens": 13})

    assert OnnxReader(str(tmp_path)).languages == frozenset({"en", "de"})
    assert read(tmp_path)[1] == "at"  # the passage ends before "dawn" then


@installed
def test_without_reader_json_nobody_says_which_languages_it_knows(tmp_path: Path) -> None:
    assert OnnxReader(str(write_reader(tmp_path, WORTH))).languages is None


@installed
def test_another_model_has_another_version(tmp_path: Path) -> None:
    one = OnnxReader(str(write_reader(tmp_path / "one", WORTH)))
    same = OnnxReader(str(write_reader(tmp_path / "same", WORTH)))
    other = OnnxReader(str(write_reader(tmp_path / "other", WORTH | {"at": 3.0})))

    assert one.version == same.version != other.version


@installed
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("model.onnx", "ONNX Runtime does not accept .*model.onnx"),
        ("tokenizer.json", "tokenizer.json is not a tokenizer"),
        ("reader.json", "reader.json is not JSON"),
    ],
)
def test_a_damaged_file_is_named(name: str, cause: str, tmp_path: Path) -> None:
    write_reader(tmp_path, WORTH)
    (tmp_path / name).write_bytes(b"\x80 damaged")

    with pytest.raises(ModelError, match=cause) as caught:
        read(tmp_path)
    assert "\n" not in str(caught.value)


@installed
@pytest.mark.parametrize(
    "settings", [{"languages": "en"}, {"tokens": "many"}, {"languages": [], "tokens": None}]
)
def test_reader_json_with_something_else_is_refused(
    settings: dict[str, object], tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match="languages is not a list, or tokens not a number"):
        read(write_reader(tmp_path, WORTH, settings=settings))


@installed
@pytest.mark.parametrize("content", ["[]", "null", '"en"', "3"])
def test_reader_json_that_is_no_object_is_refused(content: str, tmp_path: Path) -> None:
    write_reader(tmp_path, WORTH)
    (tmp_path / "reader.json").write_text(content)

    with pytest.raises(ModelError, match=r"reader\.json is not an object in JSON"):
        read(tmp_path)


@installed
@pytest.mark.parametrize("tokens", [0, -5])
def test_an_input_has_at_least_a_token(tokens: int, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="tokens is less than 1"):
        read(write_reader(tmp_path, WORTH, settings={"tokens": tokens}))


@installed
def test_a_tokenizer_without_marks_is_named(tmp_path: Path) -> None:
    write_reader(tmp_path, WORTH)
    tokenizer = tmp_path / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text().replace("[CLS]", "[XXX]"))

    with pytest.raises(ModelError, match=r"tokenizer\.json has no mark for the start"):
        read(tmp_path)


@installed
def test_a_model_that_fails_while_it_reads_is_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_reader(tmp_path, WORTH)
    make_tokenizer([*MARKS, *WORTH, "unheard"]).save(str(tmp_path / "tokenizer.json"))

    with pytest.raises(ModelError, match=r"cannot read \d+ tokens") as caught:
        read(tmp_path, "Unheard.")
    assert "\n" not in str(caught.value)
    assert capfd.readouterr().err == ""


@installed
def test_a_model_that_does_something_else_is_refused(tmp_path: Path) -> None:
    embedding = write_reader(tmp_path / "embedding", WORTH)
    (embedding / "model.onnx").write_bytes(export(bert_tensors(), BERT))
    with pytest.raises(ModelError, match="is no reader"):
        read(embedding)
    with pytest.raises(ModelError, match="tells 3 classes apart"):
        read(write_reader(tmp_path / "three", WORTH, "three logits"))


@installed
@pytest.mark.parametrize("name", ["nothing-of-the-kind", "no/such-model", "wordllama", ""])
def test_a_reader_that_is_not_there_is_one_sentence(name: str) -> None:
    with pytest.raises(ModelError, match=r"neither a folder with model\.onnx"):
        OnnxReader(name)


def test_a_missing_package_is_one_sentence_that_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    with pytest.raises(ModelError) as caught:
        OnnxReader(str(tmp_path))
    assert str(caught.value) == (
        "A reader needs onnxruntime, which is not installed: pip install 'cuttings[reader]'"
    )


@installed
def test_the_libraries_are_imported_when_something_is_read(tmp_path: Path) -> None:
    program = (
        "import sys; from retrieval.reader.onnx_reader import OnnxReader; "
        f"OnnxReader({str(write_reader(tmp_path, WORTH))!r}); "
        f"sys.exit(bool({set(NEEDED)} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
