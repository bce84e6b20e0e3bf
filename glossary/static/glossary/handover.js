// Keeps a reader's text in the tab while the reader is on this site, so that Back and a
// reload find it again. The text is in the tab's name, locked, since other sites that the
// tab opens can read that name. The key is in the history of the tab, which this site alone
// can read, and which may be on the disk. Chromium and Firefox write no name down; WebKit
// notes it for each page that is opened, so it is never the text itself.

import { latin } from "./given.js";

const KEY = 32; // bytes
const IV = 12; // bytes, as AES-GCM wants it

let latest = 0;
let noted = null;

const canLock = () => Boolean(window.crypto?.subtle);
const random = (size) => window.crypto.getRandomValues(new Uint8Array(size));
const ownKey = () => window.history.state?.key ?? random(KEY);
const note = (more) => window.history.replaceState({ ...window.history.state, ...more }, "");

function importKey(key) {
  return window.crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function lock(key, text) {
  const iv = random(IV);
  const plain = new TextEncoder().encode(text);
  const sealed = await window.crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await importKey(key),
    plain,
  );
  return btoa(latin(new Uint8Array([...iv, ...new Uint8Array(sealed)])));
}

async function unlock(key, locked) {
  const bytes = Uint8Array.from(atob(locked), (one) => one.charCodeAt(0));
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

/** Keeps a text, and what is missing in it; `isShown` if what was found is on the page too. */
export async function keep(text, unread, isShown) {
  if (!text.trim()) return forget();
  if (!canLock()) return undefined;
  latest += 1;
  const mine = latest;
  const key = ownKey();
  noted = { key, isShown };
  note(noted);
  const locked = await lock(key, `${unread}\n${text}`);
  if (mine === latest) window.name = locked;
  return undefined;
}

/** Notes how far a reader had come who leaves for another page of ours. */
export const noteScroll = () => {
  if (window.history.state?.key) note({ scrolled: Math.round(window.scrollY) });
};

/** Opens another page with the text, which it is to work on at once where `isAsked`.
 *
 * The page gets its place in the history first: then WebKit notes no name for it, and the
 * key is where it will look. */
export async function takeAlong(address, text, unread, isAsked) {
  if (!canLock()) return window.location.assign(address);
  const key = ownKey();
  const locked = await lock(key, `${unread}\n${text}`);
  latest += 1;
  window.name = "";
  window.history.pushState({ key, isAsked }, "", address);
  window.name = locked;
  return window.location.reload();
}

/** The text that is there for this page, what is to be done with it, how far it was read. */
export async function kept() {
  const { key, ...told } = window.history.state ?? {};
  if (!key || !window.name) return null;
  note({ isAsked: undefined });
  try {
    const [unread, ...lines] = (await unlock(key, window.name)).split("\n");
    return { ...told, unread, text: lines.join("\n") };
  } catch {
    return null;
  }
}

// A place within the page is a new one in the history, which has no key yet.
window.addEventListener("hashchange", () => noted && note(noted));

// Back to a place that `takeAlong` made shows no other page by itself.
const here = window.location.pathname;
window.addEventListener("popstate", () => {
  if (window.location.pathname !== here) window.location.reload();
});
