/**
 * One value in the storage of this tab, or of this device. A browser may keep nothing, and what is there may come from
 * another hand or another build: then there is no value, and nothing breaks.
 */

/** What this site keeps begins so; nothing else is ever touched. */
const OURS = "bfr-";

/** The storage of this tab alone: it goes with the tab. */
export const tab = () => sessionStorage;
/** The storage of this device: it stays until the reader takes it away. */
export const device = () => localStorage;

/** @typedef {() => Storage | null} Place - Asked for each time: a browser may refuse it, or have none. */

/**
 * @template T
 * @typedef {object} Stored
 * @property {() => T | null} get - Null when nothing is there, or nothing that can be read.
 * @property {() => boolean} isUnreadable - Whether something is there that is no such value.
 * @property {(value: T) => boolean} put - Gives whether it was kept.
 * @property {() => void} forget
 */

/**
 * Keep one value under a name.
 *
 * @template T
 * @param {string} key - Begins with `bfr-`.
 * @param {Place} place - `tab` or `device`.
 * @param {(raw: unknown) => T | null} shape - Reads what JSON gave; null for anything that is no such value.
 * @returns {Stored<T>}
 */
export function stored(key, place, shape) {
  if (!key.startsWith(OURS)) throw new Error(`What is stored begins with ${OURS}: ${key}`);
  return {
    get() {
      const raw = read(key, place);
      return raw === undefined || raw === UNREADABLE ? null : shape(raw);
    },
    isUnreadable() {
      const raw = read(key, place);
      return raw !== undefined && (raw === UNREADABLE || shape(raw) === null);
    },
    put(value) {
      const text = JSON.stringify(value);
      return attempt(place, (storage) => storage.setItem(key, text));
    },
    forget() {
      attempt(place, (storage) => storage.removeItem(key));
    },
  };
}

/**
 * Take away all that this site keeps in a place.
 *
 * @param {Place} place
 */
export function forgetAll(place) {
  attempt(place, (storage) => {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    for (const key of keys) if (key.startsWith(OURS)) storage.removeItem(key);
  });
}

/** Stands for text that is no JSON. */
const UNREADABLE = Symbol("unreadable");

/**
 * @param {string} key
 * @param {Place} place
 * @returns {unknown} Undefined when nothing is there.
 */
function read(key, place) {
  /** @type {string | null} */
  let text = null;
  attempt(place, (storage) => {
    text = storage.getItem(key);
  });
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

/**
 * Do something with a storage that the browser may close to the page, or have filled.
 *
 * @param {Place} place
 * @param {(storage: Storage) => void} act
 * @returns {boolean} Whether it was done.
 */
function attempt(place, act) {
  try {
    const storage = place();
    if (storage) act(storage);
    return storage !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

// --- Shapes ---

/**
 * Tell whether something is an object with names, not a list.
 *
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Tell whether something is a list of texts.
 *
 * @param {unknown} value
 * @returns {value is string[]}
 */
export function isTexts(value) {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/**
 * Tell whether something is what a form holds: texts, or lists of texts, by name.
 *
 * @param {unknown} value
 * @returns {value is Record<string, string | string[]>}
 */
export function isAnswers(value) {
  return (
    isRecord(value) &&
    Object.values(value).every((each) => typeof each === "string" || isTexts(each))
  );
}
