"""Expands the short example of a rule to a complete small paper that can be checked.

An example is the body of a clean conference paper.  A line ``%! ROLE`` switches
to another part: ``class``, ``preamble``, ``title``, ``author``, ``abstract``,
``keywords``, ``body``, ``back`` (before the bibliography), ``references`` (the
items of the list), ``document`` (the whole file, unchanged), ``file NAME``
(another file), ``printed`` (a sketch of the PDF file that was made from it), or
``max pages 6`` (the setting), or ``copyright LINE`` (the setting, at the camera-ready stage).
``picture rig.png 600x400`` is a file with a bitmap of this size, ``lines`` after it makes it black
and white.
``anonymous`` (the draft is for double-anonymous review) and ``camera-ready`` have no
content.  The file ``venue.toml`` says what the venue asks for.

An example that begins with ``%! word`` is a sketch of a Word draft (see
:mod:`ieeelint.starters.sketch`): the body of a clean paper, or the whole paper
with ``%! word whole``; it may end with files.  One that begins with ``%! pdf`` is a sketch
of a PDF file (see :mod:`ieeelint.starters.pdf_sketch`), and may end with files, too.
"""

from __future__ import annotations

import re

ROLE = re.compile(r"^%! ([a-z-]+)(?: ([^\n]*))?\n?", re.MULTILINE)
PLACE = "⟦"
ANONYMOUS = "%! anonymous"

PARTS = {
    "class": "\\documentclass[conference]{IEEEtran}",
    "preamble": "",
    "title": "Steady Flow in Narrow Pipes",
    "author": (
        "\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{\\textit{Institute of Flow}\\\\\n"
        "Porto, Portugal\\\\\nana@flow.example}"
    ),
    "abstract": (
        "Water moves through narrow pipes more slowly than through wide ones. We measure how much"
        " more slowly, over a wide range of diameters, and find that a simple law describes all of"
        " the measurements. The law holds for clean water and for water with fine sand. It lets an"
        " engineer choose a pipe without a computer, and it explains why old pipes seem to shrink"
        " with the years."
    ),
    "keywords": "Flow, friction, measurement, pipes, water",
    "body": "Water is wet.",
    "back": "",
    "references": (
        "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9,"
        " Mar. 2020."
    ),
}

SKELETON = """{class}
{preamble}
\\begin{{document}}
\\title{{{title}}}
\\author{{{author}}}
\\maketitle
\\begin{{abstract}}
{abstract}
\\end{{abstract}}
\\begin{{IEEEkeywords}}
{keywords}
\\end{{IEEEkeywords}}

\\section{{Introduction}}
Pipes are everywhere~\\cite{{lima}}.

{body}

{back}
\\begin{{thebibliography}}{{1}}
{references}
\\end{{thebibliography}}
\\end{{document}}
"""


WORD_SKELETON = """[paper title] {title}
[section columns=1]
[Author] Ana Lima<br/><i>Institute of Flow</i><br/>Porto, Portugal<br/>ana@flow.example
[section columns=1]
[Abstract] <i>Abstract</i>—{abstract}
[Keywords] <i>Keywords</i>—{keywords}
[heading 1] Introduction
[Body Text] Pipes are everywhere [1].
[references] A. Lima, “Pipes and sand,” <i>J. Flow</i>, vol. 1, no. 2, pp. 3–9, Mar. 2020.
[section columns=2]
"""
WORD_ROLE = re.compile(r"%! word( whole)?\n")
PDF_ROLE = "%! pdf"


def word_sketch(example: str) -> str:
    """The sketch of the Word draft in the example; empty for a LaTeX example."""
    match = WORD_ROLE.match(example)
    if match is None:
        return ""
    sketch = example[match.end() :].partition("%! file ")[0]
    content, _ = marked_place(sketch.replace(f"{ANONYMOUS}\n", ""))
    if match.group(1):
        return content
    sketch = WORD_SKELETON.format(**{**PARTS, "abstract": PARTS["abstract"].replace("\n", " ")})
    before, last = sketch.split("[references]")
    # The example's references follow those of the paper; its other lines precede the list.
    lines = content.strip("\n").split("\n")
    entries = [line for line in lines if line.startswith("[references")]
    body = [line for line in lines if line not in entries]
    entry, section = last.split("\n", 1)
    list_ = "\n".join(["[heading 5] References", f"[references]{entry}", *entries])
    return before + "\n".join(body) + "\n" + list_ + "\n" + section


def pdf_sketch(example: str) -> str:
    """The sketch of the PDF file in the example; empty for other examples.  Its first line has at
    least a space.
    """
    if not example.startswith(PDF_ROLE):
        return ""
    return example.removeprefix(PDF_ROLE).partition("%! file ")[0] + "\n"


def pictures_in(example: str) -> list[tuple[str, str]]:
    """The names of the bitmaps of a LaTeX example, and their pixels with other words."""
    return re.findall(r"^%! picture (\S+) (.*)$", example, re.MULTILINE)


def printed_sketch(example: str) -> str:
    """The sketch of the PDF file that was made from a LaTeX example; empty if it has none."""
    return next((content for role, _, content in parts(example) if role == "printed"), "")


def parts(example: str) -> list[tuple[str, str, str]]:
    """The example split at its role lines: role, detail after the role, content."""
    contents = []
    role, detail, start = "body", "", 0
    for match in ROLE.finditer(example):
        if example[start : match.start()].strip():
            contents.append((role, detail, example[start : match.start()]))
        role, detail, start = match.group(1), match.group(2) or "", match.end()
    if example[start:].strip() or not contents:
        contents.append((role, detail, example[start:]))
    return contents


def assemble(example: str) -> dict[str, str]:
    """The files of the example; the root is ``main.tex``.  Location marks are kept."""
    chosen = dict(PARTS)
    files: dict[str, str] = {}
    whole = ""
    for role, detail, content in parts(example):
        content = content.strip("\n")
        if role == "file":
            files[detail.strip()] = content + "\n"
        elif role == "document":
            whole = content + "\n"
        elif role in ("printed", "max", "copyright", "picture"):
            continue
        elif role in chosen:
            chosen[role] = content
        else:
            raise ValueError(f'an example has the unknown part "{role}"')
    if not whole:
        whole = SKELETON.format(**chosen)
    return {"main.tex": whole, **files}


def marked_place(text: str) -> tuple[str, int | None]:
    """The text without ``⟦`` and ``⟧``, and the offset of the mark."""
    at = text.find(PLACE)
    return text.replace("⟦", "").replace("⟧", ""), at if at >= 0 else None
