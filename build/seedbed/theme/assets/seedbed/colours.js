// The switch of colours in the header, on pages without Material's own script. What the reader chose is kept as that script
// keeps it, so that both kinds of page, and the script that runs before the page is painted, follow the same choice.
(() => {
  "use strict";
  const choices = [...document.querySelectorAll("[data-md-component=palette] input")];
  if (!choices.length) return;
  const PARTS = ["media", "scheme", "primary", "accent"];
  const light = matchMedia("(prefers-color-scheme: light)");

  for (const choice of choices) {
    choice.addEventListener("change", () => { show(choice); keep(choice); });
    // Enter goes on to the next, as a click on its sign does.
    choice.addEventListener("keydown", (event) => { if (event.key === "Enter") choice.nextElementSibling.click(); });
  }
  light.addEventListener("change", () => show(choices.find((choice) => choice.checked)));
  const kept = __md_get("__palette");
  const first = choices[kept?.index] ?? choices.find((choice) => matchMedia(choice.dataset.mdColorMedia).matches) ?? choices[0];
  first.checked = true;
  show(first);

  // Where the choice is to follow the system, the colours are those of the choice that the system makes.
  function show(choice) {
    const follows = choice.dataset.mdColorMedia === "(prefers-color-scheme)";
    const system = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
    const shown = (follows && choices.find(({ dataset }) => dataset.mdColorMedia === system)) || choice;
    for (const part of PARTS) document.body.setAttribute(`data-md-color-${part}`, partOf(shown, part));
    for (const each of choices) each.nextElementSibling.hidden = each !== choice;
  }

  function keep(choice) {
    const color = Object.fromEntries(PARTS.map((part) => [part, partOf(choice, part)]));
    __md_set("__palette", { index: choices.indexOf(choice), color });
  }

  function partOf(choice, part) {
    return choice.getAttribute(`data-md-color-${part}`) ?? "";
  }
})();
