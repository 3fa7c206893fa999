/**
 * The one Python of a tab: starts the worker, asks it, and replaces it when it dies or hangs.
 */

import { causeOf, requireWebAssembly, whyLost } from "./arrival.js";

/**
 * How long nothing may arrive before it is said, how long Python may take to start once it is there, and how long an
 * answer may take, before the worker is given up.
 */
const PATIENCE_MS = { load: 10_000, start: 60_000, answer: 5_000 };

/** What the worker is made of. */
const SCRIPTS = ["worker.js", "arrival.js", "bare-python.js", "image.js"].map(
  (name) => new URL(name, import.meta.url),
);

/** How often a request is asked before it is given up. */
const ATTEMPTS = 2;

/** @typedef {"asleep" | "loading" | "ready" | "failed"} EngineState */
/** @typedef {import("./arrival.js").Loss | import("./arrival.js").Refusal} Cause - Why Python did not start. */
/** @typedef {Cause | "worker" | "hang" | "silence" | "bug"} FailureKind */
/** @typedef {{ base: string, bytes: number, gzip: number, files: Record<string, import("./arrival.js").Content>, full: import("./arrival.js").Content }} Runtime */
/** @typedef {{ request: string, attempts: number, resolve: (response: string) => void, reject: (error: Failure) => void }} Pending */
/** @typedef {{ read?: number, of?: number, beyond?: string, arrived?: true, ready?: true, failed?: FailureKind, detail?: string, id?: number, response?: string, bug?: string }} Message */

/** @typedef {{ worker: Worker, base: string, heard: Message[], isLost: boolean }} Early - What `early.js` has started. */

/** Why there is no answer. */
export class Failure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {string} detail - For a person who reports it.
   * @param {string} says - What a reader is told, by its name.
   */
  constructor(kind, detail, says = kind) {
    super(detail);
    this.kind = kind;
    this.says = says;
  }
}

/**
 * Fires `change` when its state or progress changes.
 */
export class Engine extends EventTarget {
  /** @type {EngineState} */
  state = "asleep";
  /** Megabytes that crossed the wire, and how many there are. */
  loaded = 0;
  total = 0;
  /** The last reason why Python did not start. @type {Failure | undefined} */
  failure;
  /** Says that nothing arrives, for as long as that is so. @type {Failure | undefined} */
  stall;
  /** What the rules have reached that was cut; the whole runtime was asked instead. @type {string[]} */
  beyond = [];

  /** @type {Worker | undefined} */
  #worker;
  /** @type {Runtime | undefined} */
  #runtime;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  /** Whether the worker runs on the whole runtime. */
  #isWhole = false;
  #watchdog = 0;

  /** Folder of the Python that was started. */
  get base() {
    return this.#runtime?.base ?? "";
  }

  /**
   * Start Python unless it runs already.
   *
   * @param {Runtime} runtime - Where it lies and what it weighs.
   */
  start(runtime) {
    if (this.state === "loading" || this.state === "ready") return;
    this.#runtime = runtime;
    this.#launch();
  }

  /** Start Python anew when it has failed, or when nothing arrives; what was asked is still answered. */
  retry() {
    if (this.state !== "failed" && !this.stall) return;
    this.#isWhole = false;
    this.#launch();
  }

  /**
   * Find out why a worker's script was not loaded or not allowed to run: the browser does not say.
   *
   * @param {Worker} worker
   * @param {boolean} isSecond - Whether it was tried with fresh copies of its scripts already.
   */
  async #diagnose(worker, isSecond) {
    const losses = await Promise.all(SCRIPTS.map(({ href }) => whyLost(href)));
    if (worker !== this.#worker) return;
    const loss = losses.find((each) => each !== undefined);
    if (loss) this.#fail(loss, "The worker's script did not load");
    else if (isSecond) this.#fail("worker", "The worker was not started");
    else this.#launch(true);
  }

  /**
   * Ask; the answer comes when Python is ready.
   *
   * @param {string} request - JSON for the bridge.
   * @returns {Promise<string>} JSON of the bridge. Rejects with a `Failure`.
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      if (this.state === "failed" && this.failure) return reject(this.failure);
      const id = ++this.#lastId;
      this.#pending.set(id, { request, attempts: 0, resolve, reject });
      if (this.state === "ready") this.#send(id);
    });
  }

  /** @param {boolean} [isSecond] - Whether the browser has just fetched the worker's scripts anew. */
  #launch(isSecond = false) {
    this.#worker?.terminate();
    this.loaded = 0;
    this.total = (this.#runtime?.gzip ?? 0) / 1e6;
    this.failure = undefined;
    this.stall = undefined;
    try {
      requireWebAssembly();
    } catch (error) {
      return this.#fail(causeOf(error), String(error));
    }
    /** @type {Worker} */
    let worker;
    const early = this.#early();
    try {
      worker =
        early?.worker ??
        new Worker(/** @type {URL} */ (SCRIPTS[0]), { type: "module", name: "bfr-rules" });
    } catch (error) {
      return this.#fail("worker", String(error));
    }
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      if (event.message) this.#fail(causeOf(event.message), event.message);
      else this.#diagnose(worker, isSecond);
    });
    if (early) worker.onmessage = worker.onerror = null;
    else worker.postMessage({ runtime: this.#runtime, isWhole: this.#isWhole });
    this.#watch("load");
    this.#become("loading");
    for (const message of early?.heard ?? []) if (worker === this.#worker) this.#hear(message);
  }

  /**
   * Take over the worker that the page's head has started; see `early.js`.
   *
   * @returns {Early | undefined} Nothing the second time, and when it is lost or of another runtime.
   */
  #early() {
    const tab = /** @type {{ bfrEarly?: Early }} */ (/** @type {unknown} */ (window));
    const early = tab.bfrEarly;
    tab.bfrEarly = undefined;
    if (!early) return undefined;
    if (!early.isLost && !this.#isWhole && early.base === this.base) return early;
    early.worker.terminate();
    return undefined;
  }

  /** @param {Message} message */
  #hear(message) {
    if (message.read !== undefined) this.#progress(message.read, message.of ?? 0);
    else if (message.beyond !== undefined) this.#widen(message.beyond);
    else if (message.arrived) this.#arrived();
    else if (message.ready) this.#wake();
    else if (message.failed) this.#fail(message.failed, message.detail ?? "");
    else if (message.id !== undefined) this.#settle(message.id, message);
  }

  /**
   * Move to the whole runtime, and ask it what was asked.
   *
   * @param {string} reached - What was cut, in the engine's words.
   */
  #widen(reached) {
    this.beyond.push(reached);
    this.#isWhole = true;
    this.#launch();
  }

  /**
   * @param {number} read - Bytes, unpacked.
   * @param {number} of - Bytes of all.
   */
  #progress(read, of) {
    this.loaded = of ? Math.min(1, read / of) * this.total : 0;
    this.stall = undefined;
    this.#watch("load");
    this.dispatchEvent(new Event("change"));
  }

  #arrived() {
    this.stall = undefined;
    this.#watch("start");
    this.dispatchEvent(new Event("change"));
  }

  #wake() {
    clearTimeout(this.#watchdog);
    this.#become("ready");
    for (const id of this.#pending.keys()) this.#send(id);
  }

  /** @param {number} id */
  #send(id) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.attempts += 1;
    this.#worker?.postMessage({ id, request: pending.request });
    this.#watch("answer");
  }

  /**
   * @param {number} id
   * @param {Message} message
   */
  #settle(id, { response, bug, detail }) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size) this.#watch("answer");
    else clearTimeout(this.#watchdog);
    if (response !== undefined) pending?.resolve(response);
    else pending?.reject(new Failure("bug", `${bug}\n${detail}`));
  }

  /**
   * Say that nothing arrives, or give the worker up, unless it is heard in time.
   *
   * @param {keyof typeof PATIENCE_MS} what
   */
  #watch(what) {
    clearTimeout(this.#watchdog);
    this.#watchdog = window.setTimeout(() => {
      if (what === "answer") this.#replace();
      else if (what === "start") this.#fail("start", "Python did not start within a minute");
      else {
        this.stall = new Failure("hang", "Nothing has arrived for a while");
        this.dispatchEvent(new Event("change"));
      }
    }, PATIENCE_MS[what]);
  }

  /** Put a new worker in the place of one that died or hangs, and ask again. */
  #replace() {
    for (const [id, pending] of this.#pending) {
      if (pending.attempts < ATTEMPTS) continue;
      this.#pending.delete(id);
      pending.reject(new Failure("silence", "No answer came, twice"));
    }
    this.#launch();
  }

  /**
   * @param {FailureKind} kind
   * @param {string} detail
   */
  #fail(kind, detail) {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.stall = undefined;
    // Without a net a device has the Python that is cut, and not the whole one.
    const isBeyond = kind === "net" && this.#isWhole;
    const failure = new Failure(kind, detail, isBeyond ? "net-whole" : kind);
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    this.failure = failure;
    this.#become("failed");
    for (const pending of waiting) pending.reject(failure);
  }

  /** @param {EngineState} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** The engine that all calculators of a tab share. */
export const engine = new Engine();
