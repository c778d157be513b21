"""Handles the requests and notifications of the editor.

The editor sends the whole text with each change: a draft is small, and incremental edits are a
common source of bugs in servers.  The server pushes diagnostics, which every editor supports.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcServerNotInitialized
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from ieeelint import __version__
from ieeelint.documentation.rule_pages import as_hover
from ieeelint.fixes.suppressions import can_suppress
from ieeelint.server.actions import FIX_ALL, Translator
from ieeelint.server.positions import offset
from ieeelint.server.projects import Checked, Projects
from ieeelint.settings import FILES, SettingsError, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding

DELAY = 0.15  # seconds without a keystroke before the check
EDITOR_ONLY = ("command", "trace")  # settings that only the editor uses
WATCHED = ("**/*.{tex,ltx,bib,bbl,sty,cls}", *(f"**/{name}" for name in FILES))


class Server(LanguageServer):
    """The state of the server: the open documents, and the findings of each project."""

    def __init__(self) -> None:
        super().__init__(
            "ieeelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.projects = Projects()
        self.open: dict[str, tuple[str, int]] = {}  # real path -> address, version
        self.scheduled: dict[str, asyncio.Task[None]] = {}
        self.findings: dict[str, dict[str, list[Finding]]] = {}  # root -> file -> findings
        self.worker = ThreadPoolExecutor(1)  # one thread: it checks one paper after another
        self.last_message = ""
        self.is_initialized = False

    @property
    def translator(self) -> Translator:
        encoding = self.workspace.position_encoding
        return Translator(str(getattr(encoding, "value", encoding) or "utf-16"), self.document)

    def document(self, path: str) -> types.OptionalVersionedTextDocumentIdentifier:
        """The address and version of a file; a file that is not open has no version."""
        uri, version = self.open.get(path, (from_fs_path(path) or "", None))
        return types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)

    @property
    def resolves_edits(self) -> bool:
        """True if the editor requests the edit of an action only when the user chooses it."""
        document = self.client_capabilities.text_document
        support = (
            document.code_action.resolve_support if document and document.code_action else None
        )
        return support is not None and "edit" in support.properties

    def put(self, uri: str, text: str, version: int) -> None:
        """Store the text of an open document, and check it soon."""
        path = path_of(uri)
        if path:
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

    def close(self, path: str) -> None:
        """Forget a buffer; findings of a project are removed with its last open file."""
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
        path = path_of(uri)
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


def path_of(uri: str) -> str:
    """The real path for the address of a file; empty for other addresses."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return os.path.realpath(path) if path else ""


server = Server()


@server.feature(types.INITIALIZE)
def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Apply the settings in the first request."""
    ls.is_initialized = True
    ls.configure(params.initialization_options)


@server.feature(types.INITIALIZED)
async def initialized(ls: Server, _: types.InitializedParams) -> None:
    """Request the settings of the editor, and notifications about changed files."""
    workspace = ls.client_capabilities.workspace
    if (
        workspace
        and workspace.did_change_watched_files
        and workspace.did_change_watched_files.dynamic_registration
    ):
        watchers = [types.FileSystemWatcher(glob_pattern=glob) for glob in WATCHED]
        await ls.client_register_capability_async(
            types.RegistrationParams(
                [
                    types.Registration(
                        "ieeelint-files",
                        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                        types.DidChangeWatchedFilesRegistrationOptions(watchers),
                    )
                ]
            )
        )
    if workspace and workspace.configuration:
        await _fetch_settings(ls)


@server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
async def settings_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Apply the settings in the notification, or request them."""
    workspace = ls.client_capabilities.workspace
    if isinstance(params.settings, dict) and "ieeelint" in params.settings:
        ls.configure(params.settings["ieeelint"])
    elif workspace and workspace.configuration:
        await _fetch_settings(ls)


async def _fetch_settings(ls: Server) -> None:
    item = types.ConfigurationItem(section="ieeelint")
    try:
        settings = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
    except JsonRpcException:  # the client does not support what it declared
        return
    ls.configure(settings[0] if settings else None)


@server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def files_changed(ls: Server, _: types.DidChangeWatchedFilesParams) -> None:
    """Check the open projects again."""
    ls.projects.forget()
    for path in ls.open:
        ls.check_soon(path, DELAY)


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Check a document when it is opened."""
    document = params.text_document
    ls.put(document.uri, document.text, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check a document while the author types."""
    document = params.text_document
    ls.put(document.uri, ls.workspace.get_text_document(document.uri).source, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Check a document immediately when it is saved."""
    if (path := path_of(params.text_document.uri)) in ls.open:
        ls.check_soon(path, 0)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Remove the findings of a document when it is closed."""
    ls.close(path_of(params.text_document.uri))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True),
)
async def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The fixes and suppressions for findings in a range, and an action for all safe fixes."""
    only = params.context.only
    kinds = [str(getattr(kind, "value", kind)) for kind in only] if only else None
    findings, path = await ls.within(params.text_document.uri, params.range)
    if path not in ls.projects.buffers:
        return []
    translator = ls.translator
    actions: list[types.CodeAction] = []
    if kinds is None or "quickfix" in kinds:
        fixes = [translator.fix(finding) for finding in findings]
        actions += [fix for fix in fixes if fix is not None]
        actions += [
            translator.suppression(finding) for finding in findings if can_suppress(finding)
        ]
    if kinds is None or any(f"{FIX_ALL}.".startswith(f"{kind}.") for kind in kinds):
        action = types.CodeAction("Apply all safe fixes in this file", FIX_ALL, data=path)
        if ls.resolves_edits:
            actions.append(action)  # the edit is computed when the user chooses the action
        elif (await fix_all(ls, action)).edit is not None:
            actions.append(action)
    return actions


@server.feature(types.CODE_ACTION_RESOLVE)
async def fix_all(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """Compute the edit for the action that applies all safe fixes in a file."""
    path = str(action.data)
    text = ls.projects.buffers.get(path)
    if text is not None:
        loop = asyncio.get_running_loop()
        try:
            buffers = ls.projects.buffers.copy()
            changes = await loop.run_in_executor(ls.worker, ls.projects.safe_fixes, path, buffers)
        except SettingsError as error:
            ls.show_once(str(error))
            return action
        if changes and ls.projects.buffers.get(path) == text:
            action.edit = ls.translator.edit_of(path, text, changes)
    return action


@server.feature(types.TEXT_DOCUMENT_HOVER)
async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The pages of the rules with findings at this position."""
    findings = await ls.at(params.text_document.uri, params.position)
    if not findings:
        return None
    rules = {finding.code: finding.rule for finding in findings}
    content = "\n\n---\n\n".join(as_hover(rule) for rule in rules.values())
    shortest = min((finding.span for finding in findings), key=lambda span: span.end - span.start)
    markdown = types.MarkupContent(types.MarkupKind.Markdown, content)
    return types.Hover(markdown, ls.translator.range(shortest))
