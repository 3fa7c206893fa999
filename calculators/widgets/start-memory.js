/**
 * How far a reader has come in Start, in the storage of this tab alone, so that it outlives a reload and a phone that
 * throws the page away. Nothing about health is in it: of the steps that ask about it, only that they were gone through.
 */

/** @typedef {import("./read-answers.js").Answers} Answers */

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

const KEY = "bfr-start";
/** Of what is stored; a page of another build may write another. */
const FORM = 1;

export const startMemory = {
  /** @returns {KeptStart | null} */
  get() {
    try {
      const { form, at, plan, rules, steps } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
      if (form !== FORM) return null;
      const whole = Object.entries(steps).map(([name, step]) => [name, keptStep(step)]);
      return { at: `${at}`, plan: `${plan}`, rules: `${rules}`, steps: Object.fromEntries(whole) };
    } catch {
      return null; // Storage is closed to this page, or holds what another hand has written.
    }
  },

  /** @param {KeptStart} kept */
  put(kept) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ form: FORM, ...kept }));
    } catch {
      // A browser that keeps nothing: a reload begins anew.
    }
  },

  forget() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // There is nothing to forget.
    }
  },
};

/**
 * @param {any} step - As it was stored.
 * @returns {KeptStep}
 */
function keptStep({ answers, typed, linked, done, skipped, leftOut }) {
  return {
    answers: answers && { ...answers },
    typed: [...typed],
    linked: linked && [...linked],
    done: done === true,
    skipped: skipped === true,
    leftOut: leftOut === true,
  };
}
