// What a reader gives as a file: of which kind it is, and the text of a plain one. Kinds
// and encodings are told apart as glossary/files/kinds.py and plain.py do it, so that a
// plain text need not be sent, and what would be refused is refused before it is sent.

export const PLAIN = ".txt";
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_CHARACTERS = 2_000_000;
const READ = [
  ".txt", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".fodt", ".rtf", ".pdf",
  ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml", ".emlx", ".mbox",
];
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
  [0, "\xd0\xcf\x11\xe0", "encrypted"],
];
const PICTURE = /\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|tiff?|webp)$/;
const ENDING = /\.[a-z][a-z0-9]{0,7}$/;
const COPY = /\(\d{1,4}\)$/;
const PDF_WITHIN = 1024;
const PDF = /(?:^|[\0-\x1f])%PDF-/;
const RTF = /^(?:\xef\xbb\xbf)?[ \t\r\n]*\{\\rtf/;
const OF_WORD = /PK(?:\x03\x04.{26}|\x01\x02.{42})word[/\\]/s;
const OF_OTHERS = /PK(?:\x03\x04.{26}|\x01\x02.{42})(?:xl|ppt|visio)[/\\]/s;
const FIRST_PART = 200;
const PACKED_KINDS = /\.(?:do[ct][xm]|o[dt]t)$/;
const HEAD = 1024;
const FLAT =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[ \t\n\r\f\v]*(?:<\?xml(?![A-Za-z0-9_])[^>]*>[ \t\n\r\f\v]*)?(?:<!--[^>]*>[ \t\n\r\f\v]*)*<office:document[ \t\n\r\f\v]/;
const PAGE =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[ \t\n\r\f\v]*(?:<\?xml(?![A-Za-z0-9_])[^>]*>[ \t\n\r\f\v]*)?(?:<!--[^>]*>[ \t\n\r\f\v]*)*<(?:!doctype[ \t\n\r\f\v]+html|html|head|body)(?![A-Za-z0-9_])/i;
const HEADERS =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\r\n]*(?:[0-9]{1,9}[ \t]*\r?\n)?((?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)(?:\r?\n|$)/;
const S = "[ \\t\\n\\r\\f\\v]"; // as Python reads \s in bytes
const OF_MAIL = new RegExp(
  "(?:^|\\n)(?:(from)[ ][^ \\t\\n\\r\\f\\v]+[ ]+[a-z]{3}[ ]+[a-z]{3}[ ]+[0-9]" +
    "|(mime-version):[ \\t]*[0-9]" +
    `|(message-id):${S}*<[^<> \\t\\n\\r\\f\\v]+>` +
    `|(return-path):${S}*<` +
    `|(content-type):${S}*[a-z]+/[a-z]` +
    `|(content-transfer-encoding):${S}*(?:7bit|8bit|base64|quoted-printable)(?![a-z0-9_])` +
    `|(received):(?:[^\\r\\n]|\\r?\\n[ \\t])*?;${S}*(?:[a-z]{3},${S}*)?[0-9]{1,2}${S}+[a-z]{3}${S}+[0-9]` +
    `|(date):${S}*(?:[a-z]{3},${S}*)?[0-9]{1,2}${S}+[a-z]{3}${S}+(?:[0-9]{2}){1,2}${S}+[0-9]{2}:[0-9]{2}(?::[0-9]{2})?${S}+` +
    "(?:[+-][0-9]{4}|(?:ut|gmt|bst|[ecmp][sd]t)(?![a-z0-9_])))",
  "gi",
);
const LEAST_OF_MAIL = 2;
const MOST_HEADERS = 65536;

const MARKS = [
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe\0\0", "utf-32le"],
  ["\0\0\xfe\xff", "utf-32be"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];
const MARK = /\ufeff/g;
const SAMPLE = 4096;
const UNREADABLE = "\ufffd";
const ASCII = /[\0-\x7f]+/g;
const OURS = /^[\xa0-\xff\u0174-\u0177\u2010-\u2044\u20ac\u2122]*$/;
const CUT = /(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})$/;
const SIGN =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;
const WELSH = /[\xd0\xde\xf0\xfe]/;
const QUOTES = /[\x80-\x9f]/;
const OF_MACS = /[a-z](?:\x8e|\xd5[a-z])/;
const MISSING = /[\x81\x8d\x8f\x90\x9d]/g; // windows-1252 has no sign there
const ENDS = "\0\x1a";
const WIDE_WITHIN = /(?:[^\0]\0){4,}/gu;
const STRAY = /\0+/g;
const NO_SIGNS = /\0+|[\x01-\x07\x0e-\x1a\x1c-\x1f\x7f]/g;
const NOT_PRINTED = /=(?![0-9A-F]{2}|\r?\n|$)|[\x80-\xff]|[^\n]{78}/;
const PRINTED = /=[89A-F][0-9A-F]/;

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

const bytesOf = (letters) => Uint8Array.from(letters, (one) => one.charCodeAt(0));

function plainly(bytes, encoding) {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return encoding === "windows-1252" ? text.replace(MISSING, UNREADABLE) : text;
}

/** UTF-8, in which a byte that is none is one of Windows: texts are put together. */
function mixed(bytes) {
  const whole = latin(bytes).replace(CUT, "\xef\xbf\xbd");
  const odd = [...plainly(Uint8Array.from({ length: 128 }, (_, at) => at + 128), "windows-1252")];
  const inUtf8 = odd.map((sign) => latin(new TextEncoder().encode(sign)));
  const mended = whole.replace(SIGN, (sign, byte) => (byte ? inUtf8[byte.charCodeAt(0) - 128] : sign));
  return plainly(bytesOf(mended), "utf-8");
}

function decode(bytes, encoding) {
  if (encoding.startsWith("utf-32")) return wide(bytes, encoding.endsWith("le"));
  return encoding === "utf-8" ? mixed(bytes) : plainly(bytes, encoding);
}

function encodingByZeros(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  const groups = Math.floor(sample.length / 4);
  const zeros = [0, 0, 0, 0];
  for (let at = 0; at < groups * 4; at += 1) zeros[at % 4] += sample[at] === 0 ? 1 : 0;
  const [first, second, third, fourth] = zeros;
  if (groups && fourth === groups && third * 2 > groups && !first) return "utf-32le";
  if (groups && first === groups && second * 2 > groups && !fourth) return "utf-32be";
  const even = first + third;
  const odd = second + fourth;
  if (odd * 2 > groups * 3 && even * 8 < odd) return "utf-16le";
  return even * 2 > groups * 3 && odd * 8 < even ? "utf-16be" : null;
}

function encodingBySigns(bytes, letters) {
  const signs = plainly(bytes, "utf-8").replace(ASCII, "");
  const found = signs.replaceAll(UNREADABLE, "");
  const good = [...found].length;
  const broken = signs.length - found.length + 1 - letters.split("\xef\xbf\xbd").length;
  if (broken <= good || (good && OURS.test(found))) return "utf-8";
  if (OF_MACS.test(letters)) return "macintosh";
  return WELSH.test(letters) && !QUOTES.test(letters) ? "iso-8859-14" : "windows-1252";
}

function withoutZeros(given) {
  const text = given.replace(MARK, "");
  let end = text.length;
  while (end && ENDS.includes(text[end - 1])) end -= 1;
  const joined = text.slice(0, end).replace(WIDE_WITHIN, (part) => part.replaceAll("\0", ""));
  const strange = joined.match(NO_SIGNS)?.length ?? 0;
  return strange * 20 > [...joined].length + 10 ? null : joined.replace(STRAY, " ");
}

function unprinted(bytes, letters) {
  if (NOT_PRINTED.test(letters) || !PRINTED.test(letters)) return bytes;
  const joined = letters.replace(/=(?:\r?\n|$)/g, "");
  const plain = joined.replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(`0x${digits}`));
  return bytesOf(plain);
}

/** The text that some bytes are, or null where they are none. */
export function plainText(given) {
  const bytes = unprinted(given, latin(given));
  const letters = latin(bytes);
  const marked = MARKS.find(([mark]) => letters.startsWith(mark));
  if (marked) return withoutZeros(decode(bytes.subarray(marked[0].length), marked[1]));
  return withoutZeros(decode(bytes, encodingByZeros(bytes) ?? encodingBySigns(bytes, letters)));
}

// -- Kinds --------------------------------------------------------------------------

const trimmed = (name) => name.replace(/[ .]+$/, "");

function kindOfPacked(letters, bytes, name) {
  const first = letters.slice(0, FIRST_PART);
  if (first.includes("opendocument.text")) return ".odt";
  const end = letters.lastIndexOf("PK\x05\x06");
  const place = bytes.subarray(end + 16, end + 20);
  const start = place.reduceRight((sum, one) => sum * 256 + one, 0);
  const listed = (end < 0 ? "" : letters.slice(start, end)) || letters;
  if (OF_WORD.test(listed)) return ".docx";
  if (first.includes("opendocument") || OF_OTHERS.test(listed)) return "unknown-kind";
  return name.match(PACKED_KINDS)?.[0] ?? "unknown-kind";
}

function isMail(letters) {
  const headers = letters.slice(0, MOST_HEADERS).replaceAll("\0", "").match(HEADERS)?.[1] ?? "";
  const found = [...headers.matchAll(OF_MAIL)].map(([, ...names]) => names.findIndex(Boolean));
  return new Set(found).size >= LEAST_OF_MAIL;
}

function kindByBytes(letters, bytes, name) {
  const first = letters.slice(0, PDF_WITHIN);
  if (PDF.test(first) || (first.includes("%PDF-") && letters.includes(" obj"))) return ".pdf";
  if (letters.startsWith("PK\x03\x04")) return kindOfPacked(letters, bytes, name);
  const known = BEGINNINGS.find(([start, sign]) => letters.startsWith(sign, start));
  if (known) return known[2];
  if (isMail(letters)) return ".eml";
  if (RTF.test(letters)) return ".rtf";
  const head = letters.slice(0, HEAD).replaceAll("\0", "");
  if (FLAT.test(head)) return ".fodt";
  return PAGE.test(head) ? ".html" : undefined;
}

function kindByName(name, bytes) {
  const ending = name.match(ENDING)?.[0];
  if (ending && PICTURE.test(ending)) return "picture";
  if (ending) return READ.includes(ending) ? ending : "unknown-kind";
  return plainText(bytes) === null ? "unknown-kind" : PLAIN;
}

/** What a file is to be read as, such as `.pdf`, or the name of what is the matter. */
export function kindOf(given, bytes) {
  const name = trimmed(trimmed(given.toLowerCase()).replace(COPY, ""));
  return kindByBytes(latin(bytes), bytes, name) ?? kindByName(name, bytes);
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
  const unread = text.includes(UNREADABLE) ? ["signs"] : [];
  return text.trim() ? { kind, text, unread } : { fault: "no-text" };
}
