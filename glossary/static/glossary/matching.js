// Finds the terms of a term pack in a text, on the reader's own device: the same
// rules as glossary/matching in Python, held together by shared test cases.
//
//   loadPack(await (await fetch("/api/v1/term-pack/")).json());
//   find("Ask about the problem profile.");
//   // [{ start: 14, end: 29, candidates: ["problem-profile"], lang: "en", form: "exact" }]
//
// A text becomes codes, one small number per letter or sign, spaces run together:
// every word asks a map which forms can begin with it, the longest that may stand
// there wins. Offsets count UTF-16 units, as the browser does.

import { Abbreviations } from "./matching/abbreviations.js";
import { Folding, PLAIN, WORD, WORDS, isStacked, letters } from "./matching/characters.js";
import { Laid, sought, unsettledLetters } from "./matching/coding.js";
import { Edges, hasItsCapitals } from "./matching/edges.js";
import { Judge } from "./matching/judging.js";
import { NO_RULES, Rules } from "./matching/rules.js";

const FORMAT = 3;
const CAPITALS_COUNT = 1;
const LOOKS_ORDINARY = 2;
const IS_WORD = Array.from({ length: 256 }, (_, one) => WORD.test(String.fromCharCode(one)));

// -- The vocabulary ---------------------------------------------------------------------

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
    if (pack.format !== FORMAT) throw new Error(`Unknown term pack format ${pack.format}`);
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

  /**
   * The terms in a text, in order; no two of them overlap. Entries in `exclude` are
   * not looked for, nor, where `languages` is given, forms in others.
   */
  find(text, { exclude = [], languages = null } = {}) {
    return new Reading(this, text, new Set(exclude), languages).matches();
  }
}
// -- Reading ----------------------------------------------------------------------------

class Reading {
  constructor(vocabulary, text, excluded, languages) {
    Object.assign(this, { vocabulary, text, excluded, languages });
    this.laid = new Laid(text);
    this.edges = new Edges(this.laid.plain);
    this.judge = new Judge(this.laid, vocabulary);
    this.findWords();
  }

  findWords() {
    const { codes: all, size } = this.laid;
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.words = 0;
    for (let at = 1; at < size; at += 1) {
      if (IS_WORD[all[at]] && !IS_WORD[all[at - 1]]) this.starts[this.words] = at;
      if (!IS_WORD[all[at]] && IS_WORD[all[at - 1]]) this.ends[this.words++] = at;
    }
  }

  word(index) {
    return this.laid.plain.slice(this.starts[index], this.ends[index]);
  }

  matches() {
    const { following } = this.vocabulary.root;
    const found = [];
    let resume = 0;
    for (let index = 0; index < this.words; index += 1) {
      const node = index >= resume && following.get(this.word(index));
      if (!node) continue;
      for (const { last, spelling } of this.proposals(node, index)) {
        const match = this.match(spelling, this.starts[index]);
        if (match) {
          found.push(match);
          resume = last + 1;
          break;
        }
      }
    }
    return found;
  }

  /** The spellings that the words from `first` on may be, longest first. */
  proposals(node, first) {
    const found = [];
    let last = first;
    while (node) {
      for (const spelling of node.spellings) found.unshift({ last, spelling });
      last += 1;
      node = last < this.words ? node.following.get(this.word(last)) : null;
    }
    return found;
  }

  match(spelling, start) {
    const { plain, starts, ends } = this.laid;
    if (!plain.startsWith(spelling.plain, start)) return null;
    const end = start + spelling.plain.length;
    const edge = this.edges.at(start, end);
    if (!edge) return null;
    const [first, last] = [starts[start], ends[end - 1]];
    const forms = spelling.forms.filter(
      (form) =>
        this.isAskedFor(form) && this.fits(form, edge) && this.isMeant(form, edge, start, end),
    );
    if (!forms.length) return null;
    const quote = this.text.slice(first, last);
    const rank = (form) =>
      2 * (this.languages?.indexOf(form.lang) ?? 0) + (form.text === quote ? 0 : 1);
    if (forms.length > 1) forms.sort((one, other) => rank(one) - rank(other));
    const [{ text, lang, name }] = forms;
    return {
      start: first,
      end: last,
      candidates: [...new Set(forms.map((form) => form.entry))],
      lang,
      form: name === "exact" && text !== quote ? "folded" : name,
    };
  }

  isAskedFor(form) {
    return (
      !this.excluded.has(form.entry) && (!this.languages || this.languages.includes(form.lang))
    );
  }

  fits(form, edge) {
    if (edge.followsHyphen && !form.capitalsCount) return false;
    return !edge.clitic || (this.vocabulary.clitics[form.lang] ?? []).includes(edge.clitic);
  }

  isMeant(form, edge, start, end) {
    const { laid, text } = this;
    const [first, last] = [laid.starts[start], laid.ends[end - 1]];
    if (form.letters && isStacked(text, first)) return false;
    if (form.letters && letters(text.slice(first, last), form.folding) !== form.letters) {
      return false;
    }
    if (form.capitalsCount) {
      if (!hasItsCapitals(form, text, first, last)) return false;
    } else if (form.rules === NO_RULES) {
      return true;
    }
    const isForeign = form.capitalsCount && (this.languages?.indexOf(form.lang) ?? 0) > 0;
    const past = end + (edge.clitic ? edge.clitic.length + 1 : 0);
    return this.judge.allows(form, start, past, isForeign);
  }
}

// -- What pages call --------------------------------------------------------------------

let loaded = null;

/** Makes a vocabulary of a term pack, the one that `find` uses from now on. */
export function loadPack(pack) {
  loaded = new Vocabulary(pack);
  return loaded;
}

/** The terms in a text, by the pack that was loaded last. */
export function find(text, options = {}) {
  if (!loaded) throw new Error("No term pack is loaded");
  return loaded.find(text, options);
}

/** Those of `matches` in which an entry is met for the first time. */
export function firstOccurrences(matches) {
  const met = new Set();
  return matches.filter(({ candidates }) => {
    const isNew = candidates.some((entry) => !met.has(entry));
    for (const entry of candidates) met.add(entry);
    return isNew;
  });
}

/** `matches` with offsets in code points, as the API counts unless told otherwise. */
export function toCodePoints(text, matches) {
  let [done, place] = [0, 0];
  const count = (offset) => {
    for (; done < offset; place += 1) done += text.codePointAt(done) > 0xffff ? 2 : 1;
    return place;
  };
  return matches.map((match) => ({ ...match, start: count(match.start), end: count(match.end) }));
}
