"""The result of one draft: from the cache, or from a check now, which the cache keeps."""

from __future__ import annotations

from ieeelint import inputs
from ieeelint.readers import ReadError, read
from ieeelint.results import Checked
from ieeelint.settings import SHOW_THE_PAPER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.baseline import Baseline
    from ieeelint.cache import Cache
    from ieeelint.finding import Finding
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft

    Result = tuple[list[Finding], Checked]
    CheckDraft = Callable[[Draft], list[Finding]]
    FixDraft = Callable[[Draft, list[Finding], CheckDraft], list[Finding]]


def fresh(
    root: str,
    settings: Settings,
    baseline: Baseline | None = None,
    text: str | None = None,
    fix: FixDraft | None = None,
) -> Result:
    """Read, check and fix a draft.  Raises ReadError.

    With a ``fix``, these are only the findings that are not in the baseline.
    """
    from ieeelint.draft_checking import check_draft, context_for

    draft = read(root, text=text)
    from ieeelint.readers.printed import add_printed, note_printed

    if text is None and fix is None:
        add_printed(draft)
    else:
        note_printed(draft)
    if draft.pdf is None and not draft.paper.root.text.strip():
        raise ReadError(draft.paper.root.path, "is empty")

    def check(draft: Draft) -> list[Finding]:
        findings = check_draft(draft, settings)
        return findings if fix is None or baseline is None else baseline.new(findings, settings)

    findings = check(draft)
    if fix is not None:
        findings = fix(draft, findings, check)
    checked = Checked(context_for(draft, settings), settings)
    if settings["output-format"] in SHOW_THE_PAPER:
        from ieeelint.proofs.blocks import proof_of

        checked.proof = proof_of(draft if fix is None else read(root, text=text))
    return findings, checked


def stored_result(root: str, settings: Settings, cache: Cache) -> Result | None:
    """The result in the cache, if nothing has changed since."""
    from ieeelint.stored_results import key_of, restored

    known = cache.get(key_of(root, settings))
    return restored(known, settings) if known is not None else None


def kept_result(root: str, settings: Settings, cache: Cache | None) -> Result:
    """The result of a check now, which the cache keeps.  Raises ReadError."""
    if cache is None:
        return fresh(root, settings)
    from ieeelint.stored_results import can_be_stored, key_of, stored

    with inputs.recorded() as answers:
        findings, checked = fresh(root, settings)
    if can_be_stored(findings, checked):
        cache.put(key_of(root, settings), answers, stored(findings, checked))
    return findings, checked
