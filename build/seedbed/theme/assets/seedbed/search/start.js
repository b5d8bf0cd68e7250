// The search field before it is used: it waits for the first focus, and only then loads the search.
(() => {
  "use strict";
  const field = document.getElementById("search-query");
  if (!field) return;
  const folder = document.currentScript.src;

  field.addEventListener("focus", () => {
    for (const name of ["index.js", "hits.js"]) {
      const script = document.createElement("script");
      script.src = new URL(name, folder).href;
      script.async = false; // in this order
      document.head.append(script);
    }
  }, { once: true });

  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asked = command ? event.key === "k" : event.key === "/" && !typing;
    if (!asked || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
