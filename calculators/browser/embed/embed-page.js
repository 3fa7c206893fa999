/**
 * Brings a calculator that stands in a page of another site to that page: tells it how high it is, and keeps locked what
 * that page locks. A locked answer goes through the same doors as a typed one: the gate and the limits bind it.
 */

import { BfrCalculator } from "../calculator/bfr-calculator.js";
import { standing } from "../gate/standing.js";

/** Tell the page around how high this one is, whenever that changes. */
function tellHeight() {
  const { body } = document;
  const tell = () => {
    // Its height is no secret, and who frames the page is not known.
    window.parent.postMessage({ bfrHeight: body.getBoundingClientRect().height }, "*");
  };
  new ResizeObserver(tell).observe(body);
}

/** What stands locked in the calculator of the page. */
class Locked {
  /** @type {BfrCalculator} */
  #calculator;
  /** The locked questions, by name. @type {Map<string, HTMLElement>} */
  #fields = new Map();
  /** Their answers as they came. */
  #answers;

  /**
   * @param {BfrCalculator} calculator
   * @param {string[]} names
   */
  constructor(calculator, names) {
    this.#calculator = calculator;
    const unknown = names.filter((name) => !this.#lock(name));
    const told = document.querySelector("[data-part=locked-unknown]");
    if (told instanceof HTMLElement && unknown.length) {
      told.hidden = false;
      for (const part of told.querySelectorAll("[data-part=names]")) {
        part.textContent = unknown.join(", ");
      }
    }
    const { answers } = calculator;
    this.#answers = Object.fromEntries(
      [...this.#fields.values()].flatMap((field) =>
        [...field.querySelectorAll("input")].map(({ name }) => [name, answers[name]]),
      ),
    );
    this.#hold();
    // The calculator's own listeners come first: they may open what is locked.
    standing.addEventListener("change", () => this.#hold());
    calculator.addEventListener("bfr-clear", () => queueMicrotask(() => this.#again()));
    calculator.addEventListener("click", (event) => this.#refuse(event), { capture: true });
  }

  /**
   * @param {string} name
   * @returns {boolean} Whether there is such a question, and it may be locked.
   */
  #lock(name) {
    const field = this.#calculator.querySelector(`.bfr-form [data-question="${CSS.escape(name)}"]`);
    const isOpen =
      !this.#calculator.isPrivate && field instanceof HTMLElement && !("health" in field.dataset);
    if (!isOpen) return false;
    this.#fields.set(name, field);
    const note = document.querySelector("template[data-part=locked-note]");
    if (note instanceof HTMLTemplateElement) field.append(note.content.cloneNode(true));
    return true;
  }

  /** Close the locked questions: text can be read and copied, and what is not chosen cannot be. */
  #hold() {
    for (const field of this.#fields.values()) {
      field.toggleAttribute("data-locked", true);
      for (const input of field.querySelectorAll("input")) {
        if (input.type === "radio") input.disabled = !input.checked;
        else if (input.type === "checkbox") input.setAttribute("aria-disabled", "true");
        else input.readOnly = true;
      }
    }
  }

  /** The form was set back: what is locked stands again. */
  #again() {
    for (const field of this.#fields.values()) {
      for (const input of field.querySelectorAll("input[type=radio]")) {
        if (input instanceof HTMLInputElement) input.disabled = false;
      }
    }
    if (this.#fields.size) this.#calculator.give(this.#answers);
    this.#hold();
  }

  /** @param {Event} event */
  #refuse(event) {
    const { target } = event;
    const isBox = target instanceof HTMLInputElement && target.type === "checkbox";
    if (isBox && target.closest("[data-locked]")) event.preventDefault();
  }
}

const said = new URLSearchParams(location.search);
const found = document.querySelector("bfr-calculator");
const calculator = found instanceof BfrCalculator ? found : null;
const locked = (said.get("locked") ?? "").match(/\w+/g) ?? [];
if (calculator && locked.length) new Locked(calculator, locked);
tellHeight();

// A screening is answered in the same frame, in the same colours, and leads back: its standing holds here alone.
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[data-gate-do=screen]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.pathname === location.pathname) return;
  link.search = new URLSearchParams({
    from: calculator?.slug ?? "",
    theme: said.get("theme") ?? "",
  }).toString();
});
const back = document.querySelector("[data-part=embed-back]");
if (back instanceof HTMLElement && said.has("from")) {
  back.hidden = false;
  back.addEventListener("click", () => history.back());
}
