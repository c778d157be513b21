"""``ieeelint refs``: print the reference list in IEEE style."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED
from ieeelint.commands.looking_up import look_up_of
from ieeelint.files import replace_bytes
from ieeelint.ooxml.archive import marked
from ieeelint.overwriting import refuse_output
from ieeelint.phrases import plural
from ieeelint.printing import writers
from ieeelint.printing.lists import items_of_draft
from ieeelint.readers import WORD, ReadError, find_root, read
from ieeelint.results import inputs_of
from ieeelint.terminal import log, put_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.look_up.facts import LookUp
    from ieeelint.paper.model import Paper
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView

READ = (".tex", ".ltx", ".bib", *WORD)


def run(options: Options) -> int:
    """Print the list, or write it to a file; missing entries are reported and left out."""
    path: str = options.path
    if not path.lower().endswith(READ):
        raise UsageError(f'"{path}" is not a .bib, .tex or .docx file')
    if options.to == "word" and not options.output:
        raise UsageError("--to word requires a file name, such as -o references.docx")
    try:
        draft = read(path if path.lower().endswith(".bib") else find_root(path))
    except ReadError as error:
        log(str(error))
        return FAILED
    if options.sort:
        return _sort(draft, options)
    look_up = look_up_of(options)
    paper = draft.paper
    if options.output:
        refuse_output(options.output, [path, *inputs_of(draft)])
    items, notes = items_of_draft(draft, options.order, options.all, options.style == "guide")
    data = b""
    if draft.word is not None and options.to in ("csl-json", "bibtex"):
        if (stored := _stored(draft.word, len(items), options)) is not None:
            return stored
    if options.to == "bibtex":
        from ieeelint.printing.exchange import bibtex, is_empty

        text, notices = bibtex(paper, items, options.show_source)
        data = text.encode()
        notes += notices
        items = [item for item in items if not is_empty(item)]
    for note in notes:
        log(note)
    if not items:
        if not notes:
            has_entries = paper.works is not None and bool(paper.works.by_key)
            reason = (
                "no citations; print all entries with --all" if has_entries else "no references"
            )
            log(f"{path}: {reason}")
        return FAILED
    if look_up is not None:
        for note in _facts(paper, items, look_up):
            log(note)
    data = data or _written(paper, items, options.to, options.show_source)
    if options.output:
        replace_bytes(options.output, data)
        log(f"{options.output}: {plural(len(items), 'reference')} written")
    else:
        put_data(data)
    return CLEAN


def _stored(view: WordView, count: int, options: Options) -> int | None:
    """Write the works that Zotero or Mendeley store in the draft; None if there are none."""
    from ieeelint.printing.manager_fields import csl_text, named, works_of

    works, unread = works_of(view)
    if unread:
        log(f"{options.path}: the works of {plural(unread, 'citation')} cannot be read")
    if not works:
        return None
    records = named(works)
    if options.order == "key":
        pairs = sorted(zip(works, records), key=lambda pair: pair[1].key)
        works, records = [work for work, _ in pairs], [record for _, record in pairs]
    if count != len(works):
        log(
            f"{options.path}: the list has {plural(count, 'reference')}, but the citations of the"
            f" reference manager have {plural(len(works), 'work')}, which are written"
        )
    if options.to == "csl-json":
        text = csl_text(works, records)
    else:
        from ieeelint.printing.exchange import written

        text = written(records, [], False)
    if options.output:
        replace_bytes(options.output, text.encode())
        log(f"{options.output}: {plural(len(works), 'reference')} written")
    else:
        put_data(text.encode())
    return CLEAN


def _sort(draft: Draft, options: Options) -> int:
    """Write a copy of the draft with its list in the order of first citation."""
    from ieeelint.fixes.renumbering import NotUnderstood
    from ieeelint.fixes.sorted_lists import sorted_copy

    path: str = draft.paper.root.path
    if not options.output:
        raise UsageError("--sort requires a file name for the copy, such as -o sorted.tex")
    refuse_output(options.output, [path, *inputs_of(draft)])
    try:
        copy = sorted_copy(draft, lambda data: _reread(path, data, draft))
    except NotUnderstood as error:
        log(f"{path}: the list is not sorted, so that no number becomes wrong: {error}")
        return FAILED
    if uncited := copy.plan.uncited:
        numbers = ", ".join(f"[{number}]" for number in uncited)
        log(f"{path}: at the end of the list are references that nothing cites: {numbers}")
    if not copy.data:
        log(f"{path}: the list is in the order of first citation; nothing is written")
        return CLEAN
    replace_bytes(options.output, marked(copy.data) if draft.word is not None else copy.data)
    log(f"{options.output}: a copy of {copy.path} with the list sorted; read it before you use it")
    return CLEAN


def _reread(path: str, data: bytes, draft: Draft) -> Draft:
    """The draft with other bytes."""
    if draft.word is not None:
        from ieeelint.readers.word.reading import read_document

        return read_document(path, data)
    from ieeelint.readers.latex.reading import read as read_latex

    return read_latex(path, text=data.decode(draft.paper.root.encoding))


def _facts(paper: Paper, items: list[writers.Item], look_up: LookUp) -> list[str]:
    """What is known about the works in the list, and what was not looked up."""
    from ieeelint.look_up.sought import of_entries, of_typed_list

    entries = [item.entry for item in items if item.entry is not None]
    works = of_entries(entries) if entries else of_typed_list(paper)
    notes = [f"reference {fact.work.key}: {fact.message}" for fact in look_up.facts(works)]
    return notes + look_up.notes


def _written(paper: Paper, items: list[writers.Item], form: str, show_source: bool) -> bytes:
    """The list in the format ``form``."""
    if form == "word":
        return marked(writers.word(items))
    if form == "csl-json":
        from ieeelint.printing.csl import csl_json

        return csl_json(paper, items).encode()
    write = {
        "text": writers.text,
        "latex": writers.latex,
        "bibitem": writers.bibitem,
        "markdown": writers.markdown,
    }
    return write[form](items, show_source).encode()
