/**
 * What a calculator takes over as its page opens: the answers of a link, or those that were kept. All of them as they
 * were meant, or none and a reason. Pure: it knows no page.
 */

import { pairsOf, read, subjectOf, versionOf } from "../shared/read-answers.js";

/** @typedef {import("../shared/read-answers.js").Answers} Answers */
/** @typedef {import("../shared/read-answers.js").Form} Form */
/** @typedef {import("../shared/read-answers.js").Unread} Unread */
/** @typedef {"link" | "tab" | "private"} From - What could not be read: a link, what the tab had kept, a link to a screening. */
/** @typedef {{ answers: Answers, rules: string }} Taken - With the version of the rules that a link was made with. */
/** @typedef {{ from: From, unread: Unread[] }} Refused */

/**
 * Tell whether a fragment brings answers for a calculator on a page.
 *
 * @param {string} fragment
 * @param {string} slug
 * @param {string[]} others - The other calculators of the page: theirs is for them.
 * @returns {boolean}
 */
export function isFor(fragment, slug, others) {
  const subject = subjectOf(fragment);
  return subject !== "" && (subject === slug || !others.includes(subject));
}

/**
 * Read the answers in a fragment that is for a calculator.
 *
 * @param {string} fragment
 * @param {{ slug: string, isPrivate: boolean, known: Form }} calculator - What it asks, but for questions about health.
 * @returns {Taken | Refused}
 */
export function fromLink(fragment, { slug, isPrivate, known }) {
  const pairs = pairsOf(slug, fragment);
  if (!pairs) {
    return { from: "link", unread: [{ kind: "page", name: subjectOf(fragment), typed: "" }] };
  }
  if (isPrivate) return { from: "private", unread: [] };
  const { rules, rest } = versionOf(pairs);
  const { answers, unread } = read(rest, known);
  return unread.length ? { from: "link", unread } : { answers, rules };
}

/**
 * Read the answers that were kept while the page was away.
 *
 * @param {Answers} kept
 * @param {Form} known
 * @returns {Taken | Refused}
 */
export function fromTab(kept, known) {
  const { answers, unread } = read(Object.entries(kept), known);
  return unread.length ? { from: "tab", unread } : { answers, rules: "" };
}
