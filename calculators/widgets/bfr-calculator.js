/**
 * `<bfr-calculator slug="…" state="…">` brings the form inside it to life; without it the page is complete already.
 *
 * The attribute `state` is `static`, `loading`, `ready`, `busy` or `error`.
 */

import {
  fromFragment,
  isChanged,
  questions,
  readAnswers,
  showQuestions,
  toFragment,
  writeAnswers,
} from "./answers.js";
import { showReferences } from "./citations.js";
import { Failure, engine } from "./engine.js";
import { fill } from "./fill.js";

/** How long a reader pauses before a mistake is pointed out, and before an answer is spoken. */
const PAUSE_MS = 900;

/** @typedef {{ name: string, says: string }} Problem */
/** @typedef {import("./fill.js").Json} Json */

/** A calculator on a page. */
export class BfrCalculator extends HTMLElement {
  /** Whether an answer to the reader's own numbers is shown. */
  #answered = false;
  /** Whether the form has changed since the answer that is shown. */
  #stale = false;
  /** Whether the newest answers still have to be asked about. */
  #wanted = false;
  #asking = false;
  /** Whether the reader asked for an answer outright, so that mistakes may be listed. */
  #submitted = false;
  /** Questions whose answer the reader has finished typing. @type {Set<string>} */
  #finished = new Set();
  /** @type {Problem[]} */
  #problems = [];
  /** @type {Failure | undefined} */
  #failure;
  #pause = 0;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const interest of ["focusin", "pointerdown", "pointerenter"]) {
      this.addEventListener(interest, () => this.#start(), { signal });
    }
    const form = this.#form;
    form.addEventListener("input", (event) => this.#typed(event), { signal });
    form.addEventListener("change", (event) => this.#finish(event), { signal });
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    form.addEventListener("reset", () => queueMicrotask(() => this.#restart()), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    for (const part of ["actions", "try"]) {
      for (const element of this.#all(part)) element.hidden = false;
    }
    const linked = fromFragment(this.slug, location.hash);
    if (linked) writeAnswers(form, linked);
    showQuestions(form);
    this.#show();
    if (linked || isChanged(form)) this.#want();
    else if (mayPrepare()) {
      requestIdleCallback(() => {
        if (this.isConnected && engine.state === "asleep") this.#start();
      });
    }
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#pause);
  }

  /** The calculator's name. */
  get slug() {
    return this.getAttribute("slug") ?? "";
  }

  /** @returns {HTMLFormElement} */
  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @returns {HTMLElement[]}
   */
  #all(name) {
    return [...this.querySelectorAll(`[data-part="${name}"]`)].map(
      (each) => /** @type {HTMLElement} */ (each),
    );
  }

  // --- What the reader does ---

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.unit !== undefined) this.#followUnit(input);
    const name = questionOf(input);
    this.#finished.delete(name);
    showQuestions(this.#form);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#finished.add(name);
      this.#showProblems();
    }, PAUSE_MS);
    this.#want();
  }

  /** @param {Event} event */
  #finish(event) {
    this.#finished.add(questionOf(/** @type {Element} */ (event.target)));
    this.#showProblems();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#submitted = true;
    this.#want();
  }

  #restart() {
    this.#finished.clear();
    this.#submitted = false;
    for (const unit of this.querySelectorAll("[data-chosen]")) unit.removeAttribute("data-chosen");
    showQuestions(this.#form);
    this.#want();
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button[data-part]");
    if (!(button instanceof HTMLButtonElement)) return;
    if (button.dataset.part === "retry") this.#retry();
    else if (button.dataset.part === "copy") this.#copy();
    else if (button.dataset.part === "try") {
      writeAnswers(this.#form, JSON.parse(button.dataset.answers ?? "{}"));
      this.#restart();
      this.scrollIntoView({ block: "start" });
    }
  }

  /**
   * Let the units that the reader has not chosen follow the one that was.
   *
   * @param {HTMLInputElement} chosen
   */
  #followUnit(chosen) {
    chosen.closest("[role=radiogroup]")?.setAttribute("data-chosen", "");
    for (const group of this.querySelectorAll("[role=radiogroup]:not([data-chosen])")) {
      for (const unit of group.querySelectorAll("input")) {
        if (unit.value === chosen.value) unit.checked = true;
      }
    }
  }

  async #copy() {
    const address = new URL(toFragment(this.slug, readAnswers(this.#form)), location.href).href;
    const said = this.#part("copied");
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "Link copied.";
    } catch {
      history.replaceState(history.state, "", address);
      said.textContent = "The link is in the address bar.";
    }
  }

  // --- Asking ---

  #start() {
    const { runtime, runtimeBytes, runtimeGzip } = this.dataset;
    if (runtime === undefined || this.#failure) return;
    engine.start({
      base: new URL(runtime, document.baseURI).href,
      bytes: Number(runtimeBytes),
      gzip: Number(runtimeGzip),
    });
  }

  #retry() {
    this.#failure = undefined;
    engine.failure = undefined;
    this.#want();
  }

  /** Ask about what stands in the form now. While one request is under way the newest waits, alone. */
  async #want() {
    this.#stale = true;
    this.#wanted = true;
    if (this.#failure?.kind === "bug") this.#failure = undefined;
    this.#start();
    if (this.#asking) return this.#show();
    this.#asking = true;
    this.#show();
    try {
      while (this.#wanted) await this.#ask();
    } finally {
      this.#asking = false;
      this.#show();
    }
  }

  async #ask() {
    this.#wanted = false;
    const request = JSON.stringify({ calculator: this.slug, answers: readAnswers(this.#form) });
    try {
      const response = JSON.parse(await engine.ask(request));
      // What was typed meanwhile makes this answer an old one.
      if (!this.#wanted) this.#receive(response);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error;
      this.#wanted = false;
    }
  }

  /** @param {{ outcome?: Json, problems?: Problem[] }} response */
  #receive({ outcome, problems = [] }) {
    this.#problems = problems;
    if (outcome) {
      this.#stale = false;
      this.#answered = true;
      this.#showOutcome(outcome);
      if (!performance.getEntriesByName("bfr:first-answer").length) {
        performance.mark("bfr:first-answer");
      }
    }
    this.#showProblems();
    if (this.#submitted && problems.length) this.#part("problems").focus();
    if (!problems.length) this.#submitted = false;
  }

  // --- Showing ---

  /** @param {Json} outcome */
  #showOutcome(outcome) {
    const isOpen = this.querySelector("details[data-part=steps]")?.hasAttribute("open") ?? true;
    for (const part of ["readout", "details", "working"]) {
      const template = /** @type {HTMLTemplateElement} */ (this.#part(`${part}-template`));
      this.#part(part).replaceChildren(fill(template, outcome));
    }
    this.querySelector("details[data-part=steps]")?.toggleAttribute("open", isOpen);
    clearTimeout(this.#speech);
    // Spoken once the reader pauses: a live region that changes with every key is noise.
    this.#speech = window.setTimeout(() => {
      this.#part("spoken").textContent = outcome.spoken;
    }, PAUSE_MS);
  }

  #speech = 0;

  #showProblems() {
    const shown = this.#problems.filter(({ name }) => this.#submitted || this.#finished.has(name));
    const items = [];
    for (const field of questions(this.#form)) {
      const name = field.dataset.question ?? "";
      const problem = shown.find((each) => each.name === name);
      const place = /** @type {HTMLElement} */ (field.querySelector("[data-part=problem]"));
      place.textContent = problem?.says ?? "";
      place.hidden = !problem;
      const inputs = field.querySelectorAll("input:not([data-unit])");
      for (const input of inputs) {
        if (problem) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      if (problem) {
        const id = place.id.replace(/-problem$/, "");
        field.closest("details")?.setAttribute("open", "");
        const template = /** @type {HTMLTemplateElement} */ (this.#part("problem-item"));
        items.push(fill(template, { id, says: problem.says }));
      }
    }
    this.#part("problem-list").replaceChildren(...items);
    this.#part("problems").hidden = !(this.#submitted && items.length);
  }

  #engineChanged() {
    if (engine.state === "failed" && engine.failure && !this.#failure) {
      this.#failure = engine.failure;
    }
    if (engine.state === "ready" && this.#failure?.kind !== "bug") this.#failure = undefined;
    this.#show();
  }

  /** Say what is going on, in the attribute and in words. */
  #show() {
    const state = this.#state;
    this.setAttribute("state", state);
    this.toggleAttribute("answered", this.#answered);
    // Until the first answer of their own, readers must not take the example's for it.
    const stale = this.#stale && (this.#problems.length > 0 || !this.#answered);
    this.toggleAttribute("stale", stale);
    const own = stale ? "stale" : "own";
    const answer = this.#answered ? own : "example";
    const now = new Set([state, state === "loading" ? "" : answer]);
    for (const block of this.querySelectorAll("[data-show]")) {
      const needs = block.getAttribute("data-show")?.split(" ") ?? [];
      setHidden(block, !needs.some((each) => now.has(each)));
    }
    for (const sentence of this.querySelectorAll("[data-failure]")) {
      setHidden(sentence, sentence.getAttribute("data-failure") !== this.#failure?.kind);
    }
    this.#part("failure-detail").textContent = this.#failure?.message ?? "";
    this.#part("live").hidden = state === "error";
    if (state === "loading") this.#showProgress();
  }

  /** @returns {"static" | "loading" | "ready" | "busy" | "error"} */
  get #state() {
    if (this.#failure) return "error";
    if (engine.state === "loading") return "loading";
    if (engine.state === "ready") return this.#asking ? "busy" : "ready";
    return "static";
  }

  #showProgress() {
    const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
    const { loaded, total } = engine;
    progress.max = total;
    progress.value = loaded;
    this.#part("amount").textContent = `: ${loaded.toFixed(1)} of ${total.toFixed(1)} MB`;
    this.#part("kept").hidden = !this.#stale;
  }
}

/**
 * Find the name of the question that an input belongs to.
 *
 * @param {Element} input
 * @returns {string}
 */
function questionOf(input) {
  return input.closest("[data-question]")?.getAttribute("data-question") ?? "";
}

/**
 * Set `hidden` only when it changes, so that nothing is announced twice.
 *
 * @param {Element} element
 * @param {boolean} hidden
 */
function setHidden(element, hidden) {
  if (element.hasAttribute("hidden") !== hidden) element.toggleAttribute("hidden", hidden);
}

/**
 * Tell whether Python may be fetched before anyone asks: only where the connection is known to be good.
 *
 * @returns {boolean}
 */
function mayPrepare() {
  const { connection } =
    /** @type {{ connection?: { saveData: boolean, effectiveType: string } }} */ (navigator);
  return Boolean(connection && !connection.saveData && connection.effectiveType === "4g");
}

customElements.define("bfr-calculator", BfrCalculator);
showReferences();
