"""The catalogues are complete: every message, rule, and fixed word has a translation."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from ieeelint.fixes.word.remarks import MEANINGS
from ieeelint.output.full import SPACES
from ieeelint.output.html.cards import FIXES, SEVERITY_NAMES
from ieeelint.output.html.filters import SEVERITY_NAMES as FACETS
from ieeelint.readers.word.outlining import FRONT, PARTS
from ieeelint.rules import AREAS
from ieeelint.severities import SEVERITIES
from ieeelint.tables import table
from ieeelint.translation.catalogue import message, messages_of
from ieeelint.translation.templates import PART, placeholders
from ieeelint.venue import PROFILES, STAGES
from tools.translations import golden_messages, missing, shared_messages

TOP = Path(__file__).resolve().parent.parent.parent
LANGUAGE = "zh"
TRANSLATED = list(AREAS)
FILES = [*TRANSLATED, "common"]
QUOTED = re.compile(r"“[^”]*”|JSON（[^）]*）|\\\w+(\[[^]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})*")
CUT_WRONG = re.compile(r"“[^”]*\"[,.;:]? (and|but|has|is|not|or|the|write)\b[^”]*”", re.IGNORECASE)
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")  # three words that stayed


@pytest.mark.parametrize("area", TRANSLATED)
def test_every_message_and_rule_has_a_translation(area):
    problems = missing(LANGUAGE, area)
    assert not problems, "add the translations:\n" + "\n".join(problems)


def test_every_shared_message_has_a_translation():
    problems = shared_messages(LANGUAGE)
    assert not problems, "add the translations:\n" + "\n".join(problems)


def test_the_words_of_tables_in_messages_have_a_translation():
    pdf, classes = table("pdf"), table("classes")
    remedies = [pdf["remedies"], *pdf["makers"]]
    shared = messages_of(LANGUAGE, "common")
    latex = messages_of(LANGUAGE, "TEX")
    words = [
        (shared, one[key].format(figure="a.pdf"))
        for one in remedies
        for key in one
        if key != "name"
    ]
    words += [(latex, effect) for effect in classes["layout"]["effects"].values()]
    words += [
        (latex, f'The package "a" has Type 3 fonts, which IEEE Xplore rejects. {instead}')
        for instead in classes["fonts"]["bitmap"].values()
    ]
    words += [(messages_of(LANGUAGE, "UNT"), one) for one, _ in table("units")["cgs"].values()]
    words += [(latex, kind) for kind in table("references")["kinds"]]
    lacking = [text for messages, text in words if messages.translated(text) is None]
    assert not lacking, f"ieeelint/tables/zh lacks {lacking}"


@pytest.mark.parametrize("area", TRANSLATED)
def test_no_english_stays_in_a_translated_message(area):
    for code, english in golden_messages(area):
        shown = message(LANGUAGE, area, english)
        assert shown and not ENGLISH.search(QUOTED.sub("", shown)), f"{code}: {english}\n{shown}"
        assert not CUT_WRONG.search(shown), f"{code}: {english}\n{shown}"


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_placeholders(name):
    for english, translation in table(f"{LANGUAGE}.{name}")["messages"].items():
        assert placeholders(english) == placeholders(translation), english
        broken = re.search(r"<[a-z]", re.sub(PART, "", translation))
        assert not broken, f"a broken placeholder: {translation}"


@pytest.mark.parametrize("name", FILES)
def test_a_template_has_words_besides_its_placeholders(name):
    for english in table(f"{LANGUAGE}.{name}")["messages"]:
        fixed = re.sub(PART, lambda part: part[3] or "", english)
        assert re.search(r"[A-Za-z]{2}|\(", fixed), english


@pytest.mark.parametrize("name", FILES)
def test_sentences_end_as_in_the_other_language(name):
    for english, translation in table(f"{LANGUAGE}.{name}")["messages"].items():
        if english.endswith(".") and english[:1].isupper():
            assert translation[-1] in "。！？>”)/:" or translation[-4:] == english[-4:], translation


def test_titles_and_reasons_of_rules_are_sentences():
    for area in TRANSLATED:
        for code, rule in table(f"{LANGUAGE}.{area}")["rules"].items():
            assert rule["title"].endswith("。"), code
            assert all(one[-1] in "。）" for one in rule.get("why", "。").split("\n") if one), code


def fixed_words() -> dict[str, str]:
    """The English words that ``say`` gets, each with the module where it is."""
    found = {}
    for path in sorted(Path(TOP, "ieeelint").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            for argument in node.args if name in ("say", "say_number") else ():
                for part in ast.walk(argument):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found[part.value] = path.name
    return found


def terms() -> set[str]:
    """The words that outputs choose from a table."""
    return {
        *SEVERITIES,
        *(f"{name}s" for name in SEVERITIES if name != "info"),
        *SEVERITY_NAMES.values(),
        *FACETS.values(),
        *FIXES.values(),
        *PROFILES,
        *STAGES,
        *FRONT.values(),
        *PARTS,
        *SPACES.values(),
        *MEANINGS.values(),
        *(title for title, _ in AREAS.values()),
    }


def test_every_fixed_word_has_a_translation():
    known = table(f"{LANGUAGE}.outputs")["words"]
    lacking = {word: module for word, module in fixed_words().items() if word not in known}
    lacking |= {word: "a table" for word in terms() if word not in known}
    assert not lacking, f"ieeelint/tables/zh/outputs.toml lacks {lacking}"


def test_fixed_words_have_the_same_fields():
    def fields(form: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(form) if name}

    for english, translation in table(f"{LANGUAGE}.outputs")["words"].items():
        assert fields(english) == fields(translation), english
