"""Units and numbers: faults and their look-alikes."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
from ieeelint.running import run_rule

SIUNITX = "%! preamble\n\\usepackage{siunitx}\n%! body\n"


def found(snippet: str, code: str) -> list[Finding]:
    """The findings of one rule on a snippet."""
    rules.load(("UNT",))
    context = Context(read("main.tex", text=assemble(snippet)["main.tex"]))
    return run_rule(rules.REGISTRY[code], context)


def places(snippet: str, code: str) -> list[str]:
    """The words those findings point at, hints left out."""
    return [finding.span.text for finding in found(snippet, code) if finding.severity != "info"]


def after_fix(snippet: str, code: str) -> str:
    """The snippet with all edits of that rule made."""
    text = assemble(snippet)["main.tex"]
    edits = [edit for finding in found(snippet, code) if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    start = text.index("Pipes are everywhere~\\cite{lima}.")
    return text[start:].split("\n\n")[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An arm of 12 inches here.", ["12 inches"]),
        ("An arm of 12~in. here.", ["12~in"]),
        ("A 12-in arm here.", ["12-in"]),
        ("It weighs 5 lbs now.", ["5 lbs"]),
        ("It drove at 60 mph then.", ["60 mph"]),
        ("It is 90 \\textdegree F hot.", ["90 \\textdegree F"]),
        ("An arm of 30 cm (12 in) here.", []),
        ("A 3.5-inch disk drive, a 19-inch rack, and a 12-inch wafer.", []),
        ("It fell in 5 in 10 cases and by 30 in all.", []),
        ("It is 5 in fact.", []),
        ("It is 3 nautical miles off.", []),
        (SIUNITX + "An arm of \\SI{12}{\\inch} here.", ["\\SI{12}{\\inch}"]),
    ],
)
def test_english_units(text: str, expected: list[str]) -> None:
    assert places(text, "UNT001") == expected


def test_english_units_are_converted() -> None:
    assert '"30 cm (12 in)"' in found("A 12 inches long arm.", "UNT001")[0].message.replace(
        "inches", "in"
    )
    assert "97 km/h" in found("It drove at 60 mph.", "UNT001")[0].message


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("It was 50 A/m and then 50 Oe.", ["warning"]),
        ("It was 50 Oe at most.", ["info"]),
        ("As 1 Oe = 79.6 A/m, all is well.", []),
        ("It was 5 cm, 3 g, and 9 mL.", []),
        ("The 5G net and 2 G of it.", []),
        ("It was 5 T and then 50 gauss.", ["warning"]),
    ],
)
def test_systems(text: str, severities: list[str]) -> None:
    assert [finding.severity for finding in found(text, "UNT002")] == severities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 2 webers/m$^2$ here.", ["webers/m"]),
        ("It is 5 km/hour here.", ["km/hour"]),
        ("It is 5 m per second here.", ["m per second"]),
        ("It is in meters per s.", ["meters per s"]),
        ("We send 5 bits/s, 3 packets/s and 4 images/s.", []),
        ("It is 20 dB per decade, 5 W per channel.", []),
        ("Five miles/hour is slow and so are meters per second.", []),
        ("It ran 8 h per day.", []),
        ("We use and/or gates, s/hour aside.", []),
        ("Write ``webers/m$^2$'' nowhere.", []),
    ],
)
def test_spelled_and_symbol(text: str, expected: list[str]) -> None:
    assert places(text, "UNT003") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has a few H.", ["H"]),
        ("It takes several ms to settle.", ["ms"]),
        ("It takes tens of GHz.", ["GHz"]),
        ("For some K and many N we go.", []),
        ("Several A/B tests and several MS students.", []),
        ("A few bits and a few of the ms.", []),
        ("The time (in ms) and the loss in dB.", []),
        ("Write ``a few H'' nowhere.", []),
    ],
)
def test_symbol_without_number(text: str, expected: list[str]) -> None:
    assert places(text, "UNT004") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is .25 here.", [".25"]),
        ("It is (.25) or $.5x$ here.", [".25", ".5"]),
        ("It is -.5 here.", [".5"]),
        ("It is .5~GHz here.", [".5"]),
        ("It is $x = -.5$ here.", [".5"]),
        ("It is 0.25 and 10.25 and 1.2.3.", []),
        ("See Fig. .5 and No. .3 and version .7.", []),
        ("\\hspace{.5em}Pipes\\kern.1em are \\raisebox{.2ex}{x}.", []),
        ("\\includegraphics[width=.5\\textwidth]{a}", []),
        ("It is $x\\hspace{.5em}y\\kern.1em z$ and $a_{x.5}$.", []),
        ("The .NET and the .7z and .mp4 files.", []),
        ("And so on ...5 and . . . .5 here.", []),
        (
            "\\begin{table}[!t]\\caption{T}\\begin{tabular}{c} .05 \\end{tabular}\\end{table}",
            [".05"],
        ),
        (SIUNITX + "It is \\num{.25} and \\SI{.5}{m}.", []),
        ("Write ``0.25'', not ``.25''.", []),
    ],
)
def test_leading_zero(text: str, expected: list[str]) -> None:
    assert places(text, "UNT005") == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It holds 5 cc of it.", 1),
        ("It holds 5~c.c. of it.", 1),
        ("It is CC BY 4.0 and gcc 9.", 0),
        ("Send 4 cc: copies.", 0),
        ("It holds 5~cm$^3$ of it.", 0),
    ],
)
def test_cubic_centimeters(text: str, count: int) -> None:
    assert len(found(text, "UNT006")) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 5GHz here.", ["5GHz"]),
        ("It is 200m long.", ["200m"]),
        ("It is 0.6s long.", ["0.6s"]),
        ("It is 39GB big.", ["39GB"]),
        ("It is 5seconds long.", ["5seconds"]),
        ("It is $5$GHz here.", ["$5$GHz"]),
        ("It is 10$\\mu$m wide.", ["10$\\mu$m"]),
        ("It is $27.2mH$ here.", ["27.2mH"]),
        ("It is $5\\mathrm{GHz}$ here.", ["5\\mathrm{GHz}"]),
        ("It is 12V here and 5 V there.", ["12V"]),
        ("It took 9m 17s here.", ["9m 17s"]),
        ("A 32bit word.", ["32bit"]),
        ("A resistor of 10k$\\Omega$ here.", ["10k$\\Omega$"]),
        ("It is $38\\mbox{kB}$ here, not $38\\text{\\,kB}$.", ["38\\mbox{kB}"]),
        ("\\href{https://6g-a.eu}{https://6g-a.eu/5GHz}, https://5m-b.org, me@5m.org.", []),
        ("\\begin{align} a &= b \\\\[2mm] c &= \\hspace{-3mm} d . \\end{align}", []),
        ("\\[ \\begin{bmatrix} 1 \\\\*[3mm] 2 \\end{bmatrix}. \\]", []),
        ("We set $\\makebox[2cm]{a}$ and $\\includegraphics[height=5mm]{b}$.", []),
        ("The digit 6s are wrong.", []),
        ("It is 5~GHz, 5\\,GHz, and a 5-GHz band.", []),
        ("It is 5\\%, 5$^\\circ$, 5\\textdegree, $5\\%$.", []),
        ("It is 30\\,$^\\circ$C here.", []),
        ("A 5G phone, 4K and 3D films, 2T and 1T1C cells, 10BASE-T.", []),
        ("A 12V rail and 100A fuse.", []),
        ("In 65nm CMOS and the 7nm node.", ["65nm", "7nm"]),
        ("In 65-nm CMOS and the 7-nm node.", []),
        ("The RTX3090, 802.11g, SP 800-207A, WCAG 2.2A, Fig. 2A, step 1b.", []),
        ("The 1980s and the 2020s.", []),
        ("A model with 7B weights of 10k rows.", []),
        ("There are $2m$ rows and $3N$ columns, $2n+3m$ of them.", []),
        ("\\vspace{3mm}\\includegraphics[width=8cm]{a} Pipes.", []),
        ("The \\texttt{5GHz} and \\url{http://a.b/5GHz} files.", []),
        ("Write ``5GHz'' nowhere.", []),
        (SIUNITX + "It is \\SI{5}{GHz} and \\qty{5}{\\giga\\hertz}.", []),
    ],
)
def test_space_before_the_unit(text: str, expected: list[str]) -> None:
    assert places(text, "UNT007") == expected


def test_plain_spaces_are_a_hint() -> None:
    hints = found("It is 5 GHz here, 6 ms there, and 7 km off.", "UNT013")
    assert [hint.severity for hint in hints] == ["info"] * 3
    assert after_fix("It is 5 GHz here, 6 ms there.", "UNT013") == "It is 5~GHz here, 6~ms there."


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It is 5GHz here.", "It is 5~GHz here."),
        ("It is $5GHz$ here.", "It is $5\\,GHz$ here."),
        ("It is 10$\\mu$m here.", "It is 10~$\\mu$m here."),
        ("It is $5$GHz here.", "It is $5$~GHz here."),
    ],
)
def test_the_space_is_put_in(text: str, right: str) -> None:
    assert after_fix(text, "UNT007") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It is 20~KHz here.", "It is 20~kHz here."),
        ("It took 5~secs here.", "It took 5~s here."),
        ("It is 5~Kg here.", "It is 5~kg here."),
        ("It is 5~m/sec here.", "It is 5~m/s here."),
        ("It is 5~um here.", "It is 5~$\\mu$m here."),
        ("It is 5~kHz, 5~s, 5~min, 5~KB, 5~h.", "It is 5~kHz, 5~s, 5~min, 5~KB, 5~h."),
        ("See Sec. 5, min. 3, and give us 5.", "See Sec. 5, min. 3, and give us 5."),
        ("Write ``5 KHz'' nowhere.", "Write ``5 KHz'' nowhere."),
    ],
)
def test_standard_forms(text: str, right: str) -> None:
    assert after_fix(text, "UNT008") == right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is $5GHz$ here.", ["5GHz"]),
        ("It is 6.1 $cm$ wide.", ["$cm$"]),
        ("After 20~$s$ it fell.", ["$s$"]),
        ("At $t = 5\\,s$ it fell.", ["5\\,s"]),
        ("It is $750 V / rpm$ here.", ["750 V / rpm"]),
        (
            "\\begin{table}[!t]\\caption{T}\\begin{tabular}{c}$0.6m$\\\\$1m$\\end{tabular}"
            "\\end{table}",
            ["0.6m", "1m"],
        ),
        (
            (
                "\\begin{equation}x = \\begin{bmatrix}0.5 m/s \\\\ 1.5"
                " rad\\end{bmatrix}.\\end{equation}"
            ),
            ["0.5 m/s", "1.5 rad"],
        ),
        ("At $p = \\begin{bmatrix}0.5 & 1.5\\end{bmatrix}^\\top m$ it is.", ["m"]),
        ("It is 10 m2 big.", ["m2"]),
        ("It is 10~m/s2 fast.", ["m/s2"]),
        ("It is $5\\,\\mathrm{GHz}$, $5\\text{ GHz}$, 5~$\\mathrm{cm}$.", []),
        ("It is 5~$\\mu$m, 20~$^\\circ$C, 5~$\\Omega$.", []),
        ("It is 10~m$^2$, 10~m\\textsuperscript{2}, 10~m².", []),
        ("It has $2m$ rows, $3N$ columns, $2nm$ cells for $n$ and $m$, $x+2s$.", []),
        ("The $3s_i$ and $2m(x)$ and $5V^*$ and $2A = B$.", []),
        ("We take 2 $K$ and 3 $n$ with $K$ and $n$.", []),
        ("The gas CO2, H2, and the node m2.", []),
        ("It is $\\SI{5}{m}$.", []),
    ],
)
def test_upright_units(text: str, expected: list[str]) -> None:
    assert places(text, "UNT009") == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is 5~V to 10~V wide.", 1),
        ("It is 5~V--10~V wide.", 1),
        ("It is 5--10~V wide.", 0),
        ("It is 20--30\\% off.", 1),
        ("It is 20\\%--30\\% off.", 0),
        ("A 640x480 image and 3 x 3 kernels.", 2),
        ("The 0x1F word, the x86 chip, and 3x faster.", 0),
        ("It is 3 $\\times$ 4~mm big.", 1),
        ("It is 3~mm $\\times$ 4~mm big.", 0),
        ("It fell from 5~V at noon to 10~V.", 0),
        ("A 3×4 grid.", 0),
    ],
)
def test_ranges_and_products(text: str, count: int) -> None:
    assert len(found(text, "UNT010")) == count


def test_number_format_is_off_by_default() -> None:
    rules.load(("UNT",))
    assert not rules.REGISTRY["UNT011"].default
    assert [one.span.text for one in found("It is 3,14 V and 1,000 V.", "UNT011")] == ["3,14 V"]
    assert [one.span.text for one in found("It is five mm and five pipes.", "UNT011")] == [
        "five mm"
    ]


def test_siunitx_generations() -> None:
    assert found(SIUNITX + "It is \\SI{5}{m} and \\si{m}.", "UNT012") == []
    mixed = SIUNITX + "It is \\qty{5}{m}, \\SI{6}{m}, and \\si{\\metre}."
    assert [one.span.text for one in found(mixed, "UNT012")] == ["\\SI{6}{m}", "\\si{\\metre}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is $0.5 s$ late.", ["0.5 s"]),
        ("It is $0.5 s$ late in $G(s)$.", []),
        ("It is $4.5 s$ and $s^2$ here.", []),
        ("It is $4.5\\,s$ long, and $s^2$ is not.", ["4.5\\,s"]),
        ("In ETSI MEC 003 V3.1.1 and A2.10 we read.", []),
        ("The plate has 10 m2. It is flat.", ["m2"]),
    ],
)
def test_upright_units_and_exponents(text: str, expected: list[str]) -> None:
    assert places(text, "UNT009") == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It goes from 5~dB to 10~dB now.", 1),
        ("It goes from -10~dB to 10~dB now.", 0),
        ("It goes from $-10$~dB to 10~dB now.", 0),
        ("About 2K-4K comments came.", 0),
        ("It goes from 2~K to 4~K now.", 1),
    ],
)
def test_a_range_has_its_unit_once(text: str, count: int) -> None:
    assert len(found(text, "UNT010")) == count
