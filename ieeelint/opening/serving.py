"""A server for one browser on this computer: the report, and whether there is a newer one.

Everything on the computer, and every page in the browser, can send requests to it.  So the address
has a secret, and a request from another page, or to another host, is refused.
"""

from __future__ import annotations

import secrets
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.opening.following import Follower

HOST = "127.0.0.1"
SOON = 2.0  # seconds in which most drafts are checked
PATIENCE = 20.0  # seconds that a request waits for a newer report
OWN_SITES = (None, "none", "same-origin")  # of the header Sec-Fetch-Site: typed, or from our page
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Server(ThreadingHTTPServer):
    """Serves the documents of a follower; ``address`` is what to open."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False  # on Windows, another program could take the port

    def __init__(self, follower: Follower, port: int = 0) -> None:
        super().__init__((HOST, port), Handler)
        self.follower = follower
        self.secret = secrets.token_urlsafe(24)
        self.origin = f"http://{HOST}:{self.server_address[1]}"
        self.address = f"{self.origin}/{self.secret}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about a connection that the browser closed, as it does with a tab."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers GET for the report and for ``check?known=NUMBER``."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60.0

    def do_GET(self) -> None:  # noqa: N802
        """Answer a request, or refuse it."""
        if not self._is_own():
            self._answer(HTTPStatus.FORBIDDEN)
            return
        try:
            parts = urlsplit(self.path)
        except ValueError:  # such as http://[
            self._answer(HTTPStatus.BAD_REQUEST)
            return
        root = f"/{self.server.secret}/"
        if not secrets.compare_digest(parts.path[: len(root)].encode(), root.encode()):
            self._answer(HTTPStatus.FORBIDDEN)
            return
        name = parts.path[len(root) :]
        if name not in ("", "check"):
            self._answer(HTTPStatus.NOT_FOUND)
            return
        known = parse_qs(parts.query).get("known", ["0"])[0] if name else "0"
        number = int(known) if known.isdecimal() and len(known) < 12 else 0
        latest = self.server.follower.newer(number, PATIENCE if name else SOON)
        if latest is None and not name:
            message = "The report appears here when it is ready."
            page = self.server.follower.notice("Checking the draft", message, 0)
            self._answer(HTTPStatus.OK, page)
        elif latest is None:
            self._answer(HTTPStatus.NO_CONTENT)
        else:
            self._answer(HTTPStatus.OK, latest[1], latest[0])

    def _is_own(self) -> bool:
        """True if the request is for this host, and does not come from another page."""
        headers = self.headers
        return (
            headers.get("Host") == f"{HOST}:{self.server.server_address[1]}"
            and headers.get("Origin") in (None, self.server.origin)
            and headers.get("Sec-Fetch-Site") in OWN_SITES
        )

    def _answer(self, status: HTTPStatus, content: str = "", number: int = 0) -> None:
        data = content.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
        if number:
            self.send_header("X-Number", str(number))
        self.end_headers()
        self.wfile.write(data)

    def version_string(self) -> str:
        """The name of the server, without the version of Python."""
        return "ieeelint"

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: the address has the secret."""
