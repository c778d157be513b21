"""Text as TeX, with the width it prints at; what is not TeX yet cannot be taken for it."""

from __future__ import annotations

import unicodedata

from ieeelint.report.records import ReportError
from ieeelint.report.words import Words
from ieeelint.report.writers import faces
from ieeelint.report.writers.faces import FIRST

REGULAR, BOLD, ITALIC = "regular", "bold", "italic"

SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": "$<$",
    ">": "$>$",
    "|": r"\textbar{}",
    '"': "''",
}
SIGNS = {
    "±": r"$\pm$",
    "×": r"$\times$",
    "−": "$-$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "≈": r"$\approx$",
    "µ": r"$\mu$",
    "μ": r"$\mu$",
    "–": "--",
    "—": "---",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "…": r"\ldots{}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
}
IN_MATHEMATICS = "±×−≤≥≈µμ<>"
FIXED = {"–": 500, "—": 1000, "…": 1000, "\u2009": 167, "\u202f": 167, "“": 444, "”": 444}
UNKNOWN = 600  # a character that no metrics are known of


class Tex(str):
    """Text that is TeX already.  Templates print nothing else; see ``latex.environment``."""

    __slots__ = ()


class Printed:
    """TeX and how wide it prints, in points; put together with ``+``."""

    __slots__ = ("tex", "width")

    def __init__(self, tex: str = "", width: float = 0.0) -> None:
        self.tex = tex
        self.width = width

    def __add__(self, other: Printed) -> Printed:
        return Printed(self.tex + other.tex, self.width + other.width)

    def __bool__(self) -> bool:
        return bool(self.tex)


class Face:
    """A face at a size, in which words are measured."""

    def __init__(self, name: str, size: float) -> None:
        self.name = name
        self.size = size

    def text(self, text: str, style: str = REGULAR) -> Printed:
        """Literal text.  Raises ReportError for a character that TeX cannot print."""
        return Printed(escaped(text), self.measured(text, style))

    def words(self, words: Words, style: str = REGULAR) -> Printed:
        """Words; each piece by its own TeX where it has one."""
        found = Printed()
        for piece in words:
            wide = self.measured(piece.text, ITALIC if piece.style == "italic" else style)
            tex = escaped(piece.text) if piece.tex is None else piece.tex
            if "$" in tex and piece.tex is not None:  # a sign between numbers has spaces around it
                wide += sum(map(piece.text.count, "×±≤≥≈")) * 8 / 18 * self.size
            if piece.style == "italic":
                tex = rf"\textit{{{tex}}}"
            elif piece.style == "superscript":
                tex, wide = rf"\textsuperscript{{{tex}}}", wide * 0.75
            found += Printed(tex, wide)
        return found

    def bold(self, text: str) -> Printed:
        """Digits in bold."""
        return Printed(rf"\textbf{{{escaped(text)}}}", self.measured(text, BOLD))

    def phantom(self, hidden: Printed) -> Printed:
        """As much room as something takes."""
        return Printed(rf"\phantom{{{hidden.tex}}}", hidden.width) if hidden else Printed()

    def letters(self, notes: str) -> Printed:
        """The letters of notes, raised."""
        if not notes:
            return Printed()
        widths = faces.letters()
        wide = sum(widths[ord(letter) - ord("a")] for letter in notes) + 278 * (len(notes) - 1)
        return Printed(
            rf"$^{{\mathrm{{{','.join(notes)}}}}}$", wide * 0.75 * self.size / 1000 + 0.5
        )

    def measured(self, text: str, style: str = REGULAR) -> float:
        """The width of literal text in points."""
        metrics = faces.style(self.name, style)
        mathematics = faces.mathematics()
        total = 0
        for character in unicodedata.normalize("NFD", text):
            code = ord(character)
            if character in IN_MATHEMATICS:
                total += mathematics[unicodedata.normalize("NFKC", character).replace("μ", "µ")]
            elif FIRST <= code < 127:
                total += metrics.widths[code - FIRST]
            elif character in " \u00a0":
                total += metrics.space
            elif not unicodedata.combining(character):
                total += FIXED.get(character, UNKNOWN)
        return total * self.size / 1000


def escaped(text: str) -> Tex:
    """Literal text as TeX that prints it under pdfTeX with any input encoding.

    Raises ReportError for a character that TeX's fonts lack, such as an emoji.
    """
    return Tex(
        "".join(
            SPECIALS.get(one)
            or SIGNS.get(one)
            or (one if one.isascii() and one.isprintable() else _rare(one, text))
            for one in text
        )
    )


def _rare(character: str, text: str) -> str:
    if character in "\t\r\n":
        return " "
    if not unicodedata.combining(character) and character.isprintable():
        from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

        encoder = UnicodeToLatexEncoder(unknown_char_policy="fail", unknown_char_warning=False)
        try:
            found: str = encoder.unicode_to_latex(unicodedata.normalize("NFC", character))
            return found
        except ValueError:
            pass
    raise ReportError(
        f'TeX cannot print "{character}" (U+{ord(character):04X}) in "{text[:40]}". '
        "Write { tex = '…', text = \"…\" } instead of the text, or take the character out."
    )
