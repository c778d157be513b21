"""The paragraph about speed in the README says what the last run of the benchmarks measured."""

from __future__ import annotations

import pytest

from ieeelint.documentation.speed import paragraph, with_figures

RESULTS = """The figures of one run: 2001-02-03, commit abcdef1234, Python 3.11.7, Linux, 2 cores.

# LaTeX drafts

Python 3.11.7; floor (python -c pass) 10.0 ms

| draft | process / floor | unchanged / floor | process / walker | MB/s |
| --- | --- | --- | --- | --- |
| 70 kB | 9.6 | 2.1 | 0.55 | 0.9 |
| 10,096 kB | 800.0 | 30.0 | – | 1.2 |

# Word drafts

| pages | process / floor | seconds per page / first row | peak, MB |
| --- | --- | --- | --- |
| 15 | 16.2 | 1.00 | 38 |
| 500 | 308.4 | 0.57 | 162 |

# Language server

| draft | a keystroke, ms | unchanged, ms |
| --- | --- | --- |
| 20 kB | 12.5 | 0.06 |
| 101 kB | 41.7 | 0.06 |

# BibTeX files

| entries | MB | check / bibtexparser's parse |
| --- | --- | --- |
| 10,000 | 3.30 | 1.71 |
"""


def test_the_paragraph_has_the_figures_of_the_tables():
    words = " ".join(paragraph(RESULTS).split())
    for figure in (
        "a 70 kB LaTeX draft with all rules takes 0.096 s: 10 times as long",
        "0.55 times as long as the walker",
        "it takes 0.021 s",
        "A draft of 10 MB takes 8 s, a Word draft of 15 pages 0.16 s, one of 500 pages 3.1 s",
        "10,000 entries 1.71 times as long",
        "a 101 kB draft follow a keystroke after 42 ms",
        "2001-02-03",
    ):
        assert figure in words


def test_only_the_marked_part_of_the_readme_changes():
    readme = "# Tool\n<!-- from benchmarks/results.md -->\nold\n<!-- end -->\n\nMore.\n"
    new = with_figures(readme, RESULTS)
    assert new.startswith("# Tool\n<!-- from benchmarks/results.md -->\nA check")
    assert new.endswith("cores.\n<!-- end -->\n\nMore.\n") and "old" not in new
    assert with_figures(new, RESULTS) == new


@pytest.mark.parametrize("missing", ["# Word drafts", "2001-02-03, commit", "floor (python"])
def test_a_missing_figure_is_an_error(missing):
    with pytest.raises(ValueError, match="results.md"):
        paragraph(RESULTS.replace(missing, ""))
