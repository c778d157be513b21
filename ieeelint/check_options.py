"""The options of ``ieeelint check``, and those that other commands share with it."""

from __future__ import annotations

from ieeelint.arguments import FLAG, LIST, VALUE, Option
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
IN_PLACE = Option("--in-place", FLAG, "write to the original Word draft, not to a copy")
FORCE = Option("--force", FLAG, "replace the copy even if it was changed after ieeelint wrote it")
CHECK = (
    *SETTINGS,
    *WHENCE,
    Option("--no-group", FLAG, "report each location as a separate finding"),
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
