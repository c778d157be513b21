"""The HTML report: one file that shows the paper, with the findings next to their words."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ieeelint.output.html.markup import element, escaped
from ieeelint.starters.word import document

PAPERS = Path(__file__).parent.parent / "papers"
SKETCH = "[paper title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here, and the the end.\n"
VOID = ("meta", "input", "br")


class Page(HTMLParser):
    """The elements of a page: (name, attributes, text inside)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, name, attributes):
        assert len(dict(attributes)) == len(attributes)
        self.elements.append((name, dict(attributes), []))
        if name not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, name):
        assert self.elements[self._open.pop()][0] == name

    def handle_data(self, data):
        for at in self._open:
            self.elements[at][2].append(data)

    def all(self, name, css=""):
        return [
            (attributes, " ".join("".join(text).split()))
            for kind, attributes, text in self.elements
            if kind == name and css in (attributes.get("class") or "").split() + [""]
        ]

    def cards(self):
        return {
            attributes["id"][1:]: (attributes, text)
            for attributes, text in self.all("details", "card")
        }

    def marked(self, number):
        return "".join(
            "".join(text)
            for kind, attributes, text in self.elements
            if kind == "mark" and number in attributes["data-f"].split()
        )


@pytest.fixture
def report(run, tmp_path):
    """A function that checks drafts; returns the page and its source."""

    def check(*words: str) -> tuple[Page, str]:
        target = tmp_path / "out" / "report.html"
        target.parent.mkdir(exist_ok=True)
        run("check", "--isolated", "-o", str(target), *words)
        html = target.read_text(encoding="utf-8")
        return Page(html), html

    return check


def card_of(page, code):
    return next((number, *card) for number, card in page.cards().items() if f"{code} " in card[1])


def test_each_finding_has_a_card_next_to_its_words(report, draft):
    page, _ = report("--no-group", draft("The colour is .25 here."))
    number, attributes, text = card_of(page, "UNT005")
    assert page.marked(number) == ".25"
    assert attributes["data-severity"] == "warning" and attributes["data-fix"] == "safe"
    assert attributes["data-area"] == "UNT"
    assert "0.25" in text or "insert 0" in text
    assert "Source" in text and "UNT005 number-leading-zero" in text  # clause and rule
    assert page.marked(card_of(page, "TXT004")[0]) == "colour"


def test_a_card_shows_the_change_of_its_fix(report, draft):
    page, html = report(draft("The colour is red."))
    assert "<del>colour</del><ins>color</ins>" in html
    assert "Safe fix" in card_of(page, "TXT004")[2]


def test_findings_that_say_the_same_are_short_cards_with_links(report, draft):
    page, _ = report(draft("The colour is red.\n\nThe colour of it is the colour of ice."))
    cards = [card for card in page.cards().values() if "TXT004" in card[1]]
    assert [("also" in card[0]["class"].split()) for card in cards] == [False, True, True]
    assert "3 locations" in cards[0][1] and "3 locations" not in cards[1][1]
    ids = {card[0]["id"] for card in page.cards().values()}
    links = [a["href"][1:] for a, _ in page.all("a") if a["href"].startswith("#f")]
    assert len(links) == 4 and set(links) <= ids


def test_findings_outside_the_text_show_lines_of_the_source(report):
    page, _ = report(str(PAPERS / "sample" / "paper.tex"))
    (excerpt,) = page.all("pre", "excerpt")
    assert "4\\usepackage{subfig}" in excerpt[1]
    assert page.marked(card_of(page, "TEX005")[0]) == "subfig"
    number, _, text = card_of(page, "TAB004")
    assert page.marked(number) == "" and "\\begin{table}[h]" in text


def test_a_flood_of_findings_is_cut(report, draft, monkeypatch):
    monkeypatch.setattr("ieeelint.output.html.MOST_CARDS", 30)
    monkeypatch.setattr("ieeelint.output.html.cards.MOST_LINKS", 5)
    page, _ = report(draft("It is .25 here. " * 40))
    assert len(page.cards()) == 30
    ((_, text),) = page.all("section", "problems")
    assert "more findings are not shown" in text
    _, _, text = card_of(page, "UNT005")
    assert "40 locations" in text and "34 more" in text  # of 39 others


def test_overlapping_findings_share_their_words(report, draft):
    page, _ = report("--no-group", draft("The the colour is red."))
    assert page.marked(card_of(page, "TXT013")[0]).lower() == "the the"
    path = draft("See Figure .5 and 5Hz.")
    page, _ = report("--no-group", path)
    for number, (_, text) in page.cards().items():
        if "UNT" in text:
            assert page.marked(number) in (".5", "5Hz", "5")


def test_the_file_asks_for_nothing(report):
    page, html = report(str(PAPERS / "sample" / "paper.tex"))
    for name, attributes, _ in page.elements:
        assert name not in ("link", "img", "iframe", "object", "form", "base")
        assert "src" not in attributes and "style" not in attributes
        assert not any(key.startswith("on") for key in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in html and "@import" not in html
    policy = next(a["content"] for a, _ in page.all("meta") if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_several_papers_are_sections_of_one_file(report, tmp_path):
    (tmp_path / "draft.docx").write_bytes(document(SKETCH))
    page, _ = report(str(PAPERS / "sample" / "paper.tex"), str(tmp_path / "draft.docx"))
    assert len(page.all("section", "paper")) == 2
    titles = [text for _, text in page.all("h2", "title")]
    assert sorted(titles) == ["Counting Bees with a Single Microphone1", "Pipes in Cold Rooms"]
    links = [a["href"] for a, _ in page.all("a") if a["href"].startswith("#paper-")]
    assert links == ["#paper-1", "#paper-2"]


def test_a_word_draft_has_its_words_and_places(report, tmp_path):
    (tmp_path / "draft.docx").write_bytes(document(SKETCH))
    page, _ = report(str(tmp_path / "draft.docx"))
    number, _, text = card_of(page, "UNT005")
    assert page.marked(number) == ".25"
    assert 'draft.docx: title, "The colour is .25 here, and"' in text


def test_findings_in_a_bib_file_are_next_to_the_printed_entry(report, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text("@article{lima, author={A. Lima}, title={Cold}, year=2019}\n")
    page, _ = report(str(path))
    assert any("A. Lima, “Cold,”" in text for _, text in page.all("p", "reference"))
    assert any("@article{lima" in text for _, text in page.cards().values())


def test_a_file_that_cannot_be_read_is_named(report, draft, tmp_path):
    (tmp_path / "bad.tex").write_bytes(b"\x00\x01" * 300)
    page, _ = report(draft("Water is wet."), str(tmp_path / "bad.tex"))
    ((_, text),) = page.all("section", "problems")
    assert "bad.tex" in text
    alone, _ = report(str(tmp_path / "bad.tex"))
    assert alone.all("section", "problems") and not alone.cards()


def test_what_is_left_after_fixes_is_marked_in_the_fixed_text(run, draft, tmp_path):
    target = tmp_path / "report.html"
    path = draft("The colour is red. A DBTF is red, too.")
    run("check", "--isolated", "--fix", "--output-file", str(target), path)
    page = Page(target.read_text(encoding="utf-8"))
    assert page.marked(card_of(page, "ABR001")[0]) == "DBTF"
    assert "colour" not in target.read_text(encoding="utf-8")


def test_the_report_can_also_be_asked_for_by_its_format(run, draft):
    _, out, _ = run("check", "--isolated", "--output-format", "html", draft("Water is wet."))
    assert out.startswith("<!doctype html>") and "Water is wet." in out


def test_output_names_a_file_for_any_format(run, draft, tmp_path):
    target = tmp_path / "report.json"
    run("check", "--output-format", "json", "-o", str(target), draft("It is .5 here."))
    assert target.read_text(encoding="utf-8").startswith("{")
    status, _, err = run("check", "-o", "a.html", "--output-file", "b.html", draft("It is."))
    assert status == 2 and "both name a file" in err
    status, _, err = run("check", "-o", "copy.docx", draft("It is."))
    assert status == 2 and "--output requires --fix" in err


@pytest.mark.parametrize("text", ["<b>&\"'", "</script><script>", "a\x1b[2J\u202eb", "\ud800"])
def test_nothing_in_text_acts(text):
    page = Page(element("p", escaped(text), title=text))
    (((attributes, inside),),) = [page.all("p")]
    assert len(page.elements) == 1
    assert not re.search("[\x1b\u202e\ud800]", inside + attributes["title"])


def test_attributes_that_do_not_hold_are_left_out():
    assert element("input", hidden=False, open=True, id=None, class_="a") == (
        '<input open class="a">'
    )
