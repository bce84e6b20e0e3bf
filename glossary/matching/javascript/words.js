// The words of a text, and where one may be written in pieces: “safe-guarding”,
// “safeguard-” at the end of a line, “chief's” for “chiefs'”, “C.S.E.”.

import { SPACE, W, WORD } from "./characters.js";

const IS_WORD = Uint8Array.from({ length: 256 }, (_, one) =>
  Number(WORD.test(String.fromCharCode(one))),
);
const NO_FIGURE = /[a-z\xe0-\xff]/;
const NOTE = new RegExp(`[0-9]{1,2}(?![-0-9${W}]|[./][0-9])`, "y");
const WITH_NOTE = /^[a-z\xe0-\xff]{4,}([0-9]{1,2})$/;
const HYPHEN = /^[-\x1a][\t ]*$/;
// Words behind which letters with full stops are the initials of a person.
const TITLES = new Set(
  (
    "athro cllr constable councillor dame dc dci det detective di dr ds insp inspector " +
    "judge lady lord messrs miss mr mrs ms mx parch pc prof professor rev sergeant sgt " +
    "sir superintendent supt syr"
  ).split(" "),
);
const TITLE = new RegExp(`(?:^|[^${W}])([a-z]+)\\.?[\\t\\n\\f\\r ]{1,10}$`);
const FAR = 30;
const OPENING = [0x28, 0x5b];

const ENDINGS_LEFT_OPEN = "s|es|ies|ren|en|au|iau|ion|iaid|oedd|od|edd|nau";
/** A plural that is left open: “officer(s)”, “swyddog(ion)”. */
export const LEFT_OPEN = `(?<=[a-z\\xe0-\\xff])\\((?:${ENDINGS_LEFT_OPEN})\\)(?![${W}])`;
/** The number of a note behind a word: “safeguarding[1]”. */
export const IN_BRACKETS = `(?<=[\\])'"*_~${W}])\\[[0-9]{1,3}\\]`;
/** What has letters or figures and yet no word in it. */
export const ASIDE = `${LEFT_OPEN}|${IN_BRACKETS}`;
export const ASIDES = new RegExp(ASIDE, "g");
const ASIDE_THERE = new RegExp(ASIDE, "y");
const ASIDE_IN_TEXT = new RegExp(
  `\\((?:${ENDINGS_LEFT_OPEN.replaceAll("i", "[i\u0130\u0131]")})\\)|\\[\\p{Nd}{1,3}\\]`,
  "giu",
);

/** A text without what of it is no word of a form, for its letters. */
export const withoutAsides = (text) => text.replace(ASIDE_IN_TEXT, "");

/** What an apostrophe may join to a word that is spelled without one elsewhere. */
export const JOINED = "s r n i u w m th ch".split(" ");

const MOST_PIECES = 8;
const WITH_STOPS = new RegExp(
  `(?<![${W}.])(?:[a-z\\xe0-\\xff]\\.)+[a-z\\xe0-\\xff](?:\\.|(?![${W}]))(?![${W}])`,
  "g",
);

/** Codes without the full stops of abbreviations: `c.s.e.` is `cse`. */
export const withoutStops = (codes) =>
  codes.replace(WITH_STOPS, (all) => all.replaceAll(".", ""));

const REFERENCE_MARK = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2020\u2021]";
const WORD_SIGN = "\\p{L}\\p{N}_";
const WORD_END = `[${WORD_SIGN}).*~'"\u2019\u201d\\]]`;
const BEHIND_WORDS = new RegExp(
  `(?:(?<=${WORD_END})\\((?:${ENDINGS_LEFT_OPEN})\\)` +
    `|(?<=${WORD_END} ?)\\[\\p{Nd}{1,3}\\]` +
    `|(?<=${WORD_END})(?<!${REFERENCE_MARK})${REFERENCE_MARK}(?:[\\s,]*${REFERENCE_MARK})*)(?![${WORD_SIGN}])`,
  "gu",
);
const GLUED_NOTE = new RegExp(
  `(?<=\\p{L}{4})\\p{Nd}{1,2}(?![-${WORD_SIGN}]|[./]\\p{Nd})`,
  "gu",
);
const ABBREVIATION = new RegExp(
  `(?<![${WORD_SIGN}.])(?:\\p{L}\\.)+\\p{L}(?:\\.|(?![${WORD_SIGN}]))(?![${WORD_SIGN}])`,
  "gu",
);

/** A text without what of it nobody says: numbers of notes, “N.P.C.C.” without stops. */
export const asSaid = (text) =>
  text
    .replace(BEHIND_WORDS, "")
    .replace(GLUED_NOTE, "")
    .replace(ABBREVIATION, (all) => all.replaceAll(".", ""));

/** The figures of the number of a note that stands at `place`, if any. */
export function noteAt(signs, place) {
  NOTE.lastIndex = place;
  return NOTE.exec(signs)?.[0] ?? "";
}

/** The words of a text: where they start and end, and the joint behind each, or 0. */
export class Words {
  constructor(signs) {
    this.signs = signs;
    const most = (signs.length >> 1) + 1;
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    this.joints = new Int32Array(most);
    this.ands = new Set(); // the words before an ampersand
    this.size = 0;
    this.letter = -1; // the last that stands alone behind a full stop
    let [last, end, at] = [0, 0, 1]; // the word before: from where to where
    while (at < signs.length) {
      const start = at;
      while (IS_WORD[signs.charCodeAt(at)]) at += 1;
      if (at > start) {
        const isApart = start === end + 1 && signs.charCodeAt(end) === SPACE; // nearly always
        if (this.size && !isApart) this.join(last, end, start, at);
        this.take(start, at);
        [last, end] = [start, at];
      }
      at += 1;
    }
  }

  /** Takes in a word without the number of a note; nothing that is aside. */
  take(start, end) {
    if (OPENING.includes(this.signs.charCodeAt(start - 1))) {
      ASIDE_THERE.lastIndex = start - 1;
      if (ASIDE_THERE.test(this.signs)) return;
    }
    let note = "";
    if (this.signs.charCodeAt(end - 1) < 0x40 && noteAt(this.signs, end - 1)) {
      note = WITH_NOTE.exec(this.signs.slice(start, end))?.[1] ?? "";
    }
    this.starts[this.size] = start;
    this.ends[this.size] = end - note.length;
    if (note) this.joints[this.size] = end - note.length;
    this.size += 1;
  }

  /** Notes what joint there is between two words, if any. */
  join(last, end, start, past) {
    const { signs } = this;
    const between = signs.slice(end, start);
    const [before, after] = [signs[end - 1], signs[start]].map((sign) => NO_FIGURE.test(sign));
    const both = before && after;
    let place = between.indexOf("&");
    if (place >= 0) this.ands.add(this.size - 1);
    if (HYPHEN.test(between)) {
      if (both || (between.length === 1 && (before || after))) place = 0;
    } else if (between === "'") {
      if (both && JOINED.includes(signs.slice(start, past))) place = 0;
    } else if (between === ".") {
      const areAlone = both && end - last === 1 && past - start === 1;
      if (areAlone && !this.areInitials(last, start)) place = 0;
    }
    if (place >= 0) this.joints[this.size - 1] ||= end + place;
  }

  /** Whether two letters that stand alone are of a name: Mr C.S.E. Jones. */
  areInitials(first, second) {
    if (first !== this.letter) {
      const title = TITLE.exec(this.signs.slice(Math.max(0, first - FAR), first));
      this.isName = title !== null && TITLES.has(title[1]);
    }
    this.letter = second;
    return this.isName;
  }

  word(index) {
    return this.signs.slice(this.starts[index], this.ends[index]);
  }

  /** The ways to read a word from `index` on: each with the index of its last piece. */
  ways(index) {
    let [word, last] = [this.word(index), index];
    const found = [[word, last]];
    while (found.length <= MOST_PIECES && this.joints[last]) {
      const joint = this.joints[last];
      if (this.signs[joint] === "&") break;
      const note = noteAt(this.signs, joint);
      if (note) {
        found.push([word + note, last]);
        break;
      }
      last += 1;
      word += this.word(last);
      found.push([word, last]);
    }
    return found;
  }
}
