"""REF015: a typed reference as IEEE's guide prints it."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.compiled_lists import is_compiled
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.typed_mistakes import first_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.reference_parts import Parts
    from ieeelint.printing.differences import Change
    from ieeelint.rules.support.typed_form import Form

FIRST_NAME = "Of seven authors or more, name only the first: A. Lima et al."
MOST_CHANGES = 2  # that a message names one by one
TYPED = "%! references\n\\bibitem{lima} "
ALL_NAMES = ("access",)  # profiles of journals that print all names


@rule(
    "REF015",
    "ref-printed-form",
    WARNING,
    "IEEE Reference Guide, Section II",
    bad=[
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦pages⟧ 3--9, 2020.",
        TYPED + "A. Lima and B. ⟦Costa. ``H$_2$ pipes'', \\emph{J. Flow}, 1(2):3--9,⟧ 2020.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, ⟦1(2):3--9,⟧ 2020.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦issue⟧ 2, pp. 3--9, 2020.",
        TYPED + "A. Lima, B. ⟦Costa⟧ and C. Dias, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦2020.⟧ doi: 10.1000/12.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020, ⟦DOI:⟧ 10.1000/12.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{⟦arXiv⟧ preprint arXiv:2401.00001}, 2024.",
        TYPED + "A. Lima, \\emph{Pipes and Sand}, 3rd ⟦ed.,⟧ Rio Press, 2018.",
        TYPED + "A. Lima, ``Pipes,'' ⟦in⟧ \\emph{J. Flow}, vol. 1, pp. 3--9, 2020.",
        TYPED + "A. ⟦Lima,⟧ et al., ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020.",
        TYPED + "A. ⟦Lima, B. Costa, C. Dias, D. Reis, E. Faro, F. Gomes, and G. Alves,⟧ ``Pipes,''"
        " \\emph{J. Flow}, vol. 1, 2020.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{⟦Proc.⟧ Int. Conf. Flow}, 2020, pp. 3--9.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3--9, ⟦03/2020⟧.",
        "%! references\n\\newcommand{\\two}{vol. 1(2):3--9}\n\\bibitem{lima} A. Lima, ``Pipes,''"
        " \\emph{J. Flow}, ⟦\\two⟧, 2020.",
        "%! references\n\\newcommand{\\where}{pages 3--9}\n\\bibitem{lima} A. Lima, ``Pipes,''"
        " \\emph{J. Flow}, vol. 1, ⟦\\where⟧, 2020.",
        "%! word\n[references] A. ⟦Lima.⟧ “Pipes and sand”. J. Flow, vol. 1, pp. 3–9, 2020.",
        "%! word\n[references] A. Lima, “Pipes,” <i>J. Flow</i>, vol. 1, ⟦pages⟧ 3–9, 2020.",
    ],
    good=[
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020.",
        TYPED + "A. Lima, ``Pipes,'' in \\emph{Proc. Int. Conf. Flow}, 2020, pp. 3--9.",
        TYPED + "A. Lima, ``Pipes,'' in \\emph{Proc. Int. Conf. Flow}, pp. 3--9, 2020.",
        TYPED + "A. Lima, \\emph{Pipes}, 3rd ed., vol. 2. Porto, Portugal: Rio Press, 2018.",
        TYPED + "A. Lima, \\emph{Pipes}, third ed. Porto, Portugal: Rio Press, 2018.",
        TYPED + "A. Lima, \\emph{Pipes}, vol. 2, no. 3. Porto, Portugal: Rio Press, 2018.",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3--9, 2020",
        TYPED + "A. Lima, ``Pipes,'' arXiv:2401.00001 [cs.XX], Jan. 2024.",
        TYPED + "A. Lima, ``Pipes,'' 2024, \\emph{arXiv:2401.00001}. [Online]. Available:"
        " https://arxiv.org/abs/2401.00001",
        TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pages 3--9, invited, 2020.",
        TYPED + "A. Lima, B. Costa, et al., ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3--9, 2020.",
        "%! class\n\\documentclass{ieeeaccess}\n"
        + TYPED
        + "A. Lima, B. Costa, C. Dias, D. Reis, E. Faro, F. Gomes, and G. Alves, ``Pipes,''"
        " \\emph{J. Flow}, vol. 1, 2020.",
        "%! word\n[references] A. Lima, “Pipes,” <i>J. Flow</i>, vol. 1, pp. 3–9, June 2020.",
    ],
    fixes=[
        (
            TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦pages⟧ 3--9, 2020.",
            TYPED + "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3--9, 2020.",
        ),
        (
            TYPED + "A. Lima, B. ⟦Costa⟧ and C. Dias. ``Pipes'', \\emph{J. Flow}, 1(2):3--9, 2020.",
            TYPED + "A. Lima, B. Costa, and C. Dias, ``Pipes,'' \\emph{J. Flow}, vol. 1, no. 2, pp."
            " 3--9, 2020.",
        ),
        (
            TYPED
            + "A. Lima, B. Costa, and C. Dias, ``Pipes in rain and in the cold,'' \\emph{⟦Proc.⟧"
            " Flow Conf.}, 2020.",
            TYPED + "A. Lima, B. Costa, and C. Dias, ``Pipes in rain and in the cold,'' in"
            " \\emph{Proc. Flow Conf.}, 2020.",
        ),
        (
            "%! word\n[references] A. Lima, B. Costa, and C. Dias, “Pipes in rain and in the cold,”"
            " <i>⟦Proc.⟧ Flow Conf.</i>, 2020.",
            "%! word\n[references] A. Lima, B. Costa, and C. Dias, “Pipes in rain and in the cold,”"
            " in <i>Proc. Flow Conf.</i>, 2020.",
        ),
        (
            "%! word\n[references] A. Lima, “Pipes,” <i>J. Flow</i>, ⟦1(2):3–9,⟧ 2020.",
            "%! word\n[references] A. Lima, “Pipes,” <i>J. Flow</i>, vol. 1, no. 2, pp. 3–9, 2020.",
        ),
    ],
)
def printed_form(context: Context) -> Iterator[Finding]:
    """A reference is typed as IEEE prints it, to the last comma.

    A reference is divided into its fields and printed by IEEE's reference guide of
    2025; a difference is a finding, and its fix. A reference with a word that is in no field
    is not checked, nor is what older editions of the guide printed. Of
    seven authors or more, the first is named. Names, titles, and their order are checked by REF011.
    """
    for entry, parts in context.index.typed_entries:
        if is_compiled(entry.span):
            continue  # the form is that of the style
        finding = _difference(context, parts)
        if finding is not None:
            yield finding


def _difference(context: Context, parts: Parts) -> Finding | None:
    """Where a reference differs from its printed form, unless REF011 reports it."""
    from ieeelint.rules.support.typed_form import (
        fix_of,
        form_of,
    )  # for drafts with typed references

    form = form_of(context, parts)
    if form is None or first_mistake(context, parts) is not None:
        return None
    is_shortened = form.shortens_names
    if is_shortened and context.profile.name in ALL_NAMES:
        return None
    words = form.words
    return Finding(
        context.paper.text.span(*_place(form, words)),
        FIRST_NAME if is_shortened else _message(form, words),
        fix_of(context, parts, form),
        severity=INFO if form.is_same_in_words or is_shortened else "",
    )


def _place(form: Form, words: list[Change]) -> tuple[int, int]:
    """The first words that change, or all from the first to the last."""
    first, last = words[0], words[-1] if len(words) > MOST_CHANGES else words[0]
    start, end = first.start + len(first.old) - len(first.old.lstrip()), last.end
    if end == first.start:  # the next word, before which something is missing
        word = _next_word(form, end)
        return end + len(word) - len(word.lstrip()), end + len(word)
    return start, end - (len(last.old) - len(last.old.rstrip()))


def _message(form: Form, words: list[Change]) -> str:
    if len(words) > MOST_CHANGES:
        return f'Write the reference as IEEE prints it: "{_quoted(form.printed)}"'
    return " ".join(_advice(form, change) for change in words)


def _advice(form: Form, change: Change) -> str:
    old, new = change.old.strip(), change.new.strip()
    if _letters(old) == _letters(new) or not old or not new:  # with the next word, to see where
        following = _next_word(form, change.end)
        old, new = f"{old} {following.strip()}".strip(), f"{new} {following.strip()}".strip()
    return f'Write "{_quoted(new)}", not "{_quoted(old)}".'


def _next_word(form: Form, at: int) -> str:
    return pattern(r"\s*\S*").match(form.typed, at - form.start)[0]  # type: ignore[index]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _quoted(words: str) -> str:
    """The words within quotation marks; formulas are "…"."""
    return words.replace('"', "”").translate(dict.fromkeys(map(ord, PLACEHOLDERS), "…"))
