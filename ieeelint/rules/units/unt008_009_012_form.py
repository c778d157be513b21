"""UNT008, 009, 012: the form of units: standard symbols, upright, raised exponents, one set of
macros.
"""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.quantity_use import inner_span, is_raised
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.unit_words import (
    ZONES,
    Variables,
    is_certain,
    stands_alone,
    uses_in,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse

# Not a name at the start of a sentence: iOS, arXiv, p-type, de Bruijn.
LOWERCASE_WORD = r"[ \u00a0](?!(?:de|di|da|la|le|van|von|den|der|al)\b)[a-z]++(?![-–\w])"
SQUARED = ("m", "in", "ft")  # ends of the units whose squares and cubes are written alone
LATEX_FORMS = {"µ": "$\\mu$", "μ": "$\\mu$", "Ω": "$\\Omega$", "²": "$^2$", "³": "$^3$"}


@rule(
    "UNT008",
    "unit-symbol-form",
    WARNING,
    "IEEE Editorial Style Manual, units; SI brochure, chapter 5",
    english=True,
    bad=[
        "It runs at 20~⟦KHz⟧ now.",
        "It took 5~⟦secs⟧ in all.",
        "The bag of 5~⟦Kg⟧ fell.",
        "The film is 5~⟦um⟧ thick.",
        "It moved at 5~m/⟦sec⟧ then.",
        "%! preamble\n\\newcommand{\\later}{., then}\n%! body\nIt took 5~⟦ms\\later⟧ it fell.",
        "It is $5\\,⟦\\mathrm{KHz}⟧$ fast.",
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is ⟦\\SI{5}{KHz}⟧, \\SI{5}{kHz}, $5\\,\\mathrm{KHz}$, $5\\,\\mathrm{Kg}$, "
            "5 Kg, 5 usec, and 5 K{}Hz."
        ),
        "It takes 5\nus to see. It takes 5 ⟦us⟧ of it, and 5 us. It runs 5 us\nago.",
        "%! word\n[Body Text] It runs at 5 ⟦KHz⟧ and takes 5 us.",
    ],
    good=[
        "It runs at 3~kHz. iOS fails. It has 5~kg. de Bruijn drew it, 10~min. p-type silicon.",
        "It runs at 20~kHz now, for 5~s, with 5~kg and 5~$\\mu$m.",
        "See Sec. 5, the min. of 5, and give us 5. The buffer holds 5~KB.",
        "``5 secs'' is wrong.",
        "It takes 5~ms. Then 6~ms, and 7~kg. A pipe of 5 in. is in it, and so is a 5 A. pipe.",
    ],
    fixes=[
        ("It runs at 20~KHz now.", "It runs at 20~kHz now."),
        ("The film is 5~um thick.", "The film is 5~$\\mu$m thick."),
        ("A step of 5~⟦ms.⟧, then one of 6 ms.", "A step of 5~ms, then one of 6 ms."),
        ("A step of 5~⟦kg.⟧ is long.", "A step of 5~kg is long."),
    ],
)
def unit_symbol_form(context: Context) -> Iterator[Finding]:
    """Write unit symbols in their standard form, without a plural s or a period: kHz, kg, s, h,
    min, µs, kΩ.
    """
    paper = context.paper
    wrong, symbols = context.vocabulary.units.wrong, context.vocabulary.units.symbols
    plain = paper.text.plain
    for use in uses_in(context, ZONES):
        if use.mark is not None and use.inner is None and not use.number_in_math:
            if use.unit in wrong:  # \SI{5}{KHz}
                yield Finding(use.span(paper), f'Write "{wrong[use.unit]}", not "{use.unit}".')
            continue
        if use.in_math or use.unit_in_math:
            for piece in pattern(r"[A-Za-zΩμ]+").findall(use.unit):
                if piece in wrong and stands_alone(use) and len(piece) > 2:
                    yield Finding(use.unit_span(paper), f'Write "{wrong[piece]}", not "{piece}".')
            continue
        for match in pattern(r"[^\W\d_]+").finditer(plain, use.unit_start, use.unit_end):
            right = wrong.get(match[0])
            if right is None or (
                match[0] == "us"
                and plain[use.unit_end : use.unit_end + 2].strip().isalpha()
                and use.separator == "\n"
            ):
                continue
            span = paper.text.span(match.start(), match.end())
            typed = (
                "".join(LATEX_FORMS.get(sign, sign) for sign in right)
                if paper.format == "latex"
                else right
            )
            fix = (
                Fix(Edit(span, typed)) if paper.text.is_typed(match.start(), match.end()) else None
            )
            yield Finding(span, f'Write "{right}", not "{match[0]}".', fix)
        if len(use.unit) > 1 and use.unit in symbols:
            yield from _period(paper, use.unit, use.unit_start, use.unit_end)


def _period(paper: Paper, unit: str, start: int, end: int) -> Iterator[Finding]:
    """The period of an abbreviation after a symbol, where no sentence ends."""
    plain = paper.text.plain
    is_before_comma = plain[end + 1 : end + 2] in (",", ";", ":")
    if plain[end : end + 1] != "." or not (
        is_before_comma or pattern(LOWERCASE_WORD).match(plain, end + 1)
    ):
        return
    fix = None
    if paper.text.is_typed(end, end + 1):
        fix = Fix(Edit(paper.text.span(end, end + 1), ""), safe=is_before_comma)
    message = f'Delete the period after "{unit}": the symbol of a unit has none.'
    yield Finding(paper.text.span(start, end + 1), message, fix)


@rule(
    "UNT009",
    "unit-upright-exponent",
    WARNING,
    "IEEE Editorial Style Manual, Editing Mathematics; IEEE conference template, sec. III-B",
    bad=[
        "The clock runs at $⟦5GHz⟧$ here.",
        "It is at most $\\pm⟦10mA⟧$ here, and $x\\pm 5m$ there.",
        "The tag of 6.1~⟦$cm$⟧ is small.",
        "After $t = ⟦5\\,s⟧$ it fell.",
        "The voltage $V$ is $⟦5\\,V⟧$ or $V = ⟦0.5\\,V⟧$.",
        "The pair of $k$ is $(3, ⟦0.5\\,V⟧)$.",
        "Its area is $⟦5m^2⟧$, and with \\(x_{\\mathrm{m}} = 2m\\) its rate $7\\,s^{-1}$.",
        "The plate has 10~⟦m2⟧ in all.",
        "\\begin{equation}\nx = \\begin{bmatrix} ⟦0.5 m/s⟧ \\\\ 1 \\end{bmatrix}.\n\\end{equation}",
        "It is $⟦5kg⟧$, 5~$kg$, $5$~$kg$, $5\\,\\mathrm{kg}$, and 5~m$^2$.",
        "It takes 10~⟦W/m2⟧ at 5~m/s2.",
        "The plate has 10~⟦m2⟧, 10~cm3, 10~m{}2, $10$~m2, 10~m$^2$, and 10~m4.",
        "%! word\n[Body Text] The plate has 10 ⟦m2⟧ and 10 m<sup>2</sup> and 10 cm3.",
    ],
    good=[
        "We use 3 $A$ matrices and 2 $m$-ary trees. Its braking is $a = 3 \\mu g$ here.",
        "The clock runs at $5\\,\\mathrm{GHz}$ here, the tag has 6.1~cm, and 5~$\\mu$m is thin.",
        "The plate has 10~m$^2$ in all, the tank 3~m\\textsuperscript{3}.",
        (
            "There are $2m$ rows and $3N+2s$ columns, $5 t$ of them with $2nm$ edges for each $n$"
            " and $m$."
        ),
        "We found 12 C2 servers, 10 S3 buckets, 3 T2 maps, 4 m3.large servers, and 2 H2 gases.",
        "Gas such as CO2 and the label m2 are not units. We set $20^\\circ$ and $30\\,^\\circ$C.",
        "With the span $S$, it is $\\max(a, 0.5\\,S)$ or $(3, 0.5 S)$.",
        "We choose 2 $K$ and 3 $n$ at will, with $n$ and $K$ free.",
        "An $m \\times m$ matrix needs $2m^{2}$ steps, and $P(s) = 3\\,s^{-1}$ is its pole.",
        "It needs $2m^{2}$ additions, $f = 5g^2$, and $b = 2L^{3}$.",
    ],
    fixes=[
        ("The clock runs at $5\\,GHz$ here.", "The clock runs at $5\\,\\mathrm{GHz}$ here."),
        ("The plate has 10~m2 in all.", "The plate has 10~m$^2$ in all."),
        ("It is at $⟦25^\\circ C⟧$ here.", "It is at $25^\\circ\\mathrm{C}$ here."),
    ],
)
def unit_upright(context: Context) -> Iterator[Finding]:
    r"""Unit symbols are upright and their exponents raised.

    A formula prints letters in italics, like variables: write the unit outside
    the formula, or as \mathrm{cm}.
    """
    paper = context.paper
    letters: Variables | None = None
    for use in uses_in(context, ZONES):
        if not use.upright and use.unit_in_math:
            if letters is None:
                letters = Variables(paper)
            if not is_certain(paper, use, letters):
                continue
            whole = use.inner is None and use.unit_mark is not None
            span = use.unit_mark.span if whole and use.unit_mark else use.span(paper)
            yield Finding(
                span,
                f'The unit "{use.unit}" is in italics like a variable. {_how_upright(paper, use)}',
                _upright_fix(paper, use),
            )
            continue
        if use.in_math or use.unit_in_math or use.mark is not None and not use.number_in_math:
            continue
        typed = pattern(r"([^\W\d_]{1,2})([23])$").search(
            paper.text.plain, use.unit_start, use.unit_end
        )
        if typed is None or is_raised(paper, typed.start(2)) or "^" not in use.unit:
            continue
        if _is_label(paper, use, typed):
            continue
        exponent = paper.text.span(typed.start(2), typed.end(2))
        raised = f"$^{typed[2]}$" if paper.format == "latex" else {"2": "²", "3": "³"}[typed[2]]
        fix = (
            Fix(Edit(exponent, raised)) if paper.text.is_typed(typed.start(), typed.end()) else None
        )
        shown = typed[1] + {"2": "²", "3": "³"}[typed[2]]
        yield Finding(
            paper.text.span(use.unit_start, use.unit_end),
            f'Raise the exponent: "{shown}", not "{typed[0]}".',
            fix,
        )


def _is_label(paper: Paper, use: QuantityUse, typed: Match[str]) -> bool:
    """True for a name after a number: 4 S3 buckets, 2 m3.large servers."""
    after = paper.text.plain[use.unit_end : use.unit_end + 2]
    if after[:1] == "." and after[1:].isalnum():
        return True
    return typed.start() == use.unit_start and not typed[1].endswith(SQUARED)


def _as_typed(use: QuantityUse) -> str:
    """The unit as typed in the formula."""
    mark = use.mark if use.inner is not None else use.unit_mark
    if mark is None:
        return use.unit
    content: str = mark.data.content
    return (content[use.inner[2] : use.inner[3]] if use.inner is not None else content).strip()


def _upright_fix(paper: Paper, use: QuantityUse) -> Fix | None:
    """An edit that wraps the unit in ``\\mathrm``."""
    if paper.format != "latex":
        return None
    if use.inner is not None and use.mark is not None:
        span = inner_span(use.mark, use.inner[2], use.inner[3])
        return None if span is use.mark.span else Fix(Edit(span, _upright(span.text)))
    if use.unit_mark is None:
        return None
    span = inner_span(use.unit_mark, 0, len(use.unit_mark.data.content))
    return None if span is use.unit_mark.span else Fix(Edit(span, _upright(span.text.strip())))


def _upright(unit: str) -> str:
    r"""The unit in ``\mathrm``, after the sign of degrees: ``^\circ\mathrm{C}``."""
    degrees = pattern(r"\^\s*\{?\s*\\circ\s*\}?").match(unit)
    sign = degrees[0].rstrip() if degrees is not None else ""
    return f"{sign}\\mathrm{{{unit[len(sign) :].strip()}}}"


@rule(
    "UNT012",
    "siunitx-usage",
    INFO,
    "siunitx manual, version 3",
    formats=("latex",),
    bad=[
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "The clock runs at \\qty{5}{\\giga\\hertz}, then at ⟦\\SI{6}{\\giga\\hertz}⟧."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\qty{5}{\\volt}, ⟦\\si{\\volt}⟧, \\SIrange{1}{2}{\\volt}, "
            "\\SIlist{1;2}{\\volt}, and \\SI[mode=text][2]{5}{\\volt}."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\unit{\\volt} and ⟦\\SI{6}{\\volt}⟧."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\qtyrange{1}{2}{\\volt} and ⟦\\SI{6}{\\volt}⟧."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\qtylist{1;2}{\\volt} and ⟦\\SI{6}{\\volt}⟧."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\qtyproduct{1 x 2}{\\volt} and ⟦\\SI{6}{\\volt}⟧."
        ),
    ],
    good=[
        (
            "%! preamble\n\\usepackage{siunitx,physics}\n%! body\n"
            "The law is $\\qty(x-1)$ at \\SI{6}{\\giga\\hertz}."
        ),
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe clock runs at \\SI{5}{\\giga\\hertz}.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe clock runs at \\qty{5}{\\giga\\hertz}.",
        ("%! preamble\n\\newcommand{\\qty}[2]{#1 #2}\n%! body\nIt is \\qty{5}{V} and \\SI{6}{V}."),
        (
            "%! preamble\n\\newcommand{\\qty}[1]{#1}\n\\usepackage{siunitx}\n%! body\n"
            "The clock runs at \\SI{5}{\\giga\\hertz} for \\qty{5}."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "\\newcommand{\\five}{\\SI{5}{\\volt}}\n"
            "%! body\n"
            "It is \\qty{5}{\\volt}."
        ),
    ],
    fixes=[
        (
            (
                "%! preamble\n"
                "\\usepackage{siunitx}\n"
                "%! body\n"
                "At \\qty{5}{\\giga\\hertz}, then at \\SI{6}{\\giga\\hertz}."
            ),
            (
                "%! preamble\n"
                "\\usepackage{siunitx}\n"
                "%! body\n"
                "At \\qty{5}{\\giga\\hertz}, then at \\qty{6}{\\giga\\hertz}."
            ),
        )
    ],
)
def siunitx_generations(context: Context) -> Iterator[Finding]:
    r"""Do not mix the commands of siunitx version 3 with older commands.

    \qty and \unit have replaced \SI and \si; \qtyrange and \qtylist have
    replaced \SIrange and \SIlist. A draft with the old commands only is fine.
    """
    if context.latex is None or "siunitx" not in context.latex.packages:
        return
    if "physics" in context.latex.packages:
        return  # its \\qty is another command
    if not context.latex.commands("qty", "unit", "qtyrange", "qtylist", "qtyproduct"):
        return
    new = {"SI": "qty", "si": "unit", "SIrange": "qtyrange", "SIlist": "qtylist"}
    for command in context.latex.commands(*new):
        if (
            command.in_preamble
            or command.in_definition
            or new[command.name] in context.latex.definitions  # the draft has its own \qty
            or (command.name == "SI" and len([a for a in command.arguments if a.optional]) > 1)
        ):
            continue
        yield Finding(
            command.span,
            f'Write "\\{new[command.name]}" as elsewhere in this draft, not "\\{command.name}", its'
            " old name.",
            Fix(Edit(command.name_span, "\\" + new[command.name], on_source=True)),
        )


def _how_upright(paper: Paper, use: QuantityUse) -> str:
    """How to set the unit upright in this format."""
    if paper.format == "word":
        return "Set it upright: as normal text in the formula."
    return f"Set it upright: \\mathrm{{{_as_typed(use)}}}."
