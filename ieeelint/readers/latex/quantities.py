"""Numbers and units set by commands: siunitx, and the pinned numbers of the results."""

from __future__ import annotations

from ieeelint.paper.placeholders import Quantity
from ieeelint.paper.text import QUANTITY
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker


@command("ieeelintnum")
def pinned_number(walker: Walker, name: str) -> None:
    """``\\ieeelintnum{key}``: a number of the results, whose value does not matter here."""
    start = walker.call_start()
    walker.group()
    walker.place(QUANTITY, walker.call_span(start), Quantity("1.5", "", name))


@command(
    "SI",
    "qty",
    "SIrange",
    "qtyrange",
    "SIlist",
    "qtylist",
    "qtyproduct",
    "numrange",
    "numlist",
    "numproduct",
    "num",
    "si",
    "unit",
    "ang",
    "tablenum",
    "numproduct*",
)
def quantity(walker: Walker, name: str) -> None:
    """Numbers and units of siunitx, in both of its generations."""
    start = walker.call_start()
    if name in walker.macros.definitions and walker.macros.definitions[name].command.startswith(
        "new"
    ):
        definition = walker.macros.definitions[name]
        if walker.expand(walker.frame, definition, start):
            return
    walker.option()
    first = walker.group()
    if first is None:
        return
    number, unit = walker.string(first).strip(), ""
    if name in ("si", "unit"):
        number, unit = "", number
    elif name in ("SI", "qty", "SIlist", "qtylist", "qtyproduct"):
        walker.option()
        unit = walker.string(walker.group()).strip()
    elif name in ("SIrange", "qtyrange", "numrange"):
        number += "–" + walker.string(walker.group()).strip()
        if name != "numrange":
            unit = walker.string(walker.group()).strip()
    elif name == "ang":
        unit = "\\degree"
    walker.place(QUANTITY, walker.call_span(start), Quantity(number, unit, name))
