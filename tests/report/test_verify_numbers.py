"""Pinned numbers in the text are checked against the results."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from verified_drafts import findings, latex_draft, messages, number, pin

from ieeelint.report.verify.verdicts import verdict
from ieeelint.report.writers.word import number_control

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# value, printed number, verdict; by hand
@pytest.mark.parametrize(
    ("value", "token", "expected"),
    [
        ("2.675", "2.68", "agrees"),
        ("2.675", "2.67", "truncated"),
        ("9.995", "10.00", "agrees"),
        ("9.995", "9.99", "truncated"),
        ("0.9996", "1.000", "agrees"),
        ("0.9996", "1.00", "agrees"),
        ("0.9996", "0.999", "truncated"),
        ("2.665", "2.66", "agrees"),
        ("2.665", "2.67", "agrees"),
        ("-2.675", "-2.68", "agrees"),
        ("-2.675", "2.68", "contradicts"),
        ("412.3", "412", "agrees"),
        ("412.3", "413", "last digit"),
        ("412.3", "414", "contradicts"),
        ("0", "0.00", "agrees"),
        ("0.0004", "0.001", "last digit"),
        ("1000000", "1000000", "agrees"),
    ],
)
def test_rounding_is_decimal(value, token, expected):
    assert verdict(token, Decimal(value)) == expected


def test_drift_is_within_the_interval():
    assert verdict("0.840", Decimal("0.8349"), Decimal("0.823"), Decimal("0.847")) == "drift"
    assert verdict("0.860", Decimal("0.8349"), Decimal("0.823"), Decimal("0.847")) == "contradicts"


NUMBERS = [
    number("speed-up", "2.45", "2.4502"),
    number("slow-down", "0.66", "0.66"),
    number("latency", "0.835", "0.8349", "ms", "0.012"),
    number("memory", "412", "412.3", "MiB"),
    number("share", "34", "34.2", "%"),
    number("loss", "-34", "-34.2", "%"),
    number("parameters", "1050000", "1050000"),
    number("rate", "2100", "2100", "1/s"),
    number("a.fast", "1.2", "1.2", "ms"),
    number("a.slow", "2.94", "2.94", "ms"),
    number("b.fast", "900", "900", "µs"),
    number("million", "1000000", "1000000"),
    number("in-millions", "1.05", "1.05", "M"),
]


@pytest.fixture
def check_line(tmp_path):
    """The messages for a line of a LaTeX draft."""
    pin(tmp_path, [], NUMBERS)

    def check(line, find=messages):
        (tmp_path / "paper.tex").write_text(latex_draft([], line + "\nIt works."), encoding="utf-8")
        return find(tmp_path / "paper.tex")

    return check


RIGHT = [
    r"It is 2.45$\times$ faster.% ieeelint: pin[speed-up]",
    (
        r"It is $2.5\times$ faster than in~\cite{x2020} and Table~\ref{tab:2}.% ieeelint:"
        r" pin[speed-up]"
    ),
    r"Up to 2.45 times% ieeelint: pin[speed-up]",
    r"At least 2.45 times% ieeelint: pin[speed-up]",
    r"More than 2.4 times% ieeelint: pin[speed-up]",
    r"Over 2$\times$% ieeelint: pin[speed-up]",
    r"$>2\times$ faster% ieeelint: pin[speed-up]",
    r"Nearly 2.5 times% ieeelint: pin[speed-up]",
    r"About 2.5 times, $\approx2.45$% ieeelint: pin[speed-up, speed-up]",
    r"It is 145\% faster% ieeelint: pin[speed-up]",
    r"which is 34\,\% fewer% ieeelint: pin[slow-down]",
    r"which is 34\% fewer% ieeelint: pin[share]",
    r"which is 34\% less% ieeelint: pin[loss]",
    r"It takes 0.835\,ms% ieeelint: pin[latency]",
    r"It takes \SI{0.835}{\milli\second}% ieeelint: pin[latency]",
    r"It takes \qty{835}{\us} or 835\,$\mu$s% ieeelint: pin[latency, latency]",
    r"It takes $8.35\times10^{-4}$\,s% ieeelint: pin[latency]",
    r"It has 1.05\,M or 1{,}050{,}000 parameters% ieeelint: pin[parameters, parameters]",
    r"It has 1.05 M parameters at $2.1\times10^3$ a second% ieeelint: pin[parameters, rate]",
    r"ResNet-50 on an H200 needs 412 MiB, as of 2024.% ieeelint: ignore[TXT] no pin",
    r"between 1.2--2.94\,ms% ieeelint: pin[a.fast, a.slow]",
    r"a factor of 2.45% ieeelint: pin[ratio(a.slow, a.fast)]",
    r"a factor of 2.45% ieeelint: pin[a.slow / a.fast]",
    r"145\% longer% ieeelint: pin[percent_change(a.fast, a.slow)]",
    r"at best 0.9\,ms, at worst 1.2\,ms% ieeelint: pin[min(a.fast, b.fast), max(a.fast, b.fast)]",
    r"at most 2.94\,ms% ieeelint: pin[max(a.*)]",
    r"2.1\,ms in all% ieeelint: pin[a.fast + b.fast]",
    r"half of it, 0.6\,ms% ieeelint: pin[(a.fast + a.fast) / 4]",
    r"It takes $0.835 \pm 0.012$\,ms, or 835(12)\,\textmu s.% ieeelint: pin[latency, latency]",
    (
        r"about a million, 1.05 million of them, and 2.1 thousand a second% ieeelint:"
        r" pin[parameters, rate]"
    ),
    r"It has $10^6$ parameters.% ieeelint: pin[million]",
    (
        r"It has $1.05\times10^6$, 1{,}050{,}000 or 1.05\,M parameters.% ieeelint: pin[in-millions,"
        r" in-millions, in-millions]"
    ),
    r"It saves 34\% of the time, a 34\% reduction.% ieeelint: pin[slow-down, slow-down]",
    r"an increase of 145\%% ieeelint: pin[speed-up]",
]


@pytest.mark.parametrize("line", RIGHT)
def test_a_number_that_agrees_has_no_finding(check_line, line):
    assert [one for one in check_line(line) if "ignore" not in one] == []


WRONG = [
    (
        r"It is 2.54$\times$ faster.% ieeelint: pin[speed-up]",
        "The paper says 2.54, but the result speed-up is 2.45",
    ),
    (
        r"It is over 2.46 times% ieeelint: pin[speed-up]",
        'The paper says "over 2.46", but the result',
    ),
    (r"It is up to 2.4 times% ieeelint: pin[speed-up]", '"up to 2.4"'),
    (r"It is 45\% faster% ieeelint: pin[speed-up]", "read as 100 × (ratio − 1)"),
    (r"which is 43\% fewer% ieeelint: pin[slow-down]", "read as 100 × (1 − ratio)"),
    (r"It takes 0.835\,s% ieeelint: pin[latency]", "It agrees in ms, not in s."),
    (
        r"It takes 0.835\,MiB% ieeelint: pin[latency]",
        "0.835 is in MiB, but latency is in ms in the results",
    ),
    (r"It needs 412\,MB% ieeelint: pin[memory]", "It agrees in MiB, not in MB."),
    (
        r"It takes 0.83\,ms or 0.853\,ms% ieeelint: pin[latency, latency]",
        "The paper says 0.853, but the result latency is 0.835 ms",
    ),
    (
        r"It takes 0.83490\,ms% ieeelint: pin[latency]",
        "has too many digits; its interval (±0.012) supports only 0.835.",
    ),
    (
        r"It is 2.45 or 2.5% ieeelint: pin[speed-up, latency, memory]",
        "This pins 3 numbers, but 2 are before it on its line",
    ),
    (r"It is 2.45% ieeelint: pin[sped-up]", 'The results have no number "sped-up"'),
    (
        r"It is 2.54% ieeelint: pin[ratio(a.slow, a.fast)]",
        "the result ratio(a.slow, a.fast) is 2.45",
    ),
    (r"It is 2.45% ieeelint: pin[ratio(a.slow]", "is invalid: a closing parenthesis is missing"),
    (r"It is 2.45% ieeelint: pin[ratio(a.slow, memory)]", "cannot be converted"),
    (r"It is 2.45% ieeelint: pin[a.slow / 0]", "divides by zero"),
    (r"It is 2.45% ieeelint: pin[max(c.*)]", 'no key of the results matches "c.*"'),
    (r"It is 2.45% ieeelint: pin[a.slow a.fast]", 'unexpected "a.fast" at the end'),
    (
        r"It takes $0.853 \pm 0.012$\,ms.% ieeelint: pin[latency]",
        "The paper says 0.853, but the result",
    ),
    (r"It saves 43\% of the time.% ieeelint: pin[slow-down]", "The paper says 43"),
    (
        r"It has 1.5 million parameters.% ieeelint: pin[parameters]",
        "The paper says 1.5 × 10^6, but the result",
    ),
    (r"It is \ieeelintnum{speedup}.", 'The results have no number "speedup". Did you mean'),
]


@pytest.mark.parametrize(("line", "words"), WRONG)
def test_a_wrong_number_has_one_finding(check_line, line, words):
    found = check_line(line)
    assert len(found) == 1 and words in found[0], found


def test_unpinned_numbers_are_not_checked(check_line):
    assert check_line("It is 9.99 times faster and takes 3 ms, or 99\\% less.") == []


@pytest.fixture
def check_word(tmp_path):
    """The findings in a Word draft with a paragraph of this content."""
    pin(tmp_path, [], NUMBERS)

    def check(content):
        document = docx.Document()
        document.add_paragraph("A title")
        document.element.body.insert(1, parse_xml(f"<w:p {W}>{content}</w:p>"))
        data = BytesIO()
        document.save(data)
        (tmp_path / "paper.docx").write_bytes(data.getvalue())
        return findings(tmp_path / "paper.docx")

    return check


def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_word_content_control_is_checked_against_its_key(check_word):
    sentence = text("From 2.54 to ") + "{}" + text(" times")
    assert check_word(sentence.format(number_control("speed-up", "2.45"))) == []
    assert check_word(sentence.format(number_control("speed-up", "2.54"))) == [
        ("RES006", "error", "2.54")
    ]
    assert check_word(sentence.format(number_control("sped-up", "2.45"))) == [
        ("RES005", "error", "2.45")
    ]


def test_the_unit_after_a_word_content_control_is_used(check_word):
    assert check_word(text("It takes ") + number_control("latency", "835") + text(" µs.")) == []
    assert check_word(text("It takes ") + number_control("latency", "0.835") + text(" s.")) == [
        ("RES006", "error", "0.835")
    ]


@pytest.mark.parametrize(("words", "count"), [("2.45 times", 0), ("2.54 times", 1)])
def test_a_word_comment_pins_the_number_before_it(tmp_path, words, count):
    pin(tmp_path, [], NUMBERS)
    document = docx.Document()
    document.add_paragraph("A title")
    paragraph = document.add_paragraph("It is faster, by ")
    run = paragraph.add_run(words)
    document.add_comment(run, text="ieeelint: pin[speed-up]", author="A", initials="A")
    document.save(tmp_path / "paper.docx")
    assert [words for _, _, words in findings(tmp_path / "paper.docx")] == [
        words.split()[0]
    ] * count
