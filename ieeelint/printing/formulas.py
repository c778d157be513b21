"""Formulas and rare symbols of TeX as Unicode text, by pylatexenc: `$O(n^2)$` is O(n²)."""

from __future__ import annotations

import re
from functools import lru_cache

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST = (
    2000  # characters of a formula; a longer one is a mistake in the source, and stays as it is
)
COMMAND = re.compile(r"\\([A-Za-z]+)\*?[ \t]*|\\.", re.S)
SCRIPT = re.compile(r"(?<!\\)((?:\\\\)*)([\^_])\s*")
# The size of a delimiter, which does not print, with a delimiter that does not print, either.
DELIMITER = re.compile(r"\\(?:left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z])[ \t]*\.?")
# Commands that print nothing and take no argument.
SILENT = frozenset(
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits left right middle big Big"
    " bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr rm bf sf tt sc cal normalfont"
    " tiny scriptsize footnotesize small normalsize large Large LARGE huge bfseries mdseries"
    " scshape upshape rmfamily sffamily ttfamily selectfont boldmath unboldmath relax protect"
    " newblock noindent bgroup egroup begingroup endgroup centering raggedright sloppy hfill hfil"
    " unskip ignorespaces allowbreak nobreak linebreak nolinebreak penalty null strut mathstrut"
    " BIBentryALTinterwordspacing BIBentrySTDinterwordspacing".split()
)
SPACES = frozenset(("\\", "par", "newline", "hskip", "hspace", "quad", "qquad"))
# Commands whose argument is not printed.
HIDDEN = frozenset("label index hspace vspace color phantom hphantom vphantom pagecolor".split())
OPERATORS = (
    "arccos arcsin arctan arg cos cosh cot csc deg det dim exp gcd hom inf ker lg lim liminf limsup"
    " ln log max min mod Pr sec sin sinh sup tan tanh argmax argmin bmod"
).split()
PLAIN_FACES = (  # printed as plain letters
    "mathrm mathbf mathit mathsf mathtt mathcal mathscr mathnormal mathfrak boldsymbol bm"
    " operatorname text textrm textup textnormal textbf textsf texttt textsc mbox hbox underline"
    " overline widehat widetilde"
).split()
RAISED = dict(zip("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+−-=()nijkm", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢⱼₖₘ", strict=True))
ABOVE = {"∘": "°", "°": "°", "'": "′", "′": "′", "''": "″", "∗": "*", "*": "*", "†": "†", "‡": "‡"}
LACKING = {
    "ne": "≠",
    "colon": ":",
    "dotsc": "…",
    "dotsm": "⋯",
    "lvert": "|",
    "rvert": "|",
    "SS": "SS",
    "|": "‖",
}
SPACED = "∈∉∋⊂⊆⊃⊇∪∩∖→←↔⇒⇐⇔≤≥⩽⩾≪≫≠≈∼≃≅≡∝⊕⊗∧∨±×"


def formula(tex: str) -> str:
    """The text of a formula without its dollar signs.

    If pylatexenc fails, the source is the text, so no words are lost.
    """
    if len(tex) > LONGEST:
        return tex
    try:
        found = _converted(_prepared(tex))
    except Exception:  # it raises many types on input that is not valid TeX
        return tex
    return _spaced(found)


def raised(text: str) -> str:
    """The text as a superscript."""
    return ABOVE.get(text.strip()) or _script(text, RAISED, "^")


def lowered(text: str) -> str:
    """The text as a subscript."""
    return _script(text, LOWERED, "_")


def symbol(name: str) -> str | None:
    """The text of a command without an argument; None for an unknown command."""
    if name in SILENT:
        return ""
    if name in SPACES:
        return " "
    if name in OPERATORS or name in LACKING:
        return LACKING.get(name, name)
    specification = _known_commands().get_macro_spec(name)
    words = getattr(specification, "simplify_repl", None)
    return words if isinstance(words, str) and "%" not in words else None


def _script(text: str, letters: dict[str, str], sign: str) -> str:
    text = text.strip()
    is_word = pattern(r"[A-Za-z]{2}").search(text) is not None
    if text and not is_word and all(one in letters for one in text):
        return "".join(letters[one] for one in text)
    return f"{sign}{text}" if len(text) < 2 or text.isalnum() else f"{sign}({text})"


def _prepared(tex: str) -> str:
    """The formula with superscripts and subscripts as commands, and without unknown commands."""
    tex = DELIMITER.sub("{}", tex)
    tex = SCRIPT.sub(
        lambda match: match[1] + ("\\raised " if match[2] == "^" else "\\lowered "), tex
    )
    return COMMAND.sub(lambda match: _known(match, tex), tex)


def _known(match: re.Match[str], tex: str) -> str:
    """A known command as it is, or the replacement of an unknown one."""
    name = match[1]
    if name is None:
        return match[0]
    if name in SILENT:
        return " "
    if name in OPERATORS:
        return f"\\operator{{{name}}}"
    if _known_commands().get_macro_spec(name) is not None:
        return match[0]
    # Its argument is shown; without one, its name.
    return "" if tex[match.end() : match.end() + 1] == "{" else f"\\unknown{{{name}}}"


def _spaced(text: str) -> str:
    """The text with even spaces around relations and none inside parentheses."""
    text = pattern(rf"(?<=\S) ?([{SPACED}]) ?(?=\S)").sub(_even, text)
    text = pattern(r"[ \t\r\n]+").sub(" ", text).strip()
    text = pattern(r"(?<=[(\[]) | (?=[)\],.])").sub("", text)
    return pattern(rf"\b({'|'.join(OPERATORS)}) (?=[(^_⁰¹²³⁴-⁹⁻ⁿⁱ₀-₉])").sub(r"\1", text)


def _even(match: re.Match[str]) -> str:
    """The sign with spaces on both sides if it has one on either side."""
    return f" {match[1]} " if " " in match[0] else match[0]


def _converted(tex: str) -> str:
    """The result of pylatexenc."""
    from pylatexenc import latex2text  # type: ignore[import-untyped]

    converter = latex2text.LatexNodes2Text(latex_context=_known_commands(), math_mode="text")
    words: str = converter.latex_to_text(tex, latex_context=_arguments(), tolerant_parsing=True)
    return words


@lru_cache(maxsize=1)
def _arguments() -> Any:
    """The arguments of commands: the table of pylatexenc, with additions."""
    from pylatexenc import latexwalker, macrospec

    counts = dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"), 2)
    counts |= dict.fromkeys((*PLAIN_FACES, "raised", "lowered", "operator", "unknown"), 1)
    macros = [macrospec.std_macro(name, False, count) for name, count in counts.items()]
    table = latexwalker.get_default_latex_context_db()
    table.add_context_category("ieeelint", macros=macros, prepend=True)
    return table


@lru_cache(maxsize=1)
def _known_commands() -> Any:
    """The text of commands: the table of pylatexenc, with additions for what it drops."""
    import logging

    from pylatexenc import latex2text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it logs every invalid input
    shown = {
        **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), _fraction),
        **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
        **dict.fromkeys(PLAIN_FACES, lambda node, l2tobj: _argument(node, 0, l2tobj)),
        **LACKING,
        "sqrt": _root,
        "raised": lambda node, l2tobj: raised(_argument(node, 0, l2tobj)),
        "lowered": lambda node, l2tobj: lowered(_argument(node, 0, l2tobj)),
        "operator": " %s ",
        "unknown": "\\%s ",
        "choose": " choose ",
    }
    macros = [latex2text.MacroTextSpec(name, words) for name, words in shown.items()]
    table = latex2text.get_default_latex_context_db()
    table.add_context_category("ieeelint", macros=macros, prepend=True)
    return table


def _argument(node: Any, number: int, l2tobj: Any) -> str:
    """The text of an argument; empty if it is missing."""
    given = node.nodeargd.argnlist[number] if node.nodeargd is not None else None
    return l2tobj.nodelist_to_text([given]).strip() if given is not None else ""


def _fraction(node: Any, l2tobj: Any) -> str:
    return "/".join(_grouped(_argument(node, number, l2tobj)) for number in (0, 1))


def _binomial(node: Any, l2tobj: Any) -> str:
    return f"({_argument(node, 0, l2tobj)} choose {_argument(node, 1, l2tobj)})"


def _root(node: Any, l2tobj: Any) -> str:
    degree = _argument(node, 0, l2tobj)
    sign = {"": "√", "3": "∛", "4": "∜"}.get(degree) or f"{raised(degree)}√"
    return sign + _grouped(_argument(node, 1, l2tobj))


def _grouped(text: str) -> str:
    """Part of a fraction or root, in parentheses if it is an expression."""
    return (
        text
        if len(text) == 1 or text.isalnum() or not pattern(r"[^\w.]").search(text)
        else f"({text})"
    )
