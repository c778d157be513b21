"""Runs the examples of rules on a mutant of a module of rules, in a separate process.

A process that has read the examples is forked for each mutant.  It imports only the mutant and the
modules that use it again, so that a mutant takes less than a second.
"""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import sys
import tempfile
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from ieeelint.rule_examples import context_of, examples_of, rules_with_examples
from ieeelint.rules import REGISTRY
from ieeelint.running import run_rule
from tools.golden import described
from tools.mutant_tests import codes_of, modules_using
from tools.mutants import Mutant

if TYPE_CHECKING:
    from ieeelint.context import Context

LIMIT = 60  # seconds for the examples of all rules that a mutant may change


class Examples:
    """The examples of rules, read once; use it as a context manager."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.codes = {rule.code for rule in rules_with_examples()}
        self.contexts: dict[str, list[Context]] = {}
        self.expected: dict[str, list[list[str]]] = {}

    def __enter__(self) -> Examples:
        self.folder = tempfile.mkdtemp(prefix="examples-")
        os.environ["IEEELINT_RAISE"] = "1"
        return self

    def __exit__(self, *error: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def notice(self, mutant: Mutant) -> bool:
        """True if a rule reports something else on one of its examples, or fails."""
        codes = sorted(codes_of(self.root, mutant.path) & self.codes)
        for code in codes:
            self._read(code)
        child = os.fork()
        if not child:
            try:
                signal.alarm(LIMIT)
                os.close(2)  # a mutant may warn
                self._load(mutant)
                os._exit(0 if all(self._records(c) == self.expected[c] for c in codes) else 1)
            except BaseException:
                os._exit(1)
        return os.waitpid(child, 0)[1] != 0

    def _read(self, code: str) -> None:
        """Read the examples of a rule, and record what it reports on them."""
        if code in self.contexts:
            return
        contexts = []
        for number, example in enumerate(examples_of(REGISTRY[code])):
            folder = os.path.join(self.folder, f"{code}-{number}")
            os.mkdir(folder)
            contexts.append(context_of(example, folder)[0])
        self.contexts[code] = contexts
        self.expected[code] = self._records(code)

    def _records(self, code: str) -> list[list[str]]:
        return [described(run_rule(REGISTRY[code], context)) for context in self.contexts[code]]

    def _load(self, mutant: Mutant) -> None:
        """Import the mutant, and again the modules that use it."""
        modules = modules_using(self.root, mutant.path)
        for module in modules:
            package, _, name = module.rpartition(".")
            if sys.modules.pop(module, None) is not None:
                delattr(sys.modules[package], name)
        for code, rule in list(REGISTRY.items()):
            if rule.check.__module__ in modules:
                del REGISTRY[code]
        path = self.root / mutant.path
        sys.meta_path.insert(0, _Finder(modules[0], path, mutant.apply(path.read_bytes())))
        for module in modules:
            importlib.import_module(module)


class _Finder:
    """Finds one module, and gives it other code than its file."""

    def __init__(self, name: str, path: Path, code: bytes) -> None:
        self.name = name
        self.path = path
        self.code = code

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        spec = ModuleSpec(name, self, origin=str(self.path))  # type: ignore[arg-type]
        return spec if name == self.name else None

    def create_module(self, spec: ModuleSpec) -> None:
        """Let Python create the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(compile(self.code, str(self.path), "exec", dont_inherit=True), module.__dict__)
