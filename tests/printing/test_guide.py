"""``refs --style guide`` prints what IEEE's reference guide of 2025 shows, kind by kind."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ENTRIES = tomllib.loads((Path(__file__).parent / "guide.toml").read_text(encoding="utf-8"))["entry"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["clause"] for entry in ENTRIES])
def test_an_entry_is_printed_as_its_clause_has_it(run, tmp_path, entry):
    path = tmp_path / "refs.bib"
    path.write_text(entry["bib"], encoding="utf-8")
    out = run("refs", "--style", "guide", "--to", "markdown", str(path))[1].splitlines()[-1]
    printed = out.partition(". ")[2].replace("<", "").replace(">", "").replace("\\", "")
    assert printed == entry["printed"]
