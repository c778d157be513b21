"""The role of each paragraph of a Word draft, with the evidence that decided on it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import WordParagraph, WordView

LONGEST = 70  # characters of a paragraph's words


def write_roles(view: WordView) -> str:
    """Each paragraph with words after its number, style and role; below it the points of every role
    that it could have, the most first.
    """
    return "".join(_lines(paragraph) for paragraph in view.paragraphs if paragraph.evidence)


def _lines(paragraph: WordParagraph) -> str:
    """The lines of one paragraph."""
    words = " ".join(paragraph.plain.replace("\ufffc", "□").split())
    words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    number = f"{paragraph.printed} " if paragraph.printed else ""
    role = paragraph.role.upper() or "NOTHING"
    lines = [
        f'{paragraph.number} {role} (style "{paragraph.style.name}")',
        f"  {number}{words}",
    ]
    by_role: dict[str, list[tuple[int, str]]] = {}
    for role, points, reason in paragraph.evidence:
        by_role.setdefault(role, []).append((points, reason))
    for other, pieces in sorted(by_role.items(), key=_points, reverse=True):
        reasons = ", ".join(f"{reason} {points}" for points, reason in pieces)
        lines.append(f"    {other} {sum(points for points, _ in pieces)}: {reasons}")
    return "\n".join(lines) + "\n\n"


def _points(entry: tuple[str, list[tuple[int, str]]]) -> int:
    """The points of one role."""
    return sum(points for points, _ in entry[1])
