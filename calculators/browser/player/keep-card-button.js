/**
 * The button that keeps a session on this device, on a page that sets one up: such a page tells of its card by the event
 * `bfr-card`, and leaves a place marked `data-place-save`. The words stand in the timer's screen, which that page has too.
 */

import { keepCard } from "./keep-card.js";

/** @typedef {import("../shared/session-card.js").Card} Card */

/** The card that was told last. @type {Card | null} */
let card = null;

document.addEventListener("bfr-card", (event) => {
  const { target } = event;
  card = /** @type {CustomEvent<{ card: Card | null }>} */ (event).detail.card;
  const place = target instanceof Element ? target.querySelector("[data-place-save]") : null;
  const template = document.querySelector("template[data-part=keep-card]");
  if (!place || !(template instanceof HTMLTemplateElement)) return;
  if (!place.childElementCount) place.append(document.importNode(template.content, true));
  place.toggleAttribute("hidden", !card);
  for (const says of place.querySelectorAll("[role=status]")) says.textContent = "";
});

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-do=keep-told-card]") : null;
  const says = button?.parentElement?.querySelector("[role=status]");
  if (!card || !(says instanceof HTMLElement)) return;
  const refusal = await keepCard(card);
  says.textContent = says.dataset[refusal ?? "kept"] ?? "";
});
