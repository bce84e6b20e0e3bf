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

const FORMAT = 1;
const CAPITALS_COUNT = 1;
const LOOKS_ORDINARY = 2;

// Codes. Small letters, figures and the signs of ASCII are their own; other letters
// share 32 codes, so that what they propose is checked letter by letter.
const SPECIAL = 0; // vanishes, or becomes several codes
const UNKNOWN = 1; // not looked up yet
const NEWLINE = 0x0a;
const SEAM = 0x1e; // on both sides of a character that is a word by itself
const OTHER = 0x1f; // any sign that ASCII lacks
const SPACE = 0x20;
const HYPHEN = 0x2d;
const SHARED = 0xe0;
const CODES_SHARED = 32;

const W = "a-z0-9\\xe0-\\xff";
const WORDS = new RegExp(`[${W}]+`, "g");
const NEXT_WORD = new RegExp(`[${W}]+`, "y");
const WORD = new RegExp(`[${W}]`);
const IS_WORD = Array.from({ length: 256 }, (_, one) => WORD.test(String.fromCharCode(one)));
const ENDINGS = "com|cymru|docx?|eu|gov|html?|info|io|net|org|pdf|txt|uk|wales|xlsx?";
const ADDRESS = new RegExp(
  `://|@[${W}_]|(?:^|[^${W}])www\\.[${W}]|[${W}]\\.(?:${ENDINGS})(?![${W}])`,
);
const LOOSE_ENDS = /['" \x1e]+$/;
const AROUND_ADDRESSES = new RegExp(`^[^${W}@]+|[^${W}@]+$`, "g");
const SIGNS_AROUND = new RegExp(`^[^${W}]+|[^${W}]+$`, "g");

const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u2032\u00b4\uff07]/g;
const HYPHENS = /[\u2010\u2011\u2012\u2212\ufe63\uff0d]/g;
const INVISIBLE = /[\0\u034f\ufe00-\ufe0f\p{Cf}]/u;
const INVISIBLES = new RegExp(INVISIBLE.source, "gu");
const QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const LINE_BREAK = /[\n\v\f\r\x85]/;
const LETTER = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
const ALONE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const REACH = 60; // characters on either side by which a line is judged

// -- Characters ---------------------------------------------------------------------

const isInvisible = (character) => INVISIBLE.test(character);

/** Whether it is drawn on the letter before it: whether Unicode reorders it. */
function isMark(character) {
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

function codeOf(character) {
  if (isInvisible(character) || isMark(character)) return SPECIAL;
  if (WHITE.test(character)) return LINE_BREAK.test(character) ? NEWLINE : SPACE;
  if (QUOTES.test(character)) return '"'.charCodeAt(0);
  const folded = fold(character);
  if (PUNCTUATION.test(folded)) return folded.charCodeAt(0);
  if (!isLetter(character)) return OTHER;
  if (Array.from(folded).length !== 1 || ALONE.test(character)) return SPECIAL;
  return letterCode(folded);
}

/** The codes of a special character: none, or those it stands for. */
function expansionOf(character) {
  if (isInvisible(character) || isMark(character)) return [];
  if (ALONE.test(character)) return [SEAM, letterCode(character), SEAM];
  return Array.from(fold(character)).flatMap((part) => {
    const code = codeOf(part);
    return code === SPECIAL ? expansionOf(part) : [code];
  });
}

const codes = new Uint8Array(0x10000).fill(UNKNOWN);
const remembered = new Map();

function remember(kind, character, work) {
  const key = kind + character;
  if (!remembered.has(key)) remembered.set(key, work(character));
  return remembered.get(key);
}

function code(point) {
  if (point > 0xffff) return remember("code", String.fromCodePoint(point), codeOf);
  if (codes[point] === UNKNOWN) codes[point] = codeOf(String.fromCharCode(point));
  return codes[point];
}

const foldedLetters = (character) =>
  isLetter(character) ? Array.from(fold(character)).filter(isLetter).join("") : "";

/** The folded letters of a text: what shared codes stand for. */
const letters = (text) =>
  Array.from(text, (part) => remember("letters", part, foldedLetters)).join("");

/** The letters of a text with their capitals and accents. */
const cased = (text) =>
  Array.from(text)
    .filter((part) => remember("cased", part, (one) => isLetter(one) || isMark(one)))
    .join("")
    .normalize("NFKC");

// -- A text as codes ------------------------------------------------------------------

const DECODER = new TextDecoder("latin1");

/** A text's codes, spaces run together, with where each of them came from. */
class Laid {
  constructor(text) {
    this.text = text;
    this.grow(2 * text.length + 64);
    this.size = 0;
    this.push(SPACE, 0, 0);
    let at = 0;
    while (at < text.length) {
      const one = codes[text.charCodeAt(at)];
      if (one > SPACE && one !== HYPHEN) {
        this.push(one, at, at + 1); // nearly always
        at += 1;
      } else {
        const point = text.codePointAt(at);
        at = this.take(code(point), at, at + (point > 0xffff ? 2 : 1));
      }
    }
    this.push(SPACE, at, at);
    this.plain = DECODER.decode(this.codes.subarray(0, this.size));
  }

  grow(size) {
    const enlarged = (old, Kind) => {
      const array = new Kind(size);
      if (old) array.set(old);
      return array;
    };
    this.codes = enlarged(this.codes, Uint8Array);
    this.starts = enlarged(this.starts, Int32Array);
    this.ends = enlarged(this.ends, Int32Array);
  }

  push(one, start, end) {
    if (this.size === this.codes.length) this.grow(2 * this.size);
    this.codes[this.size] = one;
    this.starts[this.size] = start;
    this.ends[this.size] = end;
    this.size += 1;
  }

  /** Takes in the character from `start` to `end`; says where to go on. */
  take(one, start, end) {
    if (one === SPECIAL) return this.takeSpecial(start, end);
    if (one === HYPHEN && this.isBroken(start, end)) {
      this.push(HYPHEN, start, end);
      return this.skip(end, (next) => next === SPACE || next === NEWLINE);
    }
    if (one !== SPACE && one !== NEWLINE) this.push(one, start, end);
    else if (this.codes[this.size - 1] !== SPACE) this.push(SPACE, start, end);
    return end;
  }

  takeSpecial(start, end) {
    const character = this.text.slice(start, end);
    const mark = remember("mark", character, isMark);
    if (mark) this.draw(start, end);
    else if (character === "\u00ad") return this.afterSoftHyphen(end);
    else for (const one of remember("expansion", character, expansionOf)) this.push(one, start, end);
    return end;
  }

  /** Lets an accent belong to what it is drawn on. */
  draw(start, end) {
    const between = this.text.slice(this.ends[this.size - 1], start);
    if (Array.from(between).some((part) => codeOf(part) !== SPECIAL)) return;
    const drawnOn = this.starts[this.size - 1];
    for (let last = this.size - 1; last > 0 && this.starts[last] === drawnOn; last -= 1) {
      this.ends[last] = end;
    }
  }

  /** Whether a word is broken at this hyphen by the end of a line. */
  isBroken(start, end) {
    return (
      start > 0 &&
      !WHITE.test(this.text[start - 1]) &&
      end < this.text.length &&
      LINE_BREAK.test(this.text[end])
    );
  }

  afterSoftHyphen(end) {
    const isSpace = (one) => one === SPACE;
    const line = this.skip(end, isSpace);
    let next = line;
    while (next < line + 2 && LINE_BREAK.test(this.text.charAt(next))) next += 1;
    return next > line ? this.skip(next, isSpace) : end;
  }

  skip(from, isSkipped) {
    let at = from;
    while (at < this.text.length && isSkipped(code(this.text.charCodeAt(at)))) at += 1;
    return at;
  }
}

/** How a form or phrase is looked for. */
const flat = (text) =>
  /^[ -~]*$/.test(text)
    ? text.toLowerCase().replace(/ +/g, " ").trim() // what the other gives, sooner
    : new Laid(text).plain.trim();

function sought(text) {
  const plain = flat(text);
  const isBare = !WORD.test(plain.charAt(0));
  return plain.replace(isBare ? SIGNS_AROUND : LOOSE_ENDS, "");
}

const isWord = (sign) => WORD.test(sign);
const isFigure = (sign) => /[0-9]/.test(sign);
const sharedLetters = (text, plain) => (/[\xe0-\xff]/.test(plain) ? letters(text) : "");

// -- Where a term may begin and end -----------------------------------------------------

const FREE = { followsHyphen: false, clitic: "" };

class Edges {
  constructor(plain) {
    this.plain = plain;
    this.run = [0, 0];
    this.address = null;
  }

  /** What the term touches; null if it is cut out of something. */
  at(start, end) {
    const { plain } = this;
    if (plain[start - 1] === " " && plain[end] === " ") return FREE;
    if (this.isInAddress(start, end) || this.cuts(start - 1)) return null;
    let clitic = "";
    if (plain[end] === "'" && isWord(plain[end - 1])) {
      NEXT_WORD.lastIndex = end + 1;
      clitic = NEXT_WORD.exec(plain)?.[0] ?? "";
    } else if (this.cuts(end)) {
      return null;
    }
    const followsHyphen = plain[start - 1] === "-" && isWord(plain[start - 2] ?? " ");
    return followsHyphen || clitic ? { followsHyphen, clitic } : FREE;
  }

  cuts(place) {
    const sign = this.plain[place];
    const [before, after] = [this.plain[place - 1] ?? " ", this.plain[place + 1] ?? " "];
    if (sign === "'" || sign === "_") return isWord(before) && isWord(after);
    return (sign === "." || sign === ",") && isFigure(before) && isFigure(after);
  }

  isInAddress(start, end) {
    return [start, end - 1].some((place) => {
      const address = this.addressAt(place);
      return address && !(start <= address[0] && address[1] <= end);
    });
  }

  /** From where to where the address around `place` goes, if there is one. */
  addressAt(place) {
    if (place < this.run[0] || place >= this.run[1]) {
      this.run = [this.plain.lastIndexOf(" ", place - 1) + 1, this.plain.indexOf(" ", place)];
      const run = this.plain.slice(...this.run);
      const inside = run.replace(AROUND_ADDRESSES, "");
      const first = this.run[0] + run.indexOf(inside);
      this.address = ADDRESS.test(run) ? [first, first + inside.length] : null;
    }
    return this.address;
  }
}

// -- Capitals ---------------------------------------------------------------------------

/** Whether the line around has other letters, all of them capitals. */
function isInCapitals(text, start, end) {
  const near = Array.from(text.slice(Math.max(0, start - 2 * REACH), start));
  const far = Array.from(text.slice(end, end + 2 * REACH));
  const before = near.slice(-REACH).join("").split(/[\n\r]/).at(-1);
  const after = far.slice(0, REACH).join("").split(/[\n\r]/)[0];
  const line = `${before} ${after}`;
  return line === line.toUpperCase() && line !== line.toLowerCase();
}

function hasItsCapitals(form, text, start, end) {
  const [given, wanted] = [cased(text.slice(start, end)), cased(form.text)];
  if (given === wanted) return !(form.looksOrdinary && isInCapitals(text, start, end));
  return given === wanted.toUpperCase() && isInCapitals(text, start, end);
}

// -- The vocabulary ---------------------------------------------------------------------

class Node {
  following = new Map();
  spellings = [];

  next(word) {
    if (!this.following.has(word)) this.following.set(word, new Node());
    return this.following.get(word);
  }
}

/** Where in `phrase` a form is: what the phrase has before and after it. */
function contextsIn(phrase, plain) {
  const padded = ` ${flat(phrase)} `;
  const contexts = [];
  for (let at = padded.indexOf(plain); at >= 0; at = padded.indexOf(plain, at + 1)) {
    const before = padded.slice(1, at);
    const after = padded.slice(at + plain.length, -1);
    const isCut =
      isWord(before.slice(-1)) || (isWord(plain.slice(-1)) && isWord(after.slice(0, 1)));
    if ((before || after) && !isCut) {
      contexts.push({ before, after, letters: sharedLetters(phrase, padded) });
    }
  }
  return contexts;
}

export class Vocabulary {
  constructor(pack) {
    if (pack.format !== FORMAT) throw new Error(`Unknown term pack format ${pack.format}`);
    this.root = new Node();
    this.clitics = pack.clitics;
    const spellings = new Map();
    for (const [text, entry, lang, name, marks = 0] of pack.forms) {
      const form = {
        text,
        entry: pack.entries[entry],
        lang: pack.languages[lang],
        name: pack.names[name],
        capitalsCount: (marks & CAPITALS_COUNT) > 0,
        looksOrdinary: (marks & LOOKS_ORDINARY) > 0,
      };
      this.add(form, spellings, pack.not_inside[form.entry] ?? []);
    }
  }

  add(form, spellings, phrases) {
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
    const isKnown = spelling.forms.some(
      (other) =>
        other.entry === form.entry &&
        other.lang === form.lang &&
        other.capitalsCount === form.capitalsCount &&
        (!form.capitalsCount || other.text === form.text),
    );
    if (isKnown) return;
    form.letters = sharedLetters(form.text, plain);
    form.contexts = phrases.flatMap((phrase) => contextsIn(phrase, plain));
    spelling.forms.push(form);
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
        this.isAskedFor(form) && this.fits(form, edge) && this.isMeant(form, start, end),
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

  isMeant(form, start, end) {
    const { starts, ends } = this.laid;
    const [first, last] = [starts[start], ends[end - 1]];
    if (form.letters && letters(this.text.slice(first, last)) !== form.letters) return false;
    if (form.capitalsCount && !hasItsCapitals(form, this.text, first, last)) return false;
    return !form.contexts.some((context) => this.isInside(context, start, end));
  }

  /** Whether the phrase of `context` is what stands around. */
  isInside(context, start, end) {
    const { plain, starts, ends } = this.laid;
    const first = start - context.before.length;
    const last = end + context.after.length;
    if (
      first < 1 ||
      !plain.startsWith(context.before, first) ||
      !plain.startsWith(context.after, end) ||
      isWord(plain[first - 1]) ||
      isWord(plain[last])
    ) {
      return false;
    }
    const quote = this.text.slice(starts[first], ends[last - 1]);
    return !context.letters || letters(quote) === context.letters;
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

/** What a character counts as, for the test that compares the two engines. */
export const readCharacter = (character) => [
  flat(`a${character}b`),
  letters(character),
  cased(character),
];
