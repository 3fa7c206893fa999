/**
 * The search field and what it finds. The index, which weighs more than a page, is fetched when someone turns to it.
 *
 * Whatever changes the field counts: keys, a paste, dictation. Nothing that is typed leaves the device.
 *
 * In:  the markup of partials/search.html.
 */

import { SearchIndex, sound, stem, wordsOf } from "./search-index.js";

/** @typedef {import("./search-index.js").Hit} Hit */

/** How long to wait for the next letter. */
const PAUSE_MS = 60;
/** How much of a text is shown. */
const EXCERPT = 160;

const ROOT = new URL("../../../", import.meta.url);

/** @type {Promise<SearchIndex> | undefined} */
let loaded;

/** Fetch what search needs, once; after a failure the next search tries again. */
function load() {
  loaded ??= read().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function read() {
  const library = new URL("./minisearch.js", import.meta.url).href;
  const [{ default: Library }, response] = await Promise.all([
    /** @type {Promise<typeof import("minisearch")>} */ (import(library)),
    fetch(new URL("assets/search/index.json", ROOT)),
  ]);
  if (!response.ok) throw new Error(`The index of the search came with status ${response.status}.`);
  return new SearchIndex(await response.json(), Library);
}

/** The field, its results, and links for when there are none. */
class BfrSearch extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** What was looked for last; an answer to something older is dropped. */
  #asked = "";

  connectedCallback() {
    this.#field.addEventListener("input", () => this.#changed());
    this.addEventListener("focusin", ({ target }) => target === this.#field && this.#open());
    this.addEventListener("pointerover", () => void load().catch(() => {}), { once: true });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close();
    });
    this.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target === this.#field) this.#open();
      if (!target.closest("a, [data-part=close]")) return;
      this.#close();
      this.#field.blur();
    });
    const form = this.#part("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#goToFirst();
    });
    form.addEventListener("reset", () => {
      this.#field.value = "";
      this.#changed();
      this.#field.focus();
    });
    this.#takeFromAddress();
    // A label elsewhere on the page may open it too.
    this.#toggle.addEventListener("change", () => {
      if (this.#toggle.checked && !this.contains(document.activeElement)) this.#field.focus();
    });
  }

  /** Look for what a link of ours asks for, after its sign: that part of an address is sent to nobody. */
  #takeFromAddress() {
    const { hash } = location;
    if (!hash.startsWith("#search?")) return;
    this.#field.value = new URLSearchParams(hash.slice("#search?".length)).get("q") ?? "";
    this.#open();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.#part("field"));
  }

  /** Material keeps here whether search is open, and the style sheet goes by it. */
  get #toggle() {
    return /** @type {HTMLInputElement} */ (document.querySelector("[data-md-toggle=search]"));
  }

  get #links() {
    const all = /** @type {NodeListOf<HTMLElement>} */ (
      this.querySelectorAll("[data-part=found] a[href]")
    );
    return [...all].filter((link) => link.checkVisibility());
  }

  #open() {
    if (!this.#toggle.checked) this.#toggle.click();
    this.#changed();
  }

  #close() {
    if (this.#toggle.checked) this.#toggle.click();
  }

  #changed() {
    clearTimeout(this.#pause);
    this.#part("clear").hidden = !this.#field.value;
    this.#pause = setTimeout(() => this.#look(), PAUSE_MS);
  }

  async #look() {
    const typed = this.#field.value.trim();
    if (typed === this.#asked && this.#part("hits").childElementCount) return;
    this.#asked = typed;
    if (!typed) {
      this.#show([], "");
      await load().catch(() => {});
      return;
    }
    if (!loaded) this.#say("loading");
    try {
      const index = await load();
      if (typed !== this.#asked) return;
      const hits = index.find(typed);
      this.#show(hits, hits.length > 1 ? "many" : hits.length ? "one" : "none");
    } catch (error) {
      console.info("The search could not be loaded.", error);
      if (typed === this.#asked) this.#show([], "failed");
    }
  }

  /**
   * @param {Hit[]} hits
   * @param {string} words - Which words tell of them.
   */
  #show(hits, words) {
    const template = /** @type {HTMLTemplateElement} */ (this.#part("hit"));
    const found = this.#part("found");
    const hadKeyboard = found.contains(document.activeElement);
    this.#part("hits").replaceChildren(...hits.map((hit) => item(template, hit)));
    this.#part("often").hidden = hits.length > 0;
    found.scrollTop = 0;
    this.#say(words, hits.length);
    // Who went down while the last letters were looked up goes on from the first of what is there now.
    if (hadKeyboard && !found.contains(document.activeElement)) {
      (this.#links.at(0) ?? this.#field).focus();
    }
  }

  /**
   * @param {string} words - Which of the sentences that the page holds; none empties the line.
   * @param {number} [count]
   */
  #say(words, count = 0) {
    const says = this.#part("says");
    const sentence = says.dataset[words] ?? "";
    says.textContent = sentence
      .replace("{count}", String(count))
      .replace("{typed}", () => this.#asked.slice(0, 80));
  }

  async #goToFirst() {
    clearTimeout(this.#pause);
    await this.#look();
    const first = this.querySelector("[data-part=hits] a");
    if (first instanceof HTMLElement) first.click();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === "Escape" && this.#toggle.checked) {
      this.#close();
      event.preventDefault();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.#field, ...this.#links];
    const at = stops.findIndex((each) => each === document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    if (!this.#toggle.checked) this.#open();
    const step = event.key === "ArrowDown" ? 1 : -1;
    stops[(at + step + stops.length) % stops.length].focus();
  }
}

/**
 * Write one hit.
 *
 * @param {HTMLTemplateElement} template
 * @param {Hit} hit
 */
function item(template, hit) {
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (made.querySelector(`[data-part="${name}"]`));
  const found = new Set(hit.words);
  /** @type {HTMLAnchorElement} */ (part("link")).href = new URL(hit.at ?? "", ROOT).href;
  part("title").append(...marked(hit.title, found));
  part("page").textContent = hit.page ?? "";
  part("text").append(...marked(excerpt(hit.text ?? "", found), found));
  return made;
}

/**
 * Tell whether a word was looked for.
 *
 * @param {string} word
 * @param {Set<string>} found
 */
function isFound(word, found) {
  const [folded = ""] = wordsOf(word);
  const root = stem(folded);
  return folded !== "" && (found.has(root) || found.has(sound(root)));
}

/**
 * Give the text from the sentence on in which the first word that was looked for stands.
 *
 * @param {string} text
 * @param {Set<string>} found
 */
function excerpt(text, found) {
  const sentences = text.match(/[^.?!]+[.?!]*\s*/g) ?? [];
  const at = sentences.findIndex((each) => each.split(" ").some((word) => isFound(word, found)));
  const rest = sentences.slice(Math.max(at, 0)).join("");
  return rest.length > EXCERPT ? `${rest.slice(0, rest.lastIndexOf(" ", EXCERPT))} …` : rest;
}

/**
 * Mark the words that were looked for.
 *
 * @param {string} text
 * @param {Set<string>} found
 */
function marked(text, found) {
  return text.split(/([\p{L}\p{N}'’]+)/u).map((piece) => {
    if (!isFound(piece, found)) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

customElements.define("bfr-search", BfrSearch);
