"""Letters to the reviewers in a draft, which are not part of the paper."""

from __future__ import annotations

from re import IGNORECASE

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.model import Paper

LETTER = (
    r"\s*(?:(?:response|repl(?:y|ies)|answers?|rebuttal)\s(?:letter\s)?to\s(?:the\s)?"
    r"(?:reviewers?|referees?|reviews|editors?|associate\seditor|(?:reviewers?|referees?)[’']?\s)"
    r"|(?:response|rebuttal)\sletter\b)"
)


def letters(paper: Paper) -> Iterator[tuple[Heading, Span]]:
    """The heading of each letter with its source: to the next section, the references, or the end
    of the file.
    """
    match = pattern(LETTER, IGNORECASE).match
    headings = [heading for heading in paper.headings if heading.level == 1]
    for number, heading in enumerate(headings):
        if match(heading.plain) is None:
            continue
        source, start = heading.span.source, heading.span.start
        ends = [other.span for other in headings[number + 1 :] if match(other.plain) is None]
        ends += [reference.span for reference in paper.references]
        places = [span.start for span in ends if span.source is source and span.start > start]
        yield heading, Span(source, start, min(places, default=len(source.text)))
