/**
 * Reads answers that come from outside a form: from the fragment of a link or a code, and from the storage of the tab.
 * Nothing here knows a page: a form is told as the questions that it asks.
 *
 * All of it is taken, or nothing is and `unread` says why: an answer that cannot be read must not become a default.
 * What mail and chat do to links on their way is mended first.
 */

/** @typedef {Record<string, string | string[]>} Answers */

/**
 * What a form knows of one of its names.
 *
 * @typedef {object} Known
 * @property {"number" | "line" | "one" | "many"} kind - A number or a line is typed; one or many are chosen.
 * @property {string[]} [values] - What can be chosen.
 * @property {string} [unit] - The name that holds its unit.
 * @property {string} [of] - Of a unit: the name of its number.
 * @property {(text: string) => boolean} [takes] - Whether the field takes what is typed; without it, any text.
 */

/** @typedef {Record<string, Known>} Form - By name. */

/**
 * What could not be read.
 *
 * @typedef {object} Unread
 * @property {"page" | "name" | "choice" | "unit" | "no-unit" | "no-number" | "twice" | "value" | "torn"} kind
 * @property {string} name
 * @property {string} typed
 */

/** @typedef {{ answers: Answers, unread: Unread[] }} Read */
/** @typedef {[name: string, text: string][]} Pairs */

/** The version of the rules with which a link was made. Written last, so that a link never ends with what was typed. */
export const RULES = "r";

/** How mail and pages write "&". */
const AMPERSAND = /&(?:amp;|#0*38;|#x0*26;)+/gi;
/**
 * What a sentence, a chat or a quotation leaves at the end of a link, as it is or as an address writes it. A quotation mark
 * only behind a letter or the version: behind a number it may be inches. Never "…", with which links are cut short.
 */
const GLUED =
  /(?:[).,>\]}*_~!;:»]|%2[9C]|%3[ABE]|%5D|%7D|%C2%BB|(?<=[a-z]|[&?]r=[\d.]+)(?:["'`’”]|%2[27]|%60|%E2%80%9[9D]))$/iu;
/** The same behind a number. */
const GLUED_TO_NUMBER = /(?<=[\d\p{L}%])[).,>\]}*_~!;:»]$/u;
/** What others hang on links to count who follows them. */
const COUNTERS = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/;
const MOST_ROUNDS = 3;
/** Of what could not be read, no more than this is shown. */
const LONGEST_SHOWN = 40;

/**
 * Read the pairs of a fragment; null when it is about something else.
 *
 * @param {string} start - The word before its "?".
 * @param {string} fragment - With its "#".
 * @returns {Pairs | null}
 */
export function pairsOf(start, fragment) {
  const mended = mend(fragment);
  if (!mended.startsWith(`#${start}?`)) return null;
  return [...new URLSearchParams(mended.slice(start.length + 2))];
}

/**
 * Give the word before the "?" of a fragment that holds answers; empty when it holds none.
 *
 * @param {string} fragment
 * @returns {string}
 */
export function subjectOf(fragment) {
  return /^#([a-z0-9-]+)\?/i.exec(mend(fragment))?.[1] ?? "";
}

/**
 * Undo what has been done to a fragment on its way: "&" written for HTML, signs encoded once more, an end glued to it.
 *
 * @param {string} fragment
 * @returns {string}
 */
function mend(fragment) {
  let text = fragment.replace(/^#(?:#|%23)/i, "#");
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    text = text.replace(AMPERSAND, "&").replace(/%26(?:amp;|amp%3B)?(?=[\w.]+=)/gi, "&");
    const [subject, query] = text.split(/\?(.*)/s);
    if (query !== undefined && (!query || query.includes("="))) break;
    if (query === undefined && !/%3F|%253F/i.test(subject)) break;
    text = text.includes("=") ? text.replace(/%3F/i, "?") : decoded(text);
  }
  // A mail in seven bits writes each "=" as "=3D".
  if (/=3D/.test(text) && !/=(?!3D)/.test(text)) text = text.replaceAll("=3D", "=");
  return text.replace(GLUED, "");
}

/**
 * @param {string} text
 * @returns {string}
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A sign was cut in two: what it was is not known.
  }
}

/**
 * Take the version of the rules out of pairs.
 *
 * @param {Pairs} pairs
 * @returns {{ rules: string, rest: Pairs }} - No version: empty.
 */
export function versionOf(pairs) {
  const rules = pairs.find(([name]) => name === RULES)?.[1] ?? "";
  return { rules, rest: pairs.filter(([name]) => name !== RULES) };
}

/**
 * Read answers as a form asks for them.
 *
 * @param {Iterable<[string, string | string[]]>} pairs
 * @param {Form} form
 * @param {object} [how]
 * @param {boolean} [how.onlyChanges] - Whether a unit may stand as built: so older plans wrote it.
 * @returns {Read}
 */
export function read(pairs, form, { onlyChanges = false } = {}) {
  /** @type {Answers} */
  const answers = {};
  /** @type {Unread[]} */
  const unread = [];
  const refuse = (/** @type {Unread["kind"]} */ kind, /** @type {string} */ name, typed = "") => {
    unread.push({ kind, name: shown(name), typed: shown(typed) });
  };
  for (const [name, given] of pairs) {
    const known = Object.hasOwn(form, name) ? form[name] : undefined;
    const text = Array.isArray(given) ? given.join(" ") : String(given);
    if (!known) {
      if (!COUNTERS.test(name)) refuse("name", name, text);
      continue;
    }
    if (text.includes("\uFFFD")) {
      refuse("torn", name, text);
      continue;
    }
    const answer = answerOf(known, text);
    if (answer === undefined) {
      const kind = known.of ? "unit" : known.values ? "choice" : "value";
      refuse(kind, name, known.kind === "many" ? strangers(known, text) : text);
    } else if (!Object.hasOwn(answers, name)) answers[name] = answer;
    else if (Array.isArray(answer)) answers[name] = [...new Set([...answers[name], ...answer])];
    else if (answers[name] !== answer) refuse("twice", name, text);
  }
  if (!onlyChanges) {
    const refused = new Set(unread.map(({ name }) => name));
    for (const [name, answer] of Object.entries(answers)) {
      const { unit, of } = form[name];
      const hasItsOwn = /\p{L}\.?\s*$/u.test(String(answer));
      const isBare = unit && String(answer).trim() && !hasItsOwn;
      const isKnown = unit && (unit in answers || refused.has(unit));
      if (isBare && !isKnown) refuse("no-unit", name, String(answer));
      if (of && !(of in answers) && !refused.has(of)) refuse("no-number", of, String(answer));
    }
  }
  return { answers, unread };
}

/**
 * @param {Known} known
 * @param {string} text
 * @returns {string | string[] | undefined} - Undefined when the form has no such answer.
 */
function answerOf(known, text) {
  if (known.kind === "many") {
    const words = text.split(/\s+/).filter(Boolean);
    return strangers(known, text) ? undefined : [...new Set(words)];
  }
  if (known.kind === "one") {
    return [text, text.trim(), text.trim().replace(GLUED, "")].find((each) =>
      known.values?.includes(each),
    );
  }
  const tidy = known.kind === "number" ? text.trim().replace(GLUED_TO_NUMBER, "") : text;
  return known.takes && tidy && !known.takes(tidy) ? undefined : tidy;
}

/**
 * List the words that cannot be chosen.
 *
 * @param {Known} known
 * @param {string} text
 * @returns {string}
 */
function strangers({ values = [] }, text) {
  const words = text.split(/\s+/).filter(Boolean);
  return words.filter((word) => !values.includes(word)).join(" ");
}

/**
 * @param {string} text
 * @returns {string}
 */
function shown(text) {
  const letters = [...text];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join("")}…` : text;
}

/**
 * Write a fragment.
 *
 * @param {string} start
 * @param {Iterable<[string, string | string[]]>} pairs
 * @param {string} rules
 * @returns {string}
 */
export function toFragment(start, pairs, rules) {
  const written = [...pairs].map(([name, answer]) => [
    name,
    Array.isArray(answer) ? answer.join(" ") : answer,
  ]);
  return `#${start}?${new URLSearchParams([...written, [RULES, rules]])}`;
}
