"""The card of a finding: what is wrong, the fix, why, and the clause of IEEE's documents."""

from __future__ import annotations

from ieeelint.output import one_line, shown_place
from ieeelint.output.full import describe
from ieeelint.output.html.excerpts import change, source_line
from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.paper.outline import quotation, shown
from ieeelint.rule_links import on_the_site
from ieeelint.translated import explanation_of, message_of, source_of, summary_of
from ieeelint.translation import say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

SAFE, REVIEW, NO_FIX = "safe", "review", "none"
FIXES = {SAFE: "Safe fix", REVIEW: "Fix to review", NO_FIX: "No fix"}
SEVERITY_NAMES = {"error": "Error", "warning": "Warning", "info": "Info"}
MOST_LINKS = 100  # to related locations
LONGEST = 60  # characters of the words at a related location


def fixability(finding: Finding) -> str:
    """``safe``, ``review``, or ``none``."""
    if finding.fix is None:
        return NO_FIX
    return SAFE if finding.fix.safe else REVIEW


class Cards:
    """Writes the cards of one report; ``numbers`` are those of the findings by identity, and
    ``documentation`` is the address of the rule pages, if they have one.
    """

    def __init__(self, numbers: dict[int, int], documentation: str = "") -> None:
        self.numbers = numbers
        self.documentation = documentation

    def card(self, finding: Finding, is_marked: bool) -> Markup:
        """The card of a finding; with its source line unless the words are marked in the text."""
        meta = [term(SEVERITY_NAMES[finding.severity]), finding.code]
        if finding.fix is not None:
            meta.append(term(FIXES[fixability(finding)]).lower())
        if finding.related:
            meta.append(say("{number} locations", number=len(finding.related) + 1))
        heading = [
            element("span", escaped(one_line(message_of(finding))), class_="message"),
            element("span", escaped(" · ".join(meta)), class_="meta"),
        ]
        body = [] if is_marked else [source_line(finding)]
        body.append(self._fix(finding))
        rule = finding.rule
        body.append(element("p", escaped(summary_of(rule)), class_="summary"))
        body += [
            element("p", escaped(paragraph))
            for paragraph in explanation_of(rule).split("\n\n")
            if paragraph
        ]
        body.append(self._facts(finding))
        if finding.related:
            body.append(self._locations(finding))
        return self._details(finding, "card", heading, body)

    def also(self, finding: Finding, first: Finding, is_marked: bool) -> Markup:
        """The card of a related location, on one line."""
        if finding.fix is not None:
            words = describe(finding.fix.edits[:1], LONGEST).replace(" -> ", " → ")
        else:
            span = finding.span
            words = one_line(shown(span.source, span.start, span.end), LONGEST)
            words = words or one_line(quotation(span), LONGEST)
        heading = [
            element(
                "span", escaped(f"{term(SEVERITY_NAMES[finding.severity])}: "), class_="hidden-text"
            ),
            element("span", escaped(words or finding.code), class_="message"),
            element("span", escaped(finding.code), class_="meta"),
        ]
        body = [] if is_marked else [source_line(finding)]
        body.append(element("p", escaped(one_line(message_of(finding)))))
        body.append(self._fix(finding))
        if id(first) in self.numbers:
            words_of_link = escaped(say("The first of these, with the reason"))
            body.append(element("p", element("a", words_of_link, href=self._link(first))))
        body.append(self._facts(finding, with_source=False))
        return self._details(finding, "card also", heading, body)

    def _details(
        self, finding: Finding, css: str, heading: list[Markup], body: list[Markup]
    ) -> Markup:
        summary = element("summary", joined(heading))
        content = element("div", joined(body), class_="body")
        return element(
            "details",
            joined([summary, content]),
            class_=f"{css} {finding.severity}",
            id=self._link(finding)[1:],
            data_area=finding.rule.area,
            data_severity=finding.severity,
            data_fix=fixability(finding),
        )

    def _link(self, finding: Finding) -> str:
        return f"#f{self.numbers[id(finding)]}"

    def _fix(self, finding: Finding) -> Markup:
        if finding.fix is None:
            return EMPTY
        label = element("span", escaped(term(FIXES[fixability(finding)])), class_="fix-label")
        return element("div", joined([label, change(finding)]), class_="fix")

    def _facts(self, finding: Finding, with_source: bool = True) -> Markup:
        """Where the rule is written, where the finding is, and the name of the rule."""
        rule = finding.rule
        facts = [(say("Source"), source_of(rule))] if with_source else []
        facts.append((say("Location"), shown_place(finding)))
        cells = [(name, escaped(value)) for name, value in facts]
        cells.append((say("Rule"), self._rule(finding)))
        rows = [
            joined([element("dt", escaped(name)), element("dd", value)]) for name, value in cells
        ]
        return element("dl", joined(rows))

    def _rule(self, finding: Finding) -> Markup:
        """The rule, as a link to its page if that has an address."""
        words = escaped(f"{finding.code} {finding.rule.name}")
        page = "" if finding.rule.origin else on_the_site(finding.code, self.documentation)
        return element("a", words, href=page, rel="noreferrer") if page else words

    def _locations(self, finding: Finding) -> Markup:
        """Links to the related locations."""
        links = []
        shown_here = [other for other in finding.related if id(other) in self.numbers]
        for other in shown_here[:MOST_LINKS]:
            span = other.span
            words = one_line(shown(span.source, span.start, span.end), LONGEST)
            words = words or one_line(quotation(span), LONGEST) or shown_place(other)
            links.append(element("li", element("a", escaped(words), href=self._link(other))))
        if len(finding.related) > len(links):
            links.append(
                element(
                    "li", escaped(say("{number} more", number=len(finding.related) - len(links)))
                )
            )
        title = element("p", escaped(say("Also here:")), class_="also-title")
        return joined([title, element("ul", joined(links))])
