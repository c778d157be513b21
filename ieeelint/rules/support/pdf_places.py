"""Where findings about a PDF file are: at the page, or where the source includes a picture."""

from __future__ import annotations

import os

from ieeelint.phrases import series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.context import Context
    from ieeelint.paper.source import Span

MOST_PAGES = 4  # that are named


def place_of_figure(context: Context, figure: str, pages: Iterable[int]) -> Span:
    """Where the LaTeX source includes a picture; without a source, the first page that has it."""
    if figure and context.latex is not None:
        from ieeelint.views.pictures import pictures

        stem = _stem(figure)
        for name, span in pictures(context.paper, context.latex):
            if stem == _stem(name) or stem.endswith("/" + _stem(name)):
                return span
    assert context.pdf is not None
    return context.pdf.page(min(pages)).span


def _stem(name: str) -> str:
    """A file name without its ending and without a leading ``./``."""
    stem = os.path.splitext(name.replace("\\", "/"))[0]
    return stem.removeprefix("./").removesuffix("-eps-converted-to").lower()


def pages_in_words(pages: Iterable[int]) -> str:
    """``page 3``, ``pages 2 and 5``, or ``12 pages, the first is page 2``."""
    numbers = sorted(pages)
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    if len(numbers) <= MOST_PAGES:
        return f"pages {series([str(number) for number in numbers])}"
    return f"{len(numbers)} pages, first on page {numbers[0]}"
