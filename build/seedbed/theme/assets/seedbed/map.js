// Searches the map of the library, and moves about in it. The picture is complete without: it scrolls in its box then.
// The part that shows is a middle and a scale (pixels a unit); it is written into the picture's viewBox.
(() => {
  "use strict";
  const place = document.querySelector("[data-map-place]");
  const box = document.querySelector(".map-box");
  const svg = box?.querySelector("svg");
  if (!place || !svg) return;
  const STEP = 1.4;
  const CLOSEST = 4;
  const LEGIBLE = 0.8; // of the size at which it was drawn
  const DRAG = 4; // pixels that a pointer moves before a click becomes a drag

  const KEYS = {
    ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
    "+": () => zoom(STEP), "-": () => zoom(1 / STEP), 0: begin,
  };
  const BUTTONS = [
    ["+", "Closer", KEYS["+"]], ["\u2212", "Farther", KEYS["-"]], ["\u2190", "To the left", KEYS.ArrowLeft], ["\u2192", "To the right", KEYS.ArrowRight],
    ["\u2191", "Up", KEYS.ArrowUp], ["\u2193", "Down", KEYS.ArrowDown], ["All", "All of it", () => { Object.assign(view, whole, { scale: 0 }); show(); }],
  ];

  const { x: left, y: top, width: breadth, height: depth } = svg.viewBox.baseVal;
  const whole = { x: left + breadth / 2, y: top + depth / 2 };
  const links = [...svg.querySelectorAll("a")].map((element) => ({ element, text: fold(named(element)) }));
  box.classList.add("live");
  const view = { ...whole, scale: 1 };
  const search = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const state = document.createElement("output");
  place.append(controls());
  begin();
  addEventListener("resize", show);

  // Where all of it would be too small to read, it begins in the middle of the largest topic.
  function begin() {
    const largest = svg.querySelector(".disc");
    const scale = fitting();
    if (scale >= LEGIBLE) Object.assign(view, whole, { scale: Math.min(scale, 1.2) });
    else Object.assign(view, { x: largest.cx.baseVal.value, y: largest.cy.baseVal.value, scale: 1 });
    show();
  }

  function fitting() {
    return Math.min(svg.clientWidth / breadth, svg.clientHeight / depth);
  }

  function show() {
    view.scale = Math.min(CLOSEST, Math.max(Math.min(fitting(), 1), view.scale));
    const width = svg.clientWidth / view.scale;
    const height = svg.clientHeight / view.scale;
    view.x = within(view.x, left, breadth, width);
    view.y = within(view.y, top, depth, height);
    svg.setAttribute("viewBox", [view.x - width / 2, view.y - height / 2, width, height].map((each) => each.toFixed(1)).join(" "));
  }

  // A middle from which no more than the picture shows; its own where all of it does.
  function within(middle, start, size, shown) {
    if (shown >= size) return start + size / 2;
    return Math.min(start + size - shown / 2, Math.max(start + shown / 2, middle));
  }

  function zoom(factor, at = view) {
    const before = view.scale;
    view.scale = Math.min(CLOSEST, Math.max(Math.min(fitting(), 1), before * factor));
    const kept = 1 - before / view.scale;
    view.x += (at.x - view.x) * kept;
    view.y += (at.y - view.y) * kept;
    show();
  }

  function move(x, y) {
    view.x += (x * svg.clientWidth) / 4 / view.scale;
    view.y += (y * svg.clientHeight) / 4 / view.scale;
    show();
  }

  function under(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  }

  // Search: what fits is lit, the rest dimmed; Enter goes to the first, and on from there.
  let next = 0;
  search.addEventListener("input", () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, text } of links) {
      const fits = words.length > 0 && words.every((word) => text.includes(word));
      element.classList.toggle("found", fits);
      found += Number(fits);
    }
    svg.classList.toggle("searching", words.length > 0);
    state.value = words.length ? `${found} found` : "";
    next = 0;
  });
  search.addEventListener("keydown", (event) => {
    const found = svg.querySelectorAll(".found");
    if (event.key !== "Enter" || !found.length) return;
    event.preventDefault();
    centre(found[next % found.length]);
    found[next % found.length].focus();
    next += 1;
  });

  function centre(link) {
    const { x, y, width, height } = link.getBBox();
    Object.assign(view, { x: x + width / 2, y: y + height / 2, scale: Math.max(1, view.scale) });
    show();
  }

  // What the keyboard reaches is brought into view.
  svg.addEventListener("focusin", (event) => {
    box.scrollTo(0, 0);
    const link = event.target.closest("a");
    if (!link?.matches(":focus-visible")) return;
    const own = link.getBoundingClientRect();
    const frame = svg.getBoundingClientRect();
    if (own.left < frame.left || own.right > frame.right || own.top < frame.top || own.bottom > frame.bottom) centre(link);
  });
  box.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  // Dragging; a wheel zooms only with Control, as a touchpad's pinch does, so that the page can be scrolled past.
  let from = null;
  const touches = new Map();
  svg.addEventListener("pointerdown", (event) => {
    touches.set(event.pointerId, event);
    if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from || !touches.has(event.pointerId)) return;
    const apart = spread();
    touches.set(event.pointerId, event);
    if (touches.size === 2) return zoom(spread() / apart);
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(x, y) < DRAG) return;
    if (!from.moved) svg.setPointerCapture(event.pointerId);
    svg.classList.add("dragged");
    from = { x: event.clientX, y: event.clientY, moved: true };
    view.x -= x / view.scale;
    view.y -= y / view.scale;
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    svg.addEventListener(end, (event) => {
      touches.delete(event.pointerId);
      svg.classList.remove("dragged");
    });
  }
  svg.addEventListener("click", (event) => {
    if (from?.moved) event.preventDefault();
    from = null;
  }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, under(event));
  }, { passive: false });

  function spread() {
    const [one, other] = [...touches.values()];
    return other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1 : 1;
  }

  function controls() {
    const made = document.createElement("div");
    made.className = "map-controls";
    const label = document.createElement("label");
    label.append("Find on the map", search);
    const buttons = Object.assign(document.createElement("div"), { className: "map-buttons" });
    buttons.append(...BUTTONS.map(([sign, name, act]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign, title: name });
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      return button;
    }));
    made.append(label, state, buttons);
    return made;
  }

  // The name that a link is found by. Its tooltip gives way to the preview, which says more.
  function named(link) {
    const title = link.querySelector("title");
    if (title) {
      link.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    return link.getAttribute("aria-label") ?? link.textContent;
  }

  function fold(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
})();
