"""Lists the complaints of BibTeX about entries that have no finding.

    python -m tools.bibtex_complaints PATH… [--quiet]

runs ``bibtex`` with IEEEtran.bst on each .bib file, in folders too, with all entries cited, and
checks the same file.  A complaint is answered if a finding is in its entry.  The last line is the
share of the answered complaints; ``--quiet`` prints nothing else, for files that nobody may read.
The exit status is 1 if the share is below 0.99.
"""

from __future__ import annotations

import argparse
import bisect
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ieeelint.draft_checking import check_draft
from ieeelint.paper.entries import Works
from ieeelint.readers import ReadError
from ieeelint.readers.bibtex import read
from ieeelint.settings import Settings
from tools import progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

GOAL = 0.99
AUX = "\\relax\n\\bibstyle{IEEEtran}\n\\citation{*}\n\\bibdata{IEEEabrv,refs}\n"
TIMEOUT = 300  # seconds
# A complaint about an entry, and one about a line, which the next line of the log may name.
ABOUT_ENTRY = re.compile(
    r"Warning--(?!string name|entry type|\S+ ignoring)(?P<words>.+) in (?P<key>\S+)$"
    r"|(?P<name>(?:Too many commas in|Name) .+) for entry (?P<entry>\S+)$"
    r"|A bad cross reference---entry \"(?P<child>[^\"]+)\"$"
)
WARNING_WITH_LINE = re.compile(r"Warning--(?P<words>(?:string name|entry type|\S+ ignoring) .+)$")
LINE_OF_WARNING = re.compile(r"^--line (?P<line>\d+) of file refs\.bib$")
# The line of a repeated entry may be that of the entry after it; its key is in the next line.
KEY_OF_ERROR = re.compile(r" : @\w+\s*[{(]\s*(?P<key>[^\s,]+)\s*$")
ERROR_WITH_LINE = re.compile(r"(?P<words>\S.*)---line (?P<line>\d+) of file refs\.bib$")


@dataclass(frozen=True)
class Complaint:
    """What BibTeX says, and the entry or the line that it names."""

    words: str
    key: str = ""
    line: int = 0


def main(words: list[str]) -> int:
    """Judge the files; returns the exit status."""
    assert __doc__
    parser = argparse.ArgumentParser("bibtex_complaints", description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", metavar="PATH", help=".bib file, or folder with some")
    parser.add_argument("--quiet", action="store_true", help="print only the share")
    options = parser.parse_args(words)
    if shutil.which("bibtex") is None:
        print("bibtex_complaints: bibtex is required", file=sys.stderr)
        return 2
    total = unanswered = 0
    files = _files(options.paths)
    for number, path in enumerate(files, 1):
        progress.show(f"[{number}/{len(files)}] {path}")
        complaints = complaints_of(path)
        missing = without_finding(path, complaints)
        progress.show("")
        total += len(complaints)
        unanswered += len(missing)
        for complaint in missing if not options.quiet else ():
            print(f"{path}: {complaint.key or f'line {complaint.line}'}: {complaint.words}")
    share = 1 - unanswered / total if total else 1.0
    print(f"{total - unanswered} of {total} complaints have a finding ({share:.4f})")
    return 0 if share >= GOAL else 1


def _files(paths: list[str]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, paths):
        # biblatex writes files in -blx.bib for itself
        in_folder = [each for each in path.rglob("*.bib") if not each.name.endswith("-blx.bib")]
        found += sorted(in_folder) if path.is_dir() else [path]
    return [path for path in found if path.is_file() and not path.name.startswith(".")]


def complaints_of(path: Path) -> list[Complaint]:
    """What BibTeX says about a file with all entries cited."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(path, folder / "refs.bib")
        (folder / "p.aux").write_text(AUX, encoding="utf-8")
        command = ["bibtex", "-min-crossrefs=99", "p"]
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=TIMEOUT)
        log = (folder / "p.blg").read_text(encoding="latin-1")
    return _complaints(log)


def _complaints(log: str) -> list[Complaint]:
    found = []
    open_words = ""
    for line in log.splitlines():
        if match := LINE_OF_WARNING.match(line):
            found.append(Complaint(open_words, line=int(match["line"])))
        elif match := WARNING_WITH_LINE.match(line):
            open_words = match["words"]
        elif match := ERROR_WITH_LINE.match(line):
            found.append(Complaint(match["words"], line=int(match["line"])))
        elif (match := KEY_OF_ERROR.match(line)) and found and found[-1].line:
            found[-1] = Complaint(found[-1].words, match["key"])
        elif match := ABOUT_ENTRY.match(line):
            key = match["key"] or match["entry"] or match["child"]
            found.append(Complaint(match["words"] or match["name"] or "bad crossref", key))
    return found


def without_finding(path: Path, complaints: list[Complaint]) -> list[Complaint]:
    """The complaints whose entry has no finding."""
    if not complaints:
        return []
    try:
        draft = read(str(path))
    except ReadError:
        return complaints
    works = draft.paper.works
    assert works is not None
    lines = sorted(
        finding.span.source.locate(finding.span.start)[0]
        for finding in check_draft(draft, Settings())
    )
    return [
        complaint
        for complaint in complaints
        if not any(_has_finding(lines, *place) for place in _places(works, complaint))
    ]


def _places(works: Works, complaint: Complaint) -> list[tuple[int, int]]:
    """The first and the last line of the entries that a complaint may be about."""
    if complaint.key:
        key = complaint.key.lower()
        spans = [entry.span for entry in works if entry.key.lower() == key]
        places = [(span.source.locate(span.start)[0], _last(span)) for span in spans]
    else:
        after = (entry.span for entry in works if complaint.line <= _last(entry.span))
        span = next(after, None)
        first = span.source.locate(span.start)[0] if span is not None else complaint.line
        # an entry that BibTeX leaves early ends after the line that it names
        places = [(min(first, complaint.line), _last(span) if span is not None else first)]
    return places


def _last(span: Span) -> int:
    return span.source.locate(span.end)[0]


def _has_finding(lines: list[int], first: int, last: int) -> bool:
    """True if one of the sorted lines is in a range."""
    at = bisect.bisect_left(lines, first)
    return at < len(lines) and lines[at] <= last


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
