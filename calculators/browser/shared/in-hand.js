/**
 * The pressure that was worked out last on this page, for the timer that opens beside it. It rests on an answer about
 * health, so it stays in memory and goes with the page.
 */

/** @typedef {{ pressure: string, limb: string }} InHand - As the answer writes it: 93 mmHg; `arm` or `leg`. */

/** @type {InHand | null} */
let hand = null;

export const inHand = {
  /**
   * Give the pressure for a limb; empty when none is known.
   *
   * @param {string} limb
   * @returns {string}
   */
  for(limb) {
    return hand?.limb === limb ? hand.pressure : "";
  },

  /** @param {InHand | null} found - Null when what was found does not hold any more. */
  put(found) {
    hand = found;
  },
};
