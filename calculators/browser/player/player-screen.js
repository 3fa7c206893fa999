/**
 * The timer's screen: a dialog that plays one session. The clock is `player-clock.js`; this shows it, passes on what the
 * reader does, and calls for attention. Every sentence stands in the page, in `player-words`.
 */

import { timesOf } from "../kept/asking.js";
import { keepHere } from "../gate/follow.js";
import { store } from "../kept/store.js";
import { inHand } from "../shared/in-hand.js";
import { download } from "../shared/keep.js";
import {
  act,
  adjust,
  advance,
  allowed,
  beats,
  begin,
  openNow,
  planOf,
  tickingClock,
  view,
} from "./player-clock.js";
import { bareName, csvOf, doneOf, entryOf } from "../kept/record.js";
import { Signals } from "./signals.js";
import { standing } from "../gate/standing.js";
import { underWay } from "./under-way.js";
import { WakeLock } from "./wake-lock.js";
import { write, writeSentence } from "../shared/write.js";

/** @typedef {import("../shared/session-card.js").Timeline} Timeline */
/** @typedef {import("./player-clock.js").Session} Session */
/** @typedef {import("./player-clock.js").Told} Told */
/** @typedef {import("./player-clock.js").View} View */
/** @typedef {import("./player-clock.js").Clock} Clock */
/** @typedef {import("./player-clock.js").Happening["kind"]} Kind */
/** @typedef {import("./signals.js").Signal} Signal */
/** @typedef {[key: string, values: Record<string, string | number>] | null} Said - A sentence of the page. */
/** @typedef {"setup" | "ready" | "countdown" | "set" | "rest" | "paused" | "release" | "open" | "ceiling" | "over"} State */

const TICK_MS = 200;
/** So long before it comes, a beat of the tempo is handed to the sound. */
const BEATS_AHEAD_MS = 600;
/** A gap between two looks that means sleep. */
const SLEPT_MS = 5000;
/** So soon after a change, a tap was meant for what stood there before, or is the second of a double tap. */
const MISTAP_MS = 700;
/** How far apart the two taps of a double tap may be, px. */
const SAME_PLACE = 48;
/** What may be tapped fast, more than once. */
const FAST = new Set(["less", "more", "test"]);
/** How often an open cuff is asked for again, ms: at a ceiling, and after the last set. */
const AGAIN_MS = { ceiling: 3000, over: 10_000, release: 10_000 };

/** What calls for attention, the most urgent first. @type {[Kind, Signal][]} */
const SIGNAL_OF = [
  ["ceiling", "open"],
  ["finished", "open"],
  ["open", "open"],
  ["near", "near"],
  ["get-ready", "set"],
  ["set", "rest"],
  ["ready", "rest"],
  ["rest", "set"],
];
/** Spoken at once, over whatever is being read. @type {Set<Kind>} */
const URGENT = new Set(["ceiling", "near", "open", "finished", "stopped"]);

/** The screen of one session after another. Fires `kept` when the record on this device has changed. */
export class PlayerScreen extends EventTarget {
  #dialog;
  #signals;
  #wake = new WakeLock();
  #clock = () => 0;
  /** @type {Session | undefined} */
  #session;
  #began = new Date();
  #started = false;
  #ticking = 0;
  #looked = 0;
  #changed = 0;
  #asked = 0;
  #state = "";
  #slept = "";
  /** The last tap or key that did something: when, and where; a key has no place. */
  #tapped = { at: -MISTAP_MS, isKey: false, x: 0, y: 0 };
  /** Which side of the body the cuff is on, where the plan names none. */
  #side = "";
  /** How many clean repetitions were left after each exercise, as the reader says. @type {(number | null)[]} */
  #left = [];
  /** Up to when beats of the tempo have been handed to the sound. */
  #beaten = 0;
  /** How the screen's own place in the browser's history is found again; null while it has none. */
  #entry = /** @type {{ href: string, length: number } | null} */ (null);
  /** Whether the screen gives that place back itself. */
  #isGivingBack = false;
  /** Whether the tab keeps the session that is on. */
  #isKept = false;
  /** @type {Element | null} */
  #opener = null;
  /** @type {Map<Element, Comment>} */
  #home = new Map();

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    super();
    this.#dialog = dialog;
    this.#signals = new Signals(dialog);
    this.#signals.addEventListener("change", () => this.#showSound());
    this.#wake.addEventListener("change", () => this.#showAwake());
    dialog.addEventListener("click", (event) => this.#clicked(event));
    dialog.addEventListener("change", (event) => this.#chosen(event));
    dialog.addEventListener("keydown", (event) => this.#pressed(event));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#askToLeave();
    });
    // A browser may close a dialog all the same: a session under way comes back.
    dialog.addEventListener("close", () => {
      if (this.#session) dialog.showModal();
    });
    for (const sign of ["visibilitychange", "resume"]) {
      document.addEventListener(sign, () => this.#look());
    }
    for (const sign of ["pageshow", "focus"]) window.addEventListener(sign, () => this.#look());
    window.addEventListener("beforeunload", (event) => {
      if (this.#isUnderWay) event.preventDefault();
    });
    // Before the steps of a page, which would take it for theirs.
    window.addEventListener("bfr-same-page", (event) => this.#wentBack(event), { capture: true });
    window.addEventListener("pageshow", ({ persisted }) => {
      // While this page was put aside, the session ended on another.
      if (persisted && this.#session && this.#isKept && !underWay.get()) this.#close();
    });
    // The pressure was found for the person before.
    standing.addEventListener("forget", () => inHand.put(null));
  }

  /** Whether a session is on that must not be lost. */
  get #isUnderWay() {
    return Boolean(
      this.#session && this.#started && (this.#session.phase !== "over" || this.#cuffIsOn),
    );
  }

  get #cuffIsOn() {
    return this.#session ? view(this.#session).cuffIsOn : false;
  }

  /**
   * Open with a session, which waits for the cuff.
   *
   * @param {Timeline} timeline
   */
  async play(timeline) {
    if (this.#session) return;
    this.#prepare(begin(planOf(timeline, Number(this.#dialog.dataset.openS)), 0), 0);
    if (matchMedia("(pointer: coarse)").matches) await this.#fullScreen();
    this.#open();
  }

  /**
   * Go on with the session that was on in this tab when its page was loaded anew; its clocks have run on.
   *
   * @returns {boolean} Whether there was one.
   */
  resume() {
    const left = this.#session ? null : underWay.get();
    if (!left) return false;
    const { session, zero, began, keep, ways, side, entry, left: effort } = left;
    this.#prepare(session, Math.max(session.at, Date.now() - zero));
    this.#started = true;
    this.#began = new Date(began);
    this.#box("keep").checked = keep;
    this.#left = effort ?? [];
    Object.assign(this.#signals.ways, ways);
    this.#side = side;
    this.#entry = entry?.href === location.href && entry.length === history.length ? entry : null;
    this.#wake.want();
    // Without a tap most browsers refuse; the screen says so until the next one.
    this.#signals.unlock();
    this.#open();
    this.#look();
    return true;
  }

  /**
   * Have everything as it is before a session, or as a session left it.
   *
   * @param {Session} session
   * @param {number} at - What its clock reads.
   */
  #prepare(session, at) {
    const ticking = tickingClock(Date.now, () => performance.now());
    this.#clock = () => at + ticking();
    this.#session = session;
    this.#started = false;
    this.#state = "";
    this.#looked = session.at;
    this.#changed = at;
    this.#side = "";
    this.#opener = document.activeElement;
    this.#part("no-vibration").hidden = this.#signals.canVibrate;
    this.#part("may-be-mute").hidden = this.#signals.canBreakSilence;
    this.#part("stops-music").hidden = !this.#signals.canBreakSilence;
    this.#offerSides(session);
    this.#left = [];
    this.#beaten = 0;
    // Another session has another clock.
    this.#tapped = { at: at - MISTAP_MS, isKey: false, x: 0, y: 0 };
    // What a reader wants kept is kept without asking again.
    for (const box of ["keep-before", "keep"]) this.#box(box).checked = store.isOn;
    this.#part("kept-says").textContent = "";
    this.#part("slept").hidden = true;
    this.#leaveHome();
    this.#buildStrip();
    this.#showAwake();
    this.#showSound();
    this.#sheet(null);
  }

  #open() {
    this.#dialog.showModal();
    this.#takeEntry();
    document.documentElement.classList.add("bfr-player-is-open");
    this.#show();
    this.#part("now").focus();
    this.#ticking = window.setInterval(() => this.#look(), TICK_MS);
  }

  /** Offer the sides of the body that the screening leaves to a cuff. @param {Session} session */
  #offerSides({ plan }) {
    // What the plan names is not asked again.
    this.#part("sides").hidden = plan.exercises.every(({ limb, side }) => side || !limb);
    const closed = new Set(standing.get()?.closed);
    const isClosed = (/** @type {string} */ side) =>
      plan.exercises.some(({ limb }) => closed.has(`${side}-${limb}`));
    for (const box of this.#dialog.querySelectorAll("input[data-side]")) {
      const input = /** @type {HTMLInputElement} */ (box);
      const { side = "" } = input.dataset;
      input.disabled = side === "both" ? isClosed("left") || isClosed("right") : isClosed(side);
      input.checked = false;
    }
  }

  // --- The way back of the browser ---

  /** Have a place of one's own in the history, so that the way back asks before it ends a session. */
  #takeEntry() {
    if (this.#entry) return;
    history.pushState(history.state, "", location.href);
    this.#entry = { href: location.href, length: history.length };
  }

  /**
   * The way back was taken, within this page.
   *
   * @param {Event} event
   */
  #wentBack(event) {
    if (this.#isGivingBack) {
      this.#isGivingBack = false;
      event.stopImmediatePropagation();
    } else if (this.#session) {
      event.stopImmediatePropagation();
      this.#entry = null;
      this.#askToLeave();
      if (this.#session) this.#takeEntry();
    }
  }

  /** Give the place in the history back, unless the reader has just gone back from it. */
  #giveEntryBack() {
    const isOurs = this.#entry?.href === location.href;
    this.#entry = null;
    if (!isOurs) return;
    this.#isGivingBack = true;
    history.back();
  }

  /** Close, with everything that was on for it. */
  #close() {
    this.#session = undefined;
    this.#giveEntryBack();
    underWay.forget();
    clearInterval(this.#ticking);
    this.#wake.release();
    this.#signals.close();
    this.#dialog.close();
    document.documentElement.classList.remove("bfr-player-is-open");
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.#goHome();
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
  }

  /** Cover the screen of a phone; where that is refused, the page's window is enough. */
  async #fullScreen() {
    try {
      await document.documentElement.requestFullscreen({ navigationUI: "hide" });
    } catch {
      // An iPhone knows it for videos alone.
    }
  }

  /** Stand beside the page's content: a page change without reload must not end a session. */
  #leaveHome() {
    if (this.#dialog.parentElement === document.body) return;
    const mark = document.createComment("player");
    this.#dialog.before(mark);
    this.#home.set(this.#dialog, mark);
    document.body.append(this.#dialog);
  }

  #goHome() {
    const mark = this.#home.get(this.#dialog);
    this.#home.delete(this.#dialog);
    if (mark?.isConnected) mark.replaceWith(this.#dialog);
    else this.#dialog.remove();
  }

  // --- Time ---

  /** Let time pass up to now. */
  #look() {
    if (!this.#session) return;
    const now = this.#clock();
    const gap = now - this.#looked;
    this.#looked = now;
    if (gap > SLEPT_MS && this.#started && this.#session.phase !== "over") this.#showSlept(gap);
    const { phase, step } = this.#session;
    const told = advance(this.#session, now);
    if (told.session.phase !== phase || told.session.step !== step) this.#changed = now;
    this.#take(told);
    this.#askAgain(now);
    this.#soundBeats(now);
  }

  /** Hand the next beats of the tempo to the sound, each with its own moment. @param {number} now */
  #soundBeats(now) {
    if (!this.#session || !this.#box("metronome").checked) return;
    const until = now + BEATS_AHEAD_MS;
    const from = Math.max(this.#beaten, now);
    for (const { at, kind } of beats(this.#session, from, until)) {
      this.#signals.beat(kind, (at - now) / 1000);
    }
    this.#beaten = until;
  }

  /** @param {Told} told */
  #take({ session, happened }) {
    const before = this.#session;
    this.#session = session;
    this.#tell(happened.map(({ kind }) => kind));
    if (before?.done.length !== session.done.length || before.phase !== session.phase) this.#keep();
    if (happened.length) this.#remember();
    this.#show();
  }

  /** Keep what is on in the tab, for a page that is loaded anew. */
  #remember() {
    if (!this.#session || !this.#isUnderWay) return underWay.forget();
    this.#isKept = underWay.put({
      session: this.#session,
      zero: Date.now() - this.#clock(),
      began: this.#began.toISOString(),
      keep: this.#box("keep").checked,
      ways: this.#signals.ways,
      side: this.#side,
      left: this.#left,
      entry: this.#entry,
    });
  }

  /**
   * Say and signal what has happened; of all that a page slept through, the most urgent alone.
   *
   * @param {Kind[]} kinds
   */
  #tell(kinds) {
    if (!kinds.length || !this.#session) return;
    const signal = SIGNAL_OF.find(([kind]) => kinds.includes(kind));
    const isByHand = kinds.includes("cuff-open");
    if (signal && !(signal[1] === "open" && isByHand)) this.#signals.give(signal[1]);
    // Nothing stands before “Open the cuff”.
    if (kinds.includes("ceiling")) this.#sheet(null);
    if (kinds.includes("ceiling") || (kinds.includes("finished") && this.#cuffIsOn)) {
      this.#asked = this.#clock();
    }
    const now = view(this.#session);
    const values = {
      set: now.set,
      sets: now.exercise.sets,
      repetitions: now.repetitions,
      seconds: Math.round(now.left / 1000),
    };
    const urgent = kinds.findLast((kind) => URGENT.has(kind));
    if (urgent && this.#cuffIsOn) {
      this.#part("urgent").textContent = this.#say(`say-${urgent}`, values);
      return;
    }
    const last = kinds.at(-1);
    const key = last === "paused" && !this.#cuffIsOn ? "paused-open" : last;
    this.#part("polite").textContent = this.#say(`say-${key}`, values);
  }

  /**
   * Ask again for an open cuff while it is on and must not be.
   *
   * @param {number} now
   */
  #askAgain(now) {
    const every = AGAIN_MS[/** @type {keyof typeof AGAIN_MS} */ (this.#state)];
    if (!every || !this.#cuffIsOn || now - this.#asked < every) return;
    this.#asked = now;
    this.#signals.give("open");
  }

  // --- What the reader does ---

  /** @param {MouseEvent} event */
  #clicked(event) {
    if (this.#started && this.#signals.sound === "blocked") this.#signals.unlock();
    const button = /** @type {Element} */ (event.target).closest("[data-do]");
    if (!(button instanceof HTMLButtonElement) || !this.#session) return;
    const asked = button.dataset.do ?? "";
    if (!FAST.has(asked) && this.#isSecond(event)) return;
    this.#look();
    if (asked === "primary") this.#primary();
    else if (asked === "skip") this.#skip();
    else if (asked === "pause") this.#act(this.#session.phase === "paused" ? "resume" : "pause");
    else if (asked === "repeat" || asked === "cuff-open") this.#act(asked);
    else if (asked === "cuff-open-now") this.#take(openNow(this.#session, this.#clock()));
    else if (asked === "signs") this.#openSigns();
    else if (asked === "back") this.#sheet(null);
    else if (asked === "end") this.#end("sign");
    else if (asked === "leave") this.#leave();
    else if (asked === "close") this.#askToLeave();
    else if (asked === "test") this.#test(/** @type {Signal} */ (button.dataset.signal));
    else if (asked === "less" || asked === "more") this.#adjust(button, asked);
    else if (asked === "csv") this.#download();
  }

  /**
   * Tell whether a tap, or a key, is the second of two that were meant as one; else remember it.
   *
   * @param {{ detail: number, clientX: number, clientY: number }} event - Its detail is 0 for a key.
   */
  #isSecond({ detail, clientX: x, clientY: y }) {
    const at = this.#clock();
    const last = this.#tapped;
    const isKey = detail === 0;
    const isThere = isKey || Math.hypot(x - last.x, y - last.y) < SAME_PLACE;
    if (at - last.at < MISTAP_MS && isKey === last.isKey && isThere) return true;
    this.#tapped = { at, isKey, x, y };
    return false;
  }

  /** @param {Event} event */
  #chosen({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    const { way, part, side } = target.dataset;
    const { left, ready } = target.dataset;
    if (left) {
      const place = Number(target.closest("[data-exercise]")?.getAttribute("data-exercise"));
      this.#left[place] = Number(left);
      this.#keep();
    }
    if (ready && this.#session && !this.#started) {
      const plan = { ...this.#session.plan, getReady: Number(ready) * 1000 };
      this.#session = { ...this.#session, plan };
    }
    if (way) this.#signals.want(/** @type {keyof Signals["ways"]} */ (way), target.checked);
    if (side) {
      this.#side = side;
      this.#show();
    }
    if (part === "keep-before") this.#box("keep").checked = target.checked;
    if (part === "keep") {
      if (target.checked) this.#keep();
      else this.#keepNoMore();
    }
    if (this.#started) this.#remember();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    // The site's own keys, such as P for the page before, wait until the screen is closed.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === " " && !target.closest("button, input, summary, label")) {
      event.preventDefault();
      if (this.#openSheet) return;
      if (this.#isSecond({ detail: 0, clientX: 0, clientY: 0 })) return;
      this.#look();
      if (this.#state === "rest") this.#skip();
      else this.#primary();
    } else if (event.key.toLowerCase() === "p" && this.#session && !this.#openSheet) {
      this.#look();
      this.#act(this.#session.phase === "paused" ? "resume" : "pause");
    } else if (event.key.toLowerCase() === "s" && this.#session?.phase !== "over") {
      this.#openSigns();
    }
  }

  /** Do what the large button says. */
  #primary() {
    if (!this.#session) return;
    if (this.#clock() - this.#changed < MISTAP_MS) return;
    if (this.#state === "over" && !this.#cuffIsOn) return this.#close();
    const actions = allowed(this.#session);
    const action = /** @type {const} */ (["start", "done", "resume", "cuff-open"]).find((each) =>
      actions.includes(each),
    );
    if (this.#state === "setup") this.#start();
    if (action) this.#act(action);
  }

  /** Go on from a rest before its time. */
  #skip() {
    if (this.#state !== "rest" || this.#clock() - this.#changed < MISTAP_MS) return;
    this.#act("done");
  }

  /** Begin: the tap that lets sound be heard and keeps the screen on. */
  #start() {
    this.#started = true;
    this.#began = new Date();
    this.#signals.unlock();
    this.#wake.want();
  }

  /** @param {import("./player-clock.js").Action} action */
  #act(action) {
    if (!this.#session) return;
    if (!allowed(this.#session).includes(action)) return;
    this.#part("slept").hidden = true;
    this.#asked = this.#clock();
    this.#changed = -MISTAP_MS;
    if (action === "cuff-open") this.#signals.hush();
    this.#take(act(this.#session, action, this.#clock()));
  }

  #openSigns() {
    if (!this.#session) return;
    this.#look();
    if (this.#openSheet) return;
    this.#sheet("signs");
    if (allowed(this.#session).includes("pause")) this.#act("pause");
  }

  /** @param {"end" | "sign"} how */
  #end(how) {
    this.#sheet(null);
    if (!this.#started) return this.#close();
    this.#act(how);
  }

  #askToLeave() {
    if (!this.#session) return;
    this.#look();
    if (this.#openSheet) return this.#sheet(null);
    if (!this.#isUnderWay) return this.#close();
    this.#sheet("leave");
  }

  /** End the session; with the cuff on, the way out leads past “Open the cuff”. */
  #leave() {
    this.#sheet(null);
    if (this.#session?.phase === "over" || this.#session?.phase === "ceiling") return this.#show();
    this.#act("end");
  }

  /** @param {Signal} signal */
  async #test(signal) {
    await this.#signals.unlock();
    this.#signals.give(signal);
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {"less" | "more"} which
   */
  #adjust(button, which) {
    if (!this.#session) return;
    const place = Number(button.closest("li")?.dataset.place);
    this.#session = adjust(this.#session, place, which === "more" ? 1 : -1);
    const shown = button.parentElement?.querySelector("output");
    if (shown) shown.textContent = String(this.#session.done[place].repetitions);
    this.#remember();
    this.#keep();
  }

  #download() {
    if (!this.#session) return;
    const entry = this.#entryNow(this.#session);
    const name = `bfr-session-${entry.date}.csv`;
    download({ name, type: "text/csv;charset=utf-8", text: csvOf([entry]) });
  }

  /** @param {Session} session */
  #entryNow(session) {
    return entryOf(session, this.#began, { side: this.#side, left: this.#left });
  }

  /** Keep what was done so far on this device, if the reader asked for it. */
  async #keep() {
    if (!this.#session?.done.length || !this.#box("keep").checked) return;
    const entry = this.#entryNow(this.#session);
    const refusal =
      (store.isOn ? null : await keepHere(standing)) ?? (await store.putSession(entry));
    this.#part("kept-says").textContent = this.#say(`record-${refusal ?? "kept"}`);
  }

  async #keepNoMore() {
    this.#part("kept-says").textContent = "";
    if (this.#session && store.isOn) await store.removeSession(this.#entryNow(this.#session).id);
  }

  // --- Showing ---

  #show() {
    if (!this.#session) return;
    const now = view(this.#session);
    const state = this.#stateOf(now);
    const isNew = state !== this.#state || this.#dialog.dataset.step !== String(this.#session.step);
    this.#state = state;
    this.#dialog.dataset.state = state;
    this.#dialog.dataset.step = String(this.#session.step);
    this.#dialog.toggleAttribute("data-cuff-on", now.cuffIsOn);
    this.#dialog.toggleAttribute(
      "data-near",
      now.clocks.some(({ near, on }) => near && on),
    );
    const { name, limb, side } = now.exercise;
    // The side stands beside it.
    this.#write("exercise", bareName(name, limb, side));
    this.#write("load", now.exercise.load ?? "");
    this.#showHand(now.exercise);
    const count = this.#session.plan.exercises.length;
    const { number } = now.exercise;
    this.#put("place", count > 1 ? ["part-of", { number, count }] : null);
    this.#showNumber(state, now);
    this.#put("more", this.#more(state, now));
    this.#put("next", this.#next(state, now));
    const missed = state === "set" || state === "rest" ? this.#say("slept-repeat") : "";
    this.#write("slept", `${this.#slept} ${missed}`.trim());
    const { set, exercise } = now;
    this.#put("now", [this.#heading(state, now), { set, sets: exercise.sets }]);
    this.#showClocks(now.clocks);
    this.#showStrip();
    this.#showControls(state, now);
    if (!isNew) return;
    for (const block of this.#dialog.querySelectorAll("[data-in]")) {
      const isIn = block.getAttribute("data-in")?.split(" ").includes(state);
      /** @type {HTMLElement} */ (block).hidden = !isIn;
    }
    if (state === "over") this.#showRecord();
    this.#part("body").scrollTop = 0;
    this.#holdFocus();
  }

  /**
   * @param {View} now
   * @returns {State}
   */
  #stateOf({ phase, kind, cuffIsOn }) {
    if (phase === "ready") return this.#started ? "ready" : "setup";
    if (phase === "running") return kind;
    if (phase === "open") return cuffIsOn ? "release" : "open";
    return phase;
  }

  /**
   * Show the pressure in hand, and where the cuff is.
   *
   * @param {import("./player-clock.js").Exercise} exercise
   */
  #showHand({ limb, side, name }) {
    const on = side || this.#side;
    const pressure = inHand.for(limb, on);
    this.#part("pressure").hidden = !pressure;
    this.#write("pressure", pressure);
    const words = { limb: limb && this.#say(`limb-${limb}`) };
    this.#put("limb", limb ? [`side-${on || "unsaid"}`, words] : ["no-cuff", {}]);
    const [last] = store.numbers ? timesOf(this.#past, { name, limb, side: on }) : [];
    this.#put("last", last ? ["last-time", { done: doneOf(last.exercise) }] : null);
  }

  /** What was done before this session. */
  get #past() {
    const id = this.#began.toISOString();
    return { sessions: (store.numbers?.sessions ?? []).filter((each) => each.id !== id) };
  }

  /**
   * @param {State} state
   * @param {View} now
   */
  #heading(state, now) {
    if (!now.exercise.limb && ["setup", "ready", "rest"].includes(state)) {
      return state === "rest" ? "now-rest-free" : "now-free";
    }
    if (state === "rest") {
      if (now.planCuffOn) return now.cuffIsOn ? "now-rest-on" : "now-rest-open";
      return now.cuffIsOn ? "now-rest-release" : "now-rest-open";
    }
    if (state === "ready") return now.set > 1 ? "now-ready-set" : "now-ready";
    if (state === "over") {
      const ended = this.#session?.ended === "sign" ? "stopped" : this.#session?.ended;
      return `now-over-${now.cuffIsOn ? "on" : ended}`;
    }
    return `now-${state}`;
  }

  /**
   * @param {State} state
   * @param {View} now
   */
  #showNumber(state, now) {
    const isSet = state === "set" || (state === "paused" && now.kind === "set");
    const cuff = now.clocks[0];
    let text = "";
    if (state === "countdown") text = String(Math.ceil(now.left / 1000));
    else if (isSet) text = String(now.repetition);
    else if (now.cuffIsOn && ["ceiling", "release", "over"].includes(state)) {
      text = minutes(cuff.ms);
    } else if (["rest", "paused", "open"].includes(state)) text = minutes(up(now.left));
    const { repetitions } = now;
    this.#part("number-line").hidden = !text;
    this.#write("number", text);
    this.#part("number").dataset.length = String(text.length);
    this.#put("of", isSet ? ["number-of", { repetitions }] : null);
    this.#part("beat").style.inlineSize = `${100 * (isSet ? now.beat : now.share)}%`;
  }

  /**
   * @param {State} state
   * @param {View} now
   * @returns {Said}
   */
  #more(state, now) {
    const cuff = now.clocks[0];
    if (state === "ready") {
      const other = now.clocks.find(({ limb, on }) => on && limb !== now.exercise.limb);
      if (other) return this.#said("more-ready-other", { limb: this.#say(`limb-${other.limb}`) });
    }
    if ((state === "setup" || state === "ready") && !now.exercise.limb) {
      return this.#said("more-free");
    }
    if (state === "set") return this.#said("more-set", { left: minutes(up(now.left)) });
    if (state === "paused") return this.#said(`more-paused-${now.cuffIsOn ? "on" : "open"}`);
    if (state === "release") return this.#said("more-release", { time: minutes(now.left) });
    if (state === "ceiling") {
      return this.#said("more-ceiling", { time: minutes(cuff.ms), ceiling: minutes(cuff.ceiling) });
    }
    if (state === "over" && !now.clocks.length) return this.#said("more-over-free");
    if (state === "over") return this.#said(`more-over-${now.cuffIsOn ? "on" : "off"}`);
    const pressure = inHand.for(now.exercise.limb, now.exercise.side || this.#side);
    if (pressure && (state === "setup" || state === "ready")) {
      return this.#said("more-pump", { pressure });
    }
    return this.#has(`more-${state}`) ? this.#said(`more-${state}`) : null;
  }

  /**
   * @param {State} state
   * @param {View} now
   * @returns {Said}
   */
  #next(state, now) {
    const { sets } = now.exercise;
    if (state === "setup") {
      const [cuff] = now.clocks;
      if (!cuff) return this.#said("next-free", { sets });
      return this.#said("next-plan", { sets, time: minutes(cuff.planned) });
    }
    if (state === "ready") {
      return this.#said("next-ready", { set: now.set, sets, repetitions: now.repetitions });
    }
    if (state === "open" || state === "release") {
      if (!now.next) return null;
      const { name, limb, side } = now.next;
      const isElsewhere = limb !== now.exercise.limb || side !== now.exercise.side;
      const to = limb && isElsewhere ? this.#sayLimb(limb, side) : "";
      return to
        ? this.#said("next-limb", { name, limb: to })
        : this.#said("next-exercise", { name });
    }
    if (!["countdown", "set", "rest", "paused"].includes(state)) return null;
    if (now.then?.kind === "rest") {
      return this.#said("next-rest", { time: minutes(now.then.ms) });
    }
    if (now.then) {
      return this.#said("next-set", { set: now.then.set, sets, repetitions: now.then.repetitions });
    }
    if (!now.next) return this.#said("next-last");
    return now.next.pause === null
      ? this.#said("next-on", { name: now.next.name })
      : this.#said("next-open");
  }

  /**
   * @param {string} limb
   * @param {string} side
   */
  #sayLimb(limb, side) {
    return this.#say(`side-${side || "unsaid"}`, { limb: this.#say(`limb-${limb}`) });
  }

  /** @param {Clock[]} clocks */
  #showClocks(clocks) {
    const place = this.#part("clocks");
    const template = /** @type {HTMLTemplateElement} */ (this.#part("clock"));
    while (place.children.length > clocks.length) place.lastElementChild?.remove();
    while (place.children.length < clocks.length) place.append(template.content.cloneNode(true));
    clocks.forEach((clock, at) => this.#showClock(place.children[at], clock, clocks.length > 1));
  }

  /**
   * @param {Element} shown
   * @param {Clock} clock
   * @param {boolean} isOneOfTwo
   */
  #showClock(shown, { limb, ms, ceiling, planned, on, near }, isOneOfTwo) {
    const find = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (shown.querySelector(`.bfr-player-cuff-${name}`));
    const label = on ? "cuff-on" : "cuff-open";
    const of = { time: minutes(ms), ceiling: minutes(ceiling) };
    shown.toggleAttribute("data-on", on);
    shown.toggleAttribute("data-near", near && on);
    const ofWhich = on && isOneOfTwo;
    const words = { limb: this.#say(`limb-${limb}`) };
    writeSentence(find("label"), this.#sentence(ofWhich ? "cuff-on-limb" : label), words);
    write(find("time"), of.time);
    writeSentence(find("of"), this.#sentence("cuff-of"), of);
    const rail = find("rail");
    rail.setAttribute("aria-valuemax", String(ceiling / 1000));
    rail.setAttribute("aria-valuenow", String(Math.floor(Math.min(ms, ceiling) / 1000)));
    rail.setAttribute("aria-valuetext", this.#say("cuff-text", of));
    rail.style.setProperty("--minutes", String(ceiling / 60_000));
    find("fill").style.inlineSize = `${Math.min(100, (100 * ms) / ceiling)}%`;
    find("plan").style.inlineSize = `${Math.min(100, (100 * planned) / ceiling)}%`;
    const note = find("note");
    // Half a second of slack: a plan that ends at its ceiling keeps to it.
    const passes = planned > ceiling + 500;
    const key = ms >= ceiling ? "over" : near && on ? "near" : passes ? "passes" : "";
    note.hidden = !key;
    if (key) write(note, this.#say(`cuff-${key}`));
  }

  #buildStrip() {
    const strip = this.#part("strip");
    strip.replaceChildren();
    for (const { kind, exercise, ms } of this.#session?.plan.steps ?? []) {
      const block = document.createElement("span");
      block.dataset.kind = kind;
      block.dataset.exercise = String(exercise);
      block.style.flexGrow = String(ms);
      block.append(document.createElement("span"));
      strip.append(block);
    }
  }

  #showStrip() {
    if (!this.#session) return;
    const { step, phase, plan } = this.#session;
    const { share } = view(this.#session);
    const { exercise } = plan.steps[step];
    [...this.#part("strip").children].forEach((block, at) => {
      const element = /** @type {HTMLElement} */ (block);
      // One exercise at a time: the blocks of six would be hairlines.
      element.hidden = plan.steps[at].exercise !== exercise;
      const isDone = at < step || phase === "open" || phase === "over";
      const isNow = at === step && !isDone;
      element.toggleAttribute("data-now", isNow && this.#started);
      const fill = /** @type {HTMLElement} */ (element.firstElementChild);
      fill.style.inlineSize = `${isDone ? 100 : isNow ? 100 * share : 0}%`;
    });
  }

  /**
   * @param {State} state
   * @param {View} now
   */
  #showControls(state, now) {
    if (!this.#session) return;
    const actions = allowed(this.#session);
    const isSet = now.kind === "set";
    /** @type {Record<State, string>} */
    const primary = {
      setup: "do-start",
      ready: "do-start",
      countdown: "do-now",
      set: "do-done",
      rest: "",
      paused: isSet && !now.cuffIsOn ? "do-resume-on" : "do-resume",
      release: "do-cuff-open",
      open: "",
      ceiling: "do-cuff-open",
      over: now.cuffIsOn ? "do-cuff-open" : "do-close",
    };
    const isFree = !now.exercise.limb && primary[state].startsWith("do-start");
    const key = isFree ? "do-start-free" : primary[state];
    // In a rest its room stays empty: the second of two taps must find nothing there.
    this.#part("primary").toggleAttribute("data-empty", state === "rest");
    this.#part("primary").hidden = !key && state !== "rest";
    this.#part("skip").hidden = state !== "rest";
    if (key) this.#write("primary", this.#say(key));
    this.#part("repeat").hidden = !actions.includes("repeat");
    this.#part("pause").hidden = !actions.includes("pause");
    this.#part("cuff-open").hidden = !actions.includes("cuff-open") || key === "do-cuff-open";
    this.#part("stop").hidden = state === "over";
    this.#part("awake").hidden = state === "over";
    const openNowButton = this.#dialog.querySelector("[data-do=cuff-open-now]");
    /** @type {HTMLElement} */ (openNowButton).hidden = !now.cuffIsOn;
    this.#part("leave-on").hidden = !now.cuffIsOn;
    this.#part("after-stop").hidden = !isStopped(this.#session.ended);
  }

  #showRecord() {
    if (!this.#session) return;
    const { plan, done, under, ended } = this.#session;
    // After a stop sign what to watch for comes first.
    const [watch, record] = [this.#part("watch"), this.#part("done")];
    if (isStopped(ended)) watch.after(record);
    else record.after(watch);
    const exerciseTemplate = /** @type {HTMLTemplateElement} */ (this.#part("record-exercise"));
    const setTemplate = /** @type {HTMLTemplateElement} */ (this.#part("record-set"));
    const blocks = plan.exercises.map(({ name, load }, exercise) => {
      const block = /** @type {Element} */ (
        /** @type {DocumentFragment} */ (exerciseTemplate.content.cloneNode(true)).firstElementChild
      );
      const [title, says, list] = block.children;
      block.setAttribute("data-exercise", String(exercise));
      for (const box of block.querySelectorAll("input")) {
        box.name = `left-${exercise}`;
        box.checked = Number(box.dataset.left) === this.#left[exercise];
      }
      title.textContent = this.#say("record-exercise", { name, load: load ?? "" }).trim();
      says.textContent = this.#say("record-under", { time: minutes(under[exercise]) });
      done.forEach((each, place) => {
        if (each.exercise !== exercise) return;
        const item = /** @type {HTMLElement} */ (
          /** @type {DocumentFragment} */ (setTemplate.content.cloneNode(true)).firstElementChild
        );
        const [label, less, count, more] = item.children;
        item.dataset.place = String(place);
        const values = { set: each.set, name };
        label.textContent = this.#say("record-set", values);
        less.setAttribute("aria-label", this.#say("record-less", values));
        more.setAttribute("aria-label", this.#say("record-more", values));
        count.textContent = String(each.repetitions);
        list.append(item);
      });
      return block;
    });
    this.#part("record").replaceChildren(...blocks);
  }

  #showAwake() {
    this.#write("awake", this.#say(`awake-${this.#wake.state}`));
    this.#part("awake").dataset.awake = this.#wake.state;
  }

  #showSound() {
    const { sound } = this.#signals;
    const isMute = sound === "blocked" || sound === "missing";
    this.#part("sound").hidden = !isMute;
    if (isMute) this.#write("sound", this.#say(`sound-${sound}`));
  }

  /** @param {number} gap */
  #showSlept(gap) {
    this.#part("slept").hidden = false;
    this.#slept = this.#say("slept", { time: minutes(gap) });
  }

  /** @returns {HTMLElement | null} The sheet that covers the screen, if any. */
  get #openSheet() {
    return this.#dialog.querySelector(".bfr-player-sheet:not([hidden])");
  }

  /** @param {"signs" | "leave" | null} which */
  #sheet(which) {
    for (const sheet of ["signs", "leave"]) this.#part(sheet).hidden = sheet !== which;
    for (const part of ["body", "controls"]) this.#part(part).hidden = which !== null;
    this.#dialog.toggleAttribute("data-sheet", which !== null);
    if (which) /** @type {HTMLElement} */ (this.#part(which).querySelector("h2")).focus();
    else this.#holdFocus(true);
  }

  /**
   * Keep the keyboard on something that is there.
   *
   * @param {boolean} [always]
   */
  #holdFocus(always = false) {
    if (!this.#dialog.open || this.#openSheet) return;
    const focused = document.activeElement;
    const isLost = !focused || !this.#dialog.contains(focused) || !isShown(focused);
    if (!isLost && !always) return;
    const primary = this.#part("primary");
    (isShown(primary) ? primary : this.#part("now")).focus();
  }

  // --- Small helps ---

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#dialog.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement}
   */
  #box(name) {
    return /** @type {HTMLInputElement} */ (this.#part(name));
  }

  /**
   * @param {string} part
   * @param {string} text
   */
  #write(part, text) {
    write(this.#part(part), text);
  }

  /**
   * Write a sentence of the page with its values, or nothing.
   *
   * @param {string} part
   * @param {Said} said
   */
  #put(part, said) {
    const [key, values] = said ?? ["", {}];
    writeSentence(this.#part(part), key && this.#sentence(key), values);
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {Said}
   */
  #said(key, values = {}) {
    return [key, values];
  }

  /**
   * @param {string} key
   * @returns {boolean}
   */
  #has(key) {
    return this.#words.querySelector(`[data-say="${key}"]`) !== null;
  }

  /** @returns {DocumentFragment} */
  get #words() {
    return /** @type {HTMLTemplateElement} */ (this.#part("words")).content;
  }

  /**
   * Fill a sentence of the page.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  #say(key, values = {}) {
    return this.#sentence(key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /**
   * Give a sentence of the page, with its braces.
   *
   * @param {string} key
   * @returns {string}
   */
  #sentence(key) {
    const sentence = this.#words.querySelector(`[data-say="${key}"]`)?.textContent;
    if (sentence === undefined) throw new Error(`The page has no sentence “${key}”.`);
    return sentence;
  }
}

/**
 * Tell whether a session ended by the reader's own hand, at a stop sign or without one.
 *
 * @param {Session["ended"]} ended
 */
function isStopped(ended) {
  return ended === "stopped" || ended === "sign";
}

/**
 * @param {Element} element
 * @returns {boolean}
 */
function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/**
 * @param {number} ms
 * @returns {number} Whole seconds, rounded up: a countdown ends when it shows nothing left.
 */
function up(ms) {
  return Math.ceil(ms / 1000) * 1000;
}

/**
 * Write a time as the rules do.
 *
 * @param {number} ms
 * @returns {string} As 8:05.
 */
function minutes(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
