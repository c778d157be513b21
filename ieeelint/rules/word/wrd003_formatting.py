"""WRD003: fonts and sizes come from the styles."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.word_drafts import shown
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import Run, WordParagraph

SHARE = 0.05  # of a style's characters that may be set by hand
FOREIGN_SLACK = 1.6  # points that text in a style of the author's own may differ from the template
AUTHORS = (roles.AUTHOR, roles.AFFILIATION)


class Fault:
    """What is set by hand in one style: the first place, what, and how many characters of how
    many.
    """

    def __init__(self) -> None:
        self.first: WordParagraph | None = None
        self.what = ""
        self.by_hand = 0
        self.all = 0


@rule(
    "WRD003",
    "wrd-direct-formatting",
    WARNING,
    "IEEE conference template, sec. II-B (maintaining the integrity of the specifications)",
    bad=[
        "%! word\n[Body Text size=9] Water is wet.",
        "%! word\n[Body Text font=Arial] Water is wet.",
        (
            "%! word whole\n"
            "[paper title] Steady Flow\n"
            "[Author] Ana Lima\n"
            "[Abstract bold=0] Abstract—Water is wet and cold.\n"
            "[heading 1] Introduction\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=[
        "%! word\n[Body Text] Water is <i>wet</i>, and H<sub>2</sub>O is water.",
        "%! word\n[Body Text size=10] Water is wet.",
        "%! word\n[Body Text font=Courier_New] print(water)",
    ],
    formats=("word",),
)
def direct_formatting(context: Context) -> Iterator[Finding]:
    """Fonts and sizes come from the template's styles, not from formatting by hand.

    Margins, sizes, spacing and fonts are prescribed so that papers of many
    authors make one book. Reported once a style, when more than one character
    in twenty differs from it; code, symbols and formulas are left alone.
    """
    if context.word is None:
        return
    data = table("word_styles")
    faults: dict[str, Fault] = {}
    for paragraph in context.word.paragraphs:
        if paragraph.container != "body" or paragraph.role not in data["sizes"]:
            continue
        fault = faults.setdefault(paragraph.style.name, Fault())
        for run in paragraph.runs:
            count = sum(map(len, run.span.text.split()))
            fault.all += count
            what = _difference(paragraph, run, data)
            if what and count:
                fault.by_hand += count
                fault.what = fault.what or what
                fault.first = fault.first or paragraph
    for name, fault in faults.items():
        if fault.first is not None and fault.by_hand > SHARE * fault.all:
            yield Finding(
                fault.first.span,
                f'{fault.what} here by hand, unlike the style "{shown(name)}"{_extent(fault)}:'
                " select the text and press Ctrl+Space to give it back the look of its style.",
            )


def _extent(fault: Fault) -> str:
    """How much of the style is set by hand."""
    share = fault.by_hand / fault.all
    return f" (and {share:.0%} of its text)" if share < 0.95 else ""


def _difference(paragraph: WordParagraph, run: Run, data: dict[str, dict[str, object]]) -> str:
    """How the run differs from its style in a way the template does not have; empty when it does
    not.
    """
    look, style = run.look, paragraph.mark_look
    if look.vertical or not run.span.text.strip("\ufffc\t\x0b "):
        return ""
    if _is_kin(look.font, data["fonts"]["special"]) or _is_kin(look.font, data["fonts"]["code"]):  # type: ignore[arg-type]
        return ""
    key = paragraph.style.key
    foreign = key not in data["conference"]
    wanted = data["sizes"][paragraph.role]
    assert isinstance(wanted, (int, float))
    if paragraph.role in AUTHORS and not key.endswith("title"):
        return ""  # the template sets its own authors by hand
    if abs(look.size - style.size) > 0.4:
        if not (foreign and abs(look.size - wanted) < FOREIGN_SLACK):
            return f"The size is set to {look.size:g} pt"
    if look.font != style.font and not _is_kin(look.font, data["fonts"]["text"]):  # type: ignore[arg-type]
        return f"The font is set to {look.font}"
    if paragraph.role == roles.ABSTRACT and style.bold and not look.bold and not look.italic:
        return "The bold of the abstract is switched off"
    return ""


def _is_kin(font: str, families: list[str]) -> bool:
    """True when the font is one of these, or unknown."""
    return not font or any(font.lower().startswith(one.lower()) for one in families)
