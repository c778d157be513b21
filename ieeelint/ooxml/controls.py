"""Content controls: whether the author types their text, or chooses it from what Word offers."""

from __future__ import annotations

from ieeelint.ooxml.names import W, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Kinds of controls whose text is not typed: Word would write it again, or lose the choice.
GENERATED = (
    *("dropDownList", "comboBox", "date", "citation", "bibliography", "dataBinding"),
    *("showingPlcHdr", "picture", "equation"),
)
LOCKS = ("contentLocked", "sdtContentLocked")


def is_generated(control: Element) -> bool:
    """True for a control with a list, a date, a citation, a placeholder, a property of the
    document, or locked text.
    """
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    if value(properties, "lock") in LOCKS:
        return True
    return any(properties.find(W + name) is not None for name in GENERATED)


def generated_paragraphs(root: Element) -> set[Element]:
    """The paragraphs inside such controls."""
    return {
        paragraph
        for control in root.iter(W + "sdt")
        if is_generated(control)
        for paragraph in control.iter(W + "p")
    }
