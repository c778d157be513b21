"""Twenty planted leaks in a LaTeX draft and more in a Word draft: each of them is reported."""

from __future__ import annotations

import pytest
from anonymity.planting import UNSEEN, latex, word

from ieeelint.draft_checking import check_draft
from ieeelint.readers import read
from ieeelint.settings import Settings

LATEX, WORD = 20, 22  # the numbers of planted leaks


def anonymity(path, **values):
    """The findings about anonymity that are not only for information."""
    findings = check_draft(read(str(path)), Settings(**values))
    return [one for one in findings if one.code.startswith("ANO") and one.severity != "info"]


def test_all_leaks_of_the_latex_draft_are_found(tmp_path):
    root, leaks = latex(tmp_path)
    assert len(leaks) == LATEX
    spans = [one.span for one in anonymity(root, anonymous=True)]
    missed = [
        (tmp_path / name).read_text(encoding="utf-8")[start:end]
        for name, start, end in leaks
        if not any(
            span.source.path.endswith(name) and span.start < end and start < span.end
            for span in spans
        )
    ]
    assert missed == []


def test_all_leaks_of_the_word_draft_are_found(tmp_path):
    path, leaks = word(tmp_path)
    assert len(leaks) + len(UNSEEN) == WORD
    found = anonymity(path, anonymous=True)
    missed = [
        words
        for words in [*leaks, *UNSEEN]
        if not any(
            words in one.message
            or one.span.text
            and (one.span.text in words or words in one.span.text)
            for one in found
        )
    ]
    assert missed == []


@pytest.mark.parametrize("write", [latex, word])
def test_without_the_setting_nothing_is_said_about_anonymity(tmp_path, write):
    path, _ = write(tmp_path)
    assert anonymity(path) == []
