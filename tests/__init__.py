"""The tests. A slow machine is no failure, so properties have no deadline."""

from collections.abc import Iterable
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")


def first(quick: int, of: Iterable[Any]) -> list[ParameterSet]:
    """Values for `parametrize`, of which but the first *quick* are for a slow run."""
    return [
        pytest.param(value, marks=[pytest.mark.slow] if place >= quick else [])
        for place, value in enumerate(of)
    ]
