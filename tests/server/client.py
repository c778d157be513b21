"""A client of the language server, made of another project, and sessions with it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

TOP = Path(__file__).resolve().parent.parent.parent


PATIENCE = 60  # seconds


DRAFT = r"""\documentclass[conference]{IEEEtran}
\begin{document}
\title{Steady Flow in Narrow Pipes}
\maketitle
\section{Introduction}
The ratio 𝔣 is .25 here.
\input{part}
\end{document}
"""


PART = "It is .5 there.\n"


class Client(LanguageClient):
    """Stores the latest diagnostics that the server sent for each file."""

    def __init__(self) -> None:
        super().__init__("test", "1")
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.versions: dict[str, int | None] = {}
        self.messages: list[str] = []
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = list(params.diagnostics)
            self.versions[params.uri] = params.version
            self.news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self.news.set()

    async def until(self, condition) -> None:
        """Wait until a message of the server makes ``condition()`` true."""

        async def wait() -> None:
            while not condition():
                self.news.clear()
                await self.news.wait()

        await asyncio.wait_for(wait(), PATIENCE)

    def open(self, path: Path, text: str) -> None:
        item = types.TextDocumentItem(path.as_uri(), "latex", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, path: Path, version: int, text: str) -> None:
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, path.as_uri()),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def codes(self, path: Path) -> list[str]:
        return [item.code for item in self.diagnostics.get(path.as_uri(), [])]

    def first(self, path: Path, code: str) -> types.Diagnostic:
        """The first diagnostic with this code in a file."""
        return next(item for item in self.diagnostics[path.as_uri()] if item.code == code)

    async def actions(
        self, path: Path, text_range: types.Range, only=None
    ) -> list[types.CodeAction]:
        actions = await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(path.as_uri()),
                text_range,
                types.CodeActionContext([], only),
            )
        )
        return list(actions or [])


def session(steps, tmp_path, capabilities=None, options=None):
    """Run the steps with a client of a new server and the two files of the project."""
    root, part = tmp_path / "paper.tex", tmp_path / "part.tex"
    root.write_text(DRAFT, encoding="utf-8")
    part.write_text(PART, encoding="utf-8")

    async def run() -> None:
        client = Client()
        await client.start_io(sys.executable, "-m", "ieeelint", "server", cwd=TOP)
        await client.initialize_async(
            types.InitializeParams(
                capabilities or types.ClientCapabilities(), initialization_options=options
            )
        )
        client.initialized(types.InitializedParams())
        await steps(client, root, part)
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        await client.stop()

    asyncio.run(run())


def edited(text: str, edits: list[types.TextEdit]) -> str:
    """The text after the edits, whose columns count UTF-16 code units."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(
        edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True
    ):
        first, last = edit.range.start, edit.range.end
        before = lines[first.line].encode("utf-16-le")[: 2 * first.character].decode("utf-16-le")
        after = ""
        if last.line < len(lines):
            after = lines[last.line].encode("utf-16-le")[2 * last.character :].decode("utf-16-le")
        lines[first.line : last.line + 1] = [before + edit.new_text + after]
    return "".join(lines)


def opened(client: Client, uri: str, text: str, language: str = "latex") -> None:
    item = types.TextDocumentItem(uri, language, 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


def codes_of(client: Client, uri: str) -> list[str]:
    return [item.code for item in client.diagnostics.get(uri, [])]
