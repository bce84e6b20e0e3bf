// What each character counts as when terms are looked for: a code of one byte.
//
// Small letters, figures and the signs of ASCII are their own; other letters share 32
// codes, so that what they propose is checked letter by letter, marks included.

export const SPECIAL = 0; // vanishes, or becomes several codes
export const UNKNOWN = 1; // not looked up yet
const TAB = 0x09;
const NEWLINE = 0x0a;
const PARAGRAPH = 0x0b;
const PAGE_END = 0x0c;
const RETURN = 0x0d;
const RAISED = 0x19; // a raised figure or a dagger, which points to a note
const DASH = 0x1a; // any dash that is no hyphen
export const WALL = 0x1c; // the first of the spaces over which no term goes on
const SEAM = 0x1e; // on both sides of a character that is a word by itself
const OTHER = 0x1f; // any sign that ASCII lacks
export const SPACE = 0x20;
const MONEY = 0x24; // the sign of any currency
const SHARED = 0xe0;
const CODES_SHARED = 32;

export const W = "a-z0-9\\xe0-\\xff";
export const WORDS = new RegExp(`[${W}]+`, "g");
export const WORD = new RegExp(`[${W}]`);

const APOSTROPHES =
  /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u05f3\u05f4\uff07\u0091\u0092\ufffd`]/g;
const HYPHENS = /[\u2010\u2011\u2012\u2027\u2212\u05be\ufe63\uff0d]/g;
const GERSHAYIM = /(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g;
const INVISIBLE = /[\0\u034f\u0640\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}\p{Cf}]/u;
const INVISIBLES = new RegExp(INVISIBLE.source, "gu");
const DASHES = /^[\u0096\u0097\u00ac\u2013-\u2015\u2043\u2e3a\u2e3b\ufe31\ufe32]$/;
const RAISED_FIGURE = /[\u2020\u2021\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u3192-\u3195]/;
const QUOTES = /[\u0093\u0094\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const SPACES = new Map([
  ["\t", TAB],
  ["\n", NEWLINE],
  ["\v", NEWLINE],
  ["\x85", NEWLINE],
  ["\f", PAGE_END],
  ["\r", RETURN],
  ["\u2028", NEWLINE],
  ["\u2029", PARAGRAPH],
]);
const LETTER = /[\p{L}\p{Nd}\p{Nl}]/u;
const MARK = /\p{M}/u;
const STACKING = /[\u1039\u17d2]$/; // the letter behind it stands under the one before it
const ACCENTS =
  "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f";
const HARAKAT =
  "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff";
const NIQQUD = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7";
const ALONE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

const isInvisible = (character) => INVISIBLE.test(character);

/** Whether it belongs to the letter before it: an accent, a vowel sign. */
export const isMark = (character) => MARK.test(character) && !isInvisible(character);

const oneKind = (text) =>
  text.replace(APOSTROPHES, "'").replace(HYPHENS, "-").replace(INVISIBLES, "");

/** A character without its case, as Unicode folds it: Cherokee to capitals. */
function caseless(character) {
  if (character === "\u0131") return character;
  const small = character.toLowerCase().toUpperCase().toLowerCase();
  return /[\u13f8-\u13fd\uab70-\uabbf]/.test(small) ? small.toUpperCase() : small;
}

/** What two spellings of a word may differ in and be one word, in a language. */
export class Folding {
  constructor({ silent, kept, small }) {
    const bases = [...new Set(Array.from(kept, (one) => one.normalize("NFD")[0]))].join("");
    this.kept = kept;
    this.small = small;
    this.marked = new RegExp(`(${bases ? `[${bases}]` : "(?!)"})?([${silent}]+)`, "gu");
  }

  fold(text) {
    let usual = oneKind(oneKind(text.normalize("NFC")).normalize("NFKC"));
    usual = usual.replace(GERSHAYIM, "'");
    for (const [capital, letter] of this.small) usual = usual.replaceAll(capital, letter);
    const small = Array.from(usual, caseless).join("").normalize("NFD");
    const bare = small.replace(this.marked, (_all, letter = "", marks) => {
      const own = (mark) => letter && this.kept.includes((letter + mark).normalize("NFC"));
      return letter + Array.from(marks).filter(own).join("");
    });
    const dotted = this.kept.includes("\u0131")
      ? bare
      : bare.replaceAll("\u0131", "i").replaceAll("\u0237", "j");
    return dotted.normalize("NFC").trim();
  }
}

export const PLAIN = new Folding({ silent: ACCENTS + HARAKAT + NIQQUD, kept: "", small: [] });
const fold = (text) => PLAIN.fold(text);

/** Folded letters without any mark. */
const withoutMarks = (folded) =>
  Array.from(folded.normalize("NFD"))
    .filter((part) => !isMark(part))
    .join("");

const isLetter = (character) =>
  LETTER.test(character) && !isInvisible(character) && !PUNCTUATION.test(fold(character));
const isInWords = (one) =>
  remember("in-words", one, (character) => isLetter(character) || isMark(character));

const letterCode = (folded) =>
  /^[a-z0-9]$/.test(folded)
    ? folded.charCodeAt(0)
    : SHARED + (folded.codePointAt(0) % CODES_SHARED);

function codeOf(character) {
  if (isInvisible(character) || isMark(character)) return SPECIAL;
  if (WHITE.test(character)) return SPACES.get(character) ?? SPACE;
  if (/\p{Sc}/u.test(character)) return MONEY;
  if (QUOTES.test(character)) return '"'.charCodeAt(0);
  const folded = fold(character);
  if (PUNCTUATION.test(folded)) return folded.charCodeAt(0);
  if (DASHES.test(folded)) return DASH;
  if (RAISED_FIGURE.test(character)) return RAISED;
  if (!isLetter(character)) return OTHER;
  const bare = withoutMarks(folded);
  return Array.from(bare).length !== 1 || ALONE.test(bare) ? SPECIAL : letterCode(bare);
}

/** The codes of a special character: none, or those it stands for. */
export function expansionOf(character) {
  if (isInvisible(character) || isMark(character)) return [];
  const bare = withoutMarks(fold(character));
  if (bare === character) return [SEAM, letterCode(character), SEAM]; // a word by itself
  return Array.from(bare).flatMap((part) => {
    const code = codeOf(part);
    return code === SPECIAL ? expansionOf(part) : [code];
  });
}

const codes = new Uint8Array(0x10000).fill(UNKNOWN);
const remembered = new Map();

export function remember(kind, character, work) {
  const key = kind + character;
  if (!remembered.has(key)) remembered.set(key, work(character));
  return remembered.get(key);
}

export function code(point) {
  if (point > 0xffff) return remember("code", String.fromCodePoint(point), codeOf);
  if (codes[point] === UNKNOWN) codes[point] = codeOf(String.fromCharCode(point));
  return codes[point];
}

const inWords = (text) => Array.from(text).filter(isInWords).join("");

/** The folded letters of a text, with the marks that count: what codes stand for. */
export const letters = (text, folding = PLAIN) => inWords(folding.fold(inWords(text)));

/** The letters of a text with their capitals and accents. */
export const cased = (text) => inWords(text).normalize("NFKC");

/** A word with a capital at the beginning, and nowhere else. */
export function titled(word) {
  const [first = ""] = word;
  const large = first.toUpperCase();
  return large.charAt(0) + (large.slice(1) + word.slice(first.length)).toLowerCase();
}

/** Whether what begins at `start` stands under the letter before it. */
export const isStacked = (text, start) => STACKING.test(text.slice(start - 1, start));
