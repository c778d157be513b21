"""The index: one self-contained HTML page with the verdicts, filters, and links to the reports.

The page asks for nothing from any other place, and works without JavaScript, which adds sorting and
the filters.  It is written row by row.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from hashlib import sha256

from ieeelint import __version__
from ieeelint.chair.verdicts import VERDICTS
from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.resources import templates
from ieeelint.rules.areas import AREAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.chair.tables import Row

# Header -> the name of the attribute to sort by, and whether it is a number.
COLUMNS = {
    "No.": ("place", True),
    "Paper": ("title", False),
    "Verdict": ("rank", True),
    "Errors": ("errors", True),
    "Warnings": ("warnings", True),
    "Info": ("infos", True),
    "Areas": ("", False),
    "Letter": ("", False),
}
CLASSES = {"accept": "accept", "fix": "fix-verdict", "look": "look"}
RANKS = {"look": 0, "fix": 1, "accept": 2}
MOST = 20  # suppressed or new findings of a paper that are listed


class Totals:
    """What the page says about all papers: the number of each verdict, and of findings and papers
    of each area.
    """

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.papers: Counter[str] = Counter()
        self.suppressed = self.compared = 0

    def add(self, row: Row) -> None:
        """Count a paper."""
        self.verdicts[row["verdict"]] += 1
        self.suppressed += bool(row["suppressed"])
        self.compared += row["since"] is not None
        for area, counts in row["counts"].items():
            self.findings[area] += sum(counts.values())
            self.papers[area] += 1


def pieces(rows: Iterable[Row], totals: Totals, venue: str) -> Iterator[str]:
    """The page in pieces; ``totals`` has all rows already."""
    style = _resource("html", "view.css") + _resource("chair", "index.css")
    script = _resource("chair", "index.js")
    number = sum(totals.verdicts.values())
    counts = ", ".join(f"{totals.verdicts[verdict]} {verdict}" for verdict in VERDICTS)
    values = {
        "title": escaped(venue or "Submissions"),
        "summary": escaped(f"{plural(number, 'paper')}: {counts}"),
        "style_hash": Markup(_hash(style)),
        "script_hash": Markup(_hash(script)),
        "style": Markup(style),
        "script": Markup(script),
        "version": escaped(__version__),
        "rail": _rail(totals),
        "header": _header(),
    }
    yield _filled(_resource("chair", "index.html"), values)
    for place, row in enumerate(rows, 1):
        yield _row(row, place) + "\n"
    yield _filled(_resource("chair", "index-end.html"), values)


def _filled(text: str, values: dict[str, Markup]) -> str:
    return pattern(r"\{\{(\w+)\}\}").sub(lambda match: values[match[1]], text)


def _header() -> Markup:
    cells = []
    for name, (key, is_number) in COLUMNS.items():
        content = element("button", escaped(name), type="button")
        if not key:
            content = element("span", escaped(name))
        is_amount = is_number and key not in ("place", "rank")
        attributes = {"scope": "col", "data_key": key or None, "data_number": is_number}
        kind = "amount" if is_amount else "letter" if name == "Letter" else None
        cells.append(element("th", content, class_=kind, **attributes))
    return element("tr", joined(cells))


def _rail(totals: Totals) -> Markup:
    """The filters, and the counts by area."""
    areas = sorted(totals.findings, key=lambda area: (-totals.findings[area], area))
    subjects = {area: AREAS[area][0] if area in AREAS else area for area in areas}
    verdicts = [(name, name, CLASSES[name], totals.verdicts[name]) for name in VERDICTS]
    extra = []
    if totals.suppressed:
        extra.append(("suppressed", "Suppressed findings", "", totals.suppressed))
    boxes = [
        element("summary", escaped("Filter")),
        element("input", type="search", aria_label="Search", placeholder="Title, author, reason …"),
        element("p", EMPTY, class_="status", role="status"),
        _group("Verdict", "verdict", verdicts, True),
        _group("With", "with", extra, False) if extra else EMPTY,
        _group(
            "With findings in any of",
            "area",
            [(area, subjects[area], "", totals.papers[area]) for area in areas],
            False,
        ),
        element("button", escaped("Show all"), type="button", class_="reset"),
    ]
    lines = [
        element(
            "tr",
            joined(
                [
                    element("th", escaped(subjects[area]), scope="row"),
                    element("td", escaped(str(totals.findings[area]))),
                ]
            ),
        )
        for area in areas
    ]
    title = element("h2", escaped("Findings by area"))
    table = element("table", joined(lines), class_="totals")
    parts = [
        element("details", joined(boxes), open=True),
        element("section", joined([title, table])) if lines else EMPTY,
    ]
    return element("aside", joined(parts), class_="rail", aria_label="Filters and totals")


def _group(
    title: str, name: str, rows: list[tuple[str, str, str, int]], is_checked: bool
) -> Markup:
    """Check boxes: rows are (value, words, class, number of papers)."""
    boxes = [element("legend", escaped(title))]
    for value, words, kind, number in rows:
        box = element("input", type="checkbox", checked=is_checked, name=name, value=value)
        text = element("span", escaped(words), class_=f"name {kind}".strip())
        count = element("span", escaped(str(number)), class_="count")
        boxes.append(element("label", joined([box, text, count])))
    return element("fieldset", joined(boxes))


def _row(row: Row, place: int) -> Markup:
    verdict = row["verdict"]
    reasons = element("p", escaped("; ".join(row["reasons"])), class_="why")
    words = element("span", escaped(verdict), class_="verdict")
    cells = [
        element("th", escaped(row["id"]), scope="row"),
        element("td", _about(row), class_="about"),
        element("td", joined([words, reasons if row["reasons"] else EMPTY])),
    ]
    for name, key in (("Errors", "errors"), ("Warnings", "warnings"), ("Info", "infos")):
        kind = "amount" if row[key] else "amount zero"
        cells.append(element("td", escaped(str(row[key])), class_=kind, data_name=name))
    amounts = {area: sum(counts.values()) for area, counts in row["counts"].items()}
    ranked = sorted(amounts.items(), key=lambda item: (-item[1], item[0]))
    areas = joined(element("span", escaped(f"{area} {number}")) for area, number in ranked)
    cells.append(element("td", areas, class_="areas"))
    letter = element("a", escaped("letter"), href=row["letter"])
    cells.append(element("td", letter, class_="letter"))
    return element(
        "tr",
        joined(cells),
        class_=CLASSES[verdict],
        data_place=str(place),
        data_title=(row["title"] or row["id"]).lower(),
        data_rank=str(RANKS[verdict]),
        data_verdict=verdict,
        data_areas=" ".join(sorted(amounts)),
        data_suppressed=str(len(row["suppressed"])),
        **{f"data_{key}": str(row[key]) for key in ("errors", "warnings", "infos")},
    )


def _about(row: Row) -> Markup:
    """Title, authors, notes, what is suppressed, and what changed since the last upload."""
    title = escaped(row["title"] or "(no title)")
    parts = [element("a", title, href=row["report"]) if row["report"] else element("b", title)]
    pages = plural(row["pages"], "page") if row["pages"] else ""
    lines = [", ".join(row["authors"]), *filter(None, [pages, "; ".join(row["notes"])])]
    if row["since"] is not None:
        numbers = [f"{len(row['since'][key])} {key}" for key in ("fixed", "remaining", "new")]
        lines.append(f"since the last upload: {', '.join(numbers)}")
    parts += [element("p", escaped(line)) for line in lines if line]
    suppressed = [f"{one['place']}: {one['message']} ({one['code']})" for one in row["suppressed"]]
    parts.append(_details("Suppressed by the author", suppressed))
    if row["since"] is not None:
        parts.append(_details("New since the last upload", row["since"]["new"]))
    return joined(parts)


def _details(title: str, lines: list[str]) -> Markup:
    """A list that opens on a click; nothing without lines."""
    if not lines:
        return EMPTY
    items = [element("li", escaped(line)) for line in lines[:MOST]]
    if len(lines) > MOST:
        items.append(element("li", escaped(f"… and {len(lines) - MOST} more")))
    summary = element("summary", escaped(f"{title} ({len(lines)})"))
    return element("details", joined([summary, element("ul", joined(items))]))


def _resource(folder: str, name: str) -> str:
    with open(os.path.join(templates(), folder, name), encoding="utf-8") as file:
        return file.read()


def _hash(content: str) -> str:
    """What allows this content, and no other, to be a style or a script of the page."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
