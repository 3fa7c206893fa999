/**
 * “My numbers”: what a reader keeps on this device by choice, and the file in which they take it along. Nothing here
 * knows a page, a store or a clock, and nothing here is a rule: what follows from these numbers is asked of the rules.
 */

import { CARD_FORM, FIRST_WAY } from "../shared/session-card.js";
import { FORM, KIND, SCHEMA, departs } from "./schema.js";

/** @typedef {import("../shared/session-card.js").Card} Card */
/** @typedef {import("../shared/session-card.js").CardExercise} CardExercise */
/** @typedef {import("../shared/session-card.js").CardCuff} CardCuff */
/** @typedef {import("../shared/session-card.js").CardWay} CardWay */
/** @typedef {import("./record.js").Entry} Entry */

/**
 * @typedef {object} Numbers
 * @property {CardExercise[]} exercises
 * @property {CardWay} way
 * @property {CardCuff[]} cuffs
 * @property {{ start: string, weeks: string, bfr_days: string[] } | null} plan
 * @property {string} progression
 * @property {string} percent_1rm
 * @property {Entry[]} sessions Newest first.
 */

/** @typedef {"not-json" | "other" | "newer" | "broken"} Unread */

/** Nothing yet. @returns {Numbers} */
export function nothing() {
  return {
    exercises: [],
    way: { ...FIRST_WAY },
    cuffs: [],
    plan: null,
    progression: "all-sets",
    percent_1rm: "30",
    sessions: [],
  };
}

/**
 * Take a card over: it replaces the exercises and how they are done, and what was measured of the same limb.
 *
 * @param {Numbers} numbers
 * @param {Card} card
 * @returns {Numbers}
 */
export function withCard(numbers, card) {
  if (card.form !== CARD_FORM) throw new Error(`A card of another form: ${card.form}`);
  const isNew = (/** @type {CardCuff} */ old) =>
    !card.cuffs.some(({ limb, side }) => limb === old.limb && side === old.side);
  return {
    ...numbers,
    exercises: card.exercises,
    way: card.way,
    cuffs: [...card.cuffs, ...numbers.cuffs.filter(isNew)],
    plan: planOf(card.plan) ?? numbers.plan,
  };
}

/**
 * Keep of a plan's answers what today needs.
 *
 * @param {Card["plan"]} plan
 * @returns {Numbers["plan"]}
 */
function planOf(plan) {
  if (!plan) return null;
  const { start = "", weeks = "", with_cuff } = plan;
  const days = (with_cuff === "no" ? plan.light_days : plan.bfr_days) ?? [];
  return {
    start: String(start),
    weeks: String(weeks),
    bfr_days: Array.isArray(days) ? days : days.split(" ").filter(Boolean),
  };
}

/**
 * Give the card of what is kept.
 *
 * @param {Numbers} numbers
 * @returns {Card}
 */
export function cardOf({ exercises, way, cuffs, plan }) {
  return { form: CARD_FORM, exercises, way, cuffs, plan };
}

// --- The file ---

/**
 * Write everything as one file.
 *
 * @param {Numbers} numbers
 * @param {string} day - Today, as 2026-11-24.
 * @returns {string}
 */
export function toFile(numbers, day) {
  return `${JSON.stringify({ kind: KIND, form: FORM, written_on: day, ...numbers }, null, 2)}\n`;
}

/**
 * Read a file, and check it whole before any of it is used.
 *
 * @param {string} text
 * @returns {{ numbers: Numbers } | { unread: Unread, at: string }}
 */
export function fromFile(text) {
  /** @type {unknown} */
  let raw;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { unread: "not-json", at: "" };
  }
  const { kind, form } = /** @type {Record<string, unknown>} */ (raw ?? {});
  if (kind !== KIND) return { unread: "other", at: "" };
  if (typeof form === "number" && form > FORM) return { unread: "newer", at: "" };
  const at = departs(raw, SCHEMA);
  if (at !== null) return { unread: "broken", at };
  const numbers = /** @type {Numbers & Record<string, unknown>} */ ({
    ...nothing(),
    ...Object(raw),
  });
  for (const name of ["kind", "form", "written_on"]) delete numbers[name];
  return { numbers };
}

/**
 * Join what a file brings with what is here: the file's numbers, and the sessions of both. A session of one id is the same
 * session, and the file's writing of it counts.
 *
 * @param {Numbers} here
 * @param {Numbers} file
 * @returns {Numbers}
 */
export function joined(here, file) {
  const ids = new Set(file.sessions.map(({ id }) => id));
  const sessions = [...file.sessions, ...here.sessions.filter(({ id }) => !ids.has(id))];
  return { ...file, sessions: inOrder(sessions) };
}

/**
 * Sort sessions, newest first.
 *
 * @param {Entry[]} sessions
 * @returns {Entry[]}
 */
export function inOrder(sessions) {
  return sessions.toSorted((one, other) => (one.id < other.id ? 1 : one.id > other.id ? -1 : 0));
}
