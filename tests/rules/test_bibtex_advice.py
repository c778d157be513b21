"""Rules about BibTeX entries: the remedy in a message fits the entry."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.finding import Finding
from ieeelint.readers.bibtex import read
from ieeelint.running import run_rule

PLAIN = "author = {Ana Lima}, title = {Steady pipes}, year = 2024"


def found(text: str, code: str) -> list[Finding]:
    """The findings of one rule on the text of a .bib file."""
    rules.load()
    return run_rule(rules.REGISTRY[code], Context(read("refs.bib", text)))


def message(text: str, code: str) -> str:
    (finding,) = found(text, code)
    return finding.message


# -- missing fields --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "advice"),
    [
        (f"@article{{a, {PLAIN}}}", "or change @article to the type of this work"),
        (f"@article{{a, {PLAIN}, booktitle = {{Proc. Sand}}}}", "write @inproceedings."),
        (f"@inproceedings{{a, {PLAIN}, journal = {{J. Sand}}}}", "write @article."),
        (f"@inproceedings{{a, {PLAIN}, journal = {{Proc. Sand}}}}", "write booktitle"),
        (f"@techreport{{a, {PLAIN}, journal = {{J. Sand}}}}", "write @article."),
        (f"@inproceedings{{a, {PLAIN}, journal = {{arXiv preprint arXiv:1}}}}", "write @misc"),
        (f"@article{{a, {PLAIN}, url = {{https://arxiv.org/abs/1}}}}", "write @misc"),
        (f"@article{{a, {PLAIN}, arxivid = {{2401.1}}}}", "write @misc"),
        (f"@book{{a, {PLAIN}}}", '"publisher". Add it.'),
        (f"@book{{a, {PLAIN}, booktitle = {{Proc. Sand}}}}", "write @inproceedings."),
        ("@techreport{a, title = {Pipes}, institution = {Rio}, year = 2024}", "author = {{…}}."),
        ("@article{a, title = {Pipes}, journal = {RFC 9}, year = 2024}", "write @standard."),
        ("@article{a, title = {Pipes}, journal = {J. Sand}, year = 2024}", '"author". Add it.'),
        ("@article{a, author = {Ana Lima}, title = {Pipes}}", "Add them, or change @article"),
        (f"@weblink{{a, {PLAIN}}}", "write @misc."),
    ],
)
def test_the_advice_about_a_missing_field_fits_the_work(entry, advice):
    assert advice in message(entry, "BIB001")


# -- pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pages", "reason"),
    [("3–9", "for a typed dash"), ("3---9", "three hyphens"), ("3 -9", "spaces around")],
)
def test_a_page_range_is_reported_with_what_prints_wrong(pages, reason):
    text = message(f"@misc{{a, {PLAIN}, pages = {{{pages}}}}}", "BIB004")
    assert 'Write "3--9"' in text and reason in text


# -- authors ---------------------------------------------------------------------------------


def test_one_author_and_others_is_only_a_question():
    names = "author = {%s and others}, title = {Pipes}, year = 2024"
    (one,) = found("@misc{a, " + names.replace("%s", "Ana Lima") + "}", "BIB006")
    (two,) = found("@misc{a, " + names.replace("%s", "Ana Lima and Bo Wu") + "}", "BIB006")
    assert (one.severity, "If this work has fewer" in one.message) == ("info", True)
    assert (two.severity, "only the first" in two.message) == ("warning", True)


# -- duplicates ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "reported"),
    [
        ("pages = {1-9}", "pages = {1--9}", "same work"),
        ("pages = {1--9}", "pages = {11--19}", ""),
        ("volume = 3", "volume = 4", ""),
        ("volume = 3", "doi = {10.1/2}", "same work"),
        ("doi = {10.1/2}", "doi = {10.1/3}", ""),
        ("url = {a.example}", "url = {b.example}", ""),
        ("journal = {J. Sand}, url = {a.example}", "journal = {J. S.}, url = {b.e}", "same work"),
    ],
)
def test_two_entries_are_one_work_unless_they_differ(first, second, reported):
    findings = found(f"@misc{{a, {PLAIN}, {first}}}\n@misc{{b, {PLAIN}, {second}}}", "BIB008")
    assert [reported in finding.message for finding in findings] == [True] * bool(reported)


def test_another_work_with_the_same_doi_has_a_wrong_doi():
    works = "".join(
        f"@misc{{{key}, author = {{Ana Lima}}, title = {{{title}}}, doi = {{10.1/2}}}}\n"
        for key, title in (("a", "Flow of water in pipes"), ("b", "Sand storms over Porto"))
    )
    assert "Correct the DOI" in message(works, "BIB008")


# -- special characters ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("Sand & 5% of water", [True, True]),
        ("Costs of $5\\%$ of 5% & more", [True, True]),
        ("A share of 5% in a_b", [False]),
        ("A share of 5% in 10^3 m & more", [False, False]),
        ("Sand\\_1 and 5% of it", [True]),
        ("100% of 5$ in a_b # x", [None, None]),
        ("The price in $ & more", [None]),
        ("The price in \\$ & more", [True]),
    ],
)
def test_a_sign_is_escaped_only_if_that_uncovers_no_mistake(title, safe):
    """TeX does not see what is behind a percent sign until it is escaped."""
    findings = found(f"@misc{{a, author = {{Ana Lima}}, title = {{{title}}}}}", "BIB008")
    signs = [finding for finding in findings if finding.span.text in ("&", "%", "#")]
    assert [finding.fix and finding.fix.safe for finding in signs] == safe
