// Counts words and sentences as glossary/plain_language/measures.py does, and guesses
// a text's language. What depends on languages comes with the words, as data.

const SIGNS = [
  [/[\u2018\u2019\u02bc\u02b9\u2032\u00b4\u05f3\u05f4\uff07]/g, "'"],
  [/[\u2010\u2011\u2012\u2212\u05be\ufe63\uff0d]/g, "-"],
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"'],
  [/[\u00a0\u202f\u2007\u2009]/g, " "],
];
const LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*";
const WORD = new RegExp(
  `${LETTERS}(?:(?:['\\-./&]|(?<=\\p{Nd}),(?=\\p{Nd}))${LETTERS})*`,
  "gu",
);
const LINE_END = /\n(?=[ \t]*\p{Ll})/gu;
const SENTENCE_END = /(?<![.!?])[.!?]+["')\]]*(?=\s+["'([]*(?![a-z])[\p{L}\p{N}])/gu;
const ENOUGH = 20000; // characters tell a language

const unify = (text) => SIGNS.reduce((so_far, [sign, usual]) => so_far.replace(sign, usual), text);

/** The one of `langs` whose common words a text has most of; else the first. */
export function likelyLanguage(text, langs, rules) {
  const words = unify(text.slice(0, ENOUGH)).toLowerCase().match(WORD) ?? [];
  const score = (lang) => {
    const common = new Set(rules.common_words[lang]);
    return words.filter((word) => common.has(word)).length;
  };
  return langs.reduce((best, lang) => (score(lang) > score(best) ? lang : best));
}

function* sentencesOf(text, abbreviations) {
  let place = 0;
  for (const line of text.split("\n")) {
    let start = 0;
    for (const stop of line.matchAll(SENTENCE_END)) {
      const word = Math.max(start, line.lastIndexOf(" ", stop.index - 1) + 1);
      const last = line.slice(word, stop.index).replace(/^[("']+/, "");
      if (abbreviations.has(`${last}.`)) continue;
      const end = stop.index + stop[0].length;
      yield { start: place + start, end: place + end };
      start = end + 1;
    }
    if (line.slice(start).trim()) yield { start: place + start, end: place + line.length };
    place += line.length + 1;
  }
}

/** The number of words and sentences, and the longest sentences with their places. */
export function measure(text, lang, rules) {
  const unified = unify(text).replace(LINE_END, " ");
  const starts = Array.from(unified.matchAll(WORD), (word) => word.index);
  const abbreviations = new Set(rules.abbreviations[lang]);
  let at = 0;
  const sentences = [];
  for (const one of sentencesOf(unified, abbreviations)) {
    let words = 0;
    while (at < starts.length && starts[at] < one.end) {
      words += starts[at] >= one.start ? 1 : 0;
      at += 1;
    }
    if (words) sentences.push({ ...one, words });
  }
  const long = sentences.filter((one) => one.words > rules.too_long);
  const longest = [...long].sort((one, other) => other.words - one.words);
  return {
    words: starts.length,
    sentences: sentences.length,
    average: Math.floor(
      (2 * starts.length + sentences.length) / Math.max(1, 2 * sentences.length),
    ),
    long: long.length,
    longest: longest.slice(0, rules.most_shown).sort((one, other) => one.start - other.start),
  };
}
