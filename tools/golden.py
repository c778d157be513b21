"""Writes what the rules report on their examples: ``tests/golden/examples``.

``python -m tools.golden [AREA…]`` runs each rule on its examples and writes a file for each area,
such as ``FIG.txt``, with the location, the message, and the fix of each finding.  It prints the
files that changed: read their diff before a commit.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import groupby
from pathlib import Path

from ieeelint.finding import Finding
from ieeelint.phrases import plural
from ieeelint.rule_examples import rules_with_examples, run_example

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.source import Span
    from ieeelint.rules import Rule

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden" / "examples"
LONGEST = 70  # characters of an example, or of a span


def main(areas: list[str]) -> int:
    """Write the files of the areas, by default of all; returns the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = 0
    for area, rules in groupby(rules_with_examples(), key=lambda rule: rule.area):
        path = FOLDER / f"{area}.txt"
        if areas and area not in areas:
            continue
        content = "".join(record(rule) for rule in rules)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8", newline="")
            print(f"{path}: written")
            written += 1
    print(f"{plural(written, 'file')} changed")
    return 0


def record(rule: Rule) -> str:
    """The findings of a rule on its bad examples, and on the bad ones of its fixes."""
    lines = []
    for kind, examples in (("bad", rule.bad), ("fix", [bad for bad, _ in rule.fixes])):
        for example in examples:
            lines.append(f"{rule.code} {kind}: {_short(example)}")
            with tempfile.TemporaryDirectory() as folder:
                findings = described(run_example(rule, example, folder).findings)
                lines += [f"    {line.replace(folder, 'FOLDER')}" for line in findings]
            lines.append("")
    return "".join(f"{line}\n" for line in lines)


def recorded() -> dict[str, str]:
    """The committed records by the code of the rule."""
    records: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n")[:-1]:
            code = block.split()[0]
            records[code] = records.get(code, "") + f"{block}\n\n"
    return records


def described(findings: list[Finding]) -> list[str]:
    """Lines with all that a user notices of findings, in their order in the files."""
    return [line for one in sorted(findings, key=Finding.sort_key) for line in _described(one)]


def _described(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity} {_location(finding.span)}"
    yield f"  {finding.message}"
    if finding.condemned:
        yield f"  condemns {', '.join(map(_location, finding.condemned))}"
    for edit in finding.fix.edits if finding.fix else ():
        safe = "safe" if finding.fix and finding.fix.safe else "unsafe"
        kind = f"{safe} edit of the source" if edit.on_source else f"{safe} edit"
        yield f"  {kind} {_location(edit.span)} -> {edit.text!r}"


def _location(span: Span) -> str:
    """The file, the first and the last position, and the text of a span."""
    source = span.source
    first, last = source.locate(span.start), source.locate(span.end)
    path = Path(source.path).name
    return f"{path}:{first[0]}:{first[1]}-{last[0]}:{last[1]} {_short(span.text)!r}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
