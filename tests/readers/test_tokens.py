"""The scanner loses nothing: the tokens of any text, joined, are that text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ieeelint.paper.source import Source
from ieeelint.readers.latex.tokens import Stream, tokenize

PIECES = [
    "\\",
    "\\\\",
    "\\a",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{lstlisting}",
    "\\end{lstlisting}",
    "\\begin{comment}",
    "\\end{comment}",
    "\\begin{",
    "\\end{",
    "{",
    "}",
    "[",
    "]",
    "$",
    "$$",
    "\\[",
    "\\]",
    "\\(",
    "\\)",
    "%",
    "% a\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "~",
    "&",
    "#",
    "#1",
    "^",
    "_",
    "a",
    "word ",
    "é",
    "中文",
    "𝑥",
    "\x00",
    "\\verb|",
    "\\verb+x+",
    "|",
    "\\lstinline!",
    "!",
    "\\mintinline{c}{",
    "\\url{",
    "\\iffalse ",
    "\\fi",
    "\\else ",
    "\\ifx\\a\\b ",
    "\\iff",
    "\\lstnewenvironment{mine}{}{}",
    "\\begin{mine}",
    "\\end{mine}",
    "\\newminted{c}{}",
    "\\begin{ccode}",
    "\\end{ccode}",
    "\\excludecomment{own}",
    "\\begin{own}",
    "\\end{own}",
    "\\endinput",
    "--",
    "---",
    "``",
    "''",
    "\u2028",
    "\x85",
    "\x0c",
]


@pytest.mark.thorough
@given(st.text())
def test_any_text_comes_back(text):
    assert "".join(tokenize(text)) == text


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400)
def test_any_soup_of_tokens_comes_back(text):
    tokens = tokenize(text)
    assert "".join(tokens) == text
    assert all(tokens)


@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(["mine", "a", "["])
)
def test_further_opaque_names_lose_nothing(text, name):
    assert "".join(tokenize(text, [name])) == text


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_token_knows_its_place(text):
    source = Source("soup.tex", text)
    stream = Stream(source, tokenize(text))
    for index, token in enumerate(stream.tokens):
        assert stream.span(index, index + 1).text == token


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("\\begin{verbatim}\\a $ %\n\\end{verbatim}", "\\a $ %\n"),
        ("\\begin{lstlisting}{ % \\end{lstlisting}", "{ % "),
        ("\\begin{comment}}\\end{comment}", "}"),
    ],
)
def test_code_is_not_cut_into_tokens(text, whole):
    assert any(whole in token for token in tokenize(text))
