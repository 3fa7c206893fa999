/**
 * `<bfr-player>` holds the timer's screen and, on its own page, a choice of sessions and those kept on this device.
 *
 * Any calculator on the page whose answer has a timeline gets its button to play it; an event `bfr-play` with a
 * `timeline` as its detail does the same. None of it needs Python. After a stop of the screening nothing plays.
 */

import { download } from "./keep.js";
import { PlayerScreen } from "./player-screen.js";
import { csvOf, kept } from "./record.js";
import { standing } from "./standing.js";

/** @typedef {import("./player-clock.js").Timeline} Timeline */

/** The screen and what stands around it. */
export class BfrPlayer extends HTMLElement {
  /** @type {PlayerScreen | undefined} */
  #screen;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const dialog = this.querySelector("dialog");
    if (dialog) this.#screen ??= new PlayerScreen(dialog);
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", () => this.#showChoice(), { signal });
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    standing.addEventListener("change", () => this.#showGate(), { signal });
    this.#screen?.addEventListener("kept", () => this.#showKept(), { signal });
    const open = this.#part("open");
    if (open) open.hidden = false;
    showButtons(document);
    this.#showChoice();
    this.#showGate();
    this.#showKept();
    if (!standing.stops()) this.#screen?.resume();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * Play a session, unless the reader's screening stops it.
   *
   * @param {Timeline} timeline
   * @returns {boolean} Whether it plays.
   */
  play(timeline) {
    if (standing.stops() || isClosed(timeline) || !this.#screen) return false;
    this.#screen.play(timeline);
    return true;
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** The session that is chosen, for the limb that is chosen. */
  get #chosen() {
    const form = /** @type {HTMLFormElement} */ (this.#part("choose"));
    const data = /** @type {HTMLTemplateElement} */ (this.#part("presets"));
    const { limb, ...answers } = Object.fromEntries(new FormData(form));
    /** @type {(Record<string, unknown> & { says: string, timeline: Timeline })[]} */
    const presets = JSON.parse(data.content.textContent ?? "");
    const found = presets.find((preset) =>
      Object.entries(answers).every(([name, answer]) => preset[name] === answer),
    );
    if (!found) return undefined;
    const clocks = found.timeline.clocks.map((clock) => ({ ...clock, limb: String(limb) }));
    return { says: found.says, timeline: { ...found.timeline, clocks } };
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const chosen = this.#chosen;
    if (chosen) this.play(chosen.timeline);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-do]");
    if (!(button instanceof HTMLElement) || button.closest("dialog")) return;
    const asked = button.dataset.do;
    if (asked === "release") standing.release(true);
    else if (asked === "csv-all") {
      const text = csvOf(kept.all());
      download({ name: "bfr-sessions.csv", type: "text/csv;charset=utf-8", text });
    } else if (asked === "delete") this.#forget([button.dataset.id ?? ""]);
    else if (asked === "delete-all") this.#forget(kept.all().map(({ id }) => id));
  }

  /** @param {string[]} ids */
  #forget(ids) {
    for (const id of ids) kept.remove(id);
    this.#showKept();
    const next = this.querySelector("[data-do=delete]") ?? this.#part("open");
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  #showChoice() {
    const says = this.#part("choose-says");
    const chosen = says && this.#chosen;
    if (!chosen) return;
    says.textContent = chosen.says;
    const open = /** @type {HTMLButtonElement | null} */ (this.#part("open"));
    const closed = this.#part("closed");
    if (open) open.disabled = isClosed(chosen.timeline);
    if (closed) closed.hidden = !isClosed(chosen.timeline);
  }

  /** Put the stop of the screening in the place of the choice. */
  #showGate() {
    this.#showChoice();
    const stops = standing.stops();
    for (const gate of this.querySelectorAll("[data-gate]")) {
      const isIt = gate.getAttribute("data-gate") === standing.get()?.level;
      /** @type {HTMLElement} */ (gate).hidden = !(stops && isIt);
    }
    for (const part of ["choose", "other"]) {
      const block = this.#part(part);
      if (block) block.hidden = stops;
    }
  }

  #showKept() {
    const section = this.#part("kept");
    const list = this.#part("kept-list");
    const template = this.#part("kept-item");
    if (!section || !list || !(template instanceof HTMLTemplateElement)) return;
    const entries = kept.all();
    section.hidden = !entries.length;
    const items = entries.map(({ id, date, start, minutes, exercises }) => {
      const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const [says, remove] = /** @type {Element} */ (item.firstElementChild).children;
      const sets = exercises.map(({ name, load, sets: done }) =>
        [name, load, done.map(({ repetitions }) => repetitions).join("-")]
          .filter(Boolean)
          .join(" "),
      );
      says.textContent = `${date}, ${start}: ${sets.join(", ")} (${minutes} min)`;
      /** @type {HTMLElement} */ (remove).dataset.id = id;
      remove.setAttribute("aria-label", `Delete the session of ${date}, ${start}`);
      return item;
    });
    list.replaceChildren(...items);
  }
}

/**
 * Tell whether a session puts a cuff on a limb that the screening closed on both sides.
 *
 * @param {Timeline} timeline
 */
function isClosed({ clocks }) {
  const closed = new Set(standing.get()?.closed);
  return clocks.some(({ limb }) => closed.has(`left-${limb}`) && closed.has(`right-${limb}`));
}

/**
 * Play a session on the page's screen.
 *
 * @param {Timeline | null | undefined} timeline
 * @returns {boolean} Whether it plays.
 */
export function playTimeline(timeline) {
  const player = document.querySelector("bfr-player:has(dialog)");
  return Boolean(timeline && player instanceof BfrPlayer && player.play(timeline));
}

/**
 * Show the buttons to play of answers that have a timeline.
 *
 * @param {ParentNode} within
 */
function showButtons(within) {
  const can = document.querySelector("dialog.player") !== null;
  for (const button of within.querySelectorAll("bfr-calculator [data-part=play]")) {
    const owner = /** @type {Element & { outcome?: { timeline?: Timeline } }} */ (
      button.closest("bfr-calculator")
    );
    /** @type {HTMLElement} */ (button).hidden = !(can && owner.outcome?.timeline);
  }
}

document.addEventListener("bfr-outcome", ({ target }) => {
  if (target instanceof Element) showButtons(target.parentElement ?? document);
});
document.addEventListener("bfr-play", (event) => {
  playTimeline(/** @type {CustomEvent} */ (event).detail?.timeline);
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-part=play]") : null;
  const owner = button?.closest("bfr-calculator");
  if (owner) playTimeline(/** @type {Element & { outcome?: any }} */ (owner).outcome?.timeline);
});

customElements.define("bfr-player", BfrPlayer);
