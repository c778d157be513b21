"""Writes the generated files: the pages of the rules and their index, the schemas of settings and
specifications, the manual page, the compiled tables, and in README.md the sample output and the
figures about speed.

    python -m ieeelint.documentation

Run it in a checkout after you change a rule, a table or a setting; a test checks that no file is
out of date.
"""

from __future__ import annotations

import json
import os

from ieeelint.documentation import rule_pages as pages
from ieeelint.documentation.settings_schema import schema
from ieeelint.documentation.speed import with_figures
from ieeelint.documentation.starter_phrases import starter_phrases
from ieeelint.documentation.venue_schema import schema as venue_schema
from ieeelint.manual import manual
from ieeelint.report.specification.schema import schema as report_schema
from ieeelint.rules import every_rule
from ieeelint.tables import HERE, as_python, module_source, names

SAMPLE = "tests/papers/sample/paper.tex"
SHOWN = ("TPL002", "FIG001", "ABR001", "UNT003", "TXT013")
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def generated() -> dict[str, str]:
    """The content of each generated file, by its path in the project."""
    rules = list(every_rule())
    files = {f"docs/rules/{rule.code}.md": pages.as_markdown(rule) for rule in rules}
    files["docs/rules/README.md"] = pages.list_markdown(rules)
    files["docs/ieeelint.schema.json"] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    files["docs/venue.schema.json"] = (
        json.dumps(venue_schema(), indent=2, ensure_ascii=False) + "\n"
    )
    files["docs/report.schema.json"] = (
        json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"
    )
    files["docs/ieeelint.1"] = manual()
    files["README.md"] = readme()
    folder = os.path.relpath(HERE, TOP).replace(os.sep, "/")
    for name in names():
        files[f"{folder}/compiled/{name.replace('.', '/')}.py"] = as_python(name)
    files[f"{folder}/compiled/starters.py"] = module_source(
        starter_phrases(), "templates/ by ``python -m ieeelint.documentation``"
    )
    return files


def readme() -> str:
    """README.md with the current sample output, some findings of the sample paper, and the figures
    of the last run of the benchmarks.
    """
    from ieeelint.checking import check_paths
    from ieeelint.output import full
    from ieeelint.settings import Settings
    from ieeelint.terminal import Paint

    settings = Settings()
    report = check_paths([os.path.join(TOP, SAMPLE)], lambda _: settings)
    sources = {finding.span.source for finding in report.findings}
    for source in sources:
        source.path = os.path.relpath(source.path, TOP).replace(os.sep, "/")
    report.papers[0].path = SAMPLE
    report.papers[0].files = [source.path for source in sources]
    report.group()
    paint = Paint(False)
    shown: dict[str, str] = {}
    for finding in report.remarks:
        if finding.code in SHOWN and finding.code not in shown:
            shown[finding.code] = full.one_finding(finding, paint)
    header = full.header(report.papers[0], settings, paint)
    sample = header + "\n" + "".join(shown.values()) + "…\n\n" + full.summary(report, paint)
    with open(os.path.join(TOP, "README.md"), encoding="utf-8") as file:
        before, _, after = file.read().partition("```text\n")
    with open(os.path.join(TOP, "benchmarks/results.md"), encoding="utf-8") as file:
        results = file.read()
    return with_figures(f"{before}```text\n{sample}```{after.partition('```')[2]}", results)


def write() -> list[str]:
    """Write the generated files that are out of date, and delete the pages of rules that no longer
    exist; returns a line about each of them.
    """
    files = generated()
    lines = []
    for path, content in files.items():
        full = os.path.join(TOP, path)
        if _content(full) == content:
            continue
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        lines.append(f"{path}: written")
    folder = os.path.join(TOP, "docs/rules")
    for name in sorted(os.listdir(folder)):
        if f"docs/rules/{name}" not in files:
            os.remove(os.path.join(folder, name))
            lines.append(f"docs/rules/{name}: deleted")
    return lines


def _content(path: str) -> str | None:
    """The text of a file, None if it does not exist."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
