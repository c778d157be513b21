"""The documentation site: it builds strictly, its links lead somewhere, and it asks nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from ieeelint.rule_links import on_the_site
from ieeelint.rules import every_rule
from tools import site_pages

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parent.parent
OTHER = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|mailto:|data:")


class Addresses(HTMLParser):
    """The links, the files that a page loads, and its anchors."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.anchors.add(values.get("id") or "")
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        for name in ("src", "srcset") if tag != "link" else ("href",):
            if name in values and "canonical" not in values.get("rel", ""):
                self.loaded.append(values[name])


def built(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    paths = {"PYTHONPATH": str(TOP), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=TOP, capture_output=True, text=True, env=os.environ | paths | environment
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    done = built(folder, SITE_ADDRESS="https://docs.example.org/lint/")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def parsed(site):
    pages = [path for path in site.rglob("*.html") if "page" not in path.relative_to(site).parts]
    return {page: Addresses(page) for page in pages}


def test_every_link_has_a_target(site, parsed):
    broken = []
    for page, addresses in parsed.items():
        if page.name == "404.html":
            continue  # its links are absolute: it is shown at any address
        for address in addresses.links + addresses.loaded:
            if OTHER.match(address):
                continue
            name, _, anchor = unquote(address).partition("#")
            target = (page.parent / name).resolve() if name else page
            if target.is_dir():
                target /= "index.html"
            known = parsed[target].anchors if target in parsed else None
            if not target.exists() or (anchor and known is not None and anchor not in known):
                broken.append((page.relative_to(site).as_posix(), address))
    assert broken == []


def test_the_site_loads_nothing_from_other_places(site, parsed):
    for page, addresses in parsed.items():
        assert [one for one in addresses.loaded if OTHER.match(one)] == [], page
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?https?:|@import", style.read_text("utf-8")), style


def test_findings_link_to_pages_that_exist(site):
    for rule in every_rule():
        page = site / on_the_site(rule.code, "https://x").removeprefix("https://x/")
        text = page.read_text(encoding="utf-8")
        assert rule.name in text and "false alarms" in text


def test_the_site_knows_its_address(site):
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://docs.example.org/lint/' in home


def test_lists_and_tables_are_recognized(site):
    for page in site.rglob("*.html"):
        text = re.sub(r"(?s)<(pre|code|script)\b.*?</\1>", "", page.read_text(encoding="utf-8"))
        assert not re.search(r"<p>[^<]*\n(?:\* |- |\d+\. |\|)", text), page


def test_a_broken_link_stops_the_build(tmp_path):
    copy = tmp_path / "copy"
    (copy / "docs").mkdir(parents=True)
    (copy / "docs/index.md").write_text("# Home\n\n[a](gone.md)\n", encoding="utf-8")
    (copy / "mkdocs.yml").write_text("site_name: x\nINHERIT: base.yml\n", encoding="utf-8")
    text = (TOP / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?ms)^(nav|hooks|exclude_docs):.*?(?=^\w|\Z)", "", text)
    (copy / "base.yml").write_text(re.sub("  (logo|favicon): .*\n", "", text), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1 and "gone.md" in done.stderr


def test_the_page_for_browsers_is_where_its_links_lead(tmp_path, monkeypatch):
    monkeypatch.setattr(site_pages, "TOP", tmp_path)
    assert site_pages.moved("../web/README.md", "index.md") == "web/README.md"
    (tmp_path / "web/dist").mkdir(parents=True)
    (tmp_path / "web/dist/index.html").write_text("page")
    assert site_pages.moved("../web/README.md", "index.md") == "page/index.html"
    assert site_pages.moved("../../web/README.md#a", "tutorials/word.md") == "../page/index.html#a"


@pytest.mark.parametrize(
    ("link", "here", "there"),
    [
        ("rules/README.md", "index.md", "rules/README.md"),
        ("../CHANGELOG.md#x", "api.md", "CHANGELOG.md#x"),
        ("docs/api.md", "CHANGELOG.md", "api.md"),
        ("../ieeelint/context.py", "local-rules.md", "source/ieeelint/context.py.md"),
        ("../editors/a.png", "editors.md", "source/editors/a.png"),
        ("https://example.org/", "api.md", "https://example.org/"),
        ("#here", "api.md", "#here"),
    ],
)
def test_links_of_the_repository_become_links_of_the_site(link, here, there):
    assert site_pages.moved(link, here) == there
