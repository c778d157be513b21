"""The widths, the font and the packages of the draft that a table is for.

The widths are those that IEEEtran.cls V1.8b has with each set of options.  Tables are set in
``\\footnotesize``.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from ieeelint.report.records import ReportError

POINTS_OF_BIG_POINT = 72.27 / 72


@dataclass(slots=True, frozen=True)
class Document:
    """The class options and packages of a LaTeX draft; the default is a journal paper with
    10-point text.
    """

    conference: bool = False
    compsoc: bool = False
    one_column: bool = False
    large: bool = False  # 11 or 12 points
    packages: frozenset[str] = field(default_factory=frozenset)

    @property
    def kind(self) -> str:
        """ "conference", "journal" or "compsoc", as for the Word writer."""
        return "compsoc" if self.compsoc else "conference" if self.conference else "journal"

    @property
    def column(self) -> float:
        """The width of a column in points."""
        if self.one_column:
            return 469.75 if self.large else self.page
        return (243.91 if self.conference else 252.94) if self.compsoc else 252.0

    @property
    def page(self) -> float:
        """The width of the text in points."""
        return (505.89 if self.conference else 517.93) if self.compsoc else 516.0

    @property
    def height(self) -> float:
        """The height of the text in points."""
        if self.compsoc:
            return 652.0 if self.conference else 706.5
        return 672.0 if self.conference else 696.0

    @property
    def line(self) -> float:
        """The distance of lines in tables in points, before it is stretched."""
        return 10.5 if self.large else 9.0

    @property
    def face(self) -> str:
        """The font of tables, as in ``data/faces.toml``."""
        return "palatino" if self.compsoc and not self.conference else "times"

    @property
    def size(self) -> float:
        """The font size of tables in points."""
        return 9.0 if self.large else 8 * POINTS_OF_BIG_POINT if self.compsoc else 8.0


def of(path: str) -> Document:
    """The document of a ``.tex`` file, from its class and packages, or of a ``.docx`` file.

    Raises ReportError if the file cannot be read.
    """
    if path.lower().endswith(".docx"):
        return Document(conference=True)
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(200_000)
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror or error}", os.fspath(path)) from None
    return read(text)


def read(text: str) -> Document:
    """The document with this preamble."""
    preamble = re.sub(r"(?<!\\)%.*", "", text.partition(r"\begin{document}")[0])
    declaration = re.search(r"\\documentclass\s*(?:\[([^\]]*)\])?\s*\{([^}]*)\}", preamble)
    options = _split(declaration.group(1) or "") if declaration else frozenset()
    packages = frozenset().union(
        *map(_split, re.findall(r"\\usepackage\s*(?:\[[^\]]*\])?\s*\{([^}]*)\}", preamble)), ()
    )
    return Document(
        conference="conference" in options,
        compsoc="compsoc" in options,
        one_column=bool(options & {"onecolumn", "peerreview", "peerreviewca"}),
        large=bool(options & {"11pt", "12pt"}),
        packages=packages,
    )


def _split(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(",") if name.strip())
