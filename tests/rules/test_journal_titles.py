"""BIB005: every form that IEEE prints is right, and only the form of today is proposed."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers import read as read_paper
from ieeelint.readers.bibtex import read
from ieeelint.running import run_rule
from ieeelint.tables import table
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

TITLES: dict[str, list[str]] = table("journals")["titles"]
MACROS: dict[str, list[str]] = table("journal_macros")["macros"]
FORMS = sorted({form for forms in TITLES.values() for form in forms})


def in_bib(journals: list[str], additions: dict[str, Any] | None = None) -> list[Finding]:
    """The findings in a .bib file with an article in each journal, one journal a line."""
    entries = "".join(
        f"@article{{k{at}, author = {{Ana Lima}}, title = {{Pipes}}, year = 2024, journal = "
        f"{{{journal.replace('&', chr(92) + '&')}}}}}\n"
        for at, journal in enumerate(journals)
    )
    rules.load()
    context = Context(read("refs.bib", entries), vocabulary=Vocabulary(additions))
    return run_rule(rules.REGISTRY["BIB005"], context)


def written(finding: Finding) -> str:
    """What the fix writes, without the braces of a field."""
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    return edit.text.strip("{}").replace("\\&", "&")


def typed_list(folder: Path, items: list[str]) -> list[Finding]:
    """The findings in a typed list in LaTeX with these containers, written with their commands."""
    entries = "".join(
        f"\\bibitem{{k{at}}} A. Lima, ``Pipes,'' {item} vol. 1, pp. 3--9, 2020.\n"
        for at, item in enumerate(items)
    )
    for name, content in assemble("%! references\n" + entries).items():
        (folder / name).write_text(content, encoding="utf-8")
    rules.load()
    return run_rule(rules.REGISTRY["BIB005"], Context(read_paper(str(folder / "main.tex"))))


# -- forms that are right --------------------------------------------------------------------


def test_no_form_that_ieee_prints_is_reported_in_a_bib_file():
    assert len(FORMS) > 400
    assert [finding.message for finding in in_bib(FORMS)] == []


def test_no_form_that_ieee_prints_is_reported_in_a_typed_list(tmp_path):
    items = ["\\emph{" + form.replace("&", "\\&") + "}," for form in FORMS]
    assert [finding.message for finding in typed_list(tmp_path, items)] == []


def test_no_title_of_a_macro_of_ieeeabrv_is_reported():
    assert in_bib([short for short, _ in MACROS.values()]) == []


def test_macros_of_ieeeabrv_in_full_lead_to_their_journals():
    """IEEEfull.bib has some titles wrong; authors copied them nevertheless."""
    full = [title for _, title in MACROS.values() if title not in FORMS]
    assert len(in_bib(full)) == len(full)


@pytest.mark.parametrize("pair", table("journals")["same_words"].items())
def test_words_that_ieee_prints_in_two_forms_may_replace_each_other(pair):
    word, other = pair
    containing = [form for form in FORMS if {word, other} & set(form.split())]
    assert containing
    for form in containing:
        exchange = {word: other, other: word}
        changed = " ".join(exchange.get(part, part) for part in form.split())
        assert in_bib([changed]) == [], changed


@pytest.mark.parametrize(
    "journal",
    [
        "IEEE Trans. Syst. Man Cybern. Syst.",  # without commas
        "IEEE Trans.~Inf.~Theory",
        "{IEEE} Trans. Inf. Theory",
        "IEEE Trans. Biom., Behav. Identity Sci.",
        "IEEE Transl. J. Magn. Japan",  # as in IEEE's template
        "IEEE Transactions on Pipes and Sand",  # not a journal
        "IEEE Trans. Control",  # may be several
        "J. Flow",
        "Journal of Flow",
        "Computers",
        "Proceedings of the IEEE Conference on Flow",
        "IEEE",
        "",
    ],
)
def test_other_titles_are_left(journal):
    assert in_bib([journal]) == []


# -- forms that are proposed -----------------------------------------------------------------


def test_the_form_to_write_is_never_a_slip():
    """No slip of IEEEabrv.bib, no small word, and the kind of periodical is in the form."""
    kinds = {"Transactions": "Trans.", "Magazine": "Mag.", "Letters": "Lett.", "Journal": "J."}
    # former and wrong titles of periodicals that have no such word, or another one, today
    renamed = {"Computer", "IEEE Access", "IEEE Micro", "IEEE Netw.", "IEEE Softw.", "IEEE Spectr."}
    renamed |= {"China Commun.", "IEEE Internet Comput.", "IEEE Pers. Commun."}
    renamed |= {"IEEE Comput. Sci. Eng."}
    for title, (form, *_) in TITLES.items():
        assert not {"on", "and", "in", "of", "the", "&"} & set(form.split()), form
        for word, short in kinds.items():
            if word in title.split() and form not in renamed and "Emerging and Sel" not in title:
                assert short in form.split(), (title, form)


def test_every_title_in_full_leads_to_the_first_form_which_is_right():
    full = [title for title in TITLES if title not in FORMS]
    assert len(full) > 350
    findings = in_bib(full)
    assert [written(finding) for finding in findings] == [TITLES[title][0] for title in full]


@pytest.mark.parametrize(
    ("journal", "form"),
    [
        ("IEEE Trans. Inform. Theory", "IEEE Trans. Inf. Theory"),
        ("IEEE TRANSACTIONS ON INFORMATION THEORY", "IEEE Trans. Inf. Theory"),
        ("IEEE Trans. on Information Theory", "IEEE Trans. Inf. Theory"),
        ("IEEE Trans Inf Theory", "IEEE Trans. Inf. Theory"),
        ("IEEE trans. inf. theory", "IEEE Trans. Inf. Theory"),
        ("Information Theory, IEEE Transactions on", "IEEE Trans. Inf. Theory"),
        ("Networking, IEEE/ACM Transactions on", "IEEE/ACM Trans. Netw."),
        ("IEEE-ACM Transactions on Networking", "IEEE/ACM Trans. Netw."),
        ("Proceedings of the IEEE", "Proc. IEEE"),
        ("Proc. of the IEEE", "Proc. IEEE"),
        ("Journal of Lightwave Technology", "J. Lightw. Technol."),
        ("IEEE/Optica Journal of Lightwave Technology", "J. Lightw. Technol."),
        ("IT Professional", "IT Prof."),
        (
            "IEEE Transactions on Circuits and Systems I-Regular Papers",
            "IEEE Trans. Circuits Syst. I, Reg. Papers",
        ),
        (
            "IEEE Transactions on Systems, Man, and Cybernetics, Part B (Cybernetics)",
            "IEEE Trans. Syst., Man, Cybern. B, Cybern.",
        ),
        (
            "IEEE Transactions on Systems, Man, and Cybernetics - Part A: Systems and Humans",
            "IEEE Trans. Syst., Man, Cybern. A, Syst. Humans",
        ),
        (
            "IEEE Transactions on Very Large Scale Integration Systems",
            "IEEE Trans. Very Large Scale Integr. (VLSI) Syst.",
        ),
        (
            "IEEE Journal of Emerging and Selected Topics in Power Electronics",
            "IEEE J. Emerg. Sel. Topics Power Electron.",
        ),
        ("IEEE Transactions on Field Robotics", "IEEE Trans. Field Robot."),
    ],
)
def test_a_title_in_another_spelling_leads_to_the_form_of_today(journal, form):
    assert [written(finding) for finding in in_bib([journal])] == [form]


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("\\emph{IEEE Transact. Inf. Theory},", "\\emph{IEEE Trans. Inf. Theory},"),
        ("\\emph{IEEE Trans. Automatic Contr.},", "\\emph{IEEE Trans. Autom. Control},"),
        ("\\emph{IEEE Transact. Robotics}.", "\\emph{IEEE Trans. Robot}."),
        ("\\emph{IEEE Transact. Robotics,}", "\\emph{IEEE Trans. Robot.,}"),
        ("\\emph{IEEE Trans. Automatic Contr.}", "\\emph{IEEE Trans. Autom. Control.}"),
        ("\\emph{IEEE Trans. Signal Proc.},", "\\emph{IEEE Trans. Signal Process.},"),
        ("\\emph{IEEE Trans. Signal Processing},", "\\emph{IEEE Trans. Signal Process.},"),
    ],
)
def test_a_typed_title_keeps_one_period_at_its_end(tmp_path, item, after):
    (finding,) = typed_list(tmp_path, [item])
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    source = (tmp_path / "main.tex").read_text(encoding="utf-8")
    fixed = source[: edit.span.start] + edit.text + source[edit.span.end :]
    assert after in fixed


# -- additions of the user -------------------------------------------------------------------


def test_a_user_adds_titles_and_forms_and_removes_forms():
    additions = {
        "journals": {
            "titles": {
                "IEEE Transactions on Pipes and Sand": ["IEEE Trans. Pipes Sand"],
                "IEEE Access": ["IEEE Acc."],
                "IEEE Security & Privacy": ["-IEEE Security Privacy", "-IEEE Secur. Privacy Mag."],
                "IEEE Micro": ["-IEEE Micro"],
            },
            "same_words": {"Flexib.": "Flex."},
        }
    }
    right = ["IEEE Trans. Pipes Sand", "IEEE Acc.", "IEEE Access", "IEEE J. Flexib. Electron."]
    assert in_bib(right, additions) == []
    wrong = ["IEEE Transactions on Pipes and Sand", "IEEE Security & Privacy", "IEEE Micro"]
    assert [written(finding) for finding in in_bib(wrong, additions)] == [
        "IEEE Trans. Pipes Sand",
        "IEEE Secur. Privacy",
    ]
