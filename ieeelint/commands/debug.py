"""``ieeelint debug``: a draft as the rules see it, its text or the roles of its paragraphs."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.output.debug import write
from ieeelint.output.debug_roles import write_roles
from ieeelint.readers import ReadError, find_root, read
from ieeelint.terminal import put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print the passages of the paper with their marks, or the roles of its paragraphs."""
    try:
        draft = read(find_root(options.path))
    except ReadError as error:
        raise UsageError(str(error)) from None
    if options.what == "text":
        put(write(draft.paper))
    elif draft.word is None:
        raise UsageError(f"{options.path} is not a Word draft; only their paragraphs have roles")
    else:
        put(write_roles(draft.word))
    return 0
