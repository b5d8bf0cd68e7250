// Where pages are kept in the browser: one cache for one library, for a host may have several. Used by the pages and by their worker.
self.seedbedShelf = (() => {
  "use strict";
  const { root, version } = self.seedbedOffline;

  // One copy of a page, whatever list or line its address asks for; a folder's address shows its index.
  function key(address) {
    const url = new URL(address, root);
    url.search = url.hash = "";
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    url.pathname = url.pathname.split("/").map((part) => encodeURIComponent(decodeURIComponent(part))).join("/"); // one way to write it
    return url.href;
  }

  // A new response, without what told of the way that it came by; it says which version of the library it is of.
  async function put(address, response, of = { version, digest: "" }) {
    const headers = { "Content-Type": response.headers.get("Content-Type") ?? "", "Seedbed-Version": of.version, "Seedbed-Digest": of.digest };
    const body = await response.blob(); // whole, or not at all
    await (await caches.open(root)).put(key(address), new Response(body, { headers }));
  }

  async function get(address) {
    return (await caches.open(root)).match(key(address));
  }

  return { root, version, key, put, get };
})();
