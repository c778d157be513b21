"""A typed reference of any style as IEEE's guide prints it."""

from __future__ import annotations

from ieeelint.paper.typed_names import IN_FULL
from ieeelint.patterns import pattern
from ieeelint.printing.encoding import READABLE
from ieeelint.printing.guide import printed
from ieeelint.printing.tex import bare_address, in_tex
from ieeelint.printing.words import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.typed_taking import TypedWork

# Stand for the title and the container while a reference is printed, so that they stay as typed.
TITLE, CONTAINER = "\uf8f0", "\uf8f1"
SIMPLE = ("volume", "number", "pages", "eid", "chapter", "doi", "eprint", "day", "year", "month")
TEXT = ("publisher", "address", "school")
DEGREES = (
    (r"(?i)ph\.?\s?d\.?\s(?:diss|\Z)", "Ph.D. dissertation"),
    (r"(?i)ph\.?\s?d\.?\sthesis", "Ph.D. thesis"),
    (r"(?i)doctoral|dissertation", "Ph.D. dissertation"),
    (r"(?i)m\.?\s?eng", "M.Eng. thesis"),
    (r"(?i)m|master", "M.S. thesis"),
    (r"(?i)b|bachelor", "B.S. thesis"),
)
# What each kind must have before its printed form is certain.
REQUIRED = {
    "article": ("title", "container", "year"),
    "inproceedings": ("title", "container", "year"),
    "incollection": ("title", "container", "publisher", "year"),
    "book": ("title", "publisher", "year"),
    "phdthesis": ("title", "school", "year"),
    "mastersthesis": ("title", "school", "year"),
    "misc": ("title", "eprint", "year"),
}
FEWEST_SHORTENED = 6  # named people before "et al." that show that there are more than six
READABLE_CHARACTERS = {**READABLE, 0xA0: " ", ord("\n"): " "}


class TypedEntry:
    """A divided reference with the fields of a database, in TeX."""

    def __init__(self, paper: Paper, work: TypedWork, abbreviated: str = "") -> None:
        self.kind = work.kind
        self.abbreviated = abbreviated
        self.fields = {name: _tex(work.fields[name].words) for name in SIMPLE if work.has(name)}
        self.fields |= {name: _tex(work.fields[name].words) for name in TEXT if work.has(name)}
        for role, names in (("author", work.authors), ("editor", work.editors)):
            if names is not None:
                self.fields[role] = _tex(names.field)
        if work.has("title"):
            self.fields["title"] = "{" + TITLE + _mark(work.fields["title"].words) + "}"
        if work.has("container"):
            name = "journal" if work.kind == "article" else "booktitle"
            self.fields[name] = "{" + (_tex(abbreviated) or CONTAINER) + "}"
        if work.has("edition"):
            self.fields["edition"] = work.fields["edition"].words
        if work.has("degree"):
            self.fields["type"] = _degree(work.fields["degree"].words)
        if work.has("url"):
            self.fields["url"] = bare_address(paper, work.fields["url"].place)
        if work.has("urldate"):
            self.fields["note"] = f"Accessed: {work.fields['urldate'].words}"

    def value(self, *names: str) -> str:
        """The value of the first of these fields that is not empty."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")


def is_certain(work: TypedWork | None) -> bool:
    """True if every word of the reference has its field, and the fields that its kind needs are
    there.
    """
    if work is None or work.rest or work.kind not in REQUIRED:
        return False
    if work.authors is None and not (work.kind == "book" and work.editors):
        return False
    if not work.has(*REQUIRED[work.kind]) or not _has_certain_names(work):
        return False
    if work.kind == "article":
        return work.has("volume") or work.has("doi")
    return True


def _has_certain_names(work: TypedWork) -> bool:
    """True if the names are people, and all of them or only the first are named."""
    names = work.authors or work.editors
    assert names is not None
    if names.form in IN_FULL and work.is_plain and not work.is_year_first:
        return False  # "Steady Flow and Coarse Sand, …" is a title
    return not names.has_others or len(names.people) == 1 or len(names.people) >= FEWEST_SHORTENED


def guide_print(paper: Paper, work: TypedWork, abbreviated: str = "") -> str:
    """The reference as the guide prints it: characters as in ``paper.text``, with placeholders."""
    text = "".join(run.text for run in runs(printed(TypedEntry(paper, work, abbreviated))))
    plain = paper.text.plain
    for sign, name in ((TITLE, "title"), (CONTAINER, "container")):
        if sign in text:
            place = work.fields[name].place
            words = plain[place[0] : place[1]].translate(READABLE_CHARACTERS)
            if sign == TITLE:  # the mark at its end was printed with it
                words = words.rstrip("?!")
            text = text.replace(sign, words)
    return " ".join(text.translate(READABLE_CHARACTERS).split())


def _mark(title: str) -> str:
    """The sign that ends a title; the style prints no comma after it."""
    return title[-1] if title.endswith(("?", "!")) else ""


def _degree(words: str) -> str:
    return next(form for expression, form in DEGREES if pattern(expression).match(words))


def _tex(words: str) -> str:
    return "".join(map(in_tex, words))
