"""Where an edit lies in a LaTeX source: in which argument of which command, next to what."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.blanking import VALUE, arguments
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.macros import body_tokens
from ieeelint.readers.latex.registers import ONLY_LENGTH
from ieeelint.readers.latex.tokens import TOKEN, Stream
from ieeelint.views.latex import SourceTokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Edit
    from ieeelint.views.latex import Definition

# Commands that act on the command after them.
PREFIXES = frozenset(
    "\\global \\long \\outer \\protected \\expandafter \\noexpand \\the \\let \\advance".split()
)
# Commands that compare or build names of what follows them.
TESTS = frozenset("\\equal \\csname \\pdfstrcmp \\detokenize \\string \\expandafter".split())


LONGEST_CHAIN = 5  # commands that are other names for each other


class Macros:
    """What the arguments of the draft's own macros are used for."""

    def __init__(self, definitions: dict[str, Definition]) -> None:
        self._definitions = definitions
        self._kinds: dict[str, str | None] = {}

    def kinds(self, name: str) -> str | None:
        """A letter for each mandatory argument, as in ``tables/signatures.toml``: ``x`` if the body
        uses the argument anywhere but in prose; None for a command that the draft does not define.
        """
        if name[-1:] == "*" and name not in self._definitions:
            name = name[:-1]
        if name not in self._kinds:
            definition = self._definitions.get(name)
            if definition is not None and definition.command == "let":
                return self.kinds(self.target(name)) if self.target(name) != name else None
            self._kinds[name] = None  # while it is read: a macro may call itself
            if definition is not None and definition.arguments >= 0:
                self._kinds[name] = self._read(definition)
        return self._kinds[name]

    def target(self, name: str) -> str:
        """The command that ``\\let`` makes another name for: ``hspace`` after
        ``\\let\\gap\\hspace``.
        """
        for _ in range(LONGEST_CHAIN):
            definition = self._definitions.get(name)
            if definition is None or definition.command != "let" or definition.body[:1] != "\\":
                break
            name = definition.body[1:]
        return name

    def _read(self, definition: Definition) -> str:
        if "\\@if" in definition.body or "\\@testopt" in definition.body:
            return "x" * 9  # it reads its arguments itself, nobody knows what for
        body = Stream(definition.span.source, body_tokens(definition))
        layout = Layout(SourceTokens(body.tokens, body.starts, body.closers, body.brackets), self)
        kinds = []
        for number in _mandatory(definition):
            places = [at for at, token in enumerate(body.tokens) if token == f"#{number}"]
            kinds.append("t" if all(map(layout.is_prose, places)) else "x")
        return "".join(kinds) + self._of_last(body.tokens)

    def has_options_after(self, name: str) -> bool:
        """True for a macro that may have options after its other arguments."""
        definition = self._definitions.get(name.rstrip("*"))
        return definition is not None and definition.specification is not None

    def _of_last(self, body: list[str]) -> str:
        """The kinds of the arguments that the last command of a body reads from after the call, as
        in ``\\newcommand{\\figref}{Fig.~\\ref}``.
        """
        name = self.target(body[-1][1:]) if body and body[-1][0] == "\\" else ""
        return self.kinds(name) or arguments().get(name, arguments().get(name.rstrip("*"), ""))


class Layout:
    """The groups and options of one source, and what each of them is an argument of."""

    def __init__(self, source: SourceTokens, macros: Macros) -> None:
        self._macros = macros
        self._tokens = source.tokens
        self._starts = source.starts
        self._closers = {**source.closers, **source.brackets}
        self._openers = {closing: opening for opening, closing in self._closers.items()}
        self._opening = sorted(self._closers)
        self._parents: list[int] = []  # for each opening one, the opening one around it, or -1
        stack: list[int] = []
        for at in self._opening:
            while stack and self._closers[stack[-1]] < at:
                stack.pop()
            self._parents.append(stack[-1] if stack else -1)
            stack.append(at)

    def refusal(self, edit: Edit) -> str:
        """The reason that lies in where the edit is."""
        first = self._token_at(edit.span.start)
        last = self._token_at(edit.span.end - 1) if edit.span.end > edit.span.start else first
        for at, offset in ((first, edit.span.start), (last, edit.span.end)):
            token = self._tokens[at] if at < len(self._tokens) else ""
            if self._starts[at] < offset < self._starts[at] + len(token):
                if token[0] == "%" and not is_own_comment(token, edit):
                    return "it would change a comment"
                if token[0] == "\\":
                    return f"it would change the inside of {_name(token)}"
        if self._in_comment(first, edit):
            return "it would change a comment"
        if self._joins(first, edit):
            return "it would join a command with the letters after it"
        source, text = edit.span.source.text, edit.text
        if (text[-1:] == "$" and source[edit.span.end : edit.span.end + 1] == "$") or (
            text[:1] == "$" and source[max(edit.span.start - 1, 0) : edit.span.start] == "$"
        ):
            return "it would join two dollar signs"
        if edit.on_source:
            if edit.text == "\\[" and (owner := self._argument_around(first, edit)):
                return f"it would put a display into an argument of {owner}"
            prefix = self._prefix(first, edit)
            return f"{prefix} before it would take the next command" if prefix else ""
        if self._gives_argument(first, edit):
            return "it would give the command before it an argument"
        for opening in self._around(first, edit.span.start):
            owner, kind = self._owner(opening)
            if kind == "x":
                return f"it would change an argument of {owner}, which is not prose"
        register = self._register(first, edit)
        return f"it would change the value of {register}" if register else ""

    def is_prose(self, at: int) -> bool:
        """True if token ``at`` is not in an argument ``x``, in a test, or after a bare register."""
        around = self._around(at, self._starts[at] + 1)
        if any(self._owner(opening)[1] == "x" for opening in around):
            return False
        before = [token for token in self._tokens[max(at - 6, 0) : at] if not token.isspace()]
        return not any(token.startswith("\\if") or token in TESTS for token in before) and not (
            before and before[-1][1:] in signatures.REGISTERS
        )

    def group_around(self, offset: int) -> int:
        """The innermost opening brace or bracket around ``offset``; -1 outside all groups."""
        around = self._around(self._token_at(offset), offset)
        return around[0] if around else -1

    def _token_at(self, offset: int) -> int:
        """The index of the token that contains the character at ``offset``."""
        return max(min(bisect_right(self._starts, offset) - 1, len(self._tokens) - 1), 0)

    def _in_comment(self, first: int, edit: Edit) -> bool:
        """True if a comment before the edit would reach further than now: its newline would go, or
        words would come before it.
        """
        if not first or self._starts[first] != edit.span.start or self._tokens[first - 1][0] != "%":
            return False
        following = edit.text or edit.span.source.text[edit.span.end : edit.span.end + 1]
        return following != "" and not following.startswith(("\n", "\r"))

    def _joins(self, first: int, edit: Edit) -> bool:
        """True if a letter would follow a command word directly, and so become part of it."""
        text = edit.text
        before = self._tokens[first - 1] if first and self._starts[first] == edit.span.start else ""
        following = edit.span.source.text[edit.span.end : edit.span.end + 1]
        if not text:
            return _is_word_command(before) and following.isalpha()
        if _is_word_command(before) and text[0].isalpha():
            return True
        tokens = TOKEN.findall(text)
        return _is_word_command(tokens[-1]) and following.isalpha()

    def _argument_around(self, first: int, edit: Edit) -> str:
        """The command that the edit is in an argument of; empty if there is none."""
        owners = (self._owner(opening)[0] for opening in self._around(first, edit.span.start))
        return next((owner for owner in owners if owner and not owner.startswith("\\begin")), "")

    def _prefix(self, first: int, edit: Edit) -> str:
        """The command before a deleted one that belongs to it: ``\\global\\parskip=…``."""
        if edit.text.strip("% \r\n"):
            return ""
        at = first - 1
        while at >= 0 and self._tokens[at].isspace():
            at -= 1
        token = self._tokens[at] if at >= 0 else ""
        return token if token in PREFIXES or token.startswith("\\if") else ""

    def _gives_argument(self, first: int, edit: Edit) -> bool:
        """True if a bracket or a brace would follow a command that now has other words after it."""
        source = edit.span.source.text
        following = (edit.text + source[edit.span.end : edit.span.end + 80]).lstrip()[:1]
        now = source[edit.span.start : edit.span.end + 80].lstrip()[:1]
        if following not in ("[", "{", "*") or following == now:
            return False
        at = first
        if not source[self._starts[first] : edit.span.start].strip():
            at -= 1  # nothing of the token but white space is before the edit
        while at >= 0 and self._tokens[at].isspace():
            at -= 1
        token = self._tokens[at] if at >= 0 else ""
        if token in ("}", "]"):
            return following == "[" and self._tokens[self._openers.get(at, at) - 1] == "\\\\"
        return _is_word_command(token) or token == "\\\\"

    def _around(self, at: int, offset: int) -> list[int]:
        """The opening braces and brackets around ``offset``, the innermost first."""
        number = bisect_right(self._opening, at) - 1
        opening = self._opening[number] if number >= 0 else -1
        around = []
        while opening >= 0:
            closing = self._closers[opening]
            if self._starts[opening] < offset <= self._starts[closing]:
                around.append(opening)
            opening = self._parents[bisect_right(self._opening, opening) - 1]
        return around

    def _owner(self, opening: int) -> tuple[str, str]:
        """The command or environment that the group is an argument of, and the kind of argument."""
        groups = 0
        at = opening
        while True:
            at -= 1
            while at >= 0 and (self._tokens[at].isspace() or self._tokens[at][0] == "%"):
                at -= 1
            if at < 0 or self._tokens[at] not in ("}", "]", "*"):
                break
            if self._tokens[at] == "*":
                continue
            groups += self._tokens[at] == "}"
            at = self._openers.get(at, -1)
            if at < 0:
                return "", ""
        token = self._tokens[at] if at >= 0 else ""
        if token[:1] != "\\":
            return "", ""
        is_option = self._tokens[opening] == "["
        name = self._macros.target(token[1:])
        if name == "begin":
            environment = self._environment(at)
            known = signatures.ENVIRONMENT_ARGUMENTS.get(environment, 0)
            is_argument = groups == 0 or is_option or groups <= known
            return f"\\begin{{{environment}}}", "x" if is_argument else ""
        kinds = self._macros.kinds(name)
        if kinds is None:
            kinds = arguments().get(name, arguments().get(name.rstrip("*")))
        if is_option:
            if kinds is None and name != "\\":  # \node[…]{…}, but not \left[ … or \in [0, 1]
                after = self._tokens[self._closers[opening] + 1 : self._closers[opening] + 2]
                is_layout = at == opening - 1 and after == ["{"] or self._is_length(opening)
                return token, "x" if is_layout else ""
            is_prose = name in signatures.PRINTED_OPTIONS or (groups and "x" not in (kinds or ""))
            is_prose = is_prose and not self._macros.has_options_after(name)
            is_prose = is_prose and not (groups and self._is_length(opening))
            return token, "" if is_prose else "x"
        if kinds is None and self._is_length(opening):
            return token, "x"
        if kinds is None or groups >= len(kinds):
            return token, ""
        return token, kinds[groups]

    def _is_length(self, opening: int) -> bool:
        """True if a group or option contains nothing but a length."""
        text = "".join(self._tokens[opening + 1 : min(self._closers[opening], opening + 9)])
        return pattern(ONLY_LENGTH).fullmatch(text) is not None

    def _environment(self, begin: int) -> str:
        """The name in ``\\begin{name}``."""
        at = begin + 1
        while at < len(self._tokens) and self._tokens[at].isspace():
            at += 1
        closing = self._closers.get(at)
        return "".join(self._tokens[at + 1 : closing]).strip() if closing is not None else ""

    def _register(self, first: int, edit: Edit) -> str:
        """The register whose value the edit is in: ``\\parskip=3mm``, ``\\kern 2mm``."""
        for at in range(first, max(first - 4, -1), -1):
            token = self._tokens[at]
            if token[0] == "\\" and self._macros.target(token[1:]) in signatures.REGISTERS:
                after = self._starts[at] + len(token)
                value = pattern(VALUE).match(edit.span.source.text, after)
                if value is not None and after <= edit.span.start < value.end():
                    return token
        return ""


def _mandatory(definition: Definition) -> list[int]:
    """The numbers of the arguments in braces."""
    if definition.specification is not None:
        kinds = [parameter.kind for parameter in definition.specification]
        return [number for number, kind in enumerate(kinds, 1) if kind in "mg"]
    first = 1 if definition.default is not None else 0
    return list(range(first + 1, definition.arguments + 1))


def is_own_comment(comment: str, edit: Edit) -> bool:
    """True for an edit of a comment that is for ieeelint itself."""
    return edit.on_source and "ieeelint:" in comment


def _is_word_command(token: str) -> bool:
    return token[:1] == "\\" and token[-1:].isalpha() and len(token) < 40


def _name(token: str) -> str:
    """The command that a token starts with, for a message."""
    match = pattern(r"\\(?:begin\s*\{[^}]{1,30}\}|[A-Za-z@]+|.?)").match(token)
    return match[0] if match is not None else token[:20]
