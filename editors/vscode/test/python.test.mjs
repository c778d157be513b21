// The search for a Python, without an editor.
import assert from "node:assert/strict";
import test from "node:test";
import { complaint, firstUsable, usual } from "../out/python.mjs";

/** Programs by their words; the others do not exist. */
const machine = (versions) => async (command, args) => {
  const words = [command, ...args.slice(0, -2)].join(" ");
  if (!(words in versions)) throw new Error("ENOENT");
  return versions[words];
};

test("the first new enough Python is taken", async () => {
  const run = machine({ python3: "3.9\n", python: "3.12\r\n", "python3.14": "3.14\n" });
  assert.deepEqual(await firstUsable(usual("linux"), run), { command: ["python"] });
});

test("Python 3.11 and 4.0 are new enough, and 3.10 and 2.7 are not", async () => {
  for (const [version, is] of [["3.11", true], ["4.0", true], ["3.10", false], ["2.7", false]]) {
    assert.equal("command" in (await firstUsable([["p"]], machine({ p: version }))), is, version);
  }
});

test("Windows has a launcher", async () => {
  const run = machine({ "py -3": "3.13\r\n" });
  assert.deepEqual(await firstUsable(usual("win32"), run), { command: ["py", "-3"] });
});

test("a program that is not Python is not taken", async () => {
  const run = machine({ python3: "Python was not found; run without arguments to install", python: "" });
  const found = await firstUsable([["python3"], ["python"], []], run);
  assert.deepEqual(found, { tried: ["python3", "python"] });
  assert.equal(complaint(found.tried), 'ieeelint needs Python 3.11 or later. Install it, or choose one in the setting "ieeelint.python".');
});

test("the message names what is too old", async () => {
  const { tried } = await firstUsable([["a"], ["b"]], machine({ b: "3.8" }));
  assert.match(complaint(tried), /Found only: b \(3\.8\)\. Install it/);
});
