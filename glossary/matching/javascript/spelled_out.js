// Where a text spells an abbreviation out without brackets: “CPS: …”, “…, or CPS”.
// What is before it is read from the end, in codes that are turned round.

import { areAlike, lettersOf, longByInitials, mayBeAlike, wordsOf } from "./abbreviations.js";
import { W } from "./characters.js";
import { isWord } from "./coding.js";

const FEWEST_LETTERS = 3;
const SURELY = "means|stands for|short for|known as|called|golygu|sefyll am|elwir yn|sef";
const PERHAPS = "or|is|neu|yw";
const FILLING = "a|also|hefyd|is|r|simply|the|which|y|yn|yr";
const STOP_OR_WORD = new RegExp(`[.,;:!?()[\\]\x1c\x1f]|[${W}]+`, "g");

const reversed = (text) => Array.from(text).reverse().join("");

/** What is between an abbreviation and its long form. */
function linkOf(isBefore) {
  const [surely, perhaps, filling] = [SURELY, PERHAPS, FILLING].map((words) =>
    (isBefore ? reversed(words) : words).replaceAll(" ", " +"),
  );
  const gap = "[ ,'\"]+";
  const before = `${gap}(?:(?:${filling})${gap})*`;
  const after = `(?:${gap}(?:${filling}))*${gap}`;
  return new RegExp(
    `(?<surely>['" ]*=['" ]*|${before}(?:${surely})${after})` +
      `|(?<word>${before}(?:${perhaps})${after})` +
      `|(?<sign>['" ]*:['" ]*|['"]* +[\\x1f-]+ +['"]*)`,
    "y",
  );
}

const LINKS = { after: linkOf(false), before: linkOf(true) };

/** Where up to `most` words are that follow `from` without a stop. */
function wordsFrom(plain, from, most) {
  const words = [];
  STOP_OR_WORD.lastIndex = from;
  while (words.length < most) {
    const found = STOP_OR_WORD.exec(plain);
    if (!found || !isWord(found[0])) break;
    words.push([found.index, found.index + found[0].length]);
  }
  return words;
}

/** Yields where `short` and words that are linked with it are in `plain`. */
function* linked(plain, short, link, most) {
  let start = plain.indexOf(short);
  for (; start >= 0; start = plain.indexOf(short, start + 1)) {
    const end = start + short.length;
    if (isWord(plain[start - 1])) continue;
    link.lastIndex = end;
    const found = link.exec(plain);
    if (found) {
      const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
      yield { spans: [[start, end], ...wordsFrom(plain, link.lastIndex, most)], kind };
    }
  }
}

/** Yields, for each place where words are linked with it, whether they are a name. */
export function* spelledOut(plain, written, known, entry) {
  const names = known.names(entry);
  if (!names.length) return;
  const turned = reversed(plain);
  const back = ([start, end]) => [plain.length - end, plain.length - start];
  for (const short of known.abbreviations(entry)) {
    const letters = lettersOf(short);
    if (letters.length < FEWEST_LETTERS) continue;
    const [word] = wordsOf(short);
    const most = known.reach(short) + 1;
    const seen = new Set();
    const judge = (spans, kind, sought) => {
      const [own, ...long] = spans;
      if (written(own) !== short) return null;
      const words = long.map(([start, end]) => plain.slice(start, end));
      const areLarge = long.map((span) => {
        const [first = ""] = written(span);
        return first !== first.toLowerCase();
      });
      const key = JSON.stringify([words, areLarge, kind, sought]);
      if (seen.has(key)) return null;
      seen.add(key);
      return isOwn(words, areLarge, kind, names, letters, sought);
    };
    for (const { spans, kind } of linked(plain, word, LINKS.after, most)) {
      yield judge(spans, kind, letters);
    }
    for (const { spans, kind } of linked(turned, reversed(word), LINKS.before, most)) {
      yield judge(spans.map(back), kind, reversed(letters));
    }
  }
}

/**
 * Whether words are a name, null if they are no long form: after a link that does not
 * say enough, the last must have a capital, or be the last one beside a sign.
 */
function isOwn(words, areLarge, kind, names, letters, sought) {
  if (names.some((name) => areAlike(words.slice(0, name.length + 1), name))) return true;
  const long = longByInitials(Array.from(sought), words);
  if (!long.length || long.includes(letters)) return null;
  const isEnd = kind === "sign" && long.length === words.length;
  if (kind !== "surely" && !isEnd && !areLarge[long.length - 1]) return null;
  return names.some((name) => mayBeAlike(long, name)) ? null : false;
}
