"""What is said about references, and what is not."""

from __future__ import annotations

import pytest
from look_up.crossref import work

from ieeelint.inputs import InputError
from ieeelint.look_up.answers import DAYS, Answers
from ieeelint.look_up.client import Client
from ieeelint.look_up.facts import LookUp
from ieeelint.look_up.retractions import Retractions
from ieeelint.look_up.sought import Sought, of_entries, of_typed_list
from ieeelint.readers import read
from ieeelint.rules.support.bibtex_examples import HEAD

TITLE = "Steady Flow of Sand in Narrow Pipes"
FIELDS = {"author": "Ana Lima and Bo Costa", "title": TITLE, "journal": "J. Flow", "year": "2020"}


def sought(**fields: str) -> Sought:
    return Sought("lima", {**FIELDS, **fields}, None)  # type: ignore[arg-type]


@pytest.fixture
def facts(service, tmp_path):
    """The facts about some works: kind, field and message of each."""

    def found(*works: Sought, retractions: Retractions | None = None, asks: bool = True):
        client = Client(service.base, wait=lambda _: None) if asks else None
        looking = LookUp(client, Answers(str(tmp_path / "answers")), retractions)
        result = [(fact.kind, fact.field, fact.message) for fact in looking.facts(list(works))]
        found.notes = looking.notes
        return result

    return found


def test_a_right_reference_has_no_fact(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", TITLE, volume="7", issue="02", page="1020-1031")
    right = sought(doi="10.1000/A", volume="7", number="2", pages="1020--31")
    assert facts(right) == []


def test_a_missing_doi_is_found_by_title_author_and_year(service, facts):
    service.found = [work("10.1000/a", "Steady flow of sand in narrow pipes")]
    assert facts(sought()) == [("missing", "doi", "Add the DOI of this work: 10.1000/a.")]
    assert "Steady+Flow+of+Sand+in+Narrow+Pipes+Lima" in service.asked[0]


@pytest.mark.parametrize(
    "other",
    [
        work("10.1000/a", "Steady Flow of Sand in Wide Pipes and Channels"),
        work("10.1000/a", TITLE, surname="Reis"),
        work("10.1000/a", TITLE, year=2015),
        work("", TITLE),
        {"DOI": "10.1000/a", "title": [TITLE]},
        {"DOI": "10.1000/a", "title": [TITLE], "author": "Lima", "issued": {"date-parts": "2020"}},
        {"DOI": 3, "title": TITLE},
        {},
    ],
)
def test_a_like_work_is_no_suggestion(service, facts, other):
    service.found = [other]
    assert facts(sought()) == []


def test_of_two_works_with_one_title_none_is_suggested(service, facts):
    service.found = [work("10.1000/a", TITLE), work("10.1000/b", TITLE + ".")]
    assert facts(sought()) == []
    service.found = [work("10.1000/a", TITLE), work("10.1000/b", TITLE, surname="Reis")]
    near = facts(sought(year="2019", author="A. Lima"), sought(title=f"On {TITLE}", year="2019"))
    assert [field for _, field, _ in near] == ["doi", "year"]


def test_a_short_title_is_not_searched_for(service, facts):
    assert facts(sought(title="Steady Flows")) == []
    assert service.asked == []


def test_accents_particles_and_organizations(service, facts):
    service.found = [work("10.1000/a", "Steady Flow of <i>Sand</i> in Narrow Pipes", "Grün")]
    assert facts(sought(author='Zoë van der Gr{\\"u}n'))[0][1] == "doi"
    service.found = [work("10.1000/a", TITLE)]
    assert facts(sought(author="{Lima}", title=TITLE + "s"))[0][1] == "doi"


def test_a_doi_of_another_work(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", "Storms over Porto", "Reis", page="1-3")
    ((kind, field, message),) = facts(sought(doi="10.1000/a", pages="5--9"))
    assert (kind, field) == ("other work", "doi")
    assert message == 'The DOI 10.1000/a is that of "Storms over Porto". Correct the DOI.'


def test_a_translated_title_is_the_same_work(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", "Fluxo estável de areia", page="1-3")
    ((kind, field, _),) = facts(sought(doi="10.1000/a", pages="5--9"))
    assert (kind, field) == ("different", "pages")


def test_a_doi_that_nobody_registered(service, facts):
    ((kind, field, message),) = facts(sought(doi="https://doi.org/10.1000/none."))
    assert (kind, field) == ("unknown", "doi")
    assert "no work with the DOI 10.1000/none." in message


def test_dois_of_other_registries_are_not_asked(service, facts):
    assert facts(sought(doi="10.48550/arXiv.2001.00001"), sought(doi="10.5281/zenodo.1")) == []
    assert service.asked == []


def test_each_number_that_differs(service, facts):
    service.works["10.1000/a"] = work(
        "10.1000/a", TITLE, year=2021, volume="8", issue="3", page="1020-1040"
    )
    messages = [
        message
        for _, _, message in facts(
            sought(doi="10.1000/a", volume="7", number="2", pages="1020--31")
        )
    ]
    assert messages == [
        "The year is 2020 here, but 2021 at Crossref.",
        "The volume is 7 here, but 8 at Crossref.",
        "The issue is 2 here, but 3 at Crossref.",
        "The pages are 1020--31 here, but 1020-1040 at Crossref.".replace("--", "–"),
    ]


@pytest.mark.parametrize("year", [True, 10**4000, -5, "2020", None])
def test_what_is_no_year_is_not_compared(service, facts, year):
    service.works["10.1000/a"] = work("10.1000/a", TITLE, year=year, page="3-9")
    assert facts(sought(doi="10.1000/a", pages="3--9")) == []


def test_numbers_of_another_form_are_not_compared(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", TITLE, volume="8A", issue="3-4", page="e17")
    assert facts(sought(doi="10.1000/a", volume="7", number="2", pages="5--9")) == []


def test_the_year_in_print_or_online(service, facts):
    service.works["10.1000/a"] = work(
        "10.1000/a",
        TITLE,
        year=2019,
        **{"published-print": {"date-parts": [[2020]]}, "published-online": {"date-parts": [[]]}},
    )
    assert facts(sought(doi="10.1000/a")) == []


def test_missing_pages_of_a_paper_in_a_volume(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", TITLE, volume="7", page="5-9")
    assert facts(sought(doi="10.1000/a", volume="7")) == [
        ("missing", "pages", "Add the pages: 5-9.")
    ]
    assert facts(sought(doi="10.1000/a")) == []  # a paper of a conference may be cited without


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "Retraction"])
def test_a_retracted_work(service, facts, kind):
    service.works["10.1000/a"] = work(
        "10.1000/a", TITLE, **{"updated-by": [{"type": kind, "DOI": "10.1000/notice"}]}
    )
    ((fact, field, message),) = facts(sought(doi="10.1000/a"))
    assert (fact, field) == ("retracted", "")
    assert "was retracted (notice: doi 10.1000/notice)" in message


def test_a_corrected_work_is_not_retracted(service, facts):
    service.works["10.1000/a"] = work(
        "10.1000/a", TITLE, **{"updated-by": [{"type": "correction", "DOI": "10.1000/b"}, "odd"]}
    )
    assert facts(sought(doi="10.1000/a")) == []


def test_a_title_may_say_that_a_work_is_retracted(service, facts):
    service.works["10.1000/a"] = work("10.1000/a", f"RETRACTED: {TITLE}")
    ((_, _, message),) = facts(sought(doi="10.1000/a"))
    assert message.startswith("This work was retracted. Cite another work")


def test_answers_are_kept_and_asked_again_later(service, tmp_path):
    now = [0.0]
    answers = Answers(str(tmp_path / "answers"), lambda: now[0])
    client = Client(service.base, wait=lambda _: None)
    announced: list[str] = []
    looking = LookUp(client, answers, announce=announced.append)
    for _ in range(3):
        assert list(looking.facts([sought(doi="10.1000/a")]))[0].kind == "unknown"
    assert len(service.asked) == 1
    assert announced == [
        f"asking {client.host} about the references; only titles, first authors, and DOIs are sent"
    ]
    now[0] = DAYS * 86_400 + 1.0
    list(looking.facts([sought(doi="10.1000/a")]))
    assert len(service.asked) == 2


def test_a_damaged_answer_is_asked_again(service, tmp_path, facts):
    facts(sought(doi="10.1000/a"))
    for path in (tmp_path / "answers").iterdir():
        path.write_text("[1, 2")
    assert facts(sought(doi="10.1000/a"))[0][0] == "unknown"
    assert len(service.asked) == 2


def test_a_failure_costs_only_its_reference(service, facts):
    service.works["10.1000/b"] = work("10.1000/b", TITLE, year=2022)
    service.script = [b"no JSON"]
    first, second = sought(doi="10.1000/a"), sought(doi="10.1000/b")
    assert [fact[1] for fact in facts(first, second)] == ["year"]
    assert facts.notes[0].startswith("not looked up: 1 of 2 references (lima)")
    assert "sent no valid JSON" in facts.notes[0]


def write(path, *rows: str):
    lines = ["Record ID,OriginalPaperDOI,RetractionDOI,RetractionNature", *rows]
    path.write_text("\n".join(lines), "utf-8")
    return Retractions(str(path))


def test_a_file_of_retractions_asks_nobody(service, facts, tmp_path):
    known = write(
        tmp_path / "retraction_watch.csv",
        "1,10.1000/A,10.1000/notice,Retraction",
        "2,10.1000/b,10.1000/c,Correction",
        "3,unavailable,unavailable,Retraction",
        "4,10.1000/d,,",
    )
    works = [sought(doi=doi) for doi in ("10.1000/a", "10.1000/b", "10.1000/d", "")]
    found = facts(*works, retractions=known, asks=False)
    assert [message.partition(".")[0] for _, _, message in found] == [
        "This work was retracted (notice: doi 10",
        "This work was retracted",
    ]
    assert service.asked == []


@pytest.mark.parametrize("content", [b"", b"DOI,Title\n", b"\xff\xfe\x00", b'"' * 200_000])
def test_another_file_is_refused(tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match="has no column|cannot be read"):
        Retractions(str(path))
    with pytest.raises(InputError, match="No such file"):
        Retractions(str(tmp_path / "none.csv"))


def test_entries_and_typed_lists_are_read_alike(draft):
    bib = read(
        draft(
            HEAD + "@article{lima, author = {Lima, Ana}, title = {{S}teady Flow of Sand in Narrow"
            " Pipes}, journal = {J. Flow}, year = 2020, volume = 7, pages = {5--9}, url ="
            " {https://doi.org/10.1000/a\\_b}}"
        )
    ).paper
    assert bib.works is not None
    typed = read(
        draft(
            "\\begin{thebibliography}{1}\\bibitem{lima} A. Lima, ``Steady flow of sand in narrow"
            " pipes,'' \\emph{J. Flow}, vol. 7, pp. 5--9, 2020, doi: 10.1000/a\\_b."
            "\\end{thebibliography}",
            "typed.tex",
        )
    ).paper
    typed_works = {work.title.lower(): work for work in of_typed_list(typed)}
    for one in (*of_entries(list(bib.works)), typed_works[TITLE.lower()]):
        assert one.title.lower() == TITLE.lower()
        assert (one.surname, one.year, one.doi) == ("Lima", 2020, "10.1000/a_b")
        assert one.numbers == {"volume": "7", "pages": "5–9"}
