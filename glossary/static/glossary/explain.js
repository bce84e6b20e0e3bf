// Explains a text on the reader's own device. The words come from this site once, and
// the text goes nowhere. A file that is not plain text is sent as without JavaScript.

const form = document.getElementById("explain");
const box = document.getElementById("text");
const file = document.getElementById("file");
const trouble = document.getElementById("trouble");
const place = document.getElementById("explained");
const pageLang = document.documentElement.lang;
const HANDED_OVER = "plain-words:";
const MOST_IDS = 40;
const MOST_QUOTES = 3;
const MOST_BYTES = 2 * 1024 * 1024;

let loading = null;
let isExplained = false;

/** What a template holds, with `[data-fill]` elements by their names. */
function fromTemplate(name) {
  const part = document.getElementById(name).content.cloneNode(true);
  const slots = {};
  for (const one of part.querySelectorAll("[data-fill]")) slots[one.dataset.fill] = one;
  return { part, slots };
}

function say(element, words, lang, around) {
  element.textContent = words;
  if (lang && lang !== around) element.lang = lang;
}

async function load() {
  const [matching, measures, answer] = await Promise.all([
    import(form.dataset.matching),
    import(form.dataset.measures),
    fetch(form.dataset.words, { credentials: "omit" }),
  ]);
  if (!answer.ok) throw new Error(String(answer.status));
  const { pack, entries, counting } = await answer.json();
  return { matching, measures, vocabulary: new matching.Vocabulary(pack), entries, counting };
}

function complain(name) {
  trouble.replaceChildren(fromTemplate(name).part);
}

// -- The result ---------------------------------------------------------------------

/** What the text says, found and counted, as glossary/web/explained.py does it. */
function read(given, tools) {
  const text = given.replaceAll("\f", "\n"); // terms go over the end of a page alone
  const all = Object.keys(tools.counting.abbreviations);
  const langs = [pageLang, ...all.filter((lang) => lang !== pageLang)];
  const textLang = tools.measures.likelyLanguage(text, langs, tools.counting);
  langs.sort((one, other) => (other === textLang) - (one === textLang));
  const known = (id) => Object.hasOwn(tools.entries, id);
  const matches = tools.vocabulary.find(given, { languages: langs });
  const words = new Map();
  for (const { start, end, candidates } of matches) {
    const quote = text.slice(start, end).trim().split(/\s+/).join(" ");
    for (const id of candidates.filter(known)) {
      if (!words.has(id)) words.set(id, { entry: tools.entries[id], quotes: new Set(), count: 0 });
      words.get(id).quotes.add(quote);
      words.get(id).count += 1;
    }
  }
  const firsts = tools.matching.firstOccurrences(matches).flatMap((match) => {
    const items = match.candidates.filter(known).map((id) => tools.entries[id]);
    return items.length ? [{ ...match, items }] : [];
  });
  firsts.forEach((first, index) => (first.number = index + 1));
  return { text, textLang, words, firsts, counts: tools.measures.measure(text, textLang, tools.counting) };
}

function piece(first, found) {
  const { part, slots } = fromTemplate("piece");
  const quote = found.text.slice(first.start, first.end);
  slots.quote.textContent = quote;
  slots.quote.href = `#word-${first.items[0].id}`;
  slots["quote-again"].textContent = quote;
  part.querySelector("button").setAttribute("popovertarget", `what-${first.number}`);
  return part;
}

function addPieces(parent, start, end, found) {
  let at = start;
  for (const first of found.firsts) {
    if (first.start < at || first.end > end) continue;
    parent.append(found.text.slice(at, first.start), piece(first, found));
    at = first.end;
  }
  parent.append(found.text.slice(at, end));
}

function paragraph(start, end, found) {
  const element = document.createElement("p");
  let at = start;
  found.counts.longest.forEach((long, index) => {
    if (long.start < start || long.start >= end) return;
    addPieces(element, at, long.start, found);
    at = Math.min(long.end, end);
    const mark = document.createElement("mark");
    mark.className = "long";
    mark.id = `long-${index + 1}`;
    addPieces(mark, long.start, at, found);
    element.append(mark);
  });
  addPieces(element, at, end, found);
  return element;
}

function paragraphs(found) {
  const elements = [];
  let start = 0;
  const add = (end) => {
    if (found.text.slice(start, end).trim()) elements.push(paragraph(start, end, found));
  };
  for (const gap of found.text.matchAll(/\n(?:[ \t]*\n)+/g)) {
    add(gap.index);
    start = gap.index + gap[0].length;
  }
  add(found.text.length);
  return elements;
}

function describe(slots, entry) {
  say(slots.label, entry.label, entry.lang, pageLang);
  say(slots.also, entry.also && `(${entry.also})`, entry.lang, pageLang);
  say(slots.short, entry.short, entry.lang, pageLang);
}

function meaning(first) {
  const { part } = fromTemplate("meaning");
  const panel = part.querySelector("[popover]");
  panel.id = `what-${first.number}`;
  panel.querySelector("button").setAttribute("popovertarget", panel.id);
  first.items.toReversed().forEach((entry) => {
    const one = fromTemplate("meaning-of-one");
    describe(one.slots, entry);
    one.slots.path.href = entry.path;
    say(one.slots["label-again"], entry.label, entry.lang, pageLang);
    panel.prepend(one.part);
  });
  return part;
}

function word({ entry, quotes, count }, found) {
  const { part, slots } = fromTemplate("word");
  part.querySelector("li").id = `word-${entry.id}`;
  describe(slots, entry);
  slots.label.href = entry.path;
  [...quotes].slice(0, MOST_QUOTES).forEach((quote, index) => {
    const element = document.createElement("q");
    say(element, quote, found.textLang, pageLang);
    slots.quotes.append(index ? ", " : "", element);
  });
  slots.count.textContent = count;
  if (count < 2) slots.times.remove();
  return part;
}

function longSentence(long, index, found) {
  const { part, slots } = fromTemplate("long");
  const words = found.text.slice(long.start, long.end).trim().split(/\s+/);
  const beginning = words.slice(0, 8).join(" ") + (words.length > 8 ? "\u2026" : "");
  say(slots.beginning, beginning, found.textLang, pageLang);
  slots.beginning.href = `#long-${index + 1}`;
  slots.count.textContent = long.words;
  return part;
}

function show(found) {
  const { part, slots } = fromTemplate("result");
  const { counts } = found;
  const ids = [...found.words.keys()];
  slots.found.textContent = ids.length;
  slots.leaflet.hidden = slots.none.hidden = true;
  (ids.length ? slots.leaflet : slots.none).hidden = false;
  const link = slots.leaflet.querySelector("a");
  link.href = `${link.pathname}?t=${ids.slice(0, MOST_IDS).join(",")}`;
  if (found.textLang !== pageLang) slots.text.lang = found.textLang;
  slots.text.append(...paragraphs(found));
  slots.meanings.append(...found.firsts.map(meaning));
  slots.words.append(...[...found.words.values()].map((one) => word(one, found)));
  slots["count-words"].textContent = counts.words;
  slots["count-sentences"].textContent = counts.sentences;
  slots.average.textContent = counts.average;
  slots.long.textContent = counts.long;
  slots["has-long"].hidden = !counts.longest.length;
  slots.longest.append(...counts.longest.map((one, index) => longSentence(one, index, found)));
  place.replaceChildren(part);
  const heading = document.querySelector("h1[data-explained]");
  heading.textContent = heading.dataset.explained;
  document.getElementById("asking").hidden = true;
  isExplained = true;
  place.focus({ preventScroll: true });
  heading.scrollIntoView();
}

async function explain(text) {
  trouble.replaceChildren();
  if (!text.trim()) return complain("nothing");
  if (text.length > Number(box.dataset.most)) return complain("too-long");
  loading ??= load();
  try {
    show(read(text.replace(/\r\n?/g, "\n").replaceAll("\f", "\n\f\n"), await loading));
  } catch {
    loading = null;
    complain("cannot");
  }
}

// -- What the reader does -------------------------------------------------------------

/** The text of a plain text file, or nothing where only the server can read it. */
async function plainText(chosen) {
  if (!chosen.name.toLowerCase().endsWith(".txt") || chosen.size > MOST_BYTES) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer());
  } catch {
    return null;
  }
}

async function submitted(event) {
  const { submitter } = event;
  if (submitter?.name === "send" || submitter?.hasAttribute("formaction")) return;
  const [chosen] = file.files;
  if (chosen && !chosen.name.toLowerCase().endsWith(".txt")) return;
  event.preventDefault();
  if (!chosen) return explain(box.value);
  const text = await plainText(chosen);
  if (text === null) return form.submit();
  box.value = text;
  file.value = "";
  return explain(text);
}

/** Goes to the other language with the text: the tab hands it over, nobody is asked. */
function goElsewhere(event) {
  const target = event.target.closest("[data-other], .tongues a");
  if (!target || !box.value.trim()) return;
  event.preventDefault();
  window.name = `${HANDED_OVER}${isExplained ? "1" : "0"}${box.value}`;
  window.location.assign(target.formAction || target.href);
}

function takeOver() {
  const handed = window.name;
  if (!handed.startsWith(HANDED_OVER)) return;
  window.name = "";
  box.value = handed.slice(HANDED_OVER.length + 1);
  if (handed[HANDED_OVER.length] === "1") explain(box.value);
}

if (form.dataset.words) {
  form.addEventListener("submit", submitted);
  document.addEventListener("click", goElsewhere);
  form.querySelector("[data-sent]").hidden = true;
  form.querySelector("[data-device]").hidden = false;
  takeOver();
}
