// From what was dropped or chosen to files in memory: names and bytes.
import { words } from "./words.js";

export const LARGEST = 100e6; // bytes of one file
export const MOST = 250e6; // bytes of all files
export const MOST_FILES = 3000;
const SKIPPED = /(^|\/)(\.|node_modules\/|__pycache__\/|__MACOSX\/|venv\/)|~$/;

export class Refused extends Error {}

export const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

// The files of a list of [name, File]; raises Refused.
export async function contents(entries) {
  const taken = entries.filter(([name]) => !SKIPPED.test(name));
  if (taken.length === 0) throw new Refused(words("There is no file in what you dropped."));
  if (taken.length > MOST_FILES) {
    throw new Refused(words("These are {number} files; the page takes up to {most}. Drop only the folder of the paper.", { number: taken.length, most: MOST_FILES }));
  }
  for (const [name, file] of taken) {
    if (file.size > LARGEST) {
      throw new Refused(words("{name} has {size}; the page takes files up to {most}. Drop the paper without it, or use the command line.", { name, size: megabytes(file.size), most: megabytes(LARGEST) }));
    }
  }
  const total = taken.reduce((sum, [, file]) => sum + file.size, 0);
  if (total > MOST) {
    throw new Refused(words("These files have {size}; the page takes up to {most}. Drop only the folder of the paper.", { size: megabytes(total), most: megabytes(MOST) }));
  }
  const files = {};
  for (const [name, file] of taken) {
    try {
      files[name] = new Uint8Array(await file.arrayBuffer());
    } catch {
      throw new Refused(words("{name} cannot be read. It may have changed, or it is a folder.", { name }));
    }
  }
  return inOneFolder(files);
}

// Names without the folder that all files are in.
function inOneFolder(files) {
  const names = Object.keys(files);
  const first = names[0].split("/")[0] + "/";
  if (names.length < 2 || !names.every((name) => name.startsWith(first))) return files;
  return inOneFolder(Object.fromEntries(names.map((name) => [name.slice(first.length), files[name]])));
}

// The files of an <input>.
export const chosen = (input) =>
  [...input.files].map((file) => [file.webkitRelativePath || file.name, file]);

// The files and folders of a drop.
export async function dropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.());
  if (!entries.every(Boolean)) return [...transfer.files].map((file) => [file.name, file]);
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry, found) {
  const name = entry.fullPath.replace(/^\//, "");
  if (SKIPPED.test(name) || found.length > MOST_FILES) return;
  if (entry.isFile) {
    found.push([name, await new Promise((resolve, reject) => entry.file(resolve, reject))]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
