"""The training command, from a tiny base to a reader that can be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.reader.onnx_reader import OnnxReader
from retrieval.reader.records import ReaderPassage
from tests.support.pairs import FERRY
from tests.support.readers import make_tokenizer

pytest.importorskip("torch", reason="needs the extra: pip install 'cuttings[train]'")
transformers = pytest.importorskip("transformers")
train = pytest.importorskip("retrieval.reader.train")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    tokenizer = make_tokenizer()
    config = transformers.BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    folder = tmp_path / "base"
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def write_pairs(folder: Path) -> Path:
    pairs = folder / "pairs"
    pairs.mkdir()
    (pairs / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return pairs


def test_a_reader_is_trained_and_reads(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_pairs(tmp_path)
    out = tmp_path / "out"
    options = ["--base", str(base), "--pairs", str(folder), "--out", str(out), "--batch", "2"]
    train.main(options)
    assert "3 pairs" in capsys.readouterr().out
    assert sorted(path.name for path in out.iterdir()) == [
        "model.onnx",
        "reader.json",
        "tokenizer.json",
        "weights.pt",
    ]
    reader = OnnxReader(str(out))
    assert reader.languages == frozenset({"en"})
    [reading] = reader.read("why the strike", [ReaderPassage("ferry.", "they cut night pay", 7)])
    assert -20 < reading.answers < 20
    train.main([*options, "--start", str(out / "weights.pt"), "--layers", "2"])


def test_nothing_of_what_is_left_out_is_learned_from(tmp_path: Path) -> None:
    folder = write_pairs(tmp_path)
    data = train.Data(folder, [], ["pairs/ferry"], train.Random(0))
    assert data.epoch() == []
