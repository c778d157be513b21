"""TXT016: "Section", "Algorithm" and the like before a number."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import ALGORITHM_FLOAT, LISTING, SECTION, THEOREM
from ieeelint.paper.zones import RUNNING
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bare_references import bare_uses, message, word_added
from ieeelint.rules.support.reference_words import (
    advice,
    as_typed,
    is_glued,
    printing_command,
    replaced,
    word_fix,
)
from ieeelint.rules.support.section_numbers import is_other, misnumbered, section_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.references_use import ReferenceUse

KINDS = frozenset((SECTION, ALGORITHM_FLOAT, LISTING, THEOREM))
# Words that IEEE writes in another way, without their plural s.
FULL = {"sec": "Section", "sect": "Section", "subsection": "Section", "alg": "Algorithm"}
METHOD = "\n\\section{Method}\\label{sec:m}\nSand is dry.\n"


@rule(
    "TXT016",
    "text-numbered-things-capital",
    WARNING,
    "IEEE Editorial Style Manual, capitalization of numbered things",
    bad=[
        "Pipes are in ⟦section⟧ V." + METHOD * 5,
        "The pipes are in ⟦section⟧~\\ref{sec:m}." + METHOD,
        "The pipes are in ⟦Sec.⟧\\ref{sec:m}, not Section~\\ref{sec:m}." + METHOD,
        "The pipes are in ⟦\\ref⟧{sec:m}." + METHOD,
        "The pipes are in ⟦section⟧ II." + METHOD,
        "See ⟦appendix⟧~\\ref{sec:m}.\n\n\\section{Method}\\label{sec:m}\nIt is wet.",
        "%! word\n[heading 1] Pipes\n[Body Text] See ⟦Section 3⟧, or section 2.\n[heading 1] Sand\n"
        "[Body Text] It is dry.",
        "%! word\n[heading 1] Pipes\n[Body Text] See ⟦section 2⟧ for it.\n[heading 1] Sand\n"
        "[Body Text] It is dry.",
        "See ⟦Chapter 2⟧ for it." + METHOD * 2,
        (
            "It is as shown in ⟦\\ref{sec:m}⟧, and \\ref{sec:m}.\n"
            "\\section{Method}\\label{sec:m}\n"
            "It is wet."
        ),
    ],
    good=[
        "The pipes are in Section~\\ref{sec:m}, and the section after it is dry." + METHOD,
        "Its section 2 is long, as in section III of~\\cite{lima} and section 9 of the law.",
        (
            "%! word\n[heading 1] Pipes\n[heading 2] Section 2\n[Body Text] Fig. 2, Section 2 of"
            " [1], Section 9, [1, Section 2], Section III-B, the section 2, ``Section 2,'' and"
            " Appendix 2 are long.\n[heading 1] Sand\n[Body Text] It is dry."
        ),
        "%! word\n[Body Text] Section 3 is long.\n[heading 1] Sand\n[Body Text] It is dry.",
        "%! word\n[heading 1 plain] 2. Pipes\n[Body Text] Section 3 is long.\n"
        "[heading 1 plain] 3. Sand\n[Body Text] It is dry.\n[heading 1 plain] 4. End",
        (
            "Chapter 2 of the book, its Chapter 2, ``Chapter 2,'' Chapter 9, and Chapter 2.1 are"
            " long; so is [3, Chapter 2]." + METHOD * 2
        ),
        "\\section{Chapter 2}\nA chapter is long." + METHOD * 2,
        "Sections~\\ref{sec:m} (above) and, in sand, in \\ref{sec:m}." + METHOD,
        "See Section\\,\\ref{sec:m}, Section\\ \\ref{sec:m}, and Section\\hspace{1mm}\\ref{sec:m}."
        + METHOD,
        "\\section{Sand}\nThe list has items.\n\\begin{enumerate}\\item\\label{it:a} dry"
        "\\end{enumerate}\nIt is dry as in \\ref{it:a}.",
        (
            "\\section{Method of section~\\ref{sec:m}}\\label{sec:n}\n"
            "The words ``section~\\ref{sec:m}'' are wrong. It is so in section 9 of "
            "it, and the section 1 is short."
        ),
        ("It is in section I, in the law, and in theorem 3. As section I of the law says."),
    ],
    fixes=[
        (
            "The pipes are in section~\\ref{sec:m}." + METHOD,
            "The pipes are in Section~\\ref{sec:m}." + METHOD,
        ),
        (
            "The pipes are in ⟦Section⟧\\ref{sec:m}." + METHOD,
            "The pipes are in Section~\\ref{sec:m}." + METHOD,
        ),
        (
            "The pipes are in subsections~\\ref{sec:m} and~\\ref{sec:m}." + METHOD,
            "The pipes are in Sections~\\ref{sec:m} and~\\ref{sec:m}." + METHOD,
        ),
        (
            "As in section~\\ref{sec:m}, 5--10 pipes break." + METHOD,
            "As in Section~\\ref{sec:m}, 5--10 pipes break." + METHOD,
        ),
        (
            "%! preamble\n\\usepackage{cleveref}\n%! body\nSee ⟦\\cref{sec:m}⟧ for more." + METHOD,
            "%! preamble\n\\usepackage{cleveref}\n%! body\nSee Section~\\ref{sec:m} for more."
            + METHOD,
        ),
        (
            "The pipes are as in \\ref{sec:m}." + METHOD,
            "The pipes are as in Section~\\ref{sec:m}." + METHOD,
        ),
        (
            (
                "See ⟦appendices⟧~\\ref{sec:m} and~\\ref{sec:n}.\n"
                "\n"
                "\\section{Method}\\label{sec:m}\n"
                "It is wet.\n"
                "\n"
                "\\section{Sand}\\label{sec:n}\n"
                "It is dry."
            ),
            (
                "See Appendices~\\ref{sec:m} and~\\ref{sec:n}.\n"
                "\n"
                "\\section{Method}\\label{sec:m}\n"
                "It is wet.\n"
                "\n"
                "\\section{Sand}\\label{sec:n}\n"
                "It is dry."
            ),
        ),
        (
            "%! word\n[heading 1] Pipes\n[Body Text] Sections 3.2 and 2 are long, and Section 3.1.2"
            " is.\n[heading 1] Sand\n[Body Text] It is dry.",
            "%! word\n[heading 1] Pipes\n[Body Text] Sections III-B and II are long, and Section"
            " III-A2 is.\n[heading 1] Sand\n[Body Text] It is dry.",
        ),
        ("See Chapter 2 for it." + METHOD * 2, "See Section II for it." + METHOD * 2),
        (
            "It is in the section \\ref{sec:m} of it." + METHOD,
            "It is in Section~\\ref{sec:m} of it." + METHOD,
        ),
    ],
    english=True,
)
def numbered_things(context: Context) -> Iterator[Finding]:
    r"""Write "Section", "Algorithm", "Theorem", and the like with a capital before a number.

    A number alone does not say what it numbers: write Section~\ref{...}, not \ref{...}. In Word,
    the number must be the one that the heading prints: "Section III-B", not "Section 3.2". Papers
    have no chapters.
    """
    paper = context.paper
    for use in context.index.reference_uses:
        if use.kind not in KINDS or not use.word or use.leader is not None:
            continue
        is_right = use.word[0].isupper()
        if is_right and not is_glued(paper, use):
            continue
        passage = paper.passage_at(use.start)
        if passage.zone not in RUNNING or context.index.is_mention(use.start):
            continue
        if use.cross_reference is None and not _is_own(context, use):
            continue
        singular, plural = (use.word, use.word) if is_right else _names(use.word)
        right = plural if use.word.rstrip(".").endswith("s") else singular
        span = paper.text.span(use.word_start, use.word_end)
        command = printing_command(paper, use)
        if command:
            words = f'"\\{command}" prints "{use.word}". IEEE writes "{right}". '
            words += advice(command, use.kind, singular, plural)
        elif is_right:
            words = f'Put a space between "{use.word}" and the number.'
        else:
            typed = as_typed(context, use, "")
            words = f'Write "{right}", not "{typed}", before a number.'
        fix = word_fix(context, use, singular, plural)
        yield Finding(span, words, fix, condemned=replaced(paper, use))
    yield from misnumbered(context)
    for use in bare_uses(context, SECTION):
        span = paper.text.span(use.start, use.end)
        yield Finding(span, message(context, use, "Section"), word_added(context, use, "Section"))


def _names(word: str) -> tuple[str, str]:
    """The right word, singular and plural."""
    stem = word.rstrip(".").lower()
    if stem.startswith("append"):
        return "Appendix", "Appendices" if stem == "appendices" else "Appendixes"
    if stem.endswith("s"):
        stem = stem[:-1]
    singular = FULL.get(stem, stem.capitalize())
    return singular, "Corollaries" if singular == "Corollary" else singular + "s"


def _is_own(context: Context, use: ReferenceUse) -> bool:
    """True for a typed number of a section of this paper."""
    if use.kind != SECTION or is_other(context, use):
        return False
    return use.number in {section_number(heading) for heading in context.paper.headings}
