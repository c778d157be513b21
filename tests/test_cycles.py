"""Import cycles contain at most two files.

Every import counts, including imports in functions and for types only, because a reader must follow
them, too.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
LARGEST = 2  # files in a cycle

Graph = dict[str, set[str]]


def import_graph(package: str) -> Graph:
    """Each module of the package with the modules of the package that it imports anywhere."""
    modules = {}
    for path in (TOP / package).rglob("*.py"):
        parts = path.relative_to(TOP).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    graph: Graph = {}
    for module, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        package_of = module if path.name == "__init__.py" else module.rpartition(".")[0]
        graph[module] = imported(tree, set(modules), package_of) - {module}
    return graph


def imported(tree: ast.AST, modules: set[str], package: str) -> set[str]:
    """The modules among ``modules`` that a file of ``package`` imports, at any depth."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = absolute(node, package)
            for alias in node.names:
                submodule = f"{source}.{alias.name}"
                names.add(submodule if submodule in modules else source)
    return names & modules


def absolute(node: ast.ImportFrom, package: str) -> str:
    """The module that a ``from`` names; a relative one starts in the package of the file."""
    parts = package.split(".")
    start = parts[: len(parts) - node.level + 1] if node.level else []
    return ".".join([*start, *([node.module] if node.module else [])])


def cycles(graph: Graph) -> list[list[str]]:
    """The strongly connected components of more than one module, largest first (Kosaraju)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        _collect(start, graph, seen, order)
    reverse: Graph = {module: set() for module in graph}
    for module, targets in graph.items():
        for target in targets:
            reverse[target].add(module)
    seen.clear()
    components = []
    for start in reversed(order):
        component: list[str] = []
        _collect(start, reverse, seen, component)
        if len(component) > 1:
            components.append(sorted(component))
    return sorted(components, key=len, reverse=True)


def _collect(start: str, graph: Graph, seen: set[str], order: list[str]) -> None:
    """Append all new modules reachable from ``start``, each after the modules that it imports."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(sorted(graph[start])))]
    while stack:
        module, targets = stack[-1]
        for target in targets:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(sorted(graph[target]))))
                break
        else:
            order.append(module)
            stack.pop()


def test_cycles_are_detected():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": {"d"}, "f": {"a"}}
    assert cycles(graph) == [["a", "b", "c"], ["d", "e"]]
    tree = ast.parse("def f():\n    from p import a\nif TYPE_CHECKING:\n    from p.b import X\n")
    assert imported(tree, {"p", "p.a", "p.b"}, "p") == {"p.a", "p.b"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from . import a", {"p.q.a"}),
        ("from .a import X", {"p.q.a"}),
        ("from .. import b", {"p.b"}),
        ("from ..b import X", {"p.b"}),
        ("from . import X", {"p.q"}),
        ("import p.b", {"p.b"}),
        ("from p.q import a as X", {"p.q.a"}),
    ],
)
def test_relative_imports_count(line, found):
    assert imported(ast.parse(line), {"p", "p.b", "p.q", "p.q.a"}, "p.q") == found


@pytest.mark.parametrize("package", ["ieeelint", "experiments"])
def test_no_cycle_of_more_than_two_files(package):
    large = [cycle for cycle in cycles(import_graph(package)) if len(cycle) > LARGEST]
    assert not large, "\n".join(f"{len(cycle)} files: {', '.join(cycle)}" for cycle in large)
