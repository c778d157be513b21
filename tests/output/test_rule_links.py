"""With an address of the documentation, findings link to the pages of their rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ieeelint import api
from ieeelint.rule_links import on_the_site

BAD = "The ratio is .25 here."
BASE = "https://docs.example.org/lint"
PAGE = f"{BASE}/rules/UNT005.html"
LOCAL_RULES = '''
from ieeelint.finding import Finding
from ieeelint.rules import INFO, rule


@rule("OWN001", "own-rule", INFO, "convention", bad=["⟦x⟧"], good=["y"])
def own(context):
    """No ratios."""
    at = context.paper.text.plain.find("ratio")
    yield Finding(context.paper.text.span(at, at + 5), "Delete the ratio.")
'''


@pytest.fixture
def written(draft, run):
    """The output of a check of a bad draft in a format, with more settings."""

    def check(name: str, base: str = f"{BASE}/", more: str = "") -> str:
        path = draft(BAD)
        settings = Path(path).with_name("ieeelint.toml")
        settings.write_text(f'documentation = "{base}"\n{more}', encoding="utf-8")
        status, out, err = run("check", "--output-format", name, path)
        assert status == 1, err
        return out

    return check


def test_json_sarif_and_rdjson_have_the_address(written):
    pages = {one["code"]: one["url"] for one in json.loads(written("json"))["findings"]}
    assert pages["UNT005"] == PAGE
    lines = [json.loads(line) for line in written("json-lines", BASE).splitlines()]
    assert PAGE in [one["url"] for one in lines]
    (run,) = json.loads(written("sarif"))["runs"]
    assert PAGE in [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]]
    codes = [one["code"] for one in json.loads(written("rdjson"))["diagnostics"]]
    assert {"value": "UNT005", "url": PAGE} in codes


def test_the_report_links_to_the_page(written):
    assert re.search(
        rf'<a href="{re.escape(PAGE)}"[^>]*>UNT005 number-leading-zero</a>', written("html")
    )


def test_without_an_address_no_format_has_one(draft, run):
    path = draft(BAD)
    assert "helpUri" not in run("check", "--output-format", "sarif", path)[1]
    for one in json.loads(run("check", "--output-format", "rdjson", path)[1])["diagnostics"]:
        assert set(one["code"]) == {"value"}
    assert "/rules/UNT005" not in run("check", "--output-format", "html", path)[1]


def test_a_local_rule_has_no_page(written, draft):
    Path(draft(BAD)).with_name("own.py").write_text(LOCAL_RULES, encoding="utf-8")
    more = '[rules]\nlocal = ["own.py"]\n'
    pages = {one["code"]: one["url"] for one in json.loads(written("json", more=more))["findings"]}
    assert pages["OWN001"] is None and pages["UNT005"] == PAGE
    (run,) = json.loads(written("sarif", more=more))["runs"]
    rules = {rule["id"]: rule.get("helpUri") for rule in run["tool"]["driver"]["rules"]}
    assert rules["OWN001"] is None and rules["UNT005"] == PAGE


def test_results_in_memory_have_it(draft):
    files = {"paper.tex": Path(draft(BAD)).read_bytes()}
    result = api.check(files, {"documentation": BASE})
    assert PAGE in [one["url"] for one in result.json["findings"]]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "docs.example.org", "https://a b/", 'https://a/"x', "file:x"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(api.SettingsError, match='"documentation" must be an address'):
        api.check({}, {"documentation": address})


def test_a_folder_of_this_computer_is_an_address():
    assert on_the_site("FIG001", "file:///home/ana/site/") == (
        "file:///home/ana/site/rules/FIG001.html"
    )
