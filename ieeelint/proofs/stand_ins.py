"""What a proof shows for each placeholder of the text: formulas, citations, numbers, code."""

from __future__ import annotations

from ieeelint.paper import text as t
from ieeelint.paper.blocks import Equation
from ieeelint.paper.outline import shown
from ieeelint.paper.placeholders import Citation, CrossReference, Math, Quantity
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark

PLACED = frozenset(
    t.PLACEHOLDER_NAMES.values()
)  # styles of pieces that match their source only as a whole
LONGEST = 2000  # characters of code
ARGUMENT = r"\\[a-zA-Z]+\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})*\{(?P<inside>.*)\}"
VERBATIM = r"\\[a-zA-Z]+\*?(?P<edge>[^a-zA-Z{])(?P<inside>.*)(?P=edge)"


class StandIns:
    """The words for the placeholders of one paper."""

    def __init__(self, paper: Paper, numbers: dict[str, int]) -> None:
        self.paper = paper
        self.numbers = numbers  # of the references, by key in lowercase
        self._notes = 0

    def words(self, character: str, mark: Mark | None) -> str:
        """The words to show for a placeholder."""
        if mark is None:
            return "…"
        data = mark.data
        if character == t.NOTE:
            return self._note(mark)
        if self.paper.format == "word":
            return shown(mark.span.source, mark.span.start, mark.span.end)
        if isinstance(data, Math):
            return formula(data.content)
        if isinstance(data, Equation):
            return display(data)
        if isinstance(data, Citation):
            return self._citation(data)
        if isinstance(data, CrossReference):
            return self._number(data)
        if isinstance(data, Quantity):
            return f"{data.number} {unit(data.unit)}".strip()
        if character == t.CODE:
            return code(mark.span.text)
        return "[picture]" if "graphic" in mark.span.text else " "

    def _note(self, mark: Mark) -> str:
        if getattr(mark.data, "command", "") == "thanks":
            return "*"
        self._notes += 1
        return str(self._notes)

    def _citation(self, citation: Citation) -> str:
        found = [self.numbers.get(key.lower()) for key, _ in citation.keys]
        names = [key for key, _ in citation.keys]
        marks = [str(number) if number else f"{key}?" for number, key in zip(found, names)]
        return ", ".join(f"[{mark}]" for mark in marks) or "[?]"

    def _number(self, reference: CrossReference) -> str:
        labels = [self.paper.labels.get(key) for key, _ in reference.keys]
        numbers = [label.number.strip("()") if label is not None else "" for label in labels]
        return ", ".join(number or "?" for number in numbers) or "?"


def formula(tex: str) -> str:
    """A formula on one line; as typed without pylatexenc."""
    from ieeelint.printing import formulas

    return " ".join(formulas.formula(tex).split())


def display(equation: Equation) -> str:
    """A displayed formula: one line for each row, and its numbers."""
    rows = [formula(row) for row in pattern(r"\\\\(?:\[[^\]]*\])?").split(_bare(equation))]
    numbers = " ".join(f"({number})" for number in equation.numbers)
    return "\n".join(row for row in rows if row) + (f"   {numbers}" if numbers else "")


def _bare(equation: Equation) -> str:
    """The content without labels, tags, alignment signs and comments."""
    content = pattern(r"(?<!\\)%[^\n]*\n?").sub("", equation.content)
    content = pattern(r"\\(?:label|tag\*?)\{[^{}]*\}|\\(?:nonumber|notag)\b").sub("", content)
    content = pattern(r"\\(?:begin|end)\{[a-zA-Z]+\*?\}(?:\{[^{}]*\})?").sub(" ", content)
    return pattern(r"(?<!\\)&").sub(" ", content)


def unit(tex: str) -> str:
    """A unit of siunitx; macros without their backslash."""
    return " ".join(pattern(r"\\(?:si|text|mathrm)?\b|[\\{}~]").sub(" ", tex).split())


def code(source: str) -> str:
    """Code without the command around it, shortened."""
    for form in (ARGUMENT, VERBATIM):
        if (match := pattern(f"(?s){form}").fullmatch(source.strip())) is not None:
            source = match["inside"]
            break
    return source if len(source) <= LONGEST else source[:LONGEST] + " …"
