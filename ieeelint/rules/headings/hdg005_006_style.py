"""HDG005, 006: run-in heads, and the style and case of headings."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import BOLD, PLACEHOLDERS
from ieeelint.paper.titlecase import is_shouted
from ieeelint.paper.zones import PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support import word_clauses, word_layout
from ieeelint.rules.support.capitals import missing_capitals
from ieeelint.rules.support.formats import maker
from ieeelint.rules.support.heading_words import TYPED_NUMBER, is_component
from ieeelint.rules.support.latex_class import is_paperplaza

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.zones import Passage

# "Results:", "Results :-": after a word of two letters or more.
CLOSING = r"(?<=[^\W_]{2})\s*([.:]\s?[—–-]*|[—–-]+)\s*\Z"
CLAUSE = "IEEE conference template, sec. III-G"


@rule(
    "HDG005",
    "heading-runin-italic",
    WARNING,
    CLAUSE + "; IEEEtran.cls",
    bad=[
        "%! abstract\n⟦\\textbf{Abstract⟧---}Water flows slowly.",
        "%! preamble\n⟦\\renewcommand{\\abstractname}{Summary}⟧",
        (
            "%! word whole\n"
            "[paper title] Flow\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n"
            "[paper title] Flow\n"
            "[heading 1] ⟦1. Abstract⟧\n"
            "[Body Text] Water is wet, and so is rain.\n"
            "[heading 1] Introduction\n"
            "[Body Text] Rain is wet."
        ),
        "%! abstract\n⟦ABSTRACT⟧: Water flows slowly.",
    ],
    good=[
        "%! abstract\nAbstract algebra helps. Water flows slowly in narrow pipes.",
        (
            "%! preamble\n"
            "\\renewcommand{\\IEEEkeywordsname}{Keywords}\n"
            "\\newcommand{\\abstractnames}{x}"
        ),
        (
            "%! preamble\n"
            "\\usepackage[spanish]{babel}\n"
            "\\renewcommand{\\abstractname}{Resumen}\n"
            "%! abstract\n"
            "El agua fluye por los tubos de la casa y por el jard\\'in, y la bomba es "
            "muy vieja.\n"
            "%! body\n"
            "El agua fluye por los tubos de la casa y por el jard\\'in."
        ),
    ],
    formats=("latex", "word"),
)
def run_in_head(context: Context) -> Iterator[Finding]:
    """The class prints the run-in headings Abstract and Index Terms, in italics.

    Do not type or redefine the words; the environment prints them.
    """
    paper = context.paper
    if context.word is not None:
        yield from word_layout.run_in_head(context.word)
    view = context.latex
    if view is None:
        return
    for abstract in paper.abstracts:
        for passage in abstract.passages[:1]:
            match = pattern(r"\s{0,3}(Abstract|ABSTRACT)\s{0,2}[—–:.-]").match(passage.plain)
            if match:
                start = passage.start + match.start(1)
                span = _with_command(paper.text.span(start, start + 8))
                yield Finding(span, "The class prints the word Abstract. Delete the typed word.")
    for name in ("abstractname", "IEEEkeywordsname"):
        definition = view.definitions.get(name)
        if definition is not None and definition.command.startswith("renew"):
            if name == "IEEEkeywordsname" or paper.language != "en":
                continue  # KWD002 reports the former; other languages have other words
            yield Finding(
                definition.span, "The class prints the word Abstract. Delete this redefinition."
            )


def _with_command(span: Span) -> Span:
    """The span, extended by a style command that opens directly before it."""
    before = span.source.text[max(0, span.start - 12) : span.start]
    match = pattern(r"\\[a-z]{2,8}\{$").search(before)
    return Span(span.source, span.start - len(match.group()), span.end) if match else span


@rule(
    "HDG006",
    "heading-real-style",
    WARNING,
    CLAUSE + "; IEEE Editorial Style Manual; bare_conf.tex",
    bad=[
        r"\section{⟦METHODOLOGY⟧ AND RESULTS}",
        r"\section{⟦PIPES UNDER WATER⟧}",
        "%! word\n[Body Text] ⟦III. TEST RIG OF STEEL⟧\n[Body Text] Sand is as dry as it can be.",
        "%! word\n[Normal] III. Test ⟦rig⟧\n[Body Text] Sand is as dry as it can be.",
        "%! word\n[heading 5] ⟦REFERENCES⟧\n[references] A. Lima, “Pipes,” J. Flow, vol. 1, 2020.",
        "\\noindent\\textbf{⟦Sand and Water⟧}\n\nSand is dry.",
        "\\section{Length ⟦based⟧ Rewards}",
        "\\section{⟦SAND-WATER⟧}\nThe SAND is dry. No water flows.",
        "\\section{The $x$ ⟦flows⟧}",
        "\\section{When ⟦is⟧ Water Wet?}",
        "%! preamble\n\\newcommand{\\thing}{flow rates}\n%! body\n\\section{Old ⟦\\thing⟧}\nText.",
        "\\section{Pipes That ⟦are⟧ Wet}",
        "%! word\n[Normal bold] ⟦3.1 Sand and Water⟧\n[Body Text] Sand is as dry as it can be.",
        "%! word\n[Normal bold] ⟦Sand and Water⟧\n[Body Text] Sand is as dry as it can be.",
        "%! word\n[Body Text] ⟦RESULTS :--⟧\n[Body Text] Sand is as dry as it can be.",
        (
            "%! word\n[heading 2] ⟦Sand in the pipes of the town is as dry as it can be,"
            " and water in them is as wet as rain⟧<br/><picture/>"
        ),
        (
            "%! word\n[heading 2] ⟦Sand and Water⟧<br/>Sand is as dry as it can be, and so it flows"
            " in the pipe."
        ),
        (
            "%! word\n[Body Text] ⟦III. SAND AND WATER⟧ Sand is as dry as it can be. It flows"
            " in the pipe of steel as it flows in the pipe of brass, and it is as dry as it can be"
            " there, too."
        ),
    ],
    good=[
        r"\section{Shape-from-shading Within Pipes from k-Means}",
        r"\section{c-means and p-values of Pipes}",
        r"\section{The Pipeflow-ng Suite}",
        r"\section{Why Does It Flow?}",
        r"\section{PUMPS}\section{GPU RAM SHARE}",
        r"\section{$n_s$ and the Pipes}",
        "\\section{PQ-QTRMAX}\nThe PQ is a pump. Each QTRMAX flows.",
        "\\textbf{Sand.} It is dry.",
        r"\section{Flow of Water: A Study}",
        "\\noindent\\textbf{Theorem 1.}\n\nIt flows.",
        r"\section{The \texttt{main} Function}",
        r"\section{Growth of \emph{c. elegans} and \textit{Escherichia coli} in Water}",
        r"\section{Growth of E. coli in Water}",
        "%! word\n[heading 2] Sand and Water\n[Body Text] Sand is as dry as it can be.",
        (
            "%! word\n"
            "[Body Text] Sand Box\n"
            "[Body Text] Water Pump\n"
            "[Body Text] It is as dry as can be."
        ),
        (
            "%! class\n"
            "\\documentclass{ieeeaccess}\n"
            "%! body\n"
            "\\section{METHODOLOGY AND RESULTS}\n"
            "Text."
        ),
        ("\\paragraph{METHODOLOGY AND RESULTS}\nText.\n\\part{METHODOLOGY AND RESULTS}"),
        ("\\section{Law of Lima et al.}\n\\section{And So On ...}\n\\section{Pipes of Type B.}"),
        (
            "\\noindent\\textbf{Sand} and water\n"
            "\n"
            "It is dry.\n"
            "\n"
            "\\noindent\\textbf{Sand of $x$}\n"
            "\n"
            "It is dry.\n"
            "\n"
            "\\noindent\\textbf{Sand = Mud}\n"
            "\n"
            "It is dry.\n"
            "\n"
            "\\noindent\\textbf{The sand of all of the pipes is really dry}\n"
            "\n"
            "It is dry."
        ),
        "\\noindent\\textbf{Sand and Water}\n\nDry.",
        "\\begin{itemize}\\item \\textbf{Sand and Water}\\end{itemize}\n\nIt is dry.",
        (
            "\\noindent\\textbf{Q1 Sand}\n"
            "\n"
            "It is dry.\n"
            "\n"
            "\\noindent\\textbf{12 Pipes}\n"
            "\n"
            "It is dry. "
        ),
    ],
    fixes=[
        (r"\section{Sand and ⟦water⟧}", r"\section{Sand and Water}"),
        ("\\section{Sand and Mud⟦:⟧}", "\\section{Sand and Mud}"),
        ("\\section{Sand and Mud⟦:-⟧}", "\\section{Sand and Mud}"),
        ("\\section{Sand and Mud⟦.⟧}", "\\section{Sand and Mud}"),
    ],
    english=True,
    any_language=True,
)
def real_style(context: Context) -> Iterator[Finding]:
    """Headings use heading styles and title case, without all capitals, bold type, or a final
    period.

    Capitalize all words except articles, coordinating conjunctions, and short
    prepositions. Prepositions of four letters and more, and second parts of
    hyphenated words, may have either case.
    """
    paper = context.paper
    for finding in word_clauses.heading_looks(context):
        finding.any_language = True
        yield finding
    prints_capitals = context.latex is not None and context.latex.class_name.lower() == "ieeeaccess"
    for heading in paper.headings:
        if (
            not (heading.command or word_clauses.is_surely_typed(context, heading))
            or heading.level > 3
            or heading.level < 1
            or (prints_capitals and heading.level < 3)
            or word_clauses.is_run_in(context, heading)
        ):
            continue
        yield from _case_and_period(context, heading)
    yield from _bold_paragraphs(context)


def _case_and_period(context: Context, heading: Heading) -> Iterator[Finding]:
    """The case of the words of a heading, or a period at its end."""
    paper, passage = context.paper, heading.passage
    words = passage.plain
    match = pattern(TYPED_NUMBER).match(words)
    skipped = match.end(1) if match else 0
    body = words[skipped:]
    offset = passage.start + skipped
    if is_shouted(body) and is_paperplaza(context.latex):
        return  # its template types the headings in capitals
    is_part = is_component(context, body.strip())
    if is_shouted(body) and not (is_part and paper.format == "latex"):
        if _is_abbreviation(context, passage, body):
            return
        yield Finding(
            paper.text.span(offset + len(body) - len(body.lstrip()), passage.end),
            f"The heading is in all capitals. Use title case; the {maker(paper)} sets capitals.",
        )
        return
    found = missing_capitals(context, offset, body)
    if found is not None:
        span, shown, fix = found
        yield Finding(span, f"Capitalize {shown} in this heading.", fix)
        return
    closing = pattern(CLOSING).search(words)
    bare = words.rstrip()
    is_typed = not heading.command  # the finding on its style speaks of the end, too
    if closing is not None and not is_typed and not bare.endswith(("...", "etc.", "al.")):
        start, end = passage.start + closing.start(1), passage.start + len(bare)
        span = paper.text.span(start, end)
        yield Finding(
            span, f'Delete the "{closing[1]}" at the end of the heading.', Fix(Edit(span, ""))
        )


def _is_abbreviation(context: Context, passage: Passage, body: str) -> bool:
    """True for one compound of abbreviations, whose parts the text has in capitals, too."""
    plain = context.paper.text.plain
    parts = body.strip().split("-")
    return len(body.split()) == 1 < len(parts) and all(
        any(
            plain.startswith(part, at) and not passage.start <= at < passage.end
            for at in context.index.words.get(part.lower(), ())
        )
        for part in parts
    )


def _bold_paragraphs(context: Context) -> Iterator[Finding]:
    """Short paragraphs in bold that are used as headings."""
    paper = context.paper
    bold = {mark.start: mark for mark in paper.text.marks if mark.kind == BOLD}
    if not bold:
        return
    labels = tuple(context.vocabulary.headings.labels)
    how = "a sectioning command" if paper.format == "latex" else "a heading style"
    paragraphs = paper.paragraphs
    for paragraph, following in zip(paragraphs, paragraphs[1:]):
        passage = paragraph.passage
        words = passage.plain.strip()
        if paragraph.environment or not words or not _may_be_heading(passage, words, labels):
            continue
        start = passage.start + passage.plain.find(words[0])
        mark = bold.get(start)
        if mark is None or mark.end < start + len(words) - 1:
            continue
        if following.passage.zone != PROSE or len(following.passage.plain.split()) < 2:
            continue
        span = paper.text.span(start, start + len(words))
        yield Finding(
            span, f'"{words}" looks like a heading. Use {how}, not bold type.', None, INFO
        )


def _may_be_heading(passage: Passage, words: str, labels: tuple[str, ...]) -> bool:
    """True for a short paragraph that is neither a sentence nor a formula nor a label."""
    if passage.zone != PROSE or passage.is_item or len(words.split()) > 8:
        return False
    if words.endswith((".", "!", "?", ",", ";")) or "=" in words:
        return False
    if any(character in PLACEHOLDERS for character in words) or words.startswith(labels):
        return False
    return pattern(r"Q\d|\W|\d").match(words) is None
