/**
 * Let the standing of a tab and that of the device follow each other, for a reader who keeps numbers here: codes alone,
 * as `standing.js` holds them. What was screened counts for its days; *today* is asked each day. Whoever says
 * *Somebody else?* has a tab of their own.
 */

import { store } from "../kept/store.js";

let isFollowing = false;

/** @typedef {import("./standing.js").StandingOfTab} StandingOfTab */

/**
 * @param {StandingOfTab} standing
 * @returns {Promise<void>} Once the tab knows what the device keeps.
 */
export async function follow(standing) {
  if (isFollowing) return;
  isFollowing = true;
  let isLeaving = false;
  standing.addEventListener("forget", () => {
    isLeaving = true;
    store.leave();
  });
  const kept = await store.standing();
  if (kept && !isLeaving && !standing.get()) standing.adopt(kept);
  standing.addEventListener("change", () => {
    const now = standing.get();
    if (now) store.putStanding(now.found);
  });
  if (standing.get()) await store.putStanding(/** @type {any} */ (standing.get()).found);
}

/**
 * Turn the switch on, and let the standing follow.
 *
 * @param {StandingOfTab} standing
 * @returns {Promise<import("../kept/store.js").Refusal | null>} Why the browser keeps nothing; null when it does.
 */
export async function keepHere(standing) {
  const refusal = await store.keep();
  if (!refusal) await follow(standing);
  return refusal;
}
