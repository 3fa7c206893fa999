/**
 * Where a reader is in Start, from what is known: which screens are theirs, how far they may go, and what the card says.
 * It knows no page, no storage and no rules; what it is told comes from the forms, the screening and the answers.
 */

import { CARD_FORM, FIRST_WAY, setsOf } from "../shared/session-card.js";

/** @typedef {import("../shared/fill.js").Json} Json */
/** @typedef {import("../shared/session-card.js").Card} Card */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} slug
 * @property {string[]} asks
 * @property {string[]} may Those that may stay empty.
 * @property {string[]} more
 * @property {string} auto
 * @property {"" | "cuff" | "light"} path
 * @property {boolean} health
 * @property {boolean} tells
 */

/** @typedef {{ slug: string, path: "" | "cuff" | "light", title: string, result: string, share: string, unshared: string[], withhold: string }} Part */
/** @typedef {{ value: string, gives: Record<string, string>, slug: string, asks: string[], heavy: boolean, needs: string }} Option */
/** @typedef {{ screens: Screen[], parts: Part[], exercises: Option[], ways: Option[], steps: Record<string, string>, noTest: string }} Data */

/**
 * What is known.
 *
 * @typedef {object} Facts
 * @property {string} cuff What the reader has; empty before they have said so.
 * @property {boolean} wantsLight Whether they chose to go on without a cuff.
 * @property {boolean} asksHealth Whether the screening is asked on this visit; not if it was done before.
 * @property {string} gate What stands in the place of settings; empty if they may be shown.
 * @property {boolean} isSettled Whether the screening has been worked out from all that stands in its form.
 * @property {boolean} hasLimits Whether limits hold, which are shown once.
 * @property {Record<string, string>} missing By name of a screen, the first question that is still to answer.
 */

/** The cuff whose pressure was measured: no other is ever set. */
const MEASURED = "measured";
/** By way, the screen that tells where the screening leads. */
const VERDICTS = { cuff: "screened", light: "checked" };
/** What a screening that is not finished closes is still being asked. */
const UNASKED = new Set(["unscreened", "unfinished"]);

/**
 * Name the way that a reader takes; before they have said what they have, that to a cuff.
 *
 * @param {Pick<Facts, "cuff" | "wantsLight">} facts
 * @returns {"cuff" | "light"}
 */
export function pathOf({ cuff, wantsLight }) {
  return wantsLight || (cuff !== "" && cuff !== MEASURED) ? "light" : "cuff";
}

/**
 * List the reader's screens, in order.
 *
 * @param {Screen[]} screens
 * @param {Facts} facts
 * @returns {Screen[]}
 */
export function screensOf(screens, facts) {
  const path = pathOf(facts);
  const verdict = VERDICTS[path];
  const tellsVerdict = facts.gate !== "" ? isClosed(facts) : facts.hasLimits && facts.asksHealth;
  return screens.filter(({ name, path: of, health }) => {
    if (of && of !== path) return false;
    // A cuff that was measured is told nothing of going without one.
    if (name === "no-cuff") return facts.cuff !== MEASURED;
    if (name === verdict) return tellsVerdict;
    return !health || facts.asksHealth;
  });
}

/**
 * Tell whether the screening closes the way: what is only still to be asked or worked out does not.
 *
 * @param {Facts} facts
 */
export function isClosed({ gate, isSettled, asksHealth }) {
  return gate !== "" && (!asksHealth || (isSettled && !UNASKED.has(gate)));
}

/**
 * Find how far the reader may go: to the first screen with something to answer, or to the one that says why not.
 *
 * @param {Screen[]} own - The reader's screens.
 * @param {Facts} facts
 * @returns {number}
 */
export function furthest(own, facts) {
  const verdict = own.findIndex(({ name }) => Object.values(VERDICTS).includes(name));
  const most = isClosed(facts) && verdict >= 0 ? verdict : own.length - 1;
  const open = own.findIndex(({ name }) => facts.missing[name]);
  return open < 0 ? most : Math.min(open, most);
}

/**
 * Give a screen's place among those that ask, from 1; what tells only has the place of the question before it.
 *
 * @param {Screen[]} own
 * @param {number} at
 */
export function placeOf(own, at) {
  const asking = own.filter(({ tells }) => !tells);
  const number = own.slice(0, at + 1).filter(({ tells }) => !tells).length;
  return { number, of: asking.length };
}

/**
 * List what a reader may say of their strength under their limits, in their exercise.
 *
 * @param {Option[]} ways
 * @param {Record<string, string>} exercise - What it gives.
 * @param {{ name: string, only: string, never: string[] }[]} binds - What their limits do to answers.
 * @param {boolean} noTest - Whether nothing heavier than a 10RM counts.
 */
export function waysOf(ways, exercise, binds, noTest) {
  return ways.filter(({ gives, heavy, needs }) => {
    if ((heavy && noTest) || (needs && !(needs in exercise))) return false;
    return !binds.some(
      ({ name, only, never }) =>
        name in gives && ((only && only !== gives[name]) || never.includes(gives[name])),
    );
  });
}

/**
 * Give what follows from Start's own questions, as answers by name of the question.
 *
 * @param {Data} data
 * @param {{ exercise: string, way: string, unit: string, cuff: string, path: "cuff" | "light" }} own
 * @returns {Record<string, string>}
 */
export function givenBy({ exercises, ways, steps }, { exercise, way, unit, cuff, path }) {
  return {
    with_cuff: path === "light" ? "no" : "yes",
    ...(cuff === MEASURED ? { aop_known: MEASURED } : {}),
    step: steps[unit] ?? steps.kg,
    equipment: "step",
    ...(ways.find(({ value }) => value === way)?.gives ?? {}),
    ...(exercises.find(({ value }) => value === exercise)?.gives ?? {}),
  };
}

/** What the card waits for. @typedef {{ slug: string, state: "ok" | "wait" | "stop" | "problem" | "failed" }} Ready */

/**
 * Tell how far a calculator is, from what it tells.
 *
 * @param {import("../calculator/calculator-state.js").Told} told
 * @returns {Ready["state"]}
 */
export function stateOf(told) {
  if (told.phase === "error") return "failed";
  if (told.phase !== "ready") return "wait";
  if (told.problems.length) return "problem";
  if (told.dirty || !told.answer) return "wait";
  return told.answer.outcome.stop ? "stop" : "ok";
}

/**
 * List the calculators that the card needs.
 *
 * @param {"cuff" | "light"} path
 * @param {Option | undefined} way
 * @returns {string[]}
 */
export function neededBy(path, way) {
  if (path === "light") return ["light"];
  return [
    "equipment",
    ...(way?.slug === "one-rm" ? ["one-rm"] : []),
    ...["training-load", "pressure", "session"],
  ];
}

/**
 * Find what keeps the card from being shown; null if nothing does. While one is under way, a stop of another may be old.
 *
 * @param {Ready[]} parts
 * @returns {Ready | null}
 */
export function hinders(parts) {
  for (const state of ["failed", "wait", "stop", "problem"]) {
    const found = parts.find((each) => each.state === state);
    if (found) return found;
  }
  return null;
}

/**
 * @typedef {object} Figures - Each as the rules wrote it; empty for what there is not.
 * @property {string} pressure
 * @property {string} load
 * @property {string} sets
 * @property {string} rest
 * @property {string} open The moment by which the cuff must be open.
 * @property {string} total
 * @property {string} name What an exercise without a cuff is called; empty with one.
 */

/**
 * Read the figures of the card from the answers.
 *
 * @param {Record<string, Json>} outcomes - By slug.
 * @param {string} load - As it was typed, where no answer says it.
 * @returns {Figures}
 */
export function figuresOf(outcomes, load = "") {
  const { timeline } = outcomes.session ?? outcomes.light;
  const free = timeline.uncuffed?.[0];
  /** @type {Json[]} */
  const segments = timeline.segments;
  const rest = segments.find(({ kind }) => kind === "rest");
  return {
    pressure: outcomes.pressure?.answer ?? "",
    load: outcomes["training-load"]?.answer ?? load,
    sets: setsOf(timeline),
    rest: rest ? `${rest.end_s - rest.start_s} s` : "",
    open: timeline.clocks[0]?.ceiling ?? "",
    total: timeline.total,
    name: free?.name ?? "",
  };
}

/**
 * List why the card says what it says, as the rules say it.
 *
 * @param {Record<string, Json>} outcomes - By slug.
 * @returns {{ value: string, why: string }[]} Without a value where the sentence names it.
 */
export function reasonsOf({ pressure, "training-load": load, light }) {
  const said = [pressure, light].flatMap((each) =>
    each ? [{ value: "", why: each.headline }] : [],
  );
  // The first fact of a load is its share of the 1RM.
  return load?.facts?.length ? [...said, { value: load.answer, why: load.facts[0].value }] : said;
}

/** @typedef {Record<string, string | string[]>} Answers */

/**
 * Write the card that others take over: what was typed, and the weight to lift.
 *
 * @param {"cuff" | "light"} path
 * @param {Record<string, Answers>} answers - By slug.
 * @param {Figures} figures
 * @param {string} today
 * @returns {Card}
 */
export function cardOf(path, answers, figures, today) {
  const of = answers[path === "light" ? "light" : "session"];
  const load = answers["training-load"] ?? {};
  const pressure = answers.pressure ?? {};
  const hasCuff = path === "cuff";
  const limb = of.exercise_1_limb === "arm" ? "arm" : "leg";
  return {
    form: CARD_FORM,
    exercises: [
      {
        name: text(of.exercise_1_name) || figures.name,
        limb,
        side: /** @type {"unsaid"} */ (text(of.exercise_1_side) || "unsaid"),
        load: figures.load,
        step: load.equipment === "step" ? withUnit(load, "step") : "",
        sets: figures.sets.replaceAll("-", " "),
        one_rm: load.basis === "band" ? withUnit(load, "one_rm_low") : ofBasis(load, "one_rm"),
        ten_rm: ofBasis(load, "ten_rm"),
        tested_on: hasCuff && load.basis !== "other_limb" ? today : "",
        cuff: hasCuff,
        ...(hasCuff
          ? {}
          : {
              tool: text(of.tool),
              clean_repetitions: text(of.clean_repetitions),
              counted_on: today,
            }),
      },
    ],
    way: {
      ...FIRST_WAY,
      ...Object.fromEntries(
        Object.keys(FIRST_WAY).flatMap((name) => (of[name] ? [[name, text(of[name])]] : [])),
      ),
    },
    cuffs: hasCuff
      ? [
          {
            limb,
            side: /** @type {"unsaid"} */ (text(pressure.side) || "unsaid"),
            measured_on: today,
            answers: Object.fromEntries(
              ["aop_mmhg", "position", "train_position", "percent_aop", "cuff_width_cm"].map(
                (name) => [name, text(pressure[name])],
              ),
            ),
          },
        ]
      : [],
    plan: answers.plan ?? null,
  };
}

/**
 * @param {Answers} answers
 * @param {string} name
 */
function ofBasis(answers, name) {
  return answers.basis === name ? withUnit(answers, name) : "";
}

/**
 * @param {Answers} answers
 * @param {string} name
 */
function withUnit(answers, name) {
  const number = text(answers[name]);
  return number && `${number} ${text(answers[`${name}_unit`])}`.trim();
}

/** @param {string | string[] | undefined} answer */
function text(answer) {
  return typeof answer === "string" ? answer : "";
}
