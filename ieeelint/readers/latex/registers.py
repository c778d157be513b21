"""Values assigned to TeX's registers: ``\\parskip=3pt``, ``\\vskip 2mm plus 1mm``."""

from __future__ import annotations

from ieeelint.paper.blanking import VALUE
from ieeelint.patterns import pattern
from ieeelint.readers.latex.signatures import REGISTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.cursor import Frame


def skip_assignment(frame: Frame, name: str) -> bool:
    """Skip the value of a register; false if no value follows."""
    tokens = frame.stream.tokens
    at = frame.i
    if at >= frame.end or not name[:1].isalpha():
        return False
    is_register = name in REGISTERS
    if not is_register and tokens[at][frame.skip : frame.skip + 1] != "=":
        return False
    stop = at
    while stop < frame.end and stop - at < 8 and tokens[stop][0] not in "\\{}$&%":
        stop += 1
    value = "".join(tokens[at:stop])[frame.skip :]
    match = pattern(VALUE).match(value)
    if match is not None:
        left = frame.skip + match.end()
    elif (
        is_register
        and not value.strip("= -\r\n\t")
        and stop < frame.end
        and tokens[stop][1:2].isalpha()
    ):
        frame.i, frame.skip = stop + 1, 0  # \\parskip=\\baselineskip
        return True
    else:
        return False
    while at < frame.end and left >= len(tokens[at]):
        left -= len(tokens[at])
        at += 1
    frame.i, frame.skip = at, left
    return True
