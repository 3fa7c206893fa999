/**
 * A session that is ready to play, as its pages hand it to each other: a card. It holds what was typed, as it was typed,
 * and no number that is not also an answer; what these answers lead to is asked of the rules each time it is played.
 *
 * A card that leaves the device (by link, code or paper) holds no `cuffs`: those are measured on a body.
 */

/**
 * One exercise of a session.
 *
 * @typedef {object} CardExercise
 * @property {string} name What the reader calls it; may be empty.
 * @property {"arm" | "leg"} limb Where the cuff is.
 * @property {"left" | "right" | "both" | "unsaid"} side
 * @property {string} load With its unit, such as `20 kg`; empty without one.
 * @property {string} step Smallest step of the load, with its unit; empty where it is not known.
 * @property {string} sets Repetitions of each set, such as `30 15 15 15`.
 * @property {string} one_rm With its unit, tested or estimated; empty where it is not known.
 * @property {string} ten_rm With its unit; empty where it is not known.
 * @property {string} tested_on The day of that test, as 2026-11-24; empty where it is not known.
 * @property {boolean} cuff Whether it is done with a cuff.
 * @property {string} [tool] Without a cuff: `weight`, `ankle`, `band` or `body`.
 * @property {string} [clean_repetitions] Without a cuff: as they were counted last.
 * @property {string} [counted_on] The day of that count, as 2026-11-24; empty where it is not known.
 */

/**
 * What was measured for one limb, with one cuff.
 *
 * @typedef {object} CardCuff
 * @property {"arm" | "leg"} limb
 * @property {"left" | "right" | "unsaid"} side
 * @property {string} measured_on As 2026-11-24.
 * @property {Record<string, string>} answers To the calculator `pressure`: `aop_mmhg`, `position`, `train_position`,
 *   `percent_aop`, `cuff_width_cm`, as they were typed; never `systolic`.
 */

/**
 * How the session is done: answers to the calculator `session`.
 *
 * @typedef {object} CardWay
 * @property {string} first_sessions `yes` or `no`.
 * @property {string} rest_s
 * @property {string} cuff_in_rests `open` or `on`.
 * @property {string} tempo_up_s
 * @property {string} tempo_hold_s
 * @property {string} tempo_down_s
 * @property {string} open_min
 */

/**
 * @typedef {object} Card
 * @property {number} form Of this object: `CARD_FORM`.
 * @property {CardExercise[]} exercises One to six, in their order.
 * @property {CardWay} way
 * @property {CardCuff[]} cuffs Empty on a card that has left the device.
 * @property {Record<string, string | string[]> | null} plan Answers to the calculator `plan`.
 */

/**
 * What is played of a session, as the rules hand it over; see `TIMELINE` of their module `present`.
 *
 * @typedef {{ kind: string, exercise: number, set: number | null, repetitions: number | null,
 *   cuff_on: boolean, start_s: number, end_s: number }} Segment
 * @typedef {{ exercise: number, name: string, load: string | null, limb: string, side?: string, ceiling_s: number }} CuffClock
 * @typedef {{ exercise: number, name: string, load: string | null }} Uncuffed
 * @typedef {{ segments: Segment[], clocks: CuffClock[], uncuffed?: Uncuffed[], tempo_s?: number[] }} Timeline
 */

export const CARD_FORM = 1;

/** How a session is done before anybody has said otherwise: a first session. @type {CardWay} */
export const FIRST_WAY = {
  first_sessions: "yes",
  rest_s: "30",
  cuff_in_rests: "open",
  tempo_up_s: "2",
  tempo_hold_s: "0",
  tempo_down_s: "2",
  open_min: "3",
};

/**
 * Write the answers to the calculator `session` that a card gives, for its exercises with a cuff.
 *
 * @param {Pick<Card, "exercises" | "way">} card
 * @returns {Record<string, string>}
 */
export function sessionAnswers({ exercises, way }) {
  const cuffed = exercises.filter(({ cuff }) => cuff);
  /** @type {Record<string, string>} */
  const answers = {
    ...way,
    between: "open",
    exercises: String(cuffed.length),
    scheme: "own",
    own_sets: cuffed[0]?.sets ?? "",
  };
  cuffed.forEach(({ name, limb, side, load, sets }, at) => {
    const named = `exercise_${at + 1}`;
    Object.assign(answers, {
      [`${named}_name`]: name,
      [`${named}_limb`]: limb,
      [`${named}_side`]: side,
      [`${named}_load`]: load,
      [`${named}_sets`]: sets,
    });
  });
  return answers;
}

/**
 * Write the repetitions of sets in a row, as "30-15-15-15".
 *
 * @param {{ repetitions?: unknown }[]} sets
 */
export function rowOf(sets) {
  return sets.map(({ repetitions }) => repetitions).join("-");
}

/**
 * Write what the sets of a session are; empty where it has no timeline.
 *
 * @param {{ segments: { kind: string, repetitions?: unknown }[] } | null} timeline
 */
export function setsOf(timeline) {
  return rowOf((timeline?.segments ?? []).filter(({ kind }) => kind === "set"));
}

/**
 * Write the answers to the calculator `light` for an exercise without a cuff.
 *
 * @param {CardExercise} exercise
 * @param {CardWay} way
 * @returns {Record<string, string>}
 */
export function lightAnswers({ name, load, tool = "weight", clean_repetitions = "" }, way) {
  return {
    exercise_1_name: name,
    tool,
    exercise_1_load: load,
    clean_repetitions,
    first_sessions: way.first_sessions,
    rest_s: way.rest_s,
  };
}
