// A text as codes, with the way back from a place in them to one in the text.

import {
  HYPHEN,
  NEWLINE,
  PAGE_END,
  PARAGRAPH,
  RETURN,
  SPACE,
  SPECIAL,
  TAB,
  UNKNOWN,
  W,
  WALL,
  WHITE,
  WORD,
  code,
  codeOf,
  codes,
  expansionOf,
  isMark,
  PLAIN,
  letters,
  remember,
} from "./characters.js";

const codesThat = (are) => Array.from({ length: 256 }, (_, one) => are(one));
const IS_SPACE = codesThat((one) => one === SPACE || (one >= TAB && one <= RETURN));
const IS_END = codesThat((one) => one >= NEWLINE && one <= RETURN);
const LOOSE_ENDS = /['" \x1e]+$/;
const SIGNS_AROUND = new RegExp(`^[^${W}]+|[^${W}]+$`, "g");
const DECODER = new TextDecoder("latin1");

/** A text's codes, spaces run together, with where each of them came from. */
export class Laid {
  constructor(text, hasWalls = true) {
    this.text = text;
    this.grow(2 * text.length + 64);
    this.size = 0;
    this.push(SPACE, 0, 0);
    let at = 0;
    while (at < text.length) {
      const one = codes[text.charCodeAt(at)];
      if (one >= SPACE && one !== HYPHEN) {
        this.push(one, at, at + 1); // nearly always
        at += 1;
      } else {
        const point = text.codePointAt(at);
        at = this.take(code(point), at, at + (point > 0xffff ? 2 : 1));
      }
    }
    this.push(SPACE, at, at);
    this.settle(hasWalls);
    this.plain = DECODER.decode(this.codes.subarray(0, this.size));
  }

  grow(size) {
    const enlarged = (old, Kind) => {
      const array = new Kind(size);
      if (old) array.set(old);
      return array;
    };
    this.codes = enlarged(this.codes, Uint8Array);
    this.starts = enlarged(this.starts, Int32Array);
    this.ends = enlarged(this.ends, Int32Array);
  }

  push(one, start, end) {
    if (this.size === this.codes.length) this.grow(2 * this.size);
    this.codes[this.size] = one;
    this.starts[this.size] = start;
    this.ends[this.size] = end;
    this.size += 1;
  }

  /** Takes in the character from `start` to `end`; says where to go on. */
  take(one, start, end) {
    if (one === SPECIAL) return this.takeSpecial(start, end);
    this.push(one, start, end);
    if (one !== HYPHEN || !IS_END[this.codeAt(end)]) return end;
    const isWord = start > 0 && !WHITE.test(this.text[start - 1]);
    return (isWord && this.afterLineEnd(end)) || end; // a word that is broken there
  }

  takeSpecial(start, end) {
    const character = this.text.slice(start, end);
    const mark = remember("mark", character, isMark);
    if (mark) this.draw(start, end);
    else if (character === "\u00ad") return this.afterLineEnd(this.pastBlanks(end)) || end;
    else for (const one of remember("expansion", character, expansionOf)) this.push(one, start, end);
    return end;
  }

  /** Lets an accent belong to what it is drawn on. */
  draw(start, end) {
    const between = this.text.slice(this.ends[this.size - 1], start);
    if (Array.from(between).some((part) => codeOf(part) !== SPECIAL)) return;
    const drawnOn = this.starts[this.size - 1];
    for (let last = this.size - 1; last > 0 && this.starts[last] === drawnOn; last -= 1) {
      this.ends[last] = end;
    }
  }

  /** Makes of each run of spaces one, with a wall in it where no term goes over. */
  settle(hasWalls) {
    const all = this.codes;
    let [from, to] = [0, 0];
    const move = (at, one) => {
      all[to] = one;
      this.starts[to] = this.starts[at];
      this.ends[to] = this.ends[at];
      to += 1;
    };
    while (from < this.size) {
      let end = from + 1;
      if (!IS_SPACE[all[from]]) {
        move(from, all[from]);
      } else if (all[from] === SPACE && !IS_SPACE[all[end]]) {
        move(from, SPACE);
      } else {
        while (end < this.size && IS_SPACE[all[end]]) end += 1;
        let first = from;
        while (first < end && !IS_END[all[first]]) first += 1;
        const isWall = hasWalls && this.parts(first, end);
        if (first > from || !isWall) move(from, SPACE);
        if (isWall) move(first, WALL);
        if (isWall && first + 1 < end) move(first + 1, SPACE);
      }
      from = end;
    }
    this.size = to;
  }

  /** Whether no term goes over these spaces: there is an empty line in them. */
  parts(start, end) {
    let [ends, isParagraph] = [0, false];
    for (let at = start; at < end; at += 1) {
      const one = this.codes[at];
      if (one === PAGE_END) return false;
      if (one === PARAGRAPH) isParagraph = true;
      const isSecond = one === NEWLINE && at > start && this.codes[at - 1] === RETURN;
      if ((one === NEWLINE || one === RETURN) && !isSecond) ends += 1;
    }
    return ends > 1 || isParagraph;
  }

  codeAt(at) {
    return at < this.text.length ? code(this.text.charCodeAt(at)) : UNKNOWN;
  }

  /** Where the text goes on after the end of one line, or of a page; 0 if none is there. */
  afterLineEnd(start) {
    const one = this.codeAt(start);
    if (one === NEWLINE || one === RETURN) {
      const isTwo = one === RETURN && this.codeAt(start + 1) === NEWLINE;
      const next = this.pastBlanks(start + (isTwo ? 2 : 1));
      if (!IS_END[this.codeAt(next)]) return next;
    }
    const isSkipped = (other) => IS_SPACE[other] && other !== PARAGRAPH;
    const page = this.skip(start, (other) => isSkipped(other) && other !== PAGE_END);
    return this.codeAt(page) === PAGE_END ? this.skip(page, isSkipped) : 0;
  }

  pastBlanks(from) {
    return this.skip(from, (one) => one === SPACE || one === TAB);
  }

  skip(from, isSkipped) {
    let at = from;
    while (at < this.text.length && isSkipped(code(this.text.charCodeAt(at)))) at += 1;
    return at;
  }

  /** The part of the text that codes stand for. */
  quote(start, end) {
    return this.text.slice(this.starts[start], this.ends[end - 1]);
  }

  /** The word that codes stand for, as patterns have it. */
  word(start, end) {
    const codes = this.plain.slice(start, end);
    return hasShared(codes) ? letters(this.quote(start, end)) : codes;
  }
}

/** How a form or phrase is looked for. */
export const flat = (text) =>
  /^[ -~]*$/.test(text)
    ? text.toLowerCase().replace(/ +/g, " ").trim() // what the other gives, sooner
    : new Laid(text, false).plain.trim();

export function sought(text) {
  const plain = flat(text);
  const isBare = !WORD.test(plain.charAt(0));
  return plain.replace(isBare ? SIGNS_AROUND : LOOSE_ENDS, "");
}

export const isWord = (sign) => WORD.test(sign);
export const hasShared = (plain) => /[\xe0-\xff]/.test(plain);

/** The letters of a text, where its codes do not settle what they are. */
export const unsettledLetters = (text, plain, folding) =>
  hasShared(plain) || folding !== PLAIN ? letters(text, folding) : "";
