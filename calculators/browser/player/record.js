/**
 * What was done, for the reader alone: in memory, on this device when asked for, and as a CSV file. It holds training
 * and nothing about health.
 */

import { device, isRecord, stored } from "../shared/stored.js";

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

const onDevice = stored("bfr-record", device, entriesOf);

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
 * @param {string} separator - A semicolon where a comma is the decimal sign, as in a German or French Excel.
 * @returns {string}
 */
export function csvOf(entries, separator = separatorHere()) {
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
  const lines = [COLUMNS, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`);
  return BYTE_ORDER_MARK + lines.join("");
}

/**
 * Tell what parts cells on this device: spreadsheets take a semicolon where the decimal sign is a comma.
 *
 * @returns {string}
 */
function separatorHere() {
  return new Intl.NumberFormat().format(0.5).includes(",") ? ";" : ",";
}

/** Sessions that the reader wants to keep on this device. */
export const kept = {
  /** @returns {Entry[]} Newest first. */
  all() {
    return onDevice.get() ?? [];
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
  if (entries.length) return onDevice.put(entries);
  onDevice.forget();
  return true;
}

/**
 * @param {unknown} raw
 * @returns {Entry[] | null} Those that are sessions.
 */
function entriesOf(raw) {
  if (!Array.isArray(raw)) return null;
  return raw.filter(
    (each) => isRecord(each) && typeof each.id === "string" && Array.isArray(each.exercises),
  );
}

/**
 * @param {number} number
 * @returns {string}
 */
function two(number) {
  return String(number).padStart(2, "0");
}

/** Without it, Excel takes a file for one in the letters of its own country, and tears an Ü. */
const BYTE_ORDER_MARK = "\ufeff";

/** How a text begins that a spreadsheet may run: behind spaces and quotes, and in full width, too. */
const FORMULA = /^(?:[\s\u200b-\u200f\ufeff'"]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])/;

/**
 * Write a cell, always in quotes, since a spreadsheet of another country may part cells at another sign. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it. `files.cell` of the rules is the same law.
 *
 * @param {string | number} value
 * @returns {string}
 */
export function cell(value) {
  const text = String(value);
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
