/**
 * The pressure that was worked out last on this page, for the timer that opens beside it. It rests on an answer about
 * health, so it stays in memory and goes with the page.
 */

/** @typedef {{ pressure: string, limb: string, side?: string }} InHand - As the answer writes it: 93 mmHg; `arm` or `leg`. */

/** @type {InHand[]} */
let hands = [];

export const inHand = {
  /**
   * Give the pressure for a limb; empty when none is known. That of one side is never given for the other.
   *
   * @param {string} limb
   * @param {string} [side]
   * @returns {string}
   */
  for(limb, side = "") {
    const ofLimb = hands.filter((each) => each.limb === limb);
    const found = ofLimb.find((each) => side && each.side === side) ?? ofLimb.find(holdsFor(side));
    return found?.pressure ?? "";
  },

  /** @param {InHand | InHand[] | null} found - Null when what was found does not hold any more. */
  put(found) {
    hands = found ? [found].flat() : [];
  },
};

/**
 * @param {string} side
 * @returns {(each: InHand) => boolean} Whether it was measured without naming a side, or none is asked for.
 */
function holdsFor(side) {
  return (each) => !side || !each.side || each.side === "unsaid";
}
