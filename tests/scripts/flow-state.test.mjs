import assert from "node:assert/strict";
import { test } from "node:test";

import {
  cardOf,
  figuresOf,
  furthest,
  givenBy,
  hinders,
  isClosed,
  neededBy,
  pathOf,
  placeOf,
  reasonsOf,
  screensOf,
  stateOf,
  waysOf,
} from "../../calculators/browser/flow/flow-state.js";

const screen = (name, more = {}) => ({
  ...{
    name,
    slug: "",
    asks: [],
    may: [],
    more: [],
    auto: "",
    path: "",
    health: false,
    tells: false,
  },
  ...more,
});
const SCREENS = [
  screen("have"),
  screen("open", { path: "cuff" }),
  screen("no-cuff", { path: "light", tells: true }),
  screen("clots", { path: "cuff", health: true }),
  screen("screened", { path: "cuff", health: true, tells: true }),
  screen("hardest", { path: "light", health: true }),
  screen("checked", { path: "light", health: true, tells: true }),
  screen("exercise"),
  screen("count", { path: "light" }),
  screen("card", { tells: true }),
];
const FACTS = {
  cuff: "measured",
  wantsLight: false,
  asksHealth: true,
  gate: "unscreened",
  isSettled: false,
  hasLimits: false,
  missing: {},
};
const names = (facts) => screensOf(SCREENS, { ...FACTS, ...facts }).map(({ name }) => name);
const last = (facts) => {
  const own = screensOf(SCREENS, { ...FACTS, ...facts });
  return own[furthest(own, { ...FACTS, ...facts })].name;
};

test("only a cuff whose pressure was measured leads to a session with one", () => {
  const paths = ["", "measured", "gauge", "own-units", "wrap", "none"].map((cuff) =>
    pathOf({ cuff, wantsLight: false }),
  );
  assert.deepEqual(paths, ["cuff", "cuff", "light", "light", "light", "light"]);
  assert.equal(pathOf({ cuff: "measured", wantsLight: true }), "light");
});

test("each way has its own screening, and a screening that was done is not asked", () => {
  assert.deepEqual(names({}), ["have", "open", "clots", "exercise", "card"]);
  assert.deepEqual(names({ cuff: "wrap" }), [
    "have",
    "no-cuff",
    "hardest",
    "exercise",
    "count",
    "card",
  ]);
  assert.deepEqual(names({ asksHealth: false, gate: "" }), ["have", "open", "exercise", "card"]);
});

test("a stop of the screening ends the way, whatever is answered behind it", () => {
  const stop = { gate: "doctor", isSettled: true };
  assert.equal(last(stop), "screened");
  assert.equal(last({ ...stop, cuff: "wrap" }), "checked");
  assert.equal(last({ ...stop, asksHealth: false }), "screened");
  // An unanswered list comes first: the letter says more with it.
  assert.equal(last({ ...stop, missing: { clots: "clots" } }), "clots");
});

test("an old screening closes the way before anything is asked", () => {
  for (const gate of ["today", "expired", "not-yet"]) {
    assert.equal(last({ gate, asksHealth: false }), "screened");
  }
});

test("before Python has answered the screens go on, to the first that is not answered", () => {
  for (const gate of ["unscreened", "unfinished"]) {
    assert.equal(last({ gate }), "card");
    assert.equal(last({ gate, missing: { exercise: "exercise" } }), "exercise");
  }
  assert.equal(isClosed({ ...FACTS, gate: "doctor", isSettled: false }), false);
  assert.equal(last({ missing: { have: "cuff", card: "" } }), "have");
});

test("limits are shown once, and only to who was asked", () => {
  assert.ok(names({ gate: "", hasLimits: true }).includes("screened"));
  assert.ok(!names({ gate: "", hasLimits: true, asksHealth: false }).includes("screened"));
  assert.ok(!names({ gate: "" }).includes("screened"));
});

test("what only tells has no number of its own", () => {
  const own = screensOf(SCREENS, { ...FACTS, cuff: "wrap" });
  assert.deepEqual(placeOf(own, 0), { number: 1, of: 4 });
  assert.deepEqual(placeOf(own, 1), { number: 1, of: 4 });
  assert.deepEqual(placeOf(own, 5), { number: 4, of: 4 });
});

const WAYS = [
  { value: "set", gives: { method: "repetitions" }, slug: "one-rm", asks: [], heavy: true },
  { value: "reserve", gives: { method: "reserve" }, slug: "one-rm", asks: [], heavy: true },
  { value: "one_rm", gives: { basis: "one_rm" }, slug: "training-load", asks: [], heavy: true },
  { value: "ten_rm", gives: { basis: "ten_rm" }, slug: "training-load", asks: [], heavy: false },
  { value: "light", gives: {}, slug: "", asks: [], heavy: false },
];
const ways = (binds, noTest, exercise = {}) =>
  waysOf(WAYS, exercise, binds, noTest).map(({ value }) => value);

test("a 5RM counts in the lifts whose formula is known, and for nobody who must not test", () => {
  const five = { value: "five_rm", gives: { method: "five_rm" }, heavy: true, needs: "lift" };
  const offers = (exercise, noTest) => waysOf([five], exercise, [], noTest).length;
  assert.deepEqual([offers({ lift: "leg_press" }, false), offers({}, false)], [1, 0]);
  assert.equal(offers({ lift: "leg_press" }, true), 0);
});

test("a card says why, in the words of the rules", () => {
  const pressure = { headline: "Fill the cuff to 93 mmHg: 50 % of your AOP, sitting" };
  const load = { answer: "13 kg", facts: [{ value: "19.5 % of your 1RM" }] };
  assert.deepEqual(reasonsOf({ pressure, "training-load": load }), [
    { value: "", why: pressure.headline },
    { value: "13 kg", why: "19.5 % of your 1RM" },
  ]);
  assert.deepEqual(reasonsOf({ light: { headline: "2 sets of 20" } }), [
    { value: "", why: "2 sets of 20" },
  ]);
});

test("who must not test a maximum is offered none", () => {
  assert.deepEqual(ways([], false), ["set", "reserve", "one_rm", "ten_rm", "light"]);
  assert.deepEqual(ways([{ name: "basis", only: "", never: ["one_rm"] }], true), [
    "ten_rm",
    "light",
  ]);
  const noFailure = { name: "method", only: "", never: ["repetitions", "ten_rm"] };
  assert.deepEqual(ways([noFailure], false), ["reserve", "one_rm", "ten_rm", "light"]);
});

test("what follows from an exercise goes before what is taken without one", () => {
  const gives = { limb: "leg", equipment: "barbell" };
  const data = {
    ...{ screens: [], parts: [], noTest: "", ways: WAYS, steps: { kg: "1 kg", lb: "2 lb" } },
    exercises: [{ value: "squat", gives, slug: "", asks: [], heavy: false }],
  };
  assert.deepEqual(
    givenBy(data, { exercise: "squat", way: "set", unit: "lb", cuff: "measured", path: "cuff" }),
    {
      ...{
        with_cuff: "yes",
        aop_known: "measured",
        step: "2 lb",
        method: "repetitions",
        limb: "leg",
      },
      equipment: "barbell",
    },
  );
  assert.deepEqual(
    givenBy(data, { exercise: "", way: "", unit: "", cuff: "wrap", path: "light" }),
    {
      with_cuff: "no",
      step: "1 kg",
      equipment: "step",
    },
  );
});

test("a card waits for every calculator before it believes a stop", () => {
  assert.deepEqual(neededBy("light", undefined), ["light"]);
  assert.ok(neededBy("cuff", WAYS[0]).includes("one-rm"));
  assert.ok(!neededBy("cuff", WAYS[3]).includes("one-rm"));
  const states = (...all) => all.map((state) => ({ slug: state, state }));
  assert.equal(hinders(states("ok", "ok")), null);
  assert.equal(hinders(states("stop", "wait", "problem"))?.state, "wait");
  assert.equal(hinders(states("ok", "problem", "stop"))?.state, "stop");
  assert.equal(hinders(states("wait", "failed"))?.state, "failed");
});

const TIMELINE = {
  total: "6:30",
  segments: [
    { kind: "set", repetitions: 30, start_s: 0, end_s: 120 },
    { kind: "rest", repetitions: 0, start_s: 120, end_s: 150 },
    { kind: "set", repetitions: 15, start_s: 150, end_s: 210 },
  ],
  clocks: [{ ceiling: "10:00" }],
};

test("a calculator is as far as it told last", () => {
  const told = { phase: "ready", problems: [], dirty: false, answer: { outcome: { stop: null } } };
  assert.equal(stateOf({ ...told, phase: "static", answer: null }), "wait", "never asked");
  assert.equal(stateOf(told), "ok");
  assert.equal(stateOf({ ...told, answer: { outcome: { stop: {} } } }), "stop");
  assert.equal(stateOf({ ...told, phase: "error" }), "failed");
  for (const phase of ["static", "loading", "busy"]) {
    assert.equal(stateOf({ ...told, phase }), "wait");
  }
  assert.equal(stateOf({ ...told, problems: [{ name: "load", says: "" }] }), "problem");
  assert.equal(stateOf({ ...told, dirty: true }), "wait");
  assert.equal(stateOf({ ...told, answer: null }), "wait");
});

test("the figures are what the rules wrote", () => {
  const found = figuresOf({
    session: { timeline: TIMELINE },
    pressure: { answer: "93 mmHg" },
    "training-load": { answer: "14 kg" },
  });
  assert.deepEqual(found, {
    ...{ pressure: "93 mmHg", load: "14 kg", sets: "30-15", rest: "30 s", open: "10:00" },
    ...{ total: "6:30", name: "" },
  });
  const light = figuresOf({ light: { timeline: { ...TIMELINE, clocks: [] } } }, "8 kg");
  assert.deepEqual([light.pressure, light.open, light.load], ["", "", "8 kg"]);
});

test("a card of light weights has no cuff in it, and none says what was typed of the blood pressure", () => {
  const figures = figuresOf({ session: { timeline: TIMELINE } });
  const answers = {
    session: { exercise_1_name: "Leg press", exercise_1_limb: "leg", rest_s: "45" },
    "training-load": {
      basis: "ten_rm",
      ten_rm: "30",
      ten_rm_unit: "kg",
      equipment: "step",
      step: "1",
      step_unit: "kg",
    },
    pressure: { aop_mmhg: "187", position: "sitting", systolic: "131" },
    plan: { weeks: "6" },
  };
  const card = cardOf("cuff", answers, figures, "2026-11-26");
  assert.equal(card.exercises[0].ten_rm, "30 kg");
  assert.equal(card.exercises[0].one_rm, "");
  assert.equal(card.exercises[0].sets, "30 15");
  assert.equal(card.way.rest_s, "45");
  assert.equal(card.cuffs[0].answers.aop_mmhg, "187");
  assert.ok(!JSON.stringify(card).includes("131"));
  const count = { tool: "band", clean_repetitions: "25", first_sessions: "yes", rest_s: "60" };
  const named = figuresOf({
    light: { timeline: { ...TIMELINE, clocks: [], uncuffed: [{ name: "An elastic band" }] } },
  });
  const plan = { with_cuff: "no", weeks: "6", light_days: ["mon"] };
  const light = cardOf("light", { light: count, plan }, named, "2026-11-26");
  assert.deepEqual([light.cuffs, light.plan, light.exercises[0].cuff], [[], plan, false]);
  assert.equal(light.exercises[0].name, "An elastic band");
  assert.equal(light.exercises[0].clean_repetitions, "25");
  assert.equal(light.exercises[0].counted_on, "2026-11-26");
  assert.equal(light.exercises[0].tested_on, "");
});
