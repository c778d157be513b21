"""Labels and the things that they name."""

from __future__ import annotations

from ieeelint.paper import blocks
from ieeelint.paper.blocks import Label
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.walk import Walker


@command("label")
def label(walker: Walker, name: str) -> None:
    """``\\label{key}`` names the float, theorem, heading or equation around it."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    key = walker.string(group).strip()
    if key:
        new_label(walker, key, walker.call_span(start))


def new_label(walker: Walker, key: str, span: Span) -> None:
    """Add a label for the innermost float, theorem or heading."""
    if walker.floats.open:
        holder = walker.floats.open[-1]
        entry = Label(key, span, holder.kind, holder)
        entry.is_sub = walker.floats.panels > 0 or walker.floats.after_sub_caption
        entry.number = holder.number
        holder.labels.append(entry)
    else:
        kind, block, number = walker.numbering.label_target
        if walker.list_depth and walker.list_depth[-1] in signatures.THEOREMS:
            kind, block, number = blocks.THEOREM, None, ""
        elif walker.list_depth:
            kind, block, number = "item", None, ""
        entry = Label(key, span, kind, block)
        entry.number = number
    add_label(walker, entry)


def add_label(walker: Walker, label: Label) -> None:
    """Add a label; a duplicate is kept apart."""
    labels = walker.paper.labels
    if label.key in labels:
        if (
            labels[label.key].span.start != label.span.start
            or labels[label.key].span.source is not label.span.source
        ):
            walker.paper.duplicate_labels.append(label)
        return
    labels[label.key] = label
