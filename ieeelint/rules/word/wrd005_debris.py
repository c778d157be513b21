"""WRD005: nothing of the work on the draft is left in it."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.model import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.word import WordView

BROKEN = r"Error!\s+(?:Reference source not found|Bookmark not defined)\.?"
OWN = "ieeelint"


@rule(
    "WRD005",
    "wrd-revision-and-field-debris",
    WARNING,
    "convention of the conferences' submission kits; IEEE PDF requirements",
    bad=[
        (
            "%! word\n"
            "[Body Text] See <field REF gone>Error! Reference source not found.</field> for water."
        ),
        "%! word\n[Body Text] See <field REF gone>Fig. 2</field> for water.",
        "%! word\n[Body Text] Water is <ins>very </ins>wet.",
        "%! word\n[Body Text] Water is<del> not</del> wet.",
        "%! word\n[Body Text] Water is wet.<comment/>",
        "%! word\n[Body Text] Water is wet<hidden> and dry</hidden>.",
    ],
    good=[
        "%! word\n[Body Text] Water is wet on page <field PAGE>1</field>.",
        "%! word\n[Body Text] The gain is .25.<comment ieeelint: ignore[UNT005] a caliber/>",
    ],
    formats=("word",),
)
def revision_debris(context: Context) -> Iterator[Finding]:
    """No tracked changes, comments, hidden text or broken cross-references remain in the draft.

    They print, or they tell reviewers what was never meant for them. Before
    the paper is final they are a reminder only.
    """
    view = context.word
    if view is None:
        return
    yield from _broken_fields(context.paper, view)
    severity = WARNING if context.stage == "camera-ready" else INFO
    changes = [one for one in view.revisions if one.author != OWN or severity == WARNING]
    if changes:
        by = sorted({one.author for one in changes if one.author})
        whose = f" by {', '.join(by[:3])}" if by else ""
        number = "1 tracked change" if len(changes) == 1 else f"{len(changes)} tracked changes"
        yield Finding(
            changes[0].span,
            f"The draft holds {number}{whose}, the first one here: accept or reject all of them "
            "before the paper goes out (Review > Accept).",
            severity=severity,
        )
    # those that answer findings or tie numbers to results are at work until the paper is final
    comments = [
        one
        for one in view.comments
        if severity == WARNING or not view.words_of(one).lstrip().startswith("ieeelint:")
    ]
    if comments:
        count = len(comments)
        number = "1 comment" if count == 1 else f"{count} comments"
        yield Finding(
            comments[0].span,
            f"The draft holds {number}, the first one here: delete all of them before the paper"
            " goes out (Review > Delete).",
            severity=severity,
        )
    if view.hidden:
        yield Finding(
            view.hidden[0],
            "Hidden text stands here: readers of the file can see it; delete it or show it.",
            severity=severity,
        )


def _broken_fields(paper: Paper, view: WordView) -> Iterator[Finding]:
    """Cross-references that lead nowhere."""
    broken = []
    for field in view.fields:
        target = field.instruction.split()[1:2]
        if field.kind in ("REF", "PAGEREF") and target and target[0] not in view.bookmarks:
            broken.append((field.span.start, field.span.end))
            yield Finding(
                field.span,
                f'This cross-reference leads to the bookmark "{target[0]}", which is gone: set it'
                " anew (References > Cross-reference).",
                severity=ERROR,
            )
    for match in paper.find(pattern(BROKEN), RUNNING):
        span = paper.text.span(match.start(), match.end())
        if not any(start <= span.start < max(end, start + 1) for start, end in broken):
            yield Finding(
                span,
                "Word could not find what this cross-reference points to: set it anew "
                "(References > Cross-reference).",
                severity=ERROR,
            )
