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
const STOPS = new Set(["clinician", "not-today", "unfinished", "doctor"]);

/** The one level at which a reader may state that a clinician has agreed. */
const RELEASABLE = "clinician";

/** @typedef {{ level: string, released: boolean, closed: string[] }} Kept */
/** @typedef {Kept & { says: string, limits: string[] | null }} Now - `limits` is null when they are forgotten. */

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
   * @param {{ level: string, says: string, limits: string[], closed: string[] }} found
   */
  set({ level, says, limits, closed }) {
    this.#become({ level, says, limits, closed, released: false });
  }

  /**
   * Keep what the reader says of a clinician's agreement, where the level allows one.
   *
   * @param {boolean} released
   */
  release(released) {
    if (this.#now?.level === RELEASABLE) this.#become({ ...this.#now, released });
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
  return now ? { level: now.level, released: now.released, closed: now.closed } : undefined;
}

/**
 * @returns {Now | null} What the tab has kept.
 */
function restore() {
  try {
    const { level, released, closed } = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const known = OPEN.has(level) || STOPS.has(level);
    return {
      level: known ? level : "unfinished",
      released: released === true,
      closed: [...closed],
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
