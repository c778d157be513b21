"""Handles the requests and notifications of the editor.

The editor sends the whole text with each change: a draft is small, and incremental edits are a
common source of bugs in servers.
"""

from __future__ import annotations

import asyncio

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ieeelint.documentation.rule_pages import as_hover
from ieeelint.paper.source import Source
from ieeelint.server.actions import FIX_ALL
from ieeelint.server.completions import TRIGGERS, completions, word_before
from ieeelint.server.positions import offset, position
from ieeelint.server.state import DELAY, Server
from ieeelint.settings import SettingsError
from ieeelint.settings_files import FILES
from ieeelint.translation import say, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

WATCHED = ("**/*.{tex,ltx,bib,bbl,sty,cls}", *(f"**/{name}" for name in FILES))


server = Server()


@server.feature(types.INITIALIZE)
def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Apply the settings in the first request."""
    ls.is_initialized = True
    ls.locale = params.locale or ""
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
    ls.put(document.uri, document.text, document.version, document.language_id)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check a document while the author types."""
    document = params.text_document
    ls.put(document.uri, ls.workspace.get_text_document(document.uri).source, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Check a document immediately when it is saved."""
    if (path := ls.path(params.text_document.uri)) in ls.open:
        ls.check_soon(path, 0)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Remove the findings of a document when it is closed."""
    ls.close(params.text_document.uri)


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
        suppressible = filter(ls.projects.can_suppress, findings)
        actions += [translator.suppression(finding) for finding in suppressible]
    if kinds is None or any(f"{FIX_ALL}.".startswith(f"{kind}.") for kind in kinds):
        with speaking(ls.language):
            title = say("Apply all safe fixes in this file")
        action = types.CodeAction(title, FIX_ALL, data=path)
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
    with speaking(ls.language):
        content = "\n\n---\n\n".join(as_hover(rule) for rule in rules.values())
    shortest = min((finding.span for finding in findings), key=lambda span: span.end - span.start)
    markdown = types.MarkupContent(types.MarkupKind.Markdown, content)
    return types.Hover(markdown, ls.translator.range(shortest))


@server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions([*TRIGGERS]))
def complete(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    """The actions and rules of a suppression comment."""
    text = ls.projects.buffers.get(ls.path(params.text_document.uri), "")
    source = Source("", text)
    line, column = params.position.line, params.position.character
    encoding = ls.translator.encoding
    end = offset(source, line, column, encoding)
    before = text[offset(source, line, 0, encoding) : end]
    start = position(source, end - len(word_before(before)), encoding)
    place = types.Range(types.Position(*start), types.Position(line, column))
    return completions(before, place)
