"""User macros: reads their definitions, and prepares their bodies for the walk."""

from __future__ import annotations

import re

from ieeelint.patterns import pattern
from ieeelint.readers.latex import specifications
from ieeelint.readers.latex.lists import without_comments
from ieeelint.readers.latex.opaque import NO_CONDITIONALS
from ieeelint.readers.latex.signatures import ARGUMENTS
from ieeelint.readers.latex.tokens import Range, Stream, is_blank, tokenize
from ieeelint.views.latex import Definition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

DEFINERS = frozenset(
    "newcommand renewcommand providecommand newcommand* renewcommand* providecommand*"
    " DeclareRobustCommand DeclareRobustCommand* def gdef edef xdef DeclareMathOperator"
    " DeclareMathOperator* NewDocumentCommand RenewDocumentCommand DeclareDocumentCommand"
    " ProvideDocumentCommand let newrobustcmd newcommandx renewcommandx providecommandx"
    " newcommandx* renewcommandx* providecommandx*".split()
)
PLAIN_DEFINERS = frozenset("def gdef edef xdef".split())
DOCUMENT_DEFINERS = frozenset(
    "NewDocumentCommand RenewDocumentCommand DeclareDocumentCommand ProvideDocumentCommand".split()
)
DEEPEST = 40  # expansions inside one another
MOST_EXPANSIONS = 100_000  # in one paper; a real one has a few thousand
LONGEST_OPTION = 4000  # tokens; a stray bracket may match one that is farther away
OPENS_ENVIRONMENT = r"\s*\\begin\s*\{([a-zA-Z]{1,30}\*?)\}\s*(?:\{[^{}]{0,40}\})?\s*\Z"
EDGE = r"\\(begin|end)\s*\{([a-zA-Z@]{1,30}\*?)\}"


def skip_space(stream: Stream, index: int, last: int) -> int:
    """The first index at or after ``index`` that is not white space or a comment; a blank line ends
    the white space, for TeX reads it as ``\\par``.
    """
    tokens = stream.tokens
    while index < last:
        token = tokens[index]
        if is_blank(token) or token[0] != "%" and token.strip():
            break
        index += 1
    return index


def is_conditional(name: str, definitions: dict[str, Definition]) -> bool:
    """True for a command that a ``\\fi`` ends: one that begins with ``if``, unless it reads its
    branches in braces or is a macro of the draft.
    """
    if not name.startswith("if") or name in NO_CONDITIONALS or len(name) >= 40:
        return False
    if not name[-1].isalpha():
        return False
    definition = definitions.get(name)
    return definition is None or definition.command == "let"


def read_group(stream: Stream, index: int, last: int) -> tuple[Range | None, int]:
    """A mandatory argument at ``index``: a group without its braces, or one token.

    Returns the argument and the index after it; None when there is no argument.
    """
    index = skip_space(stream, index, last)
    if index >= last:
        return None, index
    token = stream.tokens[index]
    if token == "{":
        closing = stream.closers.get(index)
        if closing is None or closing > last:
            return None, index
        return Range(stream, index + 1, closing), closing + 1
    if token in "}]" or token[0] in "$&\r\n":
        return None, index
    return Range(stream, index, index + 1), index + 1


def read_option(stream: Stream, index: int, last: int) -> tuple[Range | None, int]:
    """An optional argument ``[…]`` at ``index``; brackets may be nested or inside braces."""
    start = skip_space(stream, index, last)
    if start >= last or stream.tokens[start] != "[":
        return None, index
    end = stream.brackets.get(start, last)
    if end >= last or end - start > LONGEST_OPTION:
        return None, index
    return Range(stream, start + 1, end), end + 1


def read_definition(
    stream: Stream, index: int, last: int, command: str, span_start: int
) -> tuple[Definition | None, int, Range | None]:
    """The macro that ``command`` (just before ``index``) defines, the index after the definition,
    and the body.
    """
    at = skip_space(stream, index, last)
    if at < last and stream.tokens[at].strip() == "*":  # \newcommand*\name
        at = skip_space(stream, at + 1, last)
    if at >= last:
        return None, index, None
    if stream.tokens[at] == "{":
        name_range, at = read_group(stream, at, last)
        name = without_comments(name_range.text).strip() if name_range else ""
    else:
        name = stream.tokens[at]
        at += 1
    if not name.startswith("\\") or len(name) < 2:
        return None, at, None
    name = name[1:]
    count, default, parameters, specification = 0, None, "", None
    if command == "let":
        at = skip_space(stream, at, last)
        if at < last and stream.tokens[at].startswith("="):
            at = skip_space(stream, at + 1, last)
        if at >= last:
            return None, at, None
        body: Range | None = Range(stream, at, at + 1)
        at += 1
    elif command in PLAIN_DEFINERS:
        start = at
        while at < last and stream.tokens[at] != "{" and stream.tokens[at][0] not in "\r\n":
            at += 1
        parameters = stream.text(start, at).replace("##", "#")  # ##1 inside another macro
        count = parameters.count("#")
        if re.sub(r"#\d", "", parameters).strip() or pattern(r"#[0-9]\s").search(parameters):
            count = -1  # delimited arguments, also by a space: not expanded
        body, at = read_group(stream, at, last)
    elif command in DOCUMENT_DEFINERS:
        letters, at = read_group(stream, at, last)
        specification = specifications.parsed(without_comments(letters.text if letters else ""))
        count = -1 if specification is None else len(specification)
        body, at = read_group(stream, at, last)
    else:
        number, at = read_option(stream, at, last)
        if number is not None:
            digits = number.text.strip()
            count = int(digits) if digits.isdigit() and len(digits) == 1 else 0
            default_range, at = read_option(stream, at, last)
            default = default_range.text if default_range else None
        if command.rstrip("*").endswith("commandx") and number is not None:
            specification = specifications.of_xargs(number.text.strip(), default or "")
            default, count = None, -1 if specification is None else count
        body, at = read_group(stream, at, last)
    if body is None:
        return None, at, None
    definition = Definition(name, count, default, body.text, stream.span(span_start, at), command)
    definition.parameters = parameters
    definition.specification = specification
    return definition, at, body


def delimited_length(definition: Definition, text: str) -> int:
    """How many characters of ``text`` are the arguments of a macro such as ``\\def\\at#1:#2;{…}``;
    -1 if its delimiters are not there.
    """
    at = 0
    for delimiter in pattern(r"#[0-9]").split(definition.parameters.lstrip()):
        sign = delimiter.strip()
        if delimiter and not sign:  # \def\at#1 {…}: up to the next space
            found = pattern(r"\s").search(text, at)
            at = found.start() if found is not None else -1
            sign = " "
        else:
            at = text.find(sign, at)
        if at < 0:
            return -1
        at += len(sign)
    return at


def body_stream(
    definition: Definition, call: Span, arguments: list[Range], order: tuple[int, ...]
) -> Stream:
    """The tokens of a macro's body, located at the call."""
    return Stream(call.source, body_tokens(definition), call, arguments, order)


_BODIES: dict[str, list[str]] = {}


def body_tokens(definition: Definition) -> list[str]:
    """The body as tokens, tokenized once for each body."""
    tokens = _BODIES.get(definition.body)
    if tokens is None:
        if len(_BODIES) > 5000:
            _BODIES.clear()
        tokens = _BODIES[definition.body] = tokenize(definition.body)
        if tokens[-1:] == ["*"] and tokens[-2:-1] and ARGUMENTS.get(tokens[-2][1:]):
            tokens[-2:] = [tokens[-2] + "*"]  # the argument comes after the call
    return tokens


def opened_environment(definition: Definition) -> str:
    """``equation`` when the macro is a shorthand for ``\\begin{equation}``, else empty."""
    match = (
        pattern(OPENS_ENVIRONMENT).match(definition.body) if "\\begin" in definition.body else None
    )
    return match.group(1) if match else ""


def closed_environment(definition: Definition) -> str:
    """``equation`` when the macro contains the ``\\end{equation}`` of an environment that another
    macro or the text begins, else empty.
    """
    if "\\end" not in definition.body:
        return ""
    return next((name for edge, name in unpaired_edges(definition.body) if edge == "end"), "")


def unpaired_edges(code: str) -> list[tuple[str, str]]:
    """Each ``begin`` and ``end`` of an environment without a partner in ``code``, with its name."""
    edges: list[tuple[str, str]] = []
    for edge, name in pattern(EDGE).findall(code):
        if edge == "end" and edges and edges[-1] == ("begin", name):
            edges.pop()
        else:
            edges.append((edge, name))
    return edges
