/**
 * The sentences of a widget, which stand in its page: `<template data-part="words">` holds each with its key in `data-say`
 * and, in braces, the names of what the browser puts in.
 */

import { one } from "./dom.js";

/** @typedef {Record<string, string | number>} Values */

/** The sentences of one widget. */
export class Words {
  #root;
  #selector;

  /**
   * @param {ParentNode | (() => ParentNode)} root - Holds the template; asked for each time where pages change.
   * @param {string} [selector] - Of the template.
   */
  constructor(root, selector = 'template[data-part="words"]') {
    this.#root = root;
    this.#selector = selector;
  }

  /**
   * Give a sentence with its braces, for `writeSentence`.
   *
   * @param {string} key
   * @returns {string}
   */
  sentence(key) {
    const sentence = this.#find(key)?.textContent;
    if (sentence === undefined) throw new Error(`The page has no sentence “${key}”.`);
    return sentence;
  }

  /**
   * Give a sentence with values in its braces.
   *
   * @param {string} key
   * @param {Values} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    return filled(this.sentence(key), values);
  }

  /**
   * Tell whether there is such a sentence.
   *
   * @param {string} key
   * @returns {boolean}
   */
  has(key) {
    return this.#find(key) !== null;
  }

  /** @param {string} key */
  #find(key) {
    const root = typeof this.#root === "function" ? this.#root() : this.#root;
    const { content } = one(root, this.#selector, HTMLTemplateElement);
    return content.querySelector(`[data-say="${key}"]`);
  }
}

/**
 * Put values into the braces of a sentence.
 *
 * @param {string} sentence
 * @param {Values} values - Nothing stands in for one that is missing.
 * @returns {string}
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`“${sentence}” has no value for {${name}}.`);
    return String(values[name]);
  });
}
