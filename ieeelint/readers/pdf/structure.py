"""What else a PDF file has than pages: locks, bookmarks, actions, attachments, and metadata."""

from __future__ import annotations

from ieeelint.readers.pdf.fonts import FontList
from ieeelint.readers.pdf.objects import (
    DEEPEST,
    MOST,
    identity,
    items,
    kids,
    raw,
    resolved,
    text,
    value,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.views.pdf import PdfView

LETTER = (0.0, 0.0, 612.0, 792.0)  # points; the box of a page without one
# Actions that run or send something -> words for them.
ACTIONS = {
    "JavaScript": "JavaScript",
    "Launch": "an action that starts a program",
    "SubmitForm": "a form",
    "ImportData": "a form",
    "Movie": "a movie",
    "Sound": "a sound",
    "Rendition": "a movie",
    "RichMediaExecute": "rich media",
}
# Annotations that are more than marks -> words for them.
ANNOTATIONS = {
    "Movie": "a movie",
    "Sound": "a sound",
    "Screen": "a movie",
    "RichMedia": "rich media",
    "3D": "a 3D model",
}


def read_structure(root: Any, info: Any, view: PdfView) -> None:
    """Fill the view with everything that pypdf knows; ``root`` is the catalog."""
    view.bookmarks = _bookmarks(value(root, "/Outlines"))
    if (version := text(value(root, "/Version"))) > view.version:
        view.version = version
    for name in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer"):
        if words := text(value(info, f"/{name}")):
            view.info[name] = words
    actives: dict[str, None] = dict.fromkeys(_actives(root))
    fonts = FontList()
    for number, (page, resources) in enumerate(pages(value(root, "/Pages")), 1):
        if number > len(view.pages):
            break
        fonts.add_page(number, page, resources)
        view.thumbnails += value(page, "/Thumb") is not None
        for annotation in items(page, "/Annots"):
            facts = resolved(annotation)
            kind = text(value(facts, "/Subtype"))
            if kind == "Link":
                view.pages[number - 1].links += 1
            elif kind == "FileAttachment":
                view.attachments.append(text(value(value(facts, "/FS"), "/F")) or "a file")
            elif kind in ANNOTATIONS:
                actives[ANNOTATIONS[kind]] = None
            actives |= dict.fromkeys(_of_action(value(facts, "/A")))
        actives |= dict.fromkeys(_of_actions(value(page, "/AA")))
    view.fonts = list(fonts.fonts.values())
    view.actives = list(actives)
    for name, file in _named(value(value(root, "/Names"), "/EmbeddedFiles")):
        view.attachments.append(text(value(file, "/UF")) or text(value(file, "/F")) or name)


def pages(root: Any) -> Iterator[tuple[Any, Any]]:
    """The pages below a node, each once, with their resources, which may be inherited."""
    seen: set[object] = set()
    waiting: list[tuple[Any, Any]] = [(root, None)]
    while waiting and len(seen) < MOST:
        reference, inherited = waiting.pop()
        if identity(reference) in seen:
            continue
        seen.add(identity(reference))
        node = resolved(reference)
        resources = value(node, "/Resources") or inherited
        if value(node, "/Kids") is None:
            yield node, resources
        else:
            waiting += [(kid, resources) for kid in reversed(items(node, "/Kids"))]


def size_of(page: Any) -> tuple[float, float]:
    """The width and the height of a page as shown."""
    left, bottom, right, top = LETTER
    for name in ("/MediaBox", "/CropBox"):
        if box := _box(_inherited(page, name)):
            left, right = max(left, box[0]), min(right, box[2])
            bottom, top = max(bottom, box[1]), min(top, box[3])
            if name == "/MediaBox":
                left, bottom, right, top = box
    turns = _inherited(page, "/Rotate")
    is_turned = isinstance(turns, int) and turns % 180 == 90
    width, height = right - left, top - bottom
    return (height, width) if is_turned else (width, height)


def _inherited(page: Any, key: str) -> Any:
    """What a page has at a key, or the nearest node above it."""
    for _ in range(DEEPEST):
        if (found := value(page, key)) is not None:
            return found
        page = value(page, "/Parent")
    return None


def _box(numbers: Any) -> tuple[float, float, float, float] | None:
    """The edges of a rectangle; None for anything else, and for an empty one."""
    try:
        first, second, third, fourth = (float(resolved(number)) for number in numbers)
    except (TypeError, ValueError):
        return None
    box = min(first, third), min(second, fourth), max(first, third), max(second, fourth)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _bookmarks(outlines: Any) -> int:
    """The number of bookmarks of the first level."""
    seen: set[object] = set()
    reference = raw(outlines, "/First") if outlines is not None else None
    while reference is not None and identity(reference) not in seen and len(seen) < MOST:
        seen.add(identity(reference))
        reference = raw(resolved(reference), "/Next")
    return len(seen)


def _actives(root: Any) -> Iterator[str]:
    """Words for what the file as a whole does."""
    if any(True for _ in _named(value(value(root, "/Names"), "/JavaScript"))):
        yield "JavaScript"
    yield from _of_action(value(root, "/OpenAction"))
    yield from _of_actions(value(root, "/AA"))
    form = value(root, "/AcroForm")
    if items(form, "/Fields"):
        signed = all(text(value(resolved(one), "/FT")) == "Sig" for one in items(form, "/Fields"))
        yield "a signature" if signed else "a form"
    if value(form, "/XFA") is not None:
        yield "a form"


def _of_actions(table: Any) -> Iterator[str]:
    """Words for the actions of events."""
    for event in table if hasattr(table, "keys") else ():
        yield from _of_action(value(table, event))


def _of_action(action: Any) -> Iterator[str]:
    """Words for an action and those that follow it."""
    for _ in range(20):
        if not hasattr(action, "get"):
            return
        if words := ACTIONS.get(text(value(action, "/S"))):
            yield words
        action = value(action, "/Next")


def _named(tree: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a name tree."""
    if tree is None:
        return
    for leaf in kids(tree):
        names = items(leaf, "/Names")
        for key, item in zip(names[::2], names[1::2]):
            yield text(key), resolved(item)
