"""Figures as IEEE prints them: their size, fonts, grays and bytes, read from the files."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest

from ieeelint.commands.report import _report_other_forms
from ieeelint.report import figures
from ieeelint.report.built import Built
from ieeelint.report.chart import BAR, LINE, ROOFLINE, SCALING, Axis, Ceiling, Chart, Line, Point
from ieeelint.report.figures import style
from ieeelint.report.grid import Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import words

TOP = Path(__file__).resolve().parents[2]


def point(
    x: float | str,
    y: str | None,
    low: str | None = None,
    high: str | None = None,
    state: str = "ok",
) -> Point:
    if y is None:
        return Point(str(x), x, None, state)
    bounds = (None if end is None else Decimal(end) for end in (low, high))
    return Point(str(x), x, Value(Decimal(y), "ms", *bounds, count=50))


def chart(kind: str = LINE, lines: int = 3, *, name: str = "Series", span: str = "column") -> Chart:
    logarithmic = kind in (SCALING, ROOFLINE)
    made = [
        Line(
            f"s{number}",
            words(f"{name} {number}"),
            [
                point(
                    f"Module {x}" if kind == BAR else x,
                    str((number + 1) * x),
                    str((number + 1) * x * 0.9),
                    str((number + 1) * x * 1.2),
                )
                for x in (256, 1024, 4096)
            ],
            exponent=1.0 if kind == SCALING else None,
            exponent_error=0.02 if kind == SCALING else None,
        )
        for number in range(lines)
    ]
    ceilings = (
        [Ceiling(words("Peak"), peak=20_000.0), Ceiling(words("Copy"), slope=8.0)]
        if kind == ROOFLINE
        else []
    )
    y = Axis(words("Latency"), "ms", logarithmic)
    return Chart(
        kind,
        "fig:f",
        words("Latency over tokens."),
        Axis(words("Tokens"), "", logarithmic),
        y,
        made,
        ceilings,
        span,
    )


def page(data: bytes) -> pypdf.PageObject:
    return pypdf.PdfReader(io.BytesIO(data)).pages[0]


@pytest.mark.parametrize("kind", [LINE, BAR, SCALING, ROOFLINE])
@pytest.mark.parametrize(("span", "points"), [("column", 252.0), ("page", 515.52)])
def test_width_fonts_and_labels_of_the_pdf(kind, span, points):
    pdf_page = page(figures.draw(chart(kind, span=span), "pdf"))
    assert float(pdf_page.mediabox.width) == pytest.approx(points, abs=0.01)
    text = " ".join(pdf_page.extract_text().split())
    assert "Latency (ms)" in text and "Tokens" in text
    for font in pdf_page["/Resources"]["/Font"].values():
        font = font.get_object()
        assert font["/Subtype"] != "/Type3"
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()  # TrueType outlines: Type 42
        assert any(
            name.replace(" ", "") in str(inner["/BaseFont"])
            for name in (*style.FAMILY, "DejaVu Serif")
        )


def test_the_png_has_600_dpi():
    data = figures.draw(chart(), "png")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (2100, 1380)


@pytest.mark.thorough
@pytest.mark.parametrize("form", figures.FORMS)
def test_bytes_are_the_same_in_another_process(form, tmp_path):
    program = (
        "import sys; sys.path.insert(0, 'tests/report'); from test_figures import chart; from"
        " ieeelint.report import figures;sys.stdout.buffer.write(figures.draw(chart('scaling', 4),"
        f" '{form}'))"
    )
    outputs = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)}
        ran = subprocess.run(
            [sys.executable, "-c", program],
            cwd=TOP,
            env=environment,
            capture_output=True,
            check=True,
        )
        outputs.add(ran.stdout)
    assert len(outputs) == 1


def test_adjacent_colors_differ_in_gray_and_series_in_marker_and_dash():
    lumas = [style.luma(color) for color in style.COLORS]
    assert min(abs(luma - following) for luma, following in zip(lumas, lumas[1:])) >= 0.12
    assert style.luma("#ffffff") == pytest.approx(1) and style.luma("#ff0000") == pytest.approx(
        0.299
    )
    for looks in (style.COLORS, style.MARKERS, style.DASHES, style.HATCHES):
        assert len({str(look) for look in looks}) == style.MAX_SERIES


def test_missing_points_are_named_in_the_legend():
    made = chart()
    made.lines[1].points[2] = point(4096, None, state="oom")
    made.lines[2].points[2] = point(4096, None, state="absent")
    text = page(figures.draw(made, "pdf")).extract_text()
    assert "out of memory" in text and "no result" in text


def test_fitted_exponents_are_in_the_legend():
    assert "Series 0, 1.00 ± 0.02" in page(figures.draw(chart(SCALING), "pdf")).extract_text()


def test_charts_that_cannot_be_drawn_are_an_error():
    with pytest.raises(ReportError, match="has 9 series, but at most 8 are distinguishable"):
        figures.draw(chart(lines=9), "pdf")
    made = chart(SCALING)
    made.lines[0].points[0] = point(256, "0")
    with pytest.raises(ReportError, match="cannot be on a logarithmic axis"):
        figures.draw(made, "pdf")


@pytest.mark.parametrize("text", ["10% $x$", "A & B", "x_y^2", "\\alpha #1", "{}~<>"])
def test_special_characters_are_drawn_literally(text):
    shown = page(figures.draw(chart(name=text), "pdf")).extract_text()
    assert text in shown
    assert "\\begin{figure}" in figures.caption(chart(name=text), "f")


def test_the_csv_has_the_data_of_the_chart():
    rows = list(csv.DictReader(io.StringIO(figures.data(chart(lines=1)).partition("\n")[2])))
    assert [(row["series"], row["x"], row["y"], row["low"], row["state"]) for row in rows] == [
        ("Series 0", "256", "256", "230.4", "ok"),
        ("Series 0", "1024", "1024", "921.6", "ok"),
        ("Series 0", "4096", "4096", "3686.4", "ok"),
    ]


def test_global_settings_of_matplotlib_are_unchanged():
    import matplotlib

    before = dict(matplotlib.rcParams)
    figures.draw(chart(), "svg")
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize(
    ("forms", "is_reported"), [(["word"], True), (["latex"], False), (["word", "svg"], False)]
)
def test_a_format_that_figures_cannot_have_is_reported(capsys, forms, is_reported):
    _report_other_forms([Built("growth.toml", chart=chart())], forms)
    message = "--to has no format for figures, so they are written as PDF; choose from pdf, svg"
    assert (message in capsys.readouterr().err) == is_reported
