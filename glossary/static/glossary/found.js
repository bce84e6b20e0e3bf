// What a text says, found and counted, as glossary/web/texts/explained.py does it.

/** The words of a text, where each is met first, what is left unexplained, the counts. */
export function read(given, tools) {
  const text = given.replaceAll("\f", "\n"); // terms go over the end of a page alone
  const pageLang = document.documentElement.lang;
  const all = Object.keys(tools.counting.abbreviations);
  const langs = [pageLang, ...all.filter((lang) => lang !== pageLang)];
  const textLang = tools.measures.likelyLanguage(text, langs, tools.counting);
  langs.sort((one, other) => (other === textLang) - (one === textLang));
  const matches = tools.vocabulary.find(given, { langs });
  return {
    text,
    textLang,
    words: countWords(text, matches, tools.entries),
    firsts: firstUses(matches, tools),
    unexplained: tools.findUnexplained(text, matches, { ...tools.official, langs }),
    mostNamed: tools.official.most_named,
    counts: tools.measures.measure(text, textLang, tools.counting),
  };
}

function countWords(text, matches, entries) {
  const words = new Map();
  for (const { start, end, candidates } of matches) {
    const quote = text.slice(start, end).trim().split(/\s+/).join(" ");
    for (const id of candidates.filter((one) => Object.hasOwn(entries, one))) {
      if (!words.has(id)) words.set(id, { entry: entries[id], quotes: new Set(), count: 0 });
      words.get(id).quotes.add(quote);
      words.get(id).count += 1;
    }
  }
  return words;
}

function firstUses(matches, { matching, entries }) {
  const known = (id) => Object.hasOwn(entries, id);
  return matching
    .firstOccurrences(matches)
    .map((match) => ({ ...match, items: match.candidates.filter(known).map((id) => entries[id]) }))
    .filter(({ items }) => items.length)
    .map((match, index) => ({ ...match, number: index + 1 }));
}
