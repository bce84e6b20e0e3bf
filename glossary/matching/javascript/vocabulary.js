// The forms of a term pack, by the words that they begin with.

import { Abbreviations } from "./abbreviations.js";
import { partsOf, spelled } from "./between.js";
import { Folding, PLAIN } from "./characters.js";
import { unsettledLetters } from "./coding.js";
import { NO_RULES, Rules } from "./rules.js";

const CAPITALS_COUNT = 1;
const LOOKS_ORDINARY = 2;
const ALSO_SMALL = 4;

class Node {
  following = new Map();
  spellings = [];

  next(word) {
    if (!this.following.has(word)) this.following.set(word, new Node());
    return this.following.get(word);
  }
}

export class Vocabulary {
  constructor(pack) {
    this.root = new Node();
    this.clitics = pack.clitics;
    this.conjunctions = new Map(); // the languages of each
    for (const [lang, words] of Object.entries(pack.conjunctions)) {
      for (const word of words) {
        this.conjunctions.set(word, [...(this.conjunctions.get(word) ?? []), lang]);
      }
    }
    this.field = pack.field;
    const rules = pack.rules.map((one) => new Rules(one));
    const spellings = new Map();
    const foldings = new Map();
    for (const [lang, facts] of Object.entries(pack.foldings)) {
      foldings.set(lang, new Folding(facts));
    }
    const forms = pack.forms.map(([text, entry, lang, name, marks = 0, rule = -1], place) => ({
      text,
      place,
      entry: pack.ids[entry],
      lang: pack.langs[lang],
      name: pack.form_names[name],
      capitalsCount: (marks & CAPITALS_COUNT) > 0,
      looksOrdinary: (marks & LOOKS_ORDINARY) > 0,
      alsoSmall: (marks & ALSO_SMALL) > 0,
      rules: rules[rule] ?? NO_RULES,
      folding: foldings.get(pack.langs[lang]) ?? PLAIN,
    }));
    for (const form of forms) {
      for (const way of spelled(form.text, pack.conjunctions[form.lang] ?? [])) {
        this.add(form, ...way, spellings);
      }
    }
    this.abbreviations = new Abbreviations(forms, pack.other_names);
  }

  add(form, plain, text, spellings) {
    let spelling = spellings.get(plain);
    if (!spelling) {
      const parts = partsOf(plain);
      spelling = { plain, parts, members: [] };
      spellings.set(plain, spelling);
      let node = this.root;
      for (const word of parts.words) node = node.next(word);
      node.spellings.push(spelling);
    }
    const letters = unsettledLetters(text, plain, form.folding);
    const isKnown = spelling.members.some(
      (other) =>
        other.letters === letters &&
        other.form.entry === form.entry &&
        other.form.lang === form.lang &&
        other.form.capitalsCount === form.capitalsCount &&
        (!form.capitalsCount || other.form.text === form.text),
    );
    if (!isKnown) spelling.members.push({ form, text, letters });
  }
}
