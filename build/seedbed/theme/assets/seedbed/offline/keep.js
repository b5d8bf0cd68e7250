// Reading without a network: the archive's size, and, on a host that is trusted with it, the library kept in the browser.
(() => {
  "use strict";
  const { archive, bytes } = window.seedbedOffline;
  const { root, version, key, put, get } = window.seedbedShelf;
  const AT_ONCE = 6; // requests
  const WANTED = `${root}offline.json?wanted`; // kept whole, or being kept: the list as it was when the reader asked

  const place = document.querySelector("[data-offline]");
  place.querySelector("[data-offline-size]").textContent = ` (${archive})`;
  // A page that the developer's server shows has no policy, and no worker: it would outlive the server.
  const served = document.querySelector("meta[data-policy]");
  if (!/^https?:$/.test(location.protocol) || !isSecureContext || !navigator.serviceWorker || !window.caches || served) return;

  let replaced = false; // whether a worker took over after this page had come

  const line = place.appendChild(Object.assign(document.createElement("p"), { hidden: true }));
  const button = line.appendChild(Object.assign(document.createElement("button"), { type: "button" }));
  const status = line.appendChild(document.createElement("span"));
  const away = line.appendChild(Object.assign(document.createElement("button"), { type: "button", hidden: true, textContent: "Forget what is kept" }));
  status.setAttribute("role", "status");
  button.addEventListener("click", keepAll);
  away.addEventListener("click", forget);
  begin().catch(() => line.remove()); // a browser may refuse a worker, or the shelf, to this page

  async function begin() {
    const first = !navigator.serviceWorker.controller;
    navigator.serviceWorker.addEventListener("message", ({ data }) => tell(data));
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      replaced = true;
      ask();
    });
    // The page itself goes first.
    if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    const registration = await navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root, updateViaCache: "none" });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {}); // without a network there is none
    });
    const wanted = await readWanted();
    show(wanted);
    if (wanted && wanted.version !== version) notice("The library has changed since you kept it for reading offline.", "Bring it up to date", keepAll);
    else if (wanted && !wanted.whole) keepAll();
    if (first) await keepThisPage().catch(() => {}); // no room for it: it is shown all the same
    else ask();
    away.hidden = false;
  }

  function ask() {
    navigator.serviceWorker.controller?.postMessage("how did I come?");
  }

  // What the worker knows of this page: whether it was kept, and which version of the library there is by now.
  function tell({ version: newest, kept }) {
    if (kept !== null) {
      const changed = kept !== newest ? " It is from an earlier version of the library, and may have changed since." : "";
      notice(`The library cannot be reached: this is the page as it was kept in this browser.${changed}`, "Try again", () => location.reload());
    } else if (replaced && newest !== version) {
      notice("The library was updated after you opened this page.", "Show the page as it is now", () => location.reload());
    }
  }

  // The first page of a visit came before there was a worker to keep it; its parts go first, so that it is kept with them or not at all.
  async function keepThisPage() {
    const parts = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => name.startsWith(root));
    for (const part of new Set([...parts, location.href].map(key))) {
      const response = await fetch(part, { cache: "force-cache" });
      if (response.ok) await put(part, response);
    }
  }

  async function readWanted() {
    return (await (await caches.open(root)).match(WANTED))?.json();
  }

  async function writeWanted(list) {
    await (await caches.open(root)).put(WANTED, new Response(JSON.stringify(list)));
  }

  function show(wanted) {
    const current = wanted?.whole && wanted.version === version;
    line.hidden = false;
    button.hidden = Boolean(current);
    button.textContent = wanted ? "Bring the kept library up to date" : `Keep the whole library in this browser (${size(bytes)})`;
    say(current ? "The whole library is kept in this browser, and opens here without a network." : "");
  }

  async function keepAll() {
    button.hidden = away.hidden = true;
    try {
      // One page at a time does it; when the reader leaves that one, the next goes on.
      await navigator.locks.request(`keep ${root}`, fillShelf);
    } catch (error) {
      button.hidden = false;
      button.textContent = "Go on keeping the library";
      say(error.name === "QuotaExceededError"
        ? "There is not enough room in this browser for the whole library. What was kept so far stays readable."
        : "The library could not be kept to the end: it cannot be reached. What was kept so far stays readable.");
    }
    away.hidden = false;
  }

  async function forget() {
    away.hidden = true;
    await navigator.locks.request(`keep ${root}`, () => caches.delete(root));
    show();
    button.focus();
    say("Nothing of this library is kept in this browser any more, but for the pages that you read from now on.");
  }

  async function fillShelf() {
    say("Beginning to keep the library …");
    await navigator.storage?.persist?.(); // so that the browser does not clear it away by itself
    const list = await (await load(`${root}offline.json`)).json();
    await writeWanted({ version: list.version, whole: false });
    const entries = Object.entries(list.files).map(([path, digest]) => [addressOf(path), { version: list.version, digest }]);
    const listed = new Set(entries.map(([address]) => address));
    let done = 0;
    async function work() {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const [address, of] = entry;
        const held = await get(address);
        const current = held?.headers.get("Seedbed-Digest") === of.digest;
        if (!current) await put(address, await load(address), of);
        else if (held.headers.get("Seedbed-Version") !== of.version) await put(address, held, of);
        done += 1;
        if (done % 10 === 0) say(`${done} of ${listed.size} files kept. You may go on reading.`, false);
      }
    }
    // One that fails stops the others; what they have begun is ended first, and says nothing after the failure is told.
    const stop = (error) => {
      entries.length = 0;
      throw error;
    };
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().catch(stop)));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
    await clearAway(listed);
    const wanted = { version: list.version, whole: true };
    await writeWanted(wanted);
    hideNotice();
    if (list.version === version) show(wanted);
    else say("The whole library is kept in this browser, and opens here without a network.");
  }

  function addressOf(path) {
    return root + path.split("/").map(encodeURIComponent).join("/");
  }

  // What the library no longer has need not take room.
  async function clearAway(listed) {
    const shelf = await caches.open(root);
    for (const { url } of await shelf.keys()) {
      if (!listed.has(url) && url !== WANTED && url !== `${root}offline.js`) await shelf.delete(url);
    }
  }

  async function load(address) {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  }

  // Progress is shown to eyes as it goes; a screen reader hears the beginning and the end.
  function say(text, aloud = true) {
    status.setAttribute("aria-live", aloud ? "polite" : "off");
    status.textContent = text && ` ${text}`;
  }

  function notice(text, choice, act) {
    hideNotice();
    const box = Object.assign(document.createElement("aside"), { id: "offline-notice", className: "offline-notice" });
    box.setAttribute("aria-label", "About this copy");
    const said = box.appendChild(document.createElement("p"));
    said.setAttribute("role", "status");
    const chosen = box.appendChild(Object.assign(document.createElement("button"), { type: "button", textContent: choice }));
    const close = box.appendChild(Object.assign(document.createElement("button"), { type: "button", textContent: "Close" }));
    chosen.addEventListener("click", act);
    close.addEventListener("click", hideNotice);
    document.querySelector("main").prepend(box);
    said.textContent = text; // after it stands in the page, so that it is read out
  }

  function hideNotice() {
    document.getElementById("offline-notice")?.remove();
  }

  function size(count) {
    return count < 1e6 ? `${Math.max(1, Math.round(count / 1000))} kB` : `${(count / 1e6).toFixed(1)} MB`;
  }
})();
