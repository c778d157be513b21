"""Recognizes sentences of IEEE's templates by fingerprints, so that no sentence is stored here.

The table ``template_prints`` has the fingerprints of every template; ``tools/template_prints.py``
makes it from template files.
"""

from __future__ import annotations

from binascii import crc32

from ieeelint.paper.zones import (
    ABSTRACT,
    ACKNOWLEDGMENT,
    CAPTION,
    FOOTNOTE,
    PROSE,
    REFERENCE,
)
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.text import Text

WORD = r"[^\W\d_]+"
LEAST = 5  # words of a sentence that has a fingerprint; shorter ones are everybody's
MOST = 7  # words that a fingerprint covers
NEAR, FAR = 60, 120  # characters that contain these words, mostly and nearly always
# A draft with so many sentences of a template, and so large a share, is a template that nobody has
# filled in.
MANY = 8
NEARLY_ALL = 0.8
MOST_OWN = 14  # sentences of the author's own; with more of them, the paper is begun
# So many sentences show that the draft was written into the template.
CLEARLY = 3
GUIDANCE = frozenset({ABSTRACT, PROSE, ACKNOWLEDGMENT, FOOTNOTE})
ZONES = GUIDANCE | {CAPTION, REFERENCE}  # biographies and headings of papers are too much alike


class TemplateText:
    """The sentences of a draft that are a template's: starts and ends, in order.

    ``guidance`` is text, ``captions`` and ``references`` are samples.  ``number`` of all ``total``
    sentences in these places are the template's.  ``template`` names the template that most of
    them are from; it is empty unless there are several.
    """

    def __init__(self, context: Context) -> None:
        self.guidance: list[tuple[int, int]] = []
        self.captions: list[tuple[int, int]] = []
        self.references: list[tuple[int, int]] = []
        self.total = 0
        templates = context.vocabulary["template_prints"]["templates"]
        known = frozenset().union(*[template["prints"] for template in templates])
        found: list[str] = []
        samples = {CAPTION: self.captions, REFERENCE: self.references}
        for zone, start, end, mark in fingerprints(context):
            self.total += 1
            if mark in known:
                found.append(mark)
                samples.get(zone, self.guidance).append((start, end))
        self.number = len(found)
        self.starts = frozenset(start for start, _ in self.guidance)
        if self.number < CLEARLY:  # a paper may cite one of the sample references
            self.references = []
        self.template = ""
        if self.number >= CLEARLY:
            best = max(templates, key=lambda template: len(set(found) & set(template["prints"])))
            self.template = best["name"]

    @property
    def is_unfilled(self) -> bool:
        """True if hardly anything but the template is in the draft."""
        return self.number >= max(MANY, NEARLY_ALL * self.total, self.total - MOST_OWN)


_last: tuple[Text | None, TemplateText | None] = (None, None)


def template_text(context: Context) -> TemplateText:
    """The template's sentences in a draft; cached for the next rule."""
    global _last
    text, found = _last
    if found is None or text is not context.paper.text:
        found = TemplateText(context)
        _last = context.paper.text, found
    return found


def fingerprints(context: Context) -> Iterator[tuple[str, int, int, str]]:
    """Zone, start, end and fingerprint of each sentence with enough words.

    In the reference list an entry is one sentence.
    """
    paper = context.paper
    plain = paper.text.plain
    find = pattern(WORD).findall
    for passage in paper.passages:
        if passage.zone not in ZONES:
            continue
        sentences: Iterable[tuple[int, int]] = [(passage.start, passage.end)]
        if passage.zone != REFERENCE:
            sentences = context.index.sentences(passage)
        for start, end in sentences:
            words = find(plain, start, min(end, start + NEAR))
            if len(words) <= MOST:  # the last one may be cut off
                words = find(plain, start, min(end, start + FAR))
            if len(words) >= LEAST:
                yield passage.zone, start, end, fingerprint(words[:MOST])


def fingerprint(words: list[str]) -> str:
    """The fingerprint of the first words of a sentence."""
    content = " ".join(words).lower().encode()
    return f"{crc32(content):08x}{crc32(content[::-1]) & 0xFFFF:04x}"
