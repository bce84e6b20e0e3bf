// What each character counts as when terms are looked for: a code of one byte.
//
// Small letters, figures and the signs of ASCII are their own; other letters share 32
// codes, so that what they propose is checked letter by letter.

export const SPECIAL = 0; // vanishes, or becomes several codes
export const UNKNOWN = 1; // not looked up yet
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const PARAGRAPH = 0x0b;
export const PAGE_END = 0x0c;
export const RETURN = 0x0d;
export const WALL = 0x1c; // the first of the spaces over which no term goes on
const SEAM = 0x1e; // on both sides of a character that is a word by itself
const OTHER = 0x1f; // any sign that ASCII lacks
export const SPACE = 0x20;
const MONEY = 0x24; // the sign of any currency
export const HYPHEN = 0x2d;
const SHARED = 0xe0;
const CODES_SHARED = 32;

export const W = "a-z0-9\\xe0-\\xff";
export const WORDS = new RegExp(`[${W}]+`, "g");
export const WORD = new RegExp(`[${W}]`);

const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u2032\u00b4\uff07]/g;
const HYPHENS = /[\u2010\u2011\u2012\u2212\ufe63\uff0d]/g;
const INVISIBLE = /[\0\u034f\ufe00-\ufe0f\p{Cf}]/u;
const INVISIBLES = new RegExp(INVISIBLE.source, "gu");
const QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
export const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
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
const LETTER = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
const ALONE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

const isInvisible = (character) => INVISIBLE.test(character);

/** Whether it is drawn on the letter before it: whether Unicode reorders it. */
export function isMark(character) {
  if (!/\p{M}/u.test(character)) return false;
  if (/\p{Me}/u.test(character)) return true;
  const [first] = character.normalize("NFD");
  return (
    `a${first}\u0334`.normalize("NFD") !== `a${first}\u0334` ||
    `a\u0301${first}`.normalize("NFD") !== `a\u0301${first}`
  );
}

const oneKind = (text) =>
  text.replace(APOSTROPHES, "'").replace(HYPHENS, "-").replace(INVISIBLES, "");

/** A character without its case, as Unicode folds it: Cherokee to capitals. */
function caseless(character) {
  if (character === "\u0131") return character;
  const small = character.toLowerCase().toUpperCase().toLowerCase();
  return /[\u13f8-\u13fd\uab70-\uabbf]/.test(small) ? small.toUpperCase() : small;
}

/** A character without accents and capitals, in one kind of each sign. */
function fold(character) {
  const usual = oneKind(oneKind(character.normalize("NFC")).normalize("NFKC"));
  const small = Array.from(usual, caseless).join("").normalize("NFD");
  return Array.from(small)
    .filter((part) => !isMark(part))
    .join("")
    .trim();
}

const isLetter = (character) =>
  LETTER.test(character) &&
  !isInvisible(character) &&
  !isMark(character) &&
  !PUNCTUATION.test(fold(character));

const letterCode = (folded) =>
  /^[a-z0-9]$/.test(folded)
    ? folded.charCodeAt(0)
    : SHARED + (folded.codePointAt(0) % CODES_SHARED);

export function codeOf(character) {
  if (isInvisible(character) || isMark(character)) return SPECIAL;
  if (WHITE.test(character)) return SPACES.get(character) ?? SPACE;
  if (/\p{Sc}/u.test(character)) return MONEY;
  if (QUOTES.test(character)) return '"'.charCodeAt(0);
  const folded = fold(character);
  if (PUNCTUATION.test(folded)) return folded.charCodeAt(0);
  if (!isLetter(character)) return OTHER;
  if (Array.from(folded).length !== 1 || ALONE.test(character)) return SPECIAL;
  return letterCode(folded);
}

/** The codes of a special character: none, or those it stands for. */
export function expansionOf(character) {
  if (isInvisible(character) || isMark(character)) return [];
  if (ALONE.test(character)) return [SEAM, letterCode(character), SEAM];
  return Array.from(fold(character)).flatMap((part) => {
    const code = codeOf(part);
    return code === SPECIAL ? expansionOf(part) : [code];
  });
}

export const codes = new Uint8Array(0x10000).fill(UNKNOWN);
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

const foldedLetters = (character) =>
  isLetter(character) ? Array.from(fold(character)).filter(isLetter).join("") : "";

/** The folded letters of a text: what shared codes stand for. */
export const letters = (text) =>
  Array.from(text, (part) => remember("letters", part, foldedLetters)).join("");

/** The letters of a text with their capitals and accents. */
export const cased = (text) =>
  Array.from(text)
    .filter((part) => remember("cased", part, (one) => isLetter(one) || isMark(one)))
    .join("")
    .normalize("NFKC");
