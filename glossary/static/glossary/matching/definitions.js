// What a text itself says that its abbreviations stand for.

import { WORDS, cased } from "./characters.js";
import { flat, isWord } from "./coding.js";

const STOPS = new RegExp("[.;:!?()[\\]\x1c]");
const STOPS_INSIDE = new RegExp("[.;:!?()[\\]\x1c,]");
const MOST_IN_BRACKETS = 4;

/** The abbreviations of a vocabulary, and the full names of what they stand for. */
export class Abbreviations {
  constructor(forms, otherNames) {
    this.forms = forms;
    this.otherNames = otherNames;
  }

  entries(written) {
    if (!this.found) {
      this.found = new Map();
      for (const { text, entry, capitalsCount } of this.forms) {
        if (!capitalsCount || text.includes(" ")) continue;
        for (const word of [cased(text), cased(text).toUpperCase()]) {
          this.found.set(word, (this.found.get(word) ?? new Set()).add(entry));
        }
      }
    }
    return this.found.get(written);
  }

  names(entry) {
    if (!this.called) {
      this.called = new Map();
      for (const { text, entry: id, capitalsCount } of this.forms) {
        if (!capitalsCount) this.call(id, text);
      }
      for (const [id, texts] of Object.entries(this.otherNames)) {
        for (const text of texts) this.call(id, text);
      }
    }
    return this.called.get(entry) ?? [];
  }

  call(entry, text) {
    const words = flat(text).match(WORDS);
    if (words) this.called.set(entry, [...(this.called.get(entry) ?? []), words]);
  }

  reach(written) {
    const names = [...this.entries(written)].flatMap((entry) => this.names(entry));
    return Math.max(Array.from(written).length + 5, ...names.map((name) => name.length));
  }
}

/** Where up to `most` words are that follow `place` in its brackets. */
function wordsAfter(plain, from, most) {
  const words = [];
  let place = from;
  while (words.length < most && place < plain.length && !STOPS_INSIDE.test(plain[place])) {
    const start = place;
    while (place < plain.length && isWord(plain[place])) place += 1;
    if (start < place) words.push([start, place]);
    else place += 1;
  }
  return words;
}

/** Where up to `most` words are that go before `place`, the nearest first. */
function wordsBefore(plain, to, most) {
  const words = [];
  let place = to;
  while (words.length < most && place > 0 && !STOPS.test(plain[place - 1])) {
    const end = place;
    while (place > 0 && isWord(plain[place - 1])) place -= 1;
    if (place < end) words.push([place, end]);
    else place -= 1;
  }
  return words;
}

/**
 * What the text says that its abbreviations stand for, after A. S. Schwartz and
 * M. A. Hearst (2003): by entry, whether that is its own name. One other meaning
 * anywhere is enough for no.
 */
export function readDefinitions(laid, known) {
  const { plain } = laid;
  const found = new Map();
  const written = ([start, end]) => cased(laid.quote(start, end));
  for (const { index } of plain.matchAll(/[([]/g)) {
    const inside = wordsAfter(plain, index + 1, MOST_IN_BRACKETS + 1);
    const [before] = wordsBefore(plain, index, 1);
    if (!inside.length || !before) continue;
    let short = written(inside.at(-1));
    const isBefore = inside.length <= MOST_IN_BRACKETS && known.entries(short) !== undefined;
    if (!isBefore) short = written(before);
    if (!known.entries(short)) continue;
    const most = known.reach(short);
    const places = isBefore ? wordsBefore(plain, index, most) : wordsAfter(plain, index + 1, most);
    const words = places.map(([start, end]) => plain.slice(start, end));
    for (const entry of known.entries(short)) {
      const isOwn = isOwnName(short, words, isBefore, known.names(entry));
      if (isOwn !== null) found.set(entry, isOwn && (found.get(entry) ?? true));
    }
  }
  return found;
}

/** Whether `words`, read from the bracket, are a name; null if they are no long form. */
function isOwnName(short, words, isBefore, names) {
  const inOrder = (list) => (isBefore ? [...list].reverse() : list);
  const shared = (long, name) => name.filter((word) => long.includes(word)).length;
  const areAlike = (long, name) => 4 * shared(long, [...new Set(name)]) >= 3 * new Set(name).size;
  if (!names.length) return null;
  if (names.some((name) => areAlike(words.slice(0, name.length + 1), name))) return true;
  const isPlural = short.length > 2 && /\p{Lu}s$/u.test(short);
  const sought = (flat(isPlural ? short.slice(0, -1) : short).match(WORDS) ?? []).join("");
  const near = words.slice(0, Math.min(sought.length + 5, 2 * sought.length));
  const byInitials = longByInitials(inOrder(Array.from(sought)), near);
  const long = byInitials.length ? byInitials : longByLetters(sought, inOrder(near));
  if (names.some((name) => areAlike(long, name))) return true;
  if (long.includes(sought) || long.join("").length <= sought.length) return null;
  const isApart = long.length < sought.length && !names.some((name) => shared(long, name));
  return byInitials.length || isApart ? false : null;
}

/** The first of `words` whose initials are `sought`; one may be between two of them. */
function longByInitials(sought, words) {
  let places = [0, 1];
  sought.forEach((letter, number) => {
    if (number) places = places.flatMap((place) => [place + 1, place + 2]);
    places = [...new Set(places)].filter((place) => words[place]?.[0] === letter);
  });
  return places.length ? words.slice(0, Math.min(...places) + 1) : [];
}

/** The last of `words` with the letters `sought`, from right to left. */
function longByLetters(sought, words) {
  const text = ` ${words.join(" ")}`;
  let place = text.length;
  for (let number = sought.length - 1; number >= 0 && place >= 0; number -= 1) {
    const wanted = number ? sought[number] : ` ${sought[number]}`;
    place = text.slice(0, place).lastIndexOf(wanted);
  }
  return place < 0 ? [] : (text.slice(place).match(WORDS) ?? []);
}
