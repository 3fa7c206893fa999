/**
 * What was done, for the reader alone: in memory, on this device when asked for, and as a CSV file. It holds training
 * and nothing about health.
 */

/** @typedef {import("./player-clock.js").Session} Session */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} date As 2026-11-24, by the device's own time.
 * @property {string} start As 18:05.
 * @property {string} ended `finished`, `stopped` or `ceiling`.
 * @property {number} minutes Of the whole session, to one decimal.
 * @property {{ name: string, load: string, underS: number,
 *   sets: { planned: number, repetitions: number, seconds: number }[] }[]} exercises
 */

const KEY = "bfr-record";

const COLUMNS = [
  "date",
  "start",
  "exercise",
  "load",
  "set",
  "repetitions planned",
  "repetitions done",
  "seconds",
  "seconds under the cuff, exercise",
  "ended",
];

/**
 * Write down a session.
 *
 * @param {Session} session
 * @param {Date} began
 * @returns {Entry}
 */
export function entryOf(session, began) {
  const exercises = session.plan.exercises.map(({ name, load }, place) => ({
    name,
    load: load ?? "",
    underS: Math.round(session.under[place] / 1000),
    sets: session.done
      .filter(({ exercise }) => exercise === place)
      .map(({ planned, repetitions, ms }) => ({
        planned,
        repetitions,
        seconds: Math.round(ms / 1000),
      })),
  }));
  return {
    id: began.toISOString(),
    date: [began.getFullYear(), began.getMonth() + 1, began.getDate()].map(two).join("-"),
    start: [began.getHours(), began.getMinutes()].map(two).join(":"),
    ended: session.ended,
    minutes: Math.round((session.at - session.began) / 6000) / 10,
    exercises: exercises.filter(({ sets }) => sets.length),
  };
}

/**
 * Write sessions as CSV, one set a line.
 *
 * @param {Entry[]} entries
 * @returns {string}
 */
export function csvOf(entries) {
  const rows = entries.flatMap((entry) =>
    entry.exercises.flatMap(({ name, load, underS, sets }) =>
      sets.map(({ planned, repetitions, seconds }, place) => [
        entry.date,
        entry.start,
        name,
        load,
        place + 1,
        planned,
        repetitions,
        seconds,
        underS,
        entry.ended,
      ]),
    ),
  );
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** Sessions that the reader wants to keep on this device. */
export const kept = {
  /** @returns {Entry[]} Newest first. */
  all() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(stored) ? stored : [];
    } catch {
      // Storage is closed to this page, or holds what another hand has written.
      return [];
    }
  },

  /**
   * Keep a session, in place of an earlier writing of it.
   *
   * @param {Entry} entry
   * @returns {boolean} Whether the device took it.
   */
  put(entry) {
    return write([entry, ...kept.all().filter(({ id }) => id !== entry.id)]);
  },

  /** @param {string} id */
  remove(id) {
    write(kept.all().filter((entry) => entry.id !== id));
  },
};

/**
 * @param {Entry[]} entries
 * @returns {boolean}
 */
function write(entries) {
  try {
    if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} number
 * @returns {string}
 */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * Write a cell. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param {string | number} value
 * @returns {string}
 */
function cell(value) {
  const text = String(value);
  const plain = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
