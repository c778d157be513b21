"""Abbreviations: what asks for a definition, and what only looks like it."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
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
    # The same words with another meaning define nothing; \\gls prints its own meaning.
    other = text.replace("self-organizing map", "quiet tube").replace("short=SOM", "short=SUM")
    assert places(other, "ABR001") == ([] if "\\gls" in text else ["SOM"])


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
    assert "Narrow" not in finding.message  # names of institutes are not meanings


def test_a_likely_name_is_only_hinted_at() -> None:
    (finding,) = found("We use LABEX for it. LABEX is old.", "ABR001")
    assert finding.severity == "info"
    assert found("We use LABEX for it.", "ABR001") == []  # a name as often as not
    # Another abbreviation with a further letter is none: of the field, well known, of the draft.
    assert len(found("We use ESSID for it.", "ABR001")) == 1
    assert len(found("We use QUDP for it.", "ABR001")) == 1
    assert len(found("We use QABEX for it. ABEX is low, and ABEX is old.", "ABR001")) == 2
    assert found("The word STEADY is not steady.", "ABR001") == []


@pytest.mark.parametrize(
    ("uses", "severity"), [(1, "info"), (2, "info"), (3, "warning"), (4, "warning")]
)
def test_an_abbreviation_that_is_used_often_is_hardly_a_name(uses, severity):
    (finding,) = found("The QZTB is old. " * uses, "ABR001")
    assert finding.severity == severity


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


def referenced(entry: str) -> str:
    return f"%! references\n\\bibitem{{lima}} {entry}\n%! body\nThe QXTV is fast.\n"


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        (referenced("A. Lima, ``QXTV: A generator of pipes,'' 2020."), True),
        (referenced("A. Lima, ``QXTV: The quiet X-ray tube valve,'' 2020."), False),
        (referenced("QXTV, ``Rules of pipes,'' 2020."), True),
        (referenced("A. Lima, ``Pipes,'' \\emph{QXTV}, 2020."), False),
        ("The QXTV is fast.\\footnote{See \\url{https://www.qxtv.org/pipes}.}", True),
        ("The QXTV is fast.\\footnote{See \\url{https://github.com/lima/qxtv}.}", True),
        ("The QXTV is fast.\\footnote{See \\url{https://flow.example/qxtv}.}", False),
        ("The QXTV framework is fast.", False),
        ("The QXTV framework~\\cite{lima} is fast.", True),
        ("The QOTV framework is fast.", True),
        ("The Arduino GPIO framework~\\cite{lima} is fast.", False),
        ("Intel QXTV is fast, and so is every QXTV chip.", True),
    ],
)
def test_names_have_evidence(text: str, is_name: bool) -> None:
    assert bool(found(text, "ABR001")) != is_name


def test_databases_give_names(draft) -> None:
    def entry(fields: str) -> str:
        return (
            f"%! file refs.bib\n@misc{{lima, {fields}}}\n%! body\nThe QXTV is fast.\n"
            "%! references\n%! back\n\\bibliographystyle{IEEEtran}\\bibliography{refs}\n"
        )

    def is_name(fields: str) -> bool:
        return not run_rule(rules.REGISTRY["ABR001"], Context(read(draft(entry(fields)))))

    rules.load(("ABR",))
    assert is_name("title={{QXTV}: A generator of pipes}")
    assert is_name("organization={QXTV}, title={Pipes}")
    assert is_name("url={https://qxtv.org}, title={Pipes}")
    assert not is_name("title={The QXTV of pipes: A study}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The JZSW is good. JZSW is small. JZSW runs. The JZWS is JZSW.", "JZSW"),
        ("The JZSW is good. The JZWS is small.", ""),  # either may be right
        ("The JSW is good. JSW is small. JSW runs. The JWS is far.", ""),  # short
        ("The JZSW is good. JZSW is small. JZSW runs. The JZSV is near.", ""),  # another letter
        ("The JZSW is good. JZSW is old. JZSW runs. " + "The JZWS is far. " * 3, ""),
    ],
)
def test_slips_have_the_letters_of_a_frequent_abbreviation(text: str, expected: str) -> None:
    slips = [one.message for one in found(text, "ABR001") if "slip" in one.message]
    assert len(slips) == bool(expected) and all(f'"{expected}"' in slip for slip in slips)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The types ABFJ, ACFJ, XBFJ, XCFJ run.", 0),
        ("The types ABFJ, ACFJ, XBFJ run.", 3),  # too few for a scheme
        ("The types ABFJ, ACFJ, XBFJ, QCFJ run.", 4),  # three letters at one place
        ("The types ABF, ACF, XBF, XCF run.", 4),  # short: related abbreviations
        ("The words RV, RVR, VR, RRV run.", 0),
        ("An RVR is old. An RRV is new. A VRV is red.", 3),
    ],
)
def test_codes_of_one_shape(text: str, count: int) -> None:
    assert len(found(text, "ABR001")) == count


@pytest.mark.parametrize(
    ("before", "is_meant"),
    [
        ("The quiet rate method of tubes", True),  # three of four initials
        ("The very old pipes", False),
        ("Rohramt", False),
        ("Our friends at Sand Ministerium", True),  # a name
        ("The quatrom", True),  # one word with all letters
    ],
)
def test_words_before_parentheses_may_be_meant(before: str, is_meant: bool) -> None:
    assert bool(found(f"{before} (QTRM) is used. The QTRM is used.", "ABR001")) != is_meant
