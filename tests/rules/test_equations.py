"""Equations: the cases that tell a fault from its look-alikes."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
from ieeelint.running import run_rule
from ieeelint.views.draft import Draft

ONE = "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
TWO = ONE + "\\begin{equation}c=d.\\label{eq:c}\\end{equation}\n"
AMSMATH = "%! preamble\n\\usepackage{amsmath}\n%! body\n"


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


# -- references ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We use the equation of state, equation by equation, in 3 steps.",
        "The problem~\\eqref{eq:a}, the bound~(\\ref{eq:a}) and model (\\ref{eq:a}) hold.",
        (
            "See~\\cite[Eq.~(4)]{lima} and Eq.~(4) in~\\cite{lima}; Eqs. (1) and (2) of Lima"
            " \\emph{et al.} differ."
        ),
        "It holds by~\\eqref{eq:a}, (\\ref{eq:a}), and \\textup{(\\ref{eq:a})}.",
        "It follows from (see \\ref{eq:a}) the text.",
        "Equations~\\eqref{eq:a} hold. \\textbf{Equation~\\eqref{eq:a}} holds, too.",
        "Write ``Eq.~\\eqref{eq:a}'' never.",
        "\\verb|Eq. (1)| is code.",
    ],
)
def test_right_references_to_equations(text: str) -> None:
    assert not places(ONE + text, "EQN002") + places(ONE + text, "EQN003")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We see in eqs.~(\\ref{eq:a}) that it holds.", "eqs.~(\\ref{eq:a})"),
        ("We see in Equations~\\eqref{eq:a} that it holds.", "Equations~\\eqref{eq:a}"),
        ("We see in Eqn.\\eqref{eq:a} that it holds.", "Eqn.\\eqref{eq:a}"),
        ("We see in equation\n(\\ref{eq:a}) that it holds.", "equation\n(\\ref{eq:a})"),
        ("We see (Eq.~\\ref{eq:a}) that it holds.", "Eq.~\\ref{eq:a}"),
        ("It holds.\\footnote{As in eq.~\\eqref{eq:a} above.}", "eq.~\\eqref{eq:a}"),
    ],
)
def test_wrong_references_to_equations(text: str, place: str) -> None:
    assert places(ONE + text, "EQN002") == [place]


def test_the_name_of_an_equation_is_only_remarked_upon() -> None:
    (one,) = found(ONE + "We solve the linear heat equation~\\eqref{eq:a} twice.", "EQN002")
    assert one.severity == "info" and one.fix is None
    (two,) = found(ONE + "The method that solves equation~\\eqref{eq:a} is old.", "EQN002")
    assert two.severity == "warning" and two.fix is not None


def test_a_list_loses_its_word_and_gains_parentheses() -> None:
    assert after_fix(
        TWO + "By Eqs.~\\ref{eq:a}, \\ref{eq:c}, and \\ref{eq:a} it holds.", "EQN002"
    ).endswith("By (\\ref{eq:a}), (\\ref{eq:c}), and (\\ref{eq:a}) it holds.")


def test_portuguese_is_not_judged() -> None:
    words = "na eq.~\\eqref{eq:a} que descreve o fluxo da água em tubos não muito largos, com areia"
    assert found(ONE + f"Tudo vale {words}.", "EQN002") == []


# -- numbers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        ONE + "\\begin{align*}a&=b\\tag{**}\\end{align*}" + ONE.replace("eq:a", "eq:b"),
        "\\begin{figure*}[!t]\\setcounter{equation}{5}"
        + ONE
        + "\\end{figure*}\\setcounter{equation}{\\value{equation}}",
        "\\begin{subequations}\\label{eq:s}\n\\begin{align}a&=b,\\\\c&=d.\\end{align}\n"
        "\\end{subequations}",
        "%! preamble\n\\usepackage{amsthm}\\newtheorem{theorem}{Theorem}"
        "\\numberwithin{theorem}{section}\n%!"
        " body\n" + ONE,
        "%! preamble\n\\numberwithin{equation}{section}\n%! body\nNo equations.",
        ONE
        + "\\appendices\n\\section{Proof}\n\\numberwithin{equation}{section}\n"
        + ONE.replace("eq:a", "eq:b"),
        ONE + "\\begin{equation*}a=b\\tag{\\ref{eq:a} revisited}\\end{equation*}",
        ONE + "\\begin{equation}a=b\\tag{A1}\\end{equation}",
    ],
)
def test_numbers_that_run_on(text: str) -> None:
    assert not found(text, "EQN001")


def test_tags_are_judged_by_what_they_break() -> None:
    tags = "".join(
        f"\\begin{{equation}}a=b.\\tag{{{n}}}\\end{{equation}}\n" for n in (1, 2, 4, 5, 5, "7a")
    )
    messages = [one.message for one in found(tags, "EQN001")]
    assert len(messages) == 3
    assert (
        "(3) is missing" in messages[0]
        and "comes after (5)" in messages[1]
        and "(6) is missing" in messages[2]
    )


# -- the end of a display ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It is\n\\[\na=b\n\\]\nin all pipes.",
        (
            "It is\n\\[\na=b\n\\]\n\n\\begin{figure}[!t]\\caption{Flow.}\\end{figure}\nwhere $a$ is"
            " red."
        ),
        "It is\n\\begin{equation}\na=b,\\quad\\text{or}\\quad c=d;\n\\end{equation}\nand so on.",
        "It is\n\\begin{multline}\na\\\\=b. \\label{eq:m}\n\\end{multline}\nNext, water.",
        (
            "It is\n\\begin{IEEEeqnarray}{rCl}\na&=&b.\\IEEEyesnumber\n\\end{IEEEeqnarray}\nNext,"
            " water."
        ),
        (
            "It is\n\\begin{equation}\n\\begin{aligned}a&=b,\\\\c&=d.\\end{aligned}\n"
            "\\end{equation}\nNext,"
            " water."
        ),
        "It is\n\\begin{equation}\\boxed{a=b.}\\end{equation}\nNext, water.",
        "It is\n\\begin{equation}a=b\\;.\\;\\end{equation}\nNext, water.",
        "It is\n\\begin{equation}a=b % no period.\n.\\end{equation}\nNext, water.",
        "It is\n\\begin{equation}\\label{eq:e}\\end{equation}\nNext, water.",
        "It is\n\\[a=b\\]\n(where $a$ is red).",
        "It is\n\\[a=b\\]\n\\[c=d\\]\nfor all.",
        "\\begin{figure}[!t]\\[a=b\\]\\caption{Law.}\\end{figure}\nNext, water.",
    ],
)
def test_displays_that_end_well(text: str) -> None:
    assert not found(text, "EQN004")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("It is\n\\[a=b\\]\nNext, water.", "warning"),
        ("It is:\n\\[a=b\\]\n\nNext, water.", "warning"),
        ("It is as follows.\n\\[a=b\\]\nNext, water.", "info"),
        ("It is (so we say).\n\\[a=b\\]\nNext, water.", "info"),
        ("It is, i.e.\n\\[a=b\\]\nNext, water.", "warning"),
        ("It is\n\\[a=b\\]\n\\[c=d\\]\nNext, water.", "warning"),
        ("It is\n\\[a=b\\]\n\\section{Sand}\nSand.", "warning"),
        ("It is\n\\[a=\\left\\{b\\right.\\]\nNext, water.", "warning"),
        ("It is\n\\[a=b\\]\nFig.~\\ref{fig:a} shows it.", "warning"),
        ("\\section{Law}\n\\[a=b\\]\nNext, water.", "info"),
    ],
)
def test_displays_that_lack_a_period(text: str, severity: str) -> None:
    assert [one.severity for one in found(text, "EQN004")] == [severity]


@pytest.mark.parametrize(
    ("display", "after"),
    [
        ("\\[a=\\left\\{b\\right.\\]", "\\[a=\\left\\{b\\right..\\]"),
        (
            "\\begin{align}a&=b\\nonumber\\\\\n&=c\\end{align}",
            "\\begin{align}a&=b\\nonumber\\\\\n&=c.\\end{align}",
        ),
        ("\\[a=\\text{red}\\]", "\\[a=\\text{red}.\\]"),
        ("\\[a=b \\quad\\]", "\\[a=b. \\quad\\]"),
        ("\\[a=b % so\n\\]", "\\[a=b. % so\n\\]"),
        (
            "\\[\\begin{aligned}a&=\\begin{cases}b\\\\c\\end{cases}\\end{aligned}\\]",
            "\\[\\begin{aligned}a&=\\begin{cases}b\\\\c.\\end{cases}\\end{aligned}\\]",
        ),
        (
            "\\[\\begin{array}{l}a\\\\b\\end{array}\\]",
            "\\[\\begin{array}{l}a\\\\b\\end{array}.\\]",
        ),
    ],
)
def test_the_period_goes_behind_the_last_sign(display: str, after: str) -> None:
    assert after_fix(f"It is\n{display}\nNext, water.", "EQN004") == f"It is\n{after}\nNext, water."


def test_where_goes_on_with_the_sentence() -> None:
    (one,) = found("It is\n\\[a=b\\]\nWhere $a$ is red.", "EQN004")
    assert "comma" in one.message


# -- signs ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        (
            "The rate is $\\mathrm{rate}$, $\\text{the rate}$, $x_{\\text{rate}}$ and"
            " $\\operatorname*{rate}_x$."
        ),
        "The rate is $\\label{rate}\\ref{rate}$ and $\\textcolor{rate}{x}$.",
        "The cat sat: $cat$ is $c a t$.",
        "It takes $5\\,min$, $30 sec$ and $x = 45 deg$.",
        "It is $\\sin x$, $\\arg\\min_x f$, $f_{\\max}$, $\\log_2 n$.",
        "The pump $P$ of type P is in node P; the parameter P1 and vitamin P.",
    ],
)
def test_formulas_in_their_right_shape(text: str) -> None:
    assert not found(text, "EQN007")


def test_a_word_is_reported_at_each_place() -> None:
    text = "The loss is $loss_a$ and $loss_b + sin x + sin y$."
    assert [one.message.partition(".")[0] for one in found(text, "EQN007")] == [
        '"loss" is italic in this formula',
        '"loss" is italic in this formula',
        '"sin" is italic in this formula',
        '"sin" is italic in this formula',
    ]
    assert (
        after_fix(text, "EQN007")
        == "The loss is $\\mathrm{loss}_a$ and $\\mathrm{loss}_b + \\sin x + \\sin y$."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lima wrote -- 5 times -- that 3-5 and 3 - 5 differ; see pages 3 -5.",
        "Use gcc -2 and -O2, ISBN 0-306-40615-2, 10-20~dB, and A-5~V.",
        "On 2020-05-12 it was $-5$~dB; the F-16 and the RFC-822.",
        "Version -1.0 and the key {-5}.",
        "It leaks, 1e-3 and 10-3.",
    ],
)
def test_hyphens_that_are_no_minus(text: str) -> None:
    assert not found(text, "EQN006")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It falls from -40 to 85.", "-40"),
        ("It falls to -40\\,$^{\\circ}$C, says Lima, or -40~\\textdegree C.", "-40"),
        ("The noise is -174~dBm.", "-174"),
        ("The loss is -3\\% of it.", "-3"),
        ("It is (-3~V) here.", "-3"),
        ("We set x = -3 here.", "-3"),
    ],
)
def test_hyphens_that_stand_for_a_minus(text: str, place: str) -> None:
    assert places(text, "EQN006")[:1] == [place]


# -- typed numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Fig. 3 in~\\cite{lima} and Table II of Lima et al. say so.",
        "Section 3.2.1 of the standard, Section 7 of the GDPR, and Table 5 in the book differ.",
        "A class I pipe and type II error; it has a figure of merit 3.",
        "As [1, Fig. 3] and \\cite[Table II]{lima} say.",
        "It has (1) pipes, (2) sand.",
        "\\begin{figure}[!t]\\caption{Fig. 1. Flow.}\\end{figure}",
        "This section 2 and that section 3 are short.",
        "In step (2) we use (3) and the array[3], x[1] or $x$[2].",
    ],
)
def test_numbers_that_may_be_typed(text: str) -> None:
    assert not found(text, "EQN010")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Figs. 2 and 3 differ.", "Figs. 2"),
        ("See Algorithm 1.", "Algorithm 1"),
        ("See Section II-B for more.", "Section II-B"),
        ("As in Lima [1], water flows.", "[1]"),
    ],
)
def test_numbers_that_go_stale(text: str, place: str) -> None:
    assert places(text, "EQN010") == [place]


# -- any reader --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area", "codes"),
    [
        ("EQN", {"EQN002", "EQN003", "EQN004", "EQN005", "EQN006", "EQN007", "EQN011"}),
        ("REF", {"REF004", "REF010", "REF013"}),
        ("FTN", {"FTN001"}),
    ],
)
def test_rules_need_no_latex_view(area: str, codes: set[str]) -> None:
    rules.load()
    text = (
        TWO
        + "Eq. (1) and eq.~\\eqref{eq:a} hold [1,2]. [3] is old.\\footnote{It is $sin x$.} It falls"
        " from -5 to 5~\\cite{lima}. $\\mu_o$ is $\\frac{a}{b}$; the parameter k of"
        " $k$.\n\n\\[a=b\\]\n\nIt is old.$^1$ Next.\n\n$^1$Very old."
    )
    paper = read("main.tex", text=assemble(text)["main.tex"]).paper
    paper.format = "word"
    context = Context(Draft(paper))
    reporting = set()
    for rule in rules.every_rule():
        if rule.area == area and "word" in rule.formats:
            for one in rule.check(context):
                reporting.add(rule.code)
                assert one.message and not (
                    one.fix and any("~" in edit.text for edit in one.fix.edits)
                )
    assert reporting == codes, sorted(reporting)
