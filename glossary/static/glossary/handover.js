// Keeps a reader's text in the tab while the reader is on this site, so that Back and a
// reload find it again. The text is in the tab's name, which browsers hold in memory and
// write nowhere. It is locked, since other sites that the tab opens can read that name. The
// key is in the history of the tab, which this site alone can read, and which may be on the
// disk: the one is of no use without the other.

const HANDED = "plain-words:";
const IV = 12; // bytes, as AES-GCM wants it

let latest = 0;
let noted = null;

const toBytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

function toText(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return btoa(parts.join(""));
}

const note = (more) => window.history.replaceState({ ...window.history.state, ...more }, "");

function importKey(key) {
  return window.crypto.subtle.importKey("raw", toBytes(key), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
}

async function lock(key, text) {
  const iv = window.crypto.getRandomValues(new Uint8Array(IV));
  const plain = new TextEncoder().encode(text);
  const sealed = await window.crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await importKey(key),
    plain,
  );
  return toText(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

async function unlock(key, locked) {
  const bytes = toBytes(locked);
  const plain = await window.crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes.subarray(0, IV) },
    await importKey(key),
    bytes.subarray(IV),
  );
  return new TextDecoder().decode(plain);
}

/** Forgets what is kept. */
export function forget() {
  latest += 1;
  window.name = "";
  noted = null;
  note({ key: undefined, isShown: undefined, scrolled: undefined });
}

/** Keeps a text; `isShown` if what was found in it is on the page too. */
export async function keep(text, isShown) {
  if (!text.trim()) return forget();
  if (!window.crypto?.subtle) return undefined;
  latest += 1;
  const mine = latest;
  const key = window.history.state?.key ?? toText(window.crypto.getRandomValues(new Uint8Array(32)));
  noted = { key, isShown };
  note(noted);
  const locked = await lock(key, text);
  if (mine === latest) window.name = locked;
  return undefined;
}

/** Notes how far a reader had come who leaves for another page of ours. */
export const noteScroll = () => {
  if (window.history.state?.key) note({ scrolled: Math.round(window.scrollY) });
};

/** Hands the text to a page that is opened at once, and is to work on it. */
export function hand(page, text, isShown) {
  latest += 1;
  window.name = `${HANDED}${page}:${isShown ? 1 : 0}:${text}`;
}

/** The text that is there for a page, whether it was shown, and how far it was read. */
export async function kept(page) {
  const there = window.name;
  if (there.startsWith(HANDED)) {
    window.name = "";
    const [, of, isShown, text] = /^plain-words:(\w+):(\d):([^]*)$/.exec(there) ?? [];
    return of === page ? { text, isShown: isShown === "1", isAsked: isShown === "1" } : null;
  }
  const { key, isShown, scrolled } = window.history.state ?? {};
  if (!key || !there) return null;
  try {
    return { text: await unlock(key, there), isShown, isAsked: false, scrolled };
  } catch {
    return null;
  }
}

// A place within the page is a new one in the history, which has no key yet.
window.addEventListener("hashchange", () => noted && note(noted));
