"""``python -m ieeelint``, and the console script."""

from __future__ import annotations


def run() -> int:
    """Run the command line; an interrupt while it still loads is one as well."""
    try:
        from ieeelint.cli import main

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(run())
