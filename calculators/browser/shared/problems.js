/**
 * Says at a question what is wrong with its answer: to be seen, and to be read aloud with it.
 */

import { all, one, parts } from "./dom.js";

/** Where the answers to a question stand. */
const ANSWERS = ".bfr-entry, .bfr-segments, .bfr-boxes, .bfr-tick-rows";

/**
 * Point out what is wrong at a question; where nothing is, take back what was said before.
 *
 * @param {HTMLElement} field - The question.
 * @param {string} [says]
 * @returns {string | null} The id of what is to be answered anew.
 */
export function pointOut(field, says) {
  const before = parts(field, "problem");
  if (!says && !before.length) return null;
  for (const each of before) each.remove();
  const control = one(field, "fieldset, .bfr-input");
  const id = `${control.id}-problem`;
  describe(control, id, Boolean(says));
  for (const input of all(field, "input:not([data-unit])")) {
    if (says) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  if (!says) return null;
  const note = document.createElement("p");
  note.className = "bfr-problem";
  note.dataset.part = "problem";
  note.id = id;
  note.textContent = says;
  one(field, ANSWERS).before(note);
  return control.id;
}

/**
 * Let a note be read aloud with a control, or no more.
 *
 * @param {HTMLElement} control
 * @param {string} id - Of the note.
 * @param {boolean} isThere
 */
function describe(control, id, isThere) {
  const ids = new Set(control.getAttribute("aria-describedby")?.split(" "));
  if (isThere) ids.add(id);
  else ids.delete(id);
  if (ids.size) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}
