"""What the fuzzer feeds to ieeelint: how each target makes an input of bytes, and what must hold.

A target raises an exception if something does not hold.  Errors that are made for the user, such as
ReadError, are right for a damaged input.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree
from zipfile import ZipFile

from ieeelint import api
from ieeelint.examples import assemble, marked_place, word_sketch
from ieeelint.readers import ReadError
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads_all
from ieeelint.rule_examples import examples_of, rules_with_examples
from ieeelint.settings import SettingsError
from ieeelint.starters.word import document

DRAFT = assemble("Fig. 1 shows the result.")["main.tex"].encode()
BODY = "word/document.xml"
MOST_DRAFTS = 60  # Word drafts to start from; making one takes long
MOST_EDITS = 24  # of one Word draft
SETTINGS = (
    b'stage = "review"\nignore = ["FIG001", "UNT"]\n[severity]\nTXT = "info"\n',
    b'profile = "journal"\nmandatory = ["TPL"]\nmax-pages = 6\nanonymous = true\n',
    b'[vocabulary.units]\ntight = ["rpm"]\n[per-file-ignores]\n"*.bib" = ["BIB"]\n',
    b'venue = "conference"\nlanguage = "zh"\nbaseline = "known.json"\nextend-select = ["ALL"]\n',
)
SPECIFICATIONS = (
    b'[source]\nfiles = ["r.csv"]\n[table]\nlabel = "tab:t"\ntitle = "Time"\n'
    b'rows = { key = "model", header = "Model" }\n[[column]]\nheader = "Time"\nmetric = "time"\n'
    b'unit = "ms"\ninterval = "ci95"\ndigits = "sig:2"\nbest = "min"\n',
    b'[source]\nfiles = ["*.json"]\nwhere = { device = ["a", "b"] }\n[figure]\nlabel = "fig:f"\n'
    b'kind = "line"\nx = "batch"\ny = "time"\nseries = "model"\n',
)


@dataclass(frozen=True)
class Target:
    """``seeds`` are the first inputs, ``check`` raises an exception for a fault, and ``words`` are
    pieces that mutations insert.
    """

    seeds: Callable[[], Iterator[bytes]]
    check: Callable[[bytes], None]
    words: tuple[str, ...] = ()


# -- drafts ------------------------------------------------------------------------------


def check_draft(files: dict[str, bytes]) -> None:
    """A check ends, each location is in its file, and the fixes of the fixes are none."""
    result = api.check(files, isolated=True)
    json.dumps(result.json)
    for finding in result.findings:
        for location in (finding, *finding.related):
            _check_location(location, files)
    changed = api.fixed(files, unsafe=True, isolated=True)
    again = api.fixed({**files, **changed}, unsafe=True, isolated=True)
    assert not again, f"a second run of the fixes changes {', '.join(again)}"


def _check_location(location: api.Location, files: dict[str, bytes]) -> None:
    start = location.line, location.column
    end = location.end_line, location.end_column
    assert (1, 1) <= start <= end, f"a location from {start} to {end}"
    content = files.get(location.path)
    if content is not None and location.paragraph is None:
        lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert location.end_line <= lines, f"line {location.end_line} of {lines}"


def _examples(is_word: bool) -> Iterator[str]:
    for rule in rules_with_examples():
        if "pdf" in rule.formats:
            continue
        for example in examples_of(rule):
            if example.startswith("%! word") == is_word:
                yield example


def latex_seeds() -> Iterator[bytes]:
    """The LaTeX examples of all rules."""
    for example in _examples(is_word=False):
        yield marked_place(assemble(example)["main.tex"])[0].encode()


def check_latex(data: bytes) -> None:
    """The input is the main file of a draft."""
    check_draft({"main.tex": data, "part.tex": b"Water is wet.\n", "refs.bib": b""})


def bibtex_seeds() -> Iterator[bytes]:
    """The BibTeX files in the examples of all rules."""
    for example in _examples(is_word=False):
        for name, content in assemble(example).items():
            if name.endswith(".bib"):
                yield marked_place(content)[0].encode()


def check_bibtex(data: bytes) -> None:
    """The input is a file of references, which are also printed in both styles."""
    files = {"refs.bib": data}
    check_draft(files)
    for style in api.STYLES:
        for form in api.FORMS:
            api.references(files, to=form, style=style, uncited=True)


# -- Word ----------------------------------------------------------------------------------


@cache
def _packages() -> list[tuple[bytes, bytes]]:
    """Word drafts, and the content of each."""
    sketches = list(dict.fromkeys(map(word_sketch, _examples(is_word=True))))
    step = max(1, len(sketches) // MOST_DRAFTS)
    packages = []
    for sketch in sketches[::step][:MOST_DRAFTS]:
        package = document(sketch)
        with ZipFile(io.BytesIO(package)) as archive:
            packages.append((package, archive.read(BODY)))
    return packages


def word_seeds() -> Iterator[bytes]:
    """The number of a draft, and no edits, or one."""
    for number in range(len(_packages())):
        yield bytes([number])
        yield bytes([number, 0, 0, number, 7])


def check_word(data: bytes) -> None:
    """The input is the number of a draft, and edits of its elements, of four bytes each."""
    if not data:
        return
    packages = _packages()
    package, content = packages[data[0] % len(packages)]
    for _, (prefix, address) in ElementTree.iterparse(io.BytesIO(content), ["start-ns"]):
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.fromstring(content)
    for at in range(1, min(len(data), 4 * MOST_EDITS) - 3, 4):
        _edit(root, *data[at : at + 4])
    check_draft({"draft.docx": _with_body(package, ElementTree.tostring(root, "utf-8"))})


def _edit(root: ElementTree.Element, kind: int, high: int, low: int, argument: int) -> None:
    """Delete, repeat, move, or rename an element, or change its attributes or its text."""
    elements = [(parent, child) for parent in root.iter() for child in parent]
    if not elements:
        return
    parent, child = elements[(high * 256 + low) % len(elements)]
    _, other = elements[argument * 31 % len(elements)]
    match kind % 7:
        case 0:
            parent.remove(child)
        case 1:
            parent.insert(argument % (len(parent) + 1), child)
        case 2:
            if child not in other.iter() and other not in child.iter():
                parent.remove(child)
                other.append(child)
        case 3:
            child.tag = other.tag
        case 4:
            child.attrib.update(other.attrib)
        case 5:
            child.attrib.clear()
        case 6:
            child.text = (child.text or "")[argument:] + (other.text or "")


def _with_body(package: bytes, content: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as old, ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == BODY else old.read(info))
    return stream.getvalue()


# -- settings and specifications -----------------------------------------------------------


def check_settings(data: bytes) -> None:
    """The input is the settings file of a draft."""
    api.check({"main.tex": DRAFT, "ieeelint.toml": data})


def check_specification(data: bytes) -> None:
    """The input is the specification of a table or figure."""
    loads_all(data.decode("utf-8", "replace"))


EXPECTED = (ReadError, SettingsError, ReportError)  # messages for the user
COMMANDS = (
    r"\begin{ \end{ \[ \] $$ $ \\ \verb| \input{part} \def\a#1{ \newcommand{\a}[1]{ \iffalse \fi"
    r" \item \label{ \ref{ \cite{ \footnote{ \caption{ \section{ \left( \right) & ~ %"
)
ENTRIES = '@article{ @string{ @comment @preamble{ author={ " # and } title= {\\" month=jan'
TARGETS = {
    "latex": Target(latex_seeds, check_latex, tuple(COMMANDS.split())),
    "word": Target(word_seeds, check_word),
    "bibtex": Target(bibtex_seeds, check_bibtex, tuple(ENTRIES.split())),
    "settings": Target(lambda: iter(SETTINGS), check_settings, ("[vocabulary.", "[rules]", "=[")),
    "specification": Target(
        lambda: iter(SPECIFICATIONS), check_specification, ("[[column]]", "[[number]]", "=[{")
    ),
}
