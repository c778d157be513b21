// Builds the static page in dist/: the sources, Pyodide from npm, and the wheel of ieeelint.
//
//   npm ci && npm run build
//
// PYTHON names a Python with pip (by default .venv/bin/python of the project, else python3).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TOP = path.dirname(HERE);
const DIST = path.join(HERE, "dist");
const PYODIDE = path.join(HERE, "node_modules", "pyodide");
const RUNTIME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
const SHARED = ["view.css", "view.js"]; // of the HTML report
const LIBRARIES = ["pylatexenc==2.11", "pypdf==7.1.1"]; // formulas as text, and PDF files; pure Python
const BUDGET = 8_000_000; // bytes to download, with brotli

const own = path.join(TOP, ".venv", "bin", "python");
const PYTHON = process.env.PYTHON ?? (fs.existsSync(own) ? own : "python3");

function wheels() {
  const folder = fs.mkdtempSync(path.join(HERE, ".wheels-"));
  try {
    const pip = (...words) => execFileSync(PYTHON, ["-m", "pip", "--quiet", "--disable-pip-version-check", ...words], { stdio: ["ignore", "inherit", "inherit"] });
    pip("wheel", "--no-deps", "--wheel-dir", folder, TOP);
    pip("download", "--no-deps", "--only-binary", ":all:", "--dest", folder, ...LIBRARIES);
    return Object.fromEntries(fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name))]));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const read = (...names) => fs.readFileSync(path.join(...names));
const files = {};
for (const name of fs.readdirSync(path.join(HERE, "src"))) files[name] = read(HERE, "src", name);
for (const name of SHARED) files[name] = read(TOP, "templates", "html", name);
for (const name of RUNTIME) files[`pyodide/${name}`] = read(PYODIDE, name);
files["sample.tex"] = read(TOP, "tests", "papers", "sample", "paper.tex");
const found = wheels();
for (const [name, content] of Object.entries(found)) files[name] = content;

// The packages that Pyodide could load from elsewhere; the page needs none of them.
const lock = JSON.parse(files["pyodide/pyodide-lock.json"]);
lock.packages = {};
files["pyodide/pyodide-lock.json"] = Buffer.from(JSON.stringify(lock));

const engineFiles = [...Object.keys(found), "engine.py", "pyodide/pyodide.asm.wasm", "pyodide/python_stdlib.zip", "pyodide/pyodide-lock.json"];
const hash = createHash("sha256");
for (const name of Object.keys(files).sort()) hash.update(name).update(files[name]);
const version = `ieeelint-${hash.digest("hex").slice(0, 12)}`;
const size = engineFiles.reduce((sum, name) => sum + files[name].length, 0);
files["build.js"] = Buffer.from(
  `export const VERSION = ${JSON.stringify(version)};\nexport const ENGINE_FILES = ${JSON.stringify(engineFiles)};\nexport const ENGINE_SIZE = ${size};\n`,
);
const shell = ["./", ...Object.keys(files).filter((name) => !engineFiles.includes(name) && !["index.html", "sw.js"].includes(name))];
files["sw.js"] = Buffer.from(files["sw.js"].toString().replace("__VERSION__", version).replace("__SHELL__", JSON.stringify(shell)));

fs.rmSync(DIST, { recursive: true, force: true });
let download = 0;
for (const [name, content] of Object.entries(files)) {
  const target = path.join(DIST, name);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
  download += zlib.brotliCompressSync(content).length;
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
console.log(`dist: ${Object.keys(files).length} files, ${megabytes(download)} to download with brotli (at most ${megabytes(BUDGET)})`);
if (download > BUDGET) {
  console.error("The page is larger than its budget: see BUDGET in build.mjs.");
  process.exit(1);
}
