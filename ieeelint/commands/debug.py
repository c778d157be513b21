"""``ieeelint debug text``: the text of a draft as the rules see it."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.output.debug import write
from ieeelint.output.terminal import put
from ieeelint.readers import ReadError, find_root, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print the passages of the paper with their marks."""
    try:
        paper = read(find_root(options.path)).paper
    except ReadError as error:
        raise UsageError(str(error)) from None
    put(write(paper))
    return 0
