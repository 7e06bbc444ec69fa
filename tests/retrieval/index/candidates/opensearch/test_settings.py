"""The settings of a cluster: which are accepted, and that an error never shows a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.index.candidates.opensearch.settings import parse_hosts
from tests.support.command import cuttings

PASSWORD = "hush-hush"  # noqa: S105 - nobody's


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("OPENSEARCH_URL", PASSWORD, "OPENSEARCH_URL is not the address of a cluster"),
        (
            "OPENSEARCH_URL",
            f"ftp://a:{PASSWORD}@b",
            "OPENSEARCH_URL is not the address of a cluster",
        ),
        ("OPENSEARCH_URL", f"http://a:{PASSWORD}@b:1x", "OPENSEARCH_URL is not the address of"),
        ("OPENSEARCH_SHARDS", "0", "OPENSEARCH_SHARDS is not a whole number of at least 1"),
        ("OPENSEARCH_REPLICAS", "1.5", "OPENSEARCH_REPLICAS is not a whole number of at least 0"),
        ("OPENSEARCH_TIMEOUT", "soon", "OPENSEARCH_TIMEOUT is not a number of seconds"),
        ("OPENSEARCH_CA", "nowhere.pem", "OPENSEARCH_CA is not a file with certificates"),
        ("OPENSEARCH_CA", __file__, "OPENSEARCH_CA is not a file with certificates"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    folder: Path, name: str, value: str, sentence: str
) -> None:
    env = {"OPENSEARCH_URL": "https://127.0.0.1:1", name: value}
    code, _, error = cuttings("ask", "yak?", "--articles", folder, "--data", folder, **env)
    assert code == 2
    assert error.startswith(f"cuttings: {sentence}")
    assert PASSWORD not in error


def test_without_an_address_the_engine_says_what_it_needs(folder: Path) -> None:
    result = cuttings("ask", "yak?", "--articles", folder, "--engine", "opensearch")
    needs = "The engine opensearch needs OPENSEARCH_URL, the address of a cluster"
    assert result == (2, "", f"cuttings: {needs}\n")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://search", [("search", 9200, False, "", None)]),
        ("https://search/os/", [("search", 443, True, "os", None)]),
        ("https://a:b%40c@search:1", [("search", 1, True, "", ("a", "b@c"))]),
        ("http://one, http://two:2", [("one", 9200, False, "", None), ("two", 2, False, "", None)]),
    ],
)
def test_an_address_names_one_node_or_several(url: str, expected: list[object]) -> None:
    keys = ("host", "port", "use_ssl", "url_prefix", "http_auth")
    assert [tuple(host.get(key) for key in keys) for host in parse_hosts(url)] == expected
