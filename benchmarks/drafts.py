"""Generate LaTeX drafts of any size, with the usual elements in realistic proportions."""

from __future__ import annotations

import random

NOUNS = (
    "pipe valve pump sensor filter channel boundary surface model method sample result error value"
    " signal pressure velocity temperature friction energy design layer network kernel matrix cache"
    " thread record measurement experiment simulation estimate bound theorem interval gradient"
    " threshold schedule window"
).split()
VERBS = (
    "describes limits changes predicts carries shows needs raises lowers explains replaces drives"
    " follows reduces covers supports delays spreads keeps yields"
).split()
ADJECTIVES = (
    "narrow steady linear open coarse slow turbulent rough early local stable sparse large common"
    " robust simple dense cold hidden uniform"
).split()
SENTENCES = (
    "The {a} {n} {v} the {n} of the {n}, and the {a} {n} {v} it.",
    "Since the {n} is {a}, each {n} {v} a {a} {n} that no other {n} {v}.",
    (
        "However, no {n} {v} a {n} that is {a}; see \\cite{{ref{r}}} for the \\emph{{{a} {n}}} of"
        " this {n}."
    ),
    "Between {d} and {e} percent of the {n} {v} the {n} (here, the {a} one).",
    (
        "The authors of \\cite{{ref{r}}} ask whether a {n} {v} the {n}, while a {n} that {v} it is"
        " {a}."
    ),
    "A {a} {n} is one that {v} its {n} before the {n} {v} the {a} {n} again.",
    "We measure a {n} of {d}.{d}~MHz at {d}~kPa, which {v} the {a} {n}.",
    "This {n} {v} the {n} unless the {a} {n} {v} the {n} first~\\cite{{ref{r},ref{q}}}.",
    "From then on, every {a} {n} {v} both the {n} and the {a} {n} next to it.",
    (
        "For each {n} $x_{{{d}}} \\in \\mathbb{{R}}^{{k}}$ with $\\|x\\| < {d}$, the {n} {v} a {a}"
        " {n}."
    ),
    (
        "In Fig.~\\ref{{fig:{f}}}, the {n} {v} every {a} {n}, whereas Table~\\ref{{tab:{f}}} lists"
        " the {n}."
    ),
    "By (\\ref{{eq:{f}}}), this {n} {v} the {n}.",
)
WEIGHTS = (16, 16, 5, 8, 8, 16, 6, 8, 16, 4, 3, 2)
FLOATS = r"""
\begin{figure}[!t]
\centering
\includegraphics[width=\columnwidth]{figure%(f)d}
\caption{%(A)s %(n)s of the %(m)s over the %(k)s.}
\label{fig:%(f)d}
\end{figure}
\begin{table}[!t]
\caption{%(A)s %(N)s of Each %(M)s}
\label{tab:%(f)d}
\centering
\begin{tabular}{lrr}
\hline
Case & %(N)s & %(M)s \\
\hline
%(rows)s
\hline
\end{tabular}
\end{table}
\begin{equation}
y_{%(f)d} = \sum_{i=1}^{n} a_i x_i^{%(d)d} + \frac{b}{c + \sqrt{%(d)d}} ,
\label{eq:%(f)d}
\end{equation}
where $a_i$ is the %(n)s and $b$ is the %(m)s.
"""


def draft(size: int, seed: int = 1) -> str:
    """A conference draft of about ``size`` characters; equal arguments give equal drafts."""
    pick = random.Random(seed)
    parts = [
        "\\documentclass[conference]{IEEEtran}\n\\usepackage{cite}\n\\usepackage{amsmath}\n"
        "\\usepackage{graphicx}\n\\begin{document}\n\\title{Steady Flow in Narrow Pipes}\n"
        "\\author{\\IEEEauthorblockN{Ana Lima}\\IEEEauthorblockA{\\textit{Institute of Flow}\\\\\n"
        "Porto, Portugal\\\\ana@flow.example}}\n\\maketitle\n\\begin{abstract}\n"
        + " ".join(_sentence(pick, 0) for _ in range(12)).replace("\\ref", "\\eqref")
        + "\n\\end{abstract}\n\\begin{IEEEkeywords}\nFlow, friction, pipes, pumps,"
        " valves\n\\end{IEEEkeywords}\n"
    ]
    length = len(parts[0])
    section = 0
    references = max(10, size // 2500)
    while length < size - references * 110:
        section += 1
        lines = [
            f"\n\\section{{The {pick.choice(ADJECTIVES).title()} {pick.choice(NOUNS).title()}}}\n"
        ]
        for _ in range(max(1, min(11, (size - length - references * 110) // 700))):
            sentences = (_sentence(pick, section, references) for _ in range(pick.randint(4, 9)))
            lines.append("\n".join(sentences) + "\n\n")
            lines.append(f"% {_sentence(pick, 0)}\n" * pick.randint(0, 1))
        lines.append(_floats(pick, section))
        parts += lines
        length += sum(map(len, lines))
    items = (
        f"\\bibitem{{ref{number}}} A. Lima and B. Costa, ``On the {pick.choice(ADJECTIVES)}"
        f" {pick.choice(NOUNS)} of a {pick.choice(NOUNS)},'' \\emph{{J. Flow}}, vol. {number}, no."
        " 2, pp. 3--9, Mar. 2020.\n"
        for number in range(references)
    )
    parts += ["\\begin{thebibliography}{99}\n", *items, "\\end{thebibliography}\n\\end{document}\n"]
    return "".join(parts)


def _sentence(pick: random.Random, section: int, references: int = 10) -> str:
    """A sentence; plain if ``section`` is 0, in the front matter."""
    words = pick.choices(SENTENCES, WEIGHTS)[0] if section else SENTENCES[0]
    fields = {
        "{d}": lambda: str(pick.randint(2, 99)),
        "{e}": lambda: str(pick.randint(100, 999)),
        "{f}": lambda: str(section),
        "{r}": lambda: str(pick.randrange(references)),
        "{q}": lambda: str(pick.randrange(references)),
        "{n}": lambda: pick.choice(NOUNS),
        "{v}": lambda: pick.choice(VERBS),
        "{a}": lambda: pick.choice(ADJECTIVES),
    }
    for field, value in fields.items():
        while field in words:
            words = words.replace(field, value(), 1)
    return words.replace("{{", "{").replace("}}", "}")


def _floats(pick: random.Random, section: int) -> str:
    rows = "\n".join(
        f"{pick.choice(NOUNS)} & {pick.randint(1, 99)}.{pick.randint(0, 9)} &"
        f" {pick.randint(1, 999)} \\\\"
        for _ in range(6)
    )
    m, n, k = (pick.choice(NOUNS) for _ in range(3))
    words = {"f": section, "d": pick.randint(2, 9), "A": pick.choice(ADJECTIVES).capitalize()}
    names = {"n": n, "m": m, "k": k, "N": n.capitalize(), "M": m.capitalize()}
    return FLOATS % {**words, **names, "rows": rows}
