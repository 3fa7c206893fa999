/** Answers from links and storage: all of them as they were meant, or none and a reason. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  pairsOf,
  read,
  subjectOf,
  toFragment,
  versionOf,
} from "../../calculators/browser/shared/read-answers.js";

/** A form with one question of each kind. */
const FORM = {
  one_rm: { kind: "number", unit: "one_rm_unit" },
  one_rm_unit: { kind: "one", values: ["kg", "lb"], of: "one_rm" },
  percent_1rm: { kind: "number" },
  equipment: { kind: "one", values: ["barbell", "stack"] },
  days: { kind: "many", values: ["mon", "wed", "fri", "2.5"] },
  name: { kind: "line" },
  start: { kind: "line", takes: (text) => /^\d{4}-\d\d-\d\d$/.test(text) },
};

function opened(fragment, how) {
  const pairs = pairsOf("load", fragment);
  return pairs && read(versionOf(pairs).rest, FORM, how);
}

const MEANT = { one_rm: "200", one_rm_unit: "lb", percent_1rm: "20" };
const LINK = "#load?one_rm=200&one_rm_unit=lb&percent_1rm=20";

const ON_THE_WAY = {
  "as it was made": LINK,
  "HTML mail": LINK.replaceAll("&", "&amp;"),
  "HTML mail, twice": LINK.replaceAll("&", "&amp;amp;"),
  "a number for the sign": LINK.replaceAll("&", "&#38;"),
  "a number in hexadecimal": LINK.replaceAll("&", "&#x26;"),
  "encoded after the #": `#${encodeURIComponent(LINK.slice(1))}`,
  "encoded with the #": `#${encodeURIComponent(LINK)}`,
  "encoded twice": `#${encodeURIComponent(encodeURIComponent(LINK.slice(1)))}`,
  "encoded in HTML mail": `#${encodeURIComponent(LINK.slice(1).replaceAll("&", "&amp;"))}`,
  "encoded but for the word": `#load?${encodeURIComponent(LINK.slice(6))}`,
  "only its ? encoded": LINK.replace("?", "%3F"),
  "only its & encoded": LINK.replaceAll("&", "%26"),
  "mail in seven bits": LINK.replaceAll("=", "=3D"),
  "in brackets": `${LINK})`,
  "at the end of a sentence": `${LINK}.`,
  "before a comma": `${LINK},`,
  "between < and >": `${LINK}>`,
  "between < and >, as the address shows it": `${LINK}%3E`,
  "a bracket, encoded": `${LINK}%29`,
  "a bracket, encoded whole": `#${encodeURIComponent(`${LINK.slice(1)})`)}`,
  "counted by others": `${LINK}&fbclid=IwAR0&utm_source=chat`,
  "with its version": `${LINK}&r=0.2.0`,
  "with its version, in brackets": `${LINK}&r=0.2.0)`,
  "said twice, alike": `${LINK}&percent_1rm=20`,
};

for (const [name, fragment] of Object.entries(ON_THE_WAY)) {
  test(`a link that went through this is read as it was meant: ${name}`, () => {
    assert.deepEqual(opened(fragment), { answers: MEANT, unread: [] });
  });
}

const MARKS = [..."])}>.,;:!*_~»", ..."\"'`’”"];
const UNIT_LAST = "#load?percent_1rm=20&one_rm=200&one_rm_unit=lb";

for (const mark of MARKS) {
  test(`a mark that a chat or a quotation leaves behind is forgiven: ${mark}`, () => {
    for (const glued of [mark, encodeURIComponent(mark)]) {
      for (const link of [UNIT_LAST, `${LINK}&r=0.2.0`]) {
        assert.deepEqual(opened(link + glued), { answers: MEANT, unread: [] }, link + glued);
      }
      assert.equal(versionOf(pairsOf("load", `${LINK}&r=0.2.0${glued}`)).rules, "0.2.0", glued);
    }
  });
}

test("inches are no quotation, and a link that was cut short is not forgiven", () => {
  assert.equal(opened("#load?percent_1rm=70%22").answers.percent_1rm, '70"');
  assert.equal(opened("#load?percent_1rm=70”").answers.percent_1rm, "70”");
  assert.equal(opened(`${UNIT_LAST}…`).unread[0].kind, "unit");
});

test("a bracket at a choice is forgiven, and one only", () => {
  assert.equal(opened("#load?equipment=stack)").answers.equipment, "stack");
  assert.equal(opened("#load?equipment=stack%29").answers.equipment, "stack");
  assert.deepEqual(opened("#load?equipment=stack))").answers, { equipment: "stack" });
  assert.equal(opened("#load?equipment=stack%29%29%29").unread[0].kind, "choice");
});

test("the version of the rules is read apart, whatever is glued to it", () => {
  assert.equal(versionOf(pairsOf("load", `${LINK}&r=0.2.0.`)).rules, "0.2.0");
  assert.equal(versionOf(pairsOf("load", LINK)).rules, "");
});

test("a fragment about something else is left alone", () => {
  for (const fragment of ["", "#", "#load", "#other?one_rm=5", "#h2-title", "#load%20x"]) {
    assert.equal(pairsOf("load", fragment), null, fragment);
  }
  assert.equal(subjectOf("#other?one_rm=5"), "other");
  assert.equal(subjectOf("#other%3Fone_rm%3D5"), "other");
  assert.equal(subjectOf("#a-heading"), "");
});

const UNREAD = {
  "a name that nobody asks": ["weight=5", "name", "weight", "5"],
  "a name cut short": ["one_rm=200&one_rm_unit=lb&percent_1r", "name", "percent_1r", ""],
  "a name of every object": ["constructor=5", "name", "constructor", "5"],
  "a choice that is not there": ["equipment=barbel", "choice", "equipment", "barbel"],
  "a choice in capitals": ["equipment=Stack", "choice", "equipment", "Stack"],
  "no choice": ["equipment=", "choice", "equipment", ""],
  "one of several choices": ["days=mon+tue+wed", "choice", "days", "tue"],
  "a unit that is not there": ["one_rm=200&one_rm_unit=st", "unit", "one_rm_unit", "st"],
  "a unit cut short": ["one_rm=200&one_rm_unit=l", "unit", "one_rm_unit", "l"],
  "a number without its unit": ["one_rm=200", "no-unit", "one_rm", "200"],
  "a unit without its number": ["one_rm_unit=lb", "no-number", "one_rm", "lb"],
  "two answers to one question": ["percent_1rm=20&percent_1rm=30", "twice", "percent_1rm", "30"],
  "no such day": ["start=soon", "value", "start", "soon"],
  "half a letter": ["name=%C3", "torn", "name", "\uFFFD"],
};

for (const [name, [query, kind, which, typed]] of Object.entries(UNREAD)) {
  test(`what cannot be read is told: ${name}`, () => {
    assert.deepEqual(opened(`#load?${query}`).unread, [{ kind, name: which, typed }]);
  });
}

test("everything that cannot be read is told at once, and not at length", () => {
  const { unread } = opened(`#load?equipment=barbel&one_rm=1&one_rm_unit=st&${"x".repeat(99)}=1`);
  assert.deepEqual(
    unread.map(({ kind }) => kind),
    ["choice", "unit", "name"],
  );
  assert.equal(unread[2].name.length, 41);
});

test("a unit that is typed behind its number is one", () => {
  assert.deepEqual(opened("#load?one_rm=200+lb").unread, []);
  assert.equal(opened("#load?one_rm=200+lb").answers.one_rm, "200 lb");
});

test("an older plan holds what was changed alone, and its units stand as built", () => {
  assert.deepEqual(opened("#load?one_rm=200", { onlyChanges: true }).unread, []);
  assert.deepEqual(opened("#load?one_rm_unit=lb", { onlyChanges: true }).unread, []);
  assert.equal(opened("#load?one_rm_unit=st", { onlyChanges: true }).unread[0].kind, "unit");
});

test("an empty number needs no unit", () => {
  assert.deepEqual(opened("#load?one_rm="), { answers: { one_rm: "" }, unread: [] });
});

test("what was written is read again, whatever it is made of", () => {
  const texts = [
    "100",
    "137,5",
    "1 000",
    "a & b",
    "a=b",
    "50 %",
    "R&amp;B",
    "(x)",
    "x.",
    "ä é 🏋️",
    "+5",
    "%3F",
  ];
  for (const name of texts) {
    const answers = { name, days: ["mon", "2.5"], one_rm: "137,5", one_rm_unit: "kg" };
    const fragment = toFragment("load", Object.entries(answers), "0.2.0");
    assert.deepEqual(opened(fragment), { answers, unread: [] }, name);
    assert.deepEqual(opened(`${fragment})`), { answers, unread: [] }, name);
    assert.deepEqual(
      opened(`#${encodeURIComponent(fragment.slice(1))}`),
      { answers, unread: [] },
      name,
    );
  }
});

test("storage is read by the same rule, lists as they are", () => {
  assert.deepEqual(read(Object.entries({ days: ["mon", "fri"] }), FORM).answers.days, [
    "mon",
    "fri",
  ]);
  assert.equal(read([["days", "tue"]], FORM).unread[0].typed, "tue");
});
