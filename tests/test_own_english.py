"""The project follows its own text rules: American spelling and plain English (docs/style.md)."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import tomllib
from pathlib import Path

import pytest

from ieeelint import check
from ieeelint.settings import Settings

TOP = Path(__file__).resolve().parent.parent

# Markdown files that are not checked: generated, or not ours.
MARKDOWN_LATER = ("docs/rules", "experiments/results")
NOT_OURS = ("node_modules", ".venv", ".git", ".pytest_cache", "build", "dist")

# Folders whose strings and docstrings are checked, and the modules there that are not: modules
# whose strings are the wrong words themselves, and generated ones.
STRINGS = ("benchmarks", "experiments", "ieeelint", "tools")
NOT_PROSE = ("ieeelint/tables/compiled",)

# Files besides modules whose comments are checked.
WITH_COMMENTS = (
    "*.toml",
    ".*.yaml",
    "*.yml",
    ".github/**/*.yml",
    "experiments/**/*.toml",
    "ieeelint/**/*.toml",
    "templates/**/*.toml",
    "templates/*.toml.j2",
    "templates/ci/*.j2",
)

# Tables with texts of our own, which docs/rules/README.md prints: file, rows, columns.
OUR_TEXTS = {"ieeelint/tables/statements.toml": ("statements", ("statement", "note"))}

# The project's own rules that apply to this prose: spelling, wording, doubled words.
RULES = ["TXT004", "TXT005", "TXT006", "TXT008", "TXT013"]

# What we do not write, and what we write instead.
IDIOMS = {
    r"\bmend(s|ed|ing)?\b": "fix",
    r"\b(tell|tells|told)\b": "report, show",
    r"\b(hold|holds|held|holding) (to|against|over|good)\b": "check against, override, apply",
    r"\banswer(s|ed|ing)? (a|an|the|each|all|no|nothing|findings?)\b": "suppress",
    r"(?<!there )(?<!There )\b(is|are|was|were) no (?!longer\b|wider\b)\w+": "is not a",
    r"\b(stand|stands|stood)\b(?! for\b)": "is",
    r"\b(goes|go) (by|over)\b": "override, depend on",
    r"\bof (its|their|his|her|our|your) own\b": "separate, your own ...",
    r"\banew\b": "again",
    r"\bbesides?\b": "next to, in addition",
    r"\bbehind\b": "after",
    r"\bbears? out\b": "agree with",
    r"\bcomes? to\b": "is, equals",
    r"\b(no|not) valid TOML\b(?<!not valid TOML)": "not valid TOML",
    r"(^|[.:;] )(Who|Whoever|What (is no|has no|stands|cannot|comes))\b(?!.*\?)": "a noun",
    r"\bthe found\b": "a noun",
}

PLACEHOLDER = "Xy"  # an expression in an f-string
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def escaped(text: str) -> str:
    """Plain text as LaTeX."""
    return re.sub(r"[\\~^#$%&_{}]", lambda sign: SPECIAL.get(sign[0], "\\" + sign[0]), text)


def markdown_files() -> list[Path]:
    """The Markdown files to check."""
    return sorted(
        path
        for path in TOP.rglob("*.md")
        if not path.is_relative_to(TOP / "tests")
        and not any(part in NOT_OURS for part in path.relative_to(TOP).parts)
        and not any(path.is_relative_to(TOP / folder) for folder in MARKDOWN_LATER)
    )


def markdown_prose(text: str) -> list[tuple[int, str]]:
    """Line numbers and prose of Markdown: paragraphs, list items and cells, without code."""
    text = re.sub(
        r"^```.*?^```", lambda block: "\n" * block[0].count("\n"), text, flags=re.M | re.S
    )
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`", lambda code: "Xy" + "\n" * code[0].count("\n"), text)
    prose = []
    start, paragraph = 1, ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        begins = re.match(r"\s*([-*#|]|\d+\.)", line)
        if (begins or not line.strip()) and paragraph:
            prose.append((start, paragraph))
            paragraph = ""
        if line.startswith("|"):
            prose += [(number, cell.strip()) for cell in line.strip("|").split(" | ")]
        elif line.strip():
            start = start if paragraph else number
            words = re.sub(r"^\s*([-*#]+|[0-9]+\.) ", "", line).strip()
            paragraph = f"{paragraph} {words}".strip()
    return prose


def python_prose(source: str) -> list[tuple[int, str]]:
    """Line numbers and texts of the strings of a module that contain words and spaces, without the
    examples of rules, which are wrong on purpose.
    """
    tree = ast.parse(source)
    inside = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "rule"
        for keyword in call.keywords
        if keyword.arg in ("bad", "good", "fixes")
        for node in ast.walk(keyword.value)
    }
    prose = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in inside:
            parts = [
                part.value if isinstance(part, ast.Constant) else PLACEHOLDER
                for part in node.values
            ]
            inside.update(map(id, node.values))
            prose.append((node.lineno, "".join(map(str, parts))))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in inside:
                prose.append((node.lineno, node.value))
    texts = [(line, re.sub(r"``.*?``|:\w+:`.*?`", "Xy", text, flags=re.S)) for line, text in prose]
    return [(line, text) for line, text in texts if re.search(r"[a-z]{2,} [a-z]+", text)]


def python_files() -> list[Path]:
    """The modules to check."""
    files = []
    for name in STRINGS:
        path = TOP / name
        files += sorted(path.rglob("*.py"))
    return [
        path
        for path in files
        if not any(path.is_relative_to(TOP / excluded) for excluded in NOT_PROSE)
    ]


def joined_comments(comments: list[tuple[int, bool, str]]) -> list[tuple[int, str]]:
    """Comments with their lines; those that fill consecutive lines are one text."""
    texts: list[tuple[int, str]] = []
    last = 0
    for line, fills_line, words in comments:
        if texts and fills_line and line == last + 1:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]} {words}")
        else:
            texts.append((line, words))
        last = line if fills_line else 0
    return texts


def python_comments(source: str) -> list[tuple[int, str]]:
    """Line numbers and texts of the comments of a module."""
    return joined_comments(
        [
            (token.start[0], not token.line[: token.start[1]].strip(), token.string.lstrip("# "))
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type == tokenize.COMMENT
        ]
    )


def hash_comments(text: str) -> list[tuple[int, str]]:
    """Line numbers and texts of the comments of a TOML or YAML file."""
    comment = re.compile(r"""((?:"(?:\\.|[^"\\])*"|'[^']*'|[^#"'])*?)(?:^|(?<=\s))#(.*)""")
    matches = [(line, comment.match(row)) for line, row in enumerate(text.split("\n"), 1)]
    return joined_comments(
        [(line, not match[1].strip(), match[2].strip()) for line, match in matches if match]
    )


def table_prose(path: Path, content: str) -> list[tuple[int, str]]:
    """The texts of our own in a table, each with the number of its row."""
    rows, columns = OUR_TEXTS.get(path.relative_to(TOP).as_posix(), ("", ()))
    return [
        (number, row[column])
        for number, row in enumerate(tomllib.loads(content)[rows] if rows else [], 1)
        for column in columns
        if column in row
    ]


def commented_files() -> list[Path]:
    """The files besides modules whose comments are checked."""
    return sorted({path for pattern in WITH_COMMENTS for path in TOP.glob(pattern)})


FILES = [*markdown_files(), *python_files(), *commented_files()]


def texts(path: Path) -> list[tuple[int, str]]:
    """The prose of a file, without the tables of the style guide, which show bad English.

    In tables, the "line" of a text is the number of its row.
    """
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        prose = python_prose(content) + python_comments(content)
    elif path.suffix != ".md":
        prose = hash_comments(content) + table_prose(path, content)
    else:
        if path.name == "style.md":
            content = re.sub(r"^\|.*$", "", content, flags=re.M)
        prose = markdown_prose(content)
    return [(line, " ".join(text.split())) for line, text in prose]


def idioms(text: str) -> list[str]:
    """The idioms in a text, each with what to write instead; quoted words do not count."""
    plain = re.sub(r'"[^"]*"', "Xy", text)
    return [
        f'"{match[0].strip()}": write {instead}'
        for idiom, instead in IDIOMS.items()
        for match in re.finditer(idiom, plain)
    ]


def findings(prose: list[str], folder: Path) -> list[tuple[int, str]]:
    """The findings of our text rules, each with the number of its text."""
    lines = [r"\documentclass[conference]{IEEEtran}", r"\begin{document}"]
    lines += [line for text in prose for line in ("", escaped(text))]
    path = folder / "prose.tex"
    path.write_text("\n".join([*lines, r"\end{document}", ""]), encoding="utf-8")
    report = check([str(path)], Settings(select=RULES))
    assert len(report.papers) == 1
    return [
        (
            (finding.span.source.locate(finding.span.start)[0] - 4) // 2,
            f"{finding.code}: {finding.message}",
        )
        for finding in report.findings
    ]


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    """The problems of each file.  All files are checked as one paper, which is faster."""
    prose = [(path, line, text) for path in FILES for line, text in texts(path)]
    problems = {path: [] for path in FILES}
    for path, line, text in prose:
        problems[path] += [f"line {line}: {idiom}" for idiom in idioms(text)]
    rows = findings([text for _, _, text in prose], tmp_path_factory.mktemp("english"))
    for number, message in rows:
        path, line, text = prose[number]
        problems[path].append(f"line {line}: {message} ({text[:60]})")
    return problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_our_prose_follows_our_rules(path, problems):
    assert not problems[path], "\n" + "\n".join(problems[path])


@pytest.mark.parametrize(
    "text",
    [
        "mend what is safe",
        "only new ones are told",
        "the paper is held to the results",
        "this is no draft",
        "What is no text is one character",
        "Whoever types numbers pins them.",
        "the file stands beside the paper",
        "a comment of its own",
        "A comment answers a finding.",
    ],
)
def test_idioms_are_detected(text):
    assert idioms(text)


@pytest.mark.parametrize(
    "text",
    [
        "there is no such file",
        "it is no longer used",
        'Write "fix", not "mend".',
        "the standard terms",
        "What does a rule receive?",
    ],
)
def test_plain_english_is_accepted(text):
    assert not idioms(text)


def test_british_spelling_and_doubled_words_are_detected(tmp_path):
    prose = ["We normalise the rows.", "The color is gray.", "It is in the the cell."]
    assert [number for number, _ in findings(prose, tmp_path)] == [0, 2]


def test_comments_are_prose():
    assert python_comments("x = 1  # one\n# two\n# three\ny = '# four'\n# five\n") == [
        (1, "one"),
        (2, "two three"),
        (5, "five"),
    ]
    assert hash_comments('# one\n# two\nkey = "a # b"  # three\nanchor: a#b\n') == [
        (1, "one two"),
        (3, "three"),
    ]


def test_our_texts_in_tables_are_prose():
    path = TOP / "ieeelint/tables/statements.toml"
    assert "No subtitle" in [text for _, text in texts(path)]


def test_code_is_not_prose():
    text = "Use `colour`\nhere.\n\n```sh\nmend colour\n```\n\n* [a link](colour.md)\n| a | b |\n"
    assert markdown_prose(text) == [(1, "Use Xy here."), (8, "a link"), (9, "a"), (9, "b")]
    assert python_prose('x = f"the file {name} is empty"\ny = "key"') == [
        (1, "the file Xy is empty")
    ]
