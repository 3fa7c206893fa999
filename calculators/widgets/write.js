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
