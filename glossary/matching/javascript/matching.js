// Plain Words · Geiriau Plaen: finds the terms of the glossary in a text, on the
// reader's own device. The text goes nowhere.
//
// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Plain Words · Geiriau Plaen contributors
//
//   const pack = await (await fetch("https://…/api/v1/term-pack/?include=short")).json();
//   const { loadPack } = await import(pack.matching.module);
//   loadPack(pack).find("Ask about the problem profile.", { langs: ["en", "cy"] });
//   // [{ start: 14, end: 29, candidates: ["problem-profile"], lang: "en", form: "exact" }]
//
// It needs nothing but ECMAScript 2022, asks for nothing and keeps nothing.

import { Reading } from "./reading.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * What is around a form, or anywhere in a text: a part of its rules.
 *
 * @typedef {object} Pattern
 * @property {(number | string[][])[]} [before] from the form outwards
 * @property {(number | string[][])[]} [after]
 * @property {string[]} [phrases]
 * @property {boolean} [field]
 *
 * A term pack, as `GET /api/v1/term-pack/` gives it.
 *
 * @typedef {object} Pack
 * @property {number} format
 * @property {string | null} lang
 * @property {string[]} langs
 * @property {string[]} form_names
 * @property {string[]} ids
 * @property {(string | number)[][]} forms
 * @property {{ unless: Pattern[], only: Pattern[] }[]} rules
 * @property {string[][]} field
 * @property {Record<string, string[]>} clitics
 * @property {Record<string, string[]>} conjunctions
 * @property {Record<string, { silent: string, kept: string, small: string[][] }>} foldings
 * @property {Record<string, string[]>} other_names
 *
 * A term in a text: from `start` to before `end`, which of the entries may be meant (ids,
 * the likeliest first), the language of the term, and in which form it stands there.
 *
 * @typedef {object} Match
 * @property {number} start
 * @property {number} end
 * @property {string[]} candidates
 * @property {string} lang
 * @property {string} form
 *
 * What `start` and `end` count: units of a JavaScript string, characters, or bytes.
 *
 * @typedef {"utf-16" | "code-point" | "utf-8"} Offsets
 *
 * @typedef {object} Options
 * @property {readonly string[] | null} [langs] the languages whose terms to look for, the
 *   text's own first; all of them where it is left out
 * @property {readonly string[]} [exclude] ids of entries not to look for
 * @property {Offsets} [offsets] `utf-16` where it is left out, as `text.slice` counts
 *
 * The terms of a pack, ready to be looked for.
 *
 * @typedef {object} Terms
 * @property {(text: string, options?: Options) => Match[]} find the terms in a text, in
 *   order; no two of them overlap
 */

/** The format of the packs that this module reads. */
export const FORMAT = 4;

const OPTIONS = ["langs", "exclude", "offsets"];
const UNITS = {
  "utf-16": (point) => (point > 0xffff ? 2 : 1),
  "code-point": () => 1,
  "utf-8": (point) => 1 + Number(point > 0x7f) + Number(point > 0x7ff) + Number(point > 0xffff),
};

/**
 * Makes the terms of a pack ready: once for a pack, not for each text.
 *
 * @param {Pack} pack
 * @returns {Terms}
 */
export function loadPack(pack) {
  if (pack.format !== FORMAT) {
    throw new RangeError(
      `This module reads term packs of format ${FORMAT}, and this one is of format ` +
        `${pack.format}. Its "matching" says where its own module is.`,
    );
  }
  const vocabulary = new Vocabulary(pack);
  return {
    find(text, options = {}) {
      const { langs = null, exclude = [], offsets = "utf-16" } = checked(options);
      const found = new Reading(vocabulary, text, new Set(exclude), langs).matches();
      return offsets === "utf-16" ? found : moved(text, found, UNITS[offsets]);
    },
  };
}

/**
 * Those of `matches` in which an entry is met for the first time.
 *
 * @template {{ candidates: string[] }} T
 * @param {readonly T[]} matches
 * @returns {T[]}
 */
export function firstOccurrences(matches) {
  const met = new Set();
  return matches.filter(({ candidates }) => {
    const isNew = candidates.some((entry) => !met.has(entry));
    for (const entry of candidates) met.add(entry);
    return isNew;
  });
}

/** Options, if they can be meant: a slip in one is no other question. */
function checked(options) {
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown) throw new TypeError(`There is no option "${unknown}": ${OPTIONS.join(", ")}`);
  for (const name of ["langs", "exclude"]) {
    if (options[name] && !Array.isArray(options[name])) {
      throw new TypeError(`"${name}" must be an array`);
    }
  }
  if (!Object.hasOwn(UNITS, options.offsets ?? "utf-16")) {
    throw new TypeError(`"offsets" must be one of ${Object.keys(UNITS).join(", ")}`);
  }
  return options;
}

/** Matches with their places in other units than those of a JavaScript string. */
function moved(text, matches, units) {
  let [done, place] = [0, 0];
  const count = (offset) => {
    while (done < offset) {
      const point = text.codePointAt(done);
      place += units(point);
      done += point > 0xffff ? 2 : 1;
    }
    return place;
  };
  return matches.map((match) => ({ ...match, start: count(match.start), end: count(match.end) }));
}
