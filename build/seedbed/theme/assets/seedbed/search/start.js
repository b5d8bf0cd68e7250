// The search field before it is used: it waits for the first focus, and only then loads the search.
(() => {
  "use strict";
  const field = document.getElementById("search-query");
  if (!field) return;
  const folder = document.currentScript.src;

  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("focus", () => {
    for (const name of ["index.js", "hits.js"]) {
      const script = document.createElement("script");
      script.src = new URL(name, folder).href;
      script.async = false; // in this order
      document.head.append(script);
    }
  }, { once: true });

  // A shortcut of one key can be turned off, in the list of hits (WCAG 2.1.4). Storage may be refused to a page.
  let off = false;
  try { off = localStorage.getItem("seedbed.search.key") === "off"; } catch { /* as it comes */ }
  window.seedbedSearchKey = {
    on: () => !off,
    set(on) {
      off = !on;
      try { localStorage.setItem("seedbed.search.key", on ? "on" : "off"); } catch { /* for this page only */ }
    },
  };

  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asked = command ? event.key === "k" : event.key === "/" && !typing && window.seedbedSearchKey.on();
    if (!asked || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
