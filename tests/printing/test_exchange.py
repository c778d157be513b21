"""``ieeelint refs --to bibtex``: a .bib file that stands alone, and says what the list says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ieeelint.paper.source import Source
from ieeelint.printing.exchange import Record, written
from ieeelint.printing.tex import names_in_tex
from ieeelint.printing.words import plain
from ieeelint.readers.bibtex import parse
from ieeelint.starters.word import document

HERE = Path(__file__).parent
DATABASE = r"""@preamble{"\providecommand{\flow}{Flow}"}
@string{proc = "Proc. "}
@proceedings{icf, title = {Proceedings}, booktitle = proc # "Int. Conf. Flow", year = 2022, month = jun, organization = {ACM}}
@article{rocha, author = {Carla Rocha}, title = {\flow{} in {MIMO} Pipes}, journal = IEEE_J_AC, pages = "1--9", year = 2023}
@inproceedings{lima, author = {Ana Lima}, title = {Sand}, crossref = {icf}, organization = {}}
@misc{old, author = {Olga Old}, title = {Uncited}, year = 1999}
"""  # noqa: E501
PAPER = (
    "\\documentclass{IEEEtran}\n\\begin{document}\nSand~\\cite{lima} in pipes~\\cite{rocha}.\n"
    "\\bibliographystyle{IEEEtran}\n\\bibliography{IEEEabrv,refs}\n\\end{document}\n"
)
# Each as IEEE prints it; the field that a test looks for.
TYPED = [
    "A. B. Lima and J.-P. Muñoz, “Flow in MIMO pipes of Évora,” <i>J. Flow</i>, vol. 3, no. 2,"
    " pp. 1–9, Mar. 2024.",
    "A. Lima, B. Rocha, and C. von Stein, “Sand,” in <i>Proc. 3rd Int. Conf. Flow (ICF)</i>, 2022,"
    " pp. 11–19.",
    "C. Rocha, <i>Pipes and Water</i>, 2nd ed. Porto, Portugal: Rio Press, 2023.",
    "B. Santos, “On rain,” Ph.D. dissertation, Univ. Porto, Porto, Portugal, 2020.",
    "D. Costa, “Snow &amp; ice,” Flow Lab, Porto, Portugal, Tech. Rep. 5, Feb. 2014.",
    "E. Prata, “A pipe,” U.S. Patent 3 624 125, Jul. 16, 1990.",
    "Flow Society, “Taxes on 5% of the_water,” <i>IEEE Trans. Commun.</i>, vol. 5, 2021, in press.",
    "F. Gomes <i>et al.</i>, “What is wet?” <i>J. Flow</i>, vol. 8, p. 7, 2019.",
    "G. Alves, Jr., “Mist,” in <i>Handbook of Sand</i>, 3rd ed., W. Reis, Ed. Faro: Rio, 2018,"
    " ch. 12.",
]


def entries(text: str) -> dict[str, dict[str, str]]:
    """The fields by the keys of a .bib file, as bibtexparser reads them."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, library.failed_blocks
    return {
        entry.key: {"": entry.entry_type} | {one.key: one.value for one in entry.fields}
        for entry in library.entries
    }


def by_bibtex(text: str, folder: Path) -> dict[str, str]:
    """What bibtex prints of a .bib file with IEEEtran.bst, as a reader sees it, by key."""
    folder.mkdir(exist_ok=True)
    (folder / "refs.bib").write_text(text, encoding="utf-8")
    (folder / "p.aux").write_text(
        "\\relax\n\\bibstyle{IEEEtran}\n\\citation{*}\n\\bibdata{refs}\n", encoding="utf-8"
    )
    done = subprocess.run(["bibtex", "p"], cwd=folder, capture_output=True, text=True)
    assert "error" not in done.stdout and done.returncode == 0, done.stdout
    bbl = (folder / "p.bbl").read_text(encoding="utf-8")
    bbl = re.sub(r"\\BIBentry(ALT|STD)interwordspacing|%\n\s*", "", bbl)
    items = bbl.split("\\end{thebibliography}")[0].split("\\bibitem{")[1:]
    return {key: plain(words) for key, _, words in (item.partition("}") for item in items)}


@pytest.fixture
def project(tmp_path):
    """The path of a paper with its database."""
    (tmp_path / "refs.bib").write_text(DATABASE, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(PAPER, encoding="utf-8")
    return str(tmp_path / "paper.tex")


@pytest.fixture
def typed(tmp_path):
    """The path of a Word draft with a typed list."""
    path = tmp_path / "typed.docx"
    lines = [f"[references] {one}\n" for one in TYPED]
    path.write_bytes(document("[heading 5] References\n" + "".join(lines)))
    return str(path)


def test_what_a_paper_cites_in_a_file_that_needs_no_other(run, project):
    status, out, err = run("refs", "--to", "bibtex", project)
    assert (status, err) == (0, "")
    assert out.startswith("@preamble{{\\providecommand{\\flow}{Flow}}}\n")
    assert list(entries(out).items()) == [
        (
            "lima",
            {
                "": "inproceedings",
                "author": "Ana Lima",
                "title": "Sand",
                "booktitle": "Proc. Int. Conf. Flow",
                "year": "2022",
                "month": "jun",
            },
        ),
        (
            "rocha",
            {
                "": "article",
                "author": "Carla Rocha",
                "title": r"\flow{} in {MIMO} Pipes",
                "journal": "{IEEE} Trans. Autom. Control",
                "pages": "1--9",
                "year": "2023",
            },
        ),
    ]
    assert "month = jun" in out


def test_order_all_source_and_output(run, project, tmp_path):
    out = run("refs", "--to", "bibtex", "--all", "--order", "key", project)[1]
    assert list(entries(out)) == ["icf", "lima", "old", "rocha"]
    out = run("refs", "--to", "bibtex", "--show-source", project)[1]
    assert re.search(r"% .*refs\.bib:5\n+@inproceedings\{lima,", out)
    target = tmp_path / "out.bib"
    status, out, err = run("refs", "--to", "bibtex", "-o", str(target), project)
    assert (status, out) == (0, "") and "2 references written" in err
    assert list(entries(target.read_text(encoding="utf-8"))) == ["lima", "rocha"]


def test_a_crossref_to_nothing_is_reported(run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text("@inproceedings{a, title = {Sand}, crossref = {gone}}", encoding="utf-8")
    _, out, err = run("refs", "--to", "bibtex", str(path))
    assert "crossref" not in out and 'its crossref "gone" is not in the database' in err


def example_database() -> Path:
    found = subprocess.run(["kpsewhich", "IEEEexample.bib"], capture_output=True, text=True)
    return Path(found.stdout.strip())


@pytest.mark.parametrize("path", [HERE / "every_type.bib", example_database()], ids=["own", "IEEE"])
def test_bibtex_prints_the_same_of_what_is_written(run, tmp_path, path):
    copy = tmp_path / "refs.bib"
    # Without the entry that controls the style, which is not a reference.
    text = re.sub(r"@IEEEtranBSTCTL\{[^{}]*\}", "", path.read_text(encoding="latin-1"))
    copy.write_text(text, encoding="latin-1")
    text = run("refs", "--to", "bibtex", str(copy))[1]
    ours = {one[0]: one[1] for one in by_key(run, str(copy))}
    assert by_bibtex(text, tmp_path / "b") == ours


def by_key(run, path: str) -> list[tuple[str, str]]:
    """The key and the words of each reference as we print it."""
    lines = run("refs", "--show-source", path)[1].splitlines()
    return [
        (source.rsplit(" ", 1)[1], words.partition("] ")[2])
        for words, source in zip(lines[::2], lines[1::2], strict=True)
    ]


def test_a_typed_list_becomes_entries_that_print_as_it_is_typed(run, typed, tmp_path):
    status, out, err = run("refs", "--to", "bibtex", typed)
    assert (status, err) == (0, "")
    found = entries(out)
    assert list(found) == [
        "lima2024flow",
        "lima2022sand",
        "rocha2023pipes",
        "santos2020rain",
        "costa2014snow",
        "prata1990pipe",
        "flow2021taxes",
        "gomes2019what",
        "alves2018mist",
    ]
    assert [one[""] for one in found.values()] == (
        "article inproceedings book phdthesis techreport patent article article incollection"
    ).split()
    lima = found["lima2024flow"]
    assert lima["author"] == r"A. B. Lima and J.-P. Mu{\~n}oz"
    assert lima["title"] == r"Flow in {MIMO} pipes of {{\'E}vora}"
    assert (lima["pages"], lima["month"], lima["volume"]) == ("1--9", "mar", "3")
    assert found["prata1990pipe"]["number"] == "3624125"
    assert found["gomes2019what"]["author"] == "F. Gomes and others"
    assert found["alves2018mist"]["author"] == "Alves, Jr., G."
    assert found["flow2021taxes"]["author"] == "{Flow Society}"
    assert found["flow2021taxes"]["note"] == "in press"
    printed = by_bibtex(out, tmp_path / "b")
    typed_words = [re.sub(r"</?i>", "", one).replace("&amp;", "&") for one in TYPED]
    assert list(printed.values()) == typed_words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("A. Lima", "A. Lima"),
        ("A. Lima, B.-C. de Rocha, and D. Santos", "A. Lima and B.-C. de Rocha and D. Santos"),
        ("J. Clerk Maxwell", "J. Clerk Maxwell"),
        ("A.B. Lima & C. Rocha", "A. B. Lima and C. Rocha"),
        ("A. Lima Jr. and B. Rocha, III", "Lima, Jr., A. and Rocha, III, B."),
        ("A. Lima and Flow & Sand Society", "A. Lima and {Flow \\& Sand Society}"),
        ("World Rain Organization", "{World Rain Organization}"),
        ("A. Lima, et al.", "A. Lima and others"),
        # Other styles: which words are surnames is not sure.
        ("Lima, A., & Santos, B.", ""),
        ("Lima A, Santos B", ""),
        ("Ana Lima, Bo Santos", ""),
    ],
)
def test_lists_of_names(typed, expected):
    assert names_in_tex(typed) == expected


THEBIBLIOGRAPHY = r"""\documentclass{IEEEtran}
\begin{document}
Sand \cite{flow1}.
\begin{thebibliography}{9}
\bibitem{flow1} A. Lima, ``Sorting in $O(n \log n)$ of \emph{E. coli},'' \emph{J. Flow}, vol. 1, 2020, doi: 10.1000/f\_1.
\bibitem{flow2} ---{}---, ``Again,'' \emph{J. Flow}, vol. 2, 2021.
\bibitem{page} B. Rocha. ``Rain.'' Flow Site. Accessed: Mar. 5, 2024. [Online]. Available: \url{https://flow.example/a_b\%20}
\bibitem{odd} Lima A, Santos B. Rain \& {\"u}ber 5\% snow. J Flow 2020;3:1--9.
\bibitem{none} Rain, as told by A. Lima to B. Santos in 2020.
\bibitem{more} C. Costa, ``Ice,'' \emph{J. Flow}, vol. 3, a special issue, 2022.
\bibitem{Flow1} D. Prata, ``Hail,'' \emph{J. Flow}, vol. 4, 2023.
\end{thebibliography}
\end{document}
"""  # noqa: E501


def test_a_typed_list_in_latex_keeps_its_keys(run, tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(THEBIBLIOGRAPHY, encoding="utf-8")
    status, out, err = run("refs", "--to", "bibtex", str(path))
    found = entries(out)
    assert status == 0
    assert list(found) == ["flow1", "flow2", "page", "odd", "none", "more", "Flow1a"]
    assert found["flow1"]["title"] == r"Sorting in {$O(n \log n)$} of \emph{E. coli}"
    assert found["flow1"]["doi"] == "10.1000/f_1"
    assert found["flow2"]["author"] == "A. Lima"  # a dash is the author before
    assert found["page"] == {
        "": "online",
        "author": "B. Rocha",
        "title": "Rain",
        "organization": "Flow Site.",
        "url": "https://flow.example/a_b%20",
        "urldate": "2024-03-05",
    }
    assert found["odd"] == {  # the style of another publisher
        "": "article",
        "author": "Lima, A. and Santos, B.",
        "title": r"Rain \& {\"u}ber 5\% snow",
        "journal": "J Flow",
        "volume": "3",
        "pages": "1--9",
        "year": "2020",
    }
    assert found["more"]["note"] == "a special issue"
    notices = err.splitlines()
    assert len(notices) == 3
    assert notices[0].startswith('ieeelint: reference 5, "Rain, as told by A. Lima to')
    assert notices[0].endswith("cannot be divided into fields; its text is in the note of a @misc")
    assert '"a special issue" fits no field; it is in the note' in notices[1]
    assert 'the key "Flow1" is used twice; this entry has the key "Flow1a"' in notices[2]


NAMES = st.lists(
    st.sampled_from(["A. Lima", "B. de Rocha", "C.-D. Santos", "É. Müller"]),
    min_size=1,
    max_size=3,
    unique=True,
)
TAILS = st.lists(
    st.sampled_from(
        [
            "vol. 7",
            "no. 8",
            "pp. 11–19",
            "p. 23",
            "in press",
            "a special issue",
            "Porto, Portugal",
            "ser. Waters",
            "X. Reis, Ed.",
            "Tech. Rep. 31",
            "Univ. Faro",
            "Art. no. 41",
            "Mar. 2024",
            "2023",
            "doi: 10.1000/ab",
            "arXiv:2401.00001",
            "Accessed: May 6, 2025",
            "[Online]. Available: https://flow.example/q",
        ]
    ),
    max_size=6,
    unique=True,
)


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(
    NAMES,
    st.sampled_from(
        ["“Rain on NASA,” <i>J. Flow</i>", "“Rain,” in <i>Proc. Flow</i>", "<i>Rain</i>"]
    ),
    TAILS,
)
def test_no_word_of_a_typed_reference_is_lost(tmp_path_factory, names, title, tails):
    from ieeelint.cli import main

    folder = tmp_path_factory.mktemp("typed")
    line = ", ".join([" and ".join(names), title, *tails]) + "."
    path, target = folder / "a.docx", folder / "a.bib"
    path.write_bytes(document(f"[heading 5] References\n[references] {line}\n"))
    assert main(["refs", "--to", "bibtex", "-o", str(target), str(path)]) == 0
    fields = next(iter(entries(target.read_text(encoding="utf-8")).values()))
    said = plain(" ".join(fields.values())).lower() + " " + " ".join(fields.values()).lower()
    typed = re.sub(r"</?i>|accessed: may 6, 2025", " ", line.lower())
    typed = re.sub(
        r"\b(vol|no|pp|p|ser|doi|arxiv|online|available|ed|and|in|art|tech|rep)\b", " ", typed
    )
    lost = [word for word in re.findall(r"\w+", typed) if word not in said]
    assert not lost, (line, fields)


VALUES = (
    st.lists(
        st.sampled_from(
            [*'ab{}\\@%"#,=~$ é', r"\{", r"\}", "\\\\", "@x{", "{A}", r"{\'e}", "@misc{z,"]
        ),
        min_size=1,
        max_size=12,
    )
    .map(lambda pieces: " ".join("".join(pieces).split()))
    .filter(bool)
)


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=3))
@example([r"x\\{a}"])
@example(["{\\"])
def test_every_reader_reads_back_what_was_written(values):
    record = Record("misc", "k", {f"field{n}": value for n, value in enumerate(values)}, "")
    text = written([record, Record("misc", "l", {"note": "end"}, "")], [], False)
    expected = {"k": record.fields, "l": {"note": "end"}}
    ours = {
        entry.key: {name: field.value for name, field in entry.fields.items()}
        for entry in parse(Source("x.bib", text)).entries
    }
    assert ours == expected
    theirs = entries(text)
    for fields in theirs.values():
        del fields[""]
    assert theirs == expected


def test_values_that_need_no_change_are_not_changed():
    for value in (r"{\'E}vora \& {MIMO}", r"$\{a\}$ of $x_{1}$", r"50\% of \$5", "a_b#c?d=%20"):
        assert Record("misc", "k", {"note": value}, "").fields["note"] == value
