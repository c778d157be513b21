"""The findings in folders of drafts, each with an identity that outlives edits of the rules."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ieeelint import fingerprints
from ieeelint.checking import check_paths
from ieeelint.finding import Finding
from ieeelint.output.full import describe
from ieeelint.readers import root_documents
from ieeelint.settings_files import load

AROUND = 450  # characters of the draft on either side that a judge sees
settings_for = partial(load, isolated=True)


@dataclass(frozen=True)
class Observed:
    """A finding in a draft, as a judge needs it.

    ``draft`` and ``key`` identify it without any words of the draft: ``key`` depends on the rule
    and on the words that it marks.  ``advice`` identifies the message and the fix.
    """

    draft: str
    key: str
    advice: str
    code: str
    place: str
    severity: str
    message: str
    fix: str
    excerpt: str

    @property
    def identity(self) -> tuple[str, str]:
        """What a verdict is about."""
        return self.draft, self.key


def observe(root: str) -> list[Observed]:
    """The findings in one draft; none if it cannot be read."""
    report = check_paths([root], settings_for)
    draft = digest(Path(root).read_bytes())
    seen: Counter[tuple[str, str]] = Counter()
    observed = []
    for finding in report.findings:
        same = finding.code, fingerprints.words(finding)
        seen[same] += 1
        observed.append(_observed(finding, root, draft, digest("\0".join(same), str(seen[same]))))
    return observed


def _observed(finding: Finding, root: str, draft: str, key: str) -> Observed:
    span = finding.span
    source = span.source
    line, column = source.locate(span.start)
    file = fingerprints.relative(source.path, str(Path(root).parent))
    fix = ""
    if finding.fix is not None:
        fix = describe(finding.fix.edits) + ("" if finding.fix.safe else " (needs review)")
    excerpt = (
        f"{source.text[max(0, span.start - AROUND) : span.start]}⟦{span.text}⟧"
        f"{source.text[span.end : span.end + AROUND]}"
    )
    return Observed(
        draft,
        key,
        digest(finding.message, fix),
        finding.code,
        f"{file}:{line}:{column}",
        finding.severity,
        finding.message,
        fix,
        excerpt,
    )


def roots_in(paths: list[str]) -> list[str]:
    """The root documents in folders, and drafts that are named."""
    roots = []
    for path in paths:
        roots += root_documents(path) if Path(path).is_dir() else [path]
    return list(dict.fromkeys(roots))


def digest(*parts: str | bytes) -> str:
    """A short name for these contents."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()[:10]
