"""REF005 to 007, 009: "et al.", works that are not published yet, and translations."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import NAME
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.word_lists import phrases
from ieeelint.rules.support.works import cited, part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span

    # Where, the words, whether they can be edited, whether the work has a DOI.
    Location = tuple[Span, str, bool, bool]

ALL_FORMATS = ("latex", "word", "bibtex")
DOI = r"(?i)\bdoi\b|\b10\.\d{4,9}/"
STATE_FIELDS = ("note", "howpublished", "journal", "booktitle", "year", "volume", "annote")


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
    """All authors are listed; "et al." replaces all but the first only if there are six or more.

    The template allows "et al." from six authors on, the newer guide for more
    than six. Both name only the first author before it.
    """
    paper = context.paper
    author_counts = _author_counts(context)
    for _, parts in context.index.typed_entries:
        if parts.names is None:
            continue
        stop = parts.title[0] if parts.title and parts.quoted else parts.names[1] + 12
        match = pattern(r"\bet\sal\b\.?").search(parts.plain, parts.start, min(stop, parts.end))
        if match is None:
            continue
        named = len(pattern(NAME).findall(parts.plain[parts.start : match.start()]))
        if named > 1:
            yield Finding(
                paper.text.span(*match.span()),
                f'{named} authors are named before "et al." List all authors or, with six or more'
                ' authors, only the first and "et al."',
            )
        elif parts.title is not None:
            count = author_counts.get(_letters(parts.plain[parts.title[0] : parts.title[1]]), 0)
            if 1 < count < 6:
                yield Finding(
                    paper.text.span(*match.span()),
                    f'This work has {count} authors. List them all: "et al." is for six or more.',
                )


def _author_counts(context: Context) -> dict[str, int]:
    """The number of authors of each work that a reference manager cites in a Word draft, by the
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
    """The letters and digits of a title in lowercase."""
    return "".join(filter(str.isalnum, title.lower()))


def _outside_titles(context: Context, words: list[str]) -> Iterator[Location]:
    """Where any of ``words`` occurs outside titles, in typed entries and in BibTeX fields."""
    expression = rf"(?i)\b{phrases(words)}\b"
    paper = context.paper
    for _, parts in context.index.typed_entries:
        for match in pattern(expression).finditer(parts.plain, parts.start, parts.end):
            if not parts.in_title(match.start()):
                yield (
                    paper.text.span(*match.span()),
                    match.group(),
                    paper.text.is_typed(*match.span()),
                    parts.has(DOI),
                )
    for entry in cited(context):
        for name in STATE_FIELDS:
            field = entry.fields.get(name)
            if field is None or field.inside is None:
                continue
            for match in pattern(expression).finditer(field.inside.text):
                if (
                    name in ("note", "howpublished", "year", "volume", "annote")
                    or match.start() == 0
                ):
                    yield part(field, *match.span()), match.group(), True, "doi" in entry.fields


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
    """A work that is not yet accepted is cited as "unpublished", even if it is submitted.

    Journals also accept "submitted for publication". Leave out the name of the
    journal: it has not accepted the work yet.
    """
    submitted = context.vocabulary.citations.states.submitted
    for span, words, is_editable, _ in _outside_titles(context, submitted):
        if context.profile.name != "conference" and words.lower() == "submitted for publication":
            continue
        fix = Fix(Edit(span, "unpublished"), safe=False) if is_editable else None
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
            "\\bibitem{lima} A. Lima, ``How bees that are accepted begin to appear,'' \\emph{J."
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
        (
            HEAD + "@article{lima, author = {A. Lima}, title = {Flow}, note = {⟦Just Accepted⟧}}",
            HEAD + "@article{lima, author = {A. Lima}, title = {Flow}, note = {in press}}",
        ),
        (
            HEAD + "@article{lima, title = {Flow}, note = {⟦to appear⟧}, doi = {10.1000/1}}",
            HEAD + "@article{lima, title = {Flow}, note = {early access}, doi = {10.1000/1}}",
        ),
    ],
    formats=ALL_FORMATS,
)
def in_press(context: Context) -> Iterator[Finding]:
    """A work accepted for publication is cited as "in press".

    The newer guide writes "to be published". Both are right; "to appear" and
    "accepted" are not. A work that is already online has a date and a DOI:
    "early access".
    """
    accepted = context.vocabulary.citations.states.accepted
    for span, words, is_editable, is_online in _outside_titles(context, accepted):
        state = "early access" if is_online else "in press"
        is_complete = words.lower().split()[-1] not in ("in", "to", "by", "at")
        fix = Fix(Edit(span, state), safe=not is_online) if is_editable and is_complete else None
        advice = f'Write "{state}"{" and its date" if is_online else ""}'
        yield Finding(span, f'{advice}, not "{" ".join(words.split())}".', fix)


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
    """For a translated article, cite the English translation first, then the original in
    brackets.
    """
    paper = context.paper
    translations = context.vocabulary.citations.translations
    english_title = rf"\b{any_of(translations.english)}\b"
    original_title = rf"\b{any_of(translations.original)}\b"
    english_in_brackets = rf"\[[^\[\]]*{english_title}[^\[\]]*\d{{4}}[^\[\]]*\]"
    for _, parts in context.index.typed_entries:
        bracket = pattern(english_in_brackets).search(parts.plain, parts.start, parts.end)
        if bracket is None:
            continue
        original = pattern(original_title).search(parts.plain, parts.start, bracket.start())
        if original is not None:
            yield Finding(
                paper.text.span(*original.span()),
                "Cite the English translation first, then the original in brackets.",
            )
