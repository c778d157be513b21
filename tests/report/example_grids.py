"""Three finished tables made by hand: eleven modules, a scaling table with missing cells, an
ablation in groups.
"""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.grid import (
    DECIMAL,
    LEFT,
    MISSING,
    TEXT,
    Cell,
    Column,
    Grid,
    Header,
    Note,
    Provenance,
    Row,
    Value,
)
from ieeelint.report.words import Piece, words

MODULES = """\
MHSA 1.050 3.220 0.835±0.012 1.766±0.031 412
Linear 1.050 1.110 0.312±0.006 0.657±0.009 148
Performer 1.050 1.340 0.527±0.007 1.102±0.024 226
Linformer 1.570 1.480 0.401±0.005 0.845±0.009 171
Nyströmformer 1.050 1.410 0.928±0.012 1.947±0.023 232
Axial 1.050 1.250 0.462±0.007 0.983±0.013 205
Window 1.050 1.180 0.360±0.005 0.748±0.012 163
SE 0.033 0.001 0.061±0.001 0.129±0.001 96
ECA <0.001 0.001 *0.048±0.001 *0.101±0.001 *92
CBAM 0.033 0.004 0.213±0.002 0.444±0.009 118
ACmix 1.320 2.070 0.615±0.009 1.284±0.017 318"""
SCALING = """\
MHSA 0.214 0.868 3.50 14.3 OOM^a
Linear _0.185 _0.322 _0.574 _1.05 _2.05
Performer 0.252 0.423 0.779 1.47 2.81
Linformer 0.194 0.324 0.607 1.10 ---^b
Nyströmformer 0.403 0.684 1.24 2.26 4.31
Window *0.168 *0.272 *0.497 *0.962 *1.81
ACmix 0.439 1.81 6.60 30.0 OOM^a"""
GROUPS = """\
# Branches
Both_(baseline) 1.32 0.615±0.005 1.00 1.284±0.012 1.00 318 1.00
Attention_only 1.06 0.472±0.004 1.30 1.011±0.009 1.27 287 0.90
Convolution_only 0.53 0.251±0.002 2.45 0.533±0.005 2.41 144 0.45
# Kernel size
3×3_(baseline) 1.32 0.615±0.005 1.00 1.284±0.012 1.00 318 1.00
5×5 1.49 0.702±0.006 0.88 1.466±0.013 0.88 352 1.11
7×7 1.74 0.829±0.007 0.74 1.741±0.016 0.74 403 1.27
# Heads
4 1.32 0.612±0.005 1.00^b 1.262±0.011 1.02 301 0.95
8_(baseline) 1.32 0.615±0.005 1.00 1.284±0.012 1.00 318 1.00
16 1.32 0.667±0.005 0.92 1.395±0.013 0.92 369 1.16"""


def rows_of(text: str, columns: list[Column]) -> list[Row]:
    """Rows of cells: "*" bold, "_" underlined, "<" below, "±" a half-width, "^" the letters of
    notes.
    """
    rows: list[Row] = []
    grouped = False
    for line in text.splitlines():
        if line.startswith("# "):
            rows.append(Row(title=words(line[2:])))
            grouped = True
            continue
        label, *values = line.split()
        name = label.lower()
        cells = [Cell(name, columns[0].name, TEXT, words=words(label.replace("_", " ")))]
        cells += [cell_of(name, column.name, one) for column, one in zip(columns[1:], values)]
        rows.append(Row(name, cells, indented=grouped))
    return rows


def cell_of(row: str, column: str, text: str) -> Cell:
    """One cell."""
    bold, underline = text.startswith("*"), text.startswith("_")
    shown, _, notes = text.lstrip("*_").partition("^")
    digits, _, half = shown.partition("±")
    if not digits.strip("<-")[:1].isdigit():
        missing = words("—", "---") if digits == "---" else words(digits)
        return Cell(row, column, MISSING, words=missing, notes=notes)
    bare = digits.removeprefix("<")
    return Cell(
        row,
        column,
        digits=bare,
        below=bare != digits,
        half=half,
        bold=bold,
        underline=underline,
        notes=notes,
        value=Value(Decimal(bare)),
    )


def modules() -> Grid:
    """One column wide."""
    columns = [
        Column("module", LEFT, words("Module")),
        Column("parameters", DECIMAL, words("Parameters"), "M"),
        Column("flops", DECIMAL, words("FLOPs"), "G"),
        Column("latency-forward", DECIMAL, words("Latency, Forward"), "ms"),
        Column("latency-backward", DECIMAL, words("Latency, Backward"), "ms"),
        Column("memory", DECIMAL, words("Memory"), "MiB"),
    ]
    header_rows = [
        [
            Header((), 0),
            Header(words("Parameters"), 1, short=words("Params.")),
            Header(words("FLOPs"), 2),
            Header(words("Latency"), 3, 2, "ms", notes="a", ruled=True),
            Header(words("Memory"), 5, notes="b"),
        ],
        [
            Header(words("Module"), 0),
            Header((), 1, unit="M"),
            Header((), 2, unit="G"),
            Header(words("Forward"), 3),
            Header(words("Backward"), 4),
            Header((), 5, unit="MiB"),
        ],
    ]
    notes = [
        Note("a", words("Median of 50 repeats ± half-width of the 95% confidence interval.")),
        Note("b", words("Peak allocated device memory, forward and backward.")),
    ]
    return Grid(
        "tab:cost",
        words("Cost of Eleven Attention Modules on One GPU"),
        columns,
        header_rows,
        rows_of(MODULES, columns),
        notes,
        provenance=Provenance("tables/cost.toml", "0123456789ab", "123456789abc", "23456789abcd"),
    )


def scaling() -> Grid:
    """A pivot with missing cells and second best ones."""
    lengths = ("1024", "2048", "4096", "8192", "16\u2009384")
    columns = [Column("module", LEFT, words("Module"))]
    columns += [
        Column(f"seq-{one}".replace("\u2009", ""), DECIMAL, words(one), "ms") for one in lengths
    ]
    header_rows = [
        [Header((), 0), Header(words("Forward Latency (ms) at Sequence Length"), 1, 5, ruled=True)],
        [
            Header(words("Module"), 0),
            *(Header(words(one), at) for at, one in enumerate(lengths, 1)),
        ],
    ]
    notes = [
        Note("", words("Bold: lowest. Underline: second lowest. Median of 50 repeats.")),
        Note("a", words("Out of memory (141 GB device).")),
        Note("b", words("Not run.")),
    ]
    return Grid(
        "tab:scaling",
        words("Forward Latency as the Sequence Grows"),
        columns,
        header_rows,
        rows_of(SCALING, columns),
        notes,
    )


def groups() -> Grid:
    """As wide as the page, in groups."""
    names = (
        "variant",
        "parameters",
        "forward",
        "forward-speedup",
        "backward",
        "backward-speedup",
        "memory",
        "relative",
    )
    columns = [Column(one, LEFT if one == "variant" else DECIMAL, words(one)) for one in names]
    header_rows = [
        [
            Header((), 0),
            Header(words("Parameters"), 1),
            Header(words("Latency"), 2, 4, notes="a", ruled=True),
            Header(words("Peak Memory"), 6, 2, ruled=True),
        ],
        [
            Header(words("Variant"), 0),
            Header((), 1, unit="M"),
            Header(words("Forward"), 2, unit="ms"),
            Header(words("Speed-Up"), 3),
            Header(words("Backward"), 4, unit="ms"),
            Header(words("Speed-Up"), 5),
            Header((), 6, unit="MiB"),
            Header(words("Relative"), 7),
        ],
    ]
    notes = [
        Note("", words("Speed-up and relative memory are against the baseline of each group.")),
        Note("a", words("Median of 50 repeats ± half-width of the 95% confidence interval.")),
        Note(
            "b",
            (
                Piece("Not distinguishable from the baseline (Mann–Whitney, Holm-adjusted "),
                Piece("p", "$p$", "italic"),
                Piece(" = 0.11)."),
            ),
        ),
    ]
    return Grid(
        "tab:acmix",
        words("Ablation of ACmix"),
        columns,
        header_rows,
        rows_of(GROUPS, columns),
        notes,
        span="page",
    )
