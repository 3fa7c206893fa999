/**
 * What is asked of the rules for a session of today: the next load of each exercise, the pressure of each limb, and the
 * session itself. The answers come from what is kept; nothing is worked out here.
 */

import { bareName } from "./record.js";
import { sessionAnswers } from "../shared/session-card.js";

/** @typedef {import("./numbers.js").Numbers} Numbers */
/** @typedef {import("./numbers.js").CardExercise} CardExercise */
/** @typedef {import("./record.js").Entry} Entry */
/** @typedef {Record<string, string | string[]>} Answers */
/** @typedef {{ entry: Entry, exercise: Entry["exercises"][number] }} DoneBefore */

/**
 * Find how an exercise was done in the past, newest first.
 *
 * @param {Pick<Numbers, "sessions">} numbers
 * @param {{ name: string, limb: string, side: string, cuff?: boolean }} asked
 * @returns {DoneBefore[]}
 */
export function timesOf({ sessions }, asked) {
  const wanted = keyOf(asked);
  return sessions.flatMap((entry) =>
    entry.exercises
      .filter((exercise) => keyOf(exercise) === wanted && exercise.sets.length)
      .slice(0, 1)
      .map((exercise) => ({ entry, exercise })),
  );
}

/**
 * Tell exercises apart: by what the reader calls them, and the limb and side of the cuff; without one, by the name alone.
 *
 * @param {{ name: string, limb: string, side: string, cuff?: boolean }} exercise
 */
export function keyOf({ name, limb, side, cuff = limb !== "" }) {
  const sided = side === "unsaid" || !cuff ? "" : side;
  return [bareName(name, limb, sided).toLowerCase().trim(), cuff ? limb : "", sided].join("|");
}

/**
 * Write the answers to `next-time` for an exercise; null when it was never done.
 *
 * @param {Numbers} numbers
 * @param {CardExercise} exercise
 * @param {{ feeling?: string, isSettled?: boolean }} [today] - How the reader feels, and whether a stop sign of last
 *   time is settled.
 * @returns {Answers | null}
 */
export function nextAnswers(numbers, exercise, { feeling = "fine", isSettled = false } = {}) {
  const [last, before] = timesOf(numbers, exercise);
  if (!last || (exercise.cuff && !last.exercise.load)) return null;
  const lastSession = numbers.sessions[0];
  const row = (/** @type {(set: Entry["exercises"][number]["sets"][number]) => number} */ of) =>
    last.exercise.sets.map(of).join(" ");
  const { way, plan } = numbers;
  const measured = numbers.cuffs.filter(({ limb }) => limb === exercise.limb);
  const done = {
    planned: row(({ planned }) => Math.max(1, planned)),
    done: row(({ repetitions }) => repetitions),
    sign: lastSession.ended === "sign" ? (isSettled ? "gone" : "open") : "no",
    done_before: before?.exercise.sets.map(({ repetitions }) => repetitions).join(" ") ?? "",
    feeling,
    last_session: lastSession.end,
    bfr_days: plan?.bfr_days ?? [],
    exercise_1_name: exercise.name,
  };
  if (!exercise.cuff) {
    const counted_on = exercise.counted_on ?? "";
    return { with_cuff: "no", ...done, exercise_1_load: last.exercise.load, counted_on };
  }
  return {
    ...done,
    load: last.exercise.load,
    load_before: before?.exercise.load ?? "",
    progression: numbers.progression,
    first_sessions: way.first_sessions,
    percent_1rm: numbers.percent_1rm,
    step: exercise.step || "2.5 kg",
    one_rm: exercise.one_rm,
    ten_rm: exercise.ten_rm,
    tested_on: exercise.tested_on,
    aop_on: measured[0]?.measured_on ?? "",
    exercise_1_limb: exercise.limb,
    exercise_1_side: exercise.side,
  };
}

/**
 * Write the answers to `pressure` for a limb.
 *
 * @param {import("../shared/session-card.js").CardCuff} cuff
 * @returns {Answers}
 */
export function pressureAnswers({ limb, side, answers }) {
  return { aop_known: "measured", limb, side, ...answers };
}

/**
 * Write the answers to `session` for the exercises of today, with the loads that the rules gave.
 *
 * @param {Numbers} numbers
 * @param {Map<CardExercise, string>} loads
 * @param {number} most - How many exercises.
 */
export function todayAnswers(numbers, loads, most) {
  const exercises = numbers.exercises
    .filter(({ cuff }) => cuff)
    .slice(0, most)
    .map((each) => ({ ...each, load: loads.get(each) ?? each.load }));
  return sessionAnswers({ exercises, way: numbers.way });
}

/** @typedef {import("../shared/session-card.js").Timeline} Timeline */

/**
 * Put sessions of one after another, as one to play. What has no cuff comes first: so no cuff stays on for it.
 *
 * @param {(Timeline | null)[]} timelines
 * @returns {Timeline | null} Null for none.
 */
export function oneAfterAnother(timelines) {
  const known = timelines.flatMap((each) => each ?? []);
  const [first, ...others] = known.toSorted(
    (one, other) => Number(one.clocks.length > 0) - Number(other.clocks.length > 0),
  );
  if (!first) return null;
  return others.reduce((before, each) => {
    const exercises = Math.max(...before.segments.map(({ exercise }) => exercise));
    const seconds = Math.max(...before.segments.map(({ end_s }) => end_s));
    const moved = (/** @type {{ exercise: number }} */ { exercise }) => ({
      exercise: exercise + exercises,
    });
    const segments = each.segments.map((segment) => ({
      ...segment,
      ...moved(segment),
      start_s: segment.start_s + seconds,
      end_s: segment.end_s + seconds,
    }));
    return {
      segments: [...before.segments, ...segments],
      clocks: [...before.clocks, ...each.clocks.map((clock) => ({ ...clock, ...moved(clock) }))],
      uncuffed: [
        ...(before.uncuffed ?? []),
        ...(each.uncuffed ?? []).map((free) => ({ ...free, ...moved(free) })),
      ],
      tempo_s: each.tempo_s ?? before.tempo_s,
    };
  }, first);
}
