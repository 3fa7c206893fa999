/**
 * How far a reader has come in Start, in the storage of this tab alone, so that it outlives a reload and a phone that
 * throws the page away. Nothing about health is in it: a calculator that asks about it has no part here.
 */

import { isAnswers, isRecord, isTexts, stored, tab } from "../shared/stored.js";

/** @typedef {import("../shared/read-answers.js").Answers} Answers */

/**
 * What is kept of a calculator.
 *
 * @typedef {object} KeptPart
 * @property {Answers} answers
 * @property {string[]} typed - Questions that the reader has answered with their own hands.
 * @property {string[]} linked - Questions that a link has answered.
 */

/** @typedef {{ exercise: string, way: string }} KeptOwn - Answers to Start's own questions. */
/** @typedef {{ at: string, plan: string, rules: string, wantsLight: boolean, isGone: boolean, own: KeptOwn, parts: Record<string, KeptPart> }} KeptStart */

/** Of what is stored; a page of another build may write another. */
const FORM = 2;

const ofTab = stored("bfr-start", tab, startOf);

export const startMemory = {
  /** @returns {KeptStart | null} */
  get: () => ofTab.get(),

  /** @param {KeptStart} kept */
  put({ at, plan, rules, wantsLight, isGone, own, parts }) {
    ofTab.put({ form: FORM, at, plan, rules, wantsLight, isGone, own, parts });
  },

  forget: () => ofTab.forget(),
};

/**
 * @param {unknown} raw
 * @returns {(KeptStart & { form: number }) | null}
 */
function startOf(raw) {
  if (!isRecord(raw) || raw.form !== FORM || !isRecord(raw.parts) || !isRecord(raw.own)) {
    return null;
  }
  const { at, plan, rules, wantsLight, isGone } = raw;
  const { exercise, way } = raw.own;
  if (typeof at !== "string" || typeof plan !== "string" || typeof rules !== "string") return null;
  if (typeof exercise !== "string" || typeof way !== "string") return null;
  /** @type {Record<string, KeptPart>} */
  const parts = {};
  for (const [slug, each] of Object.entries(raw.parts)) {
    if (!isRecord(each)) return null;
    const { answers, typed, linked } = each;
    if (!isAnswers(answers) || !isTexts(typed) || !isTexts(linked)) return null;
    parts[slug] = { answers, typed, linked };
  }
  const own = { exercise, way };
  return {
    ...{ form: FORM, at, plan, rules, own, parts },
    wantsLight: wantsLight === true,
    isGone: isGone === true,
  };
}
