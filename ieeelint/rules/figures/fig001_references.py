r"""FIG001: the text refers to a figure as "Fig. 3"."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import FIGURE
from ieeelint.paper.zones import CAPTION, RUNNING
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bare_references import bare_uses, message, word_added
from ieeelint.rules.support.label_words import label_words
from ieeelint.rules.support.mismatched_words import mismatches, other_kind
from ieeelint.rules.support.reference_words import (
    advice,
    as_typed,
    is_glued,
    is_of_other_work,
    is_plural,
    printing_command,
    replaced,
    shown_number,
    word_fix,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

PLANT = "\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\label{fig:a}\\end{figure}"
LAW = "\n\\begin{equation}a=b.\\label{eq:a}\\end{equation}"


@rule(
    "FIG001",
    "fig-reference-form",
    WARNING,
    "IEEE conference template, sec. III-H; IEEEtran.cls \\figurename",
    english=True,
    bad=[
        "⟦Figure⟧~\\ref{fig:a} shows the plant." + PLANT,
        "The plant is drawn in ⟦figure⟧ 1.",
        "The plant is drawn in ⟦fig.⟧ 1.",
        "The plant is drawn in ⟦figure⟧ 8.",
        "The plant is drawn in ⟦\\ref{fig:a}⟧." + PLANT,
        "The plant is drawn in ⟦Fig⟧ 1.",
        "As ⟦Fig.⟧\\ref{fig:a} shows, it is wet." + PLANT,
        "The plant is drawn in ⟦Fig:⟧ 1.",
        "%! word\n[Body Text] <picture/>\n[caption] ⟦Figure <field SEQ Figure>1</field>:⟧ Plant.",
        (
            "%! word\n[Body Text] It is in Fig. <field REF a>1</field>.\n[Body Text] <picture/>\n"
            "[caption] ⟦Fig. <field SEQ Figure>1</field>:⟧ Plant.\n[Body Text] <picture/>\n"
            "[caption] Fig. <field SEQ Figure>2</field>. Pump."
        ),
        "%! word\n[Body Text] <picture/>\n[Normal] ⟦Figure-2:⟧ Flow of the plant.",
        "The plant is drawn in ⟦figure⟧-1.",
        "The plant is drawn in ⟦Fig .⟧ 1.",
        "The plant is drawn in ⟦Fig.⟧1.",
        "⟦Figure⟧~\\ref{sec:m} shows it.\n\\section{Method}\\label{sec:m}\nSand is dry.",
        "The law is ⟦Fig (\\ref{eq:a})⟧, as drawn." + LAW,
        "%! preamble\n\\newcommand{\\on}[1]{(#1)}\n%! body\n"
        "The plant is in ⟦figure⟧~\\on{\\ref{fig:a}}." + PLANT,
        "%! preamble\n\\usepackage{cleveref}\n\\crefname{figure}{figure}{figures}\n%! body\n"
        "The plants are in ⟦\\cref{fig:a,fig:b}⟧." + PLANT + PLANT.replace("fig:a", "fig:b"),
        "%! preamble\n\\usepackage{hyperref}\n%! body\n⟦\\autoref{fig:a}⟧ shows the plant." + PLANT,
        "%! preamble\n"
        "\\newcommand{\\figref}[1]{Figure~\\ref{#1}}\n"
        "%! body\n"
        "See ⟦\\figref{fig:a}⟧ for the plant." + PLANT,
        (
            "%! class\n"
            "\\documentclass[conference,compsoc]{IEEEtran}\n"
            "%! body\n"
            "The plant is drawn in ⟦Fig.⟧ 1."
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The flow of "
            "⟦Figure⟧~\\ref{fig:b}.}\\label{fig:a}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{b}\\caption{The "
            "sand.}\\label{fig:b}\\end{figure}"
        ),
        (
            "See ⟦Fig.⟧~(\\ref{fig:a}).\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The "
            "flow.}\\label{fig:a}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧, \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧ and \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧ or \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧ to \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧--\\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧-\\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧ \\& \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "The plant is as in ⟦\\ref{fa}⟧, and \\ref{fb} of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "b.}\\label{fb}\\end{figure}"
        ),
        (
            "As shown by ⟦\\ref{fa}⟧, and than \\ref{fa}, via \\ref{fa}, like \\ref{fa}, "
            "per \\ref{fa}, under \\ref{fa}. The pipes \\ref{fa} are old. Figures like "
            "that of \\ref{fa}, as ``in \\ref{fa}'', (\\ref{fa}), in\\ref{fa}, and in "
            "\\pageref{fa}.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant "
            "a.}\\label{fa}\\end{figure}"
        ),
    ],
    good=[
        "Fig.~\\ref{fig:a} shows the plant." + PLANT,
        "Fig.{}\\ref{fig:a} shows the plant." + PLANT,
        "\\figurename~\\ref{fig:a} shows the plant." + PLANT,
        "Figs. 1 and 2 show the plant, and the figure below its controller.",
        "The figure of merit 3 was chosen. Figure 3 of \\cite{b1} shows another plant.",
        "The robot drove a figure 8 at full speed.",
        "It is no figure . 3 pipes are old. The figure has no 1.",
        "It drove a Figure 8 loop near the Figure-8 coil. A Table 5 lamp has it.",
        "Write ``Figure 1'' nowhere.",
        "%! word\n[Body Text] <picture/>\n[Normal] Fig. 2: Flow of the plant.",
        (
            "%! word\n[Body Text] <picture/>\n[Normal] Figura 2: Flujo del agua de los tubos de la"
            " casa y del jardín en el tiempo de las lluvias."
        ),
        "%! word\n[Body Text] <picture/>\n[caption] Fig. <field SEQ Figure>1</field>. Plant.",
        "%! word\n[Body Text] <picture/>\n[figure caption] Figure 2: Flow of the plant.",
        "We drew one figure: 3 pipes are in it. In the figure:1 to 3 pipes.",
        "Write ``Fig.~\\ref{eq:a}'' nowhere.\n\\subsection{Fig.~\\ref{eq:a}}\nIt flows." + LAW,
        "Figs. 1 (drawn in \\ref{fig:a}), the plant \\ref{fig:a}, and (\\ref{fig:a})." + PLANT,
        (
            "%! class\n"
            "\\documentclass[conference,compsoc]{IEEEtran}\n"
            "%! body\n"
            "The plant is drawn in Figure 1."
        ),
        "%! preamble\n"
        "\\usepackage{cleveref}\\crefname{figure}{Fig.}{Figs.}\\Crefname{figure}{Fig.}{Figs.}\n"
        "%! body\n"
        "\\Cref{fig:a} shows the plant." + PLANT,
        (
            "The words ``Figure 1'' are wrong. In this figure 10 curves cross; every "
            "figure 10 of them; per figure 10."
        ),
        "The skater makes a figure 8, the figure 8 pipe, and figure 8 shapes.",
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Figure 1 shows "
            "it.}\\label{fig:a}\\end{figure}\n"
            "\\begin{tabular}{c}Figure 1\\end{tabular}"
        ),
    ],
    fixes=[
        (
            "The plant is as shown in \\ref{fig:a}." + PLANT,
            "The plant is as shown in Fig.~\\ref{fig:a}." + PLANT,
        ),
        ("Figure~1 shows the plant.", "Fig.~1 shows the plant."),
        ("The plant is drawn in Fig.1.", "The plant is drawn in Fig.~1."),
        ("It is drawn in ⟦Fig.⟧\\ref{fig:a}." + PLANT, "It is drawn in Fig.~\\ref{fig:a}." + PLANT),
        ("The plants of Figs:1 and 2 differ.", "The plants of Figs.~1 and 2 differ."),
        ("The plant is drawn in Figure No. 1.", "The plant is drawn in Fig.~1."),
        ("The plant is drawn in figure number 1.", "The plant is drawn in Fig.~1."),
        ("The plant is drawn in figure \\#1.", "The plant is drawn in Fig.~1."),
        ("The plant is drawn in figure (1).", "The plant is drawn in Fig. 1."),
        ("The plants of figures 1 and 2 differ.", "The plants of Figs. 1 and 2 differ."),
        ("It is drawn in figure 1 and 2.", "It is drawn in Figs. 1 and 2."),
        (  # the word in the text, not in the key or in a name
            "%! preamble\n\\newcommand{\\figref}[1]{Figure~\\ref{Figure:#1}}\n"
            "%! body\nSee ⟦\\figref{a}⟧." + PLANT.replace("fig:a", "Figure:a"),
            "%! preamble\n\\newcommand{\\figref}[1]{Fig.~\\ref{Figure:#1}}\n"
            "%! body\nSee \\figref{a}." + PLANT.replace("fig:a", "Figure:a"),
        ),
        (
            "%! preamble\n\\usepackage{hyperref}\n%! body\nSee \\autoref{fig:a}." + PLANT,
            "%! preamble\n\\usepackage{hyperref}\n%! body\nSee Fig.~\\ref{fig:a}." + PLANT,
        ),
    ],
)
def figure_reference_form(context: Context) -> Iterator[Finding]:
    r"""Refer to a figure as "Fig. 1", even at the start of a sentence.

    IEEE abbreviates the word everywhere, with a capital and a period. Only
    Computer Society conference papers print "Figure 1". A number alone does not
    say what it numbers. \figurename~\ref{...} is right in every class. \autoref
    and \Cref print "Figure" and \cref prints "fig." unless you change that.
    """
    paper = context.paper
    singular = context.profile.figure_word
    plural = "Figs." if singular == "Fig." else "Figures"
    yield from _bare(context, singular)
    if singular == "Fig.":
        yield from label_words(context, is_figure=True)
    if not context.index.has_any(*context.vocabulary.references.kinds.figure):
        return
    yield from mismatches(context, FIGURE)
    reason = (
        "IEEE abbreviates the word, even at the start of a sentence"
        if singular == "Fig."
        else "Computer Society conference papers print the word in full"
    )
    instead = (
        'but IEEE writes "{}", even at the start of a sentence.'
        if singular == "Fig."
        else 'but Computer Society conference papers print "{}".'
    )
    for use in context.index.reference_uses:
        if use.kind != FIGURE or not use.word:
            continue
        if use.word in (singular, plural) and not (use.parenthesized or is_glued(paper, use)):
            continue
        passage = paper.passage_at(use.start)
        if passage.zone not in RUNNING or context.index.is_mention(use.start):
            continue
        if passage.zone == CAPTION and not passage.plain[: use.start - passage.start].strip():
            continue  # a typed label, not a reference
        if is_of_other_work(context, use) or _is_lookalike(paper, use) or other_kind(paper, use):
            continue
        right = plural if is_plural(context, use) else singular
        number = shown_number(paper, use) if right == singular else ""
        fix = word_fix(context, use, singular, plural)
        command = printing_command(paper, use)
        if command:
            words = (
                f'"\\{command}" prints "{use.word}{number}", {instead.format(right + number)} '
                + advice(command, FIGURE, singular, plural)
            )
        else:
            why = reason
            if use.word == right:
                why = "the number has no parentheses" if use.parenthesized else "a space is missing"
            words = f'Write "{right}{number}", not "{as_typed(context, use, number)}": {why}.'
        span = paper.text.span(use.word_start, use.word_end)
        yield Finding(span, words, fix, condemned=replaced(paper, use))


def _bare(context: Context, word: str) -> Iterator[Finding]:
    """Numbers of figures without a word."""
    for use in bare_uses(context, FIGURE):
        span = context.paper.text.span(use.start, use.end)
        yield Finding(span, message(context, use, word), word_added(context, use, word))


def _is_lookalike(paper: Paper, use: ReferenceUse) -> bool:
    """True for the shape of an 8, and for a count as in "in this figure 10 curves"."""
    if use.word != "figure" or not use.number:
        return False
    plain = paper.text.plain
    before = "".join(plain[max(0, use.word_start - 8) : use.word_start].lower().split()[-1:])
    if before in ("this", "each", "every", "per"):
        return True
    return use.number == "8" and before == "the"
