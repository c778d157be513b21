// The Python that the author chose in the Python extension, if that is installed.

import * as vscode from "vscode";

/** The part of the interface of the extension "ms-python.python" that is used here. */
interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function environments(): Promise<PythonExtension["environments"]> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  try {
    return (await extension?.activate())?.environments;
  } catch {
    return undefined; // it failed to start; other ways remain
  }
}

/** The path of the chosen Python. */
export async function chosen(): Promise<string | undefined> {
  const api = await environments();
  try {
    return (await api?.resolveEnvironment(api.getActiveEnvironmentPath()))?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** Calls back when the author chooses another Python. */
export async function onChange(call: () => void): Promise<vscode.Disposable | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(call);
}
