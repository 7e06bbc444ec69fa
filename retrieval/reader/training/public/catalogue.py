"""The public sets that the reader learns from, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from random import Random
from typing import NamedTuple

from retrieval.reader.training.public import (
    boolq,
    covidqa,
    fm2,
    medquad,
    onestopqa,
    qamr,
    qed_nq,
    selqa,
    squad,
    tatqa_text,
    timeqa_human,
)
from retrieval.reader.training.public.lines import Line


class PublicSet(NamedTuple):
    """
    A set of questions.

    Attributes:
        repository: Owner and name, on GitHub.
        paths: Patterns of the files, with spaces between.
        most: Lines, at most.
    """

    repository: str
    commit: str
    paths: str
    convert: Callable[[Mapping[str, bytes], Random], Iterable[Line]]
    most: int = 6000


SETS = {
    "boolq": PublicSet(
        "239-software/BoolQ",
        "21c3fb55aaa57cea094c5854c7b125076f14d561",
        "data/dev.jsonl",  # an unchanged copy
        boolq.convert,
    ),
    "covidqa": PublicSet(
        "deepset-ai/COVID-QA",
        "fb2eb5e249618457e5359806601086c635c8eb8f",
        "data/question-answering/20042[13]_covidQA.json",
        covidqa.convert,
    ),
    "fm2": PublicSet(
        "google-research/fool-me-twice",
        "d9db753e5acf91c0d9bf543db327ab655661eb94",
        "dataset/dev.jsonl dataset/test.jsonl",
        fm2.convert,
    ),
    "medquad": PublicSet(
        "abachaa/MedQuAD",
        "577bd37b96c02d1833b2c9eed2de9f96964e96cb",
        "[1-9]_*.xml",  # the folders from 10 on lack the answers
        medquad.convert,
        3000,
    ),
    "onestopqa": PublicSet(
        "berzak/onestop-qa",
        "7a058755e1ff0d3f835a67109c669c7e294d4239",
        "annotations/onestop_qa.zip",
        onestopqa.convert,
    ),
    "qamr": PublicSet(
        "uwnlp/qamr",
        "956b0eb2d5857f4aafa1af257ba06fa6cb683b99",
        f"data/filtered/dev.tsv data/filtered/test.tsv {qamr.SENTENCES}",
        qamr.convert,
    ),
    "qed_nq": PublicSet(
        "google-research-datasets/QED",
        "2492920337122918bbfc7d12c1268b9af796c6cf",
        "qed-dev.jsonlines",
        qed_nq.convert,
    ),
    "selqa": PublicSet(
        "emorynlp/selqa",
        "fef3d6ac6944e2d4237165d90e5f859c71676bdd",
        "ass/selqa-ass-dev.json ass/selqa-ass-test.json",
        selqa.convert,
    ),
    "squad2_train10": PublicSet(
        "PhongNTDo/guide_train_MRC_transformers",
        "631a448de42714910b179afdf83799e01ff1bfaa",
        "train-v2.0.json",  # only its first ten articles
        squad.convert,
    ),
    "squadshifts_wiki": PublicSet(
        "modestyachts/squadshifts-website",
        "b7cc4d50af791c36c49417fb94dd739d6a9e7bef",
        "datasets/new_wiki_v1.0.json",
        partial(squad.convert, agreed=2),
    ),
    "tatqa_text": PublicSet(
        "NExTplusplus/TAT-QA",
        "870accc41953dcde885aabeb963d94aabdc0fbc3",
        "dataset_raw/tatqa_dataset_dev.json dataset_raw/tatqa_dataset_test_gold.json",
        tatqa_text.convert,
    ),
    "timeqa_human": PublicSet(
        "wenhuchen/Time-Sensitive-QA",
        "38b05989070c1168b2bef3d5a2656afeeba763dc",
        "dataset/human_train.*.json.gzip",
        timeqa_human.convert,
    ),
}
"""By name."""
