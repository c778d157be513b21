"""ANO008: comments and deleted text that name the authors."""

from __future__ import annotations

from ieeelint.identity import EMAIL
from ieeelint.ooxml.names import W
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.leaks import BIOGRAPHIES, Ranges, leak, replaced
from ieeelint.rules.support.nobody import names_nobody

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n"
OWN = "%! anonymous\n%! author\nAna Lima\n"
# An author block that somebody commented out.
BLOCK = (
    r"\\(?:author|IEEEauthorblock[NA]|thanks|affil|email)\s*(?:\[[^\]]*\])?"
    r"\{([^{}\\]*[A-Za-z]{2}[^{}\\]*)"
)
# The people in the comments of IEEE's own templates.
SAMPLES = (
    r"(?i:Shell|Simpson|Montgomery|Kirk\b|Jane\sDoe|John\sDoe|Given\sName|Anonymous|Author|Name\b"
    r"|Manuscript\sreceived|@ieee\.org)"
)
FILES = ("includegraphics", "includegraphics*", "input", "include", "subfile")
SKIPPED = ("\\iffalse", "\\begin{comment}")


@rule(
    "ANO008",
    "anonymous-comments",
    WARNING,
    "calls for papers with double-anonymous review that ask for the source",
    bad=[
        OWN + "%! body\nWater is wet. ⟦% Lima: really?⟧",
        HIDDEN + "%! preamble\n⟦% \\author{Ana Lima}⟧",
        HIDDEN + "%! preamble\n⟦% Questions to ana@flow.example⟧",
        OWN + "%! body\n⟦\\iffalse By A. Lima. \\fi⟧ Water is wet.",
        OWN + "%! body\nWater is wet. ⟦% see https://git.example/alima⟧",
        (
            "%! word whole\n%! anonymous\n[paper title] Flow\n[Author] Ana Lima<br/>Porto, Portugal"
            "<br/>ana@flow.example\n[Body Text] Water is <del>, says A. Lima, </del>wet."
        ),
        OWN + "%! body\n\\includegraphics{⟦photos/lima⟧}",
        (
            "%! anonymous\n%! document\n\\documentclass{IEEEtran}\n\\author{Ana Lima}\n"
            "\\begin{document}\nWater is wet.\n\\end{document}⟦\nA. Lima: more water⟧"
        ),
        "%! word\n%! anonymous\n[Body Text] Water is wet.<comment Ana Lima asks why/>",
    ],
    good=[
        "%! body\nWater is wet. % Lima: really?",
        OWN + "%! body\nWater is wet. % really?",
        (
            OWN + "%! back\n\\begin{IEEEbiography}[{\\includegraphics{lima}}]{Ana Lima}\nswims.\n"
            "\\end{IEEEbiography}"
        ),
        OWN + "%! body\n\\includegraphics[width=3cm]{photos/limabean}\\includegraphics",
        HIDDEN + "%! preamble\n% \\author{\\IEEEauthorblockN{Michael Shell}}\n% \\thanks{#1}",
        HIDDEN + "%! preamble\n% \\thanks{Identify applicable funding agency here.}",
        HIDDEN + "%! preamble\n% a mail to keywords@ieee.org\n% Email: homer@thesimpsons.com",
        "%! word\n%! anonymous\n[Body Text] Water is wet.",
    ],
)
def comments(context: Context) -> Iterator[Finding]:
    """Comments, deleted text, and file names of a draft for double-anonymous review name nobody.

    Reviewers see them if the venue gets the LaTeX files or the Word file. Delete the comments, and
    rename the files.
    """
    if not context.profile.anonymous:
        return
    for span, words in (*_latex_comments(context), *_word_comments(context)):
        names = [match[0] for match in context.identity.in_notes(words)]
        if not pattern(SAMPLES).search(words):
            names += [match[0] for match in pattern(EMAIL).finditer(words)]
        block = pattern(BLOCK).search(words) if context.latex is not None else None
        if (
            block is not None
            and not pattern(SAMPLES).search(block[1])
            and not names_nobody(context, block[1])
        ):
            names.append("an author block")
        address = context.identity.in_address(words) if "/" in words else ""
        names += [address] if address else []
        if not names:
            continue
        what = names[0] if names[0] == "an author block" else f'"{names[0]}"'
        remains = "%" if words.startswith("%") else ""
        edits = [replaced(span, remains)] if context.latex is not None else []
        message = f"This comment or deleted text contains {what}. Delete it."
        yield leak(span, message, edits, names if context.word is not None else [])
    yield from _file_names(context)


def _file_names(context: Context) -> Iterator[Finding]:
    """Pictures and included files whose names are those of authors; a photo goes with its
    biography.
    """
    latex = context.latex
    environments = latex.environments(*BIOGRAPHIES) if latex is not None else []
    biographies = Ranges(environment.span for environment in environments)
    for command in latex.commands(*FILES) if latex is not None else ():
        if biographies.around(command.span) is not None:
            continue
        argument = next((one for one in command.arguments if not one.optional), None)
        part = context.identity.in_address(argument.text) if argument is not None else ""
        if argument is not None and part:
            message = f'The name of this file contains "{part}". Rename the file.'
            yield leak(argument.span, message)


def _latex_comments(context: Context) -> Iterator[tuple[Span, str]]:
    """Comments, code that TeX skips, and what follows the end of the document."""
    latex = context.latex
    if latex is None:
        return
    for source in context.paper.sources:
        tokens = latex.tokens_of(source)
        if tokens is None:
            continue
        for token, start in zip(tokens.tokens, tokens.starts, strict=False):
            if token[0] == "%" or token.startswith(SKIPPED):
                yield Span(source, start, start + len(token.rstrip("\r\n"))), token
    for command in latex.commands("end"):
        if command.argument() == "document":
            source = command.span.source
            rest = source.text[command.span.end :]
            if rest.strip():
                yield Span(source, command.span.end, len(source.text)), rest


def _word_comments(context: Context) -> Iterator[tuple[Span, str]]:
    """The words of comments, and those of tracked deletions."""
    word = context.word
    if word is None:
        return
    for comment in word.comments:
        yield comment.span, word.words_of(comment)
    for part in word.parts:
        for paragraph in part.paragraphs:
            deleted = paragraph.element.iter(W + "delText")
            words = "".join("".join(text.itertext()) for text in deleted)
            if words:
                yield paragraph.span, words
