"""What --look-up, --mailto, and --retractions ask for, for the commands that have them."""

from __future__ import annotations

import os

from ieeelint import __version__
from ieeelint.arguments import UsageError
from ieeelint.inputs import InputError
from ieeelint.settings import SettingsError
from ieeelint.terminal import Progress, log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.arguments import Options
    from ieeelint.look_up.facts import LookUp
    from ieeelint.settings import Settings

ADDRESS = "IEEELINT_CROSSREF"  # environment variable: the address of a copy of the service


def look_up_of(options: Options) -> LookUp | None:
    """What looks works up, None if the user asks for nothing.

    Raises UsageError for conflicting options, and SettingsError for a file that cannot be read.
    """
    if options.mailto and not options.look_up:
        raise UsageError("--mailto requires --look-up")
    if not options.look_up and not options.retractions:
        return None
    from ieeelint.look_up.answers import Answers
    from ieeelint.look_up.client import CROSSREF, Client, is_address
    from ieeelint.look_up.facts import LookUp
    from ieeelint.look_up.retractions import Retractions

    try:
        retractions = Retractions(options.retractions) if options.retractions else None
    except InputError as error:
        raise SettingsError(f"{options.retractions}: {error}") from None
    if not options.look_up:
        return LookUp(None, None, retractions)
    address = os.environ.get(ADDRESS) or CROSSREF
    if not is_address(address):
        raise UsageError(f'{ADDRESS} must be an address such as "{CROSSREF}", not "{address}"')
    progress = Progress()
    return LookUp(
        Client(address, options.mailto or "", agent=f"ieeelint/{__version__}"),
        Answers(),
        retractions,
        announce=log,
        progress=lambda number, total: progress(number, total, "references looked up"),
    )


def with_look_up(
    settings_for: Callable[[str], Settings], look_up: LookUp
) -> Callable[[str], Settings]:
    """The settings for a path, which also look up works."""

    def settings(path: str) -> Settings:
        found = settings_for(path)
        found.look_up = look_up
        return found

    return settings
