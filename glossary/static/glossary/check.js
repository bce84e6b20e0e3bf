// Checks a text of one's own. The text is sent, but not as browsers send forms: they write
// what they sent on the device, to show the page again.

import { box, calm, chosenFile, complain, keepBox, send, start } from "./box.js";

const isShown = () => document.querySelector("main .given") !== null;

async function run(submitter) {
  calm();
  const chosen = await chosenFile();
  if (chosen?.fault) return;
  if (!chosen && !box().value.trim()) return complain("nothing");
  await send({ chosen, submitter });
  keepBox(isShown());
}

start({ run, isShown });
