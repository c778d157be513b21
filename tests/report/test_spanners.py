"""Headers over several columns, and decimal points, in text, HTML, and LaTeX."""

from __future__ import annotations

import re

import pytest

from ieeelint.report.building import build
from ieeelint.report.specification import loads
from ieeelint.report.writers import html, latex, text

SPECIFICATION = """
[source]
files = ["r.csv"]
[table]
label = "tab:t"
title = "Speed"
span = "page"
rows = {{ key = "model", header = "Model" }}
[[column]]
group = "{group}"
header = "A"
metric = "a"
unit = "ms"
digits = "sig:3"
best = "max"
[[column]]
group = "{group}"
header = "B"
metric = "b"
unit = "ms"
digits = "places:0"
[[column]]
header = "Accuracy"
metric = "c"
digits = "places:1"
"""
WIDE, NARROW = "Latency of the First Token", "Lat."


@pytest.fixture
def grid(tmp_path):
    (tmp_path / "r.csv").write_text(
        "model,a (ms),b (ms),c\nOne,1,20,.5\nTwo,12.5,3,.7\nSix,125,4,\n"
    )

    def make(group):
        return build(loads(SPECIFICATION.format(group=group), str(tmp_path / "t.toml"))).grid

    return make


def test_a_terminal_shows_a_header_over_its_columns(grid):
    assert text.table(grid(NARROW)).splitlines()[1:8] == [
        "───────────────────────────",
        "       Lat. (ms)",
        "       ──────────",
        "Model       A   B  Accuracy",
        "───────────────────────────",
        "One      1.00  20       0.5",
        "Two     12.5    3       0.7",
    ]


def test_columns_share_the_width_of_a_wide_header(grid):
    lines = text.table(grid(WIDE)).splitlines()
    assert lines[2].strip() == f"{WIDE} (ms)"
    # of 31 columns, 21 are too many for 6 of A, 2 of B, and a gap of 2: A has 11, and B 10 of them
    assert lines[4].index("B ") - lines[4].index("A ") == 10 + 2 + 2


def test_latex_widens_all_columns_under_a_wide_header(grid):
    assert "hspace" not in latex.table(grid(NARROW))
    spaces = re.findall(r"\\hspace\{([\d.]+)pt\}([AB])", latex.table(grid(WIDE)))
    assert [header for _, header in spaces] == ["A", "B"]
    assert all(float(space) > 20 for space, _ in spaces)


def test_decimal_points_in_html_are_below_each_other(grid):
    cells = re.findall(r"<td>([^<].*?|<b>.*?)</td>", html.table(grid(NARROW)))
    assert cells[:2] == ["1.00", "20"]
    assert cells[3:5] == ["12.5\u2007", "3"]
    assert cells[6:8] == ["<b>125</b>\u2008\u2007\u2007", "4"]
    assert cells[8] == "—<sup>a</sup>"  # no number, no space
