// Buttons that copy a page's address and print it; without them both are in the browser's menu.
(() => {
  "use strict";

  const place = document.querySelector(".keep-buttons");
  if (!place) return;
  // A leaflet is its own address; an entry has one that never changes.
  const address = place.dataset.here ? window.location : document.querySelector("a.address");

  const add = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    place.append(button);
  };

  const status = document.createElement("span");
  status.setAttribute("role", "status");

  if (navigator.clipboard) {
    add(place.dataset.copy, async () => {
      await navigator.clipboard.writeText(address.href);
      status.textContent = place.dataset.copied;
    });
  }
  add(place.dataset.print, () => window.print());
  place.append(status);
})();
