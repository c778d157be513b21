"""BIB008, 009: duplicate entries, special characters, and entries that cannot be read."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import BIBTEX, cited, part, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry, Field

SPECIAL = r"(?<!\\)[&%#]|&(?:amp|lt|gt|quot|nbsp|ndash|mdash|eacute|uuml|ouml|auml);|(?<!\\)\\\\&"
# Where the characters have their meaning: addresses, formulas, tables.
NO_PROSE = (
    r"\\(?:url|nolinkurl|href|path|detokenize|[a-z]*matrix|cases|halign)\s*"
    r"\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\\begin\s*\{([a-zA-Z]+\*?)\}.*?\\end\s*\{\1\}|\\\(.*?\\\)|(?<!\\)\$[^$]*\$"
)
ENTITIES = {"&amp;": "\\&", "&ndash;": "--", "&mdash;": "---", "&nbsp;": "~", "&quot;": "''"}
# Problems after which BibTeX drops an entry or misreads it.
SERIOUS = (
    "unbalanced",
    "no-key",
    "no-value",
    "no-field",
    "no-comma",
    "split-value",
    "comment",
    "foreign",
)
AGAIN = "\n@misc{costa, author = {Bo Costa}, title = {%s}, year = 2024%s}"


@rule(
    "BIB008",
    "bib-duplicates-and-encoding",
    WARNING,
    "IEEE Reference Guide; BibTeX",
    bad=[
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@misc{lima, author = {Bo Costa}, title = {On Flow}, year = 2024}"
        + AGAIN.replace("{costa", "{⟦costa⟧").replace("%s", "{O}n flow", 1).replace("%s", ""),
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@misc{lima, author = {Bo Costa}, title = {On Flow}, year = 2023, doi = {10.1/2}}"
        + AGAIN.replace("{costa", "{⟦costa⟧")
        .replace("%s", "Flow", 1)
        .replace("%s", ", doi = {https://doi.org/10.1/2}"),
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@misc{lima, author = {Bo Costa}, title = {Steady Water}, doi = {10.1/2}}"
        + AGAIN.replace("{costa", "{⟦costa⟧")
        .replace("%s", "Storms over Porto", 1)
        .replace("%s", ", doi = {10.1/2}"),
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&⟧ Water}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&amp;⟧ Water}}",
        HEAD + WHOLE + "\n@misc{⟦lima⟧, title = {Another}}",
    ],
    good=[
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand \\& Water}, url ="
        " {https://a.example/?b=1&c=2%20d}}",
        HEAD + WHOLE + AGAIN.replace("%s", "Flow", 1).replace("%s", ""),
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@misc{lima, author = {Bo Costa}, title = {On Flow}, year = 2024, url = {b.example/1}}"
        + AGAIN.replace("%s", "On flow", 1).replace("%s", ", url = {b.example/2}"),
        HEAD + "@article{lima, title = {Flow}, publisher = {Sand & Sons}, journal = {J. Flow}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {On"
        " \\begin{tabular}{cc}a&b\\end{tabular} and \\(\\matrix{a&b}\\) and"
        " {\\ensuremath{\\begin{smallmatrix}a&b\\end{smallmatrix}}}}, year = 2024}",
        HEAD + "@misc{lima, title = {The 5\\% Rule and $\\#P$}, abstract = {100% & more}}",
    ],
    fixes=[
        (
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&⟧ Water}}",
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand \\& Water}}",
        ),
    ],
    formats=BIBTEX,
)
def duplicates_and_signs(context: Context) -> Iterator[Finding]:
    """No work is listed twice, no key is used twice, and the special characters of TeX are escaped.

    Two cited entries are the same work if they have the same DOI, or the same
    title, year and authors, but no other address, volume, or pages. BibTeX keeps
    the first entry with a key and drops the others.
    """
    paper = context.paper
    entries = cited(context)
    yield from _duplicates(entries)
    if paper.works is not None:
        chosen = {entry.key.lower() for entry in entries}
        for entry in paper.works.duplicates:
            if entry.key.lower() in chosen:
                first = paper.works.by_key[entry.key.lower()].key_span
                line = first.source.locate(first.start)[0]
                message = (
                    f'The key "{entry.key}" is already used in line {line}, so BibTeX drops this'
                    " entry. Rename or delete it."
                )
                yield Finding(entry.key_span, message, None, ERROR)
    if uses_biblatex(context):
        return
    types = context.vocabulary.entry_types
    is_ieee = paper.bibliography.style.lower().startswith("ieeetran")
    for entry in entries:
        unprinted = types.unprinted.get(entry.kind, types.unprinted["misc"]) if is_ieee else ()
        for name in types.printed:
            if name in unprinted:
                continue
            field = entry.fields.get(name)
            if field is not None and field.inside is not None:
                yield from _special_characters(field)


def _duplicates(entries: list[Entry]) -> Iterator[Finding]:
    """Two cited entries for the same work, or with the same DOI."""
    first_entries: dict[str, Entry] = {}
    for entry in entries:
        for identity in _identities(entry):
            first = first_entries.setdefault(identity, entry)
            if first is entry or first.key == entry.key:
                continue
            if identity.startswith("10.") and _have_other_titles(first, entry):
                message = (
                    f'This entry has the DOI of "{first.key}", but another title. Correct the DOI'
                    " in one of them."
                )
                yield Finding(entry.key_span, message)
            elif identity.startswith("10.") or not _differ(first, entry):
                message = f'This is the same work as "{first.key}". Keep one entry, and cite only'
                yield Finding(entry.key_span, f"{message} that.")
            else:
                continue
            break


def _identities(entry: Entry) -> Iterator[str]:
    """Two entries with one of these in common are the same work, unless other fields differ."""
    doi = _doi(entry)
    if doi:
        yield doi
    title = "".join(filter(str.isalnum, entry.value("title").lower()))
    author = pattern(r"\w+").findall(entry.value("author").lower())
    year = entry.value("year", "date")[:4]
    if len(title) > 5 and year and author:
        yield f"{title} {year} {' '.join(sorted(author[:2]))} {entry.kind}"


def _doi(entry: Entry) -> str:
    """The DOI of an entry, without the address before it; empty if it has none."""
    doi = pattern(r"10\.\d{4,9}/\S+|10\.\d+/\S+").search(entry.value("doi").replace("\\_", "_"))
    return doi.group().lower().rstrip(".,") if doi else ""


def _have_other_titles(first: Entry, second: Entry) -> bool:
    """True if the titles of two entries have few words in common."""
    find = pattern(r"\w{4,}").findall
    one, other = (set(find(entry.value("title").lower())) for entry in (first, second))
    return len(one & other) * 2 < min(len(one), len(other))


def _differ(first: Entry, second: Entry) -> bool:
    """True if two entries with the same title, year, and authors show that they are two works."""
    facts = []
    for entry in (first, second):
        address = "" if entry.value("journal", "booktitle") else entry.value("url", "howpublished")
        pages = " ".join(pattern(r"\d+").findall(entry.value("pages")))
        facts.append((_doi(entry), entry.value("volume"), pages, address))
    return any(one and other and one != other for one, other in zip(*facts))


def _special_characters(field: Field) -> Iterator[Finding]:
    """Characters that stop TeX, and HTML entities."""
    assert field.inside is not None
    text = field.inside.text
    if not any(character in text for character in "&%#"):
        return
    without = pattern(NO_PROSE, 16).sub(lambda match: " " * len(match.group()), text)  # 16: DOTALL
    for match in pattern(SPECIAL).finditer(without):
        sign = match.group()
        better = ENTITIES.get(sign, "\\" + sign if len(sign) == 1 else "")
        fix = Fix(Edit(part(field, *match.span()), better)) if better else None
        advice = f'Write "{better}"' if better else "Write the character itself"
        yield Finding(
            part(field, *match.span()),
            f'{advice}, not "{sign}": TeX stops here or prints something else.',
            fix,
        )


@rule(
    "BIB009",
    "bib-syntax",
    ERROR,
    "BibTeX",
    bad=[
        HEAD
        + "@article{lima, author = {Ana Lima}⟦ ⟧title = {Flow}, journal = {J. Flow}, year = 2024}".replace(  # noqa: E501
            "⟦ ⟧", "⟦}⟧"
        ).replace("{Ana Lima}⟦}⟧", "{Ana Lima⟦}⟧ "),
        HEAD + "⟦@article{⟧lima, author = {Ana Lima}, title = {Flow, journal = {J. Flow}, year ="
        " 2024}\n"
        "\n"
        "@misc{b, title = {C}}",
        HEAD + WHOLE.replace("{J. Flow}", "⟦flow⟧"),
        HEAD + WHOLE + "\n⟦@misc{⟧title = {No key}}",
        HEAD + WHOLE.replace("2024", "2024, ⟦pages begun⟧ = {1}"),
        HEAD + WHOLE.replace("2024", "⟦20⟧{24}, volume = {3}"),
        HEAD + WHOLE.replace("2024", "2024, ⟦%⟧ volume = {3}\n"),
        HEAD + WHOLE.replace("2024", "2024, ⟦title⟧ = {Sand}"),
    ],
    good=[
        HEAD + WHOLE,
        HEAD + "@string{flow = {J. Flow}}\n" + WHOLE.replace("{J. Flow}", "flow"),
        HEAD + WHOLE + "\n@misc{, title = {No key}}",
        HEAD + WHOLE.replace("2024", "2024, keywords = {a}, keywords = {b}"),
        HEAD + WHOLE + "\n@comment{ jabref-meta: a { b }; }\nWords between entries.",
    ],
    formats=BIBTEX,
)
def entries_readable(context: Context) -> Iterator[Finding]:
    """BibTeX can read each entry: braces are balanced, commas separate fields, macros are defined.

    After a mistake, BibTeX skips to the next entry, or reads the following text
    as part of this one. The fields of entries that are not cited are not
    checked.
    """
    paper = context.paper
    if paper.works is None:
        return
    for entry in cited(context):
        _ = entry.fields  # reading the fields finds their problems
    printed = context.vocabulary.entry_types.printed
    for database in paper.works.databases:
        for problem in sorted(database.problems, key=lambda problem: problem.span.start):
            if problem.kind == "field-twice" and problem.span.text.lower() not in printed:
                continue
            if problem.kind == "comment" and uses_biblatex(context):
                continue  # biber accepts them
            if problem.kind == "no-macro" and paper.bibliography.database_keys is None:
                continue  # a file that could not be read may define it
            severity = ERROR if problem.kind in SERIOUS else WARNING
            if problem.kind == "field-twice":
                severity = INFO
            if problem.kind == "empty-key":  # only biber rejects it
                if uses_biblatex(context):
                    severity = ERROR
                elif paper.bibliography.cites_all or context.all_references:
                    severity = INFO
                else:
                    continue
            yield Finding(problem.span, problem.message, None, severity)
