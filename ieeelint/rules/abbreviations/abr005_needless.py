"""ABR005: what every reader of IEEE knows needs no definition."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


@rule(
    "ABR005",
    "abbr-needless-definition",
    INFO,
    "IEEE conference template, sec. III-A",
    english=True,
    bad=["The ⟦direct current (dc)⟧ bus is short.", "The ⟦alternating-current (AC)⟧ side is long."],
    good=[
        "The dc bus is short.",
        "The self-interference (SI) is low.",
        "Admission control (AC) is used.",
    ],
    fixes=[("The direct current (dc) bus is short.", "The dc bus is short.")],
)
def needless_definition(context: Context) -> Iterator[Finding]:
    """IEEE, SI, MKS, CGS, ac, dc, and rms need no definition.

    Every reader of an IEEE publication knows them. Write the short form alone.
    """
    paper = context.paper
    plain = paper.text.plain
    for token, expansions in context.vocabulary.abbreviations.expansions.items():
        for place in context.index.words.get(token.lower(), ()):
            end = place + len(token)
            if (
                plain[place:end] != token
                or plain[place - 1 : place] != "("
                or plain[end : end + 1] != ")"
            ):
                continue
            before = " ".join(
                plain[max(0, place - 80) : place - 1].replace("-", " ").lower().split()
            )
            for expansion in expansions:
                if before.endswith(expansion.replace("-", " ")):
                    words = pattern(r"[\s-]+").split(expansion)
                    typed = pattern(r"[\s\u00a0-]+".join(words) + r"\s?\($", 2)  # 2: re.IGNORECASE
                    match = typed.search(plain, max(0, place - 90), place)
                    if match is None:
                        continue
                    table = context.vocabulary.abbreviations
                    style = token if token in table.tier_a else token.lower()
                    write = f'Write only "{style}"'
                    if style != token:
                        write = f'Write only the abbreviation, which IEEE prints "{style}"'
                    yield Finding(
                        paper.text.span(match.start(), end + 1),
                        f'"{token}" needs no definition. {write}.',
                        Fix(Edit(paper.text.span(match.start(), end + 1), token), safe=False),
                    )
                    break
