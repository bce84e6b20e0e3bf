// What may stand between the words of a term, as forms and as texts have it.

import { W, WORDS } from "./characters.js";
import { sought } from "./coding.js";
import { JOINED, LEFT_OPEN, noteAt } from "./words.js";

const PIECE = new RegExp(`[${W}]+`, "y");
const SIGNS = new RegExp(`[^${W}]*`, "y");
const WHITE_SIGN = "[\\t\\n\\f\\r ]";
const WHITE_SIGNS = new RegExp(`${WHITE_SIGN}+`, "g");
const WHITE_RUN = new RegExp(WHITE_SIGNS.source, "y");
const MARKUP = "['*_~]*";
const NOTES = "(?:\\x19(?:[-,]?\\x19)*|\\[[0-9]{1,3}\\])?";
const AROUND = `(?:${LEFT_OPEN}(?![${W}]))?${MARKUP}${NOTES}${MARKUP}`;
const JOIN = new RegExp(
  `^${AROUND}(?:${WHITE_SIGN}+[-\\x1a]?|[-\\x1a]${WHITE_SIGN}*)${MARKUP}$`,
);
const AND = new RegExp(`^${AROUND}${WHITE_SIGN}*&${WHITE_SIGN}*${MARKUP}$`);
// Words that are written with a full stop, also inside a name: “Rt. Hon.”
const SHORTENED = new Set(
  (
    "art asst ch cllr co const cpt det dept dr ed gen gov govt hon insp jr lt ltd mr mrs " +
    "ms no op para parl pc prof ref reg rev rt sch sec sgt sr st supt vol"
  ).split(" "),
);
// An apostrophe inside a form may be left out, that of a possessive at its end may not.
const APOSTROPHE = new RegExp(
  `(?<=[${W}])'(?=(?:${JOINED.join("|")})(?![${W}]))(?![a-z]+$)`,
  "g",
);
const WITH_STOPS = new RegExp(
  `(?<![${W}.])(?:[a-z]\\.)+[a-z](?:\\.|(?![${W}]))(?![${W}])`,
  "g",
);
const HYPHENS_INSIDE = new RegExp(`-(?=[${W}])(?:(?<=[^0-9]-)|(?=[^0-9]))`, "g");
const MOST_HYPHENS = 3;
const SHORTEST_JOINED = 8;

const onceSpaced = (signs) => signs.replace(WHITE_SIGNS, " ");

/** Whether `signs`, behind the word `before`, only part two words of a term. */
const isJoin = (signs, before) =>
  JOIN.test(signs[0] === "." && SHORTENED.has(before) ? signs.slice(1) || " " : signs);

/** The words of a form, what is between them, and what comes behind the last. */
export function partsOf(codes) {
  const signs = codes.split(WORDS);
  return { words: codes.match(WORDS), signs: signs.slice(1, -1), tail: signs.at(-1) };
}

/** The codes by which a form is looked for, each with other words. */
export function spelled(text, conjunctions) {
  const first = sought(text)
    .replace(APOSTROPHE, "")
    .replace(WITH_STOPS, (all) => all.replaceAll(".", ""));
  if (!first) return [];
  const ways = [first];
  if (first.includes("&")) {
    ways.push(...conjunctions.map((word) => first.replace(/ ?& ?/g, ` ${word} `)));
  }
  return [...new Set([...ways, ...ways.flatMap(together)].map(usual))];
}

/** A form with words joined: some that have a hyphen, or the only two. */
function together(codes) {
  const places = Array.from(codes.matchAll(HYPHENS_INSIDE), ({ index }) => index);
  if (places.length > MOST_HYPHENS) return [codes.replaceAll("-", "")];
  if (!places.length) {
    const isPair = codes.split(" ").length === 2 && codes.length > SHORTEST_JOINED;
    const pair = codes.replace(" ", "");
    return isPair && pair.match(WORDS)[0] === pair ? [pair] : [];
  }
  return Array.from({ length: 2 ** places.length - 1 }, (_, number) => {
    const some = places.filter((_place, bit) => ((number + 1) >> bit) & 1);
    return Array.from(codes)
      .filter((_sign, at) => !some.includes(at))
      .join("");
  });
}

/** Codes with a space where any join will do. */
function usual(codes) {
  const { words, signs, tail } = partsOf(codes);
  const between = signs.map((sign, at) => (isJoin(sign, words[at]) ? " " : onceSpaced(sign)));
  return words.map((word, at) => word + (between[at] ?? tail)).join("");
}

function foundAt(expression, signs, place) {
  expression.lastIndex = place;
  return expression.exec(signs)?.[0] ?? "";
}

/**
 * Where a form ends that a text has from `start` on, its words in pieces perhaps, and `&`
 * for one of the `conjunctions`; 0 if what is between them is not what may be there.
 */
export function endOf({ words, signs: own, tail }, signs, start, conjunctions) {
  let place = start;
  let isSign = false;
  for (const [number, word] of words.entries()) {
    if (number) {
      place += noteAt(signs, place).length;
      const run = foundAt(SIGNS, signs, place);
      if (!isSign && conjunctions.has(word) && AND.test(run)) {
        isSign = true; // what is behind it goes on from there
        continue;
      }
      const wanted = own[number - 1];
      const fits = wanted === " " ? isJoin(run, words[number - 1]) : onceSpaced(run) === wanted;
      if (!isSign && !fits) return 0;
      place += run.length;
      isSign = false;
    }
    place = endOfWord(word, signs, place);
    if (!place) return 0;
  }
  return endOfTail(tail, signs, place);
}

/** Where a word ends, or 0. To one with full stops the last of them belongs. */
function endOfWord(word, signs, start) {
  let [rest, run, place] = [word, "", start];
  while (!signs.startsWith(rest, place)) {
    const piece = foundAt(PIECE, signs, place);
    if (!piece || !rest.startsWith(piece)) return 0;
    rest = rest.slice(piece.length);
    run = foundAt(SIGNS, signs, place + piece.length);
    place += piece.length + run.length;
  }
  place += rest.length;
  return place + Number(run === "." && signs[place] === ".");
}

function endOfTail(tail, signs, start) {
  let place = start;
  for (const [number, part] of tail.split(" ").entries()) {
    if (number) {
      const spaces = foundAt(WHITE_RUN, signs, place);
      if (!spaces) return 0;
      place += spaces.length;
    }
    if (!signs.startsWith(part, place)) return 0;
    place += part.length;
  }
  return place;
}
