// Finds a Python that can run the server.  Nothing here needs the editor, so that tests can run it.

export const NEEDED: readonly [number, number] = [3, 11];
const ASK = "import sys; print('%d.%d' % sys.version_info[:2])";

/** A program and its first arguments, such as ["py", "-3"]. */
export type Command = readonly string[];
/** The output of a program; rejects if it cannot run. */
export type Run = (command: string, args: string[]) => Promise<string>;

/** A Python that was found, or what was tried in vain. */
export type Found = { command: Command } | { tried: string[] };

/** What is usually on the path. */
export function usual(platform: string): Command[] {
  const names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11"];
  const commands = names.map((name) => [name]);
  return platform === "win32" ? [["py", "-3"], ["python"], ["python3"]] : commands;
}

/** The first of the commands that is a new enough Python. */
export async function firstUsable(commands: Command[], run: Run): Promise<Found> {
  const tried: string[] = [];
  for (const command of commands) {
    const [program, ...args] = command;
    if (!program) {
      continue;
    }
    const version = await run(program, [...args, "-c", ASK]).then(parsed, () => undefined);
    if (version && isNewEnough(version)) {
      return { command };
    }
    tried.push(version ? `${command.join(" ")} (${version.join(".")})` : command.join(" "));
  }
  return { tried };
}

function parsed(output: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)\s*$/.exec(output);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

function isNewEnough([major, minor]: [number, number]): boolean {
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** What to tell the author if there is no usable Python. */
export function complaint(tried: string[]): string {
  const old = tried.filter((words) => words.endsWith(")"));
  const found = old.length > 0 ? ` Found only: ${old.join(", ")}.` : "";
  return `ieeelint needs Python ${NEEDED.join(".")} or later.${found} Install it, or choose one in the setting "ieeelint.python".`;
}
