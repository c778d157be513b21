"""The text of a draft as TeX: characters, formulas, URLs, names, and titles that keep capitals."""

from __future__ import annotations

import re

from ieeelint.paper.reference_parts import INITIALS
from ieeelint.paper.text import (
    CODE,
    ITALIC,
    MATH,
    NOTE,
    OBJECT,
    PLACEHOLDERS,
    SUBSCRIPT,
    SUPERSCRIPT,
)
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Range

SURNAMES = r"[^\W\d_][\w'’‐-]*\.?(?:\s[^\W\d_][\w'’‐-]*\.?){0,3}"
ORGANIZATION = r"[A-Z][\w.'’&/‐-]+(?:\s(?:&|[\w.'’&/‐-]{2,})){1,9}"
SUFFIX = r",?\s(?:(Jr|Sr)\.?|(II|III|IV)\b)"
STYLED = re.compile(r"\\[A-Za-z]+\{(?:[^{}]|\{[^{}]*\})*\}")  # a command with its argument
WORD = re.compile(r"(?:\$[^$]*\$|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^\s{}$])+")
STYLES = {
    ITALIC: "\\emph{",
    SUBSCRIPT: "\\textsubscript{",
    SUPERSCRIPT: "\\textsuperscript{",
}
OWN_CODE = re.compile(r"\\(?:url|nolinkurl|path|texttt)(?![A-Za-z])")  # commands of LaTeX or url
IN_TEX = {
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "\u00a0": "~",
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}


def protected(title: str) -> str:
    """A title in sentence case, with braces around capitals that BibTeX would make lowercase."""
    after_colon = True

    def brace(match: re.Match[str]) -> str:
        nonlocal after_colon
        word = match.group()
        letters = pattern(r"\\[A-Za-z]+|[^\w]").sub("", word)
        is_first, after_colon = after_colon, word.endswith(":")
        if not any(map(str.isupper, letters[is_first:])):
            return word
        lead, bare, tail = pattern(r"([(\[`']*)(.*?)([)\]',.:;?!]*)", re.S).fullmatch(word).groups()  # type: ignore[union-attr]
        if not bare or bare.count("{") != bare.count("}"):
            return word
        if not bare.startswith("\\"):
            return f"{lead}{{{bare}}}{tail}"
        # BibTeX keeps capitals inside of an argument, but not those after it.
        changes = any(map(str.isupper, STYLED.sub("", bare)))
        return f"{lead}{{{{{bare}}}}}{tail}" if changes else word

    return WORD.sub(brace, title)


def tex_of(paper: Paper, start: int, end: int, *, is_field: bool = False) -> str:
    """A range of the text as TeX, with its italics, raised and lowered characters, formulas and
    URLs.

    A field that is in italics as a whole gets no command for them: the style adds its own.
    """
    styles = [
        mark
        for mark in paper.text.marks_of(*STYLES)
        if mark.start < end
        and start < mark.end
        and not (is_field and mark.kind == ITALIC and mark.start <= start and end <= mark.end)
    ]
    words = []
    for position in range(start, end):
        character = paper.text.plain[position]
        words += [STYLES[mark.kind] for mark in styles if position == max(mark.start, start)]
        words.append(
            _placeholder(paper, position) if character in PLACEHOLDERS else in_tex(character)
        )
        words.append("}" * sum(position + 1 == min(mark.end, end) for mark in styles))
    return "".join(words)


def _placeholder(paper: Paper, position: int) -> str:
    """The TeX of a formula, a URL or other content that is a single character of the text."""
    mark = paper.text.mark_at(position)
    if mark is None or mark.kind in (NOTE, OBJECT):
        return ""
    source = mark.span.text
    if mark.kind == CODE:
        if not source.startswith("\\"):
            return f"\\url{{{source}}}"
        return source if OWN_CODE.match(source) else f"\\texttt{{{_in_tex(_argument(source))}}}"
    if mark.kind == MATH and (paper.format == "word" or not source.startswith(("$", "\\"))):
        return f"${mark.data.content}$" if mark.data is not None else ""
    return source if paper.format != "word" else "".join(map(in_tex, source))


def bare_address(paper: Paper, place: Range) -> str:
    """The URL in a range, without commands of TeX."""
    if paper.text.plain[place[0]] == CODE and (mark := paper.text.mark_at(place[0])) is not None:
        return pattern(r"\\([%#&_~])").sub(r"\1", _argument(mark.span.text))
    return paper.text.plain[place[0] : place[1]].strip(" .,;)\u00a0")


def _argument(command: str) -> str:
    """What a command of one argument prints; the words themselves if they are not a command."""
    match = pattern(r"\\\w+\*?\s*(?:\[[^\]]*\]\s*)?(?:\{(.*)\}|(\W)(.*)\2)", re.S).fullmatch(
        command
    )
    return command if match is None else match[1] if match[1] is not None else match[3]


def in_tex(character: str) -> str:
    """A character as TeX."""
    return IN_TEX.get(character, character)


def names_in_tex(words: str) -> str:
    """A typed list of names in BibTeX's form: "A. Lima and B. Santos and others".

    Empty if some words are neither a person in IEEE's form nor an organization.
    """
    words = " ".join(words.replace("\u00a0", " ").split()).strip(" ,:;")
    bare = pattern(r",?\s(?:et\sal\.?|and\sothers)$").sub("", words)
    names: list[str] = []
    people = 0
    for piece in pattern(r",?\s(?:and\s|&\s(?=\w\.))|,\s").split(bare):
        person = pattern(rf"({INITIALS})\s?({SURNAMES}?)(?:{SUFFIX})?").fullmatch(piece)
        if names and (match := pattern(SUFFIX).fullmatch(" " + piece)) is not None:
            names[-1] = _with_suffix(names[-1], match)
        elif person is not None:
            people += 1
            initials = pattern(r"\.(?=[^\s.\-‐])").sub(". ", person[1].strip())
            name = f"{initials} {_in_tex(person[2])}"
            names.append(_with_suffix(name, person, 2) if person[3] or person[4] else name)
        elif pattern(ORGANIZATION).fullmatch(piece):
            names.append(f"{{{_in_tex(piece.rstrip('.'))}}}")
        else:
            return ""
    if len(names) > people and len(names) > 1 and not people:
        return ""  # "Lima Ana, Santos Bo" are people
    return " and ".join([*names, *(["others"] if bare != words else [])])


def _with_suffix(name: str, match: re.Match[str], before: int = 0) -> str:
    """A name with its "Jr.", which BibTeX expects between the surname and the first names."""
    mark = match[before + 1] + "." if match[before + 1] else match[before + 2]
    first = pattern(INITIALS).match(name)
    initials = first.group().strip() if first is not None else ""
    return f"{name[len(initials) :].strip()}, {mark}, {initials}"


def _in_tex(words: str) -> str:
    return "".join(map(in_tex, words))
