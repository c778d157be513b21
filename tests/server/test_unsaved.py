"""Documents without a file, of other systems, and unsaved ones in the language server."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.client import (
    DRAFT,
    PART,
    Client,
    codes_of,
    opened,
    session,
)


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled-1",
        "vscode-vfs://github/ana/bees/main.tex",
        "memfs:/a%20b/../paper.tex",
    ],
)
def test_a_document_without_a_file_is_checked(tmp_path, uri):
    text = DRAFT.replace("here.", "here, see \\includegraphics{gone}.")

    async def steps(client: Client, root: Path, part: Path) -> None:
        opened(client, uri, text)
        await client.until(lambda: "UNT005" in codes_of(client, uri))
        assert "TEX009" not in codes_of(client, uri)  # its neighbors cannot be seen
        found = next(item for item in client.diagnostics[uri] if item.code == "UNT005")
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), found.range, types.CodeActionContext([])
            )
        )
        (change,) = next(one for one in actions if "fix" in one.title).edit.document_changes
        assert change.text_document.uri == uri
        client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        await client.until(lambda: not codes_of(client, uri))

    session(steps, tmp_path)


def test_open_documents_of_another_system_find_each_other(tmp_path):
    place = "vscode-vfs://github/ana/bees"

    async def steps(client: Client, root: Path, part: Path) -> None:
        opened(client, f"{place}/part.tex", PART)
        opened(client, f"{place}/main.tex", DRAFT)
        opened(client, "vscode-vfs://github/bo/bees/part.tex", "It is 0.5.")
        await client.until(
            lambda: (
                {item.message for item in client.diagnostics.get(f"{place}/part.tex", [])}
                == {'Write "0.5", not ".5".'}
            )
        )

    session(steps, tmp_path)


def test_a_new_file_that_has_a_place_sees_its_neighbors(tmp_path):
    uri = "untitled:" + (tmp_path / "new.tex").as_posix()

    async def steps(client: Client, root: Path, part: Path) -> None:
        opened(client, uri, DRAFT)
        await client.until(lambda: "UNT005" in client.codes(part))  # included

    session(steps, tmp_path)


def test_an_unsaved_reference_database_is_checked(tmp_path):
    async def steps(client: Client, root: Path, part: Path) -> None:
        opened(client, "untitled:Untitled-2", "@article{a, title={B}, year={99}}", "bibtex")
        await client.until(lambda: codes_of(client, "untitled:Untitled-2"))
        assert all(code.startswith("BIB") for code in codes_of(client, "untitled:Untitled-2"))

    session(steps, tmp_path)


@pytest.mark.parametrize(
    ("line", "first", "others", "replaced"),
    [
        ("It is 𝔣. % ieeelint: ignore[FIG", "FIG001", {"UNT005", "FIG"}, "FIG"),
        ("% ieeelint: ignore-next-line[FIG001, UNT", "UNT005", {"FIG001"}, "UNT"),
        ("% ieeelint: disable[FIG001,", "UNT005", {"ABR"}, ""),
        ("% ieeelint: ig", "ignore", {"file-ignore"}, "ig"),
        ("% ieeelint: ignore[FIG001] it is ", "", set(), ""),
        ("It is ignore[FIG", "", set(), ""),
    ],
)
def test_rules_are_completed_in_a_comment(tmp_path, line, first, others, replaced):
    async def steps(client: Client, root: Path, part: Path) -> None:
        opened(client, root.as_uri(), f"{DRAFT}{line}\nmore")
        row = DRAFT.count("\n")
        column = len(line.encode("utf-16-le")) // 2
        items = await client.text_document_completion_async(
            types.CompletionParams(
                types.TextDocumentIdentifier(root.as_uri()), types.Position(row, column)
            )
        )
        labels = {item.label: item for item in items or []}
        assert others <= set(labels)
        if not first:
            assert labels == {}
            return
        edit = labels[first].text_edit
        assert (edit.range.start.line, edit.range.end.character) == (row, column)
        assert edit.range.start.character == column - len(replaced)
        assert edit.new_text.startswith(first)

    session(steps, tmp_path)
