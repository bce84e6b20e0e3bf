// A text as codes, with the way back from a place in them to one in the text.

import { PLAIN, SPECIAL, W, WALL, WORD, code, expansionOf, isMark, letters, remember } from "./characters.js";
import { JOINED, asSaid } from "./words.js";

const DECODER = new TextDecoder("latin1");
const SURROGATE = /[\ud800-\udfff]/;
const SOFT_HYPHEN = "\u00ad";
const LOOSE_ENDS = /['" \x1e]+$/;
const SIGNS_AROUND = new RegExp(`^[^${W}]+|[^${W}]+$`, "g");

// What programs for mail write before each line of what is answered (RFC 3676).
const QUOTED = /(?:^|(?<=[\n\r]))[\t ]*(?:>[\t ]*)+/g;
// One end of a line, or that of a page; after an empty line a word does not go on.
const LINE_END =
  "(?:(?:\\r\\n?|\\n)[\\t ]*(?![\\t-\\r ])|[\\t\\n\\r ]*\\f[\\t\\n\\f\\r ]*)";
const EMPTY = /[\0\t ]*(?=[\n-\r])/y;
const AFTER_SOFT_HYPHEN = new RegExp(`[\\t ]*(?![\\t ])${LINE_END}`, "y");
const BREAK = `[\\t ]*(?=[\\n\\f\\r])${LINE_END}`;
// What HTML writes for signs (HTML, 13.1.4), as it stands in texts that were copied.
const SIGN_NAMES = (
    "amp apos emsp ensp ldquo lsquo mdash nbsp ndash quot rdquo rsquo shy thinsp " +
    "acirc ecirc icirc ocirc ucirc wcirc ycirc aacute eacute iacute oacute uacute " +
    "auml euml iuml ouml uuml agrave egrave igrave ograve ugrave"
).split(" ");
const SIGNS_NAMED = Array.from(
    "&'\u2003\u2002\u201c\u2018\u2014\u00a0\u2013\"\u201d\u2019\u00ad\u2009\u00e2" +
    "\u00ea\u00ee\u00f4\u00fb\u0175\u0177\u00e1\u00e9\u00ed\u00f3\u00fa\u00e4\u00eb" +
    "\u00ef\u00f6\u00fc\u00e0\u00e8\u00ec\u00f2\u00f9",
);
const REFERENCE = `&(?:#x[0-9a-f]{2,4}|#[0-9]{2,5}|${SIGN_NAMES.join("|")});`;
const REFERENCES = new RegExp(REFERENCE, "gi");
// What is left of a typographic apostrophe in UTF-8 that was read as Windows' signs.
const MOJIBAKE = "\u00e2\u20ac\u2122";
const LOST_IN_TEXT = new RegExp(
  `(?<=[\\p{L}\\p{N}])(?:\\?(?=(?:${JOINED.join("|")})(?![\\p{L}\\p{N}_]))|${MOJIBAKE})`,
  "giu",
);

/** The sign for which a reference of HTML stands; none: itself. */
function signOf(reference) {
  const name = reference.slice(1, -1).toLowerCase();
  if (!name.startsWith("#")) return SIGNS_NAMED[SIGN_NAMES.indexOf(name)];
  const point = Number(name.startsWith("#x") ? `0${name.slice(1)}` : name.slice(1));
  const isSign = point >= 0x20 && !(point >= 0xd800 && point < 0xe000);
  return isSign ? String.fromCodePoint(point) : reference;
}

/** A text with the signs that a program wrote or lost as it copied it. */
const mendedText = (text) =>
  text.replace(REFERENCES, signOf).replace(LOST_IN_TEXT, "'");

/** The codes of the sign for which a reference stands. */
function codesOf(reference) {
  const sign = signOf(reference);
  if (sign === reference) return reference;
  const own = code(sign.codePointAt(0));
  return String.fromCharCode(...(own === SPECIAL ? expansionOf(sign) : [own]));
}

// A character to look at, or where a word is broken: at a hyphen, or as mail is sent
// (“quoted-printable”: RFC 2045, 6.7).
const ODD = new RegExp(
  `\\0|(?<hyphen>(?<=[^\\t-\\r ])[-\\x1a])${BREAK}` +
    "|(?<![=\\n\\r\\f])=(?:\\r\\n?|\\n)(?![\\n\\r\\f])" +
    `|(?<reference>${REFERENCE})|(?<=[${W}]a)(?<money>\\$)\\x1f`,
  "g",
);
const PERHAPS_ODD = /\0|[-\x1a=][\t ]*[\n\f\r]|&[#a-z]|\$\x1f/; // found much sooner
const LOST = new RegExp(`(?<=[${W}])\\?(?=(?:${JOINED.join("|")})(?![\\0${W}]))`, "g");
const SPACES_THAT_MAY_PART = /\v[\t-\r ]*|[\n\f\r][\t-\r ]+/g;
const LINE_ENDS = /\r\n?|\n/g;

/** Where each character begins, and the text ends, if some take two units. */
function offsetsOf(text) {
  if (!SURROGATE.test(text)) return null;
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1) + character.length);
  return offsets;
}

/** One code for each character. */
function encode(text, offsets) {
  const all = new Uint8Array(offsets ? offsets.length - 1 : text.length);
  for (let at = 0; at < all.length; at += 1) {
    all[at] = code(offsets ? text.codePointAt(offsets[at]) : text.charCodeAt(at));
  }
  return DECODER.decode(all);
}

/**
 * Codes with spaces for the signs before lines that are quoted, and with apostrophes for
 * those of which a program made question marks.
 */
function mended(codes) {
  const quiet = codes.includes(">")
    ? codes.replace(QUOTED, (all) => " ".repeat(all.length))
    : codes;
  return quiet.includes("?") ? quiet.replace(LOST, "'") : quiet;
}

const characterAt = (text, offsets, place) =>
  String.fromCodePoint(text.codePointAt(offsets ? offsets[place] : place));

/** Codes without oddities, and where the new ones come from if there were any. */
function changed(text, offsets, codes) {
  if (!PERHAPS_ODD.test(codes)) return [codes, null];
  const pieces = [];
  const origins = { places: [0], sources: [0] };
  const add = (source) => {
    origins.places.push(place);
    origins.sources.push(source);
  };
  const expansion = (at) =>
    remember("expansion", characterAt(text, offsets, at), expansionOf);
  const goesOn = (at) => {
    EMPTY.lastIndex = at; // a line that shows something, as it must if a word goes on
    const { length } = EMPTY.exec(codes)?.[0] ?? { length: -1 };
    return length < 0 || Array.from({ length }, (_, one) => at + one).some((one) => expansion(one).length);
  };
  const isMojibake = (at) =>
    [at, at + 1, at + 2].map((one) => characterAt(text, offsets, one)).join("") === MOJIBAKE;
  let [done, place] = [0, 0];
  ODD.lastIndex = 0;
  for (let odd = ODD.exec(codes); odd; odd = ODD.exec(codes)) {
    let piece = odd.groups.hyphen ?? "";
    let start = odd.index;
    if (codes.charCodeAt(odd.index) === SPECIAL) {
      const character = characterAt(text, offsets, odd.index);
      AFTER_SOFT_HYPHEN.lastIndex = ODD.lastIndex;
      const isBroken = character === SOFT_HYPHEN && AFTER_SOFT_HYPHEN.test(codes);
      if (isBroken && goesOn(AFTER_SOFT_HYPHEN.lastIndex)) {
        ODD.lastIndex = AFTER_SOFT_HYPHEN.lastIndex;
      }
      piece = String.fromCharCode(...expansion(odd.index));
    } else if (odd.groups.money) {
      if (!isMojibake(start - 1)) continue;
      [start, piece] = [start - 1, "'"];
    } else if (odd.groups.reference) {
      piece = codesOf(odd.groups.reference);
    } else if (!goesOn(ODD.lastIndex)) {
      continue;
    }
    pieces.push(codes.slice(done, start), piece);
    place += start - done;
    for (let count = piece.length; count; count -= 1, place += 1) add(start);
    done = ODD.lastIndex;
    add(done);
  }
  return [pieces.join("") + codes.slice(done), origins];
}

/** Whether no term goes over these spaces: there is an empty line in them. */
const parts = (spaces) =>
  !spaces.includes("\f") && (spaces.includes("\v") || spaces.match(LINE_ENDS).length > 1);

const withWalls = (codes) =>
  codes.replace(SPACES_THAT_MAY_PART, (spaces) =>
    parts(spaces) ? String.fromCharCode(WALL) + spaces.slice(1) : spaces,
  );

/** Codes in which ends of lines are spaces, and dashes and raised figures like other signs. */
export const inLine = (signs) => signs.replace(/[\t-\r]/g, " ").replace(/[\x19\x1a]/g, "\x1f");

/**
 * A text's codes, with a space at either end. `signs` tell dashes, raised figures and the
 * ends of lines from other signs and spaces; `plain` does not.
 */
export class Laid {
  constructor(text) {
    this.text = text;
    this.offsets = offsetsOf(text);
    const raw = mended(encode(text, this.offsets));
    const [codes, origins] = changed(text, this.offsets, raw);
    this.origins = origins;
    this.signs = ` ${withWalls(codes)} `;
    this.plain = inLine(this.signs);
  }

  /** The same without what of it nobody says. */
  get said() {
    if (!this.plainly) {
      const said = asSaid(this.text);
      this.plainly = said === this.text ? this : new Laid(said);
    }
    return this.plainly;
  }

  /** From where to where the text goes that codes stand for. */
  span(start, end) {
    const [first, last] = this.origins
      ? [this.origin(start - 1), this.pastMarks(this.origin(end - 2) + 1)]
      : [start - 1, end - 1];
    return this.offsets ? [this.offsets[first], this.offsets[last]] : [first, last];
  }

  /** Where the code at `place` came from. */
  origin(place) {
    const { places, sources } = this.origins;
    let [low, high] = [0, places.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (places[middle] <= place) low = middle;
      else high = middle;
    }
    return place + sources[low] - places[low];
  }

  /** `end`, or where the accents end that are drawn before it. */
  pastMarks(end) {
    const { text, offsets } = this;
    const size = offsets ? offsets.length - 1 : text.length;
    let past = end;
    for (let at = end; at < size; at += 1) {
      const character = characterAt(text, offsets, at);
      const isNothing =
        code(character.codePointAt(0)) === SPECIAL &&
        !remember("expansion", character, expansionOf).length;
      if (!isNothing) break;
      if (remember("mark", character, isMark)) past = at + 1;
    }
    return past;
  }

  /** The part of the text that codes stand for. */
  quote(start, end) {
    return this.text.slice(...this.span(start, end));
  }

  /** The same as it is read: with signs that a program wrote or lost. */
  read(start, end) {
    return mendedText(this.quote(start, end));
  }

  /** The word that codes stand for, as patterns have it. */
  word(start, end) {
    const codes = this.plain.slice(start, end);
    return hasShared(codes) ? letters(this.read(start, end)) : codes;
  }
}

/** The codes of a form or phrase, each run of spaces one, with dashes and raised figures. */
export function flatSigns(text) {
  if (/^(?! *>)[ -%'->@-~]*$/.test(text)) {
    return text.toLowerCase().replaceAll("`", "'").replace(/ +/g, " ").trim(); // sooner
  }
  const offsets = offsetsOf(text);
  const [codes] = changed(text, offsets, mended(encode(text, offsets)));
  return codes.replace(/[\t-\r ]+/g, " ").replace(/^ | $/g, "");
}

/** How a phrase is looked for. */
export const flat = (text) => inLine(flatSigns(text));

/** How a form is looked for. */
export function sought(text) {
  const plain = flatSigns(text);
  const isBare = !WORD.test(plain.charAt(0));
  return plain.replace(isBare ? SIGNS_AROUND : LOOSE_ENDS, "");
}

export const isWord = (sign) => WORD.test(sign);
export const hasShared = (plain) => /[\xe0-\xff]/.test(plain);

/** The letters of a text, where its codes do not settle what they are. */
export const unsettledLetters = (text, plain, folding) =>
  hasShared(plain) || folding !== PLAIN ? letters(text, folding) : "";
