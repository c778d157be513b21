"""Lists the guards of rules that no example of a rule needs.

    python -m tools.guards [--write] [WORD…]

runs all examples of all rules and lists the outcomes of conditions in ``ieeelint/rules`` that no
example has, in files whose path contains one of the words.  ``tests/golden/guards.toml`` has the
number that each file may have; ``--write`` lowers the numbers, and never raises one.  The exit
status is 1 if a file has more than its number.  Modules directly in ``ieeelint/rules`` do not
count.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

from tools.probes import Condition, Probes

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "ieeelint" / "rules"
TABLE = ROOT / "tests" / "golden" / "guards.toml"
HEAD = """\
# How many outcomes of conditions in each file of ieeelint/rules no example of a rule has; a file
# that is not listed may have none.  A number may only fall.
# "python -m tools.guards" lists the conditions; with --write it also lowers the numbers.

"""


def main(words: list[str]) -> int:
    """List the outcomes, and write the table if asked to; returns the exit status."""
    parser = argparse.ArgumentParser("guards", allow_abbrev=False)
    parser.add_argument("words", nargs="*", metavar="WORD", help="part of the path of a file")
    parser.add_argument("--write", action="store_true", help="lower the committed numbers")
    options = parser.parse_args(words)
    outcomes = missing_outcomes()
    for condition, outcome in outcomes:
        if not options.words or any(word in condition.path for word in options.words):
            print(f"{condition.path}:{condition.line}: never {outcome}: {condition.text}")
    numbers = Counter(condition.path for condition, _ in outcomes)
    allowed = committed()
    too_many = [path for path in numbers if numbers[path] > allowed.get(path, 0)]
    for path in too_many:
        print(f"{path}: {numbers[path]} outcomes without example, {allowed.get(path, 0)} allowed")
    if options.write:
        kept = {path: min(numbers[path], number) for path, number in allowed.items()}
        TABLE.write_text(table(kept), encoding="utf-8")
    print(f"{sum(numbers.values())} outcomes without example, {sum(allowed.values())} allowed")
    return 1 if too_many else 0


def missing_outcomes() -> list[tuple[Condition, bool]]:
    """The outcomes that no example has, with the paths of files below ``ieeelint/rules``.

    The rules must not be imported before.
    """
    probes = Probes("ieeelint.rules.")
    probes.install()
    os.environ["IEEELINT_RAISE"] = "1"
    from ieeelint.rule_examples import examples_of, rules_with_examples, run_example

    for rule in rules_with_examples():
        for example in examples_of(rule):
            with tempfile.TemporaryDirectory() as folder:
                run_example(rule, example, folder)
    below = [
        (condition._replace(path=Path(condition.path).relative_to(RULES).as_posix()), outcome)
        for condition, outcome in probes.missing()
    ]
    return [(condition, outcome) for condition, outcome in below if "/" in condition.path]


def committed() -> dict[str, int]:
    """The number of each file in the table."""
    with TABLE.open("rb") as file:
        numbers: dict[str, int] = tomllib.load(file)
    return numbers


def table(numbers: dict[str, int]) -> str:
    """The content of the table."""
    lines = [f'"{path}" = {numbers[path]}\n' for path in sorted(numbers) if numbers[path]]
    return HEAD + "".join(lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
