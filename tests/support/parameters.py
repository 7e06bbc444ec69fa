"""Values for `pytest.mark.parametrize`."""

from collections.abc import Iterable
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def slow_after(quick: int, values: Iterable[Any]) -> list[ParameterSet]:
    """Return *values* for `parametrize`; all but the first *quick* are marked as slow."""
    return [
        pytest.param(value, marks=[pytest.mark.slow] if place >= quick else [])
        for place, value in enumerate(values)
    ]
