/** Asks the rules, as every widget does: with the standing of this tab and the day. */

import { standing, today } from "../gate/standing.js";
import { engine } from "../python/engine.js";

/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {{ outcome: Outcome, problems?: undefined } | { outcome?: undefined, problems: { name: string, says: string }[] }} Response */

/**
 * Ask one calculator.
 *
 * @param {string} calculator
 * @param {Record<string, string | string[]>} answers
 * @returns {Promise<Response>} Rejects with a `Failure`.
 */
export async function ask(calculator, answers) {
  start();
  const request = { calculator, answers, today: today(), standing: standing.kept() };
  return JSON.parse(await engine.ask(JSON.stringify(request)));
}

/** Start Python, unless it runs: the page's template of the gate knows where it lies. */
function start() {
  const template = document.querySelector("template#bfr-gate-parts[data-runtime]");
  if (!(template instanceof HTMLElement)) return;
  const runtime = JSON.parse(template.dataset.runtime ?? "{}");
  engine.start({ ...runtime, base: new URL(runtime.base, document.baseURI).href });
  engine.retry();
}
