"""Figures and tables: the cases that tell a fault from its look-alikes."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from docx.shared import Emu

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.ooxml.names import V, W
from ieeelint.readers.latex.reading import read
from ieeelint.rule_examples import run_example
from ieeelint.running import run_rule
from ieeelint.starters import word
from ieeelint.views.word_pictures import printed_size

GRID = r"\begin{tabular}{cc} Gain & Phase\\ 1 & 2 \end{tabular}"


def figure(caption: str = "Plant.", key: str = "fig:a", begin: str = r"\begin{figure}[!t]") -> str:
    """A plain figure."""
    return (
        begin
        + r"\includegraphics{a}\caption{"
        + caption
        + r"}\label{"
        + key
        + r"}\end{figure}"
        + "\n"
    )


def table(title: str = "Gains", key: str = "tab:a", grid: str = GRID) -> str:
    """A plain table."""
    return (
        r"\begin{table}[!t]\caption{"
        + title
        + r"}\label{"
        + key
        + "}"
        + grid
        + r"\end{table}"
        + "\n"
    )


def found(snippet: str, code: str) -> list[Finding]:
    """The findings of one rule on a snippet."""
    rules.load(("FIG", "TAB"))
    context = Context(read("main.tex", text=assemble(snippet)["main.tex"]))
    return run_rule(rules.REGISTRY[code], context)


def places(snippet: str, code: str) -> list[str]:
    """The words those findings point at."""
    return [finding.span.text for finding in found(snippet, code)]


THREE = figure("Plant A.") + figure("Plant B.", "fig:b") + figure("Plant C.", "fig:c")
CLEVEREF = "%! preamble\n\\usepackage{cleveref}\n%! body\n"


@pytest.mark.parametrize(
    "text",
    [
        r"Figs.~\ref{fig:a}--\ref{fig:c} differ.",
        r"Figs. \ref{fig:a} to \ref{fig:c} differ.",
        r"Figs. \ref{fig:a}(a) - \ref{fig:c} differ.",
        r"Figs. 1--3 differ.",
        r"Figs. 1, 2, and 3 differ.",
        CLEVEREF + r"Plants differ, see \crefrange{fig:a}{fig:c}.",
        CLEVEREF + r"Plants differ, see \cref{fig:a,fig:b,fig:c}.",
        (
            "%! preamble\n\\newcommand{\\figref}[1]{Fig.~\\ref{#1}}\n%!"
            " body\n\\figref{fig:a}--\\figref{fig:c} differ."
        ),
        r"See \hyperref[fig:a]{one plant}, \unknownref{fig:b} and Fig.~\ref{fig:c}.",
        (
            r"Word.\footnote{See Fig.~\ref{fig:a}.} Then $x_{\text{\ref{fig:b}}}$, and"
            r" Fig.~\ref{fig:c1}."
        ),
    ],
)
def test_cited_figures_are_found(text: str) -> None:
    assert not [one for one in found(text + "\n" + THREE, "FIG004") if one.severity != "info"]


def test_a_caption_does_not_cite_its_own_figure() -> None:
    assert places(figure("Plant; see Fig.~\\ref{fig:a}."), "FIG004") == [r"\label{fig:a}"]


def test_panels_share_the_citation_of_their_figure() -> None:
    panels = (
        r"\begin{figure}[!t]\begin{subfigure}{.4\columnwidth}\includegraphics{a}\caption{small}\label{fig:s}"
        r"\end{subfigure}\caption{Plants.}\label{fig:a}\end{figure}"
    )
    assert not found(r"The gain of Fig.~\ref{fig:s} is small." + "\n" + panels, "FIG004")


def test_two_captions_in_one_float_are_two_figures() -> None:
    box = r"\begin{minipage}{.4\columnwidth}\includegraphics{a}\caption{Plant.}\label{%s}\end{minipage}"  # noqa: E501
    both = r"\begin{figure}[!t]" + box % "fig:a" + box % "fig:b" + r"\end{figure}"
    assert places(r"See Fig.~\ref{fig:a}." + "\n" + both, "FIG004") == [r"\label{fig:b}"]
    assert not found("See Figs. 1 and 2, and Fig. 3.\n" + both + figure("Load.", "fig:c"), "FIG004")


def test_a_continued_float_needs_no_citation_of_its_own() -> None:
    more = (
        r"\begin{figure}[!t]\ContinuedFloat\includegraphics{b}\caption{Plant,"
        r" continued.}\end{figure}"
    )
    assert not found(r"See Fig.~\ref{fig:a}." + "\n" + figure() + more, "FIG004")


def test_order_names_the_fewest_figures() -> None:
    text = r"See Fig.~\ref{fig:b}. See Fig.~\ref{fig:c}. See Fig.~\ref{fig:a}." + "\n" + THREE
    late = found(text, "FIG004")
    assert [one.span.text for one in late] == [r"\ref{fig:a}"]
    assert late[0].severity == "warning" and "after Fig. 3" in late[0].message


def message(snippet: str, code: str) -> str:
    """The message of the only finding."""
    (finding,) = found(snippet, code)
    return finding.message


AB = figure("Plant A.") + figure("Plant B.", "fig:b")


def test_a_typed_number_is_not_trusted_if_the_float_has_a_label() -> None:
    start = "Pumps are old.\n\n\\section{Sand}\n"
    late = start + r"See Fig.~\ref{fig:b}, and then Fig. 1." + "\n" + AB
    assert message(late, "FIG004").startswith('"Fig. 1" is typed here')
    early = start + AB + "Sand is dry.\n\nIt flows.\n\nSee Fig. 1 and " + r"Fig.~\ref{fig:b}."
    first, second = [each.message for each in found(early, "FIG004")]
    assert 'the typed "Fig. 1". Write \\ref there' in first and "Move it" in second
    bare = late.replace(r"\label{fig:a}", "")
    assert "Number them in the order" in message(bare, "FIG004")


def test_the_order_is_unknown_before_a_float_that_only_a_typed_number_cites() -> None:
    text = r"See Fig.~\ref{fig:c} and Fig.~\ref{fig:b}, and then Fig. 1." + "\n" + THREE
    assert "is typed here" in message(text, "FIG004")


def test_a_label_that_is_defined_twice_has_no_order() -> None:
    text = r"See Fig.~\ref{fig:c}, then Fig.~\ref{fig:b}, and Fig.~\ref{fig:a}." + "\n" + THREE
    assert len(found(text, "FIG004")) == 2
    assert not found(text + figure("Plant D.", "fig:a") + figure("E.", "fig:b"), "FIG004")


def test_nothing_is_uncited_where_a_part_is_missing() -> None:
    assert not found("\\input{no-such-part}\n" + figure(), "FIG004")


def test_an_appendix_is_only_remarked_upon() -> None:
    (one,) = found("Words.\n\\appendix\n\\section{More}\n" + figure(), "FIG004")
    assert one.severity == "info"


@pytest.mark.parametrize(
    "text",
    [
        r"In this figure 10 curves are drawn.",
        r"The car drove a figure 8.",
        r"A figure 8 track was driven.",
        r"The figures 3 of \cite{b1} differ.",
        r"Figure 2 in [5] differs, as does Figure 3 of Bee et al.",
        r"It is a figure of merit.",
        r"``Figure 3'' is wrong.",
        r"\verb|Figure 3| is wrong.",
        "%! back\n% Figure 3 is wrong.",
    ],
)
def test_no_figure_is_meant(text: str) -> None:
    assert not found(text, "FIG001")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("As Figure 1a shows.", "Figure"),
        ("As FIGURE 2 shows.", "FIGURE"),
        ("As figs. 2 and 3 show.", "figs."),
        ("As Fig 2 shows.", "Fig"),
        ("Figure \\ref{fig:a} shows it.\n" + figure(), "Figure"),
        (table("Gains of Figure~\\ref{fig:a}") + figure(), "Figure"),
        (CLEVEREF + "See \\cref{fig:a}.\n" + figure(), r"\cref{fig:a}"),
        (CLEVEREF + "\\Cref{fig:a} shows it.\n" + figure(), r"\Cref{fig:a}"),
    ],
)
def test_figure_words(text: str, place: str) -> None:
    assert places(text, "FIG001") == [place]


def test_a_macro_is_mended_where_it_is_defined() -> None:
    text = (
        "%! preamble\n\\newcommand{\\figref}[1]{Figure~\\ref{#1}}\n%! body\nSee \\figref{fig:a}.\n"
        + figure()
    )
    (one,) = found(text, "FIG001")
    assert one.fix is not None and not one.fix.safe
    assert [(edit.span.text, edit.text) for edit in one.fix.edits] == [("Figure", "Fig.")]


def test_several_labels_want_a_line_in_the_preamble() -> None:
    text = CLEVEREF + "See \\cref{fig:a,fig:b,fig:c}.\n" + THREE
    (one,) = found(text, "FIG001")
    assert one.fix is not None and not one.fix.safe
    assert (
        one.fix.edits[0].text == "\n\\crefname{figure}{Fig.}{Figs.}\\Crefname{figure}{Fig.}{Figs.}"
    )


@pytest.mark.parametrize(
    "float_",
    [
        (
            r"\begin{figure}[!t]\includegraphics{a}\caption{Plant with \includegraphics{b}"
            r" mark.}\end{figure}"
        ),
        r"\begin{figure}[!t]\captionsetup{position=top}\includegraphics{a}\caption{Plant.}\end{figure}",
        r"\begin{figure}[!t]\begin{algorithm}[H]\caption{Search.}\end{algorithm}\end{figure}",
        r"\begin{table}[!t]\caption{Gains}" + GRID + r"\end{table}",
    ],
)
def test_captions_that_stand_below(float_: str) -> None:
    assert not found(float_, "FIG002")


def test_a_label_in_a_group_keeps_the_caption_above_it() -> None:
    grouped = r"\begin{figure}[!t]\caption{Plant.}{\includegraphics{a}\label{fig:a}}\end{figure}"
    (finding,) = found(grouped, "FIG002")
    assert finding.fix is None


def test_a_boxed_caption_is_not_moved() -> None:
    text = (
        r"\begin{figure}[!t]\begin{minipage}{.9\columnwidth}\caption{Plant.}\end{minipage}"
        r"\includegraphics{a}\end{figure}"
    )
    (one,) = found(text, "FIG002")
    assert one.fix is None


@pytest.mark.parametrize(
    "caption",
    [
        "Gain of the plant. [3]",
        r"Gain of the plant.~\cite{b1}",
        "Gain of the ``plant.''",
        r"Gain of the plant, from \url{http://example.org/a}",
        r"Gain of \emph{one plant.}",
        "Gain of the plant\\ldots.",
        "A* search in the plant.",
        "A/B tests of the plant.",
        "mAP over time.",
        "t-SNE of the gains.",
        r"\texttt{numpy} gains.",
        "de Moivre's gains.",
        "Figs. 3 and 4 combined.",
    ],
)
def test_captions_in_order(caption: str) -> None:
    assert not found(figure(caption), "FIG003")


@pytest.mark.parametrize(
    ("caption", "place"),
    [
        ("Gain of the plant $G(s)$", "$G(s)$"),
        ("Gain (after tuning)", "tuning)"),
        ("Gains: (a) small; (b) large;", "large;"),
        ("Fig. 2 Gain of the plant.", "Fig. 2"),
        ("FIGURE 3: Gain of the plant.", "FIGURE 3:"),
        ("gain of the plant.", "gain"),
        ("An open loop.", "An"),
        ("A $k$-step gain.", "A"),
    ],
)
def test_caption_words(caption: str, place: str) -> None:
    assert places(figure(caption), "FIG003") == [place]


@pytest.mark.parametrize("placement", ["t", "!t", "htbp", "ht", "!ht", "thpb", "b", "hp", ""])
def test_placements_that_pass(placement: str) -> None:
    begin = f"\\begin{{figure}}[{placement}]" if placement else "\\begin{figure}"
    assert not found(figure(begin=begin), "FIG005")


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        (r"\begin{figure*}[h]", "at the end of the paper"),
        (r"\begin{figure*}[!h]", "at the end of the paper"),
        (r"\begin{figure*}[H]", "in the middle of a column"),
        (r"\begin{figure}[h]", "in the middle of a column"),
    ],
)
def test_a_wide_float_has_no_place_here(begin: str, words: str) -> None:
    wide = figure(begin=begin).replace(
        r"\end{figure}", r"\end{figure*}" if "*" in begin else r"\end{figure}"
    )
    text = r"See Fig.~\ref{fig:a}." + "\n" + wide
    assert words in message(text, "FIG005")
    one = "%! class\n\\documentclass[journal,onecolumn]{IEEEtran}\n%! body\n"
    assert "in the middle of a column" in message(one + text, "FIG005")


def test_a_wide_table_cannot_get_wider() -> None:
    grid = r"\resizebox{\textwidth}{!}{" + GRID + "}"
    text = r"See Table~\ref{tab:a}." + "\n" + table(grid=grid)
    wide = text.replace("{table}", "{table*}")
    assert "Use fewer columns" in message(wide, "TAB004")
    narrow = text.replace(r"\textwidth", r"\columnwidth")
    assert "Use table*, fewer columns" in message(narrow, "TAB004")


@pytest.mark.parametrize("placement", ["h", "h!", "!h", "H", "!H"])
def test_placements_in_the_middle(placement: str) -> None:
    assert places(figure(begin=f"\\begin{{figure}}[{placement}]"), "FIG005") == [placement]


@pytest.mark.parametrize(
    ("options", "environment", "fires"),
    [
        (r"width=\textwidth", "figure", True),
        (r"width=.9\textwidth,height=3cm", "figure", True),
        (r"scale=.5,width=1.1\linewidth", "figure", True),
        ("width=10cm", "figure", True),
        ("width=3.5in", "figure", False),
        ("width=88mm", "figure", False),
        (r"width=0.5\textwidth", "figure", False),
        (r"height=\textwidth", "figure", False),
        (r"width=\textwidth", "figure*", False),
        (r"width=\columnwidth", "figure*", True),
        (r"width=\linewidth", "figure*", False),
    ],
)
def test_widths(options: str, environment: str, fires: bool) -> None:
    text = (
        f"\\begin{{{environment}}}[!t]\\includegraphics[{options}]{{a}}"
        f"\\caption{{Plant.}}\\end{{{environment}}}"
    )
    assert bool(found(text, "FIG006")) is fires


@pytest.mark.parametrize(
    "label",
    [
        "Speed (m/s)",
        "Signal/Noise",
        "$P/P_0$",
        "W/L",
        "Requests/s",
        "Frames/s",
        "Magnetization, $M$ (A/m)",
        "Energy per bit",
        "Number of nodes",
        "Range [1, 10]",
        "Iteration",
        "Voltage, V",
        "x",
        "C/N",
        "Loss of model A",
        "Time step $t$",
        "Vitamin C",
    ],
)
def test_axis_labels_that_pass(label: str) -> None:
    plot = (
        r"\begin{figure}[!t]\begin{tikzpicture}\begin{axis}[xlabel={"
        + label
        + r"}, ylabel style={font=\small}]"
        r"\addplot {x};\end{axis}\end{tikzpicture}\caption{Response.}\end{figure}"
    )
    assert not found(plot, "FIG008")


@pytest.mark.parametrize(
    "grid",
    [
        r"\begin{tabular}{c} 10$^2$ m$^2$\\ 5$^1$\\ \end{tabular}",
        r"\begin{tabular}{c} Gain$^{\mathrm{a}}$\\ $^{\mathrm{a}}$Measured. \end{tabular}",
        r"\begin{tabular}{c} 1$^{*}$\\ 2$^{**}$\\ $^{*}$ $p<0.05$ \end{tabular}",
        (
            r"\begin{minipage}{\columnwidth}\begin{tabular}{c} 1\footnote{Measured.}"
            r" \end{tabular}\end{minipage}"
        ),
    ],
)
def test_tables_without_faulty_notes(grid: str) -> None:
    assert not found(table(grid=grid), "TAB005")


@pytest.mark.parametrize(
    "title",
    [
        "Gains and Losses, etc.",
        "Gains of Bee et al.",
        "Gains in the U.S.",
        "Gains of the Plant. Losses Are in Bold.",
        "$G$ and $H$",
        "MQTT and HTTP",
    ],
)
def test_table_titles_in_order(title: str) -> None:
    assert not found(table(title), "TAB006")


@pytest.mark.parametrize(
    "text",
    [
        "Compare Table 12.4 with ours." + table(),
        r"Table 2 of \cite{b1} and Table 3 in [7] differ." + table(),
        "Press Tab 3 times." + table(),
        "The tables list gains." + table(),
        "%! class\n\\documentclass{ieeeaccess}\n%! body\nTable 1 lists gains." + table(),
    ],
)
def test_table_references_that_pass(text: str) -> None:
    assert not found(text, "TAB002")


@pytest.mark.parametrize(
    ("code", "word", "end", "label"),
    [("TAB002", "Table", ".", "TABLE IV."), ("FIG001", "Figure", ":", "Fig. 4.")],
)
def test_a_label_of_insert_caption_keeps_its_number(code, word, end, label, tmp_path) -> None:
    counted = f"{word} <field SEQ {word}>4</field>{end}"
    expected = f'IEEE prints "{label}", not "{word} 4{end}", which Word\'s Insert Caption writes'
    assert any(expected in message for message in _messages(code, counted, tmp_path))


@pytest.mark.parametrize(
    ("code", "typed", "by"),
    [
        ("TAB006", "Table 4.", "TAB002"),
        ("FIG003", "Figure 3:", "FIG001"),
        ("TAB006", "TABLE IV.", "WRD006"),
        ("FIG003", "Fig. 3.", "WRD006"),
    ],
)
def test_one_rule_reports_a_label_typed_by_hand(code, typed, by, tmp_path) -> None:
    for rule in (code, "FIG001" if code == "FIG003" else "TAB002", "WRD006"):
        messages = _messages(rule, typed, tmp_path, code)
        assert [typed in message for message in messages].count(True) == (rule == by)


def _messages(code: str, label: str, folder, kind: str = "") -> list[str]:
    """What a rule reports about a caption of Insert Caption; ``kind`` is the rule of its kind."""
    rules.load((code[:3],))
    is_table = "TAB" in code + kind
    body = "| Gain | Phase |\n| 1 | 2 |" if is_table else "[Body Text] <picture/>"
    caption = f"[caption] {label} Gains of long pipes"
    lines = [caption, body] if is_table else [body, caption]
    sketch = "\n".join(["%! word", *lines])
    found = run_example(rules.REGISTRY[code], sketch, str(folder)).findings
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("across", "down", "before", "is_figure"),
    [
        (3.0, 1.5, "It flows.", True),
        (0.4, 0.4, "It flows.", False),
        (3.0, 0.5, "It flows.", False),
        (0.5, 2.0, "It flows.", False),
        (3.0, 1.5, "The law is the formula", False),
        (3.0, 2.5, "By this formula it flows.", True),
    ],
)
def test_a_small_picture_or_a_formula_needs_no_caption(
    across, down, before, is_figure, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(word, "PICTURE", (Emu(int(across * 914400)), Emu(int(down * 914400))))
    rules.load(("FIG",))
    sketch = f"%! word\n[Body Text] {before}\n[Body Text] <picture/>\n[Body Text] It is wet."
    found = run_example(rules.REGISTRY["FIG003"], sketch, str(tmp_path)).findings
    assert ["no caption" in finding.message for finding in found] == [True] * is_figure


@pytest.mark.parametrize(("size", "is_figure"), [("200pt;height:150pt", True), ("9pt", False)])
def test_the_size_of_an_old_drawing(size: str, is_figure: bool) -> None:
    spaces = f'xmlns:v="{V[1:-1]}" xmlns:w="{W[1:-1]}"'
    shape = f'<v:shape style="position:static;width:{size}"><v:imagedata/></v:shape>'
    drawing = fromstring(f"<p {spaces}><w:pict>{shape}</w:pict></p>")
    across, down = printed_size(drawing)
    assert (across > 2.5 and down > 2) == is_figure
