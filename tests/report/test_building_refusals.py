"""What would print a wrong number, mark or claim: units that differ, mixed directions, empty
groups, odd values.
"""

from __future__ import annotations

import json

import pytest

from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads
from ieeelint.report.words import plain

SOURCE = '[source]\nfiles = ["*.jsonl"]\n'
TABLE = (
    SOURCE + '[table]\nlabel = "tab:t"\ntitle = "Title"\nlegend = true\nrows = { key = "module" }\n'
)
EIGHT = (600.0, 610.0, 620.0, 630.0, 640.0, 650.0, 660.0, 670.0)


@pytest.fixture
def made(tmp_path):
    """Build a specification from (module, metric, values, unit) records; other keys by name."""

    def make(text, *series):
        lines = []
        for module, metric, values, unit, *keys in series:
            row = {"module": module, "metric": metric, "unit": unit, **(keys[0] if keys else {})}
            lines += [
                json.dumps({**row, "repeat": number, "value": value})
                for number, value in enumerate(values)
            ]
        (tmp_path / "results.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        return build(loads(text, str(tmp_path / "spec.toml")))

    return make


def shown(built):
    return {
        f"{cell.row}.{cell.column}": (
            ("*" if cell.bold else "") + cell.digits + "^" * bool(cell.notes)
        )
        for cell in built.grid.cells
    }


def notes(built):
    return [plain(note.words) for note in built.grid.notes]


COLUMN = '[[column]]\nheader = "L"\nmetric = "latency"\nunit = "ms"\ndigits = "sig:3"\n'
RATIO = """
[[column]]
header = "S"
digits = "sig:3"
ratio = { metric = "latency", of = "baseline/this" }
test = { kind = "KIND", alpha = ALPHA }
[baseline]
module = "a"
"""


@pytest.mark.parametrize("kind", ["mann-whitney", "wilcoxon"])
def test_a_test_converts_units(made, kind):
    text = TABLE + RATIO.replace("KIND", kind).replace("ALPHA", "0.05")
    same = [value / 1000 for value in EIGHT]
    half = [value / 2000 for value in EIGHT]
    built = made(
        text,
        ("a", "latency", EIGHT, "us"),
        ("b", "latency", same, "ms"),
        ("c", "latency", half, "ms"),
    )
    # b is the baseline in another unit; c is apart from it in every pair
    assert shown(built) == {"a.s": "1.00", "b.s": "1.00^", "c.s": "2.00"}
    assert notes(built) == ["Not distinguishable from the baseline (p = 1.00)."]


def test_the_test_of_a_best_mark_converts_units(made):
    slower = [value / 1000 + 0.001 for value in EIGHT]
    text = TABLE + COLUMN + 'best = "min"\nbest_requires = "test"\n'
    built = made(text, ("a", "latency", EIGHT, "us"), ("b", "latency", slower, "ms"))
    assert shown(built) == {"a.l": "0.635^", "b.l": "0.636"}
    assert "no best is marked" in notes(built)[-1]


def test_tied_best_cells_are_all_tested(made):
    text = (
        TABLE.replace("legend = true\n", "")
        + COLUMN.replace("sig:3", "places:1")
        + 'best = "min"\nbest_requires = "test"\n'
    )
    near, far = [value + 10 for value in EIGHT], [value + 300 for value in EIGHT]
    # 0.635 and 0.625 ms print 0.6, 0.66 prints 0.7; by scipy its p is 0.08 against the first,
    # 0.02 against the second
    built = made(
        text,
        ("a", "latency", EIGHT, "us"),
        ("b", "latency", [value - 10 for value in EIGHT], "us"),
        ("c", "latency", [value + 25 for value in EIGHT], "us"),
    )
    assert shown(built) == {"a.l": "0.6^", "b.l": "0.6^", "c.l": "0.7"}
    assert notes(built) == [
        "Not distinguishable from the second lowest (Mann–Whitney, p = 0.08); no best is marked."
    ]
    # far from both
    built = made(
        text,
        ("a", "latency", EIGHT, "us"),
        ("b", "latency", near, "us"),
        ("c", "latency", far, "us"),
    )
    assert shown(built) == {"a.l": "*0.6", "b.l": "*0.6", "c.l": "0.9"}


def test_a_best_cell_is_tested_against_all_tied_second_best_cells(made):
    text = (
        TABLE.replace("legend = true\n", "")
        + COLUMN.replace("sig:3", "places:1")
        + 'best = "min"\nbest_requires = "test"\n'
    )
    wide = [400.0, 450.0, 600.0, 660.0, 680.0, 700.0, 1500.0, 1600.0]  # median 0.67
    built = made(
        text,
        ("a", "latency", EIGHT, "us"),
        ("b", "latency", [value + 80 for value in EIGHT], "us"),
        ("c", "latency", wide, "us"),
    )
    assert shown(built) == {"a.l": "0.6^", "b.l": "0.7", "c.l": "0.7"}


@pytest.mark.parametrize("interval", ["sd", "iqr", "none"])
def test_a_note_with_a_level_requires_a_confidence_interval(made, interval):
    text = (
        TABLE.replace("legend = true\n", "")
        + COLUMN
        + f'interval = "{interval}"\nnote = "n"\n[notes]\nn = "At {{level}}."\n'
    )
    with pytest.raises(ReportError, match="has {level}, but the interval of the column is"):
        made(text, ("a", "latency", EIGHT, "us"))


def test_a_note_shows_the_specified_levels(made):
    text = TABLE.replace("legend = true\n", "") + COLUMN + 'interval = "ci90"\nnote = "n"\n'
    text += (
        COLUMN.replace('"L"', '"M"') + 'interval = "ci99"\nnote = "n"\n[notes]\nn = "At {level}."\n'
    )
    assert notes(made(text, ("a", "latency", EIGHT, "us")))[0] == "At 90% or 99%."


def test_a_small_p_is_not_printed_as_zero(made):
    text = TABLE + RATIO.replace("KIND", "mann-whitney").replace("ALPHA", "1e-6")
    built = made(
        text, ("a", "latency", EIGHT, "us"), ("b", "latency", [value / 2 for value in EIGHT], "us")
    )
    assert notes(built) == [
        "Not distinguishable from the baseline (p = 0.0002)."
    ]  # 2 / C(16, 8) = 0.000155


def test_only_the_baseline_itself_has_a_ratio_without_interval(made):
    text = TABLE + RATIO.replace("KIND", "mann-whitney").replace("ALPHA", "0.05").replace(
        '"sig:3"', '"sig:3"\ninterval = "ci95"'
    )
    built = made(text, ("a", "latency", EIGHT, "us"), ("b", "latency", EIGHT, "us"))
    # 670/600 = 1.1167 and 600/670 = 0.8955; the baseline over itself is one and nothing else
    assert [(cell.digits, cell.half) for cell in built.grid.cells] == [
        ("1.00", ""),
        ("1.00", "0.12"),
    ]


THROUGHPUT = (
    '[[column]]\nheader = "T"\nmetric = "throughput"\nstat = "mean"\ndigits = "sig:3"\nbest ='
    ' "max"\n'
)
BOTH = (
    ("a", "latency", (1.0, 2.0), "ms"),
    ("b", "latency", (2.0, 3.0), "ms"),
    ("a", "throughput", (1.0, 2.0), "B/s"),
    ("b", "throughput", (2.0, 3.0), "B/s"),
)


def test_the_legend_is_valid_for_all_marked_columns(made):
    built = made(TABLE + COLUMN + 'best = "min"\n' + THROUGHPUT, *BOTH)
    assert shown(built) == {"a.l": "*1.50", "a.t": "1.50", "b.l": "2.50", "b.t": "*2.50"}
    assert notes(built) == ["Bold: best."]
    assert notes(made(TABLE + COLUMN + 'best = "min"\n', *BOTH)) == [
        "Bold: lowest. Median of 2 repeats."
    ]


def test_values_in_different_units_are_not_compared(made):
    with pytest.raises(ReportError, match="the same unit and the same best"):
        made(
            TABLE + COLUMN + 'best = "min"\nwithin = "row"\n' + THROUGHPUT + 'within = "row"\n',
            *BOTH,
        )
    number = '[[number]]\nkey = "least"\nmetric = "latency"\nof = "min"\n'
    mixed = ("a", "latency", (600.0,), "us"), ("b", "latency", (0.7,), "ms")
    with pytest.raises(ReportError, match="units ms, µs"):
        made(TABLE + COLUMN + number, *mixed)
    built = made(TABLE + COLUMN + number + 'unit = "us"\n', *mixed)
    assert [one.digits for one in built.numbers] == ["600"]


def test_a_group_without_records_is_an_error(made):
    text = TABLE + COLUMN + '[[rowgroup]]\ntitle = "Heads"\nwhere = { study = "head" }\n'
    with pytest.raises(ReportError, match=r'\[\[rowgroup\]\] "Heads": no record matches'):
        made(text, ("a", "latency", (1.0,), "ms", {"study": "heads"}))


def test_pivot_columns_cannot_be_ordered_by_a_column(made):
    text = TABLE + '[pivot]\nkey = "n"\norder = "value:l"\n[cell]\nmetric = "latency"\n'
    with pytest.raises(ReportError, match="only rows can be ordered"):
        made(text, ("a", "latency", (1.0,), "ms", {"n": 5}))


@pytest.mark.parametrize("alpha", ["0", "1", "5", "-1", "nan"])
def test_alpha_is_a_probability(made, alpha):
    with pytest.raises(ReportError, match="alpha must be above 0"):
        made(TABLE + RATIO.replace("KIND", "wilcoxon").replace("ALPHA", alpha), *BOTH)


@pytest.mark.parametrize(
    ("value", "rule", "digits"),
    [
        (1e70, "places:1", "1" + "0" * 70 + ".0"),
        (1.5, "places:99", "1.5" + "0" * 98),
        (2e-80, "sig:2", "0." + "0" * 79 + "20"),
    ],
)
def test_numbers_of_any_size_are_written_out(made, value, rule, digits):
    built = made(TABLE + COLUMN.replace("sig:3", rule), ("a", "latency", (value,), "ms"))
    assert [cell.digits for cell in built.grid.cells] == [digits]


FIGURE = """
[figure]
kind = "KIND"
label = "fig:f"
caption = "Growth."
x = { X }
y = { metric = "latency", quantity = "Latency", unit = "ms" }
"""


def test_points_of_a_line_are_sorted_by_x(made):
    text = SOURCE + FIGURE.replace("KIND", "line").replace("X", 'key = "n", quantity = "Length"')
    built = made(
        text, ("a", "latency", (3.0,), "ms", {"n": 300}), ("a", "latency", (2.0,), "ms", {"n": 10})
    )
    assert [(point.x, float(point.y.number)) for point in built.chart.lines[0].points] == [
        (10, 2),
        (300, 3),
    ]


def test_a_metric_on_the_x_axis_has_the_unit_of_the_axis(made):
    text = SOURCE + FIGURE.replace("KIND", "roofline").replace(
        "X", 'key = "module", metric = "size", quantity = "Size", unit = "MB"'
    )
    records = ("a", "latency", (3.0,), "ms"), ("a", "size", (5e6, 7e6, 9e6), "B")
    assert [point.x for point in made(text, *records).chart.lines[0].points] == [7]
    with pytest.raises(ReportError, match="cannot be converted"):
        made(text.replace('"MB"', '"s"'), *records)
    with pytest.raises(ReportError, match="height must be more than 0"):
        made(text.replace("[figure]", "[figure]\nheight = 0"), *records)


def test_records_without_a_group_are_an_error(made):
    text = TABLE + '[[rowgroup]]\ntitle = "Kernel"\nwhere = { study = "kernel" }\n' + COLUMN
    with pytest.raises(
        ReportError, match=r'module = "x", study = "heads" .* are in no \[\[rowgroup\]\]'
    ):
        made(
            text,
            ("k3", "latency", [1.0], "us", {"study": "kernel"}),
            ("x", "latency", [2.0], "us", {"study": "heads"}),
        )


def test_only_median_and_mean_have_an_interval(made):
    with pytest.raises(
        ReportError, match='only the median and the mean have an interval, not "max"'
    ):
        made(TABLE + COLUMN + 'stat = "max"\ninterval = "sd"\n', ("a", "latency", [1.0, 2.0], "us"))
