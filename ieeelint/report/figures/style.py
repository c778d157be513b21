"""The look of figures: sizes and type of IEEE, and colors, markers and dashes that differ in gray.

Sources: IEEE Author Center, "Resolution and size" (widths of 3.5 in and 7.16 in), IEEE
conference template (labels in 8-point Times New Roman, quantity in words, unit in parentheses).
Colors: M. Okabe and K. Ito, "Color universal design," 2008, in an order in which the luma of
adjacent colors differs.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from matplotlib.typing import LineStyleType

WIDTHS = {"column": 3.5, "page": 7.16}  # inches
HEIGHTS = {"column": 2.3, "page": 2.8}  # inches
SIZE = 8  # points
FAMILY = ("Times New Roman", "Nimbus Roman", "TeX Gyre Termes", "Liberation Serif", "STIXGeneral")

# In this order the luma of adjacent colors (and of the last and the first) differs by 0.12 or more.
COLORS = ("#000000", "#E69F00", "#0072B2", "#CC79A7", "#009E73", "#56B4E9", "#D55E00", "#F0E442")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
DASHES: tuple[LineStyleType, ...] = (
    "-",
    (0, (4, 1.5)),
    (0, (1, 1)),
    (0, (5, 1, 1, 1)),
    (0, (3, 1, 1, 1, 1, 1)),
    (0, (7, 2)),
    (0, (2, 2)),
    (0, (1, 3)),
)
HATCHES = ("", "////", "....", "\\\\\\\\", "xxxx", "----", "++++", "oooo")
MAX_SERIES = len(COLORS)  # series that are distinguishable


def luma(color: str) -> float:
    """The brightness of a color "#rrggbb" in gray, from 0 to 1 (ITU-R BT.601)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def settings(family: list[str]) -> dict[str, str | float | list[str]]:
    """The settings of matplotlib for one figure.  They are not applied globally."""
    return {
        "font.family": "serif",
        "font.serif": family,
        "font.size": SIZE,
        "mathtext.fontset": "stix",
        "axes.labelsize": SIZE,
        "xtick.labelsize": SIZE,
        "ytick.labelsize": SIZE,
        "legend.fontsize": SIZE,
        "pdf.fonttype": 42,
        "ps.fonttype": 42,
        "svg.fonttype": "none",
        "svg.hashsalt": "ieeelint",
        "axes.linewidth": 0.5,
        "xtick.major.width": 0.5,
        "ytick.major.width": 0.5,
        "xtick.minor.width": 0.4,
        "ytick.minor.width": 0.4,
        "xtick.direction": "in",
        "ytick.direction": "in",
        "xtick.top": True,
        "ytick.right": True,
        "lines.linewidth": 1.0,
        "lines.markersize": 3.5,
        "hatch.linewidth": 0.4,
        "patch.linewidth": 0.5,
        "legend.frameon": False,
        "legend.handlelength": 2.6,
        "axes.unicode_minus": True,
        "text.usetex": False,
        "text.parse_math": False,
        "figure.dpi": 100,
        "savefig.dpi": 600,
        "path.simplify": False,
    }
