"""A printed list in each output format."""

from __future__ import annotations

from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.printing.words import Run, plain, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Entry
    from ieeelint.paper.reference_parts import Parts

# As the .bst has them, but without the package url, an address with & or % does not stop LaTeX.
HEAD = (
    "\\providecommand{\\url}{\\begingroup\\catcode`\\%=12\\catcode`\\&=12\\catcode`\\#=12\\catcode`\\_=12%\n"
    "  \\catcode`\\~=12\\catcode`\\^=12\\BIBaddress}\n"
    "\\providecommand{\\BIBaddress}[1]{\\texttt{#1}\\endgroup}\n"
    "\\providecommand{\\BIBforeignlanguage}[2]{#2}\n"
)


class Item:
    """One reference: its key, its TeX, and its location (``refs.bib:12``).

    ``entry`` is that of a database; ``parts`` those of a typed reference.
    """

    __slots__ = ("key", "tex", "source", "entry", "parts")

    def __init__(
        self,
        key: str,
        tex: str,
        source: str,
        entry: Entry | None = None,
        parts: Parts | None = None,
    ) -> None:
        self.key = key
        self.tex = tex
        self.source = source
        self.entry = entry
        self.parts = parts


def text(items: list[Item], show_source: bool) -> str:
    """One paragraph for each reference, starting with its number in brackets."""
    lines = []
    for number, item in enumerate(items, 1):
        lines.append(f"[{number}] {plain(item.tex)}\n")
        if show_source:
            lines.append(f"    {item.source} {item.key}\n")
    return "".join(lines)


def bibitem(items: list[Item], show_source: bool) -> str:
    """One ``\\bibitem`` for each, without the list around them."""
    parts = []
    for item in items:
        if show_source:
            parts.append(f"% {item.source}\n")
        parts.append(f"\\bibitem{{{item.key}}}\n{item.tex}\n\n")
    return "".join(parts)


def latex(items: list[Item], show_source: bool) -> str:
    """The whole ``thebibliography``."""
    longest = str(len(items))
    return (
        f"\\begin{{thebibliography}}{{{longest}}}\n{HEAD}\n{bibitem(items, show_source)}"
        f"\\end{{thebibliography}}\n"
    )


def markdown(items: list[Item], show_source: bool) -> str:
    """A numbered list."""
    lines = []
    for number, item in enumerate(items, 1):
        lines.append(
            f"{number}. {in_markdown(item)}" + (f" ({item.source})" if show_source else "") + "\n"
        )
    return "".join(lines)


def in_markdown(item: Item) -> str:
    """One reference."""
    return "".join(_in_markdown(run) for run in runs(item.tex)).replace("\u00a0", " ")


def _in_markdown(run: Run) -> str:
    if run.link:
        return f"<{run.text}>"
    words = run.text
    for sign in "\\`*_[]<>#|":
        words = words.replace(sign, "\\" + sign)
    bare = words.strip()
    if run.italic and bare:
        start = words.index(bare)
        return f"{words[:start]}*{bare}*{words[start + len(bare) :]}"
    return words


def word(items: list[Item]) -> bytes:
    """A Word file with the list in the style ``references``, which numbers it."""
    from ieeelint.starters.word import document

    lines = ["[heading 5] References"]
    lines += [
        "[references] " + "".join(_in_sketch(run) for run in runs(item.tex)) for item in items
    ]
    return document("\n".join(lines) + "\n")


def _in_sketch(run: Run) -> str:
    words = pattern(UNPRINTABLE).sub("\ufffd", run.text)
    words = " ".join(words.split("\n")).replace("\r", " ")  # a line is a paragraph
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<i>{words}</i>" if run.italic else words
