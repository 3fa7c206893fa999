/**
 * Finds and fills the parts of a widget's markup, which the site build wrote. A part that is not there is a mistake of
 * ours: it is named at once, not met later as a `null`.
 */

/** @typedef {Record<string, string | number>} Values */

/**
 * Find the one element that a selector names, of the kind that is needed.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function one(
  root,
  selector,
  kind = /** @type {new () => Kind} */ (/** @type {unknown} */ (HTMLElement)),
) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  const owner = root instanceof Element ? root.localName : "page";
  throw new Error(`The markup of ${owner} has no ${kind.name} “${selector}”.`);
}

/**
 * List the elements that a selector names, of the kind that is needed; others are left out.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind[]}
 */
export function all(
  root,
  selector,
  kind = /** @type {new () => Kind} */ (/** @type {unknown} */ (HTMLElement)),
) {
  return [...root.querySelectorAll(selector)].flatMap((each) => (each instanceof kind ? each : []));
}

/**
 * Find a part by the name that `data-part` gives it.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} name
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function part(root, name, kind) {
  return one(root, `[data-part="${name}"]`, kind);
}

/**
 * List the parts of a name.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} name
 * @param {new () => Kind} [kind]
 * @returns {Kind[]}
 */
export function parts(root, name, kind) {
  return all(root, `[data-part="${name}"]`, kind);
}

/**
 * Set `hidden` only when it changes, so that nothing is announced twice.
 *
 * @param {Element} element
 * @param {boolean} hidden
 */
export function setHidden(element, hidden) {
  if (element.hasAttribute("hidden") !== hidden) element.toggleAttribute("hidden", hidden);
}

/**
 * Set an attribute, or take it away, only when it changes.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value - None takes it away.
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Of the blocks with an attribute, which lists when each holds, show those that hold now.
 *
 * @param {ParentNode} root
 * @param {string} attribute
 * @param {string | Iterable<string>} now - A word, or several.
 */
export function showWhere(root, attribute, now) {
  const words = new Set(typeof now === "string" ? [now] : now);
  for (const block of root.querySelectorAll(`[${attribute}]`)) {
    const needs = block.getAttribute(attribute)?.split(" ") ?? [];
    setHidden(block, !needs.some((each) => words.has(each)));
  }
}

/**
 * Make an item of a list from a sentence.
 *
 * @param {string} says
 */
export function line(says) {
  const item = document.createElement("li");
  item.textContent = says;
  return item;
}
