"""Text of a LaTeX draft that is not printed: comments, skipped code, and what follows its end."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.views.draft import Draft

SKIPPED = ("\\iffalse", "\\begin{comment}")
# An author block that somebody commented out.
BLOCK = (
    r"\\(?:author|IEEEauthorblock[NA]|thanks|affil|email)\s*(?:\[[^\]]*\])?"
    r"\{([^{}\\]*[A-Za-z]{2}[^{}\\]*)"
)
# The people in the comments of IEEE's own templates.
SAMPLES = (
    r"(?i:Shell|Simpson|Montgomery|Kirk\b|Jane\sDoe|John\sDoe|Given\sName|Anonymous|Author|Name\b"
    r"|Manuscript\sreceived|@ieee\.org)"
)


def hidden_text(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Comments, code that TeX skips, and what follows the end of the document."""
    latex = draft.latex
    if latex is None:
        return
    for source in draft.paper.sources:
        tokens = latex.tokens_of(source)
        if tokens is None:
            continue
        for token, start in zip(tokens.tokens, tokens.starts, strict=False):
            if token[0] == "%" or token.startswith(SKIPPED):
                yield Span(source, start, start + len(token.rstrip("\r\n"))), token
    for command in latex.commands("end"):
        if command.argument() == "document":
            source = command.span.source
            rest = source.text[command.span.end :]
            if rest.strip():
                yield Span(source, command.span.end, len(source.text)), rest


def hidden_authors(draft: Draft) -> list[str]:
    """What author blocks that somebody commented out say, without those of templates."""
    return [
        match[1]
        for _, words in hidden_text(draft)
        for match in pattern(BLOCK).finditer(words)
        if not pattern(SAMPLES).search(match[1])
    ]
