"""The index: words, sentence starts, mentions, references to numbered things."""

from __future__ import annotations

import pytest

from ieeelint.paper.model import Paper
from ieeelint.paper.words import last_character
from tests.papers_by_hand import index_of, paper


def sentences(made: Paper) -> list[str]:
    """The text of each sentence of the first passage."""
    plain, index = made.text.plain, index_of(made)
    found, position = [], 0
    while position < made.passages[0].end:
        start, end = index.sentence(position)
        found.append(plain[start:end])
        position = end + 1
        while position < made.passages[0].end and plain[position].isspace():
            position += 1
    return found


def test_words_are_runs_of_letters_in_lower_case() -> None:
    made = paper("Don’t use non-linear İzmir filters at 5GHz.")
    assert list(index_of(made).words) == [
        "don't",
        "use",
        "non",
        "linear",
        "izmir",
        "filters",
        "at",
        "ghz",
    ]
    plain = made.text.plain
    assert plain[index_of(made).words["izmir"][0]] == "İ"
    assert index_of(made).has_any("nowhere", "linear") and not index_of(made).has_any("nowhere")
    assert index_of(made).places("use", "filters") == [plain.index("use"), plain.index("filters")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs. Then it stops.", ["It runs.", "Then it stops."]),
        ("See Fig. 3 and Eq. (1), i.e. the law.", ["See Fig. 3 and Eq. (1), i.e. the law."]),
        ("Lima et al. {cite} did. We do.", ["Lima et al. {cite} did.", "We do."]),
        ("So did Lima et al. The law holds.", ["So did Lima et al.", "The law holds."]),
        ("As J. Lima wrote. (We agree.)", ["As J. Lima wrote.", "(We agree.)"]),
        ("See Section A. We go on.", ["See Section A.", "We go on."]),
        (
            "It costs 5. Then it falls to 3.5 at once.",
            ["It costs 5.", "Then it falls to 3.5 at once."],
        ),
        ("Really? Yes! So.", ["Really?", "Yes!", "So."]),
        ("One, two, ... and three. End... Then.", ["One, two, ... and three.", "End...", "Then."]),
        ("A law {cite}. Next.", ["A law {cite}.", "Next."]),
        ("“It runs.” Then.", ["“It runs.”", "Then."]),
        ("We set $x = 5.$ Then we go.", ["We set $x = 5.$", "Then we go."]),
        ("We set $x.$ of it.", ["We set $x.$ of it."]),
        (
            "It was in vol. 5 and approx. 3 vs. 4 and resp. 5.",
            ["It was in vol. 5 and approx. 3 vs. 4 and resp. 5."],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [part.replace("\ue002", "{cite}") for part in sentences(paper(text))]
    shown = list(expected)
    for formula in ("$x = 5.$", "$x.$"):
        shown = [part.replace(formula, "\ue000") for part in shown]
    assert found == shown


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("We set $$x = 1,$$ Gaussian noise.", False),
        ("We set $$x = 1.$$ Gauss said.", True),
        ("We set $$x = 1$$ Gauss said.", True),
        ("We set $$x = 1$$ gauss units.", False),
        ("We set $$x = 1. \\label{eq:a}$$ (1) holds.", False),
    ],
)
def test_sentences_around_displays(text: str, starts: bool) -> None:
    made = paper(text)
    at = made.text.plain.index("\ue001") + 2
    assert index_of(made).starts_sentence(at) is (starts or made.text.plain[at] == "(")


def test_a_sentence_starts_inside_its_quotes_and_brackets() -> None:
    made = paper("It runs. (“Eq. (1)” holds.) So it is.")
    plain = made.text.plain
    assert index_of(made).starts_sentence(plain.index("Eq"))
    assert index_of(made).starts_sentence(0)
    assert not index_of(made).starts_sentence(plain.index("holds"))
    assert index_of(made).starts_sentence(plain.index("So"))


def test_each_passage_starts_a_sentence_and_ends_one() -> None:
    made = paper(("heading", "Results"), "we go on")
    assert index_of(made).starts_sentence(made.passages[1].start)
    assert index_of(made).sentence(1) == (0, len("Results"))


def test_mentions_are_quotations_of_any_length() -> None:
    made = paper("Write “a few H” and “this is a rather longer quotation” here.")
    plain = made.text.plain
    assert index_of(made).is_mention(plain.index("few"))
    assert index_of(made).is_mention(plain.index("longer"))
    assert not index_of(made).is_mention(plain.index("and"))
    assert not index_of(made).is_mention(plain.index("here"))


def test_last_character_of_a_formula() -> None:
    assert last_character("x = 1. \\label{eq:a}") == "."
    assert last_character("x = 1, \\nonumber \\\\ ") == ","
    assert last_character("\\begin{aligned} x &= 1. \\end{aligned}") == "."
    assert last_character("x_{1}") == "x"
    assert last_character("\\text{for all } x;\\quad") == ";"
    assert last_character("") == "x"


def uses(text: str, *numbers: str) -> list[tuple[str, str, str, str]]:
    """The kind, the word, the number or REF, and the complete text of each reference."""
    made = paper(text)
    for equation, number in zip(made.equations, numbers, strict=False):
        equation.numbers.append(number)
    plain = made.text.plain
    return [
        (
            use.kind,
            use.word,
            use.number or "REF",
            plain[use.start : use.end].replace("\ue003", "REF"),
        )
        for use in index_of(made).reference_uses
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Fig. 3.", [("figure", "Fig.", "3", "Fig. 3")]),
        ("See Fig.\u00a0{ref:figure}(a).", [("figure", "Fig.", "REF", "Fig.\u00a0REF")]),
        ("See Figure3a.", [("figure", "Figure", "3", "Figure3")]),
        ("See figure (2).", [("figure", "figure", "2", "figure (2)")]),
        ("See Table IV.", [("table", "Table", "IV", "Table IV")]),
        ("See Table 12.4 there.", [("table", "Table", "12.4", "Table 12.4")]),
        ("See Section II-B.", [("section", "Section", "II-B", "Section II-B")]),
        ("See Appendix A.", [("section", "Appendix", "A", "Appendix A")]),
        ("By Eq. (4a) it holds.", [("equation", "Eq.", "4a", "Eq. (4a)")]),
        ("By equation {eqref} it holds.", [("equation", "equation", "REF", "equation (REF)")]),
        ("By {eqref} it holds.", [("equation", "", "REF", "(REF)")]),
        (
            "See Algorithm 2 and Theorem 3.",
            [
                ("algorithm", "Algorithm", "2", "Algorithm 2"),
                ("theorem", "Theorem", "3", "Theorem 3"),
            ],
        ),
        ("See Figs. 1 and 2.", [("figure", "Figs.", "1", "Figs. 1"), ("figure", "", "2", "2")]),
        (
            "See Figs. 1(a), 2(b), and 3 now.",
            [
                ("figure", "Figs.", "1", "Figs. 1"),
                ("figure", "", "2", "2"),
                ("figure", "", "3", "3"),
            ],
        ),
        (
            "See Eqs. (1)–(3).",
            [("equation", "Eqs.", "1", "Eqs. (1)"), ("equation", "", "3", "(3)")],
        ),
        ("See Fig. 3 and 20 nodes.", [("figure", "Fig.", "3", "Fig. 3")]),
        (
            "See Tables {ref:table} and {ref:table}.",
            [("table", "Tables", "REF", "Tables REF"), ("table", "", "REF", "REF")],
        ),
        ("It took 5 sec. 3 times.", []),
        ("In this section I show figures of merit.", []),
        ("The table (see above) has figure 8GHz.", []),
        ("Set f(2) and count (3) things.", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert uses(text) == expected


def test_bare_numbers_are_references_only_if_an_equation_has_them() -> None:
    assert uses("As $$x$$ in (1) and (7), f(1) is (a).", "1") == [("equation", "", "1", "(1)")]


def test_a_list_has_its_leader_and_each_use_its_sentence() -> None:
    made = paper("It runs. Figs. 1 and 2 show it. See Fig. 3.")
    first, second, third = index_of(made).reference_uses
    assert second.leader is first and first.leader is None and third.leader is None
    assert first.at_sentence_start and not third.at_sentence_start
    assert first.separator == " " and made.text.plain[first.word_start : first.word_end] == "Figs."


def test_references_keep_their_cross_reference() -> None:
    made = paper("See Fig. {ref:figure}.")
    (use,) = index_of(made).reference_uses
    assert use.cross_reference is made.cross_references[0]
    assert use.number_end == use.number_start + 1
