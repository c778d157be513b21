"""Names of files in another case: the same findings on systems that ignore the case of names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ieeelint import check, inputs
from ieeelint.settings import Settings
from ieeelint.views.file_names import other_case

DRAFT = r"""\documentclass[conference]{IEEEtran}
\usepackage{graphicx}
\begin{document}
\section{Introduction}
%s
\end{document}
"""
FILES = ("sections/method.tex", "Part.tex", "figures/Rig.png", "plots/flow.pdf", "refs.bib")


@pytest.fixture(params=["distinguishes case", "ignores case"])
def findings(request, tmp_path, monkeypatch):
    """A function from the body of a draft to its findings about files."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            "@book{kay, title = {Pumps}}" if name == "refs.bib" else "Text."
        )
    if request.param == "ignores case":

        def real(path: str) -> str:
            here = ""
            for part in Path(path).parts:
                names = os.listdir(here) if here and os.path.isdir(here) else []
                same = [name for name in names if name.lower() == part.lower()]
                here = os.path.join(here, same[0] if same else part)
            return here

        for kind in ("file", "folder", "exists", "names"):
            ask = inputs.QUESTIONS[kind]
            monkeypatch.setitem(inputs.QUESTIONS, kind, lambda path, ask=ask: ask(real(path)))
        monkeypatch.setattr(inputs, "_bytes_of", lambda path, _: Path(real(path)).read_bytes())

    def of(body: str) -> list[tuple[str, str]]:
        path = tmp_path / "main.tex"
        path.write_text(DRAFT % body)
        report = check([str(path)], Settings(select=["TEX009", "SRC001"]))
        return [(finding.severity, finding.message) for finding in report.findings]

    return of


@pytest.mark.parametrize(
    "body",
    [
        r"\input{sections/method}",
        r"\input{./sections/method.tex}",
        r"\include{Part}",
        r"\includegraphics{figures/Rig}",
        r"\includegraphics{plots/flow.pdf}",
        r"\cite{kay}\bibliography{refs}",
    ],
)
def test_names_as_they_are(body, findings):
    assert findings(body) == []


@pytest.mark.parametrize(
    ("body", "real", "typed", "wanted"),
    [
        (r"\input{part}", "Part.tex", "part", "Part"),
        (r"\include{PART}", "Part.tex", "PART", "Part"),
        (r"\input{part.tex}", "Part.tex", "part.tex", "Part.tex"),
        (r"\input{sections/Method}", "sections/method.tex", "sections/Method", "sections/method"),
        (r"\includegraphics{figures/rig}", "figures/Rig.png", "figures/rig", "figures/Rig"),
        (r"\cite{kay}\bibliography{Refs}", "refs.bib", "Refs", "refs"),
    ],
)
def test_a_last_name_in_another_case_is_read_and_reported(body, real, typed, wanted, findings):
    message = f'The file is "{real}", and not every TeX system finds it as "{typed}".'
    assert findings(body) == [("warning", f'{message} Write "{wanted}".')]


@pytest.mark.parametrize(
    ("body", "real", "typed", "wanted"),
    [
        (r"\input{Sections/method}", "sections/method.tex", "Sections/method", "sections/method"),
        (r"\include{SECTIONS/Method}", "sections/method.tex", "SECTIONS/Method", "sections/method"),
        (r"\includegraphics{Plots/flow}", "plots/flow.pdf", "Plots/flow", "plots/flow"),
    ],
)
def test_a_folder_in_another_case_is_an_error(body, real, typed, wanted, findings):
    message = f'The file is "{real}", and only Windows and macOS find it as "{typed}".'
    assert findings(body) == [("error", f'{message} Write "{wanted}".')]


@pytest.mark.parametrize("body", [r"\input{methods}", r"\includegraphics{figures/rigs}"])
def test_another_name_is_a_missing_file(body, findings):
    ((severity, message),) = findings(body)
    assert severity == "error" and "Add it, or correct the name." in message


@pytest.mark.parametrize(
    ("typed", "real"),
    [("a.b", "a.b.tex"), ("./x", "x.tex"), ("d//x.TEX", "d/x.TEX"), ("../x", "x.tex")],
)
def test_names_that_mean_the_same(typed, real):
    assert other_case(typed, real) is None
