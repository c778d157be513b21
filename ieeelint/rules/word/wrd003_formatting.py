"""WRD003: fonts and sizes set by hand."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.word_drafts import is_any_font, is_code, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.tables.source_views import WordStyles
    from ieeelint.views.word import Run, WordParagraph

SHARE = 0.05  # of a style's characters that may be set by hand
SLACK = 0.6  # points by which the size of a style may differ from the template
FOREIGN_SLACK = 1.6  # points by which text in an author's style may differ from the template
AUTHORS = (roles.AUTHOR, roles.AFFILIATION)


class ManualFormatting:
    """The text of one style that is formatted by hand: first paragraph, difference, extent."""

    def __init__(self) -> None:
        self.first: WordParagraph | None = None
        self.difference = ""
        self.by_hand = 0  # characters
        self.total = 0  # characters


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
        (
            "%! word whole\n"
            "[Author size=24] Steady Flow\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—Water is wet and cold.\n"
            "[heading 1] Introduction\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=[
        "%! word\n[Body Text] Water is <i>wet</i>, and H<sub>2</sub>O is water.",
        "%! word\n[Body Text size=10] Water is wet.",
        "%! word\n[Body Text font=Courier_New] print(water)",
        "%! word\n[Body Text] Water is wet.\n[figure caption size=10] .",
    ],
    formats=("word",),
)
def direct_formatting(context: Context) -> Iterator[Finding]:
    """Fonts and sizes come from the template's styles, not from manual formatting.

    IEEE prescribes margins, sizes, spacing, and fonts so that the papers of all
    authors look alike. Reported once for each style, if more than 5% of its characters
    differ from it. Code, symbols, and formulas are not checked.
    """
    if context.word is None:
        return
    template = context.vocabulary.word_styles
    styles: dict[str, ManualFormatting] = {}
    for paragraph in context.word.paragraphs:
        if (
            paragraph.container != "body"
            or paragraph.role not in template.sizes
            or is_code(paragraph, template.fonts.code)
        ):
            continue
        manual = styles.setdefault(paragraph.style.name, ManualFormatting())
        for run in paragraph.runs:
            count = sum(map(str.isalnum, run.span.text))
            manual.total += count
            difference = _difference(paragraph, run, template)
            if difference and count:
                manual.by_hand += count
                manual.difference = manual.difference or difference
                manual.first = manual.first or paragraph
    for name, manual in styles.items():
        if manual.first is not None and manual.by_hand > SHARE * manual.total:
            yield Finding(
                manual.first.span,
                f'{manual.difference} by hand, unlike the style "{shown(name)}"{_extent(manual)}.'
                f" {_remedy(manual.first, template)}",
            )


def _extent(manual: ManualFormatting) -> str:
    """How much of the text of the style is formatted by hand."""
    share = manual.by_hand / manual.total
    return f" (in {share:.0%} of its text)" if share < 0.95 else ""


def _remedy(paragraph: WordParagraph, template: WordStyles) -> str:
    """What to do: to restore a style helps only if it has the size of the template."""
    if _has_size_of_template(paragraph, template):
        return "Select the text and press Ctrl+Space to restore its style."
    size = f"{template.sizes[paragraph.role]:g} pt"
    if _is_fitting(paragraph, template):
        return f"Set this style to {size}, select the text, and press Ctrl+Space."
    name = template.styles.get(paragraph.role)
    style = f'the style "{name}"' if name else "a style of headings"
    return f"Give it {style} ({size}), select it, and press Ctrl+Space."


def _has_size_of_template(paragraph: WordParagraph, template: WordStyles) -> bool:
    """True if the style of the paragraph has the size that the template gives to its role."""
    if paragraph.style.key in template.journal:
        return True  # other templates have other sizes
    return abs(paragraph.mark_look.size - template.sizes[paragraph.role]) < SLACK


def _is_fitting(paragraph: WordParagraph, template: WordStyles) -> bool:
    """True if the paragraph has the style for its role, of whatever size."""
    key = paragraph.style.key
    if paragraph.role == roles.HEADING:
        return key.startswith("heading")
    return key == template.styles[paragraph.role].lower().replace(" ", "")


def _difference(paragraph: WordParagraph, run: Run, template: WordStyles) -> str:
    """How the run differs from its style in a way that the template does not; empty if it does
    not.
    """
    look, style = run.look, paragraph.mark_look
    if look.vertical or not run.span.text.strip("\ufffc\t\x0b "):
        return ""
    fonts = template.fonts
    if is_any_font(look.font, fonts.special) or is_any_font(look.font, fonts.code):
        return ""
    key = paragraph.style.key
    if paragraph.role in AUTHORS and not key.endswith("title"):
        return ""  # the template formats its authors by hand
    if abs(look.size - style.size) > 0.4:
        is_foreign = key not in template.conference or (
            _is_fitting(paragraph, template) and not _has_size_of_template(paragraph, template)
        )
        if not (is_foreign and abs(look.size - template.sizes[paragraph.role]) < FOREIGN_SLACK):
            return f"The size is set to {look.size:g} pt"
    if look.font != style.font and not is_any_font(look.font, fonts.text):
        return f"The font is set to {look.font}"
    if paragraph.role == roles.ABSTRACT and style.bold and not look.bold and not look.italic:
        return "The bold type of the abstract is switched off"
    return ""
