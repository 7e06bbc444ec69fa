"""What makes it easy to find your way in the code: where tests stand, what imports what, how long functions are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import structure
from tests.support.paths import ROOT, TESTS

PACKAGES = ("retrieval", "bot")
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
MOST_PACKAGES = {"retrieval": 19, "bot": 12}

TESTS_OF_OTHERS = {
    "bot/test_app.py": """__main__ ops/operation simulator/wire updates/order updates/polling""",
    "bot/test_conversations.py": """handlers/buttons handlers/commands handlers/incoming handlers/inline
        handlers/pages handlers/questions handlers/sending messages/settings simulator/conversations
        simulator/recordings""",
    "bot/test_losses.py": """ops/following updates/confirmation updates/reception""",
    "bot/handlers/admin/test_add.py": """handlers/uploads""",
    "bot/handlers/admin/test_admin.py": """handlers/admin/admins messages/admin""",
    "bot/handlers/admin/test_menus.py": """handlers/admin ops/menu storage/recipients""",
    "bot/handlers/test_receipts.py": """messages/receipts""",
    "bot/messages/test_answers.py": """messages/buttons messages/markup""",
    "bot/messages/test_articles.py": """messages/links messages/parts""",
    "bot/ops/test_logs.py": """handlers/faults ops/journal""",
    "bot/recording/test_redaction.py": """recording/pseudonyms""",
    "bot/storage/test_state.py": """storage/database""",
    "bot/updates/test_limits.py": """updates/outcomes""",
    "bot/updates/test_webhook.py": """updates/http_server""",
    "retrieval/test_lazy_modules.py": """.""",
    "retrieval/test_library.py": """answers/records query/notes""",
    "retrieval/answers/test_claim_check.py": """answers/claim_bearings answers/claim_comparison
        answers/claim_numbers answers/claim_weights""",
    "retrieval/answers/test_quoted_answers.py": """answers/quotation_refusals answers/speaker_directory
        answers/speaker_profiles answers/statement_excerpts answers/statement_ranking answers/statements""",
    "retrieval/answers/test_conflicting_claims.py": """answers/counted_claims""",
    "retrieval/answers/test_excerpts.py": """index/passage_sentences""",
    "retrieval/cli/test_bench.py": """bench/child bench/contestants bench/measuring bench/records
        bench/trials""",
    "retrieval/answers/test_other_language.py": """answers/asking""",
    "retrieval/cli/test_parser.py": """cli""",
    "retrieval/cli/test_verify.py": """answers/cited_words output/verification_text""",
    "retrieval/collection/test_bad_input.py": """articles/errors collection/parallel_reading
        reading/dispatch reading/files""",
    "retrieval/collection/test_damage.py": """index/disk/damage""",
    "retrieval/collection/test_on_disk.py": """index/disk/locking""",
    "retrieval/collection/test_sync.py": """articles/fingerprints collection/changes
        index/analyzed_article index/disk/database index/disk/editions index/disk/index
        index/disk/prepared index/disk/respelling index/disk/vocabulary index/disk/words
        index/disk/writer""",
    "retrieval/collection/test_collection.py": """collection/in_memory""",
    "retrieval/index/test_rank_bm25_engine.py": """index/data_folders index/in_memory""",
    "retrieval/lang/test_registry.py": """lang/schema""",
    "retrieval/query/test_filters.py": """text/keyword_patterns""",
    "retrieval/query/test_parser.py": """query/expansion query/model query/terms query/unspaced""",
    "retrieval/ranking/test_requirements.py": """ranking/action_requirements ranking/name_requirements
        ranking/surroundings ranking/value_requirements""",
    "retrieval/reader/test_public.py": """reader/training/public/repositories""",
    "retrieval/reader/training/public/test_catalogue.py": """reader/training/public/boolq
        reader/training/public/covidqa reader/training/public/fm2 reader/training/public/medquad
        reader/training/public/onestopqa reader/training/public/qamr reader/training/public/qed_nq
        reader/training/public/selqa reader/training/public/squad reader/training/public/tatqa_text
        reader/training/public/timeqa_human""",
    "retrieval/reading/test_formats.py": """reading/archive reading/epub reading/feed reading/folder
        reading/jsonl reading/listing reading/mhtml reading/page reading/pdf reading/readers
        reading/safe_archives reading/telegram reading/word""",
    "retrieval/reading/test_reading.py": """reading/article reading/metadata reading/plain_text""",
    "retrieval/reading/test_structure.py": """reading/blocks reading/boilerplate reading/markup""",
}
"""
The modules, below the package of that name, that a test tests beside the one of its own name.

A module without functions of two statements needs no test of its own.
"""


def modules() -> Iterator[Path]:
    """Yield the path of each module that needs a test; that of a package itself is its folder."""
    for path in sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if any(isinstance(node, FUNCTION) and len(_statements(node)) > 1 for node in nodes):
            module = path.relative_to(ROOT)
            yield module.parent if path.name == "__init__.py" else module.with_suffix("")


def _statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    return function.body[ast.get_docstring(function) is not None :]


def elsewhere() -> dict[Path, Path]:
    """Return the test for each module in the table."""
    return {
        Path(test.partition("/")[0], name): Path(test)
        for test, names in TESTS_OF_OTHERS.items()
        for name in names.split()
    }


@pytest.mark.parametrize("module", [*modules()], ids=str)
def test_a_module_has_a_test_of_its_name_or_the_table_says_which(module: Path) -> None:
    own = TESTS / module.with_name(f"test_{module.name}.py")
    assert own.is_file() or module in elsewhere()


def test_the_table_names_only_modules_and_tests_that_are_there() -> None:
    table = elsewhere()
    assert [test for test in table.values() if not (TESTS / test).is_file()] == []
    assert [
        module
        for module in table
        if not (ROOT / module).is_dir() and not (ROOT / module).with_suffix(".py").is_file()
    ] == []


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
def test_there_are_few_packages_side_by_side(package: str) -> None:
    assert len(structure.subpackages(ROOT, package)) <= MOST_PACKAGES[package]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_long_function_or_one_of_many_parameters_has_its_reason_above_it(package: str) -> None:
    long = [
        function.place
        for function in structure.functions(ROOT, package)
        if function.is_large and not function.reason
    ]
    assert long == []
