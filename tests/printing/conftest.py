"""Fixtures of the tests about typed references."""

from __future__ import annotations

import pytest
from test_exchange import entries
from typed_references import latex


@pytest.fixture
def fields(tmp_path, run):
    """The fields of one reference that is typed in LaTeX."""

    def convert(words: str) -> dict[str, str]:
        path = tmp_path / "p.tex"
        path.write_text(latex(words), encoding="utf-8")
        status, out, err = run("refs", "--to", "bibtex", str(path))
        assert status == 0, err
        (found,) = entries(out).values()
        return found

    return convert
