// Filters and sorts a page's lists of works without leaving it, and keeps the choice in the page's address. The lists are
// complete without this script; what it filters by stands in the entries' data attributes (several values parted by "|").
(() => {
  "use strict";
  const lists = [...document.querySelectorAll("[data-filter]")];
  const entries = lists.flatMap((list) => [...list.children]).map((element, position) => ({
    element,
    position,
    list: element.parentElement,
    date: element.dataset.date ?? "",
    title: fold(element.dataset.title),
    text: fold(element.textContent),
    year: values(element.dataset.year),
    topic: values(element.dataset.topics),
    person: values(element.dataset.people),
  }));
  const home = document.querySelector("[data-filter-place]");
  if (!home) return;
  const whole = home.dataset.filterPlace === "whole"; // other parts of the page have other things
  const parts = whole ? [] : [...document.querySelectorAll(".parts a")]; // the other pages of a long list
  let placed; // the order in which the entries stand now; none is that of the page
  const KEYS = ["text", "topic", "person", "year", "sort"];
  const ORDERS = {
    newest: (a, b) => compare(b.date, a.date),
    oldest: (a, b) => Number(!a.date) - Number(!b.date) || compare(a.date, b.date),
    title: (a, b) => a.title.localeCompare(b.title),
  };

  const form = build();
  home.append(form);
  read();
  apply();
  keep();
  form.addEventListener("input", () => { apply(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
  addEventListener("popstate", () => { form.reset(); read(); apply(); });

  function apply() {
    const wanted = Object.fromEntries(KEYS.map((key) => [key, form.elements[key]?.value.trim() ?? ""]));
    const words = fold(wanted.text).split(/\s+/).filter(Boolean);
    const person = fold(wanted.person);
    let shown = 0;
    for (const entry of entries) {
      const fits = words.every((word) => entry.text.includes(word))
        && (!wanted.topic || entry.topic.includes(wanted.topic))
        && (!wanted.year || entry.year.includes(wanted.year))
        && (!person || entry.person.some((name) => fold(name).includes(person)));
      entry.element.hidden = !fits;
      shown += Number(fits);
    }
    const order = ORDERS[wanted.sort];
    if (order !== placed) place(order);
    for (const list of lists) showWithHeading(list, order);
    const all = shown === entries.length;
    form.querySelector("output").value = all ? `${shown} in all` : `${shown} of ${entries.length}`;
    form.querySelector("button").hidden = all && !wanted.sort;
  }

  function place(order) {
    const sorted = [...entries].sort((a, b) => (order ? order(a, b) : 0) || a.position - b.position);
    for (const entry of sorted) (order ? lists[0] : entry.list).append(entry.element);
    placed = order;
  }

  // In an order of the reader's own, all entries stand in the first list, and headings would no longer be true.
  function showWithHeading(list, order) {
    const heading = headingOf(list);
    list.hidden = ![...list.children].some((entry) => !entry.hidden);
    if (heading) heading.hidden = list.hidden || Boolean(order);
  }

  function headingOf(list) {
    return list.previousElementSibling?.matches("h2, h3") ? list.previousElementSibling : null;
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const key of KEYS) if (asked.has(key) && form.elements[key]) form.elements[key].value = asked.get(key);
  }

  function keep() {
    const asked = new URLSearchParams();
    for (const key of KEYS) if (form.elements[key]?.value) asked.set(key, form.elements[key].value);
    const query = asked.toString();
    for (const link of parts) link.search = query;
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  function build() {
    const made = document.createElement("form");
    made.className = "filter";
    made.setAttribute("aria-label", "Filter and sort this list");
    made.append(
      field("Words", Object.assign(document.createElement("input"), { type: "search", name: "text", autocomplete: "off" })),
      choice("Topic", "topic", counted("topic")),
      ...people(),
      choice("Year", "year", counted("year").sort((a, b) => compare(b[0], a[0]))),
      field("Order", options("sort", [["", "as listed"], ["newest", "newest first"], ["oldest", "oldest first"], ["title", "by title"]])),
    );
    const state = document.createElement("p");
    state.append(document.createElement("output"), Object.assign(document.createElement("button"), { type: "reset", textContent: "Show all" }));
    made.append(state);
    if (parts.length) state.append(Object.assign(document.createElement("span"), { textContent: "Only this part of the list; the links to its other parts take the choice along." }));
    return made;
  }

  function field(label, control) {
    const made = document.createElement("label");
    made.append(Object.assign(document.createElement("span"), { textContent: label }), control);
    return made;
  }

  function options(name, pairs) {
    const select = Object.assign(document.createElement("select"), { name });
    select.append(...pairs.map(([value, label]) => new Option(label, value)));
    return select;
  }

  function choice(label, name, counts) {
    return field(label, options(name, [["", "any"], ...counts.map(([value, count]) => [value, `${value} (${count})`])]));
  }

  function people() {
    const names = counted("person");
    const known = Object.assign(document.createElement("datalist"), { id: "filter-people" });
    known.append(...names.map(([name]) => new Option("", name)));
    const input = Object.assign(document.createElement("input"), { type: "search", name: "person", autocomplete: "off" });
    input.setAttribute("list", known.id);
    return [field("Person", input), known];
  }

  function counted(key) {
    const counts = new Map();
    for (const entry of entries) for (const value of entry[key]) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => a[0].localeCompare(b[0]));
  }

  function values(stated) { return (stated ?? "").split("|").filter(Boolean); }
  function compare(a, b) { return a < b ? -1 : Number(a > b); }
  function fold(text) { return (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
})();
