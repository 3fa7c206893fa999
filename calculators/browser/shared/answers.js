/**
 * Reads and writes the answers of a form. It knows names, not rules: what is typed goes to Python as typed.
 */

/** @typedef {Record<string, string | string[]>} Answers */

/**
 * Read every answer of a form; boxes to tick give a list, which may be empty, and a choice that is not made nothing.
 *
 * @param {HTMLFormElement} form
 * @returns {Answers}
 */
export function readAnswers(form) {
  /** @type {Answers} */
  const answers = {};
  for (const control of controls(form)) {
    if (control.type === "checkbox") {
      const ticked = (answers[control.name] ??= []);
      if (control.checked && Array.isArray(ticked)) ticked.push(control.value);
    } else if (control.type !== "radio" || control.checked) {
      answers[control.name] = control.value;
    } else {
      answers[control.name] ??= ""; // Nothing is chosen yet, and nothing must stand in for it.
    }
  }
  return answers;
}

/**
 * Put answers into a form; the others stay.
 *
 * @param {HTMLFormElement} form
 * @param {Answers} answers
 */
export function writeAnswers(form, answers) {
  for (const control of controls(form)) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    const given = Array.isArray(answer) ? answer : answer.split(" ");
    if (control.type === "checkbox") control.checked = given.includes(control.value);
    else if (control.type === "radio") control.checked = answer === control.value;
    else writeText(control, String(answer));
  }
}

/**
 * Give every answer of a form as the page was built.
 *
 * @param {HTMLFormElement} form
 * @returns {Answers}
 */
export function asBuilt(form) {
  const built = /** @type {HTMLFormElement} */ (form.cloneNode(true));
  built.reset();
  return readAnswers(built);
}

/**
 * Put text into a field. A field for a day or a time takes one spelling only, and drops all others: then it becomes
 * one for text, so that what was written stays to be seen, and is read or asked back.
 *
 * @param {HTMLInputElement} control
 * @param {string} text
 */
function writeText(control, text) {
  control.value = text;
  if (control.value || !text) return;
  control.type = "text";
  control.value = text;
}

/**
 * Tell whether a form differs from how the page was built, as when a reader typed before it came to life.
 *
 * @param {HTMLFormElement} form
 * @returns {boolean}
 */
export function isChanged(form) {
  return controls(form).some(isOther);
}

/**
 * @param {HTMLInputElement} control
 * @returns {boolean} Whether it differs from how it was built.
 */
function isOther(control) {
  return control.type === "radio" || control.type === "checkbox"
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/**
 * Show the questions that apply to the answers so far, in order, and hide the others.
 *
 * @param {HTMLFormElement} form
 */
export function showQuestions(form) {
  const answers = readAnswers(form);
  /** @type {Set<string>} */
  const asked = new Set();
  for (const field of questions(form)) {
    /** @type {{ name: string, values: string[] }[]} */
    const conditions = JSON.parse(field.dataset.when ?? "[]");
    const applies = conditions.every(
      ({ name, values }) =>
        asked.has(name) && [answers[name] ?? []].flat().some((answer) => values.includes(answer)),
    );
    field.hidden = !applies;
    if (applies) asked.add(field.dataset.question ?? "");
  }
}

/**
 * Let "none of these" stand alone in its list: it takes the other ticks away, and they it.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} ticked - What the reader has just ticked, or anything else of the form.
 */
export function settleTicks(form, ticked) {
  const { tick } = ticked.dataset;
  if (tick === undefined || !ticked.checked) return;
  for (const other of controls(form)) {
    if (other === ticked || other.name !== ticked.name) continue;
    if (tick === "none" || other.dataset.tick === "none") other.checked = false;
  }
}

/**
 * Read the answers that differ from how the page was built. With a number goes its unit.
 *
 * @param {HTMLFormElement} form
 * @param {object} [which]
 * @param {Set<string>} [which.except] - Questions that are left out.
 * @param {boolean} [which.hidden] - Whether questions that do not apply now are read, too.
 * @returns {Answers}
 */
export function changedAnswers(form, { except = new Set(), hidden = false } = {}) {
  const answers = readAnswers(form);
  /** @type {Answers} */
  const changed = {};
  for (const field of questions(form)) {
    if ((field.hidden && !hidden) || except.has(field.dataset.question ?? "")) continue;
    const inField = controls(field);
    const differing = inField.filter(isOther);
    const names = differing.map(({ name }) => name);
    // Half of a weight means nothing where the other half is built in another way.
    if (inField.some(({ dataset }) => dataset.unit !== undefined) && names.length) {
      names.push(...inField.map(({ name }) => name));
    }
    for (const name of names) changed[name] = answers[name] ?? "";
  }
  return changed;
}

/**
 * Say what a form knows, for answers that come from elsewhere.
 *
 * @param {HTMLFormElement} form
 * @param {Set<string>} [except] - Questions that are not to be known.
 * @returns {import("./read-answers.js").Form}
 */
export function knownOf(form, except = new Set()) {
  /** @type {import("./read-answers.js").Form} */
  const known = {};
  for (const control of controls(form)) {
    const { name, type, value, dataset } = control;
    const question = control.closest("[data-question]")?.getAttribute("data-question") ?? "";
    if (except.has(question)) continue;
    if (type === "radio" || type === "checkbox") {
      known[name] ??= { kind: type === "radio" ? "one" : "many", values: [] };
      known[name].values?.push(value);
      if (dataset.unit === undefined) continue;
      const number = name.replace(/_unit$/, "");
      known[name].of = number;
      known[number].unit = name;
    } else if (type === "text") known[name] = { kind: control.inputMode ? "number" : "line" };
    // Times were once written as parts of an hour: the rules still read those.
    else if (type === "time") known[name] = { kind: "line" };
    else known[name] = { kind: "line", takes: (text) => keeps(control, text) };
  }
  return known;
}

/**
 * Give what a question is called, without what else stands in its label.
 *
 * @param {HTMLFormElement} form
 * @param {string} name - Of one of its controls.
 * @returns {string}
 */
export function labelOf(form, name) {
  const field = controls(form)
    .find((control) => control.name === name)
    ?.closest("[data-question]");
  return field?.querySelector(".bfr-label")?.firstChild?.textContent?.trim() ?? name;
}

/**
 * Tell whether a field for a day or an hour keeps a text: it empties itself of any other.
 *
 * @param {HTMLInputElement} control
 * @param {string} text
 * @returns {boolean}
 */
function keeps(control, text) {
  const probe = /** @type {HTMLInputElement} */ (control.cloneNode());
  probe.value = text;
  return probe.value !== "";
}

/**
 * List the questions of a form, in order.
 *
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function questions(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-question]"))];
}

/**
 * @param {HTMLElement} within - A form or a question of it.
 * @returns {HTMLInputElement[]}
 */
function controls(within) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (within.querySelectorAll("input[name]"))];
}
