"""The commands of ``ieeelint`` with their options: one table for parsing, help, completion, and the
manual page.
"""

from __future__ import annotations

from ieeelint.arguments import FLAG, LIST, VALUE, Command, Option, Positional
from ieeelint.check_options import (
    BATCH,
    CHECK,
    FORCE,
    IN_PLACE,
    LANGUAGE,
    LOOK_UP,
    SETTINGS,
    WHENCE,
)

COMMANDS = (
    Command(
        "check",
        "check drafts",
        (
            Positional(
                "paths",
                "PATH",
                "files, folders, or archives (.zip, .tar.gz); use - for standard input",
                many=True,
                default=["."],
            ),
        ),
        CHECK,
    ),
    Command(
        "batch",
        "check all submissions of a venue; write verdicts, letters, and an index",
        (Positional("folder", "FOLDER", "folder with one file or folder for each paper"),),
        BATCH,
    ),
    Command(
        "annotate",
        "write each finding as a comment in a copy of a Word draft",
        (Positional("path", "PATH", "a Word draft (.docx)"),),
        (
            Option(
                "--output",
                VALUE,
                "Word file for the copy (default: NAME.reviewed.docx)",
                short="-o",
                metavar="FILE",
            ),
            IN_PLACE,
            FORCE,
            *(option for option in SETTINGS if option.name not in ("--fail-on", "--output-format")),
            *WHENCE,
        ),
    ),
    Command(
        "init",
        "create a new paper, or settings and CI files",
        (
            Positional(
                "path",
                "PATH",
                "folder to write to, or name of the draft (.tex or .docx)",
                default=".",
            ),
        ),
        (
            Option(
                "--format",
                VALUE,
                "format of the draft; none: only settings and CI files",
                choices=("latex", "word", "none"),
            ),
            Option(
                "--kind",
                VALUE,
                "kind of publication",
                choices=("conference", "journal"),
                default="conference",
            ),
            Option(
                "--ci",
                LIST,
                "systems to write CI files for: github, gitlab, pre-commit, make",
                metavar="SYSTEMS",
            ),
            Option(
                "--paper",
                VALUE,
                "paper size",
                choices=("letter", "a4"),
                default="letter",
            ),
            Option("--authors", VALUE, "number of authors", metavar="N", default="2"),
            Option(
                "--venue",
                VALUE,
                "venue file to copy, or conference, journal, letters, access",
                metavar="FILE",
            ),
            Option("--force", FLAG, "replace existing files"),
        ),
    ),
    Command(
        "refs",
        "print the reference list in IEEE style",
        (Positional("path", "PATH", "a .bib, .tex or .docx file"),),
        (
            Option(
                "--to",
                VALUE,
                "format of the list",
                choices=("text", "latex", "bibitem", "word", "markdown", "csl-json", "bibtex"),
                default="text",
            ),
            Option(
                "--order",
                VALUE,
                "sort by first citation or by key",
                choices=("citation", "key"),
                default="citation",
            ),
            Option(
                "--sort",
                VALUE,
                "write a copy of the draft (-o) with its typed list sorted by first citation, and"
                " all citations renumbered",
                choices=("citation",),
                default="",
            ),
            Option("--all", FLAG, "print all entries, including uncited ones"),
            Option(
                "--style",
                VALUE,
                "bst: same as IEEEtran.bst, or as biblatex-ieee if the draft uses it; guide: IEEE's"
                " reference guide of 2025, with DOIs",
                choices=("bst", "guide"),
                default="bst",
            ),
            Option("--show-source", FLAG, "print the file and line of each entry"),
            *LOOK_UP,
            Option("--output", VALUE, "write the list to a file", short="-o", metavar="FILE"),
        ),
    ),
    Command(
        "report",
        "make tables and figures from result files",
        (
            Positional(
                "specs",
                "SPEC",
                "specifications (.toml), folders of specifications, or result files",
                many=True,
                default=["tables"],
            ),
        ),
        (
            Option(
                "--to",
                LIST,
                "tables: latex, word, markdown, html, csv, xlsx; figures: pdf, svg, png, eps",
                metavar="FORMATS",
            ),
            Option(
                "--out",
                VALUE,
                "folder to write to (default: folder of each specification)",
                metavar="FOLDER",
            ),
            Option(
                "--draft",
                VALUE,
                "draft whose document class sets the column width",
                metavar="FILE",
            ),
            Option(
                "--into",
                VALUE,
                "fill the markers of a Word draft; writes NAME.filled.docx",
                metavar="FILE",
            ),
            Option("--in-place", FLAG, "write to the original Word draft"),
            Option(
                "--numbers",
                VALUE,
                "write the definitions for \\ieeelintnum{key} to a file",
                metavar="FILE",
            ),
            Option(
                "--check",
                FLAG,
                "write no files; exit with status 1 and show the changed cells of outdated ones",
            ),
            Option(
                "--explain",
                VALUE,
                "show which records a cell is made from: TABLE.ROW.COLUMN",
                metavar="KEY",
            ),
            Option(
                "--write-spec",
                VALUE,
                "write the specification that was drafted from result files",
                metavar="FILE",
            ),
            Option(
                "--explain-columns",
                VALUE,
                "show which columns of a result file are keys, and which are metrics",
                metavar="FILE",
            ),
            Option("--tabular-only", FLAG, "write only the tabular environment"),
        ),
    ),
    Command(
        "pin",
        "save the results in a lock file; check verifies the paper against it",
        (
            Positional(
                "specs",
                "SPEC",
                "specifications (.toml) or folders of specifications",
                many=True,
                default=["tables"],
            ),
        ),
        (
            Option("--lock", VALUE, "lock file to write", metavar="FILE", default="results.lock"),
            Option(
                "--diff", FLAG, "show what would change and where drafts use it; write no files"
            ),
            Option(
                "--draft",
                LIST,
                "drafts or folders to search with --diff (default: folder of the lock file)",
                metavar="PATH",
            ),
        ),
    ),
    Command(
        "trace",
        "show which results the numbers of a draft may come from",
        (Positional("path", "PATH", "a .tex or .docx file"),),
        (
            Option("--lock", VALUE, "lock file to use (default: as for check)", metavar="FILE"),
            Option("--unbacked", FLAG, "also list numbers without a result"),
        ),
    ),
    Command(
        "flatten",
        "copy a LaTeX draft with all files that it needs to one folder, for the publisher",
        (Positional("path", "PATH", "the .tex file of the paper"),),
        (
            Option(
                "--out",
                VALUE,
                "folder to write to (default: flat, next to the draft)",
                metavar="FOLDER",
            ),
            Option("--lock", VALUE, "lock file to use (default: as for check)", metavar="FILE"),
            Option("--keep-inputs", FLAG, "keep generated tables in separate files"),
        ),
    ),
    Command(
        "cache",
        "show or remove the results of earlier checks, which unchanged drafts use again",
        (
            Positional(
                "action",
                "ACTION",
                "show, or clean to remove all",
                choices=("show", "clean"),
                default="show",
            ),
        ),
    ),
    Command(
        "open",
        "show the paper with its findings in the browser, also while you edit it",
        (Positional("path", "PATH", "a draft, or a folder with drafts", default="."),),
        (
            Option("--no-browser", FLAG, "print the address; start no browser"),
            *(option for option in SETTINGS if option.name not in ("--fail-on", "--output-format")),
            *WHENCE,
        ),
    ),
    Command("server", "run the language server for an editor"),
    Command(
        "completion",
        "print the completion script of a shell",
        (Positional("shell", "SHELL", "bash, zsh, or fish", choices=("bash", "zsh", "fish")),),
    ),
    Command(
        "rule",
        "explain a rule",
        (Positional("rule", "CODE|NAME", "code or name of a rule"),),
        (LANGUAGE,),
    ),
    Command(
        "rules",
        "list the rules",
        (),
        (
            Option(
                "--format",
                VALUE,
                "output format",
                choices=("text", "json", "markdown"),
                default="text",
            ),
            LANGUAGE,
        ),
    ),
    Command(
        "test-rules",
        "run the examples of local rules",
        (
            Positional(
                "files",
                "FILE",
                "rule files (default: rules.local in the settings)",
                many=True,
                default=[],
            ),
        ),
        (Option("--config", VALUE, "settings file to use", metavar="FILE"),),
    ),
    Command(
        "settings",
        "show the effective settings and where each comes from",
        (Positional("path", "PATH", "the draft or its folder", default="."),),
        (*SETTINGS, *WHENCE),
    ),
    Command(
        "debug",
        "show a draft as the rules see it",
        (
            Positional(
                "what",
                "WHAT",
                "text with its marks, or roles of paragraphs (Word)",
                choices=("text", "roles"),
            ),
            Positional("path", "PATH", "a draft"),
        ),
    ),
)
