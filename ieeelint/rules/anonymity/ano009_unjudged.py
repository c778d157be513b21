"""ANO009: what nobody but the author can judge."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.phrases import plural, series
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.cited_authors import CitedAuthors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

PICTURES = ("includegraphics", "includegraphics*", "includesvg", "epsfig", "psfig")


@rule(
    "ANO009",
    "anonymous-by-hand",
    INFO,
    "convention",
    bad=[
        (
            "%! anonymous\n%! author\nAna Lima\n%! abstract\nA água é molhada e a areia é seca, mas"
            " não para todos os que moram na costa.\n%! body\nA água corre para o mar, e o mar não"
            " corre para a água, porque a água que está no mar já não quer correr mais."
        ),
        "%! anonymous\n%! author\nAna Lima\n%! body\n\\includegraphics{pump}",
        "%! anonymous\n%! author\nAna Lima\n%! references\n\\bibitem{lima} B. Costa, ``P,'' 2020.",
        "%! anonymous\n%! author\nAnonymous Authors",
        "%! word\n%! anonymous\n[Body Text] Water is wet.",
    ],
    good=["%! author\nAna Lima", "%! word\n[Body Text] Water is wet."],
)
def by_hand(context: Context) -> Iterator[Finding]:
    """Some things that identify authors are not in the text: look at them yourself.

    They are pictures with logos or names, the PDF file, supplementary files, and how often you cite
    your own work, even in the third person. This message appears once in each draft for
    double-anonymous review, and means that no tool can promise that a draft is anonymous.
    """
    if not context.profile.anonymous:
        return
    paper = context.paper
    things = []
    pictures = _pictures(context)
    if pictures:
        things.append(f"{plural(pictures, 'picture')} (logos, names, places)")
    cited = CitedAuthors(context)
    own = sum(bool(cited.shared(place)) for place in context.index.citations.places())
    if own:
        things.append(f"{plural(own, 'citation')} of works by somebody with an author's surname")
    elif not context.identity.surnames:
        things.append("self-citations (the draft names no author)")
    if context.word is not None and context.word.package.linked("thumbnail", ""):
        things.append("the thumbnail of the first page (in the file)")
    things += ["the PDF file", "supplementary files"]
    if not paper.language.startswith("en"):
        things.append("sentences that are not in English")
    title = paper.title
    span = title.passage.span if title is not None else Span(paper.root, 0, 0)
    yield Finding(span, f"ieeelint cannot judge {series(things)}. Look at them yourself.")


def _pictures(context: Context) -> int:
    """The number of pictures."""
    if context.latex is not None:
        return len(context.latex.commands(*PICTURES))
    assert context.word is not None
    return sum(part.source.text.count("\ufffc") for part in context.word.parts)
