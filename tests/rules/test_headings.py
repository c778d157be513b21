"""Headings: what the messages tell the author, and the cases that look like a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint import rules
from ieeelint.rule_examples import run_example


def messages(code: str, example: str, folder: Path) -> list[str]:
    """The messages of one rule on an example."""
    rules.load(("HDG",))
    return [
        each.message for each in run_example(rules.REGISTRY[code], example, str(folder)).findings
    ]


TEXT = "[Body Text] Sand is dry."
OFF = "press Ctrl+Q in this heading"
WITHOUT = 'give it the style "Heading 2" of the IEEE template'


@pytest.mark.parametrize(
    ("heading", "how"),
    [
        ("[heading 1] 2. Sand", "The style numbers the headings."),
        ("[heading 1 plain] 2. Sand", OFF),
        ("[IEEE heading 2] 2.1. Sand", WITHOUT),
        ("[heading 1] 2. References", "This heading has no number in IEEE papers."),
    ],
)
def test_a_typed_number_is_deleted_where_the_style_prints_one(
    heading: str, how: str, tmp_path: Path
) -> None:
    (message,) = messages("HDG002", f"%! word\n{heading}\n{TEXT}", tmp_path)
    assert how in message


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ("heading 1 plain", OFF.replace("press", "Press")),
        ("IEEE heading 1", 'Give it the style "Heading 1" of the IEEE template'),
        ("heading 5", 'Give it the style "Heading 1" of the IEEE template'),
    ],
)
def test_a_heading_without_a_number_gets_one_that_its_style_can_print(
    style: str, how: str, tmp_path: Path
) -> None:
    (message,) = messages("HDG004", f"%! word\n[{style}] Methods\n{TEXT}", tmp_path)
    assert how in message


ONE = "[heading 1] Methods\n[heading 2] Sand\n" + TEXT


@pytest.mark.parametrize(
    ("sketch", "count"),
    [
        (f"{ONE}\n[heading 1] Results\n{TEXT}", 1),
        # a heading without a style may be the second one
        (f"{ONE}\n[Body Text] <b>B. Water</b>\n{TEXT}\n[heading 1] Results\n{TEXT}", 0),
    ],
)
def test_only_styled_headings_are_known_to_be_alone(
    sketch: str, count: int, tmp_path: Path
) -> None:
    assert len(messages("HDG003", f"%! word\n{sketch}", tmp_path)) == count


def test_a_first_heading_of_a_low_level_is_not_alone_in_a_section(tmp_path: Path) -> None:
    sketch = f"[paper title] Flow\n[heading 3] Introduction\n{TEXT}\n[heading 1] Results\n{TEXT}"
    assert messages("HDG003", f"%! word whole\n{sketch}", tmp_path) == []


@pytest.mark.parametrize(
    ("heading", "style"),
    [
        ("3.1 Sand and Water", 'Give it the style "Heading 2"'),
        ("Sand and Water", "Give it the heading style of its level."),
    ],
)
def test_the_level_of_a_heading_without_a_number_is_not_guessed(
    heading: str, style: str, tmp_path: Path
) -> None:
    sketch = f"%! word\n[heading 1] Methods\n{TEXT}\n[Normal bold] {heading}\n{TEXT} {TEXT}"
    (message,) = messages("HDG006", sketch, tmp_path)
    assert style in message


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("QTRM Pipes", 'Spell out "QTRM" in the heading'),
        (
            "We take the sand out of the QTRM pipes and then show the rest of it",
            'Give it the style "Body Text", or shorten it and spell out "QTRM".',
        ),
    ],
)
def test_a_sentence_in_the_style_of_a_heading_is_text(
    words: str, remedy: str, tmp_path: Path
) -> None:
    (message,) = messages("HDG001", f"%! word\n[heading 2] {words}\n{TEXT}", tmp_path)
    assert remedy in message
