"""Hashes a result file and counts its newlines, in a thread if the file is long."""

from __future__ import annotations

from ieeelint.report.sources.result_files import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Thread

    from ieeelint.report.adapters.source import Source

WORTH_A_THREAD = 4_000_000  # bytes
BLOCK = 1 << 20
RARE = b'\r\x01"'  # bytes that decide which reader supports a file


class Scan:
    """One pass over a file, in a separate thread if it is long.

    ``lines`` counts the newlines, ``rare`` has the bytes of RARE that the file contains, and
    ``last`` is the last byte.  They are set after :meth:`wait` has returned, for a file, not a
    folder.
    """

    def __init__(self, source: Source) -> None:
        self.lines = 0
        self.rare: set[int] = set()
        self.last = b""
        self.source = source
        self._sha256 = ""
        self._error: OSError | None = None
        self._thread: Thread | None = None
        if source.path.is_file() and source.path.stat().st_size > WORTH_A_THREAD:
            from threading import Thread

            self._thread = Thread(target=self._pass, daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait for the end of the pass.  Raises ReportError if the file cannot be read."""
        if self._thread is not None:
            self._thread.join()
        elif not self._sha256:
            self._pass()
        if self._error is not None:
            raise self.source.error(f"cannot be read: {self._error.strerror}.")

    def sha256(self) -> str:
        """SHA-256 of the file or folder; see ``digest``."""
        if not self.source.path.is_file():
            return digest(self.source)
        self.wait()
        return self._sha256

    def _pass(self) -> None:
        from hashlib import sha256

        sum_ = sha256()
        try:
            with open(self.source.path, "rb") as stream:
                while block := stream.read(BLOCK):
                    sum_.update(block)
                    self.lines += block.count(b"\n")
                    self.rare.update(
                        byte for byte in RARE if byte not in self.rare and byte in block
                    )
                    self.last = block[-1:]
        except OSError as error:
            self._error = error
        self._sha256 = sum_.hexdigest()
