"""The text and the number of a cell in a draft's table, in any of the forms that authors use."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ieeelint.paper.text import (
    BOLD,
    CITE,
    CODE,
    MATH,
    NOTE,
    OBJECT,
    QUANTITY,
    SUPERSCRIPT,
    UNDERLINE,
)
from ieeelint.report.numbers.units import is_unit, spelling
from ieeelint.report.verify.typed_units import unit_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.paper.zones import Passage

# commands in formulas, and what they print
PRINTS = (
    (r"\upmu", "µ"),
    (r"\mu", "µ"),
    (r"\pm", "±"),
    (r"\times", "×"),
    (r"\lt", "<"),
    (r"\gt", ">"),
    (r"\leq", "≤"),
    (r"\le", "≤"),
    (r"\approx", "≈"),
    (r"\sim", "~"),
    ("+-", "±"),
    (r"\%", "%"),
    (r"\,", ""),
    (r"\;", ""),
    (r"\:", ""),
    (r"\!", ""),
    ("{,}", ","),
    ("~", " "),
)
HIDDEN = re.compile(
    r"\\h?phantom\s*\{[^{}]*\}|[\^_]\s*\{(?:[^{}]|\{[^{}]*\})*\}|[\^_]\s*(?:\\[A-Za-z]+|[^\s{}\\])"
)
SCRIPT = re.compile(r"[\^_]\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[^\s{}\\])")
COMMAND = re.compile(r"\\[A-Za-z]+\s*")
SIGN_NAMES = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau"
    " upsilon phi chi psi omega infty".split()
)
NUMBER = re.compile(
    r"[≈~∼]?\s*(?:(?P<below><(?!\s*-)|>(?=\s*-))\s*)?(?P<digits>-?\d+(?:\.\d+)?|-?\.\d+)"
    r"(?:\s*±\s*(?P<half_below><\s*)?(?P<half>\d*\.?\d+))?"
    r"(?:\s*[\[(]\s*(?P<low>-?\d*\.?\d+)\s*(?:,|to|–)\s*(?P<high>-?\d*\.?\d+)\s*[\])])?"
    r"(?:\((?P<last>\d+)\)|\s*\(\s*(?:±\s*)?(?P<spread>\d*\.\d+)\s*\))?"
    r"(?:\s*[×·x]\s*10e(?P<power>-?\d+)|e(?P<e>[-+]?\d+))?"
    r"\s*(?P<after>%|×|x|[A-Za-zµμ]{1,5}(?:/[a-z]{1,3})?)?"
    r"(?:\s*\(\s*[-+]?\d*\.?\d+\s*(?:%|×|x)?\s*\))?"  # a comparison
    r"\s*[*†‡§¶#↑↓]*"
)
TEN = re.compile(r"[×·x]\s*10\s*\Z")
POWER = re.compile(r"\s*[-−]?\d+\s*")
MINUS = "−"
SPACE = re.compile(r"\\[,;:!]")
TEN_TO = re.compile(r"\{?\s*(\\times|\\cdot|×|·)\s*\}?(\s*10)\s*\^\s*(?:\{\s*([-−]?\d+)\s*\}|(\d))")
RAISED_POWER = re.compile(r"[×·]\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
BRACED = re.compile(r"\(([^()]*)\)(\s*×\s*10e-?\d+)")  # "(1.05 ± 0.02) × 10^6"
SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")  # the whole text: "16 384"
CITED = re.compile(r"\s*\[\d+(?:\s*[,–-]\s*\d+)*\]\s*$")  # a typed citation after a name
DURATION = re.compile(
    r"(?:(?P<h>\d+)\s*h(?:rs?|ours?)?)?\s*(?:(?P<min>\d+)\s*m(?:ins?|inutes?)?)?"
    r"\s*(?:(?P<s>\d+(?:\.\d+)?)\s*s(?:ecs?|econds?)?)?"
)
SECONDS = {"h": 3600, "min": 60, "s": 1}
MACRO = "ieeelintnum"
SIGNS = ("×", "x")  # after a number; a header may have the same sign
NUMBER_CITED = re.compile(r"(?<=\d)\s+\[\d+\]$")  # a citation after a number
THIN = "\u2009\u202f\u200a\u2006\u00a0"


@dataclass(slots=True, eq=False)
class CellContent:
    """A cell: its ``text`` without superscripts and, if it is a number, the parts of the number.

    ``key`` is the key of the macro that prints the number, if there is one. ``unit`` is the unit
    after the number. The number is ``digits`` times ten to the ``power``. ``below`` is a "<"
    before the number, or a ">" before a negative number.
    """

    text: str
    bold: bool = False
    underlined: bool = False
    digits: str = ""
    below: str = ""
    half: str = ""
    half_below: bool = False
    low: str = ""
    high: str = ""
    key: str = ""
    unit: str = ""
    power: int = 0


def cell_content(paper: Paper, passage: Passage) -> CellContent:
    """The content of a cell."""
    text, bold, underlined = printed(paper, passage.start, passage.end)
    plain = " ".join(text.split())
    if key := _key(paper, passage):
        return CellContent(plain, bold, underlined, key=key)
    return number_in(text, bold, underlined) or CellContent(plain, bold, underlined)


@lru_cache(maxsize=20_000)
def number_in(text: str, bold: bool = False, underlined: bool = False) -> CellContent | None:
    """The content of a cell that prints this text, if it is a number."""
    plain = " ".join(text.split())
    if duration := _duration(plain):
        return CellContent(plain, bold, underlined, *duration[:1], unit=duration[1])
    match = NUMBER.fullmatch(
        BRACED.sub(r"\1\2", NUMBER_CITED.sub("", " ".join(normal(text).split())))
    )
    if (
        match is None
        or match["after"]
        and match["after"] not in SIGNS
        and not is_unit(match["after"])
    ):
        return None
    groups = {name: value or "" for name, value in match.groupdict().items()}
    half = groups["half"] or groups["spread"] or _of_last_digits(groups["last"], groups["digits"])
    unit = spelling(groups["after"]) if groups["after"] not in SIGNS else ""
    return CellContent(
        plain,
        bold,
        underlined,
        groups["digits"],
        groups["below"],
        half,
        bool(groups["half_below"]),
        groups["low"],
        groups["high"],
        unit=unit,
        power=int(groups["power"] or groups["e"] or 0),
    )


def _duration(text: str) -> tuple[str, str] | None:
    """The number and the unit of "25m 52s" or "1 h 20 min", in the smaller one of its units."""
    match = DURATION.fullmatch(text)
    if match is None:
        return None
    counts = {unit: match[unit] for unit in SECONDS if match[unit]}
    if len(counts) < 2:
        return None
    smallest = min(counts, key=lambda unit: SECONDS[unit])
    total = sum(Decimal(count) * SECONDS[unit] for unit, count in counts.items())
    return f"{total / SECONDS[smallest]:f}", smallest


def _of_last_digits(last: str, digits: str) -> str:
    """An uncertainty of the last digits as a number: 0.012 for "(12)" after 0.835."""
    if not last:
        return ""
    places = len(digits.partition(".")[2])
    last = last.rjust(places + 1, "0")
    return f"{last[:-places]}.{last[-places:]}" if places else last


def _key(paper: Paper, passage: Passage) -> str:
    """The key of the number that a macro prints in a cell; empty if there is none."""
    for position in range(passage.start, passage.end):
        mark = paper.text.mark_at(position)
        if (
            mark is not None
            and mark.kind == QUANTITY
            and mark.data is not None
            and mark.data.command == MACRO
        ):
            return str(mark.span.text.partition("{")[2].partition("}")[0].strip())
    return ""


def printed(
    paper: Paper, start: int, end: int, shows: Callable[[str], bool] | None = None
) -> tuple[str, bool, bool]:
    """The characters of a range as printed, without superscripts, and whether its first digit is
    bold and underlined.

    With ``shows``, superscripts and subscripts that it accepts are printed on the line.
    """
    raised = [
        (mark.start, mark.end)
        for mark in _over(paper, start, end, SUPERSCRIPT)
        if shows is None or not shows(paper.text.plain[mark.start : mark.end])
    ]
    heavy = [(mark.start, mark.end) for mark in _over(paper, start, end, BOLD)]
    lined = [(mark.start, mark.end) for mark in _over(paper, start, end, UNDERLINE)]
    shown: list[str] = []
    bold: bool | None = None
    underlined = False
    powers = {} if shows else _powers(paper, start, raised)
    for position in range(start, end):
        if position in powers:
            shown.append(powers[position])
        if any(first <= position < last for first, last in raised):
            continue
        character = paper.text.plain[position]
        mark = paper.text.mark_at(position)
        heavy_here = any(first <= position < last for first, last in heavy)
        lined_here = any(first <= position < last for first, last in lined)
        if mark is not None and mark.kind == MATH and mark.data is not None:
            content = mark.data.content
            heavy_here = (
                heavy_here
                or r"\mathbf" in content
                or r"\boldsymbol" in content
                or r"\bm" in content
            )
            lined_here = lined_here or r"\underline" in content or r"\uline" in content
            character = of_formula(content) if shows is None else on_line(content, shows)
        elif mark is not None and mark.kind == QUANTITY and mark.data is not None:
            unit = unit_after(mark.data.unit, 0)
            character = of_formula(mark.data.number) + (f" {unit}" if unit else "")
        elif mark is not None and mark.kind == CODE and mark.span.text.startswith("\\texttt"):
            character = mark.span.text.partition("{")[2].rstrip("}")
        elif mark is not None and mark.kind == OBJECT and isinstance(mark.data, str):
            character = mark.data
        elif character in (NOTE, CITE):
            continue
        if bold is None and any(letter.isdigit() for letter in character):
            bold, underlined = heavy_here, lined_here
        shown.append(character)
    return "".join(shown), bool(bold), underlined


def _powers(paper: Paper, start: int, raised: list[tuple[int, int]]) -> dict[int, str]:
    """The powers of ten among superscripts, as "e22", by their position: those after "× 10"."""
    plain = paper.text.plain
    return {
        first: f"e{plain[first:last].strip().replace(MINUS, '-')}"
        for first, last in raised
        if TEN.search(plain, start, first) and POWER.fullmatch(plain[first:last])
    }


def _over(paper: Paper, start: int, end: int, kind: str) -> list[Mark]:
    """The marks of a kind that cover a range.  Such a mark is rarely longer than a paragraph, so
    looking 60 marks back is enough.
    """
    marks = paper.text.marks
    first = max(0, bisect_left(marks, start, key=lambda mark: mark.start) - 60)
    last = bisect_left(marks, end, key=lambda mark: mark.start)
    return [mark for mark in marks[first:last] if mark.kind == kind and mark.end > start]


def of_formula(content: str) -> str:
    """A short formula as printed, such as a number or a sign, without superscripts and hidden
    parts.
    """
    content = SPACE.sub("", content)
    content = HIDDEN.sub("", TEN_TO.sub(lambda match: f"×10e{match[3] or match[4]}", content))
    for tex, text in PRINTS:
        content = re.sub(
            re.escape(tex) + (r"(?![A-Za-z])" if tex[-1:].isalpha() else ""), text, content
        )
    return COMMAND.sub("", content).replace("{", "").replace("}", "")


def on_line(content: str, shows: Callable[[str], bool]) -> str:
    """A short formula as printed, with the superscripts and subscripts that ``shows`` accepts on
    the line, and with the names of its signs.
    """

    def script(match: re.Match[str]) -> str:
        inner = COMMAND.sub(_sign, match[0].lstrip("^_").strip()).strip("{} ")
        return inner if shows(inner) else ""

    content = SCRIPT.sub(script, content)
    for tex, text in PRINTS:
        content = re.sub(
            re.escape(tex) + (r"(?![A-Za-z])" if tex[-1:].isalpha() else ""), text, content
        )
    return COMMAND.sub(_sign, content).replace("{", "").replace("}", "")


def _sign(command: re.Match[str]) -> str:
    name = command[0].strip().lstrip("\\")
    return name if name.lower().removeprefix("var") in SIGN_NAMES else ""


def normal(text: str) -> str:
    """Text with digits without groups, and with "-" for any minus sign."""
    if SPACED.fullmatch(text.strip()):
        return text.replace(" ", "").strip()
    text = RAISED_POWER.sub(lambda match: f"×10e{match[1].translate(LOWERED)}", text)
    for space in THIN:
        text = re.sub(rf"(?<=\d){space}(?=\d{{3}})", "", text)
    text = re.sub(r"(?<![\d.,])0,(?=\d)", "0.", text)  # no group begins with a zero
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"[−–](?=\s*\.?\d)", "-", text) if not re.search(r"\d\s*–", text) else text
    text = re.sub(r"(?<=e)[−–](?=\d)", "-", text)
    return text.replace("\u00a0", " ").replace("\\,", "").strip()
