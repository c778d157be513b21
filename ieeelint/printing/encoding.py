"""Text as TeX that every engine prints: typographic characters and letters outside of ASCII."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ieeelint.paper.tex_letters import composed

SPACES = dict.fromkeys(
    [*range(0x2000, 0x2009), 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x1680, 0x0B, 0x0C],
    " ",
)
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
# Hyphens and dashes as their ASCII forms; the encoder has packages in mind that may be missing.
TYPOGRAPHIC = {
    **SPACES,
    **INVISIBLE,
    0x2009: "\\,",
    0x2010: "-",
    0x2011: "-",
    0x2012: "--",
    0x2043: "-",
    0x2015: "---",
}
# The same for patterns: one character for one, so that positions stay the same.
READABLE = {**SPACES, **dict.fromkeys(INVISIBLE, " "), 0x2010: "-", 0x2011: "-", 0x2012: "–"}
# Commands that exist only in the font encoding T1.
ONLY_T1 = re.compile(
    r"\\(?:k|dj|DJ|th|TH|dh|DH|ng|NG|guillemot(?:left|right)|guilsingl(?:left|right)"
    r"|quotesinglbase|quotedblbase)(?![A-Za-z])"
)
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def encoded(tex: str) -> str:
    """The text with letters outside of ASCII as BibTeX's special characters, ``{\\'A}``.

    BibTeX counts bytes, and would split the initial of a name.  Letters of other scripts stay:
    their commands exist only with a font encoding that the paper may not load.
    """
    composed = unicodedata.normalize("NFC", tex.translate(TYPOGRAPHIC))
    return NOT_ASCII.sub(lambda match: _encoded(match.group()), composed)


@cache
def _encoded(character: str) -> str:
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

    if character.isalpha() and not unicodedata.name(character, "").startswith(("LATIN", "GREEK")):
        return character
    encoder = UnicodeToLatexEncoder(
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
    tex: str = encoder.unicode_to_latex(character)
    if not NOT_ASCII.search(tex) and "\\textfrac" not in tex:
        return tex
    numerator, slash, denominator = unicodedata.normalize("NFKC", character).partition("\u2044")
    if slash:
        return f"\\ensuremath{{\\frac{{{numerator}}}{{{denominator}}}}}"
    if numerator.isascii() and numerator.isalnum():  # a ligature or a Roman numeral
        return numerator
    return composed(character)


def needs(tex: str) -> str:
    """What pdfLaTeX needs to print the text, in addition to what it has: empty, or a phrase."""
    others = sorted(set(NOT_ASCII.findall(tex)))
    if others:
        shown = ", ".join(f'"{character}"' for character in others[:3])
        more = " and others" if len(others) > 3 else ""
        return f"{shown}{more}: use LuaLaTeX, or load a font encoding that has them"
    match = ONLY_T1.search(tex)
    return f"{match.group()}: load \\usepackage[T1]{{fontenc}}" if match is not None else ""
