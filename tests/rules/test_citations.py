"""Citations and footnotes: mistakes, and text that only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
from ieeelint.running import run_rule

ITEMS = "%! references\n" + "".join(
    f"\\bibitem{{{key}}} A. Lima, ``Pipes {key},'' 2020.\n" for key in ("lima", "a", "b", "c")
)


def found(snippet: str, code: str) -> list[Finding]:
    """The findings of one rule on a snippet."""
    rules.load()
    context = Context(read("main.tex", text=assemble(snippet)["main.tex"]))
    return run_rule(rules.REGISTRY[code], context)


def places(snippet: str, code: str) -> list[str]:
    """The words those findings point at."""
    return [finding.span.text for finding in found(snippet, code)]


def after_fix(snippet: str, code: str) -> str:
    """The body of the snippet after the edits of one rule."""
    findings = found(snippet, code)
    text = findings[0].span.source.text
    edits = {(e.span.start, e.span.end): e.text for f in findings if f.fix for e in f.fix.edits}
    for (start, end), new in sorted(edits.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text.partition("Pipes are everywhere~\\cite{lima}.\n\n")[2].partition("\n\n\n")[0]


# -- order ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "See~\\cite{a}, \\cite{b}, \\cite{a}, and~\\cite{c}.",
        "See~\\cite{b,c,a}.",
        "See~\\cite{a}.\\footnote{As in~\\cite{b}.} See~\\cite{c}.",
        (
            "\\begin{table}[!t]\\caption{Pipes}\\begin{tabular}{c}\\cite{c}\\end{tabular}"
            "\\end{table}"
            " See~\\cite{a}, \\cite{b}."
        ),
        "See~\\cite{b}. \\nocite{a}See~\\cite{c}.",
        "See~\\cite{b}; \\input{absent}",
    ],
)
def test_lists_in_order(text: str) -> None:
    assert not found(text + "\n" + ITEMS, "REF001")


def test_only_the_first_wrong_place_is_reported() -> None:
    (finding,) = found("See~\\cite{c}, then~\\cite{b}, and~\\cite{a}.\n" + ITEMS, "REF001")
    assert finding.span.text == "c" and "[4] is cited here before [2]" in finding.message


def test_a_database_needs_no_order() -> None:
    text = (
        "See~\\cite{b}, then~\\cite{a}.\n%!"
        " back\n\\bibliographystyle{IEEEtran}\\bibliography{refs}\n" + ITEMS
    )
    assert not found(text, "REF001")


# -- punctuation --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It flows~\\cite{lima}. It leaks \\cite{lima}, \\cite{lima}. It ends~\\cite{lima}.",
        "Lima et al. \\cite{lima} In short, it flows.",
        "It was made by Flow Inc. \\cite{lima} In short, it flows.",
        "It flows, e.g., \\cite{lima}. It is like this, cf.~\\cite{lima}. It is J. \\cite{lima}",
        "It flows. \\cite{lima} measured it. It flows; \\cite{lima}.",
        (
            "As in Vol. 3, No.~\\cite{lima}, it flows. We compare pipes vs.~\\cite{lima}. In short,"
            " yes."
        ),
        "It flows (see Sect. \\cite{lima}). It flows: \\cite{lima}.",
        "Pipes, sand, water, \\cite{lima}. In sand, gravel, \\cite{lima}.",
        "\\begin{itemize}\\item Flow.\n\\item \\cite{lima} Lima.\\end{itemize}",
        "It flows.\n\n\\cite{lima}\n\nIt leaks.",
    ],
)
def test_punctuation_that_stands_right(text: str) -> None:
    assert not found(text, "REF002")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It flows.\\cite{lima}", "It flows~\\cite{lima}."),
        ("It flows.~\\cite{lima}\n\nIt leaks.", "It flows~\\cite{lima}.\n\nIt leaks."),
        ("Does it flow?\\cite{lima} It does.", "Does it flow~\\cite{lima}? It does."),
        (
            "It flows.\\cite{lima}\\cite{lima} It leaks.",
            "It flows~\\cite{lima}\\cite{lima}. It leaks.",
        ),
        (
            "It flows. \\cite{lima}, \\cite{lima} It leaks.",
            "It flows \\cite{lima}, \\cite{lima}. It leaks.",
        ),
        ("It flows.\n\\cite{lima} The rest leaks.", "It flows\n\\cite{lima}. The rest leaks."),
    ],
)
def test_punctuation_moves_behind_the_bracket(text: str, after: str) -> None:
    assert after_fix(text, "REF002").partition("\n\n")[0] == after.partition("\n\n")[0]


# -- words before a bracket ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "A bandgap voltage reference~\\cite{lima} and the reference~design~\\cite{lima} drift.",
        "References~\\cite{lima,lima} were first. (Reference~\\cite{lima} was not.)",
        "We use it as reference \\cite{lima} and for reference \\cite{lima}.",
        "See the C++ Language Reference~\\cite{lima}; a self-reference~\\cite{lima}.",
        "The preference \\cite{lima} and inference~\\cite{lima} differ.",
        (
            "\\begin{table}[!t]\\caption{Pipes}\\begin{tabular}{c}Ref."
            " \\cite{lima}\\end{tabular}\\end{table}"
        ),
    ],
)
def test_references_that_are_things(text: str) -> None:
    assert not found(text, "REF003")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It flows, see Ref.~\\cite{lima}.", "Ref.~\\cite{lima}"),
        ("It flows (Refs.~\\cite{lima,lima}).", "Refs.~\\cite{lima,lima}"),
        ("It follows reference~\\cite{lima} and others.", ""),
        ("It flows, and reference~\\cite{lima} says so.", "reference~\\cite{lima}"),
        ("The law of Reference~\\cite{lima} holds.", "Reference~\\cite{lima}"),
    ],
)
def test_needless_words_before_the_bracket(text: str, place: str) -> None:
    assert places(text, "REF003") == ([place] if place else [])


# -- cited and defined -----------------------------------------------------------------------


def project(folder: Path, body: str, bib: str, head: str = "") -> list[Finding]:
    (folder / "refs.bib").write_text(bib, encoding="utf-8")
    (folder / "main.tex").write_text(
        f"\\documentclass{{IEEEtran}}{head}\\begin{{document}}{body}\\bibliography{{refs}}"
        f"\\end{{document}}",
        encoding="utf-8",
    )
    rules.load()
    context = Context(read(str(folder / "main.tex")))
    return run_rule(rules.REGISTRY["REF010"], context)


def test_bibtex_keys_have_no_case_and_unused_entries_are_fine(tmp_path: Path) -> None:
    bib = "@book{Lima2020, title={P}}\n@book(costa, title={Q})\n@comment{x}\n@string{y = {z}}"
    assert not project(tmp_path, "\\cite{lima2020} and \\cite{ costa }.", bib)
    (finding,) = project(tmp_path, "\\cite{lima2020}.", bib, "\\usepackage[style=ieee]{biblatex}")
    assert 'Did you mean "Lima2020"?' in finding.message


def test_a_misspelled_key_gets_a_suggestion(tmp_path: Path) -> None:
    bib = "@book{lima2020pipes, title={P}}"
    (finding,) = project(tmp_path, "\\cite{lima2020pipe}, \\cite{lima2020pipe}.", bib)
    assert finding.span.text == "lima2020pipe"
    assert 'Did you mean "lima2020pipes"?' in finding.message
    assert not project(tmp_path, "\\cite{#1} \\newcommand{\\c}[1]{\\cite{#1}}\\nocite{*}", bib)


def test_nothing_is_undefined_without_the_database() -> None:
    text = (
        "%! document\n\\documentclass{IEEEtran}\\begin{document}\\cite{x}.\\bibliography{gone}"
        "\\end{document}"
    )
    assert not found(text, "REF010")


@pytest.mark.parametrize(
    "text",
    [
        "\\nocite{a,b,c}",
        "\\nocite{*}",
        "\\newcommand{\\all}{\\cite{a,b,c}}\\all",
        "\\begin{figure}[!t]\\caption{As in~\\cite{a,b}.}\\end{figure}\\footnote{See~\\cite{c}.}",
        "\\section{As in~\\cite{a}}\\cite[p.~3]{b}\\parencite{c}",
        "$x^{\\text{\\cite{a}}}$ \\citep{b}\\texttt{\\cite{c}}",
    ],
)
def test_entries_cited_somewhere(text: str) -> None:
    assert not found(text + "\n" + ITEMS, "REF010")


def test_a_fragment_is_not_blamed() -> None:
    text = "%! document\n\\section{Pipes}\nIt flows~\\cite{lima}.\n"
    assert not found(text, "REF010")


# -- groups ----------------------------------------------------------------------------------


def test_intervals_are_no_citations() -> None:
    text = (
        "%! document\n\\documentclass{IEEEtran}\\begin{document}\nIt lies in [1, 2], [0, 1], x[3]"
        " or a[1], b[2].\n\\end{document}"
    )
    assert not found(text, "REF013")
    assert not found("It lies in [1, 2] or [3, 4]; see~\\cite{lima}.", "REF013")


def test_typed_ranges_and_lists() -> None:
    text = (
        "%! document\n\\documentclass{IEEEtran}\\begin{document}\nPipes [1], [2] leak [2-4], [1,"
        " 3].\n\\end{document}"
    )
    assert [(one.span.text, one.severity) for one in found(text, "REF013")] == [
        ("[2-4]", "info"),
        ("[1, 3]", "warning"),
    ]


# -- footnotes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        (
            "Take CO\\textsuperscript{2} and 10\\textsuperscript{9}.\n\n\\textsuperscript{2}H is"
            " heavy."
        ),
        "Take $x^1$ and $^{13}$C.\n\n$^{13}$C is heavy.",
        "It flows.\\footnote{Slowly.}\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}",
        "\\renewcommand{\\thetable}{\\Roman{table}}It flows.\\footnote{Slowly.}",
        "\\begin{table}[!t]\\caption{A}\\begin{tabular}{c}a\\textsuperscript{1}\\end{tabular}\\\\"
        "\\textsuperscript{1}Old.\\end{table}",
    ],
)
def test_raised_numbers_that_are_no_footnotes(text: str) -> None:
    assert not found(text, "FTN001")


@pytest.mark.parametrize(
    "text",
    [
        (
            "It flows,\\footnote{Slowly.} it leaks.\\footnote{Fast.} It ends"
            " (there\\footnote{Here.}) now."
        ),
        (
            "It has $x$\\footnote{Many.}. It is 5~m\\footnote{Long.} high---so\\footnote{Yes.}---or"
            " not."
        ),
        "\\begin{table}[!t]\\caption{A\\footnote{B.}.}\\end{table}",
        "``It flows.''\\footnote{Lima.} It ends%\n\\footnote{So.}",
    ],
)
def test_footnote_marks_that_stand_right(text: str) -> None:
    assert not found(text, "FTN003")
