"""A checked specification with its defaults filled in."""

from __future__ import annotations

from ieeelint.report.records import FAILED, OUT_OF_MEMORY, SKIPPED, TIMEOUT
from ieeelint.report.specification import model as m
from ieeelint.report.words import Words, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ABSENT = "absent"
STATES = {
    OUT_OF_MEMORY: m.Missing(words("OOM"), "Out of memory."),
    FAILED: m.Missing(words("failed"), "The measurement failed."),
    TIMEOUT: m.Missing(words("t/o"), "Stopped at its time limit."),
    SKIPPED: m.Missing(words("n/a"), "Not applicable."),
    ABSENT: m.Missing(words("—", "---"), "Not run."),
}


def filled(data: dict[str, Any], path: str, text: str) -> m.Specification:
    """The specification that checked data stand for."""
    names = {
        key: _words(one) for key, one in data.get("names", {}).items() if key != "baseline_suffix"
    }
    missing = {
        state: _missing(data.get("missing", {}).get(state), default)
        for state, default in STATES.items()
    }
    return m.Specification(
        path,
        text,
        m.Source(**data["source"]),
        table=_table(data) if "table" in data else None,
        figure=_figure(data["figure"], data) if "figure" in data else None,
        baseline=data.get("baseline", {}),
        missing=missing,
        names=names,
        baseline_suffix=_plain(data.get("names", {}).get("baseline_suffix", "")),
        notes={key: _words(one) for key, one in data.get("notes", {}).items()},
        numbers=[_number(one, number, data) for number, one in enumerate(data.get("number", []))],
    )


def _table(data: dict[str, Any]) -> m.Table:
    table = data["table"]
    cell = data.get("cell", {})
    pivot = data.get("pivot")
    return m.Table(
        table["label"],
        _words(table["title"]),
        _axis(table["rows"], ("table", "rows"), "file"),
        columns=[_column(one, number, data) for number, one in enumerate(data.get("column", []))],
        pivot=_axis(pivot, ("pivot",), "ascending") if pivot else None,
        cell=(
            _measure({key: one for key, one in cell.items() if key != "align"}, ("cell",), data)
            if pivot
            else None
        ),
        groups=[
            m.RowGroup(_words(one["title"]), one.get("where", {}), one.get("baseline", {}))
            for one in data.get("rowgroup", [])
        ],
        span=table.get("span", "column"),
        align=table.get("align", cell.get("align", "decimal")),
        legend=table.get("legend", False),
    )


def _column(column: dict[str, Any], number: int, data: dict[str, Any]) -> m.ColumnOf:
    measure = _measure(column, ("column", number), data)
    return m.ColumnOf(
        _words(column["header"]),
        measure,
        _words(column.get("short", "")),
        _words(column.get("group", "")),
    )


def _axis(axis: dict[str, Any], path: tuple[str | int, ...], order: str) -> m.Axis:
    header = axis.get("header", axis["key"] if path[0] == "table" else "")
    return m.Axis(axis["key"], _words(header), axis.get("order", order), path)


def _measure(given: dict[str, Any], path: tuple[str | int, ...], data: dict[str, Any]) -> m.Measure:
    """A measure; its metric is the one of the source's ``where`` if it names none."""
    ratio = m.Ratio(**given["ratio"]) if "ratio" in given else None
    only = data["source"].get("where", {}).get("metric", "")
    if isinstance(only, list):
        only = only[0] if len(only) == 1 else ""
    interval = given.get("interval", "none")
    level = float(interval[2:]) / 100 if interval.startswith("ci") else 0.95
    return m.Measure(
        path,
        metric=given.get("metric") or (ratio.metric if ratio else only),
        where=given.get("where", {}),
        unit=given.get("unit", ""),
        stat=given.get("stat", "median"),
        interval="ci" if interval.startswith("ci") else interval,
        level=level,
        range=given.get("interval_style") == "range",
        digits=given.get("digits", "uncertainty" if interval != "none" else "sig:3"),
        best=given.get("best", "none"),
        best_requires_test=given.get("best_requires") == "test",
        second=given.get("mark") == "bold+underline",
        within=given.get("within", "column"),
        ratio=ratio,
        test=m.Test(**given["test"]) if "test" in given else None,
        note=given.get("note", ""),
    )


def _number(number: dict[str, Any], index: int, data: dict[str, Any]) -> m.NumberOf:
    return m.NumberOf(
        number["key"],
        _measure(number, ("number", index), data),
        number.get("baseline", {}),
        number.get("of", ""),
    )


def _figure(figure: dict[str, Any], data: dict[str, Any]) -> m.Figure:
    x, y = figure["x"], figure["y"]
    return m.Figure(
        figure["kind"],
        figure["label"],
        _words(figure["caption"]),
        m.Axis(x["key"], _words(x["quantity"]), x.get("order", "file"), ("figure", "x")),
        x.get("unit", ""),
        x.get("metric", ""),
        x.get("log", figure["kind"] in ("scaling", "roofline")),
        _words(y["quantity"]),
        y.get("log", figure["kind"] in ("scaling", "roofline")),
        _measure({"unit": y.get("unit", ""), **y}, ("figure", "y"), data),
        series=figure.get("series", ""),
        span=figure.get("span", "column"),
        height=figure.get("height"),
        ceilings=[
            m.CeilingOf(_words(one["name"]), one.get("peak"), one.get("slope"))
            for one in figure.get("ceiling", [])
        ],
    )


def _missing(given: Any, default: m.Missing) -> m.Missing:
    if given is None:
        return default
    if given == "error":
        return m.Missing((), refused=True)
    note = given.get("note", "") if isinstance(given, dict) else ""
    shown = _words(
        {key: one for key, one in given.items() if key != "note"}
        if isinstance(given, dict)
        else given
    )
    return m.Missing(words("—", "---") if shown == words("---") else shown, note)


def _words(given: str | dict[str, str]) -> Words:
    return words(given) if isinstance(given, str) else words(given["text"], given.get("tex"))


def _plain(given: str | dict[str, str]) -> str:
    return given if isinstance(given, str) else given["text"]
