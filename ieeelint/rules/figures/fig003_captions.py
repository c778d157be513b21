"""FIG003: the style of figure captions."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support import caption_text as words_of
from ieeelint.rules.support import uncaptioned, word_clauses
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption
    from ieeelint.paper.model import Paper

LABEL_WORDS = r"figures?|figs?"


def _figure(caption: str) -> str:
    return "\\begin{figure}[!t]\\includegraphics{a}\\caption{" + caption + "}\\end{figure}"


@rule(
    "FIG003",
    "fig-caption-style",
    WARNING,
    "IEEE conference template, sec. III-H; IEEE Editorial Style Manual, captions",
    bad=[
        _figure("Step response of the closed ⟦loop⟧"),
        _figure("⟦The⟧ step response."),
        _figure("⟦step⟧ response of the loop."),
        _figure("⟦a⟧ step response of the loop."),
        _figure("⟦Fig. 2:⟧ Step response."),
        _figure("⟦STEP RESPONSE OF THE CLOSED LOOP⟧."),
        "\\begin{figure}[!t]\\includegraphics{a}⟦\\caption⟧{}\\end{figure}",
        "⟦\\begin{figure}⟧[!t]\\includegraphics{a}\\end{figure}",
        "%! word\n[Body Text] Fig. 2. Step response of the loop.",
        "%! word\n[Body Text] <picture/>\n[figure caption] Plant.\n[figure caption] ⟦.⟧",
        "%! word\n[Body Text] <picture/>\n[Normal] ⟦(Fig. 2: Plant)⟧",
        "%! word\n[Body Text] ⟦<picture 900x600/>⟧\n[Body Text] It flows.",
        (
            "%! word\n[Body Text] ⟦<picture 900x600/>⟧\n[Body Text] a pump of the old town, with"
            " all of its pipes, and with the sand that was in it on that day\n"
            "[figure caption] Step response of the loop."
        ),
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦Loop⟧}\\end{figure}",
        ("\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦GAIN LOSS RATE OF IT.⟧}\\end{figure}"),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response "
            "⟦[3]⟧}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response (Best "
            "viewed in color)}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of "
            "``it''}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{An old pipe.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦A⟧ pipe of "
            "it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{A~pipe of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The\n"
            "pipe of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{An\n"
            "old pipe.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦A⟧\n"
            "pipe.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{gain of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Fig. 2}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Fig. 2 - "
            "Gain.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦Figure 2.1:⟧ "
            "Gain.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{FIGURE II. "
            "Gain.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Fig. 2) Gain.}\\end{figure}"
        ),
    ],
    good=[
        _figure("a) Step response. b) Noise."),
        _figure("Step response of the closed loop."),
        "%! word\n[Body Text] <picture 900x600/>\n[figure caption] Step response of the loop.",
        "%! word\n[figure caption] <picture 900x600/>Step response of the loop.",
        (
            "%! word\n[Body Text] <picture 900x600/>\n[Body Text] Sand\n[Body Text] \n"
            "[figure caption] Step response of the loop."
        ),
        (
            "%! word\n[Body Text] <picture 900x600/>\n[Body Text] (a) Flow\n"
            "[Body Text] <picture 900x600/>\n[Body Text] (b) Sand\n"
            "[figure caption] Flow and sand in the pipes."
        ),
        "%! word\n[Body Text] <picture 900x600/>\n[Body Text] Algorithm 1: Flow of sand",
        "%! word\n[Body Text] The law is this equation:\n[Body Text] <picture 600x300/>",
        "%! word\n| <picture 900x600/> | Sand |",
        _figure("Step response, redrawn after the measurements. \\cite{b1}"),
        _figure("Step response of the loop. (Best viewed in color.)"),
        _figure("Step response of the loop. (Best viewed in color)"),
        _figure("Step response of the loop. [Picture by the authors]"),
        _figure("Does the closed loop still converge?"),
        _figure("Mean of the error for $k = 1, \\dots, n.$"),
        _figure("k-means clusters of the closed loop."),
        _figure("eBPF hooks in the closed loop."),
        _figure("$x$ and $y$ in the loop."),
        _figure("Fig. 3 with noise added."),
        _figure("A and B over one day."),
        (
            "\\begin{figure}[!t]\\subfloat[small gain]{\\includegraphics{a}}"
            "\\subfloat[the large gain]{\\includegraphics{b}}"
            "\\caption{Step response of the loop.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption*{}\\end{figure}\n"
            "\\begin{figure}[!t]\\begin{tabular}{c}wet\\end{tabular}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{b}\\caption*{Fig. 2: Step "
            "response.}\\end{figure}\n"
            "\\begin{figure}[!t]Sand.\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of "
            "it.''}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response "
            "[3].}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Is it so? [1]}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Results. (Best "
            "[3])}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Gains of it for "
            "$x.$}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step "
            "response\\ldots}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{de Moivre "
            "law.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{x_1 of it.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{gain: of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{a5 of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{k-means of "
            "it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{(a) gain of "
            "it.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{iPhone of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{v. gain of "
            "it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{A and B.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The in of it.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{A vs. B.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{An or of it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{THE GAIN OF A "
            "DB.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Fig. 2.5 shows "
            "it.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Figs. 2 and 3 are "
            "so.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Fig. 3b of "
            "it.}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Gain OF THE "
            "PIPE.}\\end{figure}"
        ),
    ],
    fixes=[
        (_figure("Step response of the closed loop"), _figure("Step response of the closed loop.")),
        (
            _figure("Step response of the closed loop \\cite{b1}"),
            _figure("Step response of the closed loop \\cite{b1}."),
        ),
        (_figure("step response of the loop."), _figure("Step response of the loop.")),
        (_figure("Fig. 2: Step response."), _figure("Step response.")),
        (_figure("The step response."), _figure("Step response.")),
        (
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of the "
                "\\textbf{closed ⟦loop⟧}}\\end{figure}"
            ),
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of the "
                "\\textbf{closed loop}.}\\end{figure}"
            ),
        ),
        (
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of the "
                "⟦loop,⟧}\\end{figure}"
            ),
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{Step response of the "
                "loop.}\\end{figure}"
            ),
        ),
        (
            ("\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦The⟧ $x$ of it.}\\end{figure}"),
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{$x$ of it.}\\end{figure}",
        ),
        (
            ("\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦The⟧ Hague in rain.}\\end{figure}"),
            ("\\begin{figure}[!t]\\includegraphics{a}\\caption{Hague in rain.}\\end{figure}"),
        ),
        (
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{⟦The⟧ \\emph{step} "
                "response.}\\end{figure}"
            ),
            (
                "\\begin{figure}[!t]\\includegraphics{a}\\caption{\\emph{Step} "
                "response.}\\end{figure}"
            ),
        ),
    ],
)
def figure_caption_style(context: Context) -> Iterator[Finding]:
    r"""Begin a figure caption with a capital and without an article, end it with a period, and do
    not type "Fig. 1".

    The class prints "Fig. 1." automatically, so a typed label would print
    twice. The caption is a phrase or a sentence with a period.
    """
    paper = context.paper
    for holder in paper.figures:
        for caption in holder.captions:
            if caption.is_empty:
                if not caption.command.endswith("*"):
                    yield Finding(
                        caption.span, "This caption is empty. Write what the figure shows."
                    )
                continue
            yield from _caption(context, caption)
            yield from word_clauses.caption_style(context, caption, "figure caption")
        if not holder.captions and holder.graphics and not holder.sub_captions and not holder.grids:
            begin = holder.span
            if paper.format == "latex":
                begin = Span(
                    begin.source,
                    begin.start,
                    begin.start + len("\\begin{}") + len(holder.environment),
                )
            yield Finding(
                begin,
                "This figure has no caption. Add one below it, so that the text can cite it.",
                severity=INFO,
            )
    style = own_style(context, "figure caption")
    for span in uncaptioned.pictures(context):
        yield Finding(
            span,
            f'This picture has no caption. Add one below it in the style "{style}", so that the'
            " text can cite it.",
            severity=INFO,
        )


def _caption(context: Context, caption: Caption) -> Iterator[Finding]:
    """The findings on one caption."""
    paper = context.paper
    passage, text = caption.passage, paper.text
    label = words_of.typed_label(passage, LABEL_WORDS)
    if label is not None and not caption.command.endswith("*"):
        start, end = label.span(1)
        typed = label.group(1).strip()
        fix = (
            Fix(Edit(text.span(start, end), ""))
            if text.is_typed(start, end) and end < passage.end
            else None
        )
        yield Finding(
            text.span(start, start + len(typed)),
            f'Delete "{typed}": the label is printed automatically.',
            fix,
        )
    yield from words_of.case_findings(context, caption, "caption")
    article = (
        words_of.article(passage) if context.index.languages.of_passage(passage) == "en" else None
    )
    if article is not None:
        start, end = article.span(1)
        yield Finding(
            text.span(start, start + len(article.group(1).strip())),
            f'Delete "{article.group(1).strip()}": an IEEE caption does not begin with an article.',
            _without_article(paper, start, end),
            severity=INFO,
        )
    at = words_of.missing_period(paper, passage)
    if at >= 0:
        last = at - 1
        while last > passage.start and not (
            text.plain[last - 1].isspace() or text.plain[last - 1] in PLACEHOLDERS
        ):
            last -= 1
        end = text.span(at - 1, at).end
        span = text.span(last, at)
        replaced = text.plain[at - 1] in ",;:" and text.is_typed(at - 1, at)
        if not replaced:
            end += _groups_ending(span.source.text, passage.span.start, end)
        edit = Edit(Span(span.source, end - 1 if replaced else end, end), ".")
        yield Finding(span, "End the caption with a period.", Fix(edit), severity=INFO)


def _groups_ending(text: str, start: int, end: int) -> int:
    """The number of closing braces at ``end`` whose groups begin after ``start``."""
    depth = count = 0
    for match in pattern(r"\\.|[{}]", 16).finditer(text, start, end):  # 16: re.DOTALL
        depth += (match[0] == "{") - (match[0] == "}")
    while count < depth and text[end + count : end + count + 1] == "}":
        count += 1
    return count


def _without_article(paper: Paper, start: int, end: int) -> Fix | None:
    """A fix that deletes the first article and capitalizes the next word."""
    text = paper.text
    letter = text.plain[end : end + 1]
    if not text.is_typed(start, end):
        return None
    if letter in PLACEHOLDERS or not letter.islower() or not text.is_typed(end, end + 1):
        return Fix(Edit(text.span(start, end), ""), safe=False)
    if text.is_typed(start, end + 1):
        return Fix(Edit(text.span(start, end + 1), letter.upper()), safe=False)
    return Fix(
        Edit(text.span(start, end), ""), Edit(text.span(end, end + 1), letter.upper()), safe=False
    )
