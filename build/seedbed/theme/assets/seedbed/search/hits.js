// The search field while it is used: the list of hits below it, by pointer and by keyboard.
(() => {
  "use strict";
  const PAUSE = 60; // milliseconds after a key, so that fast typing does not load what nobody waits for
  const STEP = 8; // hits that are shown at a time
  const QUOTED = 180; // characters of a passage
  const NAMES = 3; // that a hit shows in any case
  const field = document.getElementById("search-query");
  const form = field.form;
  const panel = form.querySelector(".search-panel");
  const list = document.getElementById("search-hits");
  const foot = panel.querySelector(".search-said");
  const key = document.getElementById("search-key");
  const status = form.querySelector("[role=status]");
  let found = null; // what the last query found
  let shown = 0;
  let active = -1;
  let asked = 0; // counts queries: what an earlier one found is not shown over a later one's
  let timer = 0;

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  field.addEventListener("focus", () => { if (found) open(); });
  field.addEventListener("keydown", press);
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  panel.addEventListener("scroll", () => {
    if (panel.scrollTop + panel.clientHeight > panel.scrollHeight - 40) showMore();
  });
  list.addEventListener("click", close);
  key.checked = window.seedbedSearchKey.on();
  key.addEventListener("change", () => window.seedbedSearchKey.set(key.checked));
  key.addEventListener("keydown", (event) => { if (event.key === "Escape") { field.focus(); close(); } });
  if (field.value.trim()) answer();

  async function answer() {
    const query = field.value.slice(0, 200);
    const mine = (asked += 1);
    if (!query.trim()) {
      found = null;
      return close();
    }
    try {
      const result = await window.seedbedSearch.find(query);
      if (mine !== asked) return;
      const entries = await Promise.all(result.hits.slice(0, STEP).map(shape));
      if (mine !== asked) return;
      found = result;
      list.replaceChildren();
      shown = 0;
      activate(-1);
      place(entries);
      panel.scrollTop = 0;
      panel.dataset.query = query;
      if (document.activeElement === field) open();
    } catch {
      found = null;
      list.replaceChildren();
      list.hidden = true;
      foot.textContent = status.textContent = "The search could not be loaded. Is this page still connected to its folder or host?";
      panel.hidden = false;
    }
  }

  const shape = async (hit) => ({ hit, ...(await window.seedbedSearch.entry(hit.number)) });

  let busy = false;
  async function showMore() {
    if (busy || !found || shown >= found.hits.length) return;
    busy = true;
    const mine = asked;
    try {
      const entries = await Promise.all(found.hits.slice(shown, shown + STEP).map(shape));
      if (mine === asked) place(entries);
    } finally {
      busy = false;
    }
  }

  function place(entries) {
    list.append(...entries.map((entry, at) => option(entry, shown + at)));
    shown += entries.length;
    list.hidden = shown === 0;
    say();
  }

  function say() {
    const count = found.hits.length;
    const number = `${count.toLocaleString("en")}${found.more ? " or more" : ""}`;
    const what = count === 0 ? "Nothing found" : found.complete ? `${number} found` : `Nothing has all of these words; ${number} with some of them`;
    const size = window.seedbedSearch.loaded() / 1000;
    status.textContent = what;
    foot.textContent = `${what}. The search has loaded ${size < 10 ? size.toFixed(1) : Math.round(size)} kB.`;
  }

  function option(entry, at) {
    const link = document.createElement("a");
    link.id = `search-hit-${at}`;
    link.href = entry.href;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.append(part("search-kind", entry.kind), part("search-title", entry.title, true));
    const line = [byline(entry.names), entry.line].filter(Boolean).join(" · ");
    if (line) link.append(part("search-line", line, true));
    if (entry.text) link.append(passage(entry.text));
    return link;
  }

  // The first names, and those further on that were asked for.
  function byline(names) {
    const few = names.length <= NAMES + 1;
    const told = names.filter((name, at) => few || at < NAMES || window.seedbedSearch.places(name, found.marks).length);
    const others = names.length - told.length;
    const between = told.some((name) => name.includes(",")) ? "; " : ", "; // "Quill, Ada" has a comma of its own
    return told.join(between) + (others ? ` and ${others} ${others === 1 ? "other" : "others"}` : "");
  }

  function part(name, text, marked = false) {
    const span = document.createElement("span");
    span.className = name;
    span.dir = "auto";
    if (marked) mark(span, text, window.seedbedSearch.places(text, found.marks));
    else span.textContent = text;
    return span;
  }

  // The stretch of a text that holds most of the words, from the first of them on.
  function passage(text) {
    const places = window.seedbedSearch.places(text, found.marks);
    let best = 0;
    let most = 0;
    for (let from = 0, to = 0; from < places.length; from += 1) {
      while (to < places.length && places[to][1] <= places[from][0] + QUOTED - 40) to += 1;
      if (to - from > most) [best, most] = [from, to - from];
    }
    const first = places.length ? Math.max(0, places[best][0] - 40) : 0;
    const start = first && text.indexOf(" ", first) + 1 <= places[best][0] ? text.indexOf(" ", first) + 1 : first;
    const cut = text.slice(start, start + QUOTED);
    const end = start + (start + QUOTED < text.length && cut.lastIndexOf(" ") > QUOTED / 2 ? cut.lastIndexOf(" ") : cut.length);
    const span = document.createElement("span");
    span.className = "search-passage";
    span.dir = "auto";
    mark(span, text.slice(start, end), places.map((place) => place.map((at) => Math.min(at, end) - start)).filter((place) => place[0] >= 0 && place[1] > place[0]));
    if (start > 0) span.prepend("… ");
    if (end < text.length) span.append(" …");
    return span;
  }

  function mark(element, text, places) {
    let from = 0;
    for (const [start, end] of places) {
      const marked = document.createElement("mark");
      marked.textContent = text.slice(start, end);
      element.append(text.slice(from, start), marked);
      from = end;
    }
    element.append(text.slice(from));
  }

  async function press(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!found || !shown) return;
      if (panel.hidden) return open();
      if (event.key === "ArrowDown" && active === shown - 1) await showMore();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Between the last and the first hit stands the field itself.
      activate(((active + 1 + step + shown + 1) % (shown + 1)) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (!found || found.query !== field.value) await answer();
      list.children[Math.max(0, active)]?.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) return close();
      field.value = "";
      found = null;
    }
  }

  function activate(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const link = list.children[at];
    link?.setAttribute("aria-selected", "true");
    link?.scrollIntoView({ block: "nearest" });
    if (link) field.setAttribute("aria-activedescendant", link.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function open() {
    panel.hidden = false;
    field.setAttribute("aria-expanded", String(shown > 0));
  }

  function close() {
    panel.hidden = true;
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  }
})();
