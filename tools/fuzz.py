"""Looks for inputs on which ieeelint fails, with Atheris, which prefers those that run new code.

    python -m tools.fuzz latex [--minutes 60] [--folder fuzz] [--log FILE]

feeds one target of tools/fuzz_targets.py: ``latex``, ``word``, ``bibtex``, ``settings``, or
``specification``.  The inputs that reach new code are kept in the folder, so that the next run
continues there; an input that fails is written to ``fuzz/failures/latex``, one for each place in
the code, with its traceback.  An input that takes more than 20 s, or 2 GB, ends the run; libFuzzer
writes it to the same folder.  ``--log`` adds a line with what was done to a file.  The exit status
is 1 if an input failed.  It needs Atheris: pip install atheris
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tools.progress import show

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 20  # for one input
MEGABYTES = 2000
LONGEST = 20_000  # bytes of an input
NAMES = ("latex", "word", "bibtex", "settings", "specification")


def main(words: Sequence[str]) -> int:
    """Fuzz one target; returns the exit status."""
    options = _options(words)
    folder = Path(options.folder)
    inputs, failures = folder / options.target, folder / "failures" / options.target
    for one in (inputs, failures):
        one.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "tools.fuzz",
        options.target,
        "--folder",
        str(folder),
        "--here",
    ]
    start = time.monotonic()
    before = set(failures.iterdir())
    flags = [f"-max_total_time={round(options.minutes * 60)}", f"-timeout={SECONDS}"]
    flags += [f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}", f"-artifact_prefix={failures}/"]
    # in a separate process, which libFuzzer ends without a word to Python
    status = subprocess.run([*command, *flags, str(inputs)], cwd=ROOT, check=False).returncode
    found = sorted(set(failures.iterdir()) - before)
    minutes = (time.monotonic() - start) / 60
    if options.log:
        _add_to_log(Path(options.log), options.target, minutes, len(list(inputs.iterdir())), found)
    for path in found:
        print(path)
    if status and not found:
        print(f"The fuzzer ended early, with status {status}.", file=sys.stderr)
    return int(bool(found) or status != 0)


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz")
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--folder", default="fuzz")
    parser.add_argument("--log", default="")
    return parser.parse_args(words)


def _add_to_log(log: Path, target: str, minutes: float, kept: int, found: Sequence[Path]) -> None:
    commit = subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    names = {path.stem for path in found}
    line = (
        f"{datetime.now(UTC):%Y-%m-%d}\t{commit}\t{target}\t{minutes:.0f}\t{kept}\t{len(names)}\n"
    )
    heads = "date\tcommit\ttarget\tminutes\tinputs that ran new code\tfailures\n"
    text = log.read_text(encoding="utf-8") if log.exists() else heads
    log.write_text(text + line, encoding="utf-8")


def feed(name: str, folder: Path, flags: Sequence[str]) -> None:
    """Let libFuzzer feed a target; does not return."""
    try:
        import atheris
    except ImportError:
        sys.exit("Atheris is missing. Install it with: pip install atheris")

    os.environ["IEEELINT_RAISE"] = "1"  # a rule that fails raises its exception
    with atheris.instrument_imports(include=["ieeelint"]):
        from tools.fuzz_targets import EXPECTED, TARGETS

        target = TARGETS[name]
        for seed in target.seeds():
            path = folder / name / hashlib.sha1(seed).hexdigest()
            if not path.exists():
                path.write_bytes(seed)
        if target.words:  # libFuzzer takes an empty file for a mistake
            dictionary = folder / f"{name}.words"
            words = (word.replace("\\", "\\\\").replace('"', '\\"') for word in target.words)
            dictionary.write_text("".join(f'"{word}"\n' for word in words), encoding="utf-8")
            flags = [f"-dict={dictionary}", *flags]
        runs = 0

        def one_input(data: bytes) -> None:
            nonlocal runs
            runs += 1
            show(f"{name}: {runs} inputs")
            try:
                target.check(data)
            except EXPECTED:
                pass
            except Exception as error:
                _note(error, data, folder / "failures" / name)

        atheris.Setup([sys.argv[0], "-verbosity=0", *flags], one_input)
        atheris.Fuzz()


def _note(error: Exception, data: bytes, folder: Path) -> None:
    """Keep an input that failed, unless another one failed at the same place."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((one for one in reversed(frames) if "ieeelint" in one.filename), frames[-1])
    name = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
    if not (folder / f"{name}.txt").exists():
        (folder / f"{name}.input").write_bytes(data)
        (folder / f"{name}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")


if __name__ == "__main__":
    if "--here" in sys.argv:
        at = sys.argv.index("--here")
        asked = _options(sys.argv[1:at])
        feed(asked.target, Path(asked.folder), sys.argv[at + 1 :])
    sys.exit(main(sys.argv[1:]))
