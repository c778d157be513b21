"""``refs --to bibtex`` of typed lists: no word is lost."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_exchange import entries
from typed_references import latex

from ieeelint.printing.words import plain
from ieeelint.starters.word import document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

MIXED = """\
A. B. Lima and J.-P. Muñoz, “Flow in MIMO pipes of Évora,” <i>J. Flow</i>, vol. 3, no. 2, pp. 1998–2005, Mar. 2024.
A. Lima, B. Rocha, and C. von Stein, “Sand in CO<sub>2</sub>,” in <i>Proc. 3rd Int. Conf. Flow (ICF)</i>, ser. Lect. Notes Comput. Sci., vol. 2019, Porto, Portugal, Jul. 3–5, 2022, pp. 11–19.
C. Rocha, <i>Pipes and Water</i>, 2nd ed. Porto, Portugal: Rio Press, 2023, ch. 3, sec. 2, pp. 12–15.
B. Santos, “On rain,” Ph.D. dissertation, Dept. Flow, Univ. Porto, Porto, Portugal, 2020.
D. Costa, “Snow &amp; ice,” Flow Lab, Porto, Portugal, Tech. Rep. 1999-12, Feb. 2014.
E. Prata, “A pipe,” U.S. Patent 3 624 125, Jul. 16, 1990.
<i>Flow of Water</i>, IEEE Std. 1234-2019, 2020.
F. Gomes <i>et al.</i>, “What is wet?” <i>J. Flow</i>, vol. 8, Art. no. 2017, 2019, doi: 10.1000/xyz(1).
G. Alves, Jr., “Mist,” in <i>Handbook of Sand</i>, 3rd ed., W. Reis, Ed. Faro, Portugal: Rio, 2018, ch. 12.
H. Dias, “Rain,” 2023, <i>arXiv:2301.00001</i>.
I. Faria, “Hail,” M.S. thesis, ETH, Zürich, Switzerland, 2001.
Rain Society. “Rates of rain.” Rain Site. Accessed: Mar. 5, 2024. [Online]. Available: https://rain.example/a_b#c
J. Luz, “On {sets} of 50% &amp; $5 #1 x_y ~ ^,” <i>Proc. IEEE</i>, vol. 1, 1999.
K. Melo, “Наука о песке,” <i>Песок</i>, vol. 3, 2020.
Lima, A., Rocha, B.: Rain of May. J. Flow 3(2), 1998–2005 (2019)
Lima A, Santos B. Rain over 5% of it. J Flow 2020;3:1–9.
Lima, A. (2019). Rain of all days. <i>Journal of Flow</i>, 3(2), 1–9. https://doi.org/10.1000/q
M. Nunes, “Fog,” presented at the Int. Flow Conf., Porto, Portugal, Mar. 3–5, 2020, Paper 12.
N. Orta, private communication, May 2020.
O. Pires, “Drops,” unpublished.
P. Quental, “Dew,” submitted for publication.
Q. Ramos, “Ice,” <i>J. Flow</i>, in press.
R. Sá, “A “quoted” word in it,” <i>J. Flow</i>, vol. 3, 2020.
S. Tito, “Frost: A view of 2001,” <i>J. Flow</i>, vol. 3, nos. 1/2, pp. 3–4 and 9, Spring 2020.
Water.
""".splitlines()  # noqa: E501


def as_latex(sketch: str) -> str:
    """A reference of a sketch as an author types it in LaTeX."""
    named = {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"}
    words = re.sub(r"[\\{}%$#_~^]", lambda one: named.get(one[0], "\\" + one[0]), sketch)
    words = words.replace("<sub>", "\\textsubscript{").replace("<i>", "\\emph{")
    words = words.replace("</sub>", "}").replace("</i>", "}").replace("&amp;", "\\&")
    return words.replace("“", "``").replace("”", "''").replace("–", "--")


def normalized(text: str) -> list[str]:
    """The words and numbers, without accents and scripts."""
    flat = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[^\W_]+", "".join(one for one in flat if not unicodedata.combining(one)))


LABELS = "vol no nos pp p ch ser doi arxiv online available ed and in al et accessed".split()


def assert_nothing_is_lost(sketch: str, found: dict[str, str]) -> None:
    said = set(normalized(plain(" ".join(found.values()))) + normalized(" ".join(found.values())))
    if "urldate" in found:
        year, month, day = found["urldate"].split("-")
        said |= {year, "mar" if month == "03" else month, day.lstrip("0")}
    typed = normalized(re.sub(r"</?\w+>|https://doi\.org/", "", sketch).replace("&amp;", "&"))
    joined = "".join(normalized(" ".join(found.values())))
    lost = [w for w in typed if w not in said | set(LABELS) and not (w.isdigit() and w in joined)]
    lost = [
        word for word in lost if word not in ("2nd", "3rd", "std", "dissertation", "ph", "d", "s")
    ]
    lost = [word for word in lost if word not in ("tech", "rep", "patent", "art", "phd")]
    assert not lost, (lost, found)


def test_no_word_of_many_kinds_is_lost_in_word(run, tmp_path):
    path = tmp_path / "d.docx"
    lines = "".join(f"[references] {words}\n" for words in MIXED)
    path.write_bytes(document("[heading 5] References\n" + lines))
    status, out, err = run("refs", "--to", "bibtex", str(path))
    found = entries(out)
    assert status == 0 and len(found) == len(MIXED), err
    for sketch, fields in zip(MIXED, found.values(), strict=True):
        assert_nothing_is_lost(sketch, fields)


def test_no_word_of_many_kinds_is_lost_in_latex(run, tmp_path):
    path = tmp_path / "p.tex"
    path.write_text(latex(*map(as_latex, MIXED)), encoding="utf-8")
    status, out, _ = run("refs", "--to", "bibtex", str(path))
    found = entries(out)
    assert status == 0 and list(found) == [f"k{n}" for n in range(len(MIXED))]
    for sketch, fields in zip(MIXED, found.values(), strict=True):
        assert_nothing_is_lost(sketch, fields)


def test_links_of_word_are_kept(run, tmp_path):
    written = docx.Document(
        io.BytesIO(
            document(
                "[heading 5] References\n"
                "[references] A. Lima, “Rain,” <i>J. Flow</i>, vol. 3, 2020.\n"
            )
        )
    )
    paragraph = written.paragraphs[-1]
    for address in ("https://doi.org/10.1000/q", "https://a.example/b"):
        key = written.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True)
        paragraph._p.append(
            parse_xml(
                f'<w:hyperlink {W} {R} r:id="{key}"><w:r><w:t> Link</w:t></w:r></w:hyperlink>'
            )
        )
    path = tmp_path / "d.docx"
    written.save(str(path))
    (found,) = entries(run("refs", "--to", "bibtex", str(path))[1]).values()
    assert (found["doi"], found["url"]) == ("10.1000/q", "https://a.example/b")


@pytest.mark.thorough
def test_bibtex_and_pdflatex_print_what_is_written(run, tmp_path):
    source = tmp_path / "typed.tex"
    odd = [
        "J.‑P. Lima, “Set { of {{ ½ ⅓ ẽ ế ﬁ « » α ≥ → € \u2009 …,” <i>J. Flow</i>, vol. 3, 2020."
    ]
    latin = [words for words in MIXED if "Песок" not in words]
    source.write_text(latex(*map(as_latex, latin + odd)), encoding="utf-8")
    out = run("refs", "--to", "bibtex", str(source))[1]
    (tmp_path / "out.bib").write_text(out, encoding="utf-8")
    (tmp_path / "p.tex").write_text(
        "\\documentclass{IEEEtran}\n\\usepackage[T1]{fontenc}\n\\usepackage{url}\n\\begin{document}\n"
        "A.\\nocite{*}\n\\bibliographystyle{IEEEtran}\n\\bibliography{out}\n\\end{document}\n"
    )
    for program in ("pdflatex", "bibtex", "pdflatex"):
        options = ["-interaction=nonstopmode"] if program == "pdflatex" else []
        words = [program, *options, "p"]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, errors="replace")
        assert "error message" not in done.stdout, done.stdout
        assert "\n!" not in done.stdout, done.stdout
    assert (tmp_path / "p.pdf").exists()


PIECES = st.lists(
    st.sampled_from(
        [
            "A. Lima",
            "“Rain”",
            "“Rain on NASA,”",
            "<i>J. Flow</i>",
            "in <i>Proc. Flow</i>",
            "vol. 2019",
            "no. 8",
            "pp. 1998–2005",
            "2003",
            "(2004)",
            "Mar. 2007",
            "ser. Lect. Notes",
            "Porto, Portugal",
            "Rio: Press",
            "a remark",
            "Ph.D. thesis",
            "Univ. Faro",
            "Tech. Rep. 31",
            "IEEE Std. 5",
            "{",
            "}",
            "\\",
            "100%",
            "[30]",  # not the number of the next entry
            "“",
            "”",
            "Песок",
            "doi: 10.1000/ab",
            "https://a.example/2001",
            "Available: here",
            "Art. no. 4",
            "arXiv:2401.00001",
            "J.‑P. Sá, Ed.",
            "3rd ed.",
            "—",
            "H<sub>2</sub>O",
        ]
    ),
    min_size=1,
    max_size=9,
).filter(lambda pieces: any(map(str.isalnum, pieces[0])) and pieces[0] != "[30]")


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(
    references=st.lists(PIECES, min_size=1, max_size=3),
    separator=st.sampled_from([", ", " ", ". "]),
)
@example(references=[["<i>J. Flow</i>", "(2004)", "Mar. 2007"]], separator=", ")
@example(references=[["“Rain”", "H<sub>2</sub>O", "J.‑P. Sá, Ed."]], separator=". ")
def test_any_typed_list_is_read_back_without_loss(tmp_path_factory, references, separator):
    from ieeelint.cli import main

    folder = tmp_path_factory.mktemp("any")
    lines = [separator.join(pieces) + "." for pieces in references]
    path, target = folder / "a.docx", folder / "a.bib"
    sketch = "".join(f"[references] {line}\n" for line in lines)
    path.write_bytes(
        document("[heading 5] References\n[references] X. Reis, “First,” 2020.\n" + sketch)
    )
    assert main(["refs", "--to", "bibtex", "-o", str(target), str(path)]) == 0
    found = list(entries(target.read_text(encoding="utf-8")).items())
    assert len({key.lower() for key, _ in found}) == len(found) == len(lines) + 1
    for line, (_, fields) in zip(lines, found[1:], strict=True):
        assert_nothing_is_lost(line, fields)
