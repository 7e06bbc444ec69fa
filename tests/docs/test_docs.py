"""What the docs say is so: commands, outputs, links, names, and the pages that are generated."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings
from retrieval.lang import schema
from retrieval.lang.registry import languages
from retrieval.reading.formats import FORMATS
from tests.docs.__main__ import GENERATED, architecture
from tests.docs.commands import REASONS, Run, answered, workspace
from tests.docs.drawings import HELPERS, STEPS
from tests.docs.pages import DOCS, Block, anchors, blocks, code_words, links, markers, pages
from tests.docs.reference import GROUPS, layers, purpose
from tests.support.paths import ROOT, SEEDS
from tests.support.structure import QUESTION, way

SHOWN = [block for page in pages() for block in blocks(page)]
RUN = [block for block in SHOWN if block.language in ("sh", "console") and not block.reason]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return workspace(tmp_path_factory.mktemp("docs"))


@pytest.mark.slow
@pytest.mark.parametrize("block", RUN, ids=str)
def test_what_a_page_shows_is_what_happens(block: Block, run: Run) -> None:
    if block.language == "console":
        assert list(block.lines) == answered(block, run)
    else:
        code, output = run("\n".join(block.lines))
        assert code == 0, output


def test_every_package_says_what_it_does() -> None:
    for package in ("bot", "retrieval"):
        for name in layers(package):
            assert len(purpose(package, name).split()) > 2, name


def test_what_is_not_run_has_a_known_reason() -> None:
    left_out = [block.reason for block in SHOWN if block.reason]
    assert set(left_out) <= REASONS
    assert sorted(left_out) == sorted(reason for page in pages() for reason in markers(page))


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_a_generated_file_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATED[path](), "run python -m tests.docs"


def test_the_table_of_packages_is_up_to_date() -> None:
    page = DOCS / "develop" / "architecture.md"
    assert page.read_text(encoding="utf-8") == architecture(), "run python -m tests.docs"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, anchor in links(page):
        assert target.exists(), f"{page}: {target}"
        assert not anchor or anchor in anchors(target), f"{page}: {target}#{anchor}"


def test_every_page_is_in_the_navigation_and_on_the_start_page() -> None:
    names = {str(page.relative_to(DOCS)) for page in pages()[1:]}
    navigation = yaml.safe_load((DOCS / "properdocs.yml").read_text())["nav"]
    assert set(re.findall(r"[\w/-]+\.md", str(navigation))) == names
    listed = {str(target.relative_to(DOCS)) for target, _ in links(DOCS / "index.md")}
    assert listed == names - {"index.md"}


def test_the_readme_is_short() -> None:
    assert (ROOT / "README.md").stat().st_size <= 8_000


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    if page.name == "changelog.md":  # it names what there was
        return
    for word in code_words(page):
        if re.fullmatch(r"(retrieval|bot|tests|docs|seeds|\.ci)/[\w./-]*", word):
            assert (ROOT / word).exists(), word


def test_everything_in_the_glossary_is_in_the_code() -> None:
    page = (DOCS / "develop" / "glossary.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+)`(?: and `\w+`)? in `([\w/]+)`", page)
    named += re.findall(r" and `(\w+)` in `([\w/]+)`", page)
    assert named
    for name, package in named:
        sources = (path.read_text(encoding="utf-8") for path in (ROOT / package).rglob("*.py"))
        assert any(re.search(rf"^(class|def) {name}\b|^{name} = ", one, re.M) for one in sources), (
            name
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        'ask "what did the WHO say about winter?"',
        'ask "how many casualties has Russia suffered?"',
        'ask "who won the World Cup?" || true',
        "said",
        "said WHO",
        "sources",
        "verify rMlDDmhyfYqJ-Po5GlTU4L_x4wycAh-y1wWP3MhP",
        "index --articles archive",
        "evaluate tests/data/xquad-en",
        "evaluate tests/data/seed_questions.jsonl",
    ],
)
def test_every_key_of_json_is_explained(command: str, run: Run) -> None:
    name, _, rest = command.partition(" ")
    code, output = run(f"cuttings {name} --json {rest}")
    assert code == 0
    page = (DOCS / "guide" / "json.md").read_text(encoding="utf-8")
    assert set(_keys(json.loads(output))) <= set(re.findall(r"`([\w@%]+)`", page))


def _keys(value: object) -> Iterator[str]:
    """Yield the keys of all objects in *value*."""
    if isinstance(value, dict):
        yield from value
    for inner in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _keys(inner)


def test_the_table_of_formats_has_every_suffix_and_its_extra() -> None:
    page = (DOCS / "guide" / "formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`\..+?) \|.*\| (.*?)\|$", page, re.MULTILINE)
    listed = {
        suffix: extra.strip("` ")
        for names, extra in rows
        for suffix in re.findall(r"`(.+?)`", names)
    }
    assert listed == {suffix: one.extra or "" for suffix, one in FORMATS.items()}


def test_the_table_of_languages_has_every_module() -> None:
    page = (DOCS / "develop" / "adding-a-language.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w\w)` \| (\w+) \| (.+) \|$", page, re.MULTILINE)
    listed = {(code, name, found != "no") for code, name, found in rows}
    assert listed == {(one.code, one.name, one.speech is not None) for one in languages()}


def test_the_page_about_languages_names_fields_of_the_schema() -> None:
    page = (DOCS / "develop" / "adding-a-language.md").read_text(encoding="utf-8")
    for parts, names in re.findall(r"^\| (`[A-Z].+?) \| (`.+?) \|", page, re.MULTILINE):
        classes = [getattr(schema, part) for part in re.findall(r"\w+", parts)]
        known = set().union(*(one.__annotations__ for one in classes))
        assert set(re.findall(r"`(\w+)`", names)) <= known, parts


def test_every_setting_is_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(
        Settings.model_fields
    )


def test_the_drawing_of_a_question_has_every_package_that_one_enters() -> None:
    drawn = {step.package.removeprefix("retrieval/") for step in STEPS}
    assert set(way(QUESTION, SEEDS)) <= drawn | HELPERS


def test_the_changelog_has_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    headings = re.findall(r"^## (.+) - \d{4}-\d\d-\d\d$", (DOCS / "changelog.md").read_text(), re.M)
    assert headings[0] == version
