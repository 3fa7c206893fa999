/**
 * Fills clones of `<template>` elements, which the site build wrote from the same templates as the page.
 *
 * - `data-text="name"`: the text of the element. `.` is the value itself.
 * - `data-set-ATTRIBUTE="pattern with {name}"`: an attribute.
 * - `data-if="name"`: stays only if there is such a thing, and it is not empty.
 * - `data-with="name"`: the same, and what is inside is filled from it.
 * - `data-each="name"`: repeated for each item, and filled from it.
 */

/** @typedef {any} Json */

/**
 * Clone a template and fill the clone.
 *
 * @param {HTMLTemplateElement} template
 * @param {Json} data
 * @returns {DocumentFragment}
 */
export function fill(template, data) {
  const made = document.importNode(template.content, true);
  fillChildren(made, data);
  return made;
}

/**
 * @param {ParentNode} parent
 * @param {Json} data
 */
function fillChildren(parent, data) {
  for (const element of [...parent.children]) {
    const each = element.getAttribute("data-each");
    if (each === null) {
      fillOne(element, data);
      continue;
    }
    for (const item of find(data, each)) {
      const clone = /** @type {Element} */ (element.cloneNode(true));
      element.before(clone, " ");
      fillOne(clone, item);
    }
    element.remove();
  }
}

/**
 * @param {Element} element
 * @param {Json} data
 */
function fillOne(element, data) {
  const needed = element.getAttribute("data-with") ?? element.getAttribute("data-if");
  if (needed !== null && isEmpty(find(data, needed))) {
    element.remove();
    return;
  }
  const within = element.getAttribute("data-with");
  const scope = within === null ? data : find(data, within);
  for (const { name, value } of [...element.attributes]) {
    if (!name.startsWith("data-set-")) continue;
    const filled = value.replace(/\{(\w+)\}/g, (_, part) => String(find(scope, part)));
    element.setAttribute(name.slice("data-set-".length), filled);
  }
  const text = element.getAttribute("data-text");
  if (text === null) fillChildren(element, scope);
  else element.textContent = String(find(scope, text));
}

/**
 * @param {Json} data
 * @param {string} name
 * @returns {Json}
 */
function find(data, name) {
  return name === "." ? data : data[name];
}

/**
 * @param {Json} value
 * @returns {boolean}
 */
function isEmpty(value) {
  return Array.isArray(value) ? value.length === 0 : !value;
}
