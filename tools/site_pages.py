"""Completes the documentation site: a hook of mkdocs, which mkdocs.yml names.

The pages under docs/ are written for readers of the repository, so they link to files outside of
docs/.  On the site, those Markdown files are pages, too; a link to another file leads to a page
that shows the file.  The rules are listed by area in the navigation.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from mkdocs.structure.files import File

from ieeelint.rules import AREAS, every_rule
from ieeelint.settings import KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TOP = Path(__file__).resolve().parent.parent
DOCS = "docs/"
# Markdown files outside of docs/ that are pages of the site
PAGES = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "web/README.md", "benchmarks/results.md")
ASSETS = {"assets/icon.svg": "web/src/icon.svg"}
THE_PAGE = "web/dist"  # the page for browsers, if it is built
ADDRESS = "SITE_ADDRESS"  # environment variable: where the site will be, with a slash at the end
PICTURES = (".png", ".svg")
LANGUAGES = {".py": "python", ".tex": "latex", ".j2": "jinja", ".toml": "toml", ".md": "md"}
FENCED = r"^ {0,3}(?P<fence>```+|~~~+).*?^ {0,3}(?P=fence)[`~]*$"
TICKED = r"(?<!`)(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`)"
PARTS = re.compile(  # code, which is kept, or the address of a link
    rf"(?P<code>{FENCED}|{TICKED})|(?<=\]\()(?P<link>[^()\s]+)(?=\))", re.MULTILINE | re.DOTALL
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the address of the site, and list the rules in the navigation."""
    config.site_url = os.environ.get(ADDRESS) or KEYS["documentation"][1] or None
    rules = list(every_rule())
    areas: list[object] = ["rules/README.md"]
    for area, (title, _) in AREAS.items():
        here = [f"rules/{rule.code}.md" for rule in rules if rule.area == area]
        if here:
            areas.append({f"{area}: {title}": here})
    for section in config.nav or []:
        if "Rules" in section:
            section["Rules"] = areas
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files from outside of docs/."""
    for name in PAGES:
        text = (TOP / name).read_text(encoding="utf-8")
        files.append(File.generated(config, name, content=text))
    for name, source in ASSETS.items():
        files.append(File.generated(config, name, abs_src_path=str(TOP / source)))
    for path in sorted((TOP / THE_PAGE).rglob("*")):
        if path.is_file():
            name = path.relative_to(TOP / THE_PAGE).as_posix()
            files.append(File.generated(config, f"page/{name}", abs_src_path=str(path)))
    for name in sorted(shown_files(files)):
        if name.endswith(PICTURES):
            files.append(File.generated(config, shown(name), abs_src_path=str(TOP / name)))
        else:
            files.append(File.generated(config, shown(name), content=source_page(name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the links of a page relative to it."""
    here = page.file.src_uri
    return PARTS.sub(lambda match: match["code"] or moved(match["link"], here), markdown)


def in_project(uri: str) -> str:
    """The path in the project of a page of the site."""
    return uri if uri in PAGES else DOCS + uri


def site_place(path: str) -> str:
    """Where the site has a file of the project."""
    if path == "web/README.md" and (TOP / THE_PAGE / "index.html").is_file():
        return "page/index.html"
    if path.startswith(DOCS):
        return path.removeprefix(DOCS)
    return path if path in PAGES else shown(path)


def shown(path: str) -> str:
    """The page that shows a file that is not a page itself; a picture is shown as it is."""
    return f"source/{path}" if path.endswith(PICTURES) else f"source/{path}.md"


def target(link: str, here: str) -> tuple[str, str]:
    """The path in the project that a link leads to, empty for another address; and its anchor."""
    name, _, anchor = unquote(link).partition("#")
    if not name or re.match(r"[a-z][a-z0-9+.-]*:|//", name):
        return "", anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(in_project(here)), name)), anchor


def moved(link: str, here: str) -> str:
    """A link of a page of the repository, as a link of the page of the site."""
    path, anchor = target(link, here)
    if not path:
        return link
    address = posixpath.relpath(site_place(path), posixpath.dirname(here) or ".")
    return f"{address}#{anchor}" if anchor else address


def shown_files(files: Files) -> set[str]:
    """The files of the project that pages link to, and that are not on the site by themselves."""
    found = set()
    for file in files.documentation_pages():
        for match in PARTS.finditer(file.content_string):
            path, _ = target(match["link"], file.src_uri) if match["link"] else ("", "")
            if path and site_place(path) == shown(path) and (TOP / path).is_file():
                found.add(path)
    return found


def source_page(name: str) -> str:
    """A page with the text of a file."""
    text = (TOP / name).read_text(encoding="utf-8")
    language = LANGUAGES.get(Path(name).suffix, "text")
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"---\nsearch:\n  exclude: true\n---\n# {name}\n\n{fence}{language}\n{text}\n{fence}\n"
