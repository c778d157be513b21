"""TEX002: manual changes of margins, columns, line spacing and other spacing."""

from __future__ import annotations

from ieeelint.finding import Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, rule
from ieeelint.rules.support.latex_class import DRAFT_MODES, safe_in_ieee_classes
from ieeelint.rules.support.latex_packages import unload
from ieeelint.rules.support.latex_source import Nesting, Regions, comment_out, float_regions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView, Package

# \setlength{\parskip}{2pt}, \setlength\parskip{2pt}, \addtolength…
SPACE = r"(?:\s|%[^\r\n]*[\r\n])*+"  # with comments
SET_LENGTH = (
    rf"{SPACE}(?:\{{{SPACE}\\([a-zA-Z@]+){SPACE}\}}|\\([a-zA-Z@]+)){SPACE}\{{[^{{}}]{{0,200}}\}}"
)
# \parskip=2pt, \parskip 2pt plus 1pt, \textheight=\paperheight
ASSIGNED = (
    r"\s*(?:=\s*(?:-?\s*[\d.]+\s*(?:true\s*)?[a-z]{2}|-?[\d.]*\s*\\[a-zA-Z@]+)"
    r"|(?:by\s*)?-?[\d.]+\s*(?:true\s*)?"
    r"(?:pt|in|cm|mm|em|ex|pc|bp)\b)(?:\s*(?:plus|minus)\s*-?[\d.]+\s*[a-z]{2,4}){0,2}"
)
SINGLE_SPACING = frozenset({"1", "1.0", "1.00", ""})
# What may follow a length in an assignment: "=", a number, or the "by" of \advance.
ASSIGNMENT_STARTS = tuple("=-.0123456789b")


@rule(
    "TEX002",
    "tex-layout-override",
    ERROR,
    "IEEE conference template, sec. II-B; bare_conf.tex",
    bad=[
        "%! preamble\n\\usepackage[margin=.7in]{⟦geometry⟧}",
        "%! preamble\n\\usepackage{⟦setspace⟧}",
        "%! preamble\n\\usepackage{⟦setspace⟧}\n\\usepackage[font={sf,stretch=0.9}]{caption}",
        "%! preamble\n\\usepackage{⟦setspace⟧,caption}\n\\captionsetup{font=singlespacing}",
        "%! preamble\n⟦\\setlength{\\parskip}⟧{2pt}",
        (
            "%! preamble\n\\usepackage{⟦setspace⟧}\n"
            "\\newcommand{\\tight}{\\setstretch{0.9}}\n%! body\n\\tight Water is wet."
        ),
        (
            "%! preamble\n\\usepackage[doublespacing]{⟦setspace⟧}\n"
            "%! body\n{\\setstretch{0.9} It flows.}"
        ),
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
        (
            "%! preamble\n"
            "\\usepackage{setspace}\n"
            "\\usepackage[font={stretch=1.2}]{caption}\n"
            "\\usepackage[pass,showframe]{geometry}\n"
            "\\renewcommand{\\baselinestretch}{1.00}\n"
            "\\linespread{1.0}\n"
            "⟦\\setlength{\\parskip}⟧{2pt}\n"
            "%! body\n"
            "Water is wet."
        ),
        (
            "%! preamble\n"
            "⟦\\setlength{\\parskip}{2pt}⟧\n"
            "\\setlength{\\tabcolsep}{2pt}\n"
            "\\addtolength{\\textheight}{-2cm}\n"
            "\\addtolength{\\textheight}{2cm}\n"
            "\\newcommand{\\tight}{\\setlength{\\parskip}{0pt}\\linespread{2}\\doublespacing}\n"
            "\\parskip=3pt\n"
            "\\parskip 4pt plus 1pt minus 2pt\n"
            "\\advance\\parskip by 2pt\n"
            "\\parindent=-\\parskip\n"
            "\\parindent\\dimexpr 2pt\n"
            "\\parskip\n"
            "\\parindent=\\dimexpr 2pt\n"
            "%! body\n"
            "{\\parskip=5pt Sand.} \\parskip 6pt\\relax Mud. \\parskip=7pt "
            "\\advance\\parskip by -1pt \\textheight by 3pt"
        ),
        (
            "⟦\\linespread{1.5}⟧ \\setstretch{1.1} \\setstretch{1} \\doublespacing "
            "\\onehalfspacing {\\onehalfspacing Sand.}\n"
            "\\begin{spacing}{2}Mud.\\end{spacing} "
            "\\begin{onehalfspace}Rain.\\end{onehalfspace} "
            "\\begin{doublespace}Snow.\\end{doublespace}\n"
            "\\begin{figure}[!t]\\begin{spacing}{2}\\linespread{2}\\begin{multicols}{2}a\\end{multicols}\\end{spacing}\\caption{Plant.}\\end{figure}"
        ),
        (
            "⟦\\onecolumn⟧ Sand. \\newgeometry{top=2cm} Mud. "
            "\\begin{multicols*}{2}Snow.\\end{multicols*}"
        ),
        "%! preamble\n\\usepackage{enumitem}\n⟦\\setlist{ nosep }⟧",
        (
            "%! preamble\n"
            "\\usepackage{enumitem}\n"
            "\\setlist{leftmargin=1cm}\n"
            "⟦\\setlist*{itemsep=0pt}⟧"
        ),
        "%! preamble\n\\usepackage{enumitem}\n⟦\\setlist{topsep=0pt}⟧",
        "%! preamble\n\\usepackage{enumitem}\n⟦\\setlist{parsep=0pt}⟧",
        "%! preamble\n\\usepackage{enumitem}\n⟦\\setlist{noitemsep}⟧",
        ("%! class\n\\documentclass{ieeeconf}\n%! preamble\n⟦\\addtolength{\\textheight}{-2cm}⟧"),
    ],
    good=[
        (
            "%! preamble\n\\usepackage{setspace}\n"
            "\\newcommand{\\notice}{\\begin{minipage}{4cm}\\setstretch{0.7}Water.\\end{minipage}}\n"
            "%! body\nIt is wet. {\\setstretch{0.9} It flows.}"
        ),
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
        (
            "%! class\n"
            "\\documentclass[journal,onecolumn,draftcls]{IEEEtran}\n"
            "%! preamble\n"
            "\\doublespacing\n"
            "\\linespread{2}\n"
            "%! body\n"
            "Water is wet."
        ),
        (
            "%! preamble\n"
            "\\geometry{pass}\n"
            "\\geometry{}\n"
            "\\geometry{showframe}\n"
            "\\newcommand{\\wide}{\\onecolumn}\n"
            "%! body\n"
            "Water is wet."
        ),
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
    """Do not change the margins, columns, line spacing, or the space around headings, floats and
    formulas.

    The class makes all pages of a volume look the same, and page limits count
    its pages. Editors measure the margins and return papers that change them.
    Settings inside a table or float are allowed.
    """
    if context.latex is not None:
        yield from safe_in_ieee_classes(context, _settings(context, context.latex))


def _settings(context: Context, view: LatexView) -> Iterator[Finding]:
    """Packages, commands and environments that change the layout."""
    layout = context.vocabulary.classes.layout
    local = LocalSettings(context.paper)
    for name in layout.packages:
        package = view.packages.get(name)
        if package is not None and not _is_harmless(package):
            if name == "setspace" and _is_used_locally(context, view, local):
                continue
            edit = unload(context, package)  # None if it is used
            if name == "setspace" and not package.options and edit is not None:
                message = 'The package "setspace" is loaded, but nothing uses it. Remove it.'
                fix: Fix | None = Fix(edit)
                if _sets_captions(view):
                    message = (
                        'The package "setspace" changes the line spacing of captions. IEEE\'s class'
                        " sets it. Remove the package and this setting of the captions."
                    )
                    fix = None
                yield Finding(package.name_span, message, fix, severity=INFO)
                continue
            effect = layout.effects.get(name, "changes the margins")
            yield Finding(
                package.name_span,
                f'The package "{name}" {effect}. IEEE\'s class sets the layout. Remove it.',
                Fix(edit) if edit is not None else None,
            )
    yield from _line_spacing(context, view, local)
    yield from _lengths(view, local, layout.lengths)
    yield from _columns(view, local)
    yield from _class_input(view)
    yield from _lists(view, context.vocabulary.latex.spaces.compact_lists)


def _is_used_locally(context: Context, view: LatexView, local: LocalSettings) -> bool:
    """True if the draft changes the line spacing with setspace, and only inside of groups and
    boxes, also where a macro opens them.
    """
    names = context.vocabulary.classes.packages.removable["setspace"]
    if view.packages["setspace"].options or _sets_captions(view) or view.environments(*names):
        return False
    commands = view.commands(*names)
    return bool(commands) and all(
        local.nesting.depth(command.name_span) > int(command.in_definition)
        or local.in_float(command.name_span)
        for command in commands
    )


def _sets_captions(view: LatexView) -> bool:
    """True if the captions have a line spacing, for which the package caption needs setspace."""
    settings = [
        option
        for name in ("caption", "subcaption", "subfig")
        if name in view.packages
        for option, _ in view.packages[name].options
    ]
    settings += [command.argument(0) for command in view.commands("captionsetup")]
    return any(pattern(r"\b(?:stretch\s*=|[a-z]+spacing\b)").search(text) for text in settings)


def _is_harmless(package: Package) -> bool:
    """True for geometry with options that leave the page unchanged."""
    if package.name != "geometry" or not package.options:
        return False
    return all(option.strip() in ("pass", "showframe", "verbose") for option, _ in package.options)


class LocalSettings:
    """The places where a setting is local: in a float, a box, a group or a macro."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.nesting = Nesting()
        self._floats: Regions | None = None

    def covers(self, span: Span) -> bool:
        """True if ``span`` is in a float, a group or an environment."""
        return self.in_float(span) or self.nesting.is_local(span)

    def in_float(self, span: Span) -> bool:
        """True if ``span`` is in a float."""
        if self._floats is None:
            self._floats = float_regions(self.paper)
        return self._floats.cover(span)

    def contains(self, command: Command) -> bool:
        """True if ``command`` does not change the whole paper."""
        return command.in_definition or (not command.in_preamble and self.covers(command.name_span))


def _line_spacing(context: Context, view: LatexView, local: LocalSettings) -> Iterator[Finding]:
    """Line spacing set by a command or a macro."""
    if context.stage != "camera-ready" and any(
        option in DRAFT_MODES for option, _ in view.class_options
    ):
        return
    advice = "IEEE's class sets the line spacing. Remove this."
    stretch = view.definitions.get("baselinestretch")
    if stretch is not None and stretch.body.strip() not in SINGLE_SPACING:
        span = stretch.span
        if not local.covers(span):
            yield Finding(
                span,
                f"The line spacing is changed to {stretch.body.strip()}. {advice}",
                Fix(comment_out(span)),
            )
    for command in view.commands("linespread", "setstretch"):
        value = command.argument(0).strip()
        if value not in SINGLE_SPACING and not local.contains(command):
            yield Finding(
                command.span,
                f"The line spacing is changed to {value}. {advice}",
                Fix(comment_out(command.span)),
            )
    for command in view.commands("doublespacing", "onehalfspacing"):
        if not local.contains(command):
            yield Finding(
                command.name_span,
                f"\\{command.name} increases the line spacing. {advice}",
                Fix(comment_out(command.name_span)),
            )
    for environment in view.environments("spacing", "doublespace", "onehalfspace"):
        if not local.in_float(environment.span):
            yield Finding(
                environment.begin,
                f"The environment {environment.name} changes the line spacing. {advice}",
            )


def _lengths(view: LatexView, local: LocalSettings, lengths: frozenset[str]) -> Iterator[Finding]:
    """Lengths of the page, of paragraphs and of floats."""
    for command in view.commands("setlength", "addtolength"):
        match = pattern(SET_LENGTH).match(command.span.source.text, command.name_span.end)
        if match is None:
            continue
        name = match[1] or match[2]
        if name in lengths and not local.contains(command):
            span = Span(command.span.source, command.name_span.start, match.end())
            yield _changed_length(name, span, view)
    for command in view.commands(*lengths):
        text = command.span.source.text
        following = text[command.name_span.end : command.name_span.end + 12].lstrip()
        if following[:1] not in ASSIGNMENT_STARTS or following[:1] == "b" and following[:2] != "by":
            continue
        match = pattern(ASSIGNED).match(text, command.name_span.end)
        if match is None or local.contains(command) or match[0].endswith("expr"):  # \dimexpr …
            continue
        start = command.name_span.start
        before = text[max(start - 12, 0) : start].rstrip()
        if before.endswith("\\advance"):
            start = text.rindex("\\advance", 0, start)
        elif "=" not in match[0] and not command.in_preamble:
            continue
        yield _changed_length(command.name, Span(command.span.source, start, match.end()), view)


def _changed_length(name: str, span: Span, view: LatexView) -> Finding:
    """A change of a length that the class sets."""
    if view.class_name.lower().endswith("ieeeconf") and name == "textheight":
        return Finding(
            span,
            "This shortens the page by hand to balance the last two columns. Set it last, when the"
            " text is final.",
            severity=INFO,
        )
    message = f"\\{name} is changed here. IEEE's class sets it. Remove this line."
    if name == "textheight" and span.text.startswith("\\addtolength") and "{-" in span.text:
        message = (
            "\\textheight is changed here. Let the publisher balance the last page. Remove this"
            " line."
        )
    return Finding(span, message, Fix(comment_out(span)))


def _columns(view: LatexView, local: LocalSettings) -> Iterator[Finding]:
    """Changes of columns and margins in the text."""
    for command in view.commands("onecolumn", "newgeometry", "geometry"):
        if command.name == "geometry" and command.argument(0).strip() in ("", "pass", "showframe"):
            continue
        if not command.in_definition:
            effect = "one column" if command.name == "onecolumn" else "other margins"
            yield Finding(
                command.span,
                f"\\{command.name} sets {effect}. IEEE papers have two columns and the margins of"
                " the class. Remove this.",
            )
    for environment in view.environments("multicols", "multicols*"):
        if not local.in_float(environment.span):
            yield Finding(
                environment.begin,
                "multicols changes the columns. IEEE's class already sets two columns. Remove the"
                " environment.",
            )


def _class_input(view: LatexView) -> Iterator[Finding]:
    """The macros with which a publisher can change the margins of IEEEtran."""
    for name, definition in view.definitions.items():
        if name.startswith("CLASSINPUT"):
            yield Finding(
                definition.span,
                f"\\{name} changes the margins or the spacing of the class. "
                "Remove it unless the venue requires it.",
                Fix(comment_out(definition.span), safe=False),
            )


def _lists(view: LatexView, compact_lists: list[str]) -> Iterator[Finding]:
    """Lists with less space than the class sets."""
    compact = view.environments(*compact_lists)
    if compact:
        yield Finding(
            compact[0].begin,
            f"{compact[0].name} reduces the space in the list. Use the standard list environment:"
            " the class sets its space.",
            severity=INFO,
        )
    for command in view.commands("setlist", "setlist*"):
        settings = command.argument(0).replace(" ", "")
        if any(
            word in settings for word in ("nosep", "noitemsep", "itemsep=0", "topsep=0", "parsep=0")
        ):
            yield Finding(
                command.span,
                "This reduces the space in all lists. The class sets it. Remove this.",
                severity=INFO,
            )
            return
