"""Checks one submission, whatever it contains, and describes the result as plain values.

The record of a paper has the keys

* ``title``, ``authors`` (names in order), ``is_anonymous``, ``pages`` (0 if not known), and
  ``drafts`` (paths);
* ``reasons``: why the paper could not be checked, or not all of it, for its authors;
* ``failures``: the same because of the batch, for the chair; the next batch tries again;
* ``notes``: what the chair should know, such as settings that are not used;
* ``findings``: see :func:`_row`; ``counts`` of all of them by area and severity;
* ``suppressed``: findings that the author suppressed by comments, as ``findings``.

All paths are relative to the folder of the paper.
"""

from __future__ import annotations

import gc
import os
from multiprocessing import parent_process

from ieeelint import inputs
from ieeelint.chair import front
from ieeelint.chair.contents import drafts, listed_paths, note_unread
from ieeelint.draft_checking import check_draft, context_for
from ieeelint.fingerprints import words
from ieeelint.output import shown_place, write
from ieeelint.paths import seen_from, with_slashes
from ieeelint.phrases import plural
from ieeelint.proofs.blocks import proof_of
from ieeelint.readers import ReadError, read
from ieeelint.results import Checked, Report
from ieeelint.rules.events import FAILED_RULE
from ieeelint.selection import is_mandatory
from ieeelint.terminal import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.chair.submissions import Submission
    from ieeelint.finding import Finding
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft

    Record = dict[str, Any]
    Task = tuple[Submission, Settings]
    # the record, the questions to the disk with their answers, and the report as HTML
    Answer = tuple[Record, inputs.Answers, str]

MOST = 2000  # findings of a paper in its record; the counts include all
FAILED = "could not be checked because of a bug in ieeelint"
PDF_ONLY = "only the PDF file was checked"
NO_MEMORY = "needs more memory than the limit of the batch"


def assess(task: Task) -> Answer:
    """Check a submission under the settings of the chair.

    No exception leaves: it becomes a reason.
    """
    paper, settings = task
    gc.disable()  # a paper makes little garbage, and collecting costs more than it frees
    try:
        with inputs.confined(paper.allows), inputs.memory_scope(), inputs.recorded() as answers:
            record, html = _assessed(paper, settings)
        return record, answers, html
    except MemoryError:
        return without_check(failure=NO_MEMORY), {}, ""
    except RecursionError:
        return without_check(failure="is nested too deeply to be read"), {}, ""
    except Exception as error:
        if os.environ.get("IEEELINT_RAISE"):
            raise
        return without_check(failure=f"{FAILED} ({type(error).__name__}: {error})"), {}, ""
    finally:
        gc.enable()
        gc.collect()
        if parent_process() is not None and not gc.get_freeze_count():
            gc.freeze()  # what is left after the first paper is code, which has no garbage


def without_check(reason: str = "", failure: str = "") -> Record:
    """The record of a paper that could not be checked, because of what it is, or of the batch."""
    return {
        "title": "",
        "authors": [],
        "is_anonymous": False,
        "pages": 0,
        "drafts": [],
        "reasons": [reason] if reason else [],
        "failures": [failure] if failure else [],
        "notes": [],
        "findings": [],
        "counts": {},
        "suppressed": [],
    }


def _assessed(paper: Submission, settings: Settings) -> tuple[Record, str]:
    """The record and the HTML report."""
    record = without_check(paper.reason)
    if paper.reason:
        return record, ""
    base = paper.base
    roots = [paper.path] if base != paper.path else drafts(paper, record)
    report = Report()
    suppressed: list[Finding] = []
    for root in roots:
        try:
            draft = _read(root)
        except ReadError as error:
            note_unread(record, error, base)
            continue
        if draft.unread_pdf is not None:
            path, why = draft.unread_pdf
            record["notes"].append(f"{with_slashes(seen_from(base, path))} was not checked: {why}")
        silenced: list[Finding] = []
        findings = check_draft(draft, settings, silenced)
        _note_front(draft, record)
        _make_relative(draft, [*findings, *silenced], base)
        failed = [finding for finding in findings if finding.rule.reports == FAILED_RULE]
        record["failures"] += [finding.message for finding in failed]
        report.findings += [finding for finding in findings if finding not in failed]
        suppressed += silenced
        context = context_for(draft, settings)
        record["is_anonymous"] |= context.profile.anonymous
        checked = Checked(context, settings)
        checked.proof = proof_of(draft)
        report.papers.append(checked)
    record["drafts"] = [checked.path for checked in report.papers]
    if len(roots) > 1:
        names = listed_paths(with_slashes(seen_from(base, root)) for root in roots)
        record["reasons"].append(f"contains {plural(len(roots), 'draft')}, not one: {names}")
    report.group()
    record["findings"] = _rows(report.remarks, settings)
    record["suppressed"] = _rows(suppressed, settings)
    record["counts"] = _counts(report.findings)
    return record, write("html", report, settings, PLAIN) if report.papers else ""


def _read(root: str) -> Draft:
    """Read a draft.  Raises ReadError, also for an empty one."""
    draft = read(root)
    if draft.pdf is None and not draft.paper.root.text.strip():
        raise ReadError(draft.paper.root.path, "is empty")
    return draft


def _note_front(draft: Draft, record: Record) -> None:
    """Add title, authors, and pages, unless an earlier draft of the paper has them."""
    record["title"] = record["title"] or front.title(draft)
    record["authors"] = record["authors"] or front.authors(draft.paper)
    record["pages"] = record["pages"] or front.pages(draft)
    if draft.paper.format == "pdf" and PDF_ONLY not in record["notes"]:
        record["notes"].append(PDF_ONLY)


def _make_relative(draft: Draft, findings: list[Finding], base: str) -> None:
    """Let the sources of a draft have paths relative to the folder of the paper."""
    sources = {id(source): source for source in draft.paper.sources}
    if draft.paper.works is not None:
        for database in draft.paper.works.databases:
            sources[id(database.source)] = database.source
    for finding in findings:
        sources[id(finding.span.source)] = finding.span.source
    for source in sources.values():
        source.path = with_slashes(seen_from(base, source.path))


def _rows(findings: list[Finding], settings: Settings) -> list[dict[str, Any]]:
    """The findings as plain values, the first of each group with the places of the others."""
    rows = [_row(finding, settings) for finding in findings]
    rows.sort(key=lambda row: (not row["mandatory"], ORDER[row["severity"]]))
    return rows[:MOST]


ORDER = {"error": 0, "warning": 1, "info": 2}


def _row(finding: Finding, settings: Settings) -> dict[str, Any]:
    """A finding: ``code``, ``name``, ``severity``, ``mandatory``, ``message``, ``place`` for
    people, ``path``, ``line`` (paragraph in Word), and ``others``: the places of findings that say
    the same.  ``words`` has the words of all of them, which identify them in another upload.
    """
    others = list(finding.related)
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "mandatory": is_mandatory(finding.rule, settings),
        "message": finding.message,
        "place": shown_place(finding),
        "path": finding.span.source.path,
        "line": finding.span.source.locate(finding.span.start)[0],
        "others": [shown_place(other) for other in others],
        "words": [words(one) for one in (finding, *others)],
    }


def _counts(findings: list[Finding]) -> dict[str, dict[str, int]]:
    """The number of findings of each area and severity."""
    counts: dict[str, dict[str, int]] = {}
    for finding in findings:
        area = counts.setdefault(finding.rule.area, {})
        area[finding.severity] = area.get(finding.severity, 0) + 1
    return counts
