// The engine of the page: Python in WebAssembly, with the wheel of ieeelint.  It gets files by
// messages, and answers with results; it never stores or sends them.
const BASE = new URL("./", import.meta.url);
let cache = null;
let engine = null;

// Every file of the engine: from the cache of the page, or from its server, and then into the cache.
// A browser that forbids storage loads them each time.
async function file(name, loaded = () => {}) {
  const address = new URL(name, BASE).href;
  const kept = await cache?.match(address).catch(() => undefined);
  const response = kept ?? (await network(address, { cache: "no-cache" }));
  if (!kept && cache) await cache.put(address, response.clone()).catch(() => {});
  const parts = [];
  const reader = response.body.getReader();
  for (let part; !(part = await reader.read()).done; ) {
    parts.push(part.value);
    loaded(part.value.length);
  }
  return new Blob(parts, { type: response.headers.get("content-type") ?? "" });
}

const network = globalThis.fetch.bind(globalThis);

async function start({ name, engineFiles, size }) {
  cache = await globalThis.caches?.open(name).catch(() => null) ?? null;
  let sum = 0;
  const loaded = (bytes) => {
    sum += bytes;
    postMessage({ loaded: Math.min(sum / size, 1) });
  };
  const files = new Map();
  await Promise.all(engineFiles.map(async (one) => files.set(one, await file(one, loaded))));
  globalThis.fetch = async (request, options) => {  // Pyodide asks for its files by their address
    const address = new URL(request.url ?? request, BASE).href;
    const known = files.get(address.slice(BASE.href.length));
    if (!known) return network(request, options);
    const type = address.endsWith(".wasm") ? "application/wasm" : known.type;
    return new Response(known, { headers: { "content-type": type } });
  };
  const { loadPyodide } = await import(new URL("pyodide/pyodide.mjs", BASE).href);
  const python = await loadPyodide({ indexURL: new URL("pyodide/", BASE).href });
  for (const [one, content] of files) {
    if (one.endsWith(".whl")) python.unpackArchive(await content.arrayBuffer(), "wheel");
  }
  const home = "/home/pyodide/page_engine.py";
  python.FS.writeFile(home, new Uint8Array(await files.get("engine.py").arrayBuffer()));
  globalThis.fetch = network;
  files.clear();
  engine = python.pyimport("page_engine");
  return engine.version();
}

function run({ action, files, settings }) {
  const given = engine.contents(files);
  const chosen = engine.values(settings);
  const answer = engine.run(action, given, chosen);
  try {
    return answer.toJs({ dict_converter: Object.fromEntries });
  } finally {
    for (const proxy of [answer, given, chosen]) proxy.destroy();
  }
}

onmessage = async ({ data }) => {
  try {
    const result = data.action === "start" ? await start(data) : run(data);
    postMessage({ id: data.id, result });
  } catch (error) {
    postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
};
