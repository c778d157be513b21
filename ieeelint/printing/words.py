"""The TeX of a printed entry as a reader sees it: runs of characters, upright or italic,
and addresses.
"""

from __future__ import annotations

import re

from ieeelint.paper.bibtex_strings import closing
from ieeelint.patterns import pattern
from ieeelint.printing import formulas
from ieeelint.readers.latex.symbols import ACCENTS, SYMBOLS, accented

TOKEN = re.compile(r"\\[A-Za-z]+\*?[ \t]*|\\.|---?|``|''|[{}$~`'%]|[^\\{}$~`'%-]+|-", re.S)
GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau"
        " upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(),
        "αβγδϵζηθικλμνξπρστυϕχψωΓΔΘΛΞΠΣΦΨΩ",
        strict=True,
    )
)
SIGNS = {
    "times": "×",
    "cdot": "·",
    "infty": "∞",
    "pm": "±",
    "leq": "≤",
    "geq": "≥",
    "sim": "∼",
    "approx": "≈",
    "to": "→",
    "ell": "ℓ",
}
MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0"}
ITALIC = ("emph", "textit", "textsl")
ITALIC_FROM_HERE = ("it", "em", "itshape", "sl", "slshape")
DEEPEST = 20  # accents upon accents
FORMULAS = {
    "$": re.compile(r"((?:[^$\\]|\\.)*)\$", re.S),
    "\\(": re.compile(r"((?:[^\\]|\\[^)])*)\\\)", re.S),
}
RICH = re.compile(r"(?<!\\)[\^_]|\\([A-Za-z]+)")
SCRIPTS = {"textsuperscript": formulas.raised, "textsubscript": formulas.lowered}


class Run:
    """Characters with one style; ``link`` for a web address."""

    __slots__ = ("text", "italic", "link")

    def __init__(self, text: str, italic: bool = False, link: bool = False) -> None:
        self.text = text
        self.italic = italic
        self.link = link

    def __repr__(self) -> str:
        return f"Run({self.text!r}, {self.italic}, {self.link})"


def runs(tex: str) -> list[Run]:
    """The runs of an entry, without anything that does not print."""
    tex = pattern(r"\\hskip[^\\]*\\relax\s?").sub(" ", tex)
    found: list[Run] = []
    _read(tex, False, found)
    merged: list[Run] = []
    for run in found:
        if merged and merged[-1].italic == run.italic and not run.link and not merged[-1].link:
            merged[-1].text += run.text
        elif run.text:
            merged.append(run)
    for run in merged:
        run.text = pattern(r"[ \t\r\n]+").sub(" ", run.text)
    return merged


def plain(tex: str) -> str:
    """The text alone, with ordinary spaces."""
    text = "".join(run.text for run in runs(tex))
    return " ".join(text.replace("\u00a0", " ").replace("\u2009", " ").split())


def _read(tex: str, italic: bool, found: list[Run], depth: int = 0) -> None:
    """Read TeX; the end of a group restores the style before it."""
    at = 0
    before: list[bool] = []
    while (match := TOKEN.match(tex, at)) is not None:
        token, at = match.group(), match.end()
        name = token[1:].strip()
        if token == "{":
            before.append(italic)
        elif token == "}":
            italic = before.pop() if before else italic
        elif token in FORMULAS:
            at = _formula(tex, at, token, italic, found)
        elif token[0] != "\\":
            found.append(Run(MARKS.get(token, token), italic))
        elif name in ITALIC_FROM_HERE:
            italic = True
        elif name in ITALIC and tex[at : at + 1] == "{":
            before.append(italic)
            italic = not italic
            at += 1
        else:
            at = _command(name, tex, at, italic, found, depth)


def _formula(tex: str, at: int, opening: str, italic: bool, found: list[Run]) -> int:
    """Read a formula; returns the position after it.  An unclosed one is read as words."""
    closing_sign = "$" if opening == "$" else "\\)"
    match = FORMULAS[opening].match(tex, at) if tex.find(closing_sign, at) >= 0 else None
    if match is None:
        found.append(Run(opening.removeprefix("\\"), italic))
        return at
    inner = match[1]
    if any(one[1] not in GREEK and one[1] not in SIGNS for one in RICH.finditer(inner)):
        found.append(Run(formulas.formula(inner), italic))
    else:
        _read(inner, italic, found)
    return match.end()


def _command(name: str, tex: str, at: int, italic: bool, found: list[Run], depth: int) -> int:
    """Read one command; returns the position after its arguments."""
    if name in ("url", "path", "nolinkurl"):
        words, at = _argument(tex, at)
        found.append(Run(unescaped(words), False, True))
    elif name in ("href", "BIBforeignlanguage", "textcolor"):  # of two arguments the second is seen
        _, at = _argument(tex, at)
    elif name in formulas.HIDDEN:
        _, at = _argument(tex, at)
        found.append(Run(" " if name == "hspace" else "", italic))
    elif name in ACCENTS or name in SCRIPTS or name == "ensuremath":
        words, at = _argument(tex, at)
        letter: list[Run] = []
        if name == "ensuremath":
            words = f"${words}$"
        if depth < DEEPEST:
            _read(words, italic, letter, depth + 1)
        else:
            letter.append(Run(words.strip("\\{}")))
        text = "".join(run.text for run in letter)
        if name in ACCENTS:
            text = accented(name, text) if text else ""
        elif name in SCRIPTS:
            text = SCRIPTS[name](text)
        found.append(Run(text, italic))
    elif name in SYMBOLS:
        found.append(Run(SYMBOLS[name], italic))
    elif name in GREEK or name in SIGNS:
        found.append(Run(GREEK.get(name) or SIGNS[name], italic))
    elif (words_of_it := formulas.symbol(name)) is not None:
        found.append(Run(words_of_it, italic))
    elif name.isalpha() and tex[at : at + 1] != "{":  # an unknown command is shown as it is
        found.append(Run(f"\\{name} ", italic))
    return at  # of any other command what it takes is shown


def unescaped(address: str) -> str:
    """A URL without the backslashes that TeX requires in it."""
    return pattern(r"\\([%#&_~])").sub(r"\1", address)


def _argument(tex: str, at: int) -> tuple[str, int]:
    """A group, a command or one character, and the position after it."""
    while at < len(tex) and tex[at].isspace():
        at += 1
    if tex[at : at + 1] == "{":
        end = closing(tex, at)
        return tex[at + 1 : end - 1], end
    match = re.compile(r"\\[A-Za-z]+|\\.|.", re.S).match(tex, at)
    return (match.group(), match.end()) if match is not None else ("", at)
