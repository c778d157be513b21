"""Numbers with a power of ten: asked for, or because they are very large or very small."""

from __future__ import annotations

import pytest
from verified_drafts import PREAMBLE, findings

from ieeelint.report.building import build
from ieeelint.report.outputs import cells_as_numbers
from ieeelint.report.specification import loads
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_file import dump
from ieeelint.report.writers import html, latex, markdown, text, word

HEAD = (
    '[source]\nfiles = ["r.csv"]\n[table]\nlabel = "tab:t"\ntitle = "Cost"\n'
    'rows = { key = "model", header = "Model" }\n[[column]]\nheader = "Cost"\nmetric = "cost"\n'
)


@pytest.fixture
def made(tmp_path):
    def make(values, more=""):
        rows = [f"m{at},{value}" for at, value in enumerate(values)]
        (tmp_path / "r.csv").write_text("\n".join(["model,cost (FLOP)", *rows]) + "\n")
        return build(loads(HEAD + more, str(tmp_path / "t.toml")))

    return make


def digits(built):
    return [(cell.digits, cell.power) for cell in built.grid.cells]


def test_very_large_and_very_small_numbers_have_powers(made):
    assert digits(made(["2.3e19", "9.6e18"])) == [("2.30", 19), ("9.60", 18)]
    assert digits(made(["1.5e-7", "2e-8"])) == [("1.50", -7), ("2.00", -8)]
    assert digits(made(["2.3e8", "9.6e7"])) == [("230000000", 0), ("96000000", 0)]
    assert digits(made(["2.3e19"], 'digits = "sig:2"\n')) == [("23000000000000000000", 0)]


def test_powers_can_be_asked_for(made):
    built = made(["2345", "0.0999", "0", "-99.96"], 'digits = "sci:2"\n')
    assert digits(built) == [("2.3", 3), ("1.0", -1), ("0.0", 0), ("-1.0", 2)]


def test_the_best_is_that_with_its_power(made):
    built = made(["9.6e18", "2.3e19"], 'best = "max"\n')
    assert [cell.bold for cell in built.grid.cells] == [False, True]


def test_every_format_prints_the_power(made):
    built = made(["2.3e19", "9.6e18"], 'best = "min"\n')
    assert r"2.30$\times10^{19}$" in latex.table(built.grid)
    assert r"\textbf{9.60}$\times10^{18}$" in latex.table(built.grid)
    assert "2.30×10¹⁹" in markdown.table(built.grid)
    assert "2.30×10¹⁹" in html.table(built.grid)
    assert "2.30×10¹⁹" in text.table(built.grid)
    assert [number.digits for number in cells_as_numbers([built])] == ["2.30e19", "9.60e18"]
    assert r"2.30$\times10^{19}$" in latex.numbers(cells_as_numbers([built]))


def test_an_interval_is_in_parentheses(made, tmp_path):
    rows = "".join(f"A,{seed},{value}\n" for seed, value in enumerate((2.1e19, 2.3e19, 2.5e19)))
    built = made(["1"])
    (tmp_path / "r.csv").write_text("model,seed,cost\n" + rows)
    more = 'stat = "mean"\ninterval = "sd"\ndigits = "sci:2"\n'
    built = build(loads(HEAD + more, str(tmp_path / "t.toml")))
    assert r"(2.3$\pm$0.2)$\times10^{19}$" in latex.table(built.grid)
    assert "(2.3±0.2)×10¹⁹" in text.table(built.grid)


@pytest.mark.parametrize("form", ["tex", "docx"])
def test_a_wrong_power_is_found(made, tmp_path, form):
    built = made(["2.3e19", "9.6e18"])
    (tmp_path / "results.lock").write_text(dump(build_lock([built])), "utf-8")
    path = tmp_path / f"paper.{form}"
    for power, found in ((19, []), (18, ["RES002"])):
        built.grid.cells[0].power = power
        if form == "tex":
            path.write_text(PREAMBLE + latex.table(built.grid) + "\\end{document}\n")
        else:
            path.write_bytes(word.document([built.grid]))
        codes = [code for code, severity, _ in findings(path) if severity == "error"]
        assert codes == found
