"""Asks Crossref, politely: one request at a time, with pauses, and again later when it is busy.

The interface is that of https://api.crossref.org: ``/works/DOI``, and ``/works`` with the parameter
``query.bibliographic``.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message
    from http.client import HTTPMessage
    from typing import IO, Any

CROSSREF = "https://api.crossref.org"
PAUSE = 0.2  # seconds between two requests
TIMEOUT = 15.0  # seconds without an answer
LARGEST_ANSWER = 5_000_000  # bytes
MOST_ATTEMPTS = 3
LONGEST_WAIT = 60.0  # seconds that an answer may ask to wait
MOST_FAILURES = 3  # one after the other; then the service is not asked again
BUSY = (429, 500, 502, 503, 504)  # try again later
LONGEST_QUERY = 300  # characters
ROWS = 3  # works to compare with a reference


def is_address(base: str) -> bool:
    """True for the address of a service, which has a host."""
    try:
        parts = urlsplit(base)
    except ValueError:  # "http://[::1" has half of an IPv6 address
        return False
    is_plain = base.isprintable() and " " not in base
    return is_plain and parts.scheme in ("https", "http") and bool(parts.hostname)


class ServiceError(Exception):
    """Why the service gave no answer, to follow its name: ``sent no JSON``."""


class Client:
    """The service at an address.

    ``mailto`` is an e-mail address for the service, empty for none; ``agent`` is the name of
    the program; ``wait`` and ``clock`` are those of the module ``time``, in seconds.
    """

    def __init__(
        self,
        base: str = CROSSREF,
        mailto: str = "",
        *,
        agent: str = "ieeelint",
        wait: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        timeout: float = TIMEOUT,
    ) -> None:
        self.base = base.rstrip("/")
        self.requests = 0
        self._mailto = mailto
        self._agent = agent + (f" (mailto:{mailto})" if mailto else "")
        self._wait = wait
        self._clock = clock
        self._timeout = timeout
        self._next = clock()
        self._failures = 0
        self._opener = build_opener(_SameHost(urlsplit(base).netloc))

    @property
    def host(self) -> str:
        """The name of the service."""
        return urlsplit(self.base).netloc

    @property
    def has_failed(self) -> bool:
        """True when the service failed so often that it is not asked again."""
        return self._failures >= MOST_FAILURES

    def work(self, doi: str) -> dict[str, Any] | None:
        """What the service knows about a DOI, None if it does not know it.  Raises ServiceError."""
        message = self._message(f"/works/{quote(doi, safe='')}", {})
        if message is not None and not isinstance(message, dict):
            raise ServiceError("sent an answer that is not a work")
        return message

    def search(self, words: str) -> list[dict[str, Any]]:
        """The works that resemble a title the most, the best first.  Raises ServiceError."""
        query = {"query.bibliographic": words[:LONGEST_QUERY], "rows": str(ROWS)}
        message = self._message("/works", query)
        items = message.get("items") if isinstance(message, dict) else None
        if not isinstance(items, list):
            raise ServiceError("sent an answer that is not a list of works")
        return [item for item in items if isinstance(item, dict)]

    def _message(self, path: str, query: dict[str, str]) -> Any:
        """The message of an answer, None if the service does not know the work."""
        if self.has_failed:
            raise ServiceError("is not asked again after several failures")
        if self._mailto:
            query = {**query, "mailto": self._mailto}
        address = self.base + path + ("?" + urlencode(query) if query else "")
        try:
            data = self._data(address)
        except ServiceError:
            self._failures += 1
            raise
        self._failures = 0
        if data is None:
            return None
        try:
            answer = json.loads(data)
        except (ValueError, RecursionError):
            raise ServiceError("sent no valid JSON") from None
        return answer.get("message") if isinstance(answer, dict) else None

    def _data(self, address: str) -> bytes | None:
        for attempt in range(1, MOST_ATTEMPTS + 1):
            self._wait(max(0.0, self._next - self._clock()))
            self._next = self._clock() + PAUSE
            self.requests += 1
            try:
                return self._answer(address)
            except HTTPError as error:
                if error.code == 404:
                    return None
                if error.code not in BUSY or attempt == MOST_ATTEMPTS:
                    said = " ".join(str(error.reason).split())
                    raise ServiceError(f"answered {error.code} {said}".rstrip()) from None
                self._next = self._clock() + _asked_wait(error.headers, attempt)
            except TimeoutError:
                raise ServiceError(f"gave no answer within {self._timeout:g} s") from None
            except (OSError, HTTPException, ValueError) as error:
                reason = getattr(error, "reason", None) or error
                if isinstance(reason, TimeoutError):
                    raise ServiceError(f"gave no answer within {self._timeout:g} s") from None
                raise ServiceError(f"cannot be reached: {reason}") from None
        raise AssertionError("the last attempt returns or raises")

    def _answer(self, address: str) -> bytes:
        request = Request(
            address, headers={"User-Agent": self._agent, "Accept": "application/json"}
        )
        with self._opener.open(request, timeout=self._timeout) as answer:
            data: bytes = answer.read(LARGEST_ANSWER + 1)
        if len(data) > LARGEST_ANSWER:
            raise ServiceError(f"sent more than {LARGEST_ANSWER // 1_000_000} MB")
        return data


class _SameHost(HTTPRedirectHandler):
    """Follows an answer to another address of the service, and to no other server."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        if urlsplit(newurl).netloc != self._host:
            raise ServiceError(f"sends on to another server, {urlsplit(newurl).netloc}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _asked_wait(headers: Message, attempt: int) -> float:
    """The seconds to wait before the next attempt, as Retry-After says: seconds, or a date."""
    asked = headers.get("Retry-After", "").strip()
    seconds = 2.0**attempt
    if asked.isdecimal():
        seconds = float(asked)
    elif asked:
        with suppress(ValueError):
            seconds = parsedate_to_datetime(asked).timestamp() - time.time()
    if seconds > LONGEST_WAIT:
        raise ServiceError(f"is busy, and asks to come back in {seconds:.0f} s")
    return max(seconds, PAUSE)
