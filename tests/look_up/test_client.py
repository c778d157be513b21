"""The client: polite, patient to a limit, and never confused by an answer."""

from __future__ import annotations

import time
from email.utils import formatdate

import pytest
from look_up.crossref import work

from ieeelint.look_up.client import MOST_ATTEMPTS, MOST_FAILURES, PAUSE, Client, ServiceError


class Waits:
    """A clock that waiting advances."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waited: list[float] = []

    def clock(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def waits():
    return Waits()


def client(service, waits, **options) -> Client:
    return Client(service.base, wait=waits.wait, clock=waits.clock, **options)


def test_a_work_that_is_known_and_one_that_is_not(service, waits):
    service.works["10.1000/a(b)<c>"] = work("10.1000/a(b)<c>", "Flow")
    asking = client(service, waits)
    known = asking.work("10.1000/a(b)<c>")
    assert known is not None and known["title"] == ["Flow"]
    assert asking.work("10.1000/b") is None
    assert service.asked[0] == "/works/10.1000%2Fa%28b%29%3Cc%3E"


def test_it_says_who_asks_and_pauses_between_requests(service, waits):
    asking = client(service, waits, mailto="ana@example.org", agent="ieeelint/1")
    for doi in ("10.1000/a", "10.1000/b", "10.1000/c"):
        asking.work(doi)
    assert service.asked[0].endswith("?mailto=ana%40example.org")
    assert service.agents[0] == "ieeelint/1 (mailto:ana@example.org)"
    assert waits.waited == pytest.approx([0.0, PAUSE, PAUSE])


@pytest.mark.parametrize(
    ("asked", "waited"), [("7", 7.0), ("", 2.0), ("soon", 2.0), ("0", PAUSE), ("60", 60.0)]
)
def test_it_comes_back_when_a_busy_service_says(service, waits, asked, waited):
    service.works["10.1000/a"] = work("10.1000/a", "Flow")
    service.script = [(429, {"Retry-After": asked} if asked else {})]
    assert client(service, waits).work("10.1000/a") is not None
    assert waits.waited == pytest.approx([0.0, waited])


def test_it_comes_back_at_a_date(service, waits):
    service.works["10.1000/a"] = work("10.1000/a", "Flow")
    service.script = [(503, {"Retry-After": formatdate(time.time() + 20, usegmt=True)})]
    assert client(service, waits).work("10.1000/a") is not None
    assert 17 < waits.waited[1] <= 20


def test_it_does_not_wait_for_an_hour(service, waits):
    service.script = [(429, {"Retry-After": "3600"})]
    with pytest.raises(ServiceError, match="asks to come back in 3600 s"):
        client(service, waits).work("10.1000/a")
    assert len(service.asked) == 1


def test_a_service_that_stays_busy_is_left_alone(service, waits):
    service.script = [(503, {})] * (MOST_ATTEMPTS * MOST_FAILURES)
    asking = client(service, waits)
    for _ in range(MOST_FAILURES):
        assert not asking.has_failed
        with pytest.raises(ServiceError, match="answered 503"):
            asking.work("10.1000/a")
    assert asking.has_failed
    with pytest.raises(ServiceError, match="not asked again"):
        asking.work("10.1000/a")
    assert len(service.asked) == MOST_ATTEMPTS * MOST_FAILURES


def test_an_answer_forgives_earlier_failures(service, waits):
    asking = client(service, waits)
    for _ in range(MOST_FAILURES):
        service.script = [b"no JSON"]
        with pytest.raises(ServiceError, match="no valid JSON"):
            asking.work("10.1000/a")
        asking_again = asking.has_failed
        if not asking_again:
            assert asking.work("10.1000/b") is None
    assert not asking.has_failed


@pytest.mark.parametrize(
    "content",
    [b"{", b"<html>", b"\xff\xfe", b'{"message": 7}', b'{"message": [1]}', b"[" * 200_000],
)
def test_an_answer_of_another_form_is_an_error(service, waits, content):
    service.script = [content]
    with pytest.raises(ServiceError):
        client(service, waits).work("10.1000/a")


@pytest.mark.parametrize("content", [b"{}", b'{"message": {}}', b'{"message": {"items": 3}}'])
def test_a_search_answers_a_list(service, waits, content):
    service.script = [content]
    with pytest.raises(ServiceError, match="not a list of works"):
        client(service, waits).search("Flow")


def test_strange_works_in_a_list_are_left_out(service, waits):
    service.script = [b'{"message": {"items": [3, {"DOI": "10.1000/a"}, null]}}']
    assert client(service, waits).search("Flow") == [{"DOI": "10.1000/a"}]


def test_a_slow_service_is_left_after_its_time(service, waits):
    service.script = [2.0]
    with pytest.raises(ServiceError, match=r"no answer within 0\.2 s"):
        client(service, waits, timeout=0.2).work("10.1000/a")


def test_an_answer_may_be_at_another_address_of_the_service(service, waits):
    service.works["10.1000/a"] = work("10.1000/a", "Flow")
    service.script = [(301, {"Location": "/works/10.1000%2Fa"})]
    assert client(service, waits).work("10.1000/b") is not None


def test_no_other_server_is_asked(service, waits):
    service.script = [(302, {"Location": "http://localhost:9/works/10.1"})]
    with pytest.raises(ServiceError, match="another server, localhost:9"):
        client(service, waits).work("10.1000/a")


def test_a_service_that_is_not_there(waits):
    asking = Client("http://127.0.0.1:9", wait=waits.wait, clock=waits.clock)
    with pytest.raises(ServiceError, match="cannot be reached"):
        asking.work("10.1000/a")


def test_too_long_an_answer_is_not_read(service, waits):
    service.script = [b"[" + b"1," * 2_600_000 + b"1]"]
    with pytest.raises(ServiceError, match="more than 5 MB"):
        client(service, waits).work("10.1000/a")


def test_a_long_title_is_cut(service, waits):
    client(service, waits).search("flow " * 500)
    assert len(service.asked[0]) < 400
