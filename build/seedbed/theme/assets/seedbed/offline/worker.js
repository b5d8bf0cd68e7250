// The service worker: it keeps what was read, and shows what it kept when the library cannot be reached, never before.
(() => {
  "use strict";
  const { root, version, put, get } = self.seedbedShelf;
  const kept = new Map(); // client -> the version of the page that it was shown from the shelf

  // A page from the network serves every version, so a new worker need not wait until the old one's pages are closed.
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    // What a script fetches by itself has no destination: keep.js, filling the shelf. The archive is no page.
    const ours = request.method === "GET" && request.destination && request.url.startsWith(root);
    if (ours && !request.url.startsWith(`${root}offline.zip`)) event.respondWith(answer(event));
  });

  async function answer(event) {
    const { request } = event;
    let response;
    try {
      // The network's own caches may hold an old page, or an old word on which version there is: ask anew for these.
      const changes = request.mode === "navigate" || request.url === `${root}offline.js`;
      response = await fetch(request, changes ? { cache: "no-cache" } : {});
    } catch {
      return fromShelf(event);
    }
    // A full disk keeps nobody from reading: what cannot be kept is shown all the same.
    if (response.status === 200 && response.type === "basic") event.waitUntil(put(request.url, response.clone()).catch(() => {}));
    return response;
  }

  async function fromShelf({ request, resultingClientId }) {
    const found = await get(request.url);
    if (!found) return request.mode === "navigate" ? notKept() : Response.error();
    if (request.mode === "navigate") kept.set(resultingClientId, found.headers.get("Seedbed-Version"));
    return found;
  }

  function notKept() {
    const text = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not kept</title>
<h1>This page was not kept</h1><p>The library cannot be reached, and this page was never opened in this browser. <a href="${root}index.html">Go to the first page</a>.</p>`;
    return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }

  // A page asks whether it came from the shelf, and of which version.
  self.addEventListener("message", ({ source }) => {
    source.postMessage({ version, kept: kept.get(source.id) ?? null });
  });
})();
