// A capture's lines: an address such as #L12-L18 marks them, and a click on a number (with Shift, from the last one) makes such an address.
(() => {
  "use strict";
  const range = /^#L(\d+)(?:-L(\d+))?$/;

  function chosen() {
    const [, first, last = first] = range.exec(location.hash) ?? [];
    return first && { first: Math.min(first, last), last: Math.max(first, last) };
  }

  function mark() {
    for (const line of document.querySelectorAll(".chosen")) line.classList.remove("chosen");
    const lines = chosen();
    if (!lines) return;
    for (let number = lines.first; number <= lines.last; number += 1) {
      const line = document.getElementById(`L${number}`);
      if (!line) break;
      line.classList.add("chosen");
    }
    document.getElementById(`L${lines.first}`)?.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#L"]');
    const lines = chosen();
    const clicked = link && range.exec(link.hash);
    if (!event.shiftKey || !lines || !clicked) return;
    event.preventDefault();
    const ends = [lines.first, Number(clicked[1])].sort((a, b) => a - b);
    location.hash = `L${ends[0]}-L${ends[1]}`;
  });
  addEventListener("hashchange", mark);
  mark();
})();
