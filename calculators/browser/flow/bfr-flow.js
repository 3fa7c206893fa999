/**
 * `<bfr-flow>` leads through Start, one screen at a time: each shows some questions of a calculator, and the last one
 * shows a card. Where a reader is follows from what stands in the forms: `flow-state.js` says how.
 *
 * The attribute `step` names the screen that shows, `path` the way to a session, with a cuff or without. Each screen has
 * its place in the history of the browser. Answers outlive a change of page; those that are not about health outlive a
 * reload, too. Whenever the card changes it is told in the event `bfr-card`, with `card`, `timeline` and `figures`, or null
 * for each.
 */

import "../calculator/bfr-calculator.js";

import { standing, today } from "../gate/standing.js";
import {
  asBuilt,
  changedAnswers,
  knownOf,
  labelOf,
  questions,
  writeAnswers,
} from "../shared/answers.js";
import { all, line, one, setAttribute, setHidden } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { LIMITS } from "../shared/from-rules.js";
import { copy, download, printOnly } from "../shared/keep.js";
import { read } from "../shared/read-answers.js";
import { Words } from "../shared/words.js";
import { write } from "../shared/write.js";
import {
  cardOf,
  figuresOf,
  furthest,
  givenBy,
  hinders,
  isClosed,
  neededBy,
  pathOf,
  placeOf,
  reasonsOf,
  screensOf,
  stateOf,
  waysOf,
} from "./flow-state.js";
import { fromPlan, toPlan } from "./share.js";
import { startMemory } from "./start-memory.js";

/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("../calculator/bfr-calculator.js").BfrCalculator} Calculator */
/** @typedef {import("../calculator/calculator-state.js").Told} Told */
/** @typedef {import("../shared/read-answers.js").Unread} Unread */
/** @typedef {import("./flow-state.js").Data} Data */
/** @typedef {import("./flow-state.js").Facts} Facts */
/** @typedef {import("./flow-state.js").Part} PartData */
/** @typedef {import("./flow-state.js").Ready} Ready */
/** @typedef {import("./flow-state.js").Screen} Screen */
/** @typedef {PartData & { box: HTMLElement, calculator: Calculator, form: HTMLFormElement }} Part */

/** Where an answer that cannot be used is asked, by calculator; others are changed on the card. */
const ASKED_AT = /** @type {Record<string, string>} */ ({
  equipment: "open",
  screening: "about",
  check: "blood-pressure",
  "one-rm": "strength",
  "training-load": "strength",
  pressure: "pressure",
  light: "count",
});
/** The screens that ask for the blood pressure. */
const BLOOD_PRESSURE = new Set(["about", "blood-pressure"]);
/** By one screening, the other: both ask for the blood pressure. */
const TWINS = /** @type {Record<string, string>} */ ({ screening: "check", check: "screening" });
/** What the healthy limb can do speaks of an injury of the other: it is not kept. */
const OF_AN_INJURY = "other_limb";

/** What the reader did in this tab. */
const memory = {
  /** @type {Map<string, Answers>} */
  answers: new Map(),
  /** Questions that the reader has answered with their own hands, by calculator. @type {Map<string, Set<string>>} */
  typed: new Map(),
  /** Questions that a link has answered. @type {Map<string, Set<string>>} */
  linked: new Map(),
  /** What each calculator hands on. @type {Map<string, Record<string, string>>} */
  carry: new Map(),
  /** Answers to Start's own questions. */
  own: { exercise: "", way: "" },
  /** Whether the reader goes on without a cuff though they have one. */
  wantsLight: false,
  /** Whether the screening is asked on this visit; not known before the page has looked. @type {boolean | null} */
  asksHealth: null,
  /** The version of the rules with which a link was made; empty without one. */
  rules: "",
  /** The fragment of the plan that was taken over. */
  plan: "",
  /** The screen that showed last. */
  at: "",
  /** Whether a reload has taken the pressure away. */
  isGone: false,
  /** Whether what the tab had kept was looked for. */
  isAwake: false,
};

/** From what a reader has to a session. */
export class BfrFlow extends HTMLElement {
  /** @type {Data} */
  #data = { screens: [], parts: [], exercises: [], ways: [], steps: {}, noTest: "" };
  /** @type {Part[]} */
  #parts = [];
  #words = new Words(this);
  /** The name of the screen that shows. */
  #at = "have";
  /** The calculator that is changed on the card. */
  #edit = "";
  /** Whether further questions are shown. */
  #more = false;
  /** Whether the reader has tried to go on from this screen. */
  #tried = false;
  /** Whether the last thing the reader did was a tap, and no key. */
  #byPointer = false;
  /** What the last tap met that was chosen before. @type {HTMLInputElement | null} */
  #chosen = null;
  /** The card that was told last, as JSON. */
  #told = "null";
  /** @type {AbortController | undefined} */
  #listening;
  /** What each calculator had answered when its answer was handed on last. @type {Map<string, Told["answer"]>} */
  #handedOn = new Map();

  connectedCallback() {
    // When the calculators inside have come to life, too.
    queueMicrotask(() => this.isConnected && this.#begin());
  }

  disconnectedCallback() {
    for (const { slug, calculator } of this.#parts) memory.answers.set(slug, calculator.answers);
    this.#listening?.abort();
  }

  #begin() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const template = this.#part("data", HTMLTemplateElement);
    this.#data = JSON.parse(template.content.textContent ?? "");
    this.#parts = this.#data.parts.map((each) => {
      const box = one(this, `[data-part-of="${each.slug}"]`);
      const calculator = /** @type {Calculator} */ (one(box, "bfr-calculator"));
      return { ...each, box, calculator, form: one(box, "form.bfr-form", HTMLFormElement) };
    });
    this.#placeTexts();
    this.addEventListener("click", (event) => this.#clicked(event), { signal, capture: true });
    this.addEventListener("pointerdown", (event) => this.#pointed(event), {
      signal,
      capture: true,
    });
    this.addEventListener("keydown", (event) => this.#keyed(event), { signal, capture: true });
    this.addEventListener("input", (event) => this.#typed(event), { signal });
    this.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.addEventListener("bfr-clear", (event) => this.#cleared(event), { signal });
    this.addEventListener("bfr-change", () => this.#heard(), { signal });
    this.addEventListener("bfr-screening", (event) => this.#screen(event), { signal });
    standing.addEventListener("change", () => this.#changed(), { signal });
    standing.addEventListener("forget", () => this.#forgot(), { signal });
    window.addEventListener("bfr-same-page", () => this.#follow(), { signal });
    const early = this.#chosenEarly;
    this.#recall();
    this.#openPlan();
    this.#restore();
    for (const input of early) if (input.checked) this.#note(input);
    memory.asksHealth ??= !isScreened();
    const named = nameIn(location.hash);
    this.#handOn();
    const own = this.#own;
    const isNamed = own.some(({ name }) => name === named);
    // A screen that is not asked any more, such as one of a screening that is done, gives way to the next.
    const isThere = !memory.at || own.some(({ name }) => name === memory.at);
    const before = isThere ? memory.at || "have" : own[own.length - 1].name;
    this.#enter(isNamed ? named : before, { lead: isNamed && named !== "have" });
    if (!location.hash && this.#at !== "have") this.#rename();
    // Until all scripts have run, the page stands as it does without any: nothing here is shown.
    const lead = () => this.#part("unread").focus();
    if (document.readyState === "complete") lead();
    else window.addEventListener("load", lead, { signal });
  }

  /**
   * @template {Element} [Kind=HTMLElement]
   * @param {string} name
   * @param {new () => Kind} [kind]
   * @returns {Kind}
   */
  #part(name, kind) {
    return one(this, `[data-flow="${name}"]`, kind);
  }

  /**
   * @param {string} slug
   * @returns {Part}
   */
  #of(slug) {
    return /** @type {Part} */ (this.#parts.find((each) => each.slug === slug));
  }

  /** What was chosen on the first screen before this had come to life. */
  get #chosenEarly() {
    const [{ slug, asks }] = this.#data.screens;
    const fields = asks.map((name) => fieldOf(this.#of(slug).form, name));
    const inputs = fields.flatMap((field) => (field ? all(field, "input", HTMLInputElement) : []));
    return inputs.filter(({ checked, defaultChecked }) => checked && !defaultChecked);
  }

  /** Put clones of what the page says elsewhere into their places. */
  #placeTexts() {
    for (const place of this.querySelectorAll("[data-place]")) {
      const text = document.querySelector(`[data-flow-text="${place.getAttribute("data-place")}"]`);
      if (!text || place.children.length) continue;
      for (const node of text.childNodes) place.append(node.cloneNode(true));
      for (const named of place.querySelectorAll("[id]")) named.removeAttribute("id");
    }
  }

  // --- What is known ---

  /** @returns {Facts} */
  get #facts() {
    const cuff = String(this.#of("equipment").calculator.answers.cuff ?? "");
    const { wantsLight } = memory;
    const path = pathOf({ cuff, wantsLight });
    const check = this.#of(path === "light" ? "check" : "screening");
    const held = standing.get();
    return {
      cuff,
      wantsLight,
      asksHealth: memory.asksHealth ?? true,
      gate: standing.gate(true),
      isSettled: ["ok", "stop"].includes(this.#stateOf(check.slug)),
      hasLimits: Boolean(held?.limits.length || check.calculator.outcome?.cautions?.length),
      missing: Object.fromEntries(
        this.#data.screens.map((screen) => [screen.name, this.#missing(screen)]),
      ),
    };
  }

  /** The reader's screens. */
  get #own() {
    return screensOf(this.#data.screens, this.#facts);
  }

  /** @returns {Screen} */
  get #now() {
    return /** @type {Screen} */ (this.#data.screens.find(({ name }) => name === this.#at));
  }

  get #path() {
    return pathOf(this.#facts);
  }

  /** What the reader said of their strength. */
  get #way() {
    return this.#data.ways.find(({ value }) => value === memory.own.way);
  }

  /**
   * List what a screen asks of which calculator.
   *
   * @param {Screen} screen
   */
  #asked(screen) {
    const { slug, asks, may } = screen;
    if (screen.name !== "strength") return { slug, asks, may };
    return { slug: this.#way?.slug ?? "", asks: this.#way?.asks ?? [], may: [] };
  }

  /**
   * Find the first question of a screen that is still to answer; empty if there is none.
   *
   * @param {Screen} screen
   */
  #missing(screen) {
    if (screen.name === "exercise" && !memory.own.exercise) return "exercise";
    if (screen.name === "strength" && !this.#way?.slug) return "way";
    const { slug, asks, may } = this.#asked(screen);
    if (!slug) return "";
    const { form } = this.#of(slug);
    const needed = asks.filter((name) => !may.includes(name));
    const open = needed.find((name) => isOpen(form, name));
    if (open && BLOOD_PRESSURE.has(screen.name) && isUnknown(form)) return "bp";
    return open ?? "";
  }

  // --- Where the reader is ---

  /** Go where the browser's history went, or where a link led. */
  #follow() {
    const named = nameIn(location.hash);
    // A place on the page that is no screen leaves it as it is.
    if (!named && document.getElementById(location.hash.slice(1))) return;
    if (this.#openPlan()) this.#restore();
    this.#enter(named || "have", { lead: true });
    if (!named) this.#part("unread").focus();
  }

  /**
   * Go to a screen, as a new place in the history of the browser.
   *
   * @param {string} name
   */
  #go(name) {
    const to = this.#reachable(name);
    if (to === this.#at) return this.#show();
    // A place that has no name would not be found again on the way back.
    if (!location.hash) this.#rename();
    history.pushState(null, "", `#step-${to}`);
    this.#enter(to, { lead: true });
  }

  /**
   * Name a screen, or the furthest that may be shown.
   *
   * @param {string} name
   */
  #reachable(name) {
    const own = this.#own;
    const most = furthest(own, this.#facts);
    const at = own.findIndex((each) => each.name === name);
    return own[Math.min(at < 0 ? 0 : at, most)].name;
  }

  /**
   * Go to the screen before or after.
   *
   * @param {number} by
   */
  #step(by) {
    const own = this.#own;
    const at = own.findIndex(({ name }) => name === this.#at);
    const to = own[at + by];
    if (to) this.#go(to.name);
  }

  /**
   * Show a screen, or the furthest that may be shown.
   *
   * @param {string} wanted
   * @param {{ lead: boolean }} how - Whether to lead eyes and keyboard to it.
   */
  #enter(wanted, { lead }) {
    this.#at = this.#reachable(wanted);
    this.#more = false;
    this.#tried = false;
    this.#edit = "";
    if (wanted !== this.#at && location.hash) this.#rename();
    memory.at = this.#at;
    this.setAttribute("step", this.#at);
    for (const each of all(this, "[data-screen]")) {
      each.hidden = each.dataset.screen !== this.#at;
    }
    if (this.#at === "strength") this.#chooseWay();
    if (this.#at === "card") this.#askForCard();
    this.#remember();
    this.#show();
    if (!lead) return;
    this.scrollIntoView({ block: "start" });
    one(this, `#step-${this.#at}-title`).focus({ preventScroll: true });
  }

  /** Give the place in the history the name of the screen that shows. */
  #rename() {
    history.replaceState(history.state, "", `#step-${this.#at}`);
  }

  // --- What the reader does ---

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a[data-go]");
    if (link) {
      event.preventDefault();
      event.stopPropagation(); // else instant navigation takes the reader away
      return this.#go(link.getAttribute("data-go") ?? "");
    }
    this.#choseAgain(target);
    const button = target.closest("button[data-do]");
    /** @type {Record<string, () => void>} */
    const does = {
      on: () => this.#continue(),
      back: () => this.#step(-1),
      light: () => this.#goLight(),
      more: () => this.#showMore(),
      leave: () => standing.leave(),
      edit: () => this.#open(button?.getAttribute("data-edit") ?? ""),
      play: () => this.#play(),
      link: () => this.#makeLink(),
      qr: () => this.#makeQr(),
      calendar: () => this.#calendar && download(this.#calendar),
      copy: () => this.#copy(this.#text, "copied"),
      print: () => printOnly("result", [this.#part("card")]),
    };
    does[button?.getAttribute("data-do") ?? ""]?.();
  }

  /** @param {Event} event */
  #pointed({ target }) {
    this.#byPointer = true;
    const radio = /** @type {Element} */ (target).closest("label")?.querySelector("input");
    this.#chosen = radio?.type === "radio" && radio.checked ? radio : null;
  }

  /**
   * Go on where somebody taps what is chosen already: nothing changes then.
   *
   * @param {Element} target
   */
  #choseAgain(target) {
    const radio = this.#chosen;
    if (!radio || target.closest("label") !== radio.closest("label")) return;
    this.#chosen = null;
    if (this.#goesOn(radio)) queueMicrotask(() => this.#continue());
  }

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const own = input.form?.dataset.own;
    if (own) memory.own = { ...memory.own, [own]: input.value };
    else if (!this.#note(input)) return;
    this.#tried = false;
    if (own === "way" && input.value === "light") return this.#goLight();
    if (input.name === "cuff") memory.wantsLight = false;
    this.#handOn();
    this.#remember();
    this.#show();
    if (this.#byPointer && this.#goesOn(input)) this.#continue();
  }

  /**
   * Note that the reader has answered a question with their own hands.
   *
   * @param {HTMLInputElement} input
   * @returns {boolean} Whether it is a question of a calculator.
   */
  #note(input) {
    const question = input.closest("[data-question]");
    const part = this.#parts.find(({ form }) => form === input.form);
    if (!part || !question) return false;
    const typed = memory.typed.get(part.slug) ?? new Set();
    typed.add(question.getAttribute("data-question") ?? "");
    memory.typed.set(part.slug, typed);
    if (part.slug === "pressure") memory.isGone = false;
    question.querySelector(".bfr-flow-carried")?.remove();
    return true;
  }

  /**
   * Tell whether a tap answers a screen for good: the one choice, or “none of these”.
   *
   * @param {HTMLInputElement} input
   */
  #goesOn(input) {
    const { auto } = this.#now;
    if (input.name !== auto || !input.checked) return false;
    return input.type === "radio" || input.dataset.tick === "none";
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    this.#byPointer = false;
    const own = event.target instanceof HTMLInputElement && event.target.form?.dataset.own;
    if (event.key === "Enter" && own) this.#continue();
  }

  /** @param {Event} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.own) return event.preventDefault();
    // Enter in a field goes on, as the button does.
    if (event instanceof SubmitEvent && event.isTrusted && !this.#edit) this.#continue();
  }

  /** @param {Event} event */
  #cleared(event) {
    const part = this.#parts.find(({ calculator }) => calculator === event.target);
    if (!part) return;
    memory.typed.delete(part.slug);
    memory.linked.delete(part.slug);
    // Once the calculator has begun anew.
    queueMicrotask(() => {
      this.#handOn();
      this.#remember();
      this.#show();
    });
  }

  /** Ask the screening, whatever was found before. @param {Event} event */
  #screen(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.localName === "bfr-calculator") return;
    event.preventDefault();
    memory.asksHealth = true;
    const path = this.#path;
    const { calculator } = this.#of(path === "light" ? "check" : "screening");
    calculator.dispatchEvent(new CustomEvent("bfr-screening", { cancelable: true }));
    this.#go(path === "light" ? "hardest" : "about");
  }

  #changed() {
    this.#handOn();
    this.#settle();
  }

  /** Nothing of the person before may stay. */
  #forgot() {
    forget();
    for (const form of all(this, "form[data-own]", HTMLFormElement)) form.reset();
    memory.asksHealth = true;
    // When the forms are as they were built.
    setTimeout(() => this.isConnected && this.#enter("have", { lead: true }));
  }

  /** Go on if the screen is answered; else say, and show, what is missing. */
  #continue() {
    this.#tried = true;
    if (this.#now.name === "no-cuff") memory.wantsLight = true;
    const hinder = this.#hinder;
    if (!hinder) return this.#step(1);
    this.#show();
    hinder.help?.();
  }

  /** Go on without a cuff. */
  #goLight() {
    memory.wantsLight = true;
    memory.own.way = "";
    for (const radio of all(this, 'input[name="way"]', HTMLInputElement)) radio.checked = false;
    // A screening that lets the reader on holds here, too.
    if (!standing.gate(true)) memory.asksHealth = false;
    this.#go(this.#at === "have" ? "no-cuff" : "card");
  }

  #showMore() {
    this.#more = !this.#more;
    this.#show();
  }

  /**
   * Change something on the card.
   *
   * @param {string} slug
   */
  #open(slug) {
    this.#edit = this.#edit === slug ? "" : slug;
    this.#show();
    if (this.#edit) this.#of(slug).box.scrollIntoView({ block: "nearest" });
  }

  // --- What is missing ---

  /**
   * Say what keeps the reader from going on; null if nothing does.
   *
   * @returns {{ says: string, help?: () => void } | null}
   */
  get #hinder() {
    const screen = this.#now;
    const missing = this.#missing(screen);
    const { slug, asks } = this.#asked(screen);
    if (missing === "bp") return { says: this.#words.say("bp-missing") };
    if (missing === "exercise" || missing === "way") {
      const form = one(this, `[data-own="${missing}"]`);
      return { says: this.#words.say("missing-choice"), help: () => lead(form) };
    }
    if (!slug) return null;
    const part = this.#of(slug);
    if (missing) {
      const field = fieldOf(part.form, missing);
      const label = labelOf(part.form, missing);
      const isChoice = field?.querySelector(
        "input:is([type=radio], [type=checkbox]):not([data-unit])",
      );
      const says = isChoice
        ? this.#words.say("missing-choice")
        : this.#words.say("missing", { label });
      return { says, help: () => field && lead(field) };
    }
    // What was wrong with the answers before these says nothing of them.
    const wrong =
      this.#stateOf(slug) === "problem" &&
      asks.some((name) => fieldOf(part.form, name)?.querySelector("[aria-invalid]"));
    if (wrong) {
      const says = this.#words.say("unusable");
      return { says, help: () => part.form.requestSubmit() };
    }
    const stop = screen.tells ? null : this.#stopOf(slug);
    return stop && { says: "", help: () => part.box.scrollIntoView({ block: "nearest" }) };
  }

  /**
   * Give the stop of a screen's calculator, or of one that rests on it, where all of its questions are answered.
   *
   * @param {string} slug - Empty while a way to a number is still to be chosen.
   */
  #stopOf(slug) {
    if (!slug || this.#now.health || this.#now.name === "have") return null;
    const slugs = this.#now.name === "strength" ? [slug, "training-load"] : [slug];
    const parts = slugs.map((each) => this.#of(each));
    // What is under way may turn a stop of before into none.
    if (slugs.some((each) => this.#stateOf(each) === "wait")) return null;
    return parts.find((each) => this.#stateOf(each.slug) === "stop") ?? null;
  }

  // --- What the calculators say ---

  /**
   * A calculator has changed. New answers are handed on before anything is made of what they all know now: a later one
   * may still complain of what an earlier one has just found.
   */
  #heard() {
    let isNew = false;
    for (const { slug, calculator } of this.#parts) {
      const { answer } = calculator.told;
      isNew ||= answer !== (this.#handedOn.get(slug) ?? null);
      this.#handedOn.set(slug, answer);
    }
    if (isNew) this.#handOn();
    this.#settle();
  }

  /**
   * Tell how far a calculator is.
   *
   * @param {string} slug
   * @returns {Ready["state"]}
   */
  #stateOf(slug) {
    return stateOf(this.#of(slug).calculator.told);
  }

  /** A screen that may not be shown any more gives way, as soon as that is known. */
  #settle() {
    if (this.#reachable(this.#at) !== this.#at) this.#enter(this.#at, { lead: true });
    else this.#show();
  }

  /** Hand what each calculator found to the later ones. */
  #handOn() {
    const { way } = memory.own;
    for (const { slug, calculator } of this.#parts) {
      const isUsed = slug !== "one-rm" || this.#way?.slug === "one-rm" || !way;
      const isTheirs = memory.typed.has(slug) || memory.linked.has(slug);
      const outcome = isUsed && isTheirs && this.#stateOf(slug) === "ok" && calculator.outcome;
      if (outcome) memory.carry.set(slug, outcome.carry ?? {});
      else if (!isUsed || calculator.outcome?.stop) memory.carry.delete(slug);
    }
    for (const part of this.#parts) this.#receive(part);
  }

  /**
   * Put what is known into a form, where the reader has not answered with their own hands.
   *
   * @param {Part} part
   */
  #receive({ slug, path, calculator, form }) {
    const typed = memory.typed.get(slug);
    const linked = memory.linked.get(slug);
    const unit = String(this.#of("one-rm").calculator.answers.load_unit ?? "");
    const { cuff } = this.#of("equipment").calculator.answers;
    const way = this.#path;
    const known = givenBy(this.#data, { ...memory.own, unit, cuff: String(cuff), path: way });
    /** @type {[string, Record<string, string>][]} */
    const sources = [["", memory.own.exercise ? known : {}]];
    for (const from of this.#parts) {
      if (from.slug === slug) break;
      // What belongs to a cuff is nothing for a session without one.
      if ((path || way) === "light" && from.path === "cuff") continue;
      sources.push([from.result, memory.carry.get(from.slug) ?? {}]);
    }
    const twin = this.#parts.find((each) => each.slug === TWINS[slug]);
    // The screening of the other way stays unasked: half of it would stand in the place of this one.
    if (twin && path === way) sources.push([twin.result, this.#bloodPressureOf(twin)]);
    const given = this.#takenBack(form);
    for (const [result, carried] of sources) {
      for (const [question, answer] of Object.entries(carried)) {
        const field = fieldOf(form, question);
        if (!field || typed?.has(question) || linked?.has(question)) continue;
        Object.assign(given, splitUnit(form, question, answer));
        if (result) this.#say(field, result);
      }
    }
    const { answers } = calculator;
    const isNew = Object.entries(given).some(([name, each]) => String(answers[name]) !== `${each}`);
    if (isNew) calculator.give(given);
  }

  /**
   * Give the blood pressure that the reader has typed for one screening: the other need not ask again.
   *
   * @param {Part} part
   * @returns {Record<string, string>}
   */
  #bloodPressureOf({ slug, calculator }) {
    const typed = memory.typed.get(slug);
    const names = ["systolic", "diastolic"].filter((name) => typed?.has(name));
    return Object.fromEntries(names.map((name) => [name, String(calculator.answers[name])]));
  }

  /**
   * Give the fields that hold what was carried as they were built: what is not carried any more is no answer of the
   * reader's.
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
   * Say at a question where its answer comes from, as part of its label.
   *
   * @param {Element} field
   * @param {string} result
   */
  #say(field, result) {
    const label = field.querySelector(".bfr-label");
    if (!label) return;
    let note = label.querySelector(".bfr-flow-carried");
    if (!note) {
      note = document.createElement("span");
      note.className = "bfr-flow-carried";
      label.append(" ", note);
    }
    write(note, this.#words.say("from", { result }));
  }

  // --- Strength ---

  /** Offer what the reader's limits leave, and begin with the first of it. */
  #chooseWay() {
    const limits = standing.get()?.limits ?? [];
    const binds = limits.flatMap((code) => LIMITS[code].binds);
    const exercise = this.#data.exercises.find(({ value }) => value === memory.own.exercise);
    const isNoTest = limits.includes(this.#data.noTest);
    const left = waysOf(this.#data.ways, exercise?.gives ?? {}, binds, isNoTest);
    for (const radio of all(this, 'input[name="way"]', HTMLInputElement)) {
      radio.disabled = !left.some(({ value }) => value === radio.value);
      setHidden(one(this, `[data-option="${radio.value}"]`), radio.disabled);
    }
    if (left.some(({ value }) => value === memory.own.way)) return;
    memory.own.way = left[0].value === "light" ? "" : left[0].value;
    for (const radio of all(this, 'input[name="way"]', HTMLInputElement)) {
      radio.checked = radio.value === memory.own.way;
    }
    this.#handOn();
  }

  // --- The card ---

  /** The calculators whose answers the card holds: what it needs, and the plan. */
  get #onCard() {
    return [...neededBy(this.#path, this.#way), "plan"];
  }

  /** Have everything worked out that the card holds and nobody has asked about. */
  #askForCard() {
    for (const slug of this.#onCard) {
      const { calculator } = this.#of(slug);
      const { answered, asked } = calculator.told;
      if (!answered && !asked) calculator.give({});
    }
  }

  /** What the card needs, and how far it is. @returns {Ready[]} */
  get #ready() {
    const { asksHealth, gate } = this.#facts;
    const slug = this.#path === "light" ? "check" : "screening";
    const state = this.#stateOf(slug);
    // Answered, and still not let on: something of it cannot be used.
    const health = state === "ok" || state === "stop" ? "problem" : state;
    const needed = neededBy(this.#path, this.#way);
    return [
      ...(asksHealth && gate ? [{ slug, state: health }] : []),
      ...needed.map((each) => ({ slug: each, state: this.#stateOf(each) })),
    ];
  }

  /** @returns {Ready | null} */
  get #hindersCard() {
    if (this.#at !== "card") return { slug: "", state: "wait" };
    return hinders(this.#ready) ?? (standing.gate(true) ? { slug: "", state: "wait" } : null);
  }

  /** What the timer would play, where the page has one. */
  get #timeline() {
    const { outcome } = this.#of(this.#path === "light" ? "light" : "session").calculator;
    return document.querySelector("dialog.bfr-player") ? (outcome?.timeline ?? null) : null;
  }

  /** Play it, as the button beside its answer does. */
  #play() {
    const { box } = this.#of(this.#path === "light" ? "light" : "session");
    one(box, "[data-part=play]").click();
  }

  /** The file for a calendar, if the plan gives one. */
  get #calendar() {
    const { outcome } = this.#of("plan").calculator;
    /** @type {{ name: string, type: string, text: string }[]} */
    const files = (!outcome?.stop && outcome?.files) || [];
    return files.find(({ type }) => type.startsWith("text/calendar"));
  }

  #showCard() {
    const hinder = this.#hindersCard;
    const isCard = this.#at === "card";
    const isReady = isCard && !hinder;
    setHidden(this.#part("wait"), !(isCard && hinder?.state === "wait" && hinder.slug));
    for (const part of ["card", "actions"]) setHidden(this.#part(part), !isReady);
    setHidden(this.#part("edits"), !isCard || hinder?.state === "wait");
    if (isCard && hinder?.slug && ["stop", "problem", "failed"].includes(hinder.state)) {
      this.#leadBack(hinder);
    }
    this.#tell(isReady);
    if (!isReady) return;
    setHidden(this.#part("play"), !this.#timeline);
    setHidden(this.#part("calendar"), !this.#calendar);
    const { outcomes, figures } = this.#found;
    for (const row of all(this, "[data-figure]")) {
      const value = figures[/** @type {keyof typeof figures} */ (row.dataset.figure)];
      setHidden(row, !value);
      write(one(row, "dd"), value);
    }
    const answers = this.#answers;
    const hasName = outcomes[this.#path === "light" ? "light" : "session"];
    const name = String(
      answers[this.#path === "light" ? "light" : "session"].exercise_1_name ?? "",
    );
    write(this.#part("card-name"), name || (hasName?.timeline?.clocks[0]?.name ?? ""));
    setHidden(this.#part("rounded"), answers["training-load"]?.equipment !== "step");
    const reasons = reasonsOf(outcomes).map(({ value, why }) =>
      line(value ? this.#words.say("reason", { value, why }) : why),
    );
    this.#part("reasons").replaceChildren(...reasons);
    const cautions = Object.values(outcomes).flatMap((each) => each?.cautions ?? []);
    const template = this.#part("caution", HTMLTemplateElement);
    const items = [...new Set(cautions.map(({ says }) => says))].map((says) =>
      fill(template, says),
    );
    this.#part("cautions").replaceChildren(...items);
  }

  /** What the calculators of the card have found. */
  get #found() {
    const outcomes = Object.fromEntries(
      neededBy(this.#path, this.#way).map((slug) => [slug, this.#of(slug).calculator.outcome]),
    );
    const { exercise_1_load: load, exercise_1_load_unit: unit } =
      this.#of("light").calculator.answers;
    return { outcomes, figures: figuresOf(outcomes, load ? `${load} ${unit}` : "") };
  }

  /** @returns {Record<string, Answers>} */
  get #answers() {
    return Object.fromEntries(
      this.#onCard.map((slug) => [slug, this.#of(slug).calculator.answers]),
    );
  }

  /**
   * Tell whoever keeps or plays it that the card has changed.
   *
   * @param {boolean} isReady
   */
  #tell(isReady) {
    const found = isReady ? this.#found : null;
    const card = found && cardOf(this.#path, this.#answers, found.figures, today());
    const json = JSON.stringify([card, found?.figures]);
    if (json === this.#told) return;
    this.#told = json;
    const session = found?.outcomes.session ?? found?.outcomes.light;
    const detail = { card, timeline: session?.timeline ?? null, figures: found?.figures ?? null };
    this.dispatchEvent(new CustomEvent("bfr-card", { bubbles: true, detail }));
  }

  /**
   * Lead to the answer that keeps the card from being shown, or open it here.
   *
   * @param {Ready} hinder
   */
  #leadBack({ slug, state }) {
    const at = ASKED_AT[slug];
    if (state === "failed" || !at || slug === this.#edit) {
      this.#edit = slug;
      return;
    }
    if (state === "problem") this.#of(slug).form.requestSubmit();
    queueMicrotask(() => {
      if (this.#at !== "card") return;
      this.#go(at);
      this.#tried = true;
      this.#show();
    });
  }

  // --- Showing ---

  /** Show what the screen asks, what is missing, and the card. */
  #show() {
    const facts = this.#facts;
    const path = pathOf(facts);
    const screen = this.#now;
    setAttribute(this, "path", path);
    for (const each of all(this, "[data-only]")) setHidden(each, each.dataset.only !== path);
    for (const each of all(this, "[data-edit-of]")) {
      setHidden(each, each.dataset.path !== "" && each.dataset.path !== path);
    }
    this.#showCard();
    if (this.#at !== screen.name) return;
    this.#showParts(screen, isClosed(facts));
    this.#showWhere(screen);
    this.#showOptions();
    const isAsked = screen.name === "pressure" && !memory.typed.get("pressure")?.has("aop_mmhg");
    setHidden(this.#part("pressure-gone"), !(isAsked && (memory.isGone || memory.rules)));
    for (const words of all(this.#part("pressure-gone"), "[data-from]")) {
      setHidden(words, (words.dataset.from === "tab") !== memory.isGone);
    }
    setHidden(this.#part("shared"), !memory.rules);
    const isUnmeasured = BLOOD_PRESSURE.has(screen.name) && facts.missing[screen.name] === "bp";
    for (const each of all(this, '[data-flow="bp-missing"]')) setHidden(each, !isUnmeasured);
    const closed = screen.tells && screen.health && isClosed(facts);
    const hinder = this.#hinder;
    write(this.#part("says"), (this.#tried && hinder?.says) || "");
    const on = this.#part("on");
    write(on, this.#words.say(screen.name === "no-cuff" ? "on-light" : "on"));
    setHidden(on, closed || screen.name === "card");
    // It can still be pressed: then it leads to what is missing.
    on.toggleAttribute("data-missing", hinder !== null);
    setHidden(this.#part("back"), screen.name === "have");
    setHidden(this.#part("stopped"), !closed);
    setHidden(this.#part("leave"), !standing.get() && !memory.typed.size);
    setHidden(this.#part("more"), !screen.more.length);
    setAttribute(one(this.#part("more"), "button"), "aria-expanded", String(this.#more));
    setHidden(this.#part("other"), screen.name !== "pressure" && screen.name !== "open");
  }

  /**
   * Show the questions of the screen, or what a calculator has found.
   *
   * @param {Screen} screen
   * @param {boolean} closed
   */
  #showParts(screen, closed) {
    const { slug, asks } = this.#asked(screen);
    const stopped = this.#tried ? this.#stopOf(slug) : null;
    const shown = screen.name === "card" ? this.#edit : slug;
    const mode = screen.name === "card" ? "edit" : screen.tells ? "tell" : "ask";
    for (const part of this.#parts) {
      const isShown = part.slug === shown || part.slug === stopped?.slug;
      setHidden(part.box, !isShown);
      if (!isShown) continue;
      setAttribute(part.box, "data-mode", mode);
      setAttribute(part.box, "data-stop", part.slug === stopped?.slug ? "" : null);
      const isWrong = this.#stateOf(part.slug) === "failed";
      setAttribute(part.box, "data-failed", isWrong ? "" : null);
      const on = new Set([...(part.slug === slug ? asks : []), ...(this.#more ? screen.more : [])]);
      for (const field of questions(part.form)) {
        const isOn = on.has(field.dataset.question ?? "");
        if (field.hasAttribute("data-on") !== isOn) field.toggleAttribute("data-on", isOn);
      }
    }
    for (const button of all(this, "[data-edit]")) {
      setAttribute(button, "aria-expanded", String(button.dataset.edit === shown));
    }
    const stop = this.#part("stop");
    setHidden(stop, !stopped);
    const headline = stopped?.calculator.outcome?.headline ?? "";
    write(stop, headline);
    const verdict = this.querySelector(`[data-screen="${screen.name}"] [data-flow="verdict"]`);
    if (verdict) {
      const found = slug && this.#of(slug).calculator.outcome?.standing;
      write(verdict, (closed || !standing.gate(true)) && found ? found.says : "");
    }
  }

  /** @param {Screen} screen */
  #showWhere(screen) {
    const own = this.#own;
    const place = placeOf(
      own,
      own.findIndex(({ name }) => name === screen.name),
    );
    const key = screen.name === "card" ? "place-card" : screen.tells ? "place-tells" : "place";
    write(this.#part("place"), this.#words.say(key, place));
    const progress = this.#part("progress", HTMLProgressElement);
    progress.max = place.of + 1;
    progress.value = screen.name === "card" ? place.of + 1 : place.number;
  }

  /** Show what is chosen of Start's own questions, and which limbs may have no cuff. */
  #showOptions() {
    const chosen = this.querySelector('input[name="way"]:checked')?.closest("label");
    write(this.#part("way"), chosen?.querySelector("span")?.firstChild?.textContent?.trim() ?? "");
    const closed = new Set(standing.get()?.closed);
    for (const { value, gives } of this.#data.exercises) {
      const radio = one(this, `input[name="exercise"][value="${value}"]`, HTMLInputElement);
      const { limb } = gives;
      radio.disabled =
        this.#path === "cuff" && closed.has(`left-${limb}`) && closed.has(`right-${limb}`);
    }
  }

  // --- Taking it along ---

  /** The address that holds the plan. */
  get #address() {
    /** @type {Map<string, Answers>} */
    const answers = new Map();
    /** @type {Set<string>} */
    const leftOut = new Set();
    for (const { share, unshared, withhold, calculator, form, path } of this.#parts) {
      if (!share || path === "light" || calculator.isPrivate) continue;
      // A number that rests on an injury would be another's without it.
      const injury = withhold && form.querySelector(`[data-question="${withhold}"]:not([hidden])`);
      if (injury) leftOut.add(share);
      else answers.set(share, changedAnswers(form, { except: new Set(unshared) }));
    }
    const plan = toPlan({ rules: this.dataset.rules ?? "", answers, leftOut });
    return new URL(plan, location.href).href;
  }

  #makeLink() {
    const field = this.#part("address", HTMLTextAreaElement);
    field.value = this.#address;
    this.#part("link").hidden = false;
    this.#copy(field.value, "link-copied");
  }

  async #makeQr() {
    const { qrPicture } = await import("../shared/qr-picture.js");
    const picture = await qrPicture(this.#address, this.#words.say("qr-alt"));
    this.#part("qr-picture").replaceChildren(picture);
    this.#part("qr").hidden = false;
    this.#part("qr").scrollIntoView({ block: "nearest" });
    write(this.#part("kept"), this.#words.say("qr-shown"));
  }

  /** The card as text. */
  get #text() {
    const rows = all(this, "[data-figure]:not([hidden])").map((row) =>
      this.#words.say("text-line", {
        title: one(row, "dt").textContent?.trim() ?? "",
        value: one(row, "dd").textContent ?? "",
      }),
    );
    const signs = this.querySelector(".bfr-flow-signs:not([hidden]) > span")?.textContent;
    const lines = [
      this.#words.say("text-title", { rules: this.dataset.rules ?? "" }),
      "",
      this.#part("card-name").textContent ?? "",
      ...rows,
      ...standing.limits.map((limit) => this.#words.say("text-limit", { limit })),
      ...(signs ? ["", signs] : []),
      this.#words.say("text-end"),
    ];
    return `${lines.join("\n")}\n`;
  }

  /**
   * @param {string} text
   * @param {string} done - Key of what to say then.
   */
  async #copy(text, done) {
    const dialog = this.#part("by-hand", HTMLDialogElement);
    if (await copy(text, dialog)) write(this.#part("kept"), this.#words.say(done));
  }

  /** What the forms know, by the letter that a link gives them. */
  get #forms() {
    /** @type {Map<string, import("../shared/read-answers.js").Form>} */
    const forms = new Map();
    for (const { share, unshared, withhold, form } of this.#parts) {
      if (!share) continue;
      const held = withhold && form.querySelector(`[data-question="${withhold}"]`);
      const known = knownOf(form, new Set([...unshared, withhold]));
      // Nor the answers under which it would be asked.
      const when = (held && held.getAttribute("data-when")) || "[]";
      for (const { name, values } of JSON.parse(when)) {
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
      for (const { slug, share } of this.#parts) {
        const given = plan.answers.get(share);
        if (!given) continue;
        memory.answers.set(slug, given);
        memory.linked.set(slug, new Set(Object.keys(given)));
      }
      memory.own = this.#ownOf(plan.answers);
    }
    write(this.#part("shared-made"), memory.rules);
    const rules = this.dataset.rules ?? "";
    setHidden(this.#part("shared-differs"), !memory.rules || memory.rules === rules);
    return isNew;
  }

  /**
   * Read what a plan says of Start's own questions out of what it gives to the calculators.
   *
   * @param {Map<string, Answers>} answers - By letter.
   */
  #ownOf(answers) {
    const { o = {}, l = {}, s = {} } = Object.fromEntries(answers);
    const { exercises } = this.#data;
    const named = exercises.find(({ gives }) => gives.exercise_1_name === s.exercise_1_name);
    const limb = s.exercise_1_limb ?? "leg";
    const other = exercises.find(({ value }) => value === `other-${limb}`);
    const basis = this.#data.ways.find(({ gives }) => gives.basis && gives.basis === l.basis);
    const set = o.load ? (o.method === "reserve" ? "reserve" : "set") : "";
    const isKnown = s.exercise_1_name || s.exercise_1_limb;
    return {
      exercise: (named && s.exercise_1_name ? named : isKnown ? other : undefined)?.value ?? "",
      way: basis?.value ?? set,
    };
  }

  /**
   * Say what of a plan, or of what the tab had kept, could not be read; without anything, take back what was said.
   *
   * @param {"link" | "tab"} from
   * @param {(Unread & { letter: string })[]} unread
   */
  #showUnread(from, unread) {
    const block = this.#part("unread");
    block.hidden = !unread.length;
    for (const words of all(block, "[data-from]")) setHidden(words, words.dataset.from !== from);
    const items = unread.map(({ letter, kind, name, typed }) => {
      const template = one(block, `template[data-unread="${kind}"]`, HTMLTemplateElement);
      const part = this.#parts.find(({ share }) => letter && share === letter);
      const label = part ? labelOf(part.form, name) : name;
      return fill(template, { name, typed, label, title: part?.title ?? "" });
    });
    this.#part("unread-list").replaceChildren(...items);
  }

  // --- Coming back ---

  /** Keep how far the reader has come, but for what is about health. */
  #remember() {
    /** @type {Record<string, import("./start-memory.js").KeptPart>} */
    const parts = {};
    for (const { slug, calculator } of this.#parts) {
      const answers = calculator.storable;
      if (!answers) continue;
      parts[slug] = {
        answers,
        typed: [...(memory.typed.get(slug) ?? [])],
        linked: [...(memory.linked.get(slug) ?? [])],
      };
    }
    const { at, plan, rules, wantsLight, typed, linked, own, isGone } = memory;
    const kept = { ...own, way: own.way === OF_AN_INJURY ? "" : own.way };
    const isAny = typed.size || linked.size || own.exercise;
    // That it was typed, and not what.
    const isLost = isGone || Boolean(typed.get("pressure")?.has("aop_mmhg"));
    if (isAny) startMemory.put({ at, plan, rules, wantsLight, isGone: isLost, own: kept, parts });
    else startMemory.forget();
  }

  /** Take up, when a page is loaded anew, what the tab has kept. */
  #recall() {
    const kept = memory.isAwake ? null : startMemory.get();
    memory.isAwake = true;
    if (!kept) return;
    const { at, plan, rules, wantsLight, own, isGone } = kept;
    Object.assign(memory, { at, plan, rules, wantsLight, own, isGone: isGone || at === "card" });
    /** @type {(Unread & { letter: string })[]} */
    const lost = [];
    for (const { slug, share, form } of this.#parts) {
      const part = kept.parts[slug];
      if (!part) continue;
      const { answers, unread } = read(Object.entries(part.answers), knownOf(form));
      lost.push(...unread.map((each) => ({ letter: share, ...each })));
      if (unread.length) continue;
      memory.answers.set(slug, answers);
      if (part.typed.length) memory.typed.set(slug, new Set(part.typed));
      if (part.linked.length) memory.linked.set(slug, new Set(part.linked));
    }
    if (lost.length) this.#showUnread("tab", lost);
  }

  /** Forget everything but the screening, and have the forms as they were built. */
  #clear() {
    for (const { slug, form, calculator } of this.#parts) {
      if (calculator.isScreening) continue;
      for (const map of [memory.answers, memory.typed, memory.linked, memory.carry]) {
        map.delete(slug);
      }
      writeAnswers(form, asBuilt(form));
    }
    Object.assign(memory, { rules: "", wantsLight: false, own: { exercise: "", way: "" } });
  }

  /** Put back what stood in the forms before the page changed, or what a link holds. */
  #restore() {
    for (const { slug, calculator } of this.#parts) {
      const answers = memory.answers.get(slug);
      const isTheirs = memory.typed.has(slug) || memory.linked.has(slug);
      if (answers && isTheirs) calculator.give(answers, { isFinished: true });
    }
    for (const [name, value] of Object.entries(memory.own)) {
      for (const radio of all(this, `input[name="${name}"]`, HTMLInputElement)) {
        radio.checked = radio.value === value;
      }
    }
  }
}

/** Nothing of the person before may stay. */
function forget() {
  for (const each of [memory.answers, memory.typed, memory.linked, memory.carry]) each.clear();
  Object.assign(memory, {
    own: { exercise: "", way: "" },
    wantsLight: false,
    asksHealth: null,
    rules: "",
    plan: location.hash,
    at: "",
    isGone: false,
  });
  startMemory.forget();
}

/** Whether a screening was done, so that it need not be asked on this visit. */
function isScreened() {
  const found = standing.get()?.found;
  return found !== undefined && found.level !== "unfinished" && found.lasting !== "unfinished";
}

/**
 * Name the screen of a fragment; empty when it names none.
 *
 * @param {string} hash
 */
function nameIn(hash) {
  return hash.startsWith("#step-") ? hash.slice("#step-".length) : "";
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLElement | null}
 */
function fieldOf(form, name) {
  return form.querySelector(`[data-question="${name}"]`);
}

/**
 * Tell whether a question is asked and still to answer.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function isOpen(form, name) {
  const field = fieldOf(form, name);
  if (!field || field.hidden) return false;
  const text = field.querySelector("input:not([type=radio], [type=checkbox])");
  if (text instanceof HTMLInputElement) return !text.value.trim();
  return !field.querySelector(":checked");
}

/**
 * Tell whether a reader says that they do not know their blood pressure.
 *
 * @param {HTMLFormElement} form
 */
function isUnknown(form) {
  return form.querySelector('input[name="bp"][value="unknown"]:checked') !== null;
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
 * Bring something into view and give the keyboard to its first control.
 *
 * @param {Element} element
 */
function lead(element) {
  element.scrollIntoView({ block: "center" });
  const control = element.querySelector("input:not([type=hidden], [disabled])");
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

customElements.define("bfr-flow", BfrFlow);
