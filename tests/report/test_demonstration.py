"""The paper in experiments/paper is made from the committed results and agrees with them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ieeelint.checking import check_paths
from ieeelint.cli import main

pytestmark = pytest.mark.thorough

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"
# The bytes of a picture depend on the machine's fonts and on matplotlib; its data do not.
TEXTS = (".tex", ".csv")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    for name in ("results", "tables", "paper"):
        shutil.copytree(EXPERIMENTS / name, tmp_path / name)
    monkeypatch.chdir(tmp_path / "paper")
    return tmp_path / "paper"


def report(*further: str) -> int:
    options = ("--out", "generated", "--draft", "paper.tex", "--numbers", "generated/numbers.tex")
    return main(["report", "../tables", *options, *further])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_committed_files_are_those_of_the_results(copy, capsys):
    committed = contents(copy / "generated")
    shutil.rmtree(copy / "generated")
    assert report() == 0
    written = contents(copy / "generated")
    assert written.keys() == committed.keys()
    for name in written:
        if name.endswith(TEXTS):
            assert written[name] == committed[name], name
    assert main(["pin", "../tables", "--diff"]) == 0, capsys.readouterr().out


def test_a_second_run_changes_nothing(copy, capsys):
    assert report() == 0
    before = {path: path.stat().st_mtime_ns for path in (copy / "generated").iterdir()}
    assert report() == 0
    assert {path: path.stat().st_mtime_ns for path in (copy / "generated").iterdir()} == before
    assert report("--check") == 0
    assert "0 files out of date" in capsys.readouterr().err


def test_a_picture_with_other_fonts_is_up_to_date_if_its_data_are(copy, capsys):
    assert report() == 0
    (copy / "generated" / "floor.pdf").write_bytes(b"%PDF drawn elsewhere")
    assert report("--check") == 0
    (copy / "generated" / "floor.pdf").unlink()
    assert report("--check") == 1
    assert "generated/floor.pdf: does not exist yet" in capsys.readouterr().out


def test_changed_results_are_reported_with_their_cells(copy, capsys):
    results = copy.parent / "results" / "seed-cpu.jsonl"
    text = results.read_text("utf-8")
    # SE, forward: 54.305 microseconds
    assert text.count('"median":54305') == 1
    results.write_text(text.replace('"median":54305', '"median":99305'), "utf-8")
    assert report("--check") == 1
    out = capsys.readouterr().out
    assert "generated/cost.tex: out of date" in out
    assert "SE, Latency (ms), Forward: 0.054±0.018 -> 0.10±0.06 (outside the old interval)" in out
    assert main(["pin", "../tables", "--diff"]) == 1
    assert "tab:cost: SE, Latency, Forward: 0.054±0.018 -> 0.10±0.06" in capsys.readouterr().out


def test_the_paper_has_no_findings_and_is_verified(copy):
    assert [finding.message for finding in check_paths(["paper.tex"]).findings] == []
    table = copy / "generated" / "cost.tex"
    table.write_text(table.read_text("utf-8").replace("0.054$", "0.045$"), "utf-8")
    assert [finding.code for finding in check_paths(["paper.tex"]).findings] == ["RES002"]


def test_it_compiles_without_an_overfull_box(copy):
    for program in ("pdflatex", "bibtex", "pdflatex", "pdflatex"):
        options = (
            ["-interaction=nonstopmode", "-halt-on-error"] if program == "pdflatex" else ["-terse"]
        )
        subprocess.run([program, *options, "paper"], cwd=copy, check=True, capture_output=True)
    log = (copy / "paper.log").read_text("latin-1")
    assert "Overfull" not in log
    assert "undefined" not in log
