/**
 * The session that is on, in the storage of this tab alone: a phone that is short of memory loads a page anew, and the
 * cuff must not lose its clock. It holds training and nothing about health, and goes with the end of the session.
 */

import { device, isRecord, stored, tab } from "../shared/stored.js";

/** @typedef {import("./player-clock.js").Session} Session */

/**
 * @typedef {object} Left
 * @property {number} form Of this object; a page of another build may write another.
 * @property {Session} session
 * @property {number} zero The time of day at which the session's clock stood at nothing, ms.
 * @property {string} began As an ISO date.
 * @property {boolean} keep Whether the reader wants a record.
 * @property {Record<string, boolean>} ways How the reader wants to be told.
 * @property {(number | null)[]} [left] How many clean repetitions were left after each exercise.
 * @property {string} side Of the body: `left`, `right`, `both`, or empty.
 * @property {{ href: string, length: number } | null} entry Where in the browser's history the screen has its own place.
 */

const FORM = 1;

/** After an hour without a page nobody is under the cuff any more. */
const LONGEST_MS = 3_600_000;

const ofTab = stored("bfr-timer", tab, leftOf);
/** The same for a phone that closes the browser, where the reader keeps numbers on this device. */
const ofDevice = stored("bfr-timer", device, leftOf);
const keeps = stored("bfr-keeps", device, Boolean);
const guest = stored("bfr-guest", tab, Boolean);

export const underWay = {
  /**
   * Read what was left, and when it is of no use, forget it.
   *
   * @returns {Left | null}
   */
  get() {
    const left = ofTab.get() ?? (guest.get() ? null : ofDevice.get());
    if (left && Date.now() - left.zero - left.session.at < LONGEST_MS) return left;
    underWay.forget();
    return null;
  },

  /**
   * @param {Omit<Left, "form">} left
   * @returns {boolean} Whether the tab keeps it: else a reload ends the session, as the page warns.
   */
  put(left) {
    const whole = { form: FORM, ...left };
    if (keeps.get() && !guest.get()) ofDevice.put(whole);
    return ofTab.put(whole);
  },

  forget() {
    ofTab.forget();
    if (!guest.get()) ofDevice.forget();
  },
};

/**
 * @param {unknown} raw
 * @returns {Left | null}
 */
function leftOf(raw) {
  if (!isRecord(raw) || raw.form !== FORM || !isRecord(raw.session)) return null;
  if (typeof raw.zero !== "number" || typeof raw.session.at !== "number") return null;
  // Written by the timer of this form: the rest of it is as it left it.
  return /** @type {Left} */ (/** @type {unknown} */ (raw));
}
