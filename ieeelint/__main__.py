"""``python -m ieeelint``, and the console script."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Run the command line and end the process with its exit status.

    Objects live to the end of a check, so neither collecting nor freeing them
    is worth its time.
    """
    gc.disable()
    try:
        from ieeelint.cli import main

        status = main()
    except KeyboardInterrupt:  # while the command line still loads
        status = 130
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read it is gone
        pass
    os._exit(status)


if __name__ == "__main__":
    run()
