"""REF005 to 007, 009: et al., works not yet published, and translations."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import NAME, typed_entries
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import cited, part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span

    Place = tuple[Span, str, bool]  # where, the words, whether an edit there is safe

ALL_FORMATS = ("latex", "word", "bibtex")
FIELDS = ("note", "howpublished", "journal", "booktitle", "year", "volume", "annote")
SUBMITTED = (
    r"\b(?:(?:manuscript\s|paper\s)?[Ss]ubmitted(?:\s(?:for\s(?:publication|review)|to))?"
    r"|[Uu]nder\s(?:peer\s)?review"
    r"|[Ii]n\sreview|[Ii]n\spreparation|[Mm]anuscript\sin\spreparation)\b"
)
ACCEPTED = (
    r"\b(?:[Tt]o\sappear(?:\sin)?|[Aa]ccepted(?:\s(?:for\spublication|to|by|in|at))?"
    r"|[Ff]orthcoming|[Ii]n\sprint|[Jj]ust\saccepted)\b"
)
ORIGINAL = r"\b(?:Zh|Izv|Dokl|Tekh|Avtom|Usp|Tverd|Kvantovaya|Akad|Denshi|Tsushin|Ronbunshi)\b"
ENGLISH = (
    r"\[[^\[\]]*\b(?:Sov|Phys|Autom|Electron|Engl|English|Radio|Transl)\b[^\[\]]*\d{4}[^\[\]]*\]"
)


@rule(
    "REF005",
    "ref-etal-count",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, B. Santos, \\emph{⟦et al.⟧}, ``Pipes,'' \\emph{J. Flow},"
            " vol. 1, 2020."
        ),
        "%! word\n[Body Text] It flows <field ADDIN ZOTERO_ITEM CSL_CITATION "
        + '{"citationItems": [{"itemData": {"title": "Slow sand", "author": [{"family": "Lima"},'
        ' {"family": "Costa"}]}}]}'.replace('"', "&quot;")
        + ">[2]</field>.\n"
        "[references] A. Lima ⟦et al.⟧, “Slow sand,” <i>J. Flow</i>, vol. 2, Mar. 2020.",
        (
            "%! word\n"
            "[references] A. Lima and B. Santos ⟦et al.⟧, “Sand,” <i>J. Flow</i>, vol. 2, Mar."
            " 2020."
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima \\emph{et al.}, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, B. Santos, and C. Costa, ``Pipes,'' \\emph{J. Flow}, vol."
            " 1, 2020."
        ),
    ],
)
def et_al(context: Context) -> Iterator[Finding]:
    """All authors are listed; "et al." stands for all but the first where there are six or more.

    The template keeps "et al." for six authors or more, the newer guide for
    more than six; both name the first author alone before it.
    """
    paper = context.paper
    counts = _managed_counts(context)
    for _, parts in typed_entries(paper):
        if parts.names is None:
            continue
        stop = parts.title[0] if parts.title and parts.quoted else parts.names[1] + 12
        found = pattern(r"\bet\sal\b\.?").search(parts.plain, parts.start, min(stop, parts.end))
        if found is None:
            continue
        people = len(pattern(NAME).findall(parts.plain[parts.start : found.start()]))
        if people > 1:
            yield Finding(
                paper.text.span(*found.span()),
                f'"et al." follows one author, here {people}. List all authors, or with six or more'
                " the first alone.",
            )
        elif parts.title is not None:
            known = counts.get(_letters(parts.plain[parts.title[0] : parts.title[1]]), 0)
            if 1 < known < 6:
                yield Finding(
                    paper.text.span(*found.span()),
                    f'This work has {known} authors: list them all. "et al." is for six or more.',
                )


def _managed_counts(context: Context) -> dict[str, int]:
    """How many authors a reference manager knows of each work that a Word draft cites, by the
    letters of its title.
    """
    counts: dict[str, int] = {}
    for field in context.word.fields if context.word is not None else ():
        start = field.instruction.find("{") if "CSL_CITATION" in field.instruction else -1
        if start < 0:
            continue
        import json

        try:
            items = json.loads(field.instruction[start : field.instruction.rfind("}") + 1]).get(
                "citationItems"
            )
        except (ValueError, AttributeError, RecursionError):
            continue
        for item in items if isinstance(items, list) else ():
            data = item.get("itemData") if isinstance(item, dict) else None
            if isinstance(data, dict) and isinstance(data.get("author"), list):
                counts[_letters(str(data.get("title", "")))] = len(data["author"])
    return counts


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.lower()))


def _places(context: Context, expression: str) -> Iterator[Place]:
    """Where the words stand outside of titles: in typed entries, and in fields of BibTeX
    entries.
    """
    paper = context.paper
    for _, parts in typed_entries(paper):
        for match in pattern(expression).finditer(parts.plain, parts.start):
            if not parts.in_title(match.start()):
                yield (
                    paper.text.span(*match.span()),
                    match.group(),
                    paper.text.is_typed(*match.span()),
                )
    for entry in cited(context):
        for name in FIELDS:
            field = entry.fields.get(name)
            if field is None or field.inside is None:
                continue
            for match in pattern(expression).finditer(field.inside.text):
                if (
                    name in ("note", "howpublished", "year", "volume", "annote")
                    or match.start() == 0
                ):
                    yield part(field, *match.span()), match.group(), True


@rule(
    "REF006",
    "ref-unpublished",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' ⟦submitted to⟧ \\emph{J. Flow}, 2020.",
        HEAD + "@unpublished{lima, author = {A. Lima}, title = {Flow}, note = {⟦Under review⟧}}",
        "%! word\n[references] A. Lima, “Sand,” ⟦in preparation⟧.",
    ],
    good=[
        "%! references\n\\bibitem{lima} A. Lima, ``Pipes submitted to stress,'' unpublished.",
        HEAD + "@unpublished{lima, author = {A. Lima}, title = {Flow under review}, note ="
        " {unpublished}}",
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' submitted for publication."
        ),
    ],
    fixes=[
        (
            HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, note = {⟦Under review⟧}}",
            HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, note = {unpublished}}",
        ),
    ],
    formats=ALL_FORMATS,
)
def unpublished(context: Context) -> Iterator[Finding]:
    """A work that is not yet accepted is cited as "unpublished", also when it is submitted.

    Journals take "submitted for publication", too. The name of the journal
    is left out: it has not accepted anything yet.
    """
    for span, words, typed in _places(context, SUBMITTED):
        if context.profile.name != "conference" and words.lower() == "submitted for publication":
            continue
        fix = Fix(Edit(span, "unpublished"), safe=False) if typed else None
        yield Finding(span, f'Write "unpublished", not "{" ".join(words.split())}".', fix)


@rule(
    "REF007",
    "ref-in-press",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, ⟦to appear⟧.",
        HEAD + "@article{lima, author = {A. Lima}, title = {Flow}, journal = {J. Flow}, note ="
        " {⟦accepted for publication⟧}}",
        "%! word\n[references] A. Lima, “Sand,” <i>J. Flow</i>, ⟦forthcoming⟧.",
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``How bees that are accepted come to appear,'' \\emph{J."
            " Flow}, in press."
        ),
        HEAD
        + "@article{lima, author = {A. Lima}, title = {Flow}, journal = {J. Flow}, note = {to be"
        " published}}",
    ],
    fixes=[
        (
            "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, ⟦to appear⟧.",
            "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, in press.",
        ),
    ],
    formats=ALL_FORMATS,
)
def in_press(context: Context) -> Iterator[Finding]:
    """A work accepted for publication is cited as "in press".

    The newer guide says "to be published"; both are right, "to appear" and
    "accepted" are not. A work that is online already has a date and a DOI:
    "early access".
    """
    for span, words, typed in _places(context, ACCEPTED):
        alone = words.lower().split()[-1] not in ("in", "to", "by", "at")
        fix = Fix(Edit(span, "in press")) if typed and alone else None
        yield Finding(span, f'Write "in press", not "{" ".join(words.split())}".', fix)


@rule(
    "REF009",
    "ref-translation-order",
    INFO,
    "IEEE conference template, References",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{⟦Zh. Tekh. Fiz.⟧}, vol. 1, p. 3, 1990"
            " [\\emph{Sov. Phys. Tech. Phys.}, vol. 2, p. 4, 1991]."
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{Sov. Phys. Tech. Phys.}, vol. 2, p. 4,"
            " 1991 [\\emph{Zh. Tekh. Fiz.}, vol. 1, p. 3, 1990]."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' (in Russian), \\emph{Zh. Tekh. Fiz.}, vol. 1, p."
            " 3, 1990."
        ),
    ],
)
def translation_order(context: Context) -> Iterator[Finding]:
    """Of a translated article the English citation comes first, the original one in brackets
    after it.
    """
    paper = context.paper
    for _, parts in typed_entries(paper):
        bracket = pattern(ENGLISH).search(parts.plain, parts.start)
        if bracket is None:
            continue
        original = pattern(ORIGINAL).search(parts.plain, parts.start, bracket.start())
        if original is not None:
            yield Finding(
                paper.text.span(*original.span()),
                "Cite the English translation first, then the original in brackets.",
            )
