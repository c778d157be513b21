"""REF011: the form of a reference typed by hand."""

from __future__ import annotations

from ieeelint.paper.compiled_lists import is_compiled
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.typed_mistakes import first_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

# How IEEE writes a reference, for those of which it is not certain what their fields are.
SAMPLE = "A. Lima and B. Costa, “Title,” J. Abbrev., vol. 1, no. 2, pp. 3–9, Mar. 2020."
FEWEST_ENTRIES = 5  # of a list whose style shows
SHARE = 0.6  # of the entries with a mistake in a list that has another style


@rule(
    "REF011",
    "ref-entry-format",
    WARNING,
    "IEEE Reference Guide; IEEE conference template, References",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Lima, A., \\& Santos, B. (2020)⟧. Pipes and sand. J. Flow, 1(2),"
            " 3--9."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima ⟦\\&⟧ B. Santos, ``Pipes and sand,'' \\emph{J. Flow}, vol."
            " 1, pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ⟦B. Santos⟧, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1,"
            " pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, ⟦pp.3⟧--9,"
            " 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana de Lima and Bruno Santos⟧, ``Pipes and sand,'' \\emph{J. Flow},"
            " vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana B. Lima⟧. \\emph{Pipes and Sand}. Porto, Portugal: Rio, 2020."
        ),
        "%! word\n[references] ⟦Ana Lima, Bruno Santos⟧, “Pipes and sand,” J. Flow, 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ⟦``⟧Pipes and Sand,'' Rio Press, Porto, 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ⟦``⟧Pipes and Sand,'' Rio Press, 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima and B. Santos⟧. Pipes and sand. In Proc. Int. Conf. Flow,"
            " pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima, B. Santos, Pipes and sand, \\emph{J. Flow} 3 (2020)⟧."
        ),
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧. The Wet Pipe. 2007. ISBN 978-3-540-72078-2.",
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧, The Wet Pipe, Rio, p. 32, 2007.",
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧. The wet pipe. Journal of Flow. 2007, p. 3.",
        "%! references\n\\bibitem{lima} ⟦Ana de Lima⟧ and Bo Costa. Pipes and sand. \\emph{J. of"
        " Flow}, 3(2):5--9, 2020.",
        "%! references\n\\bibitem{lima} ⟦Cy Reis⟧. A study of sand. In \\emph{Conf. Flow}, pages"
        " 3--9, 2020.",
        "%! references\n\\bibitem{lima} ⟦Lima, Ana⟧ and Costa, Bo. Pipes and sand. Journal of Flow,"
        " 3(2), 5--9, 2020.",
        "%! references\n\\bibitem{lima} ⟦Lima, Ana⟧ and Costa, Bo, ``Pipes,'' \\emph{Flow}, 2020.",
        "%! references\n\\bibitem{lima} ⟦\\url{https://flow.example/a}⟧",
        "%! word\n[references] ⟦Flow: Pipes for everybody. (2020)⟧.",
        "%! references\n\\bibitem{lima} Flow for everybody. ⟦\\url{https://flow.example}⟧.",
        (
            "%! references\n"
            "\\bibitem{lima} Flow for everybody. (2020, May 12). Flow. ⟦\\url{https://flow.example}⟧"
        ),
        "%! word\n[references] ⟦Santos, B. (2020)⟧. Pipes and sand. J. Flow, 1(2), 3–9.",
        "%! word\n[references] Flow for everybody. ⟦https://flow.example⟧",
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima⟧, 'Pipes and sand,' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana B. Lima⟧, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Reis, ⟦Bo Costa⟧, and Cy da Silva, ``Pipes and sand,''"
            " \\emph{J. Flow}, vol. 1, 2020."
        ),
        "%! word\n[references] ⟦Bo Costa⟧ & Cy silva “Pipes and sand”, J. Flow, vol. 1, 2020.",
        "%! word\n[references] ⟦Ana Lima⟧ and Bo Costa. 2019. Pipes and sand. Rio Press.",
        "%! word\n[references] ⟦Ana B. Lima⟧, Pipes and sand. Porto: Rio Press, 2020.",
        "%! word\n[references] ⟦Lima, Ana B.⟧, and Bo Costa. “Pipes.” J. Flow 15.4 (1996): 3–9.",
        "%! word\n[references] ⟦Lima, Ana⟧. “Pipes and sand.” J. Flow 15.4 (1996): 3–9.",
        "%! word\n[references] ⟦Lima AB⟧, Costa C. Pipes and sand. J Flow 2019;7:5–9.",
        "%! word\n[references] ⟦Lima A⟧. Pipes and sand. J Flow. 2019;7(2):5–9.",
        "%! word\n[references] Flow Society, 2021. ⟦Available: ⟧https://flow.example/a.",
        "%! word\n[references] Flow Society. ⟦https://flow.example/a⟧ (accessed on 3.10.2021).",
        "%! word\n[references] ⟦Lima et al⟧., “Pipes and sand,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] ⟦Lima, Costa, and Reis⟧, “Pipes and sand,” J. Flow, 2020.",
        (
            "%! references\n"
            "\\bibitem{a} ⟦Lima, A. (2020)⟧. Pipes and sand. J. Flow, 1(2), 3--9.\n"
            "\\bibitem{b} Costa, B. (2021). Wet sand. J. Flow, 2(2), 3--9.\n"
            "\\bibitem{c} Dias, C. (2022). Dry sand of another river, a study, J. Flow.\n"
            "\\bibitem{d} Reis, D. (2023). Red sand. J. Flow, 4(2), 3--9.\n"
            "\\bibitem{e} E. Faro, ``Sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{a} ⟦Lima, A. (2020)⟧. Pipes and sand. J. Flow, 1(2), 3--9.\n"
            "\\bibitem{b} B. Costa, ``Wet sand,'' \\emph{J. Flow}, vol. 1, 2020.\n"
            "\\bibitem{c} C. Dias, ``Dry sand,'' \\emph{J. Flow}, vol. 1, 2020.\n"
            "\\bibitem{d} D. Reis, ``Red sand,'' \\emph{J. Flow}, vol. 1, 2020.\n"
            "\\bibitem{e} E. Faro, ``Sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, B. Santos, and C.-D. van der Berg Jr., ``Pipes and sand,''"
            " \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020."
        ),
        "%! references\n\\bibitem{lima} Deep Flow. Nature, 521(7):3--9, 2015.",
        "%! references\n\\bibitem{lima} Wet pipes and dry sand. A study of it. Flow, 3(2):5--9.",
        "%! references\n\\bibitem{lima} Flow Society and Sand Center. A study of it. Flow, 3(2):5--"
        "9, 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima \\emph{et al.}, ``Pipes and sand,'' in \\emph{Proc. Int."
            " Conf. Flow}, Porto, Portugal, 2020, pp. 3--9."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, \\emph{Pipes and Sand}, 2nd ed. Porto, Portugal: Rio Press,"
            " 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow Society. ``Flow for everybody.'' Flow. Accessed: Mar. 3, 2020."
            " [Online]. Available: \\url{https://flow.example}"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' Ph.D. dissertation, Dept. Flow, Univ."
            " Porto, Porto, Portugal, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima and B. Santos, `` Pipes and sand,'' \\emph{J. Flow}, vol. 1,"
            " 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Open Flow, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow Society and Sand Institute, ``Pipes and sand,'' \\emph{J. Flow},"
            " vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Open Flow and Red Sand for people, ``Pipes,'' \\emph{J. Flow}, 2020."
        ),
        "%! references\n\\bibitem{lima} Steady Flow and Coarse Sand, Rio Press, Porto, 2020.",
        "%! word\n[references] Flow Group and Sand Systems, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Ministry of Flow, Sand Port, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Flow, Sand, and Water Society, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Flow, Sand, and Group, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! back\n\\bibliography{flow}\n%! file main.bbl\n\\begin{thebibliography}{1}\n"
        "\\bibitem{lima} Ana de Lima and Bo Costa. Pipes and sand. \\emph{J. of Flow}, 3(2):5--9,"
        " 2020.\n\\end{thebibliography}",
        "%! word\n[references] Flow Port, “Pipes and sand,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] El Haddad and B. Costa, “Pipes and sand,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Lima, Ana, and Bo Costa, Map of the River. Rio Press, 2020.",
        "%! word\n[references] Flow map, accessed at https://doi.org/10.1000/1.",
        "%! word\n[references] Porto, Portugal, Map of the River. Rio Press, 2020.",
        "%! word\n[references] Windows XP, Map of the River. Rio Press, 2020.",
        "%! word\n[references] A. Lima et al., “Pipes,” 2020. Accessed: Mar. 3, 2020. [Online]."
        " Available: https://flow.example/a",
        "%! references\n\\bibitem{lima} AT\\&T, Flow Group, private communication, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima and B. Santos, private communication, May 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' in \\emph{Sand}, Springer, 2020, pp."
            " 3--9."
        ),
        (
            "%! word whole\n"
            "[paper title] O fluxo da areia nos tubos\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—A areia não é molhada, mas a água que corre pelos tubos é.\n"
            "[heading 1] Introdução\n"
            "[Body Text] Este trabalho mostra como a água corre pelos tubos de uma cidade antiga"
            " e por que a areia fica no fundo, como se vê também em outros rios do país [1].\n"
            "[references] A areia seca do rio. Disponível em: https://flow.example"
        ),
    ],
    fixes=[
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, ⟦Vol⟧. 1, No. 2, pp. 3--9,"
                " 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9,"
                " 2020."
            ),
        ),
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦pp.3⟧--9, 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp.~3--9, 2020."
            ),
        ),
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima ⟦\\&⟧ B. Santos, ``Pipes,'' \\emph{J. Flow}, vol. 1,"
                " 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima and B. Santos, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
            ),
        ),
    ],
    english=True,
    any_language=True,
)
def entry_form(context: Context) -> Iterator[Finding]:
    """A reference follows IEEE's form: initials before the surname, "and" before the last author,
    the title in quotation marks.

    An article is A. Lima and B. Santos, “Title,” J. Abbrev., vol. 1, no. 2,
    pp. 3–9, Mar. 2020. A book's title is in italics without quotation marks. A
    web page ends with Accessed: Mar. 3, 2020. [Online]. Available: and its
    address. Only the first mistake of an entry is reported. If it is certain what
    each word of an entry is, the fix writes it as IEEE prints it. In a list of
    another style, all findings say the same.
    """
    entries = [parts for entry, parts in context.index.typed_entries if not is_compiled(entry.span)]
    found = [
        (parts, finding)
        for parts in entries
        if (finding := first_mistake(context, parts)) is not None
    ]
    if found:  # the printer is for drafts that need it
        from ieeelint.rules.support.typed_form import fix_of, form_of
    is_other = len(entries) >= FEWEST_ENTRIES and len(found) >= SHARE * len(entries)
    for parts, finding in found:
        form = form_of(context, parts)
        if form is not None and finding.fix is None:
            finding.fix = fix_of(context, parts, form)
        if is_other:
            words = (form.printed if form is not None else SAMPLE).replace('"', "")
            finding.message = (
                f'The list is in another style. Write this reference as IEEE does: "{words}"'
            )
        yield finding
