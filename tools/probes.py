"""Records which outcomes the conditions of modules have while a program runs.

A *condition* is an operand that decides something by itself: in ``if a and not b:`` it is ``a``,
and ``b``.  It has two outcomes, true and false.  Conditions that only ask for None are left out:
most of them exist for the type checker.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any, NamedTuple

NAME = "_probe_"


class Condition(NamedTuple):
    """A condition with its location: the path of the module, the line, and the source text."""

    path: str
    line: int
    text: str


class Probes:
    """The conditions of the modules that were imported under ``prefix``, and their outcomes."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.conditions: list[Condition] = []
        self.outcomes: set[tuple[int, bool]] = set()

    def record(self, number: int, value: Any) -> Any:
        """Record the outcome of a condition; returns its value unchanged."""
        self.outcomes.add((number, bool(value)))
        return value

    def missing(self) -> list[tuple[Condition, bool]]:
        """The outcomes that no condition had, in the order of the code."""
        return sorted(
            (condition, outcome)
            for number, condition in enumerate(self.conditions)
            for outcome in (True, False)
            if (number, outcome) not in self.outcomes
        )

    def install(self) -> None:
        """From now on, record the outcomes in each module under the prefix that is imported."""
        sys.meta_path.insert(0, _Finder(self))


class _Finder(MetaPathFinder):
    def __init__(self, probes: Probes) -> None:
        self.probes = probes

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(self.probes.prefix):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin, self.probes)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, probes: Probes) -> None:
        super().__init__(name, path)
        self.probes = probes

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path), self.path)
        tree = ast.fix_missing_locations(_Insertion(self.path, self.probes).visit(tree))
        return compile(tree, self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        setattr(module, NAME, self.probes.record)
        super().exec_module(module)


class _Insertion(ast.NodeTransformer):
    """Puts a call around each condition."""

    def __init__(self, path: str, probes: Probes) -> None:
        self.path = path
        self.probes = probes

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self.condition(node.test)
        node.body = [self.visit(statement) for statement in node.body]
        node.orelse = [self.visit(statement) for statement in node.orelse]
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        node.test = self.condition(node.test)
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self.condition(node.test)
        node.body = self.visit(node.body)
        node.orelse = self.visit(node.orelse)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.iter = self.visit(node.iter)
        node.ifs = [self.condition(test) for test in node.ifs]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        # The value of "x or default" decides nothing: only a last operand that is a test counts.
        *operands, last = node.values
        is_test = isinstance(last, ast.Compare | ast.BoolOp | ast.UnaryOp)
        node.values = [self.condition(operand) for operand in operands]
        node.values.append(self.condition(last) if is_test else self.visit(last))
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if isinstance(node.value, ast.Compare):
            node.value = self.condition(node.value)
            return node
        return self.generic_visit(node)

    def condition(self, node: ast.expr) -> ast.expr:
        """The expression with a call around each condition in it."""
        if isinstance(node, ast.BoolOp):
            node.values = [self.condition(operand) for operand in node.values]
            return node
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            node.operand = self.condition(node.operand)
            return node
        text = ast.unparse(node)
        inner: ast.expr = self.visit(node)
        if text == "TYPE_CHECKING" or isinstance(node, ast.Constant) or _asks_for_none(node):
            return inner
        self.probes.conditions.append(Condition(self.path, node.lineno, text))
        number = ast.Constant(len(self.probes.conditions) - 1)
        call = ast.Call(ast.Name(NAME, ast.Load()), [number, inner], [])
        return ast.copy_location(call, node)


def _asks_for_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Compare) and any(
        isinstance(other, ast.Constant) and other.value is None for other in node.comparators
    )
