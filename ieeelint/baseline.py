"""Baselines: a file of findings that later checks leave out, so that they report only new ones.

A finding in a baseline is identified by its file (relative to the baseline's
folder), its rule and its words, so lines may move.  If the same words break the
same rule several times, the number of times counts.
"""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.fingerprints import key
from ieeelint.inputs import InputError, text_of
from ieeelint.selection import is_mandatory
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.finding import Finding
    from ieeelint.settings import Settings

    Key = tuple[str, str, str]

VERSION = 1
FIELDS = ("path", "code", "words", "count")


class Baseline:
    """The findings in a baseline, and how often this check has ``seen`` each."""

    def __init__(self, path: str, counts: dict[Key, int] | None = None) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.counts: dict[Key, int] = counts or {}
        self.seen: dict[Key, int] = {}
        self.paths: set[str] = set()  # real paths of the files that were checked
        self.codes: set[str] = set()  # of rules that ran
        self.left_out = 0
        self.mandatory: set[str] = set()  # codes of findings that are in it, and reported
        self._last: tuple[dict[Key, int], int] = {}, 0

    def new(self, findings: list[Finding], settings: Settings) -> list[Finding]:
        """The findings of one paper that are not in the baseline, and those of mandatory rules; of
        equal findings, the last.
        """
        kept = []
        counts: dict[Key, int] = {}
        for finding in findings:
            identity = key(finding, self.folder)
            counts[identity] = counts.get(identity, 0) + 1
            if counts[identity] > self.counts.get(identity, 0):
                kept.append(finding)
            elif is_mandatory(finding.rule, settings):
                kept.append(finding)
                self.mandatory.add(finding.code)
        self._last = counts, len(findings) - len(kept)
        return kept

    def settle(self, paths: Iterable[str], codes: Iterable[str]) -> None:
        """Count the findings of the last :meth:`new`, after the paper of these files is fixed."""
        counts, left_out = self._last
        for identity, number in counts.items():
            self.seen[identity] = max(number, self.seen.get(identity, 0))
        self.left_out += left_out
        self.paths.update(map(inputs.real_path, paths))
        self.codes.update(codes)

    def shrink(self) -> int:
        """Remove findings that are gone from checked files, and those of files that no longer
        exist; returns how many.
        """
        before = sum(self.counts.values())
        kept = {}
        for identity, count in self.counts.items():
            name, code, _ = identity
            path = inputs.real_path(os.path.join(self.folder, name))
            if (path in self.paths and code in self.codes) or not inputs.exists(path):
                count = min(count, self.seen.get(identity, 0))
            if count:
                kept[identity] = count
        self.counts = kept
        return before - sum(kept.values())

    def text(self) -> str:
        """The content of the file: one finding on each line, sorted, so that merges are easy."""
        import json

        lines = [
            json.dumps(dict(zip(FIELDS, (*identity, count), strict=True)), ensure_ascii=False)
            for identity, count in sorted(self.counts.items())
        ]
        inside = ",\n".join(f"  {line}" for line in lines)
        return f'{{\n "version": {VERSION},\n "findings": [\n{inside}\n ]\n}}\n'


def baseline_of(path: str, findings: list[Finding]) -> Baseline:
    """A new baseline with all of the findings."""
    fresh = Baseline(path)
    for finding in findings:
        identity = key(finding, fresh.folder)
        fresh.counts[identity] = fresh.counts.get(identity, 0) + 1
    return fresh


def load(path: str) -> Baseline:
    """Read a baseline.  Raises SettingsError, which says what is wrong and what to do."""
    import json

    remedy = "write it again with --write-baseline"
    try:
        content = json.loads(text_of(path))
    except InputError as error:
        hint = "; create it with --write-baseline" if error.is_missing else ""
        raise SettingsError(f"{path}: {error}{hint}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: is not a baseline ({error}); {remedy}") from None
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise SettingsError(f"{path}: is not a baseline; {remedy}")
    version = content.get("version")
    if version != VERSION:
        raise SettingsError(
            f"{path}: has version {version}, but this ieeelint reads version {VERSION}; {remedy}"
        )
    counts: dict[Key, int] = {}
    for number, row in enumerate(content["findings"], 1):
        try:
            name, code, words, count = [row[field] for field in FIELDS]
        except (TypeError, KeyError):
            raise SettingsError(f"{path}: finding {number} has a missing field; {remedy}") from None
        if not isinstance(count, int) or not all(
            isinstance(field, str) for field in (name, code, words)
        ):
            raise SettingsError(f"{path}: finding {number} has a field of the wrong type; {remedy}")
        counts[name, code, words] = counts.get((name, code, words), 0) + count
    return Baseline(path, counts)
