"""References as a self-contained .bib file, written by bibtexparser."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_lowercase

from ieeelint.paper.entries import folded
from ieeelint.patterns import pattern
from ieeelint.printing.encoding import encoded, needs
from ieeelint.printing.typed import Typed, as_entry
from ieeelint.printing.words import plain
from ieeelint.readers.bibtex import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Entry
    from ieeelint.paper.model import Paper
    from ieeelint.printing.writers import Item

MACROS = {printed: macro for macro, printed in MONTHS.items()}
SHOWN = 60  # characters of a reference in a notice
SMALL_WORDS = frozenset("a an and at by for from in into of on or the to via with".split())
BRACE = re.compile(r"[{}]")
ESCAPED_BRACE = re.compile(r"\\([{}])")
BRACES = {"{": "\\ensuremath{\\lbrace}", "}": "\\ensuremath{\\rbrace}"}
USUAL_NOTES = r"in press|early access|to be published|to appear|accepted\b.*|presented at .*"
FORBIDDEN_IN_KEYS = re.compile(r"[\s,{}\"#%'()=\\~]+")
BARE = ("url", "doi", "eprint")  # fields that are not TeX
OF_A_PARENT = ("crossref", "ids")  # fields that an entry does not inherit


class Record:
    """An entry of the file: its type, its key, and its fields in TeX, in order."""

    __slots__ = ("kind", "key", "fields", "source")

    def __init__(self, kind: str, key: str, fields: dict[str, str], source: str) -> None:
        self.kind = kind
        self.key = key
        self.fields = {name: balanced(words) for name, words in fields.items()}
        self.source = source

    def value(self, *names: str) -> str:
        """The value of the first of these fields that is not empty; empty without one."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")


def bibtex(paper: Paper, items: list[Item], show_source: bool) -> tuple[str, list[str]]:
    """The text of a .bib file, and notices about references that the author should check."""
    records, notices = records_of(paper, items)
    return written(records, _preambles(paper), show_source), notices


def records_of(paper: Paper, items: list[Item]) -> tuple[list[Record], list[str]]:
    """The entries in the order of the list, and notices."""
    notices: list[str] = []
    records = []
    names = ""
    for number, item in enumerate(items, 1):
        if item.entry is not None:
            fields = whole_fields(item.entry)
            named = item.entry.fields.get("crossref")
            if named is not None and item.entry.parent is None:
                notices.append(
                    f'entry "{item.key}": its crossref "{named.value}" is not in the database;'
                    " fields that it inherits are missing"
                )
            records.append(Record(item.entry.kind, item.key, fields, item.source))
            continue
        key = "" if paper.format == "word" else item.key
        if is_empty(item):
            notices.append(f'reference {number}, "{item.key}", is empty and left out')
            continue
        typed, problems = _typed(paper, item, names)
        notices += [f'reference {number}, "{_start(item)}": {problem}' for problem in problems]
        names = typed.fields.get("author", "")
        records.append(Record(typed.kind, key, typed.fields, item.source))
    name_records(records, notices)
    return records, notices


def is_empty(item: Item) -> bool:
    """True for a typed reference without words."""
    return item.entry is None and not any(map(str.isalnum, plain(item.tex)))


def whole_fields(entry: Entry) -> dict[str, str]:
    """The fields of an entry, with macros expanded, and those that it inherits."""
    fields = {name: field.value for name, field in entry.fields.items()}
    parent = entry.parent
    if parent is not None:  # as BibTeX: one level, and an empty field inherits nothing
        for name, field in parent.fields.items():
            if name not in OF_A_PARENT:
                fields.setdefault(name, field.value)
    fields.pop("crossref", None)
    return {name: value for name, value in fields.items() if value}


def _typed(paper: Paper, item: Item, names_before: str) -> tuple[Typed, list[str]]:
    """A typed reference as an entry in ASCII, and notices for the author."""
    assert item.parts is not None
    typed = as_entry(paper, item.parts, names_before)
    typed.fields = {
        name: percent_encoded(words) if name in BARE else encoded(folded(words))
        for name, words in typed.fields.items()
    }
    notices = []
    if not typed.is_divided:
        notices.append("cannot be divided into fields; its text is in the note of a @misc")
    elif typed.rest and pattern(USUAL_NOTES).fullmatch(typed.rest) is None:
        notices.append(f'"{plain(typed.rest)}" fits no field; it is in the note')
    if need := needs(" ".join(typed.fields.values())):
        notices.append(f"pdfLaTeX cannot print {need}")
    return typed, notices


def percent_encoded(address: str) -> str:
    """An address in ASCII."""
    from urllib.parse import quote

    return pattern(r"[^\x21-\x7e]|[{}\\]").sub(lambda match: quote(match.group()), address)


def _start(item: Item) -> str:
    words = plain(item.tex)
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def balanced(value: str) -> str:
    """The value with balanced braces, both for BibTeX, which counts ``\\{``, and for programs
    that do not.
    """
    value = value.rstrip("\\ ")  # a backslash would escape the brace that closes the value
    if _depth(value) == 0 == _depth(ESCAPED_BRACE.sub("", value)):
        return value
    value = pattern(r"\\\\(?=[{}])").sub(r"\\\\ ", value)  # a line break before a group
    value = ESCAPED_BRACE.sub(lambda match: BRACES[match[1]], value)
    depth, kept = 0, []
    for character in value:
        if character == "}" and depth == 0:
            continue
        depth += (character == "{") - (character == "}")
        kept.append(character)
    return folded("".join(kept)).rstrip("\\ ") + "}" * depth


def _depth(value: str) -> int:
    """0 for a value whose braces are balanced."""
    depth = 0
    for match in BRACE.finditer(value):
        depth += 1 if match.group() == "{" else -1
        if depth < 0:
            return depth
    return depth


def name_records(records: list[Record], notices: list[str]) -> None:
    """Give each record a key that BibTeX can read, unique even if case is ignored."""
    used: set[str] = set()
    for record in records:
        key = base = FORBIDDEN_IN_KEYS.sub("-", record.key).strip("-") or _key_of(record)
        number = 0
        while key.lower() in used:
            number += 1
            key = base + (ascii_lowercase[number - 1] if number <= 26 else f"-{number}")
        if record.key and key != record.key:
            reason = "used twice" if base == record.key else "not a valid BibTeX key"
            notices.append(f'the key "{record.key}" is {reason}; this entry has the key "{key}"')
        used.add(key.lower())
        record.key = key


def _key_of(record: Record) -> str:
    """A key as reference managers make them: ``lima2024steady``."""
    names = record.fields.get("author") or record.fields.get("editor", "")
    first = pattern(r"\sand\s").split(names)[0]
    if first.startswith("{") and not first.startswith("{\\"):  # an organization
        first = first.strip("{}").split(" ")[0]
    surname = first.partition(",")[0] if "," in first else first.split(" ")[-1]
    title = plain(record.fields.get("title") or record.fields.get("note", ""))
    words = pattern(r"[a-z0-9]{2,}").findall(_ascii(title))
    word = next((word for word in words if word not in SMALL_WORDS), "")
    start = pattern(r"\W").sub("", _ascii(plain(surname)))
    year = record.fields.get("year", "")
    return (start + year + word if start else word + year) or "reference"


def _ascii(text: str) -> str:
    """The text in lowercase, without accents."""
    flat = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
    return flat.encode("ascii", "ignore").decode().lower()


def _preambles(paper: Paper) -> list[str]:
    """The @preambles of the databases, which define macros that entries use."""
    databases = paper.works.databases if paper.works is not None else []
    return [preamble for database in databases for preamble in database.preambles]


def written(records: list[Record], preambles: list[str], show_source: bool) -> str:
    """The text of the file."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares import default_unparse_stack
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field, ImplicitComment, Preamble
    from bibtexparser.writer import BibtexFormat

    library = Library([Preamble(f"{{{balanced(preamble)}}}") for preamble in preambles])
    for record in records:
        if show_source:
            library.add(ImplicitComment("% " + record.source.replace("@", "(at)")))
        fields = []
        for name, value in record.fields.items():
            macro = MACROS.get(value) if name == "month" else None
            enclosing = "{" if macro is None else "no-enclosing"
            fields.append(Field(name, macro or value, enclosing=enclosing))
        library.add(Block(record.kind, record.key, fields))
    form = BibtexFormat()  # type: ignore[no-untyped-call]
    form.indent, form.block_separator, form.value_column = "  ", "\n", 0
    stack = default_unparse_stack(allow_inplace_modification=True)
    return write_string(library, unparse_stack=stack, bibtex_format=form)
