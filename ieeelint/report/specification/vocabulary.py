"""Every name that a specification may use, with the type of its value and what it means.

One table serves the check of a specification, its JSON Schema and its documentation.
"""

from __future__ import annotations

from dataclasses import dataclass

# types of values
TEXT, WORDS, FLAG, NUMBER = "text", "words", "flag", "number"
TEXTS, KEYS, WHERE, RENAMES, NAMES, NOTES = "texts", "keys", "where", "renames", "names", "notes"
ORDER, DIGITS, STATE = "order", "digits", "state"


@dataclass(slots=True, frozen=True)
class Name:
    """A key: ``type`` one of the above or another block's fields, ``choices`` of a text."""

    type: str | Block
    help: str
    choices: tuple[str, ...] = ()
    required: bool = False


Block = dict[str, Name]

STATISTICS = ("median", "mean", "min", "max", "only")
INTERVALS = ("none", "ci95", "ci90", "ci99", "iqr", "sd")
STATES = ("oom", "failed", "timeout", "skipped", "absent")

RATIO: Block = {
    "metric": Name(TEXT, "the metric compared", required=True),
    "of": Name(
        TEXT, "which way", ("baseline/this", "this/baseline", "percent-change"), required=True
    ),
}
TEST: Block = {
    "kind": Name(TEXT, "the test", ("mann-whitney", "wilcoxon"), required=True),
    "adjust": Name(
        TEXT, "how p is adjusted for the number of tests in the column", ("holm", "none")
    ),
    "alpha": Name(NUMBER, "the level below which two are told apart (0.05)"),
    "note": Name(TEXT, "the note of those that are not distinguishable"),
}
MEASURE: Block = {
    "metric": Name(TEXT, "the metric shown"),
    "where": Name(WHERE, "keys that its records have"),
    "unit": Name(TEXT, "the unit printed; what files hold is converted"),
    "stat": Name(TEXT, "how repeats become one value; only: all must be equal", STATISTICS),
    "interval": Name(TEXT, "what is printed beside the value", INTERVALS),
    "interval_style": Name(
        TEXT, "half-width after plus-minus, or both ends", ("half-width", "range")
    ),
    "digits": Name(DIGITS, "uncertainty, uncertainty-cell, places:N or sig:N"),
    "best": Name(TEXT, "which value is marked", ("min", "max", "none")),
    "best_requires": Name(
        TEXT, "mark only what differs significantly from the next", ("test", "nothing")
    ),
    "mark": Name(TEXT, "bold for the best, underline for the second", ("bold", "bold+underline")),
    "within": Name(TEXT, "among which cells the best is sought", ("column", "rowgroup", "row")),
    "ratio": Name(RATIO, "a ratio to the baseline, of unrounded values"),
    "test": Name(TEST, "a test of each row against its baseline"),
    "note": Name(TEXT, "the note of the head"),
}
BLOCKS: Block = {
    "source": Name(
        {
            "files": Name(
                TEXTS, "result files: globs, from the specification's folder", required=True
            ),
            "where": Name(WHERE, "keys that records have: a value, or a list of values"),
            "rename": Name(RENAMES, "names in files -> names here"),
            "repeat": Name(TEXTS, "keys that only number repeats"),
            "ignore": Name(TEXTS, "keys that may vary unseen"),
            "prefer": Name(TEXT, "which file counts where two measured the same", ("newest",)),
            "adapter": Name(TEXT, "the format of the files where their content does not tell"),
        },
        "where the records are",
        required=True,
    ),
    "table": Name(
        {
            "label": Name(TEXT, "the label, such as tab:cost", required=True),
            "title": Name(WORDS, "the title, in title case, without a period", required=True),
            "span": Name(TEXT, "how wide it may be", ("column", "page", "auto")),
            "align": Name(TEXT, "how numbers stand", ("decimal", "right")),
            "legend": Name(FLAG, "a note that explains the marks"),
            "rows": Name(
                {
                    "key": Name(TEXT, "the key whose values are the rows", required=True),
                    "header": Name(WORDS, "the head over them"),
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
                WORDS, "its head; the unit follows it, or stands where {unit} does", required=True
            ),
            "short": Name(WORDS, "its head where the table is too wide"),
            "group": Name(WORDS, "a head over this and its neighbours of the same group"),
            **MEASURE,
        },
        "a column; as many as there are [[column]]",
    ),
    "pivot": Name(
        {
            "key": Name(TEXT, "the key whose values are the columns", required=True),
            "header": Name(WORDS, "the head over them; {unit} is the cells' unit"),
            "order": Name(ORDER, "ascending, descending, file, or a list of key values"),
        },
        "a column for each value of a key",
    ),
    "cell": Name(
        {**MEASURE, "align": Name(TEXT, "how numbers stand", ("decimal", "right"))},
        "what the cells of a pivot show",
    ),
    "rowgroup": Name(
        {
            "title": Name(WORDS, "the line over the group", required=True),
            "where": Name(WHERE, "keys that the group's records have"),
            "baseline": Name(WHERE, "the row that ratios and tests of this group refer to"),
        },
        "a group of rows; as many as there are [[rowgroup]]",
    ),
    "baseline": Name(WHERE, "the row that ratios and tests refer to: its key"),
    "missing": Name(
        {
            state: Name(STATE, f'cells without a value: {state}; "error" refuses them')
            for state in STATES
        },
        "what cells without a value print",
    ),
    "names": Name(
        NAMES, "values of keys -> what is printed; baseline_suffix is added to baselines"
    ),
    "notes": Name(NOTES, "notes by name; general stands first, without a letter"),
    "number": Name(
        {
            "key": Name(TEXT, "its name, as in \\ieeelintnum{key}", required=True),
            "where": Name(WHERE, "keys that its records have"),
            "baseline": Name(WHERE, "what differs in the records a ratio refers to"),
            **{
                name: MEASURE[name]
                for name in ("metric", "unit", "stat", "digits", "ratio", "interval")
            },
            "of": Name(TEXT, "the least or the greatest over all records left", ("min", "max")),
        },
        "a number for the text; as many as there are [[number]]",
    ),
    "figure": Name(
        {
            "kind": Name(
                TEXT, "what is drawn", ("line", "bar", "scaling", "roofline"), required=True
            ),
            "label": Name(TEXT, "the label, such as fig:growth", required=True),
            "caption": Name(WORDS, "the caption: a sentence, with its period", required=True),
            "series": Name(TEXT, "the key whose values are the lines"),
            "span": Name(TEXT, "how wide it is", ("column", "page")),
            "height": Name(NUMBER, "inches"),
            "x": Name(
                {
                    "key": Name(TEXT, "the key along the axis", required=True),
                    "metric": Name(TEXT, "a metric along the axis instead, such as intensity"),
                    "quantity": Name(WORDS, "the axis in words", required=True),
                    "unit": Name(TEXT, "its unit"),
                    "order": Name(ORDER, "of categories: file, or a list of key values"),
                    "log": Name(FLAG, "a logarithmic axis"),
                },
                "the horizontal axis",
                required=True,
            ),
            "y": Name(
                {
                    "quantity": Name(WORDS, "the axis in words", required=True),
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
                    "name": Name(WORDS, "what it is", required=True),
                    "peak": Name(NUMBER, "a level in the unit of y"),
                    "slope": Name(NUMBER, "a bandwidth: y over x"),
                },
                "a line that cannot be passed; as many as there are [[figure.ceiling]]",
            ),
        },
        "a figure",
    ),
}
LISTS = ("column", "rowgroup", "number", "ceiling")  # blocks that are written [[so]]
