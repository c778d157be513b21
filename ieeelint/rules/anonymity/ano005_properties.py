"""ANO005: properties of the file that say who wrote it."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.leaks import leak, replaced
from ieeelint.views.properties import (
    HOME,
    ORGANIZATION,
    PATH,
    PERSON,
    WORDS,
    FileProperty,
    properties,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

CREDIT = r"\b(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Tt]aken|[Dd]rawn)\s(?:taken\s)?by\s[A-Z]"
HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n%! preamble\n"
IN_WORD = "Remove it in Word (File > Info > Check for Issues > Inspect Document)."


@rule(
    "ANO005",
    "anonymous-file-properties",
    ERROR,
    "calls for papers with double-anonymous review",
    bad=[
        HIDDEN + "\\usepackage{hyperref}\n\\hypersetup{pdfauthor={⟦Ana Lima⟧}, pdftitle={Flow}}",
        HIDDEN + "\\usepackage[colorlinks,pdfauthor=⟦Lima⟧]{hyperref}",
        HIDDEN + "\\pdfinfo{/Author (⟦Ana Lima⟧) /Title (Flow)}",
        "%! anonymous\n%! author\nAna Lima\n%! preamble\n\\hypersetup{pdfsubject={⟦By A. Lima⟧}}",
        "%! word\n%! anonymous\n[Body Text] Water is <ins>very </ins>wet.",
        "%! word\n%! anonymous\n[Body Text] Water is wet.<comment Why?/>",
    ],
    good=[
        "%! preamble\n\\usepackage{hyperref}\n\\hypersetup{pdfauthor={Ana Lima}}",
        HIDDEN
        + "\\usepackage{hyperref}\n\\hypersetup{pdfauthor={Anonymous Authors}, pdftitle={Flow}}",
        HIDDEN + "\\usepackage{hyperref}\n\\hypersetup{pdfauthor={}, pdfsubject={Flow}}",
        "%! word\n%! anonymous\n[Body Text] Water is wet.",
    ],
)
def file_properties(context: Context) -> Iterator[Finding]:
    """The properties of a draft for double-anonymous review name nobody.

    Reviewers see the author of a PDF file and of a Word file, the company, the last editor, and the
    people who tracked changes and wrote comments. A path such as that of the attached template may
    contain the name of a user.
    """
    if not context.profile.anonymous:
        return
    for one in properties(context.draft):
        words = _identifying(context, one)
        if not words:
            continue
        name = one.name[0].upper() + one.name[1:]
        how = IN_WORD if context.word is not None else "Delete it."
        edits = [] if context.word is not None else [replaced(one.span, "")]
        message = f'{name}: "{words}" identifies the authors. {how}'
        # a copy has no names of people in its properties anyway; "A" must not go everywhere
        yield leak(one.span, message, edits, [words] if one.kind in (WORDS, PATH) else [])


def _identifying(context: Context, one: FileProperty) -> str:
    """What a property says about the authors; empty if nothing."""
    value = one.value
    if one.kind in (PERSON, ORGANIZATION):
        unnamed = context.vocabulary.anonymity.unnamed
        return "" if value.lower() in unnamed or "anonym" in value.lower() else value
    if one.kind == PATH and pattern(HOME).search(value):
        return value
    names = any(context.identity.in_notes(value)) or context.identity.in_address(value)
    return value if names or pattern(CREDIT).search(value) else ""
