// Shows what was found in a text, as glossary/templates/glossary/texts/ does it. What is
// said comes from templates of the page.

import { form, fromTemplate } from "./box.js";

const pageLang = document.documentElement.lang;
const MOST_IDS = 40;
const MOST_QUOTES = 3;

/** Where the lines of a language go: the choice of languages on this page has it. */
const directionOf = (lang) =>
  document.querySelector(`.tongues [lang="${lang}"]`)?.dir || document.dir || "ltr";

function speak(element, lang, around) {
  if (!lang || lang === around) return;
  element.lang = lang;
  if (directionOf(lang) !== directionOf(around)) element.dir = directionOf(lang);
}

function say(element, words, lang, around) {
  element.textContent = words;
  speak(element, lang, around);
}

/** Says words that a reader gave: the browser sees which way they go. */
function sayGiven(element, words, lang) {
  element.textContent = words;
  if (lang !== pageLang) element.lang = lang;
  element.dir = "auto";
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
  element.dir = "auto";
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
  say(slots.label, entry.label, entry.label_lang, pageLang);
  say(slots.also, entry.also && `(${entry.also})`, entry.also_lang, pageLang);
  say(slots.short, entry.short, entry.lang, pageLang);
}

function longer(entry) {
  const { part, slots } = fromTemplate("longer");
  part.querySelector("details").dataset.longer = entry.id;
  say(slots.label, entry.label, entry.label_lang, pageLang);
  return part;
}

function meaning(first) {
  const { part } = fromTemplate("meaning");
  const panel = part.querySelector("[popover]");
  panel.id = `what-${first.number}`;
  panel.querySelector("button").setAttribute("popovertarget", panel.id);
  first.items.toReversed().forEach((entry) => {
    const one = fromTemplate("meaning-of-one");
    describe(one.slots, entry);
    one.slots.longer.append(longer(entry));
    one.slots.path.href = entry.path;
    say(one.slots["label-again"], entry.label, entry.label_lang, pageLang);
    panel.querySelector("[data-intro]").after(one.part);
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
    sayGiven(element, quote, found.textLang);
    slots.quotes.append(index ? ", " : "", element);
  });
  slots.count.textContent = count;
  if (count < 2) slots.times.remove();
  slots.longer.append(longer(entry));
  return part;
}

function unexplainedWord({ quote, times }, found) {
  const { part, slots } = fromTemplate("unexplained-word");
  sayGiven(slots.quote, quote, found.textLang);
  slots.count.textContent = times;
  if (times < 2) slots.times.remove();
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

function fillCounts(slots, found) {
  const { counts } = found;
  slots["count-words"].textContent = counts.words;
  slots["count-sentences"].textContent = counts.sentences;
  slots.average.textContent = counts.average;
  slots.long.textContent = counts.long;
  slots["has-long"].hidden = !counts.longest.length;
  slots.longest.append(...counts.longest.map((one, index) => longSentence(one, index, found)));
}

function fillUnexplained(slots, found) {
  const { unexplained, mostNamed } = found;
  const named = unexplained.slice(0, mostNamed);
  slots["has-unexplained"].hidden = !named.length;
  slots.unexplained.append(...named.map((one) => unexplainedWord(one, found)));
  slots["has-more"].hidden = unexplained.length <= mostNamed;
  slots["more-unexplained"].textContent = unexplained.length - named.length;
}

/** What is not in the text: a line for each gap in the field of glossary/web/texts/unread.py. */
function gaps(field) {
  const { slots } = fromTemplate("gaps");
  const { page, pages, range } = document.getElementById("gaps").dataset;
  const between = (_, first, last) => range.replace("{first}", first).replace("{last}", last);
  return field
    .split(" ")
    .slice(1)
    .map((gap) => {
      const [what, numbers] = gap.split(":");
      if (!numbers) return slots[what];
      const label = /[-,]/.test(numbers) ? pages : page;
      const told = numbers.replace(/(\d+)-(\d+)/g, between).replaceAll(",", ", ");
      slots[what].append(` ${label} ${told}`);
      return slots[what];
    });
}

/** Puts what was found in a text on the page, and what of its file is not in it. */
export function show(found, unread) {
  const { part, slots } = fromTemplate("result");
  const ids = [...found.words.keys()];
  slots.found.textContent = ids.length;
  slots.leaflet.hidden = slots.none.hidden = slots.intro.hidden = true;
  (ids.length ? slots.leaflet : slots.none).hidden = false;
  slots.intro.hidden = !ids.length;
  const link = slots.leaflet.querySelector("a");
  link.href = `${link.getAttribute("href")}?t=${ids.slice(0, MOST_IDS).join(",")}`;
  slots.gaps.append(...gaps(unread));
  slots.missing.hidden = !unread;
  speak(slots.text, found.textLang, pageLang);
  slots.text.append(...paragraphs(found));
  slots.meanings.append(...found.firsts.map(meaning));
  slots.words.append(...[...found.words.values()].map((one) => word(one, found)));
  fillUnexplained(slots, found);
  fillCounts(slots, found);
  const place = document.getElementById("explained");
  place.replaceChildren(part);
  const heading = document.querySelector("h1");
  heading.textContent = form().dataset.heading;
  document.title = form().dataset.title;
  document.getElementById("asking")?.setAttribute("hidden", "");
  place.focus({ preventScroll: true });
  heading.scrollIntoView();
}
