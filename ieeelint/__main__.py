"""``python -m ieeelint``, and the console script."""

from __future__ import annotations

import gc


def run() -> int:
    """Run the command line; gives the exit status.

    Objects live to the end of a check, so collecting them is only time lost,
    here and when the interpreter ends.
    """
    gc.disable()
    try:
        from ieeelint.cli import main

        status = main()
    except KeyboardInterrupt:  # while the command line still loads
        status = 130
    gc.freeze()
    return status


if __name__ == "__main__":
    raise SystemExit(run())
