"""The commands of ``ieeelint`` with their options: one table for parsing, help, completion, and the
manual page.
"""

from __future__ import annotations

from ieeelint.arguments import FLAG, LIST, VALUE, Command, Option, Positional
from ieeelint.check_options import CHECK, FORCE, IN_PLACE, SETTINGS, WHENCE

COMMANDS = (
    Command(
        "check",
        "check drafts",
        (
            Positional(
                "paths",
                "PATH",
                "files or folders; use - for standard input",
                many=True,
                default=["."],
            ),
        ),
        CHECK,
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
            Option("--all", FLAG, "print all entries, including uncited ones"),
            Option(
                "--style",
                VALUE,
                "bst: same as IEEEtran.bst; guide: also DOIs and other fields that it omits",
                choices=("bst", "guide"),
                default="bst",
            ),
            Option("--show-source", FLAG, "print the file and line of each entry"),
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
                "specifications (.toml) or folders of specifications",
                many=True,
                default=["tables"],
            ),
        ),
        (
            Option(
                "--to",
                LIST,
                "formats: latex, word, markdown, html for tables; pdf, svg, png, eps for figures",
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
    Command("server", "run the language server for an editor"),
    Command(
        "completion",
        "print the completion script of a shell",
        (Positional("shell", "SHELL", "bash, zsh, or fish", choices=("bash", "zsh", "fish")),),
    ),
    Command("rule", "explain a rule", (Positional("rule", "CODE|NAME", "code or name of a rule"),)),
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
