// The forms of a term pack, by the words that they begin with.

import { Abbreviations } from "./abbreviations.js";
import { Folding, PLAIN, WORDS } from "./characters.js";
import { sought, unsettledLetters } from "./coding.js";
import { NO_RULES, Rules } from "./rules.js";

const CAPITALS_COUNT = 1;
const LOOKS_ORDINARY = 2;

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
    this.field = pack.field;
    const rules = pack.rules.map((one) => new Rules(one));
    const spellings = new Map();
    const foldings = new Map();
    for (const [lang, facts] of Object.entries(pack.foldings)) {
      foldings.set(lang, new Folding(facts));
    }
    const forms = pack.forms.map(([text, entry, lang, name, marks = 0, rule = -1]) => ({
      text,
      entry: pack.ids[entry],
      lang: pack.langs[lang],
      name: pack.form_names[name],
      capitalsCount: (marks & CAPITALS_COUNT) > 0,
      looksOrdinary: (marks & LOOKS_ORDINARY) > 0,
      rules: rules[rule] ?? NO_RULES,
      folding: foldings.get(pack.langs[lang]) ?? PLAIN,
    }));
    for (const form of forms) this.add(form, spellings);
    this.abbreviations = new Abbreviations(forms, pack.other_names);
  }

  add(form, spellings) {
    const plain = sought(form.text);
    if (!plain) return;
    let spelling = spellings.get(plain);
    if (!spelling) {
      spelling = { plain, forms: [] };
      spellings.set(plain, spelling);
      let node = this.root;
      for (const word of plain.match(WORDS)) node = node.next(word);
      node.spellings.push(spelling);
      node.spellings.sort((one, other) => one.plain.length - other.plain.length);
    }
    form.letters = unsettledLetters(form.text, plain, form.folding);
    const isKnown = spelling.forms.some(
      (other) =>
        other.entry === form.entry &&
        other.lang === form.lang &&
        other.letters === form.letters &&
        other.capitalsCount === form.capitalsCount &&
        (!form.capitalsCount || other.text === form.text),
    );
    if (!isKnown) spelling.forms.push(form);
  }
}
