"""Suppression comments."""

from __future__ import annotations

import docx
import pytest

from ieeelint import check
from ieeelint.settings import Settings


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
def test_suppressed_findings_are_not_reported(draft, run, body):
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert out == ""


def test_a_comment_applies_to_its_line_only(draft, run):
    body = "It is .25. % ieeelint: ignore[UNT005]\nIt is .5."
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert codes(out) == ["UNT005"]


def test_findings_after_enable_are_reported(draft, run):
    body = "% ieeelint: disable[UNT005]\nIt is .25.\n% ieeelint: enable[UNT005]\nIt is .5."
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert codes(out) == ["UNT005"]


def test_an_unused_comment_is_reported(draft, run):
    _, out, _ = run(
        "check", "--output-format", "concise", draft("It is 0.25. % ieeelint: ignore[UNT005] old")
    )
    assert codes(out) == ["SRC004"]


def test_a_comment_for_a_rule_that_did_not_run_is_not_unused(draft, run):
    body = "It is 0.25. % ieeelint: ignore[UNT005] old"
    _, out, _ = run("check", "--select", "FIG,SRC", "--output-format", "concise", draft(body))
    assert out == ""


def test_a_malformed_comment_shows_the_correct_form(draft, run):
    _, out, _ = run(
        "check", "--output-format", "concise", draft("It is 0.25. % ieeelint: disable=UNT005")
    )
    assert codes(out) == ["SRC005"]
    assert "% ieeelint: disable[UNT005] reason" in out


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore", "The rules must be in brackets"),
        ("ignore UNT005 old", 'Write "% ieeelint: ignore[UNT005] reason"'),
        ("ignored[UNT005]", 'Unknown word "ignored"'),
        ("ignore[UNT05]", 'did you mean "UNT005"?'),
        ("disable[ALL]", "a range of lines cannot disable ALL"),
        ("enable[UNT005]", "No comment above disables UNT005"),
    ],
)
def test_each_mistake_is_reported(draft, run, comment, words):
    path = draft(f"It is 0.25. % ieeelint: {comment}")
    _, out, _ = run("check", "--output-format", "concise", path)
    assert codes(out) == ["SRC005"]
    assert words in out


def test_a_range_ends_for_the_rule_that_is_enabled_only(draft, run):
    body = (
        "% ieeelint: disable[UNT005, TXT013]\nIt is .25 and and.\n% ieeelint: enable[TXT013]\n"
        "It is .5 and and.\n% ieeelint: enable[UNT005]\nIt is .75."
    )
    path = draft(body)
    _, out, _ = run("check", "--select", "UNT005,TXT013", "--output-format", "concise", path)
    assert sorted(codes(out)) == ["TXT013", "UNT005"]


def test_a_comment_applies_to_its_file_only(draft, run):
    body = (
        "% ieeelint: file-ignore[UNT005]\n\\input{part}\n\nIt is .25.\n%! file part.tex\nIt is .5."
    )
    _, out, _ = run("check", "--select", "UNT005", "--output-format", "concise", draft(body))
    assert codes(out) == ["UNT005"]
    assert "part.tex" in out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is 0.25. % ieeelint: ignore[UNT005]\nEnd.", "It is 0.25. \nEnd."),
        ("It is 0.25.% ieeelint: ignore[UNT005]\nEnd.", "It is 0.25.%\nEnd."),
        ("It is\n  % ieeelint: ignore[UNT005] old\n0.25.", "It is\n0.25."),
        ("It is\r\n% ieeelint: ignore[UNT005] old\r\n0.25.", "It is\r\n0.25."),
        ("It is .25. % ieeelint: ignore[FIG001, UNT005]", "It is .25. % ieeelint: ignore[UNT005]"),
    ],
)
def test_the_fix_deletes_an_unused_comment(draft, before, after):
    path = draft(before)
    finding = next(item for item in check([path]).findings if item.code == "SRC004")
    assert finding.fix is not None and finding.fix.safe
    (edit,) = finding.fix.edits
    text = edit.span.source.text
    fixed = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert after in fixed and before not in fixed
    assert fixed.replace(after, before) == text


def findings_in_word(path, *paragraphs: tuple[str, str]) -> list[tuple[str, int]]:
    """The codes and paragraph numbers of the findings in a Word draft with these comments."""
    document = docx.Document()
    document.add_paragraph("Pipes in Cold Rooms")
    document.add_heading("Introduction", 1)
    for words, comment in paragraphs:
        run = document.add_paragraph().add_run(words)
        if comment:
            document.add_comment(run, text=comment, author="An author", initials="A")
    document.save(path)
    findings = check(str(path), Settings(select=["UNT005", "SRC", "WRD005"])).findings
    return [
        (finding.rule.code, finding.span.source.locate(finding.span.start)[0] - 2)
        for finding in findings
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [("It is .25.", "ieeelint: ignore[UNT005] a caliber"), ("It is .5.", "")],
            [("UNT005", 2)],
        ),
        ([("It is .25.", ""), ("It is .5.", "ieeelint: file-ignore[UNT005]")], []),
        ([("It is so.", "ieeelint: ignore-next-line[UNT005]"), ("It is .5.", "")], []),
        (
            [
                ("It is .25.", "ieeelint: disable[UNT005]"),
                ("It is .5.", ""),
                ("It is 1.", "ieeelint: enable[UNT005]"),
                ("It is .75.", ""),
            ],
            [("UNT005", 4)],
        ),
        ([("It is 0.25.", "ieeelint: ignore[UNT005]")], [("SRC004", 1)]),
        ([("It is .25.", "ieeelint: ignore UNT005")], [("UNT005", 1), ("SRC005", 1)]),
        ([("It is .25.", "Is ieeelint: ignore[UNT005] right?")], [("UNT005", 1), ("WRD005", 1)]),
        ([("It is 0.25.", "Why?"), ("It is .25.", "ieeelint: ignore[UNT005]")], [("WRD005", 1)]),
    ],
)
def test_comments_of_a_word_draft_suppress_findings(tmp_path, paragraphs, expected):
    assert sorted(findings_in_word(tmp_path / "draft.docx", *paragraphs)) == sorted(expected)


def test_the_form_in_word_has_no_percent_sign(tmp_path):
    path = tmp_path / "draft.docx"
    findings_in_word(path, ("It is .25.", "ieeelint: ignore UNT005"))
    (finding,) = check(str(path), Settings(select=["SRC005"])).findings
    assert 'Write "ieeelint: ignore[UNT005] reason"' in finding.message


# -- what a suppression must not hide -----------------------------------------------------------

TEMPLATE_TEXT = (
    "Keep your text and graphic files separate until after the text has been set .25 apart."
)


def test_template_text_hides_what_else_is_wrong_in_its_sentence(draft, run):
    path = draft(TEMPLATE_TEXT)
    _, out, _ = run("check", "--select", "TPL,UNT005", "--output-format", "concise", path)
    assert codes(out) == ["TPL001"]


def test_suppressed_template_text_hides_nothing(draft, run, tmp_path):
    path = draft(TEMPLATE_TEXT + " % ieeelint: ignore[TPL001] a quotation")
    _, out, _ = run("check", "--select", "TPL,UNT005", "--output-format", "concise", path)
    assert codes(out) == ["UNT005"]


@pytest.mark.parametrize(
    "settings", ['severity = {TPL001 = "off"}', 'per-file-ignores = {"*.tex" = ["TPL001"]}']
)
def test_template_text_that_the_settings_ignore_hides_nothing(draft, run, tmp_path, settings):
    path = draft(TEMPLATE_TEXT)
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    _, out, _ = run("check", "--select", "TPL,UNT005", "--output-format", "concise", path)
    assert codes(out) == ["UNT005"]


@pytest.mark.parametrize("selector", ["SRC001", "SRC", "ALL"])
def test_no_comment_hides_a_file_that_cannot_be_read(draft, run, selector):
    body = f"% ieeelint: file-ignore[{selector}]\nIt is .25. \\input{{parts}}\n"
    path = draft(body + "%! file parts/one.tex\nThe gain is high.")
    status, out, _ = run("check", "--output-format", "concise", path)
    assert status == 1 and "SRC001" in codes(out)
