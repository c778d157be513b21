"""TEX002: manual changes of margins, columns, line spacing and the space around things."""

from __future__ import annotations

from ieeelint.finding import Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, rule
from ieeelint.rules.support.latex_class import DRAFT_MODES
from ieeelint.rules.support.latex_source import Nesting, Regions, comment_out, float_regions, unload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView, Package

# \setlength{\parskip}{2pt}, \setlength\parskip{2pt}, \addtolength…
SET_LENGTH = r"\s*(?:\{\s*\\([a-zA-Z@]+)\s*\}|\\([a-zA-Z@]+))\s*\{[^{}]{0,200}\}"
# \parskip=2pt, \parskip 2pt plus 1pt, \textheight=\paperheight
ASSIGNED = (
    r"\s*(?:=\s*(?:-?\s*[\d.]+\s*(?:true\s*)?[a-z]{2}|-?[\d.]*\s*\\[a-zA-Z@]+)"
    r"|(?:by\s*)?-?[\d.]+\s*(?:true\s*)?"
    r"(?:pt|in|cm|mm|em|ex|pc|bp)\b)(?:\s*(?:plus|minus)\s*-?[\d.]+\s*[a-z]{2,4}){0,2}"
)
SINGLE = frozenset({"1", "1.0", "1.00", ""})
# What a package brings: where one is used, taking the package out breaks the draft.
BRINGS = {
    "setspace": (
        "doublespacing",
        "onehalfspacing",
        "singlespacing",
        "setstretch",
        "SetSinglespace",
    ),
    "geometry": ("newgeometry", "geometry", "restoregeometry", "savegeometry", "loadgeometry"),
    "titlesec": (
        "titleformat",
        "titlespacing",
        "titlespacing*",
        "titlelabel",
        "titleformat*",
        "titlerule",
    ),
    "sectsty": ("sectionfont", "subsectionfont", "allsectionsfont", "subsubsectionfont"),
    "parskip": ("parskip",),
    "vmargin": ("setmargins", "setpapersize", "setmarginsrb"),
    "anysize": ("marginsize", "papersize"),
}
ALTERS = {
    "setspace": "is for other line spacing",
    "doublespace": "changes the line spacing",
    "titlesec": "changes the section headings",
    "sectsty": "changes the section headings",
    "parskip": "changes paragraphs and lists",
    "savetrees": "shrinks the whole layout",
    "compactsec": "shrinks the space around headings",
}


@rule(
    "TEX002",
    "tex-layout-override",
    ERROR,
    "IEEE conference template, sec. II-B; bare_conf.tex",
    bad=[
        "%! preamble\n\\usepackage[margin=.7in]{⟦geometry⟧}",
        "%! preamble\n\\usepackage{⟦setspace⟧}",
        "%! preamble\n⟦\\setlength{\\parskip}⟧{2pt}",
        "%! preamble\n⟦\\addtolength⟧\\textheight{1cm}",
        "%! preamble\n⟦\\textheight⟧=9.5in",
        "%! preamble\n⟦\\renewcommand{\\baselinestretch}⟧{0.95}",
        "%! preamble\n⟦\\linespread⟧{0.93}",
        (
            "%! class\n"
            "⟦\\newcommand{\\CLASSINPUTtoptextmargin}⟧{2cm}\n"
            "\\documentclass[conference]{IEEEtran}"
        ),
        "%! back\n⟦\\addtolength⟧{\\textheight}{-4cm}",
    ],
    good=[
        "%! preamble\n\\usepackage[pass]{geometry}",
        "%! preamble\n\\setlength{\\tabcolsep}{3pt}\n\\renewcommand{\\arraystretch}{1.2}",
        "%! preamble\n\\renewcommand{\\baselinestretch}{1.0}\n\\emergencystretch=1em",
        "%! preamble\n% \\usepackage{fullpage}",
        "\\begin{minipage}{4cm}\\setlength{\\parskip}{2pt}\nSmall text.\n\\end{minipage}",
        (
            "\\section{Results}\n"
            "See Table~\\ref{t}.\n"
            "\\begin{table}[t]\\setlength{\\abovecaptionskip}{2pt}\n"
            "\\caption{Gains}\\label{t}\n"
            "\\begin{tabular}{c}1\\end{tabular}\n"
            "\\end{table}"
        ),
        "The width is .45\\textwidth and the rule \\rule{0.5\\columnwidth}{1pt} is short.",
        "%! preamble\n\\newcommand{\\tight}{\\setlength{\\parskip}{0pt}}",
    ],
    fixes=[
        (
            "%! preamble\n\\usepackage[margin=.7in]{geometry}",
            "%! preamble\n% \\usepackage[margin=.7in]{geometry}",
        ),
        ("%! preamble\n\\usepackage{url,fullpage}", "%! preamble\n\\usepackage{url}"),
        ("%! preamble\n\\setlength{\\parskip}{2pt}", "%! preamble\n% \\setlength{\\parskip}{2pt}"),
    ],
    formats=("latex",),
)
def layout_override(context: Context) -> Iterable[Finding]:
    """Margins, columns, line spacing and the space around headings, floats and formulas stay as
    the class sets them.

    The class makes all pages of a volume look alike, and page limits count its
    pages. Editors measure the margins and return papers that changed them.
    Settings inside one table or float are free.
    """
    view = context.latex
    if view is None:
        return
    layout = context.vocabulary.classes.layout
    for name in layout.packages:
        package = view.packages.get(name)
        if package is not None and not _is_harmless(package):
            used = view.commands(*BRINGS.get(name, ())) or view.environments(
                "spacing", "doublespace"
            )
            yield Finding(
                package.name_span,
                f'The package "{name}" {ALTERS.get(name, "changes the margins")}. '
                "IEEE's class prescribes the layout: remove it.",
                None if used else Fix(unload(package)),
            )
    local = Local(context.paper)
    yield from _spacing(context, view, local)
    yield from _lengths(view, local, layout.lengths)
    yield from _columns(view, local)
    yield from _class_input(view)
    yield from _lists(view)


def _is_harmless(package: Package) -> bool:
    """True for geometry that only shows or passes the page of the class on."""
    if package.name != "geometry" or not package.options:
        return False
    return all(option.strip() in ("pass", "showframe", "verbose") for option, _ in package.options)


class Local:
    """Tells where a setting holds for a part only: in a float, a box, a group or a macro."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.nesting = Nesting()
        self._floats: Regions | None = None

    def covers(self, span: Span) -> bool:
        """True when ``span`` stands in a float, a group or an environment."""
        return self.in_float(span) or self.nesting.is_local(span)

    def in_float(self, span: Span) -> bool:
        """True when ``span`` stands in a float."""
        if self._floats is None:
            self._floats = float_regions(self.paper)
        return self._floats.cover(span)

    def frees(self, command: Command) -> bool:
        """True when what ``command`` sets is not set for the whole paper."""
        return command.in_definition or (not command.in_preamble and self.covers(command.name_span))


def _spacing(context: Context, view: LatexView, local: Local) -> Iterator[Finding]:
    """Line spacing by command or by macro."""
    if context.stage != "camera-ready" and any(
        option in DRAFT_MODES for option, _ in view.class_options
    ):
        return
    advice = "IEEE's class prescribes the line spacing: remove this."
    stretch = view.definitions.get("baselinestretch")
    if stretch is not None and stretch.body.strip() not in SINGLE:
        span = stretch.span
        if not local.covers(span):
            yield Finding(
                span,
                f"The lines are set {stretch.body.strip()} apart. {advice}",
                Fix(comment_out(span)),
            )
    for command in view.commands("linespread", "setstretch"):
        value = command.argument(0).strip()
        if value not in SINGLE and not local.frees(command):
            yield Finding(
                command.span,
                f"The lines are set {value} apart. {advice}",
                Fix(comment_out(command.span)),
            )
    for command in view.commands("doublespacing", "onehalfspacing"):
        if not local.frees(command):
            yield Finding(
                command.name_span,
                f"\\{command.name} spreads the lines. {advice}",
                Fix(comment_out(command.name_span)),
            )
    for environment in view.environments("spacing", "doublespace", "onehalfspace"):
        if not local.in_float(environment.span):
            yield Finding(
                environment.begin, f"The environment {environment.name} spreads the lines. {advice}"
            )


def _lengths(view: LatexView, local: Local, lengths: frozenset[str]) -> Iterator[Finding]:
    """Lengths of the page, of paragraphs and of floats."""
    for command in view.commands("setlength", "addtolength"):
        match = pattern(SET_LENGTH).match(command.span.source.text, command.name_span.end)
        if match is None:
            continue
        name = match[1] or match[2]
        if name in lengths and not local.frees(command):
            span = Span(command.span.source, command.name_span.start, match.end())
            yield _changed(name, span, view)
    for command in view.commands(*lengths):
        text = command.span.source.text
        following = text[command.name_span.end : command.name_span.end + 12].lstrip()
        if (
            following[:1] not in tuple("=-.0123456789b")
            or following[:1] == "b"
            and following[:2] != "by"
        ):
            continue
        match = pattern(ASSIGNED).match(text, command.name_span.end)
        if match is None or local.frees(command):
            continue
        start = command.name_span.start
        before = text[max(start - 12, 0) : start].rstrip()
        if before.endswith("\\advance"):
            start = text.rindex("\\advance", 0, start)
        elif "=" not in match[0] and not command.in_preamble:
            continue
        yield _changed(command.name, Span(command.span.source, start, match.end()), view)


def _changed(name: str, span: Span, view: LatexView) -> Finding:
    """A length that the class prescribes is changed."""
    if view.class_name.lower().endswith("ieeeconf") and name == "textheight":
        return Finding(
            span,
            "The page is shortened by hand to balance the last columns. Set it last, when the text"
            " is final.",
            severity=INFO,
        )
    message = f"\\{name} is changed here. IEEE's class prescribes it: remove this line."
    if name == "textheight" and span.text.startswith("\\addtolength") and "{-" in span.text:
        message = (
            "\\textheight is changed here. To balance the last page, let the publisher do it:"
            " remove this line."
        )
    return Finding(span, message, Fix(comment_out(span)))


def _columns(view: LatexView, local: Local) -> Iterator[Finding]:
    """Columns and pages changed in the text."""
    for command in view.commands("onecolumn", "newgeometry", "geometry"):
        if command.name == "geometry" and command.argument(0).strip() in ("", "pass", "showframe"):
            continue
        if not command.in_definition:
            what = "one column" if command.name == "onecolumn" else "other margins"
            yield Finding(
                command.span,
                f"\\{command.name} gives {what}. IEEE papers keep two columns and the margins of"
                " the class: remove it.",
            )
    for environment in view.environments("multicols", "multicols*"):
        if not local.in_float(environment.span):
            yield Finding(
                environment.begin,
                "multicols sets columns of its own. IEEE's class makes the two columns: remove the"
                " environment.",
            )


def _class_input(view: LatexView) -> Iterator[Finding]:
    """The hooks by which IEEEtran lets a publisher set margins."""
    for name, definition in view.definitions.items():
        if name.startswith("CLASSINPUT"):
            yield Finding(
                definition.span,
                f"\\{name} changes the margins or the spacing of the class. "
                "It is for special cases that a venue prescribes: remove it otherwise.",
                Fix(comment_out(definition.span), safe=False),
            )


def _lists(view: LatexView) -> Iterator[Finding]:
    """Lists pressed together for the whole paper."""
    compact = view.environments("compactitem", "compactenum", "compactdesc")
    if compact:
        yield Finding(
            compact[0].begin,
            f"{compact[0].name} presses the list together. Write the plain list: the class sets its"
            " space.",
            severity=INFO,
        )
    for command in view.commands("setlist", "setlist*"):
        settings = command.argument(0).replace(" ", "")
        if any(
            word in settings for word in ("nosep", "noitemsep", "itemsep=0", "topsep=0", "parsep=0")
        ):
            yield Finding(
                command.span,
                "Lists are pressed together for the whole paper. The class sets their space: remove"
                " this.",
                severity=INFO,
            )
            return
