"""Makes mutants of a module: each has one small change that a test should notice.

The kinds of changes:

* ``guard``: an ``if`` before ``continue``, ``return``, or ``break``, or the ``if`` of a
  comprehension, has no effect.
* ``operand``: an operand of ``and`` or ``or`` has no effect.
* ``limit``: ``<`` becomes ``<=``, or ``>`` becomes ``>=``, and the other way around.
* ``regex``: an alternative, a lookaround, or a word boundary of a regular expression is gone.
* ``slice``: a number in a slice is one higher.
* ``word``: a literal list of strings lacks one, or a membership in a list is not checked.

Guards that only ask for None, and the examples of rules, are never changed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = ("guard", "operand", "limit", "regex", "slice", "word")
OTHER_SIDE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
COMPARING = re.compile(rb"\s*([<>]=?)\s*")
REGEX_CALLS = ("pattern", "compile", "finditer", "search", "fullmatch", "match", "sub")
STRING_PREFIX = re.compile(r"[rRfFuU]{0,2}(\"\"\"|'''|\"|')")


class Mutant(NamedTuple):
    """A change: ``text`` replaces the bytes from ``start`` to ``end`` of the file."""

    path: str
    kind: str
    line: int
    start: int
    end: int
    text: str

    def apply(self, code: bytes) -> bytes:
        """The changed code of the module."""
        return code[: self.start] + self.text.encode() + code[self.end :]

    def compiles(self, code: bytes) -> bool:
        """True if the changed code is valid Python."""
        try:
            ast.parse(self.apply(code))
        except (SyntaxError, ValueError):
            return False
        return True

    def change(self, code: bytes) -> str:
        """The changed lines before and after, for a reader."""
        first = code.rfind(b"\n", 0, self.start) + 1
        last = code.find(b"\n", self.end) % (len(code) + 1)
        before = code[first:last].decode()
        after = (code[first : self.start] + self.text.encode() + code[self.end : last]).decode()
        lines = [f"- {line.strip()}" for line in before.split("\n")]
        return "\n".join([*lines, *(f"+ {line.strip()}" for line in after.split("\n"))])


def mutants(path: Path, name: str) -> list[Mutant]:
    """All mutants of a module; ``name`` is its path in them."""
    return list(_Maker(path.read_bytes(), name).mutants())


class _Maker:
    def __init__(self, code: bytes, name: str) -> None:
        self.code = code
        self.name = name
        self.tree = ast.parse(code)
        self.lines = [0]
        for line in code.split(b"\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.regex_names = {
            node.args[0].id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Call) and _is_regex_call(node)
            if isinstance(node.args[0], ast.Name)
        }

    def mutants(self) -> Iterator[Mutant]:
        for node in _walk(self.tree):
            if isinstance(node, ast.If) and _only_leaves(node):
                yield from self.without_effect("guard", node.test, "False")
            elif isinstance(node, ast.comprehension):
                for test in node.ifs:
                    yield from self.without_effect("guard", test, "True")
            elif isinstance(node, ast.BoolOp):
                neutral = "True" if isinstance(node.op, ast.And) else "False"
                for operand in node.values:
                    yield from self.without_effect("operand", operand, neutral)
            elif isinstance(node, ast.Compare):
                yield from self.of_comparison(node)
            elif isinstance(node, ast.Slice):
                yield from self.of_slice(node)
            elif isinstance(node, ast.Tuple | ast.Set | ast.List):
                yield from self.of_list(node)
            elif isinstance(node, ast.Call) and _is_regex_call(node):
                yield from self.of_regex(node.args[0])
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                if node.targets[0].id in self.regex_names:
                    yield from self.of_regex(node.value)

    def mutant(self, kind: str, start: int, end: int, text: str) -> Mutant:
        line = self.code.count(b"\n", 0, start) + 1
        return Mutant(self.name, kind, line, start, end, text)

    def start(self, node: ast.expr) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr) -> int:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.lines[node.end_lineno - 1] + node.end_col_offset

    def without_effect(self, kind: str, test: ast.expr, neutral: str) -> Iterator[Mutant]:
        if isinstance(test, ast.Constant) or _asks_for_none(test):
            return
        if ast.unparse(test) == "TYPE_CHECKING":
            return
        if not any(isinstance(node, ast.NamedExpr) for node in ast.walk(test)):
            yield self.mutant(kind, self.start(test), self.end(test), neutral)

    def of_comparison(self, node: ast.Compare) -> Iterator[Mutant]:
        left = node.left
        for right in node.comparators:
            between = COMPARING.fullmatch(self.code, self.end(left), self.start(right))
            if between is not None:
                sign = between[1].decode()
                yield self.mutant("limit", between.start(1), between.end(1), OTHER_SIDE[sign])
            left = right
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn):
            value = str(isinstance(node.ops[0], ast.NotIn))
            yield self.mutant("word", self.start(node), self.end(node), value)

    def of_slice(self, node: ast.Slice) -> Iterator[Mutant]:
        for bound in (node.lower, node.upper):
            for constant, number in _numbers(bound):
                more = str(number + 1)
                yield self.mutant("slice", self.start(constant), self.end(constant), more)

    def of_list(self, node: ast.Tuple | ast.Set | ast.List) -> Iterator[Mutant]:
        items = node.elts
        if len(items) < 2 or not all(
            isinstance(item, ast.Constant) and isinstance(item.value, str) for item in items
        ):
            return
        for before, item in zip(items, items[1:]):
            yield self.mutant("word", self.end(before), self.end(item), "")
        yield self.mutant("word", self.start(items[0]), self.start(items[1]), "")

    def of_regex(self, node: ast.expr) -> Iterator[Mutant]:
        if not isinstance(node, ast.JoinedStr) and not (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        ):
            return
        first, last = self.start(node), self.end(node)
        text = self.code[first:last].decode()
        for start, end in regex_pieces(text):
            before, after = len(text[:start].encode()), len(text[:end].encode())
            mutant = self.mutant("regex", first + before, first + after, "")
            if isinstance(node, ast.JoinedStr) or _is_regex(text[:start] + text[end:]):
                yield mutant


def regex_pieces(literal: str) -> Iterator[tuple[int, int]]:
    """The pieces of the literals of a regular expression that can be taken out."""
    pieces: list[tuple[int, int]] = []
    groups: list[list[int]] = [[]]  # the start of the group, and each "|" in it
    at = 0
    for match in re.finditer(
        r"\\b|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[^{}]*\}|\(\?(?:[:=!]|<[=!]|P<\w+>|[a-z]+:?)|[()|]"
        r"|[\"']\s*[rRfF]{0,2}[\"']|[rRfFuU]{0,2}[\"']+",
        literal,
        re.DOTALL,
    ):
        piece, at = match.group(), match.end()
        if piece == r"\b":
            pieces.append(match.span())
        elif piece.startswith("("):
            groups.append([match.start(), at])
        elif piece == "|":
            groups[-1].append(at)
        elif piece == ")" and len(groups) > 1:
            start, *bounds = groups.pop()
            if literal[start : start + 3] in ("(?=", "(?!", "(?<") and literal[start + 3] != "P":
                pieces.append((start, at))
            pieces += _alternatives(bounds, match.start())
        elif "'" in piece or '"' in piece:
            if len(groups) == 1 and not groups[0]:
                groups[0] = [at]  # the opening quotation mark
            elif at == len(literal) and len(groups) == 1:
                pieces += _alternatives(groups[0], match.start())
    quote = STRING_PREFIX.match(literal)
    assert quote is not None
    return (
        (start, end)
        for start, end in pieces
        if end > start and quote[1][0] not in literal[start:end] and "\n" not in literal[start:end]
    )


def _alternatives(bounds: list[int], end: int) -> list[tuple[int, int]]:
    """Each alternative with one ``|`` next to it; ``bounds`` are their starts."""
    if len(bounds) < 2:
        return []
    pieces = list(zip(bounds, bounds[1:]))
    return [*pieces, (bounds[-1] - 1, end)]


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those of decorators, which contain the examples of rules, and of slots."""
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").startswith("__"):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("decorator_list", "returns", "annotation"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child)


def _numbers(bound: ast.expr | None) -> Iterator[tuple[ast.expr, int]]:
    """The numbers in a bound of a slice, but not those in calls such as ``match.start(1)``."""
    if isinstance(bound, ast.BinOp):
        yield from _numbers(bound.left)
        yield from _numbers(bound.right)
    elif isinstance(bound, ast.UnaryOp):
        yield from _numbers(bound.operand)
    elif isinstance(bound, ast.Call) and getattr(bound.func, "id", "") in ("max", "min"):
        for argument in bound.args:
            if not isinstance(argument, ast.Constant):
                yield from _numbers(argument)
    elif isinstance(bound, ast.Constant) and isinstance(bound.value, int):
        yield bound, bound.value


def _only_leaves(node: ast.If) -> bool:
    return (
        len(node.body) == 1
        and not node.orelse
        and isinstance(node.body[0], ast.Continue | ast.Break | ast.Return)
    )


def _is_regex_call(node: ast.Call) -> bool:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return name in REGEX_CALLS and bool(node.args)


def _is_regex(literal: str) -> bool:
    try:
        re.compile(ast.literal_eval(literal))
    except (re.error, SyntaxError, ValueError):
        return False
    return True


def _asks_for_none(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        return _asks_for_none(node.operand)
    return isinstance(node, ast.Compare) and any(
        isinstance(other, ast.Constant) and other.value is None for other in node.comparators
    )
