"""Converts findings to diagnostics and code actions: fixes and suppression comments."""

from __future__ import annotations

import os

from lsprotocol import types

from ieeelint.fixes.suppressions import comment
from ieeelint.paper.source import Source, Span
from ieeelint.server.positions import position
from ieeelint.translated import message_of
from ieeelint.translation import say, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.finding import Edit, Finding

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
FIX_ALL = "source.fixAll.ieeelint"


class Translator:
    """Converts findings to types of the protocol.

    ``encoding`` is the encoding that columns count in; ``document`` returns the address and the
    version of a file, given its real path; ``page`` returns the address of the page of a rule;
    ``language`` is that of the messages.
    """

    def __init__(
        self,
        encoding: str,
        document: Callable[[str], types.OptionalVersionedTextDocumentIdentifier],
        page: Callable[[Finding], str],
        language: str,
    ) -> None:
        self.encoding = encoding
        self.document = document
        self.page = page
        self.language = language

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        first = types.Position(*position(span.source, span.start, self.encoding))
        if span.end <= span.start:
            return types.Range(first, first)
        return types.Range(first, types.Position(*position(span.source, span.end, self.encoding)))

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """The diagnostic for a finding."""
        page = self.page(finding)
        with speaking(self.language):
            message = message_of(finding)
        return types.Diagnostic(
            range=self.range(finding.span),
            message=message,
            severity=SEVERITIES[finding.severity],
            code=finding.code,
            code_description=types.CodeDescription(page) if page else None,
            source="ieeelint",
        )

    def fix(self, finding: Finding) -> types.CodeAction | None:
        """The quick fix for a finding; None if it has no fix."""
        if finding.fix is None or not finding.fix.edits:
            return None
        with speaking(self.language):
            if finding.fix.safe:
                title = say("{code}: fix", code=finding.code)
            else:
                title = say("{code}: fix (unsafe: review the result)", code=finding.code)
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(finding)],
            is_preferred=finding.fix.safe,
            edit=self._workspace_edit(finding.fix.edits),
        )

    def suppression(self, finding: Finding) -> types.CodeAction:
        """The quick fix that suppresses a finding with a comment above its line."""
        with speaking(self.language):
            title = say("{code}: suppress with a comment", code=finding.code)
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(finding)],
            edit=self._workspace_edit((comment(finding.span.source, [finding]),)),
        )

    def edit_of(
        self, path: str, text: str, changes: list[tuple[int, int, str]]
    ) -> types.WorkspaceEdit:
        """The edit that makes these changes, (start, end, new text), to one file."""
        source = Source(path, text)
        edits = [
            types.TextEdit(self.range(Span(source, start, end)), new) for start, end, new in changes
        ]
        document_edit = types.TextDocumentEdit(self.document(path), list(edits))
        return types.WorkspaceEdit(document_changes=[document_edit])

    def _workspace_edit(self, edits: tuple[Edit, ...]) -> types.WorkspaceEdit:
        """The edits, grouped by file."""
        files: dict[str, list[types.TextEdit]] = {}
        for edit in edits:
            path = os.path.realpath(edit.span.source.path)
            files.setdefault(path, []).append(types.TextEdit(self.range(edit.span), edit.text))
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(self.document(path), list(text_edits))
                for path, text_edits in files.items()
            ]
        )
