// Finds the official words of a text that nobody here explains, as glossary/unexplained.py
// does it. What they are comes with the words, as data; how a short form is written is
// said here, as glossary/plain_language/official_words.py says it.

const CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0174\u0176";
const SIGN = `${CAPITAL}a-z0-9_\u00df-\u00f6\u00f8-\u00ff\u0175\u0177`;
const SHORT_FORM = new RegExp(
  `(?<![${SIGN}@&./#'\u2019\\-])([${CAPITAL}]{3,6})(?:['\u2019]?s)?` +
    `(?![${SIGN}@&]|[\\-./'\u2019][${SIGN}])`,
  "g",
);
const LARGE = new RegExp(`[${CAPITAL}]`, "g");
const SMALL = /[a-z\u00df-\u00f6\u00f8-\u00ff\u0175\u0177]/g;
const TITLE = new RegExp(
  `(?<![${SIGN}])(?:cllr|dr|miss|mr|mrs|ms|mx|no|parch|rev|ref|sgt)[.:]? $`,
  "i",
);
const NAME = new RegExp(`[${SIGN},;)]['\u2019]? [${CAPITAL}][^\\s(]* $`);
const NUMBERED = /^ ?[/:]? ?[0-9]/;
const ROMAN = /^[IVXLC]+$/;
const VOWEL = "AEIOUWY\u00c2\u00ca\u00ce\u00d4\u00db\u0174\u0176";
const ONSET = "SCH|SCR|SHR|SPL|SPR|STR|THR|CHR|PHR";
const CODA =
  "GHT|TCH|NGS|NDS|NTS|RDS|RTS|RKS|RMS|RNS|RST|LDS|LTS|CKS|STS|NCH|NTH|RCH|RTH|LTH|MPS|NKS|CTS|PTS";
const SAID = new RegExp(
  `^(?:[^${VOWEL}]{0,2}|${ONSET})[${VOWEL}]{1,3}` +
    `(?:[^${VOWEL}]{1,3}[${VOWEL}]{1,3})*(?:[^${VOWEL}]{0,2}|${CODA})$`,
);
const REACH = 60; // characters on either side by which a line is judged

const count = (pattern, text) => text.match(pattern)?.length ?? 0;

function before(text, start) {
  const line = text.slice(Math.max(0, start - REACH), start);
  return line.slice(line.lastIndexOf("\n") + 1);
}

function isSpelledOut(text, { start, words }) {
  const ahead = before(text, start);
  const bracket = ahead.lastIndexOf("(");
  if (bracket < 0 || bracket < ahead.length - 1) return false;
  return (ahead.slice(0, bracket).match(LARGE) ?? []).join("").endsWith(words);
}

function isShortForm(text, { start, end, words }) {
  if (ROMAN.test(words) || SAID.test(words)) return false;
  const ahead = before(text, start);
  const [after] = text.slice(end, end + REACH).split("\n", 1);
  if (TITLE.test(ahead) || NAME.test(ahead) || NUMBERED.test(after)) return false;
  const line = ahead + after;
  return count(SMALL, line) >= count(LARGE, line);
}

/** What looks like a short form, is not one of `known` and is not spelled out. */
export function findShortForms(text, known) {
  const all = Array.from(text.matchAll(SHORT_FORM), ({ index, 1: words }) => ({
    start: index,
    end: index + words.length,
    words,
  }));
  const spelledOut = all.filter((one) => isSpelledOut(text, one)).map((one) => one.words);
  const left = new Set([...known, ...spelledOut]);
  return all.filter((one) => !left.has(one.words) && isShortForm(text, one));
}

/** Tells whether a span lies in one of `spans`, asked in the order of the text. */
function covering(spans) {
  let at = 0;
  return ({ start, end }) => {
    while (at < spans.length && spans[at].end <= start) at += 1;
    return at < spans.length && spans[at].start <= start && end <= spans[at].end;
  };
}

/** The official words in which `matches` found no term: quote and number of times. */
export function findUnexplained(text, matches, { vocabulary, langs, known }) {
  const official = vocabulary.find(text, { langs });
  const isTaken = covering(official);
  const places = [
    ...official.map(({ start, end, candidates }) => ({ start, end, name: candidates[0] })),
    ...findShortForms(text, known)
      .filter((one) => !isTaken(one))
      .map((one) => ({ ...one, name: one.words })),
  ].sort((one, other) => one.start - other.start);
  const isExplained = covering(matches);
  const found = new Map();
  for (const { start, end, name } of places) {
    if (isExplained({ start, end })) continue;
    const quote = text.slice(start, end).trim().split(/\s+/).join(" ");
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(quote);
  }
  const isPlain = (quote) => quote !== quote.toUpperCase();
  return [...found.values()].map((quotes) => ({
    quote: quotes.find(isPlain) ?? quotes[0],
    times: quotes.length,
  }));
}
