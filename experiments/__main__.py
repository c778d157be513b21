"""``python -m experiments``: the command line of the benchmark."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command; report a user's error in one line, without a traceback."""
    from experiments.errors import ExperimentError

    try:
        from experiments.commands import run_command

        return run_command(sys.argv[1:])
    except ExperimentError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("torch", "numpy", "sklearn"):
            raise
        print(
            f"error: {error.name} is not installed: pip install -e '.[experiments]'",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        print("Stopped immediately. The rows written before are safe.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
