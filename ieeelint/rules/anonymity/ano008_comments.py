"""ANO008: comments and deleted text that name the authors."""

from __future__ import annotations

from ieeelint.identity import EMAIL
from ieeelint.ooxml.names import W
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.leaks import BIOGRAPHIES, Ranges, leak, replaced
from ieeelint.rules.support.nobody import names_nobody
from ieeelint.rules.support.note_macros import SIGNED
from ieeelint.views.hidden_text import BLOCK, SAMPLES, hidden_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n"
OWN = "%! anonymous\n%! author\nAna Lima\n"
FILES = ("includegraphics", "includegraphics*", "input", "include", "subfile")


@rule(
    "ANO008",
    "anonymous-comments",
    WARNING,
    "calls for papers with double-anonymous review that ask for the source",
    bad=[
        OWN + "%! body\nWater is wet. ⟦% Lima: really?⟧",
        HIDDEN + "%! preamble\n⟦% \\author{Ana Lima}⟧",
        HIDDEN + "%! preamble\n⟦% \\author{The Pump Group}⟧",
        HIDDEN + "%! preamble\n⟦% Questions to ana@flow.example⟧",
        OWN + "%! body\n⟦\\iffalse By A. Lima. \\fi⟧ Water is wet.",
        OWN + "%! body\nWater is wet. ⟦% see https://git.example/alima⟧",
        (
            "%! word whole\n%! anonymous\n[paper title] Flow\n[Author] Ana Lima<br/>Porto, Portugal"
            "<br/>ana@flow.example\n[Body Text] Water is <del>, says A. Lima, </del>wet."
        ),
        OWN + "%! body\nWater is wet. ⟦% Ana: really?⟧",
        OWN + "%! body\nWater is wet. ⟦% @Ana really⟧",
        OWN + "%! body\nWater is wet. ⟦% TODO [Ana] really⟧",
        OWN + "%! body\nWater is wet. ⟦% Ana, please look at it⟧",
        OWN + "%! preamble\n\\newcommand{\\al}[1]{\\textcolor{red}{⟦Lima⟧: #1}}",
        OWN + "%! preamble\n\\newcommand{\\al}[1]{[⟦Ana⟧: #1]}",
        OWN + "%! preamble\n\\newcommand{\\who}{by ⟦Ana Lima⟧}",
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
        OWN + "%! body\nWater is wet. % the Ana dunes, really, as in Ana",
        OWN.replace("Ana", "Max") + "%! body\nWater is wet. % Max: 20",
        OWN.replace("Ana", "Li") + "%! body\nWater is wet. % Li: 20",
        OWN + "%! preamble\n\\newcommand{\\lima}{Lima's}\\newcommand{\\key}[1]{Key: #1}",
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
    for span, words in (*hidden_text(context.draft), *_word_comments(context)):
        names = [match[0] for match in context.identity.in_comment(words)]
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
    yield from _definitions(context)
    yield from _file_names(context)


def _definitions(context: Context) -> Iterator[Finding]:
    """Macros whose definitions have a name, such as those for the notes of an author."""
    latex, identity = context.latex, context.identity
    for definition in latex.definitions.values() if latex is not None else ():
        text, start = definition.span.text, definition.span.start
        places = [match.span() for match in identity.in_text(text)]
        signed = pattern(SIGNED).search(text)
        if signed is not None and any(identity.in_comment(f"{signed[1]}:")):
            places.append(signed.span(1))
        for first, last in places[:1]:
            span = Span(definition.span.source, start + first, start + last)
            name = " ".join(span.text.split())
            message = f'The definition of \\{definition.name} contains "{name}". Delete the name.'
            yield leak(span, message, [replaced(span, "Author")])


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
