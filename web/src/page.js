// The page: takes files, shows the report of the engine, and offers its other results.
import { Crashed, Engine, Refused as RefusedByEngine } from "./engine.js";
import { Refused, chosen, contents, dropped } from "./files.js";
import "./view.js";
import { preferred, speak, words } from "./words.js";

const element = (id) => document.getElementById(id);
const drop = element("start");
const form = element("settings");
const TYPES = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip: "application/zip", patch: "text/x-diff", html: "text/html" };
const WORD = /\.(docx|docm)$/i;
const LATEX = /\.(tex|ltx|bib|zip)$/i;
const NOTHING = { comments: "There is no Word draft.", tracked: "There is no safe fix to make.", zip: "There is no safe fix to make.", patch: "There is no safe fix to make." };

let files = null; // of the paper that is shown
let html = ""; // its report

const engine = new Engine((fraction) => {
  element("bar").value = fraction;
  if (fraction === 1) progress(words("Starting the rules"));
});

// Messages

function progress(text, isRunning = false) {
  element("progress").hidden = !text;
  element("progress-text").textContent = text ?? "";
  element("stop").hidden = !isRunning;
  if (isRunning) element("bar").removeAttribute("value");
  if (text) element("status").textContent = text;
}

function say(text, isGood = false) {
  const message = element("message");
  message.textContent = text;
  message.hidden = !text;
  message.classList.toggle("good", isGood);
}

function explain(error) {
  if (error instanceof Refused || error instanceof RefusedByEngine) return say(error.message);
  const reason = String(error?.message ?? error).trim().split("\n").at(-1);
  if (error instanceof Crashed && reason === "stopped") return say(words("The check was stopped. You can start another."), true);
  if (error instanceof Crashed && /fetch|load|import|network/i.test(reason)) {
    return say(words("The rules could not be loaded ({reason}). Check the network, and try again.", { reason }));
  }
  say(`${words("The check failed: this is a bug of ieeelint, not of your paper. The page has started again, so you can check another paper.")}\n${reason}`);
}

// Settings: plain switches, kept in this browser if it allows storage

const KEY = "ieeelint-settings";

function settings() {
  return {
    profile: form.profile.value,
    stage: form.stage.value,
    anonymous: form.anonymous.checked || "auto",
    language: form.language.value,
  };
}

function recall() {
  form.language.value = preferred();
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    for (const name of ["profile", "stage", "language"]) {
      if ([...form[name].options].some((option) => option.value === kept[name])) form[name].value = kept[name];
    }
    form.anonymous.checked = kept.anonymous === true;
  } catch {} // storage is forbidden, or has something else
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", (event) => {
  if (event.target.name === "language") {
    speak(form.language.value);
    if (!files) start();
    say("");
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(settings()));
  } catch {}
  if (files) check(files);
});

// Checks

async function check(paper) {
  say("");
  progress(words("Checking the paper"), true);
  try {
    await engine.start();
    progress(words("Checking the paper"), true);
    html = await engine.run("report", paper, settings());
    files = paper;
    show();
  } catch (error) {
    explain(error);
    engine.start().catch(() => {});
  } finally {
    progress(null);
  }
}

function show() {
  // The page has the style and the script of the report, and its policy allows no others.
  const bare = html.replace(/<(style|script)>[^]*?<\/\1>/g, "");
  const report = new DOMParser().parseFromString(bare, "text/html");
  const view = report.querySelector(".report");
  element("view").replaceChildren(document.adoptNode(view));
  element("summary").textContent = report.querySelector(".top p").textContent;
  element("status").textContent = element("summary").textContent;
  document.title = report.title;
  drop.hidden = true;
  const names = Object.keys(files);
  for (const button of element("actions").querySelectorAll("[data-for]")) {
    button.hidden = !names.some((name) => ({ word: WORD, latex: LATEX })[button.dataset.for].test(name));
  }
  element("actions").hidden = false;
  layout();
  ieeelintView.start(view);
  scrollTo(0, 0);
}

// The title and the summary before a paper is shown.
function start() {
  document.title = words("ieeelint: check an IEEE paper");
  element("summary").textContent = words("Checks a draft against IEEE's template and style rules.");
}

function again() {
  files = null;
  html = "";
  element("view").replaceChildren();
  element("actions").hidden = true;
  drop.hidden = false;
  say("");
  start();
  element("status").textContent = "";
  layout();
  element("choose-files").focus();
}

// Before a paper is shown, everything is in one narrow column.
function layout() {
  document.body.classList.toggle("starting", !drop.hidden);
}

async function take(entries) {
  try {
    const paper = await contents(await entries);
    await check(paper);
  } catch (error) {
    explain(error);
  }
}

// Other results

function save(name, content) {
  const type = TYPES[name.split(".").at(-1)] ?? "application/octet-stream";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function act(action) {
  if (action === "another") return again();
  if (action === "report") return save("report.html", html);
  say("");
  progress(words("Preparing the result"), true);
  try {
    const result = await engine.run(action, files, settings());
    if (action === "references") return references(result);
    if (result.length === 0) return say(words(NOTHING[action]), true);
    for (const [name, content] of result) save(name, content);
    say(words("Saved: {names}", { names: result.map(([name]) => name).join(", ") }), true);
  } catch (error) {
    explain(error);
  } finally {
    progress(null);
  }
}

function references(list) {
  if (list.length === 0) return say(words("The paper has no references."), true);
  element("references-list").replaceChildren(...list.map((text) => {
    const paragraph = document.createElement("p");
    const [label, ...words] = text.split(" ");
    const number = document.createElement("span");
    number.className = "label";
    number.textContent = label;
    paragraph.append(number, " ", words.join(" "));
    return paragraph;
  }));
  element("copy").textContent = words("Copy");
  element("references").showModal();
}

element("copy").addEventListener("click", async () => {
  const paragraphs = [...element("references-list").children];
  try {
    await navigator.clipboard.writeText(paragraphs.map((one) => one.textContent).join("\n") + "\n");
    element("copy").textContent = words("Copied");
  } catch {
    getSelection().selectAllChildren(element("references-list"));
    element("copy").textContent = words("Selected: copy it with the keyboard");
  }
});
element("close").addEventListener("click", () => element("references").close());

// Ways to give a paper

element("choose-files").addEventListener("click", () => element("files").click());
element("choose-folder").addEventListener("click", () => element("folder").click());
for (const id of ["files", "folder"]) {
  element(id).addEventListener("change", (event) => {
    const entries = chosen(event.target);
    event.target.value = "";
    if (entries.length) take(entries);
  });
}
element("try-sample").addEventListener("click", async () => {
  try {
    const response = await fetch("sample.tex");
    await check({ "paper.tex": new Uint8Array(await response.arrayBuffer()) });
  } catch (error) {
    explain(error);
  }
});
element("stop").addEventListener("click", () => engine.stop());
element("actions").addEventListener("click", (event) => {
  const action = event.target.closest("button")?.dataset.action;
  if (action) act(action);
});

let depth = 0;
addEventListener("dragenter", (event) => {
  event.preventDefault();
  depth++;
  document.body.classList.add("dragging");
});
addEventListener("dragleave", () => {
  if (--depth <= 0) document.body.classList.remove("dragging");
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("dragging");
  take(dropped(event.dataTransfer));
});

// Start

recall();
speak(form.language.value);
start();
layout();
navigator.serviceWorker?.register("sw.js").catch(() => {}); // forbidden storage: no visit without a network
progress(words("Loading the rules"));
engine.start().then(
  (version) => {
    element("version").textContent = version;
    if (!files && !element("stop").hidden) return;
    progress(null);
  },
  (error) => {
    progress(null);
    explain(error);
  },
);
