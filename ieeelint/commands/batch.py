"""``ieeelint batch``: check all submissions of a venue; verdicts, letters, and an index."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.chair.running import Batch
from ieeelint.chair.running import run as run_batch
from ieeelint.chair.verdicts import VERDICTS
from ieeelint.chair.writing import INDEX
from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.commands.check import flags
from ieeelint.phrases import listed, plural
from ieeelint.settings_files import load
from ieeelint.terminal import Progress, log, put
from ieeelint.translation import ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.settings import Settings

MEGABYTE = 1_000_000


def run(options: Options) -> int:
    """Run the batch; the exit status is 1 if any paper has another verdict than accept."""
    from ieeelint.chair.against import Earlier
    from ieeelint.chair.export import Export
    from ieeelint.chair.letters import Letters

    batch = Batch(options.folder, options.out, _settings(options), Letters(options.letter))
    processors = os.cpu_count() or 1
    if options.engine == "ray":
        from ieeelint.chair import cluster

        batch.executor, processors = cluster.results, cluster.processors()
    batch.jobs = _number(options.jobs or str(processors), "--jobs")
    batch.seconds = _number(options.timeout, "--timeout")
    batch.memory = _number(options.memory, "--memory") * MEGABYTE
    if options.export:
        batch.export = Export(options.export, batch.settings["batch"].get("export", {}))
    if options.against:
        if os.path.realpath(options.against) == os.path.realpath(options.out):
            raise UsageError("--against needs the output folder of an earlier batch, not --out")
        batch.earlier = Earlier(options.against)
    progress = Progress()
    try:
        summary = run_batch(batch, None if options.quiet else progress)
    except KeyboardInterrupt:
        log("to continue, run the same command again; finished papers are not checked again")
        raise
    progress(0, 0, "")
    if summary.others:
        log(f"not papers: {listed(summary.others)}")
    if summary.missing:
        log(f"only in {options.export}: {listed(summary.missing)}")
    if summary.edited:
        log(f"edited since the last batch, and kept: {listed(sorted(summary.edited.values()))}")
    total = sum(summary.verdicts.values())
    numbers = [f"{summary.verdicts[verdict]} {verdict}" for verdict in VERDICTS]
    page = os.path.join(options.out, INDEX)
    put(f"{plural(total, 'paper')}: {', '.join(numbers)}. See {page}.\n")
    return CLEAN if summary.verdicts["accept"] == total else FINDINGS


def _settings(options: Options) -> Settings:
    """The settings of the chair.  Raises SettingsError, also for a rule that does not exist.

    The settings files of submissions are not read, and no local rules run.
    """
    from ieeelint.batch_settings import RULES
    from ieeelint.selection import is_known, known_rules, no_such_rule, selected

    values = {**flags(options), "language": ENGLISH}  # as the letters and the index
    settings = load(options.folder, values, options.config or "", True, trusted=False)
    if settings.skips_local_rules:
        log(f"{options.config}: the local rules do not run in a batch")
    settings.skips_results = True  # the numbers of the author, with paths to any files
    selected(settings)
    for key in RULES:
        for selector in settings["batch"].get(key, ()):
            if not is_known(selector, settings, known_rules(settings), "batch"):
                raise settings.error(no_such_rule(selector, {}), "batch", selector)
    return settings


def _number(word: str, option: str) -> int:
    """A whole number from 1.  Raises UsageError."""
    if not word.isdecimal() or int(word) < 1:
        raise UsageError(f'{option} must be a number from 1, not "{word}"')
    return int(word)
