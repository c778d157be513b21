"""BIB006: author fields that BibTeX misreads."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import BIBLATEX, HEAD
from ieeelint.rules.support.name_losses import in_names
from ieeelint.rules.support.organizations import unbraced_organizations
from ieeelint.rules.support.works import (
    BIBTEX,
    cited,
    part,
    places_of_names,
    uses_biblatex,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field
    from ieeelint.tables.part_views import Citations

ENTRY = "@misc{lima, title = {Flow}, year = 2024, author = {%s}}"
ET_AL = r"(?:,?\s+and)?,?\s+(?:\\(?:emph|textit)\s?\{|\{\\(?:it|em)\s)?et\.?[\s~]+al\b\.?\}?,?"
# In what follows a name after a semicolon in exported entries: "Lima, A.; Dept. of Flow".
AFFILIATION = (
    r"\bof\b|\b(?:Univ|Dept|Sch|Inst|Lab|Coll|Fac|Div|Corp|Inc|Ltd|Res|Comput|Eng|Sci|Technol)\b"
)


def _example(names: str) -> str:
    return HEAD + ENTRY.replace("%s", names)


@rule(
    "BIB006",
    "bib-author-field",
    WARNING,
    "IEEE conference template, References; IEEEtran.bst 1.14",
    bad=[
        _example("A. Lima ⟦et al.⟧"),
        _example("Ana Lima ⟦and others⟧"),
        _example("Ana Lima and Bo Wu ⟦and others⟧"),
        _example("⟦A. Lima, B. Wu, and C. Xu⟧"),
        _example("⟦A. Lima, B. Wu⟧"),
        _example("Ana Lima ⟦\\&⟧ Bo Wu"),
        _example("Ana Lima⟦;⟧ Bo Wu"),
        _example("Lima, A. ⟦;⟧ Dept. of Water, Sand"),
        _example("Lima, A. ⟦;⟧ Porto University"),
        _example("⟦World Health Organization⟧"),
        _example("⟦Institute of Electrical and Electronics Engineers⟧"),
        _example("Bo Wu and Ana Sand and ⟦Food and Agriculture Organization⟧"),
        _example("⟦Centre for Sand and Water and Society⟧ and Ana Lima"),
        _example("⟦Ministry of Sand⟧ and Office of Science"),
        _example("Bo Wu and ⟦World Health Organization⟧ and Ana Lima"),
        _example("⟦University of Porto⟧ and {World Bank} and Bo Wu"),
        _example("⟦University of Porto⟧ and Porto"),
        _example("Ana Li and Bo Wu and Cy Xu and Di Yu and Ed Zhu and ⟦Ma Group⟧ and others"),
        _example("⟦University of Porto⟧ and Sandlab Instruments"),
        _example("⟦Lima, Ana, Costa, Bo⟧"),
        _example("⟦Lima, Ana, Costa⟧"),
        _example("Bo Costa and ⟦Lima, Ana,⟧"),
        _example("Bo Costa⟦ 0001⟧"),
        _example("⟦Dr. ⟧Ana Lima"),
        _example("Ana Lima⟦, Ph.D.⟧"),
        _example("⟦Özgür⟧ Costa"),
        _example("李, ⟦明⟧"),
        _example("⟦family=Lima, given=Ana⟧"),
    ],
    good=[
        _example("Lima, Ana and van der Berg, Jr., Bo and {World Health Organization}"),
        _example("A. Lima and B. Wu and C. Xu and D. Yu and E. Zhu and F. Ma and others"),
        _example("{AT\\&T Labs} and Lima, A. B."),
        _example("Alexandre, Costa and Ericsson"),
        _example("FLW, RIO"),
        _example("Jean-Paul Özgün and {Özgür} Costa and Lima, III, Ana"),
        _example("O’Lima, –"),
        BIBLATEX + "@misc{lima, title = {Flow}, author = {family=Lima, given=Ana and Özgür Yu}}",
    ],
    fixes=[
        (_example("⟦World Health Organization⟧"), _example("{World Health Organization}")),
        (
            _example("⟦National Institute of Sand and Technology⟧ and Ana Lima"),
            _example("{National Institute of Sand and Technology} and Ana Lima"),
        ),
        (_example("⟦Lima, Ana,⟧"), _example("Lima, Ana")),
        (_example("Bo Costa⟦ 0001⟧"), _example("Bo Costa")),
        (_example("⟦Prof. Dr.-Ing. ⟧Ana Lima"), _example("Ana Lima")),
        (_example("⟦Özgür⟧ Costa"), _example('{\\"{O}}zgür Costa')),
        (_example("A. Lima ⟦;⟧ B. Wu"), _example("A. Lima and B. Wu")),
        (_example("A. Lima ⟦\\&⟧ B. Wu"), _example("A. Lima and B. Wu")),
        (_example("⟦A. Lima, B. Wu, and C. Xu⟧"), _example("A. Lima and B. Wu and C. Xu")),
    ],
    formats=BIBTEX,
)
def author_field(context: Context) -> Iterator[Finding]:
    """Join the names of authors with "and", put organizations in braces, and name all authors.

    BibTeX reads the words before a comma as the surname, so names joined by
    commas are mixed up. "and others" prints as et al., which is only for works
    with six or more authors, after the first of them. "World Health
    Organization" without braces prints as "W. H. Organization". A title such as
    "Dr.", and a number that a database adds to a name, print as parts of the
    name. BibTeX reads bytes: of a given name that begins with a letter outside
    ASCII, it prints all or half a letter.
    """
    citations = context.vocabulary.citations
    is_biblatex = uses_biblatex(context)
    for entry in cited(context):
        for name in ("author", "editor"):
            field = entry.fields.get(name)
            if field is not None and field.inside is not None and field.value:
                yield from _check_names(field, citations, is_biblatex)


def _check_names(field: Field, citations: Citations, is_biblatex: bool) -> Iterator[Finding]:
    """Findings about the names in one field."""
    assert field.inside is not None
    text = field.inside.text
    et_al = pattern(ET_AL).search(text)
    if et_al:
        start = et_al.start() + len(et_al.group()) - len(et_al.group().lstrip(" ,"))
        yield Finding(
            part(field, start, et_al.end()),
            'BibTeX reads "et al." as a name. List all authors; if there are six or more, you may'
            ' write the first and "and others".',
            None,
            ERROR,
        )
        return
    places = places_of_names(text)
    names = [text[start:end] for start, end in places]
    if len(names) > 1 and names[-1] == "others" and len(names) <= 6:
        start = text.rindex("others")
        start = text[:start].rstrip().rfind("and")
        if len(names) == 2:  # right if the work has many authors
            message = (
                '"and others" prints "et al.", which IEEE uses only for six or more authors. If'
                " this work has fewer, list all of them."
            )
        else:
            message = (
                f'"and others" after {len(names) - 1} authors prints "et al." IEEE lists all'
                ' authors, or prints only the first and "et al." if there are six or more.'
            )
        yield Finding(
            part(field, start, len(text.rstrip())),
            message,
            severity=INFO if len(names) == 2 else "",
        )
    organization = rf"\b{any_of(citations.organizations)}(?![\w-])"
    joined = list(_separators(field, text, organization))
    yield from joined
    yield from unbraced_organizations(field, places, citations)
    if not joined:
        yield from in_names(field, places, is_biblatex)


def _separators(field: Field, text: str, organization: str) -> Iterator[Finding]:
    """Names joined by a comma, a semicolon, or an ampersand."""
    sign = pattern(r"(?<![\\\w])(?:;|\\?&)(?!\w)|(?<=\w);").search(text)
    if sign and text[: sign.start()].count("{") == text[: sign.start()].count("}"):
        following = text[sign.end() :].partition(";")[0].partition(" and ")[0]
        if sign.group() == ";" and pattern(f"{AFFILIATION}|{organization}").search(following):
            yield Finding(
                part(field, *sign.span()),
                'If the words after ";" are an affiliation, delete them. Join names with "and".',
                severity=ERROR,
            )
            return
        between = (
            text[sign.start() - 1 : sign.start()].isspace()
            and text[sign.end() : sign.end() + 1].isspace()
        )
        fix = Fix(Edit(part(field, *sign.span()), "and")) if between else None
        yield Finding(
            part(field, *sign.span()),
            f'Join names with "and", not with "{sign.group()}".',
            fix,
            ERROR,
        )
        return
    joined = pattern(
        r"\s*(?:and\s+)?((?:[A-Z][.\-~\s]{1,3}){1,4}[A-Z][\w'’-]+)\s*(?:,|\Z|\s(?=and\s))"
    )
    at, count, commas = 0, 0, 0
    while (match := joined.match(text, at)) and match.end() > at:
        count += 1
        commas += match.group().rstrip().endswith(",")
        at = match.end()
    if commas and count > 1 and at >= len(text.rstrip()):
        people = [name.group(1) for name in joined.finditer(text)]
        start = len(text) - len(text.lstrip())
        span = part(field, start, len(text.rstrip()))
        yield Finding(
            span,
            f'Join names with "and": {" and ".join(people[:3])}{" …" if len(people) > 3 else ""}.'
            " A comma belongs only between surname and given name.",
            Fix(Edit(span, " and ".join(people))),
            ERROR,
        )
