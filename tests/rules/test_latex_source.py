"""The rules about LaTeX source and its files, where their examples do not reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint import profiles
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
from ieeelint.rules import REGISTRY, load
from ieeelint.running import run_rule

load(("SRC", "TEX"))


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")


@pytest.fixture
def findings(tmp_path):
    def find(code: str, example: str, *, profile: str = "", stage: str = "") -> list[Finding]:
        for name, content in assemble(example).items():
            path: Path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        context = Context(
            read(str(tmp_path / "main.tex")),
            profile=profiles.profile(profile) if profile else None,
            stage=stage or "draft",
        )
        return run_rule(REGISTRY[code], context)

    return find


def after_fix(found: list[Finding]) -> str:
    """The root file after all edits of the findings."""
    text = found[0].span.source.text
    edits = {(e.span.start, e.span.end, e.text) for one in found if one.fix for e in one.fix.edits}
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def words(found: list[Finding]) -> list[str]:
    return [one.span.text for one in found]


# -- the class ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ("[conference,12pt]", "[conference]"),
        ("[12pt, conference]", "[conference]"),
        ("[a4paper,12pt,conference]", "[a4paper,conference]"),
        ("[conference, onecolumn]", "[conference]"),
    ],
)
def test_an_option_is_taken_out_with_its_comma(findings, options, after):
    found = findings("TEX001", f"%! class\n\\documentclass{options}{{IEEEtran}}")
    assert after_fix(found).startswith(f"\\documentclass{after}{{IEEEtran}}")


def test_draft_modes_are_for_drafts(findings):
    example = "%! class\n\\documentclass[journal,draftcls,onecolumn]{IEEEtran}"
    assert not findings("TEX001", example, stage="review")
    found = findings("TEX001", example, stage="camera-ready")
    assert words(found) == ["draftcls", "onecolumn"]


def test_a_mode_left_out_is_a_question_in_a_journal_and_an_error_in_a_conference(findings):
    journal = "%! class\n\\documentclass{IEEEtran}\n%! author\nAna Lima"
    assert findings("TEX001", journal)[0].severity == "info"
    assert after_fix(findings("TEX001", journal)).startswith("\\documentclass[journal]{IEEEtran}")
    found = findings("TEX001", "%! class\n\\documentclass{IEEEtran}")
    assert found[0].severity == "warning"
    assert after_fix(found).startswith("\\documentclass[conference]{IEEEtran}")


def test_class_against_the_profile(findings):
    example = "%! class\n\\documentclass[journal,compsoc]{IEEEtran}"
    assert words(findings("TEX001", example, profile="conference")) == ["IEEEtran", "IEEEtran"]
    assert not findings("TEX001", example)
    assert len(findings("TEX001", "The text.", profile="access")) == 1


@pytest.mark.parametrize("name", ["subfiles", "beamer", "IEEEtai", "ieeecolor", "../sty/IEEEtran"])
def test_classes_that_may_be(findings, name):
    assert not findings("TEX001", f"%! class\n\\documentclass[conference]{{{name}}}")


def test_an_unknown_class_is_the_venues_when_it_is_there(findings):
    example = "%! class\n\\documentclass{flow}"
    assert findings("TEX001", example)[0].severity == "info"
    assert not findings("TEX001", example + "\n%! file flow.cls\n\\LoadClass{IEEEtran}")


def test_each_locked_command_is_told_once(findings):
    body = "\\IEEEPARstart{A}{b} c.\n\n\\IEEEPARstart{D}{e} f.\n"
    assert words(findings("TEX006", body)) == ["\\IEEEPARstart"]


# -- layout ------------------------------------------------------------------------


def test_settings_of_a_part_are_free(findings):
    for body in (
        "{\\setlength{\\parindent}{0pt} No indent.}",
        "\\begin{quote}\\setlength\\parskip{1pt} A quotation.\\end{quote}",
        "{\\linespread{0.9}\\selectfont Dense.}",
        "\\begin{minipage}{3cm}\\baselineskip=9pt Small.\\end{minipage}",
        "\\rule{\\textwidth}{1pt} and \\hspace*{-\\parindent}words.",
        "%! preamble\n\\newcommand{\\squeezed}{\\addtolength{\\textheight}{1cm}}",
        "%! preamble\n\\setlength{\\fboxsep}{1pt}\\addtolength{\\arraycolsep}{2pt}",
        "%! preamble\n\\renewcommand*{\\baselinestretch}{1}\\linespread{1.0}",
    ):
        assert not findings("TEX002", body), body


@pytest.mark.parametrize(
    "line",
    [
        "\\setlength\\parskip{2pt}",
        "\\setlength { \\parskip } {2pt}",
        "\\parskip 2pt plus 1pt",
        "\\parskip=2pt",
        "\\textheight = \\paperheight",
        "\\advance\\textheight by 1cm",
        "\\linespread{1.2}",
        "\\def\\baselinestretch{.97}",
        "\\doublespacing",
    ],
)
def test_forms_of_a_setting(findings, line):
    found = findings("TEX002", f"%! preamble\n{line}")
    assert words(found) == [line]
    assert f"\n% {line}\n" in after_fix(found)


def test_a_package_whose_commands_are_used_is_not_taken_out(findings):
    example = "%! preamble\n\\usepackage{setspace}\n%! body\n\\doublespacing\nThe text."
    assert [one.fix is None for one in findings("TEX002", example)] == [True, False]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\\usepackage{fullpage}", "% \\usepackage{fullpage}"),
        ("\\usepackage{url, fullpage}", "\\usepackage{url}"),
        ("\\usepackage{fullpage, url}", "\\usepackage{url}"),
        ("\\usepackage{a, fullpage ,url}", "\\usepackage{a, url}"),
        ("\\usepackage{url}\\usepackage{fullpage} % mine", "\\usepackage{url} % mine"),
        ("\\usepackage{\n  url,\n  fullpage\n}", "\\usepackage{\n  url\n}"),
    ],
)
def test_a_package_is_taken_out(findings, before, after):
    assert f"\n{after}\n" in after_fix(findings("TEX002", f"%! preamble\n{before}"))


def test_line_ends_stay(tmp_path):
    text = assemble("A gain.\n\\vspace{-2mm}\nA loss.")["main.tex"].replace("\n", "\r\n")
    context = Context(read(str(tmp_path / "crlf.tex"), text=text))
    assert after_fix(run_rule(REGISTRY["TEX003"], context)) == text.replace(
        "\\vspace{-2mm}\r\n", ""
    )


def test_fixes_of_spaces_are_safe_behind_captions_and_headings_only(findings):
    example = (
        "\\section{Results}\\label{sec:r}\n\\vspace{-1mm}\nText.\\vspace{-1mm}\n\n"
        "\\begin{figure}\\caption{Rig.}\\vspace{-1mm}\\end{figure}"
    )
    assert [one.fix.safe for one in findings("TEX003", example)] == [True, False, True]


# -- packages ----------------------------------------------------------------------


def test_sizes_in_their_place_are_free(findings):
    for body in (
        "\\begin{table}\\small\\caption{A}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n\nText.",
        "\\begin{center}\\footnotesize Small.\\end{center}\n\nText.",
        "Text {\\small small} text.\n\nText.",
        "%! title\n\\fontsize{20}{22}\\selectfont Flow\n%! body\nText.",
        "%! back\n\\footnotesize",
    ):
        assert not findings("TEX004", body), body


def test_float_packages_are_mentioned_when_they_show(findings):
    assert not findings("TEX005", "%! preamble\n\\usepackage{float}")
    example = (
        "%! preamble\n\\usepackage{float}\n%! body\n\\begin{figure}[H]\\caption{A}\\end{figure}"
    )
    assert [one.severity for one in findings("TEX005", example)] == ["info"]


@pytest.mark.parametrize(
    "preamble",
    [
        "\\usepackage[colorlinks=false,hidelinks]{hyperref}",
        "\\usepackage{hyperref}\\hypersetup{pdfborder={0 0 0}, pdftitle={A, b}}",
        (
            "\\usepackage{hyperref}\\hypersetup{colorlinks, linkcolor=black, citecolor=black,"
            " urlcolor=black}"
        ),
        "\\PassOptionsToPackage{hidelinks}{hyperref}\\usepackage{hyperref}",
        "\\usepackage[draft]{hyperref}",
        "\\usepackage[pdfborderstyle={/S/U/W 0}]{hyperref}",
    ],
)
def test_links_that_cannot_be_seen(findings, preamble):
    assert not findings("TEX008", f"%! preamble\n{preamble}")


def test_colors_are_free_in_journals(findings):
    example = (
        "%! class\n\\documentclass[journal]{IEEEtran}\n%!"
        " preamble\n\\usepackage[colorlinks]{hyperref}"
    )
    assert [one.severity for one in findings("TEX008", example)] == ["info"]


def test_every_color_switch_is_mended(findings):
    example = (
        "%! preamble\n\\usepackage[colorlinks=true,bookmarks]{hyperref}\n"
        "\\hypersetup{\n  colorlinks = true,\n  linkcolor=blue\n}"
    )
    text = after_fix(findings("TEX008", example))
    assert "[hidelinks,bookmarks]" in text
    assert "\\hypersetup{\n  hidelinks,\n  linkcolor=blue\n}" in text


@pytest.mark.parametrize(
    "preamble",
    [
        "\\usepackage{natbib}\\setcitestyle{numbers,square}",
        "\\usepackage{natbib}\\bibpunct{[}{]}{,}{n}{}{}",
    ],
)
def test_natbib_told_elsewhere(findings, preamble):
    assert not findings("TEX008", f"%! preamble\n{preamble}")


# -- labels ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "See Fig.~\\ref{fig:x}.",  # a part is missing
        "\\input{gone}\nSee Fig.~\\ref{fig:x}.",
        "%! preamble\n\\usepackage{xr-hyper}\n%! body\nSee Fig.~\\ref{fig:x}.",
    ],
)
def test_references_into_what_is_not_read(findings, body):
    assert bool(findings("TEX007", body)) == (body.startswith("See"))


def test_labels_made_by_macros_and_options(findings):
    for body in (
        (
            "%! preamble\n\\newcommand{\\pic}[1]{\\drawn{#1}\\label{fig:#1}}\n%! body\nSee"
            " Fig.~\\ref{fig:rig}."
        ),
        "See Listing~\\ref{lst:a}.\n\\lstinputlisting[caption=A,label={lst:a}]{a.c}",
        "\\begin{code}\n\\mylabel{c:a}\n\\end{code}\nSee~\\ref{c:a}.",
    ):
        assert not findings("TEX007", body), body


def test_a_label_in_a_comment_is_none(findings):
    assert words(findings("TEX007", "See~\\ref{sec:x}. % \\label{sec:x}")) == ["\\ref{sec:x}"]


@pytest.mark.parametrize(
    ("key", "meant"), [("fig:Rig", "fig:rig"), ("fig-rig", "fig:rig"), ("fig:rigs", "fig:rig")]
)
def test_a_near_key_is_offered(findings, key, meant):
    body = (
        f"\\begin{{figure}}\\caption{{A}}\\label{{{meant}}}\\end{{figure}} See Fig.~\\ref{{{key}}}."
    )
    assert f'Did you mean "{meant}"?' in findings("TEX007", body)[0].message


def test_labels_in_two_branches_are_no_duplicates(findings):
    body = "\\ifx\\a\\b\\section{A}\\label{sec:a}\\else\\section{B}\\label{sec:a}\\fi Text."
    assert not findings("TEX007", body)


def test_a_label_without_caption_counts_when_it_is_referred_to(findings):
    figure = "\\begin{figure}\\includegraphics{a}\\label{fig:a}\\end{figure}\n"
    assert not findings("TEX007", figure)
    assert words(findings("TEX007", figure + "See Fig.~\\ref{fig:a}.")) == ["\\label{fig:a}"]


def test_labels_of_lines_and_rows_stand_before_the_caption(findings):
    body = (
        "\\begin{algorithm}\n\\begin{algorithmic}\n\\State x"
        " \\label{line:x}\n\\end{algorithmic}\n\\caption{A}\\label{alg:a}\n\\end{algorithm}\nSee"
        " line~\\ref{line:x} of Algorithm~\\ref{alg:a}."
    )
    assert not findings("TEX007", body)


@pytest.mark.parametrize("gap", [" ", "\n", "  ", "\\ ", "\n  ", " % see\n"])
def test_gaps_that_a_tie_replaces(findings, gap):
    body = f"\\section{{A}}\\label{{sec:a}}\nSee Section{gap}\\ref{{sec:a}} here."
    found = findings("TEX007", body)
    assert len(found) == 1
    assert after_fix(found).count("Section~") == 1


@pytest.mark.parametrize(
    "words_before",
    [
        "Section~",
        "Section\\,",
        "section number ",
        "in ",
        "(see ",
        "Sections~II and ",
        "\\S",
        "\\S ",
        "as ",
    ],
)
def test_gaps_that_may_stay(findings, words_before):
    assert not findings(
        "TEX007", f"\\section{{A}}\\label{{sec:a}}\nLook {words_before}\\ref{{sec:a}} here."
    )


# -- files -------------------------------------------------------------------------


def figures(*names: str) -> str:
    return "\n".join(
        f"\\begin{{figure}}\\includegraphics{{{name}}}\\caption{{A}}\\end{{figure}}"
        for name in names
    )


def test_pictures_that_are_all_gone_are_told_once(findings):
    found = findings("TEX009", figures("a", "b", "c"))
    assert len(found) == 1
    assert found[0].severity == "warning"
    assert len(findings("TEX009", figures("a", "b", "c") + "\n%! file a.png\nx")) == 2


def test_standard_input_has_no_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    context = Context(
        read("stdin.tex", text=assemble(figures("gone") + "\\input{gone}")["main.tex"])
    )
    assert not run_rule(REGISTRY["TEX009"], context)


@pytest.mark.parametrize("name", ["C:/work/a.png", "~/a.png", "/tmp/a.png"])
def test_paths_of_ones_own_disk(findings, name):
    assert "is an absolute path" in findings("TEX009", figures(name))[0].message


def test_a_bibliography_that_is_gone(findings):
    example = (
        "%! document\n\\documentclass{IEEEtran}\\begin{document}\n\\cite{a}\n"
        "\\bibliography{IEEEabrv,gone}\n\\end{document}"
    )
    assert words(findings("TEX009", example)) == ["gone"]
    assert not findings(
        "TEX009", example + "\n%! file main.bbl\n\\begin{thebibliography}{1}\\end{thebibliography}"
    )


def test_parts_that_are_optional(findings):
    assert not findings("TEX009", "\\IfFileExists{a.tex}{\\input{a}}{\\relax}")
    assert words(findings("TEX009", "\\input{a}")) == ["\\input{a}"]


@pytest.mark.parametrize("content", ["caf\xe9", "\x93A\x94"])
def test_bytes_that_are_no_utf8(tmp_path, content):
    path = tmp_path / "main.tex"
    text = assemble("The place.")["main.tex"].replace("The place", "The " + content)
    path.write_bytes(text.encode("latin-1"))
    context = Context(read(str(path)))
    found = run_rule(REGISTRY["SRC001"], context)
    assert [one.severity for one in found] == ["warning"]
    path.write_bytes(
        text.replace(
            "\\begin{document}", "\\usepackage[latin1]{inputenc}\n\\begin{document}"
        ).encode("latin-1")
    )
    context = Context(read(str(path)))
    assert not run_rule(REGISTRY["SRC001"], context)


@pytest.mark.parametrize(
    "body",
    [
        (
            "\\ifx\\a\\b\\begin{center}\\else\\begin{quote}\\fi x"
            " \\ifx\\a\\b\\end{center}\\else\\end{quote}\\fi"
        ),
        "%! preamble\n\\newcommand{\\open}{\\begin{center}}\n%! body\n\\open x \\end{center}",
        (
            "\\input{open}x\\input{close}\n%! file open.tex\n\\begin{center}\n%! file"
            " close.tex\n\\end{center}"
        ),
        "\\begin{lstlisting}\n\\begin{center} }\n\\end{lstlisting}",
        "A brace \\{ alone and a comment. % {",
    ],
)
def test_what_only_looks_unbalanced(findings, body):
    assert not findings("SRC002", body)


def test_each_unbalanced_environment_is_told_once(findings):
    found = findings("SRC002", "\\begin{align}\na\n\n\\begin{quote} x")
    assert sorted(words(found)) == ["\\begin{align}", "\\begin{quote}"]


def test_bytes_that_are_not_utf8_count_only_in_the_text(tmp_path):
    def found(line: bytes) -> list[str]:
        path = tmp_path / "main.tex"
        path.write_bytes(
            b"\\documentclass{IEEEtran}\n\\begin{document}\n" + line + b"\n\\end{document}\n"
        )
        return words(run_rule(REGISTRY["SRC001"], Context(read(str(path)))))

    assert found(b"Flow. % caf\xe9\n%\xa0sand") == []
    assert found(b"Flow. % caf\xe9\nA caf\xe9.") == ["\xe9"]


@pytest.mark.parametrize(
    ("packages", "found"),
    [("", ["warning"]), ("graphicx", ["warning"]), ("fontspec", []), ("xeCJK", [])],
)
@pytest.mark.parametrize("text", ["Flow.", "Flöw."])
def test_only_xetex_reads_utf16(tmp_path, packages, found, text):
    path = tmp_path / "main.tex"
    load = f"\\usepackage{{{packages}}}\n" if packages else ""
    draft = f"\\documentclass{{IEEEtran}}\n{load}\\begin{{document}}\n{text}\n\\end{{document}}\n"
    path.write_bytes(draft.encode("utf-16"))
    findings = run_rule(REGISTRY["SRC001"], Context(read(str(path))))
    assert [one.severity for one in findings] == found
