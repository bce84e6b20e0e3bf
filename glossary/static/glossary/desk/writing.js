// The form on which a text is written, made quicker. Everything here also works
// without it: rows are moved by the server, and what was typed goes with them.
"use strict";

(() => {
  const form = document.querySelector("form.writing");

  // Moves a row where it stands. The order in which rows are sent is their order.
  const move = (button) => {
    const row = button.closest(".row");
    const list = row.parentElement;
    const rows = [...list.children].filter((one) => one.classList.contains("row"));
    const to = rows[rows.indexOf(row) + (button.dataset.move === "up" ? -1 : 1)];
    if (!to) return;
    if (button.dataset.move === "up") to.before(row);
    else to.after(row);
    button.focus();
    changed();
  };

  const words = (text) => (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) || []).length;

  // Says how many words there are where there may be only so many.
  const count = (field) => {
    const place = field.closest(".field")?.querySelector(".count");
    if (place) place.textContent = place.dataset.words.replace("0", words(field.value));
  };

  let isChanged = false;
  const changed = () => {
    isChanged = true;
    if (live) soon();
  };

  // The page that readers would see, made anew a moment after something was typed. Its
  // parts give up their names, so that none is taken for one of ours.
  const live = document.querySelector(".live");
  const names = ["id", "aria-labelledby", "aria-describedby", "for", "popovertarget"];
  let waiting = 0;
  let asked = 0;

  const show = (html) => {
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    for (const name of names) {
      made.querySelectorAll(`[${name}]`).forEach((one) => one.removeAttribute(name));
    }
    live.querySelector(".live-page").replaceChildren(...made.children);
  };

  const preview = async () => {
    if (!live.querySelector("details").open) return;
    const mine = ++asked;
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(live.dataset.preview, { method: "POST", body });
    const html = await answer.text();
    if (answer.ok && mine === asked) show(html);
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(preview, 800);
  };

  if (live) {
    live.hidden = false;
    live.querySelector("details").addEventListener("toggle", preview);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-move]");
    if (!button || form.querySelector("[data-conflict]")) return;
    event.preventDefault();
    move(button);
  });
  form.addEventListener("input", (event) => {
    changed();
    count(event.target);
  });
  // Enter looks for a link where one is looked for; elsewhere it saves.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.id !== "find") return;
    event.preventDefault();
    form.querySelector("button[value=find]").click();
  });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
  form.querySelectorAll("textarea").forEach(count);
})();
