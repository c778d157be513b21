"""What the benchmark's README and results say is true of the program that comes with them."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

pytest.importorskip("torch")
jsonschema = pytest.importorskip("jsonschema")

from experiments.commands import parser  # noqa: E402
from experiments.records import SCHEMAS, kind_of, read  # noqa: E402
from experiments.study.summary import tables  # noqa: E402
from experiments.tables import table  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "experiments"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
RESULTS = sorted((FOLDER / "results").glob("*.jsonl"))


def test_commands_of_the_readme_are_understood():
    found = re.findall(r"python -m experiments ([^#\n`]+)", README)
    assert len(found) > 8
    for words in found:
        parser().parse_args(shlex.split(words.replace("$suite", "seed")))


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (FOLDER / target).exists(), target


def test_every_suite_and_command_is_named():
    for path in (FOLDER / "suites").glob("*.toml"):
        assert f"`{path.stem}`" in README


@pytest.mark.thorough
@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.name)
def test_results_follow_the_schemas_and_make_their_tables(path):
    schemas = {
        name: json.loads((SCHEMAS / f"{name}-1.schema.json").read_text())
        for name in ("attn-bench", "attn-env", "attn-train")
    }
    rows = read(path)
    for row in rows:
        jsonschema.validate(row, schemas[kind_of(row, path.name)])
    trained = any(row["schema"].startswith("attn-train/") for row in rows)
    made = tables(rows) if trained else table(rows)
    assert path.with_suffix(".md").read_text(encoding="utf-8").rstrip() == made


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.name)
def test_the_readme_tells_where_each_result_comes_from(path):
    assert f"results/{path.with_suffix('.md').name}" in README
    assert re.search(rf"python -m experiments (run|train)[^\n]*{path.name}", README), path.name
