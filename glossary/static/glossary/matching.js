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

const FORMAT = 2;
const CAPITALS_COUNT = 1;
const LOOKS_ORDINARY = 2;

// Codes. Small letters, figures and the signs of ASCII are their own; other letters
// share 32 codes, so that what they propose is checked letter by letter.
const SPECIAL = 0; // vanishes, or becomes several codes
const UNKNOWN = 1; // not looked up yet
const TAB = 0x09;
const NEWLINE = 0x0a;
const PARAGRAPH = 0x0b;
const PAGE_END = 0x0c;
const RETURN = 0x0d;
const WALL = 0x1c; // the first of the spaces over which no term goes on
const SEAM = 0x1e; // on both sides of a character that is a word by itself
const OTHER = 0x1f; // any sign that ASCII lacks
const SPACE = 0x20;
const MONEY = 0x24; // the sign of any currency
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
const DASHES = new RegExp(`([${W}])\x1f(?=[${W}])`, "g");
const PARTING = new RegExp(`[^${W} \x01\x02$]`, "g");
const NEAR = 200; // codes: about what patterns look at
const SIGNS_AFTER = new RegExp(`[^${W}]+$`);
const SIGNS_AROUND = new RegExp(`^[^${W}]+|[^${W}]+$`, "g");

const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u2032\u00b4\uff07]/g;
const HYPHENS = /[\u2010\u2011\u2012\u2212\ufe63\uff0d]/g;
const INVISIBLE = /[\0\u034f\ufe00-\ufe0f\p{Cf}]/u;
const INVISIBLES = new RegExp(INVISIBLE.source, "gu");
const QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const SPACES = new Map([
  ["\t", TAB],
  ["\n", NEWLINE],
  ["\v", NEWLINE],
  ["\x85", NEWLINE],
  ["\f", PAGE_END],
  ["\r", RETURN],
  ["\u2029", PARAGRAPH],
]);
const codesThat = (are) => Array.from({ length: 256 }, (_, one) => are(one));
const IS_SPACE = codesThat((one) => one === SPACE || (one >= TAB && one <= RETURN));
const IS_END = codesThat((one) => one >= NEWLINE && one <= RETURN);
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
  constructor(text, hasWalls = true) {
    this.text = text;
    this.grow(2 * text.length + 64);
    this.size = 0;
    this.push(SPACE, 0, 0);
    let at = 0;
    while (at < text.length) {
      const one = codes[text.charCodeAt(at)];
      if (one >= SPACE && one !== HYPHEN) {
        this.push(one, at, at + 1); // nearly always
        at += 1;
      } else {
        const point = text.codePointAt(at);
        at = this.take(code(point), at, at + (point > 0xffff ? 2 : 1));
      }
    }
    this.push(SPACE, at, at);
    this.settle(hasWalls);
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
    this.push(one, start, end);
    if (one !== HYPHEN || !IS_END[this.codeAt(end)]) return end;
    const isWord = start > 0 && !WHITE.test(this.text[start - 1]);
    return (isWord && this.afterLineEnd(end)) || end; // a word that is broken there
  }

  takeSpecial(start, end) {
    const character = this.text.slice(start, end);
    const mark = remember("mark", character, isMark);
    if (mark) this.draw(start, end);
    else if (character === "\u00ad") return this.afterLineEnd(this.pastBlanks(end)) || end;
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

  /** Makes of each run of spaces one, with a wall in it where no term goes over. */
  settle(hasWalls) {
    const all = this.codes;
    let [from, to] = [0, 0];
    const move = (at, one) => {
      all[to] = one;
      this.starts[to] = this.starts[at];
      this.ends[to] = this.ends[at];
      to += 1;
    };
    while (from < this.size) {
      let end = from + 1;
      if (!IS_SPACE[all[from]]) {
        move(from, all[from]);
      } else if (all[from] === SPACE && !IS_SPACE[all[end]]) {
        move(from, SPACE);
      } else {
        while (end < this.size && IS_SPACE[all[end]]) end += 1;
        let first = from;
        while (first < end && !IS_END[all[first]]) first += 1;
        const isWall = hasWalls && this.parts(first, end);
        if (first > from || !isWall) move(from, SPACE);
        if (isWall) move(first, WALL);
        if (isWall && first + 1 < end) move(first + 1, SPACE);
      }
      from = end;
    }
    this.size = to;
  }

  /** Whether no term goes over these spaces: there is an empty line in them. */
  parts(start, end) {
    let [ends, isParagraph] = [0, false];
    for (let at = start; at < end; at += 1) {
      const one = this.codes[at];
      if (one === PAGE_END) return false;
      if (one === PARAGRAPH) isParagraph = true;
      const isSecond = one === NEWLINE && at > start && this.codes[at - 1] === RETURN;
      if ((one === NEWLINE || one === RETURN) && !isSecond) ends += 1;
    }
    return ends > 1 || isParagraph;
  }

  codeAt(at) {
    return at < this.text.length ? code(this.text.charCodeAt(at)) : UNKNOWN;
  }

  /** Where the text goes on after the end of one line, or of a page; 0 if none is there. */
  afterLineEnd(start) {
    const one = this.codeAt(start);
    if (one === NEWLINE || one === RETURN) {
      const isTwo = one === RETURN && this.codeAt(start + 1) === NEWLINE;
      const next = this.pastBlanks(start + (isTwo ? 2 : 1));
      if (!IS_END[this.codeAt(next)]) return next;
    }
    const isSkipped = (other) => IS_SPACE[other] && other !== PARAGRAPH;
    const page = this.skip(start, (other) => isSkipped(other) && other !== PAGE_END);
    return this.codeAt(page) === PAGE_END ? this.skip(page, isSkipped) : 0;
  }

  pastBlanks(from) {
    return this.skip(from, (one) => one === SPACE || one === TAB);
  }

  skip(from, isSkipped) {
    let at = from;
    while (at < this.text.length && isSkipped(code(this.text.charCodeAt(at)))) at += 1;
    return at;
  }

  /** The part of the text that codes stand for. */
  quote(start, end) {
    return this.text.slice(this.starts[start], this.ends[end - 1]);
  }
}

/** How a form or phrase is looked for. */
const flat = (text) =>
  /^[ -~]*$/.test(text)
    ? text.toLowerCase().replace(/ +/g, " ").trim() // what the other gives, sooner
    : new Laid(text, false).plain.trim();

function sought(text) {
  const plain = flat(text);
  const isBare = !WORD.test(plain.charAt(0));
  return plain.replace(isBare ? SIGNS_AROUND : LOOSE_ENDS, "");
}

const isWord = (sign) => WORD.test(sign);
const isFigure = (sign) => /[0-9]/.test(sign);
const hasShared = (plain) => /[\xe0-\xff]/.test(plain);
const sharedLetters = (text, plain) => (hasShared(plain) ? letters(text) : "");

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
      const wall = String.fromCharCode(WALL);
      const near = this.plain.slice(...this.run);
      if (near.includes(wall)) {
        const [start, end] = this.run;
        const next = near.indexOf(wall, place - start);
        const first = start + near.lastIndexOf(wall, place - start - 1) + 1;
        this.run = [first, next < 0 ? end : start + next];
      }
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

export class Vocabulary {
  constructor(pack) {
    if (pack.format !== FORMAT) throw new Error(`Unknown term pack format ${pack.format}`);
    this.root = new Node();
    this.clitics = pack.clitics;
    this.field = pack.field;
    const rules = pack.rules.map((both) => new Rules(both));
    const spellings = new Map();
    const forms = pack.forms.map(([text, entry, lang, name, marks = 0, rule = -1]) => ({
      text,
      entry: pack.entries[entry],
      lang: pack.languages[lang],
      name: pack.names[name],
      capitalsCount: (marks & CAPITALS_COUNT) > 0,
      looksOrdinary: (marks & LOOKS_ORDINARY) > 0,
      rules: rules[rule] ?? NO_RULES,
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
    const isKnown = spelling.forms.some(
      (other) =>
        other.entry === form.entry &&
        other.lang === form.lang &&
        other.capitalsCount === form.capitalsCount &&
        (!form.capitalsCount || other.text === form.text),
    );
    if (isKnown) return;
    form.letters = sharedLetters(form.text, plain);
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

// -- What is meant ------------------------------------------------------------------------

/** The words beside a place, as the patterns of rules ask for them. */
class Neighbours {
  constructor(laid) {
    this.laid = laid;
  }

  /** The codes with a space for what joins, and a line end for what parts. */
  get runs() {
    this.found ??= this.laid.plain
      .replace(/([0-9])\.(?=[0-9])/g, "$1\x01")
      .replace(/([0-9]),(?=[0-9])/g, "$1\x02")
      .replace(/\.(?= ?[0-9$])/g, " ")
      .replace(/\$( ?)(?=[0-9])/g, "$1$$")
      .replace(/\$(?![0-9])/g, "\n")
      .replace(DASHES, "$1 ")
      .replace(/['"\-/&*:()[\]\x1e]/g, " ")
      .replace(PARTING, "\n");
    return this.found;
  }

  /** The words before `place`, the nearest first, with a space before each. */
  before(place, most) {
    if (!most || this.runs[place - 1] === "$") return "";
    for (let near = NEAR; ; near *= 2) {
      const first = Math.max(0, place - near);
      const run = this.runs.slice(first, place);
      const cut = run.lastIndexOf("\n") + 1;
      const words = this.words(first + cut, run.slice(cut));
      if (cut || !first || words.length > most) return inARow(words.reverse().slice(0, most));
    }
  }

  after(place, most) {
    if (!most) return "";
    for (let near = NEAR; ; near *= 2) {
      const run = this.runs.slice(place, place + near);
      const cut = run.indexOf("\n");
      const words = this.words(place, cut < 0 ? run : run.slice(0, cut));
      const isAll = cut >= 0 || run.length < near || words.length > most;
      if (isAll) return inARow(words.slice(0, most));
    }
  }

  words(start, run) {
    const asPatternsHaveIt = (word) => word.replaceAll("\x01", ".").replaceAll("\x02", ",");
    return Array.from(run.matchAll(/[^ ]+/g), ({ 0: word, index }) => {
      if (!hasShared(word)) return asPatternsHaveIt(word);
      const sign = word.startsWith("$") ? "$" : "";
      const first = start + index + sign.length;
      return sign + letters(this.laid.quote(first, start + index + word.length));
    });
  }
}

const inARow = (words) => words.map((word) => ` ${word}`).join("");

// Patterns become expressions over such words. Each looks at a few, with short gaps.
const CLASSES = new Map([
  ["NUMBER", "[$0-9]\\S*"],
  ["MONEY", "(?:\\$\\S+|[0-9][0-9.,]*p)"],
  ["*", "\\S+"],
]);

const wordExpression = (wanted) =>
  ` ${CLASSES.get(wanted) ?? wanted.replace(/\*$/, "\\S*")}`;

const itemExpression = (item) =>
  Array.isArray(item)
    ? `(?:${item.map((words) => words.map(wordExpression).join("")).join("|")})`
    : `(?: \\S+){0,${item}}`;

const expression = (sides) =>
  new RegExp(`^(?:${sides.map((items) => items.map(itemExpression).join("")).join("|")})(?!\\S)`);

/** How many words the items of a pattern look at, at most. */
const reach = (items) => items.reduce((sum, item) => sum + mostWords(item), 0);
const mostWords = (item) =>
  Array.isArray(item) ? Math.max(...item.map((words) => words.length)) : item;

/** Patterns of which it is asked whether one fits. */
class Side {
  constructor(patterns) {
    this.beside = patterns.filter((row) => row.before);
    this.anywhere = patterns.flatMap((row) => (row.phrases ? [row.phrases] : []));
    this.asksForField = patterns.some((row) => row.field);
    this.isEmpty = !patterns.length;
    this.before = Math.max(0, ...this.beside.map((row) => reach(row.before)));
    this.after = Math.max(0, ...this.beside.map((row) => reach(row.after)));
  }

  /** Whether one of them is what stands on both sides of a term. */
  fits(before, after) {
    this.expressions ??= this.read();
    return this.expressions.some((pair) => pair[0].test(before) && pair[1].test(after));
  }

  read() {
    const groups = [
      this.beside.filter((row) => !row.after.length),
      this.beside.filter((row) => !row.before.length),
      ...this.beside.filter((row) => row.before.length && row.after.length).map((row) => [row]),
    ];
    return groups
      .filter((rows) => rows.length)
      .map((rows) => ["before", "after"].map((side) => expression(rows.map((row) => row[side]))));
  }
}

class Rules {
  constructor([unless, only]) {
    this.unless = new Side(unless);
    this.only = new Side(only);
    this.before = Math.max(this.unless.before, this.only.before);
    this.after = Math.max(this.unless.after, this.only.after);
  }
}

const NO_RULES = new Rules([[], []]);

/** A text as a whole: what stands anywhere in it, and whether it is about the field. */
class Whole {
  constructor(plain, field) {
    this.plain = plain;
    this.field = field;
    this.known = new Map();
  }

  get words() {
    this.found ??= this.plain.match(WORDS) ?? [];
    return this.found;
  }

  has(phrases) {
    if (!this.known.has(phrases)) this.known.set(phrases, phrases.some((one) => this.hasOne(one)));
    return this.known.get(phrases);
  }

  hasOne(phrase) {
    this.different ??= new Set(this.words);
    this.spaced ??= ` ${this.words.join(" ")} `;
    const words = flat(phrase).match(WORDS);
    const goesOn = phrase.endsWith("*");
    if (words.length === 1 && !goesOn) return this.different.has(words[0]);
    return this.spaced.includes(` ${words.join(" ")}${goesOn ? "" : " "}`);
  }

  /** Whether it has a phrase of one family; of two, from 20 words on; of three, from 100. */
  get isAboutField() {
    const needed = 1 + (this.words.length >= 20) + (this.words.length >= 100);
    this.isAbout ??= this.field.filter((family) => this.has(family)).length >= needed;
    return this.isAbout;
  }

  /** Whether no word is in the text but those from `start` to `end`. */
  isOnly(start, end) {
    this.ends ??= [this.plain.search(WORD), this.plain.replace(SIGNS_AFTER, "").length];
    return start <= this.ends[0] && this.ends[1] <= end;
  }
}

/** The abbreviations of a vocabulary, and the full names of what they stand for. */
class Abbreviations {
  constructor(forms, otherNames) {
    this.forms = forms;
    this.otherNames = otherNames;
  }

  entries(written) {
    if (!this.found) {
      this.found = new Map();
      for (const { text, entry, capitalsCount } of this.forms) {
        if (!capitalsCount || text.includes(" ")) continue;
        for (const word of [cased(text), cased(text).toUpperCase()]) {
          this.found.set(word, (this.found.get(word) ?? new Set()).add(entry));
        }
      }
    }
    return this.found.get(written);
  }

  names(entry) {
    if (!this.called) {
      this.called = new Map();
      for (const { text, entry: id, capitalsCount } of this.forms) {
        if (!capitalsCount) this.call(id, text);
      }
      for (const [id, texts] of Object.entries(this.otherNames)) {
        for (const text of texts) this.call(id, text);
      }
    }
    return this.called.get(entry) ?? [];
  }

  call(entry, text) {
    const words = flat(text).match(WORDS);
    if (words) this.called.set(entry, [...(this.called.get(entry) ?? []), words]);
  }

  reach(written) {
    const names = [...this.entries(written)].flatMap((entry) => this.names(entry));
    return Math.max(Array.from(written).length + 5, ...names.map((name) => name.length));
  }
}

const STOPS = new RegExp("[.;:!?()[\\]\x1c]");
const STOPS_INSIDE = new RegExp("[.;:!?()[\\]\x1c,]");
const MOST_IN_BRACKETS = 4;

/** Where up to `most` words are that follow `place` in its brackets. */
function wordsAfter(plain, from, most) {
  const words = [];
  let place = from;
  while (words.length < most && place < plain.length && !STOPS_INSIDE.test(plain[place])) {
    const start = place;
    while (place < plain.length && isWord(plain[place])) place += 1;
    if (start < place) words.push([start, place]);
    else place += 1;
  }
  return words;
}

/** Where up to `most` words are that go before `place`, the nearest first. */
function wordsBefore(plain, to, most) {
  const words = [];
  let place = to;
  while (words.length < most && place > 0 && !STOPS.test(plain[place - 1])) {
    const end = place;
    while (place > 0 && isWord(plain[place - 1])) place -= 1;
    if (place < end) words.push([place, end]);
    else place -= 1;
  }
  return words;
}

/**
 * What the text says that its abbreviations stand for, after A. S. Schwartz and
 * M. A. Hearst (2003): by entry, whether that is its own name. One other meaning
 * anywhere is enough for no.
 */
function readDefinitions(laid, known) {
  const { plain } = laid;
  const found = new Map();
  const written = ([start, end]) => cased(laid.quote(start, end));
  for (const { index } of plain.matchAll(/[([]/g)) {
    const inside = wordsAfter(plain, index + 1, MOST_IN_BRACKETS + 1);
    const [before] = wordsBefore(plain, index, 1);
    if (!inside.length || !before) continue;
    let short = written(inside.at(-1));
    const isBefore = inside.length <= MOST_IN_BRACKETS && known.entries(short) !== undefined;
    if (!isBefore) short = written(before);
    if (!known.entries(short)) continue;
    const most = known.reach(short);
    const places = isBefore ? wordsBefore(plain, index, most) : wordsAfter(plain, index + 1, most);
    const words = places.map(([start, end]) => plain.slice(start, end));
    for (const entry of known.entries(short)) {
      const isOwn = isOwnName(short, words, isBefore, known.names(entry));
      if (isOwn !== null) found.set(entry, isOwn && (found.get(entry) ?? true));
    }
  }
  return found;
}

/** Whether `words`, read from the bracket, are a name; null if they are no long form. */
function isOwnName(short, words, isBefore, names) {
  const inOrder = (list) => (isBefore ? [...list].reverse() : list);
  const shared = (long, name) => name.filter((word) => long.includes(word)).length;
  const areAlike = (long, name) => 4 * shared(long, [...new Set(name)]) >= 3 * new Set(name).size;
  if (!names.length) return null;
  if (names.some((name) => areAlike(words.slice(0, name.length + 1), name))) return true;
  const isPlural = short.length > 2 && /\p{Lu}s$/u.test(short);
  const sought = (flat(isPlural ? short.slice(0, -1) : short).match(WORDS) ?? []).join("");
  const near = words.slice(0, Math.min(sought.length + 5, 2 * sought.length));
  const byInitials = longByInitials(inOrder(Array.from(sought)), near);
  const long = byInitials.length ? byInitials : longByLetters(sought, inOrder(near));
  if (names.some((name) => areAlike(long, name))) return true;
  if (long.includes(sought) || long.join("").length <= sought.length) return null;
  const isApart = long.length < sought.length && !names.some((name) => shared(long, name));
  return byInitials.length || isApart ? false : null;
}

/** The first of `words` whose initials are `sought`; one may be between two of them. */
function longByInitials(sought, words) {
  let places = [0, 1];
  sought.forEach((letter, number) => {
    if (number) places = places.flatMap((place) => [place + 1, place + 2]);
    places = [...new Set(places)].filter((place) => words[place]?.[0] === letter);
  });
  return places.length ? words.slice(0, Math.min(...places) + 1) : [];
}

/** The last of `words` with the letters `sought`, from right to left. */
function longByLetters(sought, words) {
  const text = ` ${words.join(" ")}`;
  let place = text.length;
  for (let number = sought.length - 1; number >= 0 && place >= 0; number -= 1) {
    const wanted = number ? sought[number] : ` ${sought[number]}`;
    place = text.slice(0, place).lastIndexOf(wanted);
  }
  return place < 0 ? [] : (text.slice(place).match(WORDS) ?? []);
}

/** Says whether a form is meant where it stands: by its rules and by the text's own. */
class Judge {
  constructor(laid, { field, abbreviations }) {
    this.laid = laid;
    this.abbreviations = abbreviations;
    this.neighbours = new Neighbours(laid);
    this.whole = new Whole(laid.plain, field);
  }

  allows(form, start, end, isForeign) {
    const { unless, only, before, after } = form.rules;
    const sides = [this.neighbours.before(start, before), this.neighbours.after(end, after)];
    const hasAny = (all) => all.some((phrases) => this.whole.has(phrases));
    if (unless.fits(...sides)) return false;
    if (form.capitalsCount) {
      this.definitions ??= readDefinitions(this.laid, this.abbreviations);
      if (this.definitions.has(form.entry)) return this.definitions.get(form.entry);
    }
    if (hasAny(unless.anywhere)) return false;
    if (!isForeign) {
      if (only.isEmpty || only.fits(...sides)) return true;
      if (only.asksForField && this.whole.isAboutField) return true;
      if (hasAny(only.anywhere)) return true;
    }
    return this.whole.isOnly(start, end);
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
    if (form.letters && letters(laid.quote(start, end)) !== form.letters) return false;
    if (form.capitalsCount) {
      const [first, last] = [laid.starts[start], laid.ends[end - 1]];
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

/** What a character counts as, for the test that compares the two engines. */
export const readCharacter = (character) => [
  flat(`a${character}b`),
  letters(character),
  cased(character),
];
