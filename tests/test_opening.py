"""``ieeelint open``: the report in the browser, which follows the draft; nobody else can see it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ieeelint.checking import check_paths
from ieeelint.opening import following, serving
from ieeelint.opening.following import Follower
from ieeelint.opening.serving import Server
from ieeelint.settings import Settings, SettingsError

TOP = Path(__file__).resolve().parent.parent
PATIENCE = 60.0


@pytest.fixture
def opened(monkeypatch):
    """A function that serves the report of a check; ends the servers."""
    monkeypatch.setattr(following, "INTERVAL", 0.05)
    monkeypatch.setattr(serving, "PATIENCE", 10.0)
    ends = []

    def serve(path, check=None) -> Server:
        settings = Settings(output_format="html")
        follower = Follower(check or partial(check_paths, [path], lambda _: settings), [path])
        server = Server(follower)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        follower.start()
        ends.append((server, follower))
        return server

    yield serve
    for server, follower in ends:
        server.shutdown()
        server.server_close()
        follower.stop()


def get(server, path="", method="GET", **headers):
    """The status, the headers, and the content of an answer."""
    host, port = server.server_address[:2]
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    target = path if path.startswith("/") else urlsplit(server.address).path + path
    connection.request(method, target, headers=headers)
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, answer.headers, content


def number_of(headers):
    return int(headers["X-Number"])


def test_the_report_is_at_the_address(opened, draft):
    server = opened(draft("The colour is red."))
    status, headers, content = get(server)
    assert status == 200 and ">colour</mark>" in content
    assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    assert "connect-src 'self'" in content
    assert f'data-number="{number_of(headers)}"' in content


def test_a_change_of_the_draft_is_a_newer_report(opened, draft):
    path = draft("The colour is red.")
    server = opened(path)
    known = number_of(get(server)[1])
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(text.replace("colour is red", "flavour is mild"), encoding="utf-8")
    status, headers, content = get(server, f"check?known={known}")
    assert status == 200 and number_of(headers) > known
    assert ">flavour</mark>" in content and "colour" not in content.split("<body>")[1]


def test_without_a_change_there_is_no_newer_report(opened, draft, monkeypatch):
    monkeypatch.setattr(serving, "PATIENCE", 0.2)
    server = opened(draft("Water is wet."))
    known = number_of(get(server)[1])
    assert get(server, f"check?known={known}")[::2] == (204, "")


@pytest.mark.parametrize("name", ["Origin", "Sec-Fetch-Site", "Host"])
@pytest.mark.parametrize("path", ["", "check?known=0"])
def test_requests_of_other_pages_and_hosts_are_refused(opened, draft, name, path):
    server = opened(draft("The colour is red."))
    other = {
        "Origin": ["http://evil.example", "null", f"http://localhost:{server.server_address[1]}"],
        "Sec-Fetch-Site": ["cross-site", "same-site"],
        "Host": ["evil.example", f"localhost:{server.server_address[1]}", "127.0.0.1"],
    }
    for value in other[name]:
        assert get(server, path, **{name: value})[::2] == (403, "")
    own = {"Origin": server.origin, "Sec-Fetch-Site": "same-origin"}
    if name in own:
        assert get(server, path, **{name: own[name]})[0] == 200


@pytest.mark.parametrize("path", ["/", "/check?known=0", "/wrong/", "/{secret}"])
def test_requests_without_the_secret_are_refused(opened, draft, path):
    server = opened(draft("The colour is red."))
    assert get(server, path.format(secret=server.secret))[::2] == (403, "")


def test_there_is_nothing_else(opened, draft):
    server = opened(draft("The colour is red."))
    for path in ("paper.tex", "../paper.tex", "check/", "%2e%2e/paper.tex"):
        assert get(server, path)[0] == 404
    for method in ("POST", "PUT", "DELETE"):
        assert get(server, "", method)[0] == 501
    assert server.server_address[0] == "127.0.0.1"
    assert Server(server.follower).secret != server.secret


@pytest.mark.parametrize("known", ["x", "-1", "9" * 40, ""])
def test_a_wrong_number_gets_the_report(opened, draft, known):
    assert get(opened(draft("The colour is red.")), f"check?known={known}")[0] == 200


def test_an_address_that_nobody_can_read_is_refused(opened, draft, capsys):
    server = opened(draft("Water is wet."))
    host, port = server.server_address[:2]
    with socket.create_connection((host, port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET http://[::1/ HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        assert b" 400 " in connection.recv(100)
    assert capsys.readouterr().err == ""


def test_a_connection_that_ends_early_prints_nothing(opened, draft, capsys):
    """A browser closes connections whenever it wants, as when a tab is closed."""
    server = opened(draft("Water is wet."))
    host, port = server.server_address[:2]
    for _ in range(5):
        connection = socket.create_connection((host, port), timeout=PATIENCE)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.sendall(b"GET /")
        connection.close()  # with a reset
    assert get(server)[0] == 200
    time.sleep(0.2)
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistake_in_the_settings_is_shown_until_it_is_corrected(opened, draft, tmp_path):
    path = draft("The colour is red.")
    (tmp_path / "ieeelint.toml").write_text("stage = 'revew'\n")
    check = partial(check_paths, [path])
    server = opened(path, check)
    _, headers, content = get(server)
    assert "Not checked" in content and "revew" in content
    (tmp_path / "ieeelint.toml").write_text("stage = 'review'\noutput-format = 'html'\n")
    os.utime(path)
    _, _, content = get(server, f"check?known={number_of(headers)}")
    assert "review stage" in content


@pytest.mark.parametrize("error", [ZeroDivisionError("division"), SettingsError("a.toml: <b>")])
def test_what_a_check_raises_is_shown(opened, draft, error, capsys):
    def check():
        raise error

    _, _, content = get(opened(draft("Water is wet."), check))
    assert "Not checked" in content and "<b>" not in content
    assert "bug in ieeelint" in content or "a.toml: &lt;b&gt;" in content


def test_a_draft_that_is_deleted_is_reported(opened, draft):
    path = draft("Water is wet.")
    server = opened(path)
    known = number_of(get(server)[1])
    os.remove(path)
    assert "does not exist" in get(server, f"check?known={known}")[2]


def test_a_slow_check_has_a_page_that_follows(opened, draft, monkeypatch):
    monkeypatch.setattr(serving, "SOON", 0.05)
    go_on = threading.Event()

    def check():
        go_on.wait(PATIENCE)
        return check_paths([path], lambda _: Settings(output_format="html"))

    path = draft("The colour is red.")
    server = opened(path, check)
    _, _, content = get(server)
    assert "Checking the draft" in content and 'data-number="0"' in content
    go_on.set()
    assert ">colour</mark>" in get(server, "check?known=0")[2]


def test_a_draft_must_exist(run):
    status, out, err = run("open", "--no-browser", "nowhere.tex")
    assert status == 2 and out == "" and "nowhere.tex: does not exist" in err


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="SIGINT")
def test_the_command_prints_the_address_and_ends_with_ctrl_c(draft):
    words = ["open", "--isolated", "--no-browser", draft("The colour is red.")]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "ieeelint", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TOP)},
    )
    try:
        parts = urlsplit(process.stdout.readline().strip())
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
        connection.request("GET", parts.path)
        assert b">colour</mark>" in connection.getresponse().read()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        err = process.stderr.read()
        assert "press Ctrl-C to stop" in err and parts.path not in err and "Traceback" not in err
    finally:
        process.kill()
