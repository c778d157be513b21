"""The language of the outputs: chosen by the user or the terminal, and English for programs."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from ieeelint import api, translated, translation
from ieeelint.finding import Finding
from ieeelint.paper.source import Source, Span
from ieeelint.rules import every_rule
from ieeelint.settings import SettingsError
from ieeelint.settings_files import load
from ieeelint.starters.word import document
from ieeelint.translation.locales import of_locale, of_terminal
from ieeelint.translation.wrapping import wrapped

DRAFT = "The plant is drawn in figure 1."
CHINESE = "应写“Fig. 1”，不写“figure 1”：IEEE 一律用缩写，句首也不例外。"
ENGLISH = 'Write "Fig. 1", not "figure 1": IEEE abbreviates the word'


@pytest.fixture(autouse=True)
def _no_locale(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "IEEELINT_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def paper(draft):
    return draft(DRAFT)


def check(run, paper, *words):
    return run("check", "--select", "FIG001", "--isolated", *words, paper)[1]


def test_findings_are_in_english_without_a_choice(run, paper):
    assert ENGLISH in check(run, paper)


def test_findings_and_the_summary_are_in_the_language_of_the_option(run, paper):
    shown = check(run, paper, "--language", "zh")
    assert CHINESE in shown and " 警告 FIG001" in shown
    assert "共发现 1 个警告。可以安全修复。" in shown
    assert "修复：figure -> Fig." in shown and "依据：IEEE conference template" in shown
    assert "按会议论文检查" in shown


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "html"])
def test_formats_for_people_follow_the_terminal(run, paper, monkeypatch, form):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert CHINESE in check(run, paper, "--output-format", form)


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "gitlab", "junit", "rdjson"])
def test_formats_for_programs_do_not_follow_the_terminal(run, paper, monkeypatch, form):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert CHINESE not in check(run, paper, "--output-format", form)
    assert CHINESE in check(run, paper, "--output-format", form, "--language", "zh")


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_fingerprints_do_not_depend_on_the_language(run, paper, form):
    def marks(text: str) -> list[str]:
        found = json.loads(text)
        results = found["runs"][0]["results"] if form == "sarif" else found
        names = ("partialFingerprints", "fingerprint")
        return [str(result[name]) for result in results for name in names if name in result]

    english = marks(check(run, paper, "--output-format", form))
    assert english and english == marks(
        check(run, paper, "--output-format", form, "--language", "zh")
    )


def test_a_baseline_counts_in_both_languages(run, paper, tmp_path):
    file = str(tmp_path / "known.json")
    run("check", "--select", "FIG001", "--language", "zh", "--write-baseline", file, paper)
    assert "figure" not in check(run, paper, "--baseline", file)
    assert "应写" not in (tmp_path / "known.json").read_text(encoding="utf-8")


def test_the_environment_and_the_settings_file_choose(run, paper, tmp_path, monkeypatch):
    (tmp_path / "ieeelint.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert CHINESE in run("check", "--select", "FIG001", paper)[1]
    monkeypatch.setenv("IEEELINT_LANGUAGE", "en")
    assert ENGLISH in run("check", "--select", "FIG001", paper)[1]
    monkeypatch.setenv("IEEELINT_LANGUAGE", "tlh")
    with pytest.raises(SettingsError, match="IEEELINT_LANGUAGE: .*auto, en, zh"):
        load(paper)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh_SG@pinyin", "zh"),
        ("zh_TW.UTF-8", "en"),
        ("zh-Hant-HK", "en"),
        ("de_DE.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
    ],
)
def test_a_locale_has_a_language(locale, language):
    assert of_locale(locale) == language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "zh_CN:de"}, "zh"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
    ],
)
def test_the_first_variable_of_the_locale_decides(monkeypatch, variables, language):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert of_terminal() == language


def test_a_terminal_that_cannot_print_chinese_gets_english(monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert of_terminal() == "en"


def test_a_message_without_a_translation_is_shown_in_english():
    rule = next(each for each in every_rule() if each.code == "FIG001")
    finding = Finding(Span(Source("a.tex", "Sand"), 0, 4), "Water the sand at noon.")
    finding.rule = rule
    with translation.speaking("zh"):
        assert translated.message_of(finding) == "Water the sand at noon."


def test_a_local_rule_speaks_for_itself():
    rule = SimpleNamespace(origin="house.py", area="FIG", code="FIG001", summary="Sand is dry.")
    finding = SimpleNamespace(
        rule=rule, message="This caption is empty. Write what the figure shows."
    )
    with translation.speaking("zh"):
        assert translated.message_of(finding) == finding.message
        assert translated.summary_of(rule) == "Sand is dry."


def test_a_rule_is_explained_in_chinese(run):
    shown = run("rule", "FIG001", "--language", "zh")[1]
    assert shown.startswith("FIG001 fig-reference-form（警告）\n\n正文引用图时写“Fig. 1”")
    assert "错误写法：" in shown and "误报率：" in shown
    assert "正文引用图时写" in run("rules", "--language", "zh")[1]
    assert "正文引用图时写" in run("rules", "--format", "json", "--language", "zh")[1]


def test_an_english_check_imports_no_catalogue(paper):
    program = (
        "import sys\nfrom ieeelint.cli import main\n"
        f"main(['check', '--isolated', '--no-cache', {paper!r}])\n"
        "names = [name for name in sys.modules if '.zh' in name or '.translation.' in name]\n"
        "print('IMPORTED', *names)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8"
    )
    assert ran.stdout.splitlines()[-1] in ("IMPORTED", "IMPORTED ieeelint.translation.locales")


def test_the_report_is_in_one_language(paper):
    files = {"paper.tex": Path(paper).read_bytes()}
    html = api.report(files, {"language": "zh", "select": ["FIG001"]})
    assert '<html lang="zh-CN"' in html and CHINESE.replace('"', "&quot;") in html
    assert "共发现 1 个警告" in html and ">全部显示<" in html and "按会议论文检查" in html
    assert '<html lang="en"' in api.report(files, {"language": "en"})


def test_the_api_is_in_english_unless_a_language_is_asked_for(paper, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    files = {"paper.tex": Path(paper).read_bytes()}
    assert api.check(files, {"select": ["FIG001"]}).findings[0].message.startswith(ENGLISH)
    chinese = api.check(files, {"select": ["FIG001"], "language": "zh"})
    assert chinese.findings[0].message == CHINESE


def test_lines_of_chinese_fit_their_width_and_begin_with_no_punctuation():
    text = "请删除“Fig. 1”，图号会自动生成。" * 6
    lines = wrapped(text, 24)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines if line[0] in "，。”"]
    assert max(len(line) for line in lines) <= 24 and len(lines) > 6
    assert wrapped("Sand is dry and water is wet.", 12) == ["Sand is dry", "and water is", "wet."]


def comments(draft: bytes) -> str:
    """The part of a Word file with its comments."""
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        return package.read("word/comments.xml").decode("utf-8")


def test_comments_in_a_word_draft_are_replaced_by_those_in_another_language():
    draft = document("[paper title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here.\n")
    chinese = api.annotated(draft, {"language": "zh"})
    assert "应写“0.25”，不写“.25”。" in comments(chinese) and "这篇稿件有" in comments(chinese)
    assert "Write &quot;0.25" not in comments(chinese)
    english = comments(api.annotated(chinese, {"language": "en"}))
    assert "应写" not in english
    assert english.count("<w:comment ") == comments(chinese).count("<w:comment ")


def test_the_server_speaks_the_language_of_the_editor():
    from ieeelint.server.state import Server

    server = Server()
    assert server.language == "en"
    server.locale = "zh-cn"
    assert server.language == "zh"
    server.projects.flags = {"language": "en"}
    assert server.language == "en"


def test_the_report_that_follows_a_draft_has_notices_in_its_language(monkeypatch):
    from ieeelint.opening.following import Follower

    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    follower = Follower(lambda: None, [])
    page = follower.notice("Checking the draft", "The report appears here when it is ready.", 0)
    assert "正在检查稿件" in page and '<html lang="zh-CN"' in page
