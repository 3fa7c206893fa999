/**
 * The session that is on, in the storage of this tab alone: a phone that is short of memory loads a page anew, and the
 * cuff must not lose its clock. It holds training and nothing about health, and goes with the end of the session.
 */

/** @typedef {import("./player-clock.js").Session} Session */

/**
 * @typedef {object} Left
 * @property {number} form Of this object; a page of another build may write another.
 * @property {Session} session
 * @property {number} zero The time of day at which the session's clock stood at nothing, ms.
 * @property {string} began As an ISO date.
 * @property {boolean} keep Whether the reader wants a record.
 * @property {Record<string, boolean>} ways How the reader wants to be told.
 * @property {string} side Of the body: `left`, `right`, `both`, or empty.
 * @property {{ href: string, length: number } | null} entry Where in the browser's history the screen has its own place.
 */

const KEY = "bfr-timer";
const FORM = 1;

/** After an hour without a page nobody is under the cuff any more. */
const LONGEST_MS = 3_600_000;

export const underWay = {
  /**
   * Read what was left, and when it is of no use, forget it.
   *
   * @returns {Left | null}
   */
  get() {
    try {
      const left = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
      if (left?.form === FORM && Date.now() - left.zero - left.session.at < LONGEST_MS) return left;
    } catch {
      // Storage is closed to this page, or holds what another hand has written.
    }
    underWay.forget();
    return null;
  },

  /**
   * @param {Omit<Left, "form">} left
   * @returns {boolean} Whether the tab keeps it.
   */
  put(left) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ form: FORM, ...left }));
      return true;
    } catch {
      return false; // A browser that keeps nothing: a reload ends the session, as the page warns.
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
