"""The setting "anonymous": true, false, or auto, which the author block decides."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.readers.latex.reading import read
from ieeelint.settings import Settings

DRAFT = (
    "\\documentclass[conference]{IEEEtran}\n\\begin{document}\n\\title{Flow}\n\\author{%s}\n"
    "\\maketitle\nIn our previous work~\\cite{a}, water was wet.\n"
    "\\begin{thebibliography}{1}\\bibitem{a} A. Lima, ``P,'' 2020.\\end{thebibliography}\n"
    "\\end{document}\n"
)


def codes(block: str, **values: object) -> set[str]:
    draft = read("paper.tex", text=DRAFT % block)
    return {one.code for one in check_draft(draft, Settings(**values))}


@pytest.mark.parametrize(
    "block",
    [
        "Anonymous Authors",
        "\\IEEEauthorblockN{Anonymous Author(s)}",
        "Anonymous submission \\#303",
        "Names omitted for double-blind review",
        "Anonymized",
    ],
)
def test_auto_is_true_if_the_author_block_says_so(block):
    assert "ANO003" in codes(block)
    assert "ANO003" not in codes(block, anonymous=False)


@pytest.mark.parametrize("block", ["Ana Lima", "Anon Nymous\\\\ Review Institute", ""])
def test_auto_is_false_for_other_author_blocks(block):
    assert not any(code.startswith("ANO") for code in codes(block))
    assert "ANO003" in codes(block, anonymous=True)


def test_a_settings_file_may_say_auto(run, draft, tmp_path):
    path = draft("Water is wet.\n%! author\nAnonymous Authors")
    for value, is_reported in (('"auto"', True), ("true", True), ("false", False)):
        (tmp_path / "ieeelint.toml").write_text(f"anonymous = {value}\n")
        assert ("ANO009" in run("check", "--output-format", "concise", path)[1]) == is_reported
    (tmp_path / "ieeelint.toml").write_text('anonymous = "atuo"\n')
    status, _, err = run("check", path)
    assert status == 2 and '"anonymous" must be true or false, or "auto"' in err
