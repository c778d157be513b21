"""The outline of each part of a Word draft: its sections, its pages, and its formulas as text."""

from __future__ import annotations

from ieeelint.ooxml.names import M, W
from ieeelint.paper import word_roles as roles
from ieeelint.paper.outline import THING, Outline
from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern
from ieeelint.readers.word import labels
from ieeelint.readers.word.characters import NOTE_MARKS
from ieeelint.readers.word.formula_text import readable
from ieeelint.readers.word.omml import linear
from ieeelint.views.word import OBJECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.views.word import Leaf, Part, WordParagraph, WordView

FRONT = {
    roles.TITLE: "title",
    roles.SUBTITLE: "title",
    roles.AUTHOR: "authors",
    roles.AFFILIATION: "authors",
    roles.ABSTRACT: "abstract",
    roles.KEYWORDS: "index terms",
}
PARTS = ("footnote", "endnote", "header", "footer")
LONGEST_NAME = 30  # characters of a heading without a number


def outline(view: WordView, paper: Paper) -> None:
    """Set the outlines of all parts."""
    source = view.document.source
    formulas = {
        mark.span.start: mark.data.content
        for mark in paper.text.marks
        if mark.kind == MATH and mark.span.source is source
    }
    for part in view.parts:
        result = part.source.outline = Outline()
        result.pages = part.pages
        if part is view.document:
            result.sections = _sections(part)
        else:
            name = part.name.rpartition("/")[2]
            result.sections = [(0, kind) for kind in PARTS if name.startswith(kind)][:1]
        for leaf in part.leaves:
            if leaf.kind == OBJECT and part.source.text[leaf.start] == THING:
                known = formulas if part is view.document else {}
                result.things[leaf.start] = _shown(leaf, known.get(leaf.start, ""))


def _shown(leaf: Leaf, content: str) -> str:
    """A character that is not text, in words."""
    tag = leaf.element.tag
    if tag in (M + "oMath", M + "oMathPara"):
        return readable(content or linear(leaf.element)) or "[formula]"
    if tag in NOTE_MARKS:
        return "[note]"
    return "[formula]" if tag == W + "object" else "[picture]"


def _sections(part: Part) -> list[tuple[int, str]]:
    """The offsets where a section begins, with its name."""
    sections: list[tuple[int, str]] = []
    above: list[tuple[int, str]] = []  # the headings around: level and number or words
    for paragraph in part.paragraphs:
        if paragraph.role == roles.HEADING:
            level = paragraph.level or 1
            above = [heading for heading in above if heading[0] < level]
            above.append((level, _label(paragraph)))
            name = _path([label for _, label in above])
        elif paragraph.role in FRONT:
            name = FRONT[paragraph.role]
        elif paragraph.role == roles.REFERENCE:
            name = _entry(paragraph)
        else:
            continue
        if not sections or sections[-1][1] != name:
            sections.append((paragraph.span.start, name))
    return sections


def _label(paragraph: WordParagraph) -> str:
    """The number of a heading, automatic or typed; its words if it has none."""
    if paragraph.printed and not paragraph.is_bullet:
        return paragraph.printed.strip(" .)(\t\u00a0")
    words = paragraph.plain[: paragraph.head or None].strip()
    match = pattern(labels.HEAD_NUMBER).match(words)
    if match is not None:
        return str(match["roman"] or match["letter"] or match["parts"] or match["whole"])
    words = " ".join(words.strip(" .:—–-").split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 2] + " …"


def _path(names: list[str]) -> str:
    """The numbers of the headings around a text: "III-B", or "3.1" as it is."""
    path = ""
    for name in names:
        is_number = pattern(r"[IVXLC]+|[A-Z]|[a-z]|\d+").fullmatch(name) is not None
        path = f"{path}-{name}" if path and is_number else name
    return path


def _entry(paragraph: WordParagraph) -> str:
    """The name of an entry of the reference list."""
    match = pattern(labels.REFERENCE_LABEL).match(paragraph.plain)
    number = paragraph.printed or (match.group() if match else "")
    number = number.strip(" []().\t\u00a0")
    return f"reference [{number}]" if number.isdecimal() else "references"
