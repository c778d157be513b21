"""The options of ``ieeelint check``, and those that other commands share with it."""

from __future__ import annotations

from ieeelint.arguments import FLAG, LIST, VALUE, Option
from ieeelint.settings import FAIL_ON, FORMATS, PROFILES, STAGES
from ieeelint.translation import AUTO, LANGUAGES

LANGUAGE = Option(
    "--language", VALUE, "language of findings and reports", choices=(AUTO, *LANGUAGES)
)
# Options that override the settings file; they have the same names as its keys.
SETTINGS = (
    Option("--select", LIST, "run only these rules: codes, prefixes, names, ALL", metavar="RULES"),
    Option("--extend-select", LIST, "run these rules in addition", metavar="RULES"),
    Option("--ignore", LIST, "do not run these rules", metavar="RULES"),
    Option(
        "--mandatory",
        LIST,
        "run and report these rules, whatever comments, settings, and baselines say",
        metavar="RULES",
    ),
    Option(
        "--venue",
        VALUE,
        "file with what the venue asks for, or conference, journal, letters, access",
        metavar="FILE",
    ),
    Option("--profile", VALUE, "kind of publication", choices=PROFILES),
    Option("--stage", VALUE, "stage of the draft", choices=STAGES),
    Option("--anonymous", FLAG, "report everything that identifies the authors"),
    Option("--all-references", FLAG, "check all entries of the .bib files, including uncited ones"),
    Option("--fail-on", VALUE, "lowest severity that gives exit status 1", choices=FAIL_ON),
    Option("--output-format", VALUE, "output format of the findings", choices=FORMATS),
    LANGUAGE,
)


WHENCE = (
    Option("--config", VALUE, "settings file to use", metavar="FILE"),
    Option("--isolated", FLAG, "ignore all settings files"),
)
LOOK_UP = (
    Option(
        "--look-up",
        FLAG,
        "ask Crossref for missing DOIs, wrong years and pages, and retractions; sends titles, first"
        " authors, and DOIs of the references",
    ),
    Option("--mailto", VALUE, "your e-mail address, for Crossref", metavar="ADDRESS"),
    Option(
        "--retractions",
        VALUE,
        "file of retracted works (CSV of Retraction Watch) to compare the references with",
        metavar="FILE",
    ),
)
NOT_OF_A_BATCH = ("--fail-on", "--output-format", "--language")  # its letters are in English
IN_PLACE = Option("--in-place", FLAG, "write to the original Word draft, not to a copy")
FORCE = Option("--force", FLAG, "replace the copy even if it was changed after ieeelint wrote it")
CONFIG = WHENCE[0]
JOBS = Option(
    "--jobs",
    VALUE,
    "number of drafts to check at the same time (default: as many as there are cores)",
    short="-j",
    metavar="NUMBER",
)
BATCH = (
    Option("--out", VALUE, "folder to write to", metavar="FOLDER", default="chair"),
    CONFIG,
    Option(
        "--export",
        VALUE,
        "CSV file of the submission system; compare titles and authors with it",
        metavar="FILE",
    ),
    Option(
        "--against",
        VALUE,
        "output folder of an earlier batch; say what is fixed and what is new",
        metavar="FOLDER",
    ),
    Option(
        "--letter",
        VALUE,
        "letters to the authors: text, markdown, or a Jinja2 template",
        metavar="TEMPLATE",
        default="text",
    ),
    JOBS,
    Option(
        "--engine",
        VALUE,
        "where papers are checked: on this machine, or on a Ray cluster",
        choices=("local", "ray"),
        default="local",
    ),
    Option("--timeout", VALUE, "seconds for a paper", metavar="SECONDS", default="300"),
    Option("--memory", VALUE, "megabytes for a paper", metavar="MEGABYTES", default="2000"),
    Option("--quiet", FLAG, "do not show the progress", short="-q"),
    *(option for option in SETTINGS if option.name not in NOT_OF_A_BATCH),
)
CHECK = (
    *SETTINGS,
    *WHENCE,
    *LOOK_UP,
    Option("--no-group", FLAG, "report each location as a separate finding"),
    Option("--fix", FLAG, "apply safe fixes; in Word as tracked changes"),
    Option("--fix-only", FLAG, "apply safe fixes and do not report the remaining findings"),
    Option("--diff", FLAG, "print the changes of --fix as a patch; write no files"),
    Option("--unsafe-fixes", FLAG, "also apply fixes that you must review"),
    Option(
        "--output",
        VALUE,
        "with --fix, Word file for the copy (default: NAME.fixed.docx); else file for the findings,"
        " such as report.html",
        short="-o",
        metavar="FILE",
    ),
    IN_PLACE,
    FORCE,
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
    Option("--update-baseline", FLAG, "remove fixed findings from the file of --baseline"),
    Option(
        "--add-ignores",
        FLAG,
        "add a suppression comment for each finding; you fill in the reason",
    ),
    JOBS,
    Option(
        "--no-cache", FLAG, "check again, even a draft that has not changed since the last check"
    ),
    Option("--watch", FLAG, "check again whenever a file changes"),
    Option("--quiet", FLAG, "print only findings", short="-q"),
    Option("--verbose", FLAG, "print which files were read and how long it took", short="-v"),
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
)
