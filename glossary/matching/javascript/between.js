// What may stand between the words of a term, as forms and as texts have it.

import { W, WORD, WORDS } from "./characters.js";
import { sought } from "./coding.js";
import { ASIDE, ASIDES, IN_BRACKETS, JOINED, LEFT_OPEN, noteAt, withoutAsides, withoutStops } from "./words.js";

const PIECE = new RegExp(`[${W}]+`, "y");
const SIGNS = new RegExp(`(?:${ASIDE}|[^${W}])*`, "y");
const WHITE_SIGN = "[\\t-\\r ]";
const WHITE_RUN = new RegExp(`${WHITE_SIGN}+`, "y");
const MARKUP = "['*_~]*";
const OPENING_SIGNS = "['\"*_~]*";
const AROUND = `(?:${LEFT_OPEN})?${MARKUP}(?:(?:\\x19(?:[-,]?\\x19)*|(?:${IN_BRACKETS})+)${MARKUP})?`;
const BEHIND = new RegExp(AROUND, "y");
const WORD_OR_END = `(?![^${W}])`;
const JOIN = new RegExp(
  `${AROUND}(?:${WHITE_SIGN}+[-\\x1a]?|[-\\x1a]${WHITE_SIGN}*)${OPENING_SIGNS}${WORD_OR_END}`,
  "y",
);
const AND = new RegExp(
  `${AROUND}${WHITE_SIGN}*&${WHITE_SIGN}*${OPENING_SIGNS}${WORD_OR_END}`,
  "y",
);
const LAST_STOP = new RegExp(`\\.(?![a-z\\xe0-\\xff](?![${W}]))`, "y");
const SHORTENED_WORDS =
  "art asst ch cllr co const cpt det dept dr ed gen gov govt hon insp jr lt ltd mr mrs " +
  "ms no op para parl pc prof ref reg rev rt sch sec sgt sr st supt vol";
// Words that are written with a full stop, also inside a name: “Rt. Hon.”
const SHORTENED = new Set(SHORTENED_WORDS.split(" "));
// An apostrophe inside a form may be left out, that of a possessive at its end may not.
const APOSTROPHE = new RegExp(
  `(?<=[${W}])'(?=(?:${JOINED.join("|")})(?![${W}]))(?![a-z]+$)`,
  "g",
);
// A plural left open and the full stop of a shortened word, which may be missing.
const LOOSE_END = new RegExp(
  `(?:${LEFT_OPEN}|(?<![${W}])(?<word>${SHORTENED_WORDS.replaceAll(" ", "|")})\\.)$`,
);
const HYPHENS_INSIDE = new RegExp(`-(?=[${W}])(?:(?<=[^0-9]-)|(?=[^0-9]))`, "g");
const MOST_HYPHENS = 3;
const SHORTEST_JOINED = 8;

const onceSpaced = (signs) => signs.replace(/[\t-\r ]+/g, " ");

function foundAt(expression, signs, place) {
  expression.lastIndex = place;
  return expression.exec(signs)?.[0] ?? "";
}

/** Whether what is at `place`, behind the word `before`, only parts two words of a term. */
function isJoin(signs, place, before) {
  const isShort = signs[place] === "." && SHORTENED.has(before);
  if (isShort && WORD.test(signs[place + 1])) return true;
  return foundAt(JOIN, signs, place + Number(isShort)) !== "";
}

/** The words of a form, what is between them, and what comes behind the last. */
export function partsOf(codes) {
  const plain = codes.replace(ASIDES, (all) => " ".repeat(all.length));
  const places = Array.from(plain.matchAll(WORDS), ({ 0: { length }, index }) => [
    index,
    index + length,
  ]);
  return {
    words: places.map((place) => codes.slice(...place)),
    signs: places.slice(1).map(([start], number) => codes.slice(places[number][1], start)),
    tail: codes.slice(places.at(-1)[1]),
  };
}

/** The codes by which a form is looked for, each with other words, and what they spell. */
export function spelled(text, conjunctions) {
  const found = new Map();
  const written = /[&\uff06\ufe60]/.test(text)
    ? [text, ...conjunctions.map((word) => text.replace(/[&\uff06\ufe60]/g, ` ${word} `))]
    : [text];
  for (const one of written) {
    for (const codes of withLooseEnds(sought(one))) {
      for (const way of [codes, ...together(codes)].map(usual)) {
        if (!found.has(way)) found.set(way, withoutAsides(one));
      }
    }
  }
  return found;
}

/** Codes, and without what may be missing at their end. */
function withLooseEnds(codes) {
  if (!codes) return [];
  const own = withoutStops(codes).replace(APOSTROPHE, "");
  const loose = LOOSE_END.exec(own);
  return loose ? [own, own.slice(0, loose.index) + (loose.groups.word ?? "")] : [own];
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
  let [place, found] = [0, ""];
  signs.forEach((between, number) => {
    place += words[number].length;
    found += words[number];
    found += isJoin(codes, place, words[number]) ? " " : onceSpaced(between);
    place += between.length;
  });
  return found + words.at(-1) + tail;
}

/**
 * Where a form ends that a text has from `start` on, its words in pieces perhaps, and what
 * is inside it that is not read as it is written: notes, and `&` for one of the
 * `conjunctions`. 0 if what is between the words is not what may be there.
 */
export function placeOf({ words, signs: own, tail }, signs, start, conjunctions) {
  const others = [];
  let place = endOfWord(words[0], signs, start);
  for (let number = 1; place && number < words.length; number += 1) {
    const note = noteAt(signs, place).length;
    if (note) others.push({ first: place, last: place + note, word: "" });
    const first = place + note;
    const last = first + foundAt(SIGNS, signs, first).length;
    const word = words[number];
    const isThere = fits(own[number - 1], signs, first, last, words[number - 1]);
    place = isThere ? endOfWord(word, signs, last) : 0;
    const maybeSign = !place && number + 1 < words.length && conjunctions.has(word);
    if (maybeSign && foundAt(AND, signs, first)) {
      others.push({ first, last, word });
      number += 1;
      place = endOfWord(words[number], signs, last);
    }
  }
  const { length } = words.at(-1);
  // A possessive is another form, also where a plural is known.
  if (signs.slice(Math.max(0, place - length), place).includes("'")) return [0, []];
  return [place && endOfTail(tail, signs, place), others];
}

/** Whether what is there, behind the word `before`, may be where a form has `wanted`. */
function fits(wanted, signs, start, end, before) {
  if (wanted === " ") return isJoin(signs, start, before);
  return [start, start + foundAt(BEHIND, signs, start).length].some((first) => {
    const found = onceSpaced(signs.slice(first, end));
    return found.startsWith(wanted) && /^['*_~]*$/.test(found.slice(wanted.length));
  });
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
  if (WORD.test(signs[place]) && !noteAt(signs, place)) return 0;
  return place + (run === "." ? foundAt(LAST_STOP, signs, place).length : 0);
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
