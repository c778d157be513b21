"""A new paper's files from the templates: the draft, its settings, and what builds and checks
it.
"""

from __future__ import annotations

import os

from ieeelint.resources import templates
from ieeelint.settings import PROFILES, STAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import Environment

KINDS = ("conference", "journal")
CI = {
    "github": (".github/workflows/ieeelint.yml", "ci/github.yml.j2"),
    "gitlab": (".gitlab-ci.yml", "ci/gitlab-ci.yml.j2"),
    "pre-commit": (".pre-commit-config.yaml", "ci/pre-commit-config.yaml.j2"),
    "make": ("Makefile", "ci/Makefile.j2"),
}


def word_files(name: str, kind: str, paper: str, authors: int = 2) -> dict[str, bytes]:
    """A Word draft; ``paper`` is the size of its pages."""
    from ieeelint.starters.word import document

    return {f"{name}.docx": document(word_sketch(kind, authors), paper, kind)}


def word_sketch(kind: str, authors: int = 2) -> str:
    """The sketch of a Word draft."""
    return _environment().get_template(f"word/{kind}.txt.j2").render(authors=authors)


def latex_files(name: str, kind: str, paper: str, authors: int = 2) -> dict[str, bytes]:
    """A LaTeX draft with its references."""
    draft = _environment().get_template(f"latex/{kind}.tex.j2")
    words = draft.render(name=name, kind=kind, paper=paper, authors=authors)
    return {
        f"{name}.tex": words.encode(),
        "references.bib": _plain("latex/references.bib"),
    }


def building_files() -> dict[str, bytes]:
    """What builds a LaTeX draft."""
    return {"latexmkrc": _plain("latex/latexmkrc")}


def settings_file(profile: str, has_venue: bool = False) -> dict[str, bytes]:
    """Settings for drafts of this profile, or of the venue that ``venue.toml`` describes."""
    text = _environment().get_template("ieeelint.toml.j2")
    wishes = {"profiles": ", ".join(PROFILES), "stages": ", ".join(STAGES)}
    words = text.render(profile=profile, has_venue=has_venue, **wishes)
    return {"ieeelint.toml": words.encode()}


def ci_files(name: str, wanted: list[str]) -> dict[str, bytes]:
    """The files of these systems, keys of :data:`CI`."""
    if not wanted:
        return {}
    environment = _environment()
    return {
        CI[one][0]: environment.get_template(CI[one][1]).render(name=name).encode()
        for one in wanted
    }


def _environment() -> Environment:
    """Templates whose marks mean nothing to TeX, YAML or make."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates()),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
    )


def _plain(name: str) -> bytes:
    with open(os.path.join(templates(), *name.split("/")), "rb") as file:
        return file.read()
