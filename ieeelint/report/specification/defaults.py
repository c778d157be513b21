"""Turns checked data into a specification, with default values for missing keys."""

from __future__ import annotations

from ieeelint.report.records import FAILED, OUT_OF_MEMORY, SKIPPED, TIMEOUT
from ieeelint.report.specification import model as m
from ieeelint.report.words import Words, plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.fields import Fields
    from ieeelint.report.records import Key

ABSENT = "absent"
# the notes say only what the files say: why a result is absent, they do not know
STATES = {
    OUT_OF_MEMORY: m.Missing(words("OOM"), "Out of memory."),
    FAILED: m.Missing(words("failed"), "The measurement failed."),
    TIMEOUT: m.Missing(words("t/o"), "Stopped at its time limit."),
    SKIPPED: m.Missing(words("n/a"), "Not measured."),
    ABSENT: m.Missing(words("—", "---"), "No result."),
}


def with_defaults(data: Fields, path: str, text: str) -> m.Specification:
    """The specification with the values of checked data."""
    names, notes, missing = (data.optional(name) for name in ("names", "notes", "missing"))
    return m.Specification(
        path,
        text,
        _source(data.object("source"), _where(data.optional("table"))),
        table=_table(data) if "table" in data else None,
        figure=_figure(data) if "figure" in data else None,
        baseline=_where(data, "baseline"),
        missing={state: _missing(missing, state, default) for state, default in STATES.items()},
        names={key: _words(names, key) for key in names if key != "baseline_suffix"},
        baseline_suffix=plain(_words(names, "baseline_suffix")),
        notes={key: _words(notes, key) for key in notes},
        numbers=[_number(block, at, data) for at, block in enumerate(_blocks(data, "number"))],
    )


def _source(source: Fields, where: m.Where) -> m.Source:
    """The source; ``where`` of the table comes before its own."""
    best = source.optional("best_by")
    return m.Source(
        source.texts("files"),
        {**_where(source), **where},
        _names(source, "rename"),
        source.texts("repeat"),
        source.texts("ignore"),
        source.text("prefer", ""),
        source.text("adapter", ""),
        source.text("empty", "keep"),
        source.text("decimal", ""),
        (best.text("metric"), best.text("is")) if "metric" in best else None,
    )


def _table(data: Fields) -> m.Table:
    table, cell = data.object("table"), data.optional("cell")
    has_pivot = data.has("pivot")
    return m.Table(
        table.text("label"),
        _words(table, "title"),
        _axis(table.object("rows"), ("table", "rows"), "file"),
        columns=[_column(block, at, data) for at, block in enumerate(_blocks(data, "column"))],
        pivot=_axis(data.object("pivot"), ("pivot",), "ascending") if has_pivot else None,
        cell=_measure(cell, ("cell",), data) if has_pivot else None,
        groups=[
            m.RowGroup(_words(block, "title"), _where(block), _where(block, "baseline"))
            for block in _blocks(data, "rowgroup")
        ],
        span=table.text("span", "column"),
        align=table.text("align", cell.text("align", "decimal")),
        legend=table.flag("legend", False),
        summary=_summary(data) if "summary" in data else None,
        row_summaries=[
            m.RowSummary(_words(block, "header"), block.text("of"))
            for block in _blocks(data, "rowsummary")
        ],
    )


def _summary(data: Fields) -> m.Summary:
    block = data.object("summary")
    measure = _measure(block, ("summary",), data)
    measure.metric = ""
    return m.Summary(_words(block, "header"), block.text("of"), measure)


def _column(column: Fields, number: int, data: Fields) -> m.ColumnOf:
    measure = _measure(column, ("column", number), data)
    return m.ColumnOf(
        _words(column, "header"), measure, _words(column, "short"), _words(column, "group")
    )


def _axis(axis: Fields, path: tuple[str | int, ...], order: str) -> m.Axis:
    key = axis.text("key")
    header = _words(axis, "header")
    if "header" not in axis and path[0] == "table":
        header = words(key)
    return m.Axis(key, header, _order(axis, order), path)


def _measure(block: Fields, path: tuple[str | int, ...], data: Fields) -> m.Measure:
    """A measure; without a metric, it has the metric in the source's ``where``."""
    ratio = _ratio(block.object("ratio")) if "ratio" in block else None
    interval = block.text("interval", "none")
    is_ci = interval.startswith("ci")
    return m.Measure(
        path,
        metric=block.text("metric", "") or (ratio.metric if ratio else _only_metric(data)),
        where=_where(block),
        unit=block.text("unit", ""),
        stat=block.text("stat", "median"),
        has_stat="stat" in block,
        has_digits="digits" in block,
        interval="ci" if is_ci else interval,
        level=float(interval[2:]) / 100 if is_ci else 0.95,
        range=block.text("interval_style", "") == "range",
        digits=block.text("digits", "uncertainty" if interval != "none" else "sig:3"),
        best=block.text("best", "none"),
        best_requires_test=block.text("best_requires", "") == "test",
        second=block.text("mark", "") == "bold+underline",
        within=block.text("within", "column"),
        ratio=ratio,
        test=_test(block.object("test")) if "test" in block else None,
        note=block.text("note", ""),
    )


def _only_metric(data: Fields) -> str:
    """The metric in the source's ``where``; empty if there is none, or more than one."""
    metric = _where(data.object("source")).get("metric", "")
    if isinstance(metric, list):
        metric = metric[0] if len(metric) == 1 else ""
    return metric if isinstance(metric, str) else ""


def _ratio(ratio: Fields) -> m.Ratio:
    return m.Ratio(ratio.text("metric"), ratio.text("of"))


def _test(test: Fields) -> m.Test:
    return m.Test(
        test.text("kind"),
        test.text("adjust", "holm"),
        test.number("alpha", 0.05),
        test.text("note", ""),
        test.flag("stars", False),
    )


def _number(number: Fields, index: int, data: Fields) -> m.NumberOf:
    return m.NumberOf(
        number.text("key"),
        _measure(number, ("number", index), data),
        _where(number, "baseline"),
        number.text("of", ""),
    )


def _figure(data: Fields) -> m.Figure:
    figure = data.object("figure")
    x, y = figure.object("x"), figure.object("y")
    kind = figure.text("kind")
    is_logarithmic = kind in ("scaling", "roofline")
    return m.Figure(
        kind,
        figure.text("label"),
        _words(figure, "caption"),
        m.Axis(x.text("key"), _words(x, "quantity"), _order(x, "file"), ("figure", "x")),
        x.text("unit", ""),
        x.text("metric", ""),
        x.flag("log", is_logarithmic),
        _words(y, "quantity"),
        y.flag("log", is_logarithmic),
        _measure(y, ("figure", "y"), data),
        series=figure.text("series", ""),
        span=figure.text("span", "column"),
        height=figure.number("height") if "height" in figure else None,
        ceilings=[
            m.CeilingOf(
                _words(block, "name"),
                block.number("peak") if "peak" in block else None,
                block.number("slope") if "slope" in block else None,
            )
            for block in _blocks(figure, "ceiling")
        ],
    )


def _missing(states: Fields, state: str, default: m.Missing) -> m.Missing:
    """The text of cells with one state."""
    if state not in states:
        return default
    value = states.value(state)
    if value == "error":
        return m.Missing((), refused=True)
    note = states.object(state).text("note", "") if isinstance(value, dict) else ""
    shown = _words(states, state)
    return m.Missing(words("—", "---") if shown == words("---") else shown, note)


def _blocks(fields: Fields, name: str) -> list[Fields]:
    """The blocks that are written [[name]]."""
    return fields.objects(name) if name in fields else []


def _words(fields: Fields, name: str) -> Words:
    """A string, or a string with a form for TeX; empty if it is missing."""
    if isinstance(fields.content.get(name, ""), str):
        return words(fields.text(name, ""))
    both = fields.object(name)
    return words(both.text("text"), both.text("tex") if "tex" in both else None)


def _where(fields: Fields, name: str = "where") -> m.Where:
    """Keys, each with its value or values."""
    where = fields.optional(name)
    return {
        key: where.keys(key) if isinstance(value, list) else where.key(key)
        for key, value in where.content.items()
    }


def _names(fields: Fields, name: str) -> dict[str, str]:
    names = fields.optional(name)
    return {key: names.text(key) for key in names}


def _order(axis: Fields, default: str) -> str | list[Key]:
    if isinstance(axis.content.get("order"), list):
        return axis.keys("order")
    return axis.text("order", default)
