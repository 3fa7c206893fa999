/**
 * What was done, for the reader alone: in memory, on this device when asked for, and as a CSV file. It holds training
 * and nothing about health but that a session ended at a stop sign, and not at which.
 */

import { rowOf } from "../shared/session-card.js";

/**
 * What the timer tells of a session at its end: its exercises, its sets as they were done, and its moments, in ms.
 *
 * @typedef {object} Played
 * @property {{ exercises: { name: string, load: string | null, limb: string, side: string }[] }} plan
 * @property {{ exercise: number, planned: number, repetitions: number, ms: number }[]} done By place of the exercise.
 * @property {number[]} under Time under the cuff of each exercise.
 * @property {number} began
 * @property {number} at
 * @property {string} ended
 */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} date As 2026-11-24, by the device's own time.
 * @property {string} start As 18:05.
 * @property {string} end As 2026-11-24T18:31; empty where it is not known.
 * @property {string} ended `finished`, `stopped`, `ceiling`, or `sign` for a stop sign.
 * @property {number} minutes Of the whole session, to one decimal.
 * @property {{ name: string, limb: string, side: string, load: string, underS: number, left: number | null,
 *   sets: { planned: number, repetitions: number, seconds: number }[] }[]} exercises With the clean repetitions that
 *   were left after the last set, 5 for five or more; null where nobody said.
 */

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
  "limb",
  "side",
  "clean repetitions left",
];

/**
 * Write down a session.
 *
 * @param {Played} session
 * @param {Date} began
 * @param {{ side?: string, left?: (number | null)[] }} [said] - What the reader said of it: the side of the body, where
 *   the plan names none, and how many clean repetitions were left.
 * @returns {Entry}
 */
export function entryOf(session, began, { side: chosen = "", left = [] } = {}) {
  const exercises = session.plan.exercises.map(({ name, load, limb, side }, place) => ({
    name: bareName(name, limb, side),
    limb,
    side: limb && (side || chosen),
    load: load ?? "",
    left: left[place] ?? null,
    underS: Math.round(session.under[place] / 1000),
    sets: session.done
      .filter(({ exercise }) => exercise === place)
      .map(({ planned, repetitions, ms }) => ({
        planned,
        repetitions,
        seconds: Math.round(ms / 1000),
      })),
  }));
  const end = new Date(began.getTime() + session.at - session.began);
  return {
    id: began.toISOString(),
    date: dayOf(began),
    start: hourOf(began),
    end: `${dayOf(end)}T${hourOf(end)}`,
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
    entry.exercises.flatMap(({ name, limb, side, load, underS, left, sets }) =>
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
        limb,
        side,
        left ?? "",
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

/**
 * Write what was lifted and how often, as far as it is known.
 *
 * @param {Entry["exercises"][number]} exercise
 */
export function doneOf({ load, sets }) {
  return [load, rowOf(sets)].filter(Boolean).join(", ");
}

/**
 * Take the side off a name: the rules write it behind.
 *
 * @param {string} name
 * @param {string} limb
 * @param {string} side
 */
export function bareName(name, limb, side) {
  const said = side === "both" ? `, both ${limb}s` : `, ${side} ${limb}`;
  return side && name.endsWith(said) ? name.slice(0, -said.length) : name;
}

/** @param {Date} date */
function dayOf(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join("-");
}

/** @param {Date} date */
function hourOf(date) {
  return [date.getHours(), date.getMinutes()].map(two).join(":");
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
