"""Letters to the authors, from a Jinja2 template: plain text, Markdown, or the chair's own."""

from __future__ import annotations

import os

from ieeelint.inputs import InputError, text_of
from ieeelint.output import one_line
from ieeelint.patterns import pattern
from ieeelint.resources import templates
from ieeelint.settings import SettingsError
from ieeelint.terminal import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from jinja2 import Template

    from ieeelint.chair.assessing import Record
    from ieeelint.chair.tables import Row
    from ieeelint.chair.verdicts import Policy

OWN = {"text": "letter.txt.j2", "markdown": "letter.md.j2"}
SUGGESTIONS = 15  # in a letter; the others are counted
PLACES = 6  # of findings that say the same
WIDTH = 78  # characters on a line of plain text
MARKDOWN = r"([\\`*_{}\[\]#+!|~-])"


class Letters:
    """Writes letters by the template ``name``: text, markdown, or a file.

    ``suffix`` is the ending of the letters.  Raises SettingsError if the template is wrong.
    """

    def __init__(self, name: str) -> None:
        from jinja2 import TemplateSyntaxError

        path = os.path.join(templates(), "letters", OWN[name]) if name in OWN else name
        self.name = name if name in OWN else path
        ending = os.path.splitext(path.removesuffix(".j2"))[1].lower()
        self.suffix = ending if ending in (".txt", ".md", ".eml", ".html") else ".txt"
        try:
            self._template = _compiled(text_of(path), self.suffix)
        except InputError as error:
            hint = f"; choose one of {', '.join(OWN)}, or a file" if error.is_missing else ""
            raise SettingsError(f"{path}: {error}{hint}") from None
        except TemplateSyntaxError as error:
            raise SettingsError(f"{path}:{error.lineno}: {error.message}") from None

    def letter(self, row: Row, record: Record, policy: Policy, differences: list[str]) -> str:
        """The letter about a paper.  Raises SettingsError if the template cannot be filled."""
        musts = policy.musts(record["findings"])
        must = [_item(one) for one in musts]
        should = [_item(one) for one in record["findings"] if one not in musts]
        hidden = [_item(one) for one in policy.musts(record["suppressed"])]
        codes = [item["code"] for item in must + hidden + should]
        values = {
            **{key: row[key] for key in ("id", "title", "authors", "verdict", "since", "pages")},
            "venue": policy.venue,
            "must": must,
            "should": should[:SUGGESTIONS],
            "more": max(len(should) - SUGGESTIONS, 0),
            "suppressed": hidden,
            "open_questions": [*map(_question, record["reasons"]), *differences],
            "is_incomplete": bool(record["failures"]),
            "example": codes[0] if codes else "FIG001",
        }
        try:
            text = self._template.render(values)
        except Exception as error:  # a template is a program of the chair
            raise SettingsError(f"{self.name}: the letter of {row['id']} failed: {error}") from None
        return pattern(r"\n{3,}").sub("\n\n", text).strip("\n") + "\n"


def _question(reason: str) -> str:
    """A reason as a sentence: some begin with a verb, because they follow the number of a paper."""
    return f"the upload {reason}" if reason.startswith(("is ", "contains ", "has ")) else reason


def _item(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding as templates see it; ``others`` is a text, which names its file only if it is not
    that of the place.
    """
    file, separator, _ = finding["place"].partition(": ")
    others = [place.removeprefix(file + separator) for place in finding["others"][:PLACES]]
    if len(finding["others"]) > PLACES:
        others.append(f"and {len(finding['others']) - PLACES} more")
    return {**finding, "others": "; ".join(others)}


def _compiled(text: str, suffix: str) -> Template:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    finalize = {".md": _as_markdown}.get(suffix, _as_text)
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=suffix == ".html",
        finalize=finalize,
    )
    environment.filters["wrapped"] = _wrapped
    return environment.from_string(text)


class _Lines(str):
    """Text that is already in lines."""

    __slots__ = ()


def _wrapped(text: str, indent: str) -> str:
    """The text in lines of plain text with an indent, which a list mark replaces."""
    from textwrap import fill

    first = "" if text.startswith("- ") else indent
    lines = fill(
        one_line(clean(text), 2000),
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return _Lines(lines)


def _as_text(value: object) -> object:
    """What a template prints, on one line and without control characters."""
    if isinstance(value, _Lines) or not isinstance(value, str):
        return value
    return one_line(clean(value))


def _as_markdown(value: object) -> object:
    """What a template prints, without anything that Markdown or HTML acts on."""
    if not isinstance(value, str):
        return value
    text = one_line(clean(value)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return pattern(MARKDOWN).sub(r"\\\1", text)
