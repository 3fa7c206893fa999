/** What a page takes over as it opens: all of a link as it was meant, or none and a reason. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fromLink, fromTab, isFor } from "../../calculators/browser/calculator/links.js";

const KNOWN = {
  one_rm: { kind: "number", unit: "one_rm_unit" },
  one_rm_unit: { kind: "one", values: ["kg", "lb"], of: "one_rm" },
  equipment: { kind: "one", values: ["barbell", "stack"] },
};
const LOAD = { slug: "training-load", isPrivate: false, known: KNOWN };
const LINK = "#training-load?one_rm=200&one_rm_unit=lb&r=0.2.0";

test("a link is for the calculator that it names", () => {
  assert.ok(isFor(LINK, "training-load", []));
  assert.ok(isFor(LINK, "training-load", ["one-rm", "training-load"]));
  assert.ok(!isFor(LINK, "one-rm", ["one-rm", "training-load"]));
});

test("a link that names no calculator of the page is said on it, and one that is none is not", () => {
  assert.ok(isFor(LINK, "rest", ["rest"]));
  assert.deepEqual(fromLink(LINK, { ...LOAD, slug: "rest" }), {
    from: "link",
    unread: [{ kind: "page", name: "training-load", typed: "" }],
  });
  for (const place of ["", "#", "#source-patterson2019", "#step-load"]) {
    assert.ok(!isFor(place, "rest", ["rest"]));
  }
});

test("all of it is taken over, with the rules that made it", () => {
  assert.deepEqual(fromLink(LINK, LOAD), {
    answers: { one_rm: "200", one_rm_unit: "lb" },
    rules: "0.2.0",
  });
});

test("nothing of it is taken over when a part of it cannot be read", () => {
  const found = fromLink(`${LINK}&equipment=crane&height=180`, LOAD);
  assert.ok(!("answers" in found));
  assert.equal(found.from, "link");
  assert.deepEqual(
    found.unread.map(({ kind, name, typed }) => [kind, name, typed]),
    [
      ["choice", "equipment", "crane"],
      ["name", "height", "180"],
    ],
  );
});

test("a link fills in no screening, whatever it holds", () => {
  for (const fragment of ["#screening?reasons=none", "#screening?nonsense=%"]) {
    assert.deepEqual(fromLink(fragment, { slug: "screening", isPrivate: true, known: {} }), {
      from: "private",
      unread: [],
    });
  }
});

test("a question about health is unknown to a link, and known to the tab's own memory", () => {
  const health = { recovering: { kind: "one", values: ["yes", "no"] } };
  const found = fromLink("#one-rm?recovering=yes", { slug: "one-rm", isPrivate: false, known: {} });
  assert.ok("unread" in found);
  assert.deepEqual(fromTab({ recovering: "yes" }, health), {
    answers: { recovering: "yes" },
    rules: "",
  });
});

test("what nobody asks any more is no answer, and none of the rest is", () => {
  const found = fromTab({ one_rm: "200", one_rm_unit: "kg", equipment: "crane" }, KNOWN);
  assert.ok("unread" in found);
  assert.deepEqual([found.from, found.unread.map(({ typed }) => typed)], ["tab", ["crane"]]);
});
