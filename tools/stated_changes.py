"""What the fix of each rule may change apart from words: what the examples of the rule show."""

from __future__ import annotations

import re
from functools import cache

from ieeelint.examples import assemble, marked_place
from ieeelint.rules import every_rule
from tools.inventory import Inventory, changes, inventory

# Items that differ from draft to draft; a fix that adds one in an example may add any.
OPEN = ("command", "comment", "character")
PAIRED = ("{", "}")  # come and go with the commands; only their balance counts
# Removed with their arguments, or replaced with a command of the same purpose.  The examples show
# one of each.
FAMILIES = (
    ("ref", "eqref", "cref", "Cref", "autoref"),
    ("vspace", "vspace*", "hspace", "hspace*", "vskip", "hskip", "smallskip", "medskip", "bigskip"),
    ("SI", "si", "SIrange", "ang", "qty", "unit", "qtyrange"),
    ("textwidth", "linewidth", "columnwidth", "hsize"),
    ("frac", "dfrac", "tfrac"),
    ("\\", "newline", "linebreak"),
    ("dagger", "ddagger", "S", "P", "ast", "star"),  # marks of notes
)


def unstated(
    before: Inventory, after: Inventory, codes: list[str], comments_count: bool = True
) -> list[str]:
    """The changes that no rule of ``codes`` shows in its examples, each in words."""
    lost, new = changes(before, after)
    if comments_count:
        # A command that a fix turns into a comment is not lost.
        for (kind, text), number in list(new.items()):
            if kind == "comment":
                for _ in range(number):
                    lost -= inventory(text)
    stated = set().union(*(stated_by_examples().get(code, set()) for code in codes))
    problems = []
    for sign, items in (("lost", lost), ("added", new)):
        for (kind, item), number in sorted(items.items()):
            if (sign, kind, item) in stated or (sign, kind, "*") in stated or item in PAIRED:
                continue
            if kind == "comment" and item.startswith("ieeelint:"):
                continue  # unused suppressions are removed
            problems.append(f"{sign} {kind} {_short(item)}" + (f" x{number}" if number > 1 else ""))
    return problems + _balance(before, after)


def _balance(before: Inventory, after: Inventory) -> list[str]:
    """Braces and dollars that no longer come in pairs."""

    def odd(counts: Inventory) -> tuple[int, int]:
        braces = counts["character", "{"] - counts["character", "}"]
        return braces, counts["character", "$"] % 2

    return ["unbalanced braces or dollars"] if odd(before) != odd(after) else []


def _short(text: str) -> str:
    line = re.sub(r"\s+", " ", text)
    return line if len(line) <= 60 else f"{line[:57]}..."


@cache
def stated_by_examples() -> dict[str, set[tuple[str, str, str]]]:
    """For each rule, (sign, kind, item); the item ``*`` stands for any."""
    stated: dict[str, set[tuple[str, str, str]]] = {}
    for rule in every_rule():
        for bad, good in rule.fixes:
            if bad.startswith("%! word"):
                continue
            old, new = (
                {name: marked_place(text)[0] for name, text in assemble(example).items()}
                for example in (bad, good)
            )
            for name in old:
                both = [
                    inventory(files.get(name, ""), name.endswith("bib")) for files in (old, new)
                ]
                for sign, items in zip(("lost", "added"), changes(*both), strict=True):
                    for kind, item in items:
                        found = stated.setdefault(rule.code, set())
                        found.add((sign, kind, item))
                        if sign == "added" and kind in OPEN:
                            found.add((sign, kind, "*"))
                        for family in FAMILIES:
                            if kind == "command" and item in family:
                                found |= {(sign, kind, name) for name in family}
    return stated
