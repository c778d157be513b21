"""Rounding and digits as an author would do it by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ieeelint.report.grid import Cell, Value
from ieeelint.report.numbers import digits, rounding
from ieeelint.report.numbers.marks import ranked
from ieeelint.report.numbers.units import UnitError, converted


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        ("2.675", 2, "2.68"),
        ("9.995", 2, "10.00"),
        ("0.9996", 3, "1.000"),
        ("2.5", 0, "2"),
        ("3.5", 0, "4"),
        ("-0.0004", 3, "0.000"),
        ("1234.5", -1, "1230"),
        ("1e3", 1, "1000.0"),
    ],
)
def test_rounding_is_decimal_half_to_even(number, places, shown):
    assert digits.text(Decimal(number), places) == shown


def test_floats_have_the_value_of_their_shortest_text():
    assert digits.text(digits.exact(2.675), 2) == "2.68"  # binary floating point gives 2.67
    assert digits.exact(-0.0) == 0 and not digits.exact(-0.0).is_signed()


@pytest.mark.parametrize(
    ("half", "places"),
    [
        ("0.0123", 3),
        ("0.0354", 3),
        ("0.0355", 2),
        ("0.0949", 2),
        ("0.0951", 2),
        ("0.827", 1),
        ("0.119", 2),
        ("0.3671", 1),
        ("12.3", 0),
        ("123", -1),
        ("960", -2),
    ],
)
def test_an_uncertainty_has_the_digits_of_the_particle_data_group(half, places):
    # 0.0951 is rounded to 0.10, two digits; 0.827 +- 0.119 prints as 0.83 +- 0.12, +- 0.367 as
    # 0.8 +- 0.4
    assert digits.places_of_uncertainty(Decimal(half)) == places


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        ("9.995", 3, "10.0"),
        ("0.9996", 3, "1.00"),
        ("0.01234", 2, "0.012"),
        ("123456", 3, "123000"),
        ("0", 3, "0.00"),
    ],
)
def test_significant_digits_count_after_rounding(number, count, shown):
    value = Decimal(number)
    assert digits.text(value, digits.places_of_significant(value, count)) == shown


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6), st.integers(0, 8))
def test_text_equals_quantized_decimals(number, places):
    expected = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    assert Decimal(digits.text(number, places)) == expected
    assert not digits.text(number, places).startswith("-0.") or expected


def cells(*values: tuple[str, str | None]) -> list[Cell]:
    column = []
    for number, half in values:
        value = Decimal(number)
        low, high = (None, None) if half is None else (value - Decimal(half), value + Decimal(half))
        column.append(Cell("r", "c", value=Value(value, "ms", low, high)))
    return column


def shown(column: list[Cell], rule: str) -> list[str]:
    rounding.write(column, rule)
    return [
        cell.bound
        + cell.digits
        + (f"±{'<' if cell.half_below else ''}{cell.half}" if cell.half else "")
        for cell in column
    ]


def test_a_column_has_one_number_of_decimals_by_its_median_half_width():
    # half-widths 0.0011, 0.012, 0.33: the median gives three decimals
    column = cells(("1.23456", "0.0011"), ("0.5", "0.012"), ("7.25", "0.33"))
    assert shown(column, "uncertainty") == ["1.235±0.001", "0.500±0.012", "7.250±0.330"]


def test_a_cell_may_have_decimals_by_its_half_width():
    assert shown(cells(("1.23456", "0.0011"), ("19.2", "5.8")), "uncertainty-cell") == [
        "1.2346±0.0011",
        "19±6",
    ]


def test_values_and_half_widths_that_round_to_zero_print_as_bounds():
    assert shown(cells(("1.5", "0"), ("0.0000051", None)), "places:3") == ["1.500±<0.001", "<0.001"]


def test_small_negative_values_print_as_bounds():
    column = cells(("-0.0004", None), ("-0.0006", None), ("0.0004", None), ("0", None))
    assert shown(column, "places:3") == [">-0.001", "-0.001", "<0.001", "0.000"]


def test_the_sign_ranks_values_that_round_to_zero():
    column = cells(("0", None), ("-0.0004", None), ("0.0004", None), ("-0.0012", None))
    rounding.write(column, "places:3")
    assert [[cell.bound + cell.digits for cell in rank] for rank in ranked(column, "min")] == [
        ["-0.001"],
        [">-0.001"],
        ["0.000"],
        ["<0.001"],
    ]


def test_values_that_round_to_zero_keep_their_interval():
    column = cells(("0.02", "1.26"), ("-0.02", "1.34"))
    assert shown(column, "places:1") == ["0.0±1.3", "0.0±1.3"]


def test_the_larger_side_of_an_interval_is_printed():
    cell = Cell("r", "c", value=Value(Decimal("10"), "ms", Decimal("9"), Decimal("13")))
    assert shown([cell], "places:0") == ["10±3"]


@pytest.mark.parametrize(
    ("number", "unit", "new_unit", "result"),
    [
        ("1500", "ns", "µs", "1.5"),
        ("3", "s", "ms", "3000"),
        ("1048576", "B", "MiB", "1"),
        ("5.1e6", "", "M", "5.1"),
        ("0.25", "", "%", "25"),
        ("2", "us", "ns", "2000"),
    ],
)
def test_units_are_converted_exactly(number, unit, new_unit, result):
    assert converted(Decimal(number), unit, new_unit) == Decimal(result)


def test_units_of_different_families_cannot_be_converted():
    with pytest.raises(
        UnitError,
        match=(
            r'the value has no unit, so it cannot be converted to "ms"\. Write the unit in the'
            r' result file, as in "latency \(ms\)"'
        ),
    ):
        converted(Decimal(1), "", "ms")
    with pytest.raises(UnitError, match='"ms" cannot be converted to "MiB"'):
        converted(Decimal(1), "ms", "MiB")
    with pytest.raises(UnitError, match='Did you mean "ms"'):
        converted(Decimal(1), "mss", "ms")
