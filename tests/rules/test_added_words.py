"""Words that a user adds to the tables change what the rules about references find."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.checking import run_rule
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.readers.latex import read
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def messages(snippet: str, code: str, additions: dict[str, Any]) -> list[str]:
    """The messages of one rule on a snippet, with these additions to the tables."""
    rules.load()
    draft = read("main.tex", text=assemble(snippet)["main.tex"])
    context = Context(draft, vocabulary=Vocabulary(additions))
    return [finding.message for finding in run_rule(rules.REGISTRY[code], context)]


ENTRY = "%! references\n\\bibitem{lima} "


@pytest.mark.parametrize(
    ("code", "snippet", "additions"),
    [
        ("REF001", "%! back\n\\bibliographystyle{rio}", {"styles": {"sorted": ["rio"]}}),
        (
            "REF003",
            "It flows beside reference~\\cite{lima}.",
            {"citations": {"before_reference": ["beside"]}},
        ),
        (
            "REF006",
            ENTRY + "A. Lima, ``Pipes,'' on the desk of an editor, 2020.",
            {"states": {"submitted": ["on the desk of an editor"]}},
        ),
        (
            "REF007",
            ENTRY + "A. Lima, ``Pipes,'' \\emph{J. Flow}, at the printer.",
            {"states": {"accepted": ["at the printer"]}},
        ),
        (
            "REF011",
            ENTRY + "A. Lima, ``Pipes and Sand,'' Tejo House, Porto, 2020.",
            {"publishers": {"names": ["House"]}},
        ),
    ],
)
def test_an_added_word_is_reported(code: str, snippet: str, additions: dict[str, Any]) -> None:
    assert not messages(snippet, code, {})
    assert len(messages(snippet, code, {"citations": additions})) == 1


@pytest.mark.parametrize(
    ("code", "snippet", "additions"),
    [
        (
            "REF002",
            "As drawn in Abb. \\cite{lima} Water flows.",
            {"citations": {"abbreviations": ["Abb"]}},
        ),
        (
            "REF008",
            ENTRY + "A. Lima, ``Ĝisdata Fluo kaj Multaj Sablo,'' \\emph{J. Flow}, vol. 1, 2020.",
            {"titles": {"other_languages": ["kaj"]}},
        ),
    ],
)
def test_an_added_word_is_accepted(code: str, snippet: str, additions: dict[str, Any]) -> None:
    assert len(messages(snippet, code, {})) == 1
    assert not messages(snippet, code, {"citations": additions})


def test_a_removed_word_is_no_longer_reported() -> None:
    snippet = ENTRY + "A. Lima, ``Pipes,'' \\emph{J. Flow}, forthcoming."
    removal = {"citations": {"states": {"accepted": ["-forthcoming"]}}}
    assert len(messages(snippet, "REF007", {})) == 1
    assert not messages(snippet, "REF007", removal)
