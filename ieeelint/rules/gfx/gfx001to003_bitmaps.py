"""GFX001, 002, 003: the resolution of bitmaps, plots as JPEG, and pictures that are too deep."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.phrases import plural
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.printed_bitmaps import printed_bitmaps
from ieeelint.views.pdf_parts import INCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.rules.support.printed_bitmaps import PrintedBitmap

LEAST = 290  # pixels per inch: 300, and what rounding takes
POOR = 200  # pixels per inch that readers notice
LINE_ART = 580
SMALLEST = 0.5  # inches: smaller pictures are signs and logos
PORTRAIT = 1.0, 1.25  # inches: those of authors
LEAST_OF_PORTRAIT = 220
FEWEST_PIXELS = 16  # in a direction: fewer are a color bar or a gradient
DEEPEST = 8.8  # inches


@rule(
    "GFX001",
    "gfx-resolution",
    WARNING,
    "IEEE, Preparing Your Graphics; IEEE Xplore PDF specification",
    bad=[
        "\\begin{figure}[t]\n⟦\\includegraphics[width=\\columnwidth]{rig}⟧\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 600x400",
        "\\begin{figure}[t]\n⟦\\includegraphics[width=.5\\linewidth]{rig.jpg}⟧\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.jpg 500x400",
        "\\begin{figure*}[t]\n⟦\\includegraphics[width=\\linewidth]{rig}⟧\n"
        "\\caption{The rig.}\n\\end{figure*}\n%! picture rig.png 1000x400",
        "\\begin{figure}[t]\n⟦\\includegraphics[width=8cm]{rig}⟧\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 1200x800 lines",
        "%! word\n[Body Text] <picture 300x150/>\n[figure caption] The rig.",
        "%! pdf\n[image 300x200] 60 400 252 168",
        "%! pdf\n[image 500x160] 60 400 252 80",
        "%! pdf\n[image 600x400 lines] 60 400 252 168",
    ],
    good=[
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 1050x700",
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth,trim=1 1 1 1]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 600x400",
        "\\begin{figure}[t]\n\\includegraphics[scale=.5]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 600x400",
        "\\begin{figure}[t]\n\\begin{minipage}{2cm}\\includegraphics[width=\\linewidth]{rig}"
        "\\end{minipage}\n\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 300x400",
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! file rig.png\nwords",
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! file rig.pdf\nwords",
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth]{\\name}\n"
        "\\caption{The rig.}\n\\end{figure}",
        "\\begin{figure}[t]\n\\includegraphics[width=\\mywidth]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 60x40",
        "\\begin{figure}[t]\n\\begin{tikzpicture}[width=3in]\\end{tikzpicture}\n"
        "\\caption{The rig.}\n\\end{figure}",
        "%! class\n\\documentclass[journal,onecolumn]{IEEEtran}\n%! body\n"
        "\\begin{figure}[t]\n\\includegraphics[width=\\columnwidth]{rig}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! picture rig.png 600x400",
        "%! word\n[Body Text] <picture/>\n[figure caption] The rig.",
        "%! pdf\n[image 1050x700] 60 400 252 168",
        "%! pdf\n[image 30x30] 60 400 20 20",
        "%! pdf\n[image 200x30] 60 400 252 20",
        "%! pdf\n[image 250x310] 60 400 72 90",
        "%! pdf\n[image 256x8] 60 400 252 10",
        "%! pdf\n[image 256x8] 60 400 252 168",
        "%! pdf\n[image 2400x1600 lines] 60 400 252 168",
    ],
    formats=("latex", "word", "pdf"),
)
def resolution(context: Context) -> Iterator[Finding]:
    r"""A bitmap has 300 pixels for each printed inch, and 600 if it is black and white.

    A picture across one column (3.5 in) needs 1050 pixels, one across two columns (7.16 in) 2150.
    More pixels from a program that enlarges pictures do not help: export it again, or use a vector
    format for plots. Word reduces pictures when it saves a file: turn that off in its options. Up
    to 200 pixels per inch this is a warning, then info; portraits of authors need 220.
    """
    for bitmap in printed_bitmaps(context):
        least, severity = _least(bitmap)
        found = bitmap.resolution
        if found >= least:
            continue
        if severity == WARNING and found >= POOR:
            severity = INFO
        across, down = bitmap.pixels
        subject = f'"{bitmap.name}" has' if bitmap.name else "This picture has"
        wanted = 600 if least == LINE_ART else 300
        width = bitmap.inches[0]
        message = (
            f"{subject} {across} × {down} pixels on {width:.2g} in, which is {found:.0f} for each"
            f" inch. Export it with {wanted} or more ({wanted * width:.0f} pixels across), or as a"
            " vector graphic."
        )
        yield Finding(bitmap.span, message, severity=severity)


def _least(bitmap: PrintedBitmap) -> tuple[float, str]:
    """The least resolution of a bitmap, and the severity of less; 0 for what does not count."""
    width, height = bitmap.inches
    if min(bitmap.pixels) < FEWEST_PIXELS or width < SMALLEST or 0 < height < SMALLEST:
        return 0.0, WARNING
    if bitmap.bits == 1 and bitmap.resolution >= LEAST:
        return LINE_ART, INFO
    if 0 < height <= PORTRAIT[1] + 0.1 and width <= PORTRAIT[0] + 0.1:
        return LEAST_OF_PORTRAIT, WARNING
    return LEAST, WARNING


@rule(
    "GFX002",
    "gfx-vector-line-art",
    INFO,
    "IEEEtran HOWTO, App. D; IEEE, Preparing Your Graphics",
    bad=[
        "%! pdf\n[image 800x600 jpeg flat] 60 400 252 168",
        "%! pdf\n[image 800x600 jpeg flat] 60 400 252 168\n[image 800x600 jpeg flat] 60 90 252 168",
    ],
    good=[
        "%! pdf\n[image 800x600 jpeg] 60 400 252 168",
        "%! pdf\n[image 800x600 flat] 60 400 252 168",
        "%! pdf\n[image 60x60 jpeg flat] 60 400 10 10",
    ],
    formats=("pdf",),
)
def vector_line_art(context: Context) -> Iterator[Finding]:
    """Plots and drawings are not JPEG files.

    JPEG is for photographs: around lines and letters it leaves shadows. Export plots as PDF or EPS,
    which print sharply at any size, and screenshots as PNG.
    """
    view = context.pdf
    if view is None:
        return
    for page in view.pages:
        plots = [
            image
            for image in page.images
            if image.is_plot and min(image.width, image.height) >= SMALLEST * INCH
        ]
        if plots:
            verb = "are JPEG files" if len(plots) > 1 else "is a JPEG file"
            message = (
                f"On this page, {plural(len(plots), 'picture')} with the flat colors of a plot or a"
                f" drawing {verb}. Export it as a vector graphic, or a screenshot as PNG."
            )
            yield Finding(page.span, message)


@rule(
    "GFX003",
    "gfx-size",
    INFO,
    "IEEE, Preparing Your Graphics",
    bad=[
        "%! pdf\n[image 1200x2900] 60 20 252 650",
        "%! pdf\n[image 2400x1500] 10 20 590 300",
    ],
    good=["%! pdf\n[image 2200x2600] 60 60 500 620", "%! pdf\n[image 30x30] 10 20 590 700"],
    formats=("word", "pdf"),
)
def size(context: Context) -> Iterator[Finding]:
    """A picture is at most 7.16 in wide and 8.8 in deep.

    A larger picture does not fit the page with its caption. Divide it into two figures.
    """
    for bitmap in printed_bitmaps(context):
        width, height = bitmap.inches
        if min(bitmap.pixels) >= 100 and (height > DEEPEST or width > 7.5):
            message = (
                f"This picture is {width:.1f} in wide and {height:.1f} in deep, but a page has room"
                " for 7.16 × 8.8 in. Make it smaller, or divide it."
            )
            yield Finding(bitmap.span, message)
