/**
 * `<bfr-gate mode="…" asks-first>` says where the reader's screening leaves them, wherever settings are shown.
 *
 * Its mode is `setting` above what gives settings, with the stop that stands in their place; `kept` on the screening
 * itself, while nothing is answered there; `release` for the form alone that states what a professional has decided; and
 * `holds` for the limits, limbs and release that hold. A way to the screening first fires `bfr-screening`, which a flow of several steps, or the screening itself, may take.
 */

import { questions, readAnswers, settleTicks, showQuestions } from "../shared/answers.js";
import { Failure, engine } from "../python/engine.js";
import { LEVELS, LIMBS, WHO } from "../shared/from-rules.js";
import { pointOut } from "../shared/problems.js";
import { daysBetween } from "./gate.js";
import { standing, today } from "./standing.js";

/** @typedef {import("./standing.js").Now} Now */

let made = 0;

/** What is asked again of somebody who was screened. */
const AGAIN = ["today", "expired"];

/** The modes in which a release is stated. */
const RELEASES = new Set(["setting", "release"]);

/** The line, the stop, and the release. */
export class BfrGate extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** The limits that a release proposes were ticked for these. */
  #proposed = "";

  connectedCallback() {
    if (!this.#build()) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("input", (event) => this.#typed(event), { signal });
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    standing.addEventListener("change", () => this.show(), { signal });
    standing.addEventListener("forget", () => this.#forget(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @returns {"setting" | "kept" | "release" | "holds"} */
  get mode() {
    const mode = this.getAttribute("mode");
    return mode === "kept" || mode === "release" || mode === "holds" ? mode : "setting";
  }

  /** What stands in the place of settings here; nothing if they may be shown. */
  get gate() {
    return standing.gate(this.hasAttribute("asks-first"));
  }

  /** Show what holds now. */
  show() {
    const now = standing.get();
    const { gate, mode } = this;
    const isSetting = mode === "setting";
    const isHeld =
      now !== null && !gate && (now.limits.length || now.closed.length || now.released);
    const showsLine = { kept: now !== null, holds: isHeld, setting: !gate, release: now?.released };
    const asks = isSetting || (mode === "kept" && now !== null && AGAIN.includes(gate));
    this.#place(asks ? gate : "");
    for (const button of this.#parts("leave")) setHidden(button, now === null || mode === "kept");
    for (const button of this.querySelectorAll("[data-gate-do=unrelease]")) {
      setHidden(button, mode === "holds");
    }
    setHidden(this.#part("line"), !showsLine[mode]);
    this.#showLine(now, gate);
    this.#showRelease(now);
  }

  /** Lead the keyboard to what stands here. */
  lead() {
    for (const each of this.querySelectorAll(".bfr-gate, .bfr-standing, .bfr-release summary")) {
      if (each instanceof HTMLElement && each.checkVisibility()) {
        each.scrollIntoView({ block: "center" });
        each.focus({ preventScroll: true });
        return;
      }
    }
  }

  // --- Building ---

  /** Take the page's words over, without what is not needed yet. */
  #build() {
    if (this.querySelector("[data-gate-part]")) return true;
    const parts = this.#words();
    if (!parts) return false;
    for (const each of parts.querySelectorAll("[data-gate]")) each.remove();
    if (!RELEASES.has(this.mode)) parts.querySelector("[data-gate-part=release]")?.remove();
    this.replaceChildren(parts);
    return true;
  }

  /** Clone the page's words, with ids of their own. */
  #words() {
    const template = document.querySelector("template#bfr-gate-parts");
    if (!(template instanceof HTMLTemplateElement)) return null;
    const parts = document.importNode(template.content, true);
    made += 1;
    for (const name of ["id", "for", "aria-describedby"]) {
      for (const each of parts.querySelectorAll(`[${name}]`)) {
        const ids = each
          .getAttribute(name)
          ?.split(" ")
          .map((id) => `${id}-${made}`);
        each.setAttribute(name, ids?.join(" ") ?? "");
      }
    }
    return parts;
  }

  /**
   * Let one stop stand here, or none.
   *
   * @param {string} gate
   */
  #place(gate) {
    const placed = this.querySelector("[data-gate]");
    if ((placed?.getAttribute("data-gate") ?? "") === gate) return;
    placed?.remove();
    const block = gate && this.#words()?.querySelector(`[data-gate="${gate}"]`);
    if (!(block instanceof HTMLElement)) return;
    block.hidden = false;
    const form = block.querySelector("form");
    // A whole screening that has run out is not renewed by the short check, which asks less.
    if (gate === "expired" && !standing.get()?.found.short) form?.remove();
    else if (form) showQuestions(form);
    this.#part("line").after(block);
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-gate-part="${name}"]`));
  }

  /** @param {string} name */
  #parts(name) {
    return this.querySelectorAll(`[data-gate-part="${name}"]`);
  }

  // --- The line ---

  /**
   * @param {Now | null} now
   * @param {string} gate
   */
  #showLine(now, gate) {
    const { mode } = this;
    const shown = new Set(["setting", "kept"].includes(mode) ? [whenOf(now)] : []);
    if (mode === "kept") shown.add("kept");
    if (now?.release) shown.add("released");
    if (now?.closed.length) shown.add("closed");
    if (now?.limits.length && (now.level === "limits" || now.released)) shown.add("limits");
    for (const block of this.querySelectorAll("[data-gate-when]")) {
      setHidden(block, !shown.has(block.getAttribute("data-gate-when") ?? ""));
    }
    if (!now) return;
    const age = now.on === null ? 0 : daysBetween(now.on, today());
    const day = ["today", "yesterday"][age] ?? "earlier";
    setText(this.#part("days"), String(age));
    setHidden(this.#part("short"), !now.short);
    setHidden(this.#part("whole"), now.short);
    const found = now.released ? "released" : gate && !isAsked(gate) ? gate : now.level;
    for (const [name, value] of [
      ["day", day],
      ["found", found],
    ]) {
      for (const each of this.querySelectorAll(`[data-gate-${name}]`)) {
        setHidden(each, each.getAttribute(`data-gate-${name}`) !== value);
      }
    }
    setText(this.#part("closed"), inWords(now.closed));
    this.#part("limits").replaceChildren(...standing.limits.map(line));
    const { release } = now;
    if (!release) return;
    setText(this.#part("who"), WHO[release.by]);
    setHidden(this.#part("named"), !release.name);
    setText(this.#part("name"), release.name);
    setText(this.#part("limbs"), inWords(release.limbs));
    setText(this.#part("since"), release.from);
  }

  // --- The release ---

  /** @param {Now | null} now */
  #showRelease(now) {
    const found = now?.found;
    const may =
      found !== undefined &&
      !now?.released &&
      !AGAIN.includes(this.gate) &&
      LEVELS[found.lasting].releasable &&
      LEVELS[found.level].releasable &&
      found.release_by.length > 0;
    const part = this.querySelector("[data-gate-part=release]");
    if (!part) return;
    setHidden(part, !may);
    if (!may) return;
    this.#offer("by", found.release_by);
    const open = Object.keys(LIMBS).filter((limb) => !found.closed.includes(limb));
    this.#offer("open-limbs", open);
    const proposed = JSON.stringify(found);
    if (this.#proposed === proposed) return;
    this.#proposed = proposed;
    this.#form.reset();
    for (const box of this.#part("agreed-limits").querySelectorAll("input")) {
      box.checked = found.limits.includes(box.value);
    }
    for (const name of ["by", "open-limbs"]) {
      const offered = [...this.#part(name).querySelectorAll("label:not([hidden]) input")];
      // What alone is left needs no choice.
      if (offered.length === 1 && offered[0] instanceof HTMLInputElement) offered[0].checked = true;
    }
    this.#showProblems([]);
    setHidden(this.#part("day"), true);
  }

  /** @returns {HTMLFormElement} */
  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector(".bfr-release-form"));
  }

  /**
   * @param {string} name
   * @param {string[]} values
   */
  #offer(name, values) {
    for (const choice of this.#part(name).querySelectorAll("[data-gate-choice]")) {
      setHidden(choice, !values.includes(choice.getAttribute("data-gate-choice") ?? ""));
    }
  }

  #state() {
    const data = new FormData(this.#form);
    const by = String(data.get("by") ?? "");
    const open = new Set(standing.get()?.found.closed);
    const limbs = data
      .getAll("limbs")
      .map(String)
      .filter((limb) => !open.has(limb));
    const from = data.get("since") === "today" ? today() : String(data.get("from") ?? "");
    const problems = Object.entries({
      by: !by,
      limbs: !limbs.length,
      from: !data.get("since") || !from,
    }).flatMap(([name, isMissing]) => (isMissing ? [name] : []));
    this.#showProblems(problems);
    if (problems.length) {
      const place = this.querySelector(`[data-gate-problem="${problems[0]}"]`)?.parentElement;
      place?.scrollIntoView({ block: "center" });
      const control = place?.querySelector("label:not([hidden]) input:not([hidden])");
      if (control instanceof HTMLElement) control.focus({ preventScroll: true });
      return;
    }
    const limits = data.getAll("limits").map(String);
    const name = String(data.get("name") ?? "").trim();
    standing.release({ by, from, limbs, limits, name });
    this.#settle();
  }

  /** Lead to what stands there now, or let those around do it. */
  #settle() {
    const event = new CustomEvent("bfr-released", { bubbles: true, cancelable: true });
    if (this.dispatchEvent(event)) this.lead();
  }

  /** @param {string[]} names */
  #showProblems(names) {
    for (const problem of this.querySelectorAll("[data-gate-problem]")) {
      const isOne = names.includes(problem.getAttribute("data-gate-problem") ?? "");
      setHidden(problem, !isOne);
      const inputs = problem.parentElement?.querySelectorAll("input") ?? [];
      for (const input of inputs) {
        if (isOne) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
  }

  // --- What the reader does ---

  /** @param {Event} event */
  #clicked(event) {
    const chosen = /** @type {Element} */ (event.target).closest("[data-gate-do]");
    const asked = chosen?.getAttribute("data-gate-do");
    if (asked === "screen") {
      const wanted = new CustomEvent("bfr-screening", { bubbles: true, cancelable: true });
      if (!this.dispatchEvent(wanted)) event.preventDefault();
    } else if (asked === "leave") standing.leave();
    else if (asked === "unrelease") {
      standing.release(null);
      this.#settle();
    }
  }

  /** @param {Event} event */
  #typed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const form = input.form;
    if (form?.matches(".bfr-ask")) {
      settleTicks(form, input);
      showQuestions(form);
    } else if (input.name === "since") {
      setHidden(this.#part("day"), input.value !== "later");
    }
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    event.stopPropagation();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form === this.#form) this.#state();
    else this.#ask(form);
  }

  /**
   * Ask the few questions that stand in the place of a setting.
   *
   * @param {HTMLFormElement} form
   */
  async #ask(form) {
    start();
    showAsk(form, "working");
    const answers = readAnswers(form);
    const request = { calculator: form.dataset.slug, answers, today: today() };
    const asked = JSON.stringify({ ...request, standing: standing.kept() });
    try {
      const { outcome, problems = [] } = JSON.parse(await engine.ask(asked));
      showAsk(form, "");
      const wrong = questions(form).map((field) => {
        const problem = problems.find(
          (/** @type {{ name: string }} */ each) => each.name === field.dataset.question,
        );
        return pointOut(field, problem?.says) === null ? null : field.querySelector("input");
      });
      wrong.find(Boolean)?.focus();
      if (outcome && !outcome.standing) showLeft(form, outcome);
      if (!outcome?.standing) return;
      form.reset();
      showQuestions(form);
      standing.set(outcome.standing, "");
      this.#settle();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      showAsk(form, "failed");
    }
  }

  #forget() {
    for (const form of this.querySelectorAll("form")) form.reset();
    this.#proposed = "";
  }
}

/** Start Python, unless it runs: the page's template knows where it lies. */
function start() {
  const template = document.querySelector("template#bfr-gate-parts[data-runtime]");
  if (!(template instanceof HTMLElement)) return;
  const runtime = JSON.parse(template.dataset.runtime ?? "{}");
  engine.start({ ...runtime, base: new URL(runtime.base, document.baseURI).href });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} state
 */
function showAsk(form, state) {
  for (const each of form.querySelectorAll("[data-ask]")) {
    setHidden(each, each.getAttribute("data-ask") !== state);
  }
}

/**
 * Say what is left to answer.
 *
 * @param {HTMLFormElement} form
 * @param {import("../shared/outcome.js").Outcome} outcome
 */
function showLeft(form, outcome) {
  showAsk(form, "left");
  setText(/** @type {Element} */ (form.querySelector("[data-ask-headline]")), outcome.headline);
  form.querySelector("[data-ask-list]")?.replaceChildren(...(outcome.stop?.do ?? []).map(line));
}

/** @param {Now | null} now */
function whenOf(now) {
  if (now) return "screened";
  return standing.isLost ? "lost" : "unscreened";
}

/** @param {string} gate */
function isAsked(gate) {
  return ["today", "expired", "unscreened"].includes(gate);
}

/** @param {string[]} limbs */
function inWords(limbs) {
  return limbs.map((limb) => LIMBS[limb]).join(", ");
}

/** @param {string} says */
function line(says) {
  const item = document.createElement("li");
  item.textContent = says;
  return item;
}

/**
 * @param {Element} element
 * @param {boolean} hidden
 */
function setHidden(element, hidden) {
  if (element.hasAttribute("hidden") !== hidden) element.toggleAttribute("hidden", hidden);
}

/**
 * @param {Element} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

customElements.define("bfr-gate", BfrGate);
