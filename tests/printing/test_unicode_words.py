"""TeX's words as Unicode: formulas and symbols say what they say in print, and nothing is lost."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ieeelint.printing import formulas
from ieeelint.printing.words import plain

CASES = {
    r"Sorting in $O(n \log n)$ time": "Sorting in O(n log n) time",
    r"Spin-$\frac{1}{2}$ chains": "Spin-1/2 chains",
    r"A ratio of $\dfrac{a+b}{c}$": "A ratio of (a+b)/c",
    r"Views of 360$^\circ$": "Views of 360°",
    r"Views of $360^{\circ}$": "Views of 360°",
    r"Why $\sqrt{2}$ and $\sqrt[3]{x+1}$": "Why √2 and ∛(x+1)",
    r"When $a \leqslant b$": "When a ⩽ b",
    r"Points $x \in A \cup B$": "Points x ∈ A ∪ B",
    r"Maps of $\mathbb{R}^n$ in $\mathcal{O}(n^2)$": "Maps of ℝⁿ in O(n²)",
    r"H$_2$O and CO\textsubscript{2}, 5 m\textsuperscript{2}": "H₂O and CO₂, 5 m²",
    r"At $10^{-3}$ of $x_{\max}$": "At 10⁻³ of x_max",
    r"Choosing $\binom{n}{k}$": "Choosing (n choose k)",
    r"A \(\mathrm{MoS}_2\) layer": "A MoS₂ layer",
    r"\ensuremath{\alpha\ne\beta}": "α≠β",
    r"Jos\'e Mu\~noz \v{C}apek": "José Muñoz Čapek",
    r"50\% of 100% of R\&D": "50% of 100% of R&D",
    r"{\sc Flow} and \textsc{Sand}\hspace{1em}now": "Flow and Sand now",
    r"\mymacro of \other{Lima}": r"\mymacro of Lima",
    r"$\mymacro x$ of $\other{y}$": r"\mymacro x of y",
    r"Sets $\left\{x\right\}$ and $\left\{x$": "Sets {x} and {x",
    r"Norms $\bigl\|x\bigr\|$, $\alpha\left(x\right)^2$": "Norms ‖x‖, α(x)²",
    r"At $\left.y\right|_{0}$, $\big[x\big.$": "At y|₀, [x",
    r"From $a \leftarrow b$ of $\bigcup A$": "From a ← b of ⋃A",
    r"It costs 5$ today": "It costs 5$ today",
    # As before: these need no conversion.
    r"$\alpha$-flow and $k$-means": "α-flow and k-means",
    r"On $\sim$5 $\mu$m": "On ∼5 μm",
}


@pytest.mark.parametrize("tex", CASES)
def test_what_a_reader_sees(tex):
    assert plain(tex) == CASES[tex]


WORDS = st.text("abcxyz", min_size=1, max_size=4)
PIECES = st.one_of(
    WORDS,
    st.sampled_from(list(r"{}$^_\%&~'`()[]-")),
    st.sampled_from(
        [r"\frac", r"\sqrt", r"\log", r"\in", r"\left", r"\unknown", r"\(", r"\)", r"\'", r"\text"]
    ),
    st.just(" "),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example(r"$\left\frac$")
@example("$" + "x^{" * 500 + "y" + "}" * 500 + "$")
def test_any_input_gives_text(tex):
    assert isinstance(plain(tex), str)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["n", "x", "2", "17"]), min_size=1, max_size=5),
    st.lists(
        st.sampled_from(
            [
                r"\frac{@}{3}",
                r"\sqrt{@}",
                r"@^{4}",
                r"@_{5}",
                r"\log @",
                r"\mathbb{Z}+@",
                r"\nobody{@}",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_no_letter_or_number_of_a_formula_is_lost(atoms, shapes):
    tex = "+".join(atoms)
    for shape in shapes:
        tex = shape.replace("@", f"{{{tex}}}")
    shown = plain(f"${tex}$").translate(
        str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ⁿₙ", "01234567890123456789nn")
    )
    wanted = re.sub(r"\\(?!log)[a-z]+", "", tex)
    for letter in set(re.findall(r"[0-9a-z]", wanted)):
        assert shown.count(letter) == wanted.count(letter), (tex, shown)


def test_where_the_converter_fails_the_source_is_shown(monkeypatch):
    def failing(tex):
        raise RecursionError

    monkeypatch.setattr(formulas, "_converted", failing)
    assert plain(r"Sorting in $O(n \log n)$ time") == r"Sorting in O(n \log n) time"
    assert formulas.formula("x" * 5000) == "x" * 5000


def test_the_accents_of_names_in_csl_json(run, tmp_path):
    """BibTeX takes the tilde of ``Mu\\~noz`` for a space; a reference manager must not."""
    path = tmp_path / "refs.bib"
    path.write_text(
        r"@misc{a, author = {Jos\'e Mu\~noz and A.~B. de~la Cruz}, title = {$O(n^2)$ \& more},"
        r" doi = {10.1000/f\_1}, year = 2020}",
        encoding="utf-8",
    )
    item = json.loads(run("refs", "--to", "csl-json", str(path))[1])[0]
    assert item["author"] == [
        {"given": "José", "family": "Muñoz"},
        {"given": "A. B.", "non-dropping-particle": "de la", "family": "Cruz"},
    ]
    assert (item["title"], item["DOI"]) == ("O(n²) & more", "10.1000/f_1")
