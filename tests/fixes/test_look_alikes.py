"""Words and numbers that look like what a rule fixes, but are not: they stay in LaTeX and Word."""

from __future__ import annotations

import pytest

import ieeelint
from ieeelint.cli import main
from ieeelint.starters.word import document

HEAD = """\\documentclass[conference]{IEEEtran}
\\usepackage{amsmath}
\\usepackage[french,german,english]{babel}
\\newcommand{\\fr}[1]{\\foreignlanguage{french}{#1}}
\\begin{document}
"""
END = "\n\\end{document}\n"
RULES = "TXT,UNT,EQN,FIG,TAB"


def fixed(tmp_path, body: str, *options: str) -> str:
    """The body of a LaTeX draft after all fixes."""
    path = tmp_path / "p.tex"
    path.write_text(HEAD + body + END, encoding="utf-8")
    main(["check", "--isolated", "--quiet", "--fix", "--select", RULES, *options, str(path)])
    return path.read_text(encoding="utf-8")[len(HEAD) : -len(END)]


def fixable_in_word(tmp_path, words: str) -> list[str]:
    """The findings with a fix in a Word draft with one paragraph of these words."""
    path = tmp_path / "p.docx"
    path.write_bytes(document(f"[paper title] Steady Flow\n[heading 1] Flow\n[Body Text] {words}"))
    findings = ieeelint.check([str(path)]).findings
    return [finding.message for finding in findings if finding.fix is not None]


@pytest.mark.parametrize(
    "body",
    [
        "The sign says \\foreignlanguage{french}{centre} and \\textfrench{metre}.",
        "The sign says \\foreignlanguage[date]{french}{fibre, labour}.",
        "The sign says \\fr{theatre} in red.",
        "\\begin{otherlanguage}{french}\nCentre, metre.\n\nLitre.\n\\end{otherlanguage} So.",
        "It reads so. \\begin{otherlanguage*}{german}Programme, Litre.\\end{otherlanguage*} So.",
        "It reads so. \\begin{german}Die Theatre litre.\\end{german} So.",
        "It reads so: {\\selectlanguage{french}Metre, litre.} So.",
    ],
)
def test_words_that_babel_declares_keep_their_spelling(tmp_path, body):
    assert fixed(tmp_path, body) == body


def test_english_words_around_them_are_fixed(tmp_path):
    body = "\\fr{Centre} colour. {\\selectlanguage{french}Metre} colour, \\emph{colour} de facto."
    assert fixed(tmp_path, body).count("color") == 3
    body = "\\begin{otherlanguage}{french}Centre\\end{otherlanguage} colour"
    assert fixed(tmp_path, body) == body.replace("colour", "color")


def test_a_switch_to_another_language_and_back(tmp_path):
    french = "\\selectlanguage{french}La couleur grise ; le metre."
    body = f"The colour. {french}\\selectlanguage{{english}} The colour."
    assert fixed(tmp_path, body) == body.replace("colour", "color")
    # So far apart, the first one may be left from an older draft.
    body = f"\\selectlanguage{{french}}{'It flows. ' * 400}The colour.\\selectlanguage{{english}}"
    assert fixed(tmp_path, body) == body.replace("colour", "color")
    body = "\\selectlanguage{english}The colour.\\selectlanguage{french}"
    assert fixed(tmp_path, body) == body.replace("colour", "color")


def test_a_language_left_in_an_older_preamble_changes_nothing(tmp_path):
    assert fixed(tmp_path, "\\selectlanguage{french}\nThe colour.") == (
        "\\selectlanguage{french}\nThe color."
    )


@pytest.mark.parametrize(
    ("words", "is_english"),
    [
        ("The map shows the centre de la ville in red.", False),
        ("The map shows le centre in red.", False),
        ("The map shows the centre d'art in red.", False),
        ("The book is <i>Une fibre labour</i> by Lima.", False),
        ("The book is <i>Fibre und Litre</i> by Lima.", False),
        ("The book is <i>fibre and litre</i> by Lima.", True),
        ("The map shows the centre in red.", True),
        ("The theatre en route is red.", True),
    ],
)
def test_small_words_show_another_language(tmp_path, words, is_english):
    latex = words.replace("<i>", "\\emph{").replace("</i>", "}")
    assert (fixed(tmp_path, latex) != latex) == is_english
    assert bool(fixable_in_word(tmp_path, words)) == is_english


@pytest.mark.parametrize(
    "words",
    [
        "The 60s saw growth, and so did the late 70s.",
        "The 60s rock bands played. She was in her 30s then.",
        "He fired a .45 ACP cartridge from a .22 rifle; the .357 Magnum is louder.",
        "The figure 5 million is large, and so is the figure 12 percent of it.",
        "The table 3 by 5 feet stood there, next to the table 3 × 5 feet.",
        "The figure 5,000 is wrong, and the figure 0.5 is right.",
        "The plane flies a figure 8, then the figure 8 pattern, then figure 8 loops.",
        "It is the figure 7% of them.",
    ],
)
def test_names_counts_and_years_stay(tmp_path, words):
    latex = words.replace("%", "\\%").replace("×", "$\\times$")
    assert fixed(tmp_path, latex, "--unsafe-fixes") == latex
    assert fixable_in_word(tmp_path, words) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The 60s timeout is long.", "The 60~s timeout is long."),
        ("After the 30s window, it stops.", "After the 30~s window, it stops."),
        ("The ratio .45 is low.", "The ratio 0.45 is low."),
        ("The figure 5 shows it.", "Fig. 5 shows it."),
        ("It falls -.5~V to -.25~V.", "It falls $-0.5$~V to $-0.25$~V."),
    ],
)
def test_quantities_and_references_next_to_them_are_fixed(tmp_path, before, after):
    assert fixed(tmp_path, before) == after


@pytest.mark.parametrize("formula", ["log10(x)", "log2x", "log_x log2"])
def test_the_base_of_a_logarithm_does_not_become_its_argument(tmp_path, formula):
    after = formula.replace("log_x", "\\log_x")
    assert fixed(tmp_path, f"It is ${formula}$.") == f"It is ${after}$."


@pytest.mark.parametrize("number", ["5", "2.1"])
def test_a_number_that_the_text_names_keeps_its_tag(tmp_path, number):
    body = f"\\begin{{equation}} a = b. \\tag{{{number}}} \\end{{equation}} See ({number})."
    if number == "5":
        body += " It is (5)."
    assert f"\\tag{{{number}}}" in fixed(tmp_path, body, "--unsafe-fixes")


@pytest.mark.parametrize(
    "body",
    [
        "We see the \\input{absent} the pump.",
        "It is red \\input{absent}\\footnote{It is blue.}",
        "We see the\n\\input{absent}\nthe pump.",
        "We see 5\\input{absent}kg of it.",
    ],
)
def test_a_file_that_is_not_read_may_print_words(tmp_path, body):
    assert fixed(tmp_path, body) == body


@pytest.mark.parametrize(
    ("formulas", "is_fixed"),
    [
        ("$\\mu_o$ and $\\epsilon_{o}$", True),
        ("$\\mu_o$ and $V_o$", False),
        ("$\\mu_{o}$ and $\\sigma_{o}$", False),
    ],
)
def test_the_letter_of_an_output_does_not_become_a_zero(tmp_path, formulas, is_fixed):
    after = fixed(tmp_path, f"It is {formulas}.")
    assert ("_0" in after or "{0}" in after) == is_fixed


@pytest.mark.parametrize("definition", ["\\def\\x#1{#1kg}", "\\newcommand{\\x}[1]{#1kg}"])
@pytest.mark.parametrize("call", ["\\x5", "\\x{5}", "\\x 5"])
def test_nothing_is_inserted_between_what_one_macro_prints(tmp_path, definition, call):
    body = f"{definition}\nThe pumps weigh {call}, and so."
    assert fixed(tmp_path, body) == body


@pytest.mark.parametrize(
    "words",
    [
        "The signs are on, or, and and/or. Here is the the/a sign.",
        "The pump turns it on on demand, and crews log on on Mondays.",
        "They stand by by the pipe. It is dealt with with care. All we have have valves.",
        "We do this this way, and they arrive at at noon.",
        "It flows, isn't it? Doesn't sand matter? Why isn't it wet?",
        "It is a can't-miss task.",
        "They drink Earl grey tea, and a grey wolf optimizer (GWO) runs. It falls by 5C/min.",
        "A .22-caliber gun fired at the .300 hitter. An average of .341 is good in baseball.",
        "A Figure-8 coil drove a Figure 8 loop near the Figure 8 knot. It is Figure 8-shaped.",
        "The shell of Windows 2000's menu and of the R2000's cache is old, as is 2020's budget.",
    ],
)
def test_words_of_the_next_phrase_and_names_stay(tmp_path, words):
    assert fixed(tmp_path, words) == words
    path = tmp_path / "p.docx"
    path.write_bytes(document(f"[paper title] Steady Flow\n[heading 1] Flow\n[Body Text] {words}"))
    findings = ieeelint.check([str(path)]).findings
    assert not [finding for finding in findings if finding.fix is not None and finding.fix.safe]


def test_a_note_says_that_fixes_are_not_offered(tmp_path, capsys):
    path = tmp_path / "p.tex"
    path.write_text(f"{HEAD}{{\\catcode`\\_=12 a_b}} The colour of the the pipe.{END}")
    command = ["check", "--isolated", "--fix", "--select", RULES]
    main([*command, str(path)])
    errors = capsys.readouterr().err
    assert "2 fixes that could damage the draft not offered; see --verbose" in errors
    main([*command, "--verbose", str(path)])
    assert "\\catcode changes what characters mean" in capsys.readouterr().err


QUOTED = "The colour doesn't flow to the the sea, and 5kg of it, e.g. sand."


@pytest.mark.parametrize(
    "quotation",
    [
        "\\begin{quote}%s\\end{quote}",
        "\\begin{quotation}%s\n\n%s\\end{quotation}",
        "\\begin{verse}%s\\end{verse}",
        "\\begin{displayquote}[Lima][.]%s\\end{displayquote}",
        "\\begin{foreigndisplayquote}{english}[Lima]%s\\end{foreigndisplayquote}",
        "He wrote \\blockquote[Lima][.]{%s}",
        "He wrote \\textquote[Lima]{%s}",
        "He wrote \\foreignblockquote{english}{%s}",
        "He wrote \\textcquote[see][3]{lima}[.]{%s}",
        "He wrote \\enquote{and \\enquote{so} on \\enquote{and} on: %s}",
        "He wrote ``and ``so'' on: %s''",
        "He wrote \\enquote{%s " + "So it goes. " * 60 + "\n\n%s}",
    ],
)
def test_quotations_keep_their_wording(tmp_path, quotation):
    body = quotation.replace("%s", QUOTED)
    after = fixed(tmp_path, f"{body}\n\nThe colour.", "--unsafe-fixes")
    assert after == f"{body}\n\nThe color."


@pytest.mark.parametrize("style", ["Quote", "Intense Quote"])
def test_quotations_of_word_keep_their_wording(tmp_path, style):
    path = tmp_path / "p.docx"
    sketch = "[paper title] Steady Flow\n[heading 1] Flow\n[Body Text] It is.\n"
    path.write_bytes(document(f"{sketch}[{style}] {QUOTED}\n[Body Text] The colour flows."))
    report = ieeelint.check([str(path)])
    fixable = [finding.span.text for finding in report.findings if finding.fix is not None]
    assert fixable == ["colour"]
