"""The export of a submission system: titles, authors, and their order."""

from __future__ import annotations

import pytest

from ieeelint.chair.export import Export
from ieeelint.chair.front import split

RECORD = {
    "title": "A Quiet Pump",
    "authors": ["Ana B. Lima", "Bo Wu"],
    "is_anonymous": False,
    "drafts": ["paper.tex"],
}
EASYCHAIR = '#,title,authors,submitted\n7,"{title}","{authors}",2026\n'
CMT = 'Paper ID\tPaper Title\tAuthor Names\n7\t{title}\t"{authors}"\n'


@pytest.fixture
def differences(tmp_path):
    """A function that compares the paper 7 with an export."""

    def call(
        title: str = "A Quiet Pump",
        authors: str = "Ana Lima and Bo Wu",
        form: str = EASYCHAIR,
        columns: dict[str, str] | None = None,
        record: dict = RECORD,
    ) -> list[str]:
        path = tmp_path / "export.csv"
        path.write_text(form.format(title=title, authors=authors), encoding="utf-8-sig")
        return Export(str(path), columns or {}).differences("7", record)

    return call


@pytest.mark.parametrize(
    "title", ["A Quiet Pump", "a  quiet pump", "A Quiet Pump.", "A “Quiet” Pump", "A Quiet-Pump"]
)
def test_titles_that_agree(differences, title):
    assert differences(title=title) == []


def test_titles_that_differ(differences):
    assert differences(title="A Loud Pump") == [
        'the title in the submission system is "A Loud Pump"'
    ]


@pytest.mark.parametrize(
    "authors",
    [
        "Ana Lima and Bo Wu",
        "Ana Lima, Bo Wu",
        "A. B. Lima; Wu Bo",
        "Lima, Ana; Wu, Bo",
        "Ana Lima (University of Porto)*; Bo Wu (Rain Lab)",
        "ANA LIMA; Bo WU <bo@rain.example>",
        "Àna Líma and Bo Wu",
    ],
)
def test_authors_that_agree(differences, authors):
    assert differences(authors=authors, form=CMT) == []


@pytest.mark.parametrize(
    ("authors", "message"),
    [
        ("Bo Wu; Ana Lima", 'the order of the authors differs; in the submission system it is "Bo'),
        ("Ana Lima; Bo Wu; Cy Day", 'authors only in the submission system: "Cy Day"'),
        ("Bo Wu", 'authors only in the paper: "Ana B. Lima"'),
        ("Ana Lima; Bo Wang", 'authors only in the submission system: "Bo Wang"'),
        ("Eva Lima; Bo Wu", 'authors only in the submission system: "Eva Lima"'),
        ("A. B.; Bo Wu", 'authors only in the submission system: "A. B."'),
    ],
)
def test_authors_that_differ(differences, authors, message):
    assert message in " ".join(differences(authors=authors))


def test_an_anonymous_paper_has_no_authors_to_compare(differences):
    assert differences(authors="Cy Day", record={**RECORD, "is_anonymous": True}) == []
    assert differences(title="X", record={**RECORD, "drafts": []}) == []


def test_columns_of_other_systems_are_told_by_the_settings(differences):
    form = "Nr.;Name of Paper;Writers\n007;{title};{authors}\n"
    columns = {"id": "nr.", "title": "Name of Paper", "authors": "Writers", "separator": "/"}
    assert differences(authors="Lima, Ana / Wu, Bo", form=form, columns=columns) == []


@pytest.mark.parametrize(
    ("form", "columns", "message"),
    [
        ("a,b\n", {}, 'has no known id column (it has "a", "b"); name the columns in the settings'),
        ("id,title,authors\n", {"title": "Name"}, 'has no column "Name" (it has "id"'),
        ("", {}, "is empty"),
        ("id,title,authors\n1,A,B\n01,C,D\n", {}, 'has the number "1" in more than one row'),
    ],
)
def test_an_export_without_a_column_is_reported(differences, form, columns, message):
    from ieeelint.settings import SettingsError

    with pytest.raises(SettingsError) as raised:
        differences(form=form, columns=columns)
    assert message in str(raised.value)


def test_papers_on_one_side_only_are_reported(chair):
    chair.add("paper_007")
    chair.add("8")
    export = chair.folder.parent / "export.csv"
    export.write_text(EASYCHAIR.format(title="A Loud Pump", authors="Ana Lima, Bo Wu") + "9,X,Y,\n")
    assert chair.batch("--export", str(export)) == 1
    rows = chair.rows()
    assert rows["paper_007"]["verdict"] == "look"
    assert 'the title in the submission system is "A Loud Pump"' in rows["paper_007"]["reasons"]
    assert "tell us" in chair.letter("paper_007") and "A Loud Pump" in chair.letter("paper_007")
    assert rows["9"]["title"] == "X" and rows["9"]["authors"] == ["Y"]
    assert rows["9"]["verdict"] == "look" and "is missing" in rows["9"]["reasons"][0]
    assert "the upload is missing" in chair.letter("9")
    assert list(rows) == ["8", "9", "paper_007"]
    assert rows["8"]["reasons"] == ["the submission system does not have this number"]
    assert 'export.csv: "9"' in chair.err


@pytest.mark.parametrize("words", [[], ["--anonymous"]])
def test_authors_are_compared_unless_the_review_is_anonymous(chair, words):
    chair.add("7")
    export = chair.folder.parent / "export.csv"
    export.write_text(EASYCHAIR.format(title="A Quiet Pump", authors="Cy Day, Bo Wu"))
    chair.batch("--export", str(export), *words)
    assert ('authors only in the paper: "Ana Lima"' in chair.rows()["7"]["reasons"]) == (not words)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Lima, Member, IEEE, and Bo Wu, Fellow, IEEE", ["Ana Lima", "Bo Wu"]),
        ("Ana Lima1,2, Bo Wu*", ["Ana Lima", "Bo Wu"]),
        ("1st Ana Lima", ["Ana Lima"]),
        ("Ana Lima, Jr., Bo Wu and Cy Day", ["Ana Lima, Jr", "Bo Wu", "Cy Day"]),
        ("Ana Lima (Senior Member, IEEE), Bo Wu", ["Ana Lima", "Bo Wu"]),
        ("Andy Sands & Ana Lima", ["Andy Sands", "Ana Lima"]),
        ("", []),
    ],
)
def test_names_in_a_line_are_divided(line, names):
    assert split(line) == names


@pytest.mark.parametrize(
    ("name", "is_known"),
    [
        ("7", True),
        ("007", True),
        ("PUMP_2026_paper_7", True),
        ("Paper #7", True),
        ("7_final version", True),
        ("7-2", True),
        ("77", False),
        ("pump 7", False),
        ("2026_7", False),
        ("seven", False),
    ],
)
def test_names_of_uploads_have_the_number_in_usual_places(tmp_path, name, is_known):
    path = tmp_path / "export.csv"
    path.write_text(EASYCHAIR.format(title="A Quiet Pump", authors="Ana Lima, Bo Wu"))
    export = Export(str(path), {})
    assert export.differences(name, RECORD) == (
        [] if is_known else ["the submission system does not have this number"]
    )
    assert export.missing([name]) == ([] if is_known else ["7"])
