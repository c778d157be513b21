"""What the catalogues of the other languages lack.

``python -m tools.translations [AREA…]`` prints the messages and the rules that have no translation,
or an old one.  ``python -m tools.translations --stamp CODE…`` records that the translation of the
documentation of these rules is up to date.  docs/languages.md describes the catalogues.
"""

from __future__ import annotations

import ast
import re
import sys
from itertools import product
from pathlib import Path
from zlib import crc32

from ieeelint.rules import AREAS, every_rule
from ieeelint.tables import HERE, table
from ieeelint.translation.catalogue import messages_of
from ieeelint.translation.templates import PART
from tools.golden import recorded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.rules import Rule

TOP = Path(__file__).resolve().parent.parent
UNKNOWN = "\ue000"  # an expression in an f-string
MOST_FORMS = 64  # of one string with choices
# modules that write messages for the rules of several areas
SHARED = (
    "rules/support/*.py",
    "readers/bibtex*.py",
    "readers/latex/stray.py",
    "readers/latex/includes.py",
    "readers/latex/bibliography.py",
    "report/verify/*mismatches.py",
    "report/verify/pins.py",
    "report/verify/unchecked.py",
    "look_up/facts.py",
    "suppression.py",
    "running.py",
)
NOT_MESSAGE = re.compile(r"condemns |(safe|unsafe) edit ")


def main(words: list[str]) -> int:
    """Print what is missing, or stamp; returns the exit status."""
    if words[:1] == ["--stamp"]:
        for rule in every_rule():
            if rule.code in words[1:]:
                stamp("zh", rule)
        return 0
    problems = [line for area in words or AREAS for line in missing("zh", area)]
    problems += [] if words else shared_messages("zh")
    print("\n".join(problems) or "Nothing is missing.")
    return 1 if problems else 0


def missing(language: str, area: str) -> list[str]:
    """What the catalogue lacks for an area, as lines that say where to add it."""
    file = f"ieeelint/tables/{language}/{area}.toml"
    problems = [
        f"{file}: [messages] lacks {message!r} ({code})"
        for code, message in golden_messages(area)
        if messages_of(language, area).translated(message) is None
    ]
    problems += [
        f"{file}: [messages] lacks {text.replace(UNKNOWN, '<…>')!r} ({place})"
        for place, text in written_messages(area)
        if not has_template(language, area, text)
    ]
    for rule in every_rule():
        known = translated_rules(language, area) if rule.area == area else {}
        if rule.area == area and rule.code not in known:
            problems.append(f"{file}: [rules.{rule.code}] is missing")
        elif rule.area == area and known[rule.code]["of"] != mark_of(rule):
            problems.append(
                f"{file}: the English documentation of {rule.code} has changed; change the"
                f" translation, too, then run: python -m tools.translations --stamp {rule.code}"
            )
    return problems


def translated_rules(language: str, area: str) -> dict[str, dict[str, str]]:
    """The translated documentation of the rules of an area; empty without a catalogue."""
    try:
        rules: dict[str, dict[str, str]] = table(f"{language}.{area}").get("rules", {})
    except KeyError:
        return {}
    return rules


def golden_messages(area: str) -> list[tuple[str, str]]:
    """The rules of an area, each with the messages that it has on its examples."""
    found = {}
    for code, record in recorded().items():
        if code.rstrip("0123456789") != area:
            continue
        for line in record.split("\n"):
            if line.startswith(" " * 6) and not NOT_MESSAGE.match(line[6:]):
                found[code, line[6:]] = True
    return list(found)


def written_messages(area: str) -> list[tuple[str, str]]:
    """The sentences in the functions of the rules of an area, each with its place."""
    found = []
    for module in AREAS[area][1]:
        path = TOP / "ieeelint" / "rules" / (module.replace(".", "/") + ".py")
        for line, text in sentences(path.read_text(encoding="utf-8")):
            found.append((f"{path.relative_to(TOP).as_posix()}:{line}", text))
    return found


def shared_messages(language: str) -> list[str]:
    """The sentences of modules that several areas share, if no catalogue has them."""
    lacking = []
    for glob in SHARED:
        for path in sorted((TOP / "ieeelint").glob(glob)):
            for line, text in sentences(path.read_text(encoding="utf-8")):
                words = text.removeprefix(f"{UNKNOWN}: ")  # the place in a table
                if not any(has_template(language, area, words) for area in AREAS):
                    place = f"{path.relative_to(TOP).as_posix()}:{line}"
                    lacking.append(f"{text.replace(UNKNOWN, '<…>')!r} ({place})")
    return [f"ieeelint/tables/{language}/common.toml: [messages] lacks {one}" for one in lacking]


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """The sentences in the functions of a module, with :data:`UNKNOWN` for expressions."""
    for function in ast.parse(source).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        body = ast.Module(function.body, [])
        seen: set[int] = set()
        for node in ast.walk(body):
            if isinstance(node, ast.FunctionDef) or node is function.body[0]:
                first = node.body[0] if isinstance(node, ast.FunctionDef) else node
                if isinstance(first, ast.Expr):
                    seen.add(id(first.value))
            if id(node) in seen or not isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp)):
                continue
            seen.update(map(id, ast.walk(node)))
            for text in forms(node):
                if re.fullmatch(r"[A-Z\"\ue000\\].*[a-z]{2,}[ \ue000].*\.", text, re.DOTALL):
                    if re.search(r"[a-z]{2,} [a-z]{2,}", text):
                        yield node.lineno, text


def forms(node: ast.AST) -> list[str]:
    """The strings that an expression may give, with :data:`UNKNOWN` for what only a run knows."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else [UNKNOWN]
    parts: list[list[str]]
    if isinstance(node, ast.JoinedStr):
        parts = [forms(part) for part in node.values]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [forms(node.left), forms(node.right)]
    elif isinstance(node, ast.IfExp):
        return [*forms(node.body), *forms(node.orelse)]
    elif isinstance(node, ast.FormattedValue):
        return forms(node.value)
    else:
        return [UNKNOWN]
    return ["".join(choice) for choice, _ in zip(product(*parts), range(MOST_FORMS))]


def has_template(language: str, area: str, text: str) -> bool:
    """True if a template, or a part of one, fits a string, whose expressions may be any text."""
    messages = messages_of(language, area)
    wanted = re.compile("".join(_loose(text.split(UNKNOWN))), re.DOTALL)
    while True:
        if any(map(wanted.search, messages.whole)):
            return True
        for template in messages.variable:
            if any(template.matches(text)):
                return True
            if any(map(wanted.search, _variants(template.english))):
                return True
        if messages.shared is None:
            return False
        messages = messages.shared


def _variants(english: str) -> Iterator[str]:
    """A template with the first of its choices, and with the last."""
    yield re.sub(PART, lambda part: UNKNOWN if part[1] else part[3].split("|")[0], english)
    yield re.sub(PART, lambda part: UNKNOWN if part[1] else part[3].split("|")[-1], english)


def _loose(pieces: list[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield (".*" if number else "") + re.escape(piece)


def mark_of(rule: Rule) -> str:
    """What changes with the English documentation of a rule."""
    english = f"{rule.summary}\n{rule.explanation}"
    return f"{crc32(english.encode()):08x}"


def stamp(language: str, rule: Rule) -> None:
    """Record that the translation of the documentation of a rule is up to date."""
    path = Path(HERE, language, f"{rule.area}.toml")
    text = path.read_text(encoding="utf-8")
    new = re.sub(rf"(\[rules\.{rule.code}\]\nof = ')[^']*", rf"\g<1>{mark_of(rule)}", text)
    path.write_text(new, encoding="utf-8", newline="")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
