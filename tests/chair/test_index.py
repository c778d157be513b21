"""The index: one page that asks for nothing, acts on nothing from a paper, sorts, and filters."""

from __future__ import annotations

import html.parser
import json
import os
import re
import shutil
import subprocess

import pytest

from chair.conftest import WRONG
from chair.test_poisoned import HOSTILE


class Page(html.parser.HTMLParser):
    """The elements of a page, the text of its rows, and the links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.rows: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attributes]
        if tag == "tr":
            self.rows.append("")

    def handle_data(self, data):
        if self.rows:
            self.rows[-1] += data + " "


@pytest.fixture
def page(chair):
    def call() -> Page:
        return Page((chair.out / "index.html").read_text(encoding="utf-8"))

    return call


def test_each_paper_has_a_row_with_links_to_its_report_and_letter(chair, page):
    chair.add("1", text=WRONG)
    chair.add("2", title="A Loud Fan", text=WRONG + " % ieeelint: ignore[FIG001] no")
    (chair.folder / "3").mkdir()
    chair.batch()
    rows = [row for row in page().rows if " letter" in row]
    assert "A Quiet Pump" in rows[0] and "fix" in rows[0] and "Ana Lima, Bo Wu" in rows[0]
    assert "Suppressed by the author (1)" in rows[1] and "FIG001" in rows[1]
    assert "look" in rows[2] and "is empty" in rows[2]
    links = {value for name, value in page().attributes if name == "href"}
    assert {"reports/1.html", "letters/1.txt", "letters/3.txt"} < links
    assert "reports/3.html" not in links
    for link in links - {"#papers"}:
        assert (chair.out / link).is_file(), link
    assert "FIG001" in (chair.out / "reports/1.html").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_nothing_of_a_paper_acts_in_the_page_and_it_asks_for_nothing(chair, page):
    script = "<script>alert(1)</script>"
    chair.add(HOSTILE, title=f"{script} {HOSTILE}", text=WRONG + f" {script}")
    (chair.folder / f"{script[:6]}.docx").write_bytes(b"x")
    chair.batch()
    found = page()
    assert found.tags.count("script") == 1 and "img" not in found.tags
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    links = [value for name, value in found.attributes if name in ("href", "src")]
    assert all(re.fullmatch(r"#papers|[\w./-]+", link) for link in links)
    text = (chair.out / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in text and "\u202e" not in text and "\x1b" not in text
    assert "http:" not in text and "https:" not in text and "url(" not in text


def test_a_second_upload_shows_what_is_new(chair, page):
    path = chair.add("1")
    chair.batch()
    first, chair.out = chair.out, chair.folder.parent / "second"
    path.write_text(path.read_text(encoding="utf-8").replace("quiet", "quiet quiet"))
    chair.batch("--against", str(first))
    row = next(row for row in page().rows if " letter" in row)
    assert "since the last upload: 0 fixed, 2 remaining, 1 new" in row
    assert "New since the last upload (1)" in row and "TXT013" in row


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_the_script_is_javascript(tmp_path):
    from ieeelint.resources import templates

    path = os.path.join(templates(), "chair", "index.js")
    ran = subprocess.run(["node", "--check", path], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
def test_headers_sort_and_boxes_filter(chair, tmp_path):
    for number, text in enumerate(("The pump is quiet.", WRONG, "The the pump is quiet.")):
        chair.add(str(number), text=text)
    chair.batch()
    text = (chair.out / "index.html").read_text(encoding="utf-8")
    drive = """
    const ids = () => [...document.querySelectorAll(".papers tbody tr:not([hidden]) th")]
      .map((one) => one.textContent);
    const press = (key) => document.querySelector(`[data-key=${key}] button`).click();
    const seen = [ids()];
    press("errors"); press("errors"); seen.push(ids());
    press("place"); seen.push(ids());
    document.querySelector("[value=fix]").click(); seen.push(ids());
    document.querySelector("[value=TXT]").click(); seen.push(ids());
    document.querySelector(".reset").click(); seen.push(ids());
    const search = document.querySelector("[type=search]");
    search.value = "errors nothing"; search.dispatchEvent(new Event("input")); seen.push(ids());
    document.body.innerHTML = "<pre>" + JSON.stringify(seen) + "</pre>";
    """
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    text = policy.sub("", text).replace("</body>", f"<script>{drive}</script></body>")
    (tmp_path / "drive.html").write_text(text, encoding="utf-8")
    words = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    words += [f"--user-data-dir={tmp_path}/profile", f"file://{tmp_path}/drive.html"]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
    seen = json.loads(re.search(r"<pre>(.*)</pre>", ran.stdout)[1])
    assert seen == [
        ["0", "1", "2"],
        ["1", "0", "2"],
        ["0", "1", "2"],
        ["0", "2"],
        ["2"],
        ["0", "1", "2"],
        [],
    ]
