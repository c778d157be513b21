"""A server on this computer that answers as Crossref does, and worse."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


def work(doi: str, title: str, surname: str = "Lima", year: int = 2020, **more: object) -> dict:
    """A work in the form of the service."""
    return {
        "DOI": doi,
        "title": [title],
        "author": [{"given": "Ana", "family": surname}],
        "issued": {"date-parts": [[year, 3]]},
        **more,
    }


class Service:
    """``works`` by DOI; ``found`` are what a search answers; ``script`` are the next answers before
    that: a status with headers, bytes, or seconds to wait.  ``asked`` are the paths of requests.
    """

    def __init__(self) -> None:
        self.works: dict[str, dict] = {}
        self.found: list[dict] = []
        self.script: list[object] = []
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.base = ""

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """The status, headers, and content for a request."""
        self.asked.append(path)
        if self.script:
            step = self.script.pop(0)
            if isinstance(step, bytes):
                return 200, {}, step
            if isinstance(step, float):
                time.sleep(step)
            else:
                status, headers = step
                return status, headers, b"{}"
        parts = urlsplit(path)
        if parts.path.startswith("/works/"):
            message = self.works.get(unquote(parts.path.removeprefix("/works/")))
            if message is None:
                return 404, {}, b"Resource not found."
            return 200, {}, json.dumps({"status": "ok", "message": message}).encode()
        assert "query.bibliographic" in parse_qs(parts.query)
        message = {"items": self.found}
        return 200, {}, json.dumps({"status": "ok", "message": message}).encode()


@contextmanager
def serving(service: Service):
    """Run the service; sets its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            service.agents.append(self.headers["User-Agent"])
            status, headers, content = service.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # the client did not wait
                self.wfile.write(content)

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    service.base = f"http://127.0.0.1:{server.server_port}"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
