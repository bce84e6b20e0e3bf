// Says whether a form is meant where it stands: by its rules and by the text's own.

import { WORD, WORDS } from "./characters.js";
import { hasShared } from "./coding.js";
import { Definitions } from "./definitions.js";
import { Neighbours } from "./rules.js";
import { ASIDES } from "./words.js";

/** A text as a whole: what stands anywhere in it, and whether it is about the field. */
class Whole {
  found;
  different;
  spaced;
  isAbout;
  ends;

  constructor(laid, field) {
    this.laid = laid;
    this.plain = laid.plain;
    this.field = field;
    this.known = new Map();
  }

  get words() {
    this.found ??= Array.from(this.plain.matchAll(WORDS), ({ 0: { length }, index }) =>
      this.laid.word(index, index + length),
    );
    return this.found;
  }

  /** The words, and once more: as they are said, and without hyphens. */
  get ways() {
    const said = this.laid.said.plain;
    const others = new Set([said, said.replaceAll("-", "")]);
    others.delete(this.plain);
    const ways = [...others].map((other) => other.match(WORDS) ?? []);
    return [this.words, ...ways.map((words) => words.filter((word) => !hasShared(word)))];
  }

  has(phrases) {
    if (!this.known.has(phrases)) this.known.set(phrases, phrases.some((one) => this.hasOne(one)));
    return this.known.get(phrases);
  }

  hasOne(phrase) {
    this.different ??= new Set(this.ways.flat());
    this.spaced ??= this.ways.map((words) => ` ${words.join(" ")} `).join("\n");
    const goesOn = phrase.endsWith("*");
    if (goesOn) return this.spaced.includes(` ${phrase.slice(0, -1)}`);
    return phrase.includes(" ") ? this.spaced.includes(` ${phrase} `) : this.different.has(phrase);
  }

  /** Whether it has a phrase of one family; of two, from 20 words on; of three, from 100. */
  get isAboutField() {
    const { length } = this.words;
    const needed = 1 + Number(length >= 20) + Number(length >= 100);
    this.isAbout ??= this.field.filter((family) => this.has(family)).length >= needed;
    return this.isAbout;
  }

  /** Where the first word begins, and the last one ends. */
  get edges() {
    const words = this.plain.replace(ASIDES, (all) => " ".repeat(all.length));
    let end = words.length;
    while (end > 0 && !WORD.test(words[end - 1])) end -= 1;
    return [words.search(WORD), end];
  }

  /** Whether no word is in the text but those from `start` to `end`. */
  isOnly(start, end) {
    this.ends ??= this.edges;
    return start <= this.ends[0] && this.ends[1] <= end;
  }
}

/** Says whether a form is meant where it stands: by its rules and by the text's own. */
export class Judge {
  constructor(laid, { field, abbreviations }) {
    this.definitions = new Definitions(laid, abbreviations);
    this.neighbours = new Neighbours(laid);
    this.whole = new Whole(laid, field);
  }

  allows(form, start, end, isForeign) {
    const { unless, only, before, after } = form.rules;
    const sides = [this.neighbours.before(start, before), this.neighbours.after(end, after)];
    const hasAny = (all) => all.some((phrases) => this.whole.has(phrases));
    if (unless.fits(...sides)) return false;
    if (form.capitalsCount) {
      const isOwn = this.definitions.of(form.entry);
      if (isOwn !== null) return isOwn;
    }
    if (hasAny(unless.anywhere)) return false;
    if (!isForeign) {
      if (only.isEmpty || only.fits(...sides)) return true;
      if (only.asksForField && this.whole.isAboutField) return true;
      if (hasAny(only.anywhere)) return true;
    }
    return this.whole.isOnly(start, end);
  }
}
