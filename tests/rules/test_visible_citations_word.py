"""Citations that a reader of a Word draft sees, and brackets that only look like citations."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.readers import read
from ieeelint.running import run_rule
from ieeelint.starters.word import document

CODES = ("REF001", "REF002", "REF010", "REF013", "REF014", "TTL003")
RIVERS = ("Douro", "Tejo", "Minho", "Mondego", "Guadiana")


def found(folder, body: str, title: str = "Flow", heading: str = "Pipes") -> list[tuple[str, str]]:
    """The codes and the marked words of the findings on a draft with five references."""
    paragraphs = "".join(f"[Body Text] {line}\n" for line in body.split("\n"))
    entries = "".join(
        f"[references] A. Lima, “Pipes of the {river},” <i>J. Flow</i>, vol. 1, 2020.\n"
        for river in RIVERS
    )
    path = folder / "draft.docx"
    path.write_bytes(
        document(
            f"[paper title] {title}\n[heading 1] {heading}\n{paragraphs}"
            f"[heading 5] References\n{entries}"
        )
    )
    rules.load()
    context = Context(read(str(path)))
    return [
        (code, finding.span.text)
        for code in CODES
        for finding in run_rule(rules.REGISTRY[code], context)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Water flows [1]–[5].",
        "Water flows [1] to [5], and [2]‑[4] says so.",
        "Water flows <field ADDIN ZOTERO_ITEM>[1]</field>–<field ADDIN ZOTERO_ITEM>[5]</field>.",
        "Water flows [<field REF _R1>1</field>]–[<field REF _R2>5</field>].",
        "Water flows [1]–[4], <math>x</math>[5].",
        "It has 10 m[1], in 2020[2], CO2[3], and O<sub>2</sub>[4], and it flows [5].",
        "Water flows [1]–[5]. It grows along the [100] direction of a [112] wafer.",
        "Water flows [1]–[5] for x in [1, 5], and y lies in [2, 7], on a scale of [1, 9].",
        "Water flows [1]–[5]. The scale is [1-5]; the score [1-4] was low. It is x ∈ [2, 4].",
        "Water flows [1]–[5]. The list data[[2]] has data[i].",
    ],
)
def test_drafts_without_a_fault(tmp_path, body):
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Water flows [1]–[9].", [("REF010", "[9]")]),
        ("Water flows [1]–[3], [5]. Sand [4].", [("REF001", "[5]")]),
        ("Water flows [5]–[1].", [("REF001", "[5]")]),
        ("Water flows [1 and 2], [3]–[5].", [("REF013", "[1 and 2]")]),
        ("Water flows [1], [[2]], [3]–[5].", [("REF014", "[[2]]")]),
        ("Water flows ［1］, [2]–[5].", [("REF014", "［1］")]),
        ("Water flows,[1] sand [2]–[5].", [("REF014", "[1]")]),
        ("Water<sup>[1],[2]</sup> and sand<sup>[3]-[5]</sup>.", [("REF001", "[1]")]),
        ("Water<sub>[1]</sub> and sand [2]–[5].", [("REF001", "[1]")]),
        ("Water flows [1]–[5]. See [2, 4].", [("REF013", "[2, 4]")]),
        ("Water flows [1]–[5]. See [2, 7].", [("REF010", "[2, 7]"), ("REF013", "[2, 7]")]),
    ],
)
def test_faults(tmp_path, body, expected):
    assert found(tmp_path, body) == expected


def test_marks_in_title_and_heading(tmp_path):
    assert found(tmp_path, "Water [2]–[5].", heading="Flow [1]") == []
    assert found(tmp_path, "Water [1]–[5].", title="Flow [1]") == [("TTL003", "[1]")]
