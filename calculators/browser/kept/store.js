/**
 * “My numbers” in this browser's database, by the reader's choice alone: before that there is no database at all. Beside
 * the numbers it holds where the screening left the reader, in the codes that the tab keeps too (`standing.js`), so that
 * tomorrow only the questions on today are asked.
 *
 * The database is opened by its name once the switch is on; the switch is one word in `localStorage`, since a page must
 * know at once.
 */

import { device, stored, tab } from "../shared/stored.js";
import { inOrder, nothing } from "./numbers.js";

/** @typedef {import("./numbers.js").Numbers} Numbers */
/** @typedef {import("./record.js").Entry} Entry */
/** @typedef {"full" | "closed" | "newer"} Refusal - Why the browser did not keep something. */
/** @typedef {import("idb").IDBPDatabase<any>} Database */

const NAME = "bfr-numbers";
const VERSION = 1;
const NOW = "now";

const isTrue = (/** @type {unknown} */ raw) => (raw === true ? true : null);
/** Whether the reader keeps numbers on this device. */
const wanted = stored("bfr-keeps", device, isTrue);
/** Whether this tab is somebody else's. */
const guest = stored("bfr-guest", tab, isTrue);
/** Sessions that an earlier build of the timer has kept. */
const earlier = stored("bfr-record", device, (raw) => (Array.isArray(raw) ? raw : null));

/** What stands for the numbers without their sessions: those have a row each. */
const withoutSessions = (/** @type {Numbers} */ numbers) =>
  Object.fromEntries(Object.entries(numbers).filter(([name]) => name !== "sessions"));

/** Fires `change` when what is kept has changed, or was read. */
export class NumbersStore extends EventTarget {
  /** @type {Promise<Database> | null} */
  #database = null;
  /** @type {Numbers | null} */
  #numbers = null;
  /** Why it could not be read. @type {Refusal | null} */
  refusal = null;

  /** Whether the reader keeps numbers here, and this tab is theirs. */
  get isOn() {
    return (wanted.get() === true || earlier.get() !== null) && !this.isGuest;
  }

  /** Whether this tab belongs to somebody else than whose numbers are kept. */
  get isGuest() {
    return guest.get() === true;
  }

  /** What was read; null before that, and when nothing is kept. */
  get numbers() {
    return this.isOn ? this.#numbers : null;
  }

  /**
   * Read what is kept.
   *
   * @returns {Promise<Numbers | null>}
   */
  async read() {
    if (!this.isOn) {
      this.#numbers = null;
      this.dispatchEvent(new Event("change"));
      return null;
    }
    const refusal = await this.#attempt(async (database) => {
      await this.#takeOver(database);
      const kept = (await database.get("numbers", NOW)) ?? {};
      const sessions = await database.getAll("sessions");
      this.#numbers = { ...nothing(), ...kept, sessions: inOrder(sessions) };
    });
    this.refusal = refusal;
    this.dispatchEvent(new Event("change"));
    return this.#numbers;
  }

  /**
   * Turn the switch on.
   *
   * @returns {Promise<Refusal | null>}
   */
  async keep() {
    guest.forget();
    if (!wanted.put(true)) return "closed";
    // Asks the browser not to clear it when the device is short of room; most say yes without asking the reader.
    await navigator.storage?.persist?.();
    await this.read();
    if (!this.refusal) return null;
    wanted.forget();
    return this.refusal;
  }

  /**
   * Keep numbers in place of those that are here, with all their sessions.
   *
   * @param {Numbers} numbers
   * @returns {Promise<Refusal | null>}
   */
  async put(numbers) {
    return this.#change(async (database) => {
      const both = database.transaction(["numbers", "sessions"], "readwrite");
      const sessions = both.objectStore("sessions");
      const ids = new Set(numbers.sessions.map(({ id }) => id));
      for (const id of await sessions.getAllKeys()) if (!ids.has(String(id))) sessions.delete(id);
      for (const entry of numbers.sessions) sessions.put(entry);
      both.objectStore("numbers").put(withoutSessions(numbers), NOW);
      await both.done;
    });
  }

  /**
   * Keep one session, in place of an earlier writing of it.
   *
   * @param {Entry} entry
   * @returns {Promise<Refusal | null>}
   */
  async putSession(entry) {
    return this.#change((database) => database.put("sessions", entry));
  }

  /**
   * @param {string} id
   * @returns {Promise<Refusal | null>}
   */
  async removeSession(id) {
    return this.#change((database) => database.delete("sessions", id));
  }

  /**
   * Read where the screening left the reader, as codes.
   *
   * @returns {Promise<unknown>}
   */
  async standing() {
    if (!this.isOn) return null;
    /** @type {unknown} */
    let kept = null;
    await this.#attempt(async (database) => {
      kept = (await database.get("standing", NOW)) ?? null;
    });
    return kept;
  }

  /** @param {object | null} standing */
  async putStanding(standing) {
    if (!this.isOn) return;
    await this.#attempt((database) =>
      standing ? database.put("standing", standing, NOW) : database.delete("standing", NOW),
    );
  }

  /**
   * Delete all of it, and turn the switch off.
   *
   * @returns {Promise<Refusal | null>}
   */
  async wipe() {
    const refusal = await this.#attempt(async (database) => {
      const all = database.transaction(["numbers", "sessions", "standing"], "readwrite");
      for (const name of all.objectStoreNames) all.objectStore(name).clear();
      await all.done;
    });
    const database = await this.#database?.catch(() => null);
    database?.close();
    this.#database = null;
    wanted.forget();
    earlier.forget();
    this.#numbers = null;
    if (database) (await library()).deleteDB(NAME);
    this.dispatchEvent(new Event("change"));
    return refusal;
  }

  /** Leave this tab to somebody else: what is kept stays, and is not shown. */
  leave() {
    if (!wanted.get()) return;
    guest.put(true);
    this.dispatchEvent(new Event("change"));
  }

  /** Be the one again whose numbers are kept. */
  async comeBack() {
    guest.forget();
    await this.read();
  }

  /**
   * @param {(database: Database) => Promise<unknown>} act
   * @returns {Promise<Refusal | null>}
   */
  async #change(act) {
    if (!this.isOn) return "closed";
    const refusal = await this.#attempt(act);
    if (!refusal) await this.read();
    return refusal;
  }

  /**
   * Do something with the database, which the browser may close to the page, or have no room for.
   *
   * @param {(database: Database) => Promise<unknown>} act
   * @returns {Promise<Refusal | null>}
   */
  async #attempt(act) {
    try {
      await act(await (this.#database ??= opened()));
      return null;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      if (error.name === "QuotaExceededError") return "full";
      this.#database = null;
      return error.name === "VersionError" ? "newer" : "closed";
    }
  }

  /**
   * Take over what an earlier build of the timer has kept.
   *
   * @param {Database} database
   */
  async #takeOver(database) {
    const entries = earlier.get();
    if (!entries) return;
    const sessions = database.transaction("sessions", "readwrite");
    for (const entry of entries.filter(isEarlier)) sessions.store.put(asNow(entry));
    await sessions.done;
    if (wanted.put(true)) earlier.forget();
  }
}

/** @returns {Promise<typeof import("idb")>} */
async function library() {
  const address = new URL("./idb.js", import.meta.url).href;
  return import(address);
}

/** @returns {Promise<Database>} */
async function opened() {
  const { openDB } = await library();
  return openDB(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("numbers");
      database.createObjectStore("sessions", { keyPath: "id" });
      database.createObjectStore("standing");
    },
    // Another tab deletes it, or a newer build waits.
    blocking(_current, _blocked, event) {
      /** @type {IDBDatabase} */ (event.target).close();
    },
  });
}

/** @param {any} entry */
function isEarlier(entry) {
  return typeof entry?.id === "string" && Array.isArray(entry.exercises);
}

/**
 * @param {any} entry
 * @returns {Entry}
 */
function asNow(entry) {
  const exercises = entry.exercises.map((/** @type {object} */ each) => ({
    limb: "",
    side: "",
    left: null,
    ...each,
  }));
  return { end: "", ...entry, exercises };
}

/** What is kept on this device, for everything in a tab. */
export const store = new NumbersStore();
