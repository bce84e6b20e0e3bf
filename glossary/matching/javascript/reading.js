// One text, read: every word asks which forms can begin with it, and the longest that
// may stand there wins.

import { placeOf } from "./between.js";
import { isStacked, letters } from "./characters.js";
import { Laid, isWord } from "./coding.js";
import { Edges, hasItsCapitals } from "./edges.js";
import { Judge } from "./judging.js";
import { NO_RULES } from "./rules.js";
import { Words, noteAt, withoutAsides } from "./words.js";

const NOTHING = [0, []];

export class Reading {
  constructor(vocabulary, text, excluded, langs) {
    this.vocabulary = vocabulary;
    this.text = text;
    this.excluded = excluded;
    this.langs = langs;
    this.laid = new Laid(text);
    this.words = new Words(this.laid.signs);
    this.edges = new Edges(this.laid.plain);
    this.judge = new Judge(this.laid, vocabulary);
  }

  matches() {
    const { words } = this;
    const found = [];
    let past = 0;
    for (let index = 0; index < words.size; index += 1) {
      const match = words.starts[index] >= past && this.longest(index);
      if (!match) continue;
      found.push(match.found);
      [index, past] = [match.last, match.past];
    }
    return found;
  }

  /** The match of the longest form that stands where a word begins, and where it ends. */
  longest(index) {
    const proposals = [];
    this.goOn(this.vocabulary.root, index, proposals);
    proposals.sort((one, other) => other.last - one.last);
    for (let at = 0; at < proposals.length; ) {
      const [{ last }, spellings] = [proposals[at], []];
      for (; proposals[at]?.last === last; at += 1) spellings.push(proposals[at].spelling);
      const found = this.match(spellings, this.words.starts[index]);
      if (found) return { ...found, last };
    }
    return null;
  }

  /** Collects the spellings that go on from `node` with the word at `index`. */
  goOn({ following }, index, found) {
    if (!following.size || index >= this.words.size) return;
    if (!this.words.joints[index]) {
      const node = following.get(this.words.word(index)); // nearly always
      if (node) this.reach(node, index, found);
      return;
    }
    for (const [word, last] of this.words.ways(index)) {
      const node = following.get(word);
      if (node) this.reach(node, last, found);
    }
  }

  /** Collects the spellings that end at `node`, with the word `last`, or go on from it. */
  reach(node, last, found) {
    for (const spelling of node.spellings) found.push({ last, spelling });
    this.goOn(node, last + 1, found);
    if (!this.words.ands.has(last)) return;
    for (const word of this.vocabulary.conjunctions.keys()) {
      const meant = node.following.get(word);
      if (meant) this.goOn(meant, last + 1, found);
    }
  }

  /** The match of those of `spellings` that stand at `start`, the longest of them. */
  match(spellings, start) {
    let [end, forms] = [0, []];
    for (const spelling of spellings) {
      const [past, meant] = this.standing(spelling, start);
      if (past > end) [end, forms] = [past, meant];
      else if (past && past === end) forms = [...forms, ...meant];
    }
    if (!end) return null;
    const [first, last] = this.laid.span(start, end);
    const quote = this.text.slice(first, last);
    const rank = ({ lang, text }) =>
      2 * (this.langs?.indexOf(lang) ?? 0) + (text === quote ? 0 : 1);
    if (forms.length > 1) {
      forms.sort((one, other) => rank(one) - rank(other) || one.place - other.place);
    }
    const [{ text, lang, name }] = forms;
    const match = {
      start: first,
      end: last,
      candidates: [...new Set(forms.map((form) => form.entry))],
      lang,
      form: name === "exact" && text !== quote ? "folded" : name,
    };
    return { found: match, past: end };
  }

  /** Where a spelling ends that begins at `start`, and which forms are meant there. */
  standing({ plain, parts, members }, start) {
    const { laid, vocabulary } = this;
    let [end, others] = [start + plain.length, []];
    if (!laid.plain.startsWith(plain, start)) {
      [end, others] = placeOf(parts, laid.signs, start, vocabulary.conjunctions);
    }
    const edge = end && this.edges.at(start, end);
    if (!edge) return NOTHING;
    const meant = members.filter(
      (member) =>
        this.isAskedFor(member.form) &&
        this.fits(member.form, edge, others) &&
        this.isMeant(member, edge, others, start, end),
    );
    return meant.length ? [end, meant.map(({ form }) => form)] : NOTHING;
  }

  isAskedFor(form) {
    return (
      !this.excluded.has(form.entry) && (!this.langs || this.langs.includes(form.lang))
    );
  }

  fits(form, edge, others) {
    const { clitics, conjunctions } = this.vocabulary;
    if (edge.followsHyphen && !form.capitalsCount) return false;
    if (edge.clitic && !(clitics[form.lang] ?? []).includes(edge.clitic)) return false;
    return others.every(({ word }) => !word || conjunctions.get(word).includes(form.lang));
  }

  isMeant(member, edge, others, start, end) {
    const { laid, text } = this;
    const { form } = member;
    if (member.letters || form.capitalsCount) {
      const [first, last] = laid.span(start, end);
      const written = this.asRead(others, start, end);
      const isOther = () =>
        isStacked(text, first) || letters(written, form.folding) !== member.letters;
      if (member.letters && isOther()) return false;
      if (form.capitalsCount && !hasItsCapitals(member, written, text, first, last)) return false;
    }
    if (!form.capitalsCount && form.rules === NO_RULES) return true;
    const isForeign = form.capitalsCount && (this.langs?.indexOf(form.lang) ?? 0) > 0;
    const past = end + (edge.clitic ? edge.clitic.length + 1 : 0);
    const note = isWord(laid.plain[past - 1]) ? noteAt(laid.signs, past) : "";
    return this.judge.allows(form, start, past + note.length, isForeign);
  }

  /** A part of the text as its words are read: without notes, with words for `&`. */
  asRead(others, start, end) {
    let [done, written] = [start, ""];
    for (const { first, last, word } of others) {
      written += this.laid.read(done, first) + word;
      done = last;
    }
    return withoutAsides(written + this.laid.read(done, end));
  }
}
