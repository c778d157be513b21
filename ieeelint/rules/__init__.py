"""The rules: one module an area, one function a rule, its documentation beside it.

A rule is a function from a paper to findings, registered with :func:`rule`.
Its docstring's first sentence is the rule as an author reads it; the rest says
why and how to mend it.  ``bad`` and ``good`` are LaTeX examples (the tests run
every one of them), ``fixes`` pairs of a bad example and what the rule's edits
make of it.  A rule without examples does not load.
"""

from __future__ import annotations

from importlib import import_module

from ieeelint.finding import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ieeelint.finding import Finding
    from ieeelint.paper.model import Paper

    RuleFunction = Callable[[Paper], Iterable[Finding]]

__all__ = ["ERROR", "INFO", "WARNING", "Rule", "rule", "load", "every_rule", "AREAS"]

# Area prefix -> (what it is about, modules that hold its rules).
AREAS: dict[str, tuple[str, tuple[str, ...]]] = {
    "SRC": ("Reading the files", ("source_files", "sources")),
    "TTL": ("Title", ("title",)),
    "AUT": ("Authors and affiliations", ("authors",)),
    "ABS": ("Abstract", ("abstract",)),
    "KWD": ("Keywords", ("keywords",)),
    "HDG": ("Headings", ("headings",)),
    "TXT": (
        "Text and wording",
        ("layout", "word_layout", "spelling", "usage", "wording", "punctuation", "subscript_zero"),
    ),
    "ABR": ("Abbreviations", ("abbreviations", "abbreviation_meanings", "abbreviation_plurals")),
    "UNT": (
        "Units and numbers",
        ("units", "unit_spelling", "numbers", "unit_spacing", "unit_form"),
    ),
    "EQN": (
        "Equations",
        (
            "equation_numbers",
            "equation_references",
            "equations",
            "formula_letters",
            "formula_shape",
            "minus",
            "typed_numbers",
            "word_layout",
        ),
    ),
    "FIG": (
        "Figures",
        (
            "figure_references",
            "figures",
            "figure_widths",
            "figure_captions",
            "figure_parts",
            "axis_labels",
            "figure_type",
        ),
    ),
    "TAB": ("Tables", ("tables", "table_references", "table_captions", "table_notes")),
    "FTN": ("Footnotes", ("footnotes",)),
    "ACK": ("Acknowledgment", ("acknowledgment",)),
    "REF": (
        "Citations and references",
        (
            "citations",
            "citation_form",
            "citation_groups",
            "cited_entries",
            "reference_form",
            "reference_details",
            "reference_titles",
            "reference_state",
        ),
    ),
    "BIB": (
        "BibTeX files",
        (
            "bibliography_style",
            "entry_fields",
            "entry_titles",
            "entry_dates",
            "entry_journals",
            "entry_authors",
            "entry_checks",
        ),
    ),
    "RES": ("Results", ("results",)),
    "TPL": ("Left-over template text", ("template",)),
    "WRD": (
        "Word files",
        ("word_styles", "word_formatting", "word_page", "word_debris", "word_numbers"),
    ),
    "TEX": (
        "LaTeX source",
        (
            "latex_class",
            "latex_modes",
            "latex_layout",
            "latex_squeezing",
            "latex_packages",
            "latex_links",
            "latex_labels",
            "latex_files",
        ),
    ),
}

REGISTRY: dict[str, Rule] = {}


class Rule:
    """A rule with its documentation.

    ``formats`` names the file formats it applies to; ``english`` is true when
    it judges English wording and so runs on English papers only; ``default``
    is false for rules that are off unless selected.
    """

    __slots__ = (
        "code",
        "name",
        "severity",
        "source",
        "bad",
        "good",
        "fixes",
        "formats",
        "english",
        "default",
        "check",
    )

    def __init__(
        self,
        code: str,
        name: str,
        severity: str,
        source: str,
        bad: tuple[str, ...],
        good: tuple[str, ...],
        fixes: tuple[tuple[str, str], ...],
        formats: tuple[str, ...],
        english: bool,
        default: bool,
        check: RuleFunction,
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.source = source
        self.bad = bad
        self.good = good
        self.fixes = fixes
        self.formats = formats
        self.english = english
        self.default = default
        self.check = check

    @property
    def summary(self) -> str:
        """The rule in one sentence: the first paragraph of its documentation."""
        return " ".join((self.check.__doc__ or "").split("\n\n")[0].split())

    @property
    def explanation(self) -> str:
        """Why, and how to mend it: the rest of its documentation, paragraphs kept."""
        paragraphs = (self.check.__doc__ or "").split("\n\n")[1:]
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()

    @property
    def area(self) -> str:
        """The letters of the code: ``FIG`` of ``FIG001``."""
        return self.code.rstrip("0123456789")


def rule(
    code: str,
    name: str,
    severity: str,
    source: str,
    *,
    bad: Iterable[str] = (),
    good: Iterable[str] = (),
    fixes: Iterable[tuple[str, str]] = (),
    formats: tuple[str, ...] = ("latex", "word"),
    english: bool = False,
    default: bool = True,
) -> Callable[[RuleFunction], RuleFunction]:
    """Register the decorated function as the rule ``code``.

    ``source`` names the clause of IEEE's documents the rule enforces.
    Raises ValueError for a rule without documentation or examples, or a code
    that is taken: a mistake in the program, not in a draft.
    """
    bad, good, fixes = tuple(bad), tuple(good), tuple(fixes)

    def register(check: RuleFunction) -> RuleFunction:
        if not check.__doc__ or not (bad or fixes) or not (good or fixes):
            raise ValueError(f"{code} lacks a docstring or examples")
        if code in REGISTRY and REGISTRY[code].check.__module__ != check.__module__:
            raise ValueError(f"{code} is defined twice")
        REGISTRY[code] = Rule(
            code, name, severity, source, bad, good, fixes, formats, english, default, check
        )
        return check

    return register


def load(areas: Iterable[str] = AREAS) -> None:
    """Import the modules of these areas."""
    for area in areas:
        for module in AREAS[area][1]:
            import_module(f"ieeelint.rules.{module}")


def every_rule() -> Iterator[Rule]:
    """All rules, in the order of the areas and then of their numbers."""
    load()
    rank = {area: number for number, area in enumerate(AREAS)}
    return iter(sorted(REGISTRY.values(), key=lambda one: (rank[one.area], one.code)))
