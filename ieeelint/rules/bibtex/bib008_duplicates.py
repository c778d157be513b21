"""BIB008: duplicate entries and keys, and special characters."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_characters import address, scripts, special_characters
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import BIBTEX, cited, is_preprint, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry

FEWEST_OF_TITLE = 20  # letters of a title that only one work has
URL = HEAD.replace("IEEEtran}", "IEEEtran}\n\\usepackage{url}", 1)
AGAIN = "\n@misc{costa, author = {Bo Costa}, title = {%s}, year = 2024%s}"


@rule(
    "BIB008",
    "bib-duplicates-and-encoding",
    WARNING,
    "IEEE Reference Guide; BibTeX",
    bad=[
        HEAD + "@misc{lima, author = {A. Lima}, title = {The Price in $ ⟦&⟧ More}}",
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
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@article{costa, author = {Bo Costa}, title = {Steady Flow of Sand in Pipes}, journal ="
        " {J. Flow}, year = 2024}\n@misc{⟦lima⟧, author = {Costa, B.}, title = {{S}teady flow of"
        " sand in pipes}, journal = {CoRR}, eprint = {2301.00001}, year = 2023, url ="
        " {https://arxiv.org}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&⟧ Water}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&amp;⟧ Water}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand⟦_⟧x and H^2}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {H⟦^⟧2}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand in ⟦<i>⟧Vita</i>}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {⟦\\url{a.example}⟧}}",
        URL + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {a.example/b⟦\\_⟧c}}",
        URL + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {a.example/b⟦{\\&}⟧c}}",
        HEAD + WHOLE + "\n@misc{⟦lima⟧, title = {Another}}",
    ],
    good=[
        HEAD + "@misc{lima, author = {A. Lima}, title = {Sand \\& Water}, url ="
        " {https://a.example/?b=1&c=2%20d}}",
        HEAD + WHOLE + AGAIN.replace("%s", "Flow", 1).replace("%s", ""),
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa}")
        + "@misc{lima, author = {Bo Costa}, title = {On Flow}, year = 2024, url = {b.example/1}}"
        + AGAIN.replace("%s", "On flow", 1).replace("%s", ", url = {b.example/2}"),
        HEAD.replace("\\cite{lima}", "\\cite{lima,costa,wu}")
        + "@article{costa, author = {Bo Costa}, title = {Steady Flow of Sand in Pipes}, journal ="
        " {J. Flow}, year = 2024}\n@misc{lima, author = {Ana Lima}, title = {Steady flow of"
        " sand in pipes}, eprint = {2301.00001}, archiveprefix = {arXiv}, year = 2023}"
        "\n@misc{wu, author = {Ana Wu}, title = {Steady flow of mud in pipes}, note = {arXiv}}",
        HEAD + "@article{lima, title = {Flow}, publisher = {Sand & Sons}, journal = {J. Flow}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {On"
        " \\begin{tabular}{cc}a&b\\end{tabular} and \\(\\matrix{a&b}\\) and"
        " {\\ensuremath{\\begin{smallmatrix}a&b\\end{smallmatrix}}}}, year = 2024}",
        HEAD + "@misc{lima, title = {Ab \\ce{H_2} and $x_1$ and \\^o and \\_ < 2}, note = {a_b}}",
        (HEAD + "@misc{lima, title = {Sand_x}}").replace(
            "IEEEtran}", "IEEEtran}\n\\usepackage{underscore}", 1
        ),
        (URL + "@misc{lima, title = {Flow}, url = {a\\_b}}").replace(
            "IEEEtran}", "IEEEtran}\n\\usepackage{hyperref}", 1
        ),
        HEAD + "@misc{lima, title = {Flow}, url = {a\\_b}}",
        HEAD + "@misc{lima, title = {Flow}, url = web # {a\\_b}}",
        HEAD + "@misc{lima, title = {The 5\\% Rule and $\\#P$}, abstract = {100% & more}}",
    ],
    fixes=[
        (
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand⟦_⟧x_y}}",
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand\\_x\\_y}}",
        ),
        (
            HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {⟦\\url{a.example}⟧}}",
            HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {a.example}}",
        ),
        (
            URL + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {a⟦\\_⟧b{\\&}c}}",
            URL + "@misc{lima, author = {A. Lima}, title = {Flow}, url = {a_b&c}}",
        ),
        (
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand ⟦&⟧ Water}}",
            HEAD + "@misc{lima, author = {A. Lima}, title = {Sand \\& Water}}",
        ),
    ],
    formats=BIBTEX,
)
def duplicates_and_signs(context: Context) -> Iterator[Finding]:
    """No work is listed twice, no key is used twice, and the special characters of TeX are escaped,
    but not in addresses.

    Two cited entries are the same work if they have the same DOI, or the same
    title, year and authors, but no other address, volume, or pages. A preprint of
    a published work that is cited, too, is a hint. BibTeX keeps
    the first entry with a key and drops the others.
    """
    paper = context.paper
    entries = cited(context)
    yield from _duplicates(entries)
    yield from _preprints(entries)
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
    for entry in entries:
        url = entry.fields.get("url")
        if url is not None and url.inside is not None:
            yield from address(context, url)
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
                yield from special_characters(field)
                yield from scripts(context, field)


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


def _preprints(entries: list[Entry]) -> Iterator[Finding]:
    """Preprints of works that are cited as published, too."""
    published: dict[str, Entry] = {}
    preprints = []
    first_entries = {entry.key.lower(): entry for entry in reversed(entries)}
    for entry in first_entries.values():
        title = "".join(filter(str.isalnum, entry.value("title").lower()))
        if len(title) < FEWEST_OF_TITLE:
            continue
        container = entry.value("journal", "journaltitle", "booktitle").lower().lstrip("{")
        if container and not container.startswith(("arxiv", "corr")):
            published.setdefault(title, entry)
        elif is_preprint(entry):
            preprints.append((title, entry))
    for title, entry in preprints:
        other = published.get(title)
        if other is not None and _words_of_names(entry) & _words_of_names(other):
            yield Finding(
                entry.key_span,
                f'This is a preprint of "{other.key}", which is published. Cite only that.',
                severity=INFO,
            )


def _words_of_names(entry: Entry) -> set[str]:
    """The words of at least four letters in the names of the authors."""
    return set(pattern(r"\w{4,}").findall(entry.value("author").lower()))


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
