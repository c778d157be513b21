"""Characters of BibTeX fields that stop TeX or print as something else."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules.support.works import part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field
    from ieeelint.views.latex import LatexView

UNESCAPED = r"(?<!\\)[%s]"
SPECIAL = r"(?<!\\)[&%#]|&(?:amp|lt|gt|quot|nbsp|ndash|mdash|eacute|uuml|ouml|auml);|(?<!\\)\\\\&"
# Where the characters have their meaning: addresses, formulas, tables.
NO_PROSE = (
    r"\\(?:url|nolinkurl|href|path|detokenize|[a-z]*matrix|cases|halign)\s*"
    r"\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\\begin\s*\{([a-zA-Z]+\*?)\}.*?\\end\s*\{\1\}|\\\(.*?\\\)|(?<!\\)\$[^$]*\$"
)
# Subscripts and superscripts outside formulas, and tags of web pages.
SCRIPT = r"(?<!\\)[_^](?!\Z)|</?(?:i|b|em|strong|sub|sup|italic|bold)>"
ARGUMENT = r"\\[A-Za-z]+\s*(?:\[[^\]]*\])?\{(?:[^{}]|\{[^{}]*\})*\}"
# What an address must not have, since it prints as typed: signs with backslashes, or a command.
IN_ADDRESS = r"\{\\([_&%#$~])\}|\\([_&%#$])"
VERBATIM = ("url", "xurl", "biblatex")  # packages
ENTITIES = {"&amp;": "\\&", "&ndash;": "--", "&mdash;": "---", "&nbsp;": "~", "&quot;": "''"}


def special_characters(field: Field) -> Iterator[Finding]:
    """Characters that stop TeX, and HTML entities."""
    assert field.inside is not None
    text = field.inside.text
    if not any(character in text for character in "&%#"):
        return
    without = pattern(NO_PROSE, 16).sub(lambda match: " " * len(match.group()), text)  # 16: DOTALL
    # a percent sign hides what follows, so that escaping it can uncover other mistakes
    hides = "%" in without and pattern(UNESCAPED % "_^").search(without) is not None
    is_open = pattern(UNESCAPED % "$").search(without) is not None
    for match in pattern(SPECIAL).finditer(without):
        sign = match.group()
        better = ENTITIES.get(sign, "\\" + sign if len(sign) == 1 else "")
        fix = Fix(Edit(part(field, *match.span()), better), safe=not hides) if better else None
        fix = None if is_open else fix
        advice = f'Write "{better}"' if better else "Write the character itself"
        yield Finding(
            part(field, *match.span()),
            f'{advice}, not "{sign}": TeX stops here or prints something else.',
            fix,
        )


def scripts(context: Context, field: Field) -> Iterator[Finding]:
    """Subscripts, superscripts, and tags of web pages in words, once for each field."""
    assert field.inside is not None
    text = field.inside.text
    if not any(character in text for character in "_^<"):
        return
    if context.latex is not None and "underscore" in context.latex.packages:
        return
    for expression in (NO_PROSE, ARGUMENT):
        text = pattern(expression, 16).sub(lambda match: " " * len(match.group()), text)
    places = list(pattern(SCRIPT).finditer(text))
    if not places:
        return
    first = places[0]
    sign = first.group()
    edits = [Edit(part(field, *match.span()), "\\_") for match in places if match.group() == "_"]
    advice = 'Write "\\_"' if sign == "_" else "Write a formula" if sign == "^" else "Write TeX"
    end = "stops at it outside a formula" if sign in "_^" else "prints it as it is"
    yield Finding(
        part(field, *first.span()),
        f'{advice} instead of "{sign}": TeX {end}.',
        Fix(*edits, safe=False) if len(edits) == len(places) else None,
    )


def address(context: Context, field: Field) -> Iterator[Finding]:
    """A command or backslashes in an address, which prints as typed."""
    assert field.inside is not None
    text = field.inside.text
    command = pattern(r"\s*\\url\s*\{(.*)\}\s*\Z", 16).match(text)
    if command is not None:
        yield Finding(
            part(field, 0, len(text)),
            "Write the address without \\url: the style adds it.",
            Fix(
                Edit(part(field, 0, command.start(1)), ""),
                Edit(part(field, command.end(1), len(text)), ""),
            ),
        )
        return
    if context.latex is not None and not _prints_as_typed(context.latex):
        return
    signs = list(pattern(IN_ADDRESS).finditer(text))
    if signs:
        shown = signs[0].group()
        yield Finding(
            part(field, *signs[0].span()),
            f'Write "{signs[0][1] or signs[0][2]}", not "{shown}": an address prints as typed.',
            Fix(
                *(Edit(part(field, *match.span()), match[1] or match[2]) for match in signs),
                safe=context.latex is not None,
            ),
        )


def _prints_as_typed(latex: LatexView) -> bool:
    r"""True if \url prints the signs of its argument as typed.  Without a package, the style makes
    it print like other text, and hyperref's may have the signs with backslashes.
    """
    return "hyperref" not in latex.packages and any(name in latex.packages for name in VERBATIM)
