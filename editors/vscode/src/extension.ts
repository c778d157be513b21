// Starts "ieeelint server" and shows its diagnostics; all checks are in the server.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const DOCUMENTS = ["latex", "tex", "bibtex"].map((language) => ({ scheme: "file", language }));
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("ieeelint");

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("ieeelint.restart", restart),
    vscode.commands.registerCommand("ieeelint.fixAll", fixAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("ieeelint.command")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Starts the server, or shows how to install it. */
async function start(): Promise<void> {
  const words = vscode.workspace.getConfiguration("ieeelint").get<string[]>("command", ["ieeelint"]);
  const [command, ...args] = words;
  if (!command) {
    void vscode.window.showErrorMessage('ieeelint: the setting "ieeelint.command" is empty.');
    return;
  }
  const server: ServerOptions = { command, args: [...args, "server"] };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    synchronize: { configurationSection: "ieeelint" },
  };
  client = new LanguageClient("ieeelint", "ieeelint", server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `ieeelint: "${words.join(" ")} server" does not start (${reason}). ` +
        'Run pip install ".[server]" in a clone of the project, or set "ieeelint.command".',
    );
  }
}

/** Restarts the server. */
async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined);
  client = undefined;
  await start();
}

/** Applies all safe fixes to the file of the active editor. */
async function fixAll(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  await vscode.commands.executeCommand("editor.action.codeAction", { kind: FIX_ALL.value, apply: "first" });
}
