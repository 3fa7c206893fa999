/**
 * `<bfr-numbers>` holds “My numbers”: the switch, today's session as the rules give it, what is kept, the file of it all,
 * and a card and a note for one person. What was typed is kept as it was typed; the rules say what is wrong with it.
 */

import { LIMBS, WHO } from "../shared/from-rules.js";
import { csvOf, doneOf } from "../kept/record.js";
import { countClean, playTimeline } from "../player/bfr-player.js";
import { standing, today } from "../gate/standing.js";
import { Failure } from "../python/engine.js";
import { all, line, one, part, setHidden, showWhere } from "../shared/dom.js";
import { inHand } from "../shared/in-hand.js";
import { lightAnswers, setsOf } from "../shared/session-card.js";
import { download, printOnly } from "../shared/keep.js";
import { Words } from "../shared/words.js";
import {
  nextAnswers,
  oneAfterAnother,
  pressureAnswers,
  timesOf,
  todayAnswers,
} from "../kept/asking.js";
import { fromCardLink, toCardLink } from "./card-link.js";
import { keepHere } from "../gate/follow.js";
import { fromFile, joined, nothing, toFile, withCard } from "../kept/numbers.js";
import { ask } from "./rules.js";
import { store } from "../kept/store.js";

/** @typedef {import("../kept/numbers.js").Numbers} Numbers */
/** @typedef {import("../kept/numbers.js").CardExercise} CardExercise */
/** @typedef {import("../kept/store.js").Refusal} Refusal */
/** @typedef {import("../shared/session-card.js").Card} Card */
/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {import("../shared/session-card.js").Timeline} Timeline */
/**
 * What the rules found for today.
 *
 * @typedef {object} Found
 * @property {Map<CardExercise, string>} loads Of those with a cuff.
 * @property {Map<CardExercise, Outcome>} outcomes Of `next-time`.
 * @property {Map<CardExercise, Outcome>} free Of those without a cuff: their sets, or a stop.
 * @property {number} most How many exercises may have a cuff.
 */

const EXERCISE = {
  name: "",
  limb: "leg",
  side: "unsaid",
  load: "",
  step: "2.5 kg",
  sets: "30 15 15 15",
  one_rm: "",
  ten_rm: "",
  tested_on: "",
  cuff: true,
};
/** What an exercise without a cuff has beside that. */
const UNCOUNTED = { tool: "weight", clean_repetitions: "", counted_on: "" };
const PLAN = ["start", "weeks"];
const MOST = { exercises: 6, cuffs: 8 };

class BfrNumbers extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  #words = new Words(this);
  /** A session that a link has brought, while it is looked at or played. @type {Card | null} */
  #card = null;
  /** @type {Timeline | null} */
  #timeline = null;
  /** What was found for today, for the card and the note. @type {string[]} */
  #doses = [];
  /** The file of what was deleted. */
  #deleted = "";
  /** The newest session that was there when today was worked out. */
  #newest = "";
  /** Whether the fields have been filled once. */
  #isFilled = false;
  /** Writing that waits for the one before it. */
  #writing = Promise.resolve();
  /** How many writings are not done: meanwhile the fields know more than what is kept. */
  #unwritten = 0;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", (event) => this.#changed(event), { signal });
    this.addEventListener("input", (event) => this.#typed(event), { signal });
    store.addEventListener("change", () => this.#show(), { signal });
    standing.addEventListener("change", () => this.#showGate(), { signal });
    window.addEventListener("hashchange", () => this.#receive(), { signal });
    setHidden(part(this, "all"), false);
    this.#receive();
    store.read();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** What today's session is made of: a card that was received, or what is kept. @returns {Numbers | null} */
  get #numbers() {
    const kept = store.numbers;
    return this.#card ? withCard(kept ?? nothing(), this.#card) : kept;
  }

  // --- What the reader does ---

  /** @param {MouseEvent} event */
  async #clicked({ target }) {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement)) return;
    const asked = button.dataset.do ?? "";
    if (asked === "keep") this.#say((await keepHere(standing)) ?? "kept");
    else if (asked === "back") await store.comeBack();
    else if (asked === "look") await this.#look();
    else if (asked === "play") this.#play();
    else if (asked === "count") await this.#count(button);
    else if (asked === "add-exercise") await this.#add("exercises");
    else if (asked === "add-cuff") await this.#add("cuffs");
    else if (asked === "remove-exercise") await this.#remove("exercises", button);
    else if (asked === "remove-cuff") await this.#remove("cuffs", button);
    else if (asked === "export") this.#export(toFile(this.#kept, today()));
    else if (asked === "undo") this.#export(this.#deleted);
    else if (asked === "csv") this.#csv();
    else if (asked === "wipe") await this.#wipe();
    else if (asked === "card") await this.#showCard();
    else if (asked === "print-card") printOnly("result", [part(this, "card")]);
    else if (asked === "link-card") this.#link();
    else if (asked === "copy-note") {
      part(this, "note", HTMLTextAreaElement).select();
      await navigator.clipboard.writeText(part(this, "note", HTMLTextAreaElement).value);
      this.#say("copied");
    } else await this.#clickedCard(asked);
  }

  /** @param {string} asked */
  async #clickedCard(asked) {
    if (asked === "use-card") {
      setHidden(part(this, "received"), true);
      this.#show();
      one(this, "#today-title").focus();
    } else if (asked === "keep-card" && this.#card) {
      const card = this.#card;
      const refusal = store.isOn ? null : await keepHere(standing);
      if (!refusal) await this.#write(withCard(this.#kept, card));
      this.#say(refusal ?? "kept");
      if (!refusal) this.#drop();
    } else if (asked === "drop-card") this.#drop();
  }

  /** @param {Event} event */
  #changed({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.dataset.part === "file") this.#import(/** @type {HTMLInputElement} */ (target));
    else if (target.closest("[data-part=exercises], [data-part=cuffs], [data-part=way]")) {
      const block = target.name === "cuff" && target.closest("fieldset");
      if (block) showCuff(block, target.value);
      this.#write(this.#asTyped());
    }
  }

  /** @param {Event} event */
  #typed({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (["card-name", "card-by"].includes(target.name)) {
      part(this, target.name).textContent = target.value;
    } else if (["problem", "response"].includes(target.name)) this.#showNote();
  }

  /** @returns {Numbers} */
  get #kept() {
    return store.numbers ?? nothing();
  }

  /**
   * Keep numbers, one writing after another.
   *
   * @param {Numbers} numbers
   */
  #write(numbers) {
    this.#unwritten += 1;
    this.#writing = this.#writing.then(async () => {
      const refusal = await store.put({ ...numbers, sessions: this.#kept.sessions });
      this.#unwritten -= 1;
      this.#say(refusal ?? "kept");
      // What was refused stays in the fields.
      if (!refusal) this.#show();
    });
    return this.#writing;
  }

  /** Read what stands in the fields. @returns {Numbers} */
  #asTyped() {
    const exercises = all(part(this, "exercises"), "fieldset").map((block) =>
      exerciseOf(values(block)),
    );
    const cuffs = all(part(this, "cuffs"), "fieldset").map((block) => {
      const { limb, side, measured_on, ...answers } = values(block);
      const given = Object.entries(answers).filter(([, answer]) => answer !== "");
      return { limb, side, measured_on, answers: { aop_mmhg: "", ...Object.fromEntries(given) } };
    });
    const form = part(this, "way", HTMLFormElement);
    const { progression, percent_1rm, start, weeks, ...way } = values(form);
    const days = all(form, "[name=bfr_days]", HTMLInputElement).filter(({ checked }) => checked);
    const plan = { start, weeks, bfr_days: days.map(({ value }) => value) };
    return /** @type {Numbers} */ (
      /** @type {unknown} */ ({
        ...this.#kept,
        exercises,
        cuffs,
        way,
        progression,
        percent_1rm,
        plan: start || weeks || days.length ? plan : null,
      })
    );
  }

  /** @param {"exercises" | "cuffs"} list */
  async #add(list) {
    const numbers = this.#asTyped();
    if (numbers[list].length >= MOST[list]) return;
    const day = today();
    if (list === "exercises") {
      numbers.exercises = [...numbers.exercises, /** @type {CardExercise} */ ({ ...EXERCISE })];
    } else {
      const answers = { aop_mmhg: "", position: "unknown", train_position: "sitting" };
      const sides = numbers.cuffs.map(({ limb, side }) => `${limb}-${side}`);
      const side = sides.includes("leg-left") ? "right" : "left";
      numbers.cuffs = [...numbers.cuffs, { limb: "leg", side, measured_on: day, answers }];
    }
    await this.#write(numbers);
    part(this, `fold-${list}`, HTMLDetailsElement).open = true;
    const blocks = all(part(this, list), "fieldset");
    one(blocks[blocks.length - 1], "input, select").focus();
  }

  /**
   * @param {"exercises" | "cuffs"} list
   * @param {HTMLElement} button
   */
  async #remove(list, button) {
    const at = all(part(this, list), "fieldset").indexOf(
      /** @type {HTMLElement} */ (button.closest("fieldset")),
    );
    const numbers = this.#asTyped();
    /** @type {unknown[]} */ (numbers[list]).splice(at, 1);
    await this.#write(numbers);
    one(this, list === "exercises" ? "[data-do=add-exercise]" : "[data-do=add-cuff]").focus();
  }

  // --- The file ---

  /** @param {string} text */
  #export(text) {
    download({ name: `bfr-my-numbers-${today()}.json`, type: "application/json", text });
  }

  #csv() {
    const text = csvOf(this.#kept.sessions);
    download({ name: "bfr-sessions.csv", type: "text/csv;charset=utf-8", text });
  }

  /** @param {HTMLInputElement} input */
  async #import(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = fromFile(await file.text());
    input.value = "";
    if ("unread" in read) return this.#say(`file-${read.unread}`, { at: read.at });
    const refusal = store.isOn ? null : await keepHere(standing);
    const numbers = joined(this.#kept, read.numbers);
    const failed = refusal ?? (await store.put(numbers));
    if (failed) return this.#say(failed);
    const { exercises, sessions } = numbers;
    this.#say("read", { exercises: exercises.length, sessions: sessions.length });
  }

  async #wipe() {
    this.#deleted = toFile(this.#kept, today());
    await store.wipe();
    this.#say("wiped");
    setHidden(part(this, "undo"), false);
    one(this, "[data-do=undo]").focus();
  }

  // --- A session that came by a link ---

  #receive() {
    const found = fromCardLink(location.hash);
    if (found === null) return;
    if (found === "torn") return this.#say("torn");
    this.#card = found;
    const items = found.exercises.map(({ name, limb, load, sets }) =>
      line(this.#words.say("received", { name: name || limb, load, sets: dashed(sets) })),
    );
    part(this, "received-list").replaceChildren(...items);
    setHidden(part(this, "received"), false);
    this.#show();
  }

  #drop() {
    this.#card = null;
    setHidden(part(this, "received"), true);
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#show();
  }

  // --- Today ---

  /** Ask the rules for today: each next load, each pressure, and the session. */
  async #look() {
    await this.#writing;
    const numbers = this.#numbers;
    if (!numbers) return;
    this.#clear();
    part(this, "working").textContent = this.#words.say("working");
    try {
      await this.#find(numbers);
      part(this, "working").textContent = "";
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      part(this, "working").textContent = this.#words.say("failed");
    }
  }

  #clear() {
    this.#timeline = null;
    this.#doses = [];
    inHand.put(null);
    for (const name of ["figures", "cautions", "advice"]) part(this, name).replaceChildren();
    part(this, "session").textContent = "";
    for (const name of ["found", "play", "make-card", "paper"]) setHidden(part(this, name), true);
  }

  /** @param {Numbers} numbers */
  async #find(numbers) {
    const feeling = one(this, "[name=feeling]", HTMLSelectElement).value;
    const isSettled = one(this, "[name=settled]", HTMLInputElement).checked;
    const now = { feeling, isSettled };
    /** @type {Found} */
    const found = { loads: new Map(), outcomes: new Map(), free: new Map(), most: MOST.exercises };
    /** @type {Outcome | null} */
    let stop = null;
    for (const exercise of numbers.exercises) {
      const answers = nextAnswers(numbers, exercise, now);
      // What was never done begins with what was typed; how one feels counts all the same.
      const { outcome, problems } = answers
        ? await ask("next-time", answers)
        : await ask("rest", { feeling });
      if (problems) return this.#refuse(problems);
      if (outcome.stop && (exercise.cuff || !answers)) stop ??= outcome;
      else if (outcome.stop) found.free.set(exercise, outcome);
      else if (answers) {
        found.outcomes.set(exercise, outcome);
        const { exercise_1_load: load, exercises } = outcome.carry;
        if (load) found.loads.set(exercise, load);
        if (exercises) found.most = Number(exercises);
      }
    }
    if (stop) return this.#stop(stop);
    /** @type {Outcome[]} */
    const sessions = [];
    for (const exercise of numbers.exercises.filter(isFree)) {
      if (found.free.has(exercise) || !exercise.clean_repetitions) continue;
      const { outcome, problems } = await ask("light", lightAnswers(exercise, numbers.way));
      if (problems) return this.#refuse(problems);
      found.free.set(exercise, outcome);
      if (!outcome.stop) sessions.push(outcome);
    }
    const { hands, notes } = await this.#pressures(numbers);
    if (numbers.exercises.some(({ cuff }) => cuff)) {
      const asked = todayAnswers(numbers, found.loads, found.most);
      const { outcome, problems } = await ask("session", asked);
      if (problems) return this.#refuse(problems);
      if (outcome.stop) return this.#stop(outcome);
      sessions.push(outcome);
    }
    this.#showFound(numbers, found, sessions, notes);
    inHand.put(hands);
    this.#timeline = oneAfterAnother(sessions.map(({ timeline }) => timeline));
    this.#newest = numbers.sessions[0]?.id ?? "";
    this.#showGate();
  }

  /**
   * Ask for the pressure of each limb that was measured.
   *
   * @param {Numbers} numbers
   */
  async #pressures({ cuffs }) {
    /** @type {import("../shared/in-hand.js").InHand[]} */
    const hands = [];
    const notes = [];
    for (const cuff of cuffs.filter(({ answers }) => answers.aop_mmhg)) {
      const { outcome, problems } = await ask("pressure", pressureAnswers(cuff));
      if (problems) notes.push(...problems.map(({ says }) => says));
      else if (outcome.answer && !outcome.stop) {
        hands.push({ limb: cuff.limb, side: cuff.side, pressure: outcome.answer });
      } else notes.push(outcome.headline);
    }
    for (const limb of ["arm", "leg"]) {
      const of = (/** @type {string} */ side) =>
        hands.find((each) => each.limb === limb && each.side === side)?.pressure;
      const [left, right] = [of("left"), of("right")];
      if (left && right) {
        const pressure = this.#words.say("pressures-both", { left, right });
        hands.push({ limb, side: "both", pressure });
      }
    }
    return { hands, notes };
  }

  /**
   * Say for which limbs no AOP is kept, as in a session that came by a link.
   *
   * @param {Numbers} numbers
   */
  #pressuresMissing({ exercises, cuffs }) {
    const known = new Set(cuffs.flatMap(({ limb, answers }) => (answers.aop_mmhg ? [limb] : [])));
    const cuffed = exercises.filter(({ cuff, limb }) => cuff && !known.has(limb));
    const limbs = [...new Set(cuffed.map(({ limb }) => limb))];
    return limbs.map((limb) => this.#words.say("no-pressure", { limb }));
  }

  /** @param {{ says: string }[]} problems */
  #refuse(problems) {
    const says = problems.map((each) => line(this.#words.say("change", { says: each.says })));
    part(this, "cautions").replaceChildren(...says);
    setHidden(part(this, "found"), false);
  }

  /** @param {Outcome} outcome - One that is a stop. */
  #stop({ headline, stop }) {
    if (!stop) return;
    part(this, "figures").replaceChildren(this.#figure("", headline, stop.says));
    part(this, "advice").replaceChildren(...stop.do.map(line));
    setHidden(part(this, "found"), false);
  }

  /**
   * @param {Numbers} numbers
   * @param {Found} found
   * @param {Outcome[]} sessions
   * @param {string[]} notes
   */
  #showFound(numbers, found, sessions, notes) {
    const cuffed = numbers.exercises.filter(({ cuff }) => cuff).slice(0, found.most);
    const shown = [...numbers.exercises.filter(isFree), ...cuffed];
    const figures = shown.map((exercise) =>
      exercise.cuff
        ? this.#cuffedFigure(numbers, found, exercise)
        : this.#freeFigure(numbers, found, exercise),
    );
    part(this, "figures").replaceChildren(...figures);
    part(this, "session").textContent = sessions.map(({ headline }) => headline).join(" · ");
    const outcomes = [...found.outcomes.values()];
    const reasons = new Set(outcomes.map(({ steps: [reason] }) => reason.says));
    const says = [...outcomes, ...sessions].flatMap(({ cautions: listed }) =>
      listed.map((caution) => caution.says).filter((each) => !reasons.has(each)),
    );
    const cautions = [...new Set([...this.#pressuresMissing(numbers), ...notes, ...says])];
    part(this, "cautions").replaceChildren(...cautions.map(line));
    const advice = outcomes.flatMap(({ next }) => next.map((each) => each.says));
    part(this, "advice").replaceChildren(...[...new Set(advice)].map(line));
    setHidden(part(this, "found"), false);
  }

  /**
   * @param {Numbers} numbers
   * @param {Found} found
   * @param {CardExercise} exercise
   */
  #cuffedFigure(numbers, { loads, outcomes }, exercise) {
    const load = loads.get(exercise) ?? exercise.load;
    const sets = dashed(exercise.sets);
    const name = namedOf(exercise);
    const key = load ? "dose" : "dose-free";
    this.#doses.push(this.#words.say(key, { name, load, sets }));
    const says = this.#lastTime(numbers, exercise, outcomes.get(exercise));
    return this.#figure(name, [load, sets].filter(Boolean).join(" · "), says);
  }

  /**
   * What is done without a cuff: its sets, or why there are none, and a way to count anew.
   *
   * @param {Numbers} numbers
   * @param {Found} found
   * @param {CardExercise} exercise
   */
  #freeFigure(numbers, { outcomes, free }, exercise) {
    const name = exercise.name || this.#words.say("no-cuff");
    const light = free.get(exercise);
    const { load } = exercise;
    const next = outcomes.get(exercise);
    let [big, says] = [this.#words.say("count-first"), this.#words.say("count-why")];
    if (light?.stop) [big, says] = [light.headline, light.stop.says];
    else if (light) {
      const sets = setsOf(light.timeline);
      this.#doses.push(
        this.#words.say(load ? "dose-no-cuff" : "dose-no-cuff-free", { name, load, sets }),
      );
      big = [load, sets].filter(Boolean).join(" · ");
      says = this.#lastTime(numbers, exercise, next);
    }
    const figure = this.#figure(name, big, says);
    const counts = one(figure, "[data-do=count]");
    counts.dataset.at = String(numbers.exercises.indexOf(exercise));
    setHidden(one(figure, ".bfr-numbers-actions"), false);
    return figure;
  }

  /**
   * Count clean repetitions anew, write them down with their day, and work out today again.
   *
   * @param {HTMLElement} button
   */
  async #count({ dataset: { at } }) {
    const counted = await countClean();
    const numbers = this.#numbers;
    if (counted === null || !numbers) return;
    const exercises = numbers.exercises.map((each, place) =>
      place === Number(at)
        ? { ...each, clean_repetitions: String(counted), counted_on: today() }
        : each,
    );
    if (this.#card) this.#card = { ...this.#card, exercises };
    else await this.#write({ ...numbers, exercises });
    await this.#look();
    part(this, "session").scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Numbers} numbers
   * @param {CardExercise} exercise
   * @param {Outcome | undefined} next
   */
  #lastTime(numbers, exercise, next) {
    const [last] = timesOf(numbers, exercise);
    if (!last) return this.#words.say("never");
    // The first step of a next time is its reason.
    return this.#words.say("last", { done: doneOf(last.exercise), why: next?.steps[0].says ?? "" });
  }

  /**
   * @param {string} name
   * @param {string} big
   * @param {string} says
   */
  #figure(name, big, says) {
    const template = part(this, "figure", HTMLTemplateElement);
    const figure = /** @type {HTMLElement} */ (
      document.importNode(template.content, true).firstElementChild
    );
    const [heading, number, text] = figure.children;
    heading.textContent = name;
    setHidden(heading, !name);
    number.textContent = big;
    text.textContent = says;
    return figure;
  }

  #play() {
    if (!this.#timeline) return;
    // Leads to the gate where the standing has changed since.
    playTimeline(this.#timeline);
  }

  // --- The card and the note ---

  async #showCard() {
    const numbers = this.#numbers;
    if (!numbers) return;
    setHidden(part(this, "paper"), false);
    const hands = numbers.cuffs.flatMap(({ limb, side }) => {
      const pressure = inHand.for(limb, side === "unsaid" ? "" : side);
      const sided = side === "unsaid" ? limb : this.#words.say("sided", { side, limb });
      return pressure ? [this.#words.say("pressure", { limb: sided, pressure })] : [];
    });
    const doses = [...this.#doses, ...hands, this.#way(numbers)].map(line);
    part(this, "card-dose").replaceChildren(...doses);
    part(this, "card-time").textContent = part(this, "session").textContent;
    const now = standing.get();
    const limits = this.#limits;
    part(this, "card-limits").replaceChildren(...limits.map(line));
    setHidden(part(this, "card-limits-block"), !limits.length);
    const release = now?.released ? now.release : null;
    part(this, "card-release").textContent = release
      ? this.#words.say("release", { who: WHO[release.by], since: release.from })
      : "";
    part(this, "card-date").textContent = today();
    const isWithout = numbers.exercises.every(isFree);
    for (const name of ["card-with", "card-open"]) setHidden(part(this, name), isWithout);
    for (const name of ["card-without", "card-stop"]) setHidden(part(this, name), !isWithout);
    this.#showNote();
    const { qrPicture } = await import("../shared/qr-picture.js");
    const code = await qrPicture(this.#address(numbers), this.#words.say("code"));
    part(this, "code").replaceChildren(code);
    one(this, "#paper-title").focus();
  }

  /** What a screening demands, in sentences. */
  get #limits() {
    const closed = standing.closed.map((limb) => this.#words.say("closed", { limb }));
    return [...standing.limits, ...closed];
  }

  /** @param {Numbers} numbers */
  #way({ way, exercises }) {
    if (exercises.every(isFree)) return this.#words.say("rest-free", { rest: way.rest_s });
    const cuff = this.#words.say(`cuff-${way.cuff_in_rests}`);
    const [up, hold, down] = [way.tempo_up_s, way.tempo_hold_s, way.tempo_down_s];
    return this.#words.say("rest", { rest: way.rest_s, cuff, up, hold, down });
  }

  /** @param {Numbers} numbers */
  #address(numbers) {
    return new URL(toCardLink(numbers), location.href).href;
  }

  #link() {
    const numbers = this.#numbers;
    if (!numbers) return;
    const field = part(this, "link", HTMLTextAreaElement);
    field.value = this.#address(numbers);
    setHidden(part(this, "link-field"), false);
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => this.#say("copied"),
      () => field.focus(),
    );
  }

  #showNote() {
    const numbers = this.#numbers;
    if (!numbers) return;
    const say = (/** @type {string} */ key, values = {}) => this.#words.say(`note-${key}`, values);
    const typed = (/** @type {string} */ name) =>
      one(this, `[name="${name}"]`, HTMLInputElement).value || this.#words.say("none");
    const cuffs = numbers.cuffs.flatMap(({ limb, side, measured_on: day, answers }) => {
      const sided = side === "unsaid" ? limb : this.#words.say("sided", { side, limb });
      const pressure = inHand.for(limb, side === "unsaid" ? "" : side);
      const {
        aop_mmhg: aop,
        position = "",
        percent_aop: share = "",
        train_position = "",
      } = answers;
      const width = answers.cuff_width_cm;
      return [
        say("aop", { aop, limb: sided, position, day }),
        say("share", { share, pressure }),
        say("position", { position: train_position }),
        width ? say("cuff", { width }) : say("no-cuff"),
      ];
    });
    const [last] = numbers.sessions;
    const ended = last ? this.#words.say(`ended-${last.ended}`) : "";
    const limits = this.#limits;
    const lines = [
      say("problem", { text: typed("problem") }),
      ...cuffs,
      ...[...this.#doses, this.#way(numbers)].map((dose) => say("dose", { dose })),
      say("response", { text: typed("response") }),
      ...(last ? [say("last", { date: last.date, minutes: last.minutes, ended })] : []),
      say("limits", { limits: limits.join(" ") || this.#words.say("none") }),
    ];
    part(this, "note", HTMLTextAreaElement).value = lines.join("\n");
  }

  // --- Showing ---

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  #say(key, values = {}) {
    part(this, "says").textContent = this.#words.say(key, values);
  }

  #show() {
    const state = store.isGuest ? "guest" : store.isOn ? "on" : "off";
    showWhere(this, "data-when", this.#card ? [state, "card"] : state);
    if (store.refusal) this.#say(store.refusal);
    const numbers = this.#numbers;
    setHidden(part(this, "nothing"), Boolean(numbers?.exercises.length));
    setHidden(part(this, "settle"), numbers?.sessions[0]?.ended !== "sign");
    // After a session, today is worked out anew.
    if (this.#timeline && this.#newest !== (numbers?.sessions[0]?.id ?? "")) {
      this.#timeline = null;
      setHidden(part(this, "found"), true);
    }
    const kept = store.numbers;
    if (kept && !this.#unwritten && !this.contains(focusedField())) this.#fill(kept);
    this.#showGate();
  }

  /** Put what is kept into the fields. @param {Numbers} numbers */
  #fill(numbers) {
    const { exercises, cuffs, way, progression, percent_1rm, plan } = numbers;
    this.#blocks(
      "exercise",
      "exercises",
      exercises.map(({ cuff, ...each }) => ({ ...UNCOUNTED, ...each, cuff: cuff ? "yes" : "no" })),
    );
    this.#blocks(
      "cuff",
      "cuffs",
      cuffs.map(({ answers, ...each }) => ({ ...each, ...answers })),
    );
    const form = part(this, "way", HTMLFormElement);
    put(form, { ...way, progression, percent_1rm, ...pick(plan ?? {}, PLAN) });
    for (const box of all(form, "[name=bfr_days]", HTMLInputElement)) {
      box.checked = plan?.bfr_days.includes(box.value) ?? false;
    }
    if (!this.#isFilled) {
      const empty = { exercises: !exercises.length, cuffs: !cuffs.length, way: false };
      for (const [name, isEmpty] of Object.entries(empty)) {
        part(this, `fold-${name}`, HTMLDetailsElement).open = isEmpty;
      }
      this.#isFilled = true;
    }
    setHidden(one(this, "[data-do=add-exercise]"), exercises.length >= MOST.exercises);
    setHidden(one(this, "[data-do=add-cuff]"), cuffs.length >= MOST.cuffs);
  }

  /**
   * @param {string} template
   * @param {string} list
   * @param {Record<string, unknown>[]} listed
   */
  #blocks(template, list, listed) {
    const place = part(this, list);
    while (place.children.length > listed.length) place.lastElementChild?.remove();
    while (place.children.length < listed.length) {
      place.append(document.importNode(part(this, template, HTMLTemplateElement).content, true));
    }
    listed.forEach((each, at) => {
      const block = /** @type {HTMLElement} */ (place.children[at]);
      put(block, each);
      if ("cuff" in each) showCuff(block, String(each.cuff));
      const { name, limb, side } = /** @type {Record<string, string>} */ (each);
      const sided = LIMBS[`${side}-${limb}`] ?? limb;
      part(block, "legend").textContent = name || `${at + 1}: ${sided}`;
    });
  }

  /** Let the stop of the screening stand in the place of today. */
  #showGate() {
    const stops = standing.gate(true) !== "";
    const numbers = this.#numbers;
    setHidden(part(this, "ask"), stops || !numbers?.exercises.length);
    for (const name of ["play", "make-card"]) setHidden(part(this, name), stops || !this.#timeline);
  }
}

/**
 * Read an exercise from what stands in its fields; a count that is none stays away.
 *
 * @param {Record<string, string>} given
 */
function exerciseOf({ cuff, tool, clean_repetitions, counted_on, ...others }) {
  const counted = cuff === "no" || clean_repetitions ? { tool, clean_repetitions, counted_on } : {};
  return { ...EXERCISE, ...others, cuff: cuff === "yes", ...counted };
}

/**
 * Show the fields of an exercise with a cuff, or those without.
 *
 * @param {ParentNode} block
 * @param {string} cuff - `yes` or `no`.
 */
function showCuff(block, cuff) {
  for (const fields of all(block, "[data-cuff]")) setHidden(fields, fields.dataset.cuff !== cuff);
}

/** @param {CardExercise} exercise */
function isFree({ cuff }) {
  return !cuff;
}

/** @returns {Element | null} The field that the reader is typing into. */
function focusedField() {
  const focused = document.activeElement;
  return focused?.matches("fieldset input, fieldset select, form input, form select")
    ? focused
    : null;
}

/**
 * Read the named fields of a block.
 *
 * @param {ParentNode} block
 * @returns {Record<string, string>}
 */
function values(block) {
  const fields = block.querySelectorAll("input:not([type=checkbox]), select");
  return Object.fromEntries(
    [...fields].map((each) => {
      const { name, value } = /** @type {HTMLInputElement} */ (each);
      return [name, value.trim()];
    }),
  );
}

/**
 * Put values into the named fields of a block.
 *
 * @param {ParentNode} block
 * @param {Record<string, unknown>} given
 */
function put(block, given) {
  for (const [name, value] of Object.entries(given)) {
    const field = block.querySelector(`[name="${name}"]:not([type=checkbox])`);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = String(value ?? "");
    }
  }
}

/**
 * @param {Record<string, unknown>} from
 * @param {string[]} names
 */
function pick(from, names) {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? ""]));
}

/** @param {string} sets */
function dashed(sets) {
  return sets
    .trim()
    .split(/[\s,;-]+/)
    .join("-");
}

/** @param {CardExercise} exercise */
function namedOf({ name, limb, side }) {
  const sided = side === "both" ? `both ${limb}s` : (LIMBS[`${side}-${limb}`] ?? limb);
  return name ? `${name}, ${sided}` : sided;
}

customElements.define("bfr-numbers", BfrNumbers);
