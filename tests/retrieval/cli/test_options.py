"""Values of options, and the sentence for those that cannot be."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.cli.options import at_least_one, existing_path, output_file

pytestmark = pytest.mark.usefixtures("only_our_settings")


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (at_least_one, "0", "0 is not a whole number of at least 1"),
        (at_least_one, "1.5", "1.5 is not a whole number of at least 1"),
        (output_file, "folder", "folder is a folder"),
        (output_file, "no/file", "no/file: the folder no does not exist"),
        (existing_path, "file", "file does not exist"),
    ],
)
def test_a_value_that_cannot_be_is_named(
    read: Callable[[str], object], text: str, sentence: str
) -> None:
    Path("folder").mkdir()
    with pytest.raises(ArgumentTypeError) as error:
        read(text)
    assert str(error.value) == sentence


def test_other_values_are_read() -> None:
    assert (at_least_one("3"), output_file("file"), existing_path(".")) == (3, Path("file"), Path())
