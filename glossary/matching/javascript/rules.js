// The rules of a form that has another sense too: which words stand beside it.

import { W } from "./characters.js";
import { hasShared, inLine } from "./coding.js";

const DASHES_INSIDE = new RegExp(`([${W}])\x1f(?=[${W}])`, "g");
const PARTING = new RegExp(`[^${W} \x01\x02$]`, "g");
const LETTERS = W.replace("0-9", "");
const NOTES = new RegExp(
  `(?<=[${W}] ?)\\x19+(?:[-,\\x1a]? ?\\x19+)*` +
    `|(?<=[${W}] ?)\\[[0-9]{1,3}(?:[-,\\x1a] ?[0-9]{1,3})*\\](?:\\[[0-9]{1,3}\\])*` +
    `|(?<=[${LETTERS}])\\([0-9]{1,2}\\)` +
    `|(?<=[${LETTERS}]{4})[0-9]{1,2}(?![-0-9${W}]|[./][0-9])`,
  "g",
);
const NEAR = 200; // codes: about what patterns look at

/** The words beside a place, as the patterns of rules ask for them. */
export class Neighbours {
  found;

  constructor(laid) {
    this.laid = laid;
  }

  /** The codes with a space for what joins, and a line end for what parts. */
  get runs() {
    this.found ??= inLine(this.laid.signs.replace(NOTES, (note) => " ".repeat(note.length)))
      .replace(/([0-9])\.(?=[0-9])/g, "$1\x01")
      .replace(/([0-9]),(?=[0-9])/g, "$1\x02")
      .replace(/\.(?= *[0-9$])/g, " ")
      .replace(/\$( *)(?=[0-9])/g, "$1$$")
      .replace(/\$(?![0-9])/g, "\n")
      .replace(DASHES_INSIDE, "$1 ")
      .replace(/['"\-/&*_~:()[\]\x1e]/g, " ")
      .replace(PARTING, "\n");
    return this.found;
  }

  /** The words before `place`, the nearest first, with a space before each. */
  before(place, most) {
    if (!most || this.runs[place - 1] === "$") return "";
    for (let near = NEAR; ; near *= 2) {
      const first = Math.max(0, place - near);
      const run = this.runs.slice(first, place);
      const cut = run.lastIndexOf("\n") + 1;
      const words = this.words(first + cut, run.slice(cut));
      if (cut || !first || words.length > most) return inARow(words.reverse().slice(0, most));
    }
  }

  after(place, most) {
    if (!most) return "";
    for (let near = NEAR; ; near *= 2) {
      const run = this.runs.slice(place, place + near);
      const cut = run.indexOf("\n");
      const words = this.words(place, cut < 0 ? run : run.slice(0, cut));
      const isAll = cut >= 0 || run.length < near || words.length > most;
      if (isAll) return inARow(words.slice(0, most));
    }
  }

  words(start, run) {
    const asPatternsHaveIt = (word) => word.replaceAll("\x01", ".").replaceAll("\x02", ",");
    return Array.from(run.matchAll(/[^ ]+/g), ({ 0: word, index }) => {
      if (!hasShared(word)) return asPatternsHaveIt(word);
      const sign = word.startsWith("$") ? "$" : "";
      const first = start + index + sign.length;
      return sign + this.laid.word(first, start + index + word.length);
    });
  }
}

const inARow = (words) => words.map((word) => ` ${word}`).join("");

// Patterns become expressions over such words. Each looks at a few, with short gaps.
const CLASSES = new Map([
  ["NUMBER", "[$0-9]\\S*"],
  ["MONEY", "(?:\\$\\S+|[0-9][0-9.,]*p)"],
  ["*", "\\S+"],
]);

const wordExpression = (wanted) =>
  ` ${CLASSES.get(wanted) ?? wanted.replace(/\*$/, "\\S*")}`;

const isNumber = (item) => typeof item === "number";
const wordsIn = (text) => text.split(" ").filter((word) => word);

const itemExpression = (item) =>
  isNumber(item)
    ? `(?: \\S+){0,${item}}`
    : `(?:${item.split("|").map((words) => wordsIn(words).map(wordExpression).join("")).join("|")})`;

const expression = (sides) =>
  new RegExp(`^(?:${sides.map((items) => items.map(itemExpression).join("")).join("|")})(?!\\S)`);

/** How many words the items of a pattern look at, at most. */
const reach = (items) => items.reduce((sum, item) => sum + mostWords(item), 0);
const mostWords = (item) =>
  isNumber(item) ? item : Math.max(...item.split("|").map((words) => wordsIn(words).length));

/** Patterns of which it is asked whether one fits. */
class Side {
  expressions;

  constructor(patterns) {
    this.beside = patterns.filter((row) => row.before);
    this.anywhere = patterns.flatMap((row) => (row.phrases ? [row.phrases] : []));
    this.asksForField = patterns.some((row) => row.field);
    this.isEmpty = !patterns.length;
    this.before = Math.max(0, ...this.beside.map((row) => reach(row.before)));
    this.after = Math.max(0, ...this.beside.map((row) => reach(row.after)));
  }

  /** Whether one of them is what stands on both sides of a term. */
  fits(before, after) {
    this.expressions ??= this.read();
    return this.expressions.some((pair) => pair[0].test(before) && pair[1].test(after));
  }

  read() {
    const groups = [
      this.beside.filter((row) => !row.after.length),
      this.beside.filter((row) => !row.before.length),
      ...this.beside.filter((row) => row.before.length && row.after.length).map((row) => [row]),
    ];
    return groups
      .filter((rows) => rows.length)
      .map((rows) => ["before", "after"].map((side) => expression(rows.map((row) => row[side]))));
  }
}

export class Rules {
  constructor({ unless, only }) {
    this.unless = new Side(unless);
    this.only = new Side(only);
    this.before = Math.max(this.unless.before, this.only.before);
    this.after = Math.max(this.unless.after, this.only.after);
  }
}

export const NO_RULES = new Rules({ unless: [], only: [] });
