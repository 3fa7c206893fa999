/** What is found among the answers that the build has made, and what is not. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Shard } from "../../calculators/browser/python/shard.js";

const UNSCREENED = { level: "unscreened" };
const MADE = {
  calculator: "one-rm",
  standing: UNSCREENED,
  answers: { cuff: "no", plates: ["25", "20"] },
  varies: ["load", "unit"],
  pieces: ['["', '","kg"]', '{"headline": "', ' kg"}'],
  tables: [{ rows: 2, asked: [0, 0, 1], said: [2, 1, 3], columns: ["60 80.5", "75 100"] }],
};
const ASKED = {
  calculator: "one-rm",
  answers: { load: "80.5", unit: "kg", cuff: "no", plates: ["25", "20"] },
  standing: UNSCREENED,
  today: "2026-11-26",
  part: "answer",
};

const find = (change = {}) => new Shard(MADE).find({ ...ASKED, ...change });
const withAnswers = (answers) => find({ answers: { ...ASKED.answers, ...answers } });

test("an answer is found by all that stands in the form, in whatever order", () => {
  assert.equal(find(), '{"headline": "100 kg"}');
  assert.equal(withAnswers({ load: "60" }), '{"headline": "75 kg"}');
  const turned = Object.fromEntries(Object.entries(ASKED.answers).reverse());
  assert.equal(find({ answers: turned }), '{"headline": "100 kg"}');
});

test("to another answer nothing is found, whichever it is", () => {
  for (const other of [
    { load: "80.50" },
    { load: "80,5" },
    { load: " 80.5" },
    { load: "" },
    { load: 80.5 },
    { unit: "lb" },
    { cuff: "yes" },
    { cuff: "" },
    { plates: ["20", "25"] },
    { plates: ["25"] },
    { plates: "25 20" },
    { more: "" },
  ]) {
    assert.equal(withAnswers(other), undefined, JSON.stringify(other));
  }
  for (const name of Object.keys(ASKED.answers)) {
    const fewer = Object.fromEntries(
      Object.entries(ASKED.answers).filter(([each]) => each !== name),
    );
    assert.equal(find({ answers: fewer }), undefined, name);
    assert.equal(find({ answers: { ...fewer, other: "no" } }), undefined, name);
  }
});

test("to a reader of any other standing nothing is found", () => {
  for (const standing of [
    undefined,
    null,
    {},
    { level: "none" },
    { level: "doctor" },
    { level: "unscreened", limits: ["no-standing"] },
    { level: "none", on: "2026-11-26", limits: [], closed: [] },
  ]) {
    assert.equal(find({ standing }), undefined, JSON.stringify(standing));
  }
});

test("what gives no settings is told no standing", () => {
  const open = new Shard({ ...MADE, standing: null });
  assert.equal(open.find({ ...ASKED, standing: undefined }), '{"headline": "100 kg"}');
  assert.equal(open.find(ASKED), undefined);
});

test("nothing but the answer of its own calculator is found", () => {
  assert.equal(find({ part: "changes" }), undefined);
  assert.equal(find({ part: "all" }), undefined);
  assert.equal(find({ calculator: "rest" }), undefined);
});
