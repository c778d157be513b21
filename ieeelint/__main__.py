"""``python -m ieeelint``, and the console script."""

from __future__ import annotations

import gc
import os
import sys


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
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # the reader of the output, or the server, has closed it
        pass
    os._exit(status)


if __name__ == "__main__":
    run()
