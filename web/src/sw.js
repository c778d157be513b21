// Keeps the page for visits without a network.  `VERSION` and `SHELL` are set by the build; the worker
// of the page adds the large files of the engine to the same cache.
const VERSION = "__VERSION__";
const SHELL = __SHELL__;

addEventListener("install", (event) => {
  // "no-cache": the browser's own cache may still have files of an earlier build
  const requests = SHELL.map((name) => new Request(name, { cache: "no-cache" }));
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(requests)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("ieeelint-") && name !== VERSION) await caches.delete(name);
    }
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(VERSION);
    const kept = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
    return kept ?? fetch(request);
  })());
});
