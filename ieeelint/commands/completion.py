"""``ieeelint completion``: print the completion script of a shell."""

from __future__ import annotations

from ieeelint.cli import CLEAN
from ieeelint.command_table import COMMANDS
from ieeelint.completion import script
from ieeelint.terminal import put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print the script for the shell."""
    put(script(options.shell, COMMANDS))
    return CLEAN
