"""A second upload against the first: which findings are fixed, which remain, and which are new."""

from __future__ import annotations

import json
import os
from collections import Counter

from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.chair.assessing import Record

FINDINGS = "findings.jsonl"


def lines(identity: str, record: Record) -> str:
    """The findings of a paper for the file of all findings: one line of JSON for each."""
    return "".join(
        json.dumps({"id": identity, **row}, ensure_ascii=False) + "\n" for row in record["findings"]
    )


class Earlier:
    """The findings of an earlier batch, in its output folder.

    Only the offsets of the papers in the file are in memory.  Raises SettingsError if there is no
    such file.
    """

    def __init__(self, out: str) -> None:
        self.path = os.path.join(out, FINDINGS)
        self._papers = _ids(os.path.join(out, "papers.jsonl"))
        self._offsets: dict[str, int] = {}
        try:
            with open(self.path, "rb") as file:
                offset = 0
                for line in file:
                    self._offsets.setdefault(self._parsed(line)["id"], offset)
                    offset += len(line)
        except OSError as error:
            raise SettingsError(
                f"{self.path}: cannot be read: {error.strerror or error}; --against needs the"
                " output folder of an earlier batch"
            ) from None

    def since(self, identity: str, record: Record) -> dict[str, list[str]] | None:
        """The messages of fixed, remaining, and new findings; None for a paper that is new."""
        if identity not in self._papers:
            return None
        before = _counted(self._rows(identity))
        now = _counted(record["findings"])
        messages = {**_messages(self._rows(identity)), **_messages(record["findings"])}
        if not record["drafts"]:
            return None  # it could not be checked, so nothing is known to be fixed

        def named(keys: Counter[tuple[str, str]]) -> list[str]:
            return [messages[key] for key in sorted(keys.elements())]

        return {
            "fixed": named(before - now),
            "remaining": named(before & now),
            "new": named(now - before),
        }

    def _rows(self, identity: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        if identity not in self._offsets:
            return rows
        with open(self.path, "rb") as file:
            file.seek(self._offsets[identity])
            for line in file:
                row = self._parsed(line)
                if row["id"] != identity:
                    break
                rows.append(row)
        return rows

    def _parsed(self, line: bytes) -> dict[str, Any]:
        """A line of the file.  Raises SettingsError."""
        try:
            row: dict[str, Any] = json.loads(line)
            if all(isinstance(row[key], str) for key in ("id", "code", "message")):
                if all(isinstance(word, str) for word in row["words"]):
                    return row
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
        raise SettingsError(f"{self.path}: was not written by ieeelint batch; run that again")


def _ids(path: str) -> set[str]:
    """The ids of all papers of the earlier batch, also of those without findings."""
    try:
        with open(path, "rb") as file:
            return {str(json.loads(line)["id"]) for line in file}
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SettingsError(f"{path}: was not written by ieeelint batch; run that again") from None


def _counted(rows: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """How often each finding occurs, by its rule and words: files may have other names now."""
    return Counter((row["code"], words) for row in rows for words in row["words"])


def _messages(rows: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    return {
        (row["code"], words): f"{row['message']} ({row['code']})"
        for row in rows
        for words in row["words"]
    }
