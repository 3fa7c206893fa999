/** “My numbers” without a browser: the file and its check, what is asked of the rules, and the chart. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  keyOf,
  nextAnswers,
  oneAfterAnother,
  pressureAnswers,
  timesOf,
  todayAnswers,
} from "../../calculators/browser/kept/asking.js";
import { drawing, kilograms } from "../../calculators/browser/numbers/chart.js";
import {
  cardOf,
  fromFile,
  joined,
  nothing,
  toFile,
  withCard,
} from "../../calculators/browser/kept/numbers.js";
import { FORM, KIND, SCHEMA, departs } from "../../calculators/browser/kept/schema.js";
import { CARD_FORM, FIRST_WAY, lightAnswers } from "../../calculators/browser/shared/session-card.js";

const PRESS = {
  name: "Leg press",
  limb: "leg",
  side: "both",
  load: "20 kg",
  step: "2.5 kg",
  sets: "30 15 15 15",
  one_rm: "100 kg",
  ten_rm: "",
  tested_on: "2026-11-20",
  cuff: true,
};
const CUFF = {
  limb: "leg",
  side: "left",
  measured_on: "2026-11-20",
  answers: { aop_mmhg: "187", position: "sitting", train_position: "sitting" },
};

/** Done without a cuff. */
const ROW = {
  ...{
    ...PRESS,
    name: "Row",
    side: "unsaid",
    load: "8 kg",
    sets: "20 20",
    one_rm: "",
    cuff: false,
  },
  ...{ tool: "weight", clean_repetitions: "25", counted_on: "2026-11-20" },
};

/** A session of one day: with loads and repetitions as they are given. */
function entry(
  date,
  { name = "Leg press", load = "20 kg", done = [30, 15, 15, 15], ...more } = {},
) {
  const sets = done.map((repetitions, at) => ({
    planned: at ? 15 : 30,
    repetitions,
    seconds: repetitions * 4,
  }));
  return {
    id: `${date}T18:00:00.000Z`,
    date,
    start: "18:00",
    end: `${date}T18:10`,
    ended: "finished",
    minutes: 10,
    exercises: [{ name, limb: "leg", side: "both", load, underS: 300, left: null, sets }],
    ...more,
  };
}

const KEPT = {
  ...nothing(),
  exercises: [PRESS],
  cuffs: [CUFF],
  plan: { start: "2026-11-23", weeks: "6", bfr_days: ["mon", "wed", "sat"] },
  sessions: [entry("2026-11-25"), entry("2026-11-23")],
};

// --- The file ---

test("a file brings back what it was written from", () => {
  assert.deepEqual(fromFile(toFile(KEPT, "2026-11-26")), { numbers: KEPT });
  assert.deepEqual(fromFile(toFile(nothing(), "2026-11-26")), { numbers: nothing() });
  assert.deepEqual(fromFile(`\ufeff${toFile(KEPT, "2026-11-26")}`), { numbers: KEPT });
});

test("a file that is none, of another kind, newer or broken is named, and nothing of it used", () => {
  const whole = JSON.parse(toFile(KEPT, "2026-11-26"));
  const why = (text) => fromFile(text).unread;
  assert.equal(why("date,start\r\n"), "not-json");
  assert.equal(why(""), "not-json");
  assert.equal(why('{"rules": "0.2.0", "calculator": "plan"}'), "other");
  for (const text of ["null", "[]", "3", '"bfr"']) assert.equal(why(text), "other", text);
  assert.equal(why(JSON.stringify({ ...whole, form: FORM + 1, more: true })), "newer");
  const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== "sessions"));
  assert.deepEqual(fromFile(JSON.stringify(without)), { unread: "broken", at: "sessions" });
  const cut = { ...whole, sessions: [{ ...whole.sessions[0], date: "24.11.2026" }] };
  assert.deepEqual(fromFile(JSON.stringify(cut)), { unread: "broken", at: "sessions.0.date" });
  const health = { ...whole, systolic: "151" };
  assert.deepEqual(fromFile(JSON.stringify(health)), { unread: "broken", at: "systolic" });
  const hidden = { ...CUFF, answers: { ...CUFF.answers, systolic: "151" } };
  const told = { ...whole, cuffs: [hidden] };
  assert.deepEqual(fromFile(JSON.stringify(told)), {
    unread: "broken",
    at: "cuffs.0.answers.systolic",
  });
});

test("a file of the first form is read, which knew no count", () => {
  const first = { ...JSON.parse(toFile(KEPT, "2026-11-26")), form: 1 };
  assert.deepEqual(fromFile(JSON.stringify(first)), { numbers: KEPT });
  const numbers = { ...KEPT, exercises: [ROW] };
  assert.deepEqual(fromFile(toFile(numbers, "2026-11-26")), { numbers });
});

test("the schema takes each kind of value, and refuses its neighbours", () => {
  const cases = [
    [{ type: "integer", minimum: 0, maximum: 5 }, [0, 5], [-1, 6, 1.5, "1", null, NaN]],
    [{ type: "string", maxLength: 2, pattern: "^[a-z]*$" }, ["", "ab"], ["abc", "A", 1]],
    [{ enum: ["arm", "leg"] }, ["arm"], ["Arm", null]],
    [{ type: "boolean" }, [true, false], [0, "true"]],
    [{ type: "null" }, [null], [0, ""]],
    [
      { type: "array", items: { type: "boolean" }, maxItems: 1 },
      [[], [true]],
      [[1], [true, true], {}],
    ],
    [{ const: KIND }, [KIND], ["other"]],
    [{ type: "number" }, [1.5], [Infinity, "1"]],
    [
      { type: "object", properties: { a: { type: "null" } }, required: [] },
      [{}, { a: null }],
      [{ b: 1 }, [], null],
    ],
  ];
  for (const [schema, good, bad] of cases) {
    for (const each of good) {
      assert.equal(departs(each, schema), null, JSON.stringify([schema, each]));
    }
    for (const each of bad) {
      assert.notEqual(departs(each, schema), null, JSON.stringify([schema, each]));
    }
  }
  assert.equal(SCHEMA.$schema, "https://json-schema.org/draft/2020-12/schema");
});

test("a file joins what is here: its numbers, and the sessions of both, each once", () => {
  const here = { ...KEPT, sessions: [entry("2026-11-28"), entry("2026-11-25", { load: "10 kg" })] };
  const both = joined(here, { ...KEPT, exercises: [] });
  assert.deepEqual(both.exercises, []);
  assert.deepEqual(
    both.sessions.map(({ date, exercises }) => [date, exercises[0].load]),
    [
      ["2026-11-28", "20 kg"],
      ["2026-11-25", "20 kg"],
      ["2026-11-23", "20 kg"],
    ],
  );
});

test("a card takes the place of the exercises, and of what was measured of the same limb", () => {
  const arm = { ...CUFF, limb: "arm", side: "left" };
  const newer = { ...CUFF, measured_on: "2026-12-20" };
  const card = {
    form: CARD_FORM,
    exercises: [{ ...PRESS, name: "Squat" }],
    way: FIRST_WAY,
    cuffs: [newer],
    plan: null,
  };
  const now = withCard({ ...KEPT, cuffs: [CUFF, arm] }, card);
  assert.deepEqual(now.cuffs, [newer, arm]);
  assert.deepEqual(now.exercises[0].name, "Squat");
  assert.deepEqual([now.plan, now.sessions], [KEPT.plan, KEPT.sessions]);
  const plan = { start: "2026-12-01", weeks: "8", bfr_days: ["tue"], one_rm: "100 kg" };
  assert.deepEqual(withCard(KEPT, { ...card, plan }).plan, {
    start: "2026-12-01",
    weeks: "8",
    bfr_days: ["tue"],
  });
  assert.throws(() => withCard(KEPT, { ...card, form: 9 }));
  assert.deepEqual(cardOf(KEPT).exercises, [PRESS]);
});

// --- What is asked of the rules ---

test("last time is found by name, limb and side, whatever the case, and by no other", () => {
  assert.equal(timesOf(KEPT, { ...PRESS, name: "leg press " }).length, 2);
  assert.equal(timesOf(KEPT, { ...PRESS, side: "left" }).length, 0);
  assert.equal(timesOf(KEPT, { ...PRESS, limb: "arm" }).length, 0);
  assert.equal(
    keyOf({ name: "Curl, left arm", limb: "arm", side: "left" }),
    keyOf({ name: "Curl", limb: "arm", side: "left" }),
  );
  assert.equal(
    keyOf({ name: "Curl", limb: "arm", side: "unsaid" }),
    keyOf({ name: "Curl", limb: "arm", side: "" }),
  );
});

test("the rules are told of both last times, of the days, and of what was measured when", () => {
  const asked = nextAnswers(KEPT, PRESS);
  assert.equal(asked.load, "20 kg");
  assert.equal(asked.planned, "30 15 15 15");
  assert.equal(asked.done_before, "30 15 15 15");
  assert.equal(asked.last_session, "2026-11-25T18:10");
  assert.equal(asked.aop_on, "2026-11-20");
  assert.deepEqual(asked.bfr_days, ["mon", "wed", "sat"]);
  assert.equal(asked.sign, "no");
  assert.equal(nextAnswers({ ...KEPT, sessions: [] }, PRESS), null);
});

test("a stop sign of the last session stays open until the reader has settled it", () => {
  const stopped = { ...KEPT, sessions: [entry("2026-11-28", { ended: "sign" }), ...KEPT.sessions] };
  assert.equal(nextAnswers(stopped, PRESS).sign, "open");
  assert.equal(nextAnswers(stopped, PRESS, { isSettled: true }).sign, "gone");
  // It binds the other exercises of that session, too.
  const other = entry("2026-11-28", { ended: "sign", name: "Curl" });
  assert.equal(nextAnswers({ ...KEPT, sessions: [other, ...KEPT.sessions] }, PRESS).sign, "open");
});

test("a session of today has the loads that the rules gave, for exercises with a cuff alone", () => {
  const free = { ...PRESS, name: "Row", cuff: false };
  const squat = { ...PRESS, name: "Squat", sets: "15 15 15" };
  const numbers = { ...KEPT, exercises: [PRESS, free, squat] };
  const asked = todayAnswers(numbers, new Map([[PRESS, "22.5 kg"]]), 6);
  assert.equal(asked.exercises, "2");
  assert.deepEqual([asked.exercise_1_load, asked.exercise_2_load], ["22.5 kg", "20 kg"]);
  assert.deepEqual([asked.exercise_1_sets, asked.exercise_2_sets], ["30 15 15 15", "15 15 15"]);
  assert.equal(todayAnswers(numbers, new Map(), 1).exercises, "1");
  assert.equal(pressureAnswers(CUFF).aop_known, "measured");
});

// --- Without a cuff ---

const LIGHT = { name: "Row", limb: "", side: "", load: "8 kg", underS: 0, left: 2 };
const TWICE = [20, 20].map((repetitions) => ({ planned: 20, repetitions, seconds: 80 }));
const ROWED = {
  ...KEPT,
  exercises: [ROW],
  sessions: [{ ...entry("2026-11-25"), exercises: [{ ...LIGHT, sets: TWICE }] }],
};

test("what was done without a cuff is found by its name, and asked about as such", () => {
  assert.equal(timesOf(ROWED, ROW).length, 1);
  assert.equal(timesOf(ROWED, { ...ROW, cuff: true }).length, 0);
  const asked = nextAnswers(ROWED, ROW);
  assert.equal(asked.with_cuff, "no");
  assert.deepEqual([asked.planned, asked.done, asked.counted_on], ["20 20", "20 20", "2026-11-20"]);
  for (const name of ["load", "one_rm", "progression", "aop_on"]) assert.ok(!(name in asked), name);
  const body = { ...LIGHT, load: "", sets: TWICE };
  const weightless = { ...ROWED, sessions: [{ ...entry("2026-11-25"), exercises: [body] }] };
  assert.equal(nextAnswers(weightless, ROW).exercise_1_load, "");
  assert.deepEqual(lightAnswers(ROW, KEPT.way), {
    ...{ exercise_1_name: "Row", tool: "weight", exercise_1_load: "8 kg", clean_repetitions: "25" },
    ...{ first_sessions: "yes", rest_s: "30" },
  });
});

test("sessions follow each other as one, and the cuff comes last", () => {
  const set = (exercise, start_s, end_s) => ({ kind: "set", exercise, start_s, end_s });
  const free = {
    segments: [set(1, 0, 80), set(1, 140, 220)],
    clocks: [],
    uncuffed: [{ exercise: 1 }],
  };
  const cuffed = {
    segments: [set(1, 0, 60)],
    clocks: [{ exercise: 1 }],
    uncuffed: [],
    tempo_s: [2],
  };
  const both = oneAfterAnother([cuffed, free, null]);
  assert.deepEqual(
    both.segments.map(({ exercise, start_s, end_s }) => [exercise, start_s, end_s]),
    [
      [1, 0, 80],
      [1, 140, 220],
      [2, 220, 280],
    ],
  );
  assert.deepEqual([both.clocks, both.uncuffed], [[{ exercise: 2 }], [{ exercise: 1 }]]);
  assert.deepEqual(both.tempo_s, [2]);
  assert.equal(oneAfterAnother([cuffed]), cuffed);
  assert.equal(oneAfterAnother([null]), null);
});

test("a plan without a cuff keeps its days", () => {
  const plan = { start: "2026-12-01", weeks: "4", with_cuff: "no", light_days: "tue fri" };
  const card = { form: CARD_FORM, exercises: [ROW], way: FIRST_WAY, cuffs: [], plan };
  assert.deepEqual(withCard(KEPT, card).plan.bfr_days, ["tue", "fri"]);
});

// --- The chart ---

test("a pound is 0.45359237 kg, and what is no load is none", () => {
  assert.equal(kilograms("22.5 kg"), 22.5);
  assert.equal(kilograms("100 lb"), 45.359237);
  for (const text of ["", "kg", "20", "-3 kg", "2,5 kg"]) assert.equal(kilograms(text), null, text);
});

test("a chart puts days along and loads up: the middle day in the middle, the greatest load on top", () => {
  const made = drawing([
    { date: "2026-11-02", load: "20 kg", repetitions: 75 },
    { date: "2026-11-09", load: "22.5 kg", repetitions: 75 },
    { date: "2026-11-16", load: "25 kg", repetitions: 75 },
  ]);
  // 56 to 308 along, 12 to 96 down.
  assert.deepEqual(
    made.points.map(({ x, y }) => [x, y]),
    [
      [56, 96],
      [182, 54],
      [308, 12],
    ],
  );
  assert.equal(made.path, "M56 96L182 54L308 12");
  assert.deepEqual(
    made.lines.map(({ says }) => says),
    ["25 kg", "20 kg"],
  );
});

test("a chart of one load, of none, and of the same load each time", () => {
  const one = { date: "2026-11-02", load: "20 kg", repetitions: 75 };
  assert.equal(drawing([one]), null);
  assert.equal(drawing([one, { ...one, load: "" }]), null);
  const same = drawing([one, { ...one, date: "2026-11-04" }]);
  assert.deepEqual(
    same.points.map(({ y }) => y),
    [54, 54],
  );
  assert.equal(same.lines.length, 1);
});
