"""The state of the server: the open documents, the scheduled checks, and the findings to show.

The server pushes diagnostics, which every editor supports.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from lsprotocol import types
from pygls.exceptions import JsonRpcServerNotInitialized
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path

from ieeelint import __version__
from ieeelint.server.actions import Translator
from ieeelint.server.addresses import path_of
from ieeelint.server.positions import offset
from ieeelint.server.projects import Checked, Projects
from ieeelint.settings import SettingsError, fault
from ieeelint.translation import AUTO
from ieeelint.translation.locales import of_locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding


DELAY = 0.15  # seconds without a keystroke before the check


EDITOR_ONLY = ("command", "python", "trace")  # settings that only the editor uses


class Server(LanguageServer):
    """The state of the server: the open documents, and the findings of each project."""

    def __init__(self) -> None:
        super().__init__(
            "ieeelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.projects = Projects()
        self.open: dict[str, tuple[str, int]] = {}  # real path -> address, version
        self.paths: dict[str, str] = {}  # address -> real path, also of closed documents
        self.addresses: dict[str, str] = {}  # real path -> address
        self.scheduled: dict[str, asyncio.Task[None]] = {}
        self.findings: dict[str, dict[str, list[Finding]]] = {}  # root -> file -> findings
        self.worker = ThreadPoolExecutor(1)  # one thread: it checks one paper after another
        self.last_message = ""
        self.is_initialized = False
        self.locale = ""  # of the editor

    @property
    def translator(self) -> Translator:
        encoding = self.workspace.position_encoding
        name = str(getattr(encoding, "value", encoding) or "utf-16")
        return Translator(name, self.document, self.projects.page_of, self.language)

    @property
    def language(self) -> str:
        """The language of the setting; for ``auto`` that of the editor."""
        setting = str(self.projects.flags.get("language", AUTO))
        return of_locale(self.locale) if setting == AUTO else setting

    def document(self, path: str) -> types.OptionalVersionedTextDocumentIdentifier:
        """The address and version of a file; a file that is not open has no version."""
        address = self.addresses.get(path) or from_fs_path(path) or ""
        uri, version = self.open.get(path, (address, None))
        return types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)

    @property
    def resolves_edits(self) -> bool:
        """True if the editor requests the edit of an action only when the user chooses it."""
        document = self.client_capabilities.text_document
        support = (
            document.code_action.resolve_support if document and document.code_action else None
        )
        return support is not None and "edit" in support.properties

    def path(self, uri: str) -> str:
        """The path of a document that is or was open, or of a file."""
        return self.paths.get(uri) or path_of(uri)

    def put(self, uri: str, text: str, version: int, language: str = "") -> None:
        """Store the text of an open document, and check it soon."""
        path = self.paths.setdefault(uri, path_of(uri, language))
        if path:
            self.addresses[path] = uri
            self.open[path] = uri, version
            self.projects.buffers[path] = text
            self.check_soon(path, DELAY)

    def check_soon(self, path: str, delay: float) -> None:
        """Check a file after the delay; a new call for the file restarts the delay."""
        if task := self.scheduled.pop(path, None):
            task.cancel()
        self.scheduled[path] = asyncio.ensure_future(self._check_later(path, delay))

    async def _check_later(self, path: str, delay: float) -> None:
        await asyncio.sleep(delay)
        self.scheduled.pop(path, None)
        await self.check_now(path)

    async def check_now(self, path: str) -> Checked | None:
        """Check the project of a file and publish its findings; returns None if it cannot be
        checked.
        """
        buffers = dict(self.projects.buffers)
        loop = asyncio.get_running_loop()
        try:
            checked = await loop.run_in_executor(self.worker, self.projects.check, path, buffers)
        except SettingsError as error:
            self.show_once(str(error))
            return None
        self.last_message = ""
        if all(self.projects.buffers.get(file) == buffers.get(file) for file in checked.files):
            self.publish(checked)  # otherwise, another check is already scheduled
        return checked

    def publish(self, checked: Checked) -> None:
        """Send the findings of each file of a project, and of files that were in it before."""
        before = set(self.findings.get(checked.root, {}))
        self.findings[checked.root] = checked.findings
        for path in before | set(checked.findings):
            self._send(path)
        for path in before - set(checked.findings):
            if path in self.open and path != checked.root:
                self.check_soon(path, 0)  # it is no longer part of this paper

    def _send(self, path: str) -> None:
        """Send the findings of a file from all papers that include it, without duplicates."""
        document = self.document(path)
        translator = self.translator
        unique: dict[tuple[int, int, str, str], types.Diagnostic] = {}
        for files in self.findings.values():
            for finding in files.get(path, ()):
                key = finding.span.start, finding.span.end, finding.code, finding.message
                unique.setdefault(key, translator.diagnostic(finding))
        diagnostics = [unique[key] for key in sorted(unique)]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, diagnostics, document.version)
        )

    def close(self, uri: str) -> None:
        """Forget a buffer; findings of a project are removed with its last open file."""
        path = self.path(uri)
        self.open.pop(path, None)
        self.projects.buffers.pop(path, None)
        if task := self.scheduled.pop(path, None):
            task.cancel()
        for root, files in list(self.findings.items()):
            if path not in files:
                continue
            open_file = next((file for file in files if file in self.open), None)
            if open_file is not None and (root in self.open or os.path.isfile(root)):
                self.check_soon(open_file, 0)
                continue
            del self.findings[root]
            for file in files:
                self._send(file)

    def show_once(self, message: str) -> None:
        """Show a problem that prevents the checks; the same message is not shown again."""
        if message != self.last_message:
            self.last_message = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def configure(self, settings: Any) -> None:
        """Apply the settings of the editor, which has the keys of a settings file; a wrong setting
        is reported and left out.
        """
        flags = {}
        for key, value in (settings if isinstance(settings, dict) else {}).items():
            if key in EDITOR_ONLY or value in (None, "", [], {}):
                continue
            problem, _ = fault(key, value)
            if problem:
                self.show_once(f'setting "ieeelint.{key}": {problem}')
            else:
                flags[key] = value
        self.projects.flags = flags
        for path in self.open:
            self.check_soon(path, 0)

    async def at(self, uri: str, position: types.Position) -> list[Finding]:
        """The findings at a position."""
        findings, _ = await self.within(uri, types.Range(position, position))
        return findings

    async def within(self, uri: str, text_range: types.Range) -> tuple[list[Finding], str]:
        """The current findings that touch a range of a file, and the real path of the file."""
        if not self.is_initialized:
            raise JsonRpcServerNotInitialized("the first request must be initialize")
        path = self.path(uri)
        checked = await self.check_now(path) if path in self.projects.buffers else None
        findings = checked.findings.get(path, []) if checked is not None else []
        encoding = self.translator.encoding
        touched = []
        start, end = text_range.start, text_range.end
        for finding in findings:
            source = finding.span.source
            first = offset(source, start.line, start.character, encoding)
            last = offset(source, end.line, end.character, encoding)
            if finding.span.start <= last and first <= finding.span.end:
                touched.append(finding)
        return touched, path
