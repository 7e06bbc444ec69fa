"""
Count what makes it easy or hard to find your way in the code: `python -m tests.support.structure`.

Prints the packages side by side, modules, lines, import circles, imports inside functions and long functions
of `retrieval` and `bot`. Then follows one question from `Library.ask` to its `Answer`, and prints the packages
that it enters, in the order in which their functions are first called, and how often it climbs, that is,
continues in a higher package.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from types import FrameType
from typing import NamedTuple

QUESTION = "what did the WHO say about winter?"
LONGEST = 40
"""Lines of a function; a longer one has a reason beside it."""
MOST = 6
"""Parameters of a function, without `self`; one with more has a reason beside it."""


class Import(NamedTuple):
    """One module of the package that another imports, and whether that stands inside a function."""

    importer: str
    imported: str
    inside: bool


class Function(NamedTuple):
    """A function with its length in lines, its docstring left out, and its number of parameters."""

    place: str
    lines: int
    parameters: int
    reason: bool

    @property
    def is_large(self) -> bool:
        return self.lines > LONGEST or self.parameters > MOST


def modules(root: Path, package: str) -> dict[str, ast.Module]:
    """Parse every module below *root* of that *package*, by dotted name."""
    trees = {}
    for path in sorted((root / package).rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        trees[name] = ast.parse(path.read_text(encoding="utf-8"))
    return trees


def subpackages(root: Path, package: str) -> list[str]:
    """Return the modules and packages directly in *package*, without dunder names."""
    names = {
        path.stem
        for path in (root / package).iterdir()
        if path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py")))
    }
    return sorted(name for name in names if not name.startswith("__"))


def imports(trees: dict[str, ast.Module]) -> Iterator[Import]:
    """Yield what these modules import from each other, except what only a type checker sees."""
    for name, tree in trees.items():
        for node, inside in _statements(tree.body, inside=False):
            for imported in _names(node):
                while imported and imported not in trees:
                    imported = imported.rpartition(".")[0]
                if imported and imported != name:
                    yield Import(name, imported, inside)


def _statements(
    body: Sequence[ast.stmt], *, inside: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, inside
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from _statements(node.orelse, inside=inside)
        else:
            within = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                for child in getattr(node, field, ()):
                    nested = [child] if isinstance(child, ast.stmt) else child.body
                    yield from _statements(nested, inside=within)


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def circles(edges: Sequence[Import]) -> list[list[str]]:
    """Return each set of modules that import each other in a circle, wherever the import stands."""
    after: dict[str, set[str]] = {}
    for edge in edges:
        after.setdefault(edge.importer, set()).add(edge.imported)
    reached = {name: _reached(name, after) for name in after}
    in_circles = {
        frozenset(other for other in reached[name] if name in reached.get(other, ()))
        for name in after
        if name in reached[name]
    }
    return sorted(map(sorted, in_circles))


def _reached(start: str, after: dict[str, set[str]]) -> set[str]:
    met: set[str] = set()
    waiting = [start]
    while waiting:
        for name in after.get(waiting.pop(), ()):
            if name not in met:
                met.add(name)
                waiting.append(name)
    return met


def functions(root: Path, package: str) -> Iterator[Function]:
    """Yield every function of *package*; a comment on its first line or above it is a reason."""
    for path in sorted((root / package).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield _function(node, path.relative_to(root), lines)


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, path: Path, lines: list[str]
) -> Function:
    assert node.end_lineno
    length = node.end_lineno - node.lineno + 1
    if ast.get_docstring(node) is not None:
        first = node.body[0]
        assert first.end_lineno
        length -= first.end_lineno - first.lineno + 1
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    parameters = [argument.arg for argument in every if argument.arg not in ("self", "cls")]
    begin = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    above = lines[begin - 2].strip() if begin > 1 else ""
    head = " ".join(lines[node.lineno - 1 : node.body[0].lineno])
    return Function(
        f"{path}:{node.lineno} {node.name}",
        length,
        len(parameters),
        above.startswith("#") or "# " in head,
    )


def layers(root: Path) -> list[str]:
    """Return the packages of `retrieval` from the lowest up, as `pyproject.toml` has them."""
    content = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = content["tool"]["importlinter"]["contracts"]
    [of_retrieval] = (c for c in contracts if c.get("containers") == ["retrieval"])
    return list(reversed(of_retrieval["layers"]))


def way(question: str, articles: Path) -> list[str]:
    """
    Return the packages of `retrieval` that a *question* enters, from `Library.ask` to its `Answer`.

    Only calls count that hand on the question, or a record that was made of it: a package that is asked
    for the sentences of a passage does not know of any question.
    """
    from retrieval.library import Library  # so that counting alone needs nothing installed

    library = Library.open(articles)
    library.ask(question)  # what is loaded once is no part of the way
    met: set[object] = set()
    entered: list[str] = []

    def look(frame: FrameType, event: str, _: object) -> None:
        name = frame.f_globals.get("__name__", "")
        if event != "call" or not name.startswith("retrieval.") or frame.f_code in met:
            return
        if any(_carries(value, question) for value in list(frame.f_locals.values())):
            met.add(frame.f_code)
            entered.append(name.split(".")[1])

    sys.setprofile(look)
    try:
        library.ask(question)
    finally:
        sys.setprofile(None)
    return [name for name, _ in groupby(entered)]


def _carries(value: object, question: str) -> bool:
    """Return whether *value* is the question or a record of a package that a question passes."""
    return value == question if isinstance(value, str) else _package(value) in _PASSED


def _package(value: object) -> str:
    return ".".join(type(value).__module__.split(".")[:2])


_PASSED = ("retrieval.query", "retrieval.ranking", "retrieval.answers")


def climbs(entered: Sequence[str], order: Sequence[str]) -> int:
    """Return how often *entered* goes from a package to one above it in *order*, lowest first."""
    return sum(order.index(name) < order.index(after) for name, after in pairwise(entered))


def main(root: Path) -> None:
    for package in ("retrieval", "bot"):
        trees = modules(root, package)
        edges = list(imports(trees))
        every = list(functions(root, package))
        lines = sum(
            len(path.read_text(encoding="utf-8").splitlines())
            for path in (root / package).rglob("*.py")
        )
        print(
            f"{package}: {len(subpackages(root, package))} packages side by side, {len(trees)} modules, "
            f"{lines:,} lines, {len(circles(edges))} circles, "
            f"{sum(edge.inside for edge in edges)} imports inside functions"
        )
        for function in every:
            if function.is_large and not function.reason:
                print(
                    f"  {function.place}: {function.lines} lines, {function.parameters} parameters"
                )
    if root == Path.cwd():
        entered = way(QUESTION, root / "seeds")
        print(
            f"“{QUESTION}” enters {len(set(entered))} packages and climbs {climbs(entered, layers(root))} "
            f"times: {' '.join(entered)}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd())
