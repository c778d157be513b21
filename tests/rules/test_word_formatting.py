"""Formatting by hand in Word drafts whose styles are not those of the template."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.readers.word.reading import read_document
from ieeelint.running import run_rule
from tests.readers.word import drafts

HEADING = '<w:name w:val="heading 1"/>'
TITLE = '<w:name w:val="paper title"/>'


def sized(name: str, half_points: int) -> str:
    """The name of a style, and a size."""
    return f'{name}<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'


def run_of(words: str, half_points: int) -> str:
    """A run in a size that is set by hand."""
    look = f'<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="{half_points}"/>'
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def messages(paragraphs: list[str], styles: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What WRD003 says about a draft with these styles."""
    monkeypatch.setattr(drafts, "styles", lambda: styles)
    rules.load()
    context = Context(read_document("draft.docx", drafts.draft(*paragraphs)))
    return [finding.message for finding in run_rule(rules.REGISTRY["WRD003"], context)]


def with_heading(half_points: int) -> list[str]:
    """The paragraphs of a paper with a heading of this size."""
    heading = drafts.paragraph(run_of("Slow Pipes", half_points), "Heading1")
    return [*drafts.paper(heading, drafts.paragraph("It is wet."))]


def test_a_heading_with_the_size_of_the_template_is_fine(monkeypatch):
    styles = drafts.styles().replace(HEADING, sized(HEADING, 32))
    assert not messages(with_heading(20), styles, monkeypatch)


def test_a_changed_style_is_not_to_be_restored(monkeypatch):
    styles = drafts.styles().replace(HEADING, sized(HEADING, 32))
    (message,) = messages(with_heading(26), styles, monkeypatch)
    assert message.startswith("The size is set to 13 pt by hand")
    assert message.endswith("Set this style to 10 pt, select the text, and press Ctrl+Space.")


def test_a_heading_in_a_style_of_text_gets_a_style_of_headings(monkeypatch):
    styles = drafts.styles().replace(HEADING, sized(HEADING.replace("heading 1", "Normal"), 24))
    (message,) = messages(with_heading(32), styles, monkeypatch)
    assert "Give it a style of headings (10 pt)" in message


def test_styles_of_other_templates_are_to_be_restored(monkeypatch):
    styles = drafts.styles().replace(TITLE, sized(TITLE.replace("paper title", "Title"), 44))
    title = drafts.paragraph(run_of("Steady Flow in Narrow Pipes", 36), "papertitle")
    (message,) = messages([title, *drafts.paper()[1:]], styles, monkeypatch)
    assert message.endswith("Select the text and press Ctrl+Space to restore its style.")
