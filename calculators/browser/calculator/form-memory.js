/**
 * What stands in the forms of calculators, for when a page goes and comes back. All of it stays in memory while pages
 * change without a reload. What is not about health is also in the storage of this tab alone, so that it outlives a
 * reload, the way back, and a phone that throws the page away.
 */

import { standing } from "../gate/standing.js";
import { isAnswers, isRecord, stored, tab } from "../shared/stored.js";

/** @typedef {import("../shared/read-answers.js").Answers} Answers */

/** Of what is stored; a page of another build may write another. */
const FORM = 1;

/**
 * @typedef {object} Kept
 * @property {Answers} answers - That differ from how the form was built.
 * @property {string} link - The fragment that was read last: it is not taken over again.
 */

/** @type {Map<string, Kept>} */
const inMemory = new Map();

const ofTab = stored("bfr-forms", tab, formsOf);

export const formMemory = {
  /**
   * Give what stood in a form; null when nothing is known.
   *
   * @param {string} slug
   * @returns {Kept | null}
   */
  get(slug) {
    return inMemory.get(slug) ?? kept().get(slug) ?? null;
  },

  /**
   * @param {string} slug
   * @param {{ whole: Kept, stored: Kept | null }} form - The whole stays in memory; what is stored says nothing of
   *     health.
   */
  put(slug, { whole, stored: some }) {
    inMemory.set(slug, whole);
    const all = kept();
    if (some) all.set(slug, some);
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
    const all = kept();
    all.delete(slug);
    store(all);
  },
};

standing.addEventListener("forget", () => formMemory.forgetAll());

/** @returns {Map<string, Kept>} */
function kept() {
  return new Map(Object.entries(ofTab.get()?.slugs ?? {}));
}

/** @param {Map<string, Kept>} all */
function store(all) {
  if (all.size) ofTab.put({ form: FORM, slugs: Object.fromEntries(all) });
  else ofTab.forget();
}

/**
 * @param {unknown} raw
 * @returns {{ form: number, slugs: Record<string, Kept> } | null} Without what is no form's.
 */
function formsOf(raw) {
  if (!isRecord(raw) || raw.form !== FORM || !isRecord(raw.slugs)) return null;
  /** @type {Record<string, Kept>} */
  const slugs = {};
  for (const [slug, each] of Object.entries(raw.slugs)) {
    if (!isRecord(each) || !isAnswers(each.answers)) continue;
    slugs[slug] = { answers: each.answers, link: typeof each.link === "string" ? each.link : "" };
  }
  return { form: FORM, slugs };
}
