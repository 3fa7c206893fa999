/** `<bfr-today>` shows today's session in short, where the reader keeps numbers on this device; else nothing. */

import { part } from "../shared/dom.js";
import { Words } from "../shared/words.js";
import { timesOf } from "../kept/asking.js";
import { doneOf } from "../kept/record.js";
import { store } from "../kept/store.js";

class BfrToday extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    store.addEventListener("change", () => this.#show(), { signal: this.#listening.signal });
    if (store.isOn) store.read();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #show() {
    const numbers = store.numbers;
    this.hidden = !numbers?.exercises.length;
    if (!numbers) return;
    const words = new Words(this);
    const items = numbers.exercises.map((exercise) => {
      const [last] = timesOf(numbers, exercise);
      const item = document.createElement("li");
      const done = last ? doneOf(last.exercise) : "";
      const key = last ? "exercise-last" : "exercise";
      item.textContent = words.say(key, { name: exercise.name || exercise.limb, done });
      return item;
    });
    part(this, "list").replaceChildren(...items);
    const [last] = numbers.sessions;
    const key = last?.ended === "sign" ? "last-sign" : "last";
    part(this, "last").textContent = last ? words.say(key, { date: last.date }) : "";
  }
}

customElements.define("bfr-today", BfrToday);
