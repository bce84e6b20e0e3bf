// The box for a reader's own text: what its pages do alike. It complains in the words of
// the page, says that it is busy, looks at a file before anything is sent, and takes the
// text along to the other language.

import { look } from "./given.js";
import { hand, keep, kept, noteScroll } from "./handover.js";

export const form = () => document.querySelector("form.ask");
export const box = () => document.getElementById("text");
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

/** Forgets a chosen file whose text is in the box now. */
export const dropFile = () => (file().value = "");

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
    const typed = box().value;
    main.replaceChildren(...page.querySelector("main").childNodes);
    document.title = page.title;
    box().value ||= typed;
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

/** Makes the box of the page `name` work: `run` is what its button does. */
export async function start(name, { run, isShown }) {
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    run(event.submitter);
  });
  document.addEventListener("input", (event) => event.target === box() && keep(box().value, isShown()));
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
    const { page } = elsewhere.dataset;
    hand(page ?? name, box().value, page || isShown());
    window.location.assign(elsewhere.formAction || elsewhere.href);
  });
  tell();
  const found = await kept(name);
  if (!found) return;
  box().value = found.text;
  if (found.isAsked || (found.isShown && form().dataset.words)) run(null, found);
  else keep(found.text, false);
}
