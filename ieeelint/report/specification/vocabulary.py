"""All keys of a specification, with the type and the meaning of their values.

The same table checks specifications and makes their JSON Schema and documentation.
"""

from __future__ import annotations

from dataclasses import dataclass

# types of values
TEXT, WORDS, FLAG, NUMBER = "text", "words", "flag", "number"
TEXTS, KEYS, WHERE, RENAMES, NAMES, NOTES = "texts", "keys", "where", "renames", "names", "notes"
ORDER, DIGITS, STATE = "order", "digits", "state"


@dataclass(slots=True, frozen=True)
class Name:
    """A key: its ``type`` is one of the above or a block; ``choices`` are those of a text."""

    type: str | Block
    help: str
    choices: tuple[str, ...] = ()
    required: bool = False


Block = dict[str, Name]

STATISTICS = (
    "median",
    "mean",
    "geometric-mean",
    "min",
    "max",
    "p90",
    "p95",
    "p99",
    "only",
)
SUMMARIES = ("mean", "geometric-mean", "median", "rank")
INTERVALS = ("none", "ci95", "ci90", "ci99", "iqr", "sd", "error")
STATES = ("oom", "failed", "timeout", "skipped", "absent")

RATIO: Block = {
    "metric": Name(TEXT, "the metric compared", required=True),
    "of": Name(
        TEXT,
        "the direction of the ratio",
        ("baseline/this", "this/baseline", "percent-change", "difference"),
        required=True,
    ),
}
TEST: Block = {
    "kind": Name(TEXT, "the test", ("mann-whitney", "wilcoxon"), required=True),
    "adjust": Name(
        TEXT, "how p is adjusted for the number of tests in the column", ("holm", "none")
    ),
    "alpha": Name(NUMBER, "the significance level (0.05)"),
    "note": Name(TEXT, "the note for values that do not differ significantly"),
    "stars": Name(FLAG, "stars for p < 0.05, p < 0.01, and p < 0.001 instead of a note"),
}
MEASURE: Block = {
    "metric": Name(TEXT, "the metric"),
    "where": Name(WHERE, "keys that select its records"),
    "unit": Name(TEXT, "the printed unit; values are converted to it; auto: by their size"),
    "stat": Name(TEXT, "the statistic of the repeats; only: all must be equal", STATISTICS),
    "interval": Name(TEXT, "the interval after the value", INTERVALS),
    "interval_style": Name(
        TEXT, "half-width after plus-minus, or both ends", ("half-width", "range")
    ),
    "digits": Name(DIGITS, "rounding: uncertainty, uncertainty-cell, places:N, sig:N or sci:N"),
    "best": Name(TEXT, "which value is the best", ("min", "max", "none")),
    "best_requires": Name(
        TEXT, "mark the best only if it differs significantly from the next", ("test", "nothing")
    ),
    "mark": Name(
        TEXT, "bold for the best, underline for the second best", ("bold", "bold+underline")
    ),
    "within": Name(TEXT, "the cells among which the best is marked", ("column", "rowgroup", "row")),
    "ratio": Name(RATIO, "a ratio to the baseline, from unrounded values"),
    "test": Name(TEST, "a test of each row against its baseline"),
    "note": Name(TEXT, "the note of the header"),
}
BLOCKS: Block = {
    "source": Name(
        {
            "files": Name(
                TEXTS, "result files: globs, relative to the specification", required=True
            ),
            "where": Name(WHERE, "keys that select records, each with a value or a list"),
            "rename": Name(RENAMES, "names in the files -> names in the specification"),
            "repeat": Name(TEXTS, "keys that only distinguish repeats"),
            "ignore": Name(TEXTS, "keys that may vary without an error"),
            "prefer": Name(
                TEXT, "which file to use if several have the same measurement", ("newest",)
            ),
            "adapter": Name(TEXT, "the format of the files, if it is not detected"),
            "best_by": Name(
                {
                    "metric": Name(TEXT, "the metric that decides", required=True),
                    "is": Name(TEXT, "which of its values is the best", ("min", "max"), True),
                },
                "which step of a run to use: that with the best value of a metric, not the last",
            ),
            "decimal": Name(TEXT, "the decimal sign of numbers in text", (".", ",")),
            "empty": Name(
                TEXT, "whether rows of files without a value are in the table", ("keep", "skip")
            ),
        },
        "the result files and the selection of records",
        required=True,
    ),
    "table": Name(
        {
            "label": Name(TEXT, "the label, such as tab:cost", required=True),
            "title": Name(WORDS, "the title, in title case, without a period", required=True),
            "span": Name(TEXT, "the width", ("column", "page", "auto")),
            "align": Name(TEXT, "the alignment of numbers", ("decimal", "right")),
            "legend": Name(FLAG, "a note that explains the marks"),
            "where": Name(WHERE, "keys that select its records, in addition to those of source"),
            "rows": Name(
                {
                    "key": Name(TEXT, "the key whose values are the rows", required=True),
                    "header": Name(WORDS, "the header of the column with the row headers"),
                    "order": Name(
                        ORDER, "file, ascending, descending, value:COLUMN, or a list of key values"
                    ),
                },
                "the rows",
                required=True,
            ),
        },
        "a table",
    ),
    "column": Name(
        {
            "header": Name(
                WORDS, "its header; the unit is at its end, or replaces {unit}", required=True
            ),
            "short": Name(WORDS, "its header if the table is too wide"),
            "group": Name(WORDS, "a header over this and adjacent columns of the same group"),
            **MEASURE,
        },
        "a column; repeat [[column]] for each",
    ),
    "pivot": Name(
        {
            "key": Name(TEXT, "the key whose values are the columns", required=True),
            "header": Name(WORDS, "the header over them; {unit} is the unit of the cells"),
            "order": Name(ORDER, "ascending, descending, file, or a list of key values"),
        },
        "a column for each value of a key",
    ),
    "cell": Name(
        {**MEASURE, "align": Name(TEXT, "the alignment of numbers", ("decimal", "right"))},
        "the content of the cells of a pivot",
    ),
    "summary": Name(
        {
            "header": Name(WORDS, "its header", required=True),
            "of": Name(TEXT, "what it has of the columns of each row", SUMMARIES, True),
            **{name: MEASURE[name] for name in ("digits", "best", "mark", "note")},
        },
        "a last column with the average or the average rank over all columns",
    ),
    "rowsummary": Name(
        {
            "header": Name(WORDS, "its header", required=True),
            "of": Name(TEXT, "what it has of the rows of each column", SUMMARIES, True),
        },
        "a last row with the average of each column, or with its average rank among the columns;"
        " repeat [[rowsummary]] for each",
    ),
    "rowgroup": Name(
        {
            "title": Name(WORDS, "the title above the group", required=True),
            "where": Name(WHERE, "keys that select the records of the group"),
            "baseline": Name(WHERE, "the row that ratios and tests of this group refer to"),
        },
        "a group of rows; repeat [[rowgroup]] for each",
    ),
    "baseline": Name(WHERE, "the row that ratios and tests refer to, by its key"),
    "missing": Name(
        {
            state: Name(STATE, f'the text of cells with the state {state}; "error" rejects them')
            for state in STATES
        },
        "the text of cells without a value",
    ),
    "names": Name(NAMES, "values of keys -> printed text; baseline_suffix is added to baselines"),
    "notes": Name(NOTES, "notes by name; general comes first, without a letter"),
    "number": Name(
        {
            "key": Name(TEXT, "its name, as in \\ieeelintnum{key}", required=True),
            "where": Name(WHERE, "keys that select its records"),
            "baseline": Name(WHERE, "keys that differ in the records of the baseline"),
            **{
                name: MEASURE[name]
                for name in ("metric", "unit", "stat", "digits", "ratio", "interval")
            },
            "of": Name(TEXT, "the minimum or maximum over all selected records", ("min", "max")),
        },
        "a number for the text; repeat [[number]] for each",
    ),
    "figure": Name(
        {
            "kind": Name(
                TEXT, "the kind of plot", ("line", "bar", "scaling", "roofline"), required=True
            ),
            "label": Name(TEXT, "the label, such as fig:growth", required=True),
            "caption": Name(WORDS, "the caption: a sentence, with its period", required=True),
            "series": Name(TEXT, "the key whose values are the lines"),
            "span": Name(TEXT, "the width", ("column", "page")),
            "height": Name(NUMBER, "the height in inches"),
            "x": Name(
                {
                    "key": Name(TEXT, "the key along the axis", required=True),
                    "metric": Name(TEXT, "a metric along the axis instead, such as intensity"),
                    "quantity": Name(WORDS, "the quantity, in words", required=True),
                    "unit": Name(TEXT, "its unit"),
                    "order": Name(ORDER, "the order of categories: file, or a list of key values"),
                    "log": Name(FLAG, "a logarithmic axis"),
                },
                "the horizontal axis",
                required=True,
            ),
            "y": Name(
                {
                    "quantity": Name(WORDS, "the quantity, in words", required=True),
                    "log": Name(FLAG, "a logarithmic axis"),
                    **{
                        name: MEASURE[name]
                        for name in ("metric", "unit", "stat", "interval", "ratio")
                    },
                },
                "the vertical axis",
                required=True,
            ),
            "ceiling": Name(
                {
                    "name": Name(WORDS, "its label", required=True),
                    "peak": Name(NUMBER, "a level in the unit of y"),
                    "slope": Name(NUMBER, "a bandwidth: y over x"),
                },
                "an upper bound, drawn as a line; repeat [[figure.ceiling]] for each",
            ),
        },
        "a figure",
    ),
}
LISTS = (
    "column",
    "rowgroup",
    "rowsummary",
    "number",
    "ceiling",
)  # blocks that are written [[name]]
