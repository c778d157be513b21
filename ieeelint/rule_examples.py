"""Tests a rule with its examples: bad examples, good examples, and the texts after fixes."""

from __future__ import annotations

import os
import re
import struct
import tempfile
from itertools import zip_longest

from ieeelint.draft_checking import context_for
from ieeelint.examples import (
    ANONYMOUS,
    assemble,
    marked_place,
    parts,
    pdf_sketch,
    pictures_in,
    printed_sketch,
    word_sketch,
)
from ieeelint.local_code import described
from ieeelint.readers import read
from ieeelint.readers.latex.log import read_log
from ieeelint.rules import every_rule
from ieeelint.running import run_rule
from ieeelint.settings import STAGES, Settings
from ieeelint.settings_files import use_venue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding
    from ieeelint.rules import Rule


def rules_with_examples() -> list[Rule]:
    """The rules whose examples are drafts: not those that only the check itself reports."""
    return [rule for rule in every_rule() if not rule.reports or rule.code == "SRC001"]


def examples_of(rule: Rule) -> tuple[str, ...]:
    """All examples of a rule, those of its fixes included."""
    return (*rule.bad, *rule.good, *(example for pair in rule.fixes for example in pair))


class Outcome:
    """The result of a rule on an example.

    ``findings`` are in the order of the rule; ``expected`` is the file and the offset of the mark
    ``⟦`` in the example, or None without a mark; ``files`` are the texts of the files before fixes.
    """

    __slots__ = ("findings", "expected", "files")

    def __init__(
        self, findings: list[Finding], expected: tuple[str, int] | None, files: dict[str, str]
    ) -> None:
        self.findings = findings
        self.expected = expected
        self.files = files

    def fires_as_marked(self) -> bool:
        """True if a finding begins at the mark, or anywhere if the example has no mark."""
        if self.expected is None:
            return bool(self.findings)
        return any(
            (os.path.basename(finding.span.source.path), finding.span.start) == self.expected
            for finding in self.findings
        )

    def fixed(self) -> dict[str, str]:
        """The text of each file after all fixes."""
        edits = {
            (os.path.basename(edit.span.source.path), edit.span.start, edit.span.end): edit.text
            for finding in self.findings
            for edit in (finding.fix.edits if finding.fix else ())
        }
        files = dict(self.files)
        for (name, start, end), text in sorted(edits.items(), reverse=True):
            files[name] = files[name][:start] + text + files[name][end:]
        return files


def run_example(rule: Rule, example: str, folder: str) -> Outcome:
    """Write an example into ``folder`` and run the rule on it."""
    context, expected = context_of(example, folder)
    root = context.paper.root
    if word_sketch(example) or pdf_sketch(example):
        return Outcome(run_rule(rule, context), None, {os.path.basename(root.path): root.text})
    return Outcome(run_rule(rule, context), expected, plain_files(example))


def context_of(example: str, folder: str) -> tuple[Context, tuple[str, int] | None]:
    """What a rule receives for an example, which is written into ``folder``; and the file and the
    offset of the mark, or None without a mark.
    """
    if word_sketch(example):
        _write_files(example, folder)
        draft = read(_word_file(example, folder))
        return context_for(draft, settings_of(example, folder)), None
    if sketch := pdf_sketch(example):
        _write_files(example, folder)
        settings = settings_of(example, folder)
        settings.values["stage"] = "camera-ready" if "camera-ready" in sketch else "draft"
        settings.values["anonymous"] = "anonymous" in sketch
        return context_for(read(_pdf_file(sketch, folder)), settings), None
    expected = None
    for name, content in assemble(example).items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        text, mark = marked_place(content)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if mark is not None and expected is None:
            expected = os.path.basename(name), mark
    for name, words in pictures_in(example):
        with open(os.path.join(folder, name), "wb") as picture:
            picture.write(bitmap_file(name, words))
    draft = read(os.path.join(folder, "main.tex"))
    if os.path.exists(log := os.path.join(folder, "main.log")):
        draft.log = read_log(log, draft.paper.sources)
    if printed := printed_sketch(example):
        draft.pdf = read(_pdf_file("\n" + printed, folder)).pdf
    return context_for(draft, settings_of(example, folder)), expected


def _write_files(example: str, folder: str) -> None:
    """Write the files of an example that are not LaTeX sources."""
    for role, name, content in parts(example):
        if role == "file":
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)


def settings_of(example: str, folder: str = "") -> Settings:
    """The settings that an example names: ``%! anonymous``, a stage such as ``%! camera-ready``,
    ``%! max pages 6``, or a file ``venue.toml`` in its folder.
    """
    stage = next((name for name in STAGES if f"%! {name}\n" in example), STAGES[0])
    settings = Settings(stage=stage)
    if ANONYMOUS in example:
        settings = Settings(anonymous=True, stage=stage)
    if line := re.search(r"^%! copyright (.+)$", example, re.MULTILINE):
        settings = Settings(copyright=line.group(1), stage="camera-ready")
    if limit := _limit(example):
        settings.update({"max-pages": limit}, "argument")
    if folder and "%! file venue.toml\n" in example:
        settings.values["venue"] = "venue.toml"
        use_venue(settings, folder)
    return settings


def _limit(example: str) -> int:
    """The setting "max-pages" of an example."""
    match = re.search(r"^%! .*\bmax[- ]pages[= ](\d+)", example, re.MULTILINE)
    return int(match.group(1)) if match else 0


def plain_files(example: str) -> dict[str, str]:
    """The text of each file of a LaTeX example by base name, without marks."""
    return {
        os.path.basename(name): marked_place(text)[0] for name, text in assemble(example).items()
    }


def _word_file(example: str, folder: str) -> str:
    from ieeelint.starters.word import document

    path = os.path.join(folder, "main.docx")
    with open(path, "wb") as file:
        file.write(document(word_sketch(example)))
    return path


def bitmap_file(name: str, words: str) -> bytes:
    """The first bytes of a PNG or JPEG file of so many pixels: ``600x400`` or ``600x400 lines``."""
    size, _, kind = words.partition(" ")
    width, height = map(int, size.split("x"))
    if name.endswith(".png"):
        bits = 1 if kind == "lines" else 8
        facts = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + facts
    return (
        b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08"
        + struct.pack(">HHB", height, width, 3)
        + b"\0" * 9
    )


def _pdf_file(sketch: str, folder: str) -> str:
    from ieeelint.starters.pdf_sketch import pdf_file

    path = os.path.join(folder, "main.pdf")
    with open(path, "wb") as file:
        file.write(pdf_file(sketch))
    return path


def expected_files(example: str, folder: str) -> dict[str, str]:
    """The text of each file that fixes should produce."""
    if word_sketch(example):
        root = read(_word_file(example, folder)).paper.root
        return {os.path.basename(root.path): root.text}
    return plain_files(example)


def failures(rule: Rule) -> Iterator[str]:
    """A message for each example that does not do what it should."""
    for kind, examples in (
        ("bad", [*rule.bad, *(bad for bad, _ in rule.fixes)]),
        ("good", [*rule.good, *(good for _, good in rule.fixes)]),
    ):
        for number, example in enumerate(examples, 1):
            label = f"{kind} example {number}"
            try:
                with tempfile.TemporaryDirectory() as folder:
                    outcome = run_example(rule, example, folder)
            except Exception as error:  # it is not a draft, or not a sketch
                yield f"{label}: cannot be read: {described(error)}"
                continue
            crashes = [item.message for item in outcome.findings if item.rule is not rule]
            if crashes:
                yield f"{label}: {crashes[0]}"
            elif kind == "good" and outcome.findings:
                yield f"{label}: reports a finding: {outcome.findings[0].message}"
            elif kind == "bad" and not outcome.findings:
                yield f"{label}: reports nothing"
            elif kind == "bad" and not outcome.fires_as_marked():
                spans = ", ".join(f'"{finding.span.text}"' for finding in outcome.findings)
                yield f"{label}: reports {spans}, not the marked location"
    for number, (bad, good) in enumerate(rule.fixes, 1):
        try:
            with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
                fixed = run_example(rule, bad, folder).fixed()
                expected = expected_files(good, other)
        except Exception:
            continue  # reported as an example
        if fixed != expected:
            yield f"fix {number}: {_difference(expected, fixed)}"


def _difference(expected: dict[str, str], fixed: dict[str, str]) -> str:
    """The first lines that differ in the files of an example."""
    for name in (*expected, *fixed):
        lines = expected.get(name, "").split("\n"), fixed.get(name, "").split("\n")
        for wanted, line in zip_longest(*lines, fillvalue=""):
            if wanted != line:
                return f'expected "{wanted}", got "{line}"'
    return "expected other files"
