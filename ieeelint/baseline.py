"""What was known before: a file of findings that a check leaves out, so that only new ones are
told.

A finding is known by its file (relative to the baseline's folder), its rule
and its words, so that lines may move.  Where the same words break the same
rule several times, the number of times counts.
"""

from __future__ import annotations

import os

from ieeelint.fingerprints import key
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.finding import Finding

    Key = tuple[str, str, str]

VERSION = 1
FIELDS = ("path", "code", "words", "count")


class Baseline:
    """The known findings, and how often each was ``seen`` by the checks since."""

    def __init__(self, path: str, counts: dict[Key, int] | None = None) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.counts: dict[Key, int] = counts or {}
        self.seen: dict[Key, int] = {}
        self.paths: set[str] = set()  # of files that were checked, links resolved
        self.codes: set[str] = set()  # of rules that ran
        self.left_out = 0
        self._last: tuple[dict[Key, int], int] = {}, 0

    def new(self, findings: list[Finding]) -> list[Finding]:
        """The findings of one paper that are not known; of equal ones the last."""
        kept = []
        found: dict[Key, int] = {}
        for finding in findings:
            one = key(finding, self.folder)
            found[one] = found.get(one, 0) + 1
            if found[one] > self.counts.get(one, 0):
                kept.append(finding)
        self._last = found, len(findings) - len(kept)
        return kept

    def settle(self, paths: Iterable[str], codes: Iterable[str]) -> None:
        """Count what the last :meth:`new` saw, once the paper of these files is mended and done."""
        found, left_out = self._last
        for one, number in found.items():
            self.seen[one] = max(number, self.seen.get(one, 0))
        self.left_out += left_out
        self.paths.update(map(os.path.realpath, paths))
        self.codes.update(codes)

    def shrink(self) -> int:
        """Forget what is gone from files that were checked, or that do not exist any more; says
        how many.
        """
        before = sum(self.counts.values())
        kept = {}
        for one, count in self.counts.items():
            path = os.path.realpath(os.path.join(self.folder, one[0]))
            if (path in self.paths and one[1] in self.codes) or not os.path.exists(path):
                count = min(count, self.seen.get(one, 0))
            if count:
                kept[one] = count
        self.counts = kept
        return before - sum(kept.values())

    def text(self) -> str:
        """The file's content: one finding a line, in order, so that it merges well."""
        import json

        lines = [
            json.dumps(dict(zip(FIELDS, (*one, count), strict=True)), ensure_ascii=False)
            for one, count in sorted(self.counts.items())
        ]
        inside = ",\n".join(f"  {line}" for line in lines)
        return f'{{\n "version": {VERSION},\n "findings": [\n{inside}\n ]\n}}\n'


def baseline_of(path: str, findings: list[Finding]) -> Baseline:
    """A new baseline that knows all of the findings."""
    fresh = Baseline(path)
    for finding in findings:
        one = key(finding, fresh.folder)
        fresh.counts[one] = fresh.counts.get(one, 0) + 1
    return fresh


def load(path: str) -> Baseline:
    """Read a baseline.  Raises SettingsError with what is wrong and what to do."""
    import json

    again = "write it again with --write-baseline"
    try:
        with open(path, encoding="utf-8-sig") as file:
            content = json.load(file)
    except OSError as error:
        hint = "; --write-baseline makes one" if isinstance(error, FileNotFoundError) else ""
        raise SettingsError(f"{path}: cannot be read: {error.strerror}{hint}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: is no baseline ({error}); {again}") from None
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise SettingsError(f"{path}: is no baseline; {again}")
    version = content.get("version")
    if version != VERSION:
        raise SettingsError(
            f"{path}: has version {version}, this ieeelint reads {VERSION}; {again}"
        )
    counts: dict[Key, int] = {}
    for number, row in enumerate(content["findings"], 1):
        try:
            name, code, words, count = [row[field] for field in FIELDS]
        except (TypeError, KeyError):
            raise SettingsError(f"{path}: finding {number} lacks a field; {again}") from None
        if not isinstance(count, int) or not all(
            isinstance(one, str) for one in (name, code, words)
        ):
            raise SettingsError(f"{path}: finding {number} has a field of the wrong kind; {again}")
        counts[name, code, words] = counts.get((name, code, words), 0) + count
    return Baseline(path, counts)
