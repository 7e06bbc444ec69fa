"""The cluster that these tests share; without Java or Maven they are skipped, except in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.cluster.nodes import Nodes, UnavailableError, running


@pytest.fixture(scope="session")
def nodes() -> Iterator[Nodes]:
    try:
        with running() as nodes:
            yield nodes
    except UnavailableError as error:
        if os.environ.get("CLUSTER_REQUIRED"):
            pytest.fail(f"No cluster to test with: {error}")
        pytest.skip(f"No cluster to test with: {error}")
