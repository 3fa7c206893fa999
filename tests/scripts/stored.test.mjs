/** What a browser keeps: as it was put there, or nothing at all, whoever wrote it. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { forgetAll, isAnswers, isTexts, stored } from "../../calculators/browser/shared/stored.js";

/** A storage as browsers have it: texts by name, in order. */
class Memory {
  #texts = new Map();
  get length() {
    return this.#texts.size;
  }
  key(at) {
    return [...this.#texts.keys()][at] ?? null;
  }
  getItem(key) {
    return this.#texts.get(key) ?? null;
  }
  setItem(key, text) {
    this.#texts.set(key, String(text));
  }
  removeItem(key) {
    this.#texts.delete(key);
  }
}

const asNumber = (raw) => (typeof raw === "number" ? raw : null);

test("what was put is given back, also to another page of the same storage", () => {
  const memory = new Memory();
  const one = stored("bfr-one", () => memory, asNumber);
  assert.equal(one.get(), null);
  assert.equal(one.isUnreadable(), false);
  assert.equal(one.put(84), true);
  assert.equal(stored("bfr-one", () => memory, asNumber).get(), 84);
  one.forget();
  assert.equal(one.get(), null);
  assert.equal(memory.length, 0);
});

for (const text of ["", "{", "nonsense", '"84"', "null", "{}"]) {
  test(`what another hand wrote is no value, and is told apart from nothing: ${text}`, () => {
    const memory = new Memory();
    memory.setItem("bfr-one", text);
    const one = stored("bfr-one", () => memory, asNumber);
    assert.equal(one.get(), null);
    assert.equal(one.isUnreadable(), true);
    one.put(5);
    assert.equal(one.isUnreadable(), false);
  });
}

test("a browser that refuses its storage, is full or has none keeps nothing and breaks nothing", () => {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  const full = new Memory();
  full.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  for (const place of [refused, () => full, () => null]) {
    const one = stored("bfr-one", place, asNumber);
    assert.equal(one.put(1), false);
    assert.equal(one.get(), null);
    assert.equal(one.isUnreadable(), false);
    one.forget();
    forgetAll(place);
  }
});

test("a mistake of ours is not taken for a browser that keeps nothing", () => {
  const broken = stored("bfr-one", () => new Memory(), asNumber);
  const circle = {};
  circle.itself = circle;
  assert.throws(() => broken.put(circle), TypeError);
  const other = () => {
    throw new RangeError("ours");
  };
  assert.throws(() => stored("bfr-one", other, asNumber).get(), RangeError);
});

test("only what is ours goes when all is forgotten", () => {
  const memory = new Memory();
  for (const key of ["bfr-a", "other", "bfr-b", "__palette"]) memory.setItem(key, "1");
  forgetAll(() => memory);
  assert.deepEqual([memory.key(0), memory.key(1), memory.length], ["other", "__palette", 2]);
  assert.throws(() => stored("palette", () => memory, asNumber), /bfr-/);
});

test("answers are texts or lists of texts by name, and nothing else", () => {
  assert.ok(isAnswers({}) && isAnswers({ load: "84", days: ["mon"], none: [] }));
  for (const other of [null, [], "84", { load: 84 }, { days: [1] }, { load: null }]) {
    assert.ok(!isAnswers(other));
  }
  assert.ok(isTexts([]) && !isTexts([1]) && !isTexts("ab"));
});
