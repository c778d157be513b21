"""``ieeelint cache``: show or remove the results of earlier checks."""

from __future__ import annotations

from ieeelint.cache import Cache, folder
from ieeelint.cli import CLEAN
from ieeelint.phrases import plural
from ieeelint.terminal import put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Show where the results are and how many bytes they have, or remove them."""
    cache = Cache(folder())
    if options.action == "clean":
        count, size = cache.prune(most=0)
        put(f"{cache.folder}: {plural(count, 'result')} removed, {_megabytes(size)}\n")
    else:
        count, size = cache.size()
        put(f"{cache.folder}: {plural(count, 'result')}, {_megabytes(size)}\n")
    return CLEAN


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
