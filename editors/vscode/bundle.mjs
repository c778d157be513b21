// Puts the program into the extension: bundled/ieeelint.pyz.  PYTHON names a Python with the extra
// "server" of ieeelint; by default .venv/bin/python of the project, else python3.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TOP = process.env.IEEELINT_SOURCE ?? path.dirname(path.dirname(HERE));
const own = path.join(TOP, ".venv", "bin", "python");
const python = process.env.PYTHON ?? (fs.existsSync(own) ? own : "python3");
execFileSync(python, ["-m", "tools.one_file", "--to", path.join(HERE, "bundled", "ieeelint.pyz")], {
  cwd: TOP,
  stdio: "inherit",
});
