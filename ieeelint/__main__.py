"""``python -m ieeelint``, and the console script."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def run() -> None:
    """Run the command line and end the process with its exit status.

    Objects live until the end of a check, so collecting or freeing them would
    only cost time.
    """
    gc.disable()
    try:
        from ieeelint.cli import main

        status = main()
    except KeyboardInterrupt:  # before the command line is loaded
        status = 130
    if (patterns := sys.modules.get("ieeelint.patterns")) is not None:
        patterns.save()
    for stream in (sys.stdout, sys.stderr):
        # it may be closed: by the shell, by its reader, or by the server
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
