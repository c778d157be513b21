"""Reading .bib files: what is there, where it stands, and that nothing stops the rest."""

from __future__ import annotations

import subprocess

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear_time import assert_linear

from ieeelint.paper.source import Source
from ieeelint.readers.bibtex import parse

LIST = r"""
Words outside entries are a comment, even with an @ sign.

@string{flow = "J. Flow"}
@String(press = {Rio } # "Press")

@Article{lima2024,
  author  = {Lima, Ana and {\'S}antos, Bruno},
  Title   = "Steady {F}low in
             narrow pipes",
  journal = flow,
  pages   = {45--67}, month = "10~" # mar,
  year    = 2024
}
@book(rocha, title = {Pipes (and {W}ater)}, publisher = press, year = {2023},)
@comment{ @article{hidden, title = {No}} }
@inproceedings{costa,
  title = {On Sand},
  crossref = {proc},
}
"""


def read(text: str):
    return parse(Source("refs.bib", text))


def by_key(text: str):
    return {entry.key: entry for entry in read(text).entries}


def test_entries_and_fields():
    entries = by_key(LIST)
    assert list(entries) == ["lima2024", "rocha", "costa"]
    lima = entries["lima2024"]
    assert lima.kind == "article"
    assert lima.value("title") == "Steady {F}low in narrow pipes"
    assert lima.value("journal") == "J. Flow"
    assert lima.value("month") == "10~Mar."
    assert lima.value("year") == "2024"
    assert entries["rocha"].value("publisher") == "Rio Press"
    assert entries["rocha"].value("title") == "Pipes (and {W}ater)"
    assert read(LIST).problems == []


def test_every_piece_has_its_place():
    lima = by_key(LIST)["lima2024"]
    assert lima.key_span.text == "lima2024"
    assert lima.span.text.startswith("@Article{") and lima.span.text.endswith("2024\n}")
    title = lima.fields["title"]
    assert title.name_span.text == "Title"
    assert title.span.text.startswith('"Steady') and title.span.text.endswith('pipes"')
    assert title.inside.text.startswith("Steady {F}low")
    assert [piece.kind for piece in lima.fields["month"].pieces] == ["quotes", "macro"]
    assert lima.fields["year"].span.text == "2024"
    assert lima.fields["journal"].inside is None


def kinds(text: str) -> list[tuple[str, int]]:
    database = read(text)
    for entry in database.entries:
        assert entry.fields is not None
    return [(one.kind, one.span.source.locate(one.span.start)[0]) for one in database.problems]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@book{,\n title = {A}}", ("empty-key", 1)),
        ("@book{title = {A}}", ("no-key", 1)),
        ("@book{a,\n title = {A}\n year = 2020}", ("no-comma", 2)),
        ("@book{a,\n title = {A},\n journal = nothere}", ("no-macro", 3)),
        ("@book{a,\n title = {A},\n title = {B}}", ("field-twice", 3)),
        ("@book{a,\n title = {A},\n and so on}", ("no-field", 3)),
        ("@book{a,\n page count = {1}, title = {A}}", ("no-field", 2)),
        ("@book{a,\n volume = 1{2}, title = {A, B}}", ("split-value", 2)),
        ("@book{a,\n author = {A} and {B, C}\n and {D}, title = {A}}", ("split-value", 2)),
        ("@book{a,\n % title = {A},\n % year = 2020\n}", ("comment", 2)),
        ("@book{a,\n title = ,\n year = 2020}", ("no-value", 2)),
        ("\n@book{a,\n title = {A,\n year = 2020}\n", ("unbalanced", 2)),
        ("<!DOCTYPE html><p>@book{a, title={A}}", ("foreign", 1)),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0", ("foreign", 1)),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, told):
    assert kinds(text) == [told]


def messages(text: str) -> list[str]:
    database = read(text)
    for entry in database.entries:
        assert entry.fields is not None
    return [problem.message for problem in database.problems]


def test_an_entry_that_is_commented_out_gets_the_remedy_for_it():
    assert 'Delete the "@"' in messages("% @book{a,\n% title = {A}\n% }")[0]
    assert "Move all comments" in messages("% A book\n@book{a,\n% title = {A}\n}")[0]


def test_the_rest_of_an_entry_is_read_after_a_value_in_parts():
    assert by_key("@book{a, volume = 1{2}, title = {A, B}}")["a"].value("title") == "A, B"


@pytest.mark.parametrize(
    ("words", "macro"), [("October", "oct"), ("sept", "sep"), ("May2", ""), ("flow", "")]
)
def test_a_month_without_quotes_gets_its_macro(words, macro):
    (message,) = messages(f"@book{{a, month = {words}}}")
    assert (f"Write {macro}," in message) == bool(macro)


@pytest.mark.parametrize(
    "broken",
    [
        "@book{bad, title = {A",
        '@book{bad, title = "A}',
        "@book{bad",
        "@book{",
        "@book(bad, x = {y}",
    ],
)
def test_an_entry_that_does_not_end_costs_only_itself(broken):
    entries = by_key(f"@book{{first, title = {{One}}}}\n{broken}\n@book{{last, title = {{Two}}}}\n")
    assert entries["first"].value("title") == "One"
    assert entries["last"].value("title") == "Two"


def test_our_reading_is_bibtexparsers():
    library = bibtexparser.parse_string(LIST)
    ours = {entry.key: set(entry.fields) for entry in read(LIST).entries}
    assert ours == {
        entry.key: {field.key.lower() for field in entry.fields} for entry in library.entries
    }


@pytest.mark.thorough
def test_bibtex_reads_the_same_entries(tmp_path):
    """The program itself writes each key that it finds."""
    (tmp_path / "refs.bib").write_text(LIST.replace("  crossref = {proc},\n", ""), encoding="utf-8")
    (tmp_path / "paper.aux").write_text(
        "\\relax\n\\bibstyle{IEEEtran}\n\\citation{*}\n\\bibdata{refs}\n", encoding="utf-8"
    )
    subprocess.run(["bibtex", "paper"], cwd=tmp_path, capture_output=True, check=False)
    printed = (tmp_path / "paper.bbl").read_text(encoding="utf-8")
    assert [key for key in by_key(LIST) if f"\\bibitem{{{key}}}" in printed] == list(by_key(LIST))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "@book{",
                "@",
                "{",
                "}",
                "(",
                ")",
                '"',
                "#",
                ",",
                "=",
                "a",
                "title",
                "\n",
                " ",
                "\\",
                "@string{",
                "é",
                "%",
            ]
        ),
        max_size=40,
    )
)
def test_nothing_stops_the_reader(tokens):
    text = "".join(tokens)
    database = read(text)
    for entry in database.entries:
        assert text[entry.span.start] == "@"
        for field in entry.fields.values():
            assert entry.span.start < field.span.start <= field.span.end <= entry.span.end
            for piece in field.pieces:
                assert field.span.start <= piece.span.start <= piece.span.end <= field.span.end


def test_any_beginning_of_a_file_is_read():
    for length in range(len(LIST)):
        for entry in read(LIST[:length]).entries:
            assert entry.fields is not None


@pytest.mark.parametrize(
    "token",
    [
        "@",
        "@a{",
        "@a{b,",
        "@a{b,c={",
        "{",
        "}",
        '"',
        "@a(",
        "\n@a{b,c=",
        "@string{a=a#",
        "#",
        "@a{b,c={}}\n",
        '@a{b,c="',
        "\\",
    ],
)
def test_hostile_text_takes_linear_time(token):
    def entries_of_a_run(size: int) -> None:
        for entry in read(token * (size // len(token))).entries:
            assert entry.fields is not None

    assert_linear(entries_of_a_run, 200_000)


def doubling(lines: int) -> str:
    """A file whose last macro stands for 3 * 2^(lines - 1) characters."""
    macros = "".join(f"@string{{s{i} = s{i - 1} # s{i - 1}}}\n" for i in range(1, lines))
    return f'@string{{s0 = "lol"}}\n{macros}@article{{k, title = s{lines - 1}, note = {{kept}}}}\n'


def test_macros_of_macros_are_bounded_and_reported_once():
    database = parse(Source("a.bib", doubling(400)))
    entry = database.entries[0]
    assert entry.fields["note"].value == "kept"
    assert database.macro_text < 5_000_000
    assert sum(map(len, database.macros.values())) < 5_000_000
    problems = [problem for problem in database.problems if problem.kind == "long-macros"]
    assert len(problems) == 1
    assert "stand for over 1," in problems[0].message


def test_macros_that_a_long_list_uses_are_all_read():
    entries = "".join(f"@article{{k{i}, journal = j, note = {{{i}}}}}\n" for i in range(3000))
    database = parse(Source("a.bib", f"@string{{j = {{{'Journal ' * 40}}}}}\n{entries}"))
    assert all(entry.fields["journal"].value.endswith("Journal") for entry in database.entries)
    assert not database.problems
