/**
 * Where the reader's screening leaves them, for every part of the tab that shows settings.
 *
 * Of a screening only its level, the closed limbs and a stated release outlive the page, in this tab alone. What it says
 * and its limits stay in memory; its answers are not kept at all.
 */

const KEY = "bfr-standing";

/** Levels at which settings may be shown. */
const OPEN = new Set(["none", "limits"]);

/** Levels at which they may not. */
const STOPS = new Set(["clinician", "not-today", "missing", "unfinished", "doctor"]);

/** The one level at which a reader may state that a clinician has agreed. */
const RELEASABLE = "clinician";

const LIMBS = ["left-arm", "right-arm", "left-leg", "right-leg"];

/** @typedef {{ code: string, says: string }} Limit */
/** @typedef {{ by: string, from: string, limbs: string[] }} Release */
/** @typedef {{ level: string, lasting: string, limits: string[], closed: string[], on: string | null, today_on: string | null, release_by: string[], release: Release | null, short: boolean }} Kept */
/** @typedef {Omit<Kept, "limits"> & { says: string, codes: string[], limits: string[] | null, released: boolean }} Now - `limits` is null when their sentences are forgotten. */

/** Fires `change` when the standing changes. */
export class StandingOfTab extends EventTarget {
  /** @type {Now | null} */
  #now = restore();

  constructor() {
    super();
    // A page that the browser had put aside, as it does on "back", slept through what was found meanwhile.
    window.addEventListener("pageshow", ({ persisted }) => {
      const kept = restore();
      if (persisted && JSON.stringify(this.kept()) !== JSON.stringify(keptOf(kept))) {
        this.#now = kept;
        this.dispatchEvent(new Event("change"));
      }
    });
  }

  /**
   * The standing; null before a screening.
   *
   * @returns {Now | null}
   */
  get() {
    return this.#now;
  }

  /**
   * What a request says of it; undefined before a screening.
   *
   * @returns {Kept | undefined}
   */
  kept() {
    return keptOf(this.#now);
  }

  /** Whether no setting may be shown. */
  stops() {
    if (!this.#now) return false;
    const { level, released } = this.#now;
    return !OPEN.has(level) && !(level === RELEASABLE && released);
  }

  /**
   * Take over what a screening found; an earlier release does not hold for it.
   *
   * @param {Omit<Kept, "limits"> & { says: string, limits: Limit[] }} found
   */
  set(found) {
    const codes = found.limits.map(({ code }) => code);
    const limits = found.limits.map(({ says }) => says);
    this.#become({ ...found, codes, limits, release: null, released: false });
  }

  /**
   * Keep what the reader says of a clinician's agreement, where the level allows one.
   *
   * @param {boolean} released
   */
  release(released) {
    const now = this.#now;
    if (now?.level !== RELEASABLE) return;
    const limbs = LIMBS.filter((limb) => !now.closed.includes(limb));
    const release = released ? { by: now.release_by[0], from: today(), limbs } : null;
    this.#become({ ...now, release, released });
  }

  /** Be as before any screening. */
  forget() {
    this.#become(null);
  }

  /** @param {Now | null} now */
  #become(now) {
    this.#now = now;
    keep(this.kept());
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * @param {Now | null} now
 * @returns {Kept | undefined} What may outlive the page.
 */
function keptOf(now) {
  if (!now) return undefined;
  const { level, lasting, codes, closed, on, today_on, release_by, release, short } = now;
  return { level, lasting, limits: codes, closed, on, today_on, release_by, release, short };
}

/** @returns {string} The day on this device, as year-month-day. */
function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @returns {Now | null} What the tab has kept.
 */
function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const known = OPEN.has(kept.level) || STOPS.has(kept.level);
    return {
      ...kept,
      level: known ? kept.level : "unfinished",
      closed: [...kept.closed],
      codes: [...kept.limits],
      released: Boolean(kept.release),
      says: "",
      limits: null,
    };
  } catch {
    return null; // Nothing is kept, or the browser keeps nothing.
  }
}

/** @param {Kept | undefined} kept */
function keep(kept) {
  try {
    if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the standing holds until the page is left.
  }
}

/** The standing that everything in a tab shares. */
export const standing = new StandingOfTab();
