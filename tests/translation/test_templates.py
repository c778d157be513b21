"""Templates find the variable parts of a message, and fill in the translation."""

from __future__ import annotations

import pytest

from ieeelint.translation.templates import Messages, entries_of

LISTS = {"and": "和", "or": "或", "comma": "、", "more": "另外 <number> 个", "quoted": r"“\1”"}
SHARED = Messages({"pipe": "管道", "a pump": "水泵"}, lists=LISTS)
MESSAGES = Messages(
    {
        "Close it.": "请关上。",
        'Write "<right>", not "<wrong>".': "应写“<right>”，不写“<wrong>”。",
        'Write "<right>", not "<wrong>": it <leaks|drips>.': "应写“<right>”，不写“<wrong>”：漏水。",
        "Clean the <thing!>.": "请清洗<thing!>。",
        "Capitalize <names,>.": "请大写<names,>。",
        "Heat <things!> now.": "请加热<things!>。",
        "<first> follows <first>.": "<first> 重复了。",
        "pipe": "水管",
        "Ask <whom?>.": "请问<whom?>。",
        "Fill <name> <why!>. <rest!>": "请灌满 <name><why!>。<rest!>",
        "(it is dry)": "（它是干的）",
        "Lock <names,>.": "<names,> 已锁上。",
        "Print <names,>.": "请印出 <names,>。",
        "Turn page <number#>": "请翻到第 <number#> 页",
    },
    SHARED,
)


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        ("Close it.", "请关上。"),
        ('Write "a, b", not "a "b" c".', '应写“a, b”，不写“a "b" c”。'),
        ('Write "a", not "b": it leaks.', "应写“a”，不写“b”：漏水。"),
        ('Write "a", not "b": it drips.', "应写“a”，不写“b”：漏水。"),
        ("Clean the pipe.", "请清洗水管。"),  # the words of an area come before those of all
        ("Clean the a pump.", "请清洗水泵。"),
        ('Capitalize "a".', "请大写“a”。"),
        ('Capitalize "a" and "b".', "请大写“a”和“b”。"),
        ('Capitalize "a, or so", "b", and 3 more.', "请大写“a, or so”、“b”和另外 3 个。"),
        ("Capitalize \\a or \\b.", "请大写 \\a 或 \\b。"),
        ("Heat pipe and a pump now.", "请加热水管和水泵。"),
        ("Turn page 2", "请翻到第 2 页"),
        ("Ask pipe.", "请问水管。"),
        ("Ask ICF 2030.", "请问 ICF 2030。"),
        ("Ask (a).", "请问 (a)。"),
        ('Print "a" and \\b.', "请印出“a”和 \\b。"),
        ("Lock 5.", "5 已锁上。"),
        ('Lock "a".', "“a”已锁上。"),
        ("Print \\b and c.", "请印出 \\b 和 c。"),
        ("Fill pool. No. 2 (it is dry). Close it.", "请灌满 pool. No. 2（它是干的）。请关上。"),
        ("Sand follows Sand.", "Sand 重复了。"),
        ("", ""),
    ],
)
def test_a_message_is_translated(english, translation):
    assert MESSAGES.translated(english) == translation


@pytest.mark.parametrize(
    "english",
    [
        "Turn page two",
        "Open it.",
        "Clean the roof.",
        "Heat pipe and roof now.",
        "Sand follows Mud.",
        "Close it",
    ],
)
def test_a_message_without_a_template_has_no_translation(english):
    assert MESSAGES.translated(english) is None


def test_a_line_break_in_a_quotation_is_kept():
    assert MESSAGES.translated('Write "a\nb", not "c".') == "应写“a\nb”，不写“c”。"


def test_the_entries_of_a_list_may_contain_its_signs_in_quotes():
    assert entries_of('"a and b", (c, d), or e') == (['"a and b"', "(c, d)", "e"], "or")
