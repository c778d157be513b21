"""``ieeelint open``: the report of a draft in the browser, which follows the draft."""

from __future__ import annotations

import os
from functools import partial

from ieeelint import RULES_DATE, __version__, inputs
from ieeelint.checking import check_paths
from ieeelint.cli import CLEAN
from ieeelint.commands.check import flags
from ieeelint.settings import SettingsError
from ieeelint.settings_files import load
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.results import Report


def run(options: Options) -> int:
    """Serve the report until Ctrl-C.  Raises SettingsError if the draft does not exist."""
    from ieeelint.opening.following import Follower
    from ieeelint.opening.serving import Server

    path: str = options.path
    if not os.path.exists(path):
        raise SettingsError(f"{path}: does not exist")
    values = {**flags(options), "output-format": "html"}
    settings_for = partial(load, flags=values, file=options.config or "", isolated=options.isolated)

    def check() -> Report:
        from ieeelint.cache import Cache, folder

        with inputs.memory_scope():
            report = check_paths(
                [path], settings_for, cache=Cache(folder(), f"{__version__} {RULES_DATE}")
            )
        if (report.settings or settings_for(path))["group"]:
            report.group()
        return report

    follower = Follower(check, [path])
    server = Server(follower)
    follower.start()
    try:
        put(f"{server.address}\n")
        log(f"showing {path}, also after changes; press Ctrl-C to stop")
        if not options.no_browser:
            _show(server.address)
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
        follower.stop()
    return CLEAN


def _show(address: str) -> None:
    """Open the address in the browser."""
    import webbrowser

    if not webbrowser.open(address):
        log("no browser could be started; open the address above")
