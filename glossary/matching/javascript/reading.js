// One text, read: every word asks which forms can begin with it, and the longest that
// may stand there wins.

import { WORD, isStacked, letters } from "./characters.js";
import { Laid } from "./coding.js";
import { Edges, hasItsCapitals } from "./edges.js";
import { Judge } from "./judging.js";
import { NO_RULES } from "./rules.js";

const IS_WORD = Array.from({ length: 256 }, (_, one) => WORD.test(String.fromCharCode(one)));

export class Reading {
  constructor(vocabulary, text, excluded, langs) {
    this.vocabulary = vocabulary;
    this.text = text;
    this.excluded = excluded;
    this.langs = langs;
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
      2 * (this.langs?.indexOf(form.lang) ?? 0) + (form.text === quote ? 0 : 1);
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
      !this.excluded.has(form.entry) && (!this.langs || this.langs.includes(form.lang))
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
    const isForeign = form.capitalsCount && (this.langs?.indexOf(form.lang) ?? 0) > 0;
    const past = end + (edge.clitic ? edge.clitic.length + 1 : 0);
    return this.judge.allows(form, start, past, isForeign);
  }
}
