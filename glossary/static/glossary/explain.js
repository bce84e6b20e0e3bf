// Explains a text on the reader's own device. The words come from this site once, and the
// text goes nowhere. Only a file that a browser cannot read is sent, to be read for it.

import {
  box,
  calm,
  chosenFile,
  complain,
  form,
  keepBox,
  send,
  start,
  takeText,
  unread,
  whileBusy,
} from "./box.js";
import { read } from "./found.js";
import { forget } from "./handover.js";
import { show } from "./result.js";

let loading = null;

async function load() {
  const [matching, measures, unexplained, answer] = await Promise.all([
    import(form().dataset.matching),
    import("./measures.js"),
    import("./unexplained.js"),
    fetch(form().dataset.words, { credentials: "omit" }),
  ]);
  if (!answer.ok) throw new Error(String(answer.status));
  const { pack, entries, counting, official } = await answer.json();
  return {
    matching,
    measures,
    entries,
    counting,
    vocabulary: matching.loadPack(pack),
    findUnexplained: unexplained.findUnexplained,
    official: { ...official, vocabulary: matching.loadPack(official.pack) },
  };
}

const isShown = () => document.querySelector("#explained .given") !== null;

async function explain(text, scrolled = 0) {
  calm();
  if (!text.trim()) return complain("nothing");
  if (text.length > Number(box().dataset.most)) return complain("too-long");
  loading ??= load();
  try {
    const tools = await whileBusy(loading);
    show(read(text.replace(/\r\n?/g, "\n").replaceAll("\f", "\n\f\n"), tools), unread().value);
  } catch {
    loading = null;
    return complain("cannot");
  }
  keepBox(true);
  if (scrolled) window.scrollTo(0, scrolled);
  return undefined;
}

async function sendText(options) {
  if ((await send(options)) && isShown()) keepBox(true);
}

async function run(submitter, found) {
  if (submitter?.name === "send") return sendText({ submitter });
  const chosen = await chosenFile();
  if (chosen?.fault) return undefined;
  if (chosen && chosen.text === undefined) return sendText({ chosen });
  if (chosen) takeText(chosen);
  return explain(box().value, found?.scrolled);
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-forget]")) return;
  forget();
  window.location.replace(form().action);
});
start({ run, isShown });
