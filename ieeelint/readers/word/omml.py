"""Word's formulas in one line of LaTeX-like notation, so that rules read formulas of both formats
alike.
"""

from __future__ import annotations

from unicodedata import normalize

from ieeelint.ooxml.names import M, W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

DEEPEST = 100  # levels of nesting followed; a hostile file must not exhaust the stack
ACCENTS = {
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u0304": "bar",
    "\u0305": "bar",
    "\u0307": "dot",
    "\u0308": "ddot",
    "\u20d7": "vec",
    "\u0306": "breve",
    "\u030c": "check",
}
OPERATORS = {
    "∑": "\\sum",
    "∏": "\\prod",
    "∫": "\\int",
    "∬": "\\iint",
    "∭": "\\iiint",
    "∮": "\\oint",
    "⋃": "\\bigcup",
    "⋂": "\\bigcap",
}


def linear(math: Element) -> str:
    """The formula in one line, without deleted text: ``\\frac{a}{b}``, ``x_{i}^{2}``,
    ``\\mathrm{max}``.
    """
    return _children(math, 0).strip()


def _children(element: Element, depth: int) -> str:
    return "".join(_written(child, depth) for child in element) if depth < DEEPEST else ""


def _written(element: Element, depth: int) -> str:
    if element.tag in (W + "del", W + "moveFrom", W + "rPr", M + "ctrlPr"):
        return ""
    if element.tag == M + "r":
        return _run(element)
    writer = WRITERS.get(element.tag)
    if writer is not None:
        return writer(element, depth + 1)
    return "" if element.tag.endswith("Pr") else _children(element, depth + 1)


def _part(element: Element, name: str, depth: int) -> str:
    """The content of the child ``name``."""
    child = element.find(M + name)
    return "" if child is None else _children(child, depth)


def _property(element: Element, name: str, default: str) -> str:
    """The value of a property, its ``m:val``; ``default`` when the property is missing."""
    for properties in element:
        if properties.tag.endswith("Pr"):
            child = properties.find(M + name)
            if child is not None:
                return child.get(M + "val", default)
    return default


def _run(run: Element) -> str:
    """The characters of a run; upright words are in a command, as in LaTeX."""
    text = "".join(child.text or "" for child in run if child.tag in (M + "t", W + "t"))
    text = normalize("NFKC", text) if any(letter > "\U0001d3ff" for letter in text) else text
    properties = run.find(M + "rPr")
    if properties is not None and text.strip():
        if properties.find(M + "nor") is not None:
            return f"\\text{{{text}}}"
        style = properties.find(M + "sty")
        if style is not None and style.get(M + "val") == "p" and any(map(str.isalpha, text)):
            return f"\\mathrm{{{text}}}"
    return text


def _fraction(element: Element, depth: int) -> str:
    above, below = _part(element, "num", depth), _part(element, "den", depth)
    if _property(element, "type", "bar") in ("lin", "skw"):
        return f"{above}/{below}"
    command = "binom" if _property(element, "type", "bar") == "noBar" else "frac"
    return f"\\{command}{{{above}}}{{{below}}}"


def _scripts(element: Element, depth: int) -> str:
    """Subscripts and superscripts after the base, or before it."""
    below, above = _part(element, "sub", depth), _part(element, "sup", depth)
    scripts = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    base = _part(element, "e", depth)
    return f"{{}}{scripts}{base}" if element.tag == M + "sPre" else base + scripts


def _root(element: Element, depth: int) -> str:
    degree = _part(element, "deg", depth)
    return f"\\sqrt{f'[{degree}]' if degree else ''}{{{_part(element, 'e', depth)}}}"


def _operator(element: Element, depth: int) -> str:
    sign = _property(element, "chr", "∫")
    below, above = _part(element, "sub", depth), _part(element, "sup", depth)
    limits = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    return f"{OPERATORS.get(sign, sign)}{limits} {_part(element, 'e', depth)}"


def _delimited(element: Element, depth: int) -> str:
    inside = [_children(child, depth) for child in element if child.tag == M + "e"]
    separator = _property(element, "sepChr", "|")
    opening, closing = _property(element, "begChr", "("), _property(element, "endChr", ")")
    return opening + separator.join(inside) + closing


def _function(element: Element, depth: int) -> str:
    return f"{_part(element, 'fName', depth)} {_part(element, 'e', depth)}"


def _limit(element: Element, depth: int) -> str:
    mark = "_" if element.tag == M + "limLow" else "^"
    return f"{_part(element, 'e', depth)}{mark}{{{_part(element, 'lim', depth)}}}"


def _accent(element: Element, depth: int) -> str:
    command = ACCENTS.get(_property(element, "chr", "\u0302"), "hat")
    return f"\\{command}{{{_part(element, 'e', depth)}}}"


def _bar(element: Element, depth: int) -> str:
    command = "overline" if _property(element, "pos", "bot") == "top" else "underline"
    return f"\\{command}{{{_part(element, 'e', depth)}}}"


def _matrix(element: Element, depth: int) -> str:
    rows = [
        " & ".join(_children(cell, depth) for cell in row if cell.tag == M + "e")
        for row in element
        if row.tag == M + "mr"
    ]
    return "\\begin{matrix}" + " \\\\ ".join(rows) + "\\end{matrix}"


def _lines(element: Element, depth: int) -> str:
    return " \\\\ ".join(_children(child, depth) for child in element if child.tag == M + "e")


WRITERS: dict[str, Callable[[Element, int], str]] = {
    M + "f": _fraction,
    M + "sSup": _scripts,
    M + "sSub": _scripts,
    M + "sSubSup": _scripts,
    M + "sPre": _scripts,
    M + "rad": _root,
    M + "nary": _operator,
    M + "d": _delimited,
    M + "func": _function,
    M + "limLow": _limit,
    M + "limUpp": _limit,
    M + "acc": _accent,
    M + "bar": _bar,
    M + "m": _matrix,
    M + "eqArr": _lines,
}
