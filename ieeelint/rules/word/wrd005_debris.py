"""WRD005: tracked changes, comments, hidden text and broken cross-references."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.word import Comment, WordView

BROKEN_REFERENCE = r"Error!\s+(?:Reference source not found|Bookmark not defined)\.?"
FIX_AUTHOR = "ieeelint"  # the author of our tracked changes and comments


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
    """The draft contains no tracked changes, comments, hidden text, or broken cross-references.

    They may print or reveal information to reviewers. Before the camera-ready
    stage, all but broken cross-references are reported only as info.
    """
    view = context.word
    if view is None:
        return
    yield from _broken_fields(context.paper, view)
    severity = WARNING if context.stage == "camera-ready" else INFO
    changes = [
        change for change in view.revisions if change.author != FIX_AUTHOR or severity == WARNING
    ]
    if changes:
        authors = sorted({change.author for change in changes if change.author})
        whose = f" by {', '.join(authors[:3])}" if authors else ""
        yield Finding(
            changes[0].span,
            f"The draft contains {plural(len(changes), 'tracked change')}{whose}. Accept or"
            " reject all of them before you submit the paper (Review > Accept).",
            severity=severity,
        )
    # Comments of ieeelint, and those that suppress findings or pin results, are needed until the
    # paper is final.
    by_number = {comment.number: comment for comment in view.comments}
    comments = [
        comment
        for comment in view.comments
        if severity == WARNING or not _is_needed(view, comment, by_number)
    ]
    if comments:
        yield Finding(
            comments[0].span,
            f"The draft contains {plural(len(comments), 'comment')}. Delete"
            f" {'it' if len(comments) == 1 else 'all of them'} before"
            " you submit the paper (Review > Delete).",
            severity=severity,
        )
    if view.hidden:
        yield Finding(
            view.hidden[0],
            "This text is hidden, but readers of the file can see it. Delete it or show it.",
            severity=severity,
        )


def _is_needed(view: WordView, comment: Comment, by_number: dict[str, Comment]) -> bool:
    """True for a comment of ieeelint, an answer to one, or one that ieeelint obeys; ``by_number``
    are all comments.
    """
    text = view.comment_text(comment)
    if text is None:
        return False
    parent = by_number.get(text.parent or "")
    answered = view.comment_text(parent) if parent is not None else None
    authors = text.author, answered.author if answered is not None else ""
    return FIX_AUTHOR in authors or "".join(text.lines).lstrip().startswith("ieeelint:")


def _broken_fields(paper: Paper, view: WordView) -> Iterator[Finding]:
    """Cross-references without a target."""
    broken = []
    for field in view.fields:
        target = field.instruction.split()[1:2]
        if field.kind in ("REF", "PAGEREF") and target and target[0] not in view.bookmarks:
            broken.append((field.span.start, field.span.end))
            yield Finding(
                field.span,
                f'The bookmark "{target[0]}" of this cross-reference does not exist. Insert the'
                " cross-reference again (References > Cross-reference).",
                severity=ERROR,
            )
    for match in paper.find(pattern(BROKEN_REFERENCE), RUNNING):
        span = paper.text.span(match.start(), match.end())
        if not any(start <= span.start < max(end, start + 1) for start, end in broken):
            yield Finding(
                span,
                "Word cannot find the target of this cross-reference. Insert the cross-reference"
                " again (References > Cross-reference).",
                severity=ERROR,
            )
