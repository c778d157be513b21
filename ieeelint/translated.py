"""The message of a finding and the documentation of a rule in the language of the output."""

from __future__ import annotations

from ieeelint.translation import ENGLISH, language, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.rules import Rule


def message_of(finding: Finding) -> str:
    """The message of a finding; in English if the catalogue does not have it."""
    if language() == ENGLISH or finding.rule.origin:
        return finding.message
    from ieeelint.translation.catalogue import message

    return message(language(), finding.rule.area, finding.message) or finding.message


def source_of(rule: Rule) -> str:
    """Where a rule is written; the names of documents stay as they are."""
    return "; ".join(map(term, rule.source.split("; ")))


def summary_of(rule: Rule) -> str:
    """The rule in one sentence."""
    if language() == ENGLISH or rule.origin:
        return rule.summary
    from ieeelint.translation.catalogue import documentation

    return documentation(language(), rule.code)[0] or rule.summary


def explanation_of(rule: Rule) -> str:
    """Why the rule exists, and how to fix the draft, in paragraphs."""
    if language() == ENGLISH or rule.origin:
        return rule.explanation
    from ieeelint.translation.catalogue import documentation

    return documentation(language(), rule.code)[1] or rule.explanation
