// What a reader gives as a file: of which kind it is, and the text of a plain one. Kinds
// and encodings are told apart as glossary/files/kinds.py and plain.py do it, so that a
// plain text need not be sent, and what would be refused is refused before it is sent.

export const PLAIN = ".txt";
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_CHARACTERS = 2_000_000;
const PACKED = [".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott"];
const READ = [".txt", ...PACKED, ".fodt", ".rtf", ".pdf", ".html", ".htm"];
const BEGINNINGS = [
  [0, "\xff\xd8\xff", "picture"],
  [0, "\x89PNG", "picture"],
  [0, "GIF8", "picture"],
  [0, "II*\0", "picture"],
  [0, "MM\0*", "picture"],
  [8, "WEBP", "picture"],
  [4, "ftyphe", "picture"],
  [4, "ftypmif1", "picture"],
  [4, "ftypavif", "picture"],
  [0, "{\\rtf", ".rtf"],
  [0, "\xd0\xcf\x11\xe0", "encrypted"],
];
const PICTURE = /\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|tiff?|webp)$/i;
const ENDING = /\.[A-Za-z][A-Za-z0-9]{0,7}$/;
const PDF_WITHIN = 1024;
const FIRST_PART = 200;
const PAGE = /^(?:\xef\xbb\xbf)?[ \t\n\r\f\v]*<(?:!doctype html|html)(?![A-Za-z0-9_])/i;

const MARKS = [
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe\0\0", "utf-32le"],
  ["\0\0\xfe\xff", "utf-32be"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];
const SAMPLE = 4096;
const UNREADABLE = "\ufffd";
const WELSH = /[\xd0\xde\xf0\xfe]/;
const QUOTES = /[\x80-\x9f]/;
const MISSING = /[\x81\x8d\x8f\x90\x9d]/g; // windows-1252 has no sign there

/** Bytes as a string of the characters up to U+00FF. */
export function latin(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join("");
}

// -- Plain text ---------------------------------------------------------------------

function wide(bytes, isLittle) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const characters = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isCharacter = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
    characters.push(isCharacter ? String.fromCodePoint(point) : UNREADABLE);
  }
  if (bytes.length % 4) characters.push(UNREADABLE);
  return characters.join("");
}

function decode(bytes, encoding) {
  if (encoding.startsWith("utf-32")) return wide(bytes, encoding.endsWith("le"));
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return encoding === "windows-1252" ? text.replace(MISSING, UNREADABLE) : text;
}

function encodingByZeros(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  const groups = Math.floor(sample.length / 4);
  const zeros = [0, 0, 0, 0];
  for (let at = 0; at < groups * 4; at += 1) zeros[at % 4] += sample[at] === 0 ? 1 : 0;
  if (groups && !zeros[0] && zeros[2] === groups && zeros[3] === groups) return "utf-32le";
  if (groups && !zeros[3] && zeros[0] === groups && zeros[1] === groups) return "utf-32be";
  const even = zeros[0] + zeros[2];
  const odd = zeros[1] + zeros[3];
  if (odd > groups && !even) return "utf-16le";
  return even > groups && !odd ? "utf-16be" : null;
}

function encodingBySigns(bytes, letters) {
  const text = decode(bytes, "utf-8");
  let broken = 0;
  let good = 0;
  for (const character of text) {
    if (character === UNREADABLE) broken += 1;
    else if (character > "\x7f") good += 1;
  }
  if (broken <= good) return "utf-8";
  return WELSH.test(letters) && !QUOTES.test(letters) ? "iso-8859-14" : "windows-1252";
}

/** The text that some bytes are, or null where they are none. */
export function plainText(bytes) {
  const letters = latin(bytes);
  const marked = MARKS.find(([mark]) => letters.startsWith(mark));
  const text = marked
    ? decode(bytes.subarray(marked[0].length), marked[1])
    : decode(bytes, encodingByZeros(bytes) ?? encodingBySigns(bytes, letters));
  return text.includes("\0") ? null : text;
}

// -- Kinds --------------------------------------------------------------------------

function kindByBytes(letters, name) {
  if (letters.slice(0, PDF_WITHIN).includes("%PDF-")) return ".pdf";
  if (letters.startsWith("PK\x03\x04")) {
    if (letters.slice(0, FIRST_PART).includes("opendocument.text")) return ".odt";
    const named = PACKED.find((one) => name.toLowerCase().endsWith(one));
    return named ?? (letters.includes("word/") ? ".docx" : "unknown-kind");
  }
  return BEGINNINGS.find(([start, sign]) => letters.startsWith(sign, start))?.[2];
}

/** What a file is to be read as, such as `.pdf`, or the name of what is the matter. */
export function kindOf(name, bytes) {
  const letters = latin(bytes);
  const known = kindByBytes(letters, name) ?? READ.find((one) => name.toLowerCase().endsWith(one));
  if (known) return known;
  if (ENDING.test(name)) return PICTURE.test(name) ? "picture" : "unknown-kind";
  if (PAGE.test(letters)) return ".html";
  return plainText(bytes) === null ? "unknown-kind" : PLAIN;
}

/** The kind of a file, and its text where it is plain; or what is the matter with it. */
export async function look(file) {
  if (!file.size) return { fault: "empty" };
  if (file.size > MOST_BYTES) return { fault: "too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(file.name, bytes);
  if (!kind.startsWith(".")) return { fault: kind };
  if (kind !== PLAIN) return { kind };
  const text = plainText(bytes);
  if (text === null) return { fault: "broken" };
  if (text.length > MOST_CHARACTERS) return { fault: "too-much" };
  return text.trim() ? { kind, text } : { fault: "no-text" };
}
