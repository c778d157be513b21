"""The protocol's side of the server: what the editor asks and is told.

The whole text comes with each change: positions in a text that both sides
must keep alike are where servers go wrong, and a draft is small.  Findings
are pushed, which every editor understands.
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
from ieeelint.fixes.suppressions import can_answer
from ieeelint.server.actions import FIX_ALL, Translator
from ieeelint.server.positions import offset
from ieeelint.server.projects import Checked, Projects
from ieeelint.settings import FILES, SettingsError, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding

DELAY = 0.15  # seconds without a keystroke before the check
EDITORS_OWN = ("command", "trace")  # settings that concern the editor's side only
WATCHED = ("**/*.{tex,ltx,bib,bbl,sty,cls}", *(f"**/{name}" for name in FILES))


class Server(LanguageServer):
    """The server's state: open documents, and what was last published for each file."""

    def __init__(self) -> None:
        super().__init__(
            "ieeelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.projects = Projects()
        self.open: dict[str, tuple[str, int]] = {}  # real path -> address, version
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.found: dict[str, dict[str, list[Finding]]] = {}  # root -> file -> findings
        self.worker = ThreadPoolExecutor(1)  # one: checks of one paper after another
        self.told = ""
        self.is_initialized = False

    @property
    def translator(self) -> Translator:
        encoding = self.workspace.position_encoding
        return Translator(str(getattr(encoding, "value", encoding) or "utf-16"), self.document)

    def document(self, path: str) -> types.OptionalVersionedTextDocumentIdentifier:
        """Address and version of a file; no version for one that is not open."""
        uri, version = self.open.get(path, (from_fs_path(path) or "", None))
        return types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)

    @property
    def resolves_edits(self) -> bool:
        """True when the editor asks for the edit of an action only once it is chosen."""
        document = self.client_capabilities.text_document
        support = (
            document.code_action.resolve_support if document and document.code_action else None
        )
        return support is not None and "edit" in support.properties

    def put(self, uri: str, text: str, version: int) -> None:
        """Take over the text of an open document, and check it soon."""
        path = path_of(uri)
        if path:
            self.open[path] = uri, version
            self.projects.buffers[path] = text
            self.check_soon(path, DELAY)

    def check_soon(self, path: str, delay: float) -> None:
        """Check after the delay, unless it is asked for again before."""
        if before := self.waiting.pop(path, None):
            before.cancel()
        self.waiting[path] = asyncio.ensure_future(self._check_later(path, delay))

    async def _check_later(self, path: str, delay: float) -> None:
        await asyncio.sleep(delay)
        self.waiting.pop(path, None)
        await self.check_now(path)

    async def check_now(self, path: str) -> Checked | None:
        """Check the project of a file and publish what is found; None where it cannot be
        checked.
        """
        buffers = dict(self.projects.buffers)
        loop = asyncio.get_running_loop()
        try:
            checked = await loop.run_in_executor(self.worker, self.projects.check, path, buffers)
        except SettingsError as error:
            self.tell(str(error))
            return None
        self.told = ""
        if all(self.projects.buffers.get(file) == buffers.get(file) for file in checked.files):
            self.publish(checked)  # else another check is on its way
        return checked

    def publish(self, checked: Checked) -> None:
        """Send the findings of each file of a project, and of those that were in it before."""
        before = set(self.found.get(checked.root, {}))
        self.found[checked.root] = checked.findings
        for path in before | set(checked.findings):
            self._send(path)
        for path in before - set(checked.findings):
            if path in self.open and path != checked.root:
                self.check_soon(path, 0)  # it has left this paper: what is it now?

    def _send(self, path: str) -> None:
        """Send what all papers that hold a file say of it, each thing once."""
        document = self.document(path)
        translator = self.translator
        said: dict[tuple[int, int, str, str], types.Diagnostic] = {}
        for files in self.found.values():
            for one in files.get(path, ()):
                key = one.span.start, one.span.end, one.code, one.message
                said.setdefault(key, translator.diagnostic(one))
        diagnostics = [said[key] for key in sorted(said)]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, diagnostics, document.version)
        )

    def close(self, path: str) -> None:
        """Forget a buffer; the project's findings go with its last open file."""
        self.open.pop(path, None)
        self.projects.buffers.pop(path, None)
        if task := self.waiting.pop(path, None):
            task.cancel()
        for root, files in list(self.found.items()):
            if path not in files:
                continue
            still = next((file for file in files if file in self.open), None)
            if still is not None and (root in self.open or os.path.isfile(root)):
                self.check_soon(still, 0)
                continue
            del self.found[root]
            for file in files:
                self._send(file)

    def tell(self, message: str) -> None:
        """Show what hinders the checks, once."""
        if message != self.told:
            self.told = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def configure(self, wanted: Any) -> None:
        """Take over the editor's settings: the keys of a settings file, wrong ones left out and
        told.
        """
        flags = {}
        for key, value in (wanted if isinstance(wanted, dict) else {}).items():
            if key in EDITORS_OWN or value in (None, "", [], {}):
                continue
            problem, _ = fault(key, value)
            if problem:
                self.tell(f'setting "ieeelint.{key}": {problem}')
            else:
                flags[key] = value
        self.projects.flags = flags
        for path in self.open:
            self.check_soon(path, 0)

    async def at(self, uri: str, position: types.Position) -> list[Finding]:
        """The findings at a position."""
        ones, _ = await self.within(uri, types.Range(position, position))
        return ones

    async def within(self, uri: str, where: types.Range) -> tuple[list[Finding], str]:
        """The findings that touch a range of a file as it is now, and the file's real path."""
        if not self.is_initialized:
            raise JsonRpcServerNotInitialized("initialize comes first")
        path = path_of(uri)
        checked = await self.check_now(path) if path in self.projects.buffers else None
        found = checked.findings.get(path, []) if checked is not None else []
        encoding = self.translator.encoding
        touched = []
        for finding in found:
            source = finding.span.source
            first = offset(source, where.start.line, where.start.character, encoding)
            last = offset(source, where.end.line, where.end.character, encoding)
            if finding.span.start <= last and first <= finding.span.end:
                touched.append(finding)
        return touched, path


def path_of(uri: str) -> str:
    """The real path of a file's address; empty for any other address."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return os.path.realpath(path) if path else ""


server = Server()


@server.feature(types.INITIALIZE)
def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Take over settings that come with the first request."""
    ls.is_initialized = True
    ls.configure(params.initialization_options)


@server.feature(types.INITIALIZED)
async def initialized(ls: Server, _: types.InitializedParams) -> None:
    """Ask for the editor's settings, and to be told of changed files."""
    workspace = ls.client_capabilities.workspace
    if (
        workspace
        and workspace.did_change_watched_files
        and workspace.did_change_watched_files.dynamic_registration
    ):
        watchers = [types.FileSystemWatcher(glob_pattern=one) for one in WATCHED]
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
    """Take over settings that are pushed, or ask for them."""
    workspace = ls.client_capabilities.workspace
    if isinstance(params.settings, dict) and "ieeelint" in params.settings:
        ls.configure(params.settings["ieeelint"])
    elif workspace and workspace.configuration:
        await _fetch_settings(ls)


async def _fetch_settings(ls: Server) -> None:
    item = types.ConfigurationItem(section="ieeelint")
    try:
        found = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
    except JsonRpcException:  # a client that offers what it cannot do
        return
    ls.configure(found[0] if found else None)


@server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def files_changed(ls: Server, _: types.DidChangeWatchedFilesParams) -> None:
    """Check the open projects anew."""
    ls.projects.forget()
    for path in ls.open:
        ls.check_soon(path, DELAY)


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Check a document that is opened."""
    document = params.text_document
    ls.put(document.uri, document.text, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check a document as it is typed."""
    document = params.text_document
    ls.put(document.uri, ls.workspace.get_text_document(document.uri).source, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Check at once when a document is saved."""
    if (path := path_of(params.text_document.uri)) in ls.open:
        ls.check_soon(path, 0)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Take the findings away with the document."""
    ls.close(path_of(params.text_document.uri))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True),
)
async def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Fixes for the findings in a range, and all safe ones of the file when these are asked for."""
    only = params.context.only
    wanted = [str(getattr(kind, "value", kind)) for kind in only] if only else None
    found, path = await ls.within(params.text_document.uri, params.range)
    if path not in ls.projects.buffers:
        return []
    translator = ls.translator
    actions: list[types.CodeAction] = []
    if wanted is None or "quickfix" in wanted:
        fixes = [translator.fix(finding) for finding in found]
        actions += [fix for fix in fixes if fix is not None]
        actions += [translator.answer(one) for one in found if can_answer(one)]
    if wanted is None or any(f"{FIX_ALL}.".startswith(f"{kind}.") for kind in wanted):
        action = types.CodeAction("Mend all that is safe in this file", FIX_ALL, data=path)
        if ls.resolves_edits:
            actions.append(action)  # the edit is worked out when the action is chosen
        elif (await mend_all(ls, action)).edit is not None:
            actions.append(action)
    return actions


@server.feature(types.CODE_ACTION_RESOLVE)
async def mend_all(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """Work out the edit that mends all that is safe in a file."""
    path = str(action.data)
    text = ls.projects.buffers.get(path)
    if text is not None:
        loop = asyncio.get_running_loop()
        try:
            buffers = ls.projects.buffers.copy()
            changes = await loop.run_in_executor(ls.worker, ls.projects.mended, path, buffers)
        except SettingsError as error:
            ls.tell(str(error))
            return action
        if changes and ls.projects.buffers.get(path) == text:
            action.edit = ls.translator.edit_of(path, text, changes)
    return action


@server.feature(types.TEXT_DOCUMENT_HOVER)
async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The pages of the rules that found something here."""
    found = await ls.at(params.text_document.uri, params.position)
    if not found:
        return None
    rules = {finding.code: finding.rule for finding in found}
    content = "\n\n---\n\n".join(as_hover(rule) for rule in rules.values())
    where = ls.translator.range(min(found, key=lambda one: one.span.end - one.span.start).span)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, content), where)
