"""BIB010: titles of journals and conferences in IEEE's words, as in the lists that IEEE prints."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.finding import Finding
from ieeelint.readers.bibtex import read
from ieeelint.running import run_rule
from ieeelint.tables import table
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def found(kind: str, field: str, title: str, additions: dict[str, Any] | None = None) -> list[str]:
    """The titles that the findings propose for an entry."""
    entry = f"@{kind}{{a, author = {{Ana Lima}}, title = {{Pipes}}, year = 2024, {field} = "
    rules.load()
    context = Context(read("refs.bib", entry + f"{{{title}}}}}"), vocabulary=Vocabulary(additions))
    return [_written(finding) for finding in run_rule(rules.REGISTRY["BIB010"], context)]


def _written(finding: Finding) -> str:
    assert finding.fix is not None and not finding.fix.safe
    (edit,) = finding.fix.edits
    return edit.text[1:-1]


# Names in full, and their forms in the reference lists of papers that IEEE edited.
CONFERENCES = {
    "AAAI Conference on Artificial Intelligence": "Proc. AAAI Conf. Artif. Intell.",
    "American Control Conference": "Proc. Amer. Control Conf.",
    "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics": (
        "Proc. 57th Annu. Meeting Assoc. Comput. Linguistics"
    ),
    "IEEE Applied Power Electronics Conference and Exposition (APEC)": (
        "Proc. IEEE Appl. Power Electron. Conf. Expo. (APEC)"
    ),
    "Asilomar Conference on Signals, Systems, and Computers": (
        "Proc. Asilomar Conf. Signals, Syst., Comput."
    ),
    "British Machine Vision Conference": "Proc. Brit. Mach. Vis. Conf.",
    "ACM SIGSAC Conference on Computer and Communications Security": (
        "Proc. ACM SIGSAC Conf. Comput. Commun. Secur."
    ),
    "CHI Conference on Human Factors in Computing Systems": (
        "Proc. CHI Conf. Hum. Factors Comput. Syst."
    ),
    "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition": (
        "Proc. IEEE/CVF Conf. Comput. Vis. Pattern Recognit."
    ),
    "Design, Automation and Test in Europe Conference and Exhibition": (
        "Proc. Design, Autom. Test Eur. Conf. Exhib."
    ),
    "Conference on Empirical Methods in Natural Language Processing": (
        "Proc. Conf. Empirical Methods Natural Lang. Process."
    ),
    "IEEE Annual Symposium on Foundations of Computer Science": (
        "Proc. IEEE Annu. Symp. Found. Comput. Sci."
    ),
    "ICASSP 2020-2020 IEEE International Conference on Acoustics, Speech and Signal Processing": (
        "Proc. ICASSP 2020-2020 IEEE Int. Conf. Acoust., Speech Signal Process."
    ),
    "IEEE/ACM International Conference on Computer-Aided Design": (
        "Proc. IEEE/ACM Int. Conf. Comput.-Aided Design"
    ),
    "IEEE/RSJ International Conference on Intelligent Robots and Systems": (
        "Proc. IEEE/RSJ Int. Conf. Intell. Robots Syst."
    ),
    "ACM SIGKDD International Conference on Knowledge Discovery and Data Mining": (
        "Proc. ACM SIGKDD Int. Conf. Knowl. Discovery Data Mining"
    ),
    "Annual IEEE/ACM International Symposium on Microarchitecture": (
        "Proc. Annu. IEEE/ACM Int. Symp. Microarchitecture"
    ),
    "Advances in Neural Information Processing Systems": "Adv. Neural Inf. Process. Syst.",
    "IEEE Power and Energy Society General Meeting": "Proc. IEEE Power Energy Soc. Gen. Meeting",
    "IEEE Congress on Evolutionary Computation": "Proc. IEEE Congr. Evol. Comput.",
    "IEEE International Symposium on Personal, Indoor and Mobile Radio Communications": (
        "Proc. IEEE Int. Symp. Pers., Indoor Mobile Radio Commun."
    ),
    "Thirty-Eighth Winter Simulation Conference": "Proc. 38th Winter Simul. Conf.",
    "Twentieth International Workshop on Pipes": "Proc. 20th Int. Workshop Pipes",
}


@pytest.mark.parametrize(("name", "form"), CONFERENCES.items())
def test_the_name_of_a_conference_is_abbreviated_as_ieee_prints_it(name, form):
    assert found("inproceedings", "booktitle", name) == [form]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("2020 IEEE international workshop on sand (I)", "Proc. 2020 IEEE Int. Workshop Sand (I)"),
        ("Flow and Sand, IEEE International Conference on", "Proc. IEEE Int. Conf. Flow Sand"),
        ("{IEEE} Conference on Sand {\\&} Water", "Proc. IEEE Conf. Sand Water"),
        ("Systems Conference on", "Proc. Syst. Conf."),
        ("Proc. of the 3rd Int. Conf. on Flow", "Proc. 3rd Int. Conf. Flow"),
        ("Proc. 3rd Int. Conf. on Flow", "Proc. 3rd Int. Conf. Flow"),
        ("In Proceedings of the Workshop on Flow", "Proc. Workshop Flow"),
        ("Proceedings - Symposium On Flow", "Proc. Symp. Flow"),
        ("Conference Record of the Flow Symposium", "Conf. Rec. Flow Symp."),
        ("Workshop on Knowledge-Based Systems.", "Proc. Workshop Knowl.-Based Syst."),
        ("Workshop on Flow: Systems (Information Systems)", (
            "Proc. Workshop Flow, Syst. (Information Systems)"
        )),
        ("Workshop on e-Business", "Proc. Workshop e-Bus."),
        ("Flow Systems Conference, Seoul, Republic of Korea", (
            "Proc. Flow Syst. Conf., Seoul, South Korea"
        )),
    ],
)  # fmt: skip
def test_other_spellings_of_conferences(name, form):
    assert found("inproceedings", "booktitle", name) == [form]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Communications of the ACM", "Commun. ACM"),
        ("Expert Systems with Applications", "Expert Syst. Appl."),
        ("Journal of Geography", "J. Geogr."),
        ("Journal of Hydrogeology", "J. Hydrogeol."),
        ("Journal of Neuroscience", "J. Neurosci."),
        ("Journal of Physics A: Mathematical and Theoretical", "J. Phys. A, Math. Theor."),
        ("Journal of the American Statistical Association", "J. Amer. Statist. Assoc."),
        ("Nature Communications", "Nature Commun."),
        ("The Computer Journal", "Comput. J."),
        ("Physical Review Letters", "Phys. Rev. Lett."),
        ("Proceedings of the National Academy of Sciences of the United States of America", (
            "Proc. Nat. Acad. Sci. USA"
        )),
        ("Scientific Reports", "Sci. Rep."),
        ("IEEE Transactions on Pipes", "IEEE Trans. Pipes"),  # not in IEEE's list
        ("Journal of AT\\&T Systems", "J. AT\\&T Syst."),
    ],
)  # fmt: skip
def test_the_title_of_a_journal_is_abbreviated_word_by_word(name, form):
    assert found("article", "journal", name) == [form]


@pytest.mark.parametrize("form", CONFERENCES.values())
def test_an_abbreviated_conference_is_right(form):
    assert found("inproceedings", "booktitle", form) == []


@pytest.mark.parametrize(
    ("kind", "field", "title"),
    [
        ("inproceedings", "booktitle", "Handbook of Information Systems"),  # a book
        ("incollection", "booktitle", "Proceedings of the Conference on Flow"),
        ("inproceedings", "booktitle", "Proc. IEEE Symp. Security Privacy"),  # both are printed
        ("inproceedings", "booktitle", "Flow, 2009. FLOW 2009. IEEE Conference on"),
        ("inproceedings", "booktitle", "Proceedings of the Workshop on $n$ Pipes"),
        ("inproceedings", "booktitle", "Proceedings of the \\emph{Workshop} on Pipes"),
        ("article", "journal", "Nature"),
        ("article", "journal", "Computing"),
        ("article", "journal", "Opt. Express"),
        ("article", "journal", "J. Phys. A"),
        ("article", "journal", "J. Human-Robot Flow"),
        ("article", "journal", "ACM Comput. Surveys"),
        ("article", "journal", "Annales de Physics"),
        ("article", "journal", "arXiv preprint on Information"),
        ("article", "journal", "Technical Report on Systems"),
        ("article", "journal", "IEEE Transactions on Information Theory"),  # BIB005
        ("article", "journal", "eLife of sand"),
    ],
)
def test_other_titles_are_left(kind, field, title):
    assert found(kind, field, title) == []


def test_no_form_that_ieee_prints_is_reported():
    forms = {form for forms in table("journals")["titles"].values() for form in forms}
    rest = "author = {Ana Lima}, title = {Pipes}, year = 2024"
    entries = "".join(f"@article{{a, {rest}, journal = {{{form}}}}}\n" for form in sorted(forms))
    rules.load()
    context = Context(read("refs.bib", entries.replace("&", "\\&")))
    assert [finding.message for finding in run_rule(rules.REGISTRY["BIB010"], context)] == []


def test_every_word_is_abbreviated_and_stays_so():
    words = table("publication_words")
    for word, form in words["forms"].items():
        if word in words["not_published"]:
            continue
        title = f"Journal of {word.title()} Flow"
        (better,) = found("article", "journal", title)
        assert better == f"J. {form} Flow"
        assert found("article", "journal", better) == [], better


def test_a_user_adds_words():
    additions = {"publication_words": {"forms": {"pipes": "Pip."}, "also_in_full": ["letter"]}}
    assert found("article", "journal", "Pipes and Sand", additions) == ["Pip. Sand"]
    assert found("article", "journal", "Letter Sand", additions) == []
