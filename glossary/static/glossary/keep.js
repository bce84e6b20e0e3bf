// Makes the buttons work that copy an address and print the page. Without scripts they are not
// shown, and both are in the browser's menu. What is folded is opened for paper, for browsers
// that do not open it as the stylesheet says.
(() => {
  "use strict";

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".folds > details:not([open])")];
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });

  const place = document.querySelector(".keep-buttons");
  if (!place) return;
  const copy = place.querySelector("[data-copy]");
  const status = place.querySelector("[role=status]");

  if (!navigator.clipboard) copy.remove();
  copy.addEventListener("click", async () => {
    // A leaflet is its own address; an entry has one that never changes.
    await navigator.clipboard.writeText(copy.dataset.copy || window.location.href);
    status.textContent = copy.dataset.copied;
  });
  place.querySelector("[data-print]").addEventListener("click", () => window.print());
})();
