/**
 * `<bfr-flow>` leads through its steps, one at a time, and hands what one finds on to the next.
 *
 * The attribute `step` names the step that shows; `without-cuff` says that no measured pressure is known. Each step has
 * its place in the history of the browser. Answers outlive a change of page; those that are not about health outlive a
 * reload, too.
 */

import "../calculator/bfr-calculator.js";

import {
  asBuilt,
  changedAnswers,
  knownOf,
  labelOf,
  questions,
  writeAnswers,
} from "../shared/answers.js";
import { BfrGate } from "../gate/bfr-gate.js";
import { fill } from "../shared/fill.js";
import { LEVELS } from "../shared/from-rules.js";
import { copy, printOnly } from "../shared/keep.js";
import { read } from "../shared/read-answers.js";
import { fromPlan, qrPicture, toPlan } from "./share.js";
import { standing } from "../gate/standing.js";
import { startMemory } from "./start-memory.js";
import { write } from "../shared/write.js";

/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("../calculator/bfr-calculator.js").BfrCalculator} Calculator */
/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {{ name: string, section: HTMLElement, calculator: Calculator | null, form: HTMLFormElement | null }} Step */
/** @typedef {{ ok: boolean, says: string, label?: string, wait?: boolean, way?: boolean, help?: () => void }} Verdict - `way`: the button leads somewhere though the steps do not go on. */

const FIRST_STEP = "screening";
const LAST_STEP = "ready";

/** What stands under a number in the row of steps. */
const STATES = { now: "now", done: "done", later: "later", stop: "stop", closed: "closed" };

/** What the reader did in this tab, by name of the step. */
const memory = {
  /** @type {Map<string, Answers>} */
  answers: new Map(),
  /** Questions that the reader has answered with their own hands. @type {Map<string, Set<string>>} */
  typed: new Map(),
  /** Questions that a link has answered. @type {Map<string, Set<string>>} */
  linked: new Map(),
  /** What each step hands on. @type {Map<string, Record<string, string>>} */
  carry: new Map(),
  /** Steps that were gone through. @type {Set<string>} */
  done: new Set(),
  /** Steps that the reader went past: what stands there is not used. @type {Set<string>} */
  skipped: new Set(),
  /** Steps that a link leaves out because they speak of health. @type {Set<string>} */
  leftOut: new Set(),
  /** By step that ended in a stop, the answers that remain to later ones. @type {Map<string, Record<string, string[]>>} */
  narrowed: new Map(),
  /** The version of the rules with which a link was made; empty without one. */
  rules: "",
  /** The fragment of the plan that was taken over. */
  plan: "",
  /** The step that showed last. */
  at: "",
  /** Steps whose answers about health a reload has taken away. @type {Set<string>} */
  gone: new Set(),
  /** Whether what the tab had kept was looked for. */
  isAwake: false,
  /** Whether the reader was brought back to a step by it, and has not gone on since. */
  isBack: false,
};

/** The steps from the screening to a session. */
export class BfrFlow extends HTMLElement {
  /** @type {Step[]} */
  #steps = [];
  #at = 0;
  /** Whether the step goes on by itself as soon as its answer comes. */
  #waiting = false;
  /** The last answer of each calculator. @type {Map<EventTarget | null, unknown>} */
  #heardOf = new Map();
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    // When the calculators inside have come to life, too.
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    for (const { name, calculator } of this.#steps) {
      if (calculator) memory.answers.set(name, calculator.answers);
    }
    this.#listening?.abort();
  }

  #begin() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#steps = [
      .../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-step]")),
    ].map((section) => ({
      name: section.dataset.step ?? "",
      section,
      calculator: section.querySelector("bfr-calculator"),
      form: section.querySelector("bfr-calculator form.bfr-form"),
    }));
    this.#placeTexts();
    this.addEventListener("click", (event) => this.#clicked(event), { signal, capture: true });
    this.addEventListener("input", (event) => this.#typed(event), { signal });
    this.addEventListener("reset", (event) => this.#cleared(event), { signal });
    this.addEventListener("bfr-change", (event) => this.#heard(event), { signal });
    this.addEventListener("bfr-screening", (event) => this.#screen(event), { signal });
    standing.addEventListener("change", () => this.#standingChanged(), { signal });
    standing.addEventListener("forget", () => forget(), { signal });
    window.addEventListener("bfr-same-page", () => this.#follow(), { signal });
    this.#recall();
    this.#openPlan();
    this.#restore();
    this.#part("bar").hidden = false;
    const named = this.#named(location.hash);
    const before = this.#steps.findIndex(({ name }) => name === memory.at);
    this.#enter(Math.max(0, named >= 0 ? named : before), { lead: named > 0 });
    if (!location.hash && this.#at > 0) this.#rename();
    // Until all scripts have run, the page stands as it does without any: the steps are not shown.
    const lead = () => this.#part("plan-unread").focus();
    if (document.readyState === "complete") lead();
    else window.addEventListener("load", lead, { signal });
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
   * @returns {Step | undefined}
   */
  #step(name) {
    return this.#steps.find((each) => each.name === name);
  }

  /** The step that shows. */
  get #now() {
    return this.#steps[this.#at];
  }

  /** Put clones of what the page says elsewhere into their places in the steps. */
  #placeTexts() {
    for (const place of this.querySelectorAll("[data-place]")) {
      const text = document.querySelector(`[data-flow-text="${place.getAttribute("data-place")}"]`);
      if (!text || place.children.length) continue;
      for (const node of text.childNodes) place.append(node.cloneNode(true));
      for (const named of place.querySelectorAll("[id]")) named.removeAttribute("id");
    }
  }

  // --- Where one may go ---

  /** The furthest step that may be opened: the first that was not gone through. */
  get #furthest() {
    if (this.#step(FIRST_STEP) && standing.gate(true)) return 0;
    const open = this.#steps.findIndex((step) => !this.#isPassed(step));
    return open < 0 ? this.#steps.length - 1 : open;
  }

  /**
   * Tell whether a step was gone through, and would be again: a stop or an empty field closes the way behind it.
   *
   * @param {Step} step
   */
  #isPassed(step) {
    const { name, calculator, form } = step;
    if (!memory.done.has(name)) return false;
    if (name === FIRST_STEP || memory.skipped.has(name) || !calculator || !form) return true;
    // Gone with a reload: it is said, and the pressure is asked for again before the cuff goes on.
    if (memory.gone.has(name)) return true;
    if (name === "pressure" && this.#isWithoutPressure) return true;
    return !calculator.outcome?.stop && !this.#missing(step);
  }

  /**
   * Find a question of a step that readers must answer themselves, and that nobody has.
   *
   * @param {Step} step
   * @returns {HTMLElement | undefined}
   */
  #missing({ form, section }) {
    const own = new Set((section.dataset.own ?? "").split(" "));
    const asked = form ? questions(form) : [];
    return asked.find((field) => {
      if (field.hidden || !own.has(field.dataset.question ?? "")) return false;
      const typed = field.querySelector("input[type=text]");
      if (typed instanceof HTMLInputElement) return !typed.value.trim();
      return !field.querySelector(":checked");
    });
  }

  /**
   * Find the step that a fragment names; -1 when it names none.
   *
   * @param {string} hash
   */
  #named(hash) {
    return this.#steps.findIndex(({ section }) => hash === `#${section.id}`);
  }

  /** Go where the browser's history went, or where a link led. */
  #follow() {
    const named = this.#named(location.hash);
    // A place on the page that is no step leaves the step as it is.
    if (named < 0 && document.getElementById(location.hash.slice(1))) return;
    if (this.#openPlan()) this.#restore();
    this.#enter(Math.max(0, named), { lead: true });
    if (named < 0) this.#part("plan-unread").focus();
  }

  /**
   * Go to a step, as a new place in the history of the browser.
   *
   * @param {number} at
   */
  #go(at) {
    const to = Math.min(at, this.#furthest);
    if (to === this.#at) return;
    memory.isBack = false;
    // A place that has no name would not be found again on the way back.
    if (!location.hash) this.#rename();
    history.pushState(null, "", `#${this.#steps[to].section.id}`);
    this.#enter(to, { lead: true });
  }

  /**
   * Show a step, or the furthest that may be opened.
   *
   * @param {number} wanted
   * @param {{ lead: boolean }} how - Whether to lead eyes and keyboard to it.
   */
  #enter(wanted, { lead }) {
    this.#at = Math.min(wanted, this.#furthest);
    this.#waiting = false;
    const { name, section } = this.#now;
    if (wanted !== this.#at) this.#rename();
    memory.at = name;
    this.#remember();
    this.setAttribute("step", name);
    for (const each of this.#steps) each.section.hidden = each.section !== section;
    this.#show();
    if (!lead) return;
    this.scrollIntoView({ block: "start" });
    const title = /** @type {HTMLElement} */ (section.querySelector(".bfr-flow-title"));
    title.focus({ preventScroll: true });
  }

  /** Give the place in the history the name of the step that shows. */
  #rename() {
    history.replaceState(history.state, "", `#${this.#now.section.id}`);
  }

  // --- What the reader does ---

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const mark = target.closest("[data-mark] a[href], a[data-go]");
    if (mark) {
      const name =
        mark.getAttribute("data-go") ?? mark.closest("[data-mark]")?.getAttribute("data-mark");
      event.preventDefault();
      event.stopPropagation(); // else instant navigation takes the reader away
      this.#go(this.#steps.findIndex((each) => each.name === name));
      return;
    }
    const part = target.closest("button[data-part]")?.getAttribute("data-part");
    if (part === "on") this.#continue();
    else if (part === "back") this.#go(this.#at - 1);
    else if (part === "skip") this.#pass({ skipped: true });
    else if (part === "remains") this.#pass({ skipped: true, remains: true });
    else if (part === "start-over") this.#startOver();
    else if (part === "show-letter") this.#showLetter();
    else if (part === "play-session") this.#playButton?.click();
    else if (part === "make-link") this.#makeLink();
    else if (part === "make-qr") this.#makeQr();
    else if (part === "copy-summary") this.#copySummary();
    else if (part === "print-summary") printOnly("result", [this.#part("sheet")]);
  }

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {Element} */ (event.target);
    const question = input.closest("[data-question]");
    const step = this.#steps.find(({ section }) => section.contains(input));
    if (!step || !question || !step.form?.contains(input)) return;
    const typed = memory.typed.get(step.name) ?? new Set();
    typed.add(question.getAttribute("data-question") ?? "");
    memory.typed.set(step.name, typed);
    memory.skipped.delete(step.name);
    memory.narrowed.delete(step.name);
    memory.gone.delete(step.name);
    this.#remember();
    question.querySelector(".bfr-flow-carried")?.remove();
    this.#waiting = false;
    this.#show();
  }

  /** @param {Event} event */
  #cleared(event) {
    const step = this.#steps.find(({ form }) => form === event.target);
    if (!step) return;
    memory.typed.delete(step.name);
    memory.linked.delete(step.name);
    memory.done.delete(step.name);
    // After the form is as it was built.
    setTimeout(() => {
      this.#receive(step);
      this.#remember();
    });
  }

  /** @param {Event} event */
  #screen(event) {
    event.preventDefault();
    this.#go(0);
  }

  /** A step that may not be shown any more gives way to the first. */
  #standingChanged() {
    if (this.#at > this.#furthest) this.#enter(this.#at, { lead: true });
    else this.#show();
  }

  /** Open the letter of the screening, and lead the keyboard to it. */
  #showLetter() {
    const letter = this.#now.section.querySelector("details[data-part=letter]");
    if (!(letter instanceof HTMLDetailsElement)) return;
    letter.open = true;
    // Its title must not lie under the answer, which stays at the top.
    const answer = this.#now.section.querySelector(".bfr-readout");
    const room = answer instanceof HTMLElement ? answer.offsetHeight : 0;
    letter.style.scrollMarginBlockStart = `${room}px`;
    letter.scrollIntoView({ block: "start" });
    letter.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** Go on if the step is answered; else say, and show, what is missing. */
  #continue() {
    const verdict = this.#verdict();
    if (verdict.ok && !verdict.wait) return this.#pass();
    this.#waiting = Boolean(verdict.wait);
    this.#show();
    verdict.help?.();
  }

  /**
   * Leave the step behind.
   *
   * @param {{ skipped?: boolean, remains?: boolean }} how - Whether without what stands there, and by the way that
   *     remains after a stop.
   */
  #pass({ skipped = false, remains = false } = {}) {
    const { name, section, calculator } = this.#now;
    const [question, answer] = JSON.parse(section.dataset.narrowsIf ?? "[]");
    const isNarrow = remains || (skipped && question && calculator?.answers[question] === answer);
    memory.done.add(name);
    if (isNarrow) memory.narrowed.set(name, JSON.parse(section.dataset.narrows ?? "{}"));
    else memory.narrowed.delete(name);
    if (skipped) memory.skipped.add(name);
    else memory.skipped.delete(name);
    this.#handOn();
    this.#go(this.#at + 1);
  }

  // --- What the calculators say ---

  /**
   * A calculator has changed. A new answer is handed on: what stands under it while the reader types is none.
   *
   * @param {Event} event
   */
  #heard(event) {
    const { target, detail } =
      /** @type {CustomEvent<import("../calculator/calculator-state.js").Told>} */ (event);
    const isNew = detail.answer !== null && detail.answer !== this.#heardOf.get(target);
    this.#heardOf.set(target, detail.answer);
    if (isNew) this.#handOn();
    this.#settled();
  }

  /** Hand what each step found to the later ones. */
  #handOn() {
    for (const step of this.#steps) {
      const { name, calculator } = step;
      if (memory.skipped.has(name)) memory.carry.delete(name);
      else if (calculator?.outcome && this.#isAnswered(step)) {
        memory.carry.set(name, calculator.outcome.carry ?? {});
      }
    }
    for (const step of this.#steps) this.#receive(step);
  }

  /** Nothing is under way any more, or something new is: go on if the reader waits for it. */
  #settled() {
    if (this.#waiting) {
      const verdict = this.#verdict();
      if (verdict.ok && !verdict.wait) return this.#pass();
      if (!verdict.ok) this.#waiting = false;
    }
    this.#show();
  }

  /**
   * Tell whether a step's answers come from the reader: typed, from a link, or gone through as they stood.
   *
   * @param {Step} step
   */
  #isAnswered(step) {
    const { name } = step;
    const isTheirs =
      this.#isTyped(name) ||
      memory.linked.has(name) ||
      memory.done.has(name) ||
      (this.#waiting && name === this.#now.name);
    return isTheirs && !this.#missing(step);
  }

  /** @param {string} name */
  #isTyped(name) {
    return Boolean(memory.typed.get(name)?.size);
  }

  /**
   * Put what earlier steps carry into a form, where the reader has not answered with their own hands.
   *
   * @param {Step} step
   */
  #receive({ name, calculator, form }) {
    if (!calculator || !form) return;
    const typed = memory.typed.get(name);
    const linked = memory.linked.get(name);
    const given = this.#takenBack(form);
    for (const from of this.#steps) {
      if (from.name === name) break;
      for (const [question, answer] of Object.entries(memory.carry.get(from.name) ?? {})) {
        const field = form.querySelector(`[data-question="${question}"]`);
        // A plan from a link stays as it is until its reader changes what it rests on.
        const isLinked = linked?.has(question) && !this.#isTyped(from.name);
        if (!field || typed?.has(question) || isLinked) continue;
        Object.assign(given, splitUnit(form, question, answer));
        say(field, from.section.dataset.result ?? "");
      }
    }
    this.#narrow(name, form, given);
    const { answers } = calculator;
    /** @param {[string, string | string[]]} given */
    const isNew = ([name, answer]) => String(answers[name]) !== String(answer);
    if (Object.entries(given).some(isNew)) {
      calculator.give(given);
    }
  }

  /**
   * Give the fields that hold what an earlier step carried as they were built: what it does not carry any more is no
   * answer of the reader's.
   *
   * @param {HTMLFormElement} form
   * @returns {Answers}
   */
  #takenBack(form) {
    const built = asBuilt(form);
    /** @type {Answers} */
    const given = {};
    for (const note of form.querySelectorAll(".bfr-flow-carried")) {
      const field = note.closest("[data-question]");
      note.remove();
      for (const control of field?.querySelectorAll("input[name]") ?? []) {
        const name = control.getAttribute("name") ?? "";
        given[name] = built[name];
      }
    }
    return given;
  }

  /**
   * Leave only the answers that remain after a stop of an earlier step.
   *
   * @param {string} name
   * @param {HTMLFormElement} form
   * @param {Answers} given - What the form is about to be given.
   */
  #narrow(name, form, given) {
    const before = this.#steps.findIndex((each) => each.name === name);
    /** @type {Map<string, string[]>} */
    const left = new Map();
    for (const { name: from } of this.#steps.slice(0, before)) {
      for (const [question, values] of Object.entries(memory.narrowed.get(from) ?? {})) {
        left.set(question, values);
      }
    }
    for (const radio of form.querySelectorAll("input[type=radio]")) {
      if (!(radio instanceof HTMLInputElement)) continue;
      const values = left.get(radio.name);
      const isLeft = values === undefined || values.includes(radio.value);
      radio.closest("label")?.toggleAttribute("hidden", !isLeft);
      if (!isLeft && radio.checked) given[radio.name] = "";
    }
  }

  /** Whether the step for the cuff says that no AOP was measured with it. */
  get #isUnmeasured() {
    const found = this.#step("equipment")?.calculator?.outcome;
    return memory.done.has("equipment") && found?.carry?.aop_known === "not";
  }

  /** Whether there is no pressure to train with, so that no session with this cuff may start. */
  get #isWithoutPressure() {
    return this.#isUnmeasured || memory.skipped.has("pressure");
  }

  // --- What is missing ---

  /**
   * Say whether the step may be left behind, and if not, what is missing.
   *
   * @returns {Verdict}
   */
  #verdict() {
    const { name, calculator, form } = this.#now;
    if (name === LAST_STEP || !calculator || !form) return { ok: true, says: "" };
    if (name === "pressure" && this.#isWithoutPressure) return { ok: true, says: "" };
    const state = calculator.getAttribute("state");
    const isStale = calculator.hasAttribute("stale");
    if (state === "error") {
      return {
        ok: false,
        says: "The calculator did not answer. Try again above.",
        help: () => lead(calculator),
      };
    }
    if (name === FIRST_STEP) return this.#screened(calculator, form);
    if (memory.leftOut.has(name) && !this.#isTyped(name)) {
      const says = "These numbers are not part of the link. Type your own.";
      return { ok: false, says, help: () => lead(form) };
    }
    // A stop says what to change, whatever else is missing.
    const stop = !isStale && state === "ready" && calculator.outcome?.stop;
    const missing = stop ? undefined : this.#missing(this.#now);
    if (missing) {
      return { ok: false, says: toAnswer(missing), help: () => lead(missing) };
    }
    if (state === "ready" && isStale) {
      const says = "An answer cannot be used yet.";
      return { ok: false, says, help: () => form.requestSubmit() };
    }
    if (state !== "ready" || !calculator.outcome) {
      const says = this.#waiting ? "Working it out. What you typed is kept." : "";
      return { ok: true, wait: true, says, help: () => this.#ask(state) };
    }
    if (calculator.outcome.stop) {
      const says = sentence(calculator.outcome.headline);
      return { ok: false, says, help: () => lead(calculator) };
    }
    return { ok: true, says: "" };
  }

  /**
   * Have the numbers answered as they stand, unless that is under way.
   *
   * @param {string | null} state
   */
  #ask(state) {
    if (state !== "busy") this.#now.form?.requestSubmit();
  }

  /**
   * @param {Calculator} calculator
   * @param {HTMLFormElement} form
   * @returns {Verdict}
   */
  #screened(calculator, form) {
    const now = standing.get();
    const gate = standing.gate(true);
    if (!gate) return { ok: true, says: "" };
    if (now && ["today", "expired"].includes(gate)) {
      return { ok: false, says: "", help: () => this.#leadToGate() };
    }
    if (now && now.level !== "unfinished") {
      return {
        ok: false,
        says: "The steps end here.",
        label: "What to do now",
        way: true,
        help: () => this.#part("stopped").focus(),
      };
    }
    const [first] = unanswered(form, (this.#now.section.dataset.own ?? "").split(" "));
    const state = calculator.getAttribute("state");
    if (!first && state !== "ready") {
      return { ok: true, wait: true, says: this.#waiting ? "Working it out." : "" };
    }
    const says = now ? calculator.outcome?.headline : first && toAnswer(first);
    return {
      ok: false,
      says: says ?? "",
      help: () => (first ? lead(first) : form.requestSubmit()),
    };
  }

  /** Lead the keyboard to what is asked of an earlier screening. */
  #leadToGate() {
    const gate = this.#now.section.querySelector("bfr-gate[mode=kept]");
    if (gate instanceof BfrGate) gate.lead();
  }

  // --- Showing ---

  /** Show where one is, what is missing, and what the last step holds. */
  #show() {
    const stops = Boolean(LEVELS[standing.gate(true)]?.stops);
    const furthest = this.#furthest;
    const withoutPressure = this.#isWithoutPressure;
    this.toggleAttribute("without-cuff", withoutPressure);
    for (const [at, { name }] of this.#steps.entries()) {
      const mark = /** @type {HTMLElement} */ (this.querySelector(`[data-mark="${name}"]`));
      /** @type {keyof typeof STATES} */
      let state = at <= furthest && memory.done.has(name) ? "done" : "later";
      if (stops) state = at ? "closed" : "stop";
      else if (at === this.#at) state = "now";
      mark.dataset.state = state;
      write(/** @type {HTMLElement} */ (mark.querySelector("[data-part=state]")), STATES[state]);
      const link = /** @type {HTMLElement} */ (mark.querySelector("a"));
      const isOpen = at <= furthest;
      setAttribute(link, "href", isOpen ? `#step-${name}` : null);
      setAttribute(link, "role", isOpen ? null : "link");
      setAttribute(link, "aria-disabled", isOpen ? null : "true");
      setAttribute(link, "aria-current", at === this.#at ? "step" : null);
    }
    this.#showScreening(stops);
    const noPressure = this.querySelector("[data-part=no-pressure]");
    if (noPressure instanceof HTMLElement) {
      noPressure.hidden = !withoutPressure;
      const { section } = /** @type {Step} */ (this.#step("pressure"));
      for (const part of section.querySelectorAll("[data-part=body], .bfr-flow-skip")) {
        part.toggleAttribute("hidden", this.#isUnmeasured);
      }
    }
    for (const { section, calculator } of this.#steps) {
      const isStopped = Boolean(calculator?.outcome?.stop);
      section.querySelector("[data-part=skip-line]")?.toggleAttribute("hidden", isStopped);
      section.querySelector("[data-part=remains-line]")?.toggleAttribute("hidden", !isStopped);
    }
    for (const words of this.querySelectorAll("[data-part=not-yet], [data-without-cuff]")) {
      words.toggleAttribute("hidden", !withoutPressure);
    }
    for (const words of this.querySelectorAll("[data-with-cuff]")) {
      words.toggleAttribute("hidden", withoutPressure);
    }
    for (const { name, section } of this.#steps) {
      section.toggleAttribute("data-untouched", !this.#isTyped(name) && !memory.linked.has(name));
    }
    this.#part("resumed").hidden = !memory.isBack;
    const isGone = memory.gone.has("pressure") && !withoutPressure;
    const hasIt = this.#steps.findIndex(({ name }) => name === "pressure") < this.#at;
    this.#part("pressure-gone").hidden = !(isGone && hasIt);
    if (this.#now.name === LAST_STEP) this.#showReady(withoutPressure);
    const { ok, says, way, label = "Continue" } = this.#verdict();
    const on = this.#part("on");
    write(this.#part("says"), says);
    write(on, label);
    // It can still be pressed: then it leads to what is missing.
    const isBlocked = !ok && !way;
    on.toggleAttribute("data-missing", isBlocked);
    setAttribute(on, "aria-disabled", isBlocked ? "true" : null);
    on.hidden = this.#at === this.#steps.length - 1;
    this.#part("back").hidden = this.#at === 0;
  }

  /** @param {boolean} stops */
  #showScreening(stops) {
    const screening = this.#step(FIRST_STEP);
    if (!screening) return;
    const now = standing.get();
    const isDone = stops && now?.level !== "unfinished";
    this.#part("stopped").hidden = !isDone;
    const letter = screening.section.querySelector("details[data-part=letter]");
    this.#part("show-letter").hidden = !letter;
  }

  /** @param {boolean} withoutPressure */
  #showReady(withoutPressure) {
    const template = /** @type {HTMLTemplateElement} */ (this.#part("summary-row"));
    this.#part("summary").replaceChildren(...this.#found.map((row) => fill(template, row)));
    this.#part("without-cuff").hidden = !withoutPressure;
    for (const part of ["train", "take"]) this.#part(part).hidden = withoutPressure;
    const ready = this.#now.section;
    for (const block of ready.querySelectorAll("[data-part=body], [data-place=ready]")) {
      if (block instanceof HTMLElement) block.hidden = withoutPressure;
    }
    const play = this.#playButton;
    this.#part("play-session").hidden = !play || play.hidden;
  }

  /** The button of the session that opens the player. */
  get #playButton() {
    const button = this.#step("session")?.section.querySelector("[data-part=play]");
    return button instanceof HTMLElement ? button : null;
  }

  /** What the steps found, as rows of a summary. */
  get #found() {
    const withoutPressure = this.#isWithoutPressure;
    return this.#steps.flatMap(({ name, calculator }) => {
      const closed = withoutPressure && ["pressure", "session"].includes(name);
      const outcome = calculator?.outcome;
      if (name === LAST_STEP || closed || !outcome || outcome.stop) return [];
      if (!memory.done.has(name) || memory.skipped.has(name)) return [];
      const title = this.#title(name);
      const more = outcome.band?.says ?? outcome.timeline?.says ?? "";
      return [{ name, title, headline: outcome.headline, more }];
    });
  }

  // --- Taking it along ---

  /** The address that holds the plan. */
  get #address() {
    /** @type {Map<string, Answers>} */
    const answers = new Map();
    /** @type {Set<string>} */
    const leftOut = new Set();
    for (const { section, calculator, form } of this.#steps) {
      const { share, unshared = "" } = section.dataset;
      if (!share || !calculator || !form || calculator.isPrivate) continue;
      const never = new Set(unshared.split(" "));
      // A number that rests on an injury would be another's without it.
      const injury = form.querySelector(
        `[data-question="${section.dataset.withhold}"]:not([hidden])`,
      );
      if (injury) leftOut.add(share);
      else answers.set(share, changedAnswers(form, { except: never }));
    }
    const plan = toPlan({ rules: this.dataset.rules ?? "", answers, leftOut });
    return new URL(plan, location.href).href;
  }

  #makeLink() {
    const field = /** @type {HTMLTextAreaElement} */ (this.#part("address"));
    field.value = this.#address;
    this.#part("link").hidden = false;
    this.#copy(field.value, "Link copied.");
  }

  async #makeQr() {
    const picture = await qrPicture(this.#address, "QR code that holds the link to your plan");
    this.#part("qr-picture").replaceChildren(picture);
    this.#part("qr").hidden = false;
    this.#part("qr").scrollIntoView({ block: "nearest" });
    write(this.#part("flow-kept"), "The QR code is shown below.");
  }

  #copySummary() {
    const lines = [
      `My session with a cuff – BFR Guide, rules ${this.dataset.rules}`,
      "",
      ...this.#found.map(
        ({ title, headline, more }) => `${title}: ${headline}${more ? `. ${more}` : ""}`,
      ),
      ...standing.limits.map((limit) => `Limit: ${limit}`),
      "",
      this.#part("sheet").querySelector(".bfr-flow-signs > span")?.textContent ?? "",
      "For teaching. It replaces no examination.",
    ];
    this.#copy(`${lines.join("\n")}\n`, "Copied.");
  }

  /**
   * @param {string} text
   * @param {string} done - What to say then.
   */
  async #copy(text, done) {
    const dialog = /** @type {HTMLDialogElement} */ (this.#part("flow-by-hand"));
    if (await copy(text, dialog)) write(this.#part("flow-kept"), done);
  }

  /** What the forms of the steps know, by the letter that a link gives them. */
  get #forms() {
    /** @type {Map<string, import("../shared/read-answers.js").Form>} */
    const forms = new Map();
    for (const { section, form } of this.#steps) {
      const { share, unshared = "", withhold = "" } = section.dataset;
      if (!share || !form) continue;
      const held = form.querySelector(`[data-question="${withhold}"]`);
      const known = knownOf(form, new Set([...unshared.split(" "), withhold]));
      // Nor the answers under which it would be asked.
      for (const { name, values } of JSON.parse(held?.getAttribute("data-when") ?? "[]")) {
        known[name].values = known[name].values?.filter((each) => !values.includes(each));
      }
      forms.set(share, known);
    }
    return forms;
  }

  /**
   * Take over the plan of a link, once; the reader's own screening still comes first.
   *
   * @returns {boolean} Whether there is a new one.
   */
  #openPlan() {
    const { hash } = location;
    const plan = hash === memory.plan ? null : fromPlan(hash, this.#forms);
    if (plan) {
      memory.plan = hash;
      this.#showUnread("link", plan.unread);
    }
    const isNew = plan !== null && !plan.unread.length;
    if (isNew) {
      this.#clear();
      memory.rules = plan.rules;
      for (const { name, section } of this.#steps) {
        const letter = section.dataset.share ?? "";
        const given = plan.answers.get(letter);
        if (plan.leftOut.has(letter)) memory.leftOut.add(name);
        if (!given) continue;
        memory.answers.set(name, given);
        memory.linked.set(name, new Set(Object.keys(given)));
      }
    }
    this.#part("shared").hidden = !memory.rules;
    const rules = this.dataset.rules ?? "";
    write(this.#part("shared-made"), memory.rules);
    this.#part("shared-differs").hidden = !memory.rules || memory.rules === rules;
    return isNew;
  }

  /**
   * Say what of a plan, or of what the tab had kept, could not be read; without anything, take back what was said.
   *
   * @param {"link" | "tab"} from
   * @param {(import("../shared/read-answers.js").Unread & { letter: string })[]} unread
   */
  #showUnread(from, unread) {
    const block = this.#part("plan-unread");
    block.hidden = !unread.length;
    for (const words of block.querySelectorAll("[data-from]")) {
      words.toggleAttribute("hidden", words.getAttribute("data-from") !== from);
    }
    const items = unread.map(({ letter, kind, name, typed }) => {
      const template = block.querySelector(`template[data-unread="${kind}"]`);
      const step = this.#steps.find(({ section }) => letter && section.dataset.share === letter);
      const title = step ? this.#title(step.name) : "";
      const label = step?.form ? labelOf(step.form, name) : name;
      return fill(/** @type {HTMLTemplateElement} */ (template), { name, typed, label, title });
    });
    this.#part("plan-unread-list").replaceChildren(...items);
  }

  /**
   * Give the name of a step in the row of steps.
   *
   * @param {string} name
   */
  #title(name) {
    return this.querySelector(`[data-mark="${name}"] .bfr-flow-name`)?.textContent ?? "";
  }

  // --- Coming back ---

  /** Keep how far the reader has come, but for what is about health. */
  #remember() {
    /** @type {Record<string, import("./start-memory.js").KeptStep>} */
    const steps = {};
    for (const { name, calculator } of this.#steps) {
      const answers = calculator?.storable ?? null;
      // A step that speaks of health, and is not about it alone, has to be gone through again.
      if (calculator && !calculator.isPrivate && !answers) continue;
      steps[name] = {
        answers,
        typed: answers ? [...(memory.typed.get(name) ?? [])] : [],
        linked: answers && memory.linked.has(name) ? [...(memory.linked.get(name) ?? [])] : null,
        done: memory.done.has(name),
        skipped: memory.skipped.has(name),
        leftOut: memory.leftOut.has(name),
      };
    }
    const { at, plan, rules, done, typed, linked } = memory;
    if (done.size || typed.size || linked.size) startMemory.put({ at, plan, rules, steps });
    else startMemory.forget();
  }

  /** Take up, when a page is loaded anew, what the tab has kept. */
  #recall() {
    const kept = memory.isAwake ? null : startMemory.get();
    memory.isAwake = true;
    if (!kept) return;
    const { at, plan, rules } = kept;
    Object.assign(memory, { at, plan, rules });
    /** @type {(import("../shared/read-answers.js").Unread & { letter: string })[]} */
    const lost = [];
    for (const { name, section, form, calculator } of this.#steps) {
      const step = kept.steps[name];
      if (!step) continue;
      if (step.answers && form) {
        const { answers, unread } = read(Object.entries(step.answers), knownOf(form));
        lost.push(...unread.map((each) => ({ letter: section.dataset.share ?? "", ...each })));
        if (unread.length) continue;
        memory.answers.set(name, answers);
        if (step.typed.length) memory.typed.set(name, new Set(step.typed));
        if (step.linked) memory.linked.set(name, new Set(step.linked));
      }
      if (step.done) memory.done.add(name);
      if (step.skipped) memory.skipped.add(name);
      if (step.leftOut) memory.leftOut.add(name);
      if (step.done && !step.skipped && calculator?.isPrivate) memory.gone.add(name);
    }
    memory.isBack = [...memory.done].some((name) => name !== FIRST_STEP);
    if (lost.length) this.#showUnread("tab", lost);
  }

  /** Forget every step but the screening, and have their forms as they were built. */
  #clear() {
    const kept = memory.done.has(FIRST_STEP);
    for (const map of [
      memory.answers,
      memory.typed,
      memory.linked,
      memory.carry,
      memory.narrowed,
    ]) {
      for (const { name } of this.#steps) if (name !== FIRST_STEP) map.delete(name);
    }
    for (const set of [memory.done, memory.skipped, memory.leftOut, memory.gone]) set.clear();
    if (kept) memory.done.add(FIRST_STEP);
    memory.rules = "";
    for (const { name, form } of this.#steps) {
      if (form && name !== FIRST_STEP) writeAnswers(form, asBuilt(form));
    }
  }

  #startOver() {
    memory.plan = "";
    memory.isBack = false;
    this.#clear();
    startMemory.forget();
    this.#part("shared").hidden = true;
    this.#go(0);
    this.#show();
  }

  /** Put back what stood in the forms before the page changed, or what a link holds. */
  #restore() {
    for (const { name, calculator } of this.#steps) {
      const answers = memory.answers.get(name);
      const isOwn = this.#isTyped(name) || memory.linked.has(name) || memory.done.has(name);
      if (calculator && answers && isOwn) calculator.give(answers, { isFinished: true });
    }
  }
}

/** Nothing of the person before may stay. */
function forget() {
  const { answers, typed, linked, carry, done, skipped, leftOut, narrowed, gone } = memory;
  for (const each of [answers, typed, linked, carry, done, skipped, leftOut, narrowed, gone]) {
    each.clear();
  }
  Object.assign(memory, { rules: "", plan: "", at: "", isBack: false });
  startMemory.forget();
}

/**
 * Give a carried answer as the form holds it: a number apart from its unit.
 *
 * @param {HTMLFormElement} form
 * @param {string} question
 * @param {string} answer
 * @returns {Record<string, string>}
 */
function splitUnit(form, question, answer) {
  const [number, unit] = answer.split(" ");
  if (!unit || !form.querySelector(`input[name="${question}_unit"]`)) return { [question]: answer };
  return { [question]: number, [`${question}_unit`]: unit };
}

/**
 * Say at a question where its answer comes from, as part of its label.
 *
 * @param {Element} field
 * @param {string} result
 */
function say(field, result) {
  const label = field.querySelector(".bfr-label");
  if (!label || !result) return;
  let note = label.querySelector(".bfr-flow-carried");
  if (!note) {
    note = document.createElement("span");
    note.className = "bfr-flow-carried";
    label.append(" ", note);
  }
  write(note, `from ${result}`);
}

/**
 * List the questions that are still to answer: ticks without any, and those named without a number.
 *
 * @param {HTMLFormElement} form
 * @param {string[]} named
 */
function unanswered(form, named) {
  return questions(form).filter((field) => {
    if (field.hidden) return false;
    const isNamed = named.includes(field.dataset.question ?? "");
    if (!isNamed && field.querySelector(".bfr-optional")) return false;
    if (field.querySelector("input[type=checkbox]")) return !field.querySelector(":checked");
    const typed = field.querySelector("input[type=text]");
    return isNamed && typed instanceof HTMLInputElement && !typed.value.trim();
  });
}

/**
 * Say which question is still to answer.
 *
 * @param {Element} field
 */
function toAnswer(field) {
  // Without what else stands in the label.
  const asked = field.querySelector(".bfr-label")?.firstChild?.textContent?.trim() ?? "";
  return `Still to answer: ${asked}${asked.endsWith("?") ? "" : "."}`;
}

/**
 * Bring something into view and give the keyboard to its first control.
 *
 * @param {Element} element
 */
function lead(element) {
  element.scrollIntoView({ block: "center" });
  const control = element.querySelector("input:not([type=hidden]), button");
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

/**
 * End a sentence that may have its end already.
 *
 * @param {string} text
 */
function sentence(text) {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value - None takes it away.
 */
function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

customElements.define("bfr-flow", BfrFlow);
