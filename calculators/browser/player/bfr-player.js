/**
 * `<bfr-player>` holds the timer's screen and, on its own page, a choice of sessions and those kept on this device.
 *
 * Any calculator on the page whose answer has a timeline gets its button to play it. None of it needs Python. Nothing
 * plays for somebody who was not screened, after a stop of the screening, or against a limit.
 */

import { store } from "../kept/store.js";
import "./keep-card-button.js";
import { BfrGate } from "../gate/bfr-gate.js";
import { LEVELS, LIMBS, LIMITS } from "../shared/from-rules.js";
import { download } from "../shared/keep.js";
import { CountScreen } from "./count-screen.js";
import { PlayerScreen } from "./player-screen.js";
import { csvOf } from "../kept/record.js";
import { rowOf } from "../shared/session-card.js";
import { standing } from "../gate/standing.js";

/** @typedef {import("../shared/session-card.js").Timeline} Timeline */
/** @typedef {Record<string, unknown> & { says: string, timeline: Timeline }} Preset */

/** What stands in the place of settings before a screening was worked out. */
const UNFOUND = new Set(["unscreened", "unfinished"]);

/** The screen and what stands around it. */
export class BfrPlayer extends HTMLElement {
  /** @type {PlayerScreen | undefined} */
  #screen;
  /** @type {CountScreen | undefined} */
  #count;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const dialog = this.querySelector("dialog");
    if (dialog) this.#screen ??= new PlayerScreen(dialog);
    const counting = this.#part("count");
    if (counting instanceof HTMLDialogElement) this.#count ??= new CountScreen(counting);
    this.#offerCounts();
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", () => this.#showChoice(), { signal });
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    standing.addEventListener("change", () => this.#showGate(), { signal });
    this.addEventListener("bfr-released", (event) => this.#released(event), { signal });
    store.addEventListener("change", () => this.#showKept(), { signal });
    const open = this.#part("open");
    if (open) open.hidden = false;
    showButtons(document);
    this.#showChoice();
    this.#showGate();
    if (store.isOn) store.read();
    // A cuff that is on keeps its clock, even when the day of a screening ends over it.
    if (!LEVELS[standing.gate()]?.stops) this.#screen?.resume();
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
    if (!this.#isOpen()) return false;
    if (isClosed(timeline) || !this.#screen) return false;
    this.#screen.play(timeline);
    return true;
  }

  /**
   * Lead through a count of repetitions, unless the reader's screening stops it.
   *
   * @param {import("./count-screen.js").Counted} counted
   * @returns {Promise<number | null>} Null where none was taken.
   */
  async count(counted) {
    // In Start the answers to the screening may still be worked out: the count waits for them.
    const isPending = UNFOUND.has(standing.gate(true)) && document.querySelector("bfr-flow");
    if (!this.#count || (!isPending && !this.#isOpen())) return null;
    return this.#count.ask(counted);
  }

  /** Put a button to count beside each question that asks for a count. */
  #offerCounts() {
    const template = this.#part("count-button");
    if (!(template instanceof HTMLTemplateElement)) return;
    for (const name of ["clean_repetitions", "repetitions"]) {
      for (const field of document.querySelectorAll(`.bfr-form [data-question="${name}"]`)) {
        if (field.querySelector("[data-count]")) continue;
        field.append(document.importNode(template.content, true));
        field.querySelector("[data-count]")?.addEventListener("click", () => this.#counts(field));
      }
    }
  }

  /**
   * Count, and hand the number to the question.
   *
   * @param {Element} field
   */
  async #counts(field) {
    const input = field.querySelector("input");
    const method = field.closest("form")?.querySelector('input[name="method"]:checked');
    if (!input) return;
    const isReserve = method instanceof HTMLInputElement && method.value === "reserve";
    const isClean = input.name === "clean_repetitions";
    const counted = await this.count(isClean ? "clean" : isReserve ? "reserve" : "limit");
    if (counted === null) return;
    input.value = String(counted);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  }

  /** Tell whether settings may be shown; else lead to what stands in their place. */
  #isOpen() {
    if (!standing.gate(true)) return true;
    const gate = this.#gate;
    if (gate) gate.hidden = false;
    gate?.lead();
    return false;
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** Where the stop stands. */
  get #gate() {
    const [gate] = this.querySelectorAll(":scope > bfr-gate");
    return gate instanceof BfrGate ? gate : null;
  }

  /** @param {Event} event */
  #released(event) {
    event.preventDefault();
    this.#gate?.lead();
  }

  /** @returns {Preset[]} */
  get #presets() {
    const data = /** @type {HTMLTemplateElement} */ (this.#part("presets"));
    return JSON.parse(data.content.textContent ?? "");
  }

  /** The session that is chosen, for the limb that is chosen, and its side if there is but one. */
  get #chosen() {
    const form = /** @type {HTMLFormElement} */ (this.#part("choose"));
    const { limb, ...answers } = Object.fromEntries(new FormData(form));
    const found = this.#presets.find((preset) =>
      Object.entries(answers).every(([name, answer]) => preset[name] === answer),
    );
    if (!found) return undefined;
    const clocks = found.timeline.clocks.map((clock) => ({ ...clock, limb: String(limb) }));
    const [open] = openSides({ ...found.timeline, clocks });
    const side = open?.split("-")[0] ?? "";
    const sided = clocks.map((clock) => ({ ...clock, side }));
    return { says: found.says, timeline: { ...found.timeline, clocks: sided } };
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
    const sessions = store.numbers?.sessions ?? [];
    if (asked === "csv-all") {
      const text = csvOf(sessions);
      download({ name: "bfr-sessions.csv", type: "text/csv;charset=utf-8", text });
    } else if (asked === "delete") this.#forget([button.dataset.id ?? ""]);
    else if (asked === "delete-all") this.#forget(sessions.map(({ id }) => id));
  }

  /** @param {string[]} ids */
  async #forget(ids) {
    for (const id of ids) await store.removeSession(id);
    const next = this.querySelector("[data-do=delete]") ?? this.#part("open");
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  #showChoice() {
    const says = this.#part("choose-says");
    if (!says) return;
    const held = this.#hold();
    const chosen = this.#chosen;
    if (!chosen) return;
    says.textContent = chosen.says;
    const closed = isClosed(chosen.timeline);
    const sides = openSides(chosen.timeline);
    const open = /** @type {HTMLButtonElement | null} */ (this.#part("open"));
    if (open) open.disabled = closed;
    this.#part("closed")?.toggleAttribute("hidden", !closed);
    this.#part("one-side")?.toggleAttribute("hidden", closed || !sides.length);
    this.#part("held")?.toggleAttribute("hidden", !held);
    const side = this.#part("side");
    if (side) side.textContent = sides.map((limb) => LIMBS[limb]).join(", ");
  }

  /**
   * Leave only the choices that the reader's limits leave, and a first session.
   *
   * @returns {boolean} Whether any was taken away.
   */
  #hold() {
    const form = /** @type {HTMLFormElement} */ (this.#part("choose"));
    const binds = (standing.get()?.limits ?? []).flatMap((code) => LIMITS[code].binds);
    let left = this.#presets;
    let held = false;
    for (const group of form.querySelectorAll("fieldset")) {
      const choices = [...group.querySelectorAll("input")];
      for (const choice of choices) {
        const { name, value } = choice;
        const against = binds.some(
          (bind) =>
            bind.name === name &&
            ((bind.only && bind.only !== value) || bind.never.includes(value)),
        );
        choice.disabled = against || !left.some((preset) => (preset[name] ?? value) === value);
        held ||= choice.disabled;
      }
      const chosen =
        choices.find((choice) => choice.checked && !choice.disabled) ??
        choices.find((choice) => !choice.disabled);
      if (!chosen) continue;
      chosen.checked = true;
      left = left.filter((preset) => (preset[chosen.name] ?? chosen.value) === chosen.value);
    }
    return held;
  }

  /** Put the stop of the screening in the place of the choice. */
  #showGate() {
    this.#showChoice();
    const stops = standing.gate(true) !== "";
    if (!stops && !this.#part("choose") && this.#gate) this.#gate.hidden = true;
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
    const entries = store.numbers?.sessions ?? [];
    section.hidden = !entries.length;
    const items = entries.map(({ id, date, start, minutes, exercises }) => {
      const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const [says, remove] = /** @type {Element} */ (item.firstElementChild).children;
      const sets = exercises.map(({ name, load, sets: done }) =>
        [name, load, rowOf(done)].filter(Boolean).join(" "),
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
 * Find the limbs of a session of which the screening closed the other side.
 *
 * @param {Timeline} timeline
 */
function openSides({ clocks }) {
  const closed = new Set(standing.get()?.closed);
  const limbs = new Set(clocks.map(({ limb }) => limb));
  return Object.keys(LIMBS).filter((side) => {
    const [, limb] = side.split("-");
    const other = side.startsWith("left") ? `right-${limb}` : `left-${limb}`;
    return limbs.has(limb) && !closed.has(side) && closed.has(other);
  });
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
 * Lead through a count of clean repetitions on the page's screen.
 *
 * @returns {Promise<number | null>} Null where none was taken.
 */
export async function countClean() {
  const player = document.querySelector("bfr-player:has(dialog)");
  return player instanceof BfrPlayer ? player.count("clean") : null;
}

/**
 * Show the buttons to play of answers that have a timeline.
 *
 * @param {ParentNode} within
 */
function showButtons(within) {
  const can = document.querySelector("dialog.bfr-player") !== null;
  for (const button of within.querySelectorAll("bfr-calculator [data-part=play]")) {
    const owner = /** @type {Element & { outcome?: { timeline?: Timeline } }} */ (
      button.closest("bfr-calculator")
    );
    /** @type {HTMLElement} */ (button).hidden = !(can && owner.outcome?.timeline);
  }
}

document.addEventListener("bfr-change", ({ target }) => {
  if (target instanceof Element) showButtons(target.parentElement ?? document);
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-part=play]") : null;
  const owner = button?.closest("bfr-calculator");
  if (owner) playTimeline(/** @type {Element & { outcome?: any }} */ (owner).outcome?.timeline);
});

customElements.define("bfr-player", BfrPlayer);
