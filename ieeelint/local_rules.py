"""Rules that a settings file adds: ``[rules] local = ["house_rules.py"]``.

A local rule is written like any rule of ieeelint, with the same decorator and the same examples;
``ieeelint test-rules`` runs the examples.  A settings file that names local rules runs Python code
from the folder of the draft, so ``--isolated`` and the language server load none.
"""

from __future__ import annotations

import os
from types import ModuleType

from ieeelint.rules import registering
from ieeelint.settings import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.rules import Rule
    from ieeelint.settings import Settings

CODE = r"[A-Z]{3,5}[0-9]{3}"


class LocalRules:
    """The rules of some files, and the problems found in these files."""

    __slots__ = ("rules", "problems")

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}  # by code
        self.problems: list[Problem] = []


class Problem:
    """A local rule file, or one rule of it, that cannot be used.

    ``line`` counts from 1; ``text`` is the content of the file, empty when it could not be read.
    """

    __slots__ = ("path", "text", "line", "message")

    def __init__(self, path: str, text: str, line: int, message: str) -> None:
        self.path = path
        self.text = text
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.message}"


def of_settings(settings: Settings) -> LocalRules:
    """The local rules that the settings name, read once for these settings."""
    if settings.local_rules is None:
        settings.local_rules = load(settings["rules"].get("local", ()))
    return settings.local_rules


def load(paths: Iterable[str]) -> LocalRules:
    """Read the rules of files.  A file that raises adds no rule and one problem."""
    from ieeelint import rules

    local = LocalRules()
    for path in paths:
        if path.lower().endswith(".py"):
            rules.load()  # a local code must differ from every other
            _read(path, local)
        else:
            local.problems.append(Problem(path, "", 1, "A file of local rules ends in .py."))
    return local


def _read(path: str, local: LocalRules) -> None:
    """Run one file and keep the rules that it registers."""
    text = ""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        module = ModuleType(f"ieeelint_local.{os.path.basename(path)[:-3]}")
        module.__file__ = path
        registry: dict[str, Rule] = {}
        with registering(registry):
            exec(compile(text, path, "exec", dont_inherit=True), module.__dict__)
    except OSError as error:
        local.problems.append(Problem(path, "", 1, f"Cannot read the file: {error.strerror}."))
        return
    except SyntaxError as error:
        message = f"Python cannot read this line: {error.msg}."
        local.problems.append(Problem(path, text, error.lineno or 1, message))
        return
    except Exception as error:  # the file is code of somebody else
        line = _line_in(error, path)
        message = f"Loading the file failed: {type(error).__name__}: {error}."
        local.problems.append(Problem(path, text, line, message))
        return
    if not registry:
        local.problems.append(Problem(path, text, 1, "The file registers no rule with @rule."))
    for rule in registry.values():
        if problem := _problem(rule, local):
            line = rule.check.__code__.co_firstlineno
            local.problems.append(Problem(path, text, line, problem))
        else:
            rule.origin = path
            local.rules[rule.code] = rule


def _problem(rule: Rule, local: LocalRules) -> str:
    """Why a rule of a local file cannot be used; empty when it can."""
    from re import fullmatch

    if not fullmatch(CODE, rule.code):
        return f'"{rule.code}" is not a code. Use 3 to 5 capital letters and 3 digits: HSE001.'
    if rule.code in local.rules:
        return f"{rule.code} is also defined in {shown(local.rules[rule.code].origin)}."
    return ""


def _line_in(error: BaseException, path: str) -> int:
    """The line of ``path`` that an exception passed through last."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
