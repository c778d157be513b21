"""The start of ieeelint.pyz: unpacks it once into the cache folder of the user, and runs it there.

Unpacked modules start faster, and templates and new processes need files.  Old versions of Python
must be able to read this module, so that they can say that they are too old.
"""

import os
import sys

NEWEST_NEEDED = (3, 11)
MARK = "development"  # tools/one_file.py writes the digest of the contents here
ARCHIVE = os.path.dirname(os.path.abspath(__file__))


def cache_folder() -> str:
    """The folder for programs of this kind; ieeelint/cache.py has the same rules."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        base = os.path.join(home, ".cache")
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        elif sys.platform == "darwin":
            base = os.path.join(home, "Library", "Caches")
    return os.path.join(base, "ieeelint", "programs")


def unpack(folder: str) -> None:
    """Unpack the archive into a new folder next to ``folder``, then give it this name at once, so
    that another process never sees half of it.
    """
    import shutil
    import tempfile
    import zipfile

    os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
    place = tempfile.mkdtemp(dir=os.path.dirname(folder))
    try:
        with zipfile.ZipFile(ARCHIVE) as archive:
            archive.extractall(place)
        os.rename(place, folder)
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        if not os.path.isdir(folder):  # no other process was faster
            raise


def run_once() -> int:
    """Run from a folder that is then deleted; returns the exit status."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "ieeelint")
        unpack(folder)
        code = "import sys; sys.path[0] = sys.argv.pop(1); from ieeelint.__main__ import run; run()"
        return subprocess.call([sys.executable, "-c", code, folder] + sys.argv[1:])


def main() -> None:
    """Run ieeelint with the arguments of this process."""
    if sys.version_info < NEWEST_NEEDED:
        message = "ieeelint: needs Python 3.11 or later; this is Python %d.%d\n"
        sys.stderr.write(message % sys.version_info[:2])
        sys.exit(2)
    folder = os.path.join(cache_folder(), MARK)
    try:
        if not os.path.isdir(folder):
            unpack(folder)
    except OSError:  # there is no home, or it cannot be written
        sys.exit(run_once())
    sys.path[0] = folder
    from ieeelint.__main__ import run

    run()


if __name__ == "__main__":
    main()
