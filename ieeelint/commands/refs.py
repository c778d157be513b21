"""``ieeelint refs``: print the reference list in IEEE style."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED
from ieeelint.files import replace_bytes
from ieeelint.ooxml.archive import marked
from ieeelint.overwriting import refuse_output
from ieeelint.phrases import plural
from ieeelint.printing import writers
from ieeelint.printing.lists import items_of
from ieeelint.readers import WORD, ReadError, find_root, read
from ieeelint.results import inputs_of
from ieeelint.terminal import log, put_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options

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
    paper = draft.paper
    if options.output:
        refuse_output(options.output, [path, *inputs_of(draft)])
    items, notes = items_of(paper, options.order, options.all, options.style == "guide")
    for problem in paper.problems:
        if problem.kind == "missing-database":
            notes.append(problem.message)
    data = b""
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
    data = data or _written(items, options.to, options.show_source)
    if options.output:
        replace_bytes(options.output, data)
        log(f"{options.output}: {plural(len(items), 'reference')} written")
    else:
        put_data(data)
    return CLEAN


def _written(items: list[writers.Item], form: str, show_source: bool) -> bytes:
    """The list in the format ``form``."""
    if form == "word":
        return marked(writers.word(items))
    if form == "csl-json":
        return writers.csl_json(items).encode()
    write = {
        "text": writers.text,
        "latex": writers.latex,
        "bibitem": writers.bibitem,
        "markdown": writers.markdown,
    }
    return write[form](items, show_source).encode()
