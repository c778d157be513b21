"""Reading and adding options of the document class."""

from __future__ import annotations

from ieeelint.finding import Fix
from ieeelint.rules.support.latex_source import insert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Edit, Finding
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


def safe_in_ieee_classes(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with safe fixes only if the class is IEEE's.

    Without a package or a setting, the layout is that of the class, and in another class it may be
    worse: without lmodern, the fonts of article with T1 encoding may be bitmaps.
    """
    is_certain = _is_certainly_ieee(context)
    for finding in findings:
        if finding.fix is not None and not is_certain:
            finding.fix = Fix(*finding.fix.edits, safe=False)
        yield finding


def _is_certainly_ieee(context: Context) -> bool:
    """True if the draft has one class, and IEEE made it."""
    view = context.latex
    if view is None or len(view.commands("documentclass", "documentstyle")) > 1:
        return False
    name = view.class_name.rpartition("/")[2].lower()
    return name in {ieee.lower() for ieee in context.vocabulary.classes.ieee.classes}
