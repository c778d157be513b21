"""Abbreviations: what asks for a definition, and what only looks like it."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex import read
from ieeelint.running import run_rule
from ieeelint.vocabulary import Vocabulary

ABSTRACT = (
    "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the flow of"
    " water in pipes of many kinds.\n%! body\n"
)


def found(snippet: str, code: str, strict: bool = False) -> list[Finding]:
    """The findings of one rule on a snippet."""
    rules.load(("ABR",))
    vocabulary = Vocabulary({"strict_abbreviations": strict})
    context = Context(read("main.tex", text=assemble(snippet)["main.tex"]), vocabulary=vocabulary)
    return run_rule(rules.REGISTRY[code], context)


def places(snippet: str, code: str) -> list[str]:
    """The words those findings point at."""
    return [finding.span.text for finding in found(snippet, code)]


@pytest.mark.parametrize(
    "text",
    [
        "A self-organizing map (SOM) is old. The SOM runs.",
        "A self-organizing map, or SOM, is old.",
        "Such a self-organizing map, also known as SOM, is old.",
        "A SOM, i.e., a self-organizing map, is old.",
        "SOM stands for self-organizing map.",
        "Here SOM is the self-organizing map.",
        "where SOM is the number of self-organizing maps.",
        "The SOM (self-organizing map) is old.",
        "The SOM\\footnote{SOM: self-organizing map.} is old.",
        "\\begin{description}\\item[SOM] self-organizing map \\end{description} The SOM is old.",
        "\\begin{itemize}\\item SOM: self-organizing map\\end{itemize} The SOM is old.",
        (
            "\\begin{table}[!t]\\caption{Names}\\begin{tabular}{ll}SOM & self-organizing map\\\\ X"
            " & Y\\end{tabular}\\end{table} The SOM is old."
        ),
        "A self-organizing map (SOM) is old; SOMs run, and the SOM's weights too.",
        (
            "%! preamble\n\\usepackage{glossaries}\\newacronym{som}{SOM}{self-organizing map}\n%!"
            " body\nA \\gls{som} is old."
        ),
        (
            "%! preamble\n\\usepackage{acro}\\DeclareAcronym{som}{short=SOM, long=self-organizing"
            " map}\n%! body\nThe SOM is old."
        ),
    ],
)
def test_defined_in_many_ways(text: str) -> None:
    assert places(text, "ABR001") == []


@pytest.mark.parametrize(
    "text",
    [
        "See Section III, class II, and Henry VIII.",
        "Crystals of GaN, NaCl, and InGaAs at 5 MHz, 3 kWh, and 2 dB.",
        "The LMX358 and ESP32 parts, the HC-128 cipher, MICKEY 2.0, and ISO 9001.",
        "As J. K. Lima wrote to LQ Porto in Lisbon.",
        "At ICASSP 2023 and CVPR'22 it was shown.",
        "Run \\texttt{XQL} and \\verb|QXL|, or the XQW-R1 and the XQW\\_R2.",
        "Write ``XQW'' or `XQW' as you like.",
        "IF this is NOT so, THEN the AND gate opens.",
        "THE PIPES ARE WIDE AND ROUND HERE.",
        "The XQW dataset, the QWX simulator, and a tool called WXQ.",
        "A CPU, a GPU, an FFT, and a PID controller.",
        "In matrix $XQW$ and \\eqref{eq:XQW}.",
        (
            "%! author\n\\IEEEauthorblockN{A. Lima}\\IEEEauthorblockA{\\textit{XQW Lab}\\\\Porto,"
            " QWX\\\\a@b.example}\n%! body\nPipes."
        ),
        (
            "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{XQW J.}, vol. 1, no. 2, pp."
            " 3--9, Mar. 2020.\n%! body\nPipes."
        ),
        "%! back\n\\section*{Acknowledgment}\nWe thank the XQWF.\n%! body\nPipes.",
        "\\section{XQW}\nPipes.",
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{The XQW.}\\label{fig:a}\\end{figure}",
        "The LoRa and WiFi radios in the UK and DE.",
        "The product AMD XQW is fast.",
        "An XQW-QWX pair runs.",
    ],
)
def test_what_needs_no_definition(text: str) -> None:
    assert places(text, "ABR001") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We train an XQW here. The XQW runs.", ["XQW"]),
        ("Two XQWs run.", ["XQWs"]),
        ("Some XQW-based ones run.", ["XQW"]),
        (ABSTRACT.replace("(SOM)", "") + "The SOM runs.", ["SOM"]),
        ("The QoX is high.", ["QoX"]),
    ],
)
def test_undefined_once_a_token(text: str, expected: list[str]) -> None:
    assert places(text, "ABR001") == expected


def test_a_definition_after_the_use_is_named() -> None:
    (finding,) = found("The SOMs run. Self-organizing maps (SOMs) are old.", "ABR001")
    assert "Self-organizing maps (SOMs)" in finding.message and finding.span.text == "SOMs"


def test_a_meaning_in_the_draft_is_suggested() -> None:
    text = "The narrow cold pipes leak. Every NCP leaks. All narrow cold pipes do."
    (finding,) = found(text, "ABR001")
    assert "narrow" not in finding.message  # chance may spell it
    (finding,) = found(text + " These narrow cold pipes are old.", "ABR001")
    assert '"narrow cold pipes (NCP)"' in finding.message
    (finding,) = found("The Narrow Cold Pipes leak. Every NCP leaks.", "ABR001")
    assert '"Narrow Cold Pipes (NCP)"' in finding.message
    text = "%! author\nNarrow Cold Pipes\n%! body\nEvery NCP leaks."
    (finding,) = found(text, "ABR001")
    assert "Narrow" not in finding.message  # names of institutes are no meanings


def test_a_likely_name_is_only_hinted_at() -> None:
    (finding,) = found("We use LABEX for it.", "ABR001")
    assert finding.severity == "info"
    assert found("The word STEADY is not steady.", "ABR001") == []


def test_strict_takes_only_the_ieee_list() -> None:
    text = "The CPU of the IEEE runs on dc."
    assert [one.span.text for one in found(text, "ABR001", strict=True)] == ["CPU"]
    assert found(text, "ABR001") == []


def test_abstract_and_body_are_apart() -> None:
    assert places(ABSTRACT + "The SOM runs.", "ABR002") == ["SOM"]
    assert places(ABSTRACT + "The SOM runs.", "ABR001") == []
    assert places(ABSTRACT + "The self-organizing map (SOM) runs.", "ABR002") == []
    assert places(ABSTRACT + "The map runs.", "ABR002") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A phase locked loop (PLL) and its PLL. A phase-locked loop (PLL) too.",
            ["phase-locked loop (PLL)"],
        ),
        ("A phase-locked loop (PLL) locks.", ["phase-locked loop (PLL)"]),
        ("A phase-locked loop (PLL) locks. Two PLLs lock.", []),
        ("The Porto Pipe Institute (PPI) paid.", []),
        (ABSTRACT + "A self-organizing map (SOM) runs. The SOM is old.", []),
    ],
)
def test_defined_twice_or_unused(text: str, expected: list[str]) -> None:
    assert places(text, "ABR003") == expected


def test_each_repeat_is_found() -> None:
    text = "A self-organizing map (SOM) runs. " + "The self-organizing map (SOM) runs.\n\n" * 3
    assert places(text, "ABR003") == ["self-organizing map (SOM)"] * 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Particle swarm optimization (PSO) and the phase shift oscillator (PSO).", 1),
        ("Particle swarm optimization (PSO) and particle-swarm optimizations (PSOs).", 0),
        ("A root mean square error (RMSE) is not the root mean square error (RMSQE).", 1),
        ("A Wi-Fi network (WN) and a WiFi network (WN).", 0),
        ("A minimalist progressive model (MPM) and a minimalist and progressive model (MPM).", 0),
    ],
)
def test_conflicts(text: str, count: int) -> None:
    assert len(found(text, "ABR004")) == count


def test_needless_definitions() -> None:
    assert places("The alternating current (ac) flows.", "ABR005") == ["alternating current (ac)"]
    assert places("The root-mean-square (rms) value.", "ABR005") == ["root-mean-square (rms)"]
    assert places("The self-interference (SI) and active control (AC).", "ABR005") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three CPU's run.", ["CPU's"]),
        ("All of the PXW's of the net.", ["PXW's"]),
        ("We count the PXW's, then stop.", ["PXW's"]),
        ("The PXW's used in it are old.", ["PXW's"]),
        ("It was in the 1990's and in the 2010's.", ["1990's", "2010's"]),
        ("The CPU's cache and the GPU’s clock.", []),
        ("It is faster than the CPU's.", []),
        ("Ask its ISP's or the other's server.", []),
        ("The IEEE's of the world.", []),
        ("TSE'19 and CVPR'22 are years.", []),
        ("Write ``CPU's'' nowhere.", []),
        ("The UAV's $x$ position.", []),
        ("The UAV's own clock.", []),
    ],
)
def test_plurals(text: str, expected: list[str]) -> None:
    assert places(text, "ABR006") == expected


def test_only_english_is_judged() -> None:
    rules.load(("ABR",))
    assert all(rule.english for code, rule in rules.REGISTRY.items() if code.startswith("ABR"))


def test_the_initials_that_a_note_macro_prints_are_no_abbreviation() -> None:
    macro = "%! preamble\n\\newcommand{\\al}[1]{[AQL: #1]}\\newcommand{\\som}{AQL}\n%! body\n"
    assert found(macro + "It flows. \\al{Does it?} It does.", "ABR001") == []
    assert len(found(macro + "The \\som{} flows.", "ABR001")) == 1
