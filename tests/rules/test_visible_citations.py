"""Citations that a reader sees count, however the author typed them."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.readers import read
from ieeelint.running import run_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

ALL = "Sand \\cite{a}, \\cite{b}, \\cite{c}, \\cite{d}, \\cite{e}."


def messages(folder: Path, code: str, body: str, title: str = "Flow", heading: str = "Pipes"):
    """What a rule says about a paper with a typed list of five entries, ``a`` to ``e``."""
    entries = "".join(
        f"\\bibitem{{{key}}} A. Lima, ``Pipe {key},'' \\emph{{J. Flow}}, vol. 1, 2020.\n"
        for key in "abcde"
    )
    path = folder / "main.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n"
        f"\\title{{{title}}}\n\\maketitle\n\\section{{{heading}}}\n{body}\n"
        f"\\begin{{thebibliography}}{{9}}\n{entries}\\end{{thebibliography}}\n\\end{{document}}\n",
        encoding="utf-8",
    )
    rules.load()
    return [finding.message for finding in run_rule(rules.REGISTRY[code], Context(read(str(path))))]


@pytest.mark.parametrize(
    "body",
    [
        "Water flows \\cite{a}--\\cite{e}.",
        "Water flows \\cite{a}-\\cite{e}.",
        "Water flows~\\cite{a} to~\\cite{e}.",
        "Water flows \\cite{a} through \\cite{e}.",
        "Water flows \\cite[p.~3]{a}, \\cite{b}--\\cite{d}, \\cite{e}.",
        "Water flows [1]--[5].",
        "Water flows [1--3], [2--5].",
        "Water flows[1], sand[2] [3] [4], [5].",
        "Water flows [1], [2].\\footnote{See [3]--[5].}",
        "Water flows [1]--[4].\n\n\\begin{table}\\caption{A}\\begin{tabular}{c}Lima [5]"
        "\\end{tabular}\\end{table}",
        "Water flows [1]--[4].\\begin{figure}\\includegraphics{a}\\caption{Flow [5].}\\end{figure}",
        "Water flows\\textsuperscript{1}, sand does\\textsuperscript{[2--5]}.",
        "Water flows \\cite{a,b}--\\cite{d,e}.",
        "Water flows \\cite{a}$-$\\cite{e}.",
        "Water flows [\\citenum{a}]--[\\citenum{e}].",
        "Water flows [1-5].",
        "Water flows [1,2, 3,4,5].",
        "Water flows [1, 2 and 3], sand [4 & 5].",
        "Water flows [1; 2; 3], sand [4; 5].",
        "Water flows [5]--[1].",
        "Water flows$^{[1]}$, sand does$^{[2,3]}$, rain$^{[4]-[5]}$.",
        "Water flows$^{1}$, sand does$^{2,3}$, rain$^{\\mathrm{4-5}}$.",
        "Water flows $[1]$, sand does $[2-5]$.",
        "Water flows [1], [2] in CO2[3], at 20[4], and in $x$[5].",
    ],
)
def test_entries_that_a_reader_finds_cited_are_not_reported(tmp_path, body):
    assert messages(tmp_path, "REF010", body) == []


def test_a_heading_cites(tmp_path):
    assert messages(tmp_path, "REF010", "Sand [2]--[5].", heading="Pipes [1]") == []


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Water flows \\cite{a}, \\cite{e}.", [2, 3, 4]),
        ("Water flows \\cite{a}, and it is said to \\cite{e}.", [2, 3, 4]),
        ("Water \\cite{a,b,e}.", [3, 4]),
        ("Water flows in [2, 4].", [1, 2, 3, 4, 5]),  # an interval
        ("Water \\cite{a}, m\\textsuperscript{2}, kg\\textsuperscript{3}.", [2, 3, 4, 5]),
    ],
)
def test_other_entries_are_reported(tmp_path, body, left):
    found = messages(tmp_path, "REF010", body)
    assert [message.split("]")[0] for message in found] == [f"Reference [{n}" for n in left]


def test_a_range_counts_in_the_order_of_first_citations(tmp_path):
    assert messages(tmp_path, "REF001", "Water \\cite{a}--\\cite{c}, \\cite{e}, \\cite{d}.") == [
        "[5] is cited here before [4]. Sort the reference list by first citation."
    ]
    assert messages(tmp_path, "REF001", "Water \\cite{a}--\\cite{d}, \\cite{c}, \\cite{e}.") == []


@pytest.mark.parametrize(
    ("body", "number"), [("Water [1]--[5] and [7].", 7), ("Water [1]--[5], [3, 9].", 9)]
)
def test_a_number_beyond_a_typed_list_is_reported(tmp_path, body, number):
    (message,) = messages(tmp_path, "REF010", body)
    assert message.startswith(f"There is no reference [{number}]: the list has 5 entries.")


@pytest.mark.parametrize("body", [ALL + " The interval [7], [8].", ALL + " Take x[7] and [9]."])
def test_brackets_next_to_commands_are_not_citations(tmp_path, body):
    assert messages(tmp_path, "REF010", body) == []


@pytest.mark.parametrize("command", ["\\cite{}", "\\cite{ }", "\\cite[p.~3]{}"])
def test_a_command_without_a_key_is_reported(tmp_path, command):
    (message,) = messages(tmp_path, "REF010", f"Water {command}. {ALL}")
    assert message.startswith("This citation has no key")


def test_a_citation_in_the_title_is_reported(tmp_path):
    assert len(messages(tmp_path, "TTL003", ALL, title="Flow of \\cite{a}")) == 1
    assert messages(tmp_path, "TTL003", ALL, title="Flow of [3]") == []


def test_a_typed_citation_in_the_title_is_reported_if_the_draft_cites_by_typed_numbers(tmp_path):
    body = "Water flows [1]--[5]."
    assert len(messages(tmp_path, "TTL003", body, title="Flow of [3]")) == 1


@pytest.mark.parametrize("key", ["a,", "a, ", "a,,b", "a , , b"])
def test_a_comma_without_a_key_is_reported(tmp_path, key):
    (message,) = messages(tmp_path, "REF010", f"Water \\cite{{{key}}}. {ALL}")
    assert message.startswith("This comma has no key")


def test_a_number_typed_next_to_commands_is_named(tmp_path):
    body = "Water \\cite{a}, \\cite{b}, \\cite{c}. Sand does [4], and rain \\cite{e}."
    (message,) = messages(tmp_path, "REF010", body)
    assert "Write \\cite{d} instead" in message


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Sand$^{\\cite{a,b}}$ flows\\textsuperscript{\\cite{c}}, \\cite{d,e}.", 2),
        ("\\newcommand{\\upcite}[1]{\\textsuperscript{\\cite{#1}}}Sand\\upcite{a}, \\cite{b}.", 1),
    ],
)
def test_raised_commands_are_reported(tmp_path, body, count):
    (message,) = messages(tmp_path, "REF001", body)
    assert f"({count} in all)" in message


def test_the_order_of_citations_in_headings_and_tables(tmp_path):
    table = "\\begin{table}\\caption{A}\\begin{tabular}{c}\\cite{a}\\end{tabular}\\end{table}"
    assert messages(tmp_path, "REF001", f"Sand \\cite{{b}}. Rain \\cite{{a}}.\n{table}") == []
    far = "Water is wet. " * 500
    (message,) = messages(tmp_path, "REF001", f"Sand \\cite{{b}}, \\cite{{a}}. {far}{table}")
    assert message.startswith("[2] is cited here before [1]")
    (message,) = messages(tmp_path, "REF001", "Sand \\cite{a}.", heading="Pipes \\cite{c}")
    assert message.startswith("[3] is cited here before [1]")


@pytest.mark.parametrize("mark", ["[ref]", "[REF]", "[cite]"])
def test_a_mark_for_a_missing_citation_is_reported(tmp_path, mark):
    assert len(messages(tmp_path, "TPL005", f"Water flows {mark}. {ALL}")) == 1
