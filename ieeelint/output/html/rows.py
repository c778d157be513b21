"""The rows of one paper: its blocks, and next to each the cards of its findings."""

from __future__ import annotations

from ieeelint.output import shown_path
from ieeelint.output.html.cards import Cards
from ieeelint.output.html.excerpts import clusters, excerpt
from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.output.html.paper_text import PaperText
from ieeelint.output.html.places import Places
from ieeelint.paper.zones import HEADING
from ieeelint.proofs import SUBHEADING
from ieeelint.translation import say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.output.html.paper_text import Marks
    from ieeelint.proofs import Proof
    from ieeelint.results import Checked

    Numbered = tuple[int, Finding]

HEADINGS = (HEADING, SUBHEADING)
# Rows of a part, which a browser lays out together: a card may be below its words only in its part.
FEWEST_ROWS, MOST_ROWS = 12, 30
NO_PROOF: Proof = {"sources": [], "blocks": []}


class PaperRows:
    """The rows of one paper.  ``findings`` are those of the paper, the related ones included, each
    with its number; ``firsts`` has the first finding of each related one, by number.
    """

    def __init__(
        self,
        proof: Proof | None,
        findings: dict[int, Finding],
        firsts: dict[int, Finding],
        cards: Cards,
    ) -> None:
        self.proof = proof or NO_PROOF
        self.findings = findings
        self.firsts = firsts
        self.cards = cards
        self.text = PaperText(findings)
        self.marks: dict[int, Marks] = {}  # by block
        self.of_block: dict[int, list[tuple[tuple[int, ...], int]]] = {}
        self.marked: set[int] = set()
        self.elsewhere: dict[str, list[Numbered]] = {}
        places = Places(self.proof)
        for number, finding in findings.items():
            self._place(number, finding, places)

    def _place(self, number: int, finding: Finding, places: Places) -> None:
        """Decide where a finding is shown."""
        marked = places.marked(finding.span)
        for (block, row, cell, piece), (start, end) in marked:
            marks = self.marks.setdefault(block, {})
            marks.setdefault((row, cell, piece), []).append((start, end, number))
        if marked:
            self.marked.add(number)
            (block, *address), (start, _) = marked[0]
            self.of_block.setdefault(block, []).append(((*address, start), number))
            return
        found = places.block_of(finding)
        if found is not None:
            self.of_block.setdefault(found, []).append(((-1, finding.span.start), number))
        else:
            path = finding.span.source.path
            self.elsewhere.setdefault(path, []).append((number, finding))

    def write(self) -> Markup:
        """All rows: the source before the text, the text, and the other files."""
        root = self.proof["sources"][0][0] if self.proof["sources"] else ""
        parts: list[list[Markup]] = []
        if root and (before := self.elsewhere.pop(root, [])):
            parts.append(self._excerpts(root, before))
        for number, block in enumerate(self.proof["blocks"]):
            here = [finding for _, finding in sorted(self.of_block.get(number, []))]
            rows = len(parts[-1]) if number else MOST_ROWS
            if rows >= MOST_ROWS or rows >= FEWEST_ROWS and block[0] in HEADINGS:
                parts.append([])
            text = self.text.block(block, self.marks.get(number, {}))
            parts[-1].append(self._row(text, here))
        for path, findings in sorted(self.elsewhere.items()):
            parts.append(self._excerpts(path, findings))
        return joined(element("div", joined(rows), class_="part") for rows in parts)

    def _excerpts(self, path: str, findings: list[Numbered]) -> list[Markup]:
        """A heading with the path, and the lines around the findings."""
        title = element("p", escaped(shown_path(path)), class_="block source-path")
        rows = [self._row(title, [])]
        for cluster in clusters(findings):
            self.marked.update(number for number, _ in cluster)
            lines = excerpt(cluster, self.text.mark)
            rows.append(self._row(lines, [number for number, _ in cluster]))
        return rows

    def _row(self, block: Markup, numbers: list[int]) -> Markup:
        """A block with its cards."""
        cards = []
        for number in numbers:
            finding, first = self.findings[number], self.firsts.get(number)
            is_marked = number in self.marked
            cards.append(
                self.cards.card(finding, is_marked)
                if first is None
                else self.cards.also(finding, first, is_marked)
            )
        sheet = element("div", block, class_="sheet")
        margin = element("div", joined(cards), class_="margin") if cards else EMPTY
        return element("div", joined([sheet, margin]), class_="row")


def paper_section(checked: Checked, number: int, rows: PaperRows, counts: str) -> Markup:
    """One paper: its path, what it was checked as, the ``counts`` in words, and the rows."""
    profile, stage = term(checked.profile), term(checked.stage)
    facts = say("{profile} profile, {stage} stage", profile=profile, stage=stage)
    if checked.language != "en":
        facts += say(", language {language}", language=checked.language)
    head = [
        element("h2", escaped(shown_path(checked.path)), id=f"paper-{number}"),
        element("p", escaped(facts), class_="facts"),
        element("p", escaped(counts), class_="counts"),
    ]
    content = joined([element("header", joined(head), class_="paper-head"), rows.write()])
    return element("section", content, class_="paper", aria_labelledby=f"paper-{number}")
