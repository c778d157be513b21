"""EQN001: equations are numbered (1), (2), (3) through the paper."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.seeking import items_from
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView

Rank = tuple[int, ...]

ONE = "\\begin{equation}a=b.\\end{equation}\n"
SIMPLE = r"\s{0,9}([0-9]{1,3})\s{0,2}([a-z]?)['′]?\s{0,9}\Z"  # 3, 3a, 3'
DIVIDED = r"\s{0,9}[0-9]{1,3}\s{0,2}(?:\.|-|–)\s{0,2}[0-9]{1,3}[a-z]?\s{0,9}\Z"  # 2.1, 2-1
ROMAN = r"\s{0,9}(?:[IVX]{2,6}|[ivx]{2,6})\s{0,9}\Z"
REDEFINED = (
    r"\\(?:renewcommand\*?|gdef|def)\s{0,3}\{?\s{0,3}\\theequation(?![a-zA-Z])\s{0,3}\}?\s{0,3}\{"
)


@rule(
    "EQN001",
    "eq-numbering-consecutive",
    ERROR,
    "IEEE conference template, sec. III-C and III-D; IEEEtran how-to, equation numbering",
    bad=[
        "%! preamble\n⟦\\renewcommand{\\theequation}{\\Roman{equation}}⟧\n%! body\n" + ONE,
        "%! preamble\n⟦\\renewcommand\\theequation{\\thesection.\\arabic{equation}}⟧\n%! body\n"
        + ONE,
        "\\begin{equation}a=b.⟦\\tag{0}⟧\\end{equation}\n"
        "\\begin{equation}a=b.\\tag{1}\\end{equation}",
        ONE
        + "\\begin{equation}a=b.\\tag{2}\\end{equation}\n⟦\\begin{equation}⟧c=d.\\end{equation}",
        ONE + "⟦\\setcounter{equation}{7}⟧\n" + ONE,
        "⟦\\begin{subequations}⟧\n\\begin{align*}a&=b.\\end{align*}\n\\end{subequations}",
        (
            "\\begin{equation}a=b⟦\\tag{1.1}⟧\\end{equation}\n"
            "\\begin{equation}a=c\\tag{II}\\end{equation}\n"
            "\\begin{equation}a=d\\tag{2-1}\\end{equation}\n"
            "\\begin{equation}a=d\\tag{P1}\\end{equation}\n"
            "\\begin{equation}a=d\\tag{$*$}\\end{equation}"
        ),
        "\\begin{equation}a=b⟦\\tag{2}⟧\\end{equation}",
        "\\begin{equation}a=b⟦\\tag{5}⟧\\end{equation}\nIt is in (5) and (7).",
        "\\begin{equation}a=b⟦\\tag{2.1}⟧\\end{equation}\nIt is in Eq. (2.1).",
        (
            "\\begin{equation}a=b\\tag{1}\\end{equation}\n"
            "\\begin{equation}a=c⟦\\tag{3}⟧\\end{equation}\n"
            "\\begin{equation}a=d\\tag{3}\\end{equation}\n"
            "\\begin{equation}a=e\\tag{2}\\end{equation}"
        ),
        (
            "%! preamble\n"
            "⟦\\counterwithin{equation}{section}⟧\n"
            "\\newcommand{\\within}{\\numberwithin{equation}{section}}\n"
            "\\numberwithin{figure}{section}\n"
            "%! body\n"
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}"
        ),
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "\\section{Sand}\n"
            "⟦\\setcounter{equation}{7}⟧\n"
            "\\setcounter{equation}{1}\n"
            "\\setcounter{figure}{7}\n"
            "\\setcounter{equation}{\\x}"
        ),
        (
            "%! preamble\n"
            "⟦\\renewcommand{\\theequation}{\\Roman{equation}}⟧\n"
            "%! body\n"
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}"
        ),
    ],
    fixes=[
        (
            "%! preamble\n\\usepackage{amsmath}⟦\\numberwithin{equation}{section}⟧\n%! body\n"
            + ONE,
            "%! preamble\n\\usepackage{amsmath}\n%! body\n" + ONE,
        ),
        (ONE.replace("a=b.", "a=b.⟦\\tag{7}⟧"), ONE),
        (ONE.replace("a=b.", "a=b.⟦\\tag{2.1}⟧"), ONE),
    ],
    good=[
        ONE + "\\begin{equation}c=d\\tag{$*$}\\end{equation}\n\\begin{equation}e=f\\tag{P1}"
        "\\end{equation}\n" + ONE,
        (
            "\\begin{equation}a=b,\\tag{1}\\end{equation}\n"
            "\\begin{equation}c=d,\\tag{2a}\\end{equation}\n"
            "\\begin{equation}e=f.\\tag{2b}\\end{equation}\n"
            "\\begin{equation}g=h.\\tag{3}\\end{equation}"
        ),
        ONE + "\\appendix\n\\section{Proof}\n\\renewcommand{\\theequation}{A\\arabic{equation}}\n"
        "\\setcounter{equation}{0}\n" + ONE,
        "\\begin{equation}a=b,\\label{eq:a}\\end{equation}\n"
        "\\begin{equation}c=d\\tag{\\ref{eq:a}$'$}\\end{equation}",
        "\\begin{subequations}\\begin{align}a&=b,\\\\c&=d.\\end{align}\\end{subequations}\n" + ONE,
        "%! preamble\n\\newcounter{kept}\n%! body\n"
        + ONE
        + "\\setcounter{kept}{\\value{equation}}\n\\setcounter{equation}{3}\n"
        + ONE
        + "\\setcounter{equation}{\\value{kept}}",
        "%! preamble\n\\renewcommand{\\theequation}{\\arabic{equation}}\n%! body\n" + ONE,
        (
            "\\begin{equation}a=b\\tag{1a}\\end{equation}\n"
            "\\begin{equation}a=c\\tag{1b}\\end{equation}\n"
            "\\begin{equation}a=d\\tag{2}\\end{equation}"
        ),
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "\\appendices\n"
            "\\numberwithin{equation}{section}\n"
            "\\renewcommand{\\theequation}{\\thesection\\arabic{equation}}\n"
            "\\setcounter{equation}{7}"
        ),
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "\\newcounter{kept}\\setcounter{kept}{\\value{equation}}\\setcounter{equation}{7}"
        ),
        (
            "%! preamble\n"
            "\\renewcommand{\\theequation}{\\arabic{equation}}\n"
            "%! body\n"
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}"
        ),
        ONE
        + "\\begin{equation}c=d.\\end{equation}\n"
        + "\\begin{equation}a = b, \\tag{1}\\end{equation}\n"
        + "\\begin{equation}e=f.\\end{equation}",
        (
            "\\begin{subequations}\\begin{equation}a=b\\end{equation}\\end{subequations}\n"
            "\\begin{subequations}Sand.\\end{subequations}\n"
            "\\[a=d\\]"
        ),
    ],
)
def consecutive(context: Context) -> Iterator[Finding]:
    """Number equations (1), (2), (3) in order through the paper.

    The numbers have no gaps, repeats, section numbers, Roman numerals, hyphens,
    or periods. (1a) and (1b) are parts of one equation, and an appendix may
    have (A1). Let LaTeX count: a number set by hand is wrong after the next
    change, unless it repeats an equation. Marks such as \\tag{$*$} or \\tag{P1}
    are not numbers and are allowed.
    """
    paper = context.paper
    yield from _sequence(paper)
    view = context.latex
    if view is None:
        return
    yield from _empty_subequations(paper, view)
    if any(equation.numbers for equation in paper.equations):
        appendix = _appendix(paper, view)
        yield from _counted_by_section(view, appendix)
        yield from _redefined(paper, view, appendix)
        yield from _set_by_hand(paper, view, appendix)


def _sequence(paper: Paper) -> Iterator[Finding]:
    """Gaps and repeats among the printed numbers, and numbers of another form.

    Only a typed \\tag can make LaTeX's own numbers wrong.
    """
    if paper.format == "latex" and not any(equation.tags for equation in paper.equations):
        return
    last = 0
    named = set(pattern(r"\(([^()\s]{1,9})\)").findall(paper.text.plain))
    first_of: dict[str, str] = {}  # number -> what its first equation says
    typed = [text.strip("() ") for equation in paper.equations for text, _ in equation.tags]
    are_many = sum(pattern(SIMPLE).match(text) is not None for text in typed) > 1
    for equation in paper.equations:
        printed = [(number, _begin(equation)) for number in equation.numbers]
        tags = [(text.strip().strip("()"), span) for text, span in equation.tags]
        # The order of an automatic and a typed number in one display is unknown.
        for number, span in printed + tags:
            if pattern(DIVIDED).match(number) or (
                pattern(ROMAN).match(number) and (number, span) in tags
            ):
                yield Finding(
                    span,
                    f"The number ({number}) is not in IEEE's form. Number the equations (1), (2),"
                    " (3) through the paper.",
                    _without_tag(span)
                    if (number, span) in tags and _is_tag(span) and number not in named
                    else None,
                )
                continue
            match = pattern(SIMPLE).match(number)
            if match is None:
                continue
            value = int(match.group(1))
            said = _said(equation)
            if first_of.setdefault(number, said) == said and value < last:
                continue  # an earlier equation is repeated with its number
            if value == last + 1 or (value == last and match.group(2)) or (printed and tags):
                last = max(last, value)
                continue
            if not last:
                message = f"The first equation has the number ({number}). Begin with (1)."
            elif value <= last:
                message = f"The number ({number}) comes after ({last}). Continue with ({last + 1})."
            else:
                message = f"The number ({number}) follows ({last}), but ({last + 1}) is missing."
            if (number, span) in tags:
                yield _wrong_tag(span, message, are_many, number in named)
            else:
                yield Finding(span, message)
            last = value


def _said(equation: Equation) -> str:
    """What an equation says, without its number, its label, spaces, and the final punctuation."""
    bare = pattern(r"\\(?:tag\*?|label)\s*\{[^{}]*\}|\\[,;:! ]|[\s~]").sub("", equation.content)
    return bare.rstrip(".,;:")


def _wrong_tag(span: Span, message: str, are_many: bool, is_named: bool) -> Finding:
    """The finding on a number that the author typed, perhaps as many others; ``is_named`` if the
    text has the typed number, too, which would be wrong without the tag.
    """
    if not _is_tag(span):
        return Finding(span, message + " LaTeX counts correctly in the environment equation.")
    if are_many:  # without this one alone, LaTeX would repeat the number of another
        return Finding(
            span, message + " Delete every \\tag that has a number: LaTeX then counts correctly."
        )
    message += " Delete the \\tag: LaTeX then counts correctly."
    if is_named:
        message += " The text has the typed number, too: use a \\label and \\eqref there."
    return Finding(span, message, None if is_named else _without_tag(span))


def _is_tag(span: Span) -> bool:
    """True for ``\\tag{3}``, false for the number after ``\\eqno``."""
    return span.text.startswith("\\tag")


def _begin(equation: Equation) -> Span:
    """The command that opens the display."""
    span = equation.span
    return Span(span.source, span.start, max(equation.content_span.start, span.start + 1))


def _without_tag(span: Span) -> Fix:
    return Fix(Edit(span, "", on_source=True), safe=False)


def _appendix(paper: Paper, view: LatexView) -> Rank | None:
    """The position, in document order, where the appendixes begin."""
    orders = [command.order for command in view.commands("appendix", "appendices")]
    orders += [
        environment.order
        for environment in view.environments("appendices", "appendix", "subappendices")
    ]
    orders += [
        heading.order for heading in paper.headings if heading.plain.lower().startswith("appendi")
    ]
    return min(orders, default=None)


def _counted_by_section(view: LatexView, appendix: Rank | None) -> Iterator[Finding]:
    """\\numberwithin and the like."""
    for use in view.commands("numberwithin", "counterwithin", "counterwithin*", "@addtoreset"):
        counter = use.argument(1 if use.name == "@addtoreset" else 0).strip()
        if (
            counter == "equation"
            and not use.in_definition
            and not (appendix and use.order > appendix)
        ):
            yield Finding(
                use.span,
                "This numbers the equations of each section. IEEE numbers them (1), (2), (3)"
                " through the paper. Delete the line.",
                Fix(Edit(use.span, "", on_source=True), safe=False),
            )


def _redefined(paper: Paper, view: LatexView, appendix: Rank | None) -> Iterator[Finding]:
    """\\renewcommand{\\theequation}{…} to anything but plain numbers, except in appendixes."""
    if not any("\\theequation" in source.text for source in paper.sources):
        return
    for use in view.commands("renewcommand", "renewcommand*", "def", "gdef"):
        source = use.span.source
        match = pattern(REDEFINED).match(source.text, use.span.start)
        if match is None or (appendix and use.order > appendix):
            continue
        end = source.text.find("\n", match.end())
        body = source.text[
            match.end() : min(match.end() + 200, end if end >= 0 else len(source.text))
        ]
        if "section" in body or "\\roman" in body or "\\Roman" in body or "\\chapter" in body:
            end = max(use.span.end, match.end() + body.rfind("}") + 1)
            yield Finding(
                Span(source, use.span.start, end),
                "Delete this: the class numbers equations (1), (2), (3), without sections and Roman"
                " numerals.",
            )


def _set_by_hand(paper: Paper, view: LatexView, appendix: Rank | None) -> Iterator[Finding]:
    """\\setcounter{equation}{7} in the body, unless the counter is saved and restored."""
    uses = [use for use in view.commands("setcounter") if use.argument(0).strip() == "equation"]
    if not uses or any("\\value{equation}" in source.text for source in paper.sources):
        return  # \value saves the counter, as for a long equation in a float
    orders = [equation.order for equation in paper.equations]
    highest = [0]  # the highest number before each equation
    for equation in paper.equations:
        numbers = [
            int(digits)
            for number in equation.numbers
            if (digits := "".join(filter(str.isdigit, number)))
        ]
        highest.append(max([highest[-1], *numbers]))
    for use in uses:
        value = use.argument(1).strip()
        if use.in_definition or not value.isdigit() or (appendix and use.order > appendix):
            continue
        count = highest[bisect_left(orders, use.order)]
        if int(value) != count:
            yield Finding(
                use.span,
                f"This makes the next equation ({int(value) + 1}), but ({count + 1}) comes next."
                " Delete it.",
            )


def _empty_subequations(paper: Paper, view: LatexView) -> Iterator[Finding]:
    """subequations without a number, which takes one all the same."""
    if not any("{subequations}" in source.text for source in paper.sources):
        return
    orders = [equation.order for equation in paper.equations]
    for environment in view.environments("subequations"):
        first = bisect_left(orders, environment.order)
        whole = environment.content_span
        inner = []
        for equation in items_from(paper.equations, first):
            if equation.span.source is not whole.source or equation.span.start >= whole.end:
                break
            inner.append(equation)
        if inner and not any(equation.numbers or equation.tags for equation in inner):
            yield Finding(
                environment.begin,
                "No line of this subequations environment has a number, but it still takes one, so"
                " the sequence has a gap. Remove the environment.",
                severity=WARNING,
            )
