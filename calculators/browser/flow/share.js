/** A plan in an address. Only the fragment is used: no browser sends it anywhere. */

import { pairsOf, read, toFragment, versionOf } from "../shared/read-answers.js";

/** What a plan's fragment starts with; a calculator's own starts with its name. */
const START = "my-plan";
/** Letters of the steps that a plan leaves out because they speak of health. */
const LEFT_OUT = "x";
/** How a plan is written: since this way, each number has its unit. */
const WRITING = "f";
const UNITS_TOO = "2";

/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("../shared/read-answers.js").Form} Form */
/** @typedef {import("../shared/read-answers.js").Unread} Unread */
/** @typedef {{ rules: string, answers: Map<string, Answers>, leftOut: Set<string> }} Plan - By letter of the step. */

/**
 * Write a plan as the fragment of an address.
 *
 * @param {Plan} plan
 * @returns {string}
 */
export function toPlan({ rules, answers, leftOut }) {
  /** @type {[string, string | string[]][]} */
  const pairs = [...answers].flatMap(([letter, given]) =>
    Object.entries(given).map(
      ([name, answer]) =>
        /** @type {[string, string | string[]]} */ ([`${letter}.${name}`, answer]),
    ),
  );
  if (leftOut.size) pairs.push([LEFT_OUT, [...leftOut].join("")]);
  pairs.push([WRITING, UNITS_TOO]);
  return toFragment(START, pairs, rules);
}

/**
 * Read a plan from the fragment of an address; null when it is about something else.
 *
 * @param {string} fragment
 * @param {Map<string, Form>} forms - What the form of each step knows, by its letter.
 * @returns {(Plan & { unread: (Unread & { letter: string })[] }) | null}
 */
export function fromPlan(fragment, forms) {
  const pairs = pairsOf(START, fragment);
  if (!pairs) return null;
  const { rules, rest } = versionOf(pairs);
  const onlyChanges = !rest.some(([name, text]) => name === WRITING && text === UNITS_TOO);
  /** @type {Set<string>} */
  const leftOut = new Set();
  /** @type {(Unread & { letter: string })[]} */
  const unread = [];
  /** @type {Map<string, [string, string][]>} */
  const given = new Map();
  for (const [key, text] of rest) {
    const [letter, name] = key.split(/\.(.*)/s);
    if (key === LEFT_OUT) for (const each of text) leftOut.add(each);
    else if (key !== WRITING) {
      // Whatever belongs to no step is read as no step's.
      const of = name && forms.has(letter) ? letter : "";
      given.set(of, [...(given.get(of) ?? []), [of ? name : key, text]]);
    }
  }
  /** @type {Map<string, Answers>} */
  const answers = new Map();
  for (const [letter, its] of given) {
    const found = read(its, forms.get(letter) ?? {}, { onlyChanges });
    unread.push(...found.unread.map((each) => ({ letter, ...each })));
    answers.set(letter, found.answers);
  }
  for (const letter of leftOut) {
    if (!forms.has(letter)) unread.push({ letter: "", kind: "name", name: letter, typed: "" });
  }
  // Each plan names its rules: without them some of it is missing.
  if (!rules) unread.push({ letter: "", kind: "torn", name: "", typed: "" });
  answers.delete("");
  return { rules, answers, leftOut, unread };
}
