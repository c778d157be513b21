"""``refs --to bibtex`` of typed lists: a field only if it is certain."""

from __future__ import annotations

import unicodedata

import pytest
from test_exchange import entries
from typed_references import JOURNAL, START, latex

from ieeelint.paper.tex_letters import ACCENTS
from ieeelint.printing.encoding import encoded
from ieeelint.printing.words import plain


@pytest.mark.parametrize(
    ("words", "year", "month"),
    [
        (JOURNAL + "pp. 1998--2005.", None, None),
        (JOURNAL + "pp. 1998--2005, 2007.", "2007", None),
        (START + "\\emph{J. Flow}, vol. 2019, no. 2020.", None, None),
        (START + "\\emph{J. Flow}, vol. 2019, Mar. 2003.", "2003", "mar"),
        (JOURNAL + "Art. no. 2001.", None, None),
        (JOURNAL + "2001--2009.", None, None),
        (JOURNAL + "May 3--5, 2018.", "2018", "May 3--5"),
        (JOURNAL + "Mar./Apr. 2018.", "2018", "Mar./Apr."),
        (JOURNAL + "3 June 2018.", "2018", "3 June"),
        (JOURNAL + "2018, reprinted in 2019.", "2018", None),
        (JOURNAL + "2018, 2019.", None, None),
        (JOURNAL + "2018, Accessed: Mar. 5, 2024.", "2018", None),
        (JOURNAL + "(2018).", "2018", None),
        (JOURNAL + "2017, Mar. 2018.", "2018", "mar"),
        (START + "in \\emph{Proc. Flow, 2016}, 2017.", "2017", None),
        (START + "Marcel Books, 2018.", "2018", None),
        (START + "2018, \\emph{arXiv:2001.12345}.", "2018", None),
        (START + "in \\emph{Proc. 2016 Flow Conf.}, 2017.", "2017", None),
        (START + "in \\emph{Proc. Flow 2016}.", None, None),
        (JOURNAL + "doi: 10.1000/a.2017.2018.", None, None),
        (JOURNAL + "\\url{https://a.example/2017}.", None, None),
    ],
)
def test_a_year_is_that_of_a_date(fields, words, year, month):
    found = fields(words)
    assert (found.get("year"), found.get("month")) == (year, month)


@pytest.mark.parametrize(
    ("words", "doi"),
    [
        ("doi: 10.1000/abc.", "10.1000/abc"),
        ("doi:10.1000/abc.", "10.1000/abc"),
        ("DOI 10.1000/abc.", "10.1000/abc"),
        ("DOI: https://doi.org/10.1000/abc.", "10.1000/abc"),
        ("https://doi.org/10.1000/abc.", "10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc", "10.1000/abc"),
        ("10.1000/abc.", "10.1000/abc"),
        ("(doi: 10.1000/abc).", "10.1000/abc"),
        ("doi: 10.1000/a(b)c(1).", "10.1000/a(b)c(1)"),
        ("doi: 10.1000/abc; in press.", "10.1000/abc"),
        ("doi: \\doi{10.1000/a\\_b}.", "10.1000/a_b"),
        ("\\url{https://doi.org/10.1000/a_b}.", "10.1000/a_b"),
        ("\\href{https://doi.org/10.1000/a_b}{doi}.", "10.1000/a_b"),
        ("\\href{https://doi.org/10.1000/a\\%28b\\%29}{Link}.", "10.1000/a(b)"),
    ],
)
def test_every_form_of_a_doi(fields, words, doi):
    found = fields(JOURNAL + "2020, " + words)
    assert found["doi"] == doi
    assert "url" not in found and found.get("note") in (None, "in press")


def test_links_are_kept(fields):
    found = fields(JOURNAL + "2020. \\href{https://a.example/b_c?d=e&f}{The site}.")
    assert (found["url"], found["note"]) == ("https://a.example/b_c?d=e&f", "The site")
    found = fields(
        JOURNAL + "2020, \\href{https://doi.org/10.1000/x}{doi}, \\href{https://a.example}{Code}"
        " and \\href{https://b.example}{data}, \\href{mailto:a@b.example}{mail}."
    )
    assert (found["doi"], found["url"]) == ("10.1000/x", "https://a.example")
    for words in ("Code and data", "\\url{https://b.example}", "\\url{mailto:a@b.example}"):
        assert words in found["note"]
    site = "\\href{https://b.example}{it}"
    found = fields(JOURNAL + f"2020, \\href{{https://a.example}}{{Code}}, {site}, {site}.")
    assert found["note"].count("\\url{https://b.example}") == 1
    odd = fields("Lima A. Rain. J Flow 2020. \\href{https://a.example/b}{Link}")
    assert odd[""] == "misc" and odd["url"] == "https://a.example/b" and "Link" in odd["note"]


def test_subscripts_are_kept(fields):
    title = fields(
        "A. Lima, ``CO\\textsubscript{2}, \\textsubscript{2}CO, x\\textsuperscript{n},'' 2020."
    )["title"]
    assert title == "{CO\\textsubscript{2}}, {{\\textsubscript{2}CO}}, x\\textsuperscript{n}"


@pytest.mark.parametrize(
    ("words", "series"),
    [
        (", vol. 5, 2003.", "Lect. Notes Comput. Sci."),
        (", 2003.", "Lect. Notes Comput. Sci."),
        ("; 2003.", "Lect. Notes Comput. Sci."),
        (" Berlin, Germany: Springer, 2003.", "Lect. Notes Comput. Sci."),
        (", vol. 5. Berlin, Germany: Springer, 2003.", "Lect. Notes Comput. Sci."),
    ],
)
def test_a_series_has_periods(fields, words, series):
    found = fields(START + "in \\emph{Proc. Flow}, ser. Lect. Notes Comput. Sci." + words)
    assert (found["series"], found["year"]) == (series, "2003")
    assert "note" not in found


def test_a_series_before_an_address_ends_with_it(fields):
    found = fields("A. Lima, \\emph{Rain}, ser. Waters. Porto, Portugal: Rio, 2003.")
    assert (found["series"], found["address"], found["publisher"]) == (
        "Waters",
        "Porto, Portugal",
        "Rio",
    )


@pytest.mark.parametrize(
    "words",
    [
        "A. Lima, \\emph{Rain}. With many odd words here.",
        "A. Lima, \\emph{Rain}, a book that nobody has, 2020.",
        START + "in \\emph{Proc. Flow}, Best Paper Award, 2020.",
        START + "in \\emph{Proc. Flow}, Invited Talk, Porto, Portugal, 2020.",
        START + "Ph.D. dissertation, available from the author, 2020.",
        START + "Ph.D. dissertation, In Portuguese, 2020.",
        START + "with some words, Tech. Rep. 5, 2020.",
        START + "something of it, 2020.",
        "\\emph{Rain}, for all of us, 2020.",
    ],
)
def test_words_of_no_certain_field_are_a_note(fields, words):
    found = fields(words)
    for name in ("publisher", "organization", "school", "address", "institution", "howpublished"):
        assert name not in found
    assert found["note"]


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (
            START + "Ph.D. dissertation, Dept. of Flow, Univ. Porto, Porto, Portugal, 2020.",
            "school",
            "Dept. of Flow, Univ. Porto, Porto, Portugal",
        ),
        (START + "M.Sc. thesis, ETH, 2020.", "type", "M.Sc. thesis"),
        (
            START + "Flow Lab, Porto, Portugal, Tech. Rep. TR-5, 2020.",
            "institution",
            "Flow Lab, Porto, Portugal",
        ),
        (
            START + "in \\emph{Proc. Flow}, Porto, Portugal, Mar. 2020.",
            "address",
            "Porto, Portugal",
        ),
        ("A. Lima, \\emph{Rain}. Cambridge, U.K.: Flow Press, 2020.", "address", "Cambridge, U.K."),
        ("A. Lima, \\emph{Rain}. Porto, Portugal: Rio, Inc., 2020.", "publisher", "Rio, Inc."),
        ("A. Lima, \\emph{Rain}. Flow Univ. Press, 2020.", "publisher", "Flow Univ. Press"),
    ],
)
def test_words_of_a_certain_field(fields, words, name, value):
    found = fields(words)
    assert found[name] == value and "note" not in found


MONTHS = "January February March April May June July August September October November December"
SHORT = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec. Sept. Jan Sep"


@pytest.mark.parametrize("month", (MONTHS + " " + SHORT).split())
def test_every_month(fields, month):
    found = fields(JOURNAL + f"{month} 2018.")
    assert (found["month"], found["year"]) == (month[:3].lower(), "2018")


@pytest.mark.parametrize("label", "vol no nos pp ch sec art Rep Std Art Vol Pat Ver Sec No".split())
def test_a_number_with_a_label_is_no_year(fields, label):
    assert "year" not in fields(START + f"\\emph{{J. Flow}}, {label}. 2018.")


@pytest.mark.parametrize("before", [", ", "; ", " (", "? ", "! ", ". Rio. "])
def test_what_stands_before_a_year(fields, before):
    assert fields(START + f"\\emph{{J. Flow}}{before}2018.")["year"] == "2018"


@pytest.mark.parametrize("after", [",", ".", ";", ")", " (x)", " [x]", "", "a."])
def test_what_stands_after_a_year(fields, after):
    assert fields(START + f"\\emph{{J. Flow}}, 2018{after}")["year"] == "2018"


@pytest.mark.parametrize(
    "words",
    "Accepted Also Available Award Best Early Edited In Invited Keynote Original Originally Paper"
    " Plenary Poster Presented Release Reprint Reprinted See Special Student Submitted"
    " To Translated Under Ver Version With".split(),
)
def test_a_remark_is_no_place(fields, words):
    found = fields(START + f"in \\emph{{Proc. Flow}}, {words} Rain, Porto, Portugal, 2018.")
    assert "address" not in found and words in found["note"]


@pytest.mark.parametrize(
    "name",
    [
        "Flow Press",
        "Rio Publishing",
        "Rio Verlag",
        "John Wiley",
        "Springer",
        "Elsevier",
        "McGraw-Hill",
        "Prentice Hall",
        "Pearson",
        "Rain Books",
        "Flow Editions",
    ],
)
def test_a_publisher_without_an_address(fields, name):
    found = fields(f"A. Lima, \\emph{{Rain}}, 2nd ed. {name}, 2018.")
    assert (found[""], found["publisher"]) == ("book", name)


@pytest.mark.parametrize(
    ("degree", "kind"),
    [
        ("Ph.D. thesis", "phd"),
        ("PhD dissertation", "phd"),
        ("D.Sc. thesis", "phd"),
        ("Doctoral dissertation", "phd"),
        ("Habilitation thesis", "phd"),
        ("Licentiate thesis", "phd"),
        ("Diploma thesis", "phd"),
        ("B.Sc. thesis", "phd"),
        ("Bachelor's thesis", "phd"),
        ("M.S. thesis", "masters"),
        ("M.Eng. thesis", "masters"),
        ("Master thesis", "masters"),
    ],
)
def test_every_degree(fields, degree, kind):
    found = fields(START + f"{degree}, Univ. Porto, 2018.")
    assert (found[""], found["school"]) == (kind + "thesis", "Univ. Porto")


@pytest.mark.parametrize(
    "report",
    [
        "Tech. Rep.",
        "Int. Rep.",
        "Res. Rep.",
        "Prog. Rep.",
        "Technical Report",
        "Research Report",
        "Internal Report",
        "Final Report",
        "Annual Report",
        "Rep.",
        "Report",
    ],
)
def test_every_report(fields, report):
    found = fields(START + f"Flow Lab, {report} 12-a, 2018.")
    assert (found[""], found["institution"], found["number"]) == ("techreport", "Flow Lab", "12-a")


@pytest.mark.parametrize("small", "of and for the de da do di des du la in at on \\&".split())
def test_small_words_in_a_name(fields, small):
    found = fields(START + f"Ph.D. dissertation, Univ. {small} Porto, 2018.")
    assert found["school"] == f"Univ. {small} Porto"


@pytest.mark.parametrize("mark", sorted(ACCENTS))
def test_every_accent_has_a_command(mark):
    letter = unicodedata.normalize("NFC", "e" + mark)
    assert plain(encoded(letter)) == letter


def test_labels_of_words_in_the_note_stay(fields):
    note = fields(JOURNAL + "2020, no. twelve, Available on request, pp. many.")["note"]
    for words in ("no. twelve", "Available on request", "pp. many"):
        assert words in note


def test_a_newblock_is_a_space(fields):
    found = fields(
        "A. Lima.\n\\newblock ``Rain of {M}ay''.\n\\newblock \\emph{J. Flow}, vol. 3, 2020."
    )
    assert (found["author"], found["title"], found["journal"]) == (
        "A. Lima",
        "Rain of {May}",
        "J. Flow",
    )


def test_typographic_hyphens_and_spaces(fields):
    found = fields(
        "J.‑P. Lima, ``State‐of‑the art\u00ad rain\u200b,'' \\emph{J.\u2009Flow}, vol. 3,"
        " pp.\u202f1‒9, 2020."
    )
    assert found["author"] == "J.-P. Lima"
    assert found["title"] == "State-of-the art rain"
    assert (found["journal"], found["pages"]) == ("J. Flow", "1--9")


def test_an_empty_reference_is_left_out_and_reported(run, tmp_path):
    path = tmp_path / "p.tex"
    path.write_text(latex("A. Lima, ``Rain,'' 2020.", ""), encoding="utf-8")
    status, out, err = run("refs", "--to", "bibtex", str(path))
    assert status == 0 and list(entries(out)) == ["k0"]
    assert 'reference 2, "k1", is empty and left out' in err
    path.write_text(latex(""), encoding="utf-8")
    assert run("refs", "--to", "bibtex", str(path))[:2] == (2, "")


def test_messages_about_a_list_without_references(run, tmp_path):
    path = tmp_path / "e.bib"
    path.write_text("% nothing\n")
    for words in ((), ("--all",)):
        status, _, err = run("refs", *words, str(path))
        assert status == 2 and "no references" in err and "--all" not in err


def test_letters_that_need_a_font_encoding_are_reported(run, tmp_path):
    path = tmp_path / "p.tex"
    path.write_text(
        latex("А. Петров, ``Песок,'' 2020.", "A. Lima, ``Łąka,'' 2020."), encoding="utf-8"
    )
    _, out, err = run("refs", "--to", "bibtex", str(path))
    assert "Петров" in out and "\\CYR" not in out
    assert 'pdfLaTeX cannot print "А"' in err and "load \\usepackage[T1]{fontenc}" in err


def test_encoding_needs_no_packages():
    assert encoded("‑ – \u202f…") == "- {\\textendash}  {\\textellipsis}"
    assert encoded("ế ẽ ﬁ Ⅳ") == "{\\'{\\^{e}}} {\\~{e}} {fi} IV"
    assert encoded("Жук 中") == "Жук 中"
