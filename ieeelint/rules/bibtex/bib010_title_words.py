"""BIB010: the words of other publishers' journals and of conferences, abbreviated."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_fields import fields_of, kind_of
from ieeelint.patterns import pattern
from ieeelint.printing.journal_titles import abbreviation
from ieeelint.printing.publication_words import is_conference, shortened
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ARTICLE = "@article{lima, author = {Ana Lima}, title = {Flow}, year = 2024, journal = %s}"
PAPER = "@inproceedings{lima, author = {Ana Lima}, title = {Flow}, year = 2024, booktitle = %s}"
TYPED = "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' %s, vol. 1, pp. 3--9, 2020."
PROCEEDINGS = ("inproceedings", "conference")


def _article(journal: str) -> str:
    return HEAD + ARTICLE.replace("%s", journal)


def _paper(book_title: str) -> str:
    return HEAD + PAPER.replace("%s", book_title)


def _typed(words: str) -> str:
    return TYPED.replace("%s", words)


@rule(
    "BIB010",
    "bib-title-words",
    INFO,
    "IEEE Reference Guide, Sections II and IV",
    bad=[
        _article("⟦{Journal of Machine Learning Research}⟧"),
        _article("⟦{Communications of the {ACM}}⟧"),
        _article("⟦{J. Neuroscience}⟧"),
        _paper("⟦{2020 IEEE International Conference on Flow (ICF)}⟧"),
        _article("⟦{Journal of Topology, Flow, and Sand}⟧"),
        _article("⟦{npj Flow Systems}⟧"),
        _paper("⟦{Advances in Neural Information Processing Systems}⟧"),
        _paper("⟦{Flow, IEEE Conference on}⟧"),
        _paper("⟦{Workshop on Knowledge-Based Systems (Information Systems).}⟧"),
        _paper("⟦{Workshop on Flow Systems.}⟧"),
        _paper("⟦{Proc. of the 3rd Int. Conf. Flow}⟧"),
        _paper("⟦{Proceedings of the Thirty-First Workshop on Pipes}⟧"),
        _typed("\\emph{⟦Journal of Flow⟧}"),
        "%! references\n\\newcommand{\\jf}{Journal of Flow}\n\\bibitem{lima} A. Lima, ``Pipes,''"
        " \\emph{⟦\\jf⟧}, vol. 1, pp. 3--9, 2020.",
        _typed("in \\emph{⟦Proceedings of the Workshop on Pipes⟧}"),
        (
            "%! word\n"
            "[references] A. Lima, “Sand,” <i>⟦Pattern Recognition Letters⟧</i>, vol. 2, pp. 3–9,"
            " Mar. 2020."
        ),
    ],
    good=[
        _article("{J. Mach. Learn. Res.}"),
        _article("{Nature}"),
        _article("{J. Phys. A}"),
        _article("{J. Human-Robot Flow}"),
        _article("{ACM Comput. Surveys}"),  # both are printed
        _article("{Sand and Water}"),
        _article("{arXiv preprint arXiv:2401.00001}"),
        _article("{Revista de Engineering}"),
        _article("{IEEE Transactions on Information Theory}"),  # BIB005
        _article("{IEEE Trans. Inf. Forensics Security}"),
        _paper("{Proc. 2020 IEEE Int. Conf. Flow (ICF)}"),
        _paper("{Proc. IEEE Symp. Security Privacy}"),
        _paper("{Flow, 2009. FLOW 2009. IEEE Conference on}"),
        _paper("{Handbook of Information Systems}"),
        _paper("{Proceedings of the Workshop on $n$ Pipes}"),
        _paper("{}, crossref = {pipes}").replace("booktitle = {}, ", "")
        + "\n@proceedings{pipes, booktitle = {Workshop on Systems}}",
        _typed("\\emph{J. Flow}"),
        "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{Information Sand}, 2020.",
        _typed("in \\emph{Handbook of Information}"),
    ],
    fixes=[
        (
            _article("⟦{Journal of Neuroscience \\& Robotics}⟧"),
            _article("{J. Neurosci. Robot.}"),
        ),
        (
            _paper("⟦{2020 IEEE international conference on flow (ICF)}⟧"),
            _paper("{Proc. 2020 IEEE Int. Conf. Flow (ICF)}"),
        ),
        (
            _paper("⟦{Proceedings of the Thirty-First Workshop on Pipes}⟧"),
            _paper("{Proc. 31st Workshop Pipes}"),
        ),
        (_typed("\\emph{⟦Journal of Flow⟧}"), _typed("\\emph{J. Flow}")),
        (_typed("\\emph{⟦Flow Systems⟧}."), _typed("\\emph{Flow Syst}.")),
    ],
    formats=("latex", "word", "bibtex"),
)
def title_words(context: Context) -> Iterator[Finding]:
    """Words in the titles of journals and conferences are abbreviated from IEEE's list.

    IEEE does not use ISO 4, but its own words: "Nat.", not "Natl."; "Statist.",
    not "Stat."; a word that the list does not have is written in full, and a
    title of one word, too. Small words are left out. A conference begins with
    "Proc.", and its number is in figures: "Proc. 31st Int. Conf. Flow". IEEE's
    own titles are checked by BIB005.
    """
    text = context.paper.text
    for _, parts in context.index.typed_entries:
        container = fields_of(parts).get("container")
        if container is None:
            continue
        start, end = container.place
        is_part = pattern(r"\bin:?\s+\Z").search(parts.plain, max(start - 5, parts.start), start)
        better = _better(context, container.words, is_part is not None)
        if better is not None and (is_part or kind_of(parts) == "article"):
            end = start + len(parts.plain[start:end].rstrip(" ,."))
            is_ended = parts.plain[end : end + 1] == "."
            span = text.span(start, end)
            written = better.removesuffix(".") if is_ended else better
            fix = Fix(Edit(span, written), safe=False) if text.is_typed(start, end) else None
            yield Finding(span, f'Abbreviate the words as IEEE does: "{better}".', fix)
    for entry in cited(context):
        is_paper = entry.kind in PROCEEDINGS
        field = entry.field(*(("booktitle",) if is_paper else ("journal", "journaltitle")))
        if field is None or field.inside is None or field.name not in entry.fields:
            continue
        better = _better(context, field.value, is_paper)
        if better is not None:
            value = "{" + better.replace("&", "\\&") + "}"
            yield Finding(
                field.span,
                f"Abbreviate the words as IEEE does: {field.name} = {value}.",
                Fix(Edit(field.span, value), safe=False),
            )


def _better(context: Context, title: str, is_paper: bool) -> str | None:
    """The abbreviated title of a conference or, if the work is not a paper of one, of a journal."""
    table = context.vocabulary.publication_words
    if is_paper:
        return shortened(table, title, True) if is_conference(table, title) else None
    journals = context.vocabulary.journals
    return shortened(table, title) if abbreviation(journals, title) is None else None
