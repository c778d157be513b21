"""Where a suppression comment above a line is a comment, and changes nothing that prints."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft

# What gives the percent sign another meaning, in the text or in a macro.
OTHER_PERCENT = (
    r"\\catcode\s*(?:`\s*\\?%|37(?![0-9])|\"25(?![0-9A-F])|'45(?![0-7]))|\\@?makeother\s*\\?%"
    r"|\\dospecials(?![a-zA-Z@])|\\@sanitize(?![a-zA-Z@])"
)


class CommentPlaces:
    """The lines of one LaTeX draft that may get a comment above them."""

    def __init__(self, draft: Draft) -> None:
        self._latex = draft.latex
        self._tokens: dict[int, tuple[list[str], list[int]] | None] = {}
        texts = [source.text for source in draft.paper.sources]
        if draft.latex is not None:
            texts += [definition.body for definition in draft.latex.definitions.values()]
        self._has_other_percent = any(_has_other_percent(text) for text in texts)

    def allow(self, finding: Finding) -> bool:
        """True if a comment above the line suppresses the finding: not in a .bib file, in verbatim
        text or in a draft that changes the meaning of the percent sign.
        """
        source = finding.span.source
        if not finding.rule.suppressible or source.is_word or self._has_other_percent:
            return False
        tokens = self._tokens_of(source)
        if tokens is None:
            return False
        words, starts = tokens
        offset = finding.span.start - (source.locate(finding.span.start)[1] - 1)
        at = max(bisect_right(starts, offset) - 1, 0)
        token = words[at] if at < len(words) else ""
        is_inside = starts[at] < offset < starts[at] + len(token)
        return not is_inside or token[0] in "\r\n"

    def _tokens_of(self, source: Source) -> tuple[list[str], list[int]] | None:
        """The tokens of a source, and where they start; None if it was not read as LaTeX."""
        key = id(source)
        if key not in self._tokens:
            tokens = self._latex.tokens_of(source) if self._latex is not None else None
            self._tokens[key] = (tokens.tokens, tokens.starts) if tokens is not None else None
        return self._tokens[key]


def _has_other_percent(text: str) -> bool:
    if "catcode" not in text and "makeother" not in text and "sanitize" not in text:
        if "dospecials" not in text:
            return False
    return pattern(OTHER_PERCENT).search(text) is not None
