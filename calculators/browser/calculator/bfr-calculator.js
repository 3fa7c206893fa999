/**
 * `<bfr-calculator slug="…" state="…">` brings the form inside it to life; without it the page is complete already.
 *
 * The attribute `state` is `static`, `loading`, `ready`, `busy` or `error`; `answered` says that Python has answered,
 * `stale` that the form has changed since, `varying` that it is not yet known what would change the answer, `gated` that a
 * stop of the screening stands in the place of everything, and `kept` that a screening shows where it left the reader,
 * whose answers are gone. Each new answer is kept in the property `outcome` and told in the event `bfr-outcome`.
 */

import { BfrGate } from "../gate/bfr-gate.js";
import {
  asBuilt,
  changedAnswers,
  isChanged,
  knownOf,
  labelOf,
  questions,
  readAnswers,
  settleTicks,
  showQuestions,
  writeAnswers,
} from "../shared/answers.js";
import { showReferences, unfold } from "../shared/citations.js";
import { moveFirstDay, timerAddress } from "../shared/device.js";
import { Failure, engine } from "../python/engine.js";
import { fill } from "../shared/fill.js";
import { formMemory } from "./form-memory.js";
import { LIMITS } from "../shared/from-rules.js";
import { inHand } from "../shared/in-hand.js";
import { copy, download, letterText, printOnly } from "../shared/keep.js";
import { pairsOf, read, subjectOf, toFragment, versionOf } from "../shared/read-answers.js";
import { staySamePage } from "../shared/same-page.js";
import { standing, today } from "../gate/standing.js";

/** How long a reader pauses before a mistake is pointed out, and before an answer is spoken. */
const PAUSE_MS = 900;

/** How long nobody types before it is asked what would change the answer. */
const REST_MS = 150;

/** The calculator whose answer the timer shows. */
const PRESSURE = "pressure";

/** @typedef {{ name: string, says: string }} Problem */
/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("../shared/fill.js").Json} Json */
/** @typedef {import("../shared/read-answers.js").Unread} Unread */

/** The answers from which the tab last took where a screening leaves the reader. */
let published = "";

/** A calculator on a page. */
export class BfrCalculator extends HTMLElement {
  /** The last outcome; null before the first, and while a stop of the screening stands in its place. @type {Json} */
  outcome = null;
  /** Whether what stands in the form comes from the reader: not what was built, and not an example. */
  #own = false;
  /** Whether an answer to the reader's own numbers is shown. */
  #answered = false;
  /** Whether the reader has asked for an answer: by typing, an example or a link, not only by a change of standing. */
  #touched = false;
  /** Whether the form has changed since the answer that is shown. */
  #stale = false;
  /** Whether the newest answers still have to be asked about. */
  #wanted = false;
  #asking = false;
  /** The fragment that was read last. */
  #fragment = "";
  /** Whether the answers come from a link. */
  #isLinked = false;
  /** Whether the reader asked for an answer outright, so that mistakes may be listed. */
  #submitted = false;
  /** Questions whose answer the reader has finished typing. @type {Set<string>} */
  #finished = new Set();
  /** @type {Problem[]} */
  #problems = [];
  /** @type {Failure | undefined} */
  #failure;
  #pause = 0;
  #rest = 0;
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
    // The form is as it was built once all who listen have heard: a microtask would come too soon.
    form.addEventListener("reset", () => setTimeout(() => this.#reset()), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    standing.addEventListener("change", () => this.#standingChanged(), { signal });
    standing.addEventListener("forget", () => this.#forget(), { signal });
    this.addEventListener("bfr-screening", (event) => this.#answerAgain(event), { signal });
    this.addEventListener("bfr-released", (event) => this.#released(event), { signal });
    window.addEventListener("bfr-same-page", () => this.#followed(), { signal });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    for (const part of ["actions", "try"]) {
      for (const element of this.#all(part)) element.hidden = false;
    }
    const found = this.#linked() ?? this.#remembered();
    if (found) writeAnswers(form, found);
    showQuestions(form);
    this.#showStanding();
    this.#show();
    this.#own ||= Boolean(found) || isChanged(form);
    this.#touched ||= this.#own;
    this.#hold();
    if (!found) moveFirstDay(form);
    if (found) this.#finishNamed(found);
    if (this.#isLinked) {
      this.#listProblems();
      this.#remember();
    }
    // The example as built knows nothing of limits, or of limbs that must have no cuff.
    if (this.#own || this.#isBound) this.#want();
    else if (mayPrepare()) {
      requestIdleCallback(() => {
        if (this.isConnected && engine.state === "asleep") this.#start();
      });
    }
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#pause);
    clearTimeout(this.#rest);
  }

  /** The calculator's name. */
  get slug() {
    return this.getAttribute("slug") ?? "";
  }

  /** Whether it gives settings, which a stop of the screening replaces. */
  get isGated() {
    return this.dataset.gated !== undefined;
  }

  /** Whether it gives nothing to somebody who was not screened. */
  get asksFirst() {
    return this.dataset.asksFirst !== undefined;
  }

  /** Whether it finds where the reader stands. */
  get isScreening() {
    return this.isPrivate && !this.isGated;
  }

  /** Whether limits or closed limbs hold for what it answers. */
  get #isBound() {
    const now = this.isGated ? standing.get() : null;
    return Boolean(now && (now.closed.length || now.limits.length || now.released));
  }

  /** Whether a stop stands in the place of every setting. */
  get #isStopped() {
    return this.isGated && standing.gate(this.asksFirst) !== "";
  }

  /** Whether it asks about health: then its answers never become part of an address. */
  get isPrivate() {
    return this.dataset.private !== undefined;
  }

  /** What stands in the form. */
  get answers() {
    return readAnswers(this.#form);
  }

  /**
   * What of the form may outlive the page; null when nothing may, because it speaks of health. A number that rests on
   * such an answer would be another's without it.
   *
   * @returns {Answers | null}
   */
  get storable() {
    if (this.isPrivate) return null;
    const changed = changedAnswers(this.#form);
    const isAsked = [...this.#form.querySelectorAll("[data-health]:not([hidden])")].some(
      (field) =>
        field.hasAttribute("data-when") || (field.getAttribute("data-question") ?? "") in changed,
    );
    return isAsked ? null : changedAnswers(this.#form, { except: this.#health, hidden: true });
  }

  /**
   * Put answers into the form, as the reader's own, and ask about them; the others stay.
   *
   * @param {Answers} answers
   * @param {object} [how]
   * @param {boolean} [how.isFinished] - Whether to show at once what is wrong with them.
   */
  give(answers, { isFinished = false } = {}) {
    this.#own = true;
    this.#touched = true;
    writeAnswers(this.#form, answers);
    this.#hold();
    showQuestions(this.#form);
    if (isFinished) this.#finishNamed(answers);
    this.#remember();
    this.#want();
  }

  /** @returns {HTMLFormElement} */
  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form.bfr-form"));
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

  /** Whether a flow of several steps holds it, which keeps its answers itself. */
  get #isStep() {
    return this.closest("bfr-flow") !== null;
  }

  /**
   * Take the answers out of the address, once: the reader may have changed them when the same address comes back.
   *
   * @returns {Answers | null}
   */
  #linked() {
    const { hash } = location;
    const subject = subjectOf(hash);
    if (this.#isStep || hash === this.#fragment || !subject) return null;
    if (subject !== this.slug && document.querySelector(`bfr-calculator[slug="${subject}"]`)) {
      return null;
    }
    this.#fragment = hash;
    if (hash === formMemory.get(this.slug)?.link) return null;
    const pairs = pairsOf(this.slug, hash);
    if (!pairs) {
      this.#showUnread("link", [{ kind: "page", name: subject, typed: "" }]);
      return null;
    }
    if (this.isPrivate) {
      this.#showUnread("private", []);
      return null;
    }
    const { rules, rest } = versionOf(pairs);
    const { answers, unread } = read(rest, knownOf(this.#form, this.#health));
    this.#showUnread("link", unread);
    if (unread.length) return null;
    this.#showRules(rules);
    this.#isLinked = true;
    return answers;
  }

  /** Questions that speak of health: a link neither holds nor answers them. */
  get #health() {
    const fields = this.#form.querySelectorAll("[data-health]");
    return new Set([...fields].map((field) => field.getAttribute("data-question") ?? ""));
  }

  /** Give what stood in the form when its page was left, or loaded anew. */
  #remembered() {
    const kept = this.#isStep ? null : formMemory.get(this.slug);
    if (!kept) return null;
    const { answers, unread } = read(Object.entries(kept.answers), knownOf(this.#form));
    if (!unread.length) return answers;
    formMemory.forget(this.slug);
    this.#showUnread("tab", unread);
    return null;
  }

  /** Keep what stands in the form for when its page comes back. */
  #remember() {
    if (this.#isStep) return;
    const link = this.#isLinked ? this.#fragment : "";
    formMemory.put(this.slug, {
      whole: { answers: changedAnswers(this.#form, { hidden: true }), link },
      stored: this.storable && { answers: this.storable, link },
    });
  }

  /** Take over a link with answers that is opened while this page shows. */
  #followed() {
    const linked = this.#linked();
    if (!linked) return;
    // A link says what differs from the form as it was built.
    writeAnswers(this.#form, asBuilt(this.#form));
    this.give(linked);
    this.#listProblems();
  }

  /** Have the problems of a link listed, as of an answer that was asked for outright. */
  #listProblems() {
    this.#submitted = true;
    for (const field of questions(this.#form)) this.#finished.add(field.dataset.question ?? "");
  }

  /**
   * Take answers for finished: what is wrong with them is shown at once.
   *
   * @param {Answers} answers
   */
  #finishNamed(answers) {
    for (const name of Object.keys(answers)) {
      const control = this.#form.querySelector(`[name="${CSS.escape(name)}"]`);
      if (control) this.#finished.add(questionOf(control));
    }
  }

  /**
   * Say what could not be read; without anything, take back what was said.
   *
   * @param {"link" | "tab" | "private"} from
   * @param {Unread[]} unread
   */
  #showUnread(from, unread) {
    const block = this.#part("unread");
    block.hidden = !unread.length && from !== "private";
    for (const words of block.querySelectorAll("[data-from]")) {
      setHidden(words, !words.getAttribute("data-from")?.split(" ").includes(from));
    }
    const items = unread.map(({ kind, name, typed }) => {
      const template = block.querySelector(`template[data-unread="${kind}"]`);
      const label = labelOf(this.#form, name);
      return fill(/** @type {HTMLTemplateElement} */ (template), { name, typed, label });
    });
    this.#part("unread-list").replaceChildren(...items);
    // Once the page is laid out: what was not taken over must not be missed.
    if (!block.hidden) requestAnimationFrame(() => block.focus());
  }

  /**
   * Say that a link was made with other rules.
   *
   * @param {string} rules - Empty for a link that does not say.
   */
  #showRules(rules) {
    this.#part("other-rules").hidden = !rules || rules === this.dataset.rules;
    this.#part("other-rules-made").textContent = rules;
  }

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.#own = true;
    this.#touched = true;
    if (input.dataset.unit !== undefined) this.#followUnit(input);
    settleTicks(this.#form, input);
    const name = questionOf(input);
    this.#finished.delete(name);
    showQuestions(this.#form);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#finished.add(name);
      this.#showProblems();
    }, PAUSE_MS);
    this.#remember();
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
    this.#own = true;
    this.#touched = true;
    this.#want();
  }

  #reset() {
    // Only a screening that is cleared leaves the reader unscreened.
    if (this.isScreening) {
      published = "";
      standing.forget();
    }
    moveFirstDay(this.#form);
    this.#restart();
  }

  #restart() {
    this.#own = false;
    this.#touched = true;
    this.#finished.clear();
    this.#submitted = false;
    for (const unit of this.querySelectorAll("[data-chosen]")) unit.removeAttribute("data-chosen");
    this.#hold();
    showQuestions(this.#form);
    if (!this.#isStep) formMemory.forget(this.slug);
    this.#part("unread").hidden = true;
    this.#part("other-rules").hidden = true;
    this.#want();
  }

  /** @param {Event} event */
  #clicked(event) {
    const chosen = /** @type {Element} */ (event.target).closest("[data-part]");
    if (!(chosen instanceof HTMLElement)) return;
    const { part = "", answers = "{}" } = chosen.dataset;
    if (part === "retry") this.#retry();
    else if (part === "copy") this.#copy();
    else if (part === "try") {
      writeAnswers(this.#form, JSON.parse(answers));
      this.#restart();
      this.scrollIntoView({ block: "start" });
    } else if (this.outcome) this.#keep(part, chosen);
  }

  /**
   * Do what a button beside an answer says.
   *
   * @param {string} part
   * @param {HTMLElement} button
   */
  #keep(part, button) {
    if (part === "copy-note") this.#copyText(this.outcome.note);
    else if (part === "copy-letter") this.#copyText(letterText(this.outcome.letter));
    else if (part === "print-letter") printOnly("letter", [this.#part("letter")]);
    else if (part === "print") printOnly("result", [this, ...this.#sources]);
    else if (part === "file") {
      const at = [...(button.parentElement?.children ?? [])].indexOf(button);
      download(this.outcome.files[at]);
    }
  }

  /** @param {string} text */
  async #copyText(text) {
    const dialog = /** @type {HTMLDialogElement} */ (this.#part("by-hand"));
    const copied = await copy(text, dialog);
    this.#part("kept-note").textContent = copied ? "Copied." : "";
  }

  /** The works that the answer on show cites, in the page's list of sources. */
  get #sources() {
    const cites = this.querySelectorAll(".bfr-desk a.bfr-cite");
    const ids = new Set([...cites].map((cite) => /** @type {HTMLAnchorElement} */ (cite).hash));
    return [...ids].flatMap((id) => document.getElementById(id.slice(1)) ?? []);
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
    const answers = changedAnswers(this.#form, { except: this.#health });
    const fragment = toFragment(this.slug, Object.entries(answers), this.dataset.rules ?? "");
    const address = new URL(fragment, location.href).href;
    const said = this.#part("copied");
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "Link copied.";
    } catch {
      history.replaceState(history.state, "", address);
      this.#fragment = location.hash;
      this.#isLinked = true;
      this.#remember();
      said.textContent = "The link is in the address bar.";
    }
  }

  // --- The gate ---

  #standingChanged() {
    this.#showStanding();
    if (!this.isGated) return;
    this.#hold();
    // What is under way was asked under the standing before.
    if (this.#isStopped) {
      this.outcome = null;
      clearTimeout(this.#speech);
      this.#part("spoken").textContent = "";
    }
    if (this.#answered || this.#own || this.#isBound) this.#want();
  }

  /** Leave only the answers that the reader's limits leave, and say at each question which limit holds. */
  #hold() {
    if (!this.isGated) return;
    const template = /** @type {HTMLTemplateElement} */ (this.#part("limit-note"));
    const limits = (standing.get()?.limits ?? []).map((code) => LIMITS[code]);
    for (const field of questions(this.#form)) {
      for (const note of field.querySelectorAll(".bfr-limit-note")) note.remove();
      const { question } = field.dataset;
      const of = limits.filter(({ binds }) => binds.some(({ name }) => name === question));
      for (const { says } of of) field.append(fill(template, { says }));
      const binds = of.flatMap(({ binds }) => binds.filter(({ name }) => name === question));
      for (const radio of field.querySelectorAll(`input[type=radio][name="${question}"]`)) {
        if (!(radio instanceof HTMLInputElement)) continue;
        const isOnly = binds.some(({ only }) => only === radio.value);
        const isNever = binds.some(
          ({ only, never }) => (only && only !== radio.value) || never.includes(radio.value),
        );
        radio.disabled = isNever;
        radio.checked = isOnly || (radio.checked && !isNever);
      }
    }
    showQuestions(this.#form);
  }

  /** Put the stop of the screening in the place of every setting, or where it left the reader in that of its answers. */
  #showStanding() {
    this.toggleAttribute("gated", this.#isStopped);
    const found = standing.get()?.found.level ?? "unfinished";
    this.toggleAttribute("kept", this.isScreening && !this.#own && found !== "unfinished");
  }

  /**
   * Ask the screening again, here, where only what it found is kept.
   *
   * @param {Event} event
   */
  #answerAgain(event) {
    if (!this.isScreening) return;
    event.preventDefault();
    this.#own = true;
    this.#showStanding();
    const first = this.#form.querySelector("input");
    this.scrollIntoView({ block: "start" });
    first?.focus({ preventScroll: true });
  }

  /**
   * Lead the keyboard to the stop or the line that stands here once a release is stated or taken back.
   *
   * @param {Event} event
   */
  #released(event) {
    const [gate] = this.querySelectorAll("bfr-gate");
    if (!this.isGated || !(gate instanceof BfrGate)) return;
    event.preventDefault();
    gate.lead();
  }

  /** Nothing of the person before may stay. */
  #forget() {
    this.#fragment = location.hash;
    this.outcome = null;
    this.#form.reset();
  }

  // --- Asking ---

  #start() {
    const { runtime } = this.dataset;
    if (runtime === undefined || this.#failure) return;
    const made = JSON.parse(runtime);
    engine.start({ ...made, base: new URL(made.base, document.baseURI).href });
  }

  #retry() {
    this.#failure = undefined;
    engine.retry();
    this.#want();
  }

  /** Ask about what stands in the form now. While one request is under way the newest waits, alone. */
  async #want() {
    clearTimeout(this.#rest);
    this.#stale = true;
    this.#wanted = !this.#isStopped;
    if (!this.#wanted) return this.#show();
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
    const { answers } = this;
    const own = this.#own;
    const kept = this.isGated || this.isScreening ? standing.kept() : undefined;
    const asked = {
      calculator: this.slug,
      answers,
      standing: kept,
      today: today(),
      timer: timerAddress(),
    };
    const request = JSON.stringify({ ...asked, part: "answer" });
    try {
      const response = JSON.parse(await engine.ask(request));
      // What was typed meanwhile makes this answer an old one, and so does a stop.
      if (!this.#wanted && !this.#isStopped) {
        this.#receive(response, answers, own);
        this.#rest = window.setTimeout(() => this.#askChanges(asked), REST_MS);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error;
      this.#wanted = false;
    }
  }

  /**
   * Ask what would change the answer that is shown: most of the work, and nothing that a reader waits for.
   *
   * @param {object} asked - The request that it answers.
   */
  async #askChanges(asked) {
    const { outcome } = this;
    if (!outcome || outcome.stop || this.#stale) return;
    try {
      const { changes } = JSON.parse(
        await engine.ask(JSON.stringify({ ...asked, part: "changes" })),
      );
      if (this.outcome !== outcome) return;
      outcome.changes = changes;
      this.#showChanges(outcome);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (this.outcome === outcome) this.#showChanges(outcome);
    }
  }

  /**
   * @param {{ outcome?: Json, problems?: Problem[] }} response
   * @param {Answers} answers - That it answers.
   * @param {boolean} own - Whether they are the reader's.
   */
  #receive({ outcome, problems = [] }, answers, own) {
    this.#problems = problems;
    if (outcome) {
      this.#stale = false;
      this.#answered = true;
      this.outcome = outcome;
      this.setAttribute("level", outcome.standing?.level ?? "");
      // Beside “No cuff on your legs”, common answers for legs would be settings.
      const isClosed = this.isGated && Boolean(outcome.stop && standing.get()?.closed.length);
      this.toggleAttribute("limb-closed", isClosed);
      this.#showOutcome(outcome);
      if (this.slug === PRESSURE) {
        const { answer: pressure, carry, stop } = outcome;
        inHand.put(own && !stop ? { pressure, limb: carry.limb } : null);
      }
      if (own && outcome.standing) this.#publish(outcome.standing, JSON.stringify(answers));
      const detail = { slug: this.slug, outcome, answers, own };
      this.dispatchEvent(new CustomEvent("bfr-outcome", { bubbles: true, detail }));
      if (!performance.getEntriesByName("bfr:first-answer").length) {
        performance.mark("bfr:first-answer");
      }
    }
    this.#showProblems();
    if (this.#submitted && problems.length) this.#part("problems").focus();
    if (!problems.length) this.#submitted = false;
  }

  /**
   * Tell the tab where a screening leaves the reader; the same answers again change nothing.
   *
   * @param {Json} found
   * @param {string} answers
   */
  #publish(found, answers) {
    if (answers === published && standing.get()) return;
    published = answers;
    standing.set(found, answers);
  }

  // --- Showing ---

  /** @param {Json} outcome */
  #showOutcome(outcome) {
    const folds = () =>
      /** @type {NodeListOf<HTMLDetailsElement>} */ (
        this.querySelectorAll(".bfr-desk details[data-part]")
      );
    const wasOpen = new Map([...folds()].map((fold) => [fold.dataset.part, fold.open]));
    const changes = outcome.stop ? null : this.#changes;
    for (const part of ["readout", "details", "working"]) {
      const template = /** @type {HTMLTemplateElement} */ (this.#part(`${part}-template`));
      this.#part(part).replaceChildren(fill(template, outcome));
    }
    // Until it is known what would change this answer, the room of what would have changed the last is held.
    if (changes) this.#part("steps").after(changes);
    this.toggleAttribute("varying", !outcome.stop);
    for (const fold of folds()) fold.open = wasOpen.get(fold.dataset.part) ?? fold.open;
    this.#part("kept-note").textContent = "";
    clearTimeout(this.#speech);
    // Spoken once the reader pauses: a live region that changes with every key is noise.
    this.#speech = window.setTimeout(() => {
      this.#part("spoken").textContent = outcome.spoken;
    }, PAUSE_MS);
  }

  #speech = 0;

  /** What would change the answer, if anything. @returns {HTMLDetailsElement | null} */
  get #changes() {
    return this.querySelector("details[data-part=changes]");
  }

  /** @param {Json} outcome */
  #showChanges(outcome) {
    const before = this.#changes;
    const isOpen = before?.open ?? false;
    before?.remove();
    this.removeAttribute("varying");
    if (!outcome.changes.length) return;
    const template = /** @type {HTMLTemplateElement} */ (this.#part("changes-template"));
    this.#part("steps").after(fill(template, outcome));
    const now = this.#changes;
    if (now) now.open = isOpen;
  }

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
    if (engine.state === "failed") this.#failure ??= engine.failure;
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
    // The example's number must not stand beside one that the reader has typed.
    this.toggleAttribute("unanswered", this.#stale && !this.#answered);
    const own = stale ? "stale" : "own";
    const answer = this.#answered && this.#touched ? own : "example";
    const now = new Set([state, state === "loading" ? "" : answer]);
    for (const block of this.querySelectorAll("[data-show]")) {
      const needs = block.getAttribute("data-show")?.split(" ") ?? [];
      setHidden(block, !needs.some((each) => now.has(each)));
    }
    for (const sentence of this.querySelectorAll("[data-failure]")) {
      setHidden(sentence, sentence.getAttribute("data-failure") !== this.#trouble?.kind);
    }
    this.#part("failure-detail").textContent = this.#trouble?.message ?? "";
    this.#part("live").hidden = state === "error";
    if (state === "loading") this.#showProgress();
  }

  /** Why there is no answer, or none for now. */
  get #trouble() {
    return this.#failure ?? engine.stall;
  }

  /** @returns {"static" | "loading" | "ready" | "busy" | "error"} */
  get #state() {
    if (this.#trouble) return "error";
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

standing.addEventListener("forget", () => {
  published = "";
});
customElements.define("bfr-calculator", BfrCalculator);
showReferences();
unfold();
staySamePage();
