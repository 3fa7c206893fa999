/**
 * How far a reader has come in Start, in the storage of this tab alone, so that it outlives a reload and a phone that
 * throws the page away. Nothing about health is in it: of the steps that ask about it, only that they were gone through.
 */

import { isAnswers, isRecord, isTexts, stored, tab } from "../shared/stored.js";

/** @typedef {import("../shared/read-answers.js").Answers} Answers */

/**
 * What is kept of a step.
 *
 * @typedef {object} KeptStep
 * @property {Answers | null} answers - Null where they speak of health.
 * @property {string[]} typed - Questions that the reader has answered with their own hands.
 * @property {string[] | null} linked - Questions that a link has answered; null without a link.
 * @property {boolean} done
 * @property {boolean} skipped
 * @property {boolean} leftOut
 */

/** @typedef {{ at: string, plan: string, rules: string, steps: Record<string, KeptStep> }} KeptStart */

/** Of what is stored; a page of another build may write another. */
const FORM = 1;

const ofTab = stored("bfr-start", tab, startOf);

export const startMemory = {
  /** @returns {KeptStart | null} */
  get: () => ofTab.get(),

  /** @param {KeptStart} kept */
  put({ at, plan, rules, steps }) {
    ofTab.put({ form: FORM, at, plan, rules, steps });
  },

  forget: () => ofTab.forget(),
};

/**
 * @param {unknown} raw
 * @returns {(KeptStart & { form: number }) | null}
 */
function startOf(raw) {
  if (!isRecord(raw) || raw.form !== FORM || !isRecord(raw.steps)) return null;
  const { at, plan, rules } = raw;
  if (typeof at !== "string" || typeof plan !== "string" || typeof rules !== "string") return null;
  /** @type {Record<string, KeptStep>} */
  const steps = {};
  for (const [name, each] of Object.entries(raw.steps)) {
    const step = stepOf(each);
    if (!step) return null;
    steps[name] = step;
  }
  return { form: FORM, at, plan, rules, steps };
}

/**
 * @param {unknown} raw
 * @returns {KeptStep | null}
 */
function stepOf(raw) {
  if (!isRecord(raw)) return null;
  const { answers, typed, linked, done, skipped, leftOut } = raw;
  if (answers !== null && !isAnswers(answers)) return null;
  if (!isTexts(typed) || (linked !== null && !isTexts(linked))) return null;
  const isDone = done === true;
  return {
    answers,
    typed,
    linked,
    done: isDone,
    skipped: skipped === true,
    leftOut: leftOut === true,
  };
}
