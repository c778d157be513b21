"""Text as TeX with its printed width; a separate type keeps TeX apart from literal text."""

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
UNKNOWN = 600  # a character without known metrics


class Tex(str):
    """Text in TeX.  Templates print no other type; see ``latex._environment``."""

    __slots__ = ()


class Printed:
    """TeX and its printed width in points; ``+`` joins them."""

    __slots__ = ("tex", "width")

    def __init__(self, tex: str = "", width: float = 0.0) -> None:
        self.tex = tex
        self.width = width

    def __add__(self, other: Printed) -> Printed:
        return Printed(self.tex + other.tex, self.width + other.width)

    def __bool__(self) -> bool:
        return bool(self.tex)


class Face:
    """A font at a size, which measures text."""

    def __init__(self, name: str, size: float) -> None:
        self.name = name
        self.size = size

    def text(self, text: str, style: str = REGULAR) -> Printed:
        """Literal text.  Raises ReportError for a character that TeX cannot print."""
        return Printed(escaped(text), self.measured(text, style))

    def words(self, words: Words, style: str = REGULAR) -> Printed:
        """Text as pieces; a piece with a form in TeX is printed as that."""
        printed = Printed()
        for piece in words:
            wide = self.measured(piece.text, ITALIC if piece.style == "italic" else style)
            tex = escaped(piece.text) if piece.tex is None else piece.tex
            if "$" in tex and piece.tex is not None:  # TeX sets spaces around these signs
                wide += sum(map(piece.text.count, "×±≤≥≈")) * 8 / 18 * self.size
            if piece.style == "italic":
                tex = rf"\textit{{{tex}}}"
            elif piece.style == "superscript":
                tex, wide = rf"\textsuperscript{{{tex}}}", wide * 0.75
            printed += Printed(tex, wide)
        return printed

    def bold(self, text: str) -> Printed:
        """Digits in bold."""
        return Printed(rf"\textbf{{{escaped(text)}}}", self.measured(text, BOLD))

    def phantom(self, hidden: Printed) -> Printed:
        """Invisible text of the same width."""
        return Printed(rf"\phantom{{{hidden.tex}}}", hidden.width) if hidden else Printed()

    def power(self, power: int) -> Printed:
        """A power of ten after a number; nothing for 0."""
        if not power:
            return Printed()
        width = self.measured("×10") + 0.75 * self.measured(str(power).replace("-", "−"))
        return Printed(rf"$\times10^{{{power}}}$", width + 0.4 * self.size)

    def stars(self, count: int) -> Printed:
        """Stars as a superscript; nothing for 0."""
        if not count:
            return Printed()
        return Printed(f"$^{{{'*' * count}}}$", count * 0.5 * 0.75 * self.size + 0.5)

    def letters(self, notes: str) -> Printed:
        """The letters of notes, as a superscript."""
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
    """Literal text as TeX, for pdfTeX with any input encoding.

    Raises ReportError for a character that TeX cannot print, such as an emoji.
    """
    return Tex(
        "".join(
            SPECIALS.get(sign)
            or SIGNS.get(sign)
            or (sign if sign.isascii() and sign.isprintable() else _rare(sign, text))
            for sign in text
        )
    )


def _rare(character: str, text: str) -> str:
    if character in "\t\r\n":
        return " "
    if not unicodedata.combining(character) and character.isprintable():
        from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

        encoder = UnicodeToLatexEncoder(unknown_char_policy="fail", unknown_char_warning=False)
        try:
            tex: str = encoder.unicode_to_latex(unicodedata.normalize("NFC", character))
            return tex
        except ValueError:
            pass
    raise ReportError(
        f'TeX cannot print "{character}" (U+{ord(character):04X}) in "{text[:40]}". '
        "Write { tex = '…', text = \"…\" } instead of the text, or delete the character."
    )
