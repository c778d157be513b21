"""Formulas split into tokens, and the ends of formulas."""

from __future__ import annotations

import pytest
from linear_time import assert_linear

from ieeelint.paper.formula import LETTERS, last_sign_end, tokenize


@pytest.mark.parametrize(
    "content",
    [
        r"\frac{a}{b} + x_{\mathrm{max}}^2 % why" + "\n" + r"\\ & y~z",
        r"}{ unbalanced \text{a",
        "\\",
        "",
        r"α_i \le 3.5",
    ],
)
def test_tokens_joined_are_the_content(content: str) -> None:
    tokens = tokenize(content)
    assert "".join(token.text for token in tokens) == content
    assert all(content[token.start : token.end] == token.text for token in tokens)


def letters(content: str) -> list[tuple[str, int, bool]]:
    return [
        (token.text, token.script, token.is_words)
        for token in tokenize(content)
        if token.kind == LETTERS
    ]


def test_scripts_and_words() -> None:
    assert letters(r"x_{a_b} c^d_e") == [
        ("x", 0, False),
        ("a", 1, False),
        ("b", 2, False),
        ("c", 0, False),
        ("d", 1, False),
        ("e", 1, False),
    ]
    assert letters(r"T_{\text{in}} + u_\mathrm{ab} v") == [
        ("T", 0, False),
        ("in", 1, True),
        ("u", 0, False),
        ("ab", 1, True),
        ("v", 0, False),
    ]
    assert letters(r"x_ab {\rm SNR} SNR \operatorname*{argmin} k") == [
        ("x", 0, False),
        ("a", 1, False),
        ("b", 0, False),
        ("SNR", 0, True),
        ("SNR", 0, False),
        ("argmin", 0, True),
        ("k", 0, False),
    ]


@pytest.mark.parametrize(
    ("content", "last"),
    [
        (r"a = b", "b"),
        (r"a = b. \label{eq:x}", "."),
        ("a = b,\n\\label{eq:x} % note.\n", ","),
        (r"a = \frac{b}{c}. \\", "."),
        (r"a = \left\{ b \right.", "b"),
        (r"a = \left. b \right|", "|"),
        (r"a = \begin{cases} 1 & x \\ 2 & y. \end{cases}", "."),
        (r"a = b \text{.}", "."),
        (r"a = b \,.\nonumber\\[2pt] ", "."),
        (r"a = \{ b \}", "}"),
        (r"a = b; \quad \tag*{$*$}", ";"),
        (r"a = b" + r" \label{" + "x" * 140 + "}", "b"),
        (r"a = b" + r" \label{" + "x" * 170 + "}", "b"),
        (r"a = " + "b" * 150, "b"),
        (r"a = b }", "b"),
        (r"a = \text{" + "b " * 90 + "}", "b"),
        (r"\label{eq:x}", ""),
        ("", ""),
    ],
)
def test_last_sign(content: str, last: str) -> None:
    end = last_sign_end(content)
    assert content[max(0, end - 1) : end] == last


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (r"a = \frac{b}{c} \label{eq:x}", r"a = \frac{b}{c}"),
        (r"\begin{cases} 1 & x. \end{cases} \\", r"\begin{cases} 1 & x. \end{cases}"),
        (r"\left\{ b \right. ", r"\left\{ b \right."),
    ],
)
def test_location_for_a_period(content: str, place: str) -> None:
    assert content[: last_sign_end(content, inside=False)] == place


@pytest.mark.parametrize(
    "piece",
    ["{", "}", "\\", "$", "_", "^", "~", "%", "[", "]", "\\text{", "\\right.", "a", "\\\\["],
)
def test_hostile_content_is_cheap(piece: str) -> None:
    def work(pieces: int) -> None:
        tokenize(piece * pieces)
        last_sign_end(piece * pieces)

    assert_linear(work, 20_000)
