// What a text itself says that its abbreviations stand for.

import {
  areAlike,
  areApart,
  lettersOf,
  longByInitials,
  longByLetters,
  mayBeAlike,
} from "./abbreviations.js";
import { cased } from "./characters.js";
import { isWord } from "./coding.js";
import { spelledOut } from "./spelled_out.js";

const STOPS = new RegExp("[.;:!?()[\\]\x1c]");
const STOPS_INSIDE = new RegExp("[.;:!?()[\\]\x1c,]");
const MOST_IN_BRACKETS = 4;

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

/** Yields where an abbreviation and words that may be its long form are at a bracket. */
function* inBrackets(plain, written, known) {
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
    yield { short, words: places.map(([start, end]) => plain.slice(start, end)), isBefore };
  }
}

/** Whether the long form at a bracket is a name; null if there is none. */
function isOwnInBrackets({ short, words, isBefore }, names) {
  const inOrder = (list) => (isBefore ? [...list].reverse() : list);
  if (!names.length) return null;
  if (names.some((name) => areAlike(words.slice(0, name.length + 1), name))) return true;
  const sought = lettersOf(short);
  const near = words.slice(0, Math.min(sought.length + 5, 2 * sought.length));
  const withInitials = longByInitials(inOrder(Array.from(sought)), near);
  const long = withInitials.length ? withInitials : longByLetters(sought, inOrder(near));
  if (names.some((name) => areAlike(long, name))) return true;
  if (long.includes(sought) || long.join("").length <= sought.length) return null;
  if (withInitials.length) return names.some((name) => mayBeAlike(long, name)) ? null : false;
  const isApart = long.length < sought.length && names.every((name) => areApart(long, name));
  return isApart ? false : null;
}

/**
 * What a text says that its abbreviations stand for: in brackets, after A. S. Schwartz
 * and M. A. Hearst (2003), or linked in another way.
 */
export class Definitions {
  brackets;

  constructor(laid, known) {
    this.laid = laid;
    this.known = known;
    this.written = ([start, end]) => cased(laid.said.read(start, end));
    this.verdicts = new Map();
  }

  /**
   * Whether the text defines the abbreviation of `entry` as its own; null if it does
   * not define it. One other meaning anywhere is enough for no.
   */
  of(entry) {
    if (!this.verdicts.has(entry)) {
      const names = this.known.names(entry);
      let verdict = null;
      for (const isOwn of this.verdictsOf(entry, names)) {
        verdict = isOwn ?? verdict;
        if (verdict === false) break; // no more are asked than it takes
      }
      this.verdicts.set(entry, verdict);
    }
    return this.verdicts.get(entry);
  }

  *verdictsOf(entry, names) {
    for (const found of this.inBrackets) {
      if (this.known.entries(found.short).has(entry)) yield isOwnInBrackets(found, names);
    }
    yield* spelledOut(this.laid.said.plain, this.written, this.known, entry);
  }

  /** Each once that is written alike. */
  get inBrackets() {
    if (!this.brackets) {
      const all = inBrackets(this.laid.said.plain, this.written, this.known);
      this.brackets = [...new Map(Array.from(all, (one) => [JSON.stringify(one), one])).values()];
    }
    return this.brackets;
  }
}
