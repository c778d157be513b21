"""Cross-references, and the words that some of their commands print before the number."""

from __future__ import annotations

import re

from ieeelint.paper import blocks
from ieeelint.paper.placeholders import CrossReference
from ieeelint.paper.text import OBJECT, REF
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.citations import key_of, keys_of
from ieeelint.readers.latex.label_kinds import kind_of
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

AUTOREF = {
    blocks.FIGURE: "Figure",
    blocks.TABLE: "Table",
    blocks.EQUATION: "Equation",
    blocks.SECTION: "section",
    blocks.ALGORITHM_FLOAT: "Algorithm",
    blocks.LISTING: "Listing",
    blocks.THEOREM: "Theorem",
}
CLEVEREF = {
    blocks.FIGURE: ("fig.", "figs."),
    blocks.TABLE: ("table", "tables"),
    blocks.EQUATION: ("eq.", "eqs."),
    blocks.SECTION: ("section", "sections"),
    blocks.ALGORITHM_FLOAT: ("algorithm", "algorithms"),
    blocks.LISTING: ("listing", "listings"),
    blocks.THEOREM: ("theorem", "theorems"),
}
# Commands of cleveref, which take several keys; all others take one, perhaps with commas.
WITH_LISTS = frozenset(("cref", "Cref", "labelcref", "cpageref", "vref", "Vref"))
FULL = {"fig.": "figure", "figs.": "figures", "eq.": "equation", "eqs.": "equations"}


@command(*signatures.REFERENCES)
def reference(walker: Walker, name: str) -> None:
    """Any command that prints the number of a label."""
    start = walker.call_start()
    if name == "hyperref":
        option = walker.option()
        if option is None:
            return
        span = walker.call_span(start)
        walker.paper.cross_references.append(CrossReference(name, key_of(walker, option), span))
        return
    walker.option()
    group = walker.group()
    if group is None:
        return
    keys = (keys_of if name.rstrip("*") in WITH_LISTS else key_of)(walker, group)
    if name.lower() == "crefrange":
        second = walker.group()
        if second is not None:
            keys += key_of(walker, second)
    span = walker.call_span(start)
    entry = CrossReference(name, keys, span)
    walker.paper.cross_references.append(entry)
    entry.kind = kind_of(walker, keys[0][0]) if keys else blocks.UNKNOWN
    bare = name.rstrip("*")
    if bare in ("nameref",):
        walker.place(OBJECT, span, entry)
        return
    if bare in ("pageref", "cpageref", "vpageref", "autopageref"):
        entry.kind = "page"
    word = printed_word(walker, bare, entry.kind, len(keys) > 1)
    entry.printed = word
    parentheses = bare == "eqref" or (
        entry.kind == blocks.EQUATION and bare.lower() in ("cref", "labelcref", "crefrange")
    )
    entry.parentheses = parentheses
    if word:
        walker.add(word + "\u00a0", span)
    if parentheses:
        walker.add("(", span)
    walker.place(REF, span, entry)
    if parentheses:
        walker.add(")", span)


def printed_word(walker: Walker, name: str, kind: str, several: bool) -> str:
    """The word that the command prints before the number."""
    names = walker.names
    if name == "autoref":
        return names.autoref.get(kind, AUTOREF.get(kind, ""))
    if name.lower() not in ("cref", "crefrange", "vref", "fullref") or (
        name == "vref" and not _has_cleveref(walker)
    ):
        return ""
    if name[0] in "cC":
        same, other = names.cref, names.capital_cref
        if name[0] == "C":
            same, other = other, same
        if kind in same:
            return same[kind][several]
        if kind in other:  # cleveref derives the missing form from the other
            word = other[kind][several]
            first = word[:1].upper() if name[0] == "C" else word[:1].lower()
            return first + word[1:]
    if kind not in CLEVEREF:
        return ""
    word = CLEVEREF[kind][several]
    if name[0].isupper():
        return FULL.get(word, word).capitalize()
    if "noabbrev" in names.cleveref_options:
        word = FULL.get(word, word)
    return word.capitalize() if "capitali" in names.cleveref_options else word


def _has_cleveref(walker: Walker) -> bool:
    return "cleveref" in walker.view.packages


@command("crefname", "Crefname")
def crefname(walker: Walker, name: str) -> None:
    """``\\crefname{figure}{Fig.}{Figs.}``: the words that \\cref prints."""
    kind, singular, plural = (walker.string(walker.group()) for _ in range(3))
    if kind and kind not in ("subsection", "subsubsection", "subfigure"):
        words = singular.replace("~", "").strip(), plural.replace("~", "").strip()
        _words_of(walker, name)[kind] = words


@command("crefformat", "Crefformat", "crefrangeformat", "crefmultiformat")
def crefformat(walker: Walker, name: str) -> None:
    """``\\crefformat{equation}{(#2#1#3)}``: the word is the text before the parameters."""
    kind, words = walker.string(walker.group()), walker.string(walker.group())
    if kind and name.endswith("efformat"):
        word = words.split("#")[0].replace("~", " ").strip(" (")
        word = re.sub(r"\\[a-zA-Z]+|[{}]", "", word)
        _words_of(walker, name).setdefault(kind, (word, word))


def _words_of(walker: Walker, name: str) -> dict[str, tuple[str, str]]:
    """The words of ``\\cref``, or of ``\\Cref`` for a command with a capital letter."""
    return walker.names.capital_cref if name[0] == "C" else walker.names.cref
