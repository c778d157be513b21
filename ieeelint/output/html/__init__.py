"""One self-contained HTML file: the text of the papers, with the findings in the margin.

The file asks for nothing from any other place, and works without JavaScript, which adds the filters
and the keyboard.  The page in ``web/`` shows the same view.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from hashlib import sha256

from ieeelint import __version__
from ieeelint.output import shown_path
from ieeelint.output.full import counted, counted_words
from ieeelint.output.html.cards import Cards
from ieeelint.output.html.filters import rail
from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.output.html.rows import PaperRows, paper_section
from ieeelint.paper.zones import TITLE
from ieeelint.patterns import pattern
from ieeelint.resources import templates
from ieeelint.terminal import Paint
from ieeelint.translation import language, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings

MOST_CARDS = 5000  # of one paper: more would stop a browser
NO_PAPER = -1  # of files that belong to none, because they could not be read


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The file.  Several papers are sections of it."""
    return document(report, documentation=settings["documentation"])


def document(report: Report, number: int | None = None, documentation: str = "") -> str:
    """The whole page; one with a ``number`` asks its server for newer ones."""
    nothing = say("No findings.") if report.papers else say("Nothing was checked.")
    summary = counted(report) or nothing
    return _filled(_title(report), summary, view(report, documentation), number)


def notice(title: str, message: str, number: int) -> str:
    """A page with a number that says why a report is missing."""
    words = [element("h2", escaped(title)), element("p", escaped(message))]
    section = element("section", joined(words), class_="problems")
    main = element("main", section, id="papers")
    return _filled(title, "", _report(joined([rail([], [], []), main])), number)


def _filled(title: str, summary: str, content: Markup, number: int | None) -> str:
    """The template with its style and its script."""
    style, script = _resource("view.css"), _resource("view.js")
    if number is not None:
        script += _resource("follow.js")
    values = {
        "title": escaped(title),
        "style_hash": Markup(_hash(style)),
        "script_hash": Markup(_hash(script)),
        "connect": Markup(" connect-src 'self';" if number is not None else ""),
        "number": escaped(f"{number or 0}"),
        "style": Markup(style),
        "script": Markup(script),
        "summary": escaped(summary),
        "language": escaped({"zh": "zh-CN"}.get(language(), language())),
        "skip": escaped(say("Skip to the paper")),
        "checked": escaped(say("Checked with ieeelint {version}.", version=__version__)),
        "view": content,
    }
    return pattern(r"\{\{(\w+)\}\}").sub(lambda match: values[match[1]], _resource("report.html"))


def view(report: Report, documentation: str = "") -> Markup:
    """The rail with the filters, the files that could not be read, and the papers."""
    by_paper = _by_paper(report)
    shown = [one for findings in by_paper.values() for one in findings]
    numbers = {id(finding): number for number, finding in enumerate(shown, 1)}
    firsts = {
        numbers[id(one)]: remark
        for remark in report.remarks
        for one in remark.related
        if id(one) in numbers
    }
    cards = Cards(numbers, documentation)
    sections, counts = [], []
    for number, checked in enumerate(report.papers):
        here = {numbers[id(one)]: one for one in by_paper.get(number, ())}
        rows = PaperRows(checked.proof, here, firsts, cards)
        first = [one for key, one in here.items() if key not in firsts]
        words = counted_words(first) if len(report.papers) > 1 else ""
        sections.append(paper_section(checked, number + 1, rows, words))
        counts.append(len(first))
    if lost := {numbers[id(one)]: one for one in by_paper.get(NO_PAPER, ())}:
        rows = PaperRows(None, lost, firsts, cards)
        sections.append(element("section", rows.write(), class_="paper"))
    left_out = len(report.findings) - len(shown)
    main = element("main", joined([_problems(report, left_out), *sections]), id="papers")
    return _report(joined([rail(report.papers, counts, shown), main]))


def _report(content: Markup) -> Markup:
    """The element that the script works on; it has the words that the script writes."""
    words = json.dumps(_script_words(), ensure_ascii=False)
    return element("div", content, class_="report", data_words=words)


def _by_paper(report: Report) -> dict[int, list[Finding]]:
    """The findings to show of each paper, by its number; related ones come last."""
    paper_of: dict[str, int] = {}  # by file; of several papers, the first one
    for number, checked in enumerate(report.papers):
        for path in (*checked.files, *checked.other_files):
            paper_of.setdefault(path, number)
    related = [one for remark in report.remarks for one in remark.related]
    by_paper: dict[int, list[Finding]] = {}
    for finding in (*report.remarks, *related):
        findings = by_paper.setdefault(paper_of.get(finding.span.source.path, NO_PAPER), [])
        if len(findings) < MOST_CARDS:
            findings.append(finding)
    return by_paper


def _problems(report: Report, left_out: int) -> Markup:
    """The files that could not be checked, and the number of findings that are not shown."""
    lines = [
        joined([element("b", escaped(shown_path(error.path))), escaped(f": {error.message}")])
        for error in report.unreadable
    ]
    parts = []
    if lines:
        parts.append(element("h2", escaped(say("Not checked"))))
        parts.append(element("ul", joined(element("li", line) for line in lines)))
    if left_out > 0:
        words = say(
            "{number} more findings are not shown. Fix some of these, and check again.",
            number=left_out,
        )
        parts.append(element("p", escaped(words)))
    return element("section", joined(parts), class_="problems") if parts else EMPTY


def _title(report: Report) -> str:
    if len(report.papers) != 1:
        return say("{number} papers", number=len(report.papers))
    proof = report.papers[0].proof
    blocks = proof["blocks"] if proof else []
    titles = [rows[0][0][1] for kind, _, rows, _ in blocks if kind == TITLE]
    words = "".join(text for text, style, *_ in titles[0] if "note" not in style) if titles else ""
    return " ".join(words.split()) or shown_path(report.papers[0].path)


def _script_words() -> dict[str, str]:
    """The words that the script of the page writes."""
    return {
        "none": say("No findings."),
        "one": say("1 location"),
        "all": say("{number} locations", number="{number}"),
        "some": say("{number} of {all} locations", number="{number}", all="{all}"),
        "ended": say("ieeelint open has ended: this report does not follow the draft any more."),
    }


def _resource(name: str) -> str:
    """A file of the report."""
    with open(os.path.join(templates(), "html", name), encoding="utf-8") as file:
        return file.read()


def _hash(content: str) -> str:
    """What allows this content, and no other, to be a style or a script of the file."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
