"""Reading and adding options of the document class."""

from __future__ import annotations

from ieeelint.rules.support.latex_source import insert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Edit
    from ieeelint.views.latex import LatexView

# Options of IEEEtran for copies that are not the final version.
DRAFT_MODES = frozenset({"draft", "draftcls", "draftclsnofoot", "peerreview", "peerreviewca"})


def add_class_option(view: LatexView, option: str) -> Edit:
    """Add an option to the document class."""
    call = view.class_span
    assert call is not None
    text = call.source.text
    brace = text.index("{", call.start)
    bracket = text.find("[", call.start, brace)
    if bracket >= 0:
        return insert(call.source, bracket + 1, option + ("," if view.class_options else ""))
    return insert(call.source, brace, f"[{option}]")


def is_paperplaza(view: LatexView | None) -> bool:
    """True for ieeeconf, the class of robotics and control conferences.

    Its template has no index terms and types the headings in capitals; a draft is in
    conference mode only with that option.
    """
    return view is not None and view.class_name.rpartition("/")[2].lower() == "ieeeconf"
