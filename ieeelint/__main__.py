"""``python -m ieeelint``."""

from ieeelint.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
