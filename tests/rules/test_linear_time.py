"""No text, however hostile, takes a rule more than linear time.

Each case is a draft with a long run of one token, or with one rule's bad
example many times over, once at a quarter of the length and once at full
length (24 kB; 200 kB with IEEELINT_THOROUGH=1).  The times are compared
with each other, as linear_time.py says; short ones are lifted to a floor taken
from reading the same draft, since below it a ratio says nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import pytest
from linear_time import ATTEMPTS, GENEROUS, NOISE, no_collector, processor_seconds

from ieeelint.context import Context
from ieeelint.examples import PARTS, PLACE, SKELETON, assemble, marked_place, parts
from ieeelint.readers.latex.reading import read
from ieeelint.rules import Rule, every_rule
from ieeelint.running import run_rule
from ieeelint.views.draft import Draft

pytestmark = pytest.mark.thorough

LENGTH = 200_000 if os.environ.get("IEEELINT_THOROUGH") else 24_000

CHARACTERS = [
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    " \n",
    "\n\n",
    "%",
    "%\n",
    "a",
    "A",
    "a ",
    "A ",
    "A. ",
    "a. ",
    "a, ",
    "1",
    "1 ",
    "0.",
    "1,",
    "1.",
    "-1",
    "1-",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "…",
    "'",
    "’",
    "''",
    "``",
    "`",
    '"',
    "“",
    "”",
    "-",
    "--",
    "---",
    "–",
    "(",
    ")",
    "( ",
    "[",
    "]",
    "{",
    "}",
    "{}",
    "<",
    ">",
    "=",
    "+",
    "/",
    "@",
    "#",
    "&",
    "^",
    "_",
    "~",
    "$",
    "$$",
    "\\",
    "\\\\",
    "\u00a0",
    "\u2009",
    "\u200b",
    "\ue000",
    "\ue003",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "中",
    "Ω",
    "×",
    "°",
    "𝑥",
]
COMMANDS = [
    "\\a",
    "\\a ",
    "\\ ",
    "\\,",
    "\\%",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "$x$",
    "$x$ ",
    "$$x$$",
    "$x^{",
    "\\frac{",
    "\\left(",
    "\\text{",
    "\\mathrm{m}",
    "\\begin{",
    "\\begin{a}",
    "\\end{a}",
    "\\begin{equation}",
    "\\end{equation}",
    "\\begin{equation}x\\end{equation} ",
    "\\begin{align}",
    "\\begin{figure}",
    "\\begin{figure}[h]\\end{figure}",
    "\\begin{table}\\begin{tabular}{c}1&2\\\\\\end{tabular}\\end{table}",
    "\\begin{tabular}{c}",
    "\\begin{itemize}",
    "\\item ",
    "\\begin{tikzpicture}",
    "\\begin{verbatim}",
    "\\begin{lstlisting}",
    "\\begin{comment}",
    "\\verb|",
    "\\verb|a| ",
    "\\url{a} ",
    "\\href{a}{b} ",
    "\\cite{a} ",
    "\\cite{",
    "\\cite{a}, ",
    "\\cite[",
    "\\ref{a} ",
    "Fig.~\\ref{a} ",
    "Table \\ref{a} ",
    "\\eqref{a} ",
    "\\cref{a,b} ",
    "\\autoref{a} ",
    "\\label{a}",
    "\\caption{a}",
    "\\caption{",
    "\\section{a}",
    "\\section{",
    "\\paragraph{a}",
    "\\footnote{a}",
    "\\footnote{",
    "\\thanks{a}",
    "\\emph{a} ",
    "\\textbf{",
    "\\SI{1}{m} ",
    "\\qty{1}{\\meter} ",
    "\\gls{a} ",
    "\\newcommand{\\a}{",
    "\\newcommand{\\a}{a}",
    "\\def\\a{a}",
    "\\def\\a",
    "\\if",
    "\\ifx",
    "\\iffalse",
    "\\iffalse a\\fi ",
    "\\else",
    "\\fi",
    "\\input{",
    "\\include{",
    "\\bibitem{a}",
    "\\par ",
    "\\vspace{-1mm}",
    "\\vskip -1mm ",
    "\\setlength{\\parskip}{1pt}",
    "\\parskip=1pt ",
    "\\small ",
    "\\looseness=-1 ",
    "\\usepackage{a}",
    "\\usepackage[",
    "\\hypersetup{",
    "\\includegraphics{a}",
    "\\includegraphics[width=",
    "\\enlargethispage{",
]
WORDS = [
    "Fig. ",
    "Fig. 1 ",
    "Figs. 1, 2 and ",
    "Figure ",
    "Table I ",
    "Eq. (",
    "Eq. (1) ",
    "equation ",
    "Section II ",
    "(1)",
    "(1), ",
    "[1]",
    "[1], ",
    "[1]-",
    "[1] ",
    "Ref. [1] ",
    "i.e. ",
    "e.g.",
    "et al. ",
    "etc. ",
    "5 kHz ",
    "5kHz ",
    "5 ",
    "5-",
    "5 - ",
    "0.5 ",
    ".5 ",
    "5,000,",
    "5 m/s",
    "m/",
    "m·",
    "cm3 ",
    "ohm ",
    "5 \\% ",
    "5\u00a0",
    "10 to ",
    "NASA ",
    "(NASA) ",
    "NASAs ",
    "A-",
    "A/",
    "Fast Fourier Transform (FFT) ",
    "fast Fourier (",
    "FFT (",
    "it's ",
    "isn't ",
    "and and ",
    "that that",
    "non-linear ",
    "non-",
    "colour ",
    "modelling ",
    "which ",
    "data is ",
    "affect ",
    "while ",
    "a ",
    "an ",
    "the the ",
    "http://",
    "http://a.b/c ",
    "a@b.c ",
    "John A. ",
    "et ",
    "vs. ",
    "Fig",
    "Eq",
    "No. ",
    "pp. 1-2, ",
    "vol. 1, ",
    "Jan. 1, ",
    "Proc. ",
    "Univ. ",
    "Dr. ",
    "Acknowledgement ",
    "This work was supported by ",
    "keywords ",
    "“a” ",
    "``a'' ",
    "``a",
    '"a" ',
    "(a) ",
    "1) ",
    "• ",
    "Theorem 1 ",
    "X = ",
    "x, y, ",
    "colour-",
    "well-",
    "IV ",
    "I",
    "Ph.D. ",
    "3-D ",
]
ZONES = (
    "title",
    "author",
    "abstract",
    "keywords",
    "references",
    "caption",
    "cell",
    "math",
    "heading",
)
IN_ZONES = [
    "a ",
    "A ",
    "1 ",
    ", ",
    ". ",
    "(",
    "-",
    "$x$ ",
    "\\\\",
    "\\cite{a} ",
    "{",
    "5 kHz ",
    "NASA ",
    "~",
    "\\and ",
]


def draft(zone: str, words: str) -> str:
    """A paper with ``words`` in one zone."""
    around = {
        "caption": "\\begin{figure}[t]\n\\includegraphics{a}\n\\caption{%s}\n\\end{figure}",
        "cell": (
            "\\begin{table}[t]\n\\caption{A}\n\\begin{tabular}{c}\n%s\n\\end{tabular}\n\\end{table}"
        ),
        "math": "\\begin{equation}\n%s\n\\end{equation}",
        "heading": "\\section{%s}",
    }
    if zone in around:
        return SKELETON.format(**{**PARTS, "body": around[zone].replace("%s", words)})
    if zone == "references":
        words = PARTS["references"] + words
    return SKELETON.format(**{**PARTS, zone: words})


Seconds = dict[str, float]


def seconds(text: str, rules: list[Rule]) -> Seconds:
    """Processor seconds for reading a text and for each rule on it."""
    drafts: list[Draft] = []
    reading = processor_seconds(lambda: drafts.append(read("hostile.tex", text=text)))
    context = Context(drafts[0])
    return {"reading": reading} | {
        rule.code: processor_seconds(partial(run_rule, rule, context)) for rule in rules
    }


def least(known: Seconds, again: Seconds) -> Seconds:
    return known | {name: min(took, known.get(name, took)) for name, took in again.items()}


def slow_parts(quarter: Seconds, whole: Seconds) -> list[str]:
    """What took out of all proportion longer for four times the text."""
    floor = quarter["reading"] / 8
    return [
        name for name, took in whole.items() if took > GENEROUS * max(quarter[name], floor, NOISE)
    ]


def assert_linear(make: Callable[[int], str], rules: list[Rule]) -> None:
    """``make(length)`` gives a draft; what seems slow must seem so each time it is tried."""
    quarter: Seconds = {}
    whole: Seconds = {}
    suspects = rules
    slow: list[str] = []
    for _attempt in range(ATTEMPTS):
        with no_collector():
            quarter = least(quarter, seconds(make(LENGTH // 4), suspects))
            whole = least(whole, seconds(make(LENGTH), suspects))
        slow = slow_parts(quarter, whole)
        if not slow:
            return
        suspects = [rule for rule in rules if rule.code in slow]
    told = [
        f"{name}: {quarter[name] * 1000:.2f} ms -> {whole[name] * 1000:.2f} ms" for name in slow
    ]
    raise AssertionError("more than linear: " + "; ".join(told))


@pytest.fixture(autouse=True)
def raising(monkeypatch, tmp_path):
    monkeypatch.setenv("IEEELINT_RAISE", "1")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return list(every_rule())


@pytest.mark.parametrize("token", [*CHARACTERS, *COMMANDS, *WORDS], ids=repr)
def test_run_of_a_token(token, rules):
    assert_linear(lambda length: draft("body", token * (length // len(token))), rules)


@pytest.mark.parametrize("zone", ZONES)
def test_run_of_a_token_in_a_zone(zone, rules):
    for token in IN_ZONES:
        assert_linear(lambda length, t=token: draft(zone, t * (length // 4 // len(t))), rules)


def repeated(example: str, length: int) -> str:
    """The example's part with the marked place, again and again, in its skeleton."""
    found = parts(example)
    role, detail, content = next((part for part in found if PLACE in part[2]), found[0])
    if role not in PARTS or role == "class":
        return ""
    content = content.strip("\n")
    many = (content + "\n\n") * (length // (len(content) + 2))
    rest = [
        (other, name, words)
        for other, name, words in found
        if words is not content and other != role
    ]
    whole = "".join(f"%! {other} {name}".rstrip() + f"\n{words}\n" for other, name, words in rest)
    return marked_place(assemble(whole + f"%! {role}\n{many}")["main.tex"])[0]


@pytest.mark.parametrize("rule", list(every_rule()), ids=lambda rule: rule.code)
def test_many_findings_of_a_rule(rule):
    if "latex" not in rule.formats:
        pytest.skip("not a rule about LaTeX")
    for example in rule.bad[:4]:
        if repeated(example, 100):
            assert_linear(lambda length, e=example: repeated(e, length // 4), [rule])
