/**
 * `<bfr-calculator slug="…" state="…">` brings the form inside it to life; without it the page is complete already.
 *
 * What it knows is one `State` of `calculator-state.js`; `calculator-view.js` shows it. The attribute `state` is
 * `static`, `loading`, `ready`, `busy` or `error`; `answered` says that Python has answered, `stale` that the form has
 * changed since, `varying` that it is not yet known what would change the answer, `gated` that a stop of the screening
 * stands in the place of everything, and `kept` that a screening shows where it left the reader, whose answers are gone.
 *
 * Others on the page hear of all of it by one event, `bfr-change`, once it is shown; its detail is `Told`, which the
 * property `told` gives at any time.
 */

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
import { BfrGate } from "../gate/bfr-gate.js";
import * as states from "./calculator-state.js";
import {
  followUnit,
  holdTo,
  showActions,
  showChanges,
  showOutcome,
  showProblems,
  showProgress,
  showRules,
  showUnread,
  showView,
  sourcesOf,
  words,
} from "./calculator-view.js";
import { showReferences, unfold } from "../shared/citations.js";
import { moveFirstDay, timerAddress } from "../shared/device.js";
import { all, one, part } from "../shared/dom.js";
import { Failure, engine } from "../python/engine.js";
import { loadShard } from "../python/shard.js";
import { formMemory } from "./form-memory.js";
import { LIMITS } from "../shared/from-rules.js";
import { inHand } from "../shared/in-hand.js";
import { copy, download, letterText, printOnly } from "../shared/keep.js";
import { fromLink, fromTab, isFor } from "./links.js";
import { toFragment } from "../shared/read-answers.js";
import { staySamePage } from "../shared/same-page.js";
import { standing, today } from "../gate/standing.js";

/** How long a reader pauses before a mistake is pointed out, and before an answer is spoken. */
const PAUSE_MS = 900;

/** How long nobody types before it is asked what would change the answer. */
const REST_MS = 150;

/** The calculator whose answer the timer shows. */
const PRESSURE = "pressure";

/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("./calculator-state.js").State} State */
/** @typedef {import("./calculator-state.js").Told} Told */
/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {import("./links.js").Taken} Taken */

/** The answers from which the tab last took where a screening leaves the reader. */
let published = "";

/** A calculator on a page. */
export class BfrCalculator extends HTMLElement {
  /** @type {State} */
  #state = states.BEGIN;
  /** What the page was told last. @type {Told | null} */
  #told = null;
  #isTelling = false;
  /** The fragment that was read last. */
  #fragment = "";
  /** Whether the answers come from a link. */
  #isLinked = false;
  /** Answers that the build has made, once they are there. @type {import("../python/shard.js").Shard | undefined} */
  #shard;
  /** Counts the questions whose answer is waited for, so that none comes to another. */
  #turn = 0;
  /** Whether Python, once it runs, is to be asked what would change the answer on show. */
  #isOwed = false;
  #pause = 0;
  #rest = 0;
  #speech = 0;
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
    form.addEventListener("change", (event) => this.#finished(event), { signal });
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    standing.addEventListener("change", () => this.#standingChanged(), { signal });
    standing.addEventListener("forget", () => this.#forget(), { signal });
    this.addEventListener("bfr-screening", (event) => this.#answerAgain(event), { signal });
    this.addEventListener("bfr-released", (event) => this.#released(event), { signal });
    window.addEventListener("bfr-same-page", () => this.#followed(), { signal });
    engine.addEventListener("change", () => this.#followEngine(), { signal });
    showActions(this);
    this.#arrive();
    // The example as built knows nothing of limits, or of limbs that must have no cuff.
    if (this.#state.own || this.#isBound) this.#want();
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

  /** Whether it asks about health: then its answers never become part of an address. */
  get isPrivate() {
    return this.dataset.private !== undefined;
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

  /** Where the screening leaves the reader, as far as it shows here. */
  get #standing() {
    const now = standing.get();
    return {
      stopped: this.#isStopped,
      closes: this.isGated && Boolean(now?.closed.length),
      found: this.isScreening && now !== null && now.found.level !== "unfinished",
    };
  }

  /** What stands in the form. */
  get answers() {
    return readAnswers(this.#form);
  }

  /**
   * The last outcome; null before the first, and while a stop of the screening stands in its place.
   *
   * @returns {Outcome | null}
   */
  get outcome() {
    return this.#state.answer?.outcome ?? null;
  }

  /** What others on the page may know of it, now. */
  get told() {
    const view = states.derive(this.#state, engine, this.#standing);
    return states.tell(this.#state, view, this.#told);
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
    this.#state = states.give(this.#state);
    writeAnswers(this.#form, answers);
    this.#hold();
    showQuestions(this.#form);
    if (isFinished) this.#finishNamed(answers);
    this.#remember();
    this.#want();
  }

  /** @returns {HTMLFormElement} */
  get #form() {
    return one(this, "form.bfr-form", HTMLFormElement);
  }

  /** Whether a flow of several steps holds it, which keeps its answers itself. */
  get #isStep() {
    return this.closest("bfr-flow") !== null;
  }

  /** Questions that speak of health: a link neither holds nor answers them. */
  get #health() {
    const fields = this.#form.querySelectorAll("[data-health]");
    return new Set([...fields].map((field) => field.getAttribute("data-question") ?? ""));
  }

  // --- What the form begins with ---

  /** Take over the answers of a link, or those that were kept while the page was away. */
  #arrive() {
    const form = this.#form;
    const taken = this.#linked() ?? this.#remembered();
    if (taken) writeAnswers(form, taken.answers);
    showQuestions(form);
    if (taken || isChanged(form)) this.#state = states.give(this.#state);
    this.#become(this.#state);
    this.#hold();
    if (taken) this.#finishNamed(taken.answers);
    else moveFirstDay(form);
    if (this.#isLinked) {
      this.#listProblems();
      this.#remember();
    }
  }

  /**
   * Take the answers out of the address, once: the reader may have changed them when the same address comes back.
   *
   * @returns {Taken | null}
   */
  #linked() {
    const { hash } = location;
    const others = all(document, "bfr-calculator").map((each) => each.getAttribute("slug") ?? "");
    if (this.#isStep || hash === this.#fragment || !isFor(hash, this.slug, others)) return null;
    this.#fragment = hash;
    if (hash === formMemory.get(this.slug)?.link) return null;
    const { slug, isPrivate } = this;
    const known = knownOf(this.#form, this.#health);
    const found = fromLink(hash, { slug, isPrivate, known });
    if ("unread" in found) {
      this.#showUnread(found);
      return null;
    }
    this.#showUnread(null);
    showRules(this, found.rules);
    this.#isLinked = true;
    return found;
  }

  /** @returns {Taken | null} What stood in the form when its page was left, or loaded anew. */
  #remembered() {
    const kept = this.#isStep ? null : formMemory.get(this.slug);
    if (!kept) return null;
    const found = fromTab(kept.answers, knownOf(this.#form));
    if (!("unread" in found)) return found;
    formMemory.forget(this.slug);
    this.#showUnread(found);
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
    this.give(linked.answers);
    this.#listProblems();
  }

  /** Have the problems of a link listed, as of an answer that was asked for outright. */
  #listProblems() {
    const names = questions(this.#form).map((field) => field.dataset.question ?? "");
    this.#state = states.finish(states.submit(this.#state), names);
  }

  /**
   * Take answers for finished: what is wrong with them is shown at once.
   *
   * @param {Answers} answers
   */
  #finishNamed(answers) {
    const names = Object.keys(answers).flatMap((name) => {
      const control = this.#form.querySelector(`[name="${CSS.escape(name)}"]`);
      return control ? questionOf(control) : [];
    });
    this.#state = states.finish(this.#state, names);
  }

  /** @param {import("./links.js").Refused | null} refused */
  #showUnread(refused) {
    showUnread(this, refused, (name) => labelOf(this.#form, name));
  }

  // --- What the reader does ---

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.unit !== undefined) followUnit(this, input);
    settleTicks(this.#form, input);
    const name = questionOf(input);
    this.#state = states.typed(this.#state, name);
    showQuestions(this.#form);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#finish(name), PAUSE_MS);
    // Python works while the form is kept.
    this.#want();
    this.#remember();
  }

  /** @param {Event} event */
  #finished(event) {
    this.#finish(questionOf(/** @type {Element} */ (event.target)));
  }

  /** @param {string} name */
  #finish(name) {
    this.#become(states.finish(this.#state, [name]));
    this.#showProblems();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#state = states.submit(this.#state);
    this.#want();
  }

  /** Begin anew, at once: the page may be gone a moment later. */
  #clear() {
    this.#form.reset();
    this.dispatchEvent(new CustomEvent("bfr-clear", { bubbles: true }));
    // Only a screening that is cleared leaves the reader unscreened.
    if (this.isScreening) {
      published = "";
      standing.forget();
    }
    moveFirstDay(this.#form);
    this.#restart();
  }

  #restart() {
    this.#state = states.restart(this.#state);
    for (const unit of this.querySelectorAll("[data-chosen]")) unit.removeAttribute("data-chosen");
    this.#hold();
    showQuestions(this.#form);
    if (!this.#isStep) formMemory.forget(this.slug);
    this.#showUnread(null);
    showRules(this, "");
    this.#want();
  }

  /** @param {Event} event */
  #clicked(event) {
    const chosen = /** @type {Element} */ (event.target).closest("[data-part]");
    if (!(chosen instanceof HTMLElement)) return;
    const { part: name = "", answers = "{}" } = chosen.dataset;
    if (name === "retry") this.#retry();
    else if (name === "clear") this.#clear();
    else if (name === "copy") this.#copy();
    else if (name === "try") {
      writeAnswers(this.#form, JSON.parse(answers));
      this.#restart();
      this.scrollIntoView({ block: "start" });
    } else if (this.outcome) this.#keep(name, chosen, this.outcome);
  }

  /**
   * Do what a button beside an answer says.
   *
   * @param {string} name
   * @param {HTMLElement} button
   * @param {Outcome} outcome - The answer.
   */
  #keep(name, button, { note, letter, files }) {
    if (name === "copy-note") this.#copyText(note);
    else if (name === "copy-letter" && letter) this.#copyText(letterText(letter));
    else if (name === "print-letter") printOnly("letter", [part(this, "letter")]);
    else if (name === "print") printOnly("result", [this, ...sourcesOf(this)]);
    else if (name === "file") {
      const at = [...(button.parentElement?.children ?? [])].indexOf(button);
      download(files[at]);
    }
  }

  /** @param {string} text */
  async #copyText(text) {
    const copied = await copy(text, part(this, "by-hand", HTMLDialogElement));
    part(this, "kept-note").textContent = copied ? words.say("copied") : "";
  }

  async #copy() {
    const answers = changedAnswers(this.#form, { except: this.#health });
    const fragment = toFragment(this.slug, Object.entries(answers), this.dataset.rules ?? "");
    const address = new URL(fragment, location.href).href;
    const said = part(this, "copied");
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = words.say("link-copied");
    } catch {
      history.replaceState(history.state, "", address);
      this.#fragment = location.hash;
      this.#isLinked = true;
      this.#remember();
      said.textContent = words.say("link-in-bar");
    }
  }

  // --- The gate ---

  #standingChanged() {
    if (!this.isGated) return this.#become(this.#state);
    this.#hold();
    // What is under way was asked under the standing before.
    if (this.#isStopped) {
      this.#state = states.withdraw(this.#state);
      clearTimeout(this.#speech);
      part(this, "spoken").textContent = "";
    }
    this.#become(this.#state);
    if (this.#state.answered || this.#state.own || this.#isBound) this.#want();
  }

  /** Leave only the answers that the reader's limits leave. */
  #hold() {
    if (!this.isGated) return;
    const limits = (standing.get()?.limits ?? []).map((code) => LIMITS[code]);
    holdTo(this.#form, limits);
    showQuestions(this.#form);
  }

  /**
   * Ask the screening again, here, where only what it found is kept.
   *
   * @param {Event} event
   */
  #answerAgain(event) {
    if (!this.isScreening) return;
    event.preventDefault();
    this.#become(states.give(this.#state));
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
    if (!this.isGated) return;
    event.preventDefault();
    one(this, "bfr-gate", BfrGate).lead();
  }

  /** Nothing of the person before may stay. */
  #forget() {
    this.#fragment = location.hash;
    this.#state = states.withdraw(this.#state);
    this.#form.reset();
    // Once all have forgotten.
    setTimeout(() => this.#clear());
  }

  // --- Asking ---

  #start() {
    this.#loadShard();
    // Start holds several calculators, and says for all of them where Python lies.
    const runtime = this.closest("[data-runtime]")?.getAttribute("data-runtime");
    if (!runtime || this.#state.failure) return;
    const made = JSON.parse(runtime);
    engine.start({ ...made, base: new URL(made.base, document.baseURI).href });
  }

  /** Have the answers that the build has made, for as long as Python cannot answer. */
  async #loadShard() {
    const { shard } = this.dataset;
    if (!shard || this.#shard || engine.state === "ready") return;
    // They are for somebody whom nobody has screened.
    if (this.isGated && standing.get()) return;
    this.#shard = await loadShard(JSON.parse(shard));
    if (this.#state.dirty) this.#answerFromShard();
  }

  #followEngine() {
    this.#become(states.follow(this.#state, engine));
    if (this.#isOwed) this.#askChanges();
  }

  #retry() {
    this.#state = states.retry(this.#state);
    engine.retry();
    this.#want();
  }

  /** Ask about what stands in the form now. While one request is under way the newest waits, alone. */
  async #want() {
    clearTimeout(this.#rest);
    this.#state = states.want(this.#state, this.#isStopped);
    if (this.#state.wanted) this.#start();
    if (this.#state.wanted && this.#answerFromShard()) return;
    if (!this.#state.wanted || this.#state.asked) return this.#become(this.#state);
    const turn = ++this.#turn;
    try {
      while (this.#state.wanted && turn === this.#turn) await this.#ask(turn);
    } finally {
      if (turn === this.#turn) this.#become(states.rest(this.#state));
    }
  }

  /** @param {number} turn */
  async #ask(turn) {
    this.#become(states.ask(this.#state, this.answers));
    const request = JSON.stringify(this.#request("answer", this.answers));
    try {
      const response = await engine.ask(request);
      if (turn === this.#turn) this.#receive(JSON.parse(response));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (turn === this.#turn) this.#state = states.fail(this.#state, error);
    }
  }

  /**
   * Answer what stands in the form with what the build has made, while Python cannot.
   *
   * @returns {boolean} Whether the build has asked the same.
   */
  #answerFromShard() {
    if (!this.#shard || engine.state === "ready" || this.#isStopped) return false;
    const response = this.#shard.find(this.#request("answer", this.answers));
    if (response === undefined) return false;
    // What Python is asked for meanwhile, to this or to what stood here before, is not waited for.
    this.#turn += 1;
    this.#state = states.ask(this.#state, this.answers);
    this.#receive(JSON.parse(response));
    this.#become(states.rest(this.#state));
    return true;
  }

  /** Ask what would change the answer that is shown: most of the work, and nothing that a reader waits for. */
  async #askChanges() {
    const { answer, varying, dirty } = this.#state;
    if (!answer || !varying || dirty) return;
    // By when Python runs, other numbers may stand here.
    this.#isOwed = engine.state === "loading";
    if (this.#isOwed) return;
    try {
      const request = this.#request("changes", answer.answers);
      const response = await engine.ask(JSON.stringify(request));
      this.#vary(answer.outcome, JSON.parse(response).changes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#vary(answer.outcome, []);
    }
  }

  /**
   * Say what the bridge is asked.
   *
   * @param {"answer" | "changes"} wanted
   * @param {Answers} answers
   */
  #request(wanted, answers) {
    return {
      calculator: this.slug,
      answers,
      standing: this.isGated || this.isScreening ? standing.kept() : undefined,
      today: today(),
      timer: timerAddress(),
      part: wanted,
    };
  }

  /**
   * @param {Outcome} outcome - That they would change.
   * @param {Outcome["changes"]} changes
   */
  #vary(outcome, changes) {
    const now = states.vary(this.#state, outcome, changes);
    if (now === this.#state || !this.isConnected) return;
    showChanges(this, { changes });
    this.#become(now);
  }

  /** @param {{ outcome?: Outcome, problems?: import("./calculator-state.js").Problem[] }} response */
  #receive(response) {
    const before = this.#state;
    const now = states.receive(before, response, this.#isStopped);
    if (now === before) return;
    this.#state = now;
    if (now.answer && now.answer !== before.answer) this.#answered(now.answer);
    if (!this.isConnected) return; // Another page stands here: what was found counts, and is shown nowhere.
    this.#showProblems();
    if (now.submitted) part(this, "problems").focus();
  }

  /** @param {import("./calculator-state.js").Answer} answer */
  #answered({ outcome, answers, own }) {
    const publish = () => {
      if (own && outcome.standing) this.#publish(outcome.standing, JSON.stringify(answers));
    };
    if (!this.isConnected) return publish();
    showOutcome(this, outcome);
    clearTimeout(this.#speech);
    // Spoken once the reader pauses: a live region that changes with every key is noise.
    this.#speech = window.setTimeout(() => {
      part(this, "spoken").textContent = outcome.spoken;
    }, PAUSE_MS);
    if (this.slug === PRESSURE) {
      const { answer: pressure, carry, stop } = outcome;
      inHand.put(own && !stop && pressure !== null ? { pressure, limb: carry.limb } : null);
    }
    publish();
    if (!performance.getEntriesByName("bfr:first-answer").length) {
      performance.mark("bfr:first-answer");
    }
    this.#rest = window.setTimeout(() => this.#askChanges(), REST_MS);
  }

  /**
   * Tell the tab where a screening leaves the reader; the same answers again change nothing.
   *
   * @param {NonNullable<Outcome["standing"]>} found
   * @param {string} answers
   */
  #publish(found, answers) {
    if (answers === published && standing.get()) return;
    published = answers;
    standing.set(found, answers);
  }

  // --- Showing ---

  /**
   * Take over a state, show it, and tell it.
   *
   * @param {State} state
   */
  #become(state) {
    this.#state = state;
    if (!this.isConnected) return;
    const view = states.derive(state, engine, this.#standing);
    showView(this, view);
    if (view.phase === "loading") showProgress(this, engine, state.dirty);
    this.#tell();
  }

  #showProblems() {
    showProblems(this, this.#form, states.derive(this.#state, engine, this.#standing));
  }

  /** Tell the page what has changed, once all that changes now has changed. */
  #tell() {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      const before = this.#told;
      const detail = this.told;
      if (detail === before) return;
      this.#told = detail;
      this.dispatchEvent(new CustomEvent("bfr-change", { bubbles: true, detail }));
    });
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
