"""FIG010: the parts (a), (b) of a figure have letters, in order, and names in the caption."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption, Float
    from ieeelint.paper.model import Paper


@rule(
    "FIG010",
    "fig-textbox-and-subparts",
    INFO,
    "IEEE conference template, sec. III-H; IEEEtran HOWTO, subfigures",
    bad=[
        (
            "\\begin{figure}[!t]\\subfloat[⟦(a)⟧ Small gain]{\\includegraphics{a}}"
            "\\subfloat[Large gain]{\\includegraphics{b}}\\caption{Step response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}"
            "\\caption{Step response. ⟦(b)⟧ Large gain. (a) Small gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\subfloat⟧{\\includegraphics{a}}"
            "\\subfloat{\\includegraphics{b}}"
            "\\caption{Step response. (a) Small gain. (b) Large gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\subfloat⟧[]{\\includegraphics{a}}"
            "\\subfloat[]{\\includegraphics{b}}\\caption{Step response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\subfigure⟧{\\includegraphics{a}}"
            "\\subfigure{\\includegraphics{b}}\\caption{Step "
            "response. (a) Small gain. (b) Large gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat[⟦a)⟧]{\\includegraphics{a}}\\subfloat[Large "
            "gain]{\\includegraphics{b}}\\caption{Step response.}\\end{figure}"
        ),
    ],
    good=[
        (
            "\\begin{figure}[!t]\\subfloat[Small gain]{\\includegraphics{a}}"
            "\\subfloat[Large gain]{\\includegraphics{b}}\\caption{Step response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat[]{\\includegraphics{a}}"
            "\\subfloat[]{\\includegraphics{b}}"
            "\\caption{Step response. (a) Small gain. (b) Large gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}"
            "\\caption{Step response with (a)–(c) small and (d) large gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}"
            "\\caption{Output $f$ for (n) nodes and (k) links.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat{\\includegraphics{a}}\\subfloat{\\includegraphics{b}}"
            "\\caption{Two robots.}\\end{figure}"
        ),
        (
            "%! preamble\n"
            "\\captionsetup[subfigure]{labelformat=empty}\n"
            "%! body\n"
            "\\begin{figure}[!t]\\subfloat[(a) Small "
            "gain]{\\includegraphics{a}}\\subfloat[(b) Large "
            "gain]{\\includegraphics{b}}\\caption{Step response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{subfigure}{2cm}\\includegraphics{a}\\caption*{(a) "
            "Small gain}\\end{subfigure}\\caption{Step response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response. (b) Large "
            "gain. (d) Small gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat{\\includegraphics{a}}"
            "\\subfloat[]{\\includegraphics{b}}\\caption{Step "
            "response. (a) Small gain. (b) Large gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat[]{\\includegraphics{a}}"
            "\\subfloat[Large]{\\includegraphics{b}}\\subfloat[]{\\includegraphics{c}}"
            "\\caption{Step "
            "response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\subfloat[]{\\includegraphics{a}\\label{a}}"
            "\\subfloat[]{\\includegraphics{b}\\label{b}}\\caption{Response "
            "in \\subref{a} and \\subref{b}.}\\end{figure}"
        ),
    ],
    fixes=[
        (
            (
                "\\begin{figure}[!t]\\subfloat[(a) Small gain]{\\includegraphics{a}}"
                "\\subfloat[Large gain]{\\includegraphics{b}}\\caption{Step response.}"
                "\\end{figure}"
            ),
            (
                "\\begin{figure}[!t]\\subfloat[Small gain]{\\includegraphics{a}}"
                "\\subfloat[Large gain]{\\includegraphics{b}}\\caption{Step response.}"
                "\\end{figure}"
            ),
        ),
    ],
)
def figure_parts(context: Context) -> Iterator[Finding]:
    r"""Let the class mark the parts of a figure (a), (b) in order, and name them in the caption.

    \subfloat[]{...} prints the letter automatically, \subfloat{...} prints none.
    Name each part in its own caption or in the caption of the figure.
    """
    paper = context.paper
    for holder in paper.figures:
        yield from _typed_part_marks(context, holder)
        for caption in holder.captions:
            yield from _parts_in_order(paper, caption)
        if holder.captions and len(holder.captions) == 1:
            yield from _unnamed_parts(context, holder)


def _typed_part_marks(context: Context, holder: Float) -> Iterator[Finding]:
    """Letters typed in the captions of parts, which the class also prints."""
    paper = context.paper
    for caption in holder.sub_captions:
        if caption.command.endswith("*"):
            continue
        passage = caption.passage
        match = pattern(r"\s*(\(?[a-z]\)\s*)").match(passage.text.plain, passage.start, passage.end)
        if match is None or _has_own_labels(context):
            continue
        start, end = match.span(1)
        typed = match.group(1).strip()
        fix = (
            Fix(Edit(paper.text.span(start, end), ""))
            if paper.text.is_typed(start, end) and end < passage.end
            else None
        )
        message = f'Delete "{typed}": the letter of the part is printed automatically.'
        yield Finding(paper.text.span(start, start + len(typed)), message, fix)


def _has_own_labels(context: Context) -> bool:
    """True when the draft changes or deletes the letters of the captions of parts."""
    return context.latex is not None and any(
        "label" in command.span.text
        for command in context.latex.commands("captionsetup", "DeclareCaptionLabelFormat")
    )


def _letters(caption: Caption) -> list[tuple[str, int]]:
    """The parts that a caption names, in order and with their positions; ranges count in full."""
    passage = caption.passage
    plain = passage.text.plain
    letters: list[tuple[str, int]] = []
    for match in pattern(r"\(([a-z])\)(?:\s?[–-]\s?\(([a-z])\))?").finditer(
        plain, passage.start, passage.end
    ):
        first, last = match.groups()
        stop = ord(last) if last and last > first else ord(first)
        letters += [(chr(code), match.start()) for code in range(ord(first), stop + 1)]
    return letters


def _parts_in_order(paper: Paper, caption: Caption) -> Iterator[Finding]:
    """Parts that are not named in alphabetical order."""
    letters: dict[str, int] = {}
    plain = paper.text.plain
    for letter, position in _letters(caption):
        # Only where the caption introduces a part: at the start or after punctuation.
        if plain[max(caption.passage.start, position - 4) : position].rstrip()[-1:] in (
            "",
            ".",
            ":",
            ";",
            ",",
        ):
            letters.setdefault(letter, position)
    named = "".join(letters)
    expected = "".join(chr(ord("a") + n) for n in range(len(named)))
    if len(named) < 2 or named == expected or "".join(sorted(named)) != expected:
        return
    for letter, right in zip(named, expected, strict=True):
        if letter != right:
            at = letters[letter]
            yield Finding(
                paper.text.span(at, at + 3),
                f"Name the parts in order: ({right}) before ({letter}).",
            )
            return


def _unnamed_parts(context: Context, holder: Float) -> Iterator[Finding]:
    """Parts without a letter, or letters without an explanation."""
    caption = holder.captions[0]
    named = {letter for letter, _ in _letters(caption)}
    panels = []
    if context.latex is not None and (
        "\\subfloat" in holder.content_span.text or "\\subfigure" in holder.content_span.text
    ):
        panels = [
            command
            for command in context.latex.commands("subfloat", "subfigure")
            if command.span.source is holder.span.source
            and holder.span.start <= command.span.start < holder.span.end
        ]
    bare = [panel for panel in panels if not any(argument.optional for argument in panel.arguments)]
    if len(bare) >= 2 and len(bare) == len(panels) and {"a", "b"} <= named:
        message = (
            f"The caption names parts (a) and (b), but \\{bare[0].name} without [] prints no"
            f" letters. Write \\{bare[0].name}[]{{...}}."
        )
        yield Finding(bare[0].span, message)
    empty = [
        panel
        for panel in holder.sub_captions
        if not panel.plain and not panel.command.endswith("*")
    ]
    if (
        len(empty) >= 2
        and len(empty) == len(holder.sub_captions)
        and not named
        and "\\subref" not in caption.span.text
    ):
        yield Finding(empty[0].span, "Say in the caption what the parts (a), (b) ... show.")
