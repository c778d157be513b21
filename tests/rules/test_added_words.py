"""Words that a user adds to the tables change what the rules about references and LaTeX find."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.readers import read
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.running import run_rule
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def count(folder: Path, snippet: str, code: str, additions: dict[str, Any]) -> int:
    """How many findings one rule reports on a snippet, with these additions to the tables."""
    for name, content in assemble(snippet).items():
        (folder / name).write_text(content, encoding="utf-8")
    rules.load()
    context = Context(read(str(folder / "main.tex")), vocabulary=Vocabulary(additions))
    return len(run_rule(rules.REGISTRY[code], context))


ENTRY = "%! references\n\\bibitem{lima} "


@pytest.mark.parametrize(
    ("code", "snippet", "additions"),
    [
        (
            "REF001",
            "%! back\n\\bibliographystyle{rio}",
            {"citations": {"styles": {"sorted": ["rio"]}}},
        ),
        (
            "REF003",
            "It flows beside reference~\\cite{lima}.",
            {"citations": {"citations": {"before_reference": ["beside"]}}},
        ),
        (
            "REF006",
            ENTRY + "A. Lima, ``Pipes,'' on the desk of an editor, 2020.",
            {"citations": {"states": {"submitted": ["on the desk of an editor"]}}},
        ),
        (
            "REF007",
            ENTRY + "A. Lima, ``Pipes,'' \\emph{J. Flow}, at the printer.",
            {"citations": {"states": {"accepted": ["at the printer"]}}},
        ),
        (
            "BIB005",
            HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, year = 2024, journal = "
            "{IEEE Transactions on Pipes and Sand}}",
            {
                "journals": {
                    "titles": {
                        "ieee transactions on pipes and sand": ["IEEE Trans. Pipes Sand", ""]
                    }
                }
            },
        ),
        (
            "BIB006",
            HEAD + "@misc{lima, title = {Flow}, year = 2024, author = {Porto Water Guild}}",
            {"citations": {"organizations": {"words": ["Guild"]}}},
        ),
        (
            "BIB008",
            HEAD + "@misc{lima, title = {Flow}, year = 2024, note = {Sand & Water}}",
            {"entry_types": {"printed": {"fields": ["note"]}}},
        ),
        (
            "TEX001",
            "%! class\n\\documentclass{flow}\n%! file flow.cls\nx",
            {"classes": {"ieee": {"foreign": ["flow"]}}},
        ),
        (
            "TEX007",
            "\\section{Method}\\label{sec:m}\nWe measure as in Fluo \\ref{sec:m}.",
            {"references": {"kinds": {"figure": ["fluo"]}}},
        ),
        (
            "REF011",
            ENTRY + "A. Lima, ``Pipes and Sand,'' Tejo House, Porto, 2020.",
            {"citations": {"publishers": {"names": ["House"]}}},
        ),
    ],
)
def test_an_added_word_is_reported(
    tmp_path: Path, code: str, snippet: str, additions: dict[str, Any]
) -> None:
    assert count(tmp_path, snippet, code, {}) == 0
    assert count(tmp_path, snippet, code, additions) == 1


@pytest.mark.parametrize(
    ("code", "snippet", "additions"),
    [
        (
            "REF002",
            "As drawn in Abb. \\cite{lima} Water flows.",
            {"citations": {"citations": {"abbreviations": ["Abb"]}}},
        ),
        (
            "BIB001",
            HEAD + "@flow{lima, title = {Flow}}",
            {"entry_types": {"free": {"types": ["flow"]}}},
        ),
        (
            "TEX003",
            "\\begin{flowbox}\nA box.\\vspace{-2mm}\n\\end{flowbox}",
            {"latex": {"spaces": {"placing_environments": ["flowbox"]}}},
        ),
        (
            "REF008",
            ENTRY + "A. Lima, ``Ĝisdata Fluo kaj Multaj Sablo,'' \\emph{J. Flow}, vol. 1, 2020.",
            {"citations": {"titles": {"other_languages": ["kaj"]}}},
        ),
    ],
)
def test_an_added_word_is_accepted(
    tmp_path: Path, code: str, snippet: str, additions: dict[str, Any]
) -> None:
    assert count(tmp_path, snippet, code, {}) == 1
    assert count(tmp_path, snippet, code, additions) == 0


def test_a_removed_word_is_no_longer_reported(tmp_path: Path) -> None:
    snippet = ENTRY + "A. Lima, ``Pipes,'' \\emph{J. Flow}, forthcoming."
    removal = {"citations": {"states": {"accepted": ["-forthcoming"]}}}
    assert count(tmp_path, snippet, "REF007", {}) == 1
    assert count(tmp_path, snippet, "REF007", removal) == 0
