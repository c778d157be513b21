"""TPL001 to 005: text of IEEE's own templates that was left in the draft."""

from __future__ import annotations

from ieeelint.finding import SEVERITIES, Edit, Finding, Fix
from ieeelint.paper.model import (
    ABSTRACT,
    ACKNOWLEDGMENT,
    AUTHOR,
    BIOGRAPHY,
    CAPTION,
    CELL,
    FOOTNOTE,
    HEADING,
    KEYWORDS,
    PROSE,
    REFERENCE,
    TABLE_NOTE,
    THANKS,
    TITLE,
)
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper, Passage
    from ieeelint.paper.text import Text

SOURCE = "IEEE conference template, closing notice; bare_conf.tex, bare_jrnl.tex"
WORDS = frozenset(
    {
        TITLE,
        ABSTRACT,
        PROSE,
        ACKNOWLEDGMENT,
        BIOGRAPHY,
        CAPTION,
        CELL,
        FOOTNOTE,
        HEADING,
        TABLE_NOTE,
        THANKS,
        KEYWORDS,
    }
)
FOLD = (
    ("“", '"'),
    ("”", '"'),
    ("‘", "'"),
    ("’", "'"),
    ("–", "-"),
    ("—", "-"),
    ("\n", " "),
    ("\u00a0", " "),
    ("\u2009", " "),
)


def folded(text: str) -> str:
    """Lower case, straight quotes, plain spaces; the length stays, so offsets hold."""
    lower = text.lower()
    result = lower if len(lower) == len(text) else text
    for typographic, plain in FOLD:  # faster than str.translate, which asks for every character
        result = result.replace(typographic, plain)
    return result


_last: tuple[Text | None, str, str] = (None, "", "")


def _folded_text(paper: Paper) -> tuple[str, str]:
    """The folded text of the paper, and the same with runs of spaces made one; kept for the next
    rule.
    """
    global _last
    if _last[0] is not paper.text:
        text = folded(paper.text.plain)
        _last = paper.text, text, " ".join(text.split())
    return _last[1], _last[2]


def hits(
    context: Context, phrases: Iterable[str], zones: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """Where the phrases stand in these zones, runs of spaces taken as one; quoted ones are left
    out.
    """
    paper = context.paper
    text, single = _folded_text(paper)
    known = context.index.words
    for phrase in phrases:
        first = phrase.split(" ", 1)[0]
        if (first.isalpha() and first not in known) or phrase not in single:
            continue
        words = pattern(r"\s{1,8}".join(map(_escape, phrase.split(" "))))
        for match in words.finditer(text):
            passage = paper.passage_at(match.start())
            if passage.zone not in zones:
                continue
            # The titles in a reference list stand in quotation marks anyway.
            if passage.zone == REFERENCE or not _is_quoted(paper, match.start(), match.end()):
                yield match.start(), match.end(), phrase


def _escape(word: str) -> str:
    from re import escape

    return escape(word)


def _is_quoted(paper: Paper, start: int, end: int) -> bool:
    """True when quotation marks stand directly around the words."""
    plain = paper.text.plain
    return plain[start - 1 : start] in ("“", '"', "‘") and plain[end : end + 2].lstrip(".,")[
        :1
    ] in ("”", '"', "’")


@rule(
    "TPL001",
    "template-guidance-text",
    ERROR,
    SOURCE,
    bad=[
        (
            "⟦Keep⟧ your text and graphic files separate until after the text has been formatted "
            "and styled."
        ),
        (
            "%! title\n"
            "Steady Flow\\thanks{⟦Identify⟧ applicable funding agency here. If none, delete this.}"
        ),
    ],
    good=[
        (
            "% Keep your text and graphic files separate until after the text has been "
            "formatted.\n"
            "Water is wet."
        ),
        "The template says ``Do not number text heads''.",
        "We keep text and figures in separate files.",
    ],
    condemns=SEVERITIES,
    in_condemned=True,
)
def guidance_text(context: Context) -> Iterator[Finding]:
    """No sentence of the template's guidance is left in the paper.

    IEEE does not publish a paper with template text in it. Delete the whole
    paragraph. Sentences in comments are not text and are left alone.
    """
    table = context.vocabulary["template"]
    strong = list(hits(context, table["strong"], WORDS | {AUTHOR}))
    weak = list(hits(context, table["weak"], WORDS))
    seen: set[int] = set()
    for start, end, _ in sorted(strong + (weak if strong or len(weak) > 1 else [])):
        sentence = context.index.sentence(start)[0]
        if sentence in seen:
            continue
        seen.add(sentence)
        yield Finding(
            context.paper.text.span(start, end),
            "This is the template's own text. Delete the paragraph: IEEE does not publish papers"
            " that still hold it.",
        )


@rule(
    "TPL002",
    "template-author-placeholder",
    ERROR,
    "IEEE conference template, author block and keywords; bare_jrnl.tex",
    bad=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{1\\textsuperscript{st} ⟦Given⟧ Name Surname}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{⟦1⟧\\textsuperscript{st} Ana Lima}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        "%! keywords\n⟦component⟧, formatting, style, styling, insert",
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Michael Shell}\n"
            "\\IEEEauthorblockA{Porto, Portugal\\\\ m@flow.example}"
        )
    ],
    condemns=SEVERITIES,
    in_condemned=True,
)
def author_placeholder(context: Context) -> Iterator[Finding]:
    """No placeholder author, affiliation, address or keyword of the template is left.

    Replace each by the real name, or delete the unused author block.
    """
    paper = context.paper
    table = context.vocabulary["template"]["authors"]
    found = list(hits(context, table["phrases"], {AUTHOR, THANKS, BIOGRAPHY}))
    named = list(hits(context, table["pairs"], {AUTHOR, THANKS, BIOGRAPHY}))
    if found or len({phrase for _, _, phrase in named}) > 1:
        found += named
    seen: set[int] = set()
    for start, end, _ in sorted(found):
        passage = paper.passage_at(start)
        if passage.start in seen:
            continue
        seen.add(passage.start)
        words = " ".join(paper.text.plain[start:end].split())
        message = (
            f'Replace the template\'s placeholder "{words}" by the real one, or delete the unused'
            " author."
        )
        yield Finding(paper.text.span(start, end), message)
    for passage in paper.passages_in(AUTHOR):
        match = pattern(r"\s{0,9}([1-9](?:st|nd|rd|th))\s{1,9}[^\W\d_]").match(passage.plain)
        if match and passage.start not in seen:
            start, end = passage.start + match.start(1), passage.start + match.end(1)
            message = f'"{match.group(1)}" is the template\'s count of authors. Delete it.'
            yield Finding(paper.text.span(start, end), message)
    for start, end, _ in hits(context, table["keywords"], {KEYWORDS, PROSE}):
        yield Finding(
            paper.text.span(start, end), "These are the template's sample keywords. Write your own."
        )


@rule(
    "TPL003",
    "template-style-hint",
    ERROR,
    "IEEE conference template for Word",
    bad=[r"\section{Results ⟦(Heading⟧ 1)}"],
    good=[r"\section{Results}", "We list the parts (Abstract) and more."],
    fixes=[(r"\section{Results ⟦(Heading⟧ 1)}", r"\section{Results}")],
    in_condemned=True,
)
def style_hint(context: Context) -> Iterator[Finding]:
    """No style hint of the Word template, such as "(Heading 1)", is left at the end of a paragraph.

    The template names each style in parentheses after its sample. Delete it.
    """
    paper = context.paper
    text = _folded_text(paper)[0]
    for hint in context.vocabulary["template"]["hints"]["words"]:
        at = text.find(f"({hint})")
        while at >= 0:
            end = at + len(hint) + 2
            passage = paper.passage_at(at)
            if not text[end : passage.end].strip(" .\n") and _fits(hint, passage):
                start = at
                while start > passage.start and text[start - 1] == " ":
                    start -= 1
                span = paper.text.span(at, end)
                fix = (
                    Fix(Edit(paper.text.span(start, end), ""))
                    if paper.text.is_typed(start, end)
                    else None
                )
                words = paper.text.plain[at:end]
                yield Finding(
                    span, f'"{words}" is the template\'s note on the style. Delete it.', fix
                )
            at = text.find(f"({hint})", end)


def _fits(hint: str, passage: Passage) -> bool:
    """A hint of one common word counts only where the template has it."""
    if hint in ("abstract", "references", "author", "keywords"):
        own = {"abstract": ABSTRACT, "references": REFERENCE}.get(hint, KEYWORDS)
        return passage.zone in (HEADING, TITLE, AUTHOR, own)
    return passage.zone != REFERENCE


@rule(
    "TPL004",
    "template-references-and-floats",
    ERROR,
    "IEEE conference template, sample references, table and figure",
    bad=[
        "%! references\n\\bibitem{b1} ⟦K.⟧ Elissa, ``Title of paper if known,'' unpublished.",
        (
            "\\begin{table}[!t]\n"
            "\\caption{⟦Table⟧ Type Styles}\n"
            "\\begin{tabular}{c}a\\end{tabular}\n"
            "\\end{table}"
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{max} J. Clerk Maxwell, \\emph{A Treatise on Electricity and Magnetism}, "
            "3rd ed. Oxford, U.K.: Clarendon, 1892.\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
    ],
    condemns=SEVERITIES,
    in_condemned=True,
)
def sample_references_and_floats(context: Context) -> Iterator[Finding]:
    """The template's sample references, table and figure are gone.

    Delete them, or replace them by your own. A work that an honest paper may
    cite is reported only beside another sample of the list.
    """
    paper = context.paper
    table = context.vocabulary["template"]["samples"]
    found = list(hits(context, table["references"], {REFERENCE}))
    entries = {paper.passage_at(start).start for start, _, _ in found}
    shared = set(table["shared"])
    if len(entries) > 1 or any(phrase not in shared for _, _, phrase in found):
        seen: set[int] = set()
        for start, _, _ in sorted(found):
            passage = paper.passage_at(start)
            if passage.start in seen:
                continue
            seen.add(passage.start)
            at = passage.start + len(passage.plain) - len(passage.plain.lstrip())
            span = paper.text.span(at, passage.end)
            yield Finding(
                span,
                "This is a sample reference of the template. Delete it or put your own in its"
                " place.",
            )
    for start, end, _ in hits(context, table["captions"], {CAPTION}):
        span = paper.text.span(start, end)
        yield Finding(
            span, "This is the caption of the template's sample. Replace the sample by your own."
        )
    for start, end, _ in list(hits(context, table["cells"], {CELL, TABLE_NOTE}))[:1]:
        span = paper.text.span(start, end)
        yield Finding(span, "This is the template's sample table. Replace it by your own.")


@rule(
    "TPL005",
    "template-red-notice-and-markers",
    WARNING,
    "IEEE conference template, closing notice; convention",
    bad=[
        "The gain is high. ⟦TODO⟧: measure it.",
        "⟦\\todo⟧{measure}",
        "See Fig.~⟦??⟧.",
        "The gain is high⟦????⟧",
        "IEEE ⟦conference⟧ templates contain guidance text for composing papers.",
    ],
    good=[
        "The tool counts \\texttt{TODO} comments in code.",
        "Developers write ``TODO'' in comments.",
        "Nobody asked why (??) was printed.",
    ],
    condemns=(ERROR,),  # the notice; the markers are among the author's own words
    in_condemned=True,
)
def markers(context: Context) -> Iterator[Finding]:
    """No filler text and no marker of unfinished work is left.

    Markers are TODO, FIXME, XXX, TBD, todo notes, lorem ipsum and "??" for a
    reference that was never resolved.
    """
    paper = context.paper
    table = context.vocabulary["template"]["markers"]
    for word in table["words"]:
        for start in context.index.words.get(word.lower(), ()):
            end = start + len(word)
            if paper.text.plain[start:end] != word or paper.passage_at(start).zone not in WORDS:
                continue
            if (
                context.index.is_mention(start)
                or _speaks_of(context, start, word)
                or _is_cell(paper, start)
            ):
                continue
            yield Finding(
                paper.text.span(start, end),
                f'"{word}" marks unfinished work. Finish it and delete the mark.',
            )
    yield from _notice(context)
    for start, end, phrase in hits(context, table["phrases"], WORDS):
        yield Finding(paper.text.span(start, end), f'"{phrase}" is filler text. Write your own.')
    for match in (
        paper.find(pattern(r"\?{3,}"), WORDS - {CELL}) if "???" in paper.text.plain else ()
    ):
        yield Finding(
            paper.text.span(match.start(), match.end()),
            f'"{match.group()}" marks what is still open. Finish it and delete the marks.',
        )
    if "??" in paper.text.plain:
        expression = pattern(
            r"(?:Figs?|Tables?|Tab|Eqs?|Sections?|Sec|Refs?)\.?[\s\u00a0]{0,3}(\?\?)"
            r"|[\[](\?{1,2})\]"
        )
        for match in paper.find(expression, WORDS):
            at = match.start(1) if match.group(1) else match.start(2)
            message = '"??" is a reference that was never resolved. Give it its label.'
            yield Finding(
                paper.text.span(at, match.end(1) if match.group(1) else match.end(2)), message
            )
    if context.latex is not None:
        for use in context.latex.commands(*table["commands"]):
            if not use.in_definition and not use.in_preamble:
                message = f"\\{use.name} marks unfinished work or prints filler text. Remove it."
                yield Finding(use.name_span, message)


def _notice(context: Context) -> Iterator[Finding]:
    """The notice at the end of the template, once a passage."""
    paper = context.paper
    seen: set[int] = set()
    for start, end, _ in hits(
        context, context.vocabulary["template"]["notice"], WORDS | {REFERENCE}
    ):
        passage = paper.passage_at(start)
        if passage.start not in seen:
            seen.add(passage.start)
            yield Finding(
                paper.text.span(start, end),
                "This is the notice at the end of the template. Delete it: IEEE does not publish"
                " papers that still hold it.",
                severity=ERROR,
            )


def _speaks_of(context: Context, start: int, word: str) -> bool:
    """A paper about such markers says so: "TODO comments", or the word many times over."""
    following = context.paper.text.plain[start + len(word) : start + len(word) + 12].lower()
    return len(context.index.words.get(word.lower(), ())) > 5 or following.lstrip().startswith(
        ("comment", "tag", "item", "list")
    )


def _is_cell(paper: Paper, start: int) -> bool:
    """ "XXX" or "TBD" as the whole of a table cell may stand for a masked value."""
    passage = paper.passage_at(start)
    return passage.zone == CELL and len(passage.plain.strip()) <= 4
