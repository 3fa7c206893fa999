/**
 * Reads and writes the answers of a form. It knows names, not rules: what is typed goes to Python as typed.
 */

/** @typedef {Record<string, string | string[]>} Answers */

/**
 * Read every answer of a form; boxes to tick give a list, which may be empty.
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
    else control.value = String(answer);
  }
}

/**
 * Tell whether a form differs from how the page was built, as when a reader typed before it came to life.
 *
 * @param {HTMLFormElement} form
 * @returns {boolean}
 */
export function isChanged(form) {
  return controls(form).some((control) =>
    control.type === "radio" || control.type === "checkbox"
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue,
  );
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
 * Write answers as the fragment of an address.
 *
 * @param {string} slug
 * @param {Answers} answers
 * @returns {string}
 */
export function toFragment(slug, answers) {
  const pairs = Object.entries(answers).flatMap(([name, answer]) =>
    Array.isArray(answer) ? [[name, answer.join(" ")]] : [[name, answer]],
  );
  return `#${slug}?${new URLSearchParams(pairs)}`;
}

/**
 * Read answers from the fragment of an address; null when it is about something else.
 *
 * @param {string} slug
 * @param {string} fragment
 * @returns {Answers | null}
 */
export function fromFragment(slug, fragment) {
  const start = `#${slug}?`;
  if (!fragment.startsWith(start)) return null;
  return Object.fromEntries(new URLSearchParams(fragment.slice(start.length)));
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
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
function controls(form) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[name]"))];
}
