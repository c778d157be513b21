"""Fixes of LaTeX projects: which text changes, and that no file is ever partly written."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ieeelint import rules
from ieeelint.cli import main

TOP = Path(__file__).resolve().parent.parent.parent
DRAFT = """\\documentclass[conference]{IEEEtran}
\\begin{document}
\\title{Steady Flow in Narrow Pipes}
\\author{\\IEEEauthorblockN{Ana Lima}\\IEEEauthorblockA{Porto, Portugal\\\\ ana@flow.example}}
\\maketitle
\\begin{abstract}
Water moves through narrow pipes more slowly than through wide ones, and the colour of it
matters little. We measure how much more slowly, over a wide range of diameters, and find
that a simple law describes all of the measurements, for clean water and for sand alike.
\\end{abstract}
\\begin{IEEEkeywords}
Flow, friction, measurement, pipes, water
\\end{IEEEkeywords}
\\section{Introduction}
The behaviour of water is modelled by Lima \\cite{lima}, see Figure 1 and the the rest. \\input{part}
\\begin{figure}[!t]\\includegraphics{a}\\caption{Flow over time}\\label{fig:a}\\end{figure}
\\begin{thebibliography}{1}
\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020.
\\end{thebibliography}
\\end{document}
"""  # noqa: E501
PART = "The colour of sand is modelled, too. % the behaviour of this comment stays\n"
FIXED = (
    DRAFT.replace("colour", "color")
    .replace("behaviour", "behavior")
    .replace("modelled", "modeled")
    .replace("see Figure 1 and the the rest", "see Fig. 1 and the rest")
    .replace("over time}", "over time.}")
)
FIXED_PART = "The color of sand is modeled, too. % the behaviour of this comment stays\n"


@pytest.fixture
def project(tmp_path):
    """A function that writes the project and returns its root document."""

    def write(text=DRAFT, part=PART, encoding="utf-8"):
        root = tmp_path / "paper.tex"
        root.write_bytes(text.encode(encoding))
        (tmp_path / "part.tex").write_bytes(part.encode(encoding))
        return root

    return write


def fix(*words: object) -> int:
    return main(["check", "--isolated", "--fix", *map(str, words)])


def test_each_file_is_fixed(project, capsys):
    root = project()
    fix(root)
    assert root.read_text() == FIXED
    assert (root.parent / "part.tex").read_text() == FIXED_PART
    output = capsys.readouterr().err
    assert "paper.tex: " in output and "part.tex: 2 findings fixed" in output


def test_the_status_depends_on_the_remaining_findings(project, capsys):
    root = project(DRAFT.replace("Lima \\cite", "Lima, a QTRM on QTRM and QTRM, \\cite"))
    assert fix(root, "--select", "TXT004") == 0
    assert fix(root, "--select", "ABR001") == 1
    assert main(["check", "--isolated", "--fix-only", "--select", "ABR001", str(root)]) == 0
    assert "QTRM" not in capsys.readouterr().out.split("Found")[-1]


def test_a_second_fix_changes_nothing(project, capsys):
    root = project()
    fix(root, "--unsafe-fixes")
    first = root.read_bytes()
    capsys.readouterr()
    fix(root, "--unsafe-fixes")
    assert root.read_bytes() == first
    assert " fixed" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (DRAFT.replace("\n", "\r\n"), "utf-8"),
        (DRAFT.replace("\n", "\r"), "utf-8"),
        (DRAFT.replace("Ana", "Aná"), "latin-1"),
        (DRAFT.replace("Ana", "Aná"), "utf-8-sig"),
        (DRAFT.rstrip("\n"), "utf-8"),
        (DRAFT.replace("Ana", "Aná"), "utf-16"),
    ],
)
def test_newlines_and_encoding_are_kept(project, text, encoding, capsys):
    root = project(text, encoding=encoding)
    fix(root, "--select", "TXT004")
    expected = text
    for british, american in (
        ("colour", "color"),
        ("behaviour", "behavior"),
        ("modelled", "modeled"),
    ):
        expected = expected.replace(british, american)
    assert root.read_bytes() == expected.encode(encoding)


def test_files_outside_the_project_are_not_changed(tmp_path, capsys):
    (tmp_path / "paper").mkdir()
    (tmp_path / "part.tex").write_text(PART)
    root = tmp_path / "paper" / "paper.tex"
    root.write_text(DRAFT.replace("{part}", "{../part}"))
    fix(root)
    assert (tmp_path / "part.tex").read_text() == PART


def test_links_and_permissions_are_kept(project, tmp_path, capsys):
    root = project()
    part = tmp_path / "part.tex"
    part.chmod(0o640)
    link = tmp_path / "link.tex"
    link.symlink_to("paper.tex")
    fix(link)
    assert link.is_symlink() and "colour" not in root.read_text()
    assert part.stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_reported_and_not_changed(project, capsys):
    root = project()
    root.chmod(0o444)
    assert fix(root) == 2
    output = capsys.readouterr()
    assert "cannot be written: it is read-only" in output.err
    assert "TXT004" in output.out  # all findings are still reported
    assert root.read_text() == DRAFT and (root.parent / "part.tex").read_text() == PART


def test_a_file_changed_during_the_check_is_not_written(project, capsys, monkeypatch):
    from ieeelint.fixes import text

    root = project()
    apply = text.TextFixes.apply

    def apply_while_author_types(self, findings, unsafe):
        fixed = apply(self, findings, unsafe)
        root.write_text(DRAFT + "% typed meanwhile\n")
        return fixed

    monkeypatch.setattr(text.TextFixes, "apply", apply_while_author_types)
    assert fix(root) == 2
    assert "was changed while it was checked" in capsys.readouterr().err
    assert root.read_text() == DRAFT + "% typed meanwhile\n"


def test_edits_that_touch_wait_for_the_next_round(project, capsys):
    # One round deletes the label of the caption, the next capitalizes its first letter.
    root = project(DRAFT.replace("{Flow over time}", "{Fig. 1: flow over time}"))
    fix(root, "--unsafe-fixes", "--select", "FIG003")
    assert "\\caption{Flow over time.}" in root.read_text()


def test_git_applies_the_patch(project, capsysbinary, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    root = project(DRAFT.rstrip("\n").replace("Ana", "Aná"), encoding="latin-1")
    before = root.read_bytes()
    assert main(["check", "--isolated", "--diff", str(root)]) == 1
    patch = capsysbinary.readouterr().out
    assert root.read_bytes() == before
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    applied = root.read_bytes()
    root.write_bytes(before)
    (tmp_path / "part.tex").write_text(PART)
    fix(root)
    assert root.read_bytes() == applied != before


def test_the_patch_is_empty_without_changes(project, capsys):
    root = project(FIXED, FIXED_PART)
    assert main(["check", "--isolated", "--diff", str(root)]) == 0
    assert capsys.readouterr().out == ""


def test_a_full_disk_changes_no_file(project, tmp_path):
    root = project(DRAFT + "% " + "x" * 20_000 + "\n")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def small_disk():
        import resource  # POSIX only

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))

    ran = subprocess.run(
        [sys.executable, "-m", "ieeelint", "check", "--isolated", "--fix", str(root)],
        capture_output=True,
        text=True,
        preexec_fn=small_disk,
        cwd=TOP,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr and "Traceback" not in ran.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.thorough
def test_a_killed_process_leaves_each_file_old_or_new(project, tmp_path):
    root = project()
    part = tmp_path / "part.tex"
    command = [sys.executable, "-m", "ieeelint", "check", "--isolated", "--fix", str(root)]
    subprocess.run(command, capture_output=True, cwd=TOP, check=False)
    new = {root: root.read_bytes(), part: part.read_bytes()}
    generator = random.Random(1)
    outcomes = set()
    delay = 0.1  # seconds; each result moves it closer to the moment of writing
    for _ in range(100):
        project()
        old = {root: root.read_bytes(), part: part.read_bytes()}
        running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=TOP
        )
        time.sleep(delay * generator.uniform(0.8, 1.2))
        running.kill()
        running.wait()
        delay *= 0.9 if root.read_bytes() == new[root] else 1.1
        for path in (root, part):
            content = path.read_bytes()
            assert content in (old[path], new[path])
            outcomes.add(content == new[path])
    assert outcomes == {True, False}  # some were early, some late


@pytest.mark.thorough
def test_two_processes_can_fix_one_file(project, tmp_path):
    root = project()
    command = [
        sys.executable,
        "-m",
        "ieeelint",
        "check",
        "--isolated",
        "--fix",
        "--fix-only",
        str(root),
    ]
    for _ in range(10):
        project()
        both = [
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=TOP
            )
            for _ in range(2)
        ]
        errors = [process.communicate()[1] for process in both]
        # the second finds nothing to fix, or reports that the file was changed
        assert sorted(process.returncode for process in both) in ([0, 0], [0, 2])
        assert not any("Traceback" in error for error in errors)
        assert root.read_text(encoding="utf-8") == FIXED
        assert (tmp_path / "part.tex").read_text(encoding="utf-8") == FIXED_PART
    assert not [name for name in os.listdir(tmp_path) if "tmp" in name]


def test_a_fix_that_the_encoding_lacks_is_not_written(tmp_path):
    """The file keeps its bytes: "ω" does not exist in Latin-1."""
    from ieeelint.finding import Edit, Finding, Fix
    from ieeelint.fixes.text import TextFixes
    from ieeelint.paper.source import Source, Span

    path = tmp_path / "paper.tex"
    path.write_bytes("Caf\xe9 w.".encode("latin-1"))
    source = Source(str(path), "Caf\xe9 w.", "latin-1")
    fixes = TextFixes(str(tmp_path))
    for text, fixed in (("\u03c9", 0), ("v", 1)):
        finding = Finding(Span(source, 5, 6), "x", Fix(Edit(Span(source, 5, 6), text)))
        finding.rule = rules.reporting("failed rule")
        assert len(fixes.apply([finding], unsafe=False)) == fixed
    assert fixes.contents == {str(path.resolve()): b"Caf\xe9 v."}


@pytest.mark.parametrize("spans", [((0, 4), (2, 6)), ((3, 3), (3, 3)), ((0, 9), (4, 4))])
def test_a_fix_whose_edits_overlap_is_not_chosen(spans):
    from ieeelint.finding import Edit, Finding, Fix
    from ieeelint.fixes.choosing import chosen
    from ieeelint.paper.source import Source, Span

    source = Source("p.tex", "ABCDEFGHIJ")
    edits = [Edit(Span(source, *span), "x y") for span in spans]
    finding = Finding(edits[0].span, "x", Fix(*edits))
    finding.rule = rules.reporting("failed rule")
    assert chosen([finding]) == []
