"""Counts what a LaTeX source contains apart from its words: pictures, labels, keys, comments,
commands, formulas and environments.

It knows nothing of the readers of ieeelint, so that a mistake in them cannot hide here.
"""

from __future__ import annotations

import re
from collections import Counter

# What a source contains: (kind, item) -> how often.
Inventory = Counter[tuple[str, str]]

VERBATIM = "verbatim lstlisting minted Verbatim comment filecontents".split()
LITERAL = re.compile(
    r"\\begin\s*\{(?P<name>(?:" + "|".join(VERBATIM) + r")\*?)\}.*?\\end\s*\{(?P=name)\}"
    r"|\\(?:verb|lstinline)(?![A-Za-z])\*?(?:\[[^\]\n]*\])?(?P<bar>[^\sA-Za-z{*])[^\n]*?(?P=bar)",
    re.DOTALL,
)
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%([^\n]*)(\n[ \t]*|\Z)")
COMMAND = re.compile(r"\\([A-Za-z@]+\*?|[^A-Za-z@])")
ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([^{}]*)\}")
ARGUMENTS = r"\s*(?:<[^<>]*>)?\s*((?:\[[^\[\]]*\]\s*)*)\{([^{}]*)\}"
NAMED = {
    "picture": re.compile(r"\\(?:includegraphics|includesvg|includepdf|epsfig)\*?" + ARGUMENTS),
    "label": re.compile(r"\\label" + ARGUMENTS),
    "reference": re.compile(
        r"\\(?:[A-Za-z]*ref|[Cc](?:label)?crefrange|[Cc]ref|vref|hyperref)\*?" + ARGUMENTS
    ),
    "citation": re.compile(r"\\[A-Za-z]*[cC]ite[A-Za-z]*\*?" + ARGUMENTS),
    "index": re.compile(r"\\index" + ARGUMENTS),
    "file": re.compile(r"\\(?:input|include|subfile|bibliography)" + ARGUMENTS),
}
LISTS = ("reference", "citation", "file")  # several names, separated by commas
ENTRY = re.compile(r"^[ \t]*@([A-Za-z]+)\s*[{(]\s*([^\s,{}()=]+)\s*,", re.MULTILINE)
BALANCED = "{}$"
PRINTED = tuple("&%#_$")  # signs that are compared in print: "\\&" may become "and"


def inventory(text: str, is_database: bool = False) -> Inventory:
    """What a ``.tex`` file contains; of a ``.bib`` file, its entries and braces."""
    counts: Inventory = Counter()
    if is_database:
        counts.update(("entry", f"{kind.lower()} {key}") for kind, key in ENTRY.findall(text))
        counts.update(("character", mark) for mark in text if mark in "{}")
        return counts

    def literal(match: re.Match[str]) -> str:
        counts["verbatim", match[0]] += 1
        return " "

    def comment(match: re.Match[str]) -> str:
        counts["comment", match[2].strip()] += 1
        return match[1]

    live = COMMENT.sub(comment, LITERAL.sub(literal, text))
    for kind, pattern in NAMED.items():
        for match in pattern.finditer(live):
            keys = match[2].split(",") if kind in LISTS else [match[2]]
            counts.update((kind, key.strip()) for key in keys)
    counts.update(("environment", f"{end} {name}") for end, name in ENVIRONMENT.findall(live))
    commands = (match[1] for match in COMMAND.finditer(live))
    counts.update(("command", name) for name in commands if name not in PRINTED)
    counts.update(("character", match) for match in COMMAND.sub("", live) if match in BALANCED)
    return counts


def changes(before: Inventory, after: Inventory) -> tuple[Inventory, Inventory]:
    """What is missing after the change, and what is new."""
    return before - after, after - before
