"""The modules that a check loads, and the required attributes of every rule."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def test_a_check_loads_no_heavy_modules(draft):
    program = (
        "import sys\nfrom ieeelint.cli import main\n"
        f"main(['check', '--isolated', {draft('Water is wet.')!r}])\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=TOP,
        env={"PYTHONPATH": str(TOP), "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
    )
    loaded = set(ran.stdout.split("LOADED")[1].split())
    heavy = {
        "docx",
        "jinja2",
        "bibtexparser",
        "pylatexenc",
        "argparse",
        "dataclasses",
        "typing",
        "tomllib",
        "json",
        "pathlib",
        "lxml",
    }
    assert not loaded & heavy


def test_a_check_asks_the_disk_in_one_place():
    """Otherwise a stored result would be used although something has changed."""
    question = re.compile(
        r"os\.path\.(?:exists|isfile|isdir|getsize|getmtime|lexists|islink)\b|os\.(?:stat|listdir|scandir|walk)\b"
        r"|(?<![\w.])open\(|\bPath\("
    )
    elsewhere = {
        "readers/folders.py",
        "ooxml/archive.py",
        "ooxml/locks.py",
        "readers/latex/project.py",
    }
    wrong = []
    for folder in ("readers", "views", "rules", "paper", "ooxml"):
        for path in (TOP / "ieeelint" / folder).rglob("*.py"):
            name = path.relative_to(TOP / "ieeelint").as_posix()
            code = re.sub(
                r'"""[\s\S]*?"""|"[^"\n]*"|\'[^\'\n]*\'', '""', path.read_text(encoding="utf-8")
            )
            if name not in elsewhere:
                wrong += [f"{name}: {found[0]}" for found in question.finditer(code)]
    assert not wrong, "ask through ieeelint.inputs: " + "; ".join(wrong)


def test_every_statement_of_the_template_has_rules_or_a_note():
    from ieeelint.rules import every_rule
    from ieeelint.tables import table

    known = {rule.code for rule in every_rule()}
    rows = table("statements")["statements"]
    assert [row["number"] for row in rows] == list(range(1, 82))
    for row in rows:
        assert row.get("note") or set(row["rules"]) <= known, row


def test_every_rule_has_examples_and_texts():
    from ieeelint.rules import every_rule

    for rule in every_rule():
        assert rule.summary.endswith((".", ":", '."')), rule.code
        assert rule.bad or rule.fixes, rule.code
        assert rule.good or rule.fixes, rule.code
        assert rule.source, rule.code


def test_nothing_skips_or_copies_what_is_before_or_behind():
    """Done for each item of a long draft, that takes all the time, and no count shows it."""
    wrong = []
    for folder in ("paper", "rules"):
        for path in (TOP / "ieeelint" / folder).rglob("*.py"):
            if path.name == "seeking.py":  # it explains them
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if re.search(r"\bislice\(|(?<!passage\.)\bplain\[(?!-)[^\]:]+:\s*\]", line):
                    wrong.append(f"{path.relative_to(TOP)}:{number}: {line.strip()}")
    assert not wrong, "use items_from, or give the slice an end: " + "; ".join(wrong)
