// The box for a reader's own text: what its pages do alike. It complains in the words of
// the page, says that it is busy, looks at a file before anything is sent, and takes the
// text along to the other language.

import { look } from "./given.js";
import { keep, kept, noteScroll, takeAlong } from "./handover.js";

export const form = () => document.querySelector("form.ask");
export const box = () => document.getElementById("text");
export const unread = () => document.getElementById("unread");
const file = () => document.getElementById("file");
const trouble = () => document.getElementById("trouble");

/** What a template holds, with `[data-fill]` elements by their names. */
export function fromTemplate(name) {
  const part = document.getElementById(name).content.cloneNode(true);
  const slots = {};
  for (const one of part.querySelectorAll("[data-fill]")) slots[one.dataset.fill] = one;
  return { part, slots };
}

export function complain(name) {
  trouble().replaceChildren(fromTemplate(name).part);
  document.title = form().dataset.problem;
}

export const calm = () => trouble().replaceChildren();

/** Says that the page is at work, until `work` is done. */
export async function whileBusy(work) {
  const busy = document.getElementById("busy");
  busy.textContent = busy.dataset.words;
  form().setAttribute("aria-busy", "true");
  try {
    return await work;
  } finally {
    busy.textContent = "";
    form()?.removeAttribute("aria-busy");
  }
}

/** The file that the reader chose, looked at; nothing where none is, or it is no use. */
export async function chosenFile() {
  const [chosen] = file().files;
  if (!chosen) return null;
  const seen = await look(chosen);
  if (!seen.fault) return { ...seen, file: chosen };
  file().value = "";
  complain(`fault-${seen.fault}`);
  return seen;
}

/** Puts a text in the box, and beside it what is missing there: the field of unread.py. */
export function fill(text, missing) {
  box().value = text;
  unread().value = missing;
}

/** The text of a chosen file goes into the box: the file is not needed any more. */
export function takeText({ text, unread: missing }) {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  fill(text, missing.length ? [letters, ...missing].join(" ") : "");
  file().value = "";
}

/** Keeps what is in the box in this tab. */
export const keepBox = (isShown) => keep(box().value, unread().value, isShown);

/** Sends the form without leaving the page, so that no browser keeps what was sent.
 *
 * A file goes alone, and without its name. */
export async function send({ chosen, submitter }) {
  const body = new FormData(form());
  if (submitter?.name) body.set(submitter.name, submitter.value);
  body.delete("file");
  if (chosen) body.set("text", "");
  if (chosen) body.set("file", chosen.file, `file${chosen.kind}`);
  const options = { method: "POST", body, credentials: "omit" };
  const sent = fetch(form().action, options).then((answer) => answer.text());
  try {
    const page = new DOMParser().parseFromString(await whileBusy(sent), "text/html");
    const main = document.querySelector("main");
    const typed = [box().value, unread().value];
    main.replaceChildren(...page.querySelector("main").childNodes);
    document.title = page.title;
    if (!box().value) fill(...typed);
    tell();
    main.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    return true;
  } catch {
    complain("cannot-send");
    return false;
  }
}

/** Says what happens with the text where scripts run. */
function tell() {
  for (const one of document.querySelectorAll("[data-sent]")) one.hidden = true;
  for (const one of document.querySelectorAll("[data-device]")) one.hidden = false;
  for (const one of document.querySelectorAll("[data-kept]")) one.hidden = !window.crypto?.subtle;
}

/** Makes the box of a page work: `run` is what its button does. */
export async function start({ run, isShown }) {
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    run(event.submitter);
  });
  document.addEventListener("input", (event) => {
    if (event.target !== box()) return;
    unread().value = "";
    keepBox(isShown());
  });
  document.addEventListener("change", (event) => {
    if (event.target !== file()) return;
    calm();
    chosenFile();
  });
  document.addEventListener("click", (event) => {
    const elsewhere = event.target.closest("button[formaction], .tongues a");
    if (!elsewhere) {
      const link = event.target.closest("a[href]");
      if (link?.origin === window.location.origin) noteScroll();
      return;
    }
    if (!box().value.trim()) return;
    event.preventDefault();
    const address = elsewhere.formAction || elsewhere.href;
    const isAsked = elsewhere.hasAttribute("data-asked") || isShown();
    takeAlong(address, box().value, unread().value, isAsked);
  });
  tell();
  const found = await kept();
  if (!found) return;
  fill(found.text, found.unread);
  if (found.isAsked || (found.isShown && form().dataset.words)) run(null, found);
  else keepBox(false);
}
