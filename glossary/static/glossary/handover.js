// Keeps a reader's text in the tab while the reader is on this site: in the tab's name,
// which browsers hold in memory and write nowhere. So Back, a reload and the other language
// find it again. It is gone when the tab is closed, another site is opened or one exits.

const PREFIX = "plain-words:";
const TYPED = "0";
const SHOWN = "1";
const ASKED = "2";

const write = (page, state, text) => {
  const isThere = text.trim() !== "";
  if (isThere) window.name = `${PREFIX}${page}:${state}:${Math.round(scrollY)}:${text}`;
  else if (window.name.startsWith(PREFIX)) window.name = "";
};

/** Keeps the text of a page; `isShown` if what was found in it is on the page too. */
export const keep = (page, text, isShown) => write(page, isShown ? SHOWN : TYPED, text);

/** Gives the text to a page that is opened next, which is to work on it at once. */
export const hand = (page, text) => write(page, ASKED, text);

/** The text that is there for a page, how far it was read, and what to do with it. */
export function kept(page) {
  const [, of, state, scrolled, text] =
    /^plain-words:(\w+):(\d):(\d+):([^]*)$/.exec(window.name) ?? [];
  if (of !== page) return null;
  return { text, isShown: state !== TYPED, isAsked: state === ASKED, scrolled: Number(scrolled) };
}
