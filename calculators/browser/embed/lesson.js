/** Brings a lesson sheet to life: an answer asks for a guess first, and paper has the answers when they are asked for. */

/** @param {string} name */
const parts = (name) =>
  [...document.querySelectorAll(`[data-part="${name}"]`)].filter(
    (each) => each instanceof HTMLElement,
  );

/** @returns {HTMLDetailsElement[]} */
const answers = () => parts("answer").filter((each) => each instanceof HTMLDetailsElement);

for (const answer of answers()) {
  const task = answer.closest(".bfr-lesson-task");
  const guess = task?.querySelector("input");
  const says = task?.querySelector("[data-part=first-says]");
  answer.querySelector("summary")?.addEventListener("click", (event) => {
    if (answer.open || !(says instanceof HTMLElement)) return;
    const isAsked = !says.hidden;
    says.hidden = isAsked || Boolean(guess?.value.trim());
    if (says.hidden) return;
    event.preventDefault();
    guess?.focus();
  });
  guess?.addEventListener("input", () => {
    if (says instanceof HTMLElement) says.hidden = true;
  });
}

/**
 * Print the sheet, with its answers or without, and leave it as it was.
 *
 * @param {boolean} hasAnswers
 */
function print(hasAnswers) {
  const were = answers().map((answer) => answer.open);
  for (const answer of answers()) answer.open = hasAnswers;
  window.print();
  answers().forEach((answer, at) => {
    answer.open = were[at];
  });
}

for (const [name, hasAnswers] of /** @type {const} */ ([
  ["print-blank", false],
  ["print-answers", true],
])) {
  for (const button of parts(name)) {
    button.hidden = false;
    button.addEventListener("click", () => print(hasAnswers));
  }
}
