"""The copyright line that the settings name, in drafts of any format and stage."""

from __future__ import annotations

import pytest

from ieeelint.context import Context
from ieeelint.readers import read
from ieeelint.rules import REGISTRY, every_rule
from ieeelint.running import run_rule
from ieeelint.starters.word import document

LINE = "979-8-3503-1234-5/26/$31.00 ©2026 IEEE"
PAPER = (
    "\\documentclass[conference]{IEEEtran}\n\\begin{document}\n\\title{Flow}\n\\maketitle\n"
    "Water is wet.\n\\end{document}\n"
)


def messages(path, stage: str = "camera-ready", line: str = LINE) -> list[str]:
    assert list(every_rule())
    context = Context(read(str(path)), stage=stage, copyright_line=line)
    return [finding.message for finding in run_rule(REGISTRY["TPL007"], context)]


@pytest.mark.parametrize(
    ("stage", "line", "count"),
    [("camera-ready", LINE, 1), ("camera-ready", "", 0), ("review", LINE, 0), ("draft", LINE, 0)],
)
def test_a_camera_ready_paper_needs_the_line_of_its_venue(stage, line, count, tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(PAPER, encoding="utf-8")
    assert len(messages(path, stage, line)) == count


@pytest.mark.parametrize(
    ("footer", "says"),
    [
        ("", "no copyright line"),
        ("[header] 979-8-3503-1234-5/25/$31.00 ©2025 IEEE\n", "not the copyright line"),
        ("[header] 979-8-3503-1234-5/25/$31.00 (c) 2025 IEEE\n", "not the copyright line"),
        ("[header] 979–8–3503–1234–5/26/$31.00 © 2026 IEEE\n", ""),
        ("[header] XXX-X-XXXX-XXXX-X/XX/$XX.00 ©20XX IEEE\n", ""),
    ],
)
def test_the_line_may_be_in_a_header_or_footer_of_word(footer, says, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(document(f"[paper title] Steady Flow\n{footer}[Body Text] Water is wet."))
    found = messages(path)
    assert len(found) == bool(says) and all(says in message for message in found)


def test_the_setting_is_a_string(tmp_path, run):
    (tmp_path / "paper.tex").write_text(PAPER, encoding="utf-8")
    (tmp_path / "ieeelint.toml").write_text("copyright = 2026", encoding="utf-8")
    status, _, error = run("check", str(tmp_path / "paper.tex"))
    assert status == 2 and '"copyright" must be a string' in error
    settings = f'copyright = "{LINE}"\nstage = "camera-ready"\nselect = ["TPL007"]'
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    status, out, _ = run("check", str(tmp_path / "paper.tex"))
    assert status == 1 and f'Put "{LINE}" into \\IEEEpubid' in out
