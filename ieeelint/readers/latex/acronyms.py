"""Acronyms of the packages glossaries, acronym and acro: defined in the preamble, printed in the
text.
"""

from __future__ import annotations

from ieeelint.paper.text import OBJECT
from ieeelint.patterns import pattern
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source
    from ieeelint.readers.latex.walk import Walker
    from ieeelint.views.latex import LatexView

FIELD = r"(\w{1,20})\s{0,5}=\s{0,5}\{?([^{},]{1,120})"  # of a declaration: name and value
USES = {
    "gls": 0,
    "Gls": 0,
    "glspl": 1,
    "Glspl": 1,
    "ac": 0,
    "Ac": 0,
    "acp": 1,
    "Acp": 1,
    "acs": 2,
    "acsp": 3,
    "acl": 4,
    "aclp": 5,
    "acf": 6,
    "acfp": 7,
    "acrshort": 2,
    "acrlong": 4,
    "acrfull": 6,
    "glsentryshort": 2,
    "glsentrylong": 4,
    "acrshortpl": 3,
    "acrlongpl": 5,
    "acrfullpl": 7,
    "GLS": 0,
    "acfi": 6,
    "iac": 0,
    "Iac": 0,
    "acronym@": 0,
    "Acl": 4,
    "glsxtrshort": 2,
    "glsxtrlong": 4,
    "glsxtrfull": 6,
    "xmakefirstuc@": 4,
}


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
        walker.place(OBJECT, span, key)  # defined in a place that this reader does not read
        return
    short, long = walker.acronyms.forms[key]
    plural = "s" if form % 2 else ""
    if form in (0, 1):
        first = key not in walker.acronyms.used
        walker.acronyms.used.add(key)
        words = f"{long}{plural} ({short}{plural})" if first else short + plural
    elif form in (2, 3):
        words = short + plural
    elif form in (4, 5):
        words = long + plural
    else:
        words = f"{long}{plural} ({short}{plural})"
    if name[0].isupper() and words:
        words = words[0].upper() + words[1:]
    walker.add(words, span)


@command("glsresetall", "acresetall")
def forget_acronyms(walker: Walker, name: str) -> None:
    """Treat every acronym as not yet used."""
    walker.acronyms.used.clear()


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
    fields = {}
    for part in _split_fields(walker.string(walker.group())):
        field, _, value = part.partition("=")
        fields[field.strip()] = value.strip().strip("{}")
    walker.acronyms.forms[key] = fields.get("short", key), _plain(fields.get("long", ""))


def _split_fields(text: str) -> list[str]:
    """Split at commas outside braces."""
    parts, depth, start = [], 0, 0
    for at, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if character == "," and depth <= 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


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
        fields = call.argument(1)
        values = {match[1]: match[2].strip() for match in pattern(FIELD).finditer(fields)}
        short = values.get("short") or values.get("name") or call.argument(0)
        declared[singular(short.strip())] = values.get("long") or values.get("description") or ""
    for call in view.commands("nomenclature"):
        declared[singular(call.argument(0).strip())] = call.argument(1)
    return declared
