/**
 * Shows in a calculator's markup what `derive` says, and an outcome in clones of the page's templates.
 */

import { questions } from "../shared/answers.js";
import { all, one, part, parts, setHidden, showWhere } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { pointOut } from "../shared/problems.js";
import { Words } from "../shared/words.js";
import { write } from "../shared/write.js";

/** @typedef {import("./calculator-state.js").View} View */
/** @typedef {import("./calculator-state.js").Problem} Problem */
/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {import("./links.js").Refused} Refused */

/** What of a view is an attribute of the same name. */
const ATTRIBUTES = /** @type {const} */ ([
  "answered",
  "stale",
  "varying",
  "unanswered",
  "gated",
  "kept",
]);

/** Where the three parts of an outcome stand. */
const PARTS = ["readout", "details", "working"];

/** What the page writes once for all its calculators. */
const contents = () => one(document, "#bfr-calculator-parts", HTMLTemplateElement).content;

/** @param {string} name */
const templateOf = (name) => part(contents(), name, HTMLTemplateElement);

/** What a calculator says beside its answers. */
export const words = new Words(contents);

/**
 * Say what is going on, in attributes and in words.
 *
 * @param {HTMLElement} element
 * @param {View} view
 */
export function showView(element, view) {
  element.setAttribute("state", view.phase);
  for (const name of ATTRIBUTES) element.toggleAttribute(name, view[name]);
  element.toggleAttribute("limb-closed", view.limbClosed);
  if (view.level !== null) element.setAttribute("level", view.level);
  showWhere(element, "data-show", view.shows);
  const { kind = "", says = kind } = view.trouble ?? {};
  part(element, "failure").dataset.failure = kind;
  write(part(element, "failure-says"), says && words.say(`failure-${says}`));
  part(element, "failure-detail").textContent = view.trouble?.message ?? "";
  part(element, "live").hidden = view.phase === "error";
}

/**
 * Say how much of Python has arrived.
 *
 * @param {HTMLElement} element
 * @param {{ loaded: number, total: number }} engine
 * @param {boolean} isWaited - Whether an answer waits for it.
 */
export function showProgress(element, { loaded, total }, isWaited) {
  const progress = part(element, "progress", HTMLProgressElement);
  progress.max = total;
  progress.value = loaded;
  const values = { loaded: loaded.toFixed(1), total: total.toFixed(1) };
  part(element, "amount").textContent = words.say("amount", values);
  part(element, "kept").hidden = !isWaited;
}

/**
 * Show an outcome; what the reader had unfolded stays so.
 *
 * @param {HTMLElement} element
 * @param {Outcome} outcome
 */
export function showOutcome(element, outcome) {
  const folds = () => all(element, ".bfr-desk details[data-part]", HTMLDetailsElement);
  const wasOpen = new Map(folds().map((fold) => [fold.dataset.part, fold.open]));
  const changes = outcome.stop ? null : changesOf(element);
  for (const name of PARTS) {
    const template = templateOf(`${name}-template`);
    part(element, name).replaceChildren(fill(template, outcome));
  }
  // Until it is known what would change this answer, the room of what would have changed the last is held.
  if (changes) part(element, "steps").after(changes);
  for (const fold of folds()) fold.open = wasOpen.get(fold.dataset.part) ?? fold.open;
  part(element, "kept-note").textContent = "";
}

/**
 * Show what would change the answer that is on show, if anything.
 *
 * @param {HTMLElement} element
 * @param {Pick<Outcome, "changes">} outcome
 */
export function showChanges(element, outcome) {
  const before = changesOf(element);
  before?.remove();
  if (!outcome.changes.length) return;
  const template = templateOf("changes-template");
  part(element, "steps").after(fill(template, outcome));
  const now = changesOf(element);
  if (now) now.open = before?.open ?? false;
}

/** @param {HTMLElement} element */
function changesOf(element) {
  return all(element, "details[data-part=changes]", HTMLDetailsElement).at(0);
}

/**
 * Point out what is wrong at each question, and list it where an answer was asked for outright.
 *
 * @param {HTMLElement} element
 * @param {HTMLFormElement} form
 * @param {View} view
 */
export function showProblems(element, form, { problems, lists }) {
  const item = templateOf("problem-item");
  const items = questions(form).flatMap((field) => {
    const says = problems.find(({ name }) => name === field.dataset.question)?.says;
    const id = pointOut(field, says);
    if (id === null) return [];
    field.closest("details")?.setAttribute("open", "");
    return fill(item, { id, says });
  });
  part(element, "problem-list").replaceChildren(...items);
  part(element, "problems").hidden = !(lists && items.length);
}

/**
 * Say what of a link, or of what was kept, could not be read; without anything, take back what was said.
 *
 * @param {HTMLElement} element
 * @param {Refused | null} refused
 * @param {(name: string) => string} labelOf - Gives what a question is called.
 */
export function showUnread(element, refused, labelOf) {
  const block = part(element, "unread");
  block.hidden = !refused;
  showWhere(block, "data-from", refused?.from ?? "");
  const items = (refused?.unread ?? []).map(({ kind, name, typed }) => {
    const template = one(contents(), `[data-unread="${kind}"]`, HTMLTemplateElement);
    return fill(template, { name, typed, label: labelOf(name) });
  });
  part(element, "unread-list").replaceChildren(...items);
  // Once the page is laid out: what was not taken over must not be missed.
  if (refused) requestAnimationFrame(() => block.focus());
}

/**
 * Say that a link was made with other rules than the page's.
 *
 * @param {HTMLElement} element
 * @param {string} rules - Empty for a link that does not say.
 */
export function showRules(element, rules) {
  part(element, "other-rules").hidden = !rules || rules === element.dataset.rules;
  part(element, "other-rules-made").textContent = rules;
}

/**
 * Leave only the answers that the reader's limits leave, and say at each question which limit holds.
 *
 * @param {HTMLFormElement} form
 * @param {{ says: string, binds: import("../shared/from-rules.js").Bind[] }[]} limits
 */
export function holdTo(form, limits) {
  const template = templateOf("limit-note");
  for (const field of questions(form)) {
    for (const note of field.querySelectorAll(".bfr-limit-note")) note.remove();
    const { question } = field.dataset;
    const holding = limits.filter(({ binds }) => binds.some(({ name }) => name === question));
    for (const { says } of holding) field.append(fill(template, { says }));
    const binds = holding.flatMap((limit) => limit.binds.filter(({ name }) => name === question));
    for (const radio of all(field, `input[type=radio][name="${question}"]`, HTMLInputElement)) {
      const isOnly = binds.some(({ only }) => only === radio.value);
      const isNever = binds.some(
        ({ only, never }) => (only && only !== radio.value) || never.includes(radio.value),
      );
      radio.disabled = isNever;
      radio.checked = isOnly || (radio.checked && !isNever);
    }
  }
}

/**
 * Let the units that the reader has not chosen follow the one that was.
 *
 * @param {HTMLElement} element
 * @param {HTMLInputElement} chosen
 */
export function followUnit(element, chosen) {
  chosen.closest("[role=radiogroup]")?.setAttribute("data-chosen", "");
  const units = "[role=radiogroup]:not([data-chosen]) input";
  for (const unit of all(element, units, HTMLInputElement)) {
    if (unit.value === chosen.value) unit.checked = true;
  }
}

/**
 * List the works that the answer on show cites, in the page's list of sources.
 *
 * @param {HTMLElement} element
 */
export function sourcesOf(element) {
  const cites = all(element, ".bfr-desk a.bfr-cite", HTMLAnchorElement);
  const ids = new Set(cites.map(({ hash }) => hash.slice(1)));
  return [...ids].flatMap((id) => document.getElementById(id) ?? []);
}

/**
 * Show what only a page with scripts can do.
 *
 * @param {HTMLElement} element
 */
export function showActions(element) {
  for (const name of ["actions", "try"]) {
    for (const each of parts(element, name)) setHidden(each, false);
  }
}
