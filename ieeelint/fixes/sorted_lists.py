"""A copy of a draft whose typed list of references is in the order of first citation."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.fixes.renumbered_marks import mark_edits
from ieeelint.fixes.renumbering import NotUnderstood, Renumbering, renumbering, where
from ieeelint.fixes.text import edited, encoded
from ieeelint.paper.index import Index
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.model import Paper
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView

# Elements between paragraphs that print nothing.
BETWEEN = r"(?:\s|<\w+:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^<>]*/>)*\Z"
END = "\\end{thebibliography"
COMMENTS = r"(?:(?<=\n)[ \t]*%[^\n]*\n)+\Z"


class SortedCopy:
    """``data`` are the bytes of the copy of the file ``path``."""

    __slots__ = ("path", "data", "plan")

    def __init__(self, path: str, data: bytes, plan: Renumbering) -> None:
        self.path = path
        self.data = data
        self.plan = plan


def sorted_copy(draft: Draft, reread: Callable[[bytes], Draft]) -> SortedCopy:
    """The copy; ``data`` is empty if the list is sorted.  Raises NotUnderstood.

    The copy is read again, and each paragraph must cite the same works as before.
    """
    paper = draft.paper
    citations = Index(paper, Vocabulary()).citations
    plan = renumbering(paper, citations)
    if plan.is_sorted:
        return SortedCopy(paper.root.path, b"", plan)
    edits = mark_edits(paper, citations, plan)
    if draft.word is not None:
        data = _word(draft.word, paper, edits, plan)
        path = paper.root.path
    else:
        path, data = _latex(paper, edits, plan)
    if path == paper.root.path and _works(draft) != _works(reread(data)):
        raise NotUnderstood("the copy does not cite the same works as the draft")
    return SortedCopy(path, data, plan)


def _works(draft: Draft) -> list[tuple[str, ...]]:
    """The works that each passage cites, by the words of their entries."""
    paper = draft.paper
    entries = [_words(entry.passage.plain) for entry in paper.references]
    ranks = {entry.key: number for number, entry in enumerate(paper.references, 1)}
    by_passage: dict[int, set[str]] = {}
    for place in Index(paper, Vocabulary()).citations.certain:
        numbers = place.all_numbers
        if place.citation is not None:
            numbers += [ranks[key] for key, _ in place.citation.keys if key in ranks]
        at = paper.passages.index(paper.passage_at(place.start))
        by_passage.setdefault(at, set()).update(entries[number - 1] for number in numbers)
    return [tuple(sorted(by_passage[at])) for at in sorted(by_passage)]


def _words(entry: str) -> str:
    """The words of an entry without a typed number before them."""
    return pattern(r"\A\s*\[\d+\]").sub("", " ".join(entry.split())).strip()


# -- LaTeX -------------------------------------------------------------------------------------


def _latex(paper: Paper, edits: list[Edit], plan: Renumbering) -> tuple[str, bytes]:
    """The file that changes, and its new bytes."""
    edits = [*edits, *_moved_entries(paper, plan)]
    sources = {id(edit.span.source): edit.span.source for edit in edits}
    if len(sources) > 1:
        names = ", ".join(sorted(source.path for source in sources.values()))
        raise NotUnderstood(f"several files change ({names}); make one with ieeelint flatten")
    (source,) = sources.values()
    data = encoded(edited(source.text, edits), source.encoding)
    if data is None:
        raise NotUnderstood(f"{source.path}: cannot be written in its encoding")
    return source.path, data


def _moved_entries(paper: Paper, plan: Renumbering) -> list[Edit]:
    """The edits that sort the entries."""
    entries = paper.references
    source = entries[0].span.source
    text = source.text
    if any(entry.span.source is not source for entry in entries):
        raise NotUnderstood("the list is in several files")
    starts = [entry.span.start for entry in entries]
    end = text.find(END, starts[-1])
    if end < 0 or starts != sorted(starts) or not text.startswith("\\bibitem", starts[0]):
        raise NotUnderstood(f"{where(paper, entries[0].span)}: the list is not typed as a list")
    begun: list[int] = []
    for before, start in zip([starts[0], *starts], starts):  # a comment belongs to the next entry
        comment = pattern(COMMENTS).search(text, before, start)
        begun.append(comment.start() if comment is not None else start)
    stops = [*begun[1:], end]
    bodies, gaps = [], []
    for entry, start, stop in zip(entries, begun, stops):
        body = text[start:stop].rstrip()
        if not _is_balanced(body) or body.count("\\bibitem") != 1:
            raise NotUnderstood(f"{where(paper, entry.span)}: the entry cannot be moved")
        bodies.append(body)
        gap = text[start + len(body) : stop]
        gaps.append(gap if "\n" in gap else gap + "\n")
    return [
        Edit(Span(source, start, stop), bodies[old - 1] + gap, on_source=True)
        for old, start, stop, gap in zip(plan.order, begun, stops, gaps)
        if text[start:stop] != bodies[old - 1] + gap
    ]


def _is_balanced(body: str) -> bool:
    """True if braces and environments begin and end in the entry."""
    plain = pattern(r"\\[{}%]|(?<!\\)%[^\n]*").sub("", body)
    depth = 0
    for sign in plain:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0 and plain.count("\\begin{") == plain.count("\\end{")


# -- Word --------------------------------------------------------------------------------------


def _word(view: WordView, paper: Paper, edits: list[Edit], plan: Renumbering) -> bytes:
    """The bytes of the draft with other numbers, then with the paragraphs of the list sorted."""
    from ieeelint.fixes.word.anonymous import edited_part
    from ieeelint.ooxml.archive import rebuilt
    from ieeelint.readers.word.reading import read_document

    edits = edits + _labels(paper, plan)
    parts = {}
    for part in view.parts:
        own = [edit for edit in edits if edit.span.source is part.source]
        for edit in own:
            first, last = part.index_of_leaf(edit.span.start), part.index_of_leaf(edit.span.end - 1)
            if not all(leaf.is_editable for leaf in part.leaves[first : last + 1]):
                raise NotUnderstood(
                    f'{where(paper, edit.span)}: "{edit.span.text}" is a field; sort with the'
                    " program that made it"
                )
        if own:
            parts[part.name] = edited_part(view, part, own)
    data = rebuilt(view.package, parts)
    changed = read_document(paper.root.path, data)
    assert changed.word is not None
    return _sorted_paragraphs(changed.word, changed.paper, plan)


def _labels(paper: Paper, plan: Renumbering) -> list[Edit]:
    """The edits of numbers that are typed before the entries."""
    edits = []
    for number, entry in enumerate(paper.references, 1):
        match = pattern(r"\s*[\[(]?\s*(\d+)\s*[\]).]").match(entry.span.text)
        if entry.key.isdecimal() and match is not None and int(match[1]) == number:
            start = entry.span.start
            span = Span(entry.span.source, start + match.start(1), start + match.end(1))
            edits.append(Edit(span, str(plan.new[number])))
    return edits


def _sorted_paragraphs(view: WordView, paper: Paper, plan: Renumbering) -> bytes:
    """The draft with the paragraphs of the list in their new order."""
    from ieeelint.ooxml.archive import rebuilt
    from ieeelint.ooxml.markup import Markup

    document = view.document
    markup = Markup(view.package.utf8(document.name), document.root)
    by_start = {one.span.start: one for one in document.paragraphs}
    found = [by_start.get(entry.span.start) for entry in paper.references]
    if None in found or len(found) != len(plan.order):
        raise NotUnderstood("an entry of the list is not one paragraph")
    ranges = [markup.outer(one.element) for one in found if one is not None]
    raw = view.package.utf8(document.name)
    for (start, end), after in zip(ranges, [*ranges[1:], None]):
        own = raw[start:end]
        if after is not None and after[0] < end:
            raise NotUnderstood("the entries of the list are in another order in the file")
        if b"sectPr" in own or own.count(b'"begin"') != own.count(b'"end"'):
            raise NotUnderstood("a section or a field begins in the list")
        if after is not None and not pattern(BETWEEN).match(raw[end : after[0]].decode()):
            raise NotUnderstood("other things than entries are in the list")
    for (start, end), old in zip(ranges, plan.order):
        markup.replace(start, end, raw[slice(*ranges[old - 1])])
    return rebuilt(view.package, {document.name: markup.result()})
