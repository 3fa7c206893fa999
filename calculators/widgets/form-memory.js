/**
 * What stands in the forms of calculators, for when a page goes and comes back. All of it stays in memory while pages
 * change without a reload. What is not about health is also in the storage of this tab alone, so that it outlives a
 * reload, the way back, and a phone that throws the page away.
 */

import { standing } from "./standing.js";

/** @typedef {import("./read-answers.js").Answers} Answers */

const KEY = "bfr-forms";
/** Of what is stored; a page of another build may write another. */
const FORM = 1;

/**
 * @typedef {object} Kept
 * @property {Answers} answers - That differ from how the form was built.
 * @property {string} link - The fragment that was read last: it is not taken over again.
 */

/** @type {Map<string, Kept>} */
const inMemory = new Map();

export const formMemory = {
  /**
   * Give what stood in a form; null when nothing is known.
   *
   * @param {string} slug
   * @returns {Kept | null}
   */
  get(slug) {
    return inMemory.get(slug) ?? stored().get(slug) ?? null;
  },

  /**
   * @param {string} slug
   * @param {{ whole: Kept, stored: Kept | null }} kept - The whole stays in memory; what is stored says nothing of
   *     health.
   */
  put(slug, { whole, stored: kept }) {
    inMemory.set(slug, whole);
    const all = stored();
    if (kept) all.set(slug, kept);
    else all.delete(slug);
    store(all);
  },

  /** Forget all: another person is here. */
  forgetAll() {
    inMemory.clear();
    store(new Map());
  },

  /** @param {string} slug */
  forget(slug) {
    inMemory.delete(slug);
    const all = stored();
    all.delete(slug);
    store(all);
  },
};

standing.addEventListener("forget", () => formMemory.forgetAll());

/** @returns {Map<string, Kept>} */
function stored() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (kept?.form === FORM && isObject(kept.slugs)) {
      const whole = Object.entries(kept.slugs).filter(([, each]) => isObject(each?.answers));
      return new Map(
        whole.map(([slug, { answers, link }]) => [slug, { answers, link: `${link}` }]),
      );
    }
  } catch {
    // Storage is closed to this page, or holds what another hand has written.
  }
  return new Map();
}

/** @param {Map<string, Kept>} all */
function store(all) {
  try {
    if (all.size) {
      sessionStorage.setItem(KEY, JSON.stringify({ form: FORM, slugs: Object.fromEntries(all) }));
    } else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the form is as it was built after a reload.
  }
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
