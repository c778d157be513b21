"""Lengths that TeX reads without braces: ``\\parskip=3pt``, ``\\hbox to 5mm``."""

from __future__ import annotations

from ieeelint.paper.blanking import VALUE
from ieeelint.patterns import pattern
from ieeelint.readers.latex.registry import COMMANDS
from ieeelint.readers.latex.signatures import ARGUMENTS, REGISTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.frames import Frame

# A multiple of a length: -1.5\baselineskip, \p@
MULTIPLE = (
    r"[-+]?[\d.]*\s*\\(?!(?:[vh]|small|med|big)skip(?![a-zA-Z@]))[a-zA-Z@]*"
    r"(?:skip|width|height|depth|sep|size|unit|indent|margin|p@|z@)(?![a-zA-Z@])"
)
STRETCH = rf"(?:\s*(?:plus|minus)\s*(?:{MULTIPLE}|-?[\d.]+\s*(?:fil+|[a-z]{{2}}))){{0,2}}"
LENGTH = rf"(?:{VALUE}|\s*-?[\d.]*\\[a-zA-Z@]+)"
BOX = rf"\s*(?:to|spread){LENGTH}"
RULE = rf"(?:\s*(?:width|height|depth){LENGTH})+"
EXPRESSION = rf"{LENGTH}(?:\s*[-+*/]{LENGTH})*\s*(?:\\relax)?"
UNIT = r"(?:true\s*)?(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc)(?![a-zA-Z])"
SHAPE = rf"\s*=?\s*\d{{1,3}}(?:\s*[-+]?[\d.]+\s*{UNIT}|\s*{MULTIPLE})*"
# What may follow a primitive, by its name.
AFTER_PRIMITIVE = {
    **dict.fromkeys(("hbox", "vbox", "vtop"), BOX),
    **dict.fromkeys(("hrule", "vrule"), RULE),
    **dict.fromkeys(("dimexpr", "glueexpr", "numexpr"), EXPRESSION),
    **dict.fromkeys(
        ("advance", "multiply", "divide"), rf"\s*\\[a-zA-Z@]+\d{{0,3}}\s*(?:by)?{LENGTH}"
    ),
    **dict.fromkeys(("count", "dimen", "skip", "wd", "ht", "dp"), rf"\s*\d{{1,3}}\s*=?{LENGTH}"),
    **dict.fromkeys(("hyphenchar", "skewchar"), rf"\s*\\[a-zA-Z@]+\s*=?{LENGTH}"),
    "parshape": SHAPE,
    "fontdimen": rf"\s*\d{{1,2}}\s*\\[a-zA-Z@]+\s*=?{LENGTH}",
    "font": rf"\s*\\[a-zA-Z@]+\s*=?\s*[\w-]+(?:\s*(?:at|scaled){LENGTH})?",
}
EXPRESSIONS = ("\\dimexpr", "\\numexpr", "\\glueexpr")
LONGEST = 24  # tokens
# The whole of an argument that can only be a length.
ONLY_LENGTH = r"\s*[-+]?[\d.]+\s*(?:true\s*)?(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc|mu)\s*"


def skip_assignment(frame: Frame, name: str, registers: set[str]) -> bool:
    """Skip the value of a register, or the lengths after a primitive; false if the command is
    neither, or is a primitive without lengths.

    ``registers`` are those that the draft defines.
    """
    tokens = frame.stream.tokens
    at = frame.i
    if at >= frame.end or not name[:1].isalpha():
        return False
    is_register = name in REGISTERS or name in registers
    expression = AFTER_PRIMITIVE.get(name)
    if expression is None and not is_register and tokens[at][frame.skip : frame.skip + 1] != "=":
        return False
    following = "".join(tokens[at : min(at + LONGEST, frame.end)])[frame.skip :]
    if expression is None:
        expression = rf"\s*=?\s*(?:by)?\s*{MULTIPLE}{STRETCH}|\s*(?:by)?{VALUE}{STRETCH}"
    match = pattern(expression).match(following)
    if match is None and is_register:
        match = pattern(r"\s*=?\s*-?\s*\\([a-zA-Z@]+)").match(following)  # \parskip=\baselineskip
        if match is not None and not _may_be_value(match[1], registers):
            match = None
    if match is None:
        return is_register  # a register by itself prints nothing
    end = match.end()
    if following.endswith(EXPRESSIONS, 0, end):  # \parskip=\dimexpr 3pt+1mm\relax
        rest = pattern(EXPRESSION).match(following, end)
        end = rest.end() if rest is not None else end
    frame.skip_characters(end)
    return True


def _may_be_value(name: str, registers: set[str]) -> bool:
    """True for a register, and for a macro that may be one; not for the next command of the text,
    after a register that has lost its value: \\baselineskip \\begin{tabular}.
    """
    if name in REGISTERS or name in registers:
        return True
    return name not in ARGUMENTS and name not in COMMANDS
