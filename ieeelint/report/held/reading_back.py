"""What the cells of a draft's table say, however their authors write numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ieeelint.paper.text import BOLD, CITE, MATH, NOTE, QUANTITY, SUPERSCRIPT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper, Passage
    from ieeelint.paper.text import Mark

# what formulas hold that prints as something else
PRINTS = (
    (r"\pm", "±"), (r"\times", "×"), (r"\lt", "<"), (r"\leq", "≤"), (r"\le", "≤"), (r"\approx", "≈"), (r"\sim", "~"),
    ("+-", "±"), (r"\%", "%"), (r"\,", ""), (r"\;", ""), (r"\:", ""), (r"\!", ""), ("{,}", ","), ("~", " "),
)  # fmt: skip
HIDDEN = re.compile(r"\\h?phantom\s*\{[^{}]*\}|[\^_]\s*\{(?:[^{}]|\{[^{}]*\})*\}|[\^_]\s*(?:\\[A-Za-z]+|[^\s{}\\])")
COMMAND = re.compile(r"\\[A-Za-z]+\s*")
NUMBER = re.compile(
    r"(?P<below><\s*)?(?P<digits>-?\d+(?:\.\d+)?|-?\.\d+)"
    r"(?:\s*±\s*(?P<half_below><\s*)?(?P<half>\d*\.?\d+))?"
    r"(?:\s*[\[(]\s*(?P<low>-?\d*\.?\d+)\s*(?:,|to|–)\s*(?P<high>-?\d*\.?\d+)\s*[\])])?"
    r"(?:\((?P<last>\d+)\)|\s*\(\s*(?:±\s*)?(?P<spread>\d*\.\d+)\s*\))?"
    r"\s*(?P<after>%|×|x)?\s*[*†‡§¶#]*"
)
CITED = re.compile(r"\s*\[\d+(?:\s*[,–-]\s*\d+)*\]\s*$")  # a typed citation behind a name
MACRO = "ieeelintnum"
THIN = "\u2009\u202f\u200a\u2006\u00a0"


@dataclass(slots=True, eq=False)
class Reading:
    """A cell as it reads: ``text`` all of it without raised letters; the number in it if it is one.

    ``key`` is that of the macro that prints the number, where one does.
    """

    text: str
    bold: bool = False
    digits: str = ""
    below: bool = False
    half: str = ""
    half_below: bool = False
    low: str = ""
    high: str = ""
    key: str = ""


def reading(paper: Paper, passage: Passage) -> Reading:
    """What a cell says."""
    text, bold = printed(paper, passage.start, passage.end)
    plain = " ".join(text.split())
    if key := _key(paper, passage):
        return Reading(plain, bold, key=key)
    match = NUMBER.fullmatch(" ".join(normal(text).split()))
    if match is None:
        return Reading(plain, bold)
    found = {name: value or "" for name, value in match.groupdict().items()}
    half = found["half"] or found["spread"] or _of_last_places(found["last"], found["digits"])
    return Reading(plain, bold, found["digits"], bool(found["below"]), half, bool(found["half_below"]), found["low"], found["high"])


def _of_last_places(last: str, digits: str) -> str:
    """What "(12)" behind 0.835 stands for: 0.012."""
    if not last:
        return ""
    places = len(digits.partition(".")[2])
    last = last.rjust(places + 1, "0")
    return f"{last[:-places]}.{last[-places:]}" if places else last


def _key(paper: Paper, passage: Passage) -> str:
    """The key of the number that a macro prints in a cell; empty without one."""
    for position in range(passage.start, passage.end):
        mark = paper.text.mark_at(position)
        if mark is not None and mark.kind == QUANTITY and mark.data is not None and mark.data.command == MACRO:
            return str(mark.span.text.partition("{")[2].partition("}")[0].strip())
    return ""


def printed(paper: Paper, start: int, end: int) -> tuple[str, bool]:
    """The characters of a range as printed, raised ones left out, and whether its first digit is bold."""
    raised = [(mark.start, mark.end) for mark in _over(paper, start, end, SUPERSCRIPT)]
    heavy = [(mark.start, mark.end) for mark in _over(paper, start, end, BOLD)]
    shown: list[str] = []
    bold: bool | None = None
    for position in range(start, end):
        if any(first <= position < last for first, last in raised):
            continue
        character = paper.text.plain[position]
        mark = paper.text.mark_at(position)
        heavy_here = any(first <= position < last for first, last in heavy)
        if mark is not None and mark.kind == MATH and mark.data is not None:
            content = mark.data.content
            heavy_here = heavy_here or r"\mathbf" in content or r"\boldsymbol" in content or r"\bm" in content
            character = of_formula(content)
        elif mark is not None and mark.kind == QUANTITY and mark.data is not None:
            character = of_formula(mark.data.number)
        elif character in (NOTE, CITE):
            continue
        if bold is None and any(one.isdigit() for one in character):
            bold = heavy_here
        shown.append(character)
    return "".join(shown), bool(bold)


def _over(paper: Paper, start: int, end: int, kind: str) -> list[Mark]:
    """The running marks of a kind over a range; one rarely exceeds a paragraph, 60 marks back is ample."""
    marks = paper.text.marks
    first = max(0, bisect_left(marks, start, key=lambda mark: mark.start) - 60)
    last = bisect_left(marks, end, key=lambda mark: mark.start)
    return [mark for mark in marks[first:last] if mark.kind == kind and mark.end > start]


def of_formula(content: str) -> str:
    """A short formula as it prints: a number, a sign; raised letters and what is hidden left out."""
    content = HIDDEN.sub("", content)
    for tex, text in PRINTS:
        content = re.sub(re.escape(tex) + (r"(?![A-Za-z])" if tex[-1:].isalpha() else ""), text, content)
    return COMMAND.sub("", content).replace("{", "").replace("}", "")


def normal(text: str) -> str:
    """Digits without their groups, any minus as "-"."""
    for space in THIN:
        text = re.sub(rf"(?<=\d){space}(?=\d{{3}})", "", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"[−–](?=\s*\.?\d)", "-", text) if not re.search(r"\d\s*–", text) else text
    return text.replace("\u00a0", " ").replace("\\,", "").strip()
