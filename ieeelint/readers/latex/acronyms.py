"""Acronyms of the packages glossaries, acronym and acro: defined in the preamble, printed in the
text.
"""

from __future__ import annotations

from ieeelint.paper.text import OBJECT
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.frames import Frame
from ieeelint.readers.latex.lists import items
from ieeelint.readers.latex.registry import COMMANDS as HANDLERS
from ieeelint.readers.latex.registry import command
from ieeelint.readers.latex.tokens import Stream, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source
    from ieeelint.readers.latex.walk import Walker
    from ieeelint.views.latex import LatexView

# Forms that a command prints; plural forms are odd.
FIRST, SHORT, LONG, FULL = 0, 2, 4, 6  # FIRST: in full at the first use, short later
COMMANDS = {
    "gls": FIRST,
    "glspl": FIRST + 1,
    "glsfirst": FULL,
    "glsfirstplural": FULL + 1,
    "glstext": SHORT,
    "glsplural": SHORT + 1,
    "glsname": SHORT,
    "glsdesc": LONG,
    "glsxtrshort": SHORT,
    "glsxtrshortpl": SHORT + 1,
    "glsxtrlong": LONG,
    "glsxtrlongpl": LONG + 1,
    "glsxtrfull": FULL,
    "glsxtrfullpl": FULL + 1,
    "glsentryshort": SHORT,
    "glsentryshortpl": SHORT + 1,
    "glsentrylong": LONG,
    "glsentrylongpl": LONG + 1,
    "glsentryfull": FULL,
    "glsentryfullpl": FULL + 1,
    "glsentrytext": SHORT,
    "glsentryname": SHORT,
    "glsentrydesc": LONG,
    "glsentryfirst": FULL,
    "acrshort": SHORT,
    "acrshortpl": SHORT + 1,
    "acrlong": LONG,
    "acrlongpl": LONG + 1,
    "acrfull": FULL,
    "acrfullpl": FULL + 1,
    "ac": FIRST,
    "acp": FIRST + 1,
    "acs": SHORT,
    "acsp": SHORT + 1,
    "acsu": SHORT,
    "acl": LONG,
    "aclp": LONG + 1,
    "aclu": LONG,
    "acf": FULL,
    "acfp": FULL + 1,
    "acfi": FULL,
    "acfip": FULL + 1,
    "acfu": FULL,
    "iac": FIRST,
    "iacs": SHORT,
    "iacl": LONG,
    "iacf": FULL,
}
# With a capital, and in capitals: \Gls, \GLS.
USES = {
    **COMMANDS,
    **{name.capitalize(): form for name, form in COMMANDS.items()},
    **{name[:3].upper() + name[3:]: form for name, form in COMMANDS.items() if len(name) > 3},
    "GLS": FIRST,
}


# What declares an acronym, and what reads a file that may do it.
DECLARATIONS = frozenset(
    ("\\newacronym", "\\newabbreviation", "\\acrodef", "\\acro", "\\newacro", "\\DeclareAcronym")
)
FILES = frozenset(("\\input", "\\include", "\\loadglsentries"))
MOST_FILES = 200


@command(*USES, *(name + "*" for name in USES))
def acronym(walker: Walker, name: str) -> None:
    """``\\gls{key}``: the long form with the short form at first use, the short form later."""
    start = walker.call_start()
    form = USES[name.rstrip("*")]
    if not name.startswith("ac"):
        walker.option()
    group = walker.group()
    if group is None:
        return
    key = walker.string(group).strip()
    span = walker.call_span(start)
    if key not in walker.acronyms.forms:
        read_ahead(walker)
    if key not in walker.acronyms.forms:
        walker.place(OBJECT, span, key)  # defined in a place that this reader does not read
        return
    short, long = walker.acronyms.forms[key]
    plural = "s" if form % 2 else ""
    if form <= FIRST + 1:
        first = key not in walker.acronyms.used
        walker.acronyms.used.add(key)
        words = f"{long}{plural} ({short}{plural})" if first else short + plural
    elif form <= SHORT + 1:
        words = short + plural
    elif form <= LONG + 1:
        words = long + plural
    else:
        words = f"{long}{plural} ({short}{plural})"
    if name[:3].isupper():
        words = words.upper()
    elif name[0].isupper() and words:
        words = words[0].upper() + words[1:]
    walker.add(words, span)


@command("glssymbol", "Glssymbol", "glsentrysymbol")
def symbol(walker: Walker, name: str) -> None:
    """``\\glssymbol{key}``: a symbol, not words."""
    start = walker.call_start()
    walker.option()
    if walker.group() is not None:
        walker.place(OBJECT, walker.call_span(start), None)


@command("glslink", "glsdisp", "glshyperlink")
def linked_words(walker: Walker, name: str) -> None:
    """``\\glslink{key}{words}`` prints the words; ``\\glshyperlink[words]{key}``, too."""
    option = walker.option()
    walker.group()
    words = option if name == "glshyperlink" else walker.group()
    if words is not None:
        walker.render(words)


@command("glsresetall", "acresetall")
def forget_acronyms(walker: Walker, name: str) -> None:
    """Treat every acronym as not yet used."""
    walker.acronyms.used.clear()


def read_ahead(walker: Walker) -> None:
    """Read the declarations after this place, once: packages take them from the last run of LaTeX,
    so a list of acronyms may be at the end of the draft.
    """
    if walker.acronyms.looked_ahead:
        return
    walker.acronyms.looked_ahead = True
    waiting = [(frame.stream, frame.i, frame.end) for frame in walker.frames]
    seen: set[str] = set()
    while waiting:
        stream, first, end = waiting.pop()
        for at in range(first, end):
            token = stream.tokens[at]
            if token not in DECLARATIONS and token not in FILES or walker.is_own(token[1:]):
                continue
            walker.frames.append(Frame(stream, at + 1, end, None, walker.frame.depth))
            if token in DECLARATIONS:
                HANDLERS[token[1:]](walker, token[1:])
            elif (later := _later_file(walker, seen)) is not None:
                waiting.append((later, 0, len(later.tokens)))
            walker.frames.pop()


def _later_file(walker: Walker, seen: set[str]) -> Stream | None:
    """The tokens of the file that the frame names, if it may declare acronyms."""
    walker.option()
    group = walker.group(braced=True)
    name = walker.string(group).strip() if group is not None else ""
    folder = walker.project.folder
    if not name or not folder or len(seen) >= MOST_FILES:
        return None
    bases = (folder, walker.project.base)
    path = project.resolve_in(bases, name, (".tex", ""), walker.project.files)
    if path is None or path in seen or not project.is_inside(path, folder):
        return None
    seen.add(path)
    try:
        source = project.load(path, path)
    except ReadError:
        return None
    if not any(token in source.text for token in (*DECLARATIONS, *FILES)):
        return None
    return Stream(source, tokenize(source.text))


@command("loadglsentries")
def load_entries(walker: Walker, name: str) -> None:
    """``\\loadglsentries[type]{file}`` reads the file there."""
    walker.option()
    HANDLERS["input"](walker, "input")


@command("newacronym", "newabbreviation")
def new_acronym(walker: Walker, name: str) -> None:
    """``\\newacronym[options]{key}{SHORT}{long form}``."""
    walker.option()
    key, short, long = (walker.string(walker.group()).strip() for _ in range(3))
    walker.acronyms.forms[key] = short, _plain(long)


@command("acrodef", "acro", "newacro", "acrodef*")
def new_acro(walker: Walker, name: str) -> None:
    """``\\acrodef{key}[SHORT]{long form}`` of the package acronym."""
    group = walker.group()
    if group is None:
        return
    key = walker.string(group).strip()
    option = walker.option()
    long = walker.string(walker.group()).strip()
    walker.acronyms.forms[key] = (walker.string(option).strip() if option else key), _plain(long)


@command("DeclareAcronym")
def declare_acronym(walker: Walker, name: str) -> None:
    """``\\DeclareAcronym{key}{short = …, long = …}`` of the package acro."""
    key = walker.string(walker.group()).strip()
    fields = _fields(walker.string(walker.group()))
    walker.acronyms.forms[key] = fields.get("short", key), _plain(fields.get("long", ""))


def _fields(text: str) -> dict[str, str]:
    """The fields of a declaration, with their values: ``short = DSP, long = {…}``."""
    pairs = (part.partition("=") for part, _, _ in items(text))
    return {field.strip(): value.strip().strip("{}") for field, _, value in pairs}


def _plain(text: str) -> str:
    """A long form without braces and simple style commands."""
    for name in ("\\textbf", "\\textit", "\\emph", "\\underline", "{", "}"):
        text = text.replace(name, "")
    return text.strip()


def declared_acronyms(view: LatexView, sources: list[Source]) -> dict[str, str]:
    """The short forms that commands of glossaries, acronym, acro and nomenclature declare, with
    their long forms.
    """
    declared: dict[str, str] = {}
    hints = ("acro", "newabbreviation", "glossaryentry", "nomenclature")
    if not any(hint in source.text for source in sources for hint in hints):
        return declared
    from ieeelint.paper.expansions import singular

    for call in view.commands("newacronym", "newabbreviation"):
        declared[singular(call.argument(1).strip())] = call.argument(2)
    for call in view.commands("acrodef", "acro", "newacro", "acroplural", "acrodefplural"):
        short = call.option or call.argument(0)
        declared[singular(short.strip())] = call.argument(1)
    for call in view.commands("DeclareAcronym", "newglossaryentry", "longnewglossaryentry"):
        values = _fields(call.argument(1))
        short = values.get("short") or values.get("name") or call.argument(0)
        declared[singular(short.strip())] = values.get("long") or values.get("description") or ""
    for call in view.commands("nomenclature"):
        declared[singular(call.argument(0).strip())] = call.argument(1)
    return {short: _plain(long) for short, long in declared.items()}
