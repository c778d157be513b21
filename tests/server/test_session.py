"""The language server over a real pipe, with the client of another project."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.client import (
    DRAFT,
    PART,
    PATIENCE,
    TOP,
    Client,
    edited,
    session,
)


def test_a_session_with_hover_fix_and_suppression(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, DRAFT)
        await client.until(
            lambda: "UNT005" in client.codes(root) and "UNT005" in client.codes(part)
        )
        diagnostic = client.first(root, "UNT005")
        assert diagnostic.source == "ieeelint"
        start = diagnostic.range.start
        assert (start.line, start.character) == (5, 16)  # 𝔣 is two units
        assert diagnostic.range.end.character == 19

        hover = await client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(root.as_uri()), start)
        )
        assert "UNT005" in hover.contents.value and "Source:" in hover.contents.value

        actions = {action.title: action for action in await client.actions(root, diagnostic.range)}
        (change,) = actions["UNT005: fix"].edit.document_changes
        assert change.text_document.version == 1
        fixed = edited(DRAFT, change.edits)
        assert "is 0.25 here" in fixed

        (change,) = actions["UNT005: suppress with a comment"].edit.document_changes
        client.type(root, 2, edited(DRAFT, change.edits))
        await client.until(lambda: client.versions[root.as_uri()] == 2)
        assert "UNT005" not in client.codes(root)

        client.type(root, 3, fixed)
        await client.until(lambda: client.versions[root.as_uri()] == 3)
        assert "UNT005" not in client.codes(root) and "UNT005" in client.codes(part)

        client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(root.as_uri()))
        )
        await client.until(lambda: not client.codes(root) and not client.codes(part))

    session(steps, tmp_path)


def test_an_included_file_is_checked_within_its_paper(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(part, "It is 0.5 there.\n")
        await client.until(lambda: "UNT005" in client.codes(root))
        assert client.codes(part) == []
        client.type(part, 2, "It is .5 there, unsaved.\n")
        await client.until(lambda: client.versions.get(part.as_uri()) == 2)
        assert client.codes(part) == ["UNT005"]
        assert part.read_text(encoding="utf-8") == PART

    session(steps, tmp_path)


@pytest.mark.parametrize("resolves", [True, False])
def test_fix_all(tmp_path, resolves):
    support = types.ClientCodeActionResolveOptions(["edit"]) if resolves else None
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            code_action=types.CodeActionClientCapabilities(resolve_support=support)
        )
    )
    text = DRAFT.replace("here.", "here, and the the end is .75 away.")

    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, text)
        start = types.Position(0, 0)
        (action,) = await client.actions(
            root, types.Range(start, start), ["source.fixAll.ieeelint"]
        )
        if resolves:
            assert action.edit is None
            action = await client.code_action_resolve_async(action)
        (change,) = action.edit.document_changes
        assert change.text_document.uri == root.as_uri()
        result = edited(text, change.edits)
        assert "is 0.25 here, and the end is 0.75 away." in result
        assert result.splitlines()[-1] == "\\end{document}"

    session(steps, tmp_path, capabilities)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 18), ("utf-16", 16), ("utf-32", 15)])
def test_columns_use_the_negotiated_encoding(tmp_path, encoding, column):
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[encoding])
    )

    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, DRAFT)
        await client.until(lambda: "UNT005" in client.codes(root))
        assert client.first(root, "UNT005").range.start.character == column

    session(steps, tmp_path, capabilities)


def test_the_settings_of_the_editor_and_of_the_project_apply(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, DRAFT)
        await client.until(lambda: root.as_uri() in client.diagnostics)
        assert "UNT005" not in client.codes(root)
        client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"ieeelint": {"ignore": [], "stage": "daft"}})
        )
        await client.until(lambda: "UNT005" in client.codes(root) and client.messages)
        assert (
            "ieeelint.stage" in client.messages[0] and 'did you mean "draft"?' in client.messages[0]
        )
        (tmp_path / "ieeelint.toml").write_text('ignore = ["UNT"]\n', encoding="utf-8")
        client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(root.as_uri()))
        )
        await client.until(lambda: "UNT005" not in client.codes(root))
        (tmp_path / "ieeelint.toml").write_text("ignore = [\n", encoding="utf-8")
        client.type(root, 2, DRAFT + "\n")
        await client.until(lambda: len(client.messages) > 1)
        assert "ieeelint.toml" in client.messages[1]

    session(steps, tmp_path, options={"ignore": ["UNT005"]})


@pytest.mark.thorough
def test_the_last_of_many_changes_is_checked(tmp_path):
    long = DRAFT.replace(
        "\\input{part}", "Water is wet.\n\n" * 1500 + "It is .75 far.\n\\input{part}"
    )

    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, long)
        await client.until(lambda: client.codes(root).count("UNT005") == 2)
        for version in range(2, 9):
            client.type(root, version, "% a line\n" * version + long)
            await asyncio.sleep(0.08)
        await client.until(lambda: client.versions[root.as_uri()] == 8)
        await asyncio.sleep(1)
        assert client.first(root, "UNT005").range.start.line == 5 + 8

    session(steps, tmp_path)


def test_a_chapter_of_two_papers_shows_each_finding_once(tmp_path):
    other = tmp_path / "other.tex"

    async def steps(client: Client, root: Path, part: Path) -> None:
        other.write_text(DRAFT, encoding="utf-8")
        for path in (root, other):
            client.open(path, DRAFT)
        await client.until(
            lambda: "UNT005" in client.codes(root) and "UNT005" in client.codes(other)
        )
        assert client.codes(part).count("UNT005") == 1
        client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(other.as_uri()))
        )
        await client.until(lambda: client.codes(other) == [])
        assert client.codes(part).count("UNT005") == 1

    session(steps, tmp_path)


def test_no_suppression_is_offered_inside_an_entry(tmp_path):
    bib = tmp_path / "refs.bib"
    bib.write_text(
        "@misc{a, author = {A. Li}, title = {Flow},\n  month = {July}, year = 2024}\n",
        encoding="utf-8",
    )

    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(bib, bib.read_text(encoding="utf-8"))
        await client.until(lambda: "BIB004" in client.codes(bib))
        actions = await client.actions(
            bib, types.Range(types.Position(1, 0), types.Position(1, 20))
        )
        titles = [action.title for action in actions if action.kind == "quickfix"]
        assert titles == ["BIB004: fix"]

    session(steps, tmp_path)


def test_positions_outside_the_text_are_accepted(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, DRAFT)
        await client.until(lambda: "UNT005" in client.codes(root))
        for line, column in ((5, 10_000), (10_000, 0), (5, 11), (2**31 - 1, 2**31 - 1)):
            position = types.Position(line, column)
            await client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(root.as_uri()), position)
            )
            await client.actions(root, types.Range(types.Position(0, 0), position))
        assert (
            await client.actions(root, types.Range(types.Position(9, 9), types.Position(0, 0)))
            is not None
        )

    session(steps, tmp_path)


@pytest.mark.thorough
def test_a_document_of_ten_megabytes_is_accepted(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, "x" * 10_000_000 + "\n" + "word " * 40)  # not a LaTeX document
        client.open(part, PART)
        await client.until(
            lambda: root.as_uri() in client.diagnostics or part.as_uri() in client.diagnostics
        )
        client.type(root, 2, DRAFT)
        await client.until(lambda: "UNT005" in client.codes(root))

    session(steps, tmp_path)


def test_a_request_before_initialize_gets_an_error():
    def message(content: dict) -> bytes:
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    async def run() -> tuple[dict, dict]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "ieeelint",
            "server",
            cwd=TOP,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )

        async def response() -> dict:
            header = await asyncio.wait_for(process.stdout.readuntil(b"\r\n\r\n"), PATIENCE)
            length = next(
                int(line.split(b":")[1]) for line in header.split(b"\r\n") if b"Length" in line
            )
            return json.loads(await process.stdout.readexactly(length))

        params = {"textDocument": {"uri": "file:///a.tex"}, "position": {"line": 0, "character": 0}}
        process.stdin.write(message({"id": 1, "method": "textDocument/hover", "params": params}))
        first = await response()
        process.stdin.write(
            message(
                {
                    "id": 2,
                    "method": "initialize",
                    "params": {"processId": None, "rootUri": None, "capabilities": {}},
                }
            )
        )
        second = await response()
        process.kill()
        await process.wait()
        return first, second

    first, second = asyncio.run(run())
    assert first["id"] == 1 and first["error"]["code"] == -32002
    assert second["id"] == 2 and "capabilities" in second["result"]


def test_a_diagnostic_links_to_the_page_of_its_rule(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        client.open(root, DRAFT)
        await client.until(lambda: "UNT005" in client.codes(root))
        diagnostic = client.first(root, "UNT005")
        page = "https://docs.example.org/rules/UNT005.html"
        assert diagnostic.code_description.href == page
        (fix, *_) = await client.actions(root, diagnostic.range)
        assert list(fix.diagnostics) == [diagnostic]
        client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"ieeelint": {"stage": "draft"}})
        )
        await client.until(lambda: client.first(root, "UNT005").code_description is None)

    session(steps, tmp_path, options={"documentation": "https://docs.example.org/"})
