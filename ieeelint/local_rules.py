"""Rules that a settings file adds: ``[rules] local = ["house_rules.py"]``.

A local rule is written like any rule of ieeelint, with the same decorator and the same examples;
``ieeelint test-rules`` runs the examples.  A settings file that names local rules runs Python code
from the folder of the draft, so ``--isolated`` and the language server load none.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

from ieeelint.inputs import InputError, text_of
from ieeelint.local_code import described, line_in, local_code
from ieeelint.rules import REGISTRY, registering
from ieeelint.rules.declaration import fault, line_of
from ieeelint.settings import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.rules import Rule
    from ieeelint.settings import Settings


class LocalRules:
    """The rules of some files, and the problems found in these files.

    ``files`` are the files and the modules next to them that they import.
    """

    __slots__ = ("rules", "problems", "files")

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}  # by code
        self.problems: list[Problem] = []
        self.files: set[str] = set()


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
    """The local rules that the settings name; a file runs once while it does not change."""
    if settings.local_rules is None:
        paths = settings["rules"].get("local", ())
        key = tuple(paths)
        local, states = _loaded.get(key, (None, {}))
        if local is None or any(_state(path) != state for path, state in states.items()):
            local = load(paths)
            _loaded[key] = local, {path: _state(path) for path in local.files}
        settings.local_rules = local
    return settings.local_rules


_loaded: dict[tuple[str, ...], tuple[LocalRules, dict[str, tuple[int, int]]]] = {}


def _state(path: str) -> tuple[int, int]:
    """What changes when the file does; zeros for a file that is missing."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def load(paths: Iterable[str]) -> LocalRules:
    """Read the rules of files.  A file that raises adds no rule and one problem."""
    from ieeelint import rules

    local = LocalRules()
    for path in paths:
        local.files.add(path)
        if not path.lower().endswith(".py"):
            local.problems.append(Problem(path, "", 1, "A file of local rules ends in .py."))
            continue
        try:
            text = text_of(path)
        except InputError as error:
            local.problems.append(Problem(path, "", 1, f"The file {error}."))
        else:
            rules.load()  # a local code must differ from every other
            _run(path, text, local)
    return local


def _run(path: str, text: str, local: LocalRules) -> None:
    """Run one file and keep the rules that it registers."""
    stem = os.path.basename(path)[:-3]
    module = ModuleType(f"ieeelint_local_{len(sys.modules)}_{stem}")
    module.__file__ = path
    registry: dict[str, Rule] = {}
    sys.modules[module.__name__] = module  # dataclasses look their module up
    try:
        with registering(registry), local_code(path, local.files):
            exec(compile(text, path, "exec", dont_inherit=True), module.__dict__)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # the file is code of somebody else
        del sys.modules[module.__name__]
        local.problems.append(_load_problem(path, text, error))
        return
    if not registry:
        local.problems.append(Problem(path, text, 1, "The file registers no rule with @rule."))
    for rule in registry.values():
        if problem := fault(rule) or _clash(rule, local):
            local.problems.append(Problem(path, text, line_of(rule.check), problem))
        else:
            rule.origin = path
            local.rules[rule.code] = rule


def _load_problem(path: str, text: str, error: BaseException) -> Problem:
    """The problem of a file that could not run."""
    if isinstance(error, SyntaxError) and error.filename == path:
        line = error.lineno if isinstance(error.lineno, int) and error.lineno > 0 else 1
        return Problem(path, text, line, f"Python cannot read this line: {error.msg}.")
    message = f"Loading the file failed: {described(error)}."
    return Problem(path, text, line_in(error, path), message)


def _clash(rule: Rule, local: LocalRules) -> str:
    """Which other rule has the code or the name of a rule; empty if none has."""
    if rule.code in local.rules:
        return f"{rule.code} is also defined in {shown(local.rules[rule.code].origin)}."
    for known in (*REGISTRY.values(), *local.rules.values()):
        if known.name == rule.name:
            return f'The name "{rule.name}" belongs to {known.code}. Choose another name.'
    return ""
