"""Measure how often each rule is wrong in real drafts.

    python -m tools.accuracy sample FOLDER… --to NAME [--rules CODES] [--wanted 30]
    python -m tools.accuracy record NAME
    python -m tools.accuracy measure FOLDER…

CONTRIBUTING.md explains the steps.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ieeelint.rules import every_rule
from ieeelint.selection import matches
from tools import progress
from tools.accuracy.observing import Observed, observe, roots_in
from tools.accuracy.sampling import sample
from tools.accuracy.verdicts import Rate, Verdicts

TOP = Path(__file__).resolve().parent.parent.parent
VERDICTS = TOP / "benchmarks" / "verdicts.tsv"
TABLE = TOP / "ieeelint" / "tables" / "accuracy.toml"


def main(words: list[str]) -> int:
    """Run one step; returns the exit status."""
    options = _options(words)
    try:
        verdicts = Verdicts(Path(options.verdicts))
        if options.step == "record":
            return _record(options.name, verdicts)
        observed = _observe(options.paths)
        if not observed:
            print("accuracy: these drafts have no findings", file=sys.stderr)
            return 2
        if options.step == "sample":
            return _sample(observed, verdicts, options)
        return _measure(observed, verdicts, Path(options.table))
    except (OSError, ValueError) as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2


def _options(words: list[str]) -> argparse.Namespace:
    assert __doc__
    parser = argparse.ArgumentParser(
        "accuracy", description=__doc__.split("\n")[0], allow_abbrev=False
    )
    parser.add_argument("--verdicts", default=str(VERDICTS), help="file of all verdicts")
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("sample", help="choose findings to judge")
    step.add_argument("paths", nargs="+", metavar="FOLDER", help="folder with drafts, or a draft")
    step.add_argument("--to", required=True, metavar="NAME", help="writes NAME.txt and NAME.jsonl")
    step.add_argument("--rules", default="ALL", help="codes or areas, separated by commas")
    step.add_argument("--wanted", type=int, default=30, help="verdicts for each rule")
    step = steps.add_parser("record", help="add the verdicts in NAME.txt")
    step.add_argument("name", metavar="NAME")
    step = steps.add_parser("measure", help="write the rates of all rules")
    step.add_argument("paths", nargs="+", metavar="FOLDER", help="folder with drafts, or a draft")
    step.add_argument("--table", default=str(TABLE), help="table to write")
    return parser.parse_args(words)


def _observe(paths: list[str]) -> list[Observed]:
    observed = []
    roots = roots_in(paths)
    for number, root in enumerate(roots, 1):
        progress.show(f"[{number}/{len(roots)}] {root}")
        observed += observe(root)
    progress.show("")
    return observed


def _sample(observed: list[Observed], verdicts: Verdicts, options: argparse.Namespace) -> int:
    """Write the chosen findings, for a judge to read and as data."""
    selectors = options.rules.split(",")
    codes = {
        rule.code for rule in every_rule() if any(matches(selector, rule) for selector in selectors)
    }
    fitting = [finding for finding in observed if finding.code in codes]
    chosen = sample(fitting, verdicts, options.wanted)
    text = "".join(_question(number, finding) for number, finding in enumerate(chosen, 1))
    Path(f"{options.to}.txt").write_text(text, encoding="utf-8", errors="replace")
    lines = [json.dumps(vars(finding)) + "\n" for finding in chosen]
    Path(f"{options.to}.jsonl").write_text("".join(lines), encoding="utf-8")
    print(f"{options.to}.txt: {len(chosen)} findings to judge")
    return 0


def _question(number: int, finding: Observed) -> str:
    excerpt = "\n".join("    " + line for line in finding.excerpt.splitlines())
    fix = f"fix: {finding.fix}\n" if finding.fix else ""
    return (
        f"#{number} {finding.code} {finding.severity} {finding.draft} {finding.place}\n"
        f"{finding.message}\n{fix}{excerpt}\nverdict: \n\n"
    )


def _record(name: str, verdicts: Verdicts) -> int:
    """Add the verdicts that a judge wrote after ``verdict:``.

    Raises ValueError if a word there is not a verdict.
    """
    lines = Path(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    findings = [Observed(**json.loads(line)) for line in lines]
    number = recorded = 0
    for line in Path(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") and line[1:].split(" ")[0].isdigit():
            number = int(line[1:].split(" ")[0])
        elif line.startswith("verdict:") and (words := line[len("verdict:") :].split()):
            verdicts.record(findings[number - 1], words[0])
            recorded += 1
    verdicts.save()
    print(f"{verdicts.path}: {recorded} verdicts added, {len(verdicts.all)} in all")
    return 0


def _measure(observed: list[Observed], verdicts: Verdicts, table: Path) -> int:
    """Write the table of rates, and print those above five percent."""
    rates = verdicts.rates(observed)
    table.write_text(_as_toml(rates, len({one.draft for one in observed})), encoding="utf-8")
    for code, rate in rates.items():
        if rate.false * 20 > rate.judged or rate.advice * 20 > rate.judged:
            print(f"{code}: {_in_words(rate)}")
    total = Rate(*(sum(getattr(one, name) for one in rates.values()) for name in vars(Rate())))
    print(f"{len(rates)} rules: {_in_words(total)}")
    return 0


def _in_words(rate: Rate) -> str:
    return (
        f"{rate.false} of {rate.judged} findings false ({rate.false / rate.judged:.1%}), "
        f"{rate.advice} with wrong advice"
    )


def _as_toml(rates: dict[str, Rate], drafts: int) -> str:
    lines = [
        "# How many of a rule's findings in real drafts were judged, and how many of these were",
        "# false alarms or gave wrong advice.  Written by `python -m tools.accuracy measure`.",
        "",
        f"drafts = {drafts}",
        "",
        "[rules]",
    ]
    lines += [
        f"{code} = {{ judged = {rate.judged}, false = {rate.false}, advice = {rate.advice} }}"
        for code, rate in rates.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
