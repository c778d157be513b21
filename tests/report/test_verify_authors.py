"""Tables in the styles of authors, with their macros, marks, and units: the right ones have no
finding, and each changed number has one, at its place.
"""

from __future__ import annotations

import re
from random import Random

import pytest

from ieeelint import check
from ieeelint.report.building import build
from ieeelint.report.specification import loads
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_file import dump
from ieeelint.settings import Settings

CHANGES = 20  # of each table
HEAD = '[source]\nfiles = ["r.csv"]\n[table]\nlabel = "{label}"\ntitle = "{title}"\nspan = "auto"\n'

# a classification table: rules of booktabs, macros, citations, colors, gains in small print, units
# in cells, best and second best, and rows of other authors
CLASSIFICATION = (
    HEAD.format(label="tab:res", title="Leaves-9k")
    + """rows = { key = "model", header = "Model" }
[[column]]
header = "Parameters"
metric = "params"
unit = "M"
digits = "places:1"
[[column]]
header = "FLOPs"
metric = "flops"
unit = "GFLOP"
digits = "places:2"
[[column]]
header = "Top-1 Accuracy"
metric = "top1"
unit = "%"
digits = "places:1"
best = "max"
mark = "bold+underline"
[[column]]
header = "Top-5 Accuracy"
metric = "top5"
unit = "%"
digits = "places:1"
best = "max"
[names]
plain = "PlainNet-20"
wide = "PlainNet-20 (Wide)"
deep = "PlainNet-110"
gate = "GateNet-S"
gatel = "GateNet-L"
ours = "LeafNet"
""",
    """model,params,flops (GFLOPs),top1,top5
plain,11689512,1.814,0.6976,0.8908
wide,25557032,4.089,0.7613,0.9286
deep,60192808,11.514,0.7837,0.9405
gate,5288548,0.386,0.7769,0.9353
gatel,12233232,1.826,0.8008,0.9498
ours,11937664,1.522,0.8147,0.9567
""",
    r"""
\newcommand{\ours}{\textsc{LeafNet}}
\newcommand{\best}[1]{\textbf{#1}}
\newcommand{\up}[1]{{\scriptsize\color{teal}(+#1)}}
\begin{table}[t]
  \centering\small
  \setlength{\tabcolsep}{4pt}
  \caption{\textbf{Results on Leaves-9k.} All numbers are ours unless marked with~$\dagger$.}
  \label{tab:res}
  \resizebox{\linewidth}{!}{%
  \begin{tabular}{@{}l c c c c@{}}
    \toprule
    \multirow{2}{*}{\textbf{Model}}
      & \textbf{\#Params.} & \textbf{GFLOPs} & \textbf{Top-1} & \textbf{Top-5}\\
    & (M) & & Acc.\ (\%)$\uparrow$ & Acc.\ (\%)$\uparrow$ \\
    \midrule
    OtherNet~\cite{a}$^\dagger$ & 8.2M & 0.57 & 74.9 & 92.2 \\
    PlainNet-20~\cite{b} & 11.7M & 1.81 & 69.8 & 89.1 \\
    PlainNet-20 (Wide) & 25.6M & 4.09 & 76.1 & 92.9 \\
    PlainNet-110~\cite{b} & 60.2M & 11.51 & 78.4 & 94.0 \\ % the last of the family
    \cmidrule(lr){1-5}
    GateNet-S~\cite{c} & \phantom{0}5.3M & 0.39 & 77.7 & 93.5 \\
    GateNet-L~\cite{c} & 12.2M & 1.83 & \underline{80.1} & 95.0 \\
    \rowcolor{gray!15}
    \ours{} (ours) & 11.9M & 1.52 & \best{81.5}~\up{1.4} & \best{95.7}~\up{0.7}\\
    \bottomrule
  \end{tabular}}
  \vspace{-2mm}
\end{table}
""",
)

# a detection table: two levels of headers, subscripts, rows in groups, check marks of the setting
DETECTION = (
    HEAD.format(label="tab:det", title="Boats")
    + """rows = { key = "method", header = "Method" }
[[column]]
header = { text = "AP", tex = "AP" }
group = "Box"
metric = "ap"
digits = "places:1"
best = "max"
within = "rowgroup"
[[column]]
header = { text = "AP50", tex = "AP$_{50}$" }
group = "Box"
metric = "ap50"
digits = "places:1"
[[column]]
header = { text = "APS", tex = "AP$_{S}$" }
group = "Box"
metric = "aps"
digits = "places:1"
[[column]]
header = "Speed"
metric = "fps"
unit = "frames/s"
digits = "places:1"
[names]
a = "AnchorDet"
b = "BoxFormer"
c = "BoxFormer++"
[[rowgroup]]
title = "Small-50"
where = { backbone = "s" }
[[rowgroup]]
title = "Large-101"
where = { backbone = "l" }
""",
    """method,backbone,ap,ap50,aps,fps (fps)
a,s,38.41,59.52,21.93,26.38
b,s,42.03,62.41,20.48,28.14
c,s,44.87,63.90,26.77,24.62
a,l,40.38,61.44,24.07,19.83
b,l,43.52,63.78,21.91,20.46
c,l,46.15,65.33,28.52,17.94
""",
    r"""
\begin{table*}[t]
\renewcommand{\arraystretch}{1.1}
\begin{center}
\caption{Detection on \textit{Boats} \texttt{val}. FPS is measured on one card.}\label{tab:det}
\begin{tabular}{c|l|c|ccc|c}
\hline
\multirow{2}{*}{Backbone} & \multirow{2}{*}{Method} & \multirow{2}{*}{TTA}
  & \multicolumn{3}{c|}{Box} & Speed \\
\cline{4-6}
 & & & AP & AP$_{50}$ & AP$_S$ & (FPS) \\
\hline\hline
\multirow{3}{*}{Small-50} & AnchorDet \cite{x} & & 38.4 & 59.5 & 21.9 & 26.4 \\
 & BoxFormer \cite{y} & & 42.0 & 62.4 & 20.5 & \textbf{28.1} \\
 & BoxFormer++ & \checkmark & \textbf{44.9}$_{\textcolor{red}{+2.9}}$ & 63.9 & 26.8 & 24.6 \\
\hline
\multirow{3}{*}{Large-101} & AnchorDet \cite{x} & & 40.4 & 61.4 & 24.1 & 19.8 \\
 & BoxFormer \cite{y} & & 43.5 & 63.8 & 21.9 & 20.5 \\
 & BoxFormer++ & \checkmark & \textbf{46.2}$_{\textcolor{red}{+2.7}}$ & 65.3 & 28.5 & 17.9 \\
\hline
\end{tabular}
\end{center}
\end{table*}
""",
)

# a table of scores with deviations: transposed, numbers without a leading zero, powers of ten,
# S columns, and dashes for what was not measured
SCORES = (
    HEAD.format(label="tab:mt", title="Translation")
    + """rows = { key = "system", header = "System" }
[[column]]
header = "BLEU en-cs"
metric = "encs"
stat = "mean"
interval = "sd"
digits = "places:2"
best = "max"
[[column]]
header = "BLEU en-fi"
metric = "enfi"
stat = "mean"
interval = "sd"
digits = "places:2"
[[column]]
header = "Error rate"
metric = "err"
stat = "mean"
digits = "places:3"
[[column]]
header = "Training cost"
metric = "cost"
stat = "only"
unit = "FLOP"
digits = "sci:2"
[names]
rnn = "RNN (base)"
conv = "ConvSeq"
moe = "Mix-of-8"
tr = "Ours, big"
""",
    "system,seed,encs,enfi,err,cost (FLOP)\n"
    + "".join(
        f"{system},{seed},{a + d * seed},{'' if b is None else b + d * seed},"
        f"{e + seed / 1000},{cost}\n"
        for system, a, b, d, e, cost in (
            ("rnn", 24.61, 39.2, 0.21, 0.412, "2.3e19"),
            ("conv", 25.16, 40.46, 0.32, 0.387, "9.6e18"),
            ("moe", 26.03, None, 0.17, 0.361, "2.0e19"),
            ("tr", 28.41, 41.8, 0.26, 0.298, "3.3e18"),
        )
        for seed in (-1, 0, 1)
    ),
    r"""
\begin{table}[!htb]
\caption{Scores on two tasks (mean and standard deviation of 3 runs).}
\label{tab:mt}\footnotesize
\begin{tabularx}{\columnwidth}{Xrrrr}
\hline
 & {RNN} & {\makecell{Conv-\\Seq}} & Mix-of-8 & \textbf{Ours} \\
 & {(base)} & & & big \\ \hline
BLEU en--cs & $24.61_{\pm.21}$ & $25.16_{\pm.32}$ & $26.03_{\pm.17}$ & $\mathbf{28.41}_{\pm.26}$ \\
BLEU en--fi & $39.20_{\pm.21}$ & $40.46_{\pm.32}$ & -- & $41.80_{\pm.26}$ \\
Error rate & .412 & .387 & .361 & .298 \\[2pt]
Training cost (FLOPs) & $2.3\cdot 10^{19}$ & $9.6\cdot 10^{18}$
 & $2.0\times 10^{19}$ & $3.3\cdot10^{18}$ \\
\hline
\end{tabularx}
\end{table}
""",
)

TABLES = {"classification": CLASSIFICATION, "detection": DETECTION, "scores": SCORES}
# numbers in the table that are not results: gains, citations, other authors, settings of TeX
OTHERS = re.compile(
    r"\\(?:cite|cmidrule|cline|multirow|multicolumn|vspace|setlength|arraystretch|rowcolor|up)[^&\n]*?\}"
    r"(?:\{[^{}]*\})?|_\{\\textcolor\{red\}\{[^}]*\}\}|_\{50\}|\\\\\[2pt\]|_\{\\pm[^}]*\}|10\^\{\d+\}"
)
NUMBER = re.compile(r"(?<![\w.-])\d*\.\d+|(?<=\{)\d\d\.\d(?=\})")


@pytest.fixture
def found(tmp_path):
    """The findings of a draft with a table."""

    def find(name: str, table: str):
        specification, records, _ = TABLES[name]
        (tmp_path / "r.csv").write_text(records)
        built = build(loads(specification, str(tmp_path / "t.toml")))
        (tmp_path / "results.lock").write_text(dump(build_lock([built], str(tmp_path))))
        path = tmp_path / "paper.tex"
        path.write_text(
            "\\documentclass[conference]{IEEEtran}\n\\usepackage{multirow,booktabs,tabularx}\n"
            f"\\begin{{document}}\n{table}\n\\end{{document}}\n"
        )
        return check([str(path)], Settings(select=["RES"])).findings

    return find


def numbers(table: str) -> list[tuple[int, int]]:
    """The places of the results in a table."""
    body = table[table.index("\\label") :]
    start = len(table) - len(body)
    hidden = OTHERS.sub(lambda match: " " * len(match[0]), body)
    hidden = hidden.replace("\n &", "  &")  # a row on two lines
    lines, at = [], start
    for line in hidden.splitlines(keepends=True):
        if "&" in line and "OtherNet" not in line:
            lines += [(at + match.start(), at + match.end()) for match in NUMBER.finditer(line)]
        at += len(line)
    return lines


def changed(random: Random, table: str, start: int, end: int) -> str:
    """The table with one other digit in a number; never its last one by one."""
    places = [at for at in range(start, end) if table[at].isdigit()]
    at = random.choice(places)
    near = 1 if at == places[-1] else 0
    digits = [digit for digit in "123456789" if abs(int(digit) - int(table[at])) > near]
    return table[:at] + random.choice(digits) + table[at + 1 :]


@pytest.mark.parametrize("name", TABLES)
def test_a_right_table_has_no_finding(found, name):
    assert [finding.message for finding in found(name, TABLES[name][2])] == []


@pytest.mark.parametrize("name", TABLES)
def test_each_changed_number_is_found(found, name):
    random, table = Random(name), TABLES[name][2]
    places = numbers(table)
    missed = []
    for start, end in random.sample(places * 2, CHANGES):
        wrong = changed(random, table, start, end)
        findings = found(name, wrong)
        typed = wrong[start:end]
        exact = [f for f in findings if f.code == "RES002" and typed in f.message + f.span.text]
        if not exact or len(findings) > 1:
            missed.append((typed, [finding.message for finding in findings]))
    assert missed == []
