/**
 * Whether a setting may be shown, from what a tab keeps of a screening. It does what `bfr_rules.gate` does, for pages
 * whose Python has not started: a test compares the two. It knows no clock and no page.
 */

import { HOLDS_DAYS, LEVELS, LIMBS, LIMITS, WHO } from "../shared/from-rules.js";

/** @typedef {{ by: string, from: string, limbs: string[], limits: string[], name: string }} Release */
/** @typedef {{ level: string, lasting: string, limits: string[], closed: string[], on: string | null, today_on: string | null, release_by: string[], release: Release | null, short: boolean }} Standing */

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Read what a tab has kept; null for anything that these rules do not know, as of another version or another hand.
 *
 * @param {unknown} kept
 * @returns {Standing | null}
 */
export function readStanding(kept) {
  if (!isObject(kept)) return null;
  const { level, lasting, limits, closed, on, today_on, release_by, release, short } = kept;
  const known =
    isOf(LEVELS, level) &&
    isOf(LEVELS, lasting) &&
    areOf(LIMITS, limits) &&
    areOf(LIMBS, closed) &&
    [on, today_on].every((day) => day === null || isDay(day)) &&
    areOf(WHO, release_by) &&
    (release === null || isRelease(release)) &&
    typeof short === "boolean";
  // Typed by the checks above.
  return known && level !== "unscreened"
    ? /** @type {Standing} */ (/** @type {unknown} */ (kept))
    : null;
}

/**
 * Find where a reader stands once a professional's release counts.
 *
 * @param {Standing} standing
 * @returns {Standing}
 */
export function effective(standing) {
  const { release, lasting, level, closed } = standing;
  if (!release || !LEVELS[lasting].releasable || !standing.release_by.includes(release.by)) {
    return { ...standing, release: null };
  }
  const open = release.limbs.filter((limb) => !closed.includes(limb));
  return {
    ...standing,
    level: level === "not-today" ? level : "limits",
    lasting: "limits",
    limits: release.limits,
    closed: Object.keys(LIMBS).filter((limb) => !open.includes(limb)),
  };
}

/**
 * Name what stands in the place of every setting; nothing if settings may be shown.
 *
 * @param {Standing | null} standing - Null before a screening.
 * @param {string} today
 * @param {boolean} asksFirst - Whether no setting is given to somebody who was not screened.
 * @returns {string}
 */
export function gateOf(standing, today, asksFirst) {
  if (!standing) return asksFirst ? "unscreened" : "";
  const { level, lasting, on, today_on, short, release } = effective(standing);
  const age = on === null ? -1 : daysBetween(on, today);
  if (age < 0 || age >= HOLDS_DAYS) return "expired";
  if (today_on !== today) {
    if (short) return "expired";
    return LEVELS[lasting].stops && lasting !== "not-today" ? lasting : "today";
  }
  if (LEVELS[level].stops) return level;
  return release && daysBetween(release.from, today) < 0 ? "not-yet" : "";
}

/**
 * Count the days from one to another.
 *
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {object} known @param {unknown} value */
function isOf(known, value) {
  return typeof value === "string" && Object.hasOwn(known, value);
}

/** @param {object} known @param {unknown} values */
function areOf(known, values) {
  return Array.isArray(values) && values.every((value) => isOf(known, value));
}

/** @param {unknown} value */
function isDay(value) {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const at = new Date(`${value}T00:00Z`);
  // Some engines read 31 February as 3 March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** @param {unknown} value */
function isRelease(value) {
  if (!isObject(value)) return false;
  const { by, from, limbs, limits, name } = value;
  return (
    isOf(WHO, by) &&
    isDay(from) &&
    areOf(LIMBS, limbs) &&
    areOf(LIMITS, limits) &&
    typeof name === "string"
  );
}
