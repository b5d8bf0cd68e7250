// A button at each block that is there to be copied: a citation, what to paste into the curation file.
(() => {
  "use strict";
  const SAID = 2000; // milliseconds for which the button says that it is done

  for (const code of document.querySelectorAll(".md-content pre > code")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Copy" });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const done = await copy(code);
      button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
      setTimeout(() => { button.textContent = "Copy"; }, SAID);
    });
    code.parentElement.append(button);
  }

  // A page that came without encryption has no clipboard, and the browser may refuse it: then the text is selected.
  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.innerText);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }
})();
