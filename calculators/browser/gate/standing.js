/**
 * Where the reader's screening leaves them, for every part of the tab that shows settings.
 *
 * Of a screening its level, limits and limbs, its days and a stated release outlive the page, in this tab alone: codes
 * and no answers. What the codes say comes from the rules.
 */

import { LIMBS, LIMITS } from "../shared/from-rules.js";
import { effective, gateOf, readStanding } from "./gate.js";
import { device, forgetAll, stored, tab } from "../shared/stored.js";

const ofTab = stored("bfr-standing", tab, readStanding);

/** @typedef {import("./gate.js").Release} Release */
/** @typedef {import("./gate.js").Standing} Kept */
/** @typedef {Omit<Kept, "limits"> & { limits: { code: string }[] }} Found */
/** @typedef {Kept & { found: Kept, released: boolean }} Now - With a release counted in; `found` is without it. */

/**
 * Fires `change` when the standing changes or its day is over, and `forget` when somebody else has come: then nothing of
 * the person before may stay.
 */
export class StandingOfTab extends EventTarget {
  /** @type {Kept | null} */
  #kept = null;
  /** Whether the tab held what these rules do not know. */
  #isLost = false;
  /** The answers that were screened, in memory alone: a release holds for no others. */
  #answers = "";
  #day = today();

  constructor() {
    super();
    this.#restore();
    // A page that the browser had put aside, as it does on "back", slept through what was found meanwhile.
    window.addEventListener("pageshow", ({ persisted }) => {
      const before = JSON.stringify(this.#kept);
      if (persisted) this.#restore();
      if (JSON.stringify(this.#kept) !== before) this.#tell();
    });
    // A phone shows today what it was left with yesterday.
    document.addEventListener("visibilitychange", () => {
      if (this.#day !== today()) this.#tell();
    });
  }

  /**
   * The standing; null before a screening.
   *
   * @returns {Now | null}
   */
  get() {
    if (!this.#kept) return null;
    const now = effective(this.#kept);
    return { ...now, found: this.#kept, released: now.release !== null };
  }

  /**
   * What a request says of it.
   *
   * @returns {Kept | { level: string }}
   */
  kept() {
    return this.#kept ?? { level: "unscreened" };
  }

  /** Whether the tab held something of a screening that cannot be read; it counts as none. */
  get isLost() {
    return this.#isLost && !this.#kept;
  }

  /**
   * Name what stands in the place of settings; nothing if they may be shown.
   *
   * @param {boolean} asksFirst - Whether nobody gets a setting unasked.
   */
  gate(asksFirst = false) {
    return gateOf(this.#kept, today(), asksFirst);
  }

  /** The sentences of the limits that hold. */
  get limits() {
    return (this.get()?.limits ?? []).map((code) => LIMITS[code].says);
  }

  /** The limbs that must have no cuff, in words. */
  get closed() {
    return (this.get()?.closed ?? []).map((limb) => LIMBS[limb]);
  }

  /**
   * Take over what a screening found. A release before it holds on only for the same answers.
   *
   * @param {Found} found
   * @param {string} answers - As JSON; they stay in memory.
   */
  set(found, answers) {
    const { level, lasting, closed, on, today_on, release_by, short } = found;
    const isSame = answers !== "" && answers === this.#answers;
    const release = isSame ? (this.#kept?.release ?? null) : found.release;
    const limits = found.limits.map(({ code }) => code);
    this.#answers = answers;
    this.#become({ level, lasting, limits, closed, on, today_on, release_by, release, short });
  }

  /**
   * Keep what the reader states of a professional's decision, or take it back.
   *
   * @param {Release | null} release
   */
  release(release) {
    if (this.#kept) this.#become({ ...this.#kept, release });
  }

  /**
   * Take over what this device has kept of an earlier screening, if the tab has none.
   *
   * @param {unknown} raw
   */
  adopt(raw) {
    const kept = readStanding(raw);
    if (kept && !this.#kept) this.#become(kept);
  }

  /** Be as before any screening. */
  forget() {
    this.#answers = "";
    this.#become(null);
  }

  /** Forget all that this tab holds of the person before, for the next. */
  leave() {
    forgetAll(tab);
    this.dispatchEvent(new Event("forget"));
    this.forget();
  }

  #restore() {
    this.#kept = ofTab.get();
    this.#isLost = ofTab.isUnreadable();
  }

  /** @param {Kept | null} kept */
  #become(kept) {
    this.#kept = kept;
    this.#isLost = false;
    // A browser that keeps nothing: the standing holds until the page is left.
    if (kept) ofTab.put(kept);
    else ofTab.forget();
    this.#tell();
  }

  #tell() {
    this.#day = today();
    this.dispatchEvent(new Event("change"));
  }
}

/** @returns {string} The day on this device, as year-month-day. */
export function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** The standing that everything in a tab shares. */
export const standing = new StandingOfTab();

// Who keeps numbers on this device keeps these codes there too.
if (stored("bfr-keeps", device, Boolean).get()) {
  import("./follow.js").then(({ follow }) => follow(standing));
}
