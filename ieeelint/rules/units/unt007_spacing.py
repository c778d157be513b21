"""UNT007: the space between a number and its unit: 5~GHz, a 5-GHz band."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import RUNNING
from ieeelint.paper.quantities import inner_span
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.formats import thin_space, tie
from ieeelint.rules.support.unit_words import ZONES, is_certain, uses_in, variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantities import QuantityUse

# 65nm names a fabrication process.
PROCESS = frozenset(
    "process processes node nodes technology technologies cmos finfet soi fd-soi bicmos lithography".split()  # noqa: E501
)
# With these a letter behind a number is more often a name: 3D, 4K, 5G, 10B, Fig. 2A, step 1b.
NAMES_OFTEN = frozenset("A B C F H J K L M N S T V W b d l t h S".split())
ITEMS = frozenset(
    "fig figs figure figures table tables tab section sections sec step stage case class type level"
    " eq equation part phase appendix question item line row column no version release wcag grade"
    " group category model example scenario".split()
)
DURATION = {"h": "h", "m": "min", "min": "min", "s": "s"}


@rule(
    "UNT007",
    "unit-number-space",
    WARNING,
    "IEEE Editorial Style Manual, units; SI brochure, sec. 5.4.3",
    bad=[
        "The clock runs at ⟦5GHz⟧ here.",
        "The road is ⟦200m⟧ long.",
        "It takes $⟦1ms⟧$ to settle.",
        "The gap is ⟦2.5cm⟧ wide.",
    ],
    good=[
        "The clock runs at 5~GHz here, the 5-GHz band is busy, and $5\\,\\mathrm{GHz}$ is fast.",
        "A loss of 5\\% at 20$^\\circ$ and 30\\,$^\\circ$C is small.",
        "5G, 4K, 3D, 2T cells, 1T1C, 10BASE-T, an RTX3090, and 802.11g are names.",
        "In 65nm CMOS the 1980s began; see step 1b and Section 5A of WCAG 2.2A.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe clock runs at \\SI{5}{GHz} here.",
        "``5GHz'' is wrong. The \\texttt{5GHz} file is \\includegraphics[width=8cm]{a}.",
        "A model of 7B weights has $2m$ rows.",
    ],
    fixes=[("The clock runs at 5GHz here.", "The clock runs at 5~GHz here.")],
)
def space_before_unit(context: Context) -> Iterator[Finding]:
    """A space stands between a number and its unit symbol: 5~GHz.

    The space must not break over a line: write ~ or a thin space, in a formula
    \\\\,. An adjective takes a hyphen instead: a 5-GHz band. Only %, °, ′ and ″
    follow the number at once.
    """
    paper = context.paper
    units = context.vocabulary.units
    spaced = {
        use.head for use in context.index.quantities if use.separator.strip("\n") not in ("", "-")
    }
    letters: set[str] | None = None
    loose = []
    uses = list(uses_in(context, ZONES))
    done: QuantityUse | None = None
    for number, use in enumerate(uses):
        if (
            use is done
            or use.head in units.tight
            or use.unit in units.tight
            or use.unit.startswith("°")
        ):
            continue
        if use.mark is not None and use.inner is None and not use.number_in_math:
            continue  # set by siunitx
        if use.separator and not use.in_math:
            if _may_break(context, use):
                loose.append(use)
            continue
        if (
            use.separator
            or use.head not in units.symbols
            and use.head not in units.wrong
            and use.head not in units.names
        ):
            continue
        if use.in_math:
            if letters is None:
                letters = variables(paper)
            if not is_certain(paper, use, letters):
                continue
        elif _is_name(paper, use, spaced):
            continue
        elif (done := _rest_of_duration(paper, use, uses[number + 1 : number + 2])) is not None:
            yield Finding(
                paper.text.span(use.start, done.end),
                "A duration is written with spaces and the symbols h, min, s: "
                f'"{use.number} {DURATION[use.unit]} {done.number} {DURATION[done.unit]}".',
            )
            continue
        span = use.span(paper)
        fix = _spacing_fix(paper, use)
        if use.head in ("bit", "byte"):
            message = (
                f'Write "{use.number}-{use.unit}": the number and the unit of an adjective are'
                " joined by a hyphen."
            )
            fix = None
        else:
            right = f"{use.number}{tie(paper)}{use.unit}"
            if use.in_math and use.inner is not None:
                right = (
                    f"{use.number}{thin_space(paper)}{use.mark.data.content[use.inner[2] : use.inner[3]]}"  # noqa: E501
                    if use.mark
                    else right
                )
            message = f'Put a space between number and unit: "{right}".'
        yield Finding(span, message, fix)
    if loose:
        first = loose[0]
        others = len(loose) - 1
        more = (
            ""
            if not others
            else (
                " here and at another place"
                if others == 1
                else f" here and at {others} other places"
            )
        )
        space = tie(paper)
        edits = [Edit(paper.text.span(use.number_end, use.unit_start), space) for use in loose]
        shown = (
            f"{first.number}{space}{first.unit}"
            if paper.format == "latex"
            else f"{first.number} {first.unit}"
        )
        yield Finding(
            first.span(paper),
            f"A line may break between number and unit{more}. Tie them by a non-breaking space:"
            f' "{shown}".',
            Fix(*edits),
            severity=INFO,
        )


def _rest_of_duration(
    paper: Paper, use: QuantityUse, following: list[QuantityUse]
) -> QuantityUse | None:
    """The 17s behind the 9m of "9m 17s"."""
    for other in following:
        between = paper.text.plain[use.end : other.start]
        if (
            use.unit in ("h", "m")
            and other.unit in ("m", "s", "min")
            and not (other.separator or between.strip(" ,\u00a0"))
        ):
            return other
    return None


def _may_break(context: Context, use: QuantityUse) -> bool:
    """True for a plain space before a unit symbol in running text."""
    paper = context.paper
    if (
        use.separator not in (" ", "\n")
        or use.unit_in_math
        or paper.passage_at(use.start).zone not in RUNNING
    ):
        return False
    if use.head not in context.vocabulary.units.symbols or use.head in (
        "bit",
        "bits",
        "in",
        "px",
    ):
        return False
    if len(use.head) == 1 and use.head in NAMES_OFTEN and use.head not in "VWAKhbd":
        return False
    if len(use.head) == 1 and (use.head in "AKhbd") and "." not in use.number:
        return False
    return paper.text.is_typed(use.number_end - 1, use.unit_end) and not _is_item(paper, use)


def _is_item(paper: Paper, use: QuantityUse) -> bool:
    """True after a word that numbers its things: "Section 5 A"."""
    before = paper.text.plain[max(0, use.start - 20) : use.start].split()
    return bool(before) and before[-1].strip(".(~\u00a0").lower() in ITEMS


def _is_name(paper: Paper, use: QuantityUse, spaced: set[str]) -> bool:
    """True for a number and letters that name something: 5G, 3D, 65nm CMOS, 802.11g."""
    plain = paper.text.plain
    before = plain[use.start - 1 : use.start] if use.start else ""
    if (
        before in ("-", "_", "/", ".", "#", "+", "@")
        and plain[use.start - 2 : use.start - 1].isalnum()
    ):
        return True
    after = plain[use.unit_end : use.unit_end + 1]
    if after in ("_", "@", "#") or (
        after in ("-", "/", ".") and plain[use.unit_end + 1 : use.unit_end + 2].isdigit()
    ):
        return True
    if use.number.startswith("802") or _is_item(paper, use):
        return True
    following = plain[use.unit_end : use.unit_end + 24].lower().split()[:1]
    if use.unit == "nm" and following and following[0].strip(",.;:()") in PROCESS:
        return True
    if use.unit in ("d", "b", "t", "l"):
        return True
    return use.unit in NAMES_OFTEN and (
        use.unit not in spaced or use.unit in "BK" and "." not in use.number
    )


def _spacing_fix(paper: Paper, use: QuantityUse) -> Fix | None:
    """An edit that puts the space in."""
    if use.inner is not None and use.mark is not None:
        place = inner_span(use.mark, use.inner[1], use.inner[1])
        return Fix(Edit(place, "\\,")) if place is not use.mark.span else None
    span = paper.text.span(use.number_end - 1, use.number_end)
    return (
        Fix(Edit(paper.text.span(use.unit_start, use.unit_start), tie(paper)))
        if span.text
        else None
    )
