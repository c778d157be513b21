"""PDF001, 002: fonts that are not embedded, and bitmap fonts (Type 3)."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.phrases import quoted
from ieeelint.rules import ERROR, INFO, rule
from ieeelint.rules.support.pdf_places import pages_in_words, place_of_figure
from ieeelint.tables import table
from ieeelint.views.pdf_parts import TYPE3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.pdf_parts import Font


@rule(
    "PDF001",
    "pdf-fonts-embedded",
    ERROR,
    "IEEE Xplore PDF specification; IEEE PDF eXpress",
    bad=[
        "%! pdf\n[font Helvetica missing] 60 700 10 Rate in Mb/s",
        "%! pdf\n[font Helvetica missing figure=rate.pdf maker=MATLAB] 60 700 8 Rate in Mb/s",
        "%! pdf\n[font Arial whole] 60 700 10 Rate in Mb/s",
        "%! pdf\n[font Symbol missing] 60 700 10 abc\n[page]\n[font Symbol missing] 60 700 10 abc",
        "%! pdf\n[font A missing] 60 700 10 abc\n[font B missing] 60 700 10 abc",
        "%! pdf" + "\n[page]\n[font Symbol missing] 60 700 10 abc" * 5,
    ],
    good=[
        "%! pdf",
        "%! pdf\n[font Helvetica] 60 700 10 Rate in Mb/s",
        "%! pdf\n[font Helvetica missing unused]",
        "%! pdf\n[font DejaVuSans type3] 60 700 10 Rate",
    ],
    formats=("pdf",),
)
def fonts_embedded(context: Context) -> Iterator[Finding]:
    """Every font is embedded in the PDF file, as a subset of its characters.

    Without the font, another one replaces it on other machines, and formulas lose their signs;
    IEEE PDF eXpress rejects the file. The standard fonts of PDF, such as Helvetica and Times, must
    be embedded, too. Plots are the usual source: the message names the file. A font that is
    embedded as a whole is only a hint, because it makes the file large.
    """
    view = context.pdf
    if view is None:
        return
    missing = [font for font in view.fonts if not font.is_embedded]
    for figure, fonts in _by_figure(missing):
        verb = "is" if len({font.name for font in fonts}) == 1 else "are"
        words = f"{quoted(font.name for font in fonts)} {verb} not embedded"
        yield _finding(context, figure, fonts, words, "embed")
    for font in view.fonts:
        if font.is_embedded and not font.is_subset:
            message = (
                f'The whole font "{font.name}" is embedded. Embed only the characters that the'
                " text uses."
            )
            yield Finding(view.page(min(font.pages)).span, message, severity=INFO)


@rule(
    "PDF002",
    "pdf-no-type3",
    ERROR,
    "IEEEtran HOWTO, App. D; IEEE Xplore PDF specification",
    bad=[
        "%! pdf\n[font DejaVuSans type3] 60 700 10 Rate in Mb/s",
        "%! pdf\n[font DejaVuSans type3 figure=figs/rate.pdf maker=Matplotlib] 60 700 8 Rate",
        "%! pdf\n[font A type3] 60 40 10 Rate\n[font B type3] 60 40 10 Rate",
        "\\includegraphics{rig} ⟦\\includegraphics{rate}⟧\n"
        "%! printed\n[font DejaVuSans type3 figure=figs/rate.pdf] 60 700 8 Rate",
        "\\includegraphics{rig} ⟦\\includegraphics{figs/rate.pdf}⟧\n"
        "%! printed\n[font DejaVuSans type3 figure=figs/rate.pdf] 60 700 8 Rate",
    ],
    good=["%! pdf", "%! pdf\n[font DejaVuSans type3 unused]"],
    formats=("pdf",),
)
def no_type3(context: Context) -> Iterator[Finding]:
    """A PDF file has no Type 3 fonts.

    These fonts are bitmaps or drawings: they print and search badly, and many submission systems
    reject them. They come from matplotlib, which needs rcParams["pdf.fonttype"] = 42, from MATLAB,
    and from LaTeX installations without outline fonts.
    """
    view = context.pdf
    if view is None:
        return
    for figure, fonts in _by_figure([font for font in view.fonts if font.kind == TYPE3]):
        noun = "is a Type 3 font" if len({font.name for font in fonts}) == 1 else "are Type 3 fonts"
        words = f"{quoted(font.name for font in fonts)} {noun}"
        yield _finding(context, figure, fonts, words, "type3")


def _by_figure(fonts: list[Font]) -> list[tuple[str, list[Font]]]:
    """The fonts of each included file; those of the page itself with an empty name."""
    found: dict[str, list[Font]] = {}
    for font in fonts:
        for figure in font.figures:
            found.setdefault(figure, []).append(font)
        if font.on_page:
            found.setdefault("", []).append(font)
    return list(found.items())


def _finding(context: Context, figure: str, fonts: list[Font], words: str, fault: str) -> Finding:
    """The finding about the fonts of an included file, or of the page."""
    pages = set[int]().union(*(font.pages for font in fonts))
    origin = f'in the figure "{figure}"' if figure else f"on {pages_in_words(pages)}"
    span = place_of_figure(context, figure, pages)
    return Finding(span, f"{words}, {origin}. {_remedy(figure, fonts, fault)}")


def _remedy(figure: str, fonts: list[Font], fault: str) -> str:
    """How to make a better file, as far as the PDF file says which program made this one."""
    facts = table("pdf")
    remedies: dict[str, str] = facts["remedies"]
    remedy = remedies[fault if figure else f"file_{fault}"]
    makers = " ".join(maker for font in fonts for maker in font.makers).lower()
    for maker in facts["makers"] if figure else ():
        if maker["name"].lower() in makers:
            remedy = maker[fault]
            break
    return remedy.format(figure=figure)
