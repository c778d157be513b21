"""The command line: exit statuses, options and messages."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from ieeelint import cli

BAD = "The ratio is .25 here."


def test_a_clean_paper_exits_0_with_a_message(draft, run):
    status, out, _ = run("check", draft("The ratio is 0.25 here."))
    assert status == 0
    assert "No findings." in out


def test_findings_exit_1_and_show_the_location(draft, run):
    status, out, _ = run("check", draft(BAD))
    assert status == 1
    assert "UNT005 number-leading-zero" in out
    assert "The ratio is .25 here." in out
    assert "^^^" in out
    assert out.rstrip().endswith("Found 1 warning. It has a safe fix.")


def test_first_line_names_profile_and_stage(draft, run):
    _, out, _ = run("check", draft(BAD))
    first = out.splitlines()[0]
    assert "conference profile" in first and "IEEEtran" in first and "draft stage" in first


def test_a_missing_file_exits_2_with_a_message(run, tmp_path):
    status, out, _ = run("check", str(tmp_path / "nowhere.tex"))
    assert status == 2
    assert "does not exist" in out


def test_an_unreadable_file_among_others_is_a_finding(draft, run, tmp_path):
    (tmp_path / "binary.tex").write_bytes(b"\x00\x01\x02" * 100)
    status, out, _ = run(
        "check", "--output-format", "json", draft("Water is wet."), str(tmp_path / "binary.tex")
    )
    assert status == 2
    findings = json.loads(out)["findings"]
    assert [finding["code"] for finding in findings] == ["SRC001"]


def test_fail_on_and_exit_zero_set_the_status(draft, run):
    path = draft(BAD)
    assert run("check", "--fail-on", "error", path)[0] == 0
    assert run("check", "--fail-on", "never", path)[0] == 0
    assert run("check", "--exit-zero", path)[0] == 0
    assert run("check", "--fail-on", "info", path)[0] == 1


@pytest.mark.parametrize("selector", ["UNT005", "unt005", "UNT", "number-leading-zero", "ALL"])
def test_select_by_code_prefix_and_name(draft, run, selector):
    _, out, _ = run("check", "--select", selector, "--output-format", "concise", draft(BAD))
    assert "UNT005" in out


def test_ignore_turns_rules_off(draft, run):
    assert run("check", "--ignore", "UNT,FIG", draft(BAD))[0] == 0


def test_an_unknown_rule_suggests_a_similar_one(draft, run):
    status, _, err = run("check", "--select", "UNT05", draft(BAD))
    assert status == 2
    assert "UNT005" in err


def test_an_unknown_option_or_command_suggests_a_similar_one(run):
    assert "--select" in run("check", "--selct", "X")[2]
    assert "check" in run("chek")[2]


def test_standard_input_is_checked(monkeypatch, run):
    text = (
        "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nA ratio of .25 is"
        " seen.\n\\end{document}\n"
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    _, out, _ = run(
        "check",
        "--select",
        "UNT005",
        "--output-format",
        "concise",
        "--stdin-filename",
        "mine.tex",
        "-",
    )
    assert out.startswith("mine.tex:3:12: UNT005")


@pytest.mark.parametrize("content", [b"", b"\x00\x01" * 300])
def test_standard_input_without_a_draft_exits_2(monkeypatch, run, content):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    status, out, err = run("check", "-")
    assert status == 2
    assert "is empty" in out or "is a binary file" in err


def test_standard_input_excludes_other_paths(run):
    status, _, err = run("check", "-", "paper.tex")
    assert status == 2
    assert "cannot be combined with other paths" in err


def test_an_interrupt_exits_130_without_a_traceback(monkeypatch, run):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("ieeelint.commands.check.check_paths", interrupted)
    status, _, err = run("check", "paper.tex")
    assert status == 130
    assert err.strip() == "ieeelint: interrupted"


def test_statistics_count_the_findings_of_each_rule(draft, run):
    _, out, _ = run("check", "--statistics", draft(BAD + " And .5 too."))
    assert out.split() == ["2", "UNT005", "number-leading-zero"]


def test_the_output_file_is_complete(draft, run, tmp_path):
    target = tmp_path / "report.json"
    run("check", "--output-format", "json", "--output-file", str(target), draft(BAD))
    assert json.loads(target.read_text(encoding="utf-8"))["findings"][0]["code"] == "UNT005"
    assert not list(tmp_path.glob("*.tmp"))


def test_color_follows_the_option_and_the_environment(draft, run, monkeypatch):
    path = draft(BAD)
    assert "\033[" not in run("check", path)[1]
    assert "\033[" in run("check", "--color", "always", path)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\033[" in run("check", path)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in run("check", path)[1]


def test_a_folder_checks_each_document_once(draft, run, tmp_path):
    draft("%! body\n\\input{part}\n%! file part.tex\nThe ratio is .25 here.")
    _, out, _ = run("check", "--output-format", "concise", str(tmp_path))
    assert [line.split(": ")[1].split()[0] for line in out.splitlines()] == ["UNT005"]
    assert "part.tex:1:14" in out


def test_an_included_file_is_checked_with_its_root(draft, run, tmp_path):
    draft("%! body\n\\input{part}\n%! file part.tex\nThe ratio is .25 here.")
    _, out, _ = run("check", "--output-format", "json", str(tmp_path / "part.tex"))
    content = json.loads(out)
    assert content["papers"][0]["path"].endswith("paper.tex")
    assert content["findings"][0]["path"].endswith("part.tex")


def test_a_folder_without_a_draft_is_reported(run, tmp_path):
    status, out, _ = run("check", str(tmp_path))
    assert status == 2
    assert "contains no draft" in out


def test_the_page_of_a_rule_and_an_unknown_rule(run):
    status, out, _ = run("rule", "fig-reference-form")
    assert status == 0
    assert "FIG001" in out and "Wrong:" in out and "Right:" in out and "Source:" in out
    status, _, err = run("rule", "FIG01")
    assert status == 2
    assert "did you mean" in err


def test_the_page_of_a_local_rule_is_found_in_the_folder_of_its_settings(run):
    status, _, err = run("rule", "HSE-ODD-ZEBRAS")
    assert status == 2 and "a local rule is known only in the folder of its settings file" in err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HSE001", "; a local rule is known only"),  # not TEX001, whose digits are the same
        ("FGI001", '; did you mean "FIG001"? A local rule'),
        ("UNT05", '; did you mean "UNT005"?\n'),  # a local rule cannot have this prefix
        ("fig-refrence-form", '; did you mean "fig-reference-form"?'),
        ("fig", "is a prefix; choose one of its rules: FIG001, FIG002,"),
    ],
)
def test_the_rule_that_was_probably_meant_is_named(run, name, words):
    status, _, err = run("rule", name)
    assert status == 2 and f'"{name}"' in err and words in err


@pytest.mark.parametrize(("selector", "hint"), [("HSE001", ""), ("fgi", '; did you mean "FIG"?')])
def test_the_selector_that_was_probably_meant_is_named(draft, run, selector, hint):
    _, _, err = run("check", "--select", selector, draft(BAD))
    assert err == f'ieeelint: --select: unknown rule "{selector}"{hint}\n'


def test_rules_are_listed_in_every_format(run):
    assert "FIG001" in run("rules")[1]
    every = json.loads(run("rules", "--format", "json")[1])
    assert all(
        rule["bad"] and rule["good"] and rule["summary"] and rule["source"] for rule in every
    )
    table = run("rules", "--format", "markdown")[1]
    assert "| 81 |" in table


def test_settings_show_where_they_come_from(run, tmp_path):
    (tmp_path / "ieeelint.toml").write_text('stage = "review"\n')
    _, out, _ = run("settings", str(tmp_path), "--profile", "journal")
    lines = {line.split(" = ")[0]: line for line in out.splitlines()}
    assert "ieeelint.toml" in lines["stage"]
    assert "command line" in lines["profile"]
    assert "default" in lines["fail-on"]


def test_debug_text_shows_zones_and_marks(draft, run):
    _, out, _ = run("debug", "text", draft("Take $x$ from~\\cite{lima}."))
    assert "[abstract]" in out
    assert "Take ⟨math x⟩ from ⟨cite lima⟩." in out


def test_a_closed_pipe_shows_no_traceback(draft):
    command = [sys.executable, "-m", "ieeelint", "rules", "--format", "json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
    assert b"Traceback" not in errors


def test_other_rules_run_after_a_rule_fails(draft, run, monkeypatch):
    from ieeelint import rules

    rules.load()

    def fail(paper):
        raise ZeroDivisionError("by hand")

    monkeypatch.delenv("IEEELINT_RAISE", raising=False)
    monkeypatch.setattr(rules.REGISTRY["FIG001"], "check", fail)
    status, out, _ = run("check", draft(BAD))
    assert status == 1
    assert "SRC003" in out and "FIG001" in out and "UNT005" in out


def test_an_output_that_the_language_server_closed_is_not_flushed(monkeypatch):
    output = io.StringIO()
    monkeypatch.setattr("sys.stdout", output)
    monkeypatch.setattr("ieeelint.cli.run", lambda _: output.close() or 0)
    assert cli.main(["server"]) == 0
