/** Keeps a session that is ready to play as the reader's own numbers, for the page on which it was set up. */

import { standing } from "../gate/standing.js";
import { keepHere } from "../gate/follow.js";
import { nothing, withCard } from "../kept/numbers.js";
import { store } from "../kept/store.js";

/**
 * Turn the switch on, unless it is, and keep a card.
 *
 * @param {import("../shared/session-card.js").Card} card
 * @returns {Promise<import("../kept/store.js").Refusal | null>} Why the browser keeps nothing; null when it does.
 */
export async function keepCard(card) {
  if (store.isOn) await store.read();
  const refusal = store.isOn ? store.refusal : await keepHere(standing);
  return refusal ?? store.put(withCard(store.numbers ?? nothing(), card));
}
