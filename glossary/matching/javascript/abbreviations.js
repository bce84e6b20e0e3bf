// The abbreviations of a vocabulary, and which words are the long form of one.

import { WORDS, cased, titled } from "./characters.js";
import { flat } from "./coding.js";

export const wordsOf = (text) => flat(text).match(WORDS) ?? [];

/** The abbreviations of a vocabulary, and the full names of what they stand for. */
export class Abbreviations {
  constructor(forms, otherNames) {
    this.forms = forms;
    this.otherNames = otherNames;
  }

  /** The entries that each abbreviation may stand for. */
  get all() {
    if (!this.found) {
      this.found = new Map();
      for (const { text, entry, capitalsCount, alsoSmall } of this.forms) {
        if (!capitalsCount || text.includes(" ")) continue;
        const word = cased(text);
        const small = alsoSmall ? [word.toLowerCase(), titled(word)] : [];
        for (const way of [word, word.toUpperCase(), ...small]) {
          this.found.set(way, (this.found.get(way) ?? new Set()).add(entry));
        }
      }
    }
    return this.found;
  }

  entries(written) {
    return this.all.get(written);
  }

  /** How abbreviations of `entry` are written, each a single word. */
  abbreviations(entry) {
    return [...this.all.keys()].filter(
      (written) => this.entries(written).has(entry) && wordsOf(written).length === 1,
    );
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
    const words = wordsOf(text);
    if (words.length) this.called.set(entry, [...(this.called.get(entry) ?? []), words]);
  }

  reach(written) {
    const names = [...this.entries(written)].flatMap((entry) => this.names(entry));
    return Math.max(Array.from(written).length + 5, ...names.map((name) => name.length));
  }
}

/** The letters that a long form has, without the ending of a plural. */
export function lettersOf(short) {
  const isPlural = short.length > 2 && /\p{Lu}s$/u.test(short);
  return wordsOf(isPlural ? short.slice(0, -1) : short).join("");
}

const likeness = (long, name) => {
  const wanted = [...new Set(name)];
  return wanted.filter((word) => long.includes(word)).length / wanted.length;
};
export const areAlike = (long, name) => likeness(long, name) >= 0.75;
export const mayBeAlike = (long, name) => likeness(long, name) > 0.5;
export const areApart = (long, name) => likeness(long, name) === 0;

/** The first of `words` whose initials are `sought`; one may be between two of them. */
export function longByInitials(sought, words) {
  let places = [0, 1];
  sought.forEach((letter, number) => {
    if (number) places = places.flatMap((place) => [place + 1, place + 2]);
    places = [...new Set(places)].filter((place) => words[place]?.[0] === letter);
  });
  return places.length ? words.slice(0, Math.min(...places) + 1) : [];
}

/** The last of `words` with the letters `sought`, from right to left. */
export function longByLetters(sought, words) {
  const text = ` ${words.join(" ")}`;
  let place = text.length;
  for (let number = sought.length - 1; number >= 0 && place >= 0; number -= 1) {
    const wanted = number ? sought[number] : ` ${sought[number]}`;
    place = text.slice(0, place).lastIndexOf(wanted);
  }
  return place < 0 ? [] : (text.slice(place).match(WORDS) ?? []);
}
