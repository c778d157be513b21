// The page in Chromium: the same findings as the command line, no request to another place, offline
// after the first visit, no violation of axe-core, and a message for each bad input.
//
//   npm run build && npm test      (CHROMIUM and PYTHON name other programs)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { serve } from "../serve.mjs";

const WEB = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const TOP = path.dirname(WEB);
const own = path.join(TOP, ".venv", "bin", "python");
const PYTHON = process.env.PYTHON ?? (fs.existsSync(own) ? own : "python3");
const AXE = fs.readFileSync(path.join(WEB, "node_modules", "axe-core", "axe.min.js"), "utf8");
const PAPERS = path.join(TOP, "tests", "papers");
const TEMPORARY = fs.mkdtempSync(path.join(os.tmpdir(), "ieeelint-web-"));
const LONG = 120_000; // milliseconds

let server, address, browser, page;
const requests = [];

before(async () => {
  ({ server, address } = await serve());
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  browser.on("targetcreated", async (target) => {  // requests of the workers, too
    const session = await target.createCDPSession().catch(() => null);
    session?.on("Network.requestWillBeSent", ({ request }) => requests.push(request.url));
    await session?.send("Network.enable").catch(() => {});
  });
  page = await open();
}, { timeout: LONG });

after(async () => {
  await browser?.close();
  server?.close();
  fs.rmSync(TEMPORARY, { recursive: true });
});

async function open(name = "") {
  const page = await browser.newPage();
  page.setDefaultTimeout(LONG);
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.setViewport({ width: 1300, height: 900 });
  await page.goto(address + name);
  await ready(page);
  return page;
}

const ready = (page) => page.waitForFunction(() => document.getElementById("version").textContent && document.getElementById("progress").hidden);
const message = (page) => page.$eval("#message", (one) => (one.hidden ? "" : one.textContent));

// Give files to the page, and wait for the report or a message.
async function give(page, paths, input = "#files") {
  if (await page.$eval("#start", (one) => one.hidden)) await page.click("[data-action=another]");
  await (await page.$(input)).uploadFile(...paths);
  await page.waitForFunction(() => document.getElementById("progress").hidden
    && (!document.getElementById("message").hidden || document.querySelector("#view .report")));
}

async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run());
  assert.deepEqual(violations.map((one) => [one.id, one.nodes[0].html]), []);
}

// Draft files of Word in TEMPORARY, as `ieeelint init` writes them.
function starter(kind) {
  const name = path.join(TEMPORARY, `${kind}.docx`);
  if (!fs.existsSync(name)) execFileSync(PYTHON, ["-m", "ieeelint", "init", "--kind", kind, name], { cwd: TOP, stdio: "ignore" });
  return name;
}

function native(folder) {
  const code = "import json, pathlib, sys; from ieeelint import api; top = pathlib.Path(sys.argv[1]);"
    + "print(json.dumps(api.check({p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob('*') if p.is_file()}, {}).json))";
  return JSON.parse(execFileSync(PYTHON, ["-c", code, folder], { cwd: TOP, maxBuffer: 1e8 }));
}

function allFiles(folder, prefix = "") {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((one) => one.isDirectory()
    ? allFiles(path.join(folder, one.name), `${prefix}${one.name}/`)
    : [[prefix + one.name, fs.readFileSync(path.join(folder, one.name)).toString("base64")]]);
}

// The findings of the engine of the page, which the modules of the page export.
const inBrowser = (page, files) => page.evaluate(async (files) => {
  const { Engine } = await import("./engine.js");
  globalThis.testEngine ??= new Engine(() => {});
  const decoded = files.map(([name, content]) => [name, Uint8Array.from(atob(content), (one) => one.charCodeAt(0))]);
  return testEngine.run("findings", Object.fromEntries(decoded), {});
}, files);

test("findings are those of the command line", { timeout: 4 * LONG }, async () => {
  const drafts = path.join(TEMPORARY, "drafts");
  fs.mkdirSync(drafts);
  for (const kind of ["conference", "journal"]) fs.copyFileSync(starter(kind), path.join(drafts, `${kind}.docx`));
  const folders = [...fs.readdirSync(PAPERS).map((name) => path.join(PAPERS, name)), drafts];
  let total = 0;
  for (const folder of folders) {
    const expected = native(folder);
    assert.deepEqual(JSON.parse(await inBrowser(page, allFiles(folder))), expected, folder);
    total += expected.findings.length;
  }
  assert.ok(total >= 25, `only ${total} findings`);
});

test("a LaTeX project is shown with its findings, filters, and results", { timeout: LONG }, async () => {
  await give(page, [path.join(PAPERS, "sample", "paper.tex")]);
  assert.equal(await message(page), "");
  assert.ok((await page.$$(".card")).length > 15);
  assert.match(await page.$eval("#summary", (one) => one.textContent), /Found 4 errors/);
  assert.equal(await page.$eval("[data-action=comments]", (one) => one.hidden), true);
  await page.click(".rail input[value=warning]");
  assert.match(await page.$eval(".status", (one) => one.textContent), / of /);
  assert.ok((await page.$$(".card.warning:not([hidden])")).length === 0);
  await page.click(".reset");
  await page.$eval("mark", (one) => one.click());
  assert.equal((await page.$$(".card[open]")).length, 1);
  await axe(page);
});

async function saved(page, action) {
  const folder = fs.mkdtempSync(path.join(TEMPORARY, "saved-"));
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await page.click(`[data-action=${action}]`);
  for (let at = 0; at < 300; at++) {
    const [name] = fs.readdirSync(folder).filter((one) => !one.endsWith(".crdownload"));
    if (name) return path.join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${action}: nothing was saved; ${await message(page)}`);
}

test("fixes are a zip and a patch, and the report is a file", { timeout: 2 * LONG }, async () => {
  const patch = fs.readFileSync(await saved(page, "patch"), "utf8");
  assert.match(patch, /^-.*behaviour[^]*^\+.*behavior/m);
  assert.ok(fs.readFileSync(await saved(page, "zip")).subarray(0, 2).equals(Buffer.from("PK")));
  const report = fs.readFileSync(await saved(page, "report"), "utf8");
  assert.match(report, /Counting Bees/);
});

test("the reference list is printed and can be copied", { timeout: LONG }, async () => {
  await page.click("[data-action=references]");
  await page.waitForSelector("dialog[open]");
  const text = await page.$eval("#references-list", (one) => one.innerText);
  assert.match(text, /\[1\] R\. Bell, “A year in twelve hives,”/);
  await axe(page);
  await page.click("#copy");
  await page.waitForFunction(() => document.getElementById("copy").textContent !== "Copy");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog").open);
});

test("a Word draft gets comments and tracked changes", { timeout: 2 * LONG }, async () => {
  await give(page, [starter("conference")]);
  assert.equal(await page.$eval("[data-action=zip]", (one) => one.hidden), true);
  const copy = await saved(page, "comments");
  assert.match(path.basename(copy), /^conference\.reviewed\.docx$/);
  assert.ok(fs.readFileSync(copy).includes("word/comments.xml"));
  await page.click("[data-action=tracked]");
  await page.waitForFunction(() => !document.getElementById("message").hidden);
  assert.match(await message(page), /There is no safe fix|Saved: conference\.fixed\.docx/);
});

test("saved files are those of the command line, byte for byte", { timeout: 3 * LONG }, async () => {
  const folder = fs.mkdtempSync(path.join(TEMPORARY, "native-"));
  const code = "import pathlib, sys, zipfile; from ieeelint.starters.word import document; top = pathlib.Path(sys.argv[1]);"
    + "(top / 'draft.docx').write_bytes(document('[paper title] Steady Flow\\n[heading 1] Results\\n"
    + "[Body Text] See Figure 1 for the the behaviour.'));"
    + "zipfile.ZipFile(top / 'project.zip', 'w').write(sys.argv[2], 'paper.tex')";
  execFileSync(PYTHON, ["-c", code, folder, path.join(PAPERS, "sample", "paper.tex")], { cwd: TOP });
  const program = (...words) => {
    try {
      execFileSync(PYTHON, ["-m", "ieeelint", ...words], { cwd: folder, env: { ...process.env, PYTHONPATH: TOP }, stdio: "ignore" });
    } catch (error) {
      assert.equal(error.status, 1, words.join(" ")); // findings are left
    }
  };
  program("annotate", "--isolated", "draft.docx");
  program("check", "--isolated", "--fix", "draft.docx");
  program("check", "--isolated", "--fix", "project.zip");
  for (const [given, action] of [["draft.docx", "comments"], ["draft.docx", "tracked"], ["project.zip", "zip"]]) {
    await give(page, [path.join(folder, given)]);
    const copy = await saved(page, action);
    const expected = path.join(folder, path.basename(copy));
    assert.ok(fs.existsSync(expected), `the command line does not write ${path.basename(copy)}`);
    assert.ok(fs.readFileSync(copy).equals(fs.readFileSync(expected)), path.basename(copy));
  }
});

test("settings are used and remembered", { timeout: LONG }, async () => {
  await give(page, [path.join(PAPERS, "sample", "paper.tex")]);
  await page.select("[name=stage]", "camera-ready");
  await page.waitForFunction(() => document.querySelector(".facts")?.textContent.includes("camera-ready"));
  await page.waitForFunction(() => document.getElementById("progress").hidden);
  const other = await open();
  assert.equal(await other.$eval("[name=stage]", (one) => one.value), "camera-ready");
  await other.close();
  await page.select("[name=stage]", "draft");
  await page.waitForFunction(() => document.getElementById("progress").hidden);
});

test("the page and its report are in the chosen language", { timeout: 2 * LONG }, async () => {
  const other = await browser.newPage();
  other.setDefaultTimeout(LONG);
  await other.evaluateOnNewDocument(() => {
    localStorage.clear();
    Object.defineProperty(navigator, "languages", { get: () => ["zh-CN", "en"] });
  });
  await other.goto(address);
  await ready(other);
  const latin = () => other.evaluate(() => document.getElementById("start").innerText.match(/[a-z]{3,} [a-z]{3,}/gi));
  assert.equal(await other.evaluate(() => document.documentElement.lang), "zh-CN");
  assert.deepEqual(await latin(), null);
  await axe(other);
  await other.click("#try-sample");
  await other.waitForSelector("#view .report");
  await other.waitForFunction(() => document.getElementById("progress").hidden);
  assert.match(await other.$eval("#summary", (one) => one.textContent), /^共发现 4 个错误/);
  assert.match(await other.$eval(".status", (one) => one.textContent), /^\d+ 处$/);
  await axe(other);
  await other.select("[name=language]", "en");
  await other.waitForFunction(() => /^Found 4 errors/.test(document.getElementById("summary").textContent));
  await other.waitForFunction(() => document.getElementById("progress").hidden);
  assert.match(await other.$eval("[data-action=another]", (one) => one.textContent), /^Check another paper$/);
  await other.click("[data-action=another]");
  assert.match(await other.$eval("#start-title", (one) => one.textContent), /^Drop your paper here$/);
  await other.close();
});

const BAD = {
  "empty.tex": [Buffer.alloc(0), /empty/],
  "binary.docx": [Buffer.from([0, 1, 2, 3, 4]), /binary\.docx/],
  "paper.odt": [Buffer.from("PK\x03\x04 odt"), /paper\.odt/],
  "broken.zip": [Buffer.from("PK\x03\x04 no zip"), /broken\.zip/],
  "paper.pdf": [Buffer.from("%PDF-1.5 nothing"), /damaged/],
  "text.txt": [Buffer.from("Water is wet."), /text\.txt|draft/],
};

for (const [name, [content, expected]] of Object.entries(BAD)) {
  test(`${name} gets a message`, { timeout: LONG }, async () => {
    const file = path.join(TEMPORARY, name);
    fs.writeFileSync(file, content);
    await give(page, [file]);
    const shown = (await message(page)) + (await page.$eval("#view", (one) => one.innerText));
    assert.match(shown, expected);
    assert.doesNotMatch(shown, /Traceback|bug of ieeelint/);
  });
}

test("of a PDF file, the page checks what it says, and says what it does not", { timeout: LONG }, async () => {
  const file = path.join(TEMPORARY, "print.pdf");
  execFileSync(PYTHON, ["-c", "import sys; from ieeelint.starters.pdf_sketch import pdf_file;"
    + "open(sys.argv[1], 'wb').write(pdf_file('%! pdf version=2.0\\n[javascript]'))", file], { cwd: path.dirname(WEB) });
  await give(page, [file]);
  await page.waitForFunction(() => document.getElementById("progress").hidden);
  const shown = (await message(page)) + (await page.$eval("#view", (one) => one.innerText));
  assert.match(shown, /PDF version 2\.0/);
  assert.match(shown, /JavaScript/);
  assert.match(shown, /margins, text, pictures, and links were not/);
});

test("a file that is too large is refused before it is read", { timeout: LONG }, async () => {
  const file = path.join(TEMPORARY, "large.docx");
  fs.writeFileSync(file, "");
  fs.truncateSync(file, 300e6);
  await give(page, [file]);
  assert.match(await message(page), /large\.docx has 300 MB; the page takes files up to 100 MB/);
});

test("a zip bomb gets a message", { timeout: LONG }, async () => {
  const file = path.join(TEMPORARY, "bomb.zip");
  execFileSync(PYTHON, ["-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED);"
    + "[z.writestr(f'{n}.tex', bytes(200_000_000)) for n in range(4)]; z.close()", file]);
  await give(page, [file]);
  assert.match((await message(page)) + (await page.$eval("#view", (one) => one.innerText)), /bomb\.zip/);
});

test("a crash of the engine is a message, and the next paper is checked", { timeout: 2 * LONG }, async () => {
  if (await page.$eval("#start", (one) => one.hidden)) await page.click("[data-action=another]");
  const shown = await page.evaluate(async () => {
    const { Crashed, Engine } = await import("./engine.js");
    const engine = new Engine(() => {});
    await engine.start();
    const failed = engine.run("no such action", {}, {}).then(() => "no error", (error) => error instanceof Crashed);
    const crashed = await failed;
    const next = await engine.run("findings", { "paper.tex": new TextEncoder().encode("The colour is .5 here.") }, {});
    engine.stop();
    return [crashed, JSON.parse(next).findings.length > 0];
  });
  assert.deepEqual(shown, [true, true]);
});

test("the page works without storage", { timeout: 2 * LONG }, async () => {
  const context = await browser.createBrowserContext();
  const other = await context.newPage();
  other.setDefaultTimeout(LONG);
  await other.evaluateOnNewDocument(() => {
    for (const name of ["localStorage", "caches"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("forbidden", "SecurityError"); } });
    }
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
  });
  await other.goto(address);
  await ready(other);
  await give(other, [path.join(PAPERS, "sample", "paper.tex")]);
  assert.ok((await other.$$(".card")).length > 15);
  await context.close();
});

test("start and report have no violation of axe-core, in each color scheme and on a phone", { timeout: 2 * LONG }, async () => {
  for (const [width, scheme] of [[1300, "dark"], [1300, "light"], [390, "light"]]) {
    const other = await browser.newPage();
    other.setDefaultTimeout(LONG);
    await other.setViewport({ width, height: 900 });
    await other.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await other.goto(address);
    await ready(other);
    await axe(other);
    await other.click("#try-sample");
    await other.waitForSelector("#view .report");
    await axe(other);
    assert.equal(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await other.close();
  }
});

test("the keyboard reaches the sample and its findings", { timeout: LONG }, async () => {
  const other = await open();
  const focused = () => other.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
  for (let at = 0; at < 10 && (await focused()) !== "try-sample"; at++) await other.keyboard.press("Tab");
  await other.keyboard.press("Enter");
  await other.waitForSelector("#view .report");
  await other.waitForFunction(() => document.getElementById("progress").hidden);
  for (let at = 0; at < 60 && !(await other.evaluate(() => document.activeElement.matches(".card > summary"))); at++) await other.keyboard.press("Tab");
  await other.keyboard.press("Enter");
  assert.equal((await other.$$(".card[open]")).length, 1);
  await other.keyboard.press("ArrowDown");
  assert.equal(await other.evaluate(() => document.activeElement.matches(".card > summary")), true);
  await other.close();
});

test("nothing leaves the page, and its policy forbids it", { timeout: LONG }, async () => {
  const away = requests.filter((one) => !one.startsWith(address) && !/^(blob|data|chrome|devtools|about):/.test(one));
  assert.deepEqual(away, []);
  assert.ok(requests.some((one) => one.endsWith(".wasm")), "the requests of the worker are not seen");
  const outcome = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "sent", (error) => error.name));
  assert.equal(outcome, "TypeError");
  const inWorker = await page.evaluate(() => new Promise((resolve) => {
    const source = new Blob(["addEventListener('securitypolicyviolation', (e) => postMessage(e.effectiveDirective)); fetch('http://127.0.0.1:9/').catch(() => {})"], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(source), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve("nothing was blocked"), 3000);
  }));
  assert.equal(inWorker, "connect-src");
});

test("the page works without a network after the first visit", { timeout: 2 * LONG }, async () => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  for (const name of ["", "index.html"]) {
    const other = await open(name);
    await give(other, [path.join(PAPERS, "sample", "paper.tex")]);
    assert.ok((await other.$$(".card")).length > 15);
    await other.close();
  }
});
