"""The division of a typed reference: which of its characters are in a field, and which remain."""

from __future__ import annotations

from urllib.parse import unquote

from ieeelint.paper.reference_fields import fields_of, trimmed_doi
from ieeelint.paper.text import LINK, PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.printing.tex import bare_address, tex_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts, Range

MARKS = ' ,;:()[]“”"‘’\u00a0'  # around the remaining words
# Labels of fields, which a style prints again: before a field, and after one.
LABELS = (
    r"(?:\b(?:[Vv]ol|[Nn]o|pp?|ch|ser)\.|\b[Dd][Oo][Ii]\b:?|https?://(?:(?:dx|www)\.)?doi\.org/"
    r"|\barXiv:|\[Online\]\.?(?:\s{0,3}Available:)?|\bAvailable:|\bArt\.\sno\.)\s*\Z"
)
LABELS_AFTER = r"(?:st|nd|rd|th)\sed\b\.?"
DOI_ADDRESS = r"(?i:https?://(?:(?:dx|www)\.)?doi\.org/)(10\..+)"
NAMES_OF_LINKS = ("doi", "url", "link", "online")
WEB = ("http://", "https://", "ftp://")


class Division:
    """The fields of a reference in TeX; ``taken`` marks the characters already in one."""

    def __init__(self, paper: Paper, parts: Parts) -> None:
        self.paper = paper
        self.parts = parts
        self.plain = parts.plain
        self.detected = fields_of(parts)
        self.in_italics = (
            "container" in self.detected and self.detected["container"].place in parts.italics
        )
        self.taken = bytearray(parts.end + 1)
        self.fields: dict[str, str] = {}

    def take(self, name: str, place: Range) -> None:
        """Put a range into a field, in TeX, unless the field is already filled."""
        if name in self.fields:
            return
        start, end = place
        while start < end and self.plain[start] in " ,\u00a0":
            start += 1
        while start < end and self.plain[end - 1] in " ,\u00a0":
            end -= 1
        self.fields[name] = tex_of(self.paper, start, end, is_field=True).replace("~", " ")
        self.cover(place)

    def cover(self, place: Range) -> None:
        start, end = place[0], min(place[1], self.parts.end)
        self.taken[start:end] = b"\x01" * max(end - start, 0)

    def addresses(self) -> None:
        """Take the DOI, the number of a preprint, the URL, and the addresses of links."""
        for name in ("doi", "eprint"):
            if field := self.detected.get(name):
                self.fields[name] = field.words
                self.cover(field.place)
        url = self.detected.get("url")
        if url is not None:
            if not any(self.taken[url.place[0] : url.place[1]]):
                self.address(bare_address(self.paper, url.place))
            self.cover(url.place)
        self.links()

    def links(self, visible: bool = True) -> None:
        """Take the addresses of links; without ``visible``, only those that are not in the text."""
        for mark in self.paper.text.marks_of(LINK):
            if not self.parts.start <= mark.start < self.parts.end:
                continue
            words = self.plain[mark.start : mark.end].strip()
            match = pattern(DOI_ADDRESS).fullmatch(mark.data)
            shown = match[1] if match is not None else mark.data
            if visible or shown not in self.parts.words:
                self.address(mark.data)
            if words.lower() in NAMES_OF_LINKS or words and words in (shown, mark.data):
                self.cover((mark.start, mark.end))

    def address(self, address: str) -> None:
        """Put an address into the field for a DOI or a URL; into the note if that is filled."""
        match = pattern(DOI_ADDRESS).fullmatch(address)
        doi = trimmed_doi(unquote(match[1])) if match is not None else ""
        if doi and self.fields.setdefault("doi", doi) == doi:
            return
        if address.lower().startswith(WEB) and self.fields.setdefault("url", address) == address:
            return
        note = self.fields.get("note", "")
        link = f"\\url{{{address}}}"
        if link not in note:
            self.fields["note"] = f"{note}, {link}" if note else link

    def labels(self) -> None:
        """Cover the labels of the fields that were taken."""
        at = self.parts.start
        while at < self.parts.end:
            if not self.taken[at]:
                at += 1
                continue
            before = pattern(LABELS).search(self.plain, max(self.parts.start, at - 30), at)
            while at < self.parts.end and self.taken[at]:
                at += 1
            if before is not None:
                self.cover(before.span())
            if after := pattern(LABELS_AFTER).match(self.plain, at, self.parts.end):
                self.cover(after.span())

    def rest(self) -> str:
        """The words that are not in a field yet, in TeX."""
        pieces: list[str] = []
        at = self.parts.start
        while at < self.parts.end:
            end = at
            while end < self.parts.end and not self.taken[end]:
                end += 1
            text = self.plain[at:end]
            bare = text.rstrip(MARKS).lstrip(MARKS + ".")
            if end == self.parts.end or not pattern(r"\b\w{1,4}\.$").search(bare):
                bare = bare.rstrip(".")
            if pattern(rf"[^\W_]|[{PLACEHOLDERS}]").search(bare):
                start = at + text.index(bare)
                words = tex_of(self.paper, start, start + len(bare), is_field=True).replace(
                    "~", " "
                )
                pieces.append(pattern(r"(?<=\d)\u2009(?=\d)").sub("", words))
            at = end + 1
        return ", ".join(pieces)
