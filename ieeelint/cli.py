"""The commands and their options; a command's own module is imported when it runs."""

from __future__ import annotations

import os
import sys

from ieeelint import RULES_DATE, __version__
from ieeelint.arguments import (
    FLAG,
    LIST,
    VALUE,
    Command,
    Option,
    Positional,
    UsageError,
    command_help,
    nearest,
    parse,
    program_help,
)
from ieeelint.settings import FAIL_ON, FORMATS, PROFILES, STAGES, SettingsError

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130

# Options that override the settings file; their names are those of its keys.
SETTINGS = (
    Option("--select", LIST, "run these rules only: codes, prefixes, names, ALL", metavar="RULES"),
    Option("--extend-select", LIST, "run these rules besides", metavar="RULES"),
    Option("--ignore", LIST, "do not run these rules", metavar="RULES"),
    Option("--profile", VALUE, "the kind of publication", choices=PROFILES),
    Option("--stage", VALUE, "how far the paper is", choices=STAGES),
    Option("--anonymous", FLAG, "the draft is for double-anonymous review"),
    Option("--all-references", FLAG, "check all entries of the .bib files, cited or not"),
    Option("--fail-on", VALUE, "the least severity that gives exit status 1", choices=FAIL_ON),
    Option("--output-format", VALUE, "how findings are printed", choices=FORMATS),
)
WHENCE = (
    Option("--config", VALUE, "the settings file to use", metavar="FILE"),
    Option("--isolated", FLAG, "use no settings file"),
)
COMMANDS = (
    Command(
        "check",
        "check drafts",
        (
            Positional(
                "paths", "PATH", "files or folders; - for standard input", many=True, default=["."]
            ),
        ),
        (
            *SETTINGS,
            *WHENCE,
            Option("--fix", FLAG, "mend what is safe; in Word as tracked changes"),
            Option("--fix-only", FLAG, "mend, and do not report what is left"),
            Option("--diff", FLAG, "show as a patch what --fix would change, and write nothing"),
            Option("--unsafe-fixes", FLAG, "mend what needs a look afterwards, too"),
            Option(
                "--output",
                VALUE,
                "the mended Word draft (NAME.fixed.docx)",
                short="-o",
                metavar="FILE",
            ),
            Option("--in-place", FLAG, "write the tracked changes into the Word draft itself"),
            Option(
                "--stdin-filename",
                VALUE,
                "the name of what comes by standard input",
                metavar="NAME",
                default="stdin.tex",
            ),
            Option(
                "--baseline",
                VALUE,
                "tell only what is not in this file of known findings",
                metavar="FILE",
            ),
            Option(
                "--write-baseline",
                VALUE,
                "write all findings as known ones to a file",
                metavar="FILE",
            ),
            Option("--update-baseline", FLAG, "let the baseline forget what is mended"),
            Option(
                "--add-ignores", FLAG, "answer each finding by a comment, the reason left to you"
            ),
            Option("--watch", FLAG, "check again whenever a file changes"),
            Option("--quiet", FLAG, "print findings and nothing else", short="-q"),
            Option("--verbose", FLAG, "say what was read, and how long it took", short="-v"),
            Option("--exit-zero", FLAG, "exit with status 0 whatever is found"),
            Option("--statistics", FLAG, "count the findings of each rule instead"),
            Option("--output-file", VALUE, "write the report to a file", metavar="FILE"),
            Option(
                "--color",
                VALUE,
                "colour the report",
                choices=("auto", "always", "never"),
                default="auto",
            ),
        ),
    ),
    Command(
        "annotate",
        "write each finding as a comment into a copy of a Word draft",
        (Positional("path", "PATH", "a .docx file"),),
        (
            Option(
                "--output",
                VALUE,
                "where to write the copy (NAME.reviewed.docx)",
                short="-o",
                metavar="FILE",
            ),
            *(option for option in SETTINGS if option.name not in ("--fail-on", "--output-format")),
            *WHENCE,
        ),
    ),
    Command(
        "init",
        "write a new paper to start from",
        (
            Positional(
                "path", "PATH", "the folder to write to, or the draft (.tex or .docx)", default="."
            ),
        ),
        (
            Option(
                "--format",
                VALUE,
                "what to write the draft for; none: settings and CI only",
                choices=("latex", "word", "none"),
            ),
            Option(
                "--kind",
                VALUE,
                "what the paper is for",
                choices=("conference", "journal"),
                default="conference",
            ),
            Option(
                "--ci",
                LIST,
                "what is to check it: github, gitlab, pre-commit, make",
                metavar="SYSTEMS",
            ),
            Option(
                "--paper",
                VALUE,
                "the size of its pages",
                choices=("letter", "a4"),
                default="letter",
            ),
            Option("--force", FLAG, "replace files that exist"),
        ),
    ),
    Command(
        "refs",
        "print the references as IEEE will print them",
        (Positional("path", "PATH", "a .bib, .tex or .docx file"),),
        (
            Option(
                "--to",
                VALUE,
                "the form of the list",
                choices=("text", "latex", "bibitem", "word", "markdown", "csl-json"),
                default="text",
            ),
            Option(
                "--order",
                VALUE,
                "by first citation, or by key",
                choices=("citation", "key"),
                default="citation",
            ),
            Option("--all", FLAG, "all entries, cited or not"),
            Option(
                "--style",
                VALUE,
                "bst: what IEEEtran.bst prints; guide: with what it drops, such as DOIs",
                choices=("bst", "guide"),
                default="bst",
            ),
            Option("--show-source", FLAG, "say of each where it comes from"),
            Option("--output", VALUE, "write to a file", short="-o", metavar="FILE"),
        ),
    ),
    Command(
        "report",
        "make tables and figures of result files",
        (
            Positional(
                "specs",
                "SPEC",
                "specifications (.toml), or folders of them",
                many=True,
                default=["tables"],
            ),
        ),
        (
            Option(
                "--to",
                LIST,
                "of tables: latex, word, markdown, html; of figures: pdf, svg, png, eps",
                metavar="FORMS",
            ),
            Option(
                "--out",
                VALUE,
                "the folder to write to (beside each specification)",
                metavar="FOLDER",
            ),
            Option(
                "--draft",
                VALUE,
                "the .tex file of the paper, whose class says how wide tables may be",
                metavar="FILE",
            ),
            Option(
                "--into",
                VALUE,
                "a Word draft: fill its markers, in NAME.filled.docx",
                metavar="FILE",
            ),
            Option("--in-place", FLAG, "write into the Word draft itself"),
            Option(
                "--numbers",
                VALUE,
                "write the definitions behind \\ieeelintnum{key} to a file",
                metavar="FILE",
            ),
            Option(
                "--check",
                FLAG,
                "write nothing; exit with status 1 when a file is stale, and show the cells",
            ),
            Option(
                "--explain",
                VALUE,
                "show what stands behind a cell: TABLE.ROW.COLUMN",
                metavar="KEY",
            ),
            Option("--tabular-only", FLAG, "LaTeX without float, caption and label"),
        ),
    ),
    Command(
        "pin",
        "keep what the results say, for check to hold the paper to",
        (
            Positional(
                "specs",
                "SPEC",
                "specifications (.toml), or folders of them",
                many=True,
                default=["tables"],
            ),
        ),
        (
            Option("--lock", VALUE, "the file to write", metavar="FILE", default="results.lock"),
            Option(
                "--diff", FLAG, "show what would change and where drafts hold it, and write nothing"
            ),
            Option(
                "--draft",
                LIST,
                "drafts, or folders of them, for --diff to look in (those beside the lock)",
                metavar="PATH",
            ),
        ),
    ),
    Command(
        "trace",
        "say which results the numbers of a draft may come from",
        (Positional("path", "PATH", "a .tex or .docx file"),),
        (
            Option("--lock", VALUE, "the pinned results (those check uses)", metavar="FILE"),
            Option("--unbacked", FLAG, "list the numbers that nothing stands behind, too"),
        ),
    ),
    Command(
        "flatten",
        "write a LaTeX draft with plain numbers and tables, for the publisher",
        (Positional("path", "PATH", "the .tex file of the paper"),),
        (
            Option(
                "--out", VALUE, "the folder to write to (flat, beside the draft)", metavar="FOLDER"
            ),
            Option("--lock", VALUE, "the pinned results (those check uses)", metavar="FILE"),
            Option("--keep-inputs", FLAG, "leave generated tables in files of their own"),
        ),
    ),
    Command("server", "serve an editor by the language server protocol"),
    Command(
        "completion",
        "print what a shell needs to complete our words",
        (Positional("shell", "SHELL", "such as bash", choices=("bash", "zsh", "fish")),),
    ),
    Command("rule", "explain a rule", (Positional("rule", "CODE|NAME", "such as FIG001"),)),
    Command(
        "rules",
        "list the rules",
        (),
        (
            Option(
                "--format",
                VALUE,
                "how to print them",
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
                "files of rules; those the settings name by default",
                many=True,
                default=[],
            ),
        ),
        (Option("--config", VALUE, "the settings file to use", metavar="FILE"),),
    ),
    Command(
        "settings",
        "show the settings in force and where each comes from",
        (Positional("path", "PATH", "the draft or its folder", default="."),),
        (*SETTINGS, *WHENCE),
    ),
    Command(
        "debug",
        "show a draft as the rules see it",
        (
            Positional("what", "text", "the prose with its marks", choices=("text",)),
            Positional("path", "PATH", "a draft"),
        ),
    ),
)


def main(words: list[str] | None = None) -> int:
    """Run ``ieeelint``; gives the exit status: 0 clean, 1 findings, 2 could not do the job."""
    try:
        status = run(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
        return status
    except (SettingsError, UsageError) as error:
        print(f"ieeelint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever read the report has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except KeyboardInterrupt:
        print("\nieeelint: interrupted", file=sys.stderr)
        return INTERRUPTED


def run(words: list[str]) -> int:
    """Run the command that ``words`` name.  Raises UsageError or SettingsError."""
    first = words[0] if words else "--help"
    if first in ("-h", "--help"):
        sys.stdout.write(program_help(COMMANDS))
        return CLEAN if words else FAILED
    if first in ("-V", "--version"):
        print(f"ieeelint {__version__} (rules of {RULES_DATE})")
        return CLEAN
    command = next((one for one in COMMANDS if one.name == first), None)
    if command is None:
        names = [one.name for one in COMMANDS]
        hint = nearest(first, names)
        if not hint and (os.path.exists(first) or first.endswith(".tex")):
            hint = f'; write "ieeelint check {first}"'
        raise UsageError(
            f'there is no command "{first}"{hint or "; there are " + ", ".join(names)}'
        )
    options = parse(command, words[1:])
    if options.wants_help:
        sys.stdout.write(command_help(command))
        return CLEAN
    from importlib import import_module

    module = import_module(f"ieeelint.commands.{command.name.replace('-', '_')}")
    status: int = module.run(options)
    return status
