/**
 * The one Python of a tab: starts the worker, asks it, and replaces it when it dies or hangs.
 */

/** How long a download may stand still, and how long an answer may take, before the worker is given up. */
const PATIENCE_MS = { load: 60_000, answer: 5_000 };

/** How often a request is asked before it is given up. */
const ATTEMPTS = 2;

/** @typedef {"asleep" | "loading" | "ready" | "failed"} EngineState */
/** @typedef {"download" | "start" | "silence" | "bug"} FailureKind */
/** @typedef {{ base: string, bytes: number, gzip: number }} Runtime */
/** @typedef {{ request: string, attempts: number, resolve: (response: string) => void, reject: (error: Failure) => void }} Pending */
/** @typedef {{ read?: number, ready?: true, failed?: FailureKind, detail?: string, id?: number, response?: string, bug?: string }} Message */

/** Why there is no answer. */
export class Failure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {string} detail - For a person who reports it.
   */
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
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

  /** @type {Worker | undefined} */
  #worker;
  /** @type {Runtime | undefined} */
  #runtime;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
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

  /**
   * Ask; the answer comes when Python is ready.
   *
   * @param {string} request - JSON for the bridge.
   * @returns {Promise<string>} JSON of the bridge. Rejects with a `Failure`.
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, { request, attempts: 0, resolve, reject });
      if (this.state === "ready") this.#send(id);
    });
  }

  #launch() {
    this.#worker?.terminate();
    this.loaded = 0;
    this.total = (this.#runtime?.gzip ?? 0) / 1e6;
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      type: "module",
      name: "bfr-rules",
    });
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail("start", event.message ?? "The worker did not start");
    });
    worker.postMessage({ runtime: this.#runtime?.base });
    this.#watch("load");
    this.#become("loading");
  }

  /** @param {Message} message */
  #hear(message) {
    if (message.read !== undefined) this.#progress(message.read);
    else if (message.ready) this.#wake();
    else if (message.failed) this.#fail(message.failed, message.detail ?? "");
    else if (message.id !== undefined) this.#settle(message.id, message);
  }

  /** @param {number} read - Bytes, unpacked. */
  #progress(read) {
    const { bytes = 0 } = this.#runtime ?? {};
    this.loaded = bytes ? Math.min(1, read / bytes) * this.total : 0;
    this.#watch("load");
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
   * Give the worker up unless it is heard in time.
   *
   * @param {keyof typeof PATIENCE_MS} what
   */
  #watch(what) {
    clearTimeout(this.#watchdog);
    this.#watchdog = window.setTimeout(() => {
      if (what === "load") this.#fail("start", "Nothing was heard for a minute");
      else this.#replace();
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
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    this.#become("failed");
    for (const pending of waiting) pending.reject(new Failure(kind, detail));
    this.failure = new Failure(kind, detail);
    this.dispatchEvent(new Event("change"));
  }

  /** @type {Failure | undefined} The last reason why Python did not start. */
  failure;

  /** @param {EngineState} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** The engine that all calculators of a tab share. */
export const engine = new Engine();
