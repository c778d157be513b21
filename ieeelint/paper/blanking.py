"""A formula with blanks instead of everything in it that is not math: lengths, names, comments."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

DOTALL = 16  # re.DOTALL, without importing re

PIECE = r"\\\\\*?|\\[A-Za-z@]+\*?|\\.|[{}\[\]]|%[^\r\n]*"
# The value of a length register, or of an optional argument that is a length. Source of the units:
# The TeXbook, chapter 24.
VALUE = (
    r"\s*=?\s*[-+]?(?=[\d.,]+)[\d.,]+\s*(?:true\s*)?(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc|mu|fil+)?"
    r"(?:\s*(?:plus|minus)\s*[\d.]+\s*(?:pt|em|ex|cm|mm|in|bp|mu|fil+)?){0,2}"
)
LENGTH = r"\[\s*(?:[-+]?\s*[\d.]+\s*(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc|mu)|[-+.\d]*\\)"

_NAMES: dict[str, str] = {}


def arguments() -> dict[str, str]:
    """What the mandatory arguments of each command are, one letter each: ``x`` not prose, ``t``
    prose, ``m`` math (``tables/signatures.toml``).
    """
    if not _NAMES:
        for kinds, names in table("signatures")["arguments"].items():
            _NAMES.update(dict.fromkeys(names, kinds.strip("-")))
    return _NAMES


def math_of(content: str, environment: str = "") -> str:
    """The formula with a blank for each character that is not math, so that offsets stay.

    Blanked are comments, the arguments that ``tables/signatures.toml`` calls not prose, options,
    and the values of length registers. ``environment`` is the one around the content, whose
    arguments the content begins with. Takes linear time.
    """
    if "\\" not in content and "%" not in content and not environment:
        return content
    pieces = [(match.start(), match[0]) for match in pattern(PIECE, DOTALL).finditer(content)]
    closers = _closers(pieces)
    blanks: list[tuple[int, int]] = []
    signatures = table("signatures")
    by_environment = {
        name: int(count)
        for count, names in signatures["environment_arguments"].items()
        for name in names
    }
    registers = frozenset(signatures["registers"])

    def read(index: int, kinds: str, is_row: bool = False) -> None:
        """Blank the options from piece ``index`` on, and the arguments ``x`` among ``kinds``."""
        end = pieces[index - 1][0] + len(pieces[index - 1][1]) if index else 0
        for kind in ("", *kinds):
            while (bracket := _opened(content, pieces, closers, index, end, "[")) is not None:
                if is_row and pattern(LENGTH).match(content, pieces[index][0]) is None:
                    return
                blanks.append((pieces[index][0], pieces[bracket][0] + 1))
                index, end = bracket + 1, pieces[bracket][0] + 1
            if kind:
                brace = _opened(content, pieces, closers, index, end, "{")
                if brace is None:
                    return
                if kind == "x":
                    blanks.append((pieces[index][0] + 1, pieces[brace][0]))
                index, end = brace + 1, pieces[brace][0] + 1

    if environment in by_environment:
        read(0, "x" * by_environment[environment])
    for index, (start, piece) in enumerate(pieces):
        if piece[0] == "%":
            blanks.append((start, start + len(piece)))
        elif piece[0] != "\\":
            continue
        elif piece.rstrip("*") == "\\\\":
            read(index + 1, "", is_row=True)
        elif piece == "\\begin":
            brace = _opened(content, pieces, closers, index + 1, start + 6, "{")
            if brace is not None:
                name = content[pieces[index + 1][0] + 1 : pieces[brace][0]].strip()
                read(brace + 1, "x" * by_environment.get(name, 0))
        elif piece[1:] in registers:
            value = pattern(VALUE).match(content, start + len(piece))
            if value is not None:
                blanks.append((start + len(piece), value.end()))
        elif piece != "\\end":
            kinds = arguments().get(piece[1:], arguments().get(piece[1:].rstrip("*"), ""))
            if kinds and "m" not in kinds:  # \sqrt[3]{x}: the option of such a command is math, too
                read(index + 1, kinds)
    return _blanked(content, blanks)


def _closers(pieces: list[tuple[int, str]]) -> dict[int, int]:
    """The index of the piece that closes each brace or bracket; brackets match within braces."""
    closers: dict[int, int] = {}
    braces: list[int] = []
    brackets: list[list[int]] = [[]]
    for index, (_, piece) in enumerate(pieces):
        if piece == "{":
            braces.append(index)
            brackets.append([])
        elif piece == "}" and braces:
            closers[braces.pop()] = index
            brackets.pop()
        elif piece == "[":
            brackets[-1].append(index)
        elif piece == "]" and brackets[-1]:
            closers[brackets[-1].pop()] = index
    return closers


def _opened(
    content: str,
    pieces: list[tuple[int, str]],
    closers: dict[int, int],
    index: int,
    end: int,
    bracket: str,
) -> int | None:
    """The piece that closes ``bracket`` if that is the next character after ``end``."""
    if index >= len(pieces) or pieces[index][1] != bracket:
        return None
    between = content[end : pieces[index][0]]
    return closers.get(index) if not between.strip() else None


def _blanked(content: str, blanks: list[tuple[int, int]]) -> str:
    """The content with spaces in these ranges, which may overlap."""
    if not blanks:
        return content
    parts: list[str] = []
    at = 0
    for start, end in sorted(blanks):
        if end > at:
            start = max(start, at)
            parts += (content[at:start], " " * (end - start))
            at = end
    return "".join([*parts, content[at:]])
