"""Suppression comments."""

from __future__ import annotations

import pytest


def codes(out: str) -> list[str]:
    return [line.split(": ")[1].split()[0] for line in out.splitlines()]


@pytest.mark.parametrize(
    "body",
    [
        "It is .25. % ieeelint: ignore[UNT005] a caliber",
        "It is .25. % ieeelint: ignore[UNT] a caliber",
        "It is .25. % ieeelint: ignore[number-leading-zero, FIG001] a caliber",
        "% ieeelint: ignore-next-line[UNT005] a caliber\nIt is .25.",
        "% ieeelint: ignore-next-line[UNT005]\n% more\nIt is .25.",
        "% ieeelint: disable[UNT005]\nIt is .25.\n\nIt is .5.\n% ieeelint: enable[UNT005]\nOr 0.5.",
        "% ieeelint: file-ignore[UNT005] calibers\nIt is .25.\n\nIt is .5.",
    ],
)
def test_answered_findings_are_gone(draft, run, body):
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert out == ""


def test_only_its_own_line(draft, run):
    body = "It is .25. % ieeelint: ignore[UNT005]\nIt is .5."
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert codes(out) == ["UNT005"]


def test_after_enable_findings_return(draft, run):
    body = "% ieeelint: disable[UNT005]\nIt is .25.\n% ieeelint: enable[UNT005]\nIt is .5."
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert codes(out) == ["UNT005"]


def test_unused_comment_is_told(draft, run):
    _, out, _ = run("check", "--output-format", "concise", draft("It is 0.25. % ieeelint: ignore[UNT005] old"))
    assert codes(out) == ["SRC004"]


def test_comment_for_a_rule_that_did_not_run_is_not_unused(draft, run):
    body = "It is 0.25. % ieeelint: ignore[UNT005] old"
    _, out, _ = run("check", "--select", "FIG,SRC", "--output-format", "concise", draft(body))
    assert out == ""


def test_malformed_comment_shows_the_form(draft, run):
    _, out, _ = run("check", "--output-format", "concise", draft("It is 0.25. % ieeelint: disable=UNT005"))
    assert codes(out) == ["SRC005"]
    assert "% ieeelint: disable[UNT005] reason" in out
