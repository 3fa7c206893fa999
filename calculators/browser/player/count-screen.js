/**
 * A count of clean repetitions, led through by a screen of its own: what to do and when to stop, a tap for each
 * repetition, and the number handed back. Nothing of it is kept here. What a limit forbids is not begun.
 */

import { standing } from "../gate/standing.js";
import { all, one, setHidden, showWhere } from "../shared/dom.js";
import { LEVELS, LIMBS, LIMITS } from "../shared/from-rules.js";
import { write } from "../shared/write.js";
import { WakeLock } from "./wake-lock.js";

/**
 * What is counted: `clean` repetitions of a light weight, a set to the `limit`, or one with some left in `reserve`.
 *
 * @typedef {"clean" | "limit" | "reserve"} Counted
 */

/** As many as the questions take. */
const MOST = 100;
/** Two taps that were meant as one. */
const MISTAP_MS = 250;

/**
 * Find the limit that forbids a count; `closed` where every limb is, and empty if nothing does.
 *
 * @param {Counted} counted
 * @param {{ limits: string[], closed: string[] }} now
 * @returns {string}
 */
export function forbidden(counted, { limits, closed }) {
  if (Object.keys(LIMBS).every((limb) => closed.includes(limb))) return "closed";
  if (counted === "clean") return "";
  const method = counted === "limit" ? "repetitions" : "reserve";
  const binds = (/** @type {string} */ code) =>
    LIMITS[code].binds.some(
      ({ name, only, never }) =>
        (name === "method" && never.includes(method)) || (name === "recovering" && only === "yes"),
    );
  return limits.find(binds) ?? "";
}

/** The screen of one count after another. */
export class CountScreen {
  #dialog;
  #wake = new WakeLock();
  #count = 0;
  /** @type {Counted} */
  #counted = "clean";
  #tapped = -MISTAP_MS;
  /** @type {(counted: number | null) => void} */
  #give = () => {};

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog;
    dialog.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button) this.#do(button.dataset.does ?? "");
    });
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation(); // the site's own keys wait
      const isOnButton = /** @type {Element} */ (event.target).closest("button, summary, a");
      if (event.key !== " " || event.repeat || isOnButton || this.#state !== "counting") return;
      event.preventDefault();
      this.#do("tap");
    });
    dialog.addEventListener("close", () => this.#end(null));
    standing.addEventListener("change", () => this.#hold());
  }

  get #state() {
    return this.#dialog.dataset.state;
  }

  /**
   * Lead through a count.
   *
   * @param {Counted} counted
   * @returns {Promise<number | null>} Null where the reader took none.
   */
  ask(counted) {
    this.#counted = counted;
    this.#count = 0;
    this.#become("before");
    this.#hold();
    this.#dialog.showModal();
    one(this.#dialog, "h2:not([hidden])").focus();
    return new Promise((give) => {
      this.#give = give;
    });
  }

  /** Hold the count to what the screening says now: nothing begins before that is known, or against it. */
  #hold() {
    const counted = this.#counted;
    const gate = standing.gate(true);
    const isClosed = gate !== "";
    if (isClosed && LEVELS[gate]?.stops && gate !== "unfinished") return this.#end(null);
    setHidden(this.#part("waits"), !isClosed);
    one(this.#dialog, "[data-does=start]", HTMLButtonElement).disabled = isClosed;
    const { limits = [], closed = [] } = standing.get() ?? {};
    const forbids = forbidden(counted, { limits, closed });
    this.#write("forbids", LIMITS[forbids]?.says ?? "");
    setHidden(this.#part("all-closed"), forbids !== "closed");
    this.#write("closed", standing.closed.join(", "));
    setHidden(this.#part("closed-line"), !closed.length);
    // Who must not go to failure stops sooner.
    const isGentle = counted === "clean" && forbidden("limit", { limits, closed }) !== "";
    showWhere(this.#dialog, "data-of", isGentle ? [counted, "gentle"] : [counted]);
    if (forbids) this.#become("forbidden");
  }

  /** @param {string} what */
  #do(what) {
    if (what === "start" || what === "again") {
      this.#count = 0;
      this.#wake.want();
      this.#become("counting");
    } else if (what === "tap") this.#tap();
    else if (what === "less") this.#set(this.#count - 1);
    else if (what === "more") this.#set(this.#count + 1);
    else if (what === "last") this.#become("done");
    else if (what === "signs") this.#become("stopped");
    else if (what === "use") this.#end(this.#count || null);
    else if (what === "leave") this.#end(null);
  }

  #tap() {
    const now = performance.now();
    if (now - this.#tapped < MISTAP_MS) return;
    this.#tapped = now;
    this.#set(this.#count + 1);
  }

  /** @param {number} count */
  #set(count) {
    this.#count = Math.min(MOST, Math.max(0, count));
    for (const place of all(this.#dialog, "[data-part=count-number]")) {
      write(place, String(this.#count));
    }
    one(this.#dialog, "[data-does=use]", HTMLButtonElement).disabled = !this.#count;
  }

  /** @param {string} state */
  #become(state) {
    this.#dialog.dataset.state = state;
    one(this.#dialog, ".bfr-player").dataset.state = state === "counting" ? "set" : "setup";
    showWhere(this.#dialog, "data-in", state);
    this.#set(this.#count);
    one(this.#dialog, ".bfr-player-body").scrollTop = 0;
    this.#dialog
      .querySelector(/** @type {"button"} */ ("button.bfr-player-primary:not([hidden])"))
      ?.focus();
  }

  /** @param {number | null} counted */
  #end(counted) {
    this.#wake.release();
    const give = this.#give;
    this.#give = () => {};
    if (this.#dialog.open) this.#dialog.close();
    give(counted);
  }

  /** @param {string} name */
  #part(name) {
    return one(this.#dialog, `[data-part="count-${name}"]`);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    write(this.#part(name), text);
  }
}
