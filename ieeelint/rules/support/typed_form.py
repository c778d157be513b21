"""A typed reference as IEEE prints it: what differs, and the edits that make it so."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.typed_works import divided
from ieeelint.patterns import pattern
from ieeelint.printing.differences import (
    Change,
    changed_words,
    changes,
    is_same,
    only_form,
    only_order,
)
from ieeelint.printing.recent import Recent
from ieeelint.printing.tex import in_tex
from ieeelint.printing.typed_print import READABLE_CHARACTERS, guide_print, is_certain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.context import Context
    from ieeelint.paper.reference_parts import Parts
    from ieeelint.paper.text import Text
    from ieeelint.paper.typed_taking import TypedWork

QUOTES = r"[\"“”„]"
# Both orders are printed: the pages of a conference and its year, the edition and the volume.
EDITION_FIRST = r"\bed\.,\svol\."
# The address of a preprint, and the period at the end.
ALSO_RIGHT = r"\s?\[Online\]\.\sAvailable:\s\S+"
OLDER_PREPRINT = r"(?<!preprint\s)arXiv:\S+\s?\[[\w.-]+\],\s(?:[A-Z][a-z]{2}\.?\s)?\d{4}"
IN_WORDS = r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=\sed\.)"


class Form:
    """What the guide prints for a reference: ``printed``, and the changes that lead there."""

    __slots__ = ("typed", "start", "printed", "changes")

    def __init__(self, typed: str, start: int, printed: str) -> None:
        self.typed = typed
        self.start = start
        self.printed = printed
        self.changes = changes(typed, start, printed)

    @property
    def words(self) -> list[Change]:
        """The changes of whole words."""
        return changed_words(self.typed, self.start, self.printed)

    @property
    def is_same_in_words(self) -> bool:
        """True if only punctuation, spaces, dashes, and abbreviations differ."""
        return only_form(self.typed, self.printed)

    @property
    def loses_quotes(self) -> bool:
        """True if the title of a book has quotation marks: the author must set it in italics."""
        marks = pattern(QUOTES)
        return len(marks.findall(self.typed)) > len(marks.findall(self.printed))

    @property
    def shortens_names(self) -> bool:
        """True if the guide names only the first author."""
        return " et al.," in self.printed and " et " not in self.typed


class Forms(dict["Parts", "Form | None"]):
    """The forms of the references of a paper, made when a rule asks for them first."""

    def __init__(self, context: Context | None = None) -> None:
        super().__init__()
        self.context = context

    def __missing__(self, parts: Parts) -> Form | None:
        assert self.context is not None
        form = self[parts] = _form_of(self.context, parts)
        return form


_latest = Forms()
printed_before = Recent()  # by the words, the italics, and the source of an entry


def form_of(context: Context, parts: Parts) -> Form | None:
    """The printed form of a reference that differs from it; None if it is right or not certain."""
    global _latest  # two rules ask for the same references
    if _latest.context is not context:
        _latest = Forms(context)
    return _latest[parts]


def _form_of(context: Context, parts: Parts) -> Form | None:
    text = context.paper.text
    plain = text.plain[parts.start : parts.end].translate(READABLE_CHARACTERS)
    italics = tuple((first - parts.start, last - parts.start) for first, last in parts.italics)
    key = plain, italics, text.span(parts.start, parts.end).text
    printed = printed_before.value(key, lambda: _difference(context, parts, plain, italics))
    return Form(plain, parts.start, printed) if printed else None


def _difference(
    context: Context, parts: Parts, plain: str, italics: Sequence[tuple[int, int]]
) -> str:
    """What the guide prints if that differs; empty if it does not or is not certain."""
    work = divided(plain, 0, len(plain), list(italics))
    if work is None or not is_certain(work):
        return ""
    _shift(work, parts.start)
    printed = _as_typed(plain, guide_print(context.paper, work))
    if is_same(plain, printed):
        return ""
    form = Form(plain, parts.start, printed)
    if not form.changes or _is_also_right(work, form):
        return ""
    month = work.fields["month"].words if work.has("month") else ""
    return printed if _keeps_numbers(form, month) else ""


def _as_typed(typed: str, printed: str) -> str:
    """The printed form with what IEEE also prints as it is typed: "third ed."."""
    edition = pattern(IN_WORDS).search(typed)
    return (
        pattern(r"\b\d+(?:st|nd|rd|th)(?=\sed\.)").sub(edition[0], printed) if edition else printed
    )


def _keeps_numbers(form: Form, month: str) -> bool:
    """True if no number but that of the month would be lost; 101–09 becomes longer."""
    printed = pattern(r"\d+").findall(form.printed)
    return all(
        number in (month, *printed) or any(longer.endswith(number) for longer in printed)
        for number in pattern(r"\d+").findall(form.typed)
    )


def _shift(work: TypedWork, start: int) -> None:
    for field in work.fields.values():
        field.place = (field.place[0] + start, field.place[1] + start)


def _is_also_right(work: TypedWork, form: Form) -> bool:
    """True for what IEEE's own lists also have."""
    if not form.is_same_in_words and only_order(form.typed, form.printed):
        is_part = work.kind in ("inproceedings", "incollection")
        return is_part or pattern(EDITION_FIRST).search(form.typed) is not None
    if work.kind == "misc" and pattern(OLDER_PREPRINT).search(form.typed):
        return True
    return all(
        not change.new and pattern(ALSO_RIGHT).fullmatch(change.old) for change in form.changes
    )


def fix_of(context: Context, parts: Parts, form: Form) -> Fix | None:
    """The edits that change the reference to its printed form; None if macros print some of it."""
    text = context.paper.text
    italics = {first for first, _ in parts.italics}
    edits = []
    for change in form.changes:
        if not _is_editable(text, change):
            return None
        span = text.span(change.start, change.end)
        if change.start == change.end and change.start in italics:
            # New words before a name in italics are not part of it: in \emph{Proc. …}.
            before = text.span(change.start - 1, change.start)
            span = Span(before.source, before.end, before.end)
        edits.append(Edit(span, _source(context, change.new)))
    return Fix(*edits, safe=form.is_same_in_words and not form.loses_quotes)


def _source(context: Context, words: str) -> str:
    """Words as the draft has them: TeX, or the characters themselves in Word."""
    return "".join(map(in_tex, words)) if context.paper.format == "latex" else words


def _is_editable(text: Text, change: Change) -> bool:
    """True if nothing else is printed by what the change replaces, such as the call of a macro."""
    places = range(change.start, change.end) if change.end > change.start else [change.start]
    for at in places:
        if text.is_typed(at, at + 1):
            continue
        span = text.span(at, at + 1)
        if text.span(at - 1, at).end > span.start or text.span(at + 1, at + 2).start < span.end:
            return False
    return True
