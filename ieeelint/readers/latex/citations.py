"""Citations, cross-references, labels, and where the reference list comes from."""

from __future__ import annotations

import os
import re

from ieeelint.paper import model
from ieeelint.paper.model import Citation, CrossReference, Label, Reference
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE, OBJECT, REF
from ieeelint.readers import ReadError
from ieeelint.readers.latex import project, signatures
from ieeelint.readers.latex.formulas import add_label
from ieeelint.readers.latex.walk import Walker, command, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Database
    from ieeelint.readers.latex.tokens import Range

KEYED = re.compile(
    r"\\(label|(?:[Aa]uto|[Cc]|eq|sub|page|name|[Vv])?ref|(?:no|paren|text|auto|foot|super"
    r"|full)?[Cc]ite[a-zA-Z]{0,12})\*?"
    r"\s*(?:\[[^\[\]]{0,200}\]\s*){0,2}\{([^{}]{1,2000})\}"
)
ESCAPE = re.compile(r"@|\(\*|[|!`]")  # what listings and minted are told to leave code by
PREFIXES = (
    ("fig", model.FIGURE),
    ("tab", model.TABLE),
    ("tbl", model.TABLE),
    ("eq", model.EQUATION),
    ("sec", model.SECTION),
    ("subsec", model.SECTION),
    ("alg", model.ALGORITHM_FLOAT),
    ("lst", model.LISTING),
    ("app", model.SECTION),
    ("thm", model.THEOREM),
    ("lem", model.THEOREM),
    ("chap", model.SECTION),
)


def keys_of(walker: Walker, group: Range) -> list[tuple[str, Span]]:
    """The comma-separated keys of an argument, each with its place."""
    text = walker.string(group)
    whole = group.span
    exact = group.stream.fixed is None and text == group.text
    keys = []
    at = 0
    for part in text.split(","):
        key = part.strip()
        if key:
            start = whole.start + at + (len(part) - len(part.lstrip()))
            keys.append((key, Span(whole.source, start, start + len(key)) if exact else whole))
        at += len(part) + 1
    return keys


# -- citations --------------------------------------------------------------


@command(*signatures.CITATIONS)
def cite(walker: Walker, name: str) -> None:
    """Any citation command that prints."""
    start = walker.frame.i - 1
    notes: list[str] = []
    while len(notes) < 2 and (option := walker.option()) is not None:
        notes.append(walker.string(option))
    group = walker.group()
    if group is None:
        return
    span = walker.call_span(start)
    plain_name = name.rstrip("*")
    by_author = name in signatures.AUTHOR_CITATIONS
    citation = Citation(name, keys_of(walker, group), notes[-1] if notes else "", span, by_author)
    walker.paper.citations.append(citation)
    if by_author:
        walker.place(OBJECT, span, None)
        if plain_name.lower() == "citeauthor":
            return
        walker.add(" ", span)
    walker.place(CITE, span, citation)


@command("nocite")
def nocite(walker: Walker, name: str) -> None:
    """Entries that are listed without being cited."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is None:
        return
    keys = keys_of(walker, group)
    if any(key == "*" for key, _ in keys):
        walker.paper.bibliography.cites_all = True
    else:
        walker.paper.citations.append(Citation("nocite", keys, "", walker.call_span(start)))


# -- cross-references ---------------------------------------------------------

AUTOREF = {
    model.FIGURE: "Figure",
    model.TABLE: "Table",
    model.EQUATION: "Equation",
    model.SECTION: "section",
    model.ALGORITHM_FLOAT: "Algorithm",
    model.LISTING: "Listing",
    model.THEOREM: "Theorem",
}
CLEVEREF = {
    model.FIGURE: ("fig.", "figs."),
    model.TABLE: ("table", "tables"),
    model.EQUATION: ("eq.", "eqs."),
    model.SECTION: ("section", "sections"),
    model.ALGORITHM_FLOAT: ("algorithm", "algorithms"),
    model.LISTING: ("listing", "listings"),
    model.THEOREM: ("theorem", "theorems"),
}
FULL = {"fig.": "figure", "figs.": "figures", "eq.": "equation", "eqs.": "equations"}


@command(*signatures.REFERENCES)
def reference(walker: Walker, name: str) -> None:
    """Any command that prints the number of a label."""
    start = walker.frame.i - 1
    if name == "hyperref":
        option = walker.option()
        if option is None:
            return
        span = walker.call_span(start)
        walker.paper.cross_references.append(CrossReference(name, keys_of(walker, option), span))
        return
    walker.option()
    group = walker.group()
    if group is None:
        return
    keys = keys_of(walker, group)
    if name.lower() == "crefrange":
        second = walker.group()
        if second is not None:
            keys += keys_of(walker, second)
    span = walker.call_span(start)
    found = CrossReference(name, keys, span)
    walker.paper.cross_references.append(found)
    found.kind = kind_of(walker, keys[0][0]) if keys else model.UNKNOWN
    bare = name.rstrip("*")
    if bare in ("nameref",):
        walker.place(OBJECT, span, found)
        return
    if bare in ("pageref", "cpageref", "vpageref", "autopageref"):
        found.kind = "page"
    word = printed_word(walker, bare, found.kind, len(keys) > 1)
    found.printed = word
    parentheses = bare == "eqref" or (
        found.kind == model.EQUATION and bare.lower() in ("cref", "labelcref", "crefrange")
    )
    found.parentheses = parentheses
    if word:
        walker.add(word + "\u00a0", span)
    if parentheses:
        walker.add("(", span)
    walker.place(REF, span, found)
    if parentheses:
        walker.add(")", span)


def printed_word(walker: Walker, name: str, kind: str, several: bool) -> str:
    """The word that the command prints before the number."""
    if name == "autoref":
        return walker.reference_names.get(f"autoref:{kind}", AUTOREF.get(kind, ""))
    if name.lower() not in ("cref", "crefrange", "vref", "fullref") or (
        name == "vref" and not _has_cleveref(walker)
    ):
        return ""
    number = 1 if several else 0
    own = walker.reference_names.get(f"{name[0]}ref:{kind}:{number}")
    if own is not None:
        return own
    other = walker.reference_names.get(f"{name[0].swapcase()}ref:{kind}:{number}")
    if other is not None:
        return (other[:1].upper() if name[0].isupper() else other[:1].lower()) + other[1:]
    if kind not in CLEVEREF:
        return ""
    word = CLEVEREF[kind][number]
    if name[0].isupper():
        return FULL.get(word, word).capitalize()
    options = walker.reference_names.get("options", "")
    if "noabbrev" in options:
        word = FULL.get(word, word)
    return word.capitalize() if "capitali" in options else word


def _has_cleveref(walker: Walker) -> bool:
    return "cleveref" in walker.view.packages


def kind_of(walker: Walker, key: str) -> str:
    """What a label names: by where it stands if that was read, else by a look ahead, else by its
    prefix.
    """
    label = walker.paper.labels.get(key)
    if label is not None:
        return label.kind
    return walker.reference_names.get(f"label:{key}") or kind_of_prefix(key)


def kind_of_prefix(key: str) -> str:
    """What the usual prefix of a key promises."""
    lower = key.lower()
    return next((kind for prefix, kind in PREFIXES if lower.startswith(prefix)), model.UNKNOWN)


@command("crefname", "Crefname")
def crefname(walker: Walker, name: str) -> None:
    """``\\crefname{figure}{Fig.}{Figs.}``: the words that \\cref prints."""
    kind, one, many = (
        walker.string(walker.group()),
        walker.string(walker.group()),
        walker.string(walker.group()),
    )
    kind = {"subsection": "", "subsubsection": "", "subfigure": ""}.get(kind, kind)
    if kind:
        walker.reference_names[f"{name[0]}ref:{kind}:0"] = one.replace("~", "").strip()
        walker.reference_names[f"{name[0]}ref:{kind}:1"] = many.replace("~", "").strip()


@command("crefformat", "Crefformat", "crefrangeformat", "crefmultiformat")
def crefformat(walker: Walker, name: str) -> None:
    """``\\crefformat{equation}{(#2#1#3)}``: the word is what stands before the parameters."""
    kind, words = walker.string(walker.group()), walker.string(walker.group())
    if kind and name.endswith("efformat"):
        word = words.split("#")[0].replace("~", " ").strip(" (")
        word = re.sub(r"\\[a-zA-Z]+|[{}]", "", word)
        walker.reference_names.setdefault(f"{name[0]}ref:{kind}:0", word)
        walker.reference_names.setdefault(f"{name[0]}ref:{kind}:1", word)


# -- labels ---------------------------------------------------------------------


@command("label")
def label(walker: Walker, name: str) -> None:
    """``\\label{key}`` names what stands around it."""
    start = walker.frame.i - 1
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    key = walker.string(group).strip()
    if key:
        new_label(walker, key, walker.call_span(start))


def new_label(walker: Walker, key: str, span: Span) -> None:
    """Enter a label for the innermost float, theorem or heading."""
    if walker.floats:
        holder = walker.floats[-1]
        entry = Label(key, span, holder.kind, holder)
        entry.is_sub = walker.sub_depth > 0
        entry.number = holder.number
        holder.labels.append(entry)
    else:
        kind, block, number = walker.label_target
        if walker.list_depth and walker.list_depth[-1] in signatures.THEOREMS:
            kind, block, number = model.THEOREM, None, ""
        elif walker.list_depth:
            kind, block, number = "item", None, ""
        entry = Label(key, span, kind, block)
        entry.number = number
    add_label(walker, entry)


def harvest(walker: Walker, group: Range, is_code: bool = False) -> None:
    """Labels, citations and references in a stretch whose words are not read.

    In code they count in the options of the first line, and behind a sign that leaves the code
    for LaTeX.
    """
    text = group.text
    exact = group.stream.fixed is None
    start = group.span.start
    for match in KEYED.finditer(text):
        name, keys = match.groups()
        line = text.rfind("\n", 0, match.start())
        if is_code and line >= 0 and not ESCAPE.search(text, line, match.start()):
            continue
        span = (
            Span(group.span.source, start + match.start(), start + match.end())
            if exact
            else group.span
        )
        places = [(key.strip(), span) for key in keys.split(",") if key.strip()]
        if name == "label":
            if "#" not in keys:
                new_label(walker, keys.strip(), span)
        elif "ite" in name:
            walker.paper.citations.append(Citation(name, places, "", span))
        else:
            found = CrossReference(name, places, span)
            found.kind = kind_of(walker, places[0][0]) if places else model.UNKNOWN
            walker.paper.cross_references.append(found)


def look_ahead(walker: Walker, text: str) -> None:
    """Before the walk: the kinds of labels in a file, so that \\autoref and \\cref know what they
    print.

    Entered provisionally under the name with a blank in front, by the float or
    display the label stands in.
    """
    walker.looks_ahead |= any(
        word in text for word in ("cleveref", "autoref", "hyperref", "cref{", "Cref{")
    )
    if not walker.looks_ahead:
        return  # nothing in this project prints a word by the kind of its label
    stack: list[str] = []
    for match in re.finditer(
        r"\\(begin|end)\s*\{(figure|table|equation|align|gather|multline|eqnarray|IEEEeqnarray"
        r"|algorithm|listing|"
        r"wrapfigure|theorem|lemma|longtable|subequations)\*?\}|\\label\s*\{([^{}]{1,200})\}",
        text,
    ):
        edge, name, key = match.groups()
        if edge == "begin":
            stack.append(name)
        elif edge == "end":
            if name in stack:
                while stack.pop() != name:
                    pass
        elif stack:
            kind = {
                "wrapfigure": model.FIGURE,
                "longtable": model.TABLE,
                "lemma": model.THEOREM,
            }.get(
                stack[-1],
                (
                    stack[-1]
                    if stack[-1] in ("figure", "table", "algorithm", "listing", "theorem")
                    else model.EQUATION
                ),
            )
            walker.reference_names.setdefault(f"label:{key.strip()}", kind)


# -- the reference list -----------------------------------------------------------


@command("bibliographystyle")
def bibliography_style(walker: Walker, name: str) -> None:
    """The BibTeX style."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is not None:
        walker.paper.bibliography.style = walker.string(group).strip()
        walker.paper.bibliography.style_span = walker.call_span(start)


@command("bibliography", "addbibresource", "addglobalbib", "addsectionbib")
def databases(walker: Walker, name: str) -> None:
    """The .bib files."""
    start = walker.frame.i - 1
    walker.option()
    group = walker.group()
    if group is None:
        return
    bibliography = walker.paper.bibliography
    bibliography.databases += keys_of(walker, group)
    if name == "bibliography":
        bibliography.span = walker.call_span(start)
        walker.end_paragraph()


@command("printbibliography")
def print_bibliography(walker: Walker, name: str) -> None:
    """Where biblatex prints the list."""
    start = walker.frame.i - 1
    walker.option()
    walker.paper.bibliography.span = walker.call_span(start)
    walker.end_paragraph()


@environment("thebibliography", "thebibliography*")
def typed_bibliography(walker: Walker, name: str) -> None:
    """A typed list; each ``\\bibitem`` begins an entry."""
    start = walker.frame.i - 1
    walker.end_paragraph()
    walker.group()
    if walker.paper.bibliography.span is None:
        walker.paper.bibliography.span = walker.call_span(start)
    walker.with_zone(model.REFERENCE)
    walker.suspend()
    depth = len(walker.suspended)

    def leave() -> None:
        del walker.suspended[depth:]
        walker.close_passage()

    walker.at_scope_end(leave)


@command("bibitem")
def bibitem(walker: Walker, name: str) -> None:
    """One entry of a typed list."""
    start = walker.frame.i - 1
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    builder = walker.new_builder(model.REFERENCE)
    walker.current = builder
    span = walker.call_span(start)
    entry = Reference(span, walker.string(group).strip(), group.span, builder.passage)
    entry.order = builder.order
    walker.paper.references.append(entry)


def read_databases(walker: Walker) -> None:
    """Read the .bib files; the keys are None when one of them cannot be read."""
    bibliography = walker.paper.bibliography
    typed = {entry.key for entry in walker.paper.references}
    if not bibliography.databases:
        bibliography.database_keys = typed
        return
    from ieeelint.paper.entries import Works
    from ieeelint.readers import bibtex

    found: list[Database] = []
    macros = bibtex.MONTHS.copy()
    complete = True
    for name, span in bibliography.databases:
        path = project.resolve(walker.folder, name, (".bib", "")) if walker.folder else None
        if path is None and name.startswith(("IEEEabrv", "IEEEfull", "IEEEexample")):
            macros |= bibtex.journal_macros(in_full=name.startswith("IEEEfull"))
            continue
        if path is None:
            complete = False
            if walker.folder:
                walker.problem(
                    "missing-database",
                    f'The bibliography file "{name}" is not in the project.',
                    span,
                )
            continue
        try:
            source = project.load(path, path.replace(os.sep, "/"))
        except ReadError as error:
            complete = False
            walker.problem("unreadable", f"The bibliography file cannot be used: {error}.", span)
            continue
        found.append(bibtex.parse(source, macros))
    walker.paper.works = works = Works(found)
    bibliography.database_keys = typed.union(one.key for one in works) if complete else None


def compiled_list(walker: Walker, root_path: str) -> str | None:
    """The path of the ``.bbl`` that stands in for a missing database, if there is one."""
    bibliography = walker.paper.bibliography
    if not bibliography.databases or bibliography.database_keys is not None:
        return None
    path = os.path.splitext(root_path)[0] + ".bbl"
    return path if os.path.isfile(path) else None
