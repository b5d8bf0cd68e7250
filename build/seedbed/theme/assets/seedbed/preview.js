// A card for a link to a work or a person, on hover or keyboard focus. What it says is kept in scripts under data/previews/,
// for a page opened from a folder may load a script but not fetch. Which of them holds a page follows from its address alone.
(() => {
  "use strict";
  const HELD = /^(?:papers|people)\/(?!index\.html$)[^/]+\.html$/;
  const SHARDS = 1024;
  const DELAY = 250; // milliseconds: longer than a pointer takes to cross a line

  const root = new URL(__md_scope.href.replace(/\/?$/, "/")); // on the page of a lost address it may have no slash
  const known = new Map(); // address -> {title, line, text}
  const loading = new Map(); // shard -> promise
  const card = document.body.appendChild(Object.assign(document.createElement("aside"), { id: "preview", className: "preview", role: "tooltip", hidden: true }));
  let shownFor = null;
  let timer = 0;

  // Each script under data/previews/ calls this with the pages it holds.
  window.seedbedPreviews = (pages) => {
    for (const [address, page] of Object.entries(pages)) known.set(address, page);
  };

  function addressOf(link) {
    const target = new URL(link.href.baseVal ?? link.href, location.href); // a link in SVG states its address otherwise
    target.hash = target.search = "";
    const address = target.href.startsWith(root.href) ? decodeURIComponent(target.href.slice(root.href.length)) : "";
    const here = location.href.split(/[?#]/)[0];
    return HELD.test(address) && target.href !== here ? address : "";
  }

  // FNV-1a over the address, as `seedbed.write.previews` computes it.
  function shardOf(address) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(address)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0) % SHARDS;
  }

  function load(shard) {
    if (!loading.has(shard)) {
      loading.set(shard, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = new URL(`data/previews/${String(shard).padStart(4, "0")}.js`, root).href;
        script.onload = script.onerror = resolve;
        document.head.append(script);
      }));
    }
    return loading.get(shard);
  }

  async function show(link) {
    const address = addressOf(link);
    await load(shardOf(address));
    const page = known.get(address);
    if (!page || shownFor !== link) return;
    card.replaceChildren(...["title", "line", "text"].filter((part) => page[part]).map((part) => {
      const paragraph = document.createElement("p");
      paragraph.className = `preview-${part}`;
      paragraph.dir = "auto";
      paragraph.textContent = page[part];
      return paragraph;
    }));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  // Below the link, or above it where there is more room; never off the page.
  function place(link) {
    const box = link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const below = innerHeight - box.bottom > card.offsetHeight + 16 || box.top < card.offsetHeight + 16;
    card.style.left = `${Math.max(8, Math.min(box.left, width - card.offsetWidth - 8)) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
    card.hidden = true;
  }

  function begin(link, delay) {
    if (link === shownFor) return clearTimeout(timer);
    hide();
    shownFor = link;
    timer = setTimeout(show, delay, link);
  }

  function linkAt(event) {
    const link = event.target.closest?.(".md-content a[href]");
    return link && addressOf(link) ? link : null;
  }

  function end() {
    clearTimeout(timer);
    timer = setTimeout(hide, DELAY);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkAt(event);
    if (link) begin(link, DELAY);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (shownFor && shownFor !== document.activeElement) end();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link && link.matches(":focus-visible")) begin(link, 0);
    else if (shownFor) hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
