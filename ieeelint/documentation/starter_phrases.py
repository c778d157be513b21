"""The placeholders of the starters in ``templates/``, as phrases that the TPL rules search for.

They are read from the starters themselves, so that ``ieeelint init`` writes no placeholder that
``ieeelint check`` does not report.
"""

from __future__ import annotations

import re

from ieeelint.paper.source import Source
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.paper.zones import AUTHOR, BIOGRAPHY, CAPTION, CELL, HEADING, THANKS
from ieeelint.readers.bibtex import parse
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document
from ieeelint.rules.support.template_phrases import WORDS, folded
from ieeelint.starters.project import KINDS, latex_files, word_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper

MOST_WORDS = 8  # the beginning of a sentence suffices
FEWEST_WORDS = 5
SENTENCES = WORDS - {CAPTION, CELL, HEADING}
NAME = re.compile(r"(?:[A-Z]\w+ of )?Your [A-Z]\w+|\byour\.\S+@[\w.]+\w")
PIECE_END = re.compile(rf"[{PLACEHOLDERS}[]|(?<=\.)\s")


def starter_phrases() -> dict[str, list[str]]:
    """The placeholders by kind, folded: ``sentences``, ``names``, ``captions``, ``references``."""
    phrases: dict[str, dict[str, None]] = {
        kind: {} for kind in ("sentences", "names", "captions", "references")
    }
    for kind, phrase in _phrases():
        phrases[kind][folded(phrase)] = None
    return {kind: list(found) for kind, found in phrases.items()}


def _phrases() -> Iterator[tuple[str, str]]:
    """The kind and the words of each placeholder in all starters."""
    for kind in KINDS:
        files = latex_files("paper", kind, "letter")
        yield from _of_paper(read("paper.tex", text=files["paper.tex"].decode()).paper)
        for entry in parse(Source("references.bib", files["references.bib"].decode())).entries:
            yield "references", entry.value("title")
        word = word_files("paper", kind, "letter")["paper.docx"]
        yield from _of_paper(read_document("paper.docx", word).paper)


def _of_paper(paper: Paper) -> Iterator[tuple[str, str]]:
    for passage in paper.passages:
        if passage.zone == CAPTION:
            yield "captions", passage.plain.strip().rstrip(".")
        elif passage.zone in (AUTHOR, THANKS, BIOGRAPHY):
            yield from (("names", name) for name in NAME.findall(passage.plain))
        if passage.zone in SENTENCES:
            for sentence in PIECE_END.split(passage.plain):
                words = sentence.split()
                if len(words) < FEWEST_WORDS or not words[0][0].isupper():
                    continue  # it may be the author's own
                if passage.zone not in (THANKS, BIOGRAPHY) or not NAME.search(sentence):
                    yield "sentences", " ".join(words[:MOST_WORDS]).rstrip(".,:")
