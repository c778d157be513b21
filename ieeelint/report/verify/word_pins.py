"""The content controls of a Word draft that link its numbers to results."""

from __future__ import annotations

from ieeelint.ooxml.names import VAL, W
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.word import Leaf, WordView

TAG = "ieeelint:"
SHORTENED = "~"  # before the hash of the whole tag, at the end of a tag that was too long for Word


def controls(view: WordView, lock: Lock) -> Iterator[tuple[str, Span, Span]]:
    """The numbers in content controls: the key, the text in the control, the paragraph."""
    leaves: dict[object, Leaf] = {}
    for paragraph in view.paragraphs:
        for control in paragraph.element.iter(W + "sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            name = "" if tag is None else tag.get(VAL, "")
            if not name.startswith(TAG) or "/" in name or name.startswith(TAG + "tab:"):
                continue
            leaves = leaves or {leaf.element: leaf for leaf in view.document.leaves}
            inside = [leaves[text] for text in control.iter(W + "t") if text in leaves]
            if inside:
                yield (
                    _key(name, lock),
                    Span(paragraph.span.source, inside[0].start, inside[-1].end),
                    paragraph.span,
                )


def _key(tag: str, lock: Lock) -> str:
    """The key of a tag."""
    if SHORTENED not in tag:
        return tag.removeprefix(TAG)
    from ieeelint.report.writers.word.controls import tag_of

    return next((key for key in lock.number_keys() if tag_of(key) == tag), tag.removeprefix(TAG))
