"""The commands of ``ieeelint`` with their options: one table for parsing, help, completion and the
manual page.
"""

from __future__ import annotations

from ieeelint.arguments import FLAG, LIST, VALUE, Command, Option, Positional
from ieeelint.settings import FAIL_ON, FORMATS, PROFILES, STAGES

# Options that override the settings file; they have the same names as its keys.
SETTINGS = (
    Option("--select", LIST, "run only these rules: codes, prefixes, names, ALL", metavar="RULES"),
    Option("--extend-select", LIST, "run these rules in addition", metavar="RULES"),
    Option("--ignore", LIST, "do not run these rules", metavar="RULES"),
    Option("--profile", VALUE, "kind of publication", choices=PROFILES),
    Option("--stage", VALUE, "stage of the draft", choices=STAGES),
    Option("--anonymous", FLAG, "check a draft for double-anonymous review"),
    Option("--all-references", FLAG, "check all entries of the .bib files, including uncited ones"),
    Option("--fail-on", VALUE, "lowest severity that gives exit status 1", choices=FAIL_ON),
    Option("--output-format", VALUE, "output format of the findings", choices=FORMATS),
)
WHENCE = (
    Option("--config", VALUE, "settings file to use", metavar="FILE"),
    Option("--isolated", FLAG, "ignore all settings files"),
)
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
        (
            *SETTINGS,
            *WHENCE,
            Option("--fix", FLAG, "apply safe fixes; in Word as tracked changes"),
            Option("--fix-only", FLAG, "apply safe fixes and do not report the remaining findings"),
            Option("--diff", FLAG, "print the changes of --fix as a patch; write no files"),
            Option("--unsafe-fixes", FLAG, "also apply fixes that you must review"),
            Option(
                "--output",
                VALUE,
                "Word file for the copy (default: NAME.fixed.docx or NAME.suppressed.docx)",
                short="-o",
                metavar="FILE",
            ),
            Option("--in-place", FLAG, "write to the original Word draft, not to a copy"),
            Option(
                "--stdin-filename",
                VALUE,
                "file name to use for standard input",
                metavar="NAME",
                default="stdin.tex",
            ),
            Option(
                "--baseline",
                VALUE,
                "print only findings that are not in this baseline",
                metavar="FILE",
            ),
            Option(
                "--write-baseline",
                VALUE,
                "write all current findings to a new baseline",
                metavar="FILE",
            ),
            Option("--update-baseline", FLAG, "remove fixed findings from the baseline"),
            Option(
                "--add-ignores",
                FLAG,
                "add a suppression comment for each finding; you fill in the reason",
            ),
            Option("--watch", FLAG, "check again whenever a file changes"),
            Option("--quiet", FLAG, "print only findings", short="-q"),
            Option(
                "--verbose", FLAG, "print which files were read and how long it took", short="-v"
            ),
            Option("--exit-zero", FLAG, "exit with status 0 even if there are findings"),
            Option("--statistics", FLAG, "print only the number of findings of each rule"),
            Option("--output-file", VALUE, "file for the findings", metavar="FILE"),
            Option(
                "--color",
                VALUE,
                "when to use color",
                choices=("auto", "always", "never"),
                default="auto",
            ),
        ),
    ),
    Command(
        "annotate",
        "write each finding as a comment in a copy of a Word draft",
        (Positional("path", "PATH", "a .docx file"),),
        (
            Option(
                "--output",
                VALUE,
                "Word file for the copy (default: NAME.reviewed.docx)",
                short="-o",
                metavar="FILE",
            ),
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
        "copy a LaTeX draft with plain numbers and tables, for the publisher",
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
            Positional("what", "text", "the text with its marks", choices=("text",)),
            Positional("path", "PATH", "a draft"),
        ),
    ),
)
