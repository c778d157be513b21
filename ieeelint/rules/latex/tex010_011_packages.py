"""TEX010, 011: packages that do not work in a paper of IEEE."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.widths import is_two_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


@rule(
    "TEX010",
    "tex-longtable",
    ERROR,
    "documentation of the package longtable",
    bad=["%! preamble\n\\usepackage{longtable}\n%! body\n⟦\\begin{longtable}⟧{c}1\\end{longtable}"],
    good=[
        "%! preamble\n\\usepackage{longtable}\n%! body\nWater is wet.",
        "%! class\n\\documentclass[journal,onecolumn]{IEEEtran}\n%! body\n"
        "\\begin{longtable}{c}1\\end{longtable}",
        "\\onecolumn\\begin{longtable}{c}1\\end{longtable}",
    ],
    formats=("latex",),
)
def long_tables(context: Context) -> Iterator[Finding]:
    """The environment longtable does not work in two columns: LaTeX stops.

    Pandoc writes it for every table. Use a tabular in a table, or table* across both columns, and
    divide a table that is longer than a page.
    """
    view = context.latex
    if view is None or not is_two_column(context):
        return
    for environment in view.environments("longtable", "xltabular"):
        yield Finding(
            environment.begin,
            f"{environment.name} does not work in two columns: LaTeX stops. Write a tabular in a"
            " table, or in table* across both columns.",
        )


@rule(
    "TEX011",
    "tex-type-3-fonts",
    WARNING,
    "IEEE Xplore PDF requirements, fonts",
    bad=["%! preamble\n\\usepackage{⟦bbm⟧}"],
    good=["%! preamble\n\\usepackage{amssymb,dsfont}"],
    formats=("latex",),
)
def type_3_fonts(context: Context) -> Iterator[Finding]:
    r"""Do not load packages whose fonts are bitmaps: IEEE Xplore rejects Type 3 fonts.

    Such fonts look poor on a screen. For the indicator function load dsfont and write
    \mathds{1}; for blackboard letters write \mathbb of amssymb.
    """
    view = context.latex
    if view is None:
        return
    for name, instead in context.vocabulary.classes.fonts.bitmap.items():
        package = view.packages.get(name)
        if package is not None:
            yield Finding(
                package.name_span,
                f'The package "{name}" has Type 3 fonts, which IEEE Xplore rejects. {instead}',
            )
