"""Checks of .bib files: alone, in a paper, broken, hostile, and after fixes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from linear_time import assert_linear

from ieeelint.paper.source import Source
from ieeelint.readers.bibtex import parse

PAPER = (
    "\\documentclass{IEEEtran}\n\\begin{document}\nIt"
    " flows~\\cite{lima}.\n\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n\\end{document}\n"
)
GOOD = "@book{lima, author = {Ana Lima}, title = {Pipes}, publisher = {Rio}, year = 2024}\n"
FAULTY = (
    "@book{costa, author = {Bo Costa}, title = {Sand}, publisher = {Rio}, year = 2024, month ="
    " {July}}\n"
)
LIST = r"""% kept
@string{flow = {J. Flow}}

@article{lima,
  author = {Ana Lima and Bo Costa},
  title = {Flow in {MIMO} and GPU pipes},
  journal = {IEEE Transactions on Information Theory}, volume = 3,
  pages = {12 - 20},   month = "October",   note = {100\%},
  year = 2024 }
@article{costa, author = {B. Costa}, title = {Sand}, journal = flow, year = {2023}, keywords = {a, b}}
"""  # noqa: E501


@pytest.fixture
def check(run, tmp_path):
    """A function that checks a .bib file, alone or in a paper; returns codes with their lines."""

    def call(content: str | bytes, *options: str, paper: str = "") -> list[tuple[str, int]]:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / "refs.bib").write_bytes(data)
        if paper:
            (tmp_path / "paper.tex").write_text(paper, encoding="utf-8")
        out = run(
            "check",
            "--isolated",
            "--select",
            "BIB,SRC",
            "--output-format",
            "json",
            *options,
            str(tmp_path / "refs.bib"),
        )[1]
        return [(finding["code"], finding["line"]) for finding in json.loads(out)["findings"]]

    return call


def test_in_a_paper_only_cited_entries_are_checked(check):
    assert check(GOOD + FAULTY, paper=PAPER) == []
    assert check(GOOD + FAULTY, "--all-references", paper=PAPER) == [("BIB004", 2)]
    assert check(GOOD + FAULTY, paper=PAPER.replace("\\cite{lima}", "\\nocite{*}")) == [
        ("BIB004", 2)
    ]
    assert check(GOOD + FAULTY, paper=PAPER.replace("{lima}", "{COSTA}")) == [("BIB004", 2)]


def test_without_a_paper_all_entries_are_checked(check):
    assert check(GOOD + FAULTY) == [("BIB004", 2)]


def test_a_comment_suppresses_findings_of_the_entry_below_it(check):
    suppressed = FAULTY.replace(
        "@book", "% ieeelint: ignore-next-line[BIB004] as the publisher has it\n@book"
    )
    assert check(GOOD + suppressed + FAULTY.replace("costa", "other").replace("Sand", "Mud")) == [
        ("BIB004", 4)
    ]
    assert check("% ieeelint: file-ignore[BIB] a list made by others\n" + GOOD + FAULTY) == []


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("@book{bad, title = {A", ("BIB009", 2)),
        ("@book{, title = {A}}", ("BIB009", 2)),
        (
            "@book{bad, author = {A. Li}, title = {A}, publisher = {B}, year = 2024, note}",
            ("BIB009", 2),
        ),
        (
            "@book{bad, author = {A. Li}, title = {A}, publisher = {B}, % why\n year = 2024}",
            ("BIB009", 2),
        ),
        (GOOD.strip(), ("BIB008", 2)),
    ],
)
def test_a_broken_entry_is_reported_and_the_others_are_checked(check, broken, expected):
    findings = check(GOOD + broken + "\n" + FAULTY)
    assert expected in findings and "BIB004" in dict(findings)


@pytest.mark.parametrize(
    ("old", "new", "severities"),
    [
        ("", "", []),
        ("\\cite{lima}", "\\nocite{*}", ["info"]),
        ("\\begin{doc", "\\usepackage{biblatex}\n\\begin{doc", ["error"]),
    ],
)
def test_an_entry_without_a_key_is_an_error_only_for_biber(run, tmp_path, old, new, severities):
    (tmp_path / "refs.bib").write_text("@misc{, title = {Sand}}\n" + GOOD, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(PAPER.replace(old, new, 1), encoding="utf-8")
    options = ("check", "--isolated", "--select", "BIB009", "--output-format", "json")
    findings = json.loads(run(*options, str(tmp_path / "paper.tex"))[1])["findings"]
    assert [finding["severity"] for finding in findings] == severities


def test_other_encodings_are_detected(check):
    entry = GOOD.replace("Ana", "Aná") + FAULTY
    assert check(entry.encode("latin-1")) == [("BIB004", 2)]
    assert check(b"\xef\xbb\xbf" + entry.encode()) == [("BIB004", 2)]


def test_a_file_without_bibtex_is_reported(check):
    assert check("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n") == [
        ("BIB009", 1)
    ]
    assert check("<!DOCTYPE html>\n<html>@book{a}</html>") == [("BIB009", 1)]


def test_a_binary_file_is_refused(run, tmp_path):
    (tmp_path / "refs.bib").write_bytes(b"\x00\x01\x02" * 99)
    status, out, err = run("check", str(tmp_path / "refs.bib"))
    assert status == 2 and "Traceback" not in out + err


def test_commands_in_fields_are_not_executed(check):
    assert (
        check(
            "@misc{a, author = {A. Li}, title = {\\input{refs.bib} \\loop}, note ="
            " {\\def\\a{\\a}\\a}}"
        )
        == []
    )


@pytest.mark.thorough
def test_a_database_of_fifty_megabytes_takes_linear_time(tmp_path, run):
    """The time is proportional to the size; a file of fifty megabytes is checked, or refused with a
    message.
    """

    def checked(entries: int) -> None:
        text = "".join(
            FAULTY.replace("costa", f"c{n}").replace("Sand", f"Sand {n}") for n in range(entries)
        )
        (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
        status, out, _ = run(
            "check", "--isolated", "--select", "BIB", "--statistics", str(tmp_path / "refs.bib")
        )
        assert status == 1 and f"{entries}  BIB004" in out

    assert_linear(checked, 8_000)
    (tmp_path / "refs.bib").write_bytes(b"@misc{a, title = {" + b"x " * 25_000_000 + b"}}")
    status, out, err = run("check", "--isolated", str(tmp_path / "refs.bib"))
    assert status in (0, 1, 2) and "Traceback" not in out + err


def fix(run, path: Path) -> str:
    run("check", "--isolated", "--fix", "--fix-only", str(path))
    return path.read_text(encoding="utf-8")


def test_fixes_change_nothing_else(run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(LIST, encoding="utf-8")
    expected = (
        LIST.replace("GPU", "{GPU}")
        .replace("12 - 20", "12--20")
        .replace('"October"', "oct")
        .replace("{IEEE Transactions on Information Theory}", "{IEEE Trans. Inf. Theory}")
    )
    assert fix(run, path) == expected
    assert fix(run, path) == expected


@pytest.mark.thorough
def test_bibtex_prints_the_same_except_for_the_fixes(run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(LIST, encoding="utf-8")

    def printed() -> str:
        (tmp_path / "p.aux").write_text(
            "\\relax\n\\bibstyle{IEEEtran}\n\\citation{*}\n\\bibdata{refs}\n", encoding="utf-8"
        )
        done = subprocess.run(["bibtex", "p"], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
        return (tmp_path / "p.bbl").read_text(encoding="utf-8")

    before, shape = printed(), shape_of(path)
    fix(run, path)
    after = printed()
    assert shape_of(path) == shape
    expected = (
        " ".join(before.split())
        .replace("gpu", "{GPU}")
        .replace("12 -- 20", "12--20")
        .replace("October", "Oct.")
    )
    expected = expected.replace("Transactions on Information Theory", "Trans. Inf. Theory")
    assert " ".join(after.split()) == expected


def shape_of(path: Path) -> list[tuple[str, str, list[str]]]:
    """The kind, the key and the field names of each entry."""
    entries = parse(Source("refs.bib", path.read_text(encoding="utf-8"))).entries
    return [(entry.kind, entry.key, list(entry.fields)) for entry in entries]
