"""The rail next to the papers: the papers, counts, and filters."""

from __future__ import annotations

from collections import Counter

from ieeelint.output import shown_path
from ieeelint.output.html.cards import FIXES, fixability
from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.severities import SEVERITIES
from ieeelint.translation import say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Checked

SEVERITY_NAMES = {"error": "Errors", "warning": "Warnings", "info": "Info"}


def rail(papers: list[Checked], counts: list[int], findings: list[Finding]) -> Markup:
    """The whole rail; ``counts`` are the findings of each paper."""
    parts = [
        element("p", EMPTY, class_="status", role="status"),
        element(
            "div",
            joined([_step("previous", say("Previous")), _step("next", say("Next"))]),
            class_="steps",
        ),
    ]
    severities = Counter(finding.severity for finding in findings)
    parts.append(
        _group(
            say("Severity"),
            "severity",
            [(name, term(SEVERITY_NAMES[name]), severities[name]) for name in SEVERITIES],
        )
    )
    fixes = Counter(map(fixability, findings))
    kinds = [(key, term(name), fixes[key]) for key, name in FIXES.items()]
    parts.append(_group(say("Fix"), "fix", kinds))
    areas = Counter((finding.rule.area, term(finding.rule.subject)) for finding in findings)
    rows = [(area, subject, number) for (area, subject), number in areas.items()]
    parts.append(_group(say("Area"), "area", sorted(rows, key=lambda row: (-row[2], row[1]))))
    parts.append(element("button", escaped(say("Show all")), type="button", class_="reset"))
    filters = element(
        "details", joined([element("summary", escaped(say("Filter"))), *parts]), open=True
    )
    rail_parts = [_papers(papers, counts)] if len(papers) > 1 else []
    rail_parts.append(filters)
    return element("aside", joined(rail_parts), class_="rail", aria_label=say("Papers and filters"))


def _step(name: str, label: str) -> Markup:
    return element("button", escaped(label), type="button", class_=f"step {name}")


def _group(title: str, name: str, rows: list[tuple[str, str, int]]) -> Markup:
    """Check boxes for the values of one attribute of the cards."""
    boxes = [element("legend", escaped(title))]
    for value, words, number in rows:
        if not number:
            continue
        box = element("input", type="checkbox", checked=True, name=name, value=value)
        count = element("span", escaped(str(number)), class_="count")
        text = element("span", escaped(words), class_=f"name {value}")
        boxes.append(element("label", joined([box, text, count])))
    return element("fieldset", joined(boxes))


def _papers(papers: list[Checked], counts: list[int]) -> Markup:
    """Links to the papers, with their numbers of findings."""
    links = [
        element(
            "li",
            joined(
                [
                    element("a", escaped(shown_path(paper.path)), href=f"#paper-{number}"),
                    element("span", escaped(str(count)), class_="count"),
                ]
            ),
        )
        for number, (paper, count) in enumerate(zip(papers, counts), 1)
    ]
    title = element("h2", escaped(say("Papers")))
    return element("nav", joined([title, element("ul", joined(links))]), aria_label=say("Papers"))
