"""Random specifications with results, for the test that written tables are read back."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from random import Random

# headers and names with what is hard to read back: the text, and its form in TeX if it has one
HEADERS = (
    ("Accuracy", ""),
    ("AP50", "AP$_{50}$"),
    ("AP75", "AP$_{75}$"),
    ("AP", ""),
    ("F1", "F$_1$"),
    ("R²", "R$^2$"),
    ("Q2", "$Q^2$"),  # no two headers print alike
    ("ΔE", "$\\Delta$E"),
    ("CO₂", "CO$_2$"),
    ("L∞", "L$_\\infty$"),
    ("Top-1 Err.", ""),
    ("Top-5 Err.", ""),
    ("mAP@[.5:.95]", ""),
    ("A & B_c", ""),
    ("100% of #12", ""),  # not 1: cells may print "<1"
    ("GFLOPs", ""),
    ("FLOPs", ""),
    ("#Params", ""),
    ("Speed-Up", ""),
    ("Time to 90%", ""),
    ("N = 3", "$N = 3$"),
    ("Tmax", "$T_{\\mathrm{max}}$"),
    ("x~y^z", ""),
    ("α", "$\\alpha$"),
    ("Größe", ""),
    ("Loss × 100", "Loss $\\times$ 100"),
)
NAMES = (
    ("VGG-16", ""),
    ("VGG-19", ""),
    ("ResNet-50", ""),
    ("A1", "A$_{1}$"),
    ("A2", "A$_{2}$"),
    ("A", ""),
    ("H₂O", "H$_2$O"),
    ("3×3", "$3\\times3$"),
    ("5×5", "$5\\times5$"),
    ("C++", ""),
    ("w/o X (ours)", ""),
    ("Transformer [base]", ""),
    ("EA²", "EA$^2$"),
    ("β-VAE", "$\\beta$-VAE"),
    ("k = 8", ""),
    ("a", ""),
    ("16", ""),
    ("1024", ""),
    ("16384", ""),
    ("Naïve Bayes", ""),
    ("S&P", ""),
    ("p < 0.05", "$p < 0.05$"),
    ("50% off", ""),
)
UNITS = ("", "", "ms", "s", "%", "M", "MiB", "GFLOP", "GFLOP/s", "J")
RULES = (
    "places:0",
    "places:1",
    "places:2",
    "places:3",
    "sig:2",
    "sig:3",
    "sig:4",
    "sci:2",
    "sci:3",
)
INTERVALS = ("none", "none", "ci95", "sd", "iqr")
STATISTICS = {
    "none": ("mean", "median", "min", "max", "p90"),
    "ci95": ("mean", "median"),
    "sd": ("mean",),
    "iqr": ("median",),
}
RATIOS = ("", "", "baseline/this", "this/baseline", "percent-change", "difference")
SUMMARIES = ("", "", "", "", "mean", "median", "rank")


@dataclass
class Report:
    """A specification, and the content of its result file ``LABEL.csv``."""

    label: str
    specification: str
    data: str
    columns: list[str] = field(default_factory=list)


def words(text: str, tex: str) -> str:
    """Words in TOML, with their form in TeX."""
    return f"{{ text = {quoted(text)}, tex = '{tex}' }}" if tex else quoted(text)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def report(random: Random, label: str) -> Report:
    """One random table."""
    keys = [f"r{number}" for number in range(random.randint(2, 6))]
    names = dict(zip(keys, random.sample(NAMES, len(keys))))
    groups = random.choice([[], [], ["G1", "G2"]])
    rows = [(key, group) for group in groups or [""] for key in keys]
    summary = random.choice(SUMMARIES)
    lines = ['baseline = { row = "r0" }'] if random.random() < 0.4 else []
    ratios = RATIOS if lines else ("",)
    lines += ["[source]", f'files = ["{label}.csv"]', "[table]", f'label = "tab:{label}"']
    lines += [f'title = "Random Results {label.upper()}"', 'span = "page"']
    lines += [
        'rows = { key = "row", header = "Row" }',
        f"legend = {random.choice(['true', 'false'])}",
    ]
    records: list[dict[str, object]] = []
    columns: list[str] = []
    if random.random() < 0.25:
        columns = [f"c{number}" for number in range(random.randint(2, 4))]
        header = random.choice(['header = "Size"', 'header = "Time ({unit})"', ""])
        measure = _measure(random, "m", is_ranked=summary == "rank")
        unit = random.choice(UNITS[2:] if "unit" in header else UNITS)
        lines += ["[pivot]", 'key = "col"', header, "[cell]", *measure]
        shown = random.sample(HEADERS, len(columns))
        lines.insert(0, "")
        labels = dict(zip(columns, shown))
        scale = _scale(random)
        for key, group in rows:
            for column in columns:
                records += _records(
                    random, measure, "m", unit, scale, row=key, grp=group, col=column
                )
    else:
        labels = {}
        spanned, group_words = random.random() < 0.3, words(*random.choice(HEADERS))
        for number, (text, tex) in enumerate(random.sample(HEADERS, random.randint(1, 5))):
            metric = f"m{number}"
            measure = _measure(random, metric, is_ranked=summary == "rank")
            if kind := random.choice(ratios):
                measure.append(f'ratio = {{ metric = "{metric}", of = "{kind}" }}')
            elif random.random() < 0.15:
                measure.append('unit = "auto"')
            if ratios is RATIOS and random.random() < 0.2:
                measure.append('test = { kind = "mann-whitney", stars = true }')
            lines += ["[[column]]", f"header = {words(text, tex)}", *measure]
            if spanned and number < 2:
                lines.append(f"group = {group_words}")
            if random.random() < 0.2:
                lines.append(f'short = "S{number}"')
            if random.random() < 0.3:
                lines.append(f'note = "n{random.randint(1, 2)}"')
            unit, scale = "" if summary else random.choice(UNITS), _scale(random)
            for key, group in rows:
                records += _records(random, measure, metric, unit, scale, row=key, grp=group)
    if summary:
        lines += ["[summary]", 'header = "Overall"', f'of = "{summary}"']
        lines += [f'digits = "{random.choice(RULES)}"', f'best = "{random.choice(("min", "max"))}"']
    if random.random() < 0.2:
        average = random.choice(("mean", "geometric-mean", "median"))
        lines += ["[[rowsummary]]", 'header = "Average of rows"', f'of = "{average}"']
    for group in groups:
        lines += ["[[rowgroup]]", f'title = "Group {group}"', f'where = {{ grp = "{group}" }}']
    lines.append("[names]")
    lines += [f"{key} = {words(*name)}" for key, name in {**names, **labels}.items()]
    lines += ["[notes]", 'n1 = "Of the best run."', 'n2 = "On 2 GPUs."']
    return Report(label, "\n".join(lines) + "\n", _csv(records))


def _measure(random: Random, metric: str, *, is_ranked: bool = False) -> list[str]:
    interval = random.choice(INTERVALS)
    lines = [f'metric = "{metric}"', f'interval = "{interval}"']
    if random.random() < 0.3:
        lines.append(f'stat = "{random.choice(STATISTICS[interval])}"')
    lines.append(
        f'digits = "{random.choice(("uncertainty", *RULES) if interval != "none" else RULES)}"'
    )
    if interval != "none" and random.random() < 0.3:
        lines.append('interval_style = "range"')
    if is_ranked or random.random() < 0.6:
        lines.append(f'best = "{random.choice(("min", "max"))}"')
        lines.append(f'mark = "{random.choice(("bold", "bold+underline"))}"')
    return lines


def _scale(random: Random) -> float:
    return 10 ** random.choice([-4, -2, -1, 0, 0, 1, 1, 2, 3, 5]) * random.choice([1, 1, 1, -1])


def _records(random, measure, metric, unit, scale, **keys):
    """The repeats of one cell."""
    if random.random() < 0.06:
        if random.random() < 0.5:
            return []
        status = random.choice(["oom", "failed", "timeout", "skipped"])
        return [{**keys, "metric": metric, "unit": unit, "status": status}]
    middle = scale * random.uniform(0.5, 9.5)
    count = 8 if 'interval = "none"' not in measure else random.choice([1, 3])
    return [
        {
            **keys,
            "metric": metric,
            "unit": unit,
            "repeat": repeat,
            "value": float(f"{middle * (1 + random.gauss(0, 0.02)):.6g}"),
        }
        for repeat in range(count)
    ]


def _csv(records: list[dict[str, object]]) -> str:
    names = ["row", "col", "grp", "metric", "unit", "repeat", "status", "value"]
    names = [name for name in names if any(name in record for record in records)]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue()
