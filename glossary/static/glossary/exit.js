// Leaves the page at once: by the button, by the hidden link, or by Shift three times.
// Where other pages of ours are in the tab's history, this one stays there, empty and with
// another address, and back.js sends whoever presses Back away from all of them.
(() => {
  "use strict";

  const PRESSES = 3;
  const SECONDS = 5;
  const links = document.querySelectorAll("a[data-exit]");
  const button = document.querySelector("a.exit");
  if (!button) return;
  const words = button.dataset;

  const status = document.createElement("span");
  status.className = "hidden";
  status.setAttribute("role", "status");
  const dots = document.createElement("span");
  dots.className = "exit-dots";
  dots.setAttribute("aria-hidden", "true");
  dots.append(...Array.from({ length: PRESSES }, () => document.createElement("i")));
  button.append(dots);
  button.after(status);

  let isAlone = false;
  let presses = 0;
  let timer = 0;

  const leave = () => {
    document.title = words.title;
    const cover = document.createElement("div");
    cover.className = "exit-cover";
    cover.setAttribute("role", "alert");
    cover.textContent = words.leaving;
    document.body.replaceChildren(cover);
    window.name = "";
    document.dispatchEvent(new Event("left"));
    if (!(window.navigation?.entries().length > 1)) return window.location.replace(button.href);
    window.history.replaceState(null, "", words.home);
    window.navigation.updateCurrentEntry({ state: { left: true } });
    return window.location.assign(button.href);
  };

  const show = (message) => {
    status.textContent = message || "";
    dots.dataset.pressed = presses;
  };

  const forget = (message) => {
    window.clearTimeout(timer);
    presses = 0;
    show(message);
  };

  const isTyping = (target) =>
    target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

  const press = () => {
    presses += 1;
    if (presses === PRESSES) return leave();
    show(presses === 1 ? words.twoMore : words.oneMore);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => forget(words.expired), SECONDS * 1000);
  };

  links.forEach((link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    }),
  );

  // Shift counts when it is let go alone: not for capitals, Shift+Tab, a shortcut or a click.
  // A screen reader says nothing about those.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      isAlone = false;
      if (presses) forget();
    } else if (!event.repeat) {
      isAlone = !(event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target));
    }
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === "Shift" && isAlone) press();
    if (event.key === "Shift") isAlone = false;
  });
  document.addEventListener("pointerdown", () => (isAlone = false));

  // Whoever comes back to a page that the browser has kept starts to count again.
  window.addEventListener("pageshow", () => forget());
})();
