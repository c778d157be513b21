"""Build cells, marks and notes from result files; the expected cells are computed by hand."""

from __future__ import annotations

import json
import textwrap

import pytest

from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads
from ieeelint.report.words import plain

TABLE = """
[source]
files = ["*.jsonl"]
[table]
label = "tab:t"
title = "Title"
rows = { key = "module", header = "Module" }
"""


@pytest.fixture
def made(tmp_path):
    """Build a specification from records given as tuples: keys, metric, values, unit."""

    def make(text: str, *records: tuple, table: str = TABLE):
        lines = []
        for keys, metric, values, unit in records:
            for repeat, value in enumerate(
                values if isinstance(values, (list, tuple)) else [values]
            ):
                row = {**keys, "metric": metric, "unit": unit, "repeat": repeat}
                row |= {"status": value} if isinstance(value, str) else {"value": value}
                lines.append(json.dumps(row))
        (tmp_path / "results.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        return build(loads(table + textwrap.dedent(text), str(tmp_path / "spec.toml")))

    return make


def cells(built) -> dict[str, str]:
    found = {}
    for cell in built.grid.cells:
        text = f"{'*' if cell.bold else ''}{'_' if cell.underline else ''}{'<' if cell.below else ''}{cell.digits}"  # noqa: E501
        text += f"±{cell.half}" if cell.half else ""
        text += f"[{cell.ends[0]}, {cell.ends[1]}]" if cell.ends else ""
        found[f"{cell.row}.{cell.column}"] = (text or plain(cell.words)) + (
            f"^{cell.notes}" if cell.notes else ""
        )
    return found


def notes(built) -> list[str]:
    return [f"{note.letter}: {plain(note.words)}".removeprefix(": ") for note in built.grid.notes]


def latency(module: str, *values: float, unit: str = "us", **keys) -> tuple:
    return ({"module": module, **keys}, "latency", list(values), unit)


COLUMN = """
[[column]]
header = "Latency"
metric = "latency"
unit = "ms"
"""
EIGHT = (600, 610, 620, 630, 640, 650, 660, 670)  # median 635, its 95 % interval 600 to 670


def test_a_median_with_its_interval_in_another_unit(made):
    built = made(
        COLUMN
        + 'interval = "ci95"\ndigits = "uncertainty"\nnote = "n"\n[notes]\nn = "Median of {n} {pm}'
        ' half of {level}."',
        latency("se", *EIGHT),
    )
    # half-width 0.035 ms: 350 is below 355, so two digits, three decimals
    assert cells(built) == {"se.latency": "0.635±0.035"}
    assert notes(built) == ["a: Median of 8 ± half of 95%."]
    assert built.grid.header_rows[0][1].unit == "ms"


def test_too_few_repeats_have_no_interval_and_a_note(made):
    built = made(
        COLUMN + 'interval = "ci95"\ndigits = "places:2"',
        latency("se", 600, 610, 620),
        latency("sk", 700),
    )
    assert cells(built) == {"se.latency": "0.61^a", "sk.latency": "0.70^b"}
    assert notes(built) == [
        "a: 3 repeats only, too few: no interval.",
        "b: One repeat only: no interval.",
    ]


def test_printed_digits_decide_best_and_second_best(made):
    column = COLUMN + 'digits = "places:2"\nbest = "min"\nmark = "bold+underline"'
    built = made(column, latency("a", 121), latency("b", 124), latency("c", 131), latency("d", 152))
    assert cells(built) == {
        "a.latency": "*0.12",
        "b.latency": "*0.12",
        "c.latency": "_0.13",
        "d.latency": "0.15",
    }


def test_a_tied_best_mark_requires_a_significant_difference(made):
    """With three repeats each, no order has p < 0.05 (two-sided), so none is significant; with
    eight repeats it is.
    """
    column = COLUMN + 'digits = "places:3"\nbest = "min"\nbest_requires = "test"\nmark = "bold"\n'
    few = made(column, latency("a", 1, 2, 3), latency("b", 2, 1, 3), latency("c", 4, 5, 6))
    assert cells(few) == {"a.latency": "0.002^a", "b.latency": "0.002^a", "c.latency": "0.005"}
    assert notes(few) == [
        "a: Not distinguishable from the second lowest (Mann–Whitney, p = 0.10); no best is marked."
    ]
    low, high = range(1000, 8001, 1000), range(11000, 18001, 1000)
    many = made(column, latency("a", *low), latency("b", *low), latency("c", *high))
    assert cells(many) == {"a.latency": "*4.500", "b.latency": "*4.500", "c.latency": "14.500"}


def test_no_best_mark_if_all_cells_tie_or_only_one_has_a_value(made):
    column = COLUMN + 'digits = "places:1"\nbest = "min"'
    assert cells(made(column, latency("a", 121), latency("b", 124))) == {
        "a.latency": "0.1",
        "b.latency": "0.1",
    }
    assert (
        cells(made(column, latency("a", 121), ({"module": "b"}, "latency", ["oom"], "us")))[
            "a.latency"
        ]
        == "0.1"
    )


def test_missing_cells_show_their_reason_and_are_never_best(made):
    built = made(
        """
        [pivot]
        key = "tokens"
        header = "Latency ({unit}) at Tokens"
        [cell]
        metric = "latency"
        unit = "ms"
        digits = "sig:3"
        best = "min"
        [missing]
        oom = { text = "OOM", note = "Out of memory (141 GB)." }
        """,
        latency("a", 9995, tokens=1024),
        latency("b", 20000, tokens=1024),
        latency("a", 30000, tokens=16384),
        ({"module": "b", "tokens": 16384}, "latency", ["oom"], "us"),
        latency("c", 20, tokens=1024),
        ({"module": "d", "tokens": 1024}, "latency", ["timeout"], "us"),
    )
    assert cells(built) == {
        "a.tokens-1024": "10.0",
        "a.tokens-16384": "30.0",
        "b.tokens-1024": "20.0",
        "b.tokens-16384": "OOM^a",
        "c.tokens-1024": "*0.0200",
        "c.tokens-16384": "—^b",
        "d.tokens-1024": "t/o^c",
        "d.tokens-16384": "—^b",
    }
    assert notes(built) == [
        "a: Out of memory (141 GB).",
        "b: No result.",
        "c: Stopped at its time limit.",
    ]
    assert plain(built.grid.header_rows[0][1].words) == "Latency (ms) at Tokens"
    assert [plain(header.words) for header in built.grid.header_rows[1]] == [
        "Module",
        "1024",
        "16\u2009384",
    ]


def test_a_header_sets_the_location_of_its_unit(made):
    text = """
        [[column]]
        header = "{unit} of Latency"
        metric = "latency"
        unit = "ms"
        [[column]]
        group = "Time in {unit}"
        header = "All"
        metric = "latency"
        """
    built = made(text, latency("a", 2500), latency("b", 1500))
    upper, lower = (
        [(plain(header.words), header.unit) for header in row] for row in built.grid.header_rows
    )
    assert upper == [("", ""), ("", ""), ("Time in µs", "")]
    assert lower == [("Module", ""), ("ms of Latency", ""), ("All", "")]
    assert [(column.name, column.unit) for column in built.grid.columns[1:]] == [
        ("of-latency", "ms"),
        ("time-in-all", "µs"),
    ]
    with pytest.raises(ReportError, match="its values have no unit"):
        made(
            '[[column]]\nheader = "Steps ({unit})"\nmetric = "steps"\n',
            ({"module": "a"}, "steps", [1, 2], ""),
        )


def test_a_column_without_values_has_the_unit_of_the_others(made):
    failed = {"module": "a", "tokens": 16384}, "latency", ["oom"], "us"
    pivot = '[pivot]\nkey = "tokens"\nheader = "Latency ({unit})"\n[cell]\nmetric = "latency"\n'
    built = made(pivot, latency("a", 2500, tokens=1024), failed)
    assert plain(built.grid.header_rows[0][1].words) == "Latency (µs)"
    with pytest.raises(ReportError, match='has no values. Write the unit: unit = "…"'):
        made(pivot, failed)
    built = made(pivot + 'unit = "s"\n', failed)
    assert plain(built.grid.header_rows[0][1].words) == "Latency (s)"


def test_some_failed_repeats_are_noted(made):
    built = made(
        COLUMN + 'digits = "places:2"',
        ({"module": "a"}, "latency", [600, "failed", 620, "oom"], "us"),
    )
    assert cells(built) == {"a.latency": "0.61^a,b".replace(",", "")}
    assert notes(built) == ["a: 1 of 4 repeats ran out of memory.", "b: 1 of 4 repeats failed."]


GROUPS = """
[[rowgroup]]
title = "Kernel"
where = { study = "kernel" }
baseline = { module = "k3" }
[[column]]
group = "Latency"
header = "Forward"
metric = "latency"
unit = "ms"
digits = "places:3"
[[column]]
group = "Latency"
header = "Speed-Up"
ratio = { metric = "latency", of = "baseline/this" }
digits = "places:2"
test = { kind = "mann-whitney", note = "same" }
[names]
k3 = { tex = '$3\\times3$', text = "3×3" }
baseline_suffix = " (baseline)"
[notes]
same = "Not distinguishable (p = {p})."
"""


def test_ratios_are_of_unrounded_values_against_the_baseline_of_the_group(made):
    built = made(
        GROUPS,
        ({"module": "k3", "study": "kernel"}, "latency", [615, 616, 617], "us"),
        ({"module": "k5", "study": "kernel"}, "latency", [251, 250, 252], "us"),
        ({"module": "k7", "study": "kernel"}, "latency", [614, 616, 618], "us"),
    )
    # 616/251 = 2.4542; Mann-Whitney of 3 and 3: exact p is 0.1 at least, 1 where medians agree;
    # Holm doubles 0.1
    assert cells(built) == {
        "kernel-k3.latency-forward": "0.616",
        "kernel-k3.latency-speed-up": "1.00",
        "kernel-k5.latency-forward": "0.251",
        "kernel-k5.latency-speed-up": "2.45^a",
        "kernel-k7.latency-forward": "0.616",
        "kernel-k7.latency-speed-up": "1.00^b",
    }
    assert notes(built) == [
        "a: Not distinguishable (p = 0.20).",
        "b: Not distinguishable (p = 1.00).",
    ]
    assert plain(built.grid.rows[1].cells[0].words) == "3×3 (baseline)"
    assert [plain(header.words) for header in built.grid.header_rows[0]] == ["", "Latency"]
    assert built.grid.header_rows[1][1].unit == "ms" and built.grid.header_rows[1][2].unit == ""


def test_notes_claim_only_what_the_files_say(made):
    skipped, absent = ({"module": "b"}, "latency", ["skipped"], "us"), latency("c", 1)
    two = COLUMN + '[[column]]\nheader = "Memory"\nmetric = "memory"\n'
    built = made(two, latency("a", 600), skipped, absent, ({"module": "a"}, "memory", 3, "MiB"))
    assert notes(built) == ["a: Not measured.", "b: No result."]
    repeats = ({"module": "a"}, "latency", [600, "skipped", "skipped"], "us")
    assert notes(made(COLUMN, repeats)) == ["a: 2 of 3 repeats were not measured."]
    repeats = ({"module": "a"}, "latency", [600, 610, "skipped"], "us")
    assert notes(made(COLUMN, repeats)) == ["a: 1 of 3 repeats was not measured."]


def test_a_baseline_of_zero_or_without_a_value_gives_no_ratio(made):
    rows = [
        ({"module": m, "study": "kernel"}, "latency", v, "us")
        for m, v in (("k3", [0, 0]), ("k5", [5, 5]))
    ]
    built = made(GROUPS.replace('test = { kind = "mann-whitney", note = "same" }\n', ""), *rows)
    assert cells(built)["kernel-k5.latency-speed-up"] == "0.00"  # 0 / 5
    assert cells(built)["kernel-k3.latency-speed-up"] == "^a"
    assert notes(built) == ["a: No ratio: the value is zero."] or notes(built) == [
        "a: No ratio: the baseline is zero."
    ]
    rows[0] = ({"module": "k3", "study": "kernel"}, "latency", ["oom"], "us")
    built = made(GROUPS.replace('test = { kind = "mann-whitney", note = "same" }\n', ""), *rows)
    assert "No ratio: the baseline ran out of memory." in " ".join(notes(built))
    rows[0] = ({"module": "k3", "study": "kernel"}, "latency", ["skipped"], "us")
    built = made(GROUPS.replace('test = { kind = "mann-whitney", note = "same" }\n', ""), *rows)
    assert "No ratio: the baseline was not measured." in " ".join(notes(built))


CHANGE = COLUMN.replace(
    'unit = "ms"', 'ratio = { metric = "latency", of = "percent-change" }\ndigits = "places:1"'
)


def test_a_negative_baseline_gives_no_percent_change(made):
    """From -10 to -8 is not a decrease of 20%."""
    built = made(
        CHANGE + '[baseline]\nmodule = "a"\n', latency("a", -10), latency("b", -8), latency("c", 5)
    )
    assert cells(built) == {"a.latency": "^a", "b.latency": "^a", "c.latency": "^a"}
    assert notes(built) == ["a: No percent change: the baseline is negative."]


def test_a_number_without_a_value_reports_the_reason(made):
    number = (
        '[[number]]\nkey = "k"\nratio = { metric = "latency", of = "percent-change" }\nwhere = {'
        ' module = "b" }\n'
    )
    with pytest.raises(
        ReportError,
        match=r'"k": no record with a value matches. No percent change: the baseline is negative\.',
    ):
        made(
            number + '[baseline]\nmodule = "a"\n',
            latency("a", -10),
            latency("b", -8),
            table=TABLE.partition("[table]")[0],
        )


def test_a_ratio_without_an_interval_has_a_note_with_the_reason(made):
    text = CHANGE + 'stat = "mean"\ninterval = "sd"\n[baseline]\nmodule = "a"\n'
    once = made(text, latency("a", 10), latency("b", 11, 13))
    assert cells(once) == {"a.latency": "0.0^a", "b.latency": "20.0^b"}
    assert notes(once)[1] == "b: No interval: too few repeats of the baseline."
    # 1 and 9: 5 with a standard deviation of 5.7, which goes below zero
    wide = made(text, latency("a", 1, 9), latency("b", 11, 13))
    assert notes(wide) == ["a: No interval: the divisor may be zero."]


def test_numbers_are_sorted_by_value_in_any_notation(made):
    table = TABLE.replace('key = "module"', 'key = "rate", order = "ascending"')
    built = made(
        COLUMN + 'digits = "places:0"',
        *(({"rate": rate}, "latency", 1000, "us") for rate in (0.1, "1e-3", "warm", 0.01)),
        table=table,
    )
    assert [row.name for row in built.grid.rows] == ["1e-3", "0-01", "0-1", "warm"]


def test_a_baseline_without_records_is_an_error(made):
    with pytest.raises(
        ReportError, match=r'spec.toml: latency: the baseline \(module = "k3"\) has no records'
    ):
        made(GROUPS, ({"module": "k5", "study": "kernel"}, "latency", [251], "us"))


def test_rows_have_the_specified_order(made):
    rows = [latency("b", 3), latency("a", 1), latency("c", 2)]

    def row_names(order: str) -> list[str]:
        table = TABLE.replace('header = "Module" }', f'header = "Module", order = {order} }}')
        return [row.name for row in made(COLUMN, *rows, table=table).grid.rows]

    assert row_names('"file"') == ["b", "a", "c"]
    assert row_names('"ascending"') == ["a", "b", "c"]
    assert row_names('"value:Latency"') == ["a", "c", "b"]
    assert row_names('["c", "b", "a"]') == ["c", "b", "a"]
    with pytest.raises(ReportError, match='the results have "c", but order does not'):
        row_names('["a", "b"]')


def test_a_row_of_the_order_without_records_is_printed_as_not_run(made):
    table = TABLE.replace('header = "Module" }', 'header = "Module", order = ["a", "z"] }')
    built = made(COLUMN, latency("a", 1000), table=table)
    assert cells(built) == {"a.latency": "1.00", "z.latency": "—^a"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[column]]\nheader = "L"\nmetric = "latncy"', "latncy"),
        ('[[column]]\nheader = "L"\nmetric = "latency"\nunit = "MiB"', "cannot be converted"),
        ('[[column]]\nheader = "L"\nmetric = "latency"\nnote = "x"', 'unknown note "x"'),
        (
            '[[column]]\nheader = "L"\nmetric = "latency"\nstat = "only"',
            "all repeats must be equal",
        ),
        (
            '[[column]]\nheader = "L"\nratio = { metric = "latency", of = "baseline/this" }',
            "needs a baseline",
        ),
        ('[[column]]\nheader = "L"\nmetric = "latency"\nwhere = { mode = "fwd" }', "mode"),
    ],
)
def test_mistakes_in_columns_are_reported(made, text, message):
    with pytest.raises(ReportError, match=message):
        made(text, latency("a", 1, 2))


def test_two_series_for_one_cell_are_an_error_with_both_locations(made):
    with pytest.raises(ReportError, match='mode is "backward" here and "forward" at'):
        made(COLUMN, latency("a", 1, mode="forward"), latency("a", 2, mode="backward"))


def test_named_numbers_with_ratios_and_extremes(made):
    built = made(
        COLUMN
        + """
        [[number]]
        key = "gain"
        where = { module = "b" }
        ratio = { metric = "latency", of = "percent-change" }
        baseline = { module = "a" }
        digits = "places:0"
        [[number]]
        key = "worst"
        metric = "latency"
        of = "max"
        unit = "ms"
        digits = "places:2"
        """,
        latency("a", 200),
        latency("b", 134),
        latency("c", 90),
    )
    # (134 - 200) / 200 = -33 %
    assert [(number.key, number.digits, number.value.unit) for number in built.numbers] == [
        ("gain", "-33", "%"),
        ("worst", "0.20", "ms"),
    ]


def test_exponents_of_a_scaling_figure(made):
    built = made(
        """
        [source]
        files = ["*.jsonl"]
        [figure]
        kind = "scaling"
        label = "fig:f"
        caption = "Growth."
        series = "module"
        x = { key = "tokens", quantity = "Tokens" }
        y = { metric = "latency", quantity = "Latency", unit = "ms" }
        """,
        *[latency("square", 3 * n * n, tokens=n) for n in (10, 20, 40)],
        *[latency("line", 5 * n, tokens=n) for n in (10, 20)],
        table="",
    )
    exponents = {line.name: (line.exponent, line.exponent_error) for line in built.chart.lines}
    assert exponents["square"] == (pytest.approx(2), pytest.approx(0, abs=1e-9))
    assert exponents["line"] == (pytest.approx(1), None)
    missing = [point for line in built.chart.lines for point in line.points if point.y is None]
    assert [(point.x, point.state) for point in missing] == [(40.0, "absent")]
