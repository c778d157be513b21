"""GFX004, 005: formats of picture files, linked pictures, and the fonts in included PDF files."""

from __future__ import annotations

import os
import re

from ieeelint import inputs
from ieeelint.finding import Finding
from ieeelint.inputs import InputError
from ieeelint.phrases import quoted
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.tables import table
from ieeelint.views.word_pictures import linked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

FORMATS = (".bmp", ".gif", ".webp", ".svg", ".heic", ".avif")
LARGEST = 10_000_000  # bytes of an included PDF file that is looked at
# In the objects of a PDF file that are not compressed; those of most plots are not.
TYPE3 = re.compile(rb"/Subtype\s*/Type3\b")
BARE = re.compile(
    rb"<<(?:(?!<<|>>|/FontDescriptor).){0,600}?/BaseFont\s*/"
    rb"(Helvetica|Times|Courier|Symbol|ZapfDingbats|Arial)\b"
    rb"(?:(?!<<|>>|/FontDescriptor).){0,600}?>>",
    re.DOTALL,
)


@rule(
    "GFX004",
    "gfx-format-and-presence",
    WARNING,
    "IEEE, Preparing Your Graphics; IEEE Xplore PDF specification",
    bad=[
        "\\begin{figure}[t]\n⟦\\includegraphics{rig.bmp}⟧\n\\caption{The rig.}\n\\end{figure}\n"
        "%! file rig.bmp\nx",
        "%! word\n[Body Text] <picture linked/>\n[figure caption] The rig.",
    ],
    good=[
        "\\begin{figure}[t]\n\\includegraphics{rig}\n\\caption{The rig.}\n\\end{figure}",
        "%! word\n[Body Text] <picture/>\n[figure caption] The rig.",
    ],
    formats=("latex", "word"),
)
def formats(context: Context) -> Iterator[Finding]:
    """Pictures are in the file, and in a format that IEEE accepts: PDF, EPS, PNG, TIFF, or JPEG.

    A picture that Word only links to is missing on every other machine: insert it. Formats of the
    web, such as GIF and WebP, and BMP files need to be converted.
    """
    if context.word is not None:
        for address, span in linked(context.word):
            message = f'The picture is only a link to "{address}". Insert the picture itself.'
            yield Finding(span, message, severity=ERROR)
    if context.latex is None:
        return
    from ieeelint.views.pictures import pictures

    for name, span in pictures(context.paper, context.latex):
        ending = os.path.splitext(name)[1].lower()
        if ending in FORMATS:
            message = f'IEEE does not accept {ending} files. Convert "{name}" to PDF or PNG.'
            yield Finding(span, message)


@rule(
    "GFX005",
    "gfx-fonts-inside",
    WARNING,
    "IEEE, Preparing Your Graphics; IEEE conference template",
    bad=[
        "\\begin{figure}[t]\n⟦\\includegraphics{rate}⟧\n\\caption{The rate.}\n\\end{figure}\n"
        "%! file rate.pdf\n%PDF-1.4\n<< /Type /Font /BaseFont /DejaVuSans /Subtype /Type3 >>\n"
        "<< /Producer (Matplotlib pdf backend v3.8) >>",
        "\\begin{figure}[t]\n⟦\\includegraphics{rate}⟧\n\\caption{The rate.}\n\\end{figure}\n"
        "%! file rate.pdf\n%PDF-1.4\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\n"
        "<< /Producer (MATLAB) >>",
        "⟦\\includegraphics{rate}⟧ \\includegraphics{rate.pdf}\n%! file rate.pdf\n%PDF-1.4\n"
        "<< /Type /Font /BaseFont /Helvetica >> << /Type /Font /BaseFont /Times >>",
    ],
    good=[
        "\\begin{figure}[t]\n\\includegraphics{rate}\n\\caption{The rate.}\n\\end{figure}\n"
        "%! file rate.pdf\n%PDF-1.4\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        " /FontDescriptor 3 0 R >>",
        "\\begin{figure}[t]\n\\includegraphics{rate}\n\\caption{The rate.}\n\\end{figure}\n"
        "%! file rate.png\nwords",
        "\\includegraphics{rate}\n"
        "%! file rate.pdf\n%PDF-1.4\n<< /Type /Font /BaseFont /DejaVuSans /Subtype /Type3 >>\n"
        "%! printed\n[font Times] 60 40 10 Water",
    ],
    formats=("latex",),
)
def fonts_inside(context: Context) -> Iterator[Finding]:
    """The fonts in included PDF files are embedded, and are not Type 3.

    They come into the PDF file of the paper, which submission systems then reject. If that file is
    newer than the draft, it is checked instead (PDF001, PDF002).
    """
    view = context.latex
    if view is None or context.pdf is not None:
        return
    from ieeelint.views.file_names import Files
    from ieeelint.views.pictures import folders_of_pictures, home, pictures

    files, seen = Files(), set[str]()
    folder = home(context.paper)
    for name, span in pictures(context.paper, view):
        path, _ = files.find(name, folders_of_pictures(view, folder, span), ("", ".pdf", ".PDF"))
        if not path.lower().endswith(".pdf") or path in seen:
            continue
        seen.add(path)
        try:
            data = inputs.bytes_of(path, LARGEST)
        except InputError:
            continue
        for fault, words in _faults(data):
            remedy = _remedy(data, fault, os.path.basename(path))
            yield Finding(span, f'In "{os.path.basename(path)}", {words}. {remedy}')


def _faults(data: bytes) -> Iterator[tuple[str, str]]:
    """The faults of the fonts in an included PDF file: a key of the remedies, and words."""
    if TYPE3.search(data):
        yield "type3", "fonts are Type 3"
    bare = [match.group(1).decode("ascii") for match in BARE.finditer(data)]
    if bare:
        yield "embed", f"{quoted(bare)} {'is' if len(set(bare)) == 1 else 'are'} not embedded"


def _remedy(data: bytes, fault: str, name: str) -> str:
    """How the program that wrote the file makes a better one."""
    facts = table("pdf")
    remedy: str = facts["remedies"][fault]
    producer = data[max(data.find(b"/Producer"), 0) :][:200].lower()
    for maker in facts["makers"]:
        if b"/producer" in producer and maker["name"].lower().encode() in producer:
            remedy = maker[fault]
            break
    return remedy.format(figure=name)
