"""TAB002: the text refers to a table as "Table I", with the numbers of the publication."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.blocks import TABLE
from ieeelint.paper.zones import CAPTION, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.bare_references import bare_uses, word_added
from ieeelint.rules.support.bare_references import message as bare_message
from ieeelint.rules.support.floats import integer, roman
from ieeelint.rules.support.label_words import label_words
from ieeelint.rules.support.mismatched_words import mismatches, other_kind
from ieeelint.rules.support.reference_words import (
    advice,
    as_typed,
    followers,
    is_glued,
    is_of_other_work,
    is_plural,
    joined,
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

TABLE_A = (
    "\n"
    "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\\begin{tabular}{c}1\\end{tabular}"
    "\\end{table}"
)


@rule(
    "TAB002",
    "tab-roman-and-reference-form",
    WARNING,
    "IEEEtran.cls \\thetable; IEEE conference template, sec. III-H",
    english=True,
    bad=[
        "%! word\n[caption] ⟦Table <field SEQ Table>1</field>.⟧ Gains\n| Gain | Loss |\n| 3 | 4 |",
        "%! word\n[table head plain] ⟦Table 2:⟧ Gains\n| Gain | Loss |\n| 3 | 4 |",
        (
            "%! word\n[Body Text] ⟦Table 2⟧ has the bores.\n"
            "[table head plain] Table 2: Bores of Pipes\n| Bore | Flow |"
        ),
        "See ⟦Table⟧\\ref{tab:a}.\n\\begin{table}[!t]\\caption{Sand}\\label{tab:a}\\end{table}",
        "The gains are in ⟦Tab.⟧~\\ref{tab:a}." + TABLE_A,
        "The gains are in ⟦table⟧~\\ref{tab:a}." + TABLE_A,
        "The gains are in ⟦TABLE⟧~\\ref{tab:a}." + TABLE_A,
        "The gains are in Table ⟦1⟧." + TABLE_A,
        "The gains are in table ⟦1⟧." + TABLE_A,
        "The gains are in ⟦Table⟧-I." + TABLE_A,
        "The gains are in ⟦\\ref{tab:a}⟧." + TABLE_A,
        "The gains are in ⟦table~\\ref{eq:a}⟧.\n\\begin{equation}a=b.\\label{eq:a}\\end{equation}",
        "%! preamble\n\\usepackage{cleveref}\n%! body\nSee ⟦\\cref{tab:a}⟧ for the gains."
        + TABLE_A,
        "%! preamble\n"
        "⟦\\renewcommand{\\thetable}{\\arabic{table}}⟧\n"
        "%! body\n"
        "The gains are in Table~\\ref{tab:a}." + TABLE_A,
    ],
    good=[
        (  # IEEE Access has Arabic numbers
            "%! word\n[Article Title] Old Pumps\n[table head plain] Table 2: Gains\n"
            "| Gain | Loss |\n| 3 | 4 |"
        ),
        "%! word\n[table head plain] TABLE II. Gains\n| Gain | Loss |\n| 3 | 4 |",
        "The gains are in Table~\\ref{tab:a}." + TABLE_A,
        "The gains are in Table I, and the table also lists limits." + TABLE_A,
        "Tables I and II list the gains.",
        "Compare Table 12.4 and Table 2 of \\cite{b1}, both from outside." + TABLE_A,
        "Press Tab 3 times.",
        "%! class\n"
        "\\documentclass[conference,compsoc]{IEEEtran}\n"
        "%! body\n"
        "The gains are in Table 1." + TABLE_A,
        "%! preamble\n"
        "\\renewcommand{\\thetable}{A\\arabic{table}}\n"
        "%! body\n"
        "See Table~\\ref{tab:a}." + TABLE_A,
    ],
    fixes=[
        (
            "The gains are in Tab.~\\ref{tab:a}." + TABLE_A,
            "The gains are in Table~\\ref{tab:a}." + TABLE_A,
        ),
        ("See tables~II and~III.", "See Tables~II and~III."),
        (
            "%! preamble\n\\newcommand{\\old}{the}\n%! body\nSee \\old{} table~II.",
            "%! preamble\n\\newcommand{\\old}{the}\n%! body\nSee \\old{} Table~II.",
        ),
        (
            "See the table~II, and the table~IV of it; the table~III rows are old.",
            "See Table~II, and Table~IV of it; the Table~III rows are old.",
        ),
        ("See Table-I.", "See Table~I."),
        ("See Table1 for it." + TABLE_A, "See Table~I for it." + TABLE_A),
        (
            "Tables ⟦1⟧ and 2 list the gains." + TABLE_A * 2,
            "Tables I and II list the gains." + TABLE_A * 2,
        ),
        ("See table~II and~III.", "See Tables~II and~III."),
    ],
)
def table_reference_form(context: Context) -> Iterator[Finding]:
    r"""Refer to a table as "Table I", with a capital and a Roman numeral.

    IEEEtran numbers tables in Roman numerals; Computer Society papers and IEEE
    Access use Arabic numerals. "Tab.", "table", and "TABLE" before a number are
    not IEEE style. Refer with \ref, so that the number is always that of the
    table.
    """
    paper = context.paper
    yield from _renumbered(context)
    yield from label_words(context, is_figure=False)
    for use in bare_uses(context, TABLE):
        span = paper.text.span(use.start, use.end)
        yield Finding(span, bare_message(context, use, "Table"), word_added(context, use, "Table"))
    if not context.index.has_any(*context.vocabulary.references.kinds.table):
        return
    yield from mismatches(context, TABLE)
    # Authors who number their tables by hand may leave out a number.
    count = max(len(paper.tables), *(integer(table.number) for table in paper.tables), 0)
    for use in context.index.reference_uses:
        if use.kind != TABLE or not use.word:
            continue
        passage = paper.passage_at(use.start)
        if passage.zone not in RUNNING or context.index.is_mention(use.start):
            continue
        if passage.zone == CAPTION and not passage.plain[: use.start - passage.start].strip():
            continue  # a typed label, not a reference
        if is_of_other_work(context, use) or "." in use.number or other_kind(paper, use):
            continue
        if use.word.lower() in ("tab", "tabs") and use.cross_reference is None:
            continue  # a tab on a screen, or the tab key
        uses = [use, *followers(context, use)]
        if _has_roman(context, use) and all(_is_arabic(paper, each, count) for each in uses):
            yield _numerals(context, uses)
        elif use.word not in ("Table", "Tables") or is_glued(paper, use):
            yield _word(context, use)


def _has_roman(context: Context, use: ReferenceUse) -> bool:
    """True for a typed Arabic number of a publication whose tables have Roman ones."""
    return (
        use.number.isdecimal()
        and use.cross_reference is None
        and context.profile.table_numbers == "roman"
    )


def _is_arabic(paper: Paper, use: ReferenceUse, count: int) -> bool:
    """True for the typed Arabic number of one of the ``count`` tables."""
    return 0 < integer(use.number) <= count and paper.text.is_typed(
        use.number_start, use.number_end
    )


def _numerals(context: Context, uses: list[ReferenceUse]) -> Finding:
    """The finding on the Arabic numbers of a list: "Tables 1 and 2"."""
    text = context.paper.text
    first, last = uses[0], uses[-1]
    typed = " ".join(text.plain[first.word_start : last.number_end].split())
    word = "Tables" if is_plural(context, first) else "Table"
    numbers = " ".join(text.plain[first.number_start : last.number_end].split())
    right = word + " " + pattern(r"[0-9]+").sub(lambda match: roman(int(match[0])), numbers)
    edits = [
        Edit(text.span(use.number_start, use.number_end), roman(integer(use.number)))
        for use in uses
    ]
    end, space = joined(context.paper, first)
    if first.word != word or space:
        edits.insert(0, Edit(text.span(first.word_start, end), word + space))
    return Finding(
        text.span(first.number_start, last.number_end),
        f'Write "{right}", not "{typed}": tables have Roman numerals here.',
        Fix(*edits, safe=False),
    )


def _word(context: Context, use: ReferenceUse) -> Finding:
    """The finding on a wrong word."""
    paper = context.paper
    command = printing_command(paper, use)
    right = "Tables" if is_plural(context, use) else "Table"
    number = shown_number(paper, use) if right == "Table" else ""
    if command:
        message = (
            f'"\\{command}" prints "{use.word}{number}" here, but IEEE prints "{right}{number}". '
            + advice(command, TABLE, "Table", "Tables")
        )
    else:
        why = "a space is missing" if use.word == right else "spell out the word with a capital"
        message = f'Write "{right}{number}", not "{as_typed(context, use, number)}": {why}.'
    return Finding(
        paper.text.span(use.word_start, use.word_end),
        message,
        word_fix(context, use, "Table", "Tables"),
        condemned=replaced(paper, use),
    )


def _renumbered(context: Context) -> Iterator[Finding]:
    """Redefinitions that make the numbers Arabic or change the word."""
    view = context.latex
    if view is None or context.profile.table_numbers != "roman":
        return
    for name in ("thetable", "tablename"):
        definition = view.definitions.get(name)
        if definition is None:
            continue
        if name == "thetable" and pattern(r"\s*\\arabic\s*\{\s*table\s*\}\s*").fullmatch(
            definition.body
        ):
            message = (
                "This numbers tables 1, 2, 3, but IEEE numbers them I, II, III. Delete the line."
            )
            yield Finding(definition.span, message)
        elif name == "tablename" and definition.body.strip().lower().startswith(("tab.", "tbl")):
            message = (
                f'This prints "{definition.body.strip()}" above tables, but IEEE prints "TABLE".'
                " Delete the line."
            )
            yield Finding(definition.span, message, severity=INFO)
