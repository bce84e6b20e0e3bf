// Where a term may begin and end, and which capitals it has there.

import { W, WALL, cased, code, titled } from "./characters.js";
import { hasShared, isWord } from "./coding.js";

const HYPHEN_CODE = 0x2d;
const NEXT_WORD = new RegExp(`[${W}]+`, "y");
const ENDINGS = "com|cymru|docx?|eu|gov|html?|info|io|net|org|pdf|txt|uk|wales|xlsx?";
const ADDRESS = new RegExp(
  `://|@[${W}_]|(?:^|[^${W}])www\\.[${W}]|[${W}]\\.(?:${ENDINGS})(?![${W}])`,
);
const AROUND_ADDRESSES = new RegExp(`^[^${W}@]+|[^${W}@]+$`, "g");
const LINE_BREAK = /[\n\v\f\r\x85\u2028\u2029]/;
const REACH = 60; // characters on either side by which a line is judged
const UP_TO_CAPITAL = /^.*\p{Uppercase}/su;
const ALONE_WITH_STOP = new RegExp(`^[^${W}][a-z\\xe0-\\xff]\\.[a-z\\xe0-\\xff][^${W}]`);
export const isFigure = (sign) => /[0-9]/.test(sign);

const FREE = { followsHyphen: false, clitic: "" };

export class Edges {
  constructor(plain) {
    this.plain = plain;
    this.run = [0, 0];
    this.address = null;
  }

  /** What the term touches; null if it is cut out of something. */
  at(start, end) {
    const { plain } = this;
    if (plain[start - 1] === " " && plain[end] === " ") return FREE;
    if (this.isInAddress(start, end) || this.cuts(start - 1)) return null;
    let clitic = "";
    if (plain[end] === "'" && isWord(plain[end - 1])) {
      NEXT_WORD.lastIndex = end + 1;
      clitic = NEXT_WORD.exec(plain)?.[0] ?? "";
    } else if (this.cuts(end) || (plain[end - 1] === "." && this.cuts(end - 1))) {
      return null;
    }
    const followsHyphen = plain[start - 1] === "-" && isWord(plain[start - 2] ?? " ");
    return followsHyphen || clitic ? { followsHyphen, clitic } : FREE;
  }

  cuts(place) {
    const sign = this.plain[place];
    const [before, after] = [this.plain[place - 1] ?? " ", this.plain[place + 1] ?? " "];
    if (sign === "'" || sign === "_") return isWord(before) && isWord(after);
    if (sign === '"') return hasShared(before) && hasShared(after);
    if (sign === "." && ALONE_WITH_STOP.test(this.plain.slice(place - 2, place + 3))) return true;
    return (sign === "." || sign === ",") && isFigure(before) && isFigure(after);
  }

  isInAddress(start, end) {
    return [start, end - 1].some((place) => {
      const address = this.addressAt(place);
      return address && !(start <= address[0] && address[1] <= end);
    });
  }

  /** From where to where the address around `place` goes, if there is one. */
  addressAt(place) {
    if (place < this.run[0] || place >= this.run[1]) {
      this.run = [this.plain.lastIndexOf(" ", place - 1) + 1, this.plain.indexOf(" ", place)];
      const wall = String.fromCharCode(WALL);
      const near = this.plain.slice(...this.run);
      if (near.includes(wall)) {
        const [start, end] = this.run;
        const next = near.indexOf(wall, place - start);
        const first = start + near.lastIndexOf(wall, place - start - 1) + 1;
        this.run = [first, next < 0 ? end : start + next];
      }
      const run = this.plain.slice(...this.run);
      const inside = run.replace(AROUND_ADDRESSES, "");
      const first = this.run[0] + run.indexOf(inside);
      this.address = ADDRESS.test(run) ? [first, first + inside.length] : null;
    }
    return this.address;
  }
}

/** Whether the line around has other letters, all of them capitals. */
function isInCapitals(text, start, end) {
  const near = Array.from(text.slice(Math.max(0, start - 2 * REACH), start));
  const far = Array.from(text.slice(end, end + 2 * REACH));
  const before = near.slice(-REACH).join("").split(LINE_BREAK).at(-1);
  const after = far.slice(0, REACH).join("").split(LINE_BREAK)[0];
  const line = `${before} ${after}`;
  return line === line.toUpperCase() && line !== line.toLowerCase();
}

/**
 * Whether an abbreviation has its capitals in what is written from `start` to `end`. All may
 * be capitals but for the ending, or small letters where no word is spelled so.
 */
export function hasItsCapitals({ form, text: own }, written, text, start, end) {
  const [given, wanted] = [cased(written), cased(own)];
  if (given === wanted) return !(form.looksOrdinary && isInCapitals(text, start, end));
  const goesOn = !/\p{Lu}$/u.test(given) && code(text.codePointAt(end) ?? 0) === HYPHEN_CODE;
  if (form.looksOrdinary || goesOn) return false; // polit-ical
  const isSmall = form.alsoSmall && (given === wanted.toLowerCase() || given === titled(wanted));
  const isLarge = given === wanted.toUpperCase() && !wanted.endsWith("s"); // of a plural
  if (isSmall || isLarge) return true;
  if (given === wanted.replace(/^./u, (first) => first.toUpperCase())) return true;
  if (given === wanted.replace(UP_TO_CAPITAL, (all) => all.toUpperCase())) return true;
  return given === wanted.toUpperCase() && isInCapitals(text, start, end);
}
