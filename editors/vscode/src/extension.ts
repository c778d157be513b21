// Starts the server that comes with the extension, and shows its diagnostics; all checks are there.

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { chosen, onChange } from "./environments";
import { Command, complaint, firstUsable, usual } from "./python";

// Not the old versions of files that source control shows.
const SCHEMES = ["file", "untitled", "vscode-vfs", "memfs", "sftp", "ftp", "ssh"];
const LANGUAGES = ["latex", "tex", "bibtex"];
const DOCUMENTS = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("ieeelint");
const PATIENCE = 10_000; // milliseconds for a Python to say its version
const DOWNLOADS = "https://www.python.org/downloads/";

let client: LanguageClient | undefined;
let starting: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const restart = () => (starting = starting.then(stop).then(() => start(context)));
  context.subscriptions.push(
    vscode.commands.registerCommand("ieeelint.restart", restart),
    vscode.commands.registerCommand("ieeelint.fixAll", fixAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("ieeelint.command") || event.affectsConfiguration("ieeelint.python")) {
        void restart();
      }
    }),
  );
  await restart();
  void onChange(restart).then((listener) => listener && context.subscriptions.push(listener));
}

export async function deactivate(): Promise<void> {
  await starting;
  await stop();
}

async function stop(): Promise<void> {
  await client?.stop().catch(() => undefined);
  client = undefined;
}

/** Starts the server, or says what is missing. */
async function start(context: vscode.ExtensionContext): Promise<void> {
  const words = await serverCommand(context);
  if (!words) {
    return;
  }
  const [command, ...args] = words;
  const server: ServerOptions = { command: command!, args: [...args, "server"] };
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
    await explain(`ieeelint: "${words.join(" ")} server" does not start (${reason}).`, "ieeelint.command");
  }
}

/** The program of the settings, or the one of the extension with a Python that can run it. */
async function serverCommand(context: vscode.ExtensionContext): Promise<Command | undefined> {
  const settings = vscode.workspace.getConfiguration("ieeelint");
  const own = settings.get<string[]>("command", []);
  if (own.length > 0) {
    return own;
  }
  const named = settings.get<string>("python", "").trim();
  const fromExtension = named ? undefined : await chosen();
  const candidates = named ? [[named]] : [...(fromExtension ? [[fromExtension]] : []), ...usual(process.platform)];
  const found = await firstUsable(candidates, output);
  if ("command" in found) {
    return [...found.command, context.asAbsolutePath("bundled/ieeelint.pyz")];
  }
  // Not awaited: the message may stay open for hours.
  void explain(named ? `ieeelint: "${named}" is not Python 3.11 or later.` : complaint(found.tried), "ieeelint.python");
  return undefined;
}

function output(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: PATIENCE }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}

/** Shows a problem with the ways to solve it. */
async function explain(message: string, setting: string): Promise<void> {
  const [settings, download] = ["Open settings", "Get Python"];
  const choice = await vscode.window.showErrorMessage(message, settings, download);
  if (choice === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", setting);
  } else if (choice === download) {
    await vscode.env.openExternal(vscode.Uri.parse(DOWNLOADS));
  }
}

/** Applies all safe fixes to the file of the active editor. */
async function fixAll(): Promise<void> {
  if (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand("editor.action.codeAction", { kind: FIX_ALL.value, apply: "first" });
  }
}
