/** `<bfr-history>` shows what was done: each session in a table, and each exercise as a chart with its own table. */

import { bareName, csvOf } from "../kept/record.js";
import { all, one, part, setHidden } from "../shared/dom.js";
import { download } from "../shared/keep.js";
import { rowOf } from "../shared/session-card.js";
import { Words } from "../shared/words.js";
import { keyOf } from "../kept/asking.js";
import { drawing } from "./chart.js";
import { store } from "../kept/store.js";

/** @typedef {import("../kept/record.js").Entry} Entry */
/** @typedef {{ entry: Entry, exercise: Entry["exercises"][number] }} Done */

const SVG = "http://www.w3.org/2000/svg";

class BfrHistory extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  #words = new Words(this);

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    store.read();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @param {MouseEvent} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement)) return;
    const asked = button.dataset.do;
    if (asked === "print") window.print();
    else if (asked === "csv") {
      const text = csvOf(store.numbers?.sessions ?? []);
      download({ name: "bfr-sessions.csv", type: "text/csv;charset=utf-8", text });
    } else if (asked === "delete") this.#delete(button.dataset.id ?? "");
  }

  /** @param {string} id */
  async #delete(id) {
    await store.removeSession(id);
    (
      this.querySelector("[data-do=delete]") ?? this.querySelector("[data-do=print]")
    )?.dispatchEvent(new Event("focusin"));
    one(this, "[data-do=print]").focus();
  }

  #show() {
    const sessions = store.numbers?.sessions ?? [];
    setHidden(part(this, "empty"), sessions.length > 0);
    setHidden(part(this, "all"), !sessions.length);
    /** @type {Done[]} */
    const done = sessions.flatMap((entry) =>
      entry.exercises.map((exercise) => ({ entry, exercise })),
    );
    part(this, "rows").replaceChildren(...done.map((each) => this.#row(each)));
    const byName = Map.groupBy(done, ({ exercise }) => keyOf(exercise));
    part(this, "charts").replaceChildren(...[...byName.values()].map((each) => this.#chart(each)));
  }

  /** @param {Done} done */
  #row({ entry, exercise }) {
    const row = this.#clone("row");
    const cells = all(row, "td", HTMLTableCellElement);
    const values = [
      `${entry.date} ${entry.start}`,
      named(exercise),
      exercise.load || this.#words.say("no-load"),
      rowOf(exercise.sets),
      exercise.limb
        ? this.#words.say("minutes", { minutes: minutes(exercise.underS) })
        : this.#words.say("no-cuff"),
      this.#left(exercise.left),
      this.#signs(entry.ended),
    ];
    values.forEach((value, at) => {
      cells[at].textContent = value;
    });
    const button = one(row, "button");
    button.dataset.id = entry.id;
    const says = { name: named(exercise), date: entry.date };
    button.setAttribute("aria-label", this.#words.say("delete", says));
    return row;
  }

  /** @param {number | null | undefined} left */
  #left(left) {
    if (left === null || left === undefined) return this.#words.say("unsaid");
    return left >= 5 ? this.#words.say("left-more") : this.#words.say("left", { count: left });
  }

  /** @param {string} ended */
  #signs(ended) {
    if (ended === "sign") return this.#words.say("sign");
    if (ended === "stopped" || ended === "ceiling") return this.#words.say(ended);
    return this.#words.say("no-sign");
  }

  /** @param {Done[]} newest First the newest. */
  #chart(newest) {
    const block = this.#clone("chart");
    const name = named(newest[0].exercise);
    one(block, "h2").textContent = name;
    const oldest = newest.toReversed();
    const points = oldest.map(({ entry, exercise }) => ({
      date: entry.date,
      load: exercise.load,
      repetitions: exercise.sets.reduce((sum, each) => sum + each.repetitions, 0),
    }));
    const drawn = drawing(points);
    const figure = one(block, "figure");
    setHidden(figure, !drawn);
    if (drawn) {
      const picture = one(block, "svg", SVGSVGElement);
      const says = this.#words.say("chart", {
        name,
        count: drawn.points.length,
        first: `${drawn.points[0].load} (${drawn.points[0].date})`,
        last: `${drawn.points[drawn.points.length - 1].load} (${drawn.points[drawn.points.length - 1].date})`,
      });
      draw(picture, drawn, says);
      one(block, "figcaption").textContent = this.#words.say("caption");
    }
    const rows = newest.map(({ entry, exercise }) => {
      const row = document.createElement("tr");
      for (const text of [entry.date, exercise.load, rowOf(exercise.sets)]) {
        row.insertCell().textContent = text;
      }
      return row;
    });
    one(block, "tbody", HTMLTableSectionElement).replaceChildren(...rows);
    return block;
  }

  /** @param {string} name */
  #clone(name) {
    const template = part(this, name, HTMLTemplateElement);
    return /** @type {HTMLElement} */ (
      document.importNode(template.content, true).firstElementChild
    );
  }
}

/**
 * @param {SVGSVGElement} picture
 * @param {import("./chart.js").Drawing} drawn
 * @param {string} says
 */
function draw(picture, { width, height, points, path, lines }, says) {
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  picture.setAttribute("aria-label", says);
  const parts = lines.flatMap(({ y, says: load }) => {
    const text = shape("text", { x: 0, y: y + 4, class: "bfr-history-label" });
    text.textContent = load;
    return [shape("path", { d: `M52 ${y}H${width}`, class: "bfr-history-line" }), text];
  });
  parts.push(shape("path", { d: path, class: "bfr-history-path" }));
  for (const { x, y } of points) {
    parts.push(shape("circle", { cx: x, cy: y, r: 3.5, class: "bfr-history-dot" }));
  }
  picture.replaceChildren(...parts);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {Done["exercise"]} exercise */
function named({ name, limb, side }) {
  const sided = side === "both" ? `both ${limb}s` : [side, limb].filter(Boolean).join(" ");
  return [bareName(name, limb, side), side && sided].filter(Boolean).join(", ");
}

/** @param {number} seconds */
function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

customElements.define("bfr-history", BfrHistory);
