"""What keeps the code easy to find one's way in: where tests stand, what imports what, how long functions are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import structure
from tests.support.paths import ROOT, TESTS

PACKAGES = ("retrieval", "bot")
MOST_ROOMS = {"retrieval": 18, "bot": 12}

TESTED_IN = {
    "bot": "bot/test_conversations.py",
    "bot/__main__.py": "bot/test_app.py",
    "bot/handlers/admin": "bot/handlers/admin/test_admin.py",
    "bot/handlers/uploads.py": "bot/handlers/admin/test_add.py",
    "bot/messages/admin.py": "bot/handlers/admin/test_add.py",
    "bot/messages/receipts.py": "bot/handlers/test_receipts.py",
    "bot/ops": "bot/test_app.py",
    "bot/ops/following.py": "retrieval/collection/test_collection.py",
    "bot/ops/journal.py": "bot/ops/test_logs.py",
    "bot/recording": "bot/recording/test_recorder.py",
    "bot/simulator": "bot/test_app.py",
    "bot/updates/outcomes.py": "bot/handlers/admin/test_stats.py",
    "bot/updates": "bot/test_losses.py",
    "bot/updates/http_server.py": "bot/updates/test_webhook.py",
    "retrieval/__init__.py": "retrieval/test_lazy_modules.py",
    "retrieval/answers": "retrieval/test_library.py",
    "retrieval/articles": "retrieval/reading/test_reading.py",
    "retrieval/bench": "retrieval/cli/test_bench.py",
    "retrieval/cli": "retrieval/cli/test_ask.py",
    "retrieval/output": "retrieval/output/test_plain_text.py",
    "retrieval/collection": "retrieval/collection/test_collection.py",
    "retrieval/index": "retrieval/index/test_passages.py",
    "retrieval/index/in_memory.py": "retrieval/test_library.py",
    "retrieval/index/candidates/opensearch": "retrieval/index/candidates/opensearch/test_client.py",
    "retrieval/index/disk": "retrieval/collection/test_sync.py",
    "retrieval/index/disk/damage.py": "retrieval/collection/test_damage.py",
    "retrieval/lang": "retrieval/lang/test_registry.py",
    "retrieval/query": "retrieval/query/test_parser.py",
    "retrieval/quotations": "retrieval/quotations/test_attribution.py",
    "retrieval/ranking": "retrieval/ranking/test_order.py",
    "retrieval/reading": "retrieval/reading/test_formats.py",
    "retrieval/receipts": "retrieval/receipts/test_verification.py",
    "retrieval/text": "retrieval/text/test_analyzer.py",
}
"""
Where a module is tested that has no test module of its name at the mirrored place: the entry of the
module, else that of the nearest folder around it. Both sides are paths, the right ones below `tests`.
"""


def find_test_of(module: Path) -> Path:
    """Return the path of the test module in which that module is tested."""
    mirrored = TESTS / module.with_name(f"test_{module.stem}.py")
    if mirrored.exists():
        return mirrored
    named = [str(place) for place in (module, *module.parents) if str(place) in TESTED_IN]
    assert named, f"{module} has no {mirrored.relative_to(ROOT)}, and is not in TESTED_IN"
    return TESTS / TESTED_IN[named[0]]


def modules_with_functions() -> Iterator[Path]:
    for path in sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in nodes):
            yield path.relative_to(ROOT)


@pytest.mark.parametrize("module", [*modules_with_functions()], ids=str)
def test_every_module_is_tested_at_the_mirrored_place_or_where_the_table_says(module: Path) -> None:
    assert find_test_of(module).is_file()


def test_the_table_names_only_modules_and_folders_that_are_there() -> None:
    assert [place for place in TESTED_IN if not (ROOT / place).exists()] == []


def test_no_test_imports_from_another_test() -> None:
    trees = structure.modules(ROOT, "tests")
    assert [
        f"{imported.importer} imports {imported.imported}"
        for imported in structure.imports(trees)
        if imported.imported.rpartition(".")[2].startswith(("test_", "conftest"))
    ] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_modules_import_each_other_in_a_circle(package: str) -> None:
    imports = list(structure.imports(structure.modules(ROOT, package)))
    assert structure.circles(imports) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_there_are_few_rooms_side_by_side(package: str) -> None:
    assert len(structure.rooms(ROOT, package)) <= MOST_ROOMS[package]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_long_function_or_one_of_many_parameters_has_its_reason_above_it(package: str) -> None:
    long = [
        function.place
        for function in structure.functions(ROOT, package)
        if function.is_large and not function.reason
    ]
    assert long == []
