/** Writes sentences into a page that a browser may be translating. */

/** What was written last: a translation in its place is no other text. @type {WeakMap<Element, string>} */
const written = new WeakMap();

/**
 * Write a text where it differs from the last: written again it would be read again, and fight a translation.
 *
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** The sentence that an element holds, with its braces. @type {WeakMap<Element, string>} */
const sentences = new WeakMap();

/**
 * Write a sentence with values in its braces. While the sentence stays, its values alone are written, each in a place of
 * its own: a translation of the words around them stays, and digits are never translated.
 *
 * @param {Element} element
 * @param {string} sentence
 * @param {Record<string, string | number>} [values]
 */
export function writeSentence(element, sentence, values = {}) {
  if (sentences.get(element) !== sentence) {
    sentences.set(element, sentence);
    const parts = sentence.split(/\{(\w+)\}/);
    element.replaceChildren(...parts.map((part, at) => (at % 2 ? placeOf(part) : part)));
  }
  for (const place of element.querySelectorAll("[data-value]")) {
    const value = String(values[place.getAttribute("data-value") ?? ""] ?? "");
    place.setAttribute("translate", /\d/.test(value) ? "no" : "yes");
    write(place, value);
  }
}

/**
 * @param {string} name
 * @returns {Element}
 */
function placeOf(name) {
  const place = document.createElement("span");
  place.setAttribute("data-value", name);
  return place;
}
