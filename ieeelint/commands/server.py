"""``ieeelint server``: the language server, over standard input and output."""

from __future__ import annotations

import sys

from ieeelint.cli import CLEAN
from ieeelint.settings import SettingsError
from ieeelint.terminal import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Serve until the editor closes it.  Raises SettingsError if pygls is not installed."""
    try:
        from ieeelint.server.app import server
    except ImportError:
        raise SettingsError(
            'the server needs pygls; install it with: pip install "pygls>=2"'
        ) from None
    if sys.stdin is None:
        raise SettingsError("standard input is closed; an editor must start the server")
    if sys.stdin.isatty():
        log("waiting for an editor, which normally starts this; press Ctrl-C to stop")
    server.start_io()
    return CLEAN
